"""Whether a file of any make identifies somebody: all that it says against what cases hide."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lscp_docs.disclosure.hidden import HiddenOfCase
from lscp_docs.disclosure.reading import Passage, PlaceKind, Unreadable, passages
from lscp_docs.disclosure.sought.at_hand import LettersAtHand
from lscp_docs.disclosure.sought.hit import Hit
from lscp_docs.disclosure.sought.search import Search
from lscp_docs.disclosure.sought.values import Fact, Person
from lscp_docs.model.allowed import Variant
from lscp_docs.model.identifying import Kind
from lscp_docs.model.partnership import Partnership

NOT_READ = "not read"

MANY_VALUES = 2_000
"""From so many on, what the file cannot hold at all is put aside first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a person must look at in the file; it holds no word of the file or of a case."""

    where: str
    """The place in the file, in a person's words."""
    kind: str
    """The kind of value, or NOT_READ for a place that nobody could read."""
    case: str = ""
    """The reference of the case; empty for a pattern, and for a place that was not read."""
    of: str = ""
    """The key in the case, empty as `case` is."""
    written: Variant | None = None
    """How it is written there; None for a place that was not read."""
    why: str = ""
    """Of a place that was not read: why, and what to do."""
    blocks: bool
    """False for what only needs a look, and for what is allowed: it stops nothing."""
    is_allowed: bool = False

    @property
    def variant(self) -> str:
        """How it is written there, in words; of a place that was not read, why and what to do."""
        return self.why if self.written is None else self.written.words

    @property
    def of_case(self) -> str:
        """The case and the key in it: "HSCP-2024-006: family.1.surname", or nothing."""
        return f"{self.case}: {self.of}" if self.of else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many of a kind there were: values that were looked for, passages that were read."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found, what it looked for and where: with no secret in it."""

    name: str
    """The file's name."""
    findings: tuple[Finding, ...]
    looked_for: tuple[Counted, ...]
    looked_in: tuple[Counted, ...]

    @property
    def looks(self) -> tuple[Finding, ...]:
        """What is written there and may be in order: only a person can tell."""
        return tuple(f for f in self.findings if f.written and not f.blocks and not f.is_allowed)

    @property
    def is_clean(self) -> bool:
        """True when nothing found blocks; a picture's pixels are not read, and block nothing."""
        return not any(finding.blocks for finding in self.findings)


def check(
    name: str,
    data: bytes,
    hidden: tuple[HiddenOfCase, ...],
    partnership: Partnership,
    *,
    paper: str = "",
    closely: Collection[str] | None = None,
) -> Checked:
    """Return what one file tells, visibly or not, of what is hidden of some cases.

    Everything is as in `check_files`.
    """
    (checked,) = check_files({name: data}, hidden, partnership, paper=paper, closely=closely)
    return checked


def check_files(
    files: Mapping[str, bytes],
    hidden: tuple[HiddenOfCase, ...],
    partnership: Partnership,
    *,
    paper: str = "",
    printed_days: Collection[dt.date] = (),
    closely: Collection[str] | None = None,
) -> tuple[Checked, ...]:
    """Return what each file tells, visibly or not, of what is hidden of some cases.

    `files` are the bytes by the file's name, which is searched too; hits that are allowed in it, or
    in the `paper` with that key, do not block. `printed_days` are as in `Search.of`. `closely` are
    the references of the cases that are also looked for misspelt, in short forms and by bare
    initials; None: all. Nothing is raised for a broken file: what cannot be read is a finding that
    blocks.
    """
    read = {name: tuple(passages(name, data)) for name, data in files.items()}
    values = tuple(_once(value for case in hidden for value in case.values))
    search = Search.of(
        _at_hand(values, read.values(), closely),
        own_words=_own_words(partnership),
        own_contacts=_own_contacts(partnership),
        own_days={case.reference: case.own_days for case in hidden},
        printed_days=printed_days,
        closely=closely,
    )
    looked_for = _counted(kind.value for value in values for kind in value.kinds)
    checked = []
    for name, told in read.items():
        papers = {paper, name} - {""}
        allowed = {key for case in hidden for key in case.allowed_in(papers)}
        places = (each.kind.words for each in told if not isinstance(each, Unreadable))
        checked.append(
            Checked(
                name=name,
                findings=tuple(dict.fromkeys(_findings(told, search, allowed))),
                looked_for=looked_for,
                looked_in=_counted(places),
            )
        )
    return tuple(checked)


def _once(values: Iterable[Person | Fact]) -> Iterator[Person | Fact]:
    """Yield each professional once: one who works on many cases is looked for once for all."""
    seen: set[tuple[Kind, str]] = set()
    for value in values:
        if isinstance(value, Person) and value.parts[0].kind is Kind.PROFESSIONAL_NAME:
            known = (Kind.PROFESSIONAL_NAME, value.parts[0].words)
            if known in seen:
                continue
            seen.add(known)
        yield value


def _at_hand(
    values: tuple[Person | Fact, ...],
    read: Iterable[tuple[Passage, ...]],
    closely: Collection[str] | None,
) -> Iterable[Person | Fact]:
    """Of very many values, those that the files can hold, and all that are looked for closely."""
    if len(values) < MANY_VALUES or closely is None:
        return values
    letters = LettersAtHand(each.text for told in read for each in told)
    return (value for value in values if value.case in closely or letters.may_hold(value))


def _counted(kinds: Iterable[str]) -> tuple[Counted, ...]:
    return tuple(Counted(kind=kind, number=number) for kind, number in Counter(kinds).items())


def _findings(
    read: tuple[Passage, ...], search: Search, allowed: set[tuple[str, str, Variant]]
) -> Iterator[Finding]:
    for each in read:
        if isinstance(each, Unreadable):
            blocks = each.kind is not PlaceKind.PIXELS
            yield Finding(where=each.place, kind=NOT_READ, why=each.why, blocks=blocks)
    hits = [(each, hit) for each in read for hit in search.hits(each.text)]
    # What runs on over lines repeats the lines: it counts for what no line holds by itself.
    by_itself = {_told(hit) for each, hit in hits if each.kind is not PlaceKind.ACROSS}
    for each, hit in hits:
        if each.kind is not PlaceKind.ACROSS or _told(hit) not in by_itself:
            is_allowed = hit.blocks and (hit.case, hit.of, hit.variant) in allowed
            yield Finding(
                where=each.place,
                kind=hit.kind.value,
                case=hit.case,
                of=hit.of,
                written=hit.variant,
                blocks=hit.blocks and not is_allowed,
                is_allowed=is_allowed,
            )


def _told(hit: Hit) -> tuple[str, str, Kind, bool]:
    return hit.case, hit.of, hit.kind, hit.blocks


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
