"""Which terms stand in a text, and what each does there by itself and beside its like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lscp_docs.disclosure.sought.context import begins_sentence, follows_title, standing
from lscp_docs.disclosure.sought.joins import Join, is_inside_word, join_of
from lscp_docs.disclosure.sought.ordinary import ABBREVIATED, KNOWN_WORDS, ORDINARY, THE
from lscp_docs.disclosure.sought.surface import surface
from lscp_docs.disclosure.sought.terms import PARTS, Alone, Shape, Term
from lscp_docs.disclosure.sought.tokens import Words
from lscp_docs.model.allowed import Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A term in a text, from its first to its last word, and what it does."""

    term: Term
    first: int
    last: int
    variant: Variant
    does: Alone


def found(term: Term, words: Words, first: int, last: int) -> Found | None:
    """Return how a term stands where its letters do; None where it is not the term."""
    join = join_of(term, words, first, last)
    if join is None:
        return None
    if term.shape in PARTS and is_inside_word(words, first, last):
        return None
    with_initials = term.shape in (Shape.WITH_INITIAL, Shape.INITIALS)
    if with_initials and not _is_initialled(term, words, first, last):
        return None
    variant = surface(term, words, first, last, join)
    does = _does(term, words, first, last, join)
    return Found(term=term, first=first, last=last, variant=variant, does=does)


def _does(term: Term, words: Words, first: int, last: int, join: Join) -> Alone:
    if join is Join.BY_CHANCE:
        return Alone.IGNORED
    if join is Join.APART:
        return _torn(term, words, first, last)
    if term.shape in PARTS:
        return _part(term, words, first, last)
    if term.shape is Shape.WITH_INITIAL:
        return _with_initial(term, words, first, last)
    if term.shape is Shape.WORDS and first == last and term.run in ORDINARY:
        return standing(words, first, last)
    return term.alone


def _part(term: Term, words: Words, first: int, last: int) -> Alone:
    """What a single name does: as much as its own rarity and what stands around it let it."""
    word, does = words.words[first], term.alone
    if term.needs_title:
        return _by_title(term, words, first)
    if does is not Alone.BLOCKS and word[0].isupper() and follows_title(words, first):
        does = Alone.BLOCKS if term.variant is not Variant.NICKNAME else does
    if first == last and (term.run in ORDINARY or word.lower() in ORDINARY):
        by_context = standing(words, first, last)
        return by_context if does is Alone.BLOCKS else _weaker(does, by_context)
    if word.islower() and does is Alone.WARNS:
        return Alone.IGNORED
    if word.islower() and len(term.run) < 4 and term.run.isascii():
        return _weaker(does, Alone.WARNS)
    return does


def _weaker(one: Alone, other: Alone) -> Alone:
    order = (Alone.IGNORED, Alone.WARNS, Alone.BLOCKS)
    return min(one, other, key=order.index)


def _by_title(term: Term, words: Words, first: int) -> Alone:
    if not words.words[first][0].isupper():
        return Alone.IGNORED
    if follows_title(words, first):
        return Alone.BLOCKS
    is_rare = term.run not in ORDINARY and not begins_sentence(words, first)
    return Alone.WARNS if is_rare else Alone.IGNORED


def _torn(term: Term, words: Words, first: int, last: int) -> Alone:
    """What a name does with white space inside a word: it blocks where the tear is plain."""
    if term.shape not in PARTS and term.shape is not Shape.WHOLE:
        return term.alone if term.shape is Shape.NUMBER else Alone.IGNORED
    if not words.words[first][0].isupper():
        return Alone.IGNORED
    rest = words.words[first + 1 : last + 1]
    is_plain = any(piece.islower() for piece in rest) and not begins_sentence(words, first)
    return term.alone if is_plain else _weaker(term.alone, Alone.WARNS)


def _is_initialled(term: Term, words: Words, first: int, last: int) -> bool:
    """True when the initials are capitals; a name such as j.smith needs none."""
    pieces = words.words[first : last + 1]
    if term.shape is Shape.INITIALS:
        if _is_glued(words, first, last):
            return False
        if len(pieces) == 1 and pieces[0].lower() in ABBREVIATED:
            return False
        whole = all(piece.isupper() for piece in pieces)
        return whole and (len(pieces) == 1 or all(len(piece) == 1 for piece in pieces))
    if first == last:
        return True
    gaps = [words.between(number) for number in range(first + 1, last + 1)]
    if (
        ". " in gaps[-1]
        and term.run.startswith(words.words[first].lower())
        and len(pieces[-1]) == 1
    ):
        return False
    if any(gap.isspace() for gap in gaps):
        return all(piece[0].isupper() for piece in pieces if len(piece) == 1)
    return True


def _is_glued(words: Words, first: int, last: int) -> bool:
    """True for letters in the middle of something else: 4BD in a postcode."""
    return (first > 0 and not words.between(first)) or (
        last + 1 < len(words.words) and not words.after(last)
    )


def _with_initial(term: Term, words: Words, first: int, last: int) -> Alone:
    """What a surname with an initial does; "A Long" and "along" are no names."""
    pieces = words.words[first : last + 1]
    surname = max(pieces, key=len)
    if first == last:
        if term.run in ORDINARY or any(word in ORDINARY for word in (term.run[1:], term.run[:-1])):
            return Alone.IGNORED
        return Alone.BLOCKS if len(term.run) >= 6 else Alone.WARNS
    if surname.lower() not in ORDINARY:
        return Alone.BLOCKS
    if surname.islower() and any(words.between(n).isspace() for n in range(first + 1, last + 1)):
        return Alone.IGNORED
    doubtful = {piece for piece in pieces if piece in ("A", "I")}
    stopped = "." in "".join(words.between(n) for n in range(first + 1, last + 1))
    return Alone.WARNS if doubtful and not stopped else Alone.BLOCKS


def misspelt(term: Term, words: Words, first: int, last: int) -> Found | None:
    """Return how a name stands that is one letter wrong: alone it is to be looked at."""
    join = join_of(term, words, first, last)
    if join not in (Join.WELL, Join.TORN, Join.APART) or is_inside_word(words, first, last):
        return None
    small = words.words[first].islower()
    before = words.words[first - 1].lower() if first else ""
    is_word = before in THE or (first == last and words.words[first].lower() in KNOWN_WORDS)
    does = (
        Alone.IGNORED
        if small
        or is_word
        or term.run in ORDINARY
        or term.needs_title
        or term.alone is Alone.IGNORED
        else Alone.WARNS
    )
    return Found(term=term, first=first, last=last, variant=Variant.MISSPELT, does=does)


def beside(all_found: list[Found], words: Words) -> Iterator[Found]:
    """Yield each with what it does after all: beside another name of its person it blocks."""
    begins: dict[tuple[str, int], list[Found]] = {}
    finishes: dict[tuple[str, int], list[Found]] = {}
    for each in all_found:
        if each.term.shape in PARTS:
            begins.setdefault((each.term.person, each.first), []).append(each)
            finishes.setdefault((each.term.person, each.last), []).append(each)
    for each in all_found:
        if each.does is Alone.BLOCKS or each.term.shape not in PARTS:
            yield each
            continue
        person = each.term.person
        near = [
            other
            for away in (1, 2)
            for other in (
                *begins.get((person, each.last + away), ()),
                *finishes.get((person, each.first - away), ()),
            )
        ]
        together = any(_stand_together(each, other, words) for other in near)
        yield replace(each, does=Alone.BLOCKS) if together else each


def _stand_together(one: Found, other: Found, words: Words) -> bool:
    """True when two different names of a person stand in one row, one word between at most."""
    if _are_one_name(one.term, other.term) or (_is_a_guess(one) and _is_a_guess(other)):
        return False
    early, late = sorted((one, other), key=lambda each: each.first)
    if not 0 < late.first - early.last <= 2:
        return False
    gap = "".join(words.between(n) for n in range(early.last + 1, late.first + 1))
    if any(sign in gap for sign in '!?;:"\n\t') or re.search(r"[a-z]{2}\. ", _around(words, late)):
        return False
    if any(words.words[n].islower() for n in range(early.last + 1, late.first)):
        return False
    small = [words.words[each.first].islower() for each in (one, other)]
    return small[0] == small[1] or not gap.isspace()


def _is_a_guess(each: Found) -> bool:
    """True for a misspelling that nothing speaks for: two of them ("takes part in") are no name."""
    return each.variant is Variant.MISSPELT and each.does is Alone.IGNORED


def _are_one_name(one: Term, other: Term) -> bool:
    """True for two spellings of one name: the second says nothing that the first does not."""
    if (one.of, one.shape) != (other.of, other.shape):
        return False
    return one.run == other.run or one.shape is not Shape.OTHER


def _around(words: Words, late: Found) -> str:
    begin = words.begins[late.first]
    return words.view.letters[max(0, begin - 4) : begin]
