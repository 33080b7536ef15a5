"""A hit: where a text holds what its reader may not see, and how it is written there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lscp_docs.errors import UsageError
from lscp_docs.model.identifying import Kind


class Variant(StrEnum):
    """In which spelling a value stands in a text."""

    EXACT = "as the case writes it"
    CASE = "other capitals"
    ACCENTS = "other accents or ligatures"
    HYPHENS = "other hyphens, dashes or spaces"
    APOSTROPHES = "another apostrophe or none"
    POSSESSIVE = "possessive or plural"
    FORENAME_ALONE = "a forename alone"
    SURNAME_ALONE = "a surname alone"
    SWAPPED = "surname first"
    SURNAME_AND_INITIAL = "surname with an initial"
    INITIALS = "initials alone"
    NICKNAME = "a common short form"
    FILE_NAME = "run together, as in a file name"
    SPLIT = "split over lines or parts"
    SPACED_OUT = "letters spaced out"
    LOOKALIKES = "letters of another alphabet that look alike"
    INVISIBLE = "characters between that nobody sees"
    ENCODED = "encoded, as in a link or an e-mail"
    DIGITS = "digits for letters"
    MISSPELT = "one letter wrong, lost, doubled or two swapped"
    ANOTHER_WAY = "written another way"
    WITHOUT_YEAR = "a day and month without the year"
    MONTH_FIRST = "the month before the day, in figures"
    PART = "a part of it"
    PATTERN = "a number of that pattern"
    TOGETHER = "told together"


FUZZY = frozenset({Variant.MISSPELT, Variant.NICKNAME})
"""The variants of which a few may be missed; all others are found always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place in a text; it holds no word of the text or the case.

    `of` is the key in the case (of the record, where a whole name was found; empty for what is of
    no case); `start` and `end` count the characters of the text from 0, `end` being the first
    after it. `blocks` is False for what is only to be looked at.
    """

    of: str
    kind: Kind
    variant: Variant
    blocks: bool
    start: int
    end: int
    case: str = ""
    """The reference of the case, where the caller told it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """A person's word that a named hit may stand: for which reason, who said so, on which day."""

    of: str
    variant: Variant
    because: str
    by: str
    on: dt.date
    case: str = ""

    def __post_init__(self) -> None:
        """Raise UsageError when nobody answers for it or no reason is given."""
        if not self.because.strip() or not self.by.strip():
            raise UsageError(
                "A hit can be allowed only with a reason and the name of who allows it. Write both."
            )

    def covers(self, hit: Hit) -> bool:
        """True when it speaks of that value, in that spelling, of that case."""
        return (self.case, self.of, self.variant) == (hit.case, hit.of, hit.variant)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A hit after the allowances; one that is allowed blocks no more, and stays listed."""

    hit: Hit
    allowed: Allowed | None = None


def judged(hits: Iterable[Hit], allowed: tuple[Allowed, ...]) -> Iterator[Judged]:
    """Yield every hit, with the first allowance that covers it; allowed hits do not block."""
    for hit in hits:
        by = next((each for each in allowed if each.covers(hit)), None)
        yield Judged(hit=hit if by is None else replace(hit, blocks=False), allowed=by)


def unused(hits: Iterable[Hit], allowed: tuple[Allowed, ...]) -> tuple[Allowed, ...]:
    """Return the allowances that cover no hit: what they allowed is gone."""
    found = tuple(hits)
    return tuple(each for each in allowed if not any(each.covers(hit) for hit in found))
