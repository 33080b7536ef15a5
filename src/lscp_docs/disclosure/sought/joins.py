"""How the words of a text hang together where a term was found."""

from __future__ import annotations

import re
from enum import Enum

from lscp_docs.disclosure.sought.ordinary import SMALL_WORDS
from lscp_docs.disclosure.sought.terms import Shape, Term
from lscp_docs.disclosure.sought.tokens import Words

_BETWEEN_NAMES = re.compile(r"[\s\-_'.,/+|]{0,3}|\s*-\s*|\s{1,40}|\.\s\.?\s?|,?\s{1,40}")
_BETWEEN_WORDS = re.compile(r"[\s\-_'.,/()&:;+|@]{0,4}|\s{1,40}")
_BETWEEN_GROUPS = re.compile(r"\s?[\-_./]?\s?|[@+.:_\-]|\s{1,3}")


class Join(Enum):
    """How a term's letters are joined in the text."""

    WELL = "where the name parts, the text parts"
    TORN = "a hyphen, a dot or a capital inside a word"
    SPACED = "letters that stand singly"
    APART = "white space inside a word"
    BY_CHANCE = "ordinary words that follow one another"


def join_of(term: Term, words: Words, first: int, last: int) -> Join | None:
    """Return how the words hang together, None where too much stands between them."""
    start = words.starts[first]
    between = {
        Shape.WORDS: _BETWEEN_WORDS,
        Shape.NUMBER: _BETWEEN_GROUPS,
    }.get(term.shape, _BETWEEN_NAMES)
    apart, torn = False, False
    for number in range(first + 1, last + 1):
        gap = words.between(number)
        if not between.fullmatch(gap):
            return None
        if term.shape is Shape.NUMBER or words.starts[number] - start in term.joints:
            continue
        apart |= gap.isspace()
        torn |= not gap.isspace()
    if not apart:
        singly = last - first > 1 and all(len(word) == 1 for word in words.words[first : last + 1])
        return (Join.SPACED if singly else Join.TORN) if torn else Join.WELL
    return _apart(words, first, last)


def _apart(words: Words, first: int, last: int) -> Join:
    pieces = words.words[first : last + 1]
    if all(len(piece) == 1 for piece in pieces):
        return Join.SPACED
    if all(piece.lower() in SMALL_WORDS for piece in pieces):
        return Join.BY_CHANCE
    return Join.APART


def is_inside_word(words: Words, first: int, last: int) -> bool:
    """True when the words are the tail of one longer name: O'Neill, McDonald, or its head."""
    if first and not words.between(first):
        return words.words[first - 1].lower() in ("mc", "mac", "fitz", "o", "de", "la", "le", "al")
    if first and words.between(first) == "'":
        return words.words[first - 1].lower() in ("o", "d", "l", "m")
    after = words.after(last)
    return after == "'" and words.words[last].lower() in ("o", "d", "l", "m")


def is_possessive(words: Words, last: int) -> bool:
    """True when 's or an apostrophe follows."""
    if not words.after(last).startswith("'"):
        return False
    follows = words.words[last + 1] if last + 1 < len(words.words) else ""
    return follows.lower() == "s" or words.words[last].lower().endswith("s")
