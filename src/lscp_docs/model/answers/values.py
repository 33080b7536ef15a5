"""What stands in a box, to an answer and back: dates, options, ticks, rows; pure and strict.

Nothing is guessed: what cannot be read for certain is a problem that names the question, what was
written and what would be accepted, and the question then counts as not answered.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from lscp_docs.model.answers.asked import Answers, QuestionKind, questions_of
from lscp_docs.model.answers.boxes import NONE_OF_THESE, NOT_ANSWERED, FormField, fields_of
from lscp_docs.model.answers.written_dates import (
    DATE_ACCEPTED,
    DAY_ACCEPTED,
    TIME_ACCEPTED,
    date_read,
    date_written,
    day_read,
    day_written,
    time_read,
)
from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.identifying import Identifying, revealed
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.vocabulary import Term

A = TypeVar("A", bound=Answers)

TICKED = "yes"
"""The state of a tick that was set; an unset one is an empty text."""

NUMBER_ACCEPTED = "Write a whole number in digits, for example 9."


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldProblem:
    """What is wrong with one answer, for the person who wrote it.

    `answer` is what was written, as far as it may be told again; the receipt quotes it, no log
    does.
    """

    field: str
    question: str
    answer: str
    problem: str


def written(answers: Answers) -> dict[str, str]:
    """Give what stands in each box of a form that was filled with these answers.

    Every box is named; one without an answer holds an empty text. Raises ValueError when there are
    more rows than the form prints.
    """
    texts = {field.name: "" for field in fields_of(type(answers))}
    for question in questions_of(type(answers)):
        value = getattr(answers, question.name)
        if question.kind is QuestionKind.ROWS:
            if len(value) > question.asked.rows:
                raise ValueError(f"{question.name} has {question.asked.rows} rows, not more")
            for number, row in enumerate(value, start=1):
                for column in question.columns:
                    name = f"{question.name}_{number}_{column.name}"
                    texts |= _boxes(name, getattr(row, column.name), column.kind)
        else:
            texts |= _boxes(question.name, value, question.kind)
    return texts


def _boxes(name: str, value: Any, kind: QuestionKind) -> dict[str, str]:
    if value is None:
        return {}
    if kind is QuestionKind.TICKS:
        terms = [term.value for term in value] or [NONE_OF_THESE]
        return {f"{name}_{term}": TICKED for term in terms}
    return {name: _text(value)}


def _text(value: Any) -> str:
    match value:
        case Identifying():
            return _text(revealed(value))
        case NarrativeText():
            return revealed(value.text)
        case Term():
            return value.value
        case bool():
            return TICKED if value else ""
        case UncertainDate():
            return date_written(value)
        case dt.date():
            return day_written(value)
        case dt.time():
            return f"{value:%H:%M}"
        case _:
            return str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """The answers that are certain, and a problem for each that is not."""

    answers: Answers
    problems: tuple[FieldProblem, ...]
    rows: Mapping[str, tuple[int, ...]]
    """For each repeated group, the printed row (from 1) that each of its answers stood in."""


def understood(model: type[A], texts: Mapping[str, str]) -> Understood:
    """Give the answers that stand in the boxes; a box that is not named counts as empty."""
    problems: list[FieldProblem] = []
    kept: dict[str, tuple[int, ...]] = {}
    values: dict[str, Any] = {}
    fields = fields_of(model)
    for question in questions_of(model):
        boxes = [field for field in fields if question.name in (field.group, field.question.name)]
        boxes = [field for field in boxes if field.group in ("", question.name)]
        if question.kind is QuestionKind.ROWS:
            rows = {
                number: row
                for number in range(1, question.asked.rows + 1)
                if (row := _row([box for box in boxes if box.row == number], texts, problems))
            }
            values[question.name] = tuple(rows.values())
            kept[question.name] = tuple(rows)
        else:
            value = _value([box for box in boxes if not box.group], texts, problems)
            if value is not None:
                values[question.name] = value
    return Understood(
        answers=_model(model, values, kept, problems), problems=tuple(problems), rows=kept
    )


def _row(
    boxes: list[FormField], texts: Mapping[str, str], problems: list[FieldProblem]
) -> dict[str, Any]:
    columns = dict.fromkeys(box.question.name for box in boxes)
    row = {
        column: _value([box for box in boxes if box.question.name == column], texts, problems)
        for column in columns
    }
    return {column: value for column, value in row.items() if value is not None}


def _value(
    boxes: list[FormField], texts: Mapping[str, str], problems: list[FieldProblem]
) -> Any | None:
    """Give the answer to one question, None where there is none or it is not certain."""
    first = boxes[0]
    if first.tick:
        return _ticks(boxes, texts, problems)
    text = plain(texts.get(first.name, ""))
    if not text or text == NOT_ANSWERED:
        return None
    found = _read(first, text)
    is_sentence = isinstance(found, str) and not isinstance(found, Term)
    if is_sentence and first.question.kind not in WORDS:
        problems.append(_problem(first, text, found))
        return None
    if first.limit and len(text) > first.limit:
        problems.append(_problem(first, text, f"This is longer than {first.limit:,} characters."))
        return None
    return found


WORDS = (QuestionKind.LINE, QuestionKind.TEXT)


def plain(text: str) -> str:
    """Give a text with plain line ends and without outer white space: the border of the model."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _ticks(
    boxes: list[FormField], texts: Mapping[str, str], problems: list[FieldProblem]
) -> list[str] | None:
    ticked = [box.tick for box in boxes if texts.get(box.name, "") == TICKED]
    if NONE_OF_THESE in ticked and len(ticked) > 1:
        words = "Both “None of these” and another box are ticked. Untick one of them."
        problems.append(_problem(boxes[0], ", ".join(ticked), words))
        return None
    if not ticked:
        return None
    return [tick for tick in ticked if tick != NONE_OF_THESE]


def _read(field: FormField, text: str) -> Any:
    """Give the value that a text stands for, or a sentence where it stands for none."""
    match field.question.kind:
        case QuestionKind.CHOICE:
            return _option(field, text)
        case QuestionKind.TICK:
            return True if text == TICKED else "This is not a tick."
        case QuestionKind.DAY:
            return day_read(text) or f"This is not a day. {DAY_ACCEPTED}"
        case QuestionKind.DATE:
            return date_read(text) or f"This is not a date. {DATE_ACCEPTED}"
        case QuestionKind.TIME:
            return time_read(text) or f"This is not a time of day. {TIME_ACCEPTED}"
        case QuestionKind.NUMBER:
            is_number = re.fullmatch(r"\d{1,9}", text, re.ASCII)
            return int(text) if is_number else f"This is not a number. {NUMBER_ACCEPTED}"
        case _:
            return text


def _option(field: FormField, text: str) -> Term | str:
    for term in field.question.options:
        if text == term.value:
            return term
    for option, term in zip(field.options, field.question.options, strict=True):
        if text.casefold() == option.words.casefold():  # some clients store what they show
            return term
    known = ", ".join(option.words for option in field.options)
    return f"This is none of the options: {known}."


def _problem(field: FormField, answer: str, problem: str) -> FieldProblem:
    question = field.whole_question
    return FieldProblem(field=field.name, question=question, answer=answer, problem=problem)


def _model(
    model: type[A],
    values: dict[str, Any],
    rows: Mapping[str, tuple[int, ...]],
    problems: list[FieldProblem],
) -> A:
    """Give the model of the values; one that it refuses becomes a problem and is left out."""
    while True:
        try:
            return model.model_validate(values)
        except ValidationError as error:
            known = len(problems)
            for fault in error.errors(include_input=False, include_url=False):
                box = _left_out(model, values, rows, fault["loc"])
                if box is not None:
                    told = f"This answer is not accepted: {fault['msg']}."
                    problems.append(_problem(box, "", told))
            if len(problems) == known:
                raise


def _left_out(
    model: type[Answers],
    values: dict[str, Any],
    rows: Mapping[str, tuple[int, ...]],
    path: tuple[int | str, ...],
) -> FormField | None:
    """Take the one value at a path out, and give its box; None if it is out already."""
    name, *inside = path
    within, group, row = values, "", 0
    if name in rows and len(inside) > 1:
        place, group = int(inside[0]), str(name)
        within, row, name = values[group][place], rows[group][place], inside[1]
    if within.pop(str(name), None) is None:
        return None
    return next(
        field
        for field in fields_of(model)
        if (field.group, field.row, field.question.name) == (group, row, name)
    )
