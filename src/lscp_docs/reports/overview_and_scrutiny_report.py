"""The partnership's report on review activity to the council's scrutiny body, for the public.

Its form is that of Sefton's report to its Overview and Scrutiny Committee: purpose, legal
requirements, a table of milestones, the local process, what was done and what is outstanding. What
it says of time limits comes from the dates of every review, never from a typed sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.chart import Chart
from lscp_docs.reports.material import OwnSection, ReportMaterial
from lscp_docs.reports.parts import milestones as reviews
from lscp_docs.reports.parts import pictures, told_figures
from lscp_docs.reports.parts import public_actions as actions
from lscp_docs.reports.parts import review_process as process
from lscp_docs.reports.parts.front import ReportFront, front
from lscp_docs.reports.parts.law import StatutoryBasis, statutory_basis
from lscp_docs.reports.parts.milestones import ClaimLine, MilestoneTable, TimeTaken
from lscp_docs.reports.parts.public_actions import ToldActions
from lscp_docs.reports.parts.review_process import ProcessStep, ReviewPurpose
from lscp_docs.reports.parts.told_training import TrainingLine, training
from lscp_docs.reports.report_type import Part
from lscp_docs.reports.written import Block
from lscp_docs.timescales.guidance import cite
from lscp_docs.wording import Gap, Words

APPENDICES = ("How long the reviews took",)

PARTS = (
    Part(
        key="background",
        heading="Background",
        asked_for="more on why the report is made",
        is_needed=False,
    ),
    Part(
        key="introduction",
        heading="Introduction",
        asked_for="more on the reviews of the period",
        is_needed=False,
    ),
    Part(
        key="purpose",
        heading="Purpose of reviews",
        asked_for="more on what reviews are for",
        is_needed=False,
    ),
    Part(
        key="process",
        heading="The local process",
        asked_for="more on the local process, and who in it is independent",
        is_needed=False,
    ),
    Part(
        key="done",
        heading="What was done as a result of the reviews",
        asked_for="what was done as a result of the reviews",
    ),
    Part(
        key="training",
        heading="Training and learning events",
        asked_for="the training and learning events, how many took part, and whether members did",
    ),
    Part(
        key="outstanding",
        heading="What is outstanding",
        asked_for="more on what is outstanding",
        is_needed=False,
    ),
    Part(
        key="improvement",
        heading="How improvement is evidenced",
        asked_for="how it is known that practice has improved",
    ),
    Part(key="conclusion", heading="Conclusion", asked_for="the conclusion"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs, and in which month."""

    name: Words
    role: str
    month: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewAndScrutinyReport:
    """What the report says."""

    front: ReportFront
    opening: str
    background: tuple[Block, ...]
    introduction: tuple[Block, ...]
    local_reviews: tuple[str, ...]
    reason_for_reviews: ReviewPurpose
    purpose: tuple[Block, ...]
    basis: StatutoryBasis
    requirements: tuple[str, ...]
    milestones: tuple[MilestoneTable, ...]
    claims: tuple[str, ...]
    delays: tuple[str, ...]
    process: tuple[Block, ...]
    counted_from: str
    steps: tuple[ProcessStep, ...]
    panel_copy_note: str
    done: tuple[Block, ...]
    actions_done: ToldActions
    training: tuple[Block, ...]
    courses: tuple[TrainingLine, ...]
    outstanding: tuple[Block, ...]
    actions_open: ToldActions
    improvement: tuple[Block, ...]
    own_sections: tuple[OwnSection, ...]
    conclusion: tuple[Block, ...]
    signature: Signature
    appendix: str
    claim_lines: tuple[ClaimLine, ...]
    in_time: Chart | None
    times_taken: tuple[TimeTaken, ...]


def context(m: ReportMaterial) -> OverviewAndScrutinyReport:
    """The report's words."""
    return OverviewAndScrutinyReport(
        front=front(m),
        opening=_opening(m),
        background=m.part("background"),
        introduction=m.part("introduction"),
        local_reviews=told_figures.local_reviews(m),
        reason_for_reviews=process.review_purpose(m),
        purpose=m.part("purpose"),
        basis=statutory_basis(m),
        requirements=process.requirements(m),
        milestones=reviews.milestone_tables(m),
        claims=reviews.claims(m),
        delays=reviews.delays(m),
        process=m.part("process"),
        counted_from=process.counted_from(m),
        steps=process.timetable(m),
        panel_copy_note=cite("panel-copy", m.as_at).words(),
        done=m.part("done"),
        actions_done=actions.done(m),
        training=m.part("training"),
        courses=training(m),
        outstanding=m.part("outstanding"),
        actions_open=actions.outstanding(m),
        improvement=m.part("improvement"),
        own_sections=m.own_sections,
        conclusion=m.part("conclusion"),
        signature=_signature(m),
        appendix=f"Appendix 1: {APPENDICES[0]}",
        claim_lines=reviews.claim_lines(m),
        in_time=pictures.reviews_in_time(m),
        times_taken=reviews.times_taken(m),
    )


def _opening(m: ReportMaterial) -> str:
    return (
        f"The {m.partnership.name} gives this report to the {m.readers} as an overview of local "
        f"child safeguarding practice reviews {m.period.within}. Children are named by pseudonyms."
    )


def _signature(m: ReportMaterial) -> Signature:
    month = f"{m.as_at:%B %Y}"
    if m.file.author_role is None:
        return Signature(name=Gap("the role of the author", "author_role"), role="", month=month)
    if m.file.author is None:
        return Signature(name=m.file.author_role, role=m.partnership.name, month=month)
    return Signature(name=m.file.author, role=m.file.author_role, month=month)
