"""The rapid review, the chronology, the Executive's decisions and what follows them."""

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from lscp_docs.model.dates import Day, EventDate, EventTime, UncertainDate
from lscp_docs.model.discussion import IndependentView, PartnerView
from lscp_docs.model.identifying import Line, ProfessionalName
from lscp_docs.model.people import Professional
from lscp_docs.model.record import Flag, Key, Narrative, Record
from lscp_docs.model.vocabulary import (
    ExecutiveMatter,
    Finding,
    PanelResponse,
    Partner,
    PublicationGround,
    PublicationOutcome,
    RapidReviewOutcome,
    Regulation11,
)


class ChronologyEvent(Record):
    """One row of the chronology; the source of the information is mandatory."""

    on: EventDate
    time: EventTime | None = None
    agency: Key
    source: Line
    """Where the agency has it from: the record, system or person."""
    event: Narrative
    response: Narrative | None = None
    child_seen: Flag | None = None
    child_voice: Narrative | None = None
    significance: Narrative | None = None


class ScopingRequest(Record):
    """What an agency was asked for the rapid review, and what became of it."""

    agency: Key
    author: Professional | None = None
    asked_on: Day
    due_on: Day | None = None
    chased_on: tuple[Day, ...] = ()
    returned_on: Day | None = None
    nil_return: Flag = False
    """The agency had no involvement and said so."""
    waived_because: Narrative | None = None
    summary: Narrative | None = None
    """The agency's involvement in a few paragraphs."""

    @property
    def is_settled(self) -> bool:
        """True when the agency has answered, or its answer is waived with a reason."""
        return self.returned_on is not None or self.waived_because is not None


class KeyPracticeEpisode(Record):
    """A key practice episode: what happened, and why."""

    title: Narrative
    began_on: EventDate | None = None
    ended_on: EventDate | None = None
    what_happened: Narrative
    what_was_known: Narrative | None = None
    decision: Narrative | None = None
    analysis: Narrative | None = None
    good_practice: Narrative | None = None
    gap: Narrative | None = None


class Learning(Record):
    """Something learned, how it is spread, by whom and by when."""

    text: Narrative
    already_acted_on: Flag = False
    how_disseminated: Narrative | None = None
    disseminated_by: Line | None = None
    disseminate_by: Day | None = None


class Regulation11Row(Record):
    """One of the criteria for a local review: is it met, and on what evidence."""

    limb: Regulation11
    finding: Finding
    evidence: Narrative


class NationalSignificance(Record):
    """Whether the case raises issues that are complex or of national importance."""

    raised: Flag
    reasons: Narrative


class EqualityAnalysis(Record):
    """How protected characteristics were considered, and what part inequality played."""

    how_considered: Narrative
    influence_of_racism_or_inequality: Narrative | None = None


class ProposedReview(Record):
    """What is proposed where a local review is recommended."""

    reviewers: tuple[ProfessionalName, ...] = ()
    scope: Narrative | None = None
    timetable: Narrative | None = None
    publication_intention: Narrative | None = None
    delay_likely_because: Narrative | None = None


class RapidReview(Record):
    """The rapid review that follows a notification."""

    opened_on: Day
    period_from: EventDate | None = None
    period_to: EventDate | None = None
    requests: tuple[ScopingRequest, ...] = ()
    family_composition: Narrative | None = None
    """Who belongs to the family, in words: the text alternative of a genogram."""
    immediate_safeguarding: Narrative | None = None
    """The present safety of the child, siblings and other children, and what was done."""
    key_practice_episodes: tuple[KeyPracticeEpisode, ...] = ()
    lived_experience: Narrative | None = None
    equality: EqualityAnalysis | None = None
    good_practice: tuple[Narrative, ...] = ()
    learning: tuple[Learning, ...] = ()
    regulation_11: tuple[Regulation11Row, ...] = ()
    recommended_on: Day | None = None
    recommendation: RapidReviewOutcome | None = None
    reasons: Narrative | None = None
    what_a_review_would_add: Narrative | None = None
    what_replaces_a_review: Narrative | None = None
    national_significance: NationalSignificance | None = None
    view_local_authority: PartnerView | None = None
    view_police: PartnerView | None = None
    view_health: PartnerView | None = None
    view_independent: IndependentView | None = None
    dissent: Narrative | None = None
    proposed_review: ProposedReview | None = None
    submitted_on: Day | None = None
    late_reason: Narrative | None = None

    def views(self) -> tuple[tuple[Partner, PartnerView | None], ...]:
        """The three partners with the view of each on the recommendation."""
        return (
            (Partner.LOCAL_AUTHORITY, self.view_local_authority),
            (Partner.POLICE, self.view_police),
            (Partner.HEALTH, self.view_health),
        )


class DecidingPartner(Record):
    """The person who decided for one safeguarding partner."""

    partner: Partner
    name: ProfessionalName
    role: Line


class ConsideredOption(Record):
    """An option that was before the Executive, and what speaks for and against it."""

    title: Line
    appraisal: Narrative


class ExecutiveDecision(Record):
    """What the Executive decided or noted; a decision needs the names of three partners."""

    matter: ExecutiveMatter
    meeting_on: Day
    agenda_number: Line | None = None
    report_author: ProfessionalName | None = None
    report_author_role: Line | None = None
    recommendations: tuple[Narrative, ...] = ()
    """Each begins with a verb: note, agree, approve."""
    background: Narrative | None = None
    options: tuple[ConsideredOption, ...] = ()
    legal_implications: Narrative | None = None
    equality_implications: Narrative | None = None
    risk: Narrative | None = None
    resources: Narrative | None = None
    decision: Narrative | None = None
    decided_outcome: RapidReviewOutcome | None = None
    decided_on: Day | None = None
    deciding_partners: tuple[DecidingPartner, ...] = ()
    independent_attending: ProfessionalName | None = None
    conditions: Narrative | None = None
    dissent: Narrative | None = None
    follow_up_on: Day | None = None

    @model_validator(mode="after")
    def _three_partners_decide(self) -> "ExecutiveDecision":
        noted = self.matter is ExecutiveMatter.NON_NOTIFICATION
        if self.decided_on is None or noted:
            return self
        if {decider.partner for decider in self.deciding_partners} != set(Partner):
            raise PydanticCustomError(
                "deciding_partners",
                "a decision of the Executive needs the three safeguarding partners who took it. "
                "Add a deciding_partners entry for local_authority, police and health.",
            )
        return self


class PanelReply(Record):
    """What the Panel answered to the rapid review or to a decision not to publish."""

    received_on: Day
    response: PanelResponse
    details: Narrative | None = None
    reconsidered_on: Day | None = None
    reconsideration: Narrative | None = None


class Reviewer(Record):
    """The independent reviewer of a local child safeguarding practice review."""

    name: ProfessionalName
    appointed_on: UncertainDate
    independence_confirmed: Flag
    panel_told_on: Day | None = None


class ProgressEntry(Record):
    """A monitoring entry on the time taken and the quality of the review's work."""

    on: Day
    entry: Narrative


class PublicationReason(Record):
    """Why a report is not published, or not in full, on one ground."""

    ground: PublicationGround
    reason: Narrative


class PublicationDecision(Record):
    """Whether the report is published in full, as learning only, or not; and why."""

    outcome: PublicationOutcome
    decided_on: Day
    reasons: tuple[PublicationReason, ...] = ()
    deferred_until: Day | None = None
    views_of_child_and_family: Narrative | None = None
    mitigation_tried: Narrative | None = None
    planned_for: Day | None = None
    published_on: UncertainDate | None = None
    learning_published_on: UncertainDate | None = None
    report_sent_to_panel_on: UncertainDate | None = None
    panel_told_of_non_publication_on: Day | None = None
    panel_reply: PanelReply | None = None
    exception_reason: Narrative | None = None
    """Why the report reached the Panel later than the rule asks."""
    review_on: Day | None = None


class Lcspr(Record):
    """A local child safeguarding practice review (LCSPR).

    Its milestones may be known by the month alone, as they are of most older reviews.
    """

    initiated_on: Day
    reviewers: tuple[Reviewer, ...] = ()
    terms_of_reference: Narrative | None = None
    progress: tuple[ProgressEntry, ...] = ()
    delay_reason: Narrative | None = None
    report_accepted_on: UncertainDate | None = None
    publication: PublicationDecision | None = None
