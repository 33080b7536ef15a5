"""Typed tables as a formatted Excel file, of which this is the only maker, or as CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CellValue = str | int | dt.date | None


class ColumnKind(Enum):
    """What a column holds, by the format in which Excel shows it."""

    TEXT = "@"
    DAY = "d mmmm yyyy"
    NUMBER = "#,##0"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its head, what it holds, and its width in letters."""

    head: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 16


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A sheet with one table: a frozen header row with filters, and a value for each column."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[CellValue, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """An Excel file: its tables, then a sheet "About" that says when and from what it was made.

    `marking` stands at the top and bottom of every printed page; an empty one is none.
    """

    title: str
    marking: str
    made_on: dt.date
    sheets: tuple[SheetTable, ...]
    about: tuple[tuple[str, str], ...]


A4 = 9
"""How Excel numbers this size of paper."""
LETTERS_ACROSS = 170
"""How many letters beside one another can still be read on a page of A4 that lies on its side."""
HEADER_COLOUR = "#D9E2EC"
LINE = "#9AA5B1"
LINE_HEIGHT, HIGHEST = 15.0, 409.0
"""The points of a line, and the most that Excel gives a row."""
MAY_BE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so becomes a formula in Excel once somebody edits its cell."""


def csv_bytes(table: SheetTable) -> bytes:
    """Return a table as CSV in UTF-8 with a mark by which Excel knows it, days as 2026-03-12.

    A text that a spreadsheet would run as a formula has an apostrophe before it.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([column.head for column in table.columns])
    writer.writerows([_as_text(value) for value in row] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def _as_text(value: CellValue) -> str:
    if isinstance(value, str) and value.startswith(MAY_BE_A_FORMULA):
        return f"'{value}"
    return "" if value is None else str(value)


def excel_bytes(workbook: Workbook) -> bytes:
    """Return the bytes of an .xlsx file; the same tables give the same bytes.

    A text stays a text whatever it begins with, and no text becomes a link. The properties name no
    author.
    """
    import xlsxwriter

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties(
            {
                "title": workbook.title,
                "subject": workbook.marking,
                "author": "",
                "company": "",
                "created": dt.datetime.combine(workbook.made_on, dt.time()),
            }
        )
        book.set_size(2400, 1400)
        for table in workbook.sheets:
            sheet = book.add_worksheet(table.name)
            _table(book, sheet, table)
            _page(sheet, workbook, letters=sum(column.width for column in table.columns))
        about = book.add_worksheet("About")
        _about(book, about, workbook)
        _page(about, workbook, letters=0)
    return stream.getvalue()


def _table(book: Any, sheet: Worksheet, table: SheetTable) -> None:
    header = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": HEADER_COLOUR, "bottom": 1}
    )
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.head, header)
    formats = [_formats(book, column.kind) for column in table.columns]
    widths = [column.width for column in table.columns]
    sheet.set_row(0, _height([column.head for column in table.columns], widths))
    for line, row in enumerate(table.rows, 1):
        sheet.set_row(line, _height(row, widths))
        _row(sheet, line, row, formats)
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)


def _height(row: Sequence[CellValue], widths: Sequence[int]) -> float:
    """Return the points that a row takes, so that programs that do not fit rows show it whole."""
    lines = (
        sum(len(textwrap.wrap(part, max(width - 1, 1))) or 1 for part in value.split("\n"))
        for value, width in zip(row, widths, strict=True)
        if isinstance(value, str)
    )
    return min(max(lines, default=1) * LINE_HEIGHT, HIGHEST)


def _page(sheet: Worksheet, workbook: Workbook, *, letters: int) -> None:
    """Set up how a sheet is printed: in as many pages side by side as it takes to be read.

    `letters` is how many stand beside one another in a row of its table; 0 for a sheet of text.
    """
    sheet.set_paper(A4)
    sheet.fit_to_pages(max(1, -(-letters // LETTERS_ACROSS)), 0)
    if letters:
        sheet.set_landscape()
    marking, title = (text.replace("&", "&&") for text in (workbook.marking, workbook.title))
    middle = f"&C{marking}" if marking else ""
    sheet.set_header(middle)
    sheet.set_footer(f"&L{title}{middle}&RPage &P of &N")


def _formats(book: Any, kind: ColumnKind) -> tuple[Format, Format]:
    """Return how cells of a kind are shown, and how a text that may be a formula is."""
    look = {
        "valign": "top",
        "text_wrap": True,
        "bottom": 4,
        "bottom_color": LINE,
        "num_format": kind.value,
        "align": "right" if kind is ColumnKind.NUMBER else "left",
    }
    return book.add_format(look), book.add_format({**look, "quote_prefix": True})


def _row(
    sheet: Worksheet,
    line: int,
    row: Sequence[CellValue],
    formats: Sequence[tuple[Format, Format]],
) -> None:
    for number, (value, (plain, quoted)) in enumerate(zip(row, formats, strict=True)):
        match value:
            case None | "":
                sheet.write_blank(line, number, None, plain)
            case str():
                is_odd = value.startswith(MAY_BE_A_FORMULA)
                sheet.write_string(line, number, value, quoted if is_odd else plain)
            case dt.date():
                moment = dt.datetime.combine(value, dt.time())
                sheet.write_datetime(line, number, moment, plain)
            case _:
                sheet.write_number(line, number, value, plain)


def _about(book: Any, sheet: Worksheet, workbook: Workbook) -> None:
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    widths = (24, 90)
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    for line, (head, text) in enumerate((("Title", workbook.title), *workbook.about)):
        sheet.write_string(line, 0, head, bold)
        sheet.write_string(line, 1, text, wrapped)
        sheet.set_row(line, _height((head, text), widths))
