"""The combined chronology in two copies: with every name in full and its key, and with keys alone.

The entries are the same, in the same order; the registry of pseudonyms and keys switches between
the two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.switching import personal_view
from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import children
from lscp_docs.documents.parts.chronology import Event, Stretch, chronology
from lscp_docs.documents.parts.chronology_notes import ChronologyNotes, chronology_notes
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.wording import Gap, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CombinedChronology:
    """What one copy says."""

    about: str
    names: str
    length: Words
    chronology: tuple[Stretch, ...]
    chronology_notes: ChronologyNotes | None


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True when the case or a return tells of an event."""
    return bool(case.chronology)


def context(m: Material) -> CombinedChronology:
    """The words of one copy."""
    stretches = chronology(m)
    is_personal = m.profile is Profile.FULL
    return CombinedChronology(
        about=children.names_of_children(m),
        names=PERSONAL if is_personal else PSEUDONYMISED,
        length=_length(stretches),
        chronology=_in_personal_view(m, stretches) if is_personal else stretches,
        chronology_notes=chronology_notes(m),
    )


PERSONAL = (
    "This copy names people in full, with the pseudonym or key of the other copy in brackets. "
    "A surname alone is left as it was written."
)
PSEUDONYMISED = (
    "The names of children and family members in this copy are not their real names. Professionals "
    "appear by their keys or roles, days as months, and places by what they are."
)


def _length(stretches: tuple[Stretch, ...]) -> Words:
    number = sum(1 if each.told else len(each.events) for each in stretches)
    if not number:
        return Gap("an event that is not after the document’s date", "chronology")
    return f"{number} {'entry' if number == 1 else 'entries'}, the same in both copies"


def _in_personal_view(m: Material, stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    view = personal_view(m.case)

    def event(one: Event) -> Event:
        return replace(one, account=tuple(view(words) for words in one.account))

    return tuple(
        replace(
            each,
            events=tuple(event(one) for one in each.events),
            told=event(each.told) if each.told else None,
        )
        for each in stretches
    )
