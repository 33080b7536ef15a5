"""What is owed in a case: what, to whom, by when and why; only what its facts leave open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.state import rapid_review_is_owed
from lscp_docs.model.vocabulary import ActionStatus, ExecutiveMatter, MeetingKind, Outcome
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.timescales.deadlines import Deadline
from lscp_docs.wording import day_in_words

DONE = (
    ActionStatus.COMPLETE_AWAITING_EVIDENCE,
    ActionStatus.COMPLETE_EVIDENCED,
    ActionStatus.CLOSED_NO_LONGER_NEEDED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One thing that somebody owes.

    `due` is the last day by the partnership's own count, `cautious` the earlier of the two ways of
    counting: alerts go by it. `document` is the key of the document that settles it, if one does.
    """

    case: str
    key: str
    what: str
    to: str
    by: str
    due: dt.date
    cautious: dt.date
    rule: str
    trigger: str
    citation: str
    document: str = ""

    def is_late(self, today: dt.date) -> bool:
        """True from the day after it was due."""
        return today > self.due

    def is_pressing(self, today: dt.date) -> bool:
        """True from the cautious date on."""
        return today >= self.cautious


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionStanding:
    """How an action of a case stands: in the case file, or as an agency has told since."""

    id: str
    lead_agency: str
    status: ActionStatus
    due: dt.date


def in_file(case: CaseFile) -> tuple[ActionStanding, ...]:
    """Return how the actions of a case stand by the case file alone, in its order."""
    return tuple(
        ActionStanding(
            id=action.id,
            lead_agency=action.lead_agency,
            status=action.status,
            due=action.revised_due or action.due,
        )
        for action in case.actions
    )


def owed(
    case: CaseFile, partnership: Partnership, actions: Iterable[ActionStanding] | None = None
) -> tuple[Owed, ...]:
    """Everything that is owed in a case, the earliest cautious date first.

    `actions` are how its actions stand where more is known than the case file says.
    """
    clocks = Clocks(case, partnership)
    found = [item for duty in DUTIES for item in duty(clocks)]
    found += _actions(clocks, in_file(case) if actions is None else actions)
    return tuple(sorted(found, key=lambda item: (item.cautious, item.due, item.key)))


def _by_rule(
    clocks: Clocks, deadline: Deadline | None, what: str, to: str, document: str = ""
) -> Iterator[Owed]:
    if deadline is not None:
        started = deadline.started
        yield Owed(
            case=clocks.case.reference,
            key=deadline.key,
            what=what,
            to=to,
            by=deadline.duty_holder,
            due=deadline.due,
            cautious=deadline.cautious,
            rule=deadline.rule,
            trigger=f"{started.trigger.value} on {day_in_words(started.day)}",
            citation=deadline.citation,
            document=document,
        )


def _by_date(clocks: Clocks, day: dt.date, key: str, what: str, to: str, by: str) -> Owed:
    """Something that is owed by a day that the case file itself sets."""
    return Owed(
        case=clocks.case.reference,
        key=key,
        what=what,
        to=to,
        by=by,
        due=day,
        cautious=day,
        rule="the day that the case file sets",
        trigger="",
        citation="",
    )


def _notification(clocks: Clocks) -> Iterator[Owed]:
    case = clocks.case
    outcome = case.decision.outcome if case.decision is not None else None
    if case.notification is not None or outcome is Outcome.NOT_NOTIFY:
        return
    what = "Make the notification" if outcome is Outcome.NOTIFY else "Decide and, if so, notify"
    yield from _by_rule(clocks, clocks.notification, what, "the Panel", "notification-data-sheet")
    if case.decision is not None and case.decision.deferred_until is not None:
        until = case.decision.deferred_until
        what, by = "Decide after the deferral", case.decision.role
        yield _by_date(clocks, until, "deferred", what, "the partners", by)


def _rationale(clocks: Clocks) -> Iterator[Owed]:
    case = clocks.case
    decision = case.decision
    if decision is None or decision.outcome is not Outcome.NOT_NOTIFY:
        return
    if case.differing_partners and case.issued_on("non-notification-rationale") is None:
        to = f"all members of the {clocks.partnership.names.review_group}"
        what, document = "Written rationale for not notifying", "non-notification-rationale"
        yield from _by_rule(clocks, clocks.notification, what, to, document)


def _feedback(clocks: Clocks) -> Iterator[Owed]:
    case = clocks.case
    decided = case.decision is not None and case.decision.outcome is not Outcome.DEFERRED
    if decided and case.referral is not None and case.issued_on("referrer-feedback") is None:
        what, document = "Feedback on the decision", "referrer-feedback"
        yield from _by_rule(clocks, clocks.feedback, what, "the referring agency", document)


def _copy_to_unit(clocks: Clocks) -> Iterator[Owed]:
    notification = clocks.case.notification
    if notification is not None and notification.copy_received_by_unit_on is None:
        what = "Copy of the notification"
        yield from _by_rule(clocks, clocks.copy_to_unit, what, "the business unit")


def _rapid_review(clocks: Clocks) -> Iterator[Owed]:
    case = clocks.case
    submitted = case.rapid_review is not None and case.rapid_review.submitted_on is not None
    if submitted or not rapid_review_is_owed(case):
        return
    yield from _by_rule(clocks, clocks.rapid_review, "Rapid review", "the Panel", "rapid-review")
    national = ("notify-panel", "rapid-review")
    for step in clocks.steps():
        if step.key not in national and not STEP_IS_DONE[step.key](case):
            what = f"Local step: {step.duty}"
            yield from _by_rule(clocks, step, what, "the partnership")


def _opened(case: CaseFile) -> bool:
    return case.rapid_review is not None


def _all_returned(case: CaseFile) -> bool:
    review = case.rapid_review
    return review is not None and all(request.is_settled for request in review.requests)


def _met(case: CaseFile) -> bool:
    kinds = (MeetingKind.RAPID_REVIEW_WITH_AUTHORS, MeetingKind.REVIEW_GROUP_CRITERIA)
    return any(meeting.kind in kinds for meeting in case.meetings)


def _recommended(case: CaseFile) -> bool:
    return case.rapid_review is not None and case.rapid_review.recommended_on is not None


def _decided(case: CaseFile) -> bool:
    entry = case.executive_on(ExecutiveMatter.RAPID_REVIEW)
    return entry is not None and entry.decided_on is not None


def _told(case: CaseFile) -> bool:
    return case.issued_on("referrer-feedback") is not None


def _discussed(case: CaseFile) -> bool:
    return case.discussion is not None and case.meeting(case.discussion.meeting) is not None


def _submitted(case: CaseFile) -> bool:
    return case.rapid_review is not None and case.rapid_review.submitted_on is not None


STEP_IS_DONE: dict[str, Callable[[CaseFile], bool]] = {
    "sefton-day-1": _opened,
    "sefton-day-10": _met,
    "sefton-day-12": _recommended,
    "sefton-day-14": _decided,
    "sefton-day-15": _told,
    "devon-dcfp-day-1": _opened,
    "devon-dcfp-day-10": _all_returned,
    "devon-dcfp-day-12": _met,
    "devon-dcfp-day-15": _decided,
    "devon-dcfp-day-16": _submitted,
    "devon-current-day-1": _opened,
    "devon-current-day-10": _all_returned,
    "devon-current-day-14": _decided,
    "delegated-partners-meet": _discussed,
}
"""By which facts of a case a step of a local timetable is settled."""


def _scoping_reports(clocks: Clocks) -> Iterator[Owed]:
    review = clocks.case.rapid_review
    for request in review.requests if review is not None else ():
        if request.due_on is not None and not request.is_settled:
            agency = clocks.partnership.agency(request.agency)
            by = agency.name if agency is not None else request.agency
            key = f"scoping-report-{request.agency}"
            what = f"Scoping report: {by}"
            yield _by_date(clocks, request.due_on, key, what, "the business unit", by)


def _panel_reply(clocks: Clocks) -> Iterator[Owed]:
    if clocks.case.panel_reply is None:
        what = "Reply to the rapid review (chase if late)"
        yield from _by_rule(clocks, clocks.panel_reply, what, "the partnership")


def _lcspr(clocks: Clocks) -> Iterator[Owed]:
    review = clocks.case.lcspr
    if review is None:
        return
    if review.report_accepted_on is None:
        what = "Final report of the LCSPR"
        yield from _by_rule(clocks, clocks.lcspr, what, "the Executive")
    publication = review.publication
    if publication is None:
        return
    is_out = publication.published_on or publication.learning_published_on
    if publication.planned_for is not None and is_out is None:
        if publication.report_sent_to_panel_on is None:
            what = "Final report before publication"
            yield from _by_rule(clocks, clocks.report_to_panel, what, "the Panel")
        planned = publication.planned_for
        what, by = "Publish the report", "safeguarding partners"
        yield _by_date(clocks, planned, "publication", what, "the public", by)


def _executive(clocks: Clocks) -> Iterator[Owed]:
    documents = {
        ExecutiveMatter.NON_NOTIFICATION: "executive-noting",
        ExecutiveMatter.RAPID_REVIEW: "executive-decision",
    }
    for entry in clocks.case.executive:
        document = documents.get(entry.matter, "")
        issued = clocks.case.issued_on(document) if document else None
        if entry.decided_on is None and issued is None:
            executive = f"the {clocks.partnership.names.executive}"
            what, key = f"Paper on {entry.matter.words}", f"executive-{entry.matter.value}"
            day, by = entry.meeting_on, "business unit"
            yield _by_date(clocks, day, key, what, executive, by)


def _learning(clocks: Clocks) -> Iterator[Owed]:
    decision = clocks.case.decision
    if decision is None or decision.learning_due is None:
        return
    if decision.learning_reported_on is None and clocks.case.closure is None:
        what, by = "Outcome of the learning route", decision.learning_lead or "business unit"
        day = decision.learning_due
        yield _by_date(clocks, day, "learning-route", what, "the Executive", by)


def _actions(clocks: Clocks, actions: Iterable[ActionStanding]) -> Iterator[Owed]:
    for action in actions:
        if action.status not in DONE:
            agency = clocks.partnership.agency(action.lead_agency)
            by = agency.name if agency is not None else action.lead_agency
            what, key = f"Action {action.id}", f"action-{action.id}"
            to = f"the {clocks.partnership.names.review_group}"
            yield _by_date(clocks, action.due, key, what, to, by)


DUTIES: tuple[Callable[[Clocks], Iterator[Owed]], ...] = (
    _notification,
    _rationale,
    _feedback,
    _copy_to_unit,
    _rapid_review,
    _scoping_reports,
    _panel_reply,
    _executive,
    _lcspr,
    _learning,
)
"""The duties of a case but its actions; a new one is a function that yields what it leaves open."""
