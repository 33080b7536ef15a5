"""The page on reviews of a partnership's website, for a year: its title and every count name it.

Its form is that of the Leeds reviews page: what the review group does, notifications, rapid
reviews, local reviews, and how other boards and the partnership tell each other of cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.chart import Chart
from lscp_docs.reports.material import OwnSection, ReportMaterial
from lscp_docs.reports.parts import pictures, told_figures
from lscp_docs.reports.parts.law import statutory_basis
from lscp_docs.reports.parts.review_process import rapid_review_aims, review_purpose
from lscp_docs.reports.parts.told_children import ChildTable, told_children
from lscp_docs.reports.report_type import Part
from lscp_docs.reports.written import Block
from lscp_docs.timescales.guidance import in_force
from lscp_docs.wording import Words

PARTS = (
    Part(
        key="review-group",
        heading="What the review group does",
        asked_for="what the review group does, and what was new in the period",
    ),
    Part(
        key="notifications",
        heading="Notifications",
        asked_for="more on how cases are raised, considered and notified",
        is_needed=False,
    ),
    Part(
        key="rapid-reviews",
        heading="Rapid reviews",
        asked_for="more on how rapid reviews are held",
        is_needed=False,
    ),
    Part(
        key="local-reviews",
        heading="Local reviews and their publication",
        asked_for="more on local reviews, and why a report is not published in full",
        is_needed=False,
    ),
    Part(
        key="other-boards",
        heading="Cases of other boards",
        asked_for="how the partnership and other boards tell each other of cases",
    ),
    Part(
        key="learning",
        heading="Where to find the learning",
        asked_for="what was learned, and where it can be read",
    ),
)

SEPARATE_DUTIES = ("looked-after-child-death", "looked-after-child-review")
"""What the law asks besides, where its words are known to be in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualReviewsPage:
    """What the page says."""

    date: Words
    lead: str
    quick_exit: str
    """The address that a link to leave the page leads to; empty where there is none."""
    group: str
    """The name of the review group."""
    who_is_in_it: str
    quotation: str
    """What reviews are for, in the guidance's own words; empty where none are known to hold."""
    quotation_reference: str
    review_group: tuple[Block, ...]
    duties: tuple[str, ...]
    notifying: str
    over_time: Chart | None
    notifications: tuple[Block, ...]
    rapid_review: str
    aims: tuple[str, ...]
    reviewing: str
    rapid_reviews: tuple[Block, ...]
    local_decision: str
    local_figures: str
    local_reviews: tuple[Block, ...]
    other_boards: tuple[Block, ...]
    learning: tuple[Block, ...]
    website: str
    children: tuple[ChildTable, ...]
    own_sections: tuple[OwnSection, ...]
    contact: str
    contact_email: str


def context(m: ReportMaterial) -> AnnualReviewsPage:
    """The page's words."""
    basis, purpose, unit = statutory_basis(m), review_purpose(m), m.partnership.business_unit
    return AnnualReviewsPage(
        date=m.date,
        lead=_lead(m),
        quick_exit=m.file.quick_exit or "",
        group=m.partnership.names.review_group,
        who_is_in_it=basis.group_note,
        quotation=purpose.quotation,
        quotation_reference=purpose.reference,
        review_group=m.part("review-group"),
        duties=tuple(_duties(m)),
        notifying=" ".join(told_figures.notifying(m)),
        over_time=pictures.over_time(m),
        notifications=m.part("notifications"),
        rapid_review=basis.rapid_review,
        aims=rapid_review_aims(m),
        reviewing=" ".join(told_figures.reviewing(m)),
        rapid_reviews=m.part("rapid-reviews"),
        local_decision=basis.local_decision,
        local_figures=" ".join(told_figures.local_reviews(m)),
        local_reviews=m.part("local-reviews"),
        other_boards=m.part("other-boards"),
        learning=m.part("learning"),
        website=m.partnership.website or "",
        children=() if m.children is None else told_children(m.children),
        own_sections=m.own_sections,
        contact=unit.name,
        contact_email=unit.email or "",
    )


def _lead(m: ReportMaterial) -> str:
    return (
        f"This page tells how the {m.partnership.name} considered serious child safeguarding "
        f"incidents {m.period.within}, and what came of it. Its figures are counted from the cases "
        "of that time. It names no child, family or professional."
    )


def _duties(m: ReportMaterial) -> Iterator[str]:
    basis = statutory_basis(m)
    yield f"{basis.duty.rstrip('.')} ({basis.duty_note.rstrip('.')})."
    yield basis.on_whose_behalf
    yield basis.time_limit
    for key in SEPARATE_DUTIES:
        row = in_force(key, m.as_at)
        if row is not None:
            yield row.words()
