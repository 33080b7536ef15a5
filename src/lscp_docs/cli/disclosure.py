"""`lscp-docs disclosure`: whether a file, of any make, identifies somebody of some cases."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import counted, wrapped
from lscp_docs.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lscp_docs.disclosure.check import Checked, Counted, Finding

PROFILES = ("public", "internal", "partners")


@click.command(short_help="Look in a file for whom it may not identify.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False), metavar="FILE")
@click.option(
    "--case",
    "references",
    multiple=True,
    required=True,
    metavar="CASE",
    help="A case whose people the file may not identify; again for each further one.",
)
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default=PROFILES[0],
    show_default=True,
    help="Who will read the file.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def command(
    home: str | None, file: str, *, references: tuple[str, ...], profile: str, as_json: bool
) -> int:
    """Look in a file for whom it may not identify, visibly or not.

    Reads Word, PDF, Excel, web pages, e-mails, calendars, pictures' data and text, also files that
    people edited or made elsewhere. What is found is told by its place and its key in the case,
    never by its words. Exit code 7 when something found must go.
    """
    from lscp_docs.casefile.case_folder import load_case
    from lscp_docs.disclosure.check import Case, check
    from lscp_docs.disclosure.profiles import Profile

    folders = [load_case(home_folder(home), each) for each in dict.fromkeys(references)]
    checked = check(
        Path(file).name,
        _bytes(Path(file)),
        tuple(Case(case=folder.case, returns=folder.returns) for folder in folders),
        folders[0].partnership,
        Profile(profile),
    )
    if as_json:
        click.echo(json.dumps(_row(checked), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(checked)))
    return ExitCode.DONE if checked.is_clean else ExitCode.DISCLOSURE


def _bytes(file: Path) -> bytes:
    """Return the file's bytes, of one that is too large to be read no more than tells it so."""
    from lscp_docs.disclosure.reading.file import LARGEST_FILE

    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UsageError(f"The file cannot be read: {error.strerror}.") from error


def _row(checked: Checked) -> dict[str, object]:
    return {
        "clean": checked.is_clean,
        "hits": [asdict(finding) for finding in checked.findings],
        "looked_for": {each.kind: each.number for each in checked.looked_for},
        "looked_in": {each.kind: each.number for each in checked.looked_in},
    }


def _lines(checked: Checked) -> Iterator[str]:
    stops = [finding for finding in checked.findings if finding.blocks]
    looks = [finding for finding in checked.findings if not finding.blocks]
    if stops:
        yield wrapped(
            f"STOP: do not send this file. {counted(len(stops), 'finding')} must be mended.",
            indent=0,
        )
        yield from (wrapped(f"- {_told(finding)}", indent=2) for finding in stops)
    else:
        yield "Nothing was found that must go."
    if looks:
        yield f"\nLook at {counted(len(looks), 'place')} that may be in order:"
        yield from (wrapped(f"- {_told(finding)}", indent=2) for finding in looks)
    yield ""
    yield wrapped(f"Looked for: {_together(checked.looked_for)}.")
    yield wrapped(f"Looked in: {_together(checked.looked_in)}.")
    yield ""
    yield wrapped(f"Next: {_next(has_stops=bool(stops))}", indent=0)


def _told(finding: Finding) -> str:
    if not finding.of:
        return f"{finding.where}: {finding.kind}. {finding.variant}".removesuffix(".") + "."
    return f"{finding.where}: what {finding.of} says ({finding.kind}; {finding.variant})."


def _together(kinds: Iterable[Counted]) -> str:
    return ", ".join(f"{each.kind} ({each.number:,})" for each in kinds) or "nothing"


def _next(*, has_stops: bool) -> str:
    if has_stops:
        return "take it out, or correct the case file, and check the file again."
    return (
        "read the file yourself. What pictures show, people who are in none of these cases, and "
        "circumstances by which a family is known are not found."
    )
