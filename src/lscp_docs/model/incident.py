"""The incident, and the referral that raises it."""

from lscp_docs.model.dates import Day, EventDate, EventTime, Moment
from lscp_docs.model.identifying import Address, Line, Place, Reference
from lscp_docs.model.people import Professional
from lscp_docs.model.record import Flag, Key, Narrative, Record
from lscp_docs.model.vocabulary import (
    AbuseStatus,
    HarmDimension,
    HarmNature,
    IncidentOutcome,
    IncidentType,
    LeadAgreement,
    LeadCapacity,
    ParallelKind,
)


class HarmAssessment(Record):
    """One side of the child's health or development that was seriously or lastingly impaired."""

    dimension: HarmDimension
    serious: Flag
    long_term: Flag
    explanation: Narrative | None = None


class StrategyMeeting(Record):
    """Whether a strategy meeting was held, and when."""

    held: Flag
    on: Day | None = None
    reference: Reference | None = None
    outcome: Narrative | None = None


class ParallelProcess(Record):
    """A criminal, coronial or other process beside the review, and where it stands."""

    kind: ParallelKind
    position: Narrative
    led_by: Line | None = None


class MediaInterest(Record):
    """Whether the media are or may become interested."""

    expected: Flag
    details: Narrative | None = None


class SeriousIncident(Record):
    """The serious child safeguarding incident, as far as it is known."""

    type: IncidentType
    occurred_on: EventDate
    occurred_time: EventTime | None = None
    location: Place | None = None
    location_local_authority: Line | None = None
    outside_england: Flag = False
    """True when it happened outside England to a child normally resident in the area."""
    local_authority_aware_at: Moment | None = None
    """When the local authority became aware: the moment that starts the five working days."""
    agency_aware_at: Moment | None = None
    """When the first agency became aware, if that was not the local authority."""
    how_became_aware: Narrative | None = None
    abuse_status: AbuseStatus | None = None
    outcome: IncidentOutcome | None = None
    harm: tuple[HarmNature, ...] = ()
    harm_details: Narrative | None = None
    serious_harm: tuple[HarmAssessment, ...] = ()
    known_facts: Narrative | None = None
    """The facts that are known now, not what they may mean."""
    carer_at_time: Narrative | None = None
    whereabouts_at_time: Narrative | None = None
    alleged_perpetrator_relationship: Narrative | None = None
    media_interest: MediaInterest | None = None
    immediate_safeguarding_actions: Narrative | None = None
    other_children_at_risk: Narrative | None = None
    strategy_meeting: StrategyMeeting | None = None
    parallel_processes: tuple[ParallelProcess, ...] = ()
    linked_cases: tuple[Reference, ...] = ()


class KeyDate(Record):
    """A date that the referring agency gives with its referral."""

    on: EventDate
    event: Narrative


class LeadsAgreement(Record):
    """The referring agency's safeguarding lead (or review group representative) on the referral."""

    lead: Professional
    capacity: LeadCapacity
    discussed_on: Day
    agrees: LeadAgreement
    comments: Narrative | None = None


class Referral(Record):
    """An agency asks the review group to consider a case."""

    reference: Reference | None = None
    raised_on: Day
    received_on: Day | None = None
    """When the business unit logged it; without it the referral is still a draft."""
    raised_by: Professional
    rationale: Narrative | None = None
    why_in_line_with_criteria: Narrative | None = None
    concerns_about_working_together: Narrative | None = None
    good_practice_seen: Narrative | None = None
    other_statutory_proceedings: Narrative | None = None
    cross_border_authority: Line | None = None
    key_dates: tuple[KeyDate, ...] = ()
    files_secured: Flag | None = None
    lead_agreement: LeadsAgreement | None = None


class InvolvedAgency(Record):
    """An agency that is or was involved with the child or family."""

    agency: Key
    contact: Professional | None = None
    still_involved: Flag | None = None
    address: Address | None = None
