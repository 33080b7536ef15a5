"""What teams told of their use of seven-minute briefings, from the accepted records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import TypeGuard

from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.answers.briefing_use import BriefingUse
from lscp_docs.model.returned import Return
from lscp_docs.register.figures import Figure
from lscp_docs.register.period import Period

_BY = "by the day on which the team talked about it, or the record came where that is not told"
_CITES = "It cites the cases to which the records belong; some belong to none."


def briefing_figures(
    returns: Iterable[Return[Answers]], cases: Collection[str], period: Period
) -> tuple[Figure, ...]:
    """Return how often, by how many teams and with how many people briefings were used.

    `returns` are accepted returns of any form, of cases and of the home folder; `cases` the
    references that there are: a record of no case is counted and cites none. One file that was
    accepted twice counts once.
    """
    by_file = {each.sha256: each for each in returns if _is_record(each)}
    used = [each for each in by_file.values() if period.has(_day(each))]
    cited = tuple(sorted({each.case for each in used} & set(cases)))
    teams = {_team(each) for each in used}
    people = [each.answers.attended for each in used if each.answers.attended is not None]

    def figure(key: str, words: str, definition: str, value: int) -> Figure:
        return Figure(
            key=key,
            words=words,
            value=value,
            definition=f"{definition}, {_BY}. {_CITES}",
            period=period,
            cases=cited,
        )

    return (
        figure(
            "briefings_used",
            "Records that a team used a briefing",
            "Accepted records of a team’s use of a seven-minute briefing",
            len(used),
        ),
        figure(
            "briefing_teams",
            "Teams that told us they used a briefing",
            "Teams, by the name that they wrote and their agency, with an accepted record of the "
            "use of a seven-minute briefing",
            len(teams),
        ),
        figure(
            "briefing_people",
            "People who talked about a briefing in their team",
            "People who took part in a team’s use of a seven-minute briefing, each time, as the "
            "accepted records tell",
            sum(people),
        ),
    )


def _is_record(each: Return[Answers]) -> TypeGuard[Return[BriefingUse]]:
    return isinstance(each.answers, BriefingUse)


def _day(record: Return[BriefingUse]) -> dt.date:
    """Return the day of the use; one after its record came is a slip."""
    return min(record.answers.held_on or record.received_on, record.received_on)


def _team(record: Return[BriefingUse]) -> tuple[str, str]:
    """Return what tells teams apart; a record without a name is a team of its own."""
    name = " ".join((record.answers.team or "").casefold().split())
    return record.agency, name or record.sha256
