"""The schedule of reports, as `schedule.toml` describes it: which report, for whom and when."""

from collections.abc import Iterator
from typing import Annotated, LiteralString

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from lscp_docs.model.dates import Day
from lscp_docs.model.identifying import Line
from lscp_docs.model.record import Key, Record
from lscp_docs.model.vocabulary import PeriodKind, Season

WITHIN_DAYS = 28
"""Days after a period within which its report is due where no meeting is known: this project's
choice, no source states one."""

DRAFT_WORKING_DAYS = 10
"""Working days before the agenda goes out by which a draft is there: this project's choice."""

MonthCount = Annotated[int, Field(ge=1, le=60, strict=True)]
NoticeDays = Annotated[int, Field(ge=0, le=60, strict=True)]
DraftDays = Annotated[int, Field(ge=0, le=60, strict=True)]
WithinDays = Annotated[int, Field(ge=7, le=366, strict=True)]


class Event(Record):
    """What a single report follows, such as a decision that is to be reviewed after 12 months.

    The report tells of the time from the event on. One of `months`, `season` and `until` says how
    long: 12 months; until the next autumn begins; until a day.
    """

    event: Line
    """What happened, in words for a reader of the schedule."""
    on: Day
    """The day on which it happened: the first day that the report tells of."""
    months: MonthCount | None = None
    """The months after which the report is owed."""
    season: Season | None = None
    """The season in which a further report was promised."""
    until: Day | None = None
    """The last day that the report tells of."""

    @model_validator(mode="after")
    def _ends_once(self) -> "Event":
        if sum(each is not None for each in (self.months, self.season, self.until)) != 1:
            raise PydanticCustomError(
                "event_end", "an event needs exactly one of months, season and until. Write one."
            )
        if self.season is not None and self.season.has(self.on):
            raise PydanticCustomError(
                "event_in_season",
                "the event lies in that season itself, so which year is meant is not certain. "
                "Write until = … with the last day that the report tells of.",
            )
        if self.until is not None and self.until < self.on:
            raise PydanticCustomError("event_until", "until lies before on. Mend one of the days.")
        return self


class ScheduledReport(Record):
    """A report that is owed again and again (`every`), or once after an event (`after`)."""

    key: Key
    """A short name of its own. It names the folder of each report and never changes."""
    report: Key
    """The key of the report to make, such as `scrutiny-report`."""
    to: Line | None = None
    """For whom, in words for a reader of the schedule."""
    agency: Key | None = None
    """The agency whose own report it is; left out, of all agencies."""
    every: PeriodKind | None = None
    """How often: a report for each of these periods."""
    since: Day | None = None
    """Needed with `every`: the first report is for the first period that begins on or after it."""
    until: Day | None = None
    """With `every`: the last report is for the last period that ends on or before this day."""
    after: Event | None = None
    """The event that a single report follows, instead of `every`."""
    meetings: tuple[Day, ...] = ()
    """The meetings that are known; each report goes to the first that leaves time for its draft."""
    notice_clear_days: NoticeDays | None = None
    """Clear days between the agenda and its meeting; left out, those of the time limit
    `committee-agenda`."""
    draft_working_days: DraftDays = DRAFT_WORKING_DAYS
    """Working days before the agenda goes out by which the draft is there; left out, 10."""
    within_days: WithinDays = WITHIN_DAYS
    """Days after the period by which the draft is there where no meeting is known; left out, 28."""

    @model_validator(mode="after")
    def _goes_together(self) -> "ScheduledReport":
        for sentence in self._faults():
            raise PydanticCustomError("scheduled_report", sentence)
        return self

    def _faults(self) -> Iterator[LiteralString]:
        if (self.every is None) == (self.after is None):
            yield "a report needs either every or after, and not both. Write one of them."
        if self.every is not None and self.since is None:
            yield "with every the first day is missing. Add since = … with a day."
        if self.after is not None and (self.since is not None or self.until is not None):
            yield "since and until go with every. Take them out: after says the days itself."
        if self.since is not None and self.until is not None and self.until < self.since:
            yield "until lies before since. Mend one of the days."
        if len(set(self.meetings)) < len(self.meetings):
            yield "a meeting is listed twice. Take out one of the two."


class Schedule(Record):
    """The reports that a partnership owes."""

    reports: tuple[ScheduledReport, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_key_once(self) -> "Schedule":
        keys = [each.key for each in self.reports]
        if len(set(keys)) < len(keys):
            raise PydanticCustomError(
                "report_twice", "two reports have the same key. Give each a key of its own."
            )
        return self
