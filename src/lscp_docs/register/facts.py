"""What the register knows of each step of a case; a step that has not come is all None."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.ethnicity import EthnicGroup
from lscp_docs.model.vocabulary import (
    AbuseStatus,
    Disability,
    HarmNature,
    IncidentType,
    LearningRoute,
    LegalStatus,
    Outcome,
    PanelResponse,
    PublicationOutcome,
    RapidReviewOutcome,
    Sex,
    Term,
)


class Proof(Term):
    """Whether the dates of a case prove something, disprove it, or do neither."""

    PROVED = "proved", "yes"
    REFUTED = "refuted", "no"
    UNVERIFIED = "unverified", "cannot be verified"


@dataclass(frozen=True, slots=True)
class InTime:
    """Whether a duty was done in time, its last day where that is known, and why in words.

    The reason for lateness is a narrative and stays in the case: here is only whether there is one.
    """

    proof: Proof
    due: dt.date | None
    reason: str
    late_reason_recorded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildInCase:
    """What the register knows of a child: an id, a pseudonym, and what statistics count by.

    No column of the register tells the ethnic group or the disability: tables alone count by them.
    """

    id: str
    pseudonym: str | None
    age_band: str
    sex: Sex | None
    legal_status: LegalStatus | None
    ethnic_group: EthnicGroup
    disability: Disability | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFacts:
    """The incident; `occurred` is its month, and its day in the full register alone."""

    type: IncidentType
    abuse_status: AbuseStatus | None
    occurred: UncertainDate
    harm: tuple[HarmNature, ...] = ()
    aware_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralFacts:
    """The referral to the review group."""

    raised_on: dt.date | None = None
    received_on: dt.date | None = None
    agency: str | None = None
    """The name of the referring agency; no person's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """What the review group considered and the local authority decided.

    `considered_on` is the day of the group's meeting, or of the decision where no meeting is
    recorded. `unanimous` tells of the three views alone, and is None while one is missing or not
    available; `disagreement` is True when a view differs from the decision.
    """

    considered_on: dt.date | None = None
    decided_on: dt.date | None = None
    outcome: Outcome | None = None
    unanimous: bool | None = None
    disagreement: bool | None = None
    rationale_issued_on: dt.date | None = None
    executive_noted_on: dt.date | None = None
    feedback_sent_on: dt.date | None = None
    learning_route: LearningRoute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationFacts:
    """The local authority's notification."""

    sent_on: dt.date | None = None
    in_time: InTime | None = None
    withdrawn_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFacts:
    """The rapid review, and the Panel's answer to it.

    `outcome` is what the Executive decided; until then, what was recommended to it.
    """

    is_needed: bool = False
    """There is one, or the notification leads to one."""
    opened_on: dt.date | None = None
    due: dt.date | None = None
    submitted_on: dt.date | None = None
    in_time: InTime | None = None
    outcome: RapidReviewOutcome | None = None
    panel_replied_on: dt.date | None = None
    panel_response: PanelResponse | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LcsprFacts:
    """The local child safeguarding practice review, its milestones with their precision."""

    started_on: dt.date | None = None
    reviewer_appointed: UncertainDate | None = None
    accepted: UncertainDate | None = None
    """When the Executive accepted the report: the review is concluded."""
    publication: PublicationOutcome | None = None
    publication_decided_on: dt.date | None = None
    report_to_panel: UncertainDate | None = None
    published: UncertainDate | None = None
    learning_published: UncertainDate | None = None
    panel_on_publication: PanelResponse | None = None
    panel_on_publication_on: dt.date | None = None
    panel_copy: InTime | None = None
    """Whether the report reached the Panel in time before its publication."""
