"""A further report that this one promises: on what, which, to whom, and by when."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from lscp_docs.model.identifying import Line
from lscp_docs.model.record import Key, Record
from lscp_docs.wording import day_in_words

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

LAST_DAYS = {"spring": (5, 31), "summer": (8, 31), "autumn": (11, 30)}
"""Month and day on which a season ends; this project's choice, as no source says."""

HOW_TO_WRITE = (
    "Write a day as 2026-11-30 without quotation marks, or in quotation marks a season in small "
    "letters with its year; only a winter has two, as 2026-27."
)


@dataclass(frozen=True, slots=True)
class ByWhen:
    """A day, or a season with the last of its days; a page says what was written."""

    words: str
    """As it reads in a sentence: "by 30 November 2026", "in autumn 2026"."""
    last_day: dt.date

    @classmethod
    def read(cls, written: object) -> "ByWhen":
        """Return what a report.toml says: a day, or a season with its year."""
        if isinstance(written, ByWhen):
            return written
        if isinstance(written, dt.date) and not isinstance(written, dt.datetime):
            return cls(f"by {day_in_words(written)}", written)
        last_day = _end_of_season(written) if isinstance(written, str) else None
        if last_day is None:
            raise PydanticCustomError("by_when", "this is not a day or a season. " + HOW_TO_WRITE)
        return cls(f"in {written}", last_day)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> "JsonSchemaValue":
        return {"type": "string", "description": HOW_TO_WRITE}


def _end_of_season(words: str) -> dt.date | None:
    if winter := re.fullmatch(r"winter (20\d\d)-(\d\d)", words):
        ends = int(winter[1]) + 1
        return dt.date(ends, 3, 1) - dt.timedelta(days=1) if ends % 100 == int(winter[2]) else None
    if season := re.fullmatch(rf"({'|'.join(LAST_DAYS)}) (20\d\d)", words):
        return dt.date(int(season[2]), *LAST_DAYS[season[1]])
    return None


class FurtherReport(Record):
    """A further report that the readers are told of, in a recommendation of its own."""

    about: Line
    """What it is on, as the sentence goes on: `the final arrangements`."""
    by: ByWhen
    report: Key | None = None
    """Which report it is, as `lscp-docs documents` lists it; left out, this one again."""
    to: Line | None = None
    """Who it goes to; left out, the readers of this report."""
