"""What one case hides from the readers of a profile, ready to be looked for in any file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.sought.values import Fact, Person, sought_values
from lscp_docs.model.allowed import AllowedHit, Variant
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Kind

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers
    from lscp_docs.model.returned import Return

SEARCHED = (Profile.INTERNAL, Profile.PUBLIC)
"""The profiles whose finished files are searched: papers of the others may name people."""

OWN_REFERENCE = "reference"
"""The key of a case's own reference, which papers inside the partnership tell."""
NUMBER = "number"
"""What a person writes to allow a number that belongs to no value of the case."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HiddenOfCase:
    """The people and facts of a case that a profile hides; it shows nothing of what it holds."""

    reference: str
    values: tuple[Person | Fact, ...]
    own_days: frozenset[dt.date]
    """The days of the partnership's own steps, which its papers print."""
    allowed: tuple[AllowedHit, ...]

    def with_reference_told(self) -> HiddenOfCase:
        """Return the same for readers inside the partnership, who may know the case's reference."""
        return replace(self, values=tuple(v for v in self.values if v.of != OWN_REFERENCE))

    def allowed_in(self, papers: Set[str]) -> Iterator[tuple[str, str, Variant]]:
        """Yield the case, key and spelling of every hit that is allowed in one of the papers.

        A number that belongs to no value has neither case nor key.
        """
        for each in self.allowed:
            if not papers.isdisjoint(each.papers):
                of = ("", "") if each.of == NUMBER else (self.reference, each.of)
                yield (*of, each.written)


def hidden_of(
    case: CaseFile, profile: Profile, returns: tuple[Return[Answers], ...] = ()
) -> HiddenOfCase:
    """Return what a profile hides of a case, with what agencies told in their returns."""
    values = tuple(sought_values(case, profile, returns))
    if profile is Profile.PUBLIC:
        # It is the partnership's own, and leads whoever has other papers to the case.
        told = case.reference
        values += (Fact(of=OWN_REFERENCE, kind=Kind.REFERENCE, told=told, case=told),)
    return HiddenOfCase(
        reference=case.reference,
        values=values,
        own_days=frozenset(_own_days(case)),
        allowed=case.allowed,
    )


def _own_days(case: CaseFile) -> Iterator[dt.date]:
    """The days of the partnership's steps, which its papers print: of awareness, of sending."""
    for moment in (case.incident.local_authority_aware_at, case.incident.agency_aware_at):
        if moment is not None:
            yield moment.day
    if case.notification is not None:
        yield case.notification.sent_at.day
