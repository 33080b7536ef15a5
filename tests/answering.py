"""Generated answers of a form, for properties: `answers_of(model)` is a Hypothesis strategy.

Texts are any Unicode but control characters, surrogates, private-use and unassigned characters;
they equal their own `values.plain`, and none is the bare "-" that means "not answered". To stay
fast, Hypothesis draws a few texts and a source of chance, which spread them over the boxes.
"""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from lscp_docs.model.answers.asked import Answers, Question, QuestionKind, questions_of
from lscp_docs.model.answers.boxes import NOT_ANSWERED
from lscp_docs.model.answers.values import plain
from lscp_docs.model.dates import Precision, UncertainDate

A = TypeVar("A", bound=Answers)

AWKWARD = (
    "Łukasz Żółć-O’Neil", "“quoted” – dashed … £5 ½", "back\\slash (brackets) #hash %41 <b>&amp;",
    "naïve naïve", "þÿ at the start", "ﬁ ligature ŒÆ", "مرحبا بالعالم", "שלום", "名前 Имя Όνομα",
    "😀 👩‍👧", "a\u00a0b\u200dc\u00add", "0", "yes", "none", "not known", "31/02/2026", "- -",
    "D:20260309", "[1 0 R]", "a" * 90, "None of these", "/Off",
)  # fmt: skip
"""Answers that have broken forms before."""

characters = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"))


def _usable(text: str) -> bool:
    return bool(text) and text == plain(text) != NOT_ANSWERED


texts = st.lists(
    st.one_of(
        st.sampled_from(AWKWARD),
        st.text(characters, min_size=1, max_size=12).map(plain).filter(_usable),
    ),
    min_size=1,
    max_size=8,
)


SHARES = (0.0, 0.1, 0.3, 0.5, 0.8, 0.9, 1.0, 1.0)
"""How many of the questions are answered."""


def answers_of(model: type[A]) -> st.SearchStrategy[A]:
    """Give answers of a form: empty, sparse or full, any option, any rows, any length of text."""

    def made(pool: list[str], seed: int, share: float) -> A:
        # Hypothesis draws the same seeds again and again; with the texts they seldom repeat.
        chance = Random(f"{seed} {share} {pool}")  # noqa: S311
        return model.model_validate(_filled(model, pool, chance, share))

    return st.builds(made, texts, st.integers(0, 2**63), st.sampled_from(SHARES))


def _filled(model: Any, pool: list[str], chance: Random, share: float) -> dict[str, Any]:
    return {
        question.name: _answer(question, pool, chance, share)
        for question in questions_of(model)
        if chance.random() < share
    }


def _answer(question: Question, pool: list[str], chance: Random, share: float) -> Any:
    if question.kind is QuestionKind.ROWS:
        return tuple(
            _row(question, pool, chance, share) for _ in range(_how_many_rows(question, chance))
        )
    if question.kind in (QuestionKind.LINE, QuestionKind.TEXT):
        return _text(question, pool, chance)
    return _no_words(question, chance)


def _no_words(question: Question, chance: Random) -> Any:
    match question.kind:
        case QuestionKind.TICKS:
            many = chance.choice((0, 0.4, 0.4, 1))
            return tuple(option for option in question.options if chance.random() < many)
        case QuestionKind.CHOICE:
            return chance.choice(question.options)
        case QuestionKind.DAY:
            return _day(chance)
        case QuestionKind.DATE:
            return _date(chance)
        case QuestionKind.TIME:
            return dt.time(chance.randrange(24), chance.randrange(60))
        case QuestionKind.NUMBER:
            return chance.choice((0, 1, 9, 10 ** min(question.limit, 4) - 1))
        case _:
            return True


def _how_many_rows(question: Question, chance: Random) -> int:
    """None, a few, or all that the form prints."""
    return chance.choice((0, 1, chance.randint(0, question.asked.rows), question.asked.rows))


def _row(question: Question, pool: list[str], chance: Random, share: float) -> dict[str, Any]:
    """Give a row with at least one answer: an empty one is no answer, and is not read back."""
    row = {
        column.name: _answer(column, pool, chance, share)
        for column in question.columns
        if chance.random() < share
    }
    if not row:
        column = chance.choice(question.columns)
        row[column.name] = _answer(column, pool, chance, share)
    return row


def _text(question: Question, pool: list[str], chance: Random) -> str:
    """Give a text of the pool, several of them in lines or in words, or one of full length."""
    is_long = question.kind is QuestionKind.TEXT
    glue = chance.choice(("\n", "\n\n", " ", "; ")) if is_long else chance.choice((" ", "-"))
    text = glue.join(chance.choices(pool, k=chance.choice((1, 1, 2, 5))))
    if chance.random() < 0.15:
        text = (f"{text}{glue}" * question.limit)[: question.limit]
        text = plain(text).ljust(question.limit, "x")
    found = plain(text[: question.limit])
    return found if _usable(found) else "x"


def _day(chance: Random) -> dt.date:
    return dt.date(1900, 1, 1) + dt.timedelta(days=chance.randrange(73_000))


def _date(chance: Random) -> UncertainDate:
    first = _day(chance)
    last = first + dt.timedelta(days=chance.randint(1, 400))
    match chance.choice(tuple(Precision)):
        case Precision.EXACT:
            return UncertainDate(Precision.EXACT, first, first)
        case Precision.MONTH:
            return UncertainDate.read(f"{first:%Y-%m}")
        case Precision.YEAR:
            return UncertainDate.read(f"{first:%Y}")
        case Precision.ABOUT:
            return UncertainDate(Precision.ABOUT, first, first)
        case Precision.RANGE:
            return UncertainDate(Precision.RANGE, first, last)
        case _:
            return UncertainDate(Precision.UNKNOWN)
