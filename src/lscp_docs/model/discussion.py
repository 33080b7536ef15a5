"""Meetings, the review group's discussion, the three partners' views and the decision."""

from typing import Annotated

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from lscp_docs.model.dates import Day, Moment
from lscp_docs.model.identifying import Line, ProfessionalName
from lscp_docs.model.record import Flag, Key, Narrative, Privileged, Record
from lscp_docs.model.vocabulary import (
    CriterionLimb,
    Finding,
    LearningRoute,
    MeetingKind,
    Outcome,
    Partner,
    Present,
    View,
)

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Attendance(Record):
    """A person who attended a meeting or sent apologies."""

    name: ProfessionalName
    role: Line
    agency: Key | None = None
    took_part: Present


class TabledDocument(Record):
    """A document before a meeting, in the version that its members saw."""

    title: Line
    version: Line
    sha256: Sha256 | None = None


class NextStep(Record):
    """What is to be done next, by whom and by when."""

    action: Narrative
    owner: Line
    due: Day | None = None


class Meeting(Record):
    """A meeting of the case: who was there, what was before it, what it decided."""

    id: Key
    kind: MeetingKind
    on: Day
    chaired_by: ProfessionalName | None = None
    """Who was in the chair, by the name as in `attendance`."""
    chaired_by_role: Line | None = None
    """The role of whoever was in the chair, where no name is wanted."""
    quorate: Flag | None = None
    attendance: tuple[Attendance, ...] = ()
    documents_tabled: tuple[TabledDocument, ...] = ()
    minutes: Narrative | None = None
    decisions: tuple[Narrative, ...] = ()
    actions: tuple[NextStep, ...] = ()


class SharedInformation(Record):
    """What one agency told the meeting, and from which of its sources."""

    agency: Key
    summary: Narrative
    source: Line | None = None


class CriterionDiscussion(Record):
    """One limb of the criteria: what was found and what speaks for and against it."""

    limb: CriterionLimb
    finding: Finding
    evidence: Narrative
    evidence_against: Narrative | None = None


class PartnerView(Record):
    """One safeguarding partner's view: never a vote, never added up."""

    view: View
    reasons: Narrative
    """The reasons; for a view that is not available, why it is not."""
    given_by: ProfessionalName | None = None
    role: Line | None = None
    on: Day | None = None

    @model_validator(mode="after")
    def _given_by_somebody(self) -> "PartnerView":
        if self.view is not View.NOT_AVAILABLE and (self.given_by is None or self.role is None):
            raise PydanticCustomError(
                "view_by_nobody",
                "a partner's view needs the person who gave it. Add given_by and role, or write "
                'view = "not_available" with the reasons.',
            )
        return self


class IndependentView(Record):
    """What the independent scrutineer or chair observed: advice, not a partner's view."""

    observations: Narrative
    given_by: ProfessionalName
    role: Line
    on: Day | None = None


class NotificationDiscussion(Record):
    """The review group's discussion of a possible notification."""

    circulated_on: Day | None = None
    meeting: Key | None = None
    """The id of the meeting at which it was discussed."""
    information_shared: tuple[SharedInformation, ...] = ()
    sudic_information: Narrative | None = None
    criteria: tuple[CriterionDiscussion, ...] = ()
    view_local_authority: PartnerView | None = None
    view_police: PartnerView | None = None
    view_health: PartnerView | None = None
    view_independent: IndependentView | None = None
    areas_of_disagreement: Narrative | None = None
    disagreement_resolution_attempts: Narrative | None = None

    def views(self) -> tuple[tuple[Partner, PartnerView | None], ...]:
        """The three partners with the view of each, None where it is not recorded yet."""
        return (
            (Partner.LOCAL_AUTHORITY, self.view_local_authority),
            (Partner.POLICE, self.view_police),
            (Partner.HEALTH, self.view_health),
        )


class LegalAdvice(Record):
    """Privileged legal advice; no document that leaves the partnership prints it."""

    summary: Privileged
    given_by: ProfessionalName
    role: Line
    on: Day | None = None


class Answer(Record):
    """The local authority's answer to the reasons of a partner that disagrees."""

    partner: Partner
    answer: Narrative


class ConsideredDocument(Record):
    """A document or source that the local authority took into account."""

    title: Line
    on: Day | None = None
    version: Line | None = None


class NotificationDecision(Record):
    """The local authority's decision: the duty is its own and cannot be delegated.

    Source of the fields on criteria, relevant and irrelevant considerations and weight: Leeds SCP
    notification process report, 2.2 and 2.3.
    """

    outcome: Outcome
    deferred_until: Day | None = None
    deferred_for: Narrative | None = None
    made_by: ProfessionalName
    role: Line
    made_at: Moment
    statutory_criteria_applied: Narrative | None = None
    relevant_considerations: Narrative | None = None
    irrelevant_considerations_excluded: Narrative | None = None
    weight_given_to_partner_views: Narrative | None = None
    documents_considered: tuple[ConsideredDocument, ...] = ()
    information_not_yet_available: Narrative | None = None
    answers_to_partners: tuple[Answer, ...] = ()
    reconsidered_when: Narrative | None = None
    next_steps: tuple[NextStep, ...] = ()
    learning_route: LearningRoute | None = None
    learning_lead: Line | None = None
    learning_due: Day | None = None
    learning_agreed_by_executive_on: Day | None = None
    learning_reported_on: Day | None = None
    reasons_for_referrer: Narrative | None = None
    """Reasons in plain words for the referring agency: no advice, no other agency's information."""

    @model_validator(mode="after")
    def _deferral_has_an_end(self) -> "NotificationDecision":
        if (self.outcome is Outcome.DEFERRED) != (self.deferred_until is not None):
            raise PydanticCustomError(
                "deferral",
                'deferred_until goes with outcome = "deferred", and only with it. Write the day by '
                "which the decision is made, or mend the outcome.",
            )
        return self


class Withdrawal(Record):
    """A notification that was withdrawn because the criteria turned out not to be met."""

    on: Day
    reason: Narrative


class Notification(Record):
    """The local authority's notification to the Panel; people make it in the national system."""

    reference: Line | None = None
    """The national system's own reference."""
    sent_at: Moment
    """When it was sent: the moment that starts the fifteen working days."""
    notified_by: ProfessionalName
    role: Line
    telephone: Line | None = None
    email: Line | None = None
    copy_received_by_unit_on: Day | None = None
    late_reason: Narrative | None = None
    other_areas_informed: tuple[Line, ...] = ()
    rapid_review_threshold_met: Flag | None = None
    child_has_since_died_on: Day | None = None
    """A follow-up note; what was notified stays as it was at the time of notification."""
    withdrawn: Withdrawal | None = None
