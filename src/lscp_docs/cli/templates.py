"""`lscp-docs templates`: check the Word templates, and tell what an author may write in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.home import nearest_home
from lscp_docs.cli.layout import counted, from_here, wrapped
from lscp_docs.errors import ExitCode, Problem, TemplateError

if TYPE_CHECKING:
    from lscp_docs.documents.paper_type import PaperType
    from lscp_docs.render.templates import FieldRow

own_option = click.option(
    "--templates",
    "own",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="The partnership's own templates, looked in first (else `templates` in its folder).",
)

INTRODUCTION = """\
A tag prints a fact: {{ title }} prints the title. A tag with {%p has a
paragraph of its own, in a table {%tr a row of its own; what stands between it
and its end is repeated for each item, or left out.
"""


@click.group(short_help="Check the templates.")
def command() -> None:
    """Check the Word templates; list what an author may write; mark what is wrong."""


@command.command(short_help="Check every template; no case is needed.")
@own_option
@click.pass_obj
def check(home: str | None, own: str | None) -> int:
    """Check every template against what its document can say; no case is needed.

    Ends with exit code 4 where something is wrong. Facts that no tag uses are warnings.
    """
    from lscp_docs.catalogue import PAPERS

    folder = _own(home, own)
    problems = [problem for row in PAPERS for problem in _problems(row, folder)]
    warnings = [problem for row in PAPERS for problem in _unused(row, folder)]
    for line in (*map(str, problems), *(f"warning: {each}" for each in warnings)):
        click.echo(wrapped(line))
    found = f"{counted(len(problems), 'problem')}, {counted(len(warnings), 'warning')}"
    click.echo(f"{counted(len(PAPERS), 'template')} checked: {found}.")
    if problems:
        document = next(row.key for row in PAPERS if row.template == problems[0].file)
        click.echo(f"\nNext: lscp-docs templates fields {document}")
    return ExitCode.TEMPLATE if problems else ExitCode.DONE


@command.command(short_help="List what an author may write in a template.")
@click.argument("document")
def fields(document: str) -> None:
    """List what an author may write in the template of DOCUMENT."""
    from lscp_docs.catalogue import paper as row_of
    from lscp_docs.documents.paging import paged
    from lscp_docs.render import templates

    rows = templates.fields(paged(row_of(document).words))
    width = max(len(row.name) for row in rows)
    click.echo(INTRODUCTION)
    for row in rows:
        click.echo("\n".join(_field(row, width)))


def _field(row: FieldRow, width: int) -> Iterator[str]:
    """Yield the lines of a field: its name and what it holds, then the tags to copy."""
    held = f"{row.kind}: {row.title}" if row.title else row.kind
    yield wrapped(f"{row.name:<{width}}  {held}", indent=width + 2)
    if row.tags.startswith("{%"):
        # A tag a line, never wrapped: each is a paragraph of its own in Word.
        yield from (f"    {tag}" for tag in re.findall(r"\{[{%].*?[%}]\}|…", row.tags))


@command.command(short_help="Write a copy with a Word comment at each problem.")
@click.argument("document")
@own_option
@click.option("--to", type=click.Path(file_okay=False), default=".", help="Where to write it.")
@click.pass_obj
def comment(home: str | None, document: str, own: str | None, *, to: str) -> int:
    """Write a copy of the template of DOCUMENT with a Word comment at each problem.

    Ends with exit code 4 where there is a problem.
    """
    from lscp_docs.casefile.writing import free_name, write_new
    from lscp_docs.catalogue import paper as row_of
    from lscp_docs.render import template_comments, templates

    row, folder = row_of(document), _own(home, own)
    problems = list(_problems(row, folder))
    if not problems:
        click.echo(f"{row.template} has no problem: no copy was written.")
        return ExitCode.DONE
    copy = template_comments.commented(templates.find(row.template, folder), problems)
    stem = free_name(Path(to), f"{Path(row.template).stem}_commented", (".docx",))
    click.echo(from_here(write_new(Path(to) / f"{stem}.docx", copy)))
    click.echo(f"\n{counted(len(problems), 'problem')}. Mend the template, not this copy.")
    return ExitCode.TEMPLATE


def _problems(row: PaperType, own: Path | None) -> Iterator[Problem]:
    from lscp_docs.documents.paging import paged
    from lscp_docs.render import templates
    from lscp_docs.render.finished import HOUSE_STYLE

    try:
        house_style = templates.find(HOUSE_STYLE, own)
        template = templates.find(row.template, own)
    except TemplateError as error:
        yield from error.problems
        return
    yield from templates.check(row.template, template, paged(row.words), house_style)


def _unused(row: PaperType, own: Path | None) -> Iterator[Problem]:
    from lscp_docs.render import templates

    try:
        template = templates.find(row.template, own)
        yield from templates.unused(row.template, template, row.words)
    except TemplateError:
        return  # told as a problem already


def _own(home: str | None, own: str | None) -> Path | None:
    if own is not None:
        return Path(own)
    folder = Path(home) if home is not None else nearest_home(Path.cwd())
    if folder is None or not (folder / "templates").is_dir():
        return None
    return folder / "templates"
