"""The registry of a case: every stand-in and whom it stands for, and the rules that it keeps.

A pseudonym is assigned by a person and checked here: used once, nobody's real name, not derived
from the person's own name, without an initial or a rhyme in common with it (domain note 003-10).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lscp_docs.model.alike_names import is_derived, is_same, parts_of, rhymes, shares_initial
from lscp_docs.model.identifying import Identifying, Kind, revealed
from lscp_docs.model.people import Child, FamilyMember
from lscp_docs.model.record import Path, records_of

if TYPE_CHECKING:
    from lscp_docs.model.case import CaseFile

Person = Child | FamilyMember


@dataclass(frozen=True, slots=True)
class StandIn:
    """A pseudonym, a glossary key or the words for a place, and where the case file gives it."""

    words: str
    path: Path
    stands_for: Identifying[str] | Person
    """The person, or the name of the professional or place."""


def registry(case: CaseFile) -> tuple[StandIn, ...]:
    """Every stand-in of a case: children, family, professionals with a key, places."""
    return (
        *(
            StandIn(person.pseudonym, (*place, "pseudonym"), person)
            for place, person in _people(case)
            if person.pseudonym is not None
        ),
        *(
            StandIn(entry.key, ("glossary", number, "key"), entry.name)
            for number, entry in enumerate(case.glossary)
        ),
        *(
            StandIn(place.stands_as, ("places", number, "stands_as"), place.name)
            for number, place in enumerate(case.places)
        ),
    )


def _people(case: CaseFile) -> Iterator[tuple[Path, Person]]:
    for number, child in enumerate(case.children):
        yield ("children", number), child
    for number, member in enumerate(case.family):
        yield ("family", number), member


def real_names(person: Person) -> tuple[str, ...]:
    """A person's real names: forenames, surname and the other names used."""
    names = (person.forenames, person.surname, *person.other_names_used)
    return tuple(revealed(name) for name in names if name is not None)


def registry_faults(case: CaseFile) -> Iterator[tuple[Path, str]]:
    """Yield where a stand-in breaks a rule, and a sentence that holds no name.

    Words for a place may stand twice: a place may be written in two ways.
    """
    entries = registry(case)
    everybody = _everybody(case) if entries else frozenset()
    used: set[str] = set()
    for entry in entries:
        if isinstance(entry.stands_for, Identifying) and entry.stands_for.kind is Kind.PLACE:
            continue
        folded = entry.words.casefold()
        if folded in used:
            yield entry.path, f"this {_kind(entry)} is used twice in the case."
        used.add(folded)
        if not isinstance(entry.stands_for, Identifying):
            sentence = _leads_to(entry.words, real_names(entry.stands_for), everybody)
            if sentence:
                yield entry.path, sentence


def _kind(entry: StandIn) -> str:
    return "key" if isinstance(entry.stands_for, Identifying) else "pseudonym"


def _leads_to(pseudonym: str, own: tuple[str, ...], everybody: frozenset[str]) -> str:
    """The first rule that a pseudonym breaks, as a sentence; empty when it breaks none."""
    if any(is_same(pseudonym, name) for name in own):
        return "this pseudonym is one of the person’s own names. Choose another."
    if everybody.intersection(parts_of(pseudonym)):
        return "this pseudonym is a real name of somebody in the case. Choose another."
    if any(is_derived(pseudonym, name) for name in own):
        return (
            "this pseudonym could be made from a name of the person (a short form, the same "
            "letters, or a spelling that is close). Choose another."
        )
    if any(shares_initial(pseudonym, name) for name in own):
        return "this pseudonym has an initial in common with a name of the person. Choose another."
    if any(rhymes(pseudonym, name) for name in own):
        return "this pseudonym rhymes with a name of the person. Choose another."
    return ""


def _everybody(case: CaseFile) -> frozenset[str]:
    """The words of the real names of all people of the case, professionals included."""
    family = (name for _, person in _people(case) for name in real_names(person))
    names = (*family, *names_of_professionals(case))
    return frozenset(part for name in names for part in parts_of(name))


def names_of_professionals(case: CaseFile) -> tuple[str, ...]:
    """The name of every professional whom the case file names, each once."""
    found = (
        str(revealed(value))
        for _, record in records_of(case)
        for value in vars(record).values()
        if type(value) is Identifying and value.kind is Kind.PROFESSIONAL_NAME
    )
    return tuple(dict.fromkeys(found))


# Over all cases -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UsedInAnother:
    """A child's pseudonym that a case before this one gives to a child too."""

    reference: str
    path: Path
    earlier: str
    """The reference of the other case."""


def used_in_another(
    told: Iterable[tuple[str, tuple[str | None, ...]]],
) -> Iterator[UsedInAnother]:
    """Yield the pseudonyms that children of two cases have, each at the later case.

    `told` gives each case's reference and its children's pseudonyms in their order. Papers on two
    children of one name would be confused. The pseudonyms of families are told only within their
    case, so they may come again.
    """
    first: dict[str, str] = {}
    for reference, pseudonyms in sorted(told):
        for number, pseudonym in enumerate(pseudonyms):
            if pseudonym is None:
                continue
            earlier = first.setdefault(pseudonym.casefold(), reference)
            if earlier != reference:
                yield UsedInAnother(reference, ("children", number, "pseudonym"), earlier)


# Proposals ----------------------------------------------------------------------------------


def proposals(case: CaseFile, child: Child, *, number: int = 3) -> tuple[str, ...]:
    """Names from the shipped list that a child of the case may bear, fewer when few are free.

    The same every time. Which they are follows from the reference and the child's id, so that they
    tell nothing of the name.
    """
    from lscp_docs.model.stand_in_names import NAMES  # few commands propose names

    everybody, own = _everybody(case), real_names(child)
    used = {part for entry in registry(case) for part in parts_of(entry.words)}
    found: list[str] = []
    for name in sorted(NAMES, key=lambda each: _drawn(case.reference, child.id, each)):
        if len(found) == number:
            break
        if not used & set(parts_of(name)) and not _leads_to(name, own, everybody):
            found.append(name)
    return tuple(found)


def _drawn(*parts: str) -> str:
    return hashlib.sha256("/".join(parts).encode()).hexdigest()
