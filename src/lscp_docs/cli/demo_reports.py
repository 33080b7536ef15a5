"""The third part of the demonstration: a year of reports for each sample partnership."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.failure import told
from lscp_docs.cli.layout import counted, table
from lscp_docs.errors import ExitCode, LscpDocsError, MissingFactsError

if TYPE_CHECKING:
    from lscp_docs.register.period import Period
    from lscp_docs.report import ProducedReport
    from lscp_docs.reports.report_type import ReportType

FIRST, LAST = dt.date(2025, 4, 1), dt.date(2026, 3, 31)
REPORTED = dt.date(2026, 6, 20)
"""The day on which the reports are made, unless their report.toml dates them."""


def year_of_reports(homes: list[Path], to: Path) -> int:
    """Make every report of the year, final where people wrote its parts, else as a draft.

    Prints what was made, and gives the gravest exit code.
    """
    from lscp_docs.catalogue import ANNEX, REPORTS
    from lscp_docs.register.period import between

    year = between(FIRST, LAST)
    rows: list[tuple[str, ...]] = []
    failed: list[LscpDocsError] = []
    files = 0
    for home in homes:
        for report in REPORTS:
            if report.key == ANNEX:
                continue  # it goes with every other report
            try:
                made = _made(home, report, year, to / f"reports-{home.name}")
            except LscpDocsError as error:
                failed.append(error)
                continue
            files += len(made.files) + len(made.annex)
            rows.append((home.name, made.report, _state(made)))
    click.echo(f"\nReports of {year.words}, from all cases of each partnership.\n")
    click.echo(table(("Partnership", "Report", "State"), rows))
    click.echo(f"\n{counted(len(rows), 'report')}, {counted(files, 'file')}, in {to.resolve()}")
    for failure in failed:
        click.echo(told(failure), err=True)
    return max((failure.exit_code for failure in failed), default=ExitCode.DONE)


def _made(home: Path, row: ReportType, year: Period, to: Path) -> ProducedReport:
    from lscp_docs.paper import Standing
    from lscp_docs.report import ReportRequest, produce_report

    try:
        return produce_report(home, row, ReportRequest(period=year, today=REPORTED, to=to))
    except MissingFactsError:
        draft = ReportRequest(period=year, today=REPORTED, to=to, standing=Standing.DRAFT)
        return produce_report(home, row, draft)


def _state(made: ProducedReport) -> str:
    if not made.gaps:
        return made.standing.value
    return f"{made.standing.value}: {counted(len(made.gaps), 'part')} still to be written"
