"""The boxes of a fillable PDF, and what is wrong with them as they stand on their pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lscp_docs.errors import Problem

SIZE = 10.0
"""Points: the size of what is typed into a box."""

LEADING = 12.0
"""Points: the distance of the lines in a box; PDFium and pdf.js use no more."""

MARGIN = 3.0
"""Points between the edge of a box and its text."""

AVERAGE = 0.5
"""The width of a letter of English prose in Liberation Sans, in parts of its size (0.48), and a
little more for the ragged ends of lines."""

MULTILINE = 1 << 12
"""The flag of a text box that takes several lines."""


class Control(StrEnum):
    """What a widget is."""

    TEXT = "text"
    RADIO = "radio"
    LIST = "list"
    TICK = "tick"


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """One box of a fillable page, or one group of radio buttons."""

    name: str
    control: Control
    tooltip: str
    options: tuple[tuple[str, str], ...] = ()
    """Value and words of each option of a list or a group of radio buttons."""
    value: str = ""
    """The prefilled answer: a text, the value of an option, or "yes" for a tick."""
    limit: int = 0
    required: bool = False
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation, and the page that it is on (from 0)."""

    name: str
    page: int
    annotation: Any

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top, in points from the foot of the page."""
        x0, y0, x1, y1 = self.annotation["Rect"]
        return x0, y0, x1, y1


def size_of(field: Any) -> tuple[float, float]:
    """Give the width and the height of a box, in points."""
    x0, y0, x1, y1 = field["Rect"]
    return x1 - x0, y1 - y0


def faults_of(
    by_name: Mapping[str, list[Placed]], widgets: tuple[Widget, ...], pages: list[Any]
) -> Iterator[Problem]:
    """Yield what is wrong with the boxes as they stand on their pages."""
    known = [widget.name for widget in widgets]
    for name in {*known} ^ {*by_name}:
        yield Problem(file=name, problem="This box is on the page or in the form, not in both.")
    for name in {name for name in known if known.count(name) > 1}:
        yield Problem(file=name, problem="Two boxes have this name.")
    for widget in widgets:
        yield from _faults_of_one(widget, by_name.get(widget.name, []), pages)
    yield from _overlaps([each for kids in by_name.values() for each in kids])


def _faults_of_one(widget: Widget, kids: list[Placed], pages: list[Any]) -> Iterator[Problem]:
    is_radio = widget.control is Control.RADIO
    if len(kids) > 1 and not is_radio:
        yield Problem(file=widget.name, problem="This box stands on the page twice.")
    if is_radio and (len({kid.page for kid in kids}) > 1 or len(kids) != len(widget.options)):
        yield Problem(file=widget.name, problem="These radio buttons are split or incomplete.")
    for kid in kids:
        x0, y0, x1, y1 = kid.box
        left, bottom, right, top = pages[kid.page]["MediaBox"]
        if x0 < left or y0 < bottom or x1 > right or y1 > top:
            yield Problem(file=widget.name, problem="This box runs off its page.")
    if widget.control is Control.TEXT and kids and room_for(kids[0].annotation) < widget.limit:
        yield Problem(
            file=widget.name, problem=f"This box cannot show its {widget.limit:,} characters."
        )


def room_for(field: Any) -> int:
    """Give how many characters of English prose a text box can show."""
    width, height = size_of(field)
    a_line = (width - 2 * MARGIN) / (SIZE * AVERAGE)
    lines = int((height - MARGIN) / LEADING) if field.get("Ff", 0) & MULTILINE else 1
    return int(a_line * lines)


def _overlaps(placed: list[Placed]) -> Iterator[Problem]:
    for number, one in enumerate(placed):
        for other in placed[number + 1 :]:
            if one.page == other.page and _cover(one.box, other.box):
                yield Problem(file=one.name, problem=f"This box lies over {other.name}.")


def _cover(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        min(one[2], other[2]) > max(one[0], other[0]) + 0.5
        and min(one[3], other[3]) > max(one[1], other[1]) + 0.5
    )
