"""The third part of the demonstration: a year of reports for each sample partnership."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.failure import told
from lscp_docs.cli.layout import counted, table
from lscp_docs.errors import ExitCode, LscpDocsError, MissingFactsError

if TYPE_CHECKING:
    from lscp_docs.register.period import Period
    from lscp_docs.report import ProducedReport

FIRST, LAST = dt.date(2025, 4, 1), dt.date(2026, 3, 31)
REPORTED = dt.date(2026, 6, 20)
"""The day on which the reports are made, unless their report.toml dates them."""


def year_of_reports(homes: list[Path], to: Path) -> int:
    """Make the reports that each partnership's schedule owes, final where people wrote their parts.

    Prints what was made, and gives the gravest exit code.
    """
    rows: list[tuple[str, ...]] = []
    failed: list[LscpDocsError] = []
    files = 0
    for home in homes:
        for key, agency in _scheduled(home):
            try:
                made = _made(home, key, agency, to / f"reports-{home.name}")
            except LscpDocsError as error:
                failed.append(error)
                continue
            files += len(made.files) + len(made.annex)
            rows.append((home.name, f"{made.report}\n{made.period.words}", _state(made)))
    click.echo("\nReports of the year, from all cases of each partnership.\n")
    click.echo(table(("Partnership", "State", "Report"), [(a, c, b) for a, b, c in rows]))
    click.echo(f"\n{counted(len(rows), 'report')}, {counted(files, 'file')}, in {to.resolve()}")
    for failure in failed:
        click.echo(told(failure), err=True)
    return max((failure.exit_code for failure in failed), default=ExitCode.DONE)


def _scheduled(home: Path) -> list[tuple[str, str | None]]:
    """Give each report of a partnership's schedule once, with the agency that it is for."""
    from lscp_docs.casefile.case_folder import load_partnership
    from lscp_docs.casefile.schedule_file import load_schedule
    from lscp_docs.catalogue import REPORTS

    known = [row.key for row in REPORTS]
    schedule = load_schedule(home, load_partnership(home), known)
    return list(dict.fromkeys((each.report, each.agency) for each in schedule.reports))


def _period(home: Path, key: str) -> Period:
    """Give the period for which people wrote the report, else the year."""
    from lscp_docs.casefile.report_file import report_files
    from lscp_docs.register.period import between

    written = [file.parent.parent.name for file in report_files(home) if file.parent.name == key]
    if not written:
        return between(FIRST, LAST)
    first, last = (dt.date.fromisoformat(day) for day in written[-1].split("_"))
    return between(first, last)


def _made(home: Path, key: str, agency: str | None, to: Path) -> ProducedReport:
    from lscp_docs.catalogue import report
    from lscp_docs.paper import Standing
    from lscp_docs.report import ReportRequest, produce_report

    row = report(key)
    final = ReportRequest(period=_period(home, key), today=REPORTED, to=to, agency=agency)
    try:
        return produce_report(home, row, final)
    except MissingFactsError:
        return produce_report(home, row, replace(final, standing=Standing.DRAFT))


def _state(made: ProducedReport) -> str:
    if not made.gaps:
        return made.standing.value
    return f"{made.standing.value}: {counted(len(made.gaps), 'part')} still to be written"
