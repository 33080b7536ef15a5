"""Whether the duties of a case were done in time, with the reason; what no date proves says so."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from lscp_docs.errors import CaseFileError
from lscp_docs.model.dates import Moment, Precision, UncertainDate
from lscp_docs.model.discussion import Notification
from lscp_docs.model.review import PublicationDecision, RapidReview
from lscp_docs.register.facts import InTime, Proof
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.timescales.deadlines import Deadline
from lscp_docs.wording import day_in_words

UNKNOWN_START = "the day from which it is counted, or the rule of that time, is not known"
INEXACT = "the dates are not exact enough to tell"


def known(clocks: Clocks, name: Literal["notification", "rapid_review"]) -> Deadline | None:
    """Return a deadline of a case; None also where no rule or calendar is known for its days."""
    try:
        return clocks.notification if name == "notification" else clocks.rapid_review
    except CaseFileError:
        return None


def of_notification(clocks: Clocks, notification: Notification) -> InTime:
    """Return whether a notification was made within the five working days."""
    due, has_reason = known(clocks, "notification"), notification.late_reason is not None
    return _in_time(due, notification.sent_at, has_reason=has_reason)


def of_review(due: Deadline | None, review: RapidReview) -> InTime | None:
    """Return whether a rapid review was submitted within the fifteen working days.

    None while it is not submitted.
    """
    if review.submitted_on is None:
        return None
    has_reason = review.late_reason is not None
    return _in_time(due, Moment(review.submitted_on), has_reason=has_reason)


def _in_time(due: Deadline | None, done: Moment, *, has_reason: bool) -> InTime:
    if due is None:
        return InTime(Proof.UNVERIFIED, None, UNKNOWN_START, has_reason)
    proof = Proof.PROVED if due.is_met_by(done.day, done.time) else Proof.REFUTED
    reason = f"sent on {day_in_words(done.day)}, {due.sentence()}"
    return InTime(proof, due.due, reason, has_reason)


def of_panel_copy(clocks: Clocks, publication: PublicationDecision) -> InTime | None:
    """Return whether the report reached the Panel in time before it was published in full.

    Two months prove nothing unless every day of the one is early enough for every day of the
    other. None until the report is published.
    """
    published, sent = publication.published_on, publication.report_sent_to_panel_on
    if published is None:
        return None
    has_reason = publication.exception_reason is not None
    first, last = _span(published)
    sent_first, sent_last = (None, None) if sent is None else _span(sent)
    if first is None or last is None or sent_first is None or sent_last is None:
        return InTime(Proof.UNVERIFIED, None, INEXACT, has_reason)
    try:
        strictest, mildest = clocks.panel_copy_before(first), clocks.panel_copy_before(last)
    except CaseFileError:
        return InTime(Proof.UNVERIFIED, None, UNKNOWN_START, has_reason)
    if strictest.is_met_by(sent_last):
        proof = Proof.PROVED
    else:
        proof = Proof.UNVERIFIED if mildest.is_met_by(sent_first) else Proof.REFUTED
    reason = INEXACT if proof is Proof.UNVERIFIED else strictest.sentence()
    return InTime(proof, strictest.due, reason, has_reason)


def _span(date: UncertainDate) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day that a date can be; an "about" date proves nothing."""
    return (None, None) if date.precision is Precision.ABOUT else (date.earliest, date.latest)
