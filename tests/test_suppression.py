"""Small numbers: no hidden cell can be found out, and the auditor finds out what is not protected.

The auditor shares no code with what hides the cells; that it finds all that can be found is shown
by trying out every table of a few cells.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.register_cases import a_referral, row

from lscp_docs.model.vocabulary import Sex
from lscp_docs.register import auditor
from lscp_docs.register import counting as by
from lscp_docs.register.auditor import Recovered, recovered
from lscp_docs.register.cross_table import TOTAL, Cell, CrossTable, Margins, children_by
from lscp_docs.register.period import Period, PeriodKind, between, period_of
from lscp_docs.register.suppression import SuppressedTable, primary, suppressed

D = dt.date
YEAR = period_of(PeriodKind.FINANCIAL_YEAR, D(2024, 6, 1))
HALF = between(YEAR.first, D(2024, 9, 30))
MANY = settings(
    max_examples=1200, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
FEWER = settings(MANY, max_examples=300)


def a_table(
    *counts: tuple[int, ...], margins: Margins | None = None, period: Period = YEAR
) -> CrossTable:
    rows = tuple(f"row {n}" for n in range(len(counts)))
    columns = tuple(f"column {n}" for n in range(len(counts[0])))
    cells = {
        (rows[r], columns[c]): value
        for r, values in enumerate(counts)
        for c, value in enumerate(values)
        if value
    }
    return CrossTable(period, rows, columns, cells, margins or Margins())


SMALL = st.one_of(st.integers(0, 6), st.sampled_from((0, 0, 1, 2, 12, 30)))


@st.composite
def tables(draw: st.DrawFn) -> CrossTable:
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    counts = [tuple(draw(SMALL) for _ in range(width)) for _ in range(height)]
    margins = Margins(rows=draw(st.booleans()), columns=draw(st.booleans()))
    return a_table(*counts, margins=margins)


@st.composite
def table_pairs(draw: st.DrawFn) -> tuple[CrossTable, CrossTable]:
    """A table of half a year, and that of the whole year."""
    whole = draw(tables())
    early = {cell: draw(st.integers(0, count)) for cell, count in whole.counts.items()}
    return CrossTable(HALF, whole.rows, whole.columns, early, whole.margins), whole


@MANY
@given(tables())
def test_no_hidden_cell_can_be_found_out(table: CrossTable) -> None:
    assert recovered(suppressed(table).published()) == ()


@FEWER
@given(table_pairs())
def test_no_hidden_cell_can_be_found_out_with_the_previous_report(
    pair: tuple[CrossTable, CrossTable],
) -> None:
    half, whole = pair
    before = suppressed(half)
    after = suppressed(whole, earlier=before)
    assert recovered(after.published(), before.published()) == ()


@FEWER
@given(tables())
def test_every_small_count_of_a_characteristic_is_hidden_and_headlines_are_told(
    table: CrossTable,
) -> None:
    published = suppressed(table).published()
    for cell, told in published.told.items():
        assert told in (None, table[cell])
        if table.margins.is_headline(cell):
            assert told == table[cell]
        elif 0 < table[cell] < 5:
            assert told is None


def without_secondary(table: CrossTable) -> SuppressedTable:
    """The twin that hides the small cells and nothing else."""
    return SuppressedTable(table, primary(table))


def test_the_auditor_catches_a_table_without_secondary_suppression() -> None:
    table = a_table((2, 9, 7), (8, 6, 11))
    assert recovered(without_secondary(table).published()) == (
        Recovered(YEAR, ("row 0", "column 0"), 2),
    )


@FEWER
@given(tables())
def test_the_auditor_catches_every_lone_hidden_cell(table: CrossTable) -> None:
    twin = without_secondary(table)
    found = {each.cell for each in recovered(twin.published())}
    for hidden in twin.hidden:
        is_alone = sum(other[0] == hidden[0] for other in twin.hidden) == 1
        if TOTAL not in hidden and is_alone:
            assert hidden in found


def test_the_auditor_uses_the_previous_report() -> None:
    half = a_table((6, 9), (9, 20), period=HALF)
    whole = a_table((8, 30), (30, 60))
    before, careless = without_secondary(half), without_secondary(whole)
    assert before.hidden == careless.hidden == frozenset()
    found = recovered(careless.published(), before.published())
    assert Recovered(YEAR, ("row 0", "column 0"), 2, is_added=True) in found
    assert recovered(careless.published()) == ()
    careful = suppressed(whole, earlier=before)
    assert ("row 0", "column 0") in careful.hidden


def test_an_auditor_that_gives_up_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    table = suppressed(a_table((2, 3, 9), (3, 2, 8), (7, 9, 9))).published()
    assert recovered(table) == ()
    monkeypatch.setattr(auditor, "MOST_STEPS", 0)
    found = recovered(table)
    assert {each.cell for each in found} == {c for c, told in table.told.items() if told is None}
    assert {each.value for each in found} == {None}


def solutions(table: SuppressedTable) -> Iterator[dict[Cell, int]]:
    """Every table of whole counts that tells a reader the same, by trying all of them."""
    told = table.published().told
    inner = [(row, column) for row in table.table.rows for column in table.table.columns]
    most = table.table[TOTAL, TOTAL]
    for values in itertools.product(range(most + 1), repeat=len(inner)):
        counts = dict(zip(inner, values, strict=True))
        other = CrossTable(YEAR, table.table.rows, table.table.columns, counts)
        if all(value in (None, other[cell]) for cell, value in told.items()):
            yield {cell: other[cell] for cell in told}


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(
    st.lists(st.integers(0, 2), min_size=4, max_size=4),
    st.sets(st.sampled_from(range(8)), max_size=6),
)
def test_the_auditor_finds_what_trying_everything_finds(counts: list[int], hide: set[int]) -> None:
    table = a_table((counts[0], counts[1]), (counts[2], counts[3]))
    cells = [cell for cell in table.cells() if cell != (TOTAL, TOTAL)]
    twin = SuppressedTable(table, frozenset(cells[number] for number in hide))
    every = list(solutions(twin))
    certain = {cell for cell in twin.hidden if len({each[cell] for each in every}) == 1}
    found = recovered(twin.published())
    assert {each.cell for each in found} == certain
    assert all(each.value == table[each.cell] for each in found)


def test_zero_is_told_as_zero_and_a_hidden_cell_as_c() -> None:
    published = suppressed(a_table((0, 2, 9), (7, 3, 0), (6, 8, 9))).published()
    assert published.text(("row 0", "column 0")) == "0"
    assert published.text(("row 0", "column 1")) == "c"
    assert published.text((TOTAL, TOTAL)) == "44"


def test_a_table_that_cannot_be_protected_is_withheld_whole() -> None:
    table = suppressed(a_table((3,)))
    assert table.is_withheld
    assert table.published().told == {}
    assert suppressed(a_table((9,)), earlier=table).is_withheld


def test_what_was_hidden_stays_hidden_when_the_same_period_is_published_again() -> None:
    table = a_table((2, 9, 7), (8, 6, 11))
    before = suppressed(table)
    assert suppressed(table, earlier=before).hidden == before.hidden
    corrected = suppressed(a_table((2, 9, 7), (8, 6, 12)), earlier=before)
    assert corrected.hidden >= before.hidden
    assert recovered(corrected.published()) == ()


def test_a_table_of_another_time_is_no_earlier_one() -> None:
    other = CrossTable(YEAR.previous(), ("row 0",), ("column 0",), {})
    with pytest.raises(ValueError, match="first day"):
        suppressed(a_table((9,)), earlier=SuppressedTable(other, frozenset()))


def test_children_are_counted_by_two_characteristics() -> None:
    rows = [row(a_referral(f"TVSCP-00{n}", D(2024, 6, 1 + n))) for n in range(3)]
    sexes = (*(each.words for each in Sex), "not recorded")
    table = children_by(
        rows,
        YEAR,
        by.on(by.considered_on),
        down=(("3 to 5",), lambda _, child: child.age_band),
        across=(sexes, lambda _, child: child.sex.words if child.sex else "not recorded"),
        margins=Margins(rows=True),
    )
    assert table["3 to 5", "not recorded"] == table[TOTAL, TOTAL] == 3
    with pytest.raises(ValueError, match="no row or column"):
        children_by(
            rows,
            YEAR,
            by.on(by.considered_on),
            down=(("under 1",), lambda _, child: child.age_band),
            across=(("all",), lambda *_: "all"),
            margins=Margins(),
        )
