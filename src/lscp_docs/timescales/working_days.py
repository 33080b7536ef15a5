"""Working days in England: every day but weekends, England's bank holidays and added days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from lscp_docs import cache
from lscp_docs.errors import CaseFileError

FIRST_YEAR = 2015
LAST_YEAR = 2028
"""The last year whose England bank holidays were compared with the list that GOV.UK publishes."""

_SATURDAY = 5
_ONE_DAY = dt.timedelta(days=1)


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[dt.date]:
    """Return England's bank holidays of a year, one-off and substitute days among them.

    Raises CaseFileError outside FIRST_YEAR to LAST_YEAR: a later year could be computed, but not
    the one-off days that nobody has proclaimed yet, and a time limit would come out a day short.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CaseFileError(
            f"A time limit needs the bank holidays of England in a year outside {FIRST_YEAR} to "
            f"{LAST_YEAR}, the years that this program knows. Check the year in each date of the "
            "case; if it is right, install a newer lscp-docs."
        )
    return frozenset(day for day in _known() if day.year == year)


@lru_cache(maxsize=1)
def _known() -> tuple[dt.date, ...]:
    """Return the bank holidays of all years, kept because the package takes 0.2 s to import."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    made_from = repr(years).encode()
    days = cache.kept("bank_holidays", made_from)
    if days is None:
        from holidays import country_holidays

        found = country_holidays("GB", subdiv="ENG", years=years)
        days = tuple(day.toordinal() for day in found if day.year in years)
        cache.keep("bank_holidays", made_from, days)
    return tuple(map(dt.date.fromordinal, days))


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """England's working days, less the bank holidays that a partnership adds (`extra`).

    An added day moves every date counted across it: it is meant for a bank holiday proclaimed
    after this version was made, not for a closed office. All
    methods raise CaseFileError for a year whose bank holidays are not known.
    """

    extra: frozenset[dt.date] = frozenset()

    @property
    def name(self) -> str:
        """The words that say which days were left out of a count."""
        if not self.extra:
            return "England bank holidays"
        days = "day" if len(self.extra) == 1 else "days"
        return f"England bank holidays and {len(self.extra)} {days} added by the partnership"

    def is_working_day(self, day: dt.date) -> bool:
        """True unless the day is a Saturday, a Sunday, a bank holiday or an added day."""
        holidays = bank_holidays(day.year)
        return day.weekday() < _SATURDAY and day not in holidays and day not in self.extra

    def on_or_after(self, day: dt.date) -> dt.date:
        """Return the day itself if it is a working day, else the next working day."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def on_or_before(self, day: dt.date) -> dt.date:
        """Return the day itself if it is a working day, else the working day before it."""
        while not self.is_working_day(day):
            day -= _ONE_DAY
        return day

    def add(self, day: dt.date, working_days: int) -> dt.date:
        """Return the nth working day after `day`: the first working day after it is 1.

        Raises ValueError for fewer than 1.
        """
        _at_least_one(working_days)
        for _ in range(working_days):
            day = self.on_or_after(day + _ONE_DAY)
        return day

    def subtract(self, day: dt.date, working_days: int) -> dt.date:
        """Return the nth working day before `day`: the first working day before it is 1.

        Raises ValueError for fewer than 1.
        """
        _at_least_one(working_days)
        for _ in range(working_days):
            day = self.on_or_before(day - _ONE_DAY)
        return day

    def between(self, start: dt.date, end: dt.date) -> int:
        """Return how many working days lie after `start`, up to and including `end`.

        The day after `start` is day 1. An `end` before `start` gives the same count, negative:
        between(today, due) is what is left, and how late it is when it is below 0.
        """
        if end < start:
            return -self.between(end, start)
        days = (start + _ONE_DAY * step for step in range(1, (end - start).days + 1))
        return sum(self.is_working_day(day) for day in days)


def _at_least_one(working_days: int) -> None:
    if working_days < 1:
        raise ValueError("count at least 1 working day; on_or_after and on_or_before count none")
