"""`lscp-docs produce`: one document of a case, or all that apply now."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import today_option
from lscp_docs.cli.failure import told
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import counted, from_here, wrapped
from lscp_docs.errors import ExitCode, LscpDocsError, UsageError

if TYPE_CHECKING:
    from lscp_docs.casefile.case_folder import CaseFolder
    from lscp_docs.catalogue import DocumentType
    from lscp_docs.produce import Produced, Request


@click.command(short_help="Write a document of a case.")
@click.argument("document", required=False)
@click.argument("case", required=False)
@click.option("--all", "all_of", metavar="CASE", help="Everything that applies to the case now.")
@click.option("--draft", is_flag=True, help="Show each gap, and DRAFT on every page.")
@click.option(
    "--format", "wanted", type=click.Choice(["word", "pdf", "both"]), default="both",
    show_default=True, help="The files to write.",
)  # fmt: skip
@click.option("--to", type=click.Path(file_okay=False), metavar="DIR", help="Where to write.")
@click.option(
    "--templates", type=click.Path(exists=True, file_okay=False), metavar="DIR",
    help="The partnership's own templates, looked in first.",
)  # fmt: skip
@today_option
@click.pass_obj
def command(
    home: str | None,
    document: str | None,
    case: str | None,
    *,
    all_of: str | None,
    draft: bool,
    wanted: str,
    to: str | None,
    templates: str | None,
    today: dt.date,
) -> int:
    """Write DOCUMENT of CASE as Word and PDF, into output/CASE in the partnership's folder.

    Nothing is overwritten: a second run on one day is another file. A final document that lacks
    facts is not written; every gap is listed, with exit code 3. With --all the other documents
    are written all the same.
    """
    from lscp_docs.casefile.case_folder import load_case
    from lscp_docs.catalogue import document as row_of
    from lscp_docs.paper import Format, Standing
    from lscp_docs.produce import Request, applicable

    reference, key = _asked_for(document, case, all_of)
    rows = None if key is None else (row_of(key),)
    folder_home = home_folder(home)
    folder = load_case(folder_home, reference)
    request = Request(
        today=today,
        to=Path(to) if to else folder_home / "output",
        standing=Standing.DRAFT if draft else Standing.FINAL,
        format=Format(wanted),
        own_templates=Path(templates) if templates else _own_templates(folder_home),
    )
    return _each(folder, applicable(folder) if rows is None else rows, request)


def _asked_for(
    document: str | None, case: str | None, all_of: str | None
) -> tuple[str, str | None]:
    """Give the case's reference and the document's key, None for everything that applies."""
    if all_of is not None and document is None:
        return all_of, None
    if all_of is None and document is not None and case is not None:
        return case, document
    raise UsageError(
        "Name a document and a case (lscp-docs produce rapid-review HSCP-2026-003), "
        "or everything of a case (lscp-docs produce --all HSCP-2026-003)."
    )


def _own_templates(home: Path) -> Path | None:
    own = home / "templates"
    return own if own.is_dir() else None


def _each(folder: CaseFolder, rows: tuple[DocumentType, ...], request: Request) -> int:
    """Produce every row, print what was made, then what could not be; give the gravest code."""
    from lscp_docs.produce import produce

    reference = folder.case.reference
    if not rows:
        click.echo(f"No document applies to {reference} yet.\n\nNext: lscp-docs show {reference}")
    made: list[Produced] = []
    failed: list[LscpDocsError] = []
    for row in rows:
        try:
            copies = produce(folder, row, request)
        except LscpDocsError as error:
            failed.append(error)
        else:
            made += copies
            click.echo("\n".join(_told(each) for each in copies))
    if made:
        click.echo(f"\nNext: {_next(made)}")
    for failure in failed:
        click.echo(told(failure), err=True)
    return max((failure.exit_code for failure in failed), default=ExitCode.DONE)


def _told(made: Produced) -> str:
    lines = [from_here(file) for file in made.files]
    if made.gaps:
        lines.append(f"    a draft: {counted(len(made.gaps), 'fact')} missing")
        lines += [wrapped(f"    {gap.path}: {gap.asked_for}", indent=8) for gap in made.gaps]
    lines += [wrapped(f"    advice: {hint}", indent=8) for hint in made.advice]
    return "\n".join(lines)


def _next(made: list[Produced]) -> str:
    """Give what to do with what was made."""
    case = made[0].case
    if any(each.gaps for each in made):
        return f"add the missing facts to the case file, then: lscp-docs check {case}"
    if len(made) == 1 and made[0].files[0].suffix == ".docx":
        file = from_here(made[0].files[0])
        return f"read it in Word. If you change it:\nlscp-docs finalise {file} --case {case}"
    return "read each page before it is sent"
