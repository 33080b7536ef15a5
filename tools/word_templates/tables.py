"""The two tables of the house style, as Word's own XML: a register of rows, and facts by label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from tools.word_templates.house_style import FIGURE_INDENT_CM, style_id, twips
from tools.word_templates.package import W

_HEAD_LETTER_CM = 0.215  # a bold letter of 10.5 points, a little more than the average
_CELL_MARGINS_CM = 0.39
_KEPT_WHOLE = 8  # facts of so many rows stay on one page, up to their first narrative


class Column(NamedTuple):
    """A column: its head, the tag and the style of its cells, its width in centimetres."""

    head: str
    tag: str | Paragraphs
    width_cm: float
    style: str = "Table Text"


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A cell that holds a narrative: the tag is a tuple of paragraphs, not one word."""

    tag: str


@dataclass(frozen=True, slots=True)
class _Paragraph:
    words: str
    style: str
    character_style: str = ""
    is_figure: bool = False
    keep_next: bool = False


def register(
    loop: str, columns: Sequence[Column], *, caption: str, is_labelled: bool = False
) -> BaseOxmlElement:
    """Give back a table with a head that repeats and a row for each item of `loop` ("a in b").

    `is_labelled` when the first cell of a row says what the row is about: it heads the row, and the
    rows, which are few, stay on one page.
    """
    widths = [column.width_cm for column in columns]
    rows = [
        _control_row(f"{{%tr for {loop} %}}", widths),
        _value_row(columns, keep_next=is_labelled),
        _control_row("{%tr endfor %}", widths),
    ]
    return _register(columns, rows, caption=caption, is_labelled=is_labelled)


def one_row_register(columns: Sequence[Column], *, caption: str) -> BaseOxmlElement:
    """Give back a table with a head and one row, the columns' tags."""
    return _register(columns, [_value_row(columns)], caption=caption)


def facts(
    rows: Sequence[tuple[str, str | Paragraphs]], *, label_cm: float, value_cm: float, caption: str
) -> BaseOxmlElement:
    """Give back a table of two columns without a head: a label, and what the case says."""
    widths = [label_cm, value_cm]
    is_short = len(rows) <= _KEPT_WHOLE
    built = []
    for number, (label, value) in enumerate(rows, start=1):
        keep_next = is_short and number < len(rows) and isinstance(value, str)
        name = _Paragraph(label, "Table Text", character_style="Label", keep_next=keep_next)
        built.append(
            _row([_cell([name], label_cm), _value_cell(value, value_cm, keep_next=keep_next)])
        )
    description = "Two columns: what is asked, and what is recorded"
    return _table("Facts", widths, built, caption=caption, description=description, labels=True)


def head_fits(column: Column) -> bool:
    """Say whether the longest word of the head stands on one line of its column.

    What a tag will print is not known here.
    """
    if "{{" in column.head:
        return True
    longest = max(len(word) for word in column.head.replace("-", "- ").split())
    indent = FIGURE_INDENT_CM if column.style == "Table Figure" else 0
    return longest * _HEAD_LETTER_CM <= column.width_cm - _CELL_MARGINS_CM - indent


def _register(
    columns: Sequence[Column], rows: Sequence[str], *, caption: str, is_labelled: bool = False
) -> BaseOxmlElement:
    heads = [
        _cell(
            [_Paragraph(column.head, "Table Head", is_figure=column.style == "Table Figure")],
            column.width_cm,
        )
        for column in columns
    ]
    description = f"Columns: {'; '.join(column.head for column in columns)}"
    return _table(
        "Register",
        [column.width_cm for column in columns],
        [_row(heads, is_head=True), *rows],
        caption=caption,
        description=description,
        labels=is_labelled,
    )


def _value_row(columns: Sequence[Column], *, keep_next: bool = False) -> str:
    return _row(
        [
            _value_cell(column.tag, column.width_cm, style=column.style, keep_next=keep_next)
            for column in columns
        ]
    )


def _value_cell(
    value: str | Paragraphs, width: float, *, style: str = "Table Text", keep_next: bool = False
) -> str:
    if isinstance(value, Paragraphs):
        words = [f"{{%p for paragraph in {value.tag} %}}", "{{ paragraph }}", "{%p endfor %}"]
        return _cell([_Paragraph(word, style) for word in words], width)
    return _cell([_Paragraph(value, style, keep_next=keep_next)], width)


def _paragraph(paragraph: _Paragraph) -> str:
    keep = "<w:keepNext/>" if paragraph.keep_next else ""
    align = (
        f'<w:ind w:right="{twips(FIGURE_INDENT_CM)}"/><w:jc w:val="right"/>'
        if paragraph.is_figure
        else ""
    )
    run = (
        f'<w:rPr><w:rStyle w:val="{style_id(paragraph.character_style)}"/></w:rPr>'
        if paragraph.character_style
        else ""
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(paragraph.style)}"/>{keep}{align}</w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">{escape(paragraph.words)}</w:t></w:r></w:p>'
    )


def _cell(paragraphs: Sequence[_Paragraph], width: float, *, span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{spanned}</w:tcPr>'
        f"{''.join(_paragraph(paragraph) for paragraph in paragraphs)}</w:tc>"
    )


def _row(cells: Sequence[str], *, is_head: bool = False) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def _control_row(tag: str, widths: Sequence[float]) -> str:
    return _row([_cell([_Paragraph(tag, "Table Text")], sum(widths), span=len(widths))])


def _table(
    style: str,
    widths: Sequence[float],
    rows: Sequence[str],
    *,
    caption: str,
    description: str,
    labels: bool,
) -> BaseOxmlElement:
    """Give back a table; with `labels` the first cell of each row heads it."""
    first_row, first_column = int(style == "Register"), int(labels)
    look = 0x0600 + 0x20 * first_row + 0x80 * first_column
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return parse_xml(
        f'<w:tbl xmlns:w="{W}"><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look:04X}" w:firstRow="{first_row}"'
        f' w:lastRow="0" w:firstColumn="{first_column}" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(caption)}/>"
        f"<w:tblDescription w:val={quoteattr(description)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
