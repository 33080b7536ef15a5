"""When a rapid review was due and submitted, how many working days it took, and why if late."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.recommendation import rapid_review_of
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.timescales.deadlines import Deadline
from lscp_docs.timescales.limits import time_limit
from lscp_docs.wording import Gap, Prose, Words, sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewClock:
    """The time limit of a rapid review and how it was kept."""

    notified: Words
    due: Words
    submitted: Words
    rule: Words
    late: Prose
    """Why it is late; empty where it is in time."""


def review_clock(m: Material) -> ReviewClock:
    """The words on time; counted from the notification being sent, by the partnership's rule."""
    notification = m.case.notification
    sent = m.happened(
        notification.sent_at if notification is not None else None,
        "when the notification was sent",
        "notification.sent_at",
    )
    deadline = Clocks(m.case, m.partnership).rapid_review
    if deadline is None or notification is None or isinstance(sent, Gap):
        return ReviewClock(notified=sent, due=sent, submitted=sent, rule=sent, late=())
    reference = notification.reference or f"reference {m.not_known.lower()}"
    return ReviewClock(
        notified=f"{reference}, sent on {sent}",
        due=m.words(deadline.due),
        submitted=_submitted(m, deadline),
        rule=f"{sentence_case(deadline.sentence())}.",
        late=_late(m, deadline),
    )


def submitted_on(m: Material) -> dt.date | None:
    """The day of submission, None where it lies after the document's date or is not recorded."""
    day = rapid_review_of(m).submitted_on
    return day if day is not None and day <= m.as_at else None


def _submitted(m: Material, deadline: Deadline) -> str:
    """Whether and when it was submitted, on which working day of how many."""
    day = submitted_on(m)
    what = "Submitted on" if day is not None else "Ready for submission on"
    counted = _counted(m, deadline, day or m.as_at)
    return f"{what} {m.words(day or m.as_at)}: {counted}"


def _counted(m: Material, deadline: Deadline, day: dt.date) -> str:
    allowed = time_limit("rapid-review", deadline.started.day).length
    left = Clocks(m.case, m.partnership).calendar.between(day, deadline.due)
    if deadline.is_met_by(day):
        return f"working day {allowed - left} of {allowed}, within the time limit"
    over = "1 working day" if left == -1 else f"{-left} working days"
    return f"working day {allowed - left} of {allowed}, {over} after the time limit"


def _late(m: Material, deadline: Deadline) -> Prose:
    """The reason, asked for where it is late on the document's date; no reason is told early."""
    reason, submitted = rapid_review_of(m).late_reason, submitted_on(m)
    if not deadline.is_met_by(submitted or m.as_at):
        return m.prose(reason, "why the rapid review is late", "rapid_review.late_reason")
    return m.showing.text(reason) if reason is not None and submitted is not None else ()
