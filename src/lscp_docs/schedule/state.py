"""How a report of the schedule stands, and in which order a person looks at them. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lscp_docs.casefile.made_reports import Made
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.schedule import Schedule
from lscp_docs.model.vocabulary import Term
from lscp_docs.schedule.owed import Owed, owed, upcoming


class ReportState(Term):
    """The states of a report of the schedule, the most urgent first."""

    LATE = "late", "owed, and its agenda should be out (without a meeting: its day is past)"
    FAILED = "failed", "owed, and this run could not make it"
    OWED = "owed", "its day has come, and it is not made"
    DRAFTED = "drafted", "made as a draft: its narrative is to be written, and the final one made"
    UPCOMING = "upcoming", "its day has not come"
    MADE = "made", "made, once and for all"


URGENCY = tuple(ReportState)
A_DRAFT = "a draft"
"""How the note of a report begins that was made as a draft."""


@dataclass(frozen=True, slots=True)
class FinalReport:
    """A report of which a final one was made: its key, its period, its agency."""

    report: str
    first: dt.date
    last: dt.date
    agency: str | None

    @classmethod
    def of(cls, owed: Owed) -> FinalReport:
        """Give what a final report of an entry's period would be."""
        return cls(owed.report, owed.period.first, owed.period.last, owed.agency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """A report with its state; `files` where it is made, `error` where this run failed."""

    owed: Owed
    state: ReportState
    files: tuple[Path, ...] = ()
    note: str = ""
    error: Exception | None = None


def listed(
    schedule: Schedule,
    partnership: Partnership,
    today: dt.date,
    made: Mapping[str, Made],
    final: Collection[FinalReport] = (),
) -> tuple[Scheduled, ...]:
    """Return all that is or was due, and the next of each entry, the most urgent first.

    `final` are the reports of which a final one was made, by the schedule or by hand.
    What is made comes last, the latest first. Raises CaseFileError as `owed`.
    """
    due = owed(schedule, partnership, today)
    later = upcoming(schedule, partnership, today, made)
    return in_order(_scheduled(each, today, made, final) for each in (*due, *later))


def _scheduled(
    each: Owed, today: dt.date, made: Mapping[str, Made], final: Collection[FinalReport]
) -> Scheduled:
    done = made.get(each.name)
    if done is not None:
        is_final = FinalReport.of(each) in final or not done.note.startswith(A_DRAFT)
        state = ReportState.MADE if is_final else ReportState.DRAFTED
        return Scheduled(owed=each, state=state, files=done.files, note=done.note)
    if each.due > today:
        return Scheduled(owed=each, state=ReportState.UPCOMING)
    state = ReportState.LATE if each.is_late(today) else ReportState.OWED
    return Scheduled(owed=each, state=state)


def in_order(found: Iterable[Scheduled]) -> tuple[Scheduled, ...]:
    """Return them by their urgency, those that are made by their days backwards."""

    def place(each: Scheduled) -> tuple[int, int, str]:
        day = each.owed.due.toordinal()
        is_made = each.state is ReportState.MADE
        return URGENCY.index(each.state), -day if is_made else day, each.owed.name

    return tuple(sorted(found, key=place))
