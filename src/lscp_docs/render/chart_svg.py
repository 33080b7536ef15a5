"""A chart as one SVG picture: every number beside its bar, every bar told apart without colour.

The picture is as wide as the text of a page. Columns whose labels or numbers have no room are
drawn as bars, where there is always room: nobody should have to tilt their head to read.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from html import escape
from typing import Final

from lscp_docs.chart import Chart, ChartKind
from lscp_docs.render.chart_bars import bars
from lscp_docs.render.chart_columns import columns
from lscp_docs.render.chart_shapes import Sheet, number
from lscp_docs.render.chart_text import SIZE
from lscp_docs.render.xml_text import one_line

WIDTH: Final = 430.0
"""Points: 15.2 cm, the width of the text."""
MARK: Final = "lscp-docs-chart-"
"""How the id of each picture that this module drew begins."""
_FACES: Final = "Arial, Liberation Sans, Helvetica, sans-serif"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart drawn: its SVG, its own name (same chart, same name) and its height in points."""

    name: str
    svg: str
    height: float


def svg(chart: Chart) -> str:
    """Return the chart as a standalone, accessible SVG; the same chart gives the same text."""
    return drawn(chart).svg


def drawn(chart: Chart) -> Drawing:
    """Return the chart as SVG with its measures."""
    name = MARK + hashlib.sha256(repr(chart).encode("utf-8", "replace")).hexdigest()[:12]
    sheet = Sheet()
    height = columns(chart, sheet, WIDTH) if chart.kind is ChartKind.COLUMNS else None
    if height is None:
        sheet = Sheet()
        height = bars(chart, sheet, WIDTH)
    width, tall = number(WIDTH), number(height)
    text = "".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{name}" role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" '
        f'viewBox="0 0 {width} {tall}" width="{width}pt" height="{tall}pt" '
        f'font-family="{_FACES}" font-size="{number(SIZE)}" stroke-width="0.75">',
        f'<title id="{name}-title">{escape(one_line(chart.title))}</title>',
        f'<desc id="{name}-desc">{escape(one_line(chart.alternative))}</desc>',
        *sheet.shapes,
        "</svg>",
    ))  # fmt: skip
    return Drawing(name, text, height)
