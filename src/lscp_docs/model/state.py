"""Where a case stands: derived from its facts, never typed."""

from __future__ import annotations

from collections.abc import Iterator

from lscp_docs.model.case import CaseFile
from lscp_docs.model.vocabulary import (
    ExecutiveMatter,
    Outcome,
    PublicationOutcome,
    RapidReviewOutcome,
    Term,
)


class State(Term):
    """The states of a case, in the order of the route."""

    DRAFT_REFERRAL = "draft_referral"
    SUBMITTED = "submitted"
    WITH_REVIEW_GROUP = "with_review_group", "with the review group"
    LA_DECIDED_NOTIFY = "la_decided_notify", "local authority decided to notify"
    LA_DECIDED_NOT_NOTIFY = "la_decided_not_notify", "local authority decided not to notify"
    CLOSED_LOCAL_LEARNING = "closed_local_learning", "closed, local learning"
    CLOSED_NO_ACTION = "closed_no_action", "closed, no further action"
    NOTIFIED = "notified"
    NOTIFIED_NO_REVIEW = "notified_no_review", "notified, no rapid review required"
    NOTIFICATION_WITHDRAWN = "notification_withdrawn"
    RAPID_REVIEW_OPEN = "rapid_review_open"
    RAPID_REVIEW_DRAFTED = "rapid_review_drafted"
    EXECUTIVE_DECIDED = "executive_decided", "Executive decided"
    RAPID_REVIEW_SUBMITTED = "rapid_review_submitted", "rapid review submitted to the Panel"
    PANEL_RESPONDED = "panel_responded", "Panel responded"
    LCSPR_OPEN = "lcspr_open", "LCSPR open"
    LCSPR_REPORT_ACCEPTED = "lcspr_report_accepted", "LCSPR report accepted"
    PUBLISHED = "published"
    NOT_PUBLISHED = "not_published"
    CLOSED_ACTIONS_LIVE = "closed_actions_live", "closed, actions live"
    CLOSED = "closed"


NEXT: dict[State, tuple[State, ...]] = {
    State.DRAFT_REFERRAL: (State.SUBMITTED,),
    State.SUBMITTED: (State.WITH_REVIEW_GROUP,),
    State.WITH_REVIEW_GROUP: (State.LA_DECIDED_NOTIFY, State.LA_DECIDED_NOT_NOTIFY),
    State.LA_DECIDED_NOTIFY: (State.NOTIFIED,),
    State.LA_DECIDED_NOT_NOTIFY: (State.CLOSED_LOCAL_LEARNING, State.CLOSED_NO_ACTION),
    State.CLOSED_LOCAL_LEARNING: (),
    State.CLOSED_NO_ACTION: (),
    State.NOTIFIED: (
        State.RAPID_REVIEW_OPEN,
        State.NOTIFIED_NO_REVIEW,
        State.NOTIFICATION_WITHDRAWN,
    ),
    State.NOTIFIED_NO_REVIEW: (State.CLOSED,),
    State.NOTIFICATION_WITHDRAWN: (State.CLOSED,),
    State.RAPID_REVIEW_OPEN: (State.RAPID_REVIEW_DRAFTED, State.NOTIFICATION_WITHDRAWN),
    State.RAPID_REVIEW_DRAFTED: (State.EXECUTIVE_DECIDED,),
    State.EXECUTIVE_DECIDED: (State.RAPID_REVIEW_SUBMITTED,),
    State.RAPID_REVIEW_SUBMITTED: (State.PANEL_RESPONDED,),
    State.PANEL_RESPONDED: (State.LCSPR_OPEN, State.CLOSED_ACTIONS_LIVE),
    State.LCSPR_OPEN: (State.LCSPR_REPORT_ACCEPTED,),
    State.LCSPR_REPORT_ACCEPTED: (State.PUBLISHED, State.NOT_PUBLISHED),
    State.PUBLISHED: (State.CLOSED_ACTIONS_LIVE,),
    State.NOT_PUBLISHED: (State.CLOSED_ACTIONS_LIVE,),
    State.CLOSED_ACTIONS_LIVE: (State.CLOSED,),
    State.CLOSED: (),
}
"""The transitions that the route allows."""


def path_to_state(case: CaseFile) -> tuple[State, ...]:
    """Return the states that a case went through, the present one last."""
    return tuple(_path(case))


def state_of(case: CaseFile) -> State:
    """Return the state that a case is in by its facts."""
    return path_to_state(case)[-1]


def _path(case: CaseFile) -> Iterator[State]:
    yield State.DRAFT_REFERRAL
    referral = case.referral
    if referral is None or referral.received_on is None or referral.lead_agreement is None:
        return
    yield State.SUBMITTED
    if case.discussion is None or case.discussion.circulated_on is None:
        return
    yield State.WITH_REVIEW_GROUP
    if case.decision is None or case.decision.outcome is Outcome.DEFERRED:
        return
    if case.decision.outcome is Outcome.NOTIFY:
        yield State.LA_DECIDED_NOTIFY
        yield from _after_notification(case)
        return
    yield State.LA_DECIDED_NOT_NOTIFY
    if case.closure is not None:
        route = case.decision.learning_route
        learns = route is not None and route.value != "none"
        yield State.CLOSED_LOCAL_LEARNING if learns else State.CLOSED_NO_ACTION


def _after_notification(case: CaseFile) -> Iterator[State]:
    notification = case.notification
    if notification is None:
        return
    yield State.NOTIFIED
    if notification.withdrawn is not None and case.rapid_review is None:
        yield State.NOTIFICATION_WITHDRAWN
    elif case.rapid_review is None:
        if not rapid_review_is_owed(case):
            yield State.NOTIFIED_NO_REVIEW
        else:
            return
    else:
        yield from _rapid_review(case)
        return
    if case.closure is not None:
        yield State.CLOSED


def _rapid_review(case: CaseFile) -> Iterator[State]:
    review = case.rapid_review
    if review is None:
        return
    yield State.RAPID_REVIEW_OPEN
    if case.notification is not None and case.notification.withdrawn is not None:
        yield State.NOTIFICATION_WITHDRAWN
        if case.closure is not None:
            yield State.CLOSED
        return
    if review.recommendation is None:
        return
    yield State.RAPID_REVIEW_DRAFTED
    decided = case.executive_on(ExecutiveMatter.RAPID_REVIEW)
    if decided is None or decided.decided_on is None:
        return
    yield State.EXECUTIVE_DECIDED
    if review.submitted_on is None:
        return
    yield State.RAPID_REVIEW_SUBMITTED
    if case.panel_reply is None:
        return
    yield State.PANEL_RESPONDED
    yield from _lcspr(case)


def _lcspr(case: CaseFile) -> Iterator[State]:
    if case.lcspr is not None:
        yield State.LCSPR_OPEN
        if case.lcspr.report_accepted_on is None:
            return
        yield State.LCSPR_REPORT_ACCEPTED
        publication = case.lcspr.publication
        if publication is None or publication.outcome is PublicationOutcome.DEFERRED:
            return
        if publication.outcome is PublicationOutcome.FULL:
            if publication.published_on is None:
                return
            yield State.PUBLISHED
        else:
            yield State.NOT_PUBLISHED
    elif lcspr_is_decided(case):
        return
    yield State.CLOSED_ACTIONS_LIVE
    if case.closure is not None and all(action.is_closed for action in case.actions):
        yield State.CLOSED


def lcspr_is_decided(case: CaseFile) -> bool:
    """True when the Executive decided on a local child safeguarding practice review."""
    decided = case.executive_on(ExecutiveMatter.RAPID_REVIEW)
    return decided is not None and decided.decided_outcome is RapidReviewOutcome.LCSPR


def rapid_review_is_owed(case: CaseFile) -> bool:
    """True when the notification stands and is one that the Panel considers."""
    if case.notification is None or case.notification.withdrawn is not None:
        return False
    return case.is_for_panel
