"""A small invented model for the tests of the reader: every shape that a case file may have."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from lscp_docs.model.identifying import Forenames, Identifying, Kind, Line, Marked, Surname


class AgencyKind(StrEnum):
    POLICE = "police"
    HEALTH = "health"
    EDUCATION = "education"


class RuleError(ValueError):
    """A finished sentence with a hint of its own."""

    def __init__(self, sentence: str, hint: str) -> None:
        super().__init__(sentence)
        self.hint = hint


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class School(Part):
    name: Line
    started_on: dt.date | None = None


class Child(Part):
    forenames: Forenames
    surname: Surname
    date_of_birth: Annotated[Identifying[dt.date], Marked(Kind.DATE_OF_BIRTH)] | Literal["unknown"]
    school: School | None = None
    weight: float | None = None
    is_looked_after: Annotated[bool, Field(strict=True)] = False


class Meeting(Part):
    kind: Literal["meeting"]
    held_on: Annotated[dt.date, Field(ge=dt.date(2018, 6, 29))]


class Letter(Part):
    kind: Literal["letter"]
    sent_on: Annotated[dt.date, Field(strict=True)]
    copies: Annotated[int, Field(strict=True, le=20)] = 1


class Span(Part):
    first: dt.date
    last: dt.date

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if self.last < self.first:
            raise RuleError("The last day is before the first.", "Swap the two dates.")
        return self


class InventedCase(Part):
    reference: Annotated[str, Field(pattern=r"^INV-\d{4}-\d{3}$")]
    occurred: dt.date | Span | None = None
    agencies: tuple[AgencyKind, ...] = ()
    children: Annotated[tuple[Child, ...], Field(min_length=1)]
    contact: Annotated[Meeting | Letter, Field(discriminator="kind")] | None = None
    leads: dict[str, School] = {}
    views: dict[AgencyKind, Literal["agrees", "disagrees"]] = {}
    summary: Annotated[str, Field(pattern=r"\S", max_length=40)] = "none"

    @field_validator("summary")
    @classmethod
    def _says_something(cls, summary: str) -> str:
        if summary == "tbc":
            raise PydanticCustomError("not_said", "A summary must say what happened.")
        if summary.startswith("leak"):
            raise ValueError(f"Not a summary: {summary}")
        return summary

    @model_validator(mode="after")
    def _police_are_there(self) -> InventedCase:
        if self.agencies and AgencyKind.POLICE not in self.agencies:
            raise ValueError("The police are always asked: add police to agencies.")
        return self


SOUND = """\
reference = "INV-2026-001"
agencies = ["police", "health"]

[[children]]
forenames = "Ada"
surname = "Sample"
date_of_birth = 2024-05-01
"""
