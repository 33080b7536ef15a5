"""In which spelling a value stands: what sets the words of the text apart from the case's."""

from __future__ import annotations

import re
import unicodedata

from lscp_docs.disclosure.sought.folding import (
    APOSTROPHES,
    DASHES,
    is_encoded,
    is_lookalike,
    is_unseen,
    plain,
)
from lscp_docs.disclosure.sought.joins import Join, is_possessive
from lscp_docs.disclosure.sought.terms import Shape, Term
from lscp_docs.disclosure.sought.tokens import Words
from lscp_docs.model.allowed import Variant

_OWN = frozenset((Variant.SWAPPED, Variant.SURNAME_AND_INITIAL, Variant.INITIALS, Variant.NICKNAME))
"""Variants that a term has whatever its letters look like."""


def surface(term: Term, words: Words, first: int, last: int, join: Join) -> Variant:
    """Return the variant of a term that was found in the words from first to last."""
    if words.view.reads_digits:
        return Variant.DIGITS
    if term.variant in _OWN:
        return term.variant
    begin, end = words.place(first, last)
    written = words.view.original[begin:end]
    hidden = _hidden(term, words, written, join)
    if hidden is not None:
        return hidden
    if is_possessive(words, last):
        return Variant.POSSESSIVE
    return _spelt(term, unicodedata.normalize("NFC", written))


def _hidden(term: Term, words: Words, written: str, join: Join) -> Variant | None:
    if words.view.is_decoded and is_encoded(written):
        return Variant.ENCODED
    if any(is_unseen(letter) for letter in written):
        return Variant.INVISIBLE
    if any(is_lookalike(letter) for letter in written) and written != term.written:
        return Variant.LOOKALIKES
    if join is Join.SPACED:
        return Variant.SPACED_OUT
    if "\n" in written and term.shape is not Shape.WORDS:
        return Variant.SPLIT
    if join in (Join.TORN, Join.APART) and term.shape not in (Shape.WORDS, Shape.NUMBER):
        return Variant.APOSTROPHES if "'" in plain(written) else Variant.SPLIT
    return None


def _spelt(term: Term, written: str) -> Variant:
    if written == term.written:
        return term.variant
    if _is_run_together(term, written):
        return Variant.FILE_NAME
    if written.casefold() == term.written.casefold():
        return Variant.CASE
    if _signs(written) == _signs(term.written):
        return _parted(term, written)
    if plain(written) == plain(term.written):
        return Variant.ACCENTS
    if _letters(written) != _letters(term.written):
        is_fact = term.shape in (Shape.WORDS, Shape.NUMBER)
        return Variant.ANOTHER_WAY if is_fact and written[:1].isdigit() else Variant.CASE
    return _parted(term, written)


def _signs(written: str) -> str:
    """The text with one kind of apostrophe, dash and space, its accents kept."""
    return "".join(
        "'" if sign in APOSTROPHES else "-" if sign in DASHES else " " if sign.isspace() else sign
        for sign in written
    )


def _letters(written: str) -> str:
    return "".join(re.findall(r"[^\W_]+", plain(written)))


def _parted(term: Term, written: str) -> Variant:
    """What sets two spellings apart that have the same letters and other signs between them."""
    if term.shape is Shape.NUMBER:
        return Variant.ANOTHER_WAY
    apostrophes = [
        [sign for sign in text if sign in APOSTROPHES] for text in (written, term.written)
    ]
    if apostrophes[0] != apostrophes[1]:
        return Variant.APOSTROPHES
    return Variant.HYPHENS


def _is_run_together(term: Term, written: str) -> bool:
    return term.shape is Shape.WHOLE and not re.search(r"[\s,]", plain(written))
