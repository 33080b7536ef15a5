"""`lscp-docs finalise`: a Word document, edited or not, to its accessible PDF."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import today_option
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import from_here, wrapped

if TYPE_CHECKING:
    from lscp_docs.disclosure.profiles import Profile

SIGN_OFF = (
    "What was looked for, and what a person must look at, is in the list whose name ends in "
    "_looked-for.txt. Once you have read all of it, sign it off:"
)


@click.command(short_help="Turn a Word document into its PDF.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False), metavar="FILE.docx")
@click.option(
    "--case", "reference", metavar="CASE", help="The case it belongs to; none for a report."
)
@click.option(
    "--clean",
    is_flag=True,
    help="Take out who edited it and where, into a copy beside it; the file stays as it is.",
)
@today_option
@click.pass_obj
def command(
    home: str | None, file: str, *, reference: str | None, clean: bool, today: dt.date
) -> None:
    """Turn a Word document, edited or not, into its accessible PDF beside it.

    What a PDF would lose (tracked changes, comments) is named, traces of who edited the file and
    where too, and it is checked for names that its reader may not see; then nothing is written.
    """
    from lscp_docs.casefile.case_folder import load_case
    from lscp_docs.disclosure.hidden import SEARCHED
    from lscp_docs.edited import typed_by_hand
    from lscp_docs.finalise import finalise, finalise_report

    home_of = home_folder(home)
    if reference is None:
        pdf = from_here(finalise_report(Path(file), home_of, today=today, clean=clean))
        words = "Next: read the PDF, and send it."
    else:
        folder = load_case(home_of, reference)
        pdf = from_here(finalise(Path(file), folder, today=today, clean=clean))
        words = "Next: read the PDF, send it, and record it in [[issued]] of the case file."
    click.echo(pdf)
    profile = _profile(Path(file), reference)
    if profile in SEARCHED:
        whom = f"--case {reference}" if reference is not None else "--all-cases"
        click.echo(f"\n{wrapped(SIGN_OFF, indent=0)}")
        click.echo(f"lscp-docs disclosure {pdf} {whom} --profile {profile} --signed-off-by NAME")
    if reference is None:
        _tell_of_typed_numbers(typed_by_hand(Path(file)))
    click.echo(f"\n{wrapped(words)}")


def _tell_of_typed_numbers(typed: tuple[str, ...] | None) -> None:
    if typed is None:
        told = (
            "The record of this report is not in the folder restricted: whether a number was typed "
            "in by hand could not be looked at."
        )
        click.echo(wrapped(told), err=True)
    for each in typed or ():
        told = (
            f"Warning: “{each}” was typed in since the report was made: compare it with the cases."
        )
        click.echo(wrapped(told), err=True)


def _profile(file: Path, reference: str | None) -> Profile | None:
    """Give the profile of the document, or of the report where no case is named."""
    from lscp_docs.finalise import document_named, report_named

    if reference is not None:
        return document_named(file)[1].profile
    row = report_named(file)
    return None if row is None else row.profile
