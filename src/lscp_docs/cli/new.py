"""`lscp-docs new`: a case folder to fill in, or begun from a returned discussion form."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from lscp_docs.cli.clock import now, today_option
from lscp_docs.cli.home import MARK, home_folder, nearest_home
from lscp_docs.cli.layout import counted, from_here, wrapped


@click.command(short_help="Make a case folder to fill in.")
@click.argument("reference")
@click.option(
    "--from", "form", type=click.Path(exists=True, dir_okay=False), metavar="FORM.pdf",
    help="Begin it from a returned notification discussion form.",
)  # fmt: skip
@today_option
@click.pass_obj
def command(home: str | None, reference: str, *, form: str | None, today: dt.date) -> None:
    """Make the folder of a new case, with a case file to fill in.

    In a folder that belongs to no partnership yet, a partnership.toml to fill in is made too. With
    --from the case file holds every answer of the form, and the form is kept beside it.
    """
    from lscp_docs.casefile.new_case import new_case, new_partnership

    if form is not None:
        _begun(Path(form), reference, home_folder(home), today)
        return
    folder = Path(home) if home is not None else nearest_home(Path.cwd()) or Path.cwd()
    path = new_case(folder, reference)
    if not (folder / MARK).is_file():
        click.echo(f"Fill in first, once: {from_here(new_partnership(folder))}")
    click.echo(f"Fill in: {from_here(path)}")
    click.echo(f"\nNext: lscp-docs check {reference}")


def _begun(form: Path, reference: str, home: Path, today: dt.date) -> None:
    from lscp_docs.casefile.history import Stamp
    from lscp_docs.cli.person import by_whom
    from lscp_docs.raise_case import raise_case

    stamp = Stamp(today=today, at=now(), by=by_whom())
    begun = raise_case(form, reference, home, stamp)
    click.echo(f"Begun from {form.name}: {from_here(begun.path)}")
    if begun.questions:
        click.echo(f"\n{counted(len(begun.questions), 'question')} to ask the agency:")
        for question in begun.questions:
            click.echo(wrapped(f"  - {question}"))
    click.echo(f"\nNext: read it beside the form, then: lscp-docs check {reference}")
