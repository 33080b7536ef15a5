"""The spellings of a person's names: whole, in parts, swapped, shortened, with initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from lscp_docs.disclosure.hiding import NO_NAMES
from lscp_docs.disclosure.sought.ordinary import ADDRESSED, ORDINARY
from lscp_docs.disclosure.sought.terms import Alone, Shape, Source, Term
from lscp_docs.disclosure.sought.values import Part, Person
from lscp_docs.model.allowed import Variant
from lscp_docs.model.identifying import Kind
from lscp_docs.model.nicknames import NICKNAMES

SHORTEST = 3
"""A shorter name blocks only beside another name of the person, or after a title."""
SHORTEST_PART = 4
"""The same for what is a part of a double name, or not the first forename."""

_PARTICLES = """
al bin bint da dal de del della den der des di do dos du el ibn la le les mac mc of st ter  the
van von zu
"""
PARTICLES = frozenset(_PARTICLES.split())
NO_PARTS = NO_NAMES | PARTICLES | frozenset(("boy", "girl", "male", "female", "infant"))
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`´][^\W_]+)*")


def person_terms(person: Person, *, closely: bool) -> Iterator[Term]:
    """Yield the terms of a person; short forms and bare initials only when looked for closely."""
    source = Source(person=f"{person.case}/{person.of}", case=person.case)
    if any(part.kind is Kind.PROFESSIONAL_NAME for part in person.parts):
        for part in person.parts:
            yield from _professional(source, part)
        return
    first = next((part for part in person.parts if part.kind is Kind.FORENAMES), None)
    last = next((part for part in person.parts if part.kind is Kind.SURNAME), None)
    forenames = _words(first.words) if first else []
    surname = " ".join(_words(last.words)) if last else ""
    if forenames and surname:
        yield from _whole(source, person.of, Kind.SURNAME, forenames, surname, closely=closely)
    if first:
        yield from _forenames(source, first, forenames, closely=closely)
    if last:
        yield from _surname(source, last.of, Kind.SURNAME, surname)
    for part in person.parts:
        if part.kind is Kind.OTHER_NAME:
            yield from _other(source, part, closely=closely)


def _words(name: str) -> list[str]:
    """The names in a text, double names whole, without titles and remarks in brackets."""
    composed = unicodedata.normalize("NFC", name)
    words = re.split(r"[\s,]+", re.sub(r"\(.*?\)", " ", composed).strip())
    return [word for word in words if _WORD.search(word)]


def _whole(
    source: Source, of: str, kind: Kind, forenames: list[str], surname: str, *, closely: bool
) -> Iterator[Term]:
    """Forenames and surname together, either first; initials with the surname; initials."""
    whole = dict.fromkeys((" ".join(forenames), forenames[0]))
    for name in whole:
        yield source.term(f"{name} {surname}", of, kind, Variant.EXACT, Shape.WHOLE)
    # A surname that is no ordinary word blocks alone, so that the rest adds only its spelling.
    if not closely and surname.lower() not in ORDINARY and len(surname) >= SHORTEST:
        return
    for name in whole:
        yield source.term(f"{surname} {name}", of, kind, Variant.SWAPPED, Shape.WHOLE)
    yield from _initialled(source, of, kind, forenames, surname, closely=closely)
    for short in sorted(NICKNAMES.get(forenames[0].lower(), ())) if closely else ():
        yield source.term(f"{short} {surname}", of, kind, Variant.NICKNAME, Shape.WHOLE)
        yield source.term(f"{surname} {short}", of, kind, Variant.NICKNAME, Shape.WHOLE)


def _initialled(
    source: Source, of: str, kind: Kind, forenames: list[str], surname: str, *, closely: bool
) -> Iterator[Term]:
    """The surname, or half of a double one, with the first or all initials; the initials bare."""
    letters = [part[0] for name in forenames for part in _WORD.findall(name)]
    halves = [part for part in _WORD.findall(surname) if part.lower() not in PARTICLES]
    few_or_all = tuple(dict.fromkeys((letters[0], " ".join(letters))))
    for last in dict.fromkeys((surname, *halves)):
        for initials in few_or_all if len(last) > 1 else ():
            for written in (f"{initials} {last}", f"{last} {initials}"):
                yield source.term(
                    written, of, kind, Variant.SURNAME_AND_INITIAL, Shape.WITH_INITIAL
                )
    firsts = [half[0] for half in halves]
    bare = [
        f"{initials} {first}" for initials in few_or_all for first in (*firsts, " ".join(firsts))
    ]
    for written in dict.fromkeys(bare) if closely and firsts else ():
        yield source.term(written, of, kind, Variant.INITIALS, Shape.INITIALS, Alone.WARNS)


def _forenames(
    source: Source, part: Part, forenames: list[str], *, closely: bool
) -> Iterator[Term]:
    for number, name in enumerate(forenames):
        shortest = SHORTEST if number == 0 else SHORTEST_PART
        yield from _parts(source, part, name, Variant.FORENAME_ALONE, Shape.FORENAME, shortest)
        if closely:
            yield from _short_forms(source, part, name)


def _surname(source: Source, of: str, kind: Kind, surname: str) -> Iterator[Term]:
    part = Part(of=of, kind=kind, words=surname)
    yield from _parts(source, part, surname, Variant.SURNAME_ALONE, Shape.SURNAME, SHORTEST)


def _other(source: Source, part: Part, *, closely: bool) -> Iterator[Term]:
    """Another name: one word is as a forename, several are forenames and a surname."""
    words = [word for word in _words(part.words) if word.lower() not in NO_PARTS]
    if len(words) > 1:
        yield from _whole(source, part.of, part.kind, words[:-1], words[-1], closely=False)
    for name in words:
        yield from _parts(source, part, name, Variant.EXACT, Shape.OTHER, SHORTEST)
        if closely:
            yield from _short_forms(source, part, name)


def _parts(
    source: Source, part: Part, name: str, variant: Variant, shape: Shape, shortest: int
) -> Iterator[Term]:
    """A name, and each half of a double one."""
    halves = [half for half in _WORD.findall(name) if half.lower() not in NO_PARTS]
    for written in dict.fromkeys((name, *halves)):
        enough = shortest if written == name else SHORTEST_PART
        letters = sum(letter.isalnum() for letter in written)
        if letters < 2:
            continue
        # One sign of a script without letters is a whole name; Latin ones are too short.
        long_enough = letters >= enough or not written.isascii()
        alone = Alone.BLOCKS if long_enough else Alone.IGNORED
        yield source.term(written, part.of, part.kind, variant, shape, alone)


def _short_forms(source: Source, part: Part, name: str) -> Iterator[Term]:
    for whole in dict.fromkeys((name, *_WORD.findall(name))):
        for short in sorted(NICKNAMES.get(whole.lower(), ())):
            alone = Alone.WARNS if len(short) >= SHORTEST else Alone.IGNORED
            yield source.term(
                short.capitalize(), part.of, part.kind, Variant.NICKNAME, Shape.FORENAME, alone
            )


def _professional(source: Source, part: Part) -> Iterator[Term]:
    """A professional: the whole name, the surname with an initial or a title; no forename alone."""
    words = _words(part.words)
    while len(words) > 1 and words[0].strip(".").lower() in ADDRESSED:
        words = words[1:]
    if not words:
        return
    if len(words) > 1:
        yield from _whole(source, part.of, part.kind, words[:-1], words[-1], closely=True)
        for term in _parts(
            source, part, words[0], Variant.FORENAME_ALONE, Shape.FORENAME, SHORTEST
        ):
            yield replace(term, alone=Alone.IGNORED)
    for term in _parts(source, part, words[-1], Variant.SURNAME_ALONE, Shape.SURNAME, SHORTEST):
        yield replace(term, needs_title=True)
