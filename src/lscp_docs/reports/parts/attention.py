"""What needs attention on the day of a report: a few lines for its head, and every case below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lscp_docs.reports.material import ReportMaterial
from lscp_docs.reports.parts.told_actions import is_overdue
from lscp_docs.reports.told_case import ToldReview
from lscp_docs.reports.told_matters import Matter, ToldMatter
from lscp_docs.wording import (
    counted_in_words,
    day_in_words,
    list_in_words,
    number_in_words,
    sentence_case,
)

NEAR = 3
"""A rapid review is near its last day with so many working days left (this project's choice)."""

MOST_NAMED = 3
"""So many cases are named in a line; every one stands in the list of the report."""

_ONE_AND_MANY = {
    Matter.UNDECIDED: (
        "referral is past its time limit, and undecided or not notified",
        "referrals are past their time limit, and undecided or not notified",
    ),
    Matter.RATIONALE: (
        "decision has no rationale issued",
        "decisions have no rationale issued",
    ),
    Matter.NOT_OPENED: (
        "rapid review is owed and not opened",
        "rapid reviews are owed and not opened",
    ),
    Matter.LCSPR: (
        "local review has taken more than six months",
        "local reviews have taken more than six months",
    ),
    Matter.PANEL: ("reply of the Panel is awaited", "replies of the Panel are awaited"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterLine:
    """One thing that needs attention, as a row of a table."""

    case: str
    what: str
    words: str


def attention(m: ReportMaterial) -> tuple[str, ...]:
    """Give what needs the readers' attention, a line a kind; one line where nothing does."""
    return tuple(_lines(m)) or (f"Nothing is late, overdue or awaited on {day_in_words(m.as_at)}.",)


def _lines(m: ReportMaterial) -> Iterator[str]:
    yield from _reviews(m)
    for matter in Matter:
        cases = [each.case for each in _in_order(m) if each.matter is matter]
        if cases:
            yield _line(len(cases), *_ONE_AND_MANY[matter], cases)
    unexplained = unexplained_cases(m)
    if unexplained:
        one, many = (
            "late notification or rapid review has no reason recorded",
            "late notifications or rapid reviews have no reason recorded",
        )
        yield _line(len(unexplained), one, many, unexplained)
    yield from _overdue(m)


def _reviews(m: ReportMaterial) -> Iterator[str]:
    past = [review for review in m.reviews if _days_left(review) < 0]
    near = [review for review in m.reviews if 0 <= _days_left(review) <= NEAR]
    for reviews, one, many in (
        (past, "rapid review is past its last day", "rapid reviews are past their last day"),
        (near, "rapid review is near its last day", "rapid reviews are near their last day"),
    ):
        if reviews:
            ordered = sorted(reviews, key=_days_left)
            yield _line(len(reviews), one, many, [_told(review) for review in ordered])


def _days_left(review: ToldReview) -> int:
    """Give the working days that are left; many where the last day is not known."""
    if review.working_day is None or review.allowed is None:
        return NEAR + 1
    return review.allowed - review.working_day


def _told(review: ToldReview) -> str:
    owing = counted_in_words(len(review.outstanding), "agency", "agencies")
    return f"{review.case} (working day {review.working_day} of {review.allowed}, {owing} owing)"


def unexplained_cases(m: ReportMaterial) -> list[str]:
    """Give the cases that were late since the period began and have no reason recorded."""
    return [
        each.case for each in m.late if not each.is_explained and each.done_on >= m.period.first
    ]


def _overdue(m: ReportMaterial) -> Iterator[str]:
    late = [
        (m.as_at - action.due).days
        for action in m.tracked
        if is_overdue(action) and action.due is not None
    ]
    if late:
        days = "1 day" if max(late) == 1 else f"{max(late):,} days"
        is_one = len(late) == 1
        which = f", by {days}" if is_one else f", the longest by {days}"
        are = "is" if is_one else "are"
        yield f"{sentence_case(counted_in_words(len(late), 'action'))} {are} overdue{which}."


def _line(number: int, one: str, many: str, cases: Iterable[str]) -> str:
    named = list(cases)
    rest = len(named) - MOST_NAMED
    shown = [*named[:MOST_NAMED], f"{number_in_words(rest)} more"] if rest > 0 else named
    words = one if number == 1 else many
    return f"{sentence_case(number_in_words(number))} {words}: {list_in_words(shown)}."


def matters(m: ReportMaterial) -> tuple[MatterLine, ...]:
    """Give every matter of the cases, in the order of the lines, the longest open first."""
    return tuple(
        MatterLine(case=each.case, what=sentence_case(each.matter.words), words=f"{each.words}.")
        for each in _in_order(m)
    )


def _in_order(m: ReportMaterial) -> list[ToldMatter]:
    order = {matter: number for number, matter in enumerate(Matter)}
    return sorted(m.matters, key=lambda each: (order[each.matter], each.since, each.case))
