"""The cells of a sheet, each with its place, and its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from lscp_docs.disclosure.reading.dates_of_cells import day_of
from lscp_docs.disclosure.reading.file import File, joints
from lscp_docs.disclosure.reading.place import Passage, PlaceKind
from lscp_docs.disclosure.reading.tree import Element

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ON = ("1", "true")


class Shown(Protocol):
    """What the cells of a workbook lean on."""

    @property
    def shared(self) -> list[str]:
        """The shared texts."""

    @property
    def date_styles(self) -> frozenset[int]:
        """The styles that show a day."""

    @property
    def since_1904(self) -> bool:
        """Whether days are counted from 1904."""


def cells_of(
    file: File, book: Shown, root: Element, words: str, *, hidden: bool
) -> Iterator[Passage]:
    """Yield each cell's text, its formula, each row, and what runs on down a column."""
    hidden_columns = _hidden_columns(root)
    columns: dict[int, list[tuple[str, str]]] = {}
    for number, row in enumerate(root.all("row"), start=1):
        is_hidden_row = row.get("hidden") in _ON or row.get("ht") == "0"
        texts = []
        kind = PlaceKind.CELL
        for position, cell in enumerate(row.elements(), start=1):
            column, reference = _where(cell, number, position)
            is_hidden = is_hidden_row or column in hidden_columns
            kind = _kind(sheet=hidden, cell=is_hidden)
            place = f"{words}, cell {reference}"
            formula = cell.child("f")
            if formula and formula.text():
                yield file.passage(f"{place}, formula", PlaceKind.FORMULA, formula.text())
            text = _text(book, cell)
            if text:
                texts.append(text)
                columns.setdefault(column, []).append((f"cell {reference}", text))
                yield file.passage(place, kind, text)
        if len(texts) > 1:
            yield file.passage(f"{words}, row {row.get('r') or number}", kind, " ".join(texts))
    for cells in columns.values():
        for place, text in joints(cells):
            yield file.passage(f"{words}, {place}", PlaceKind.ACROSS, text)


def _kind(*, sheet: bool, cell: bool) -> PlaceKind:
    if sheet:
        return PlaceKind.HIDDEN_SHEET
    return PlaceKind.HIDDEN_CELL if cell else PlaceKind.CELL


def _where(cell: Element, row: int, position: int) -> tuple[int, str]:
    found = _REFERENCE.fullmatch(cell.get("r"))
    if found is None:
        return position, f"{position} of row {row}"
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, found[0]


def _hidden_columns(root: Element) -> set[int]:
    found: set[int] = set()
    for column in root.all("col"):
        if column.get("hidden") in _ON or column.get("width") == "0":
            first, last = column.get("min"), column.get("max")
            if first.isdecimal() and last.isdecimal():
                found |= set(range(int(first[:5]), min(int(last[:6]), 16_384) + 1))
    return found


def _text(book: Shown, cell: Element) -> str:
    stored = cell.child("v")
    value = stored.text() if stored else ""
    match cell.get("t"):
        case "s":
            number = int(value[:9]) if value.strip().isdecimal() else -1
            return book.shared[number] if 0 <= number < len(book.shared) else value
        case "inlineStr":
            inline = cell.child("is")
            return f"{inline.text() if inline else ''}{value}"
        case "" | "n" if _is_day(book, cell):
            day = day_of(value, since_1904=book.since_1904)
            return f"{day} {value}".strip()
        case _:
            return value


def _is_day(book: Shown, cell: Element) -> bool:
    style = cell.get("s")
    return style.isdecimal() and int(style[:9]) in book.date_styles
