"""A chart is sound data, and its text alternative states every number."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.charts import QUARTERS, REFERRALS

from lscp_docs.chart import LARGEST, Chart, ChartKind, Series, described

NOTIFIED = Series("notified", (2, 3, 0, 4))


def test_alternative_text_is_finished_sentences_with_every_number() -> None:
    assert REFERRALS.alternative == (
        "Referrals by quarter. "
        "January to March 2026: 2 notified and 1 not notified, 3 in all. "
        "April to June 2026: 3 notified and 2 not notified, 5 in all. "
        "July to September 2026: none. "
        "October to December 2026: 4 notified and 1 not notified, 5 in all."
    )


def test_one_series_needs_no_sum() -> None:
    said = described("Notified", QUARTERS[:2], (Series("notified", (2, 1250)),))
    assert said == (
        "Notified. January to March 2026: 2 notified. April to June 2026: 1,250 notified."
    )


def test_nothing_at_all_is_one_sentence() -> None:
    none = (Series("late", (0, 0)), Series("in time", (0, 0)))
    assert described("Was it late?", QUARTERS[:2], none) == "Was it late? There were none."


@given(st.lists(st.lists(st.integers(1, LARGEST), min_size=3, max_size=3), min_size=1, max_size=5))
def test_every_number_is_stated_in_its_place(rows: list[list[int]]) -> None:
    series = tuple(Series(f"kind{chr(97 + n)}", tuple(row)) for n, row in enumerate(rows))
    sentences = described("Title", ("one", "two", "three"), series).split(". ")[1:]
    for place, sentence in enumerate(sentences):
        told = [int(x.replace(",", "")) for x in re.findall(r"[\d,]*\d", sentence)]
        assert told[: len(rows)] == [row[place] for row in rows]


@pytest.mark.parametrize(
    ("labels", "series", "told"),
    [
        ((), (Series("notified", ()),), "1 to 16 labels"),
        (tuple(map(str, range(17))), (Series("notified", (1,) * 17),), "1 to 16 labels"),
        (QUARTERS, (), "1 to 5 series"),
        (QUARTERS, (NOTIFIED,) * 6, "1 to 5 series"),
        (QUARTERS, (Series("notified", (1, 2)),), "a value for each label"),
        (QUARTERS, (Series("notified", (1, 2, -1, 0)),), "from 0 to 999,999"),
        (QUARTERS, (Series("notified", (1, 2, LARGEST + 1, 0)),), "from 0 to 999,999"),
        (QUARTERS, (Series(" ", (1, 2, 3, 4)),), "have words"),
        ((*QUARTERS[:3], "x" * 81), (NOTIFIED,), "at most 80 letters"),
    ],
)
def test_unsound_chart_is_refused(
    labels: tuple[str, ...], series: tuple[Series, ...], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        Chart("Title", "Alternative", ChartKind.BARS, labels, series)


def test_chart_without_alternative_text_is_refused() -> None:
    with pytest.raises(ValueError, match="have words"):
        Chart("Title", "", ChartKind.BARS, QUARTERS, (NOTIFIED,))
