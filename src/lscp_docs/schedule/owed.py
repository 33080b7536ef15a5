"""Which reports a schedule owes: for which period, for which meeting, by when and why. Pure."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import takewhile

from lscp_docs.errors import CaseFileError
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.schedule import Event, Schedule, ScheduledReport
from lscp_docs.register.period import Period, between, period_of
from lscp_docs.timescales.counting import months_after
from lscp_docs.timescales.deadlines import Deadline, Started, deadline
from lscp_docs.timescales.limit_row import Trigger
from lscp_docs.timescales.limits import time_limit
from lscp_docs.timescales.working_days import WorkingCalendar
from lscp_docs.wording import day_in_words

_ONE_DAY = dt.timedelta(days=1)
OWN_NOTICE = "the schedule’s own notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A report that is owed for a period.

    `meeting` is None where none is known that leaves time, and `agenda_day`, the last day to
    publish the agenda, is None with it. `due` is the day on which the draft must be there, always
    after the period. `why` says the rule, its source and how it was counted.
    """

    entry: str
    report: str
    to: str | None
    agency: str | None
    period: Period
    meeting: dt.date | None
    agenda_day: dt.date | None
    due: dt.date
    why: str

    @property
    def name(self) -> str:
        """The name of its folder, which no other report has: entry, first day, last day."""
        return f"{self.entry}_{self.period.first.isoformat()}_{self.period.last.isoformat()}"

    def is_late(self, today: dt.date) -> bool:
        """True when the agenda should be out already; without a meeting, when `due` is past."""
        return today > (self.agenda_day or self.due)


def owed(schedule: Schedule, partnership: Partnership, until: dt.date) -> tuple[Owed, ...]:
    """Return every report that is due on or before a day, the first due first.

    Whether it was made is not known here. Raises CaseFileError for a year whose bank holidays are
    not known.
    """
    found = [
        each
        for report in schedule.reports
        for each in takewhile(
            lambda one: one.due <= until, _each(report, partnership, ended_by=until)
        )
    ]
    return tuple(sorted(found, key=lambda each: (each.due, each.name)))


def upcoming(
    schedule: Schedule, partnership: Partnership, after: dt.date, made: Container[str]
) -> tuple[Owed, ...]:
    """Return what is due after a day: of each entry the next that is not made, the first due first.

    Those before it that are `made` (their names) are given too. A report that would be due in a
    year whose bank holidays are not known yet is left out.
    """
    found = [
        each
        for report in schedule.reports
        for each in _next_of(report, partnership, after=after, made=made)
    ]
    return tuple(sorted(found, key=lambda each: (each.due, each.name)))


def _next_of(
    report: ScheduledReport, partnership: Partnership, *, after: dt.date, made: Container[str]
) -> Iterator[Owed]:
    try:
        for each in _each(report, partnership):
            if each.due > after:
                yield each
                if each.name not in made:
                    return
    except CaseFileError:
        # Its day cannot be counted yet: a later version will know that year's bank holidays.
        return


def _each(
    report: ScheduledReport, partnership: Partnership, *, ended_by: dt.date = dt.date.max
) -> Iterator[Owed]:
    """Yield the reports of an entry, never due in another order than that of their periods."""
    calendar = WorkingCalendar(frozenset(partnership.extra_bank_holidays))
    for period in takewhile(lambda one: one.last < ended_by, _periods(report)):
        yield _owed(report, period, calendar)


def _periods(report: ScheduledReport) -> Iterator[Period]:
    if report.after is not None:
        yield _after(report.after)
    if report.every is None or report.since is None:
        return
    period = period_of(report.every, report.since)
    if period.first < report.since:
        period = period_of(report.every, period.last + _ONE_DAY)
    while report.until is None or period.last <= report.until:
        yield period
        period = period_of(report.every, period.last + _ONE_DAY)


def _after(event: Event) -> Period:
    if event.months is not None:
        return between(event.on, months_after(event.on, event.months) - _ONE_DAY)
    if event.season is not None:
        return between(event.on, event.season.next_after(event.on) - _ONE_DAY)
    return between(event.on, event.until or event.on)


@dataclass(frozen=True, slots=True)
class _ForMeeting:
    """A meeting, the deadline of its agenda and the day on which its draft must be there."""

    day: dt.date
    agenda: Deadline
    due: dt.date


def _owed(report: ScheduledReport, period: Period, calendar: WorkingCalendar) -> Owed:
    too_soon, meeting = _meeting(report, period, calendar)
    if meeting is None:
        last = period.last + dt.timedelta(days=report.within_days)
        due = max(calendar.on_or_before(last), calendar.on_or_after(period.last + _ONE_DAY))
        why = _why_without(report, period)
    else:
        due, why = meeting.due, _why(report, meeting, calendar)
    return Owed(
        entry=report.key,
        report=report.report,
        to=report.to,
        agency=report.agency,
        period=period,
        meeting=meeting.day if meeting is not None else None,
        agenda_day=meeting.agenda.cautious if meeting is not None else None,
        due=due,
        why=why + _passed_over(too_soon),
    )


def _meeting(
    report: ScheduledReport, period: Period, calendar: WorkingCalendar
) -> tuple[list[_ForMeeting], _ForMeeting | None]:
    """Give the meetings after a period that come too soon for its draft, and the first that fits.

    A meeting fits when its draft is due after the period: before, there is nothing to tell.
    """
    too_soon: list[_ForMeeting] = []
    for day in sorted(report.meetings):
        if day > period.last:
            meeting = _for_meeting(report, day, calendar)
            if meeting.due > period.last:
                return too_soon, meeting
            too_soon.append(meeting)
    return too_soon, None


def _for_meeting(report: ScheduledReport, day: dt.date, calendar: WorkingCalendar) -> _ForMeeting:
    """Count back from a meeting: its agenda, and before that its draft.

    The agenda goes by the cautious date, in which weekends and bank holidays are no clear days.
    """
    limit = time_limit("committee-agenda", day)
    own = report.notice_clear_days
    if own is not None and own != limit.length:
        limit = dataclasses.replace(limit, length=own, citation=OWN_NOTICE)
    agenda = deadline(limit, Started(Trigger.COMMITTEE_MEETS, day), calendar=calendar)
    count = report.draft_working_days
    due = calendar.subtract(agenda.cautious, count) if count else agenda.cautious
    return _ForMeeting(day, agenda, due)


def _why(report: ScheduledReport, meeting: _ForMeeting, calendar: WorkingCalendar) -> str:
    agenda = meeting.agenda
    other = f"; {day_in_words(agenda.due)} if weekends and bank holidays count"
    added = f"; {calendar.name}" if calendar.extra else ""
    return (
        f"Agenda out by {day_in_words(agenda.cautious)} ({agenda.span} the meeting, "
        f"{agenda.citation}{other * (agenda.due != agenda.cautious)}{added}); draft "
        f"{_working_days(report.draft_working_days)}."
    )


def _working_days(count: int) -> str:
    if count == 0:
        return "on the same day"
    return f"{count} working day{'s' * (count != 1)} before that"


def _why_without(report: ScheduledReport, period: Period) -> str:
    rule = f"Within {report.within_days} days after {day_in_words(period.last)}"
    if not report.meetings:
        return f"{rule}."
    return f"{rule}: no meeting is known that leaves time. Add its day to meetings."


def _passed_over(too_soon: list[_ForMeeting]) -> str:
    return "".join(
        f" Too late for the meeting on {day_in_words(each.day)}, whose draft would have been due "
        f"on {day_in_words(each.due)}."
        for each in too_soon
    )
