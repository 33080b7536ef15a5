"""The key sheet: who stands behind each pseudonym, key and place of a case.

It is what turns pseudonymised papers back into named ones, so it exists in the full profile alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.people import Child, FamilyMember
from lscp_docs.model.pseudonyms import registry
from lscp_docs.wording import sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonBehind:
    """A child or a member of the family, and the pseudonym."""

    pseudonym: str
    name: str
    who: str
    rationale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfessionalBehind:
    """A professional, and the key."""

    key: str
    name: str
    role: str
    agency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceBehind:
    """A place, and the words for it."""

    words: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """A paper of the case that went out, and may use the pseudonyms."""

    paper: str
    on: str
    version: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PseudonymKey:
    """What the sheet says."""

    people: tuple[PersonBehind, ...]
    professionals: tuple[ProfessionalBehind, ...]
    places: tuple[PlaceBehind, ...]
    issued: tuple[IssuedPaper, ...]


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True when the case has a pseudonym, a glossary key or words for a place."""
    return bool(registry(case))


def context(m: Material) -> PseudonymKey:
    """The key; raises ValueError for every profile but the full one."""
    if m.profile is not Profile.FULL:
        raise ValueError("the key sheet exists in the full profile alone")
    people: list[Child | FamilyMember] = [*m.case.children, *m.case.family]
    return PseudonymKey(
        people=tuple(_person(m, each) for each in people),
        professionals=tuple(
            ProfessionalBehind(
                key=entry.key,
                name=m.words(entry.name),
                role=entry.role,
                agency=m.agency(entry.agency) if entry.agency else "Not recorded",
            )
            for entry in m.case.glossary
        ),
        places=tuple(
            PlaceBehind(words=place.stands_as, name=m.words(place.name)) for place in m.case.places
        ),
        issued=tuple(
            IssuedPaper(
                paper=sentence_case(entry.document.replace("-", " ")),
                on=m.words(entry.on),
                version=entry.version,
                to="; ".join(entry.to) or "Not recorded",
            )
            for entry in m.case.issued
            if entry.on <= m.as_at
        ),
    )


def _person(m: Material, person: Child | FamilyMember) -> PersonBehind:
    if isinstance(person, Child):
        who, why = "Child", person.pseudonym_rationale
    else:
        who, why = sentence_case(person.relationship), "Not asked"
    named = person.forenames is not None or person.surname is not None
    return PersonBehind(
        pseudonym=person.pseudonym or "None yet",
        name=m.showing.name(person) if named else "No name recorded",
        who=f"{who} ({person.id})",
        rationale=why or "Not recorded",
    )
