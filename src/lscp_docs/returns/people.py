"""Who is who: the people whom agencies tell of, matched with the children and family of the case.

A person is matched by name, else by the relationship where only one person has it. Both are rules
that a reader can follow; nobody is matched by likeness.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lscp_docs.model.answers.scoping_involvement import KnownPerson
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Identifying, revealed
from lscp_docs.model.people import Child, FamilyMember
from lscp_docs.model.returned import Return
from lscp_docs.model.vocabulary import Term
from lscp_docs.returns.names import plain_name
from lscp_docs.returns.pages import page_of

THE_CHILD = frozenset(map(plain_name, ("child", "the child", "subject child", "index child")))


class MatchedBy(Term):
    """How somebody was known again."""

    NAME = "name"
    RELATIONSHIP = "relationship"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOf:
    """A person of whom an agency told, and on which page of its form."""

    agency: str
    person: KnownPerson
    page: int
    matched_by: MatchedBy

    @property
    def names(self) -> tuple[Identifying[str], ...]:
        """The names that it gives."""
        return tuple(n for n in (self.person.forenames, self.person.surname) if n is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody of the case, or somebody whom only agencies know, with all that is told."""

    person: Child | FamilyMember | None
    """None for somebody whom the case file does not know."""
    told: tuple[ToldOf, ...]

    @property
    def is_by_relationship(self) -> bool:
        """True when any agency's person was matched by the relationship alone."""
        return any(told.matched_by is MatchedBy.RELATIONSHIP for told in self.told)


@dataclass(frozen=True, slots=True)
class ComparedNames:
    """The first and the last names of somebody as they are compared; empty where none is known."""

    first: frozenset[str]
    last: frozenset[str]

    def exclude(self, other: ComparedNames) -> bool:
        """True when both know a first name, or both a last name, and none is the same."""
        return any(
            one and two and not one & two
            for one, two in ((self.first, other.first), (self.last, other.last))
        )


def known_people(case: CaseFile, reports: Iterable[Return[ScopingReport]]) -> tuple[Known, ...]:
    """Give everybody of whom an agency told: those of the case in its order, then the others."""
    people = _people(case)
    ours: dict[str, list[ToldOf]] = {person.id: [] for person in people}
    others: dict[str, list[ToldOf]] = {}
    for report in reports:
        for row, told in zip(report.rows["people"], report.answers.people, strict=True):
            person, matched_by = _match(told, case)
            same = others.setdefault(_whole_name(told), []) if person is None else ours[person.id]
            page = page_of(report, f"people_{row}")
            same.append(ToldOf(agency=report.agency, person=told, page=page, matched_by=matched_by))
    return (
        *(Known(person=each, told=tuple(ours[each.id])) for each in people if ours[each.id]),
        *(Known(person=None, told=tuple(told)) for name, told in others.items() if name),
    )


def _match(told: KnownPerson, case: CaseFile) -> tuple[Child | FamilyMember | None, MatchedBy]:
    people = _people(case)
    named = [person for person in people if _is_named(told, person)]
    if named:
        return (named[0] if len(named) == 1 else None), MatchedBy.NAME
    related = [person for person in people if _is_related(told, person, case)]
    return (related[0], MatchedBy.RELATIONSHIP) if len(related) == 1 else (None, MatchedBy.NAME)


def _is_named(told: KnownPerson, person: Child | FamilyMember) -> bool:
    """True when a first name agrees, and the last names do where both are known."""
    one, other = names_of(told), names_of(person)
    return bool(one.first & other.first) and not one.exclude(other)


def _is_related(told: KnownPerson, person: Child | FamilyMember, case: CaseFile) -> bool:
    relationship = plain_name(told.relationship or "")
    if isinstance(person, Child):
        return relationship in THE_CHILD and len(case.children) == 1
    return relationship == plain_name(person.relationship)


def names_of(person: KnownPerson | Child | FamilyMember) -> ComparedNames:
    """The names by which somebody can be known again, other names used among the first names."""
    if isinstance(person, KnownPerson):
        others = revealed(person.other_names).split(",") if person.other_names is not None else []
    else:
        others = [revealed(name) for name in person.other_names_used]
    forenames = revealed(person.forenames).split()[:1] if person.forenames is not None else []
    surname = [revealed(person.surname)] if person.surname is not None else []
    return ComparedNames(
        first=frozenset(filter(None, map(plain_name, (*forenames, *others)))),
        last=frozenset(filter(None, map(plain_name, surname))),
    )


def _whole_name(told: KnownPerson) -> str:
    """First and last name as they are compared; empty unless both are told."""
    if told.forenames is None or told.surname is None:
        return ""
    first = plain_name(revealed(told.forenames).split()[0])
    last = plain_name(revealed(told.surname))
    return f"{first} {last}" if first and last else ""


def _people(case: CaseFile) -> tuple[Child | FamilyMember, ...]:
    return (*case.children, *case.family)
