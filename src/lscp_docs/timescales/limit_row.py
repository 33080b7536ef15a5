"""A time limit: who must do what, how long after or before what, and who says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

FirstDay = Literal[0, 1]
"""The number of the trigger's own day: 0, the day after is day 1; or 1, the day itself is."""


class Trigger(StrEnum):
    """The moment that a limit is counted from; the value completes "the day after ..."."""

    LOCAL_AUTHORITY_AWARE = "the local authority became aware"
    DECISION_MADE = "the local authority decided"
    NOTIFICATION_SENT = "the notification was sent to the Panel"
    NOTIFICATION_RECEIVED = "the business unit received the notification"
    REFERRAL_RECEIVED = "the referral was received"
    RAPID_REVIEW_SENT = "the rapid review was sent to the Panel"
    REVIEW_DECIDED = "the decision to hold the review was made"
    REPORT_PUBLISHED = "the report is published"
    CHILD_DIED = "the child died"
    COMMITTEE_MEETS = "the committee meets"
    DISAGREEMENT_AROSE = "the disagreement arose"
    DISAGREEMENT_RAISED = "the disagreement was raised"
    DISAGREEMENT_ANSWERED = "the disagreement was answered"


class Unit(StrEnum):
    """What is counted."""

    WORKING_DAYS = "working days"
    CLEAR_DAYS = "clear days"
    DAYS = "days"
    HOURS = "hours"
    MONTHS = "months"


class Direction(StrEnum):
    """Whether the limit ends after its trigger or must be met before it."""

    AFTER = "after"
    BEFORE = "before"


class Basis(StrEnum):
    """What gives a limit its force."""

    STATUTE = "statute"
    STATUTORY_GUIDANCE = "statutory guidance"
    PANEL_GUIDANCE = "Panel guidance"
    LOCAL = "local"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit:
    """A row of `rows.limits` or `rows.timetables`.

    It is in force from `in_force` to `until`, both days included. `citation` is what a document
    prints; `source` is where the row was read. `verified` is False where the length or the
    trigger rests on general knowledge: a document then says so.
    """

    key: str
    duty: str
    duty_holder: str
    starts: Trigger
    length: int
    unit: Unit
    direction: Direction = Direction.AFTER
    basis: Basis
    citation: str
    source: str
    in_force: dt.date
    until: dt.date | None = None
    verified: bool = True
    note: str = ""

    @property
    def length_in_words(self) -> str:
        """The length with its unit: "5 working days", "1 working day"."""
        unit = self.unit.removesuffix("s") if self.length == 1 else self.unit.value
        return f"{self.length} {unit}"

    def holds_on(self, day: dt.date) -> bool:
        """True when the row is in force on the day."""
        return self.in_force <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A timetable that a partnership can choose: the keys of its steps, in order.

    `first_day` is the count that its source states, None where the source leaves it open and the
    partnership's own policy decides.
    """

    key: str
    title: str
    source: str
    steps: tuple[str, ...]
    first_day: FirstDay | None = None
    note: str = ""
