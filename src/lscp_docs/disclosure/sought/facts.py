"""The spellings of single facts: addresses, schools, places, references, numbers, conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lscp_docs.disclosure.sought.folding import plain
from lscp_docs.disclosure.sought.terms import Alone, Shape, Source, Term
from lscp_docs.disclosure.sought.values import Fact
from lscp_docs.model.allowed import Variant
from lscp_docs.model.identifying import Kind

POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
_SHORTENED = (
    ("saint", "st"),
    ("street", "st"),
    ("road", "rd"),
    ("avenue", "ave"),
    ("lane", "ln"),
    ("terrace", "terr"),
    ("close", "cl"),
    ("drive", "dr"),
    ("court", "ct"),
    ("crescent", "cres"),
    ("gardens", "gdns"),
    ("square", "sq"),
    ("place", "pl"),
    ("grove", "gr"),
)
_OF_ANY = """
academy breakfast care centre children's clinic club college first health high home hospital
house infant infants junior medical middle nursery pre-school practice preschool primary
school secondary service services surgery team unit
"""
_GENERIC = frozenset(_OF_ANY.split())
"""Words that say what a school or service is: without them stands its own name."""

SHORTEST_TEXT = 4


def fact_terms(fact: Fact) -> Iterator[Term]:
    """Yield the terms of a fact that is a text."""
    if not isinstance(fact.told, str):
        return
    source = Source(person=f"{fact.case}/{fact.of}", case=fact.case)
    words = " ".join(plain(fact.told).split())
    if fact.kind is Kind.ADDRESS:
        yield from _address(source, fact, plain(fact.told))
    elif fact.kind in (Kind.SCHOOL_OR_SERVICE, Kind.PLACE):
        yield from _place(source, fact, words)
    elif fact.kind is Kind.HEALTH:
        yield from _conditions(source, fact, words)
    else:
        yield from _number(source, fact, words)


_LONG = dict(_SHORTENED)
_SHORT = {short: whole for whole, short in _SHORTENED}
_WHOLE_WORD = re.compile(rf"\b(?:{'|'.join(_LONG)})\b", re.IGNORECASE)
_SHORT_WORD = re.compile(rf"\b(?:{'|'.join(_SHORT)})\b", re.IGNORECASE)


def _shortened(words: str) -> str:
    return _WHOLE_WORD.sub(lambda word: _LONG[word[0].lower()], words)


def _written_out(words: str) -> str:
    """The text with short words for streets written out; "St" before another word is Saint."""
    words = re.sub(r"\bst\b(?=\.? [A-Z])", "saint", words, flags=re.IGNORECASE)
    return _SHORT_WORD.sub(lambda word: _SHORT[word[0].lower()], words)


def _text(
    source: Source,
    fact: Fact,
    words: str,
    variant: Variant = Variant.EXACT,
    alone: Alone = Alone.BLOCKS,
) -> Iterator[Term]:
    """A text, and the same with the kinds of streets shortened or written out."""
    if sum(letter.isalnum() for letter in words) < SHORTEST_TEXT:
        alone = Alone.WARNS if alone is Alone.BLOCKS else alone
    yield source.term(words, fact.of, fact.kind, variant, Shape.WORDS, alone)
    for rewritten in (_shortened, _written_out):
        other = rewritten(words)
        if other != words:
            yield source.term(other, fact.of, fact.kind, Variant.ANOTHER_WAY, Shape.WORDS, alone)


def _address(source: Source, fact: Fact, words: str) -> Iterator[Term]:
    for outward, inward in POSTCODE.findall(words):
        yield from _postcode(source, fact, f"{outward} {inward}")
        yield _hint(source, fact, outward, Shape.NUMBER)
    without = POSTCODE.sub("", words)
    lines = [" ".join(line.split()) for line in re.split(r"[,;\n]", without) if line.strip()]
    if lines:
        yield from _lines(source, fact, lines)


def _lines(source: Source, fact: Fact, lines: list[str]) -> Iterator[Term]:
    """The lines of an address: all together, the first, a street with its number, a street."""
    if len(lines) > 1:
        yield from _text(source, fact, " ".join(lines))
    streets = [line for line in lines if re.search(r"\d", line) and re.search(r"[^\W\d]{3}", line)]
    for line in dict.fromkeys((lines[0], *streets)):
        alone = Alone.BLOCKS if line in streets or len(lines) == 1 else Alone.WARNS
        yield from _text(source, fact, line, Variant.PART, alone)
    for line in lines[1:]:
        if line not in streets:
            yield _hint(source, fact, line, Shape.WORDS)
    for line in streets:
        street = re.sub(r"^.*\d[a-zA-Z]?\s+", "", line)
        if " " in street:
            yield from _text(source, fact, street, Variant.PART, Alone.WARNS)


def _hint(source: Source, fact: Fact, words: str, shape: Shape) -> Term:
    """A part of an address that tells something only together with other facts (`jigsaw`)."""
    return source.term(words, fact.of, fact.kind, Variant.TOGETHER, shape, Alone.IGNORED)


def _postcode(source: Source, fact: Fact, code: str) -> Iterator[Term]:
    """A postcode, also with the letter O for nought and nought for O."""
    for written in dict.fromkeys((code, code.replace("0", "O"), code.replace("O", "0"))):
        yield source.term(written, fact.of, fact.kind, Variant.EXACT, Shape.NUMBER)


def _place(source: Source, fact: Fact, words: str) -> Iterator[Term]:
    name = re.sub(r"\s*\(.*?\)", "", words).split(",")[0].strip() or words
    for written in dict.fromkeys((words, name)):
        yield from _text(source, fact, written)
    own = name.split()
    while len(own) > 1 and own[-1].lower() in _GENERIC:
        own = own[:-1]
    if 1 < len(own) < len(name.split()):
        yield from _text(source, fact, " ".join(own), Variant.PART, Alone.WARNS)


def _conditions(source: Source, fact: Fact, words: str) -> Iterator[Term]:
    """The clauses of what is said about health: a reader who knows the family knows them."""
    for clause in re.split(r"[.;,()]", words):
        own = clause.split()
        if 2 <= len(own) <= 12 or (len(own) == 1 and len(own[0]) >= 7):
            yield source.term(
                " ".join(own), fact.of, fact.kind, Variant.EXACT, Shape.WORDS, Alone.WARNS
            )


def _number(source: Source, fact: Fact, words: str) -> Iterator[Term]:
    """A reference, a number or an e-mail address."""
    letters = sum(letter.isalnum() for letter in words)
    if letters < 3:
        return
    telling = letters >= 4 and any(letter.isdigit() for letter in words)
    alone = Alone.BLOCKS if telling or letters >= 6 or "@" in words else Alone.WARNS
    shape = Shape.NUMBER if letters >= 6 else Shape.WORDS
    yield source.term(words, fact.of, fact.kind, Variant.EXACT, shape, alone)
