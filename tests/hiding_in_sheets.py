"""Hiding places of Excel files: made by openpyxl and XlsxWriter, some then edited as XML."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from tests.hiding import HidingPlace, linked, parts_of, zipped

from lscp_docs.disclosure.reading import PlaceKind as Kind

BOOK = "xl/workbook.xml"


def _by_openpyxl(edit: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "Reviews"
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _by_xlsxwriter(edit: Callable[[Any, Any], None]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        edit(book, book.add_worksheet("Counts"))
    return stream.getvalue()


@functools.cache
def _blank() -> bytes:
    return _by_openpyxl(lambda _: None)


def _cell(where: str) -> Callable[[str], bytes]:
    def plant(secret: str) -> bytes:
        def edit(book: Any) -> None:
            book.active[where] = secret

        return _by_openpyxl(edit)

    return plant


def _formula(secret: str) -> bytes:
    return _by_xlsxwriter(lambda _, sheet: sheet.write_formula("A1", f'="{secret}"', None, "x"))


def _cached(secret: str) -> bytes:
    return _by_xlsxwriter(lambda _, sheet: sheet.write_formula("A1", "=B1", None, secret))


def _split_over_runs(secret: str) -> bytes:
    def edit(book: Any, sheet: Any) -> None:
        bold = book.add_format({"bold": True})
        sheet.write_rich_string("A1", secret[:3], bold, secret[3:])

    return _by_xlsxwriter(edit)


def _hidden(row: int | None = None, column: str = "") -> Callable[[str], bytes]:
    def plant(secret: str) -> bytes:
        def edit(book: Any) -> None:
            book.active["C3"] = secret
            if row:
                book.active.row_dimensions[row].hidden = True
            if column:
                book.active.column_dimensions[column].hidden = True

        return _by_openpyxl(edit)

    return plant


def _sheet(state: str) -> Callable[[str], bytes]:
    def plant(secret: str) -> bytes:
        def edit(book: Any) -> None:
            sheet = book.create_sheet("More")
            sheet["A1"] = secret
            sheet.sheet_state = state

        return _by_openpyxl(edit)

    return plant


def _named(secret: str) -> bytes:
    return _by_openpyxl(lambda book: book.create_sheet(secret[:31]))


def _comment(secret: str) -> bytes:
    def edit(book: Any) -> None:
        book.active["A1"].comment = Comment(secret, "A")

    return _by_openpyxl(edit)


def _author(secret: str) -> bytes:
    def edit(book: Any) -> None:
        book.active["A1"].comment = Comment("x", secret)

    return _by_openpyxl(edit)


def _defined(secret: str) -> bytes:
    def edit(book: Any) -> None:
        book.defined_names["kept"] = DefinedName("kept", attr_text=f'"{secret}"')

    return _by_openpyxl(edit)


def _margin(name: str) -> Callable[[str], bytes]:
    def plant(secret: str) -> bytes:
        def edit(book: Any) -> None:
            getattr(book.active, name).center.text = secret

        return _by_openpyxl(edit)

    return plant


def _validation(secret: str) -> bytes:
    def edit(book: Any) -> None:
        rule = DataValidation(type="list", formula1=f'"{secret},other"')
        rule.add("A1")
        book.active.add_data_validation(rule)

    return _by_openpyxl(edit)


def _property(secret: str) -> bytes:
    def edit(book: Any) -> None:
        book.properties.creator = secret

    return _by_openpyxl(edit)


def _link(secret: str) -> bytes:
    def edit(book: Any) -> None:
        book.active["A1"].hyperlink = f"https://example.org/{secret}"

    return _by_openpyxl(edit)


def _text_box(secret: str) -> bytes:
    return _by_xlsxwriter(lambda _, sheet: sheet.insert_textbox("B2", secret))


def _alternative(secret: str) -> bytes:
    return _by_xlsxwriter(lambda _, sheet: sheet.insert_textbox("B2", "x", {"description": secret}))


def _chart(secret: str) -> bytes:
    def edit(book: Any, sheet: Any) -> None:
        sheet.write_column("A1", [secret, "b"])
        sheet.write_column("B1", [1, 2])
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"categories": "=Counts!$A$1:$A$2", "values": "=Counts!$B$1:$B$2"})
        sheet.insert_chart("D1", chart)

    return _by_xlsxwriter(edit)


def _part(name: str, kind: str, xml: str) -> bytes:
    parts = parts_of(_blank())
    parts[f"xl/{name}"] = xml.encode()
    linked(parts, BOOK, kind, name)
    return zipped(parts)


def _unused(secret: str) -> bytes:
    parts = parts_of(_by_xlsxwriter(lambda _, sheet: sheet.write_string("A1", "Reviews")))
    name = "xl/sharedStrings.xml"
    parts[name] = parts[name].replace(b"</sst>", f"<si><t>{secret}</t></si></sst>".encode())
    return zipped(parts)


def _external_path(secret: str) -> bytes:
    parts = parts_of(_blank())
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
    linked(
        parts,
        "xl/externalLinks/externalLink1.xml",
        "externalLinkPath",
        f"file:///C:/{secret}.xlsx",
        external=True,
    )
    return zipped(parts)


def _pivot(secret: str) -> bytes:
    xml = f'<pivotCacheRecords xmlns="m"><r><s v="{secret}"/><n v="3"/></r></pivotCacheRecords>'
    return _part("pivotCache/pivotCacheRecords1.xml", "pivotCacheRecords", xml)


def _external(secret: str) -> bytes:
    xml = (
        '<externalLink xmlns="m"><externalBook><sheetDataSet><sheetData><row><cell><v>'
        f"{secret}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"
    )
    return _part("externalLinks/externalLink1.xml", "externalLink", xml)


def _threaded(secret: str) -> bytes:
    xml = (
        f'<ThreadedComments xmlns="t"><threadedComment><text>{secret}</text></threadedComment>'
        "</ThreadedComments>"
    )
    return _part("threadedComments/threadedComment1.xml", "threadedComment", xml)


def _person(secret: str) -> bytes:
    xml = f'<personList xmlns="t"><person displayName="{secret}" id="1"/></personList>'
    return _part("persons/person.xml", "person", xml)


def _place(name: str, kind: Kind, plant: Callable[[str], bytes]) -> HidingPlace:
    return HidingPlace(name, ".xlsx", kind, plant)


IN_SHEETS = (
    _place("cell", Kind.CELL, _cell("B7")),
    _place("cell split over runs", Kind.CELL, _split_over_runs),
    _place("formula", Kind.FORMULA, _formula),
    _place("cached value of a formula", Kind.CELL, _cached),
    _place("shared text that no cell shows", Kind.UNUSED_TEXT, _unused),
    _place("hidden row", Kind.HIDDEN_CELL, _hidden(row=3)),
    _place("hidden column", Kind.HIDDEN_CELL, _hidden(column="C")),
    _place("hidden sheet", Kind.HIDDEN_SHEET, _sheet("hidden")),
    _place("very hidden sheet", Kind.HIDDEN_SHEET, _sheet("veryHidden")),
    _place("name of a sheet", Kind.SHEET_NAME, _named),
    _place("note of a cell", Kind.COMMENT, _comment),
    _place("author of a note", Kind.PERSON, _author),
    _place("threaded comment", Kind.COMMENT, _threaded),
    _place("list of people", Kind.PERSON, _person),
    _place("defined name", Kind.DEFINED_NAME, _defined),
    _place("header", Kind.HEADER, _margin("oddHeader")),
    _place("footer", Kind.FOOTER, _margin("oddFooter")),
    _place("list of a cell", Kind.VALIDATION, _validation),
    _place("pivot cache", Kind.PIVOT_CACHE, _pivot),
    _place("cache of a chart", Kind.CHART_DATA, _chart),
    _place("property", Kind.PROPERTY, _property),
    _place("link", Kind.LINK, _link),
    _place("path of another workbook", Kind.EXTERNAL_LINK, _external_path),
    _place("data of another workbook", Kind.EXTERNAL_LINK, _external),
    _place("text box", Kind.TEXT_BOX, _text_box),
    _place("alternative text", Kind.ALT_TEXT, _alternative),
)
