"""Further reports that a report promised its readers and the schedule does not owe. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from lscp_docs.model.partnership import Partnership
from lscp_docs.model.report_file import ReportFile
from lscp_docs.model.schedule import Schedule
from lscp_docs.reports.parts.further_reports import FollowUp, follow_ups
from lscp_docs.schedule.owed import owed


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A further report, the report.toml that promises it, and the day of the promise."""

    report: FollowUp
    written_in: str
    on: dt.date | None
    """The date of the report that promises it; None where its file does not say."""


def promises(files: Iterable[tuple[str, ReportFile]]) -> tuple[Promise, ...]:
    """Give every further report that the files promise; each file comes with its name."""
    return tuple(
        Promise(report=each, written_in=name, on=file.dated)
        for name, file in files
        for each in follow_ups(file)
    )


def not_scheduled(
    promised: Iterable[Promise], schedule: Schedule, partnership: Partnership
) -> tuple[Promise, ...]:
    """Give the promises that no entry of the schedule keeps, the first due first.

    An entry keeps one when it owes that report for a meeting, or for a day where no meeting is
    known, after the promise and by the day that was promised. Raises CaseFileError as `owed`.
    """
    found = [each for each in promised if not _is_kept(each, schedule, partnership)]
    return tuple(sorted(found, key=lambda each: (each.report.by, each.written_in)))


def _is_kept(promise: Promise, schedule: Schedule, partnership: Partnership) -> bool:
    days = (
        each.meeting or each.due
        for each in owed(schedule, partnership, promise.report.by)
        if each.report == promise.report.report
    )
    return any((promise.on or dt.date.min) < day <= promise.report.by for day in days)
