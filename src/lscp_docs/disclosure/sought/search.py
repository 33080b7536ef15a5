"""The search: compiled once from what the cases hide, it finds that in any text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lscp_docs.disclosure.sought.facts import fact_terms
from lscp_docs.disclosure.sought.folding import Folded, plain, views
from lscp_docs.disclosure.sought.hit import Hit
from lscp_docs.disclosure.sought.index import Index
from lscp_docs.disclosure.sought.jigsaw import Place, hints
from lscp_docs.disclosure.sought.matching import Found, beside, found, misspelt
from lscp_docs.disclosure.sought.misspelt import NearNames
from lscp_docs.disclosure.sought.names import SHORTEST, person_terms
from lscp_docs.disclosure.sought.numbers import nhs_numbers, one_form, telephone_numbers
from lscp_docs.disclosure.sought.terms import PARTS, Alone, Shape, Term
from lscp_docs.disclosure.sought.tokens import Words, joined, words_of
from lscp_docs.disclosure.sought.values import Fact, Person
from lscp_docs.disclosure.sought.written_days import WrittenDay, written_days
from lscp_docs.model.allowed import Variant
from lscp_docs.model.identifying import Kind

WHERE = (Kind.PLACE, Kind.ADDRESS, Kind.SCHOOL_OR_SERVICE)
MOST_WORDS_OF_MISSPELT = 3


@dataclass(frozen=True, slots=True, repr=False)
class Search:
    """Everything that is looked for; it shows nothing of what it holds."""

    terms: dict[str, list[Term]] = field(default_factory=dict)
    index: Index = field(default_factory=lambda: Index.of(()))
    near: NearNames = field(default_factory=lambda: NearNames(()))
    days: dict[tuple[int, int], list[tuple[dt.date, Fact]]] = field(default_factory=dict)
    telephones: dict[str, list[Fact]] = field(default_factory=dict)
    own: Index = field(default_factory=lambda: Index.of(()))
    own_numbers: frozenset[str] = frozenset()
    own_days: Mapping[str, frozenset[dt.date]] = field(default_factory=dict)
    printed_days: frozenset[dt.date] = frozenset()
    closely: frozenset[str] | None = None

    @classmethod
    def of(
        cls,
        values: Iterable[Person | Fact],
        *,
        own_words: Iterable[str] = (),
        own_contacts: Iterable[str] = (),
        own_days: Mapping[str, frozenset[dt.date]] | None = None,
        printed_days: Collection[dt.date] = (),
        closely: Collection[str] | None = None,
    ) -> Search:
        """Return the search for some values, compiled once for any number of texts.

        `own_words` are names of the partnership's bodies, agencies and members: a hidden value
        that is only a part of one is not found in it, nor is a professional who is a member; the
        whole name of a child or family member is. Addresses of the partnership belong here too.
        `own_contacts` are its telephone numbers and e-mail addresses. `own_days` are, by the
        reference of the case, days of its own steps (when it became aware, met, notified), which
        papers print: an event of that case on such a day does not block. `printed_days` are days
        that a paper of many cases prints as those of actions: neither an event nor a death of any
        case on such a day blocks. `closely` are the
        references of the cases that are also looked for misspelt, in short forms and by bare
        initials; None: all.
        """
        own_numbers = frozenset(_contact(contact) for contact in own_contacts)
        by_run: dict[str, list[Term]] = {}
        days: dict[tuple[int, int], list[tuple[dt.date, Fact]]] = {}
        telephones: dict[str, list[Fact]] = {}
        near: list[str] = []
        for value in values:
            is_close = closely is None or value.case in closely
            if isinstance(value, Fact) and isinstance(value.told, dt.date):
                day = value.told
                days.setdefault((day.month, day.day), []).append((day, value))
            elif isinstance(value, Fact) and value.kind is Kind.CONTACT and _is_number(value):
                telephones.setdefault(one_form(str(value.told)), []).append(value)
            else:
                for term in _terms(value, closely=is_close):
                    if term.run in own_numbers:
                        continue
                    by_run.setdefault(term.run, []).append(term)
                    if is_close and term.shape in PARTS and term.variant is not Variant.NICKNAME:
                        near.append(term.run)
        return cls(
            terms=by_run,
            index=Index.of(by_run),
            near=NearNames(near),
            days=days,
            telephones=telephones,
            own=Index.of(joined(plain(words))[0] for words in own_words),
            own_numbers=own_numbers,
            own_days=own_days or {},
            printed_days=frozenset(printed_days),
            closely=None if closely is None else frozenset(closely),
        )

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield every hit in a text, from its beginning to its end, each once."""
        hits: dict[Hit, None] = {}
        for view in views(text):
            hits |= dict.fromkeys(self._in_view(view))
        yield from sorted(hits, key=lambda hit: (hit.start, hit.end, hit.case, hit.of, hit.variant))

    def _in_view(self, view: Folded) -> Iterator[Hit]:
        words = words_of(view)
        all_found = self._words_found(words)
        if view.reads_digits:
            yield from (_hit(each, words) for each in all_found if _holds_digit(each, words))
            return
        days = list(written_days(view.letters))
        yield from (_hit(each, words) for each in all_found if each.does is not Alone.IGNORED)
        yield from self._days(view, days)
        yield from self._numbers(view, days)
        yield from hints(view, days, *_places(all_found, words))

    def _words_found(self, words: Words) -> list[Found]:
        """What stands in the words, whole or misspelt, without what belongs to our own names."""
        if not words.words:
            return []
        ours = _ours(self.own, words)
        standing: dict[tuple[str, str, str, int, int], Found] = {}
        for each in (*self._exact(words), *self._misspelt(words)):
            term = each.term
            is_ours = term.shape is not Shape.WHOLE or term.kind is Kind.PROFESSIONAL_NAME
            if is_ours and _is_within(each, ours):
                continue
            key = (term.case, term.of, term.shape.value, each.first, each.last)
            if key not in standing or _order(each) < _order(standing[key]):
                standing[key] = each
        return list(beside(_without_needless(list(standing.values())), words))

    def _exact(self, words: Words) -> Iterator[Found]:
        for run, first, last in self.index.found_in(words):
            plural = words.ends[last] - words.starts[first] > len(run)
            for term in self.terms[run]:
                if plural and (term.shape not in PARTS or len(run) < SHORTEST):
                    continue
                if (each := found(term, words, first, last)) is not None:
                    yield replace(each, variant=Variant.POSSESSIVE) if plural else each

    def _misspelt(self, words: Words) -> Iterator[Found]:
        if not self.near:
            return
        for first in range(len(words.words)):
            for last in range(first, min(first + MOST_WORDS_OF_MISSPELT, len(words.words))):
                if last > first and len(words.between(last)) > 2:
                    break
                run = words.run[words.starts[first] : words.ends[last]]
                for name in self.near.of(run):
                    yield from self._as_misspelt(name, words, first, last)

    def _as_misspelt(self, name: str, words: Words, first: int, last: int) -> Iterator[Found]:
        for term in self.terms[name]:
            if term.shape not in PARTS or term.variant is Variant.NICKNAME:
                continue
            if self.closely is not None and term.case not in self.closely:
                continue
            if (each := misspelt(term, words, first, last)) is not None:
                yield each

    def _days(self, view: Folded, days: list[WrittenDay]) -> Iterator[Hit]:
        for written in days:
            for day, fact in self.days.get((written.month, written.day), ()):
                if written.years and day.year not in written.years:
                    continue
                variant = Variant.ANOTHER_WAY if written.years else Variant.WITHOUT_YEAR
                blocks = bool(written.years) and self._day_blocks(day, fact)
                if written.is_month_first:
                    variant, blocks = Variant.MONTH_FIRST, False
                yield _at(
                    view,
                    fact.of,
                    fact.kind,
                    variant,
                    written.start,
                    written.end,
                    fact.case,
                    blocks=blocks,
                )

    def _day_blocks(self, day: dt.date, fact: Fact) -> bool:
        """A day of birth or death blocks, and of the incident; other events are looked at."""
        if fact.kind is Kind.DATE_OF_BIRTH:
            return True
        if day in self.printed_days:
            return False
        if fact.kind is not Kind.EVENT_DATE:
            return True
        is_own = day in self.own_days.get(fact.case, frozenset())
        return fact.of.startswith("incident") and not is_own

    def _numbers(self, view: Folded, days: list[WrittenDay]) -> Iterator[Hit]:
        for start, end in nhs_numbers(view.letters):
            yield _at(view, "", Kind.REFERENCE, Variant.PATTERN, start, end, blocks=True)
        for number, start, end in telephone_numbers(view.letters):
            if number in self.own_numbers:
                continue
            for fact in self.telephones.get(number, ()):
                yield _at(
                    view,
                    fact.of,
                    fact.kind,
                    Variant.ANOTHER_WAY,
                    start,
                    end,
                    fact.case,
                    blocks=True,
                )
            in_day = any(day.start < end and start < day.end for day in days)
            if number not in self.telephones and not in_day:
                yield _at(view, "", Kind.CONTACT, Variant.PATTERN, start, end)


def _terms(value: Person | Fact, *, closely: bool) -> Iterator[Term]:
    if isinstance(value, Person):
        return person_terms(value, closely=closely)
    return fact_terms(value)


def _contact(written: str) -> str:
    """One form of a telephone number or an e-mail address."""
    return joined(plain(written))[0] if "@" in written else one_form(written)


def _is_number(fact: Fact) -> bool:
    told = str(fact.told)
    return "@" not in told and sum(letter.isdigit() for letter in told) >= 9


def _ours(own: Index, words: Words) -> list[tuple[int, int]]:
    return [(first, last) for _, first, last in own.found_in(words)]


def _is_within(each: Found, ours: list[tuple[int, int]]) -> bool:
    return any(first <= each.first and each.last <= last for first, last in ours)


def _without_needless(all_found: list[Found]) -> list[Found]:
    """Leave out a name that is misspelt where the same name stands rightly spelt."""
    right = {
        (each.term.person, place)
        for each in all_found
        if each.variant is not Variant.MISSPELT and each.does is not Alone.IGNORED
        for place in range(each.first, each.last + 1)
    }
    return [
        each
        for each in all_found
        if each.variant is not Variant.MISSPELT
        or not all((each.term.person, n) in right for n in range(each.first, each.last + 1))
    ]


def _order(each: Found) -> tuple[int, bool, bool]:
    """The stronger first; then what is written as the case does before what is not."""
    strength = (Alone.BLOCKS, Alone.WARNS, Alone.IGNORED).index(each.does)
    return (strength, each.variant is Variant.MISSPELT, each.variant is Variant.NICKNAME)


def _places(all_found: list[Found], words: Words) -> tuple[list[Place], list[Place]]:
    """The places of the cases that a text names, and the first halves of their postcodes."""
    outward: list[Place] = []
    places: list[Place] = []
    for each in all_found:
        if each.term.kind in WHERE:
            is_code = each.term.variant is Variant.TOGETHER and each.term.shape is Shape.NUMBER
            (outward if is_code else places).append(_place(each, words))
    return places, outward


def _holds_digit(each: Found, words: Words) -> bool:
    """True when a name was found only because digits were read as letters."""
    start, end = words.place(each.first, each.last)
    written = words.view.original[start:end]
    is_name = each.term.shape in PARTS or each.term.shape is Shape.WHOLE
    return is_name and each.variant is Variant.DIGITS and any(sign in "01345$@" for sign in written)


def _place(each: Found, words: Words) -> Place:
    begin, end = words.begins[each.first], words.finishes[each.last]
    return Place(each.term.of, each.term.case, begin, end)


def _hit(each: Found, words: Words) -> Hit:
    start, end = words.place(each.first, each.last)
    return Hit(
        of=each.term.of,
        kind=each.term.kind,
        variant=each.variant,
        blocks=each.does is Alone.BLOCKS,
        start=start,
        end=end,
        case=each.term.case,
    )


def _at(
    view: Folded,
    of: str,
    kind: Kind,
    variant: Variant,
    start: int,
    end: int,
    case: str = "",
    *,
    blocks: bool = False,
) -> Hit:
    return Hit(
        of=of,
        kind=kind,
        variant=variant,
        blocks=blocks,
        start=view.origins[start],
        end=view.ends[end - 1],
        case=case,
    )
