"""A deadline with its reasons: trigger, rule, calendar, both ways of counting, and who says so."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from lscp_docs.timescales.counting import DeadlinePolicy, both_counts, hours_after
from lscp_docs.timescales.limit_row import Direction, Preset, TimeLimit, Trigger, Unit
from lscp_docs.timescales.limits import time_limit, trigger_of
from lscp_docs.timescales.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Started:
    """A trigger that has happened, or is planned: its day, and its local time where known."""

    trigger: Trigger
    day: dt.date
    time: dt.time | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """The last day by one way of counting."""

    rule: str
    due: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When a duty is due and why, with the cautious date that alerts go by.

    `due` follows the partnership's policy. `cautious` is the earlier of the two ways of counting,
    never after `due`, a working day unless the duty falls on the very day of its trigger.
    `due_time` is set for limits in hours alone. `calendar` is empty where no calendar was used.
    """

    key: str
    duty: str
    duty_holder: str
    started: Started
    rule: str
    span: str
    due: dt.date
    due_time: dt.time | None = None
    cautious: dt.date
    candidates: tuple[Candidate, ...]
    calendar: str
    citation: str
    verified: bool = True

    def sentence(self) -> str:
        """Return the due date, the cautious date where it differs, and the rule with its trigger.

        "due on 9 March 2026 (cautious date 6 March 2026): 5 working days from the day after the
        local authority became aware on 2 March 2026 at 14:20; England bank holidays; Working
        Together 2023"
        """
        due = _in_words(self.due, self.due_time)
        cautious = (
            "" if self.cautious == self.due else f" (cautious date {_in_words(self.cautious)})"
        )
        started = f"{self.started.trigger} on {_in_words(self.started.day, self.started.time)}"
        reasons = [f"{self.span} {started}", self.calendar, self.citation]
        if not self.verified:
            reasons.append("not checked against the guidance")
        return f"due on {due}{cautious}: " + "; ".join(reason for reason in reasons if reason)

    def is_met_by(self, day: dt.date, time: dt.time | None = None) -> bool:
        """True when something done then is in time by the partnership's policy.

        On the last day of a limit in hours a time that is not known does not prove it.
        """
        if self.due_time is None or day != self.due:
            return day <= self.due
        return time is not None and time <= self.due_time


def deadline(
    limit: TimeLimit,
    started: Started,
    *,
    calendar: WorkingCalendar,
    policy: DeadlinePolicy | None = None,
) -> Deadline:
    """Return when a limit is due once its trigger is known.

    Raises ValueError when the limit is counted from another trigger, and CaseFileError for a year
    whose bank holidays are not known.
    """
    if limit.starts is not started.trigger:
        raise ValueError(f"{limit.key} is not counted from when {started.trigger}")
    if limit.unit is Unit.HOURS:
        dates = _in_hours(limit, started)
    elif limit.direction is Direction.BEFORE:
        dates = _before(limit, started, calendar)
    else:
        dates = _after(limit, started, calendar, policy or DeadlinePolicy())
    return Deadline(
        key=limit.key,
        duty=limit.duty,
        duty_holder=limit.duty_holder,
        started=started,
        rule=dates.rule,
        span=dates.span,
        due=dates.due,
        due_time=dates.due_time,
        cautious=dates.cautious,
        candidates=dates.candidates,
        calendar="" if limit.unit is Unit.HOURS else calendar.name,
        citation=limit.citation,
        verified=limit.verified,
    )


def timetable(
    preset: Preset,
    started: Iterable[Started],
    *,
    calendar: WorkingCalendar,
    policy: DeadlinePolicy | None = None,
) -> tuple[Deadline, ...]:
    """Return the steps of a timetable whose triggers are known, in the timetable's order.

    A count that the timetable's source states goes before the policy's. Raises as `deadline` and
    `time_limit` do.
    """
    policy = policy or DeadlinePolicy()
    if preset.first_day is not None:
        policy = dataclasses.replace(policy, first_day=preset.first_day)
    return tuple(
        deadline(time_limit(key, start.day), start, calendar=calendar, policy=policy)
        for key, start in itertools.product(preset.steps, tuple(started))
        if start.trigger is trigger_of(key)
    )


@dataclass(frozen=True, slots=True)
class _Dates:
    rule: str
    span: str
    due: dt.date
    cautious: dt.date
    candidates: tuple[Candidate, ...]
    due_time: dt.time | None = None


def _after(
    limit: TimeLimit, started: Started, calendar: WorkingCalendar, policy: DeadlinePolicy
) -> _Dates:
    counts = both_counts(limit, started.day, calendar)
    if limit.length == 0:
        the_day = Candidate("the same day", started.day)
        return _Dates(the_day.rule, "the same day as", started.day, started.day, (the_day,))
    counted_day = policy.counted_day(started.day, started.time)
    counted = both_counts(limit, counted_day, calendar)
    day_after = policy.first_day == 0
    rule = counts.usual_rule if day_after else counts.stricter_rule
    if counted_day != started.day:
        rule += f" (it happened after {policy.cutoff_time:%H:%M}, so it counts as the day after)"
    start_of_count = "the day after" if day_after else "and including the day"
    due = policy.rolled(counted.usual if day_after else counted.stricter, calendar)
    return _Dates(
        rule=rule,
        span=f"{limit.length_in_words} from {start_of_count}",
        due=due,
        cautious=min(due, max(started.day, calendar.on_or_before(counts.stricter))),
        candidates=(
            Candidate(counts.usual_rule, policy.rolled(counts.usual, calendar)),
            Candidate(counts.stricter_rule, policy.rolled(counts.stricter, calendar)),
        ),
    )


def _before(limit: TimeLimit, started: Started, calendar: WorkingCalendar) -> _Dates:
    counts = both_counts(limit, started.day, calendar)
    return _Dates(
        rule=counts.usual_rule,
        span=f"at least {limit.length_in_words} before",
        due=counts.usual,
        cautious=counts.stricter,
        candidates=(
            Candidate(counts.usual_rule, counts.usual),
            Candidate(counts.stricter_rule, counts.stricter),
        ),
    )


def _in_hours(limit: TimeLimit, started: Started) -> _Dates:
    due = hours_after(started.day, started.time, limit.length)
    rule = f"{limit.length_in_words}, weekends and bank holidays counted"
    if started.time is None:
        rule += "; the time is not known, so they are counted from the start of the day"
    candidate = Candidate(rule, due.date())
    return _Dates(
        rule=rule,
        span=f"{limit.length_in_words} after",
        due=due.date(),
        cautious=due.date(),
        candidates=(candidate,),
        due_time=due.time(),
    )


def _in_words(day: dt.date, time: dt.time | None = None) -> str:
    words = f"{day.day} {day:%B %Y}"
    return words if time is None else f"{words} at {time:%H:%M}"
