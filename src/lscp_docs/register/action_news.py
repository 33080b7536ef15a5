"""What was told on an action, in the case file or in an agency's form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from lscp_docs.model.answers.action_update import ActionUpdateForm, ReportedAction
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.returned import Return
from lscp_docs.model.vocabulary import ActionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What was told on an action: when, by whom, and where it stands."""

    on: dt.date
    by: str
    """The role that told it; empty where a form does not say."""
    text: NarrativeText | None
    """None where a form gives a status and no words."""
    agency: str = ""
    """The key of the agency whose form it came in; empty for an update of the case file."""
    page: int = 0
    """The page of that form; 0 where it is not known."""
    status: ActionStatus | None = None
    evidence: NarrativeText | None = None
    """What the agency names as evidence; nobody has accepted it."""
    impact: NarrativeText | None = None
    asked_due: dt.date | None = None
    asked_because: NarrativeText | None = None


def is_update(each: Return[Answers]) -> TypeGuard[Return[ActionUpdateForm]]:
    """Tell whether a return is an update on actions."""
    return isinstance(each.answers, ActionUpdateForm)


def told(report: Return[ActionUpdateForm], action_id: str) -> Iterator[News]:
    """Yield what a form tells on an action; a day of completion after its receipt is a slip."""
    answers = report.answers
    day = min(answers.completed_on or report.received_on, report.received_on)
    for place, row in enumerate(answers.actions):
        if row.action_id == action_id:
            printed = report.rows["actions"][place] if "actions" in report.rows else place + 1
            page = report.pages.get(f"actions_{printed}_action_id", 0)
            yield _news(row, day=day, by=answers.author_role or "", report=report, page=page)


def _news(
    row: ReportedAction, *, day: dt.date, by: str, report: Return[ActionUpdateForm], page: int
) -> News:
    return News(
        on=day,
        by=by,
        text=row.done,
        agency=report.agency,
        page=page,
        status=row.status,
        evidence=row.evidence,
        impact=row.impact,
        asked_due=row.revised_due,
        asked_because=row.revised_because,
    )
