"""The partnership's report to the council's own executive, in the form of its committee reports.

The form is that of the Leeds Executive Board report of 24 July 2019: five questions, a summary, and
seven numbered sections. What the source repeats (recommendations, resources, council plan) is
written once and placed twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lscp_docs.chart import Chart
from lscp_docs.reports.material import (
    AskedEarlier,
    ConsideredOption,
    OwnSection,
    ReportMaterial,
    Step,
)
from lscp_docs.reports.parts import committee, pictures, told_figures
from lscp_docs.reports.parts.committee import Background, Question
from lscp_docs.reports.parts.front import ReportFront, front
from lscp_docs.reports.parts.further_reports import recommendations
from lscp_docs.reports.parts.law import statutory_basis
from lscp_docs.reports.parts.told_figures import FigureLine
from lscp_docs.reports.report_type import Part
from lscp_docs.reports.written import Block
from lscp_docs.wording import Prose

PARTS = (
    Part(
        key="summary",
        heading="Summary",
        asked_for="the main issues in brief",
    ),
    Part(
        key="council-plan",
        heading="Council policies",
        asked_for="what it means for the council plan; it is printed in the summary as well",
    ),
    Part(
        key="resources",
        heading="Resources, procurement and value for money",
        asked_for="what it means for resources; it is printed in the summary as well",
    ),
    Part(
        key="purpose",
        heading="Purpose of this report",
        asked_for="the purpose of the report",
    ),
    Part(
        key="background",
        heading="Background information",
        asked_for="the background to the report",
    ),
    Part(
        key="main-issues",
        heading="Main issues",
        asked_for="the main issues",
    ),
    Part(
        key="consultation",
        heading="Consultation and engagement",
        asked_for="who was consulted and what they said, or why nobody was",
    ),
    Part(
        key="wards",
        heading="Consultation and engagement",
        asked_for="how wards are affected, or why none is; needed where the answer is No",
        is_needed=False,
    ),
    Part(
        key="equality",
        heading="Equality and diversity / cohesion and integration",
        asked_for="what the report means for equality, or why it means nothing for it",
    ),
    Part(
        key="climate",
        heading="Climate emergency",
        asked_for="what the report means for the climate, or why it means nothing for it",
    ),
    Part(
        key="legal",
        heading="Legal implications, access to information, and call-in",
        asked_for="the legal implications",
    ),
    Part(
        key="access-to-information",
        heading="Legal implications, access to information, and call-in",
        asked_for="why nothing in the report is exempt; only where the answer is No",
        is_needed=False,
    ),
    Part(
        key="risk",
        heading="Risk management",
        asked_for="the risks that the report is about, and how they are managed",
    ),
    Part(
        key="conclusions",
        heading="Conclusions",
        asked_for="the conclusions",
    ),
)

TO_FILL_IN = """\
# background_documents = []         # this line, where there are none
# tells_figures = false             # for a report on arrangements alone

# The form at the head. An answer of "false" still needs its sentence in section 4 below.
# [front_matter]
# report_of = "Director of Children and Families"
# wards_affected = false
# wards = []                        # their names, where wards are affected
# consultation_carried_out = true
# equality_implications = false
# open_for_call_in = true
# not_open_because = "…"            # a sentence, where it is not open
# confidential_or_exempt = false
#
# Only where something is exempt:
# [front_matter.exempt]
# rules = ["10.4(1)"]               # the number is the paragraph of Schedule 12A
# appendices = ["Appendix 2"]
# reason = "…"
# public_interest = "…"
# public_part_stands_alone = true

# A further report that this one promises; it becomes the last recommendation.
# [[further_reports]]
# about = "the final arrangements"
# by = "autumn 2026"                # or a day: 2026-11-30

# Background documents, where there are some:
# [[background_documents]]
# title = "Minutes of the partnership Executive, 12 May 2026"
# is_published_work = false         # published works are not listed

# Risks of the corporate risk register:
# [[risks]]
# id = "CR-04"
# title = "A child is seriously harmed or dies because safeguarding fails"
"""

FIGURES = (
    "referrals_considered",
    "decided_not_to_notify",
    "notifications_made",
    "notified_in_time",
    "rapid_reviews_completed",
    "reviewed_in_time",
    "rapid_reviews_in_progress_at_end",
    "rapid_reviews_overdue_at_end",
    "notifications_without_review",
    "lcsprs_started",
    "lcsprs_concluded",
    "lcsprs_in_progress_at_end",
)
"""The figures of the table, in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldIncidents:
    """What the report says of incidents: law, sentences and figures; nothing if it says nothing."""

    law: tuple[str, ...] = ()
    notifying: tuple[str, ...] = ()
    reviewing: tuple[str, ...] = ()
    local_reviews: tuple[str, ...] = ()
    figures: tuple[FigureLine, ...] = ()
    over_time: Chart | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corporate:
    """Section 4, but for what stands in the summary as well."""

    consultation: tuple[Block, ...]
    wards: tuple[Block, ...]
    equality: tuple[Block, ...]
    climate: tuple[Block, ...]
    legal: tuple[Block, ...]
    exempt: Prose
    not_exempt: tuple[Block, ...]
    call_in: Prose
    risk: tuple[Block, ...]
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutiveBoardReport:
    """What the report says."""

    front: ReportFront
    questions: tuple[Question, ...]
    plan: str
    """What the council calls its plan."""
    summary: tuple[Block, ...]
    council_plan: tuple[Block, ...]
    resources: tuple[Block, ...]
    purpose: tuple[Block, ...]
    background: tuple[Block, ...]
    main_issues: tuple[Block, ...]
    incidents: ToldIncidents
    options_question: str
    options: tuple[ConsideredOption, ...]
    own_sections: tuple[OwnSection, ...]
    requests: tuple[AskedEarlier, ...]
    steps: tuple[Step, ...]
    review: str
    corporate: Corporate
    conclusions: tuple[Block, ...]
    documents: Background


def context(m: ReportMaterial) -> ExecutiveBoardReport:
    """The report's words."""
    whose = committee.report_of(m)
    return ExecutiveBoardReport(
        front=replace(front(m), report_from=whose, recommendations=recommendations(m)),
        questions=committee.questions(m.file.front_matter),
        plan=m.partnership.names.council_plan,
        summary=m.part("summary"),
        council_plan=m.part("council-plan"),
        resources=m.part("resources"),
        purpose=m.part("purpose"),
        background=m.part("background"),
        main_issues=m.part("main-issues"),
        incidents=_incidents(m) if m.file.tells_figures else ToldIncidents(),
        options_question=m.file.options_question or "The options that were considered were these.",
        options=m.options,
        own_sections=m.own_sections,
        requests=m.requests,
        steps=m.next_steps,
        review=_review(m),
        corporate=_corporate(m),
        conclusions=m.part("conclusions"),
        documents=committee.background(m),
    )


def _incidents(m: ReportMaterial) -> ToldIncidents:
    basis = statutory_basis(m)
    return ToldIncidents(
        law=(
            f"{basis.duty.removesuffix('.')} ({basis.duty_note.removesuffix('.')}).",
            f"{basis.time_limit.removesuffix('.')} ({basis.time_limit_note.removesuffix('.')}).",
            f"{basis.rapid_review} {basis.rapid_review_note}",
        ),
        notifying=told_figures.notifying(m),
        reviewing=told_figures.reviewing(m),
        local_reviews=told_figures.local_reviews(m),
        figures=tuple(told_figures.line(m.figure(key)) for key in FIGURES),
        over_time=pictures.over_time(m),
        caption=f"Serious child safeguarding incidents in {m.period.words}",
    )


def _corporate(m: ReportMaterial) -> Corporate:
    form = m.file.front_matter
    wards = None if form is None else form.wards_affected
    return Corporate(
        consultation=m.part("consultation"),
        wards=committee.sentence_for_no(m, "wards", answer=wards),
        equality=m.part("equality"),
        climate=m.part("climate"),
        legal=m.part("legal"),
        exempt=committee.access_to_information(m),
        not_exempt=committee.nothing_exempt(m, "access-to-information"),
        call_in=committee.call_in(form),
        risk=m.part("risk"),
        risks=tuple(f"{risk.id}: {risk.title}" for risk in m.file.risks),
    )


def _review(m: ReportMaterial) -> str:
    if m.file.review_on is None:
        return ""
    return (
        f"The {m.partnership.names.executive} looks at this again on {m.day(m.file.review_on, '')}."
    )
