"""What a document's context is made of: finished words, or a gap where a fact is missing."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that a document must state and that the case does not hold.

    `asked_for` names the fact in a reader's words ("the view of the police"), never its content;
    `path` is the dotted key of the case file where it belongs ("discussion.view_police").
    """

    asked_for: str
    path: str


Words = str | Gap
Prose = tuple[Words, ...]
"""A narrative, a paragraph an item; never empty in a context (nothing to say is a sentence too)."""


def gaps(context: object) -> Iterator[Gap]:
    """Yield every gap in a context, in the order in which its fields are declared."""
    if isinstance(context, Gap):
        yield context
    elif isinstance(context, tuple):
        for item in context:
            yield from gaps(item)
    elif dataclasses.is_dataclass(context) and not isinstance(context, type):
        for field in dataclasses.fields(context):
            yield from gaps(getattr(context, field.name))


def day_in_words(day: dt.date) -> str:
    """Return a day as every document writes it: 10 April 2026."""
    return f"{day.day} {day:%B %Y}"


def list_in_words(items: Iterable[str], *, last: str = "and") -> str:
    """Return "a, b and c"; an empty list gives an empty text."""
    *first, end = list(items) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def sentence_case(words: str) -> str:
    """Return the words with a capital first letter; the rest stays as it is."""
    return words[:1].upper() + words[1:]


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_in_words(number: int) -> str:
    """Return "no", "one" … "ten", and digits from there on: 1,204."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def counted_in_words(number: int, noun: str, nouns: str = "") -> str:
    """Return "no reviews", "one review", "12 reviews"; `nouns` where it is not the noun with s."""
    return f"{number_in_words(number)} {noun if number == 1 else nouns or f'{noun}s'}"
