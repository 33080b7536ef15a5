"""The list beside a finished file: what was looked for and not found, and who signed it off."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lscp_docs.disclosure.check import Checked, Finding
from lscp_docs.disclosure.hidden import HiddenOfCase
from lscp_docs.model.identifying import Kind
from lscp_docs.wording import day_in_words

ENDING = "_looked-for.txt"
"""What the name of the list has after that of the paper."""

WIDTH = 96
NOBODY = (
    "Nobody has signed this list off. Read the whole paper yourself; then: "
    "lscp-docs disclosure FILE --case CASE --profile PROFILE --signed-off-by NAME"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """Who read a file and answers for it, on which day."""

    by: str
    on: dt.date


def looked_for(
    title: str,
    profile: str,
    hidden: tuple[HiddenOfCase, ...],
    checked: tuple[tuple[Checked, str], ...],
    *,
    program: str,
    sign_off: SignOff | None = None,
) -> str:
    """Return the list as a text; it holds keys of the cases and no word of them.

    `checked` are the files with the SHA-256 of their bytes, `program` the one that looked.
    """
    return "\n".join(_lines(title, profile, hidden, checked, program, sign_off)) + "\n"


def _lines(
    title: str,
    profile: str,
    hidden: tuple[HiddenOfCase, ...],
    checked: tuple[tuple[Checked, str], ...],
    program: str,
    sign_off: SignOff | None,
) -> Iterator[str]:
    yield f"WHAT WAS LOOKED FOR: {title}"
    yield ""
    yield from _wrapped(f"For your records: do not publish. Who reads the paper: {profile}.")
    yield from _wrapped(f"Searched by {program}.")
    for each, sha256 in checked:
        yield ""
        yield f"{each.name}"
        yield f"  SHA-256 {sha256}"
        yield from _wrapped(f"Looked in: {_counted(each)}.", indent=2)
    yield from ("", "LOOKED FOR AND NOT FOUND")
    found = {(f.case, f.of) for each, _ in checked for f in each.findings if f.of}
    for case in hidden:
        yield from ("", case.reference)
        yield from _not_found(case, found)
    yield from _section("FOUND AND ALLOWED", _allowed(checked), "Nothing.")
    yield from _section("TO BE LOOKED AT BY A PERSON", _looks(checked), "Nothing.")
    yield from ("", "SIGNED OFF", "")
    signed = NOBODY if sign_off is None else f"By {sign_off.by} on {day_in_words(sign_off.on)}."
    yield from _wrapped(signed)


def _not_found(case: HiddenOfCase, found: set[tuple[str, str]]) -> Iterator[str]:
    """A line, or a few, for each kind of value, with the keys of those that nothing was found of.

    A whole name is found under the key of its person: then none of its parts is listed.
    """
    by_kind: dict[Kind, list[str]] = {}
    for value in case.values:
        for key, kind in zip(value.keys, value.kinds, strict=True):
            if found.isdisjoint({(case.reference, key), (case.reference, value.of)}):
                by_kind.setdefault(kind, []).append(key)
    if not by_kind:
        yield "  Nothing: the case hides nothing from these readers, or all of it was found."
    for kind, keys in by_kind.items():
        yield from _wrapped(f"{kind.value}: {', '.join(dict.fromkeys(keys))}", indent=2)


def _allowed(checked: tuple[tuple[Checked, str], ...]) -> Iterator[str]:
    """Where what is allowed stands; who allowed it, when and why the case file alone tells."""
    for each, _ in checked:
        for finding in each.findings:
            if finding.is_allowed:
                yield f"{_place(each, finding)}; see [[allowed]] of the case file"


def _looks(checked: tuple[tuple[Checked, str], ...]) -> Iterator[str]:
    for each, _ in checked:
        for finding in each.findings:
            if finding in each.looks or finding.why:
                yield _place(each, finding)


def _place(checked: Checked, finding: Finding) -> str:
    what = ", ".join(part for part in (finding.of_case, finding.kind, finding.variant) if part)
    return f"{checked.name}: {finding.where}: {what}"


def _counted(checked: Checked) -> str:
    return ", ".join(f"{each.kind} ({each.number:,})" for each in checked.looked_in) or "nothing"


def _section(title: str, lines: Iterable[str], otherwise: str) -> Iterator[str]:
    yield from ("", title, "")
    for line in tuple(dict.fromkeys(lines)) or (otherwise,):
        yield from _wrapped(line, indent=2)


def _wrapped(text: str, *, indent: int = 0) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
