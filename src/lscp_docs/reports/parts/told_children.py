"""The tables of children by characteristics, as a public report prints them."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.register.characteristics import ReportTable, ReportTables
from lscp_docs.register.cross_table import TOTAL
from lscp_docs.wording import sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRow:
    """A line of a table: each of its kinds has three columns and their total."""

    label: str
    first: str
    second: str
    third: str
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildTable:
    """A table of children: what it counts, and its lines or why nothing of it is published."""

    title: str
    definition: str
    first: str
    """The heads of the three columns."""
    second: str
    third: str
    rows: tuple[ChildRow, ...]
    withheld: str


def told_children(tables: ReportTables) -> tuple[ChildTable, ...]:
    """Return the tables in words, every line of each.

    To leave out the lines without a child would tell that the others have one, and so give hidden
    counts away.
    """
    return tuple(_told(table) for table in tables.tables)


def _told(table: ReportTable) -> ChildTable:
    published = table.published
    first_head, second_head, third_head = map(sentence_case, published.columns)
    rows = []
    for row in (*published.rows, TOTAL):
        columns = (*published.columns, TOTAL)
        if published.told:
            first, second, third, total = (published.text((row, column)) for column in columns)
            label = sentence_case(row)
            rows.append(ChildRow(label=label, first=first, second=second, third=third, total=total))
    return ChildTable(
        title=table.title,
        definition=table.definition,
        first=first_head,
        second=second_head,
        third=third_head,
        rows=tuple(rows),
        withheld=table.withheld_because,
    )
