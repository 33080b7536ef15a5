"""Dates as people know them: exact, a month, a year, about, between two days, or not known."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, Strict
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from lscp_docs.model.identifying import Identifying, Kind, Marked

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

Day = Annotated[dt.date, Strict()]
"""A day that is known exactly, written `2026-03-02` without quotation marks."""

HOW_TO_WRITE = (
    'Write an exact day as 2026-03-02 without quotation marks, or one of "2026-03" (month known), '
    '"2026" (year known), "about 2026-03-02", "2026-03-01 to 2026-03-05", "unknown".'
)


class Precision(StrEnum):
    """How exactly a date is known."""

    EXACT = "exact"
    MONTH = "month"
    YEAR = "year"
    ABOUT = "about"
    RANGE = "range"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date with its precision; `earliest` and `latest` are None only when it is not known."""

    precision: Precision
    earliest: dt.date | None = None
    latest: dt.date | None = None

    @property
    def exact(self) -> dt.date | None:
        """The day, when it is known exactly."""
        return self.earliest if self.precision is Precision.EXACT else None

    def certainly_after(self, day: dt.date) -> bool:
        """True when every day that it can be is after `day`; an "about" date proves nothing."""
        doubtful = self.precision in (Precision.ABOUT, Precision.UNKNOWN)
        return not doubtful and self.earliest is not None and self.earliest > day

    def certainly_before(self, day: dt.date) -> bool:
        """True when every day that it can be is before `day`; an "about" date proves nothing."""
        doubtful = self.precision in (Precision.ABOUT, Precision.UNKNOWN)
        return not doubtful and self.latest is not None and self.latest < day

    @classmethod
    def read(cls, written: object) -> "UncertainDate":
        """Return what a case file says: a date or one of the written forms."""
        if isinstance(written, UncertainDate):
            return written
        if isinstance(written, dt.date) and not isinstance(written, dt.datetime):
            return cls(Precision.EXACT, written, written)
        if isinstance(written, str):
            found = _from_text(written.strip())
            if found is not None:
                return found
        raise PydanticCustomError("uncertain_date", "this is not a date. " + HOW_TO_WRITE)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> "JsonSchemaValue":
        return {"type": "string", "description": HOW_TO_WRITE}


_DAY = r"\d{4}-\d{2}-\d{2}"


def _from_text(text: str) -> UncertainDate | None:
    if text.lower() == "unknown":
        return UncertainDate(Precision.UNKNOWN)
    try:
        if re.fullmatch(r"\d{4}", text):
            return UncertainDate(
                Precision.YEAR, dt.date(int(text), 1, 1), dt.date(int(text), 12, 31)
            )
        if re.fullmatch(r"\d{4}-\d{2}", text):
            first = dt.date(int(text[:4]), int(text[5:]), 1)
            in_next = first + dt.timedelta(days=31)
            last = in_next - dt.timedelta(days=in_next.day)
            return UncertainDate(Precision.MONTH, first, last)
        if about := re.fullmatch(rf"(?:about |\?)({_DAY})", text):
            day = dt.date.fromisoformat(about[1])
            return UncertainDate(Precision.ABOUT, day, day)
        if between := re.fullmatch(rf"({_DAY}) to ({_DAY})", text):
            first, last_day = (dt.date.fromisoformat(day) for day in between.groups())
            return UncertainDate(Precision.RANGE, first, last_day) if first < last_day else None
    except (
        ValueError,
        OverflowError,
    ):  # a day that no calendar has: the caller says how to write one
        return None
    return None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the local time of day in England where it is known."""

    day: dt.date
    time: dt.time | None = None

    @classmethod
    def read(cls, written: object) -> "Moment":
        """Return what a case file says: `2026-03-02` or `2026-03-02T14:20:00`."""
        if isinstance(written, Moment):
            return written
        if isinstance(written, dt.datetime) and written.tzinfo is None:
            return cls(written.date(), written.time())
        if isinstance(written, dt.date) and not isinstance(written, dt.datetime):
            return cls(written)
        raise PydanticCustomError(
            "moment",
            "this is not a date or a date with a time. Write the local time in England as "
            "2026-03-02T14:20:00, or the day alone as 2026-03-02, without quotation marks "
            "and without a time zone.",
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> "JsonSchemaValue":
        return {
            "type": "string",
            "description": "2026-03-02T14:20:00 (local time in England) or 2026-03-02",
        }


DateOfBirth = Annotated[Identifying[UncertainDate], Marked(Kind.DATE_OF_BIRTH)]
DateOfDeath = Annotated[Identifying[UncertainDate], Marked(Kind.DATE_OF_DEATH)]
EventDate = Annotated[Identifying[UncertainDate], Marked(Kind.EVENT_DATE)]
EventTime = Annotated[Identifying[Annotated[dt.time, Strict()]], Marked(Kind.EVENT_DATE)]
