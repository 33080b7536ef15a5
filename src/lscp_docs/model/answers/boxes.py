"""The boxes of a form, from the questions of its model: a name, a kind, options and a limit each.

Everything else follows from these rows: what is printed, the finished widgets, what is read back,
and the fingerprint by which an edition is known.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from lscp_docs.model.answers.asked import (
    Answers,
    Question,
    QuestionKind,
    Unanswered,
    questions_of,
)
from lscp_docs.wording import sentence_case

NONE_OF_THESE = "none"
"""The tick that says "none of these": without it an empty group of ticks would say nothing."""

NOT_ANSWERED = "-"
"""The first option of every drop-down list: clients need a value for it that is not empty."""

MOST_RADIOS = 4
"""A choice of more options is a drop-down list."""


class FieldKind(StrEnum):
    """What stands on the page."""

    LINE = "line"
    TEXT = "text"
    RADIO = "radio"
    LIST = "list"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice: the value that is stored, and the words that are read."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One box of a form, or one group of radio buttons."""

    name: str
    """Small letters, digits and underscores; no dot, which PDF keeps for its own use."""
    kind: FieldKind
    question: Question
    asks: str
    """The whole question, for a person who hears the box alone: the tooltip."""
    limit: int = 0
    options: tuple[Option, ...] = ()
    required: bool = False
    row: int = 0
    """Which row of a repeated group, from 1; 0 outside of one."""
    group: str = ""
    """The question whose row this box is in; empty outside of one."""
    tick: str = ""
    """Which option of its question a tick stands for; empty for a tick by itself."""

    @property
    def whole_question(self) -> str:
        """What is asked, without the option that a tick stands for."""
        return self.asks.rpartition(": ")[0] if self.tick else self.asks


@lru_cache(maxsize=16)
def fields_of(model: type[Answers]) -> tuple[FormField, ...]:
    """Give every box of a form in the order of its pages."""
    return tuple(field for question in questions_of(model) for field in _of_question(question))


def first_box(
    model: type[Answers], missing: Unanswered, rows: Mapping[str, tuple[int, ...]]
) -> FormField:
    """Give the box in which an unanswered question begins.

    `rows` tells the printed row of each answer of a repeated group, as `Understood.rows` does.
    """
    group = missing.group.name if missing.group else ""
    row = rows[group][missing.place - 1] if group else 0
    return next(
        field
        for field in fields_of(model)
        if (field.group, field.row, field.question.name) == (group, row, missing.question.name)
        or (not group and field.group == missing.question.name)  # a group without any answer
    )


def _of_question(question: Question) -> Iterator[FormField]:
    if question.kind is not QuestionKind.ROWS:
        yield from _boxes(question, question.name, question.asked.question)
        return
    for row in range(1, question.asked.rows + 1):
        for column in question.columns:
            name = f"{question.name}_{row}_{column.name}"
            asks = f"{question.asked.question}, row {row}: {column.asked.question}"
            yield from _boxes(column, name, asks, row=row, group=question.name)


def _boxes(
    question: Question, name: str, asks: str, *, row: int = 0, group: str = ""
) -> Iterator[FormField]:
    required = bool(question.asked.need == "always") and not group
    if question.kind is QuestionKind.TICKS:
        ticks = [Option(term.value, sentence_case(term.words)) for term in question.options]
        for option in (*ticks, Option(NONE_OF_THESE, "None of these")):
            yield FormField(
                name=f"{name}_{option.value}",
                kind=FieldKind.TICK,
                question=question,
                asks=f"{asks}: {option.words}",
                row=row,
                group=group,
                tick=option.value,
            )
        return
    options = tuple(Option(term.value, sentence_case(term.words)) for term in question.options)
    yield FormField(
        name=name,
        kind=_kind(question),
        question=question,
        asks=asks,
        limit=question.limit if not options and question.kind is not QuestionKind.TICK else 0,
        options=options,
        required=required,
        row=row,
        group=group,
    )


def _kind(question: Question) -> FieldKind:
    match question.kind:
        case QuestionKind.TEXT:
            return FieldKind.TEXT
        case QuestionKind.TICK:
            return FieldKind.TICK
        case QuestionKind.CHOICE:
            many = len(question.options) > MOST_RADIOS
            return FieldKind.LIST if many else FieldKind.RADIO
        case _:
            return FieldKind.LINE


def fingerprint(model: type[Answers]) -> str:
    """Give 16 letters that change whenever a box is added, lost, moved, renamed or means more."""
    rows = [
        [field.name, field.kind.value, field.question.kind.value, field.limit]
        + [[option.value, option.words] for option in field.options]
        + [field.asks]
        for field in fields_of(model)
    ]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()[:16]
