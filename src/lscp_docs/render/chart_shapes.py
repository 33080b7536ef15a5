"""The few shapes that charts are drawn with: bars told apart by shade and hatching, lines, words.

Hatching is drawn as lines: Word, LibreOffice and WeasyPrint each treat patterns in their own way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Final

from lscp_docs.render.chart_text import ASCENT, DESCENT, LINE, SIZE, width

INK: Final = "#0F3D57"
"""The accent of the house style."""
_GREY: Final = "#A9B8C2"
_BLACK: Final = "#000000"
_HATCH_STEP: Final = 5.0


@dataclass(frozen=True, slots=True)
class Look:
    """How the bars of one series look: fill, colour of the figures, lines rising and falling."""

    fill: str
    figures: str = _BLACK
    rising: bool = False
    falling: bool = False


# In grey: very dark, middle, hatched, white, crossed; neighbours are always parted by a line.
LOOKS: Final = (
    Look(INK, figures="#FFFFFF"),
    Look(_GREY),
    Look("#FFFFFF", rising=True),
    Look("#FFFFFF"),
    Look("#FFFFFF", rising=True, falling=True),
)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends to the right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Where its two diagonals cross."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(slots=True)
class Sheet:
    """What has been drawn so far, in order."""

    shapes: list[str] = field(default_factory=list)

    def bar(self, box: Box, look: Look) -> None:
        """Draw a bar or a sample of it."""
        self.shapes.append(f'<rect {_sides(box)} fill="{look.fill}"/>')
        hatching = (_rising(box) if look.rising else "") + (_falling(box) if look.falling else "")
        if hatching:
            self.shapes.append(f'<path d="{hatching}" fill="none" stroke="{INK}"/>')
        self.shapes.append(f'<rect {_sides(box)} fill="none" stroke="{INK}"/>')

    def line(self, start: tuple[float, float], end: tuple[float, float], weight: float) -> None:
        """Draw a straight line of `weight` points."""
        (x1, y1), (x2, y2) = start, end
        self.shapes.append(
            f'<path d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}" fill="none" '
            f'stroke="{INK}" stroke-width="{number(weight)}"/>'
        )

    def figure(self, value: int, middle: tuple[float, float], look: Look) -> None:
        """Draw a number within a bar, on a clear ground where the bar is hatched."""
        if look.rising:
            wide, (x, y) = width(f"{value:,}") + 4, middle
            ground = Box(x - wide / 2, y - SIZE / 2, wide, SIZE)
            self.shapes.append(f'<rect {_sides(ground)} fill="{look.fill}"/>')
        self.words([f"{value:,}"], middle, anchor="middle", colour=look.figures)

    def words(
        self,
        lines: list[str],
        middle: tuple[float, float],
        *,
        anchor: str,
        colour: str = _BLACK,
        weight: str = "normal",
    ) -> None:
        """Draw lines of words whose block is centred in height on `middle`; `anchor` as in SVG."""
        x, y = middle
        first = y - LINE * (len(lines) - 1) / 2 + (ASCENT - DESCENT) / 2
        for place, line in enumerate(lines):
            self.shapes.append(
                f'<text x="{number(x)}" y="{number(first + place * LINE)}" text-anchor="{anchor}" '
                f'fill="{colour}" font-weight="{weight}">{escape(line)}</text>'
            )


def number(value: float) -> str:
    """Return a measure with two places at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "0") if value else "0"


def _sides(box: Box) -> str:
    return (
        f'x="{number(box.x)}" y="{number(box.y)}" '
        f'width="{number(box.width)}" height="{number(box.height)}"'
    )


def _rising(box: Box) -> str:
    """Return the path of lines that rise to the right, cut off at the edges of `box`."""
    path = ""
    at = box.x + box.y + _HATCH_STEP / 2  # a rising line has one sum of x and y
    while at < box.right + box.bottom:
        left, right = max(box.x, at - box.bottom), min(box.right, at - box.y)
        path += f"M{number(left)} {number(at - left)}L{number(right)} {number(at - right)}"
        at += _HATCH_STEP
    return path


def _falling(box: Box) -> str:
    """Return the path of lines that fall to the right, cut off at the edges of `box`."""
    path = ""
    at = box.x - box.bottom + _HATCH_STEP / 2  # a falling line has one difference of x and y
    while at < box.right - box.y:
        left, right = max(box.x, at + box.y), min(box.right, at + box.bottom)
        path += f"M{number(left)} {number(left - at)}L{number(right)} {number(right - at)}"
        at += _HATCH_STEP
    return path
