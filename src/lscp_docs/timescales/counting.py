"""The two ways of counting each unit, forwards and backwards; no source says which is right."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from lscp_docs.timescales.limit_row import Direction, FirstDay, TimeLimit, Unit
from lscp_docs.timescales.working_days import WorkingCalendar

_ONE_DAY = dt.timedelta(days=1)


class Roll(StrEnum):
    """What becomes of a limit in days or months that ends on a non-working day."""

    NEXT_WORKING_DAY = "next_working_day"
    PREVIOUS_WORKING_DAY = "previous_working_day"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinePolicy:
    """How a partnership counts towards the date that it calls due.

    `first_day` is the number of the trigger's own day: 0, the day after is day 1; or 1. It rules
    limits that come after their trigger; before one, the plain count is due. What happens later
    in the day than `cutoff_time` (local time in England) counts as the day after; None: never.
    """

    first_day: FirstDay = 0
    cutoff_time: dt.time | None = None
    roll: Roll = Roll.NEXT_WORKING_DAY

    def counted_day(self, day: dt.date, time: dt.time | None) -> dt.date:
        """Return the day that something counts as: its own, or the next if past the cut-off."""
        late = self.cutoff_time is not None and time is not None and time > self.cutoff_time
        return day + _ONE_DAY if late else day

    def rolled(self, day: dt.date, calendar: WorkingCalendar) -> dt.date:
        """Return the day, or the working day that the policy puts in its place."""
        if self.roll is Roll.NEXT_WORKING_DAY:
            return calendar.on_or_after(day)
        if self.roll is Roll.PREVIOUS_WORKING_DAY:
            return calendar.on_or_before(day)
        return day


@dataclass(frozen=True, slots=True)
class BothCounts:
    """The last day by each way of counting, and the rules in words; `stricter` is never later."""

    usual: dt.date
    usual_rule: str
    stricter: dt.date
    stricter_rule: str


def both_counts(limit: TimeLimit, day: dt.date, calendar: WorkingCalendar) -> BothCounts:
    """Return both counts of a limit in days or months from its trigger's day.

    After the trigger: the day after is day 1, or the day itself is. Before it: the plain count,
    or the reading that leaves as many clear days between. Clear days: calendar days, or working
    days. Raises ValueError for hours, which are counted by `hours_after`.
    """
    if limit.unit is Unit.HOURS:
        raise ValueError("hours are counted from a time of day: use hours_after")
    if limit.direction is Direction.BEFORE:
        return _before(limit, day, calendar)
    usual, stricter = _after(limit, day, calendar)
    return BothCounts(
        usual,
        f"{limit.length_in_words}, the day after is day 1",
        stricter,
        f"{limit.length_in_words}, the day itself is day 1",
    )


def _after(limit: TimeLimit, day: dt.date, calendar: WorkingCalendar) -> tuple[dt.date, dt.date]:
    if limit.length == 0:
        return day, day
    if limit.unit is Unit.WORKING_DAYS:
        # The nth working day after the day before is what counting the day itself as 1 means.
        return calendar.add(day, limit.length), calendar.add(day - _ONE_DAY, limit.length)
    if limit.unit is Unit.MONTHS:
        end = months_after(day, limit.length)
    else:
        end = day + _ONE_DAY * limit.length
    return end, end - _ONE_DAY


def _before(limit: TimeLimit, day: dt.date, calendar: WorkingCalendar) -> BothCounts:
    clear = calendar.subtract(day, limit.length + 1)
    if limit.unit is Unit.WORKING_DAYS:
        return BothCounts(
            calendar.subtract(day, limit.length),
            f"at least {limit.length_in_words} before",
            clear,
            f"{limit.length} clear working days before",
        )
    if limit.unit is Unit.CLEAR_DAYS:
        return BothCounts(
            calendar.on_or_before(day - _ONE_DAY * (limit.length + 1)),
            f"{limit.length_in_words} before, weekends and bank holidays counted",
            clear,
            f"{limit.length} clear working days before",
        )
    raise ValueError(f"no limit counts {limit.unit} backwards")


def months_after(day: dt.date, count: int) -> dt.date:
    """Return the same day of the month `count` months later, or that month's last day."""
    year, month_index = divmod(day.year * 12 + day.month - 1 + count, 12)
    in_next = dt.date(year, month_index + 1, 28) + dt.timedelta(days=4)
    last = in_next - dt.timedelta(days=in_next.day)
    return last.replace(day=min(day.day, last.day))


def hours_after(day: dt.date, time: dt.time | None, hours: int) -> dt.datetime:
    """Return the local time in England when so many hours have passed, clock changes included.

    A time of day that is not known is taken as midnight, the start of the day.
    """
    england = ZoneInfo("Europe/London")
    start = dt.datetime.combine(day, time or dt.time(), tzinfo=england)
    end = start.astimezone(dt.UTC) + dt.timedelta(hours=hours)
    return end.astimezone(england).replace(tzinfo=None)
