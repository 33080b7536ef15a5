"""What is looked for: the people of the cases with all their names together, and single facts."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lscp_docs.disclosure.hiding import NO_NAMES
from lscp_docs.disclosure.profiles import Profile, Showing, showing
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.identifying import Identifying, Kind, revealed
from lscp_docs.model.record import Path, Record, records_of

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers
    from lscp_docs.model.returned import Return

NAMES = (Kind.FORENAMES, Kind.SURNAME, Kind.OTHER_NAME)
FACTS = (
    Kind.ADDRESS,
    Kind.SCHOOL_OR_SERVICE,
    Kind.PLACE,
    Kind.CONTACT,
    Kind.REFERENCE,
    Kind.HEALTH,
)
"""The kinds whose values are looked for as texts; narratives are guarded by their clearance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A name of a person, as the case writes it: all forenames, a surname or another name."""

    of: str
    """The key in the case."""
    kind: Kind
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person with every name that the profile hides."""

    of: str
    """The key of the record in the case."""
    parts: tuple[Part, ...]
    case: str = ""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kind of each of the names."""
        return tuple(part.kind for part in self.parts)

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of each of the names."""
        return tuple(part.of for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A single value that the profile hides: a text, or a day."""

    of: str
    kind: Kind
    told: str | dt.date = field(repr=False)
    case: str = ""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Its kind."""
        return (self.kind,)

    @property
    def keys(self) -> tuple[str, ...]:
        """Its key."""
        return (self.of,)


def sought_values(
    case: CaseFile, profile: Profile, returns: tuple[Return[Answers], ...] = ()
) -> Iterator[Person | Fact]:
    """Yield the people and facts that the profile hides, of a case and of what agencies told.

    A professional and a fact that the case has in several places come once, with the first key.
    Of a date that is known as a range both ends are yielded; of a month or a year nothing is.
    """
    wholes: list[tuple[Record, Path]] = [(case, ())]
    wholes += [(each.answers, ("returns", each.agency)) for each in returns]
    seen: set[tuple[Kind, str | dt.date]] = set()
    for whole, place in wholes:
        for value in _values_in(whole, profile, place, case.reference):
            known = _known_by(value)
            if known is None or known not in seen:
                yield value
            if known is not None:
                seen.add(known)


def _known_by(value: Person | Fact) -> tuple[Kind, str | dt.date] | None:
    """What two values share that are the same; None for a child or family member."""
    if isinstance(value, Fact):
        # The day of the incident blocks where other events are only looked at.
        return None if value.kind is Kind.EVENT_DATE else (value.kind, value.told)
    part = value.parts[0]
    return (part.kind, part.words) if part.kind is Kind.PROFESSIONAL_NAME else None


def _values_in(whole: Record, profile: Profile, place: Path, case: str) -> Iterator[Person | Fact]:
    for path, record in records_of(whole, place):
        hidden = [
            (key, value)
            for key, value in _identifying(record, path)
            if showing(value.kind, profile) is not Showing.EXACT
        ]
        parts = tuple(
            Part(of=key, kind=value.kind, words=revealed(value))
            for key, value in hidden
            if value.kind in NAMES and _is_name(revealed(value))
        )
        if parts:
            yield Person(of=_key(path), parts=parts, case=case)
        for key, value in hidden:
            yield from _told(key, value, case)


def _told(key: str, value: Identifying[Any], case: str) -> Iterator[Person | Fact]:
    """A professional, a fact or a day."""
    inner = revealed(value)
    if isinstance(inner, UncertainDate):
        for day in _days(inner):
            yield Fact(of=key, kind=value.kind, told=day, case=case)
    elif value.kind is Kind.PROFESSIONAL_NAME and _is_name(inner):
        part = Part(of=key, kind=value.kind, words=inner)
        yield Person(of=key, parts=(part,), case=case)
    elif value.kind in FACTS and _is_name(inner):
        yield Fact(of=key, kind=value.kind, told=inner, case=case)


def _identifying(record: Record, path: Path) -> Iterator[tuple[str, Identifying[Any]]]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Identifying):
                yield _key((*path, name)), item


def _key(path: Path) -> str:
    # Thousands of cases have the same keys: one text stands for all of them.
    return sys.intern(".".join(str(part + 1) if isinstance(part, int) else part for part in path))


def _is_name(words: str) -> bool:
    return words.strip().casefold() not in NO_NAMES


def _days(date: UncertainDate) -> tuple[dt.date, ...]:
    if date.precision not in (Precision.EXACT, Precision.ABOUT, Precision.RANGE):
        return ()
    days = (date.earliest, date.latest)
    return tuple(dict.fromkeys(day for day in days if day is not None))
