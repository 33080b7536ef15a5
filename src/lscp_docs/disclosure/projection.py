"""A case in the words that one profile may see; the only place where identifying values open."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lscp_docs.disclosure.hiding import (
    family_names,
    initials,
    is_month,
    names_of_keyed,
    names_told,
    said_instead,
    without_days,
)
from lscp_docs.disclosure.profiles import WITHHELD_WORDS, Profile, Showing, showing
from lscp_docs.disclosure.switching import keys_of, named
from lscp_docs.model.ages import band_of
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.identifying import Identifying, Kind, revealed
from lscp_docs.model.people import Child, FamilyMember
from lscp_docs.model.record import NarrativeText, Record
from lscp_docs.model.rules import full_years
from lscp_docs.wording import day_in_words, list_in_words

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers
    from lscp_docs.model.returned import Return


@dataclass(frozen=True)
class Projection:
    """The words of one case for one profile."""

    profile: Profile
    case: CaseFile
    returns: tuple[Return[Answers], ...] = ()
    """What agencies told: the names that they tell are replaced as those of the case are."""

    def name(self, person: Child | FamilyMember) -> str:
        """A person's name, initials or pseudonym; without a pseudonym the relationship or id."""
        parts = [revealed(part) for part in (person.forenames, person.surname) if part is not None]
        shown = showing(Kind.FORENAMES, self.profile)
        if shown is Showing.EXACT and parts:
            return " ".join(parts)
        if shown is Showing.INITIALS and parts:
            return initials(" ".join(parts))
        return person.pseudonym or self._stand_in(person)

    def _stand_in(self, person: Child | FamilyMember) -> str:
        if isinstance(person, FamilyMember):
            return f"the {person.relationship}" if self.profile is not Profile.FULL else "not known"
        if person.is_unborn:
            return "unborn child"
        return f"child {person.id}"

    def children(self) -> str:
        """The names of all children of the case, as a list in words."""
        return list_in_words(self.name(child) for child in self.case.children)

    def professional(self, name: Identifying[str] | None, role: str) -> str:
        """A professional's name and role, or the role alone where names are not shown."""
        if name is None or showing(name.kind, self.profile) is not Showing.EXACT:
            return role
        return f"{revealed(name)}, {role}"

    def words(
        self, value: Identifying[str] | Identifying[UncertainDate], *, on: dt.date | None
    ) -> str:
        """Any short identifying value; `on` is the day for which an age is told."""
        inner: str | UncertainDate = value._value
        if isinstance(inner, UncertainDate):
            return self.date(Identifying(inner, value.kind), on=on)
        return self.line(Identifying(inner, value.kind))

    def line(self, value: Identifying[str]) -> str:
        """A short identifying text as this profile shows it."""
        shown = showing(value.kind, self.profile)
        if shown is Showing.EXACT:
            return revealed(value)
        if shown is Showing.INITIALS:
            return initials(revealed(value))
        return WITHHELD_WORDS

    def date(self, value: Identifying[UncertainDate], *, on: dt.date | None = None) -> str:
        """A date of birth, death or event in words; `on` is the day for which an age is told."""
        shown, date = showing(value.kind, self.profile), revealed(value)
        if shown is Showing.EXACT:
            return uncertain_in_words(date)
        if shown is Showing.YEAR_AND_MONTH or shown is Showing.MONTH:
            return months(date)
        if shown is Showing.SEASON:
            return season(date.earliest) if date.earliest is not None else "date not known"
        banded = shown is Showing.AGE_BAND
        return age_band(date, on) if banded else age_in_words(date, on)

    def time(self, value: Identifying[dt.time]) -> str:
        """A time of day, where exact dates of events are shown."""
        exact = showing(value.kind, self.profile) is Showing.EXACT
        return f"{revealed(value):%H:%M}" if exact else WITHHELD_WORDS

    def age(self, child: Child, on: dt.date | None) -> str:
        """A child's age on a day (years, months, weeks), or the age band in a public document."""
        if child.is_unborn:
            return "unborn"
        banded = showing(Kind.DATE_OF_BIRTH, self.profile) is Showing.AGE_BAND
        if child.age_if_date_of_birth_unknown is not None:
            return self.years(child.age_if_date_of_birth_unknown)
        born = self.case.date_of_birth(child)
        if born is None:
            return "age not known"
        return age_band(born, on) if banded else age_in_words(born, on)

    def years(self, age: Identifying[int]) -> str:
        """An age that is known in years alone, or the age band in a public document."""
        years = revealed(age)
        is_banded = showing(Kind.AGE, self.profile) is Showing.AGE_BAND
        return _band(years) if is_banded else f"about {_count(years, 'year')}"

    def age_at_incident(self, child: Child) -> str:
        """A child's age at the incident; both ages where the incident spans a birthday."""
        occurred = revealed(self.case.incident.occurred_on)
        ages = [self.age(child, day) for day in (occurred.earliest, occurred.latest)]
        return " to ".join(dict.fromkeys(ages))

    def text(self, narrative: NarrativeText) -> tuple[str, ...]:
        """The paragraphs of a narrative; empty when this profile may not see it."""
        shown = showing(narrative.text.kind, self.profile)
        if shown is Showing.WITHHELD:
            return ()
        if shown is Showing.CLEARED_ONLY and narrative.cleared is None:
            return ()
        words = revealed(narrative.text)
        if shown is Showing.REPLACED:
            words = self._replaced(words)
        return paragraphs(words)

    def source(self, words: str) -> str:
        """Where something is known from, which people write freely: names are replaced in it."""
        is_replaced = showing(Kind.NARRATIVE, self.profile) is Showing.REPLACED
        return self._replaced(words) if is_replaced else words

    def _replaced(self, words: str) -> str:
        """Return a narrative with the names that the case knows replaced, in one pass.

        The longest name goes first, so that a professional who shares a name with the family keeps
        it whole; a child called May leaves "19 May" and "May 2026" as they are. A name with its
        own key behind it, as the personal view writes it, reads as that key alone.
        """
        stand_ins = self._stand_ins

        def stand_in(found: re.Match[str]) -> str:
            name, key = found["name"], found["key"]
            if key is None:
                return name if is_month(found) else stand_ins[name]
            return key if stand_ins[name] == key else f"{stand_ins[name]} ({key})"

        if stand_ins:
            words = named(stand_ins, keys_of(self.case)).sub(stand_in, words)
        return words if self.profile is Profile.PARTNERS else without_days(words)

    @cached_property
    def _stand_ins(self) -> dict[str, str]:
        """Each name as it may be written, and what stands for it; the family's names go last."""
        wholes: list[Record] = [*(each.answers for each in self.returns), self.case]
        known = {written: words for whole in wholes for written, words in said_instead(whole)}
        for entry in self.case.glossary:
            known |= dict.fromkeys(names_of_keyed(revealed(entry.name)), entry.key)
        known |= {revealed(place.name): place.stands_as for place in self.case.places}
        if self.profile is Profile.PARTNERS:
            known = {written: written for written in known}
        if self.returns:
            known |= names_told(self.returns, by_initials=self.profile is Profile.PARTNERS)
        people: list[Child | FamilyMember] = [*self.case.children, *self.case.family]
        for person in reversed(people):  # where two share a name, the first of the file wins
            known |= family_names(person, self.name(person))
        return known


def paragraphs(words: str) -> tuple[str, ...]:
    """Return the paragraphs of a text: an empty line begins a new one, line breaks stay inside."""
    return tuple(part.strip("\n") for part in re.split(r"\n[ \t]*\n", words) if part.strip())


def uncertain_in_words(date: UncertainDate) -> str:
    """Return a date with its precision in words, never more exact than it is known."""
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return "date not known"
    return {
        Precision.EXACT: day_in_words(first),
        Precision.MONTH: f"{first:%B %Y} (day not known)",
        Precision.YEAR: f"{first:%Y} (day and month not known)",
        Precision.ABOUT: f"about {day_in_words(first)}",
        Precision.RANGE: f"between {day_in_words(first)} and {day_in_words(last)}",
    }[date.precision]


def months(date: UncertainDate) -> str:
    """Return the month of a date, or the months that it spans; a year where no more is known."""
    if date.earliest is None or date.latest is None:
        return "date not known"
    if date.precision is Precision.YEAR:
        return f"{date.earliest:%Y}"
    first, last = f"{date.earliest:%B %Y}", f"{date.latest:%B %Y}"
    return first if first == last else f"{first} to {last}"


def season(day: dt.date) -> str:
    """Return the season and year of a day; winter belongs to the years that it spans."""
    if day.month in (12, 1, 2):
        first = day.year if day.month == 12 else day.year - 1
        return f"winter {first}-{(first + 1) % 100:02}"
    return f"{('spring', 'summer', 'autumn')[(day.month - 3) // 3]} {day.year}"


def age_in_words(born: UncertainDate, on: dt.date | None) -> str:
    """Return the age on a day: years from 2 years, months from 3 months, weeks or days before."""
    if born.earliest is None or on is None or born.earliest > on:
        return "age not known"
    years = full_years(born.earliest, on)
    months = (on.year - born.earliest.year) * 12 + on.month - born.earliest.month
    months -= on.day < born.earliest.day
    about = "" if born.precision is Precision.EXACT else "about "
    if years >= 2:
        return about + _count(years, "year")
    if months >= 3:
        return about + _count(months, "month")
    days = (on - born.earliest).days
    return about + (_count(days // 7, "week") if days >= 14 else _count(days, "day"))


def age_band(born: UncertainDate, on: dt.date | None) -> str:
    """Return the age band on a day, as public documents tell an age."""
    if born.earliest is None or on is None or born.earliest > on:
        return "age not known"
    return _band(full_years(born.earliest, on))


def _band(years: int) -> str:
    return f"aged {band_of(years)}"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" + ("" if number == 1 else "s")
