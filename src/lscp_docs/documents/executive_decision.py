"""The Executive's paper for decision on a rapid review's recommendation, and the record of it.

The record is empty until the decision's day; the three safeguarding partners decide, and the
independent scrutineer or chair attends.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import executive_paper, rapid_review_next, reasons, recommendation
from lscp_docs.documents.parts.executive_paper import ExecutivePaper, Option
from lscp_docs.documents.parts.meeting_record import DecisionRecord, to_be_completed
from lscp_docs.documents.parts.practice import Part
from lscp_docs.documents.parts.rapid_review_clock import review_clock
from lscp_docs.documents.parts.rapid_review_next import ActionRow
from lscp_docs.documents.parts.reasons import ViewOfPartner
from lscp_docs.documents.parts.recommendation import Criterion, rapid_review_of
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.review import ExecutiveDecision
from lscp_docs.model.vocabulary import ExecutiveMatter, RapidReviewOutcome
from lscp_docs.timescales.guidance import cite
from lscp_docs.wording import Prose, Words

MATTER = ExecutiveMatter.RAPID_REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutiveReport:
    """What the paper says."""

    paper: ExecutivePaper
    concerns: str
    outcome: Words
    recommended: Words
    due: Words
    rule: Words
    late: Prose
    background: Prose
    reasons: Prose
    would_add: Prose
    replaces: Prose
    regulations: str
    criteria: tuple[Criterion, ...]
    options: tuple[Option, ...]
    views: tuple[ViewOfPartner, ...]
    dissent: Prose
    independent: Prose
    implications: tuple[Part, ...]
    next_steps: tuple[str, ...]
    actions: tuple[ActionRow, ...]
    record: DecisionRecord


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True when a rapid review has a recommendation on which the Executive decides."""
    return case.rapid_review is not None and case.rapid_review.recommendation is not None


def context(m: Material) -> ExecutiveReport:
    """The paper's words."""
    entry, clock = m.case.executive_on(MATTER), review_clock(m)
    regulations = cite("review-regulations", m.as_at)
    return ExecutiveReport(
        paper=executive_paper.paper(m, MATTER),
        concerns=reasons.concerns(m),
        outcome=recommendation.decided(m)
        if recommendation.has_decided(m)
        else executive_paper.when_completed(entry, m),
        recommended=recommendation.recommended(m),
        due=clock.due,
        rule=clock.rule,
        late=clock.late,
        background=m.prose(
            entry.background if entry is not None else None,
            "the background of the Executive’s paper",
            "executive.background",
        ),
        reasons=recommendation.grounds(m),
        would_add=recommendation.would_add(m),
        replaces=recommendation.replaces(m),
        regulations=f"{regulations.words()} ({regulations.reference}, regulation 11)",
        criteria=recommendation.criteria(m),
        options=executive_paper.options(m, MATTER),
        views=recommendation.views(m),
        dissent=recommendation.dissent(m),
        independent=recommendation.independent(m),
        implications=executive_paper.implications(m, MATTER),
        next_steps=_next_steps(m),
        actions=rapid_review_next.actions(m),
        record=_record(m, entry),
    )


def _next_steps(m: Material) -> tuple[str, ...]:
    """What follows once the Executive has decided."""
    unit, panel = m.partnership.business_unit.name, reasons.panel(m)
    first = f"The {unit} sends the rapid review and the decision to the {panel}."
    wanted = rapid_review_of(m).recommendation
    review = cite("review", m.as_at).words()
    after = {
        RapidReviewOutcome.LCSPR: f"If the Executive agrees to a {review}, a reviewer is appointed "
        "and the Panel is told the name.",
        RapidReviewOutcome.NO_LCSPR: "If the Executive agrees, the actions in this paper are "
        f"followed up by the {m.partnership.names.review_group}.",
        RapidReviewOutcome.FURTHER_INFORMATION: "The information that is still needed is gathered, "
        "and the Executive considers the matter again.",
    }
    return (first, *([after[wanted]] if wanted is not None else []))


def _record(m: Material, entry: ExecutiveDecision | None) -> DecisionRecord:
    if entry is None or entry.decided_on is None or not recommendation.has_decided(m):
        return to_be_completed(executive_paper.when_completed(entry, m))
    role = m.partnership.names.independent_role
    attended = entry.independent_attending
    return DecisionRecord(
        decision=(recommendation.decided(m), *recommendation.in_its_words(m)),
        decided_on=m.words(entry.decided_on),
        sign_off=recommendation.sign_off(m),
        attending=f"The {role} was not recorded as attending"
        if attended is None
        else m.showing.professional(attended, f"The {role}"),
        conditions=m.prose_or(entry.conditions, "No conditions"),
        dissent=m.prose_or(entry.dissent, "None recorded"),
        follow_up="No date set" if entry.follow_up_on is None else m.words(entry.follow_up_on),
    )
