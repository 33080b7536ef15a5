"""Stacked columns that stand: one for each label, which stands below its column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lscp_docs.chart import Chart
from lscp_docs.render.chart_key import SAMPLE, TO_NAME, entry, key_above, series_names
from lscp_docs.render.chart_shapes import LOOKS, Box, Sheet
from lscp_docs.render.chart_text import LINE, longest_word, spread, width, wrapped
from lscp_docs.render.xml_text import one_line

_TALL: Final = 150.0
_WIDEST: Final = 44.0
_NARROWEST: Final = 9.0
_APART: Final = 6.0  # between one column with its numbers and the next
_AROUND: Final = 2.0
_LEADER: Final = 5.0
_MOST_LINES: Final = 4
_MOST_NAME: Final = 88.0
_TO_KEY: Final = 8.0


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the columns stand: one slot a label, each with room for numbers beside its column."""

    top: float
    slot: float
    column: float
    beside: float
    scale: float

    @property
    def bottom(self) -> float:
        return self.top + _TALL

    def left(self, place: int) -> float:
        return self.slot * place + (self.slot - self.column - self.beside) / 2


def columns(chart: Chart, sheet: Sheet, room: float) -> float | None:
    """Draw `chart` on `sheet`, `room` points wide; return the height that it takes in points.

    Return None, and draw nothing, where a label or number would have no room.
    """
    names = [wrapped(name, _MOST_NAME) for name in series_names(chart)]
    key = _TO_KEY + SAMPLE + TO_NAME + max(width(line) for lines in names for line in lines)
    tall = sum(LINE * len(lines) + 2 for lines in names)
    plot = _plot(chart, room - key, LINE + 2) if tall <= _TALL else None
    if plot is not None:
        _key_beside(chart, sheet, plot, names)
    else:
        if _plot(chart, room, 0) is None:
            return None
        plot = _plot(chart, room, key_above(chart, sheet, room) + LINE + 6)
        assert plot is not None  # noqa: S101 - the key takes height only
    deepest = 0
    for place, label in enumerate(chart.labels):
        lines = wrapped(one_line(label), plot.slot - 2 * _AROUND)
        deepest = max(deepest, len(lines))
        middle = plot.bottom + 3 + LINE * len(lines) / 2
        sheet.words(lines, (plot.slot * (place + 0.5), middle), anchor="middle")
        _column(chart, place, sheet, plot)
    sheet.line((0, plot.bottom), (plot.slot * len(chart.labels), plot.bottom), 1.0)
    return plot.bottom + 3 + LINE * deepest + 1


def _plot(chart: Chart, room: float, top: float) -> _Plot | None:
    slot = room / len(chart.labels)
    scale = _TALL / max(1, *chart.totals)
    values = [value for one in chart.series for value in one.values if value]
    thin = [value for value in values if value * scale < LINE]
    widest = max((width(f"{value:,}") for value in values), default=0.0)
    beside = max((width(f"{value:,}") for value in thin), default=0.0)
    beside += _LEADER + 2 * _AROUND if thin else 0.0
    column = min(_WIDEST, slot - beside - _APART)
    labels = [one_line(label) for label in chart.labels]
    sums = [width(f"{total:,}") for total in chart.totals]
    words = max(*sums, *map(longest_word, labels), 0)
    lines = max(len(wrapped(label, max(1.0, slot - 2 * _AROUND))) for label in labels)
    if column < max(_NARROWEST, widest + 2 * _AROUND) or words > slot - 2 * _AROUND:
        return None
    return _Plot(top, slot, column, beside, scale) if lines <= _MOST_LINES else None


def _stack(chart: Chart, place: int, plot: _Plot) -> list[tuple[int, int, Box]]:
    """Return the drawn parts of a column from the bottom up: number, series, where it is."""
    parts, y = [], plot.bottom
    for series, one in enumerate(chart.series):
        value = one.values[place]
        y -= value * plot.scale
        if value:
            parts.append((value, series, Box(plot.left(place), y, plot.column, value * plot.scale)))
    return parts


def _column(chart: Chart, place: int, sheet: Sheet, plot: _Plot) -> None:
    stack = _stack(chart, place, plot)
    thin = [part for part in stack if part[2].height < LINE]
    highest = min((box.y for _, _, box in stack), default=plot.bottom)
    for value, series, box in stack:
        sheet.bar(box, LOOKS[series])
        if box.height >= LINE:
            sheet.figure(value, box.middle, LOOKS[series])
    wanted = [box.middle[1] for _, _, box in reversed(thin)]
    centres = spread(wanted, [LINE] * len(thin), plot.top, plot.bottom)
    right = plot.left(place) + plot.column
    for (value, _, box), centre in zip(reversed(thin), centres, strict=True):
        sheet.line((right, box.middle[1]), (right + _LEADER, centre), 0.5)
        sheet.words([f"{value:,}"], (right + _LEADER + _AROUND, centre), anchor="start")
    total = chart.totals[place]
    if len(chart.series) > 1 or not total:
        half = width(f"{total:,}") / 2
        low = plot.slot * place + half + _AROUND
        high = plot.slot * (place + 1) - half - _AROUND
        middle = min(max(right - plot.column / 2, low), high)
        # A wide sum would meet the numbers that stand beside a low column.
        if middle + half > right and centres:
            highest = min(highest, centres[0] - LINE / 2)
        sheet.words([f"{total:,}"], (middle, highest - LINE / 2 - 1),
                    anchor="middle", weight="bold")  # fmt: skip


def _key_beside(chart: Chart, sheet: Sheet, plot: _Plot, names: list[list[str]]) -> None:
    """Draw the names to the right, each led to its part of the last column where it has one."""
    last = len(chart.labels) - 1
    parts = {series: box for _, series, box in _stack(chart, last, plot)}
    y, wanted = plot.bottom, []
    for one in chart.series:
        wanted.append(y - one.values[last] * plot.scale / 2)
        y -= one.values[last] * plot.scale
    sizes = [LINE * len(lines) + 2 for lines in names]
    centres = spread(wanted[::-1], sizes[::-1], plot.top, plot.bottom)[::-1]
    x = plot.slot * len(chart.labels) + _TO_KEY
    for series, (lines, centre) in enumerate(zip(names, centres, strict=True)):
        box = parts.get(series)
        if box is not None and not plot.beside:
            sheet.line((box.right, box.middle[1]), (x, centre), 0.5)
        entry(sheet, lines, x, centre, look_at=series)
