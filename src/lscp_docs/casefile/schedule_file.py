"""Reads `schedule.toml`, the schedule of a partnership's reports, and makes one to fill in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from lscp_docs.casefile.positions import positions
from lscp_docs.casefile.reading import read_toml, text_of, unusable
from lscp_docs.casefile.writing import write_new
from lscp_docs.errors import Problem, UsageError, did_you_mean
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.schedule import Schedule
from lscp_docs.shipped import bundled

SCHEDULE_FILE = "schedule.toml"
BEGIN = "To begin one to fill in: lscp-docs schedule new"


def load_schedule(home: Path, partnership: Partnership, reports: Collection[str]) -> Schedule:
    """Give the schedule of a home folder; `reports` are the keys of the reports that there are.

    Raises UsageError where there is no schedule yet, and CaseFileError with every problem, with
    file and line, those of unknown reports and agencies included.
    """
    path = home / SCHEDULE_FILE
    if not path.exists():
        raise UsageError(f"There is no {SCHEDULE_FILE} beside partnership.toml. {BEGIN}")
    schedule = read_toml(path, Schedule)
    found = tuple(_foreign(path, schedule, partnership, reports))
    if found:
        raise unusable(SCHEDULE_FILE, found)
    return schedule


def new_schedule(home: Path) -> Path:
    """Write a schedule to fill in, and give its path; raise OutputError if there is one."""
    blank = bundled("templates").joinpath("new_schedule.toml").read_bytes()
    return write_new(home / SCHEDULE_FILE, blank)


def _foreign(
    path: Path, schedule: Schedule, partnership: Partnership, reports: Collection[str]
) -> Iterator[Problem]:
    """Yield what a schedule names and nobody knows: a report, an agency."""
    agencies = [agency.key for agency in partnership.agencies]
    for number, each in enumerate(schedule.reports):
        if each.report not in reports:
            problem = "There is no report of this key."
            yield _problem(path, number, "report", problem, each.report, reports)
        if each.agency is not None and each.agency not in agencies:
            problem = "The partnership has no agency of this key."
            yield _problem(path, number, "agency", problem, each.agency, agencies)


def _problem(
    path: Path, number: int, key: str, problem: str, word: str, known: Collection[str]
) -> Problem:
    text = text_of(path)
    line = None if isinstance(text, Problem) else positions(text).line(("reports", number, key))
    return Problem(
        file=path.name,
        line=line,
        path=f"reports.{number + 1}.{key}",
        problem=problem,
        hint=did_you_mean(word, known) or f"Write one of: {', '.join(sorted(known))}.",
    )
