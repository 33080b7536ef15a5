"""The action tracker as a report: of all agencies, or of one with its own rows alone.

Ratings are derived from dates and evidence, never typed; a word stands beside every colour. What
people wrote for all agencies is left out of the report of one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lscp_docs.chart import Chart
from lscp_docs.documents.parts.tracked_actions import ToldAction
from lscp_docs.register.progress import Progress
from lscp_docs.register.tracker import TrackedAction
from lscp_docs.reports.material import OwnSection, ReportMaterial
from lscp_docs.reports.parts import pictures, told_actions
from lscp_docs.reports.parts.front import ShortFront, short_front
from lscp_docs.reports.parts.told_actions import ChangedAction, RatingLine
from lscp_docs.reports.report_type import Part
from lscp_docs.reports.written import Block
from lscp_docs.wording import counted_in_words, day_in_words, number_in_words, sentence_case

PARTS = (
    Part(
        key="comment",
        heading="Comment",
        asked_for="what the business unit says of the actions",
        is_needed=False,
    ),
)

_FIELD = re.compile(r" \(`\w+`\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLine:
    """How many actions an agency leads on, by rating."""

    agency: str
    red: str
    amber: str
    green: str
    blue: str
    """Complete with accepted evidence, or no longer needed."""
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionAccount:
    """One action in words; what is not known says so."""

    head: str
    what: str
    serves: str
    """The recommendation that it serves; empty where the case names none."""
    who: str
    moved: str
    """When it was first due, and how the date moved since; empty where it never moved."""
    why: str
    measure: str
    news: str
    evidence: str
    impact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedGroup:
    """The actions of one rating."""

    heading: str
    note: str
    """Which of them are counted and not told, and where they stand; else empty."""
    actions: tuple[ActionAccount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What would make an action clearer, for its owner."""

    key: str
    who: str
    to_mend: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsReport:
    """What the report says."""

    front: ShortFront
    whose: str
    summary: str
    ratings: tuple[RatingLine, ...]
    by_rating: Chart | None
    eve: str
    """The day before the period, from which the report looks back."""
    agencies: tuple[AgencyLine, ...]
    comment: tuple[Block, ...]
    changed: tuple[ChangedAction, ...]
    groups: tuple[RatedGroup, ...]
    advice: tuple[Advice, ...]
    own_sections: tuple[OwnSection, ...]


def context(m: ReportMaterial) -> ActionsReport:
    """The report's words."""
    is_of_all = m.agency is None
    head = short_front(m)
    return ActionsReport(
        front=head if is_of_all else replace(head, recommendations=()),
        whose="All agencies" if m.agency is None else f"{m.agency.name}, its own actions alone",
        summary=told_actions.summary(m),
        ratings=told_actions.by_rating(m),
        by_rating=pictures.actions(m),
        eve=day_in_words(m.period.eve),
        agencies=_agencies(m) if is_of_all else (),
        comment=m.part("comment") if is_of_all else (),
        changed=told_actions.changed(m),
        groups=tuple(_groups(m)),
        advice=tuple(_advice(m)),
        own_sections=m.own_sections if is_of_all else (),
    )


def _agencies(m: ReportMaterial) -> tuple[AgencyLine, ...]:
    """Give a line for each agency, those with most red actions first, and one for all."""
    found: dict[str, Counter[Progress]] = {}
    for told in m.actions:
        found.setdefault(told.agency, Counter())[told.rating.progress] += 1
    order = sorted(found, key=lambda agency: (-found[agency][Progress.RED], agency))
    lines = tuple(_line(agency, found[agency]) for agency in order)
    whole: Counter[Progress] = sum(found.values(), Counter())
    return (*lines, _line("All agencies", whole)) if len(lines) > 1 else lines


def _line(agency: str, ratings: Counter[Progress]) -> AgencyLine:
    return AgencyLine(
        agency=agency,
        red=f"{ratings[Progress.RED]:,}",
        amber=f"{ratings[Progress.AMBER]:,}",
        green=f"{ratings[Progress.GREEN]:,}",
        blue=f"{ratings[Progress.BLUE] + ratings[Progress.CLOSED]:,}",
        number=f"{ratings.total():,}",
    )


def _groups(m: ReportMaterial) -> Iterator[RatedGroup]:
    """Yield the ratings that actions have; what was closed before the period is counted alone."""
    closed_before = {each.key for each in m.earlier if each.standing.is_closed}
    pairs = tuple(zip(m.tracked, m.actions, strict=True))
    for rating in Progress:
        rated = [(action, told) for action, told in pairs if told.rating.progress is rating]
        old = sum(told.is_closed and told.key in closed_before for _, told in rated)
        shown = [
            (action, told)
            for action, told in rated
            if not (told.is_closed and told.key in closed_before)
        ]
        if rated:
            yield RatedGroup(
                heading=f"{told_actions.stands(rating)}: {counted_in_words(len(rated), 'action')}",
                note=_note(m, old, len(rated)),
                actions=tuple(_account(action, told) for action, told in shown),
            )


def _note(m: ReportMaterial, old: int, whole: int) -> str:
    if not old:
        return ""
    is_all = old == whole
    were = "was" if old == 1 else "were"
    subject = "All of them" if is_all and old > 1 else sentence_case(number_in_words(old))
    if is_all and old == 1:
        subject = "It"
    not_told = "It is" if old == 1 else "They are"
    return (
        f"{subject} {were} closed before {day_in_words(m.period.first)}. {not_told} counted here "
        "and told in the tracker alone."
    )


def _account(action: TrackedAction, told: ToldAction) -> ActionAccount:
    return ActionAccount(
        head=f"{told.key}: {'closed' if told.is_closed else _due(told)}",
        what=told.action or "Not shown in this version",
        serves=told.recommendation,
        who=told_actions.who(told),
        moved=_moved(told),
        why=told_actions.closed_sentence(sentence_case(told.rating.reason)),
        measure=told.success_measure or "None is recorded",
        news=_news(action, told),
        evidence=_evidence(told),
        impact=told.impact or ("Not told yet" if _is_needed(told) else "Not asked for"),
    )


def _due(told: ToldAction) -> str:
    return "no due date" if told.due is None else f"due on {day_in_words(told.due)}"


def _moved(told: ToldAction) -> str:
    if not told.moves:
        return ""
    first = "" if told.first_due is None else f"First due on {day_in_words(told.first_due)}; "
    return sentence_case(f"{first}{told.moves}")


def _news(action: TrackedAction, told: ToldAction) -> str:
    if told.news:
        last = told.news[-1]
        return f"{day_in_words(last.on)}, {last.origin}: {last.told}"
    since = action.last_news
    if since is None:
        return told_actions.NO_NEWS
    return f"{told_actions.NO_NEWS} since {day_in_words(since)}"


def _evidence(told: ToldAction) -> str:
    if told.evidence:
        return told.evidence
    if not told.evidence_required or not _is_needed(told):
        return "None is recorded"
    return f"None is recorded; asked for: {told.evidence_required}"


def _is_needed(told: ToldAction) -> bool:
    return told.rating.progress is not Progress.CLOSED


def _advice(m: ReportMaterial) -> Iterator[Advice]:
    """Yield what would make an open action clearer; the fields of the case file are left out."""
    for told in m.actions:
        if told.to_mend and not told.is_closed:
            yield Advice(
                key=told.key,
                who=told_actions.who(told),
                to_mend=tuple(_FIELD.sub("", sentence) for sentence in told.to_mend),
            )
