"""The tables of children that reports published, as the records beside the reports tell them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lscp_docs.errors import OutputError
from lscp_docs.register.characteristics import TABLES, ReportTables
from lscp_docs.register.cross_table import PublishedTable
from lscp_docs.register.period import Period, between
from lscp_docs.register.published_before import PublishedTables

KEY = "tables"


def recorded(tables: ReportTables) -> list[dict[str, object]]:
    """Return tables as a record keeps them: what a reader sees and no more."""
    return [
        {
            "key": table.key,
            "told": [[*cell, value] for cell, value in sorted(table.published.told.items())],
        }
        for table in tables.tables
    ]


def published_tables(*folders: Path) -> tuple[PublishedTables, ...]:
    """Return the tables of every final report whose record lies somewhere in the folders.

    Raises OutputError for a record of tables that cannot be read: what it told is then not known,
    and a new table might give it away.
    """
    files = {file.resolve() for folder in folders for file in folder.rglob("*.json")}
    return tuple(found for file in sorted(files) for found in _read(file))


def _read(file: Path) -> Iterator[PublishedTables]:
    try:
        text = file.read_text("utf-8")
        if f'"{KEY}"' not in text:
            return
        record = json.loads(text)
        if record.get("standing") != "final" or KEY not in record:
            return
        first, last = (dt.date.fromisoformat(day) for day in record["period"])
        yield _tables(record[KEY], between(first, last))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise OutputError(
            f"{file} cannot be read, so it is not known which numbers it told the public. "
            "Put it back from a copy, or publish the report without tables of children."
        ) from error


def _tables(told: list[dict[str, Any]], period: Period) -> PublishedTables:
    if [each["key"] for each in told] != [kind.key for kind in TABLES]:
        return PublishedTables(period=period, tables=None)
    tables = []
    for each, kind in zip(told, TABLES, strict=True):
        blank = kind.counted((), period)
        cells = {(row, column): value for row, column, value in each["told"]}
        if cells and set(cells) != set(blank.cells()):
            return PublishedTables(period=period, tables=None)
        tables.append(
            PublishedTable(period, blank.rows, blank.columns, cells, blank.margins, blank.subject)
        )
    return PublishedTables(period=period, tables=tuple(tables))
