"""The case as people wrote it, completed by what was sent and what came back.

`case.toml` is never touched, and what people wrote in it stands: a return fills what it leaves
open. Actions that an agency sets itself stay proposals (`contributions`), no actions of the case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeGuard, TypeVar

from lscp_docs.model.answers.asked import Answers, YesNoNotRecorded
from lscp_docs.model.answers.scoping_events import Event
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.identifying import revealed
from lscp_docs.model.people import Professional
from lscp_docs.model.returned import Return, ReturnedEvent, Sent
from lscp_docs.model.review import RapidReview, ScopingRequest
from lscp_docs.returns.pages import page_of

A = TypeVar("A", bound=Answers)

SCOPING_REPORT = "scoping-report"

NO_SOURCE = "not given by the agency"
NO_EVENT = "The agency left out what happened."
SEEN = {YesNoNotRecorded.YES: True, YesNoNotRecorded.NO: False}


def with_returns(
    case: CaseFile, sent: tuple[Sent, ...], returns: tuple[Return[Answers], ...]
) -> CaseFile:
    """Give the case with its requests and its chronology completed.

    A request takes its due date from the sending where the file has none, the days of chasing from
    both, the day of the return from the agency's first accepted return, and what it says and who
    wrote it from the latest. An agency that was sent the scoping report and has no request gets
    one. The rows of a return follow those of the file. Completing a case twice changes nothing.
    """
    reports = scoping_reports(returns)
    asked = [each for each in sent if each.form == SCOPING_REPORT]
    if not asked and not reports:
        return case
    written = (event for event in case.chronology if not isinstance(event, ReturnedEvent))
    returned = (event for report in reports for event in _events(report))
    changes: dict[str, Any] = {"chronology": (*written, *returned)}
    if case.rapid_review is not None:
        requests = tuple(_requests(case.rapid_review, asked, returns))
        changes["rapid_review"] = case.rapid_review.model_copy(update={"requests": requests})
    return case.model_copy(update=changes)


def latest(returns: Sequence[Return[A]]) -> tuple[Return[A], ...]:
    """Give the newest accepted return of each form and agency.

    `returns` are in the order of their acceptance; the answer is in the order in which each
    agency first answered.
    """
    return tuple({(each.form, each.agency): each for each in returns}.values())


def scoping_reports(returns: Sequence[Return[Answers]]) -> tuple[Return[ScopingReport], ...]:
    """Give each agency's newest scoping report."""
    return latest([each for each in returns if is_scoping_report(each)])


def is_scoping_report(each: Return[Answers]) -> TypeGuard[Return[ScopingReport]]:
    """Tell whether a return is a scoping report."""
    return isinstance(each.answers, ScopingReport)


# Requests ----------------------------------------------------------------------------------


def _requests(
    review: RapidReview, asked: list[Sent], returns: Sequence[Return[Answers]]
) -> Iterator[ScopingRequest]:
    known = {request.agency for request in review.requests}
    new = {each.agency: each for each in reversed(asked) if each.agency not in known}
    for request in (*review.requests, *(_request(new[key]) for key in reversed(new))):
        of_agency = [each for each in asked if each.agency == request.agency]
        came = [each for each in returns if each.agency == request.agency]
        yield _answered(_sent(request, of_agency), [e for e in came if is_scoping_report(e)])


def _request(sent: Sent) -> ScopingRequest:
    return ScopingRequest(agency=sent.agency, asked_on=sent.on)


def _sent(request: ScopingRequest, sent: list[Sent]) -> ScopingRequest:
    """Complete a request by what was sent: the latest sending sets the due date."""
    due = [each.due_on for each in sent if each.due_on is not None]
    chased = {*request.chased_on, *(day for each in sent for day in each.chased_on)}
    return request.model_copy(
        update={
            "due_on": request.due_on or (due[-1] if due else None),
            "chased_on": tuple(sorted(chased)),
        }
    )


def _answered(request: ScopingRequest, came: list[Return[ScopingReport]]) -> ScopingRequest:
    """Complete a request by what came back."""
    if not came:
        return request
    newest = came[-1].answers
    is_nil = request.nil_return or (request.returned_on is None and newest.is_nil)
    return request.model_copy(
        update={
            "returned_on": request.returned_on or came[0].received_on,
            "nil_return": is_nil,
            "summary": request.summary or newest.summary,
            "author": request.author or _author(newest),
        }
    )


def _author(answers: ScopingReport) -> Professional | None:
    if answers.author is None or answers.author_role is None:
        return None
    return Professional.model_validate(
        {"name": revealed(answers.author), "role": answers.author_role}
    )


# Chronology --------------------------------------------------------------------------------


def _events(report: Return[ScopingReport]) -> Iterator[ReturnedEvent]:
    for row, event in zip(report.rows["chronology"], report.answers.chronology, strict=True):
        yield _event(report, row, event)


def _event(report: Return[ScopingReport], row: int, event: Event) -> ReturnedEvent:
    """Give a row as it stands; one that lacks a part says so, and is never left out."""
    return ReturnedEvent.model_validate(
        {
            "on": UncertainDate(Precision.UNKNOWN) if event.on is None else revealed(event.on),
            "time": None if event.time is None else revealed(event.time),
            "agency": report.agency,
            "source": event.source or NO_SOURCE,
            "event": event.event or NO_EVENT,
            "response": event.response,
            "child_seen": SEEN.get(event.child_seen) if event.child_seen else None,
            "child_voice": event.child_voice,
            "received_on": report.received_on,
            "form_page": page_of(report, f"chronology_{row}"),
            "form_row": row,
        }
    )
