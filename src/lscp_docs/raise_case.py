"""A case that an agency raises: its returned discussion form, to the folder of a new case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lscp_docs.casefile.case_folder import load_partnership
from lscp_docs.casefile.history import Entry, Stamp, What, append
from lscp_docs.casefile.new_case import case_path
from lscp_docs.casefile.raised_case import Raised, case_text
from lscp_docs.casefile.received import (
    ReceivedFile,
    digest_of,
    keep_original,
    keep_record,
    kept_name,
)
from lscp_docs.casefile.writing import write_new
from lscp_docs.catalogue import FORMS
from lscp_docs.errors import Problem, ReturnedFormError, UsageError
from lscp_docs.forms.classify import Known, Verdict, classify
from lscp_docs.forms.compared import answers_seen, kept
from lscp_docs.forms.identity import NO_CASE
from lscp_docs.forms.observed import Observed
from lscp_docs.forms.returned import Reader
from lscp_docs.model.answers.notification_discussion import NotificationDiscussion
from lscp_docs.model.returned import ReturnState

WITH_ANSWERS = (ReturnState.FILLED, ReturnState.FILLED_WITH_QUESTIONS, ReturnState.SIGNED)
"""The states of a form from which a case can begin; its open questions are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A case that was begun: its case file, and what is still to be asked."""

    path: Path
    questions: tuple[str, ...]


def raise_case(file: Path, reference: str, home: Path, stamp: Stamp) -> Begun:
    """Write the case file that a returned discussion form begins, and keep the form beside it.

    Raises UsageError for a reference that is no reference or is taken, or a file that is not
    there; ReturnedFormError where the file is no discussion form that could be read.
    """
    path = case_path(home, reference)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file.name} cannot be read: {error.strerror}.") from error
    partnership = load_partnership(home)
    with Reader() as reader:
        seen = reader.observe(file)
    verdict = classify(seen, _known(frozenset(a.key for a in partnership.agencies)))
    answers = verdict.understood.answers if verdict.understood is not None else None
    if not isinstance(answers, NotificationDiscussion) or verdict.state not in WITH_ANSWERS:
        raise _unusable(file, verdict)
    record = _record(file.name, digest_of(data), seen, verdict, stamp)
    raised = Raised(
        reference=reference,
        answers=answers,
        received_on=stamp.today,
        file=f"received/{record.state.value}/{kept_name(record)}",
        sha256=record.sha256,
    )
    write_new(path, case_text(raised, partnership).encode())
    original = keep_original(path.parent, record, data)
    keep_record(path.parent, record)
    entry = Entry(
        what=What.RECEIVED,
        on=stamp.today,
        form=record.form,
        edition=record.edition,
        file=original.name,
        sha256=record.sha256,
        state=record.state,
        accepted=True,
    )
    append(path.parent, entry, at=stamp.at, by=stamp.by)
    asked = (f"{each.question}: {each.problem}" for each in verdict.questions)
    return Begun(path=path, questions=tuple(asked))


def _known(agencies: frozenset[str]) -> Known:
    rows = {row.key: row for row in FORMS}
    return Known(forms=rows, cases=frozenset(), agencies=agencies, sendings={})


def _unusable(file: Path, verdict: Verdict) -> ReturnedFormError:
    return ReturnedFormError(
        f"{file.name} cannot begin a case ({verdict.state.words}). A case begins from a filled "
        "notification discussion form; else make it by hand, without --from.",
        tuple(Problem(file=file.name, problem=reason) for reason in verdict.reasons),
    )


def _record(name: str, digest: str, seen: Observed, verdict: Verdict, stamp: Stamp) -> ReceivedFile:
    identity = verdict.identity
    return ReceivedFile(
        file=name,
        sha256=digest,
        received_on=stamp.today,
        state=verdict.state,
        accepted=True,
        form="notification-discussion",
        edition=identity.edition if identity is not None else "",
        case=NO_CASE,
        agency=identity.agency if identity is not None else "",
        issue=identity.issue if identity is not None else "",
        reasons=verdict.reasons,
        remarks=verdict.remarks,
        answers=answers_seen(seen, verdict),
        open_questions=tuple(kept(each) for each in verdict.questions),
    )
