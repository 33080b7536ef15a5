"""The history of a case: `history.jsonl`, to which lines are added and of which none is changed.

Each line holds its number, the hash of the line before it, when, who, what, and a hash of itself,
so that a line that is changed, taken out or put in shows. A history holds references, keys, file
names, hashes, days and states; never a name or a narrative of the case. What it cannot show is
that its last lines are gone, or that somebody wrote all of it anew.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints, ValidationError

from lscp_docs.casefile.file_names import HISTORY_FILE
from lscp_docs.casefile.locking import locked
from lscp_docs.casefile.writing import sync_folder, write_new
from lscp_docs.errors import HistoryError, OutputError, Problem
from lscp_docs.model.dates import Day
from lscp_docs.model.discussion import Sha256
from lscp_docs.model.record import Flag, Key, Record
from lscp_docs.model.returned import ReturnState
from lscp_docs.model.vocabulary import Term

LOCK_FILE = ".history.lock"

BEGINNING = "0" * 64
"""What stands for the hash of the line before the first."""

FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$")]
"""A file name as the program makes them, of keys, days and hashes; never one that came in."""
IssueId = Annotated[str, StringConstraints(pattern=r"^[2-9A-Z]{4}-[2-9A-Z]{4}$")]
EditionNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,3}$")]
Who = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f]*\S[^\x00-\x1f\x7f]*$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When something is done, and by whom: `today` for the papers, `at` for the history."""

    today: dt.date
    at: dt.datetime
    by: str


class What(Term):
    """What happened to a case."""

    SENT = "sent", "a form was sent"
    CHASED = "chased", "an agency was reminded of a form"
    RECEIVED = "received", "a file came in"
    CONFIRMED = "confirmed", "a person confirmed what a file says"
    SET_ASIDE = "set_aside", "a line of this history that was never finished was set aside"


class Entry(Record):
    """Something that happened; what does not apply to it is None."""

    what: What
    on: Day | None = None
    """The day that it counts as, where that is another than the moment of writing."""
    form: Key | None = None
    edition: EditionNumber | None = None
    agency: Key | None = None
    issue: IssueId | None = None
    due_on: Day | None = None
    file: FileName | None = None
    sha256: Sha256 | None = None
    """The hash of the file's bytes."""
    locked_sha256: Sha256 | None = None
    """The hash of the copy that is protected by a password, where that is what went out."""
    mail: FileName | None = None
    """The e-mail that was written."""
    state: ReturnState | None = None
    accepted: Flag | None = None


class Line(Record):
    """A line of a history: an entry with its place in the chain."""

    n: Annotated[int, Field(ge=1, strict=True)]
    prev: Sha256
    at: AwareDatetime
    by: Who
    entry: Entry
    hash: Sha256

    @property
    def day(self) -> dt.date:
        """The day that it counts as."""
        return self.entry.on or self.at.date()


def append(case_path: Path, entry: Entry, *, at: dt.datetime, by: str) -> Line:
    """Add an entry to a case's history and give its line; it is on the disk when this returns.

    `at` is the moment, with its time zone, and `by` is who did it. A last line that was never
    finished (the power went, the disk was full) is moved to a file of its own, which the history
    names. Raises HistoryError where a line is not as it was written, LockedError where somebody
    else writes to the case for more than ten seconds, and OutputError where it cannot be written.
    """
    try:
        case_path.mkdir(parents=True, exist_ok=True)
        with locked(case_path, LOCK_FILE):
            _set_torn_aside(case_path, at=at, by=by)
            return _add(case_path, entry, at=at, by=by)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise OutputError(f"{case_path / HISTORY_FILE} could not be written: {why}.") from error


def lines(case_path: Path) -> tuple[Line, ...]:
    """Give the lines of a case's history in their order, none where there is no history yet.

    A last line without its end was never finished and does not count. Raises HistoryError, with
    the number of the line, where one is not as it was written.
    """
    whole, _ = _whole_and_torn(case_path / HISTORY_FILE)
    return tuple(_checked(whole))


def entries(case_path: Path) -> tuple[Entry, ...]:
    """Give what happened to a case, in its order; raise as `lines` does."""
    return tuple(line.entry for line in lines(case_path))


def _whole_and_torn(file: Path) -> tuple[bytes, bytes]:
    """Give the finished lines of a history, and the beginning of one that was never finished."""
    written = file.read_bytes() if file.exists() else b""
    end = written.rfind(b"\n") + 1
    return written[:end], written[end:]


def _set_torn_aside(case_path: Path, *, at: dt.datetime, by: str) -> None:
    file = case_path / HISTORY_FILE
    whole, torn = _whole_and_torn(file)
    if not torn:
        return
    digest = hashlib.sha256(torn).hexdigest()
    aside = case_path / f"history.torn-{digest[:12]}"
    if not aside.exists():
        write_new(aside, torn)
    with file.open("r+b") as history:
        history.truncate(len(whole))
        os.fsync(history.fileno())
    entry = Entry(what=What.SET_ASIDE, file=aside.name, sha256=digest)
    _add(case_path, entry, at=at, by=by)


def _add(case_path: Path, entry: Entry, *, at: dt.datetime, by: str) -> Line:
    file = case_path / HISTORY_FILE
    is_new = not file.exists()
    last = (None, *_checked(_whole_and_torn(file)[0]))[-1]
    body = {
        "n": 1 if last is None else last.n + 1,
        "prev": BEGINNING if last is None else last.hash,
        "at": at.isoformat(timespec="seconds"),
        "by": by,
        "entry": entry.model_dump(mode="json", exclude_none=True),
    }
    written = _sealed(json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode())
    line = Line.model_validate_json(written)
    if is_new:
        write_new(file, b"")  # with the rights of a case's files
    with file.open("ab") as history:
        history.write(written + b"\n")
        history.flush()
        os.fsync(history.fileno())
    if is_new:
        sync_folder(case_path)
    return line


def _sealed(body: bytes) -> bytes:
    """Give a line with its hash: that of all its bytes before the hash."""
    return body[:-1] + f',"hash":"{hashlib.sha256(body).hexdigest()}"}}'.encode()


def _checked(whole: bytes) -> Iterator[Line]:
    """Yield the lines; raise HistoryError at the first that is not as it was written."""
    before = BEGINNING
    for number, written in enumerate(whole.split(b"\n")[:-1], start=1):
        line = _read(written)
        if line is None or (line.n, line.prev) != (number, before):
            raise HistoryError(
                "The history of this case is not as it was written, so nothing is added to it. "
                "Keep the folder as it is, and compare it with a copy from your backup.",
                (
                    Problem(
                        file=HISTORY_FILE,
                        line=number,
                        problem="This line was changed, or lines before it were.",
                    ),
                ),
            )
        before = line.hash
        yield line


def _read(written: bytes) -> Line | None:
    """Give a line, None where its bytes are not those that were written."""
    start = written.rfind(b',"hash":"')
    if start < 0 or _sealed(written[:start] + b"}") != written:
        return None
    try:
        return Line.model_validate_json(written)
    except ValidationError:
        return None
