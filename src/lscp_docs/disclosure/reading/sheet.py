"""A workbook of Excel: its sheets by number, what its cells show, and what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lscp_docs.disclosure.reading.cells import cells_of
from lscp_docs.disclosure.reading.dates_of_cells import date_styles
from lscp_docs.disclosure.reading.file import File
from lscp_docs.disclosure.reading.place import Passage, PlaceKind
from lscp_docs.disclosure.reading.tree import Element


@dataclass(slots=True)
class Book:
    """What the cells of a workbook lean on."""

    numbers: dict[str, int] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    shared: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    date_styles: frozenset[int] = frozenset()
    since_1904: bool = False

    @classmethod
    def of(cls, parts: Mapping[str, Element]) -> Book:
        """Return what the parts of a package say of its sheets; nothing where it is no workbook."""
        book = cls(used=set(_used(parts)))
        links: dict[str, str] = {}
        for name, root in parts.items():
            if root.name == "Relationships" and "workbook" in name:
                links = {x.get("Id"): x.get("Target").rpartition("/")[2] for x in root.elements()}
            elif root.name == "sst":
                book.shared = [_string(each) for each in root.elements()]
            elif root.name == "styleSheet":
                book.date_styles = date_styles(root)
        for root in parts.values():
            if root.name == "workbook":
                book._list(root, links)
        return book

    def _list(self, workbook: Element, links: Mapping[str, str]) -> None:
        """Note the sheets in their order, and which are hidden."""
        self.since_1904 = any(x.get("date1904") in ("1", "true") for x in workbook)
        for number, sheet in enumerate(workbook.all("sheet"), start=1):
            part = links.get(sheet.get("id"), "")
            self.numbers[part] = number
            if sheet.get("state") in ("hidden", "veryHidden"):
                self.hidden.add(part)


def _used(parts: Mapping[str, Element]) -> Iterator[int]:
    for root in parts.values():
        if root.name == "worksheet":
            for cell in root.all("c"):
                value = cell.child("v")
                if cell.get("t") == "s" and value and value.own_text().strip().isdecimal():
                    yield int(value.own_text()[:9])


def _string(element: Element) -> str:
    """Return a shared string without its hints of pronunciation, which follow after a gap."""
    told = [x.text() for x in element.elements() if x.name in ("t", "r")]
    hints = [x.text() for x in element.elements() if x.name not in ("t", "r")]
    return " ".join(("".join(told), *hints)).strip()


def sheet_part(file: File, book: Book, name: str, root: Element) -> Iterator[Passage] | None:
    """Return what a part of a workbook says; None when it is a part of another kind."""
    if root.name in ("worksheet", "chartsheet", "dialogsheet", "macrosheet"):
        part = name.rpartition("/")[2]
        number = book.numbers.get(part, 0)
        words = f"sheet {number}" if number else "a sheet that the workbook does not list"
        is_hidden = part in book.hidden or not number
        return _sheet(file, book, root, words, hidden=is_hidden)
    reader = _READERS.get(root.name)
    if reader is None or (root.name == "comments" and not book.numbers):
        return None
    return reader(file, book, root)


def _sheet(file: File, book: Book, root: Element, words: str, *, hidden: bool) -> Iterator[Passage]:
    yield from cells_of(file, book, root, words, hidden=hidden)
    for element in root:
        place, kind = _BESIDE_CELLS.get(element.name, ("", PlaceKind.CELL))
        text = element.own_text()
        if place and text.strip():
            yield file.passage(f"{words}, {place}", kind, _plain(text))
        if element.name == "dataValidation":
            told = [element.get(x) for x in ("promptTitle", "prompt", "errorTitle", "error")]
            told += [x.text() for x in element.elements()]
            place = f"{words}, list or hint of a cell"
            yield file.passage(place, PlaceKind.VALIDATION, " | ".join(told))


_BESIDE_CELLS = {
    **dict.fromkeys(("oddHeader", "evenHeader", "firstHeader"), ("header", PlaceKind.HEADER)),
    **dict.fromkeys(("oddFooter", "evenFooter", "firstFooter"), ("footer", PlaceKind.FOOTER)),
    "formula": ("rule of a format", PlaceKind.FORMULA),
}
_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Z&])')


def _plain(text: str) -> str:
    """Return a header of a sheet without the codes that lay it out, and as it stands."""
    plain = _CODES.sub("", text)
    return text if plain == text else f"{plain} | {text}"


def _workbook(file: File, _: Book, root: Element) -> Iterator[Passage]:
    for number, sheet in enumerate(root.all("sheet"), start=1):
        yield file.passage(f"name of sheet {number}", PlaceKind.SHEET_NAME, sheet.get("name"))
    for number, name in enumerate(root.all("definedName"), start=1):
        text = f"{name.get('name')} {name.get('comment')} {name.text()}"
        yield file.passage(f"defined name {number}", PlaceKind.DEFINED_NAME, text)


def _shared(file: File, book: Book, _: Element) -> Iterator[Passage]:
    for number, text in enumerate(book.shared):
        if number not in book.used and text:
            place = f"text {number + 1} that no cell shows"
            yield file.passage(place, PlaceKind.UNUSED_TEXT, text)


def _comments(file: File, _: Book, root: Element) -> Iterator[Passage]:
    for number, author in enumerate(root.all("author"), start=1):
        yield file.passage(f"author {number} of comments", PlaceKind.PERSON, author.text())
    for name in ("comment", "threadedComment"):
        for number, comment in enumerate(root.all(name), start=1):
            yield file.passage(f"comment {number}", PlaceKind.COMMENT, comment.text())


def _pivot(file: File, _: Book, root: Element) -> Iterator[Passage]:
    for number, record in enumerate(_records(root), start=1):
        told = [x.get(key) for x in record for key in ("v", "name", "caption", "u") if x.get(key)]
        if told:
            place = f"data behind a pivot table, record {number}"
            yield file.passage(place, PlaceKind.PIVOT_CACHE, " ".join(told))


def _records(root: Element) -> Iterator[Element]:
    rows = ("r", "cacheField", "cacheSource", "pivotField")
    return (element for element in root if element.name in rows)


def _external(file: File, _: Book, root: Element) -> Iterator[Passage]:
    for number, element in enumerate(root, start=1):
        told = (element.own_text().strip(), *element.attributes.values())
        text = " ".join(each for each in told if each)
        if text:
            place = f"data from another file, value {number}"
            yield file.passage(place, PlaceKind.EXTERNAL_LINK, text)


_READERS: dict[str, Callable[[File, Book, Element], Iterator[Passage]]] = {
    "workbook": _workbook,
    "sst": _shared,
    "comments": _comments,
    "ThreadedComments": _comments,
    "pivotCacheDefinition": _pivot,
    "pivotCacheRecords": _pivot,
    "pivotTableDefinition": _pivot,
    "externalLink": _external,
    "connections": _external,
    "queryTable": _external,
}
