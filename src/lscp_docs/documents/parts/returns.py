"""The agencies asked for a scoping return: what each answered by the date of the document."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.recommendation import rapid_review_of
from lscp_docs.model.review import ScopingRequest
from lscp_docs.wording import Gap, Prose, Words, list_in_words

NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyReturn:
    """One agency: who was asked and when, and what became of it."""

    agency: str
    asked_of: Prose
    """The agency, then its author."""
    asked: tuple[str, ...]
    """When it was asked, when it was due, and when it was chased."""
    answer: Words
    answered_on: str
    answered: Prose
    """The answer, then the day it came."""
    involvement: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Why an agency need not answer."""

    agency: str
    reason: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Returns:
    """All returns of a rapid review, with the count of them in a sentence."""

    count: Words
    agencies: tuple[AgencyReturn, ...]
    waivers: tuple[Waiver, ...]


def returns(m: Material) -> Returns:
    """The returns as they stood on the day of the document."""
    requests = _asked(m)
    return Returns(
        count=_count(m, requests),
        agencies=tuple(_return(m, request) for request in requests),
        waivers=tuple(
            Waiver(
                agency=m.agency(request.agency),
                reason=m.prose(request.waived_because, "why it is waived", "rapid_review.requests"),
            )
            for request in requests
            if _is_waived(m, request)
        ),
    )


def _asked(m: Material) -> tuple[ScopingRequest, ...]:
    requests = rapid_review_of(m).requests
    return tuple(request for request in requests if request.asked_on <= m.as_at)


def _has_returned(m: Material, request: ScopingRequest) -> bool:
    return request.returned_on is not None and request.returned_on <= m.as_at


def _is_waived(m: Material, request: ScopingRequest) -> bool:
    return request.waived_because is not None and not _has_returned(m, request)


def _chased(m: Material, request: ScopingRequest) -> tuple[dt.date, ...]:
    return tuple(day for day in request.chased_on if day <= m.as_at)


def _count(m: Material, requests: tuple[ScopingRequest, ...]) -> Words:
    if not requests:
        return Gap("the agencies that were asked for a return", "rapid_review.requests")
    returned = [request for request in requests if _has_returned(m, request)]
    nil = sum(request.nil_return for request in returned)
    waived = sum(_is_waived(m, request) for request in requests)
    owed = len(requests) - len(returned) - waived
    parts = [f"{_number(len(returned) - nil)} returned a scoping report"]
    parts += [f"{_number(nil)} answered that it had no involvement (a nil return)"] if nil else []
    parts += [f"{_number(waived)} {_was(waived)} waived"] if waived else []
    parts += [f"{_number(owed)} {_was(owed)} still owed on {m.words(m.as_at)}"] if owed else []
    asked = f"{_number(len(requests))} {'agency was' if len(requests) == 1 else 'agencies were'}"
    return f"{asked.capitalize()} asked: {list_in_words(parts)}."


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _was(count: int) -> str:
    return "return was" if count == 1 else "returns were"


def _return(m: Material, request: ScopingRequest) -> AgencyReturn:
    agency, answer = m.agency(request.agency), _answer(m, request)
    returned = request.returned_on if _has_returned(m, request) else None
    received = "Not received" if returned is None else m.words(returned)
    return AgencyReturn(
        agency=agency,
        asked_of=(agency, _author(m, request)),
        asked=_asked_and_chased(m, request),
        answer=answer,
        answered_on=received,
        answered=(answer,) if returned is None else (answer, received),
        involvement=_involvement(m, request),
    )


def _asked_and_chased(m: Material, request: ScopingRequest) -> tuple[str, ...]:
    due = "no date set" if request.due_on is None else m.words(request.due_on)
    chased = list_in_words(m.words(day) for day in _chased(m, request))
    asked = (f"Asked: {m.words(request.asked_on)}", f"Due: {due}")
    return (*asked, f"Chased: {chased}") if chased else asked


def _author(m: Material, request: ScopingRequest) -> str:
    if request.author is None:
        return "No author named"
    return m.showing.professional(request.author.name, request.author.role)


def _answer(m: Material, request: ScopingRequest) -> Words:
    chased = _chased(m, request)
    if _has_returned(m, request):
        return "Nil return: no involvement" if request.nil_return else "Returned"
    if _is_waived(m, request):
        return "Waived (see section 5)"
    if chased:
        return f"Not returned by {m.words(m.as_at)}; chased on {m.words(chased[-1])}"
    if request.due_on is not None and request.due_on >= m.as_at:
        return f"Not yet due on {m.words(m.as_at)}"
    return Gap(
        f"the return of {m.agency(request.agency)}, the day it was chased, or why it is waived",
        "rapid_review.requests",
    )


def _involvement(m: Material, request: ScopingRequest) -> Prose:
    agency = m.agency(request.agency)
    if _is_waived(m, request):
        return ("The return was waived, for the reason given in section 5.",)
    if not _has_returned(m, request):
        return ("No return had been received when this review was written.",)
    if request.nil_return:
        said = "The agency answered that it had no involvement with the child or family."
        return m.prose_or(request.summary, said)
    return m.prose(request.summary, f"the involvement of {agency}", "rapid_review.requests")
