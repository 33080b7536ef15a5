"""Small numbers: which cells of a cross-table are not told, so that no small one can be found out.

First every count of 1 to 4 is hidden (`primary`), unless it is a headline count, which partnerships
publish however small. Then more cells are hidden until no hidden cell follows from the totals, or
from an earlier table whose period this one continues. A 0 is told as 0, but may be hidden to
protect another cell. The practice is that of the Department for Education: `c` for confidential,
local counts not rounded, secondary suppression; the threshold is this program's own proposal.

A table is a network in which what flows in at a row flows out at a column. A hidden cell follows
from what is told exactly when no circle through it leads over hidden cells along which one case
could be moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lscp_docs.register.cross_table import TOTAL, Cell, CrossTable, PublishedTable

THRESHOLD = 5
"""The smallest count of a characteristic that is told."""


@dataclass(frozen=True, slots=True)
class SuppressedTable:
    """A table and the cells of it that are hidden.

    `is_withheld` when hiding cells cannot protect it: then nothing of it is published.
    """

    table: CrossTable
    hidden: frozenset[Cell]
    is_withheld: bool = False

    def published(self) -> PublishedTable:
        """Return what a reader sees; a table that is withheld has no cells."""
        table = self.table
        told: dict[Cell, int | None] = {}
        if not self.is_withheld:
            told = {cell: None if cell in self.hidden else table[cell] for cell in table.cells()}
        return PublishedTable(
            table.period, table.rows, table.columns, told, table.margins, table.subject
        )


def suppressed(
    table: CrossTable,
    *,
    threshold: int = THRESHOLD,
    earlier: SuppressedTable | None = None,
    also: frozenset[Cell] = frozenset(),
) -> SuppressedTable:
    """Return a table of which no small count can be found out.

    `earlier` is the table that was published before, with the same rows and columns, of the same
    period or of one that begins on the same day and ends earlier: what was hidden then stays
    hidden, and what was added since is protected as well. Raises ValueError for any other. Where a
    count of an earlier period has gone down since, the difference of the two tables cannot be
    protected, and the table is withheld. `also` are cells that must be hidden for another table.
    """
    if earlier is None:
        return _protected(table, table, primary(table, threshold) | also)
    _check(table, earlier)
    if earlier.is_withheld:
        return withheld(table)
    added = _added(table, earlier.table)
    is_same = not any(added.counts.values()) and table.period == earlier.table.period
    if is_same and also <= earlier.hidden:
        return SuppressedTable(table, earlier.hidden)
    is_corrected = min(added.counts.values(), default=0) < 0
    if is_corrected and table.period != earlier.table.period:
        return withheld(table)
    hidden = primary(table, threshold) | earlier.hidden | also
    if table.period == earlier.table.period:
        return _protected(table, table, hidden)
    return _protected(table, added, hidden | primary(added, threshold))


def withheld(table: CrossTable) -> SuppressedTable:
    """Return a table of which nothing is published."""
    return SuppressedTable(table, frozenset(), is_withheld=True)


def primary(table: CrossTable, threshold: int = THRESHOLD) -> frozenset[Cell]:
    """Return the cells that are hidden because they are small: this alone protects none of them."""
    return frozenset(
        cell
        for cell in table.cells()
        if 0 < table[cell] < threshold and not table.margins.is_headline(cell)
    )


def _check(table: CrossTable, earlier: SuppressedTable) -> None:
    before = earlier.table
    same = (before.rows, before.columns, before.subject) == (
        table.rows,
        table.columns,
        table.subject,
    )
    starts = before.period.first == table.period.first and before.period.last <= table.period.last
    if not (same and starts):
        msg = "an earlier table has the same rows and columns, the same first day, no later last"
        raise ValueError(msg)


def _added(table: CrossTable, earlier: CrossTable) -> CrossTable:
    """Return what was added since the earlier table: anyone who has both can work it out."""
    counts = {
        (row, column): table[row, column] - earlier[row, column]
        for row in table.rows
        for column in table.columns
    }
    return CrossTable(table.period, table.rows, table.columns, counts, table.margins, table.subject)


def _protected(table: CrossTable, basis: CrossTable, hidden: frozenset[Cell]) -> SuppressedTable:
    """Hide more cells until none follows from what is told of the basis."""
    values = {cell: basis[cell] for cell in basis.cells()}
    found = set(hidden)
    while exposed := [cell for cell in sorted(found) if not can_vary(cell, values, found)]:
        candidates = _candidates(exposed[0], table, values, found)
        if not candidates:
            return withheld(table)
        helps = (each for each in candidates if can_vary(exposed[0], values, {*found, each}))
        found.add(next(helps, candidates[0]))
    return SuppressedTable(table, frozenset(found))


def _candidates(
    exposed: Cell, table: CrossTable, values: Mapping[Cell, int], hidden: set[Cell]
) -> list[Cell]:
    """Return the cells that may still be hidden, those first that tell a reader least."""
    free = [c for c in table.cells() if c not in hidden and not table.margins.is_headline(c)]

    def loss(cell: Cell) -> tuple[bool, bool, bool, int, Cell]:
        is_near = cell[0] == exposed[0] or cell[1] == exposed[1]
        return not is_near, TOTAL in cell, values[cell] == 0, values[cell], cell

    return sorted(free, key=loss)


def can_vary(cell: Cell, values: Mapping[Cell, int], hidden: Iterable[Cell]) -> bool:
    """Return whether a hidden cell could hold another count, with all that is told as it is."""
    start, end = _ends(cell)
    onward: dict[Cell, set[Cell]] = {}
    for other in hidden:
        if other == cell:
            continue
        tail, head = _ends(other)
        onward.setdefault(tail, set()).add(head)  # one more case in it
        if values[other] > 0:
            onward.setdefault(head, set()).add(tail)  # one fewer
    return _leads(end, start, onward) or (values[cell] > 0 and _leads(start, end, onward))


def _ends(cell: Cell) -> tuple[Cell, Cell]:
    """Return from where to where a cell carries its cases: from its row to its column.

    The totals carry them from the grand total to the rows, and from the columns back to it.
    """
    row, column = cell
    if column == TOTAL:
        return ("all", "rows"), ("row", row)
    if row == TOTAL:
        return ("column", column), ("all", "columns")
    return ("row", row), ("column", column)


def _leads(start: Cell, end: Cell, onward: Mapping[Cell, set[Cell]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        if node == end:
            return True
        fresh = onward.get(node, set()) - seen
        seen |= fresh
        waiting += fresh
    return False
