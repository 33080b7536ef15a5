"""The measures of referrals, of decisions on a notification, and of notifications."""

from __future__ import annotations

from collections.abc import Iterator

from lscp_docs.model.vocabulary import IncidentType, Outcome
from lscp_docs.register import counting as by
from lscp_docs.register.measure import AT_END, AT_START, Measure, timeliness_of
from lscp_docs.register.rows import RegisterRow

_MADE = (Outcome.NOTIFY, Outcome.NOT_NOTIFY)
_BY_DECISION = "by the day of the local authority’s decision"
_BY_NOTIFICATION = "by the day on which the notification was sent to the Panel"


def notifying() -> Iterator[Measure]:
    """Yield the measures up to the notification, in the order of the route."""
    yield from _referrals()
    yield from _decisions()
    yield from _notifications()


def _referrals() -> Iterator[Measure]:
    yield Measure(
        "referrals_received",
        "Referrals received",
        "Referrals to the review group, by the day on which the business unit received them.",
        by.on(lambda row: row.referral.received_on),
    )
    undecided = "Referrals considered that were neither notified nor decided not to be"
    stock = (by.considered_on, by.settled_on)
    yield Measure(
        "referrals_undecided_at_start",
        "Referrals carried into the period undecided",
        f"{undecided}, {AT_START}.",
        by.open_at_start(*stock),
    )
    yield Measure(
        "referrals_considered",
        "Referrals considered",
        "Referrals that the review group considered, by the day of its meeting, or of the local "
        "authority’s decision where no meeting is recorded.",
        by.on(by.considered_on),
    )
    yield Measure(
        "referrals_undecided_at_end",
        "Referrals undecided when the period ended",
        f"{undecided}, {AT_END}.",
        by.open_at_end(*stock),
    )


def _decisions() -> Iterator[Measure]:
    yield Measure(
        "decisions_made",
        "Decisions on a notification",
        f"Decisions to notify or not to notify, {_BY_DECISION}.",
        by.decided(*_MADE),
    )
    for key, outcome in (
        ("decided_to_notify", Outcome.NOTIFY),
        ("decided_not_to_notify", Outcome.NOT_NOTIFY),
    ):
        words = f"Decisions {outcome.words}"
        told = f"{words}, {_BY_DECISION}."
        yield Measure(key, words, told, by.decided(outcome), "decisions_made")
    for key, words, told, is_so in (
        (
            "decisions_unanimous",
            "Decisions agreed unanimously",
            "Decisions that follow the view of all three partners, which was the same",
            _agreed,
        ),
        (
            "decisions_not_unanimous",
            "Decisions not agreed unanimously",
            "Decisions on which the three views were not the same, or from which one differs",
            _differed,
        ),
        (
            "decisions_unanimity_not_known",
            "Decisions of which unanimity is not known",
            "Decisions for which the view of a partner is missing or was not available",
            _not_told,
        ),
    ):
        made = by.on(lambda row: row.decision.decided_on, _is_made, is_so)
        yield Measure(key, words, f"{told}, {_BY_DECISION}.", made, "decisions_made")
    yield Measure(
        "decided_not_to_notify_with_disagreement",
        "Decisions not to notify with which a partner disagreed",
        f"Decisions not to notify from which the view of a partner differs, {_BY_DECISION}.",
        by.on(
            lambda row: row.decision.decided_on,
            lambda row: row.decision.outcome is Outcome.NOT_NOTIFY,
            lambda row: bool(row.decision.disagreement),
        ),
        "decided_not_to_notify",
    )
    yield Measure(
        "feedback_sent",
        "Feedback sent to the referring agency",
        "Referrals on which feedback was last sent in the period, by the day of the letter.",
        by.on(lambda row: row.decision.feedback_sent_on),
    )


def _notifications() -> Iterator[Measure]:
    awaiting = "Notifications of which it was open whether they lead to a rapid review"
    stock = (by.notified_on, by.routed_on)
    yield Measure(
        "notifications_awaiting_review_at_start",
        "Notifications carried into the period without a rapid review opened",
        f"{awaiting}, {AT_START}.",
        by.open_at_start(*stock),
    )
    yield Measure(
        "notifications_made",
        "Notifications made",
        f"Notifications to the Panel, {_BY_NOTIFICATION}.",
        by.on(by.notified_on),
    )
    yield from timeliness_of(
        "notified",
        "Notifications made",
        limit="5 working days",
        since="from the local authority becoming aware",
        day=(_BY_NOTIFICATION, by.notified_on),
        told=lambda row: row.notification.in_time,
        among="notifications_made",
    )
    for key, kind in (
        ("looked_after_child_deaths_notified", IncidentType.LOOKED_AFTER_CHILD_DEATH),
        ("care_leaver_deaths_notified", IncidentType.CARE_LEAVER_DEATH),
    ):
        words = f"Notifications of the {kind.words}"
        told = f"{words}, {_BY_NOTIFICATION}."
        yield Measure(key, words, told, by.death_of(kind), "notifications_made")
    yield Measure(
        "notifications_without_review",
        "Notifications that need no rapid review",
        "Notifications of the death of a looked after child or care leaver without known or "
        f"suspected abuse or neglect and without a rapid review, {_BY_NOTIFICATION}.",
        by.on(
            by.notified_on,
            lambda row: not row.review.is_needed and row.notification.withdrawn_on is None,
        ),
    )
    yield Measure(
        "notifications_withdrawn_before_review",
        "Notifications withdrawn before a rapid review was opened",
        "Notifications withdrawn, by the day of the withdrawal, where no rapid review was opened.",
        by.on(lambda row: row.notification.withdrawn_on, lambda row: row.review.opened_on is None),
    )
    yield Measure(
        "notifications_awaiting_review_at_end",
        "Notifications without a rapid review opened when the period ended",
        f"{awaiting}, {AT_END}.",
        by.open_at_end(*stock),
    )


def _is_made(row: RegisterRow) -> bool:
    return row.decision.outcome in _MADE


def _agreed(row: RegisterRow) -> bool:
    return row.decision.unanimous is True and not row.decision.disagreement


def _differed(row: RegisterRow) -> bool:
    return row.decision.unanimous is False or bool(row.decision.disagreement)


def _not_told(row: RegisterRow) -> bool:
    return not _agreed(row) and not _differed(row)
