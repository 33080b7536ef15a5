"""Tables of one report share totals: what one hides cannot be had from another.

The auditor is held to trying out every pair of small tables; and two tables that are safe alone and
give each other away are found, and mended or withheld.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lscp_docs.register import linked_tables
from lscp_docs.register.auditor import Recovered, recovered, recovered_together
from lscp_docs.register.cross_table import TOTAL, Cell, CrossTable, Margins, Subject
from lscp_docs.register.linked_tables import suppressed_together
from lscp_docs.register.period import Period, PeriodKind, between, period_of
from lscp_docs.register.suppression import SuppressedTable, suppressed

D = dt.date
YEAR = period_of(PeriodKind.FINANCIAL_YEAR, D(2024, 6, 1))
HALF = between(YEAR.first, D(2024, 9, 30))
SEXES = ("girls", "boys")
MANY = settings(
    max_examples=120, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip


def by_sex(down: str, *counts: tuple[int, ...], period: Period = YEAR) -> CrossTable:
    """A table of some characteristic, a row each, by sex."""
    rows = tuple(f"{down} {number}" for number in range(len(counts)))
    columns = SEXES if len(counts[0]) == 2 else tuple(f"sex {n}" for n in range(len(counts[0])))
    cells = {
        (rows[r], columns[c]): value
        for r, values in enumerate(counts)
        for c, value in enumerate(values)
    }
    return CrossTable(period, rows, columns, cells, Margins(), Subject("children", down, "sex"))


def hiding(table: CrossTable, *cells: Cell) -> SuppressedTable:
    return SuppressedTable(table, frozenset(cells))


AGE = by_sex("age", (3, 9), (5, 4))


def test_a_total_that_another_table_tells_is_no_longer_hidden() -> None:
    hidden = (("age 0", "girls"), ("age 0", TOTAL), (TOTAL, "girls"))
    age = hiding(by_sex("age", (3, 9), (5, 8)), *hidden, (TOTAL, "boys"), ("age 0", "boys"),
                 ("age 1", TOTAL), ("age 1", "boys"))  # fmt: skip
    alone = recovered(age.published())
    assert (TOTAL, "girls") not in {each.cell for each in alone}
    health = hiding(by_sex("health", (6, 10), (2, 7)), ("health 1", "girls"))
    found = recovered_together([age.published(), health.published()])
    assert Recovered(YEAR, (TOTAL, "girls"), 8, table=0) in found
    assert Recovered(YEAR, ("age 0", "girls"), 3, table=0) in found


def test_a_cell_follows_from_the_cells_of_another_table() -> None:
    """No table tells the total of the girls, but the second adds up to it."""
    age = hiding(
        by_sex("age", (3, 9), (5, 8)),
        *((row, column) for row in ("age 0", TOTAL) for column in SEXES),
    )
    health = hiding(by_sex("health", (6, 10), (2, 7)), *((TOTAL, sex) for sex in SEXES))
    assert recovered(age.published()) == ()
    found = recovered_together([age.published(), health.published()])
    assert Recovered(YEAR, ("age 0", "girls"), 3, table=0) in found
    of_others = recovered_together([age.published(), _of_others(health).published()])
    assert {each.table for each in of_others} == {1}


def _of_others(each: SuppressedTable) -> SuppressedTable:
    """The same table, of children that the other does not count."""
    table = each.table
    subject = Subject("other children", "health", "sex")
    other = CrossTable(YEAR, table.rows, table.columns, table.counts, table.margins, subject)
    return SuppressedTable(other, each.hidden)


def solutions(
    one: SuppressedTable, other: SuppressedTable
) -> Iterator[tuple[dict[Cell, int], ...]]:
    """Every pair of tables that tells a reader the same and has its totals in common."""
    for first in _alone(one):
        for second in _alone(other):
            shared = [(TOTAL, sex) for sex in (*SEXES, TOTAL)]
            if all(first[cell] == second[cell] for cell in shared):
                yield first, second


def _alone(each: SuppressedTable) -> list[dict[Cell, int]]:
    table, told = each.table, each.published().told
    inner = [(row, column) for row in table.rows for column in table.columns]
    found = []
    for values in itertools.product(range(table[TOTAL, TOTAL] + 1), repeat=len(inner)):
        counts = dict(zip(inner, values, strict=True))
        other = CrossTable(YEAR, table.rows, table.columns, counts)
        cells = {cell: other[cell] for cell in told}
        if all(value in (None, cells[cell]) for cell, value in told.items()):
            found.append(cells)
    return found


@settings(MANY, max_examples=60)
@given(
    st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=4),
    st.sets(st.sampled_from(range(8)), max_size=7),
    st.sets(st.sampled_from(range(8)), max_size=7),
)
def test_the_auditor_finds_in_two_tables_what_trying_everything_finds(
    children: list[tuple[bool, bool, bool]], hide: set[int], hide_too: set[int]
) -> None:
    twins = []
    for number, (down, hidden) in enumerate((("age", hide), ("health", hide_too))):
        counts = [[0, 0], [0, 0]]
        for child in children:
            counts[child[number]][child[2]] += 1
        table = by_sex(down, *(tuple(each) for each in counts))
        cells = [cell for cell in table.cells() if cell != (TOTAL, TOTAL)]
        twins.append(hiding(table, *(cells[place] for place in hidden)))
    every = list(solutions(twins[0], twins[1]))
    found = recovered_together([each.published() for each in twins])
    certain = {
        (number, cell)
        for number, twin in enumerate(twins)
        for cell in twin.hidden
        if len({pair[number][cell] for pair in every}) == 1
    }
    assert {(each.table, each.cell) for each in found} == certain
    assert all(each.value == twins[each.table].table[each.cell] for each in found)


SMALL = st.one_of(st.integers(0, 6), st.sampled_from((0, 0, 1, 2, 12, 30)))


Children = dict[tuple[int, int, int], int]
"""How many children there are of each age, state of health and sex."""


def tables_of(children: Children) -> list[CrossTable]:
    """Age by sex, health by sex, and age by health: each characteristic stands in two tables."""
    names = ("age", "health", "sex")
    sizes = [len({kind[place] for kind in children}) for place in range(3)]
    labels = [tuple(f"{name} {n}" for n in range(s)) for name, s in zip(names, sizes, strict=True)]
    tables = []
    for down, across in ((0, 2), (1, 2), (0, 1)):
        cells: dict[Cell, int] = {}
        for kind, number in children.items():
            cell = (labels[down][kind[down]], labels[across][kind[across]])
            cells[cell] = cells.get(cell, 0) + number
        subject = Subject("children", names[down], names[across])
        tables.append(CrossTable(YEAR, labels[down], labels[across], cells, Margins(), subject))
    return tables


@st.composite
def linked(draw: st.DrawFn) -> list[CrossTable]:
    sizes = [draw(st.integers(2, 3)) for _ in range(3)]
    kinds = itertools.product(*(range(size) for size in sizes))
    return tables_of({(age, health, sex): draw(SMALL) for age, health, sex in kinds})


@MANY
@given(linked())
def test_no_hidden_cell_can_be_found_out_from_all_tables(tables: list[CrossTable]) -> None:
    made = suppressed_together(tables)
    assert recovered_together([each.published() for each in made]) == ()
    for each in made:
        for cell, told in each.published().told.items():
            assert told in (None, each.table[cell])
            is_small = 0 < each.table[cell] < 5 and cell != (TOTAL, TOTAL)
            assert told is None or not is_small


@settings(MANY, max_examples=60)
@given(linked())
def test_a_total_is_hidden_in_all_tables_or_in_none(tables: list[CrossTable]) -> None:
    hidden, told = set(), set()
    for each in suppressed_together(tables):
        about = each.table.subject
        assert about is not None
        for (row, column), value in each.published().told.items():
            if (row == TOTAL) != (column == TOTAL):
                name = (about.down, row) if column == TOTAL else (about.across, column)
                (hidden if value is None else told).add(name)
    assert hidden & told == set()


@settings(MANY, max_examples=40)
@given(linked(), st.integers(0, 3))
def test_nothing_is_found_out_with_the_tables_of_half_a_year(
    tables: list[CrossTable], share: int
) -> None:
    early = [
        CrossTable(
            HALF,
            table.rows,
            table.columns,
            {cell: count * share // 4 for cell, count in table.counts.items()},
            table.margins,
            # Rounding has broken what the tables had in common.
            Subject(f"children {number}", "down", "across"),
        )
        for number, table in enumerate(tables)
    ]
    late = [
        CrossTable(YEAR, t.rows, t.columns, t.counts, t.margins, e.subject)
        for t, e in zip(tables, early, strict=True)
    ]
    before = suppressed_together(early)
    after = suppressed_together(late, earlier=before)
    now, then = ([each.published() for each in made] for made in (after, before))
    assert recovered_together(now, then) == ()


LEAKY = (
    ((2, 2, 2), (0, 0, 0, 3, 0, 12, 0, 3)),
    ((2, 2, 3), (2, 3, 2, 0, 12, 12, 2, 6, 0, 0, 0, 12)),
    ((2, 2, 3), (3, 3, 0, 2, 6, 0, 6, 0, 0, 3, 12, 3)),
    ((3, 3, 2), (0, 0, 12, 1, 0, 0, 0, 0, 6, 0, 1, 0, 1, 0, 0, 2, 1, 0)),
)


@pytest.mark.parametrize(("sizes", "counts"), LEAKY)
def test_tables_protected_each_alone_would_give_each_other_away(
    sizes: tuple[int, ...], counts: tuple[int, ...]
) -> None:
    """The twin that protects each table by itself is caught, on the same tables."""
    ages, healths, sexes = (range(size) for size in sizes)
    kinds = itertools.product(ages, healths, sexes)
    tables = tables_of(dict(zip(kinds, counts, strict=True)))
    alone = [suppressed(each).published() for each in tables]
    assert all(recovered(each) == () for each in alone)
    assert recovered_together(alone) != ()
    made = suppressed_together(tables)
    assert recovered_together([each.published() for each in made]) == ()


def test_a_table_in_which_the_auditor_finds_something_is_withheld(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tables = [by_sex("age", (12, 30), (9, 17)), by_sex("health", (12, 30), (9, 17))]

    def finds_one(now: list[SuppressedTable], *_: object, threshold: int) -> tuple[Recovered, ...]:
        assert threshold == 5
        cell = ("health 0", "girls")
        return (Recovered(YEAR, cell, 3, table=1),) if now[1].told else ()  # type: ignore[attr-defined]

    monkeypatch.setattr(linked_tables, "recovered_together", finds_one)
    first, second = suppressed_together(tables)
    assert not first.is_withheld
    assert second.is_withheld


def test_the_earlier_tables_are_the_same_ones() -> None:
    with pytest.raises(ValueError, match="same order"):
        suppressed_together([AGE], earlier=[])


def test_a_table_of_which_a_count_went_down_since_is_withheld() -> None:
    half = suppressed(by_sex("age", (12, 30), (9, 17), period=HALF))
    assert suppressed(by_sex("age", (11, 31), (9, 17)), earlier=half).is_withheld
    assert not suppressed(by_sex("age", (17, 30), (9, 17)), earlier=half).is_withheld


def test_a_corrected_table_hides_no_less_and_is_looked_at_alone() -> None:
    before = suppressed_together([by_sex("age", (2, 9, 7), (8, 6, 11))])
    after = suppressed_together([by_sex("age", (2, 9, 7), (8, 6, 12))], earlier=before)
    assert after[0].hidden >= before[0].hidden
    assert recovered_together([each.published() for each in after]) == ()
