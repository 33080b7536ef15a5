"""What stands in a box, to an answer and back: dates, options, ticks, rows; pure and strict.

Nothing is guessed: what cannot be read for certain is a problem that names the question, what was
written and what would be accepted, and the question then counts as not answered.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from lscp_docs.forms.fields import NONE_OF_THESE, NOT_ANSWERED, FormField, fields_of
from lscp_docs.model.answers.asked import Answers, QuestionKind, questions_of
from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.identifying import Identifying, revealed
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.vocabulary import Term

A = TypeVar("A", bound=Answers)

TICKED = "yes"
"""The state of a tick that was set; an unset one is an empty text."""

DAY_ACCEPTED = "Write the day as DD/MM/YYYY, for example 09/03/2026."
DATE_ACCEPTED = (
    "Write 09/03/2026; or, where less is known, 03/2026, 2026, “about 09/03/2026”, "
    "“01/03/2026 to 05/03/2026” or “not known”."
)
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)


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
            return _date_written(value)
        case dt.date():
            return f"{value:%d/%m}/{value.year:04}"
        case _:
            return str(value)


def _date_written(date: UncertainDate) -> str:
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return "not known"
    start, end = _text(first), _text(last)
    return {
        Precision.EXACT: start,
        Precision.MONTH: start[3:],
        Precision.YEAR: start[6:],
        Precision.ABOUT: f"about {start}",
        Precision.RANGE: f"{start} to {end}",
    }[date.precision]


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
        answers=_model(model, values, fields, problems), problems=tuple(problems), rows=kept
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
    if isinstance(found, str) and first.question.kind not in WORDS:
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
            return _day(text) or f"This is not a day. {DAY_ACCEPTED}"
        case QuestionKind.DATE:
            return _date(text) or f"This is not a date. {DATE_ACCEPTED}"
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


def _day(text: str) -> dt.date | None:
    found = re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})", text, re.ASCII)
    if found:
        day, month, year = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII):
        year, month, day = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})", text, re.ASCII):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    """Give a month's number for its name or its first three letters, 0 for another word."""
    word = word.casefold()
    known = [number for number, name in enumerate(MONTHS, 1) if word in (name, name[:3])]
    return known[0] if known else 0


def _date(text: str) -> UncertainDate | None:
    if text.casefold() in ("not known", "unknown", "?"):
        return UncertainDate(Precision.UNKNOWN)
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return _uncertain(text)
    if found := re.fullmatch(r"(\d{1,2})/(\d{4})", text, re.ASCII):
        return _uncertain(f"{found[2]}-{int(found[1]):02}")
    if (found := re.fullmatch(r"([A-Za-z]{3,9}) (\d{4})", text)) and _month(found[1]):
        return _uncertain(f"{found[2]}-{_month(found[1]):02}")
    if found := re.fullmatch(r"(?:about |\?\s*)(.+)", text, re.IGNORECASE):
        day = _day(found[1].strip())
        return UncertainDate(Precision.ABOUT, day, day) if day else None
    if found := re.fullmatch(r"(.+?) (?:to|-|–) (.+)", text):
        first, last = _day(found[1].strip()), _day(found[2].strip())
        in_order = first is not None and last is not None and first < last
        return UncertainDate(Precision.RANGE, first, last) if in_order else None
    day = _day(text)
    return UncertainDate(Precision.EXACT, day, day) if day else None


def _uncertain(text: str) -> UncertainDate | None:
    try:
        return UncertainDate.read(text)
    except ValueError:
        return None


def _problem(field: FormField, answer: str, problem: str) -> FieldProblem:
    return FieldProblem(field=field.name, question=field.asks, answer=answer, problem=problem)


def _model(
    model: type[A],
    values: dict[str, Any],
    fields: tuple[FormField, ...],
    problems: list[FieldProblem],
) -> A:
    """Give the model of the values; one that it refuses becomes a problem and is left out."""
    while True:
        try:
            return model.model_validate(values)
        except ValidationError as error:
            for fault in error.errors(include_input=False, include_url=False):
                _leave_out(values, fault["loc"], fault["msg"], fields, problems)


def _leave_out(
    values: dict[str, Any],
    path: tuple[int | str, ...],
    told: str,
    fields: tuple[FormField, ...],
    problems: list[FieldProblem],
) -> None:
    question = str(path[0])
    inside = [part for part in path if isinstance(part, str)]
    box = next(
        (
            field
            for field in fields
            if question in (field.group, field.question.name)
            and (not field.group or field.question.name in inside)
        ),
        next(iter(_boxes_of(question, fields))),
    )
    if values.pop(question, None) is not None:
        problems.append(_problem(box, "", f"This answer is not accepted: {told}."))


def _boxes_of(question: str, fields: tuple[FormField, ...]) -> Iterator[FormField]:
    return (field for field in fields if question in (field.group, field.question.name))
