"""Whether a word that is a name and an ordinary word too stands as a name.

The rule, in this order; `docs/disclosure.md` can tell it in these words:

1. in small letters it is no name, unless another name of the same person stands beside it;
2. after Mr, Dr, PC, Councillor, "called" and the like it is a name and blocks;
3. in a date, after "in", "since", "by" or beside figures, a month is no name; after a word for
   where, a place is to be looked at;
4. possessive it blocks, unless it is a month, a season or a place;
5. in a line of capitals it is to be looked at; alone in capitals among small letters it blocks;
6. where a sentence begins it blocks before a word that tells what a person did, and is otherwise to
   be looked at;
7. beside another word with a capital (Mill Lane, Hope Street), after "the", "in" or "at" and before
   a word such as "ward" or "meeting" it is to be looked at;
8. in a list it does what the word before it does ("in Lincoln and Preston", "told Rose and Grace");
9. anywhere else, with its capital, it blocks.
"""

from __future__ import annotations

import re

from lscp_docs.disclosure.sought.joins import is_possessive
from lscp_docs.disclosure.sought.ordinary import (
    ADDRESSED,
    ASKING,
    AT_PERSONS,
    DOES,
    IN,
    IN_DATES,
    MONTHS_AND_SEASONS,
    OF_PLACES,
    ORDINARY,
    PLACES,
    THE,
    THINGS,
)
from lscp_docs.disclosure.sought.terms import Alone
from lscp_docs.disclosure.sought.tokens import Words

LONGEST_LIST = 12
"""How far a list is read back; a longer one blocks."""
_ENDS_SENTENCE = re.compile(r"[.!?:;\n\u2022\"“”|*(\[\t]")


def standing(words: Words, first: int, last: int) -> Alone:
    """Return what an ordinary word does that may be a name, by what stands around it."""
    does = _by_itself(words, first, last)
    return (
        _in_list(words, first) if does is Alone.BLOCKS and _is_plain(words, first, last) else does
    )


def _is_plain(words: Words, first: int, last: int) -> bool:
    """True when neither a title nor a possessive shows that the word is a name."""
    return not follows_title(words, first) and not is_possessive(words, last)


def _by_itself(words: Words, first: int, last: int) -> Alone:
    word, small = words.words[first], words.words[first].lower()
    if not word[0].isupper():
        return Alone.IGNORED
    if follows_title(words, first):
        return Alone.BLOCKS
    before, after = _word(words, first - 1), _word(words, last + 1)
    if (told := _in_date(words, first, last)) is not None:
        return told
    is_common = small in MONTHS_AND_SEASONS or small in PLACES
    if is_possessive(words, last):
        return Alone.WARNS if is_common else Alone.BLOCKS
    if word.isupper() and len(word) > 1:
        shouted = any(len(each) > 1 and each.isupper() for each in (before, after))
        return Alone.WARNS if shouted or not (before or after) else Alone.BLOCKS
    if begins_sentence(words, first):
        named = after.lower() in DOES and small not in ASKING and not is_common
        return Alone.BLOCKS if named and words.after(last) == " " else Alone.WARNS
    is_more = _in_longer_name(words, first, last) or _is_thing(words, first, last)
    return Alone.WARNS if is_more else Alone.BLOCKS


def follows_title(words: Words, first: int) -> bool:
    """True when a title or another word before a name stands before the word."""
    gap = words.between(first) if first else ""
    return gap.strip(" .") == "" and bool(gap) and _word(words, first - 1).lower() in ADDRESSED


def begins_sentence(words: Words, first: int) -> bool:
    """True when the word is the first of a sentence, a line, a cell or a quotation."""
    return first == 0 or bool(_ENDS_SENTENCE.search(words.between(first)))


def _word(words: Words, number: int) -> str:
    return words.words[number] if 0 <= number < len(words.words) else ""


def _in_date(words: Words, first: int, last: int) -> Alone | None:
    if words.words[first].lower() not in MONTHS_AND_SEASONS:
        return None
    before, after = _word(words, first - 1), _word(words, last + 1)
    figures = re.compile(r"\d{1,4}|st|nd|rd|th")
    near = words.between(first), words.after(last)
    if figures.fullmatch(before) and len(near[0]) <= 2:
        return Alone.WARNS if after.lower() in DOES else Alone.IGNORED
    if figures.fullmatch(after) and near[1].strip(" ,-/'") == "":
        return Alone.IGNORED
    months = {each.lower() for each in (before, after, _word(words, first - 2))}
    if before.lower() in IN_DATES or months & MONTHS_AND_SEASONS:
        return Alone.WARNS
    return None


def _is_thing(words: Words, first: int, last: int) -> bool:
    """True after "the" and "in", before "ward" and "meeting": a thing, a place or a day."""
    before, after = _word(words, first - 1).lower(), _word(words, last + 1).lower()
    if before in THE or after in THINGS:
        return True
    if before == "at":
        return _word(words, first - 2).lower() not in AT_PERSONS
    return before in IN or (words.words[first].lower() in PLACES and before in OF_PLACES)


def _in_list(words: Words, first: int) -> Alone:
    """In a list it does what the ordinary word before it does; after another word, it warns."""
    at = first
    for _ in range(LONGEST_LIST):
        before = _listed_before(words, at)
        if before is None:
            return Alone.BLOCKS
        if words.words[before].lower() not in ORDINARY:
            return Alone.WARNS
        does = _by_itself(words, before, before)
        if does is not Alone.BLOCKS:
            return does
        at = before
    return Alone.BLOCKS


def _listed_before(words: Words, first: int) -> int | None:
    """The word with a capital before it in a list; None where no list is, or where one begins."""
    gap, before = words.between(first), first - 1
    if _word(words, before).lower() in ("and", "or", "nor") and first > 1:
        gap, before = words.between(before), before - 1
        if gap == " " and _word(words, before).lower() not in ORDINARY:
            return None
    elif gap != ", ":
        return None
    if not _word(words, before)[:1].isupper() or begins_sentence(words, before):
        return None
    return before


def _in_longer_name(words: Words, first: int, last: int) -> bool:
    """True when a word with a capital stands before or after: a street, a body, another person."""
    after = _word(words, last + 1)
    if after[:1].isupper() and words.after(last) in (" ", "-", " & ", "\n"):
        return True
    before = _word(words, first - 1)
    if not before[:1].isupper() or words.between(first) not in (" ", "-", " & "):
        return False
    return not begins_sentence(words, first - 1)
