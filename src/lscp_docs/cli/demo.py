"""`lscp-docs demo`: every document of every sample case, a year of reports, and forms."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.failure import told
from lscp_docs.cli.layout import counted, table
from lscp_docs.errors import ExitCode, LscpDocsError

if TYPE_CHECKING:
    from lscp_docs.casefile.case_folder import CaseFolder
    from lscp_docs.catalogue import DocumentType
    from lscp_docs.produce import Produced

SAMPLE_DAY = dt.date(2026, 3, 12)
"""The day on which the invented cases stand still: one of them is in its fifth working day."""


FORMS_HOME = "harrowmere"
"""The invented partnership that sends forms."""


@click.command(short_help="Produce every document of every sample case, reports and forms.")
@click.option(
    "--to", type=click.Path(file_okay=False), default="output", show_default=True, metavar="DIR",
    help="Where to write.",
)  # fmt: skip
def command(*, to: str) -> int:
    """Produce every document that applies to every invented sample case, as Word and PDF.

    A document whose facts are not all known yet is made as a draft that shows what is missing.
    Then a year of reports is made of all cases of each partnership. Last, forms go to invented
    agencies and come back, in a copy of one partnership's folder.
    """
    from lscp_docs.cli.demo_forms import forms_round
    from lscp_docs.cli.demo_reports import year_of_reports
    from lscp_docs.shipped import bundled

    homes = sorted(Path(str(entry)) for entry in bundled("sample_cases").iterdir())
    codes = [_documents(homes, Path(to))]
    codes.append(year_of_reports(homes, Path(to)))
    codes += [forms_round(home, Path(to), SAMPLE_DAY) for home in homes if home.name == FORMS_HOME]
    click.echo("\nAll cases, people and places are invented.\n\nNext: lscp-docs new REFERENCE")
    return max(codes)


def _documents(homes: list[Path], to: Path) -> int:
    """Produce everything, print what was made, then what could not be; give the gravest code."""
    from lscp_docs.casefile.case_folder import load_case, references
    from lscp_docs.produce import applicable

    folders = [load_case(home, case) for home in homes for case in references(home)]
    jobs = [(folder, row) for folder in folders for row in applicable(folder)]
    rows: list[tuple[str, ...]] = []
    failed: list[LscpDocsError] = []
    # Progress goes to the error stream, and only to a terminal: a pipe gets the table alone.
    with click.progressbar(
        jobs, label="Producing", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for folder, row in bar:
            try:
                rows += [_row(made) for made in _made(folder, row, to)]
            except LscpDocsError as error:
                failed.append(error)
    click.echo(table(("Case", "Document", "Files", "State"), rows))
    files = sum(int(row[2]) for row in rows)
    made = f"{counted(len(rows), 'document')}, {counted(files, 'file')}"
    click.echo(f"\n{made}, in {to.resolve()}")
    for failure in failed:
        click.echo(told(failure), err=True)
    return max((failure.exit_code for failure in failed), default=ExitCode.DONE)


def _made(folder: CaseFolder, row: DocumentType, to: Path) -> tuple[Produced, ...]:
    from lscp_docs.errors import MissingFactsError
    from lscp_docs.paper import Standing
    from lscp_docs.produce import Request, produce

    try:
        return produce(folder, row, Request(today=SAMPLE_DAY, to=to))
    except MissingFactsError:
        draft = Request(today=SAMPLE_DAY, to=to, standing=Standing.DRAFT)
        return produce(folder, row, draft)


def _row(made: Produced) -> tuple[str, ...]:
    missing = f": {counted(len(made.gaps), 'fact')} missing" if made.gaps else ""
    to = f", to {made.addressee}" if made.addressee else ""
    return made.case, made.document, str(len(made.files)), f"{made.standing}{missing}{to}"
