"""What pseudonymised papers say instead of days, professionals' names and references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lscp_docs.model.identifying import Identifying, Kind, revealed
from lscp_docs.model.people import Child, FamilyMember
from lscp_docs.model.record import Record, records_of

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers
    from lscp_docs.model.returned import Return

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ABBREVIATED = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
# Kept as text: a run that hides nothing does not pay for compiling them.
_DAY = (
    r"(?P<lead>\b(?:[Oo]n|[Bb]etween|[Ff]rom) )?(?:the )?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?"
    rf"(?<![\w.]){_NUMBER}(?:(?:,| and| to| or| ?[-–]) ?{_NUMBER})*(?: of)? "
    rf"(?P<month>{'|'.join(_MONTHS)}|{_ABBREVIATED})\b"
)
_PART_OF_DAY = rf"\b(?:[Oo]n |[Ii]n )?the (morning|afternoon|evening|night) of (?={_DAY})"
_ISO = r"\b(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-\d{2}\b"
_SLASHED = r"\b\d{1,2}[/.](?P<month>0?[1-9]|1[0-2])[/.](?P<year>\d{4})\b"

SHORTEST_REFERENCE = 5
"""A shorter reference, or one without a digit, may be an ordinary word: the scan looks for it."""


NO_NAMES = frozenset(
    {"", "-", "n/a", "na", "nil", "none", "not known", "not recorded", "unknown", "unborn", "baby"}
    | {
        "as above",
        "same",
        "same as above",
        "not",
        "known",
        "recorded",
        "above",
        "tbc",
        "unborn baby",
    }
)
"""What agencies write in place of a name, folded: no text is searched for it."""

TITLES = ("Dr", "Mr", "Mrs", "Ms", "Miss", "Mx", "Prof", "Professor", "PC", "DC", "DS", "DI", "DCI")


def initials(name: str) -> str:
    """Return the initials of a name: Zoë Ann O'Donnell gives ZAO."""
    return "".join(part[0].upper() for part in re.split(r"[\s\-]+", name.strip()) if part)


def family_names(person: Child | FamilyMember, stand_in: str) -> dict[str, str]:
    """Return how papers may name a child or family member, and what stands for each name."""
    names = [revealed(name) for name in (person.forenames, person.surname) if name is not None]
    found: dict[str, str] = {}
    if person.surname is not None:
        found[names[-1]] = initials(names[-1])
    if person.forenames is not None:
        first = names[0].split()[0]
        found |= {first: stand_in, " ".join((first, *names[1:])): stand_in}
    found |= {revealed(name): stand_in for name in person.other_names_used}
    return found | ({" ".join(names): stand_in} if names else {})


def names_told(returns: tuple[Return[Answers], ...], *, by_initials: bool) -> dict[str, str]:
    """Return how papers may name the people of whom agencies told, and what stands for each name.

    That is the initials, or who the person is to the child.
    """
    from lscp_docs.model.answers.scoping_involvement import KnownPerson  # few cases have returns

    people = (
        person
        for each in returns
        for _, person in records_of(each.answers)
        if isinstance(person, KnownPerson)
    )
    found: dict[str, str] = {}
    for person in people:
        forenames, surname = _text(person.forenames), _text(person.surname)
        others = [name.strip() for name in _text(person.other_names).split(",")]
        whole = f"{forenames} {surname}".strip()
        stands = f"the {person.relationship}" if person.relationship else "a person"
        if by_initials and whole:
            stands = initials(whole)
        names = (whole, *forenames.split()[:1], *others)
        found |= {surname: initials(surname)} | dict.fromkeys(names, stands)
    return {
        name: words for name, words in found.items() if name and name.casefold() not in NO_NAMES
    }


def _text(name: Identifying[str] | None) -> str:
    return "" if name is None else revealed(name)


def names_of_professional(name: str) -> tuple[str, ...]:
    """Return how papers may name a professional: by title and surname, and in full."""
    surname = name.split()[-1]
    return (*(f"{title} {surname}" for title in TITLES), name)


def names_of_keyed(name: str) -> tuple[str, ...]:
    """Return how papers may name a professional who has a key: a title may stand before the whole.

    "PC Nadia Lusk" then reads PC1, and not "PC PC1".
    """
    return (*names_of_professional(name), *(f"{title} {name}" for title in TITLES))


_IN_MONTH = re.compile(
    r"(?i)\b(?:in|since|until|till|during|by|from|of|last|next|this|early|mid|late|end of) $"
)
_POSSESSIVE = re.compile(r"['’]s?\b|['’]")


def is_month(found: re.Match[str]) -> bool:
    """True when a name is a month: "19 May", "May 2026", "in May", "early May".

    "in May’s room" tells of a person.
    """
    if found[0].capitalize() not in _MONTHS:
        return False
    before, after = found.string[: found.start()], found.string[found.end() :]
    is_dated = re.search(rf"(?<!\d){_NUMBER} $", before) or re.match(r" \d{4}", after)
    return bool(is_dated or (_IN_MONTH.search(before) and not _POSSESSIVE.match(after)))


def without_days(words: str) -> str:
    """Return a text with every day of the calendar told as its month.

    "On 19 July 2025" reads "In July 2025", "2025-07-19" reads "July 2025", "on the morning of
    19 July" reads "one morning in July".
    """
    words = re.sub(
        _PART_OF_DAY, lambda of: f"{'One' if of[0][0] in 'OIT' else 'one'} {of[1]} in ", words
    )
    words = re.sub(_DAY, _month, words)
    for numbered in (_ISO, _SLASHED):
        words = re.sub(
            numbered, lambda day: f"{_MONTHS[int(day['month']) - 1]} {day['year']}", words
        )
    return words


def _month(day: re.Match[str]) -> str:
    lead = {"o": "in ", "b": "in ", "f": "from "}.get((day["lead"] or "")[:1].lower(), "")
    if (day["lead"] or "")[:1].isupper():
        lead = lead.capitalize()
    return lead + day["month"]


def said_instead(whole: Record) -> Iterator[tuple[str, str]]:
    """Yield each professional's name with the role, and each reference in another system."""
    for _, record in records_of(whole):
        role = getattr(record, "role", None)
        for field in type(record).model_fields:
            value = getattr(record, field)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Identifying) and item.kind is Kind.PROFESSIONAL_NAME:
                    yield str(revealed(item)), f"the {role}" if role else "a professional"
                elif isinstance(item, Identifying) and item.kind is Kind.REFERENCE:
                    yield from _reference(str(revealed(item)))


def _reference(written: str) -> Iterator[tuple[str, str]]:
    if len(written) >= SHORTEST_REFERENCE and any(letter.isdigit() for letter in written):
        yield written, "reference not shown"
