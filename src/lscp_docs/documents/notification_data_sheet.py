"""The sheet from which a person enters the notification in the national system.

It holds what the system asks for, counts what is missing and warns; it submits nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import children, notification_made, reasons
from lscp_docs.documents.parts.children import ChildRows, Fact, FamilyRows, known_fact
from lscp_docs.documents.parts.completeness import Block, Completeness, completeness
from lscp_docs.documents.parts.incident_account import IncidentAccount, account
from lscp_docs.documents.parts.national_system import entered, how_to_enter, notifier_facts
from lscp_docs.documents.parts.reasons import Considered
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.vocabulary import Outcome
from lscp_docs.timescales.guidance import cite
from lscp_docs.wording import Gap, Prose, Words, list_in_words, sentence_case

PLACES_FOR_CHILDREN = 4
"""The system takes the details of so many children (gov.uk, report a serious child safeguarding
incident, later version)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationDataSheet:
    """What the sheet holds."""

    about: str
    time_limit: Words
    standing: Words
    how_to_enter: tuple[str, ...]
    completeness: Completeness
    warnings: tuple[str, ...]
    notifier: tuple[Fact, ...]
    reason: tuple[Fact, ...]
    basis: str
    rule_on_children: str
    children: tuple[ChildRows, ...]
    further_children: tuple[ChildRows, ...]
    family: tuple[FamilyRows, ...]
    family_note: Prose
    incident: IncidentAccount
    papers: tuple[Considered, ...]


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True when the decision is to notify the Panel."""
    notify = case.decision is not None and case.decision.outcome is Outcome.NOTIFY
    return notify and case.is_for_panel


def context(m: Material) -> NotificationDataSheet:
    """The sheet's words on the document's date."""
    everybody, incident = children.children(m), account(m)
    statute = cite("notification-statute", m.as_at)
    return NotificationDataSheet(
        about=children.names_of_children(m),
        time_limit=notification_made.time_limit(m),
        standing=entered(m),
        how_to_enter=how_to_enter(m),
        completeness=completeness(m, _blocks(m, everybody, incident)),
        warnings=tuple(_warnings(m)),
        notifier=notifier_facts(m),
        reason=_reason(m),
        basis=f"{statute.reference}: {statute.words()}",
        rule_on_children=_rule_on_children(m),
        children=everybody[:PLACES_FOR_CHILDREN],
        further_children=everybody[PLACES_FOR_CHILDREN:],
        family=children.family(m),
        family_note=m.prose_or(m.case.family_note, "No family note was recorded."),
        incident=incident,
        papers=reasons.considered(m),
    )


def _blocks(
    m: Material, everybody: tuple[ChildRows, ...], incident: IncidentAccount
) -> tuple[Block, ...]:
    return (
        Block(name="Notifier", facts=notifier_facts(m)),
        Block(name="Reason", facts=_reason(m)),
        *(Block(name=child.heading, facts=child.facts) for child in everybody),
        *(_of_family(member) for member in children.family(m)),
        Block(name="Incident", facts=(*incident.facts, *_narratives(incident))),
    )


def _of_family(member: FamilyRows) -> Block:
    """What is asked about a member of the family."""
    name = "; ".join(words for words in member.person if isinstance(words, str))
    return Block(
        name=name,
        facts=(
            Fact(label="Date of birth", words=member.born),
            Fact(label="Address", words=member.home),
        ),
    )


def _narratives(incident: IncidentAccount) -> tuple[Fact, ...]:
    return (
        Fact(label="Description", words=incident.known_facts),
        Fact(label="Harm", words=(*incident.harm, *incident.impairments)),
        Fact(label="Carer at the time", words=incident.carer),
        Fact(label="Whereabouts at the time", words=incident.whereabouts),
        Fact(label="Relationship of the alleged perpetrator", words=incident.relationship),
        Fact(label="Immediate safety actions", words=incident.safety),
        Fact(label="Other children at risk", words=incident.other_children),
    )


def _reason(m: Material) -> tuple[Fact, ...]:
    incident, notification = m.case.incident, notification_made.sent(m)
    why: Words = Gap("whether abuse or neglect is known or suspected", "incident.abuse_status")
    if incident.abuse_status is not None:
        abuse = incident.abuse_status.words
        why = f"{sentence_case(incident.type.words)}; abuse or neglect is {abuse}"
    met = notification.rapid_review_threshold_met if notification is not None else None
    return (
        Fact(label="Reason for notifying", words=(why,)),
        Fact(label="Where it happened", words=(_location(m),)),
        known_fact(m, "Rapid review threshold met", met),
    )


def _location(m: Material) -> Words:
    incident, own = m.case.incident, m.partnership.local_authority.name
    if incident.outside_england:
        return f"Outside England, while normally resident in the area of {own}"
    there = m.fact(
        incident.location_local_authority,
        "the local authority in whose area the incident happened",
        "incident.location_local_authority",
    )
    return f"In the area of {there}" if isinstance(there, str) else there


def _rule_on_children(m: Material) -> str:
    rule = cite("notification-children", m.as_at)
    return rule.text if rule.verified else "Check how many children one notification may hold."


def _warnings(m: Material) -> list[str]:
    """What the person who enters the notification must look out for."""
    found = [_too_many(m), _elsewhere(m), _unborn(m), _linked(m), _since_died(m)]
    return [warning for warning in found if warning]


def _too_many(m: Material) -> str:
    names = [children.name_of(m, child) for child in m.case.children]
    further = list_in_words(names[PLACES_FOR_CHILDREN:])
    if not further:
        return ""
    return (
        f"This case has {len(names)} children. The system takes the details of "
        f"{PLACES_FOR_CHILDREN}: enter {further} in the further information."
    )


def _elsewhere(m: Material) -> str:
    incident, own = m.case.incident, m.partnership.local_authority.name
    there = incident.location_local_authority
    if incident.outside_england or there in (None, own):
        return ""
    return (
        f"The incident happened in the area of {there}, not of {own}. Agree with it which of the "
        "two authorities notifies, so that it is notified once."
    )


def _unborn(m: Material) -> str:
    if not any(child.is_unborn for child in m.case.children):
        return ""
    return "A child of this case is unborn: give the expected date of delivery."


def _linked(m: Material) -> str:
    linked = [m.words(reference) for reference in m.case.incident.linked_cases]
    if not linked:
        return ""
    return (
        f"Linked cases: {list_in_words(linked)}. Name them in the notification, and check that "
        "the same incident has not been notified already."
    )


def _since_died(m: Material) -> str:
    notification = notification_made.sent(m)
    died = notification.child_has_since_died_on if notification is not None else None
    if notification is None or died is None or died > m.as_at:
        return ""
    return notification_made.since_died(m, notification)
