"""Charts as SVG: nothing overlaps or leaves the picture, no number is lost or told by colour."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.charts import ACTIONS, ONE_SERIES, REFERRALS, SHOWN, chart

from lscp_docs.chart import LARGEST, LONGEST, Chart, ChartKind, Series
from lscp_docs.render.chart_shapes import INK, LOOKS, Box, Sheet
from lscp_docs.render.chart_svg import MARK, WIDTH, svg
from lscp_docs.render.chart_text import ASCENT, DESCENT, SIZE, spread, width, wrapped

SVG = "{http://www.w3.org/2000/svg}"
NEAR = 0.02
"""Points that rounding to two places may cost."""


@dataclass(frozen=True)
class Drawn:
    """A picture as the boxes of its words and of its bars."""

    words: list[tuple[str, Box]]
    bars: list[Box]
    page: Box

    @classmethod
    def of(cls, chart: Chart) -> Drawn:
        root = etree.fromstring(svg(chart))
        _, _, wide, tall = map(float, root.get("viewBox", "").split())
        outlined = [x for x in root.iter(f"{SVG}rect") if x.get("stroke")]
        bars = [Box(*(float(x.get(y, "")) for y in ("x", "y", "width", "height")))
                for x in outlined]  # fmt: skip
        words = [(x.text or "", box_of(x)) for x in root.iter(f"{SVG}text")]
        return cls(words, bars, Box(0, 0, wide, tall))


def box_of(text: etree._Element) -> Box:
    wide = width(text.text or "")
    shift = {"start": 0.0, "middle": wide / 2, "end": wide}[text.get("text-anchor", "")]
    x, y = float(text.get("x", "")) - shift, float(text.get("y", ""))
    return Box(x, y - 0.72 * SIZE, wide, 0.72 * SIZE + DESCENT)


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x) > NEAR
    return across and min(one.bottom, other.bottom) - max(one.y, other.y) > NEAR


def within(one: Box, other: Box) -> bool:
    across = other.x - NEAR <= one.x and one.right <= other.right + NEAR
    return across and other.y - NEAR <= one.y and one.bottom <= other.bottom + NEAR


def faults(drawn: Drawn) -> list[str]:
    found = [f"{text} leaves" for text, box in drawn.words if not within(box, drawn.page)]
    found += ["a bar leaves" for box in drawn.bars if not within(box, drawn.page)]
    found += [
        f"{one[0]} meets {other[0]}"
        for one, other in itertools.combinations(drawn.words, 2)
        if overlap(one[1], other[1])
    ]
    # A bar's figure stands in the middle of it; the key's sample is a bar too.
    found += [
        f"{text} is cut by a bar"
        for text, box in drawn.words
        for bar in drawn.bars
        if overlap(box, bar) and not (bar.x - NEAR <= box.x and box.right <= bar.right + NEAR)
    ]
    return found


NAMES = st.one_of(
    st.sampled_from(["Q1 2026", "January to March 2026", "Police", "2024/25", "Children's care"]),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=80),
    st.text(st.sampled_from("ab c"), max_size=LONGEST - 1).map(lambda text: f"w{text}"),
)
LETTERS = st.text(st.sampled_from("ABC def"), max_size=30).map(lambda text: f"w{text}")
VALUES = st.one_of(st.just(0), st.integers(0, 12), st.integers(0, 300), st.integers(0, LARGEST))


@st.composite
def charts(draw: st.DrawFn, names: st.SearchStrategy[str] = NAMES) -> Chart:
    many = draw(st.integers(1, 16))
    labels = tuple(draw(st.lists(names, min_size=many, max_size=many)))
    numbers = st.lists(VALUES, min_size=many, max_size=many)
    series = draw(st.lists(st.builds(Series, names, numbers.map(tuple)), min_size=1, max_size=5))
    return Chart("Title", "Words", draw(st.sampled_from(ChartKind)), labels, tuple(series))


@settings(max_examples=100, deadline=None)
@given(charts())
def test_nothing_overlaps_or_leaves_the_picture(drawn: Chart) -> None:
    assert faults(Drawn.of(drawn)) == []


@settings(max_examples=40, deadline=None)
@given(charts(LETTERS))
def test_every_number_and_every_sum_is_drawn_once(drawn: Chart) -> None:
    asked = [value for one in drawn.series for value in one.values if value]
    if len(drawn.series) > 1:
        asked += drawn.totals
    else:
        asked += [total for total in drawn.totals if not total]
    told = [text for text, _ in Drawn.of(drawn).words if re.fullmatch(r"[0-9,]+", text)]
    assert sorted(told) == sorted(f"{value:,}" for value in asked)


def test_overlap_is_seen() -> None:
    drawn = Drawn.of(REFERRALS)
    twice = Drawn([*drawn.words, drawn.words[0]], drawn.bars, drawn.page)
    assert any("meets" in fault for fault in faults(twice))
    small = Drawn(drawn.words, drawn.bars, Box(0, 0, WIDTH / 2, 200))
    assert any("leaves" in fault for fault in faults(small))
    astride = Drawn([("Astride", Box(bar.x - 3, bar.y, 6, 6)) for bar in drawn.bars], drawn.bars,
                    drawn.page)  # fmt: skip
    assert any("cut" in fault for fault in faults(astride))


@pytest.mark.parametrize("pictured", SHOWN, ids=lambda one: one.title)
def test_picture_is_accessible_and_stands_alone(pictured: Chart) -> None:
    text = svg(pictured)
    root = etree.fromstring(text)
    assert root.get("role") == "img"
    titled, told = root.get("aria-labelledby"), root.get("aria-describedby")
    assert [x.text for x in root.iter(f"{SVG}title") if x.get("id") == titled] == [pictured.title]
    assert [x.text for x in root.iter(f"{SVG}desc") if x.get("id") == told] == [
        pictured.alternative
    ]
    assert {str(etree.QName(x).localname) for x in root.iter()} <= {
        "svg", "title", "desc", "rect", "path", "text"}  # fmt: skip
    assert not re.search(r"href|url\(|style|script|@", text)


def test_ids_of_different_charts_differ() -> None:
    ids = [re.findall(r' id="([^"]+)"', svg(one)) for one in SHOWN]
    every = [one for some in ids for one in some]
    assert len(every) == len(set(every)) == 3 * len(SHOWN)
    assert all(one.startswith(MARK) for one in every)


def test_zeros_are_not_drawn_but_an_empty_column_says_0() -> None:
    drawn = Drawn.of(ONE_SERIES)
    assert [text for text, _ in drawn.words if text.isdigit() and len(text) < 4] == ["3", "0"]
    assert len(drawn.bars) == 2  # one column, and the sample beside the name


def test_looks_differ_in_grey() -> None:
    sheets = []
    for look in LOOKS:
        sheet = Sheet()
        sheet.bar(Box(0, 0, 40, 40), look)
        sheets.append("".join(sheet.shapes))
    assert len(set(sheets)) == len(LOOKS) == 5
    fills = [re.findall(r'fill="(#\w+)"', one)[0] for one in sheets]
    assert sorted(fills.count(fill) for fill in set(fills)) == [1, 1, 3]
    assert [one.count("<path") for one in sheets] == [0, 0, 1, 0, 1]
    assert all(f'fill="none" stroke="{INK}"' in one for one in sheets)


def test_hatching_stays_in_its_bar() -> None:
    sheet = Sheet()
    box = Box(10, 20, 33, 14)
    sheet.bar(box, LOOKS[4])
    (path,) = re.findall(r'd="([^"]+)"', "".join(sheet.shapes))
    points = [tuple(map(float, x.split())) for x in re.split("[ML]", path) if x]
    assert len(points) > 12
    assert all(within(Box(x, y, 0, 0), box) for x, y in points)


def test_columns_without_room_lie_down() -> None:
    labels = tuple(f"September to November {year}" for year in range(2010, 2026))
    lying = chart("Long", ChartKind.COLUMNS, labels, notified=(3,) * 16)
    assert {bar.height for bar in Drawn.of(lying).bars[1:]} == {18.0}
    assert len({bar.x for bar in Drawn.of(ACTIONS).bars}) >= 4


def test_the_same_chart_is_the_same_text_in_another_process() -> None:
    code = (
        "from tests.charts import SHOWN; from lscp_docs.render.chart_svg import svg; "
        "print(*map(svg, SHOWN), sep='', end='')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "".join(map(svg, SHOWN))


@given(st.text(max_size=60), st.floats(20, 300))
def test_wrapped_words_are_all_there_and_fit(text: str, room: float) -> None:
    lines = wrapped(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= room or len(line) == 1 for line in lines)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 20)), min_size=1, max_size=5))
def test_spread_keeps_order_and_edges(items: list[tuple[float, float]]) -> None:
    wanted, sizes = sorted(x for x, _ in items), [size for _, size in items]
    centres = spread(wanted, sizes, 0, 100)
    edges = [(c - size / 2, c + size / 2) for c, size in zip(centres, sizes, strict=True)]
    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= 100 + 1e-6
    assert all(one[1] <= other[0] + 1e-6 for one, other in itertools.pairwise(edges))


def test_words_are_never_wider_than_reckoned() -> None:
    assert shutil.which("fc-match"), "fontconfig is missing; `make test` installs it"
    command = ["fc-match", "-f", "%{file}", "Arial"]
    font = TTFont(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    twins = {"Arial", "Liberation Sans"}
    assert font["name"].getDebugName(1) in twins, "`make test` installs Liberation Sans"
    known, metrics = font.getBestCmap(), font["hmtx"].metrics
    scale = SIZE / font["head"].unitsPerEm
    narrow = [chr(x) for x in known if metrics[known[x]][0] * scale > width(chr(x)) + 1e-9]
    assert [x for x in narrow if x.isprintable()] == []
    assert font["hhea"].ascent * scale <= ASCENT
    assert -font["hhea"].descent * scale <= DESCENT
