"""Files that came in: the original bytes under their state, each with a record of what it was.

`received/<state>/<form>_<agency>_<first 12 of the hash>.pdf` and, beside it, `….json`. The record
is written last: a file without one was not received to its end, and is received again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from lscp_docs.casefile.returns_file import (
    KeptAnswer,
    KeptQuestion,
    ReturnRecord,
    return_with,
)
from lscp_docs.casefile.writing import write_new
from lscp_docs.errors import OutputError
from lscp_docs.model.returned import ReturnState
from lscp_docs.returns.board import Waiting

RECEIVED = "received"

CONFIRMABLE = (
    ReturnState.FILLED_WITH_QUESTIONS,
    ReturnState.FILLED_BUT_DAMAGED,
    ReturnState.AMENDED,
    ReturnState.SIGNED,
    ReturnState.PRINTED_COPY,
)
"""The states in which a person may accept what could be read."""


COMPARE = "Read from a printed copy. Compare it with the page, then confirm it."
"""What an answer of a printed copy waits for; a person's word settles it."""


class ReceivedFile(BaseModel):
    """What one file was when it came: where it belongs, its state, and all that was read in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    file: str
    """The name under which it came."""
    sha256: str
    received_on: dt.date
    state: ReturnState
    accepted: bool
    form: str = ""
    edition: str = ""
    case: str = ""
    agency: str = ""
    issue: str = ""
    reasons: tuple[str, ...] = ()
    """Why it is in its state, in sentences."""
    remarks: tuple[str, ...] = ()
    changes: tuple[KeptQuestion, ...] = ()
    """What differs from the return that was accepted before; `problem` holds what it said then."""
    answers: tuple[KeptAnswer, ...] = ()
    open_questions: tuple[KeptQuestion, ...] = ()
    sender: str = ""


def record_of_return(record: ReceivedFile, *, confirmed_by: str) -> ReturnRecord:
    """Give the accepted return that a received file becomes; open questions stay open."""
    return ReturnRecord(
        form=record.form,
        edition=record.edition,
        case=record.case,
        agency=record.agency,
        issue=record.issue,
        received_on=record.received_on,
        file=f"{record.state.value}/{kept_name(record)}",
        sha256=record.sha256,
        state=record.state,
        confirmed_by=confirmed_by,
        answers=record.answers,
        open_questions=tuple(each for each in record.open_questions if each.problem != COMPARE),
    )


def digest_of(data: bytes) -> str:
    """Give the hash under which a file is kept."""
    return hashlib.sha256(data).hexdigest()


def keep_original(place: Path, record: ReceivedFile, data: bytes) -> Path:
    """Write the original bytes into their folder below `place`, and give their path.

    Writing the same bytes again changes nothing. Raises OutputError when it cannot be written, or
    when other bytes are there.
    """
    path = kept_path(place, record)
    if path.exists() and path.read_bytes() == data:
        return path
    return write_new(path, data)


def keep_record(place: Path, record: ReceivedFile) -> Path:
    """Write the record beside its original: from now on the file counts as received."""
    path = kept_path(place, record).with_suffix(".json")
    return write_new(path, f"{record.model_dump_json(indent=1)}\n".encode())


def kept_path(place: Path, record: ReceivedFile) -> Path:
    """Where an original is kept."""
    return place / RECEIVED / record.state.value / kept_name(record)


def kept_name(record: ReceivedFile) -> str:
    """The name of an original: of keys and its hash, never a person's."""
    parts = [record.form, record.agency, record.sha256[:12]]
    ending = ".bin" if record.state is ReturnState.NOT_A_PDF else ".pdf"
    return "_".join(part for part in parts if part) + ending


def records_of(place: Path) -> tuple[ReceivedFile, ...]:
    """Give the records of all files that were received at a place (a case folder, or the home).

    Raises OutputError for a record that is damaged: a return must not come in twice unseen.
    """
    found = sorted((place / RECEIVED).glob("*/*.json"))
    return tuple(record for path in found if (record := _record(path)) is not None)


def waiting_in(place: Path) -> tuple[Waiting, ...]:
    """Give the files that were received at a place and that nobody has accepted, oldest first.

    A file that somebody mended and sent again no longer waits: an accepted return of the same form
    and agency that came on its day or later settles it, unless it is an amendment itself.
    """
    records = records_of(place)
    accepted = [each for each in records if is_accepted(place, each)]
    found = [
        each
        for each in records
        if each not in accepted
        and each.state is not ReturnState.DUPLICATE
        and not any(_settles(one, each) for one in accepted)
    ]
    return tuple(
        Waiting(
            agency=each.agency,
            file=f"{each.state.value}/{kept_name(each)}",
            state=each.state,
            received_on=each.received_on,
        )
        for each in sorted(found, key=lambda each: each.received_on)
    )


def _settles(accepted: ReceivedFile, waiting: ReceivedFile) -> bool:
    same = (accepted.form, accepted.agency) == (waiting.form, waiting.agency)
    later = accepted.received_on >= waiting.received_on
    return same and later and waiting.state is not ReturnState.AMENDED


def is_accepted(place: Path, record: ReceivedFile) -> bool:
    """True when a file was accepted as it came, or confirmed by a person since."""
    return record.accepted or return_with(place, record.sha256) is not None


def _record(path: Path) -> ReceivedFile | None:
    try:
        return ReceivedFile.model_validate_json(path.read_bytes())
    except (ValidationError, OSError):
        pass  # what it says repeats what was read
    raise OutputError(
        f"{RECEIVED}/{path.parent.name}/{path.name} is damaged. Put it back from a copy; or move "
        "it out of the folder, and receive the file beside it again."
    )


def held(places: Iterable[Path]) -> dict[str, tuple[Path, ReceivedFile]]:
    """Give what is held already, by its hash, with the place that holds it.

    A file that was locked when it came and was opened since is held as what it was then.
    """
    found = sorted(_held(places), key=lambda each: each[1][1].state is not ReturnState.ENCRYPTED)
    return dict(found)


def _held(places: Iterable[Path]) -> Iterator[tuple[str, tuple[Path, ReceivedFile]]]:
    for place in places:
        for record in records_of(place):
            yield record.sha256, (place, record)
