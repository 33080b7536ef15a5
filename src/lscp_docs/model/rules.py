"""The rules that hold between the facts of a case; each fault is a path and a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.identifying import revealed
from lscp_docs.model.pseudonyms import registry_faults
from lscp_docs.model.record import Path
from lscp_docs.model.vocabulary import (
    AbuseStatus,
    IncidentOutcome,
    IncidentType,
    Outcome,
)

if TYPE_CHECKING:
    from lscp_docs.model.case import CaseFile

NO_SUCH_CHILD = "this names a child who is not in the case. Write the id of one of [[children]]."

DEATH_WITHOUT_ABUSE = (IncidentType.LOOKED_AFTER_CHILD_DEATH, IncidentType.CARE_LEAVER_DEATH)


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a case breaks: where in the file, and a sentence that holds nothing of it."""

    path: Path
    sentence: str


def faults(case: CaseFile) -> Iterator[Fault]:
    """Yield every rule that the case breaks, all at once."""
    for rule in RULES:
        yield from rule(case)


Step = tuple[Path, str, dt.date | None]


def _steps(case: CaseFile) -> Iterator[Step]:
    """Yield the steps of a case in the order in which they must happen."""
    incident, referral, decision = case.incident, case.referral, case.decision
    if incident.local_authority_aware_at is not None:
        aware = incident.local_authority_aware_at.day
        yield ("incident", "local_authority_aware_at"), "the local authority became aware", aware
    if referral is not None:
        yield ("referral", "received_on"), "the referral was received", referral.received_on
    meeting = case.meeting(case.discussion.meeting) if case.discussion is not None else None
    if meeting is not None:
        place = ("meetings", case.meetings.index(meeting), "on")
        yield place, "the review group met", meeting.on
    if decision is not None:
        yield ("decision", "made_at"), "the local authority decided", decision.made_at.day
    yield from _steps_after_decision(case)


def _steps_after_decision(case: CaseFile) -> Iterator[Step]:
    notification, review = case.notification, case.rapid_review
    if notification is not None:
        sent = notification.sent_at.day
        yield ("notification", "sent_at"), "the notification was sent", sent
    if review is not None:
        place = "rapid_review"
        yield (place, "opened_on"), "the rapid review was opened", review.opened_on
        recommended = "the recommendation of the rapid review was made"
        yield (place, "recommended_on"), recommended, review.recommended_on
        yield (place, "submitted_on"), "the rapid review was submitted", review.submitted_on
    if case.panel_reply is not None:
        replied = case.panel_reply.received_on
        yield ("panel_reply", "received_on"), "the Panel replied", replied


def _in_order(case: CaseFile) -> Iterator[Fault]:
    steps = [(path, words, day) for path, words, day in _steps(case) if day is not None]
    for (_, earlier, first), (path, later, second) in pairwise(steps):
        if second < first:
            yield Fault(path, f"this says that {later} before {earlier}. Mend one of the dates.")


def _incident_first(case: CaseFile) -> Iterator[Fault]:
    aware = case.incident.local_authority_aware_at
    occurred = revealed(case.incident.occurred_on)
    if aware is not None and occurred.certainly_after(aware.day):
        yield Fault(
            ("incident", "occurred_on"),
            "the incident is dated after the local authority became aware of it. "
            "Mend occurred_on or local_authority_aware_at.",
        )
    referral = case.referral
    if referral is None:
        return
    if occurred.certainly_after(referral.raised_on):
        yield Fault(
            ("referral", "raised_on"), "the referral is dated before the incident. Mend the date."
        )
    if referral.received_on is not None and referral.received_on < referral.raised_on:
        yield Fault(("referral", "received_on"), "the referral was received before it was raised.")


def _ages(case: CaseFile) -> Iterator[Fault]:
    occurred = revealed(case.incident.occurred_on)
    for number, child in enumerate(case.children):
        place = ("children", number)
        born = None if child.date_of_birth is None else revealed(child.date_of_birth)
        died = None if child.date_of_death is None else revealed(child.date_of_death)
        if born is not None and died is not None and _before(died, born):
            yield Fault((*place, "date_of_death"), "the child is dated as dead before birth.")
        if born is not None and _before(occurred, born):
            yield Fault(
                (*place, "date_of_birth"),
                "the child is dated as born after the incident. For an unborn child write "
                "expected_date_of_delivery.",
            )
        if born is not None:
            yield from _too_old(case, born, place)


def _before(first: UncertainDate, second: UncertainDate) -> bool:
    return second.earliest is not None and first.certainly_before(second.earliest)


def _too_old(case: CaseFile, born: UncertainDate, place: Path) -> Iterator[Fault]:
    occurred = revealed(case.incident.occurred_on).earliest
    limit = 25 if case.incident.type is IncidentType.CARE_LEAVER_DEATH else 18
    if occurred is None or born.latest is None:
        return
    if full_years(born.latest, occurred) >= limit:
        yield Fault(
            (*place, "date_of_birth"),
            f"by this date the person was {limit} or older at the time of the incident. Mend the "
            "date of birth or incident.type (a care leaver is counted up to the 25th birthday).",
        )


def full_years(born: dt.date, on: dt.date) -> int:
    """Return the age in full years on a day; somebody born on 29 February ages on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _outcome_and_type(case: CaseFile) -> Iterator[Fault]:
    incident = case.incident
    died = [child for child in case.children if child.date_of_death is not None]
    if incident.outcome is IncidentOutcome.DIED and not died:
        yield Fault(
            ("incident", "outcome"),
            "the outcome is died and no child has a date_of_death. Add it, "
            'or write "unknown" for a day that is not known.',
        )
    if incident.type is IncidentType.SERIOUS_HARM and incident.outcome is IncidentOutcome.DIED:
        yield Fault(
            ("incident", "type"), "the type is serious_harm and the outcome is died. Mend one."
        )


def _decision(case: CaseFile) -> Iterator[Fault]:
    decision, incident = case.decision, case.incident
    if decision is None:
        return
    notify = decision.outcome is Outcome.NOTIFY
    no_abuse = incident.abuse_status is AbuseStatus.NOT_KNOWN_OR_SUSPECTED
    if notify and no_abuse and incident.type not in DEATH_WITHOUT_ABUSE:
        yield Fault(
            ("decision", "outcome"),
            "a notification needs abuse or neglect that is known or suspected, unless a looked "
            "after child or care leaver has died. Mend incident.abuse_status or the outcome.",
        )
    if case.notification is not None and not notify:
        yield Fault(
            ("notification",),
            "there is a notification and the decision is not to notify. Mend one of them.",
        )
    if case.discussion is None:
        yield Fault(
            ("decision",),
            "the decision is recorded without the views of the three partners. Add [discussion] "
            "with view_local_authority, view_police and view_health.",
        )
        return
    for partner, view in case.discussion.views():
        if view is None:
            yield Fault(
                ("discussion", f"view_{partner.value}"),
                "the decision is recorded and this partner's view is not. Add the view, or write "
                'view = "not_available" with the reason.',
            )


def _dissent_is_answered(case: CaseFile) -> Iterator[Fault]:
    if case.decision is None or case.discussion is None:
        return
    differing = case.differing_partners
    for number, answer in enumerate(case.decision.answers_to_partners):
        if answer.partner not in differing:
            yield Fault(
                ("decision", "answers_to_partners", number, "partner"),
                "this answers a partner whose view does not differ from the decision. "
                "Mend the partner or its view.",
            )


def _keys_are_known(case: CaseFile) -> Iterator[Fault]:
    children = {child.id for child in case.children}
    for number, member in enumerate(case.family):
        if set(member.of) - children:
            yield Fault(("family", number, "of"), NO_SUCH_CHILD)
    for number, child in enumerate(case.children):
        if set(child.sibling_of) - children:
            yield Fault(("children", number, "sibling_of"), NO_SUCH_CHILD)
    wanted = case.discussion.meeting if case.discussion is not None else None
    if wanted is not None and case.meeting(wanted) is None:
        yield Fault(
            ("discussion", "meeting"), "there is no meeting with this id. Add it to [[meetings]]."
        )


def _ids_are_single(case: CaseFile) -> Iterator[Fault]:
    for name in ("children", "family", "meetings", "actions"):
        seen: set[str] = set()
        for number, item in enumerate(getattr(case, name)):
            if item.id in seen:
                yield Fault((name, number, "id"), "this id is used twice. Give each its own.")
            seen.add(item.id)


def _later_steps_need_earlier_ones(case: CaseFile) -> Iterator[Fault]:
    needs: tuple[tuple[str, object, str, object], ...] = (
        ("notification", case.notification, "decision", case.decision),
        ("rapid_review", case.rapid_review, "notification", case.notification),
        ("panel_reply", case.panel_reply, "rapid_review", case.rapid_review),
        ("lcspr", case.lcspr, "rapid_review", case.rapid_review),
    )
    for name, present, before, earlier in needs:
        if present is not None and earlier is None:
            yield Fault((name,), f"there is a {name} and no {before}. Add [{before}] first.")


def _pseudonyms(case: CaseFile) -> Iterator[Fault]:
    for path, sentence in registry_faults(case):
        yield Fault(path, sentence)


def _publication(case: CaseFile) -> Iterator[Fault]:
    if case.lcspr is None or case.lcspr.publication is None:
        return
    publication = case.lcspr.publication
    if case.lcspr.report_accepted_on is None:
        yield Fault(
            ("lcspr", "publication"),
            "publication is decided before the report is accepted. Add report_accepted_on.",
        )
    sent, published = publication.report_sent_to_panel_on, publication.published_on
    if sent is not None and published is not None and _before(published, sent):
        yield Fault(
            ("lcspr", "publication", "published_on"),
            "the report is dated as published before it was sent to the Panel.",
        )


RULES: tuple[Callable[[CaseFile], Iterator[Fault]], ...] = (
    _incident_first,
    _in_order,
    _ages,
    _outcome_and_type,
    _decision,
    _dissent_is_answered,
    _keys_are_known,
    _ids_are_single,
    _later_steps_need_earlier_ones,
    _pseudonyms,
    _publication,
)
