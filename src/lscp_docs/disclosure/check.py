"""Whether a file of any make identifies somebody: all that it says against what cases hide."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.reading import Passage, PlaceKind, Unreadable, passages
from lscp_docs.disclosure.scan import OWN_REFERENCE
from lscp_docs.disclosure.sought.hit import Hit
from lscp_docs.disclosure.sought.search import Search
from lscp_docs.disclosure.sought.values import Fact, Person, sought_values
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Kind
from lscp_docs.model.partnership import Partnership

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers
    from lscp_docs.model.returned import Return

NOT_READ = "not read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a person must look at in the file; it holds no word of the file or of a case."""

    where: str
    """The place in the file, in a person's words."""
    kind: str
    """The kind of value, or NOT_READ for a place that nobody could read."""
    of: str
    """The case and the key in it; empty for a pattern, and for a place that was not read."""
    variant: str
    """How it is written there; of a place that was not read, why and what to do."""
    blocks: bool
    """False for what only needs a look: it stops nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many of a kind there were: values that were looked for, passages that were read."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found, what it looked for and where: with no secret in it."""

    findings: tuple[Finding, ...]
    looked_for: tuple[Counted, ...]
    looked_in: tuple[Counted, ...]

    @property
    def is_clean(self) -> bool:
        """True when nothing found blocks; a picture's pixels are not read, and block nothing."""
        return not any(finding.blocks for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case whose people a file may not identify, with what agencies told in their returns."""

    case: CaseFile
    returns: tuple[Return[Answers], ...] = ()


def check(
    name: str,
    data: bytes,
    cases: tuple[Case, ...],
    partnership: Partnership,
    profile: Profile,
) -> Checked:
    """Return what a file tells, visibly or not, of what the profile hides of the cases.

    `name` is the file's name, which is searched too. Nothing is raised for a broken file: what
    cannot be read is a finding that blocks.
    """
    sought = [tuple(_values(case, profile)) for case in cases]
    # One search a case: the days of one case's steps excuse no day of another.
    searches = [
        Search.of(
            values,
            own_words=_own_words(partnership),
            own_contacts=_own_contacts(partnership),
            own_days=tuple(_own_days(case.case)),
        )
        for case, values in zip(cases, sought, strict=True)
    ]
    read = tuple(passages(name, data))
    kinds = (kind for values in sought for value in values for kind in _kinds(value))
    return Checked(
        findings=tuple(dict.fromkeys(_findings(read, searches))),
        looked_for=_counted(kind.value for kind in kinds),
        looked_in=_counted(each.kind.words for each in read if not isinstance(each, Unreadable)),
    )


def _values(case: Case, profile: Profile) -> Iterator[Person | Fact]:
    yield from sought_values(case.case, profile, case.returns)
    if profile is Profile.PUBLIC:
        # It is the partnership's own, and leads whoever has other papers to the case.
        told = case.case.reference
        yield Fact(of=OWN_REFERENCE, kind=Kind.REFERENCE, told=told, case=told)


def _kinds(value: Person | Fact) -> tuple[Kind, ...]:
    return tuple(part.kind for part in value.parts) if isinstance(value, Person) else (value.kind,)


def _counted(kinds: Iterable[str]) -> tuple[Counted, ...]:
    return tuple(Counted(kind=kind, number=number) for kind, number in Counter(kinds).items())


def _findings(read: tuple[Passage, ...], searches: list[Search]) -> Iterator[Finding]:
    for each in read:
        if isinstance(each, Unreadable):
            yield Finding(
                where=each.place,
                kind=NOT_READ,
                of="",
                variant=each.why,
                blocks=each.kind is not PlaceKind.PIXELS,
            )
    hits = [(each, hit) for each in read for search in searches for hit in search.hits(each.text)]
    # What runs on over lines repeats the lines: it counts for what no line holds by itself.
    by_itself = {_told(hit) for each, hit in hits if each.kind is not PlaceKind.ACROSS}
    for each, hit in hits:
        if each.kind is not PlaceKind.ACROSS or _told(hit) not in by_itself:
            yield Finding(
                where=each.place,
                kind=hit.kind.value,
                of=f"{hit.case}: {hit.of}" if hit.of else "",
                variant=hit.variant.value,
                blocks=hit.blocks,
            )


def _told(hit: Hit) -> tuple[str, str, Kind, bool]:
    return hit.case, hit.of, hit.kind, hit.blocks


def _own_days(case: CaseFile) -> Iterator[dt.date]:
    """The days of the partnership's steps, which its papers print: of awareness, of sending."""
    for moment in (case.incident.local_authority_aware_at, case.incident.agency_aware_at):
        if moment is not None:
            yield moment.day
    if case.notification is not None:
        yield case.notification.sent_at.day


def _own_words(partnership: Partnership) -> Iterator[str]:
    """Names of bodies and of people who speak for them; not of an agency's staff."""
    authority, unit = partnership.local_authority, partnership.business_unit
    yield from (partnership.name, partnership.short_name, partnership.area)
    yield from (authority.name, authority.directorate, authority.director_title, *authority.address)
    yield from (unit.name, unit.manager, unit.manager_title, *unit.address)
    yield from (str(value) for _, value in partnership.names)
    for agency in partnership.agencies:
        yield from (agency.name, *agency.address)
    for member in partnership.members:
        yield from (member.name, member.role, member.body)
    for said in (partnership.executive_lead, partnership.scrutiny_chair):
        if said is not None:
            yield said


def _own_contacts(partnership: Partnership) -> Iterator[str]:
    authority, unit = partnership.local_authority, partnership.business_unit
    said = (
        authority.contact,
        unit.telephone,
        unit.email,
        unit.secure_return,
        partnership.panel_contact,
        *(agency.mailbox for agency in partnership.agencies),
        *(member.email for member in partnership.members),
    )
    yield from (each for each in said if each is not None)
