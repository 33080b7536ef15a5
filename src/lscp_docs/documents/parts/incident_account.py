"""The incident as the discussion record and the notification sheets tell it."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.children import Fact, known_fact
from lscp_docs.model.incident import HarmAssessment, ParallelProcess
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.vocabulary import IncidentOutcome
from lscp_docs.wording import Gap, Prose, Words, list_in_words, sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel:
    """A process beside the review, and where it stands."""

    kind: str
    led_by: str
    position: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentAccount:
    """What is known of the incident: short facts, then the narratives.

    A narrative is empty only where a death without abuse or neglect is not asked about it.
    """

    facts: tuple[Fact, ...]
    known_facts: Prose
    harm: Prose
    impairments: Prose
    """A point for each side of the child's health or development that is impaired."""
    how_became_aware: Prose
    carer: Prose
    whereabouts: Prose
    relationship: Prose
    safety: Prose
    other_children: Prose
    strategy_meeting: Prose
    media: Prose
    parallel: tuple[Parallel, ...]
    no_parallel: str


def account(m: Material) -> IncidentAccount:
    """The account of the incident; what a decision rests on is a gap where it is missing."""
    incident = m.case.incident
    return IncidentAccount(
        facts=(*_what_and_when(m), *_where(m), *_criteria(m), _linked(m)),
        known_facts=m.prose(
            incident.known_facts, "the facts that are known now", "incident.known_facts"
        ),
        harm=_told(m, incident.harm_details),
        impairments=_impairments(m),
        how_became_aware=_told(m, incident.how_became_aware),
        carer=_told(m, incident.carer_at_time),
        whereabouts=_told(m, incident.whereabouts_at_time),
        relationship=_told(m, incident.alleged_perpetrator_relationship),
        safety=_safety(m),
        other_children=_told(m, incident.other_children_at_risk),
        strategy_meeting=_strategy_meeting(m),
        media=_media(m),
        parallel=tuple(_parallel(m, process) for process in incident.parallel_processes),
        no_parallel=f"No other process was recorded on {m.words(m.as_at)}.",
    )


def _told(m: Material, narrative: NarrativeText | None) -> Prose:
    """A narrative that may be missing; a death without abuse or neglect is not asked about it."""
    if narrative is None and not m.case.is_for_panel:
        return ()
    return m.prose_or(narrative, f"{m.not_known}.")


def _safety(m: Material) -> Prose:
    actions = m.case.incident.immediate_safeguarding_actions
    if not m.case.is_for_panel:
        return _told(m, actions)
    asked_for = "the immediate safety actions"
    return m.prose(actions, asked_for, "incident.immediate_safeguarding_actions")


def _what_and_when(m: Material) -> tuple[Fact, ...]:
    incident = m.case.incident
    day = m.words(incident.occurred_on)
    time = m.not_known
    if incident.occurred_time is not None:
        time = m.showing.time(incident.occurred_time)
    aware = m.happened(
        incident.local_authority_aware_at,
        "when the local authority became aware",
        "incident.local_authority_aware_at",
    )
    return (
        Fact(label="Incident", words=(m.words(incident.type),)),
        Fact(label="Date", words=(sentence_case(day),)),
        Fact(label="Time", words=(time,)),
        Fact(label="Local authority became aware", words=(aware,)),
        known_fact(m, "First agency became aware", incident.agency_aware_at),
    )


def _where(m: Material) -> tuple[Fact, ...]:
    incident = m.case.incident
    authority: Words = m.fact(
        incident.location_local_authority,
        "the local authority in whose area the incident happened",
        "incident.location_local_authority",
    )
    if incident.outside_england:
        own = m.partnership.local_authority.name
        authority = f"Outside England; the child normally lives in the area of {own}"
    return (
        known_fact(m, "Place", incident.location),
        Fact(label="Local authority of the place", words=(authority,)),
    )


def _criteria(m: Material) -> tuple[Fact, ...]:
    incident = m.case.incident
    abuse = m.fact(
        incident.abuse_status,
        "whether abuse or neglect is known or suspected",
        "incident.abuse_status",
    )
    outcome = m.fact(
        incident.outcome, "whether the child died or was seriously harmed", "incident.outcome"
    )
    facts = (
        Fact(label="Abuse or neglect", words=(abuse,)),
        Fact(label="Outcome", words=(outcome,)),
    )
    if not incident.harm and not m.case.is_for_panel:
        return facts
    harm = sentence_case(list_in_words(kind.words for kind in incident.harm)) or m.not_known
    return (*facts, Fact(label="Nature of the harm", words=(harm,)))


def _linked(m: Material) -> Fact:
    linked = [m.words(reference) for reference in m.case.incident.linked_cases]
    return Fact(label="Linked cases", words=(list_in_words(linked) or "None recorded",))


def _impairments(m: Material) -> Prose:
    incident = m.case.incident
    if not incident.serious_harm and incident.outcome is IncidentOutcome.SERIOUSLY_HARMED:
        asked_for = "in what the child’s health or development is impaired"
        return (Gap(asked_for, "incident.serious_harm"),)
    return tuple(_impairment(m, side) for side in incident.serious_harm)


def _impairment(m: Material, side: HarmAssessment) -> str:
    serious = "serious" if side.serious else "not serious"
    lasting = "long-term" if side.long_term else "not long-term"
    told = m.showing.text(side.explanation) if side.explanation is not None else ()
    return "\n".join([f"{m.words(side.dimension)}: {serious}, {lasting}.", *told])


def _strategy_meeting(m: Material) -> Prose:
    meeting = m.case.incident.strategy_meeting
    if meeting is None or (meeting.on is not None and meeting.on > m.as_at):
        return _told(m, None)
    if not meeting.held:
        return m.prose_or(meeting.outcome, "No strategy meeting was held.")
    day = f" on {m.words(meeting.on)}" if meeting.on is not None else ""
    reference = (
        f" (reference {m.words(meeting.reference)})" if meeting.reference is not None else ""
    )
    outcome = m.showing.text(meeting.outcome) if meeting.outcome is not None else ()
    return (f"Held{day}{reference}.", *outcome)


def _media(m: Material) -> Prose:
    media = m.case.incident.media_interest
    if media is None:
        return _told(m, None)
    expected = (
        "Media interest is expected." if media.expected else "Media interest is not expected."
    )
    return (expected, *(m.showing.text(media.details) if media.details is not None else ()))


def _parallel(m: Material, process: ParallelProcess) -> Parallel:
    return Parallel(
        kind=m.words(process.kind),
        led_by=m.known(process.led_by),
        position=m.prose_or(process.position, f"{m.not_known}."),
    )
