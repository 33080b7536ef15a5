"""Part D: the notification that the local authority made, and whether it was in time."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.children import Fact, known_fact
from lscp_docs.model.discussion import Notification
from lscp_docs.model.vocabulary import IncidentType
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.timescales.guidance import Regime, cite, regime_on
from lscp_docs.wording import Gap, Prose, Words, list_in_words, sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationPart:
    """What was notified, when, by whom; `later` holds what came of it by the document's date."""

    facts: tuple[Fact, ...]
    timing: Words
    late_reason: Prose
    later: Prose


def sent(m: Material) -> Notification | None:
    """The notification, None where none is sent by the document's date."""
    notification = m.case.notification
    if notification is None or notification.sent_at.day > m.as_at:
        return None
    return notification


def time_limit(m: Material) -> Words:
    """When the notification is due and why: "Due on 9 March 2026: 5 working days from …"."""
    deadline = Clocks(m.case, m.partnership).notification
    if deadline is None:
        path = "incident.local_authority_aware_at"
        return Gap("when the local authority became aware", path)
    return f"{sentence_case(deadline.sentence())}."


def is_late(m: Material, notification: Notification) -> bool:
    """True when it was sent after its time limit; not known without its trigger."""
    deadline = Clocks(m.case, m.partnership).notification
    moment = notification.sent_at
    return deadline is not None and not deadline.is_met_by(moment.day, moment.time)


def notification_part(m: Material) -> NotificationPart | None:
    """Part D, None until the notification is sent."""
    notification = sent(m)
    if notification is None:
        return None
    late: Prose = ()
    if is_late(m, notification):
        asked_for = "why the notification was made after the time limit"
        late = m.prose(notification.late_reason, asked_for, "notification.late_reason")
    return NotificationPart(
        facts=_facts(m, notification),
        timing=kept(m, notification),
        late_reason=late,
        later=later(m, notification),
    )


def _facts(m: Material, notification: Notification) -> tuple[Fact, ...]:
    return (
        Fact(label="Sent on", words=(m.words(notification.sent_at),)),
        known_fact(m, "Reference of the national system", notification.reference),
        Fact(label="Made by", words=notifier(m, notification)),
        _copy_received(m, notification),
        Fact(label="Other areas told", words=(other_areas(notification),)),
        Fact(
            label="Rapid review threshold met",
            words=(m.known(notification.rapid_review_threshold_met),),
        ),
    )


def notifier(m: Material, notification: Notification) -> Prose:
    """Who made the notification, and how to reach that person."""
    ways = (notification.telephone, notification.email)
    name = m.showing.professional(notification.notified_by, notification.role)
    return (name, *(way for way in ways if way is not None))


def _copy_received(m: Material, notification: Notification) -> Fact:
    received = notification.copy_received_by_unit_on
    if received is not None and received > m.as_at:
        received = None
    return known_fact(m, "Copy received by the business unit", received)


def other_areas(notification: Notification) -> str:
    """The safeguarding partners of other areas that were told."""
    return list_in_words(notification.other_areas_informed) or "None recorded"


def kept(m: Material, notification: Notification) -> Words:
    """When it was sent, whether in time, and how many working days were used."""
    clocks = Clocks(m.case, m.partnership)
    deadline = clocks.notification
    if deadline is None:
        return time_limit(m)
    used = clocks.calendar.between(deadline.started.day, notification.sent_at.day)
    days = "working day" if used == 1 else "working days"
    kept = "after" if is_late(m, notification) else "within"
    return (
        f"The notification was sent on {m.words(notification.sent_at)}, {kept} the time limit: "
        f"{used} {days} after the day on which the local authority became aware."
    )


def later(m: Material, notification: Notification) -> Prose:
    """What follows from the notification, and what came of it by the document's date."""
    told: list[Words] = []
    withdrawn = notification.withdrawn
    is_withdrawn = withdrawn is not None and withdrawn.on <= m.as_at
    if not m.case.is_for_panel:
        told.extend(guidance_on_review(m))
    elif not is_withdrawn:
        review = Clocks(m.case, m.partnership).rapid_review
        if review is not None:
            told.append(f"The rapid review is {review.sentence()}.")
    died = notification.child_has_since_died_on
    if died is not None and died <= m.as_at:
        told.append(since_died(m, notification))
    if withdrawn is not None and is_withdrawn:
        told.append(f"The notification was withdrawn on {m.words(withdrawn.on)}.")
        told.extend(m.prose_or(withdrawn.reason, m.not_known))
    return tuple(told)


def guidance_on_review(m: Material) -> tuple[str, ...]:
    """What guidance says of a review after the death of a looked after child or care leaver."""
    if regime_on(m.as_at) is not Regime.WT2023:
        return ()
    if m.case.incident.type is IncidentType.CARE_LEAVER_DEATH:
        return (cite("care-leaver-rapid-review", m.as_at).words(),)
    review = cite("looked-after-child-review", m.as_at).words()
    if m.case.is_for_panel:
        return (review,)
    return (cite("no-panel-consideration", m.as_at).words(), review)


def since_died(m: Material, notification: Notification) -> str:
    """The follow-up note: what was notified stays as it was at the time of notification."""
    return (
        f"The child has since died, on {m.known(notification.child_has_since_died_on)}. What was "
        "notified stays as it was on the day of the notification; the death is told in a "
        "follow-up note."
    )
