"""The tables of a report, held against those that were published before.

What was published is known as its readers know it: the counts that are hidden in it are not kept.
Whatever follows from the old tables and the new ones together is found by the auditor, and then
none of the new ones is published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lscp_docs.register.characteristics import OVERLAPS, UNSAFE, ReportTable, ReportTables
from lscp_docs.register.cross_table import PublishedTable
from lscp_docs.register.linked_tables import found_out
from lscp_docs.register.period import Period
from lscp_docs.register.suppression import THRESHOLD, withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTables:
    """The tables that one report published, in the order of the kinds of table.

    `tables` is None for a report whose tables are not those of this version of the program.
    """

    period: Period
    tables: tuple[PublishedTable, ...] | None

    @property
    def tell(self) -> bool:
        """True when at least one cell of them was told."""
        return self.tables is None or any(table.told for table in self.tables)


def held_against(
    now: ReportTables, before: Iterable[PublishedTables], *, threshold: int = THRESHOLD
) -> ReportTables:
    """Return the tables, withheld where they and those published before give a small count away.

    Tables of a period that overlaps this one otherwise than by beginning with it are withheld
    unseen: their difference is protected by nothing. So are tables that nobody can compare.
    """
    overlapping = [each for each in before if each.tell and _overlap(each.period, now.period)]
    if any(each.tables is None or not _continues(now.period, each.period) for each in overlapping):
        return _withheld(now, OVERLAPS)
    told = tuple(each.published for each in now.tables)
    for each in overlapping:
        if found_out(told, each.tables, threshold):
            return _withheld(now, UNSAFE)
    return now


def _withheld(now: ReportTables, because: str) -> ReportTables:
    return replace(now, tables=tuple(_hidden(table, because) for table in now.tables))


def _hidden(table: ReportTable, because: str) -> ReportTable:
    kept = withheld(table.suppressed.table)
    return replace(table, suppressed=kept, withheld_because=table.withheld_because or because)


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _continues(period: Period, before: Period) -> bool:
    return before.first == period.first and before.last <= period.last
