"""Where returned files are received: each is kept, and what is certain goes into its case."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lscp_docs.casefile.case_folder import CASES, load_partnership, references
from lscp_docs.casefile.history import Entry, Stamp, What, append, entries
from lscp_docs.casefile.locking import locked
from lscp_docs.casefile.received import (
    CONFIRMABLE,
    ReceivedFile,
    digest_of,
    held,
    is_accepted,
    keep_original,
    keep_record,
    kept_path,
    record_of_return,
)
from lscp_docs.casefile.report_file import reports_with_forms
from lscp_docs.casefile.returns_file import return_with, returns_of, write_return
from lscp_docs.casefile.writing import write_new
from lscp_docs.catalogue import FORMS
from lscp_docs.errors import UsageError
from lscp_docs.forms.classify import Verdict, classify
from lscp_docs.forms.compared import answers_seen, compared, kept
from lscp_docs.forms.drafted import draft_text
from lscp_docs.forms.form_type import SentTo
from lscp_docs.forms.identity import Identity
from lscp_docs.forms.limits import LARGEST_FILE
from lscp_docs.forms.observed import Observed, Opening
from lscp_docs.forms.returned import Reader
from lscp_docs.mail.answering import reply_bytes
from lscp_docs.mail.arrivals import Arrived
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.returned import ACCEPTED, Return, ReturnState
from lscp_docs.receive.judging import Judge

RECEIVING_LOCK = ".receiving.lock"
SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Where files are received, when, and by whom."""

    home: Path
    stamp: Stamp
    password: str = field(default="", repr=False)
    """What opens the files that are protected by a password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of one file."""

    record: ReceivedFile
    kept: Path | None = None
    """The original as it is kept; None for a file that was held already or left where it is."""
    reply: Path | None = None
    """The answer to its sender, ready to send."""
    returned: Path | None = None
    """The answers in the case, where they were accepted."""


def receive(arrived: Iterable[Arrived], office: Office) -> Iterator[Receipt]:
    """Sort, read and keep each file, accept what is certain, and yield a receipt for each.

    Nothing is taken away from where it lies. What was received before is a duplicate and changes
    nothing. Raises LockedError while somebody else receives, OutputError when a file cannot be
    kept, and CaseFileError when a case's returns are damaged.
    """
    with locked(office.home, RECEIVING_LOCK), Reader(password=office.password) as reader:
        desk = _Desk(office, reader)
        for one in arrived:
            yield desk.received(one)


def confirm(arrived: Iterable[Arrived], office: Office) -> Iterator[Receipt]:
    """Accept, on a person's word, what could be read of files that were received before.

    Open questions stay open. Raises UsageError for a file that was not received, or whose state
    holds nothing that could be accepted; one that was accepted already stays as it is.
    """
    with locked(office.home, RECEIVING_LOCK), Reader() as reader:
        desk = _Desk(office, reader)
        for one in arrived:
            yield desk.confirmed(one)


class _Desk:
    """Where files are received: what is known of the cases and sendings, and what is held."""

    def __init__(self, office: Office, reader: Reader) -> None:
        self.office = office
        self.partnership = load_partnership(office.home)
        cases = {case: office.home / CASES / case for case in references(office.home)}
        matters = {**reports_with_forms(office.home), **cases}
        self.judge = Judge(office.home, matters, self.partnership, reader)
        self.held = held((office.home, *matters.values()))

    def received(self, one: Arrived) -> Receipt:
        """Receive one file; one that is too large is left where it is, and nothing of it kept."""
        if one.data is None and one.path.stat().st_size > LARGEST_FILE:
            return Receipt(record=self._too_large(one))
        data = _bytes(one)
        digest = digest_of(data)
        if digest in self.held and not self._opens_now(digest):
            return Receipt(record=self._again(one, digest))
        seen = self.judge.seen(data)
        verdict = self.judge.judged(seen)
        if verdict.state is ReturnState.ENCRYPTED and digest in self.held:
            return Receipt(record=self._again(one, digest))  # it was another password
        place = self._place(verdict.identity)
        record = self._record(one, digest, seen, verdict, place)
        if record.state is ReturnState.PRINTED_COPY:
            record = self.judge.drafted(record, data)
        return self._kept(place, record, data)

    def confirmed(self, one: Arrived) -> Receipt:
        """Accept one file that was received before and waits for a person."""
        digest = digest_of(_bytes(one))
        if digest not in self.held:
            raise UsageError(
                f"{one.name} has not been received yet. First: lscp-docs receive {one.path}"
            )
        place, record = self.held[digest]
        path = kept_path(place, record)
        if is_accepted(place, record):
            return Receipt(record=record, kept=path, returned=return_with(place, digest))
        if record.state not in CONFIRMABLE:
            raise UsageError(
                f"{one.name} ({record.state.words}) holds no answers that could be accepted. Send "
                "its reply, which says what would help."
            )
        returned = write_return(place, record_of_return(record, confirmed_by=self.office.stamp.by))
        self._note(place, record, path, What.CONFIRMED)
        accepted = record.model_copy(update={"accepted": True})
        return Receipt(record=accepted, kept=path, returned=returned)

    def _opens_now(self, digest: str) -> bool:
        """True for a file that was held as locked, now that there is a password."""
        _, before = self.held[digest]
        return before.state is ReturnState.ENCRYPTED and bool(self.office.password)

    def _too_large(self, one: Arrived) -> ReceivedFile:
        verdict = classify(Observed(opening=Opening.TOO_LARGE), self.judge.known())
        with one.path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return ReceivedFile(
            file=one.name,
            sha256=digest,
            received_on=self.office.stamp.today,
            state=verdict.state,
            accepted=False,
            reasons=(*verdict.reasons, "It was left where it is."),
            sender=one.sender,
        )

    def _again(self, one: Arrived, digest: str) -> ReceivedFile:
        place, before = self.held[digest]
        became = "and was accepted" if is_accepted(place, before) else f"({before.state.words})"
        return before.model_copy(
            update={
                "file": one.name,
                "state": ReturnState.DUPLICATE,
                "accepted": False,
                "reasons": (f"This file came on {before.received_on.isoformat()} {became}.",),
                "open_questions": (),
                "answers": (),
                "changes": (),
            }
        )

    def _place(self, identity: Identity | None) -> Path:
        """Give the folder that a file belongs to: its matter's, or the home for all else."""
        return self.office.home if identity is None else self.judge.place_of(identity.case)

    def _record(
        self, one: Arrived, digest: str, seen: Observed, verdict: Verdict, place: Path
    ) -> ReceivedFile:
        identity = verdict.identity
        before = self._before(identity, digest, place) if identity is not None else None
        later = compared(verdict, before)
        told = {} if identity is None else {
            "form": identity.form, "edition": identity.edition, "case": identity.case,
            "agency": identity.agency, "issue": identity.issue,
        }  # fmt: skip
        return ReceivedFile(
            file=one.name,
            sha256=digest,
            received_on=self.office.stamp.today,
            state=later.state,
            accepted=later.state in ACCEPTED,
            reasons=later.reasons,
            remarks=verdict.remarks,
            changes=later.changes,
            answers=answers_seen(seen, verdict),
            open_questions=tuple(kept(each) for each in verdict.questions),
            sender=one.sender,
            **told,
        )

    def _before(self, identity: Identity, digest: str, place: Path) -> Return[Answers] | None:
        """Give the accepted return that a new one would be a later version of.

        What a run that was cut short made of the same file is no earlier version of it.
        """
        row = next((row for row in FORMS if row.key == identity.form), None)
        if row is None or row.sent_to is SentTo.ANY_AGENCY:
            return None  # many teams may answer on copies of one form
        once = row.sent_to is SentTo.ASKED_AGENCIES
        found = [
            each
            for each in returns_of(place, case=identity.case)
            if (each.form, each.agency) == (identity.form, identity.agency)
            and each.sha256 != digest
            and (once or each.issue == identity.issue)
        ]
        return found[-1] if found else None

    def _kept(self, place: Path, record: ReceivedFile, data: bytes) -> Receipt:
        """Keep original, answers, note and reply; the record goes last and makes it received."""
        path = keep_original(place, record, data)
        returned = None
        if record.accepted:
            returned = return_with(place, record.sha256)
            returned = returned or write_return(place, record_of_return(record, confirmed_by=""))
        self._note(place, record, path, What.RECEIVED)
        reply = self._reply(path, record)
        if record.state is ReturnState.PRINTED_COPY and record.answers:
            _written_once(path.with_name(f"{path.stem}_draft.txt"), draft_text(record).encode())
        keep_record(place, record)
        self.held[record.sha256] = place, record
        return Receipt(record=record, kept=path, reply=reply, returned=returned)

    def _note(self, place: Path, record: ReceivedFile, path: Path, what: What) -> None:
        """Add a line to the history, unless a run that was cut short had added it."""
        noted = {(each.what, each.sha256, each.state) for each in entries(place)}
        if (what, record.sha256, record.state) in noted:
            return
        entry = Entry(
            what=what,
            on=self.office.stamp.today,
            form=record.form or None,
            edition=record.edition or None,
            agency=record.agency or None,
            issue=record.issue or None,
            file=path.name,
            sha256=record.sha256,
            state=record.state,
            accepted=record.accepted or what is What.CONFIRMED,
        )
        append(place, entry, at=self.office.stamp.at, by=self.office.stamp.by)

    def _reply(self, path: Path, record: ReceivedFile) -> Path:
        row = next((row for row in FORMS if row.key == record.form), None)
        written_reply = reply_bytes(
            record,
            title=row.title if row is not None else "",
            marking=row.marking.value if row is not None else "",
            partnership=self.partnership,
        )
        return _written_once(path.with_name(f"{path.stem}_reply.eml"), written_reply)


def _written_once(path: Path, data: bytes) -> Path:
    """Write a file, unless a run that was cut short had written it."""
    return path if path.exists() else write_new(path, data)


def _bytes(one: Arrived) -> bytes:
    return one.path.read_bytes() if one.data is None else one.data
