"""A partnership's folder and the case folders in it, read and checked against each other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lscp_docs.casefile.reading import read_toml, text_of, unusable
from lscp_docs.errors import CaseFileError, Problem, UsageError, did_you_mean
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.record import records_of

CASE_FILE = "case.toml"
PARTNERSHIP_FILE = "partnership.toml"
CASES = "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFolder:
    """A case as it was read: its models, and the hashes of the files that they were read from."""

    path: Path
    case: CaseFile
    partnership: Partnership
    case_sha256: str
    partnership_sha256: str


def load_partnership(home: Path) -> Partnership:
    """Give the partnership that a home folder describes; raise CaseFileError with all problems."""
    return read_toml(home / PARTNERSHIP_FILE, Partnership)


def references(home: Path) -> tuple[str, ...]:
    """Give the references of all cases in a home folder: the names of its case folders."""
    folder = home / CASES
    found = folder.iterdir() if folder.is_dir() else ()
    # A folder whose case.toml is gone or misnamed is a case all the same: it must not go unseen.
    return tuple(sorted(e.name for e in found if e.is_dir() and not e.name.startswith(".")))


def known_references(home: Path, asked_for: Iterable[str]) -> tuple[str, ...]:
    """Give the references that were asked for; raise UsageError where one is no case."""
    known, wanted = references(home), tuple(dict.fromkeys(asked_for))
    for reference in wanted:
        if reference not in known:
            every = f"The cases are: {', '.join(known) or 'none yet'}."
            near = did_you_mean(reference, known) or every
            raise UsageError(f"There is no case {reference}. {near}")
    return wanted


def load_case(home: Path, reference: str) -> CaseFolder:
    """Give a case with its partnership.

    Raises UsageError when there is no such case, and CaseFileError with every problem in it, the
    keys of agencies that the partnership does not know included.
    """
    known_references(home, (reference,))
    path = home / CASES / reference
    partnership = load_partnership(home)
    read = _read(path / CASE_FILE)
    # Raised outside every `except`, so that no chained error carries what was read.
    if isinstance(read, tuple) or _is_foreign(read, partnership, reference):
        found = read if isinstance(read, tuple) else ()
        raise unusable(CASE_FILE, _with_foreign(found, path / CASE_FILE, partnership))
    return CaseFolder(
        path=path,
        case=read,
        partnership=partnership,
        case_sha256=_sha256(path / CASE_FILE),
        partnership_sha256=_sha256(home / PARTNERSHIP_FILE),
    )


def _read(file: Path) -> CaseFile | tuple[Problem, ...]:
    try:
        return read_toml(file, CaseFile)
    except CaseFileError as error:
        return error.problems


def _is_foreign(case: CaseFile, partnership: Partnership, reference: str) -> bool:
    """True when a case says what its folder or its partnership does not know."""
    known = {agency.key for agency in partnership.agencies}
    named = {
        getattr(record, name, None)
        for _, record in records_of(case)
        for name in ("agency", "lead_agency")
    }
    return case.reference != reference or not named <= {None, *known}


def _with_foreign(
    found: tuple[Problem, ...], file: Path, partnership: Partnership
) -> tuple[Problem, ...]:
    """Give the problems of a file, and what in it is not known outside it, sorted by line."""
    # Most cases have nothing to look for: this is imported when one has.
    from lscp_docs.casefile.foreign import foreign
    from lscp_docs.casefile.problems import in_order

    text = text_of(file)
    if isinstance(text, Problem):
        return found
    told = {(problem.line, problem.path) for problem in found}
    agencies = {agency.key for agency in partnership.agencies}
    others = foreign(text, file=file.name, reference=file.parent.name, agencies=agencies)
    return in_order((*found, *(each for each in others if (each.line, each.path) not in told)))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
