"""A cross-table of counts with its totals, and which of its cells are published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lscp_docs.register.counting import Test
from lscp_docs.register.facts import ChildInCase
from lscp_docs.register.period import Period
from lscp_docs.register.rows import RegisterRow

TOTAL = "Total"
CONFIDENTIAL = "c"
"""What stands in a cell that is not told, as in the statistics of the Department for Education."""

Cell = tuple[str, str]
"""The label of a row and the label of a column; either may be TOTAL."""
GRAND: Cell = (TOTAL, TOTAL)
Label = Callable[[RegisterRow, ChildInCase], str]


@dataclass(frozen=True, slots=True)
class Margins:
    """Which totals are headline counts, which are told however small they are.

    The grand total always is one: how many cases were considered is published.
    """

    rows: bool = False
    columns: bool = False

    def is_headline(self, cell: Cell) -> bool:
        """True when the cell is a headline count."""
        row, column = cell
        return cell == GRAND or (column == TOTAL and self.rows) or (row == TOTAL and self.columns)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a table counts: whom, and by which two characteristics, each by its own short key.

    Tables of the same children share their grand total, and the totals of a characteristic that
    both have: a reader can compare them.
    """

    whom: str
    down: str
    across: str


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Counts by two characteristics in a period; `counts` holds the inner cells that are not 0.

    Without a subject a table shares nothing with any other.
    """

    period: Period
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Mapping[Cell, int]
    margins: Margins = field(default_factory=Margins)
    subject: Subject | None = None

    def cells(self) -> Iterator[Cell]:
        """Yield every cell, totals included, row by row."""
        for row in (*self.rows, TOTAL):
            for column in (*self.columns, TOTAL):
                yield row, column

    def __getitem__(self, cell: Cell) -> int:
        row, column = cell
        rows = self.rows if row == TOTAL else (row,)
        columns = self.columns if column == TOTAL else (column,)
        return sum(self.counts.get((r, c), 0) for r in rows for c in columns)


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """What a reader sees: None in `told` is a confidential cell, and a 0 is a real 0."""

    period: Period
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    told: Mapping[Cell, int | None]
    margins: Margins = field(default_factory=Margins)
    subject: Subject | None = None

    def text(self, cell: Cell) -> str:
        """Return what stands in a cell."""
        value = self.told[cell]
        return CONFIDENTIAL if value is None else f"{value:,}"


def children_by(
    rows: Iterable[RegisterRow],
    period: Period,
    counts: Test,
    *,
    down: tuple[tuple[str, ...], Label],
    across: tuple[tuple[str, ...], Label],
    margins: Margins,
    subject: Subject | None = None,
) -> CrossTable:
    """Return the children of the cases that a measure counts in a period, by two characteristics.

    `down` and `across` are the labels in their order and the function that gives a child's; a
    label that is not among them raises ValueError, so that no child is left out.
    """
    found: dict[Cell, int] = {}
    for row in rows:
        if not counts(row, period):
            continue
        for child in row.children:
            cell = (_label(down, row, child), _label(across, row, child))
            found[cell] = found.get(cell, 0) + 1
    return CrossTable(period, down[0], across[0], found, margins, subject)


def _label(by: tuple[tuple[str, ...], Label], row: RegisterRow, child: ChildInCase) -> str:
    labels, label_of = by
    label = label_of(row, child)
    if label not in labels:
        msg = "a child has a characteristic that the table has no row or column for"
        raise ValueError(msg)
    return label
