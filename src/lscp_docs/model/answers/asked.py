"""How a form is declared: sections of questions, each question a field of a pydantic model.

From the model alone follow the printed form, its tooltips and tab order, the reader, the rules of
what is still open, the JSON Schema and the help page.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Union, get_args, get_origin

from pydantic import Field, GetJsonSchemaHandler, Strict
from pydantic_core import CoreSchema

from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.identifying import Identifying, Kind, Line, Marked
from lscp_docs.model.record import NarrativeText, Record
from lscp_docs.model.vocabulary import Term

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

ONE_LINE = 80
"""Characters: how long a one-line answer may be unless its question says otherwise."""

SHORT, MEDIUM, LONG = 600, 1_500, 3_000
"""Characters: the usual lengths of an answer in sentences."""


class Need(StrEnum):
    """Whether a question must be answered before the return is complete."""

    ALWAYS = "always"
    UNLESS_NIL = "unless it is a nil return"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Asked:
    """How a field of a form is asked: the words around its box, and how much fits into it.

    `limit` counts characters (0: the usual length for its kind); `rows` is how many printed rows a
    repeated group has.
    """

    question: str
    hint: str = ""
    need: Need = Need.NO
    limit: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered section of a form: its heading, what to bear in mind, its questions in order."""

    title: str
    questions: tuple[str, ...]
    guidance: str = ""
    new_page: bool = False
    """True where the section begins on a page of its own."""


class QuestionKind(StrEnum):
    """How a question is answered."""

    LINE = "one line of text"
    TEXT = "text"
    DAY = "date"
    DATE = "date, which may be uncertain"
    TIME = "time of day"
    NUMBER = "whole number"
    CHOICE = "one of the options"
    TICKS = "any of the options"
    TICK = "a tick"
    ROWS = "rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a form, as its model declares it."""

    name: str
    kind: QuestionKind
    asked: Asked
    options: tuple[Term, ...] = ()
    columns: tuple["Question", ...] = ()
    """The questions of one row, for rows."""

    @property
    def limit(self) -> int:
        """How many characters an answer in words may have."""
        usual = {QuestionKind.LINE: ONE_LINE, QuestionKind.TEXT: MEDIUM, QuestionKind.DATE: 24}
        return self.asked.limit or usual.get(self.kind, 10)


class YesNo(Term):
    """Yes or no; a question without an answer is neither."""

    YES = "yes"
    NO = "no"


class YesNoUnknown(Term):
    """Yes, no, or not known."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class YesNoNotSure(Term):
    """Yes, no, or not sure: for an opinion."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class YesNoNotRecorded(Term):
    """Yes, no, or the records do not say."""

    YES = "yes"
    NO = "no"
    NOT_RECORDED = "not_recorded"


Ticked = Annotated[bool, Strict()]
"""A box that somebody ticked; one that nobody ticked is no answer at all."""

Count = Annotated[int, Field(ge=0), Strict()]
"""How many."""

NarrativeLine = Annotated[Identifying[Line], Marked(Kind.NARRATIVE)]
"""A narrative of one line."""


UNANSWERED = "This must be answered."


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A question that must be answered and is not, or whose answer another one contradicts."""

    question: Question
    group: Question | None = None
    """The repeated group in whose row it is asked; None outside of one."""
    place: int = 0
    """Which of the group's answers, from 1; 0 outside of one."""
    problem: str = UNANSWERED


Lack = tuple[str, str]
"""The name of a question that the other answers make necessary, and why, in a sentence."""


class Row(Record):
    """What was answered in one row of a repeated group."""

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What the row's other answers make necessary."""
        return ()

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> "JsonSchemaValue":
        """Return the JSON Schema, in which each field is titled by its question."""
        return _titled(cls, handler(schema), handler)


class Answers(Record):
    """What was answered on one form; None is a question that was not answered, never a no."""

    sections: ClassVar[tuple[Section, ...]] = ()

    @property
    def is_nil(self) -> bool:
        """True when it says that the agency had no involvement and has nothing to report."""
        return False

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What the other answers make necessary, and answers that contradict one another."""
        return ()

    @property
    def unanswered(self) -> tuple[Unanswered, ...]:
        """What must be answered and is not, in the order of the form.

        A row with anything in it must have the columns that are always needed.
        """
        needed = {Need.ALWAYS} if self.is_nil else {Need.ALWAYS, Need.UNLESS_NIL}
        return tuple(_unanswered(self, needed))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> "JsonSchemaValue":
        """Return the JSON Schema, in which each field is titled by its question."""
        return _titled(cls, handler(schema), handler)


def _unanswered(answers: Answers, needed: set[Need]) -> Iterator[Unanswered]:
    lacks = dict(answers.lacks)
    for question in questions_of(type(answers)):
        value = getattr(answers, question.name)
        is_rows = question.kind is QuestionKind.ROWS
        if question.name in lacks:
            yield Unanswered(question=question, problem=lacks[question.name])
        elif question.asked.need in needed and (value is None or (is_rows and not value)):
            yield Unanswered(question=question)
        for place, row in enumerate(value if is_rows else (), start=1):
            yield from _unanswered_in_row(row, question, place)


def _unanswered_in_row(row: Row, group: Question, place: int) -> Iterator[Unanswered]:
    lacks = dict(row.lacks)
    for column in group.columns:
        missing = column.asked.need is Need.ALWAYS and getattr(row, column.name) is None
        if missing or column.name in lacks:
            problem = lacks.get(column.name, UNANSWERED)
            yield Unanswered(question=column, group=group, place=place, problem=problem)


def _titled(
    model: type[Record], written: "JsonSchemaValue", handler: GetJsonSchemaHandler
) -> "JsonSchemaValue":
    properties = handler.resolve_ref_schema(written)["properties"]
    for question in questions_of(model):
        about = properties[question.name]
        about["title"] = question.asked.question
        if question.asked.hint:
            about["description"] = question.asked.hint
        if question.kind in (QuestionKind.LINE, QuestionKind.TEXT):
            about["maxLength"] = question.limit
        elif question.kind is QuestionKind.ROWS:
            about["maxItems"] = question.asked.rows
    return written


def questions_of(model: type[Record]) -> tuple[Question, ...]:
    """The questions of a form, or of one of its rows, in the order in which they are asked."""
    names = [name for section in getattr(model, "sections", ()) for name in section.questions]
    return tuple(_question(model, name) for name in names or model.model_fields)


def _question(model: type[Record], name: str) -> Question:
    field = model.model_fields[name]
    asked = next((mark for mark in field.metadata if isinstance(mark, Asked)), None)
    if asked is None:
        msg = f"{model.__name__}.{name} is not asked: it lacks Asked(...)"
        raise TypeError(msg)
    inner = _answer_type(field.annotation)
    if get_origin(inner) is tuple:
        item = get_args(inner)[0]
        if isinstance(item, type) and issubclass(item, Term):
            return Question(name=name, kind=QuestionKind.TICKS, asked=asked, options=tuple(item))
        columns = questions_of(item)
        return Question(name=name, kind=QuestionKind.ROWS, asked=asked, columns=columns)
    options = tuple(inner) if isinstance(inner, type) and issubclass(inner, Term) else ()
    return Question(name=name, kind=_kind(inner), asked=asked, options=options)


def _answer_type(annotation: Any) -> Any:
    """What an answer is, without `| None` and without markers."""
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (each for each in get_args(annotation) if each is not NoneType)
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


KINDS: dict[Any, QuestionKind] = {
    bool: QuestionKind.TICK,
    int: QuestionKind.NUMBER,
    dt.date: QuestionKind.DAY,
    dt.time: QuestionKind.TIME,
    str: QuestionKind.LINE,
    NarrativeText: QuestionKind.TEXT,
    UncertainDate: QuestionKind.DATE,
}


def _kind(inner: Any) -> QuestionKind:
    if get_origin(inner) is Identifying:
        inner = _answer_type(get_args(inner)[0])
    if isinstance(inner, type) and issubclass(inner, Term):
        return QuestionKind.CHOICE
    return KINDS[inner]


def every_question(model: type[Answers]) -> Iterator[Question]:
    """Yield each question and, for rows, those of a row."""
    for question in questions_of(model):
        yield question
        yield from question.columns
