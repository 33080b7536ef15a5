"""`lscp-docs report`: one report over a period, from all cases."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import day_option, today_option
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import counted, from_here, wrapped
from lscp_docs.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from lscp_docs.register.figures import Figure
    from lscp_docs.register.period import Period
    from lscp_docs.report import ProducedReport
    from lscp_docs.reports.report_type import ReportType


@click.command(short_help="Write a report over a period.")
@click.argument("report")
@day_option("--from", "first", help_text="The first day of the period.")
@day_option("--to", "last", help_text="The last day of the period.")
@click.option("--begin", is_flag=True, help="Write the report.toml that people fill in.")
@click.option("--draft", is_flag=True, help="Show each gap, and DRAFT on every page.")
@click.option("--agency", metavar="KEY", help="Only what concerns this agency.")
@click.option(
    "--format", "wanted", type=click.Choice(["word", "pdf", "both"]), default="both",
    show_default=True, help="The files to write.",
)  # fmt: skip
@click.option("--into", type=click.Path(file_okay=False), metavar="DIR", help="Where to write.")
@click.option("--json", "as_json", is_flag=True, help="Print every figure as JSON; write nothing.")
@today_option
@click.pass_obj
def command(
    home: str | None,
    report: str,
    *,
    first: dt.date | None,
    last: dt.date | None,
    begin: bool,
    draft: bool,
    agency: str | None,
    wanted: str,
    into: str | None,
    as_json: bool,
    today: dt.date,
) -> int:
    """Write REPORT over a period as Word and PDF, into output/reports, from all cases.

    A page for the website is written as HTML as well: one file, to be published as it is.

    People write its narrative parts in a report.toml: --begin makes one to fill in. Beside each
    report, in the folder “restricted”, stands the list of the cases behind every figure. A final
    report that lacks a part, or whose figures cannot be relied on, is not written; everything that
    is missing is listed, with exit code 3.
    """
    from lscp_docs.catalogue import report as row_of
    from lscp_docs.paper import Format, Standing
    from lscp_docs.register.period import between
    from lscp_docs.report import ReportRequest, figures_of, produce_report

    row, folder = row_of(report), home_folder(home)
    if first is None or last is None:
        raise UsageError(
            "Name the first and the last day of the period: "
            f"lscp-docs report {row.key} --from 2025-04-01 --to 2026-03-31"
        )
    period = between(first, last)
    if begin:
        return _begin(folder, row, period)
    own = folder / "templates"
    request = ReportRequest(
        period=period,
        today=today,
        to=Path(into) if into else folder / "output" / "reports",
        standing=Standing.DRAFT if draft else Standing.FINAL,
        format=Format(wanted),
        agency=agency,
        own_templates=own if own.is_dir() else None,
    )
    if as_json:
        click.echo(_as_json(figures_of(folder, row, request).figures))
        return ExitCode.DONE
    click.echo(_told(produce_report(folder, row, request), row))
    return ExitCode.DONE


def _begin(home: Path, row: ReportType, period: Period) -> int:
    from lscp_docs.casefile.report_file import report_path
    from lscp_docs.casefile.writing import write_new
    from lscp_docs.reports.blank import blank

    file = write_new(report_path(home, row.key, period), blank(row, period).encode())
    days = f"--from {period.first} --to {period.last}"
    click.echo(f"{from_here(file)}\n\nNext: fill it in, then: lscp-docs report {row.key} {days}")
    return ExitCode.DONE


def _as_json(figures: tuple[Figure, ...]) -> str:
    told = [
        {
            "key": each.key,
            "value": each.value,
            "definition": each.definition,
            "period": f"{each.period.first.isoformat()}/{each.period.last.isoformat()}",
            "denominator": each.denominator,
            "cases": list(each.cases),
        }
        for each in figures
    ]
    return json.dumps(told, indent=2, ensure_ascii=False)


def _told(made: ProducedReport, row: ReportType) -> str:
    lines = [from_here(file) for file in (*made.files, *made.annex)]
    if made.gaps:
        missing = "1 thing" if len(made.gaps) == 1 else f"{len(made.gaps)} things"
        lines.append(f"    a draft: {missing} missing")
        lines += [wrapped(f"    {gap.path}: {gap.asked_for}", indent=8) for gap in made.gaps]
    lines += [wrapped(f"    figures: {each.sentence}", indent=8) for each in made.defects]
    lines += [wrapped(f"    warning: {each}", indent=8) for each in made.warnings]
    lines += [wrapped(f"    {each}", indent=8) for each in made.advice]
    return "\n".join([*lines, "", wrapped(f"Next: {_next(made, row)}")])


def _next(made: ProducedReport, row: ReportType) -> str:
    if made.gaps:
        days = f"--from {made.period.first} --to {made.period.last}"
        return f"write what is missing: lscp-docs report {made.report} {days} --begin"
    if made.warnings:
        return f"look at {counted(len(made.warnings), 'warning')}, then read each page"
    return f"read each page before it is sent{f'; then {row.then}' if row.then else ''}"
