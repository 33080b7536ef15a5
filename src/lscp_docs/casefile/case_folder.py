"""A partnership's folder and the case folders in it, read and checked against each other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lscp_docs.casefile.file_names import HISTORY_FILE, RETURNS
from lscp_docs.casefile.reading import read_toml, text_of, unusable
from lscp_docs.errors import CaseFileError, HistoryError, Problem, UsageError, did_you_mean
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.record import Path as KeyPath
from lscp_docs.model.record import records_of

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers
    from lscp_docs.model.returned import Return, Sent

CASE_FILE = "case.toml"
PARTNERSHIP_FILE = "partnership.toml"
CASES = "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFolder:
    """A case as it was read: its models, and the hashes of the files that they were read from.

    `case` is what people wrote in case.toml, completed by what was sent and what came back.
    """

    path: Path
    case: CaseFile
    partnership: Partnership
    case_sha256: str
    partnership_sha256: str
    sent: tuple[Sent, ...] = ()
    returns: tuple[Return[Answers], ...] = ()
    """The accepted returns, those of an agency in the order of their acceptance."""
    completed_from: Mapping[str, str] = field(default_factory=dict)
    """The hashes of the files that tell what was sent and what came back, by their names."""


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


def line_in_case(home: Path, reference: str, path: KeyPath) -> int | None:
    """Give the line of a case file on which a key stands; None where the file cannot be read."""
    from lscp_docs.casefile.positions import positions  # for problems alone

    text = text_of(home / CASES / reference / CASE_FILE)
    return None if isinstance(text, Problem) else positions(text).line(path)


def load_case(home: Path, reference: str) -> CaseFolder:
    """Give a case with its partnership.

    Raises UsageError when there is no such case, and CaseFileError with every problem in it, the
    keys of agencies that the partnership does not know included; also where a return or the
    history of the case is not as it was written.
    """
    known_references(home, (reference,))
    partnership = load_partnership(home)
    return read_case(home, reference, partnership, _sha256(home / PARTNERSHIP_FILE))


def read_case(
    home: Path, reference: str, partnership: Partnership, partnership_sha256: str
) -> CaseFolder:
    """Give a case of a partnership that was read before; raise CaseFileError as `load_case`."""
    path = home / CASES / reference
    read = _read(path / CASE_FILE)
    # Raised outside every `except`, so that no chained error carries what was read.
    if isinstance(read, tuple) or _is_foreign(read, partnership, reference):
        found = read if isinstance(read, tuple) else ()
        raise unusable(CASE_FILE, _with_foreign(found, path / CASE_FILE, partnership))
    folder = CaseFolder(
        path=path,
        case=read,
        partnership=partnership,
        case_sha256=_sha256(path / CASE_FILE),
        partnership_sha256=partnership_sha256,
    )
    is_added_to = any((path / name).exists() for name in (HISTORY_FILE, RETURNS))
    return _completed(folder) if is_added_to else folder


def _completed(folder: CaseFolder) -> CaseFolder:
    """Give the folder with its case completed by what was sent and what came back."""
    # Most cases have been sent no form: what reads it is imported for one that has.
    from lscp_docs.casefile.returns_file import returns_of
    from lscp_docs.casefile.sent import sent_of
    from lscp_docs.returns.merging import with_returns

    returns = returns_of(folder.path)
    try:
        sent = sent_of(folder.path)
    except HistoryError as error:
        raise unusable(HISTORY_FILE, error.problems) from error
    case = with_returns(folder.case, sent, returns)
    files = (folder.path / HISTORY_FILE, *sorted((folder.path / RETURNS).glob("*.json")))
    return replace(
        folder,
        case=case,
        sent=sent,
        returns=returns,
        completed_from={
            file.relative_to(folder.path).as_posix(): _sha256(file)
            for file in files
            if file.exists()
        },
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
        vars(record).get(name)
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
