"""The partnership Executive's report to the council's scrutiny body, for the public.

Its form is that of the Leeds SCP notification process report: numbered paragraphs, footnotes, the
options that were considered, and next steps. Every figure in it is counted; it answers each request
that the scrutiny body made earlier.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.chart import Chart
from lscp_docs.reports.material import (
    AskedEarlier,
    ConsideredOption,
    OwnSection,
    ReportMaterial,
    Step,
)
from lscp_docs.reports.parts import pictures, told_figures
from lscp_docs.reports.parts.front import ReportFront, front
from lscp_docs.reports.parts.law import StatutoryBasis, statutory_basis
from lscp_docs.reports.parts.told_figures import FigureLine
from lscp_docs.reports.report_type import Part
from lscp_docs.reports.written import Block

PARTS = (
    Part(
        key="purpose",
        heading="Purpose of this report",
        asked_for="more on the purpose of the report",
        is_needed=False,
    ),
    Part(
        key="progress",
        heading="Progress and decisions",
        asked_for="the progress made and the decisions taken in the period",
    ),
    Part(
        key="learning",
        heading="Learning, and what changed for children",
        asked_for="what was learned, and what changed for children",
    ),
    Part(
        key="next-steps",
        heading="Next steps",
        asked_for="more on the next steps",
        is_needed=False,
    ),
)

FIGURES = (
    "referrals_considered",
    "decided_not_to_notify",
    "notifications_made",
    "decisions_unanimous",
    "notified_in_time",
    "rapid_reviews_completed",
    "reviewed_in_time",
    "rapid_reviews_in_progress_at_end",
    "rapid_reviews_overdue_at_end",
    "notifications_without_review",
    "panel_agreed",
    "lcsprs_started",
    "lcsprs_concluded",
    "publication_full",
    "publication_learning_only",
    "lcsprs_in_progress_at_end",
)
"""The figures of the table, in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrutinyReport:
    """What the report says."""

    front: ReportFront
    opening: str
    purpose: tuple[Block, ...]
    basis: StatutoryBasis
    progress: tuple[Block, ...]
    notifying: tuple[str, ...]
    reviewing: tuple[str, ...]
    local_reviews: tuple[str, ...]
    figures: tuple[FigureLine, ...]
    figures_caption: str
    over_time: Chart | None
    timeliness: Chart | None
    options_question: str
    options: tuple[ConsideredOption, ...]
    learning: tuple[Block, ...]
    own_sections: tuple[OwnSection, ...]
    requests: tuple[AskedEarlier, ...]
    next_steps: tuple[Block, ...]
    steps: tuple[Step, ...]
    review: str


def context(m: ReportMaterial) -> ScrutinyReport:
    """The report's words."""
    head = front(m)
    return ScrutinyReport(
        front=head,
        opening=_opening(m),
        purpose=m.part("purpose"),
        basis=statutory_basis(m),
        progress=m.part("progress"),
        notifying=told_figures.notifying(m),
        reviewing=told_figures.reviewing(m),
        local_reviews=told_figures.local_reviews(m),
        figures=tuple(told_figures.line(m.figure(key)) for key in FIGURES),
        figures_caption=f"Serious child safeguarding incidents {m.period.within}",
        over_time=pictures.over_time(m),
        timeliness=pictures.timeliness(m),
        options_question=m.file.options_question or "The options that were considered were these.",
        options=m.options,
        learning=m.part("learning"),
        own_sections=m.own_sections,
        requests=m.requests,
        next_steps=m.part("next-steps"),
        steps=m.next_steps,
        review=_review(m),
    )


def _opening(m: ReportMaterial) -> str:
    answers = " and answers what was asked for earlier" if m.file.requests else ""
    return (
        f"This report tells the {m.readers} how the {m.partnership.name} considered serious child "
        f"safeguarding incidents {m.period.within}, what was decided and what follows{answers}. "
        "It names no child, family or professional."
    )


def _review(m: ReportMaterial) -> str:
    if m.file.review_on is None:
        return ""
    return (
        f"The {m.partnership.names.executive} looks at this again on {m.day(m.file.review_on, '')}."
    )
