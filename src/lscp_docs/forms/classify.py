"""What a returned file is: one of the published states, with reasons and open questions; pure.

The order of the questions is the order of this module: can it be opened, is it ours, is it for this
case, is its edition read, is anything lost, is anything answered, is every answer certain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lscp_docs.forms.identified import Carrier, Identified, identified
from lscp_docs.forms.identity import ANY_AGENCY, NO_CASE, Identity
from lscp_docs.forms.judged import Judged, judged, share_known
from lscp_docs.forms.observed import Observed, Opening
from lscp_docs.model.answers.values import Understood
from lscp_docs.model.returned import OpenQuestion, ReturnState, Sent

if TYPE_CHECKING:
    from lscp_docs.forms.form_type import FormType

LETTERS_A_PAGE = 40
"""A page with fewer letters, and a picture, is a scan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One sending as it was recorded: for which case, what, and what stood in its boxes."""

    case: str
    """The case's reference, or `no-case`."""
    sent: Sent
    prefilled: Mapping[str, str] = field(default_factory=dict)
    """The texts of the boxes that were filled in already, by the box's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the receiver knows."""

    forms: Mapping[str, FormType]
    """The rows of the catalogue, by key."""
    cases: frozenset[str]
    agencies: frozenset[str]
    sendings: Mapping[str, Sending]
    """By the id of the sending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a file is, and what can be said of it in a receipt."""

    state: ReturnState
    identity: Identity | None = None
    carrier: Carrier | None = None
    """What told the identity."""
    reasons: tuple[str, ...] = ()
    """Why it is in its state, in sentences that quote no answer."""
    understood: Understood | None = None
    """The answers that are certain; None where no answers are read."""
    questions: tuple[OpenQuestion, ...] = ()
    remarks: tuple[str, ...] = ()
    """What was noticed and does not matter to the answers."""


OPENINGS = {
    Opening.NOT_A_PDF: (ReturnState.NOT_A_PDF, "The file is no PDF."),
    Opening.CORRUPT: (ReturnState.CORRUPT, "The file cannot be opened: a part of it is missing."),
    Opening.TOO_LARGE: (
        ReturnState.TOO_LARGE,
        "The file is larger than 10 MB, or would take too much work to read.",
    ),
    Opening.ENCRYPTED: (ReturnState.ENCRYPTED, "The file is protected by a password."),
}


def classify(seen: Observed, known: Known) -> Verdict:
    """Give the state of a file, and its answers where it has certain ones.

    Whether it is held already, or is a later version of an accepted return, is for the receiver to
    say, who knows what is held.
    """
    if seen.opening in OPENINGS:
        state, reason = OPENINGS[seen.opening]
        return Verdict(state=state, reasons=(reason,))
    told = identified(seen)
    if not seen.has_form or (told.carrier is Carrier.FOOT and not _is_like(seen, told, known)):
        return _without_form(seen, told, known)
    return _with_form(seen, told, known)


def _is_like(seen: Observed, told: Identified, known: Known) -> bool:
    row = known.forms.get(told.identity.form) if told.identity else None
    return row is not None and share_known(seen, row) > 0


def _without_form(seen: Observed, told: Identified, known: Known) -> Verdict:
    state, reason = _kind_without_form(seen, told)
    if told.identity is not None and state is ReturnState.PRINTED_COPY:
        state, reason = _elsewhere(told.identity, known) or (state, reason)
    return Verdict(
        state=state, identity=told.identity, carrier=told.carrier, reasons=(reason, *told.faults)
    )


def _kind_without_form(seen: Observed, told: Identified) -> tuple[ReturnState, str]:
    is_pictures = 0 < seen.pages <= seen.images
    if seen.has_xfa:
        return ReturnState.XFA, "The form is of a kind (XFA) that only one maker’s programs show."
    if told.identity is not None and seen.loose_widgets:
        reason = "Its pages were copied out of the form: the boxes are there, the form is not."
        return ReturnState.DETACHED_FORM, reason
    if is_pictures and (told.identity or seen.letters < LETTERS_A_PAGE * seen.pages):
        return ReturnState.SCAN, "Its pages are pictures."
    if told.identity is not None:
        return ReturnState.PRINTED_COPY, "The form was printed to PDF: its boxes are gone."
    return ReturnState.NOT_OURS, "The file is a PDF, but none of our forms."


def _with_form(seen: Observed, told: Identified, known: Known) -> Verdict:
    if told.identity is None:
        return _nameless(seen, told, known)
    identity = told.identity
    elsewhere = None if told.faults else _elsewhere(identity, known)
    if elsewhere is None:
        elsewhere = _refused(identity, known)
    if elsewhere is not None:
        state, reason = elsewhere
        return Verdict(
            state=state, identity=identity, carrier=told.carrier, reasons=(reason, *told.faults)
        )
    row = known.forms[identity.form]
    sending = known.sendings.get(identity.issue)
    earlier = next((each for each in row.earlier if each.number == identity.edition), None)
    found = judged(seen, row, earlier, {} if sending is None else sending.prefilled)
    return _verdict(seen, told, found, _unrecorded(identity, sending))


def _nameless(seen: Observed, told: Identified, known: Known) -> Verdict:
    """Judge a form that says nothing of itself: by its boxes it is one of ours, or none."""
    shares = {row.key: share_known(seen, row) for row in known.forms.values()}
    likest = max(shares, key=lambda key: shares[key], default="")
    if not likest or shares[likest] < 0.5:
        reason = "The file is a form, but none of ours."
        return Verdict(state=ReturnState.NOT_OURS, reasons=(reason,))
    row = known.forms[likest]
    found = judged(seen, row, None, {})
    reason = "The file has the boxes of a form of ours, but does not say for whom it was made."
    return _verdict(seen, Identified(None, None, (reason, *told.faults)), found, ())


def _verdict(
    seen: Observed, told: Identified, found: Judged, unrecorded: tuple[OpenQuestion, ...]
) -> Verdict:
    faults = (*told.faults, *found.faults)
    questions = (*unrecorded, *found.questions)
    state = _state(seen, found, is_damaged=bool(faults), has_questions=bool(questions))
    return Verdict(
        state=state,
        identity=told.identity,
        carrier=told.carrier,
        reasons=(*faults, *REASONS.get(state, ())),
        understood=found.understood,
        questions=() if state is ReturnState.BLANK else questions,
        remarks=found.remarks,
    )


REASONS = {
    ReturnState.BLANK: ("Nobody has filled anything in.",),
    ReturnState.NIL_RETURN: ("The agency says that it was not involved.",),
    ReturnState.SIGNED: ("The form was signed digitally: a person looks at the signature.",),
    ReturnState.FILLED_WITH_QUESTIONS: ("Some answers are missing or not certain.",),
}


def _state(seen: Observed, found: Judged, *, is_damaged: bool, has_questions: bool) -> ReturnState:
    ordered = (
        (is_damaged, ReturnState.FILLED_BUT_DAMAGED),
        (found.is_blank, ReturnState.BLANK),
        (bool(seen.signatures), ReturnState.SIGNED),
        (has_questions, ReturnState.FILLED_WITH_QUESTIONS),
        (found.understood.answers.is_nil, ReturnState.NIL_RETURN),
    )
    return next((state for is_so, state in ordered if is_so), ReturnState.FILLED)


def _elsewhere(identity: Identity, known: Known) -> tuple[ReturnState, str] | None:
    """Give why a form belongs to another place than here; None where it belongs here."""
    if identity.form not in known.forms:
        return ReturnState.WRONG_FORM, f"There is no form called {identity.form}."
    if identity.case not in (*known.cases, NO_CASE):
        return ReturnState.WRONG_CASE, f"There is no case or report {identity.case} here."
    sending = known.sendings.get(identity.issue)
    if sending is not None:
        return _misdirected(identity, sending)
    if identity.agency not in (*known.agencies, ANY_AGENCY):
        return ReturnState.WRONG_CASE, f"There is no agency {identity.agency} here."
    return None


def _misdirected(identity: Identity, sending: Sending) -> tuple[ReturnState, str] | None:
    sent = sending.sent
    if (sent.form, sent.edition) != (identity.form, identity.edition):
        reason = f"The sending {identity.issue} was of {sent.form}, edition {sent.edition}."
        return ReturnState.WRONG_FORM, reason
    if sending.case != identity.case:
        reason = f"The sending {identity.issue} was made for another matter than {identity.case}."
        return ReturnState.WRONG_CASE, reason
    if sent.agency != identity.agency:
        reason = f"The sending {identity.issue} went to another agency than {identity.agency}."
        return ReturnState.WRONG_CASE, reason
    return None


def _refused(identity: Identity, known: Known) -> tuple[ReturnState, str] | None:
    """Give why no answers are read from a form or an edition of it; None where they are."""
    row = known.forms.get(identity.form)
    if row is None:
        return ReturnState.WRONG_FORM, f"There is no form called {identity.form}."
    if identity.edition == row.edition:
        return None
    unknown = f"Edition {identity.edition} of {row.key} is not known here."
    refusals = {each.number: each.refused_because for each in row.earlier}
    reason = refusals.get(identity.edition, unknown)
    told = f"{reason} The present edition is {row.edition}."
    return (ReturnState.OTHER_EDITION, told) if reason else None


def _unrecorded(identity: Identity, sending: Sending | None) -> tuple[OpenQuestion, ...]:
    """A form for a case whose sending nobody recorded may be anybody's."""
    if sending is not None or identity.case == NO_CASE:
        return ()
    problem = f"The sending {identity.issue} is not recorded in this case. Who was asked?"
    return (OpenQuestion(field="", question="The sending", answer="", problem=problem),)
