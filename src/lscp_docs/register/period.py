"""The time that a report tells of: a year of three kinds, a quarter, a month, or any days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lscp_docs.errors import UsageError
from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.vocabulary import PeriodKind as PeriodKind
from lscp_docs.wording import day_in_words

_ONE_DAY = dt.timedelta(days=1)


_SHAPES: dict[PeriodKind, tuple[int, int]] = {
    PeriodKind.CALENDAR_YEAR: (1, 12),
    PeriodKind.MUNICIPAL_YEAR: (5, 12),
    PeriodKind.FINANCIAL_YEAR: (4, 12),
    PeriodKind.QUARTER: (1, 3),
    PeriodKind.MONTH: (1, 1),
}
"""A month in which each kind begins, and how many months it lasts.

A municipal year begins in May, with the annual meeting of the council; a financial year in April.
"""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included, and the words for them in a sentence.

    The words name the days of a year that is none of the calendar: "2024-25" alone may mean two.
    """

    first: dt.date
    last: dt.date
    words: str

    @property
    def eve(self) -> dt.date:
        """The day before the period: what was open at its end is carried over into the period."""
        return self.first - _ONE_DAY

    @property
    def years(self) -> str:
        """The year or years as a title writes them: 2024, or 2024-25."""
        first, last = self.first.year, self.last.year
        return f"{first}" if first == last else f"{first}-{last % 100:02}"

    @property
    def within(self) -> str:
        """The period as a sentence says when: "in May 2024", "from 2 May 2024 to 7 June 2025"."""
        return f"from {self.words}" if self.words[0].isdigit() else f"in {self.words}"

    def has(self, day: dt.date | None) -> bool:
        """True when the day lies in the period."""
        return day is not None and self.first <= day <= self.last

    def places(self, date: UncertainDate | None) -> bool | None:
        """Whether a date lies in the period; None when what is known of it does not decide that.

        An "about" date decides nothing, as everywhere.
        """
        if date is None:
            return False
        if date.earliest is None or date.latest is None or date.precision is Precision.ABOUT:
            return None
        if self.first <= date.earliest and date.latest <= self.last:
            return True
        return None if date.earliest <= self.last and self.first <= date.latest else False

    def previous(self) -> Period:
        """The period of the same kind before this one; for any other days, as many before them."""
        kind = _kind(self.first, self.last)
        if kind is not None:
            return period_of(kind, self.eve)
        return between(self.eve - (self.last - self.first), self.eve)


def period_of(kind: PeriodKind, day: dt.date) -> Period:
    """Return the period of a kind that a day lies in."""
    begins, months = _SHAPES[kind]
    first_month = (day.month - begins) // months * months + begins
    first = _months_on(dt.date(day.year, 1, 1), first_month - 1)
    last = _months_on(first, months) - _ONE_DAY
    return Period(first, last, _words(kind, first, last))


def between(first: dt.date, last: dt.date) -> Period:
    """Return the period from `first` to `last`, named by its kind where it has one.

    Raises UsageError when it ends before it begins.
    """
    if last < first:
        raise UsageError(
            f"The period ends on {day_in_words(last)}, before it begins on {day_in_words(first)}: "
            "mend one of the days."
        )
    return Period(first, last, _words(_kind(first, last), first, last))


def _kind(first: dt.date, last: dt.date) -> PeriodKind | None:
    for kind, (begins, months) in _SHAPES.items():
        is_start = first.day == 1 and (first.month - begins) % months == 0
        if is_start and _months_on(first, months) - _ONE_DAY == last:
            return kind
    return None


def _words(kind: PeriodKind | None, first: dt.date, last: dt.date) -> str:
    days = f"{day_in_words(first)} to {day_in_words(last)}"
    if kind is None:
        return days
    if kind is PeriodKind.MONTH:
        return f"{first:%B %Y}"
    if kind is PeriodKind.QUARTER:
        return f"the quarter {first:%B} to {last:%B %Y}"
    if kind is PeriodKind.CALENDAR_YEAR:
        return f"the calendar year {first.year}"
    return f"the {kind.words} {first.year}-{last.year % 100:02} ({days})"


def _months_on(first_of_month: dt.date, months: int) -> dt.date:
    years, month = divmod(first_of_month.month - 1 + months, 12)
    return first_of_month.replace(year=first_of_month.year + years, month=month + 1)
