"""The gate: no internal or public file gets its final name before its bytes have been searched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

from lscp_docs.disclosure.check import Checked, Finding, check_files
from lscp_docs.disclosure.hidden import NUMBER, HiddenOfCase
from lscp_docs.errors import DisclosureError, Problem
from lscp_docs.model.partnership import Partnership


def passed(
    files: Mapping[str, bytes],
    hidden: tuple[HiddenOfCase, ...],
    partnership: Partnership,
    *,
    paper: str,
    whose: str,
    printed_days: Collection[dt.date] = (),
    closely: Collection[str] | None = None,
) -> tuple[Checked, ...]:
    """Return what the search of each file told; raise DisclosureError when one must not leave.

    `files` are the bytes by the name that each is to get. `paper` is the key under which hits may
    be allowed, `whose` says in words what is searched ("the public document"), `printed_days` and
    `closely` are as in `check_files`. The sentences name places and keys of the case, no value.
    """
    checked = check_files(
        files,
        hidden,
        partnership,
        paper=paper,
        printed_days=printed_days,
        closely=closely,
    )
    stops = tuple(
        dict.fromkeys(problem for each in checked for problem in _problems(each, paper=paper))
    )
    if stops:
        raise DisclosureError(f"{whose} was not written: it would identify somebody.", stops)
    return checked


def _problems(checked: Checked, *, paper: str) -> Iterator[Problem]:
    # Two files of one paper say the same: the ending tells them apart, the rest is one name.
    file = f"the {checked.name.rpartition('.')[2]} file"
    for finding in checked.findings:
        if finding.blocks:
            yield Problem(
                file=file, path=finding.where, problem=_told(finding), hint=_hint(finding, paper)
            )


def _told(finding: Finding) -> str:
    if finding.written is None:
        return f"could not be read: {finding.why}"
    of = f"what {finding.of_case} says" if finding.of else "a number of nobody in the case"
    return f"holds {of} ({finding.kind}; {finding.variant})."


def _hint(finding: Finding, paper: str) -> str:
    if finding.written is None:
        return ""
    allowed = f'of = "{finding.of or NUMBER}", written = "{finding.written}", papers = ["{paper}"]'
    return (
        "Take it out of the text that is printed, or change the pseudonym; or, where it means "
        f"somebody or something else, allow it under [[allowed]] of the case file: {allowed}."
    )
