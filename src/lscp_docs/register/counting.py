"""How measures count: what happened in a period, and what was open at the end of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.vocabulary import (
    IncidentType,
    Outcome,
    PanelResponse,
    PublicationOutcome,
    RapidReviewOutcome,
)
from lscp_docs.register.facts import InTime, Proof
from lscp_docs.register.period import Period
from lscp_docs.register.rows import RegisterRow

Day = dt.date | UncertainDate | None
DayOf = Callable[[RegisterRow], Day]
Test = Callable[[RegisterRow, Period], bool]
"""Whether a row is counted in a period."""


def on(day_of: DayOf, *conditions: Callable[[RegisterRow], bool]) -> Test:
    """Count what happened in the period, where all conditions hold."""

    def is_counted(row: RegisterRow, period: Period) -> bool:
        day = day_of(row)
        is_in = period.places(day) if isinstance(day, UncertainDate) else period.has(day)
        return is_in is True and all(holds(row) for holds in conditions)

    return is_counted


def open_at_start(since: DayOf, until: DayOf) -> Test:
    """Count what was open at the end of the day before the period."""
    return lambda row, period: _is_open(row, period.eve, since, until)


def open_at_end(since: DayOf, until: DayOf) -> Test:
    """Count what was open at the end of the last day of the period."""
    return lambda row, period: _is_open(row, period.last, since, until)


def overdue_at_end(
    since: DayOf, until: DayOf, *, due: Callable[[RegisterRow], dt.date | None]
) -> Test:
    """Count what was open at the end of the last day of the period, and due before that day."""

    def is_counted(row: RegisterRow, period: Period) -> bool:
        last = due(row)
        return last is not None and last < period.last and _is_open(row, period.last, since, until)

    return is_counted


def _is_open(row: RegisterRow, day: dt.date, since: DayOf, until: DayOf) -> bool:
    return _is_by(day, since(row)) and not _is_by(day, until(row))


def _is_by(last: dt.date, day: Day) -> bool:
    """True when it had happened by the end of a day; a date of which that is unknown had not."""
    if isinstance(day, UncertainDate):
        return day.latest is not None and day.latest <= last
    return day is not None and day <= last


def considered_on(row: RegisterRow) -> dt.date | None:
    """Return when the review group considered a referral."""
    return row.decision.considered_on


def settled_on(row: RegisterRow) -> dt.date | None:
    """Return when a referral was notified, or it was decided that it is not."""
    if row.decision.outcome is Outcome.NOT_NOTIFY:
        return row.decision.decided_on
    return row.notification.sent_on


def notified_on(row: RegisterRow) -> dt.date | None:
    """Return when the notification was made."""
    return row.notification.sent_on


def routed_on(row: RegisterRow) -> dt.date | None:
    """Return when a notification led to a rapid review, or it was certain that it does not."""
    if row.review.opened_on is not None:
        return row.review.opened_on
    if row.notification.withdrawn_on is not None or row.review.is_needed:
        return row.notification.withdrawn_on
    return row.notification.sent_on


def opened_on(row: RegisterRow) -> dt.date | None:
    """Return when the rapid review was opened."""
    return row.review.opened_on


def review_ended_on(row: RegisterRow) -> dt.date | None:
    """Return when a rapid review was submitted, or its notification withdrawn before that."""
    days = (row.review.submitted_on, row.notification.withdrawn_on)
    return min((day for day in days if day is not None), default=None)


def completed_on(row: RegisterRow) -> dt.date | None:
    """Return when a rapid review was submitted, unless the notification was withdrawn before."""
    submitted = row.review.submitted_on
    return submitted if submitted == review_ended_on(row) else None


def withdrawn_from_review_on(row: RegisterRow) -> dt.date | None:
    """Return when the notification of an open rapid review was withdrawn."""
    is_one = row.review.opened_on is not None and completed_on(row) is None
    return row.notification.withdrawn_on if is_one else None


def replied_on(row: RegisterRow) -> dt.date | None:
    """Return when the Panel answered to a rapid review."""
    return row.review.panel_replied_on


def concluded_on(row: RegisterRow) -> UncertainDate | None:
    """Return when a local review concluded: its report was accepted."""
    return row.lcspr.accepted


def published_as(row: RegisterRow) -> PublicationOutcome | None:
    """Return how a report is published; None while that is deferred or not decided."""
    outcome = row.lcspr.publication
    return None if outcome is PublicationOutcome.DEFERRED else outcome


def publication_decided_on(row: RegisterRow) -> dt.date | None:
    """Return when publication was decided; never a day before the report was accepted."""
    decided, accepted = row.lcspr.publication_decided_on, row.lcspr.accepted
    if published_as(row) is None or decided is None or accepted is None or accepted.latest is None:
        return None
    return max(decided, accepted.latest)


def decided(*outcomes: Outcome) -> Test:
    """Count decisions of the local authority that came out so."""
    return on(lambda row: row.decision.decided_on, lambda row: row.decision.outcome in outcomes)


def completed(outcome: RapidReviewOutcome | None) -> Test:
    """Count completed rapid reviews that came out so."""
    return on(completed_on, lambda row: row.review.outcome is outcome)


def replied(*responses: PanelResponse) -> Test:
    """Count answers of the Panel to rapid reviews."""
    return on(replied_on, lambda row: row.review.panel_response in responses)


def publication(outcome: PublicationOutcome) -> Test:
    """Count decisions on publication that came out so."""
    return on(publication_decided_on, lambda row: row.lcspr.publication is outcome)


def death_of(kind: IncidentType) -> Test:
    """Count notifications of a kind of death."""
    return on(notified_on, lambda row: row.incident.type is kind)


def timely(day_of: DayOf, told: Callable[[RegisterRow], InTime | None], proof: Proof) -> Test:
    """Count what was in time, late, or cannot be told, among what happened in the period."""

    def is_so(row: RegisterRow) -> bool:
        in_time = told(row)
        return in_time is not None and in_time.proof is proof

    return on(day_of, is_so)


def late(day_of: DayOf, told: Callable[[RegisterRow], InTime | None], *, has_reason: bool) -> Test:
    """Count what was late with a recorded reason, or without one."""

    def is_so(row: RegisterRow) -> bool:
        in_time = told(row)
        return in_time is not None and in_time.late_reason_recorded is has_reason

    is_late = timely(day_of, told, Proof.REFUTED)
    return lambda row, period: is_late(row, period) and is_so(row)
