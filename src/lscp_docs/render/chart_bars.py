"""Stacked bars that lie: a row for each label, which stands to the left of its bar."""

from __future__ import annotations

from typing import Final

from lscp_docs.chart import Chart
from lscp_docs.render.chart_key import key_above
from lscp_docs.render.chart_shapes import LOOKS, Box, Sheet
from lscp_docs.render.chart_text import LINE, spread, width, wrapped
from lscp_docs.render.xml_text import one_line

_MOST_LABEL: Final = 165.0
_THICK: Final = 18.0
_ROW_GAP: Final = 8.0
_AFTER_LABEL: Final = 8.0
_BEFORE_TOTAL: Final = 5.0
_AROUND: Final = 2.0  # on either side of a number
_LEADER: Final = 3.0


def bars(chart: Chart, sheet: Sheet, room: float) -> float:
    """Draw `chart` on `sheet`, `room` points wide; return the height that it takes in points."""
    labels = [one_line(label) for label in chart.labels]
    beside = min(_MOST_LABEL, max(map(width, labels)))
    start = beside + _AFTER_LABEL
    totals = max(width(f"{total:,}") for total in chart.totals) + _BEFORE_TOTAL + _AROUND
    scale = (room - start - totals) / max(1, *chart.totals)
    top = y = key_above(chart, sheet, room) + _ROW_GAP
    for place, label in enumerate(labels):
        lines = wrapped(label, beside)
        row = _row(chart, place, start, scale)
        pushed = LINE + _LEADER if _thin(row) else 0.0
        height = max(LINE * len(lines), _THICK + pushed)
        bar_top = y + (height - _THICK - pushed) / 2
        middle = bar_top + _THICK / 2 if LINE * len(lines) <= _THICK else y + height / 2
        sheet.words(lines, (beside, middle), anchor="end")
        _draw(sheet, row, bar_top, (start, room))
        end = start + chart.totals[place] * scale + _BEFORE_TOTAL
        if len(chart.series) > 1 or not chart.totals[place]:
            sheet.words([f"{chart.totals[place]:,}"], (end, bar_top + _THICK / 2),
                        anchor="start", weight="bold")  # fmt: skip
        y += height + _ROW_GAP
    sheet.line((start, top - _ROW_GAP / 2), (start, y - _ROW_GAP / 2), 1.0)
    return y - _ROW_GAP / 2 + 1


_Row = list[tuple[int, int, float, float]]
"""The drawn parts of a bar: number, series, where it begins and how long it is."""


def _row(chart: Chart, place: int, start: float, scale: float) -> _Row:
    row: _Row = []
    for series, one in enumerate(chart.series):
        value = one.values[place]
        if value:
            row.append((value, series, start, value * scale))
        start += value * scale
    return row


def _thin(row: _Row) -> _Row:
    return [part for part in row if width(f"{part[0]:,}") + 2 * _AROUND > part[3]]


def _draw(sheet: Sheet, row: _Row, top: float, edges: tuple[float, float]) -> None:
    thin = _thin(row)
    for part in row:
        value, series, x, length = part
        box = Box(x, top, length, _THICK)
        sheet.bar(box, LOOKS[series])
        if part not in thin:
            sheet.figure(value, box.middle, LOOKS[series])
    wanted = [x + length / 2 for _, _, x, length in thin]
    sizes = [width(f"{value:,}") + 2 * _AROUND for value, *_ in thin]
    bottom = top + _THICK
    for part, want, centre in zip(thin, wanted, spread(wanted, sizes, *edges), strict=True):
        sheet.line((want, bottom), (centre, bottom + _LEADER), 0.5)
        sheet.words([f"{part[0]:,}"], (centre, bottom + _LEADER + LINE / 2), anchor="middle")
