"""Small numbers in the tables of one report, which share children and so share totals.

A total that is hidden in one table is hidden in every table that has it. Each table is protected
with these totals hidden; then the auditor looks at all tables at once, with those published before.
A table in which it still finds something out is withheld, and it looks again, until it finds
nothing. So nothing depends on this module being clever: what is published has been tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lscp_docs.register.auditor import Recovered, recovered_together
from lscp_docs.register.cross_table import TOTAL, Cell, CrossTable, PublishedTable
from lscp_docs.register.suppression import (
    THRESHOLD,
    SuppressedTable,
    suppressed,
    withheld,
)

Shared = tuple[str, str, str]
"""A total that tables can have in common: of whom, by which characteristic, its label."""


def suppressed_together(
    tables: Sequence[CrossTable],
    *,
    threshold: int = THRESHOLD,
    earlier: Sequence[SuppressedTable] | None = None,
) -> tuple[SuppressedTable, ...]:
    """Return the tables of one report, of which no small count can be found out, in their order.

    `earlier` are the same tables as they were published before, in the same order; each pair must
    be as `suppressed` wants it, or ValueError is raised.
    """
    before = (None,) * len(tables) if earlier is None else tuple(earlier)
    if len(before) != len(tables):
        msg = "the tables that were published before are the same tables, in the same order"
        raise ValueError(msg)
    hidden: frozenset[Shared] = frozenset()
    while True:
        found = tuple(
            suppressed(table, threshold=threshold, earlier=old, also=_cells(table, hidden))
            for table, old in zip(tables, before, strict=True)
        )
        shared = hidden.union(*(_hidden_totals(each) for each in found))
        if shared == hidden:
            return _audited(found, earlier, threshold)
        hidden = shared


def _audited(
    tables: tuple[SuppressedTable, ...],
    earlier: Sequence[SuppressedTable] | None,
    threshold: int,
) -> tuple[SuppressedTable, ...]:
    """Withhold tables until the auditor finds nothing out; the last of those it names goes first.

    A table that is told no longer cannot give away what another one hides.
    """
    before = None if earlier is None else [each.published() for each in earlier]
    kept = tables
    while True:
        found = found_out([each.published() for each in kept], before, threshold)
        if not found:
            return kept
        named = {each.table for each in found if not kept[each.table].is_withheld}
        last = max(named or {n for n, each in enumerate(kept) if not each.is_withheld}, default=-1)
        if last < 0:
            return kept  # what is found out was told before, and nothing is told now
        kept = (*kept[:last], withheld(kept[last].table), *kept[last + 1 :])


def found_out(
    now: Sequence[PublishedTable], before: Sequence[PublishedTable] | None, threshold: int
) -> tuple[Recovered, ...]:
    """Return what the auditor finds out.

    A table that was corrected since contradicts the one before, and nothing follows from a
    contradiction: so it looks at the tables without those before as well, and at each pair alone.
    """
    found = recovered_together(now, before, threshold=threshold)
    is_corrected = any(
        table.period == old.period and table.told != old.told
        for table, old in zip(now, before or now, strict=True)
    )
    if before is None or not is_corrected:
        return found
    found += recovered_together(now, threshold=threshold)
    for number, (table, old) in enumerate(zip(now, before, strict=True)):
        pair = recovered_together((table,), (old,), threshold=threshold)
        found += tuple(replace(each, table=number) for each in pair)
    return found


def _hidden_totals(table: SuppressedTable) -> frozenset[Shared]:
    """Return the totals that a table hides; one that is withheld tells nothing to agree with."""
    totals = ((cell, _shared(table.table, cell)) for cell in table.hidden)
    return frozenset(total for _, total in totals if total is not None)


def _cells(table: CrossTable, hidden: frozenset[Shared]) -> frozenset[Cell]:
    return frozenset(cell for cell in table.cells() if _shared(table, cell) in hidden)


def _shared(table: CrossTable, cell: Cell) -> Shared | None:
    """Return which total a cell tells, None for an inner cell or a table that shares nothing."""
    about, (row, column) = table.subject, cell
    if about is None or cell == (TOTAL, TOTAL):
        return None
    if column == TOTAL:
        return about.whom, about.down, row
    return (about.whom, about.across, column) if row == TOTAL else None
