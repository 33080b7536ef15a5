"""How a question stands on the page: its words, and boxes whose size follows from their limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from lscp_docs.model.answers.asked import Need, Question, QuestionKind
from lscp_docs.model.answers.boxes import MOST_RADIOS, FieldKind, FormField
from lscp_docs.model.answers.values import TICKED

FULL, IN_CARD = 493.0, 471.0
"""Points: the width of a box across the page (A4 with margins of 18 mm), and across a card."""

ASIDE, BESIDE = 128.0, 331.0
"""Points: the widths of the two columns of a card whose short boxes stand beside its long ones."""

MANY_ROWS = 6
"""A group of so many rows with a long box each is set in two columns, to save pages."""

OF_NAMES, OF_PROSE = 5.6, 5.0
"""Points a character at 10 points: of names and addresses, which have but one line, and of prose
(`render.form_boxes` counts the same and refuses a box that is too small)."""

EDGES = 8.0
"""Points: what the two edges of a box take from its text, a little more than they need."""

ONE_LINE, LEADING = 22.0, 12.0
DATE = 96.0
LIST = 230.0

HOW_TO_WRITE = {
    (QuestionKind.DAY, False): "Day, month and year, for example 09/03/2026.",
    (QuestionKind.DAY, True): "For example 09/03/2026.",
    (QuestionKind.DATE, False): (
        "For example 09/03/2026. If you know less: 03/2026, 2026, “about 09/03/2026”, "
        "“01/03/2026 to 05/03/2026” or “not known”."
    ),
    (QuestionKind.DATE, True): "09/03/2026, 03/2026, “about 09/03/2026” or “not known”.",
}
"""The hint for a date that has none of its own, across the page and in a card."""

NEEDED = {Need.ALWAYS: "Needed", Need.UNLESS_NIL: "Needed", Need.NO: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of a list, radio button or tick, with its words."""

    name: str
    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One box, or one group of choices, with the words above it."""

    name: str
    kind: str
    """`line`, `text`, `radio`, `list` or `tick`."""
    label: str
    hint: str
    need: str
    tooltip: str
    width: float = 0
    height: float = ONE_LINE
    limit: int = 0
    is_long: bool = False
    """True when its text runs over several lines."""
    choices: tuple[Choice, ...] = ()

    @property
    def room(self) -> str:
        """How much fits, where a reader should know it before writing."""
        return f"Room for {self.limit:,} characters" if self.limit >= 300 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One row of a repeated group: its boxes in the order in which they are asked."""

    heading: str
    words: tuple[str, ...]
    boxes: tuple[Box, ...]
    beside: tuple[Box, ...] = ()
    """Its long boxes, where they stand in a column of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A question as it is printed: a box, or cards for its rows."""

    number: str
    box: Box
    """For rows it holds the words alone."""
    cards: tuple[Card, ...] = ()


def printed(
    question: Question,
    boxes: Sequence[FormField],
    *,
    number: str,
    row_words: Mapping[str, tuple[str, ...]],
) -> Printed:
    """Give a question as it is printed; `row_words` stand above a row, by "group_row"."""
    if question.kind is not QuestionKind.ROWS:
        return Printed(number=number, box=_box(question, boxes, FULL))
    words = Box(
        name=question.name,
        kind="rows",
        label=question.asked.question,
        hint=question.asked.hint,
        need=NEEDED[question.asked.need],
        tooltip="",
    )
    return Printed(number=number, box=words, cards=tuple(_cards(question, boxes, row_words)))


def _cards(
    question: Question, boxes: Sequence[FormField], row_words: Mapping[str, tuple[str, ...]]
) -> Iterator[Card]:
    has_text = any(column.kind is QuestionKind.TEXT for column in question.columns)
    in_two = question.asked.rows >= MANY_ROWS and has_text
    for row, of_row in groupby(boxes, key=lambda box: box.row):
        in_row = list(of_row)
        made = {
            column.name: _box(
                column,
                [box for box in in_row if box.question == column],
                IN_CARD if not in_two else BESIDE if _is_wide(column) else ASIDE,
            )
            for column in question.columns
        }
        if row > 1:  # the first row has told how to write
            made = {name: replace(box, hint="") for name, box in made.items()}
        wide = {column.name for column in question.columns if _is_wide(column)}
        aside = [name for name in made if not in_two or name not in wide]
        yield Card(
            heading=f"{question.asked.question} {row}",
            words=row_words.get(f"{question.name}_{row}", ()),
            boxes=tuple(made[name] for name in aside),
            beside=tuple(made[name] for name in made if name not in aside),
        )


def _is_wide(column: Question) -> bool:
    """Tell whether a column of a card is too wide for the narrow one of two columns."""
    is_list = column.kind is QuestionKind.CHOICE and len(column.options) > MOST_RADIOS
    longest = max((len(option.words) for option in column.options), default=0)
    return column.kind is QuestionKind.TEXT or (is_list and longest * OF_PROSE > ASIDE - EDGES)


def _box(question: Question, boxes: Sequence[FormField], across: float) -> Box:
    first = boxes[0]
    width, height = _size(first, across)
    return Box(
        name=first.name,
        kind=first.kind.value,
        label=question.asked.question,
        hint=question.asked.hint or HOW_TO_WRITE.get((question.kind, bool(first.group)), ""),
        need=NEEDED[question.asked.need],
        tooltip=first.asks,
        width=width,
        height=height,
        limit=first.limit,
        is_long=first.kind is FieldKind.TEXT or height > ONE_LINE,
        choices=tuple(_choices(boxes)),
    )


def _size(box: FormField, across: float) -> tuple[float, float]:
    """Give the width and height in points of a box that can show its limit."""
    if box.kind is FieldKind.LIST:
        return min(LIST, across), ONE_LINE
    is_date = box.question.kind in DATES
    wide = box.limit * (OF_PROSE if is_date else OF_NAMES) + EDGES
    if box.kind is FieldKind.LINE and wide <= across:
        return max(wide, DATE) if is_date else wide, ONE_LINE
    # Where words break, lines stay short of their end: a short line more than a long one.
    lines = ceil(box.limit / int((across - EDGES) / OF_PROSE - 2)) + (box.limit > SPARE)
    return across, lines * LEADING + EDGES


SPARE = 500
"""Characters: a box for more has a line to spare, since long answers come in paragraphs."""

DATES = (QuestionKind.DAY, QuestionKind.DATE)


def _choices(boxes: Sequence[FormField]) -> Iterator[Choice]:
    first = boxes[0]
    if first.tick:
        for box in boxes:
            words = box.asks.rpartition(": ")[2]
            yield Choice(name=box.name, value=TICKED, words=words)
    elif first.kind is FieldKind.TICK:
        yield Choice(name=first.name, value=TICKED, words=first.asks)
    for option in first.options:
        yield Choice(name=first.name, value=option.value, words=option.words)
