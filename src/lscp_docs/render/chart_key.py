"""The names of a chart's series, each with a sample of its bar, as near to the bars as they fit."""

from __future__ import annotations

from typing import Final

from lscp_docs.chart import Chart
from lscp_docs.render.chart_shapes import LOOKS, Box, Sheet
from lscp_docs.render.chart_text import LINE, width, wrapped
from lscp_docs.render.xml_text import one_line
from lscp_docs.wording import sentence_case

SAMPLE: Final = 10.0
TO_NAME: Final = 5.0
_APART: Final = 16.0


def series_names(chart: Chart) -> list[str]:
    """Return the names of the series as a drawing writes them."""
    return [sentence_case(one_line(one.name)) for one in chart.series]


def key_above(chart: Chart, sheet: Sheet, room: float) -> float:
    """Draw the names in rows from the top of the picture; return the height that they take."""
    x = y = deepest = 0.0
    for name, look in zip(series_names(chart), LOOKS, strict=False):
        lines = wrapped(name, room - SAMPLE - TO_NAME)
        wide = SAMPLE + TO_NAME + max(map(width, lines))
        if x and x + wide > room:
            x, y, deepest = 0.0, y + deepest, 0.0
        entry(sheet, lines, x, y + LINE * len(lines) / 2, look_at=LOOKS.index(look))
        x += wide + _APART
        deepest = max(deepest, LINE * len(lines) + 2)
    return y + deepest


def entry(sheet: Sheet, lines: list[str], x: float, middle: float, *, look_at: int) -> None:
    """Draw a sample and its name, centred in height on `middle`, from `x` to the right."""
    box = Box(x + 0.5, middle - SAMPLE / 2, SAMPLE - 1, SAMPLE)
    sheet.bar(box, LOOKS[look_at])
    sheet.words(lines, (x + SAMPLE + TO_NAME, middle), anchor="start")
