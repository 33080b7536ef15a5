"""Rapid reviews that are open, local reviews with their monitoring, and what was late and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.reports.material import ReportMaterial
from lscp_docs.reports.told_case import ToldLcspr, ToldReview
from lscp_docs.wording import day_in_words

NOT_YET = "Not yet"
SHOWN = (
    "lcsprs_in_progress_at_start",
    "lcsprs_started",
    "publication_undecided_at_start",
    "reports_published",
    "learning_published",
)
"""The figures whose cases are local reviews that a report of the period tells of."""

LATE = {"notified_late": "notification", "reviewed_late": "rapid review"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReview:
    """A rapid review that is open on the day of the report."""

    case: str
    due: str
    working_day: str
    outstanding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LateLine:
    """What was late, by which days, and why."""

    head: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAccount:
    """A local review: its milestones, why it takes longer, and its monitoring in the period."""

    heading: str
    milestones: str
    delay: str
    entries: tuple[str, ...]
    """The monitoring entries since the period began, each with its day."""


def open_reviews(m: ReportMaterial) -> tuple[OpenReview, ...]:
    """Give the rapid reviews that are open, the first due first."""
    ordered = sorted(m.reviews, key=lambda each: (each.due or dt.date.max, each.case))
    return tuple(_open(review) for review in ordered)


def _open(review: ToldReview) -> OpenReview:
    is_known = review.working_day is not None and review.allowed is not None
    owing = "; ".join(review.outstanding) or "None"
    return OpenReview(
        case=review.case,
        due="Not known" if review.due is None else day_in_words(review.due),
        working_day=f"{review.working_day} of {review.allowed}" if is_known else "Not known",
        outstanding=owing if review.asked else "None was asked yet",
    )


def late(m: ReportMaterial) -> tuple[LateLine, ...]:
    """Give what was late in the period, as its figures count it, the longest first."""
    counted = {(key, case) for key in LATE for case in m.figure(key).cases}
    ordered = sorted(m.late, key=lambda each: (each.due - each.done_on, each.case))
    return tuple(
        LateLine(
            head=(
                f"{each.case}, {LATE[each.measure]}: due on {day_in_words(each.due)}, sent on "
                f"{day_in_words(each.done_on)}."
            ),
            why=each.reason
            or ("The reason is not shown here." if each.is_explained else "No reason is recorded."),
        )
        for each in ordered
        if (each.measure, each.case) in counted
    )


def local_reviews(m: ReportMaterial) -> tuple[ReviewAccount, ...]:
    """Give the local reviews that were in progress or came out in the period, and later ones."""
    shown = {case for key in SHOWN for case in m.figure(key).cases}
    return tuple(
        _account(m, each) for each in m.lcsprs if each.case in shown or is_in_progress(m, each)
    )


def is_in_progress(m: ReportMaterial, review: ToldLcspr) -> bool:
    """True when a local review has begun and is not concluded on the day of the report."""
    return review.started_on <= m.as_at and not review.accepted


def entries(m: ReportMaterial, review: ToldLcspr) -> tuple[str, ...]:
    """Give the monitoring entries since the period began."""
    return tuple(
        f"{day_in_words(day)}: {words}" for day, words in review.progress if day >= m.period.first
    )


def _account(m: ReportMaterial, review: ToldLcspr) -> ReviewAccount:
    return ReviewAccount(
        heading=f"{review.case}, concerning {review.children}",
        milestones=f"{'; '.join(_milestones(review))}.",
        delay=review.delay,
        entries=entries(m, review) or ("No monitoring entry of this time is recorded.",),
    )


def _milestones(review: ToldLcspr) -> Iterator[str]:
    yield f"Begun on {day_in_words(review.started_on)}"
    for words, day in (
        ("reviewer appointed", review.appointed),
        ("report accepted", review.accepted),
        ("report sent to the Panel", review.to_panel),
        ("published", review.published),
    ):
        yield f"{words}: {day or NOT_YET.lower()}"
