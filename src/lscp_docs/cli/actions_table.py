"""The tracker as a table: a row an action, for Excel or as CSV."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lscp_docs.wording import day_in_words

if TYPE_CHECKING:
    from lscp_docs.documents.parts.tracked_actions import ToldAction
    from lscp_docs.render.sheet import SheetTable, Workbook

TITLE = "Action tracker"

COLUMNS: tuple[tuple[str, int], ...] = (
    ("Action", 22), ("Rating", 9), ("Why", 34), ("Status", 16), ("Due", 17), ("First due", 17),
    ("Moved", 26), ("What is to be done", 50), ("Agency", 26), ("Owner", 24), ("Source", 16),
    ("Recommendation", 40), ("Success is known by", 40), ("Evidence wanted", 30), ("Started", 17),
    ("Last update on", 17), ("Last update", 44), ("By", 26), ("Evidence", 40),
    ("What changed for children", 40), ("Signed off", 26), ("To mend in its words", 36),
)  # fmt: skip
"""The head of each column, and its width in letters."""

DAYS = ("Due", "First due", "Started", "Last update on")


def row(action: ToldAction) -> tuple[str | dt.date | None, ...]:
    """Give the cells of an action, in the order of COLUMNS."""
    last = action.news[-1] if action.news else None
    return (
        action.key,
        action.rating.progress.value,
        action.rating.reason,
        action.status,
        action.due,
        action.first_due,
        action.moves,
        action.action,
        action.agency,
        action.owner,
        action.source,
        action.recommendation,
        action.success_measure,
        action.evidence_required,
        action.started_on,
        last.on if last is not None else None,
        last.told if last is not None else "",
        last.origin if last is not None else "",
        action.evidence,
        action.impact,
        action.signed_off,
        " ".join(action.to_mend),
    )


def sheet(actions: Sequence[ToldAction]) -> SheetTable:
    """Give the tracker as a table, in the order of the actions."""
    from lscp_docs.render.sheet import ColumnKind, SheetColumn, SheetTable

    return SheetTable(
        name="Actions",
        columns=tuple(
            SheetColumn(head, ColumnKind.DAY if head in DAYS else ColumnKind.TEXT, width)
            for head, width in COLUMNS
        ),
        rows=tuple(row(each) for each in actions),
    )


def workbook(table: SheetTable, *, partnership: str, whose: str, today: dt.date) -> Workbook:
    """Give the Excel file of the tracker; `whose` says whose actions it holds."""
    from lscp_docs.disclosure.marking import HANDLING, Marking
    from lscp_docs.register.progress import OFTEN_MOVED, SILENT_AFTER, SOON
    from lscp_docs.render.sheet import Workbook

    marking = Marking.OFFICIAL_SENSITIVE
    return Workbook(
        title=TITLE,
        marking=marking.value,
        made_on=today,
        sheets=(table,),
        about=(
            ("Partnership", partnership),
            ("As at", day_in_words(today)),
            ("Actions", whose),
            ("Form", "Pseudonymised: names are replaced."),
            ("Red", f"Overdue, or no update for more than {SILENT_AFTER} days."),
            (
                "Amber",
                f"Due within {SOON} days, moved {OFTEN_MOVED} times or more, a new date asked for, "
                "or complete without accepted evidence.",
            ),
            ("Blue", "Complete, and the evidence is accepted."),
            ("Marking", marking.value),
            ("Handling", HANDLING[marking]),
        ),
    )
