"""`lscp-docs disclosure`: whether a file, of any make, identifies somebody of some cases."""

from __future__ import annotations

import datetime as dt
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import today_option
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import counted, from_here, wrapped
from lscp_docs.cli.searched import closely_looked_for, hidden_of_folder
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.errors import DisclosureError, ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lscp_docs.disclosure.check import Checked, Counted, Finding
    from lscp_docs.disclosure.hidden import HiddenOfCase

PROFILES = ("public", "internal", "partners")


@click.command(short_help="Look in a file for whom it may not identify.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False), metavar="FILE")
@click.option(
    "--case",
    "references",
    multiple=True,
    metavar="CASE",
    help="A case whose people the file may not identify; again for each further one.",
)
@click.option("--all-cases", is_flag=True, help="Every case, as for a report.")
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default=PROFILES[0],
    show_default=True,
    help="Who will read the file.",
)
@click.option("--paper", metavar="KEY", help="The document or report that the file is, by its key.")
@click.option(
    "--signed-off-by", metavar="NAME", help="Who read a clean file: writes the list beside it."
)
@today_option
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def command(
    home: str | None,
    file: str,
    *,
    references: tuple[str, ...],
    all_cases: bool,
    profile: str,
    paper: str | None,
    signed_off_by: str | None,
    today: dt.date,
    as_json: bool,
) -> int:
    """Look in a file for whom it may not identify, visibly or not.

    Reads Word, PDF, Excel, web pages, e-mails, calendars, pictures' data and text, also files that
    people edited or made elsewhere. What is found is told by its place and its key in the case,
    never by its words. Exit code 7 when something found must go.

    A hit that the case file allows in this paper ([[allowed]]) stops nothing. Which paper a file
    is, its name tells, or --paper.
    """
    from lscp_docs.casefile.case_folder import load_partnership
    from lscp_docs.disclosure.check import check

    path, home_of = Path(file), home_folder(home)
    hidden = _hidden(home_of, references, profile, all_cases=all_cases)
    data = _bytes(path)
    key = _paper(path) if paper is None else paper
    closely = closely_looked_for(hidden)
    partnership = load_partnership(home_of)
    checked = check(path.name, data, hidden, partnership, paper=key, closely=closely)
    if as_json:
        click.echo(json.dumps(_row(checked), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(checked, key)))
    if signed_off_by is not None:
        _sign_off(path, data, checked, hidden, profile=profile, by=signed_off_by, on=today)
    return ExitCode.DONE if checked.is_clean else ExitCode.DISCLOSURE


def _hidden(
    home: Path, references: tuple[str, ...], profile: str, *, all_cases: bool
) -> tuple[HiddenOfCase, ...]:
    """Return what the cases that were named hide from the readers; raise UsageError for none."""
    from lscp_docs.casefile.all_cases import from_cases
    from lscp_docs.casefile.case_folder import load_case

    if all_cases == bool(references):
        raise UsageError(
            "Name the cases whose people the file may not identify with --case, or take every one "
            "with --all-cases."
        )
    hidden_from = partial(hidden_of_folder, profile=Profile(profile))
    if all_cases:
        return from_cases(home, hidden_from)
    return tuple(hidden_from(load_case(home, each)) for each in dict.fromkeys(references))


def _paper(file: Path) -> str:
    """Return the key of the document or report that a file's name tells; empty for any other."""
    from lscp_docs.catalogue import DOCUMENTS, REPORTS

    parts = file.stem.split("_")
    return next((row.key for row in (*DOCUMENTS, *REPORTS) if row.key in parts), "")


def _sign_off(
    file: Path,
    data: bytes,
    checked: Checked,
    hidden: tuple[HiddenOfCase, ...],
    *,
    profile: str,
    by: str,
    on: dt.date,
) -> None:
    """Write beside a clean file what was looked for and who signed it off; say where."""
    from lscp_docs.casefile.writing import free_name, write_new
    from lscp_docs.disclosure.looked_for import ENDING, SignOff, looked_for
    from lscp_docs.paper import PROGRAM, sha256

    if not checked.is_clean:
        raise DisclosureError("Nobody can sign off a file that must not leave: mend it first.")
    text = looked_for(
        file.name,
        profile,
        hidden,
        ((checked, sha256(data)),),
        program=PROGRAM,
        sign_off=SignOff(by=by, on=on),
    )
    stem = free_name(file.parent, file.stem, (ENDING,))
    written = write_new(file.parent / f"{stem}{ENDING}", text.encode())
    click.echo(f"Signed off: {from_here(written)}", err=True)


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
        "hits": [
            {
                "where": each.where,
                "kind": each.kind,
                "of": each.of_case,
                "variant": each.variant,
                "blocks": each.blocks,
            }
            for each in checked.findings
        ],
        "looked_for": {each.kind: each.number for each in checked.looked_for},
        "looked_in": {each.kind: each.number for each in checked.looked_in},
    }


def _lines(checked: Checked, paper: str) -> Iterator[str]:
    stops = [finding for finding in checked.findings if finding.blocks]
    allowed = [finding for finding in checked.findings if finding.is_allowed]
    looks = [each for each in checked.findings if not each.blocks and not each.is_allowed]
    if stops:
        yield wrapped(
            f"STOP: do not send this file. {counted(len(stops), 'finding')} must be mended.",
            indent=0,
        )
        yield from (wrapped(f"- {_told(finding)}", indent=2) for finding in stops)
        yield from _how_to_allow(stops, paper or checked.name)
    else:
        yield "Nothing was found that must go."
    if allowed:
        yield f"\nAllowed in {paper or checked.name} by the case file:"
        yield from (wrapped(f"- {_told(finding)}", indent=2) for finding in allowed)
    if looks:
        yield f"\nLook at {counted(len(looks), 'place')} that may be in order:"
        yield from (wrapped(f"- {_told(finding)}", indent=2) for finding in looks)
    yield ""
    yield wrapped(f"Looked for: {_together(checked.looked_for)}.")
    yield wrapped(f"Looked in: {_together(checked.looked_in)}.")
    yield ""
    yield wrapped(f"Next: {_next(has_stops=bool(stops))}", indent=0)


def _how_to_allow(stops: list[Finding], paper: str) -> Iterator[str]:
    """Yield what to copy into the case file for hits that mean somebody or something else."""
    from lscp_docs.disclosure.hidden import NUMBER

    found = dict.fromkeys((f.case, f.of or NUMBER, f.written) for f in stops if f.written)
    if not found:
        return
    yield ""
    yield wrapped(
        "Only where the words mean somebody or something else, copy into case.toml what is meant, "
        "and write why:",
        indent=0,
    )
    for case, of, written in found:
        yield f"\n[[allowed]]  # {case or 'of the case whose paper it is'}"
        yield f'of = "{of}"\nwritten = "{written}"\npapers = [{json.dumps(paper)}]'
        yield 'because = ""\nby = ""\nrole = ""\non = 2026-01-01  # the day on which you decide'


def _told(finding: Finding) -> str:
    if not finding.of:
        return f"{finding.where}: {finding.kind}. {finding.variant}".removesuffix(".") + "."
    return f"{finding.where}: what {finding.of_case} says ({finding.kind}; {finding.variant})."


def _together(kinds: Iterable[Counted]) -> str:
    return ", ".join(f"{each.kind} ({each.number:,})" for each in kinds) or "nothing"


def _next(*, has_stops: bool) -> str:
    if has_stops:
        return "take it out, or correct or complete the case file, and check the file again."
    return (
        "read the file yourself. What pictures show, people who are in none of these cases, and "
        "circumstances by which a family is known are not found."
    )
