"""`lscp-docs new`: a case folder to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from lscp_docs.cli.home import MARK, nearest_home
from lscp_docs.cli.layout import from_here


@click.command(short_help="Make a case folder to fill in.")
@click.argument("reference")
@click.pass_obj
def command(home: str | None, reference: str) -> None:
    """Make the folder of a new case, with a case file to fill in.

    In a folder that belongs to no partnership yet, a partnership.toml to fill in is made too.
    """
    from lscp_docs.casefile.new_case import new_case, new_partnership

    folder = Path(home) if home is not None else nearest_home(Path.cwd()) or Path.cwd()
    path = new_case(folder, reference)
    if not (folder / MARK).is_file():
        click.echo(f"Fill in first, once: {from_here(new_partnership(folder))}")
    click.echo(f"Fill in: {from_here(path)}")
    click.echo(f"\nNext: lscp-docs check {reference}")
