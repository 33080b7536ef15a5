"""What is owed in a case on a day, with what agencies have told of their actions since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.returned import Return
from lscp_docs.register.tracker import TrackedAction, tracked
from lscp_docs.timescales.owed import DONE, ActionStanding, Owed, in_file, owed


def owed_now(
    case: CaseFile,
    partnership: Partnership,
    returns: tuple[Return[Answers], ...] = (),
    *,
    today: dt.date,
) -> tuple[Owed, ...]:
    """Return everything that is owed in a case, the earliest cautious date first.

    `returns` are its accepted returns: an action that its lead agency has told as complete is no
    longer owed, and one of which it has told otherwise since is owed again, as the tracker says. An
    action that begins after the day is owed by the case file.
    """
    return owed(case, partnership, standings(case, returns, today=today))


def owed_of_reports(actions: Iterable[TrackedAction], partnership: Partnership) -> tuple[Owed, ...]:
    """Return what is owed of the actions of reports, in their order; they belong to no case."""
    return tuple(
        Owed(
            case="",
            key=f"action-{each.id}",
            what=f"Action {each.id}",
            to=f"the {partnership.names.review_group}",
            by=agency.name if (agency := partnership.agency(each.lead_agency)) else "",
            due=each.due,
            cautious=each.due,
            rule="the day that the report sets",
            trigger="",
            citation="",
        )
        for each in actions
        if each.status not in DONE and each.due is not None
    )


def standings(
    case: CaseFile, returns: tuple[Return[Answers], ...] = (), *, today: dt.date
) -> tuple[ActionStanding, ...]:
    """Return how the actions of a case stand on a day, in the order of the file."""
    known = {each.id: each for each in tracked(case, returns, today=today)}
    return tuple(
        replace(each, status=known[each.id].status, due=known[each.id].due or each.due)
        if each.id in known
        else each
        for each in in_file(case)
    )
