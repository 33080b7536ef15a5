"""The report to the partnership's own Executive and review group: progress, gaps, opportunities.

Its head says what needs attention on its day; a table further down has every case of it. Whatever
is counted, late or missing is worked out from the cases; people write what they make of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.chart import Chart
from lscp_docs.documents.parts.meeting_record import DecisionRecord, to_be_completed
from lscp_docs.reports.material import AskedEarlier, OwnSection, ReportMaterial, Step
from lscp_docs.reports.parts import (
    attention,
    found_gaps,
    pictures,
    told_actions,
    told_figures,
    told_flows,
    told_reviews,
)
from lscp_docs.reports.parts.attention import MatterLine
from lscp_docs.reports.parts.front import ShortFront, short_front
from lscp_docs.reports.parts.told_actions import (
    OverdueAction,
    RatingLine,
    WaitingAction,
)
from lscp_docs.reports.parts.told_flows import ComparedFigure, FlowLine, TimelyLine
from lscp_docs.reports.parts.told_reviews import LateLine, OpenReview, ReviewAccount
from lscp_docs.reports.report_type import Part
from lscp_docs.reports.written import Block
from lscp_docs.timescales.guidance import cite
from lscp_docs.wording import Gap, day_in_words

PARTS = (
    Part(
        key="progress",
        heading="Progress",
        asked_for="what was achieved in the period",
        is_needed=False,
    ),
    Part(
        key="gaps",
        heading="Gaps",
        asked_for="what the partnership does not know or does not do yet",
    ),
    Part(
        key="opportunities",
        heading="Opportunities",
        asked_for="what could be done better, sooner or together",
    ),
)

REFERRALS = (
    "referrals_received",
    "referrals_considered",
    "decided_to_notify",
    "decided_not_to_notify",
    "decisions_unanimous",
    "decisions_not_unanimous",
    "decisions_unanimity_not_known",
    "decided_not_to_notify_with_disagreement",
    "notifications_made",
    "looked_after_child_deaths_notified",
    "care_leaver_deaths_notified",
)
"""The figures of referrals and decisions, in the order of their table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssuranceReport:
    """What the report says."""

    front: ShortFront
    attention: tuple[str, ...]
    matters: tuple[MatterLine, ...]
    progress: tuple[Block, ...]
    notifying: tuple[str, ...]
    before: str
    """The period with which the figures are compared."""
    referrals: tuple[ComparedFigure, ...]
    over_time: Chart | None
    timeliness: tuple[TimelyLine, ...]
    late: tuple[LateLine, ...]
    flows: tuple[FlowLine, ...]
    reviewing: tuple[str, ...]
    reviews: tuple[OpenReview, ...]
    local_reviews: tuple[str, ...]
    monitoring: str
    accounts: tuple[ReviewAccount, ...]
    actions: str
    eve: str
    """The day before the period, from which the report looks back."""
    ratings: tuple[RatingLine, ...]
    by_rating: Chart | None
    overdue: tuple[OverdueAction, ...]
    waiting: tuple[WaitingAction, ...]
    changed: tuple[str, ...]
    found: tuple[str, ...]
    """The gaps that the cases show."""
    gaps: tuple[Block, ...]
    opportunities: tuple[Block, ...]
    own_sections: tuple[OwnSection, ...]
    requests: tuple[AskedEarlier, ...]
    steps: tuple[Step, ...]
    review: str
    record: DecisionRecord


def context(m: ReportMaterial) -> AssuranceReport:
    """The report's words."""
    monitoring = cite("review-monitoring", m.as_at)
    return AssuranceReport(
        front=short_front(m),
        attention=attention.attention(m),
        matters=attention.matters(m),
        progress=m.part("progress"),
        notifying=told_figures.notifying(m),
        over_time=pictures.over_time(m),
        by_rating=pictures.actions(m),
        before=told_flows.before_words(m),
        referrals=told_flows.compared(m, REFERRALS),
        timeliness=told_flows.timeliness(m),
        late=told_reviews.late(m),
        flows=told_flows.flows(m),
        reviewing=told_figures.reviewing(m),
        reviews=told_reviews.open_reviews(m),
        local_reviews=told_figures.local_reviews(m),
        monitoring=f"The safeguarding partners {monitoring.words()} ({monitoring.reference}).",
        accounts=told_reviews.local_reviews(m),
        actions=told_actions.summary(m),
        eve=day_in_words(m.period.eve),
        ratings=told_actions.by_rating(m),
        overdue=told_actions.overdue(m),
        waiting=told_actions.waiting(m),
        changed=told_actions.changed_in_short(m),
        found=found_gaps.found_gaps(m),
        gaps=m.part("gaps"),
        opportunities=m.part("opportunities"),
        own_sections=m.own_sections,
        requests=m.requests,
        steps=m.next_steps,
        review=_review(m),
        record=to_be_completed(_meeting(m)),
    )


def _review(m: ReportMaterial) -> str:
    if m.file.review_on is None:
        return ""
    return f"The {m.readers} looks at this again on {day_in_words(m.file.review_on)}."


def _meeting(m: ReportMaterial) -> str:
    """When the record is completed; the head of the report asks for a day that is missing."""
    later = "To be completed at the meeting"
    return later if isinstance(m.meeting, Gap) else f"{later} of {m.meeting}"
