"""templates/house_style.docx: one page that shows every style by its name, for people to change."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Pt

from tools.word_templates import tables
from tools.word_templates.house_style import CHARACTERS, PARAGRAPHS, text_width_cm
from tools.word_templates.package import stable_bytes
from tools.word_templates.style_parts import blank
from tools.word_templates.tables import Column

_INTRODUCTION = (
    "Every document takes its fonts, sizes and colours from the styles on this page. To change "
    "them, change the styles (Home, Styles, Modify), not these words, and save this file."
)
_SHOWN_OUT_OF_TURN = (
    *("Title", "Subtitle", "Running Head", "Running Foot", "Marking"),
    *("Table Head", "Table Text", "Table Figure", "After Table"),
)


def build() -> bytes:
    """Give back the house style as a Word file."""
    document = blank()
    document.core_properties.title = "House style"
    _fill_head_and_foot(document)
    _show(document, "Title", "House style")
    _show(document, "Subtitle", "Subtitle: whose document it is")
    document.add_paragraph(_INTRODUCTION)
    for style in PARAGRAPHS:
        if style.name not in _SHOWN_OUT_OF_TURN:
            _show(document, style.name, f"{style.name}: {style.use}")
    _show_tables(document)
    within = document.add_paragraph()
    for number, character in enumerate(CHARACTERS):
        within.add_run("   " if number else "")
        within.add_run(character.name, style=character.name)
    return stable_bytes(document)


def _show(document: Document, style: str, words: str) -> None:
    # The page is a list of styles: it keeps their looks and closes up the space between them.
    paragraph = document.add_paragraph(words, style=style)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(5)


def _fill_head_and_foot(document: Document) -> None:
    section = document.sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.text, head.style = "Marking: the protective marking", "Marking"
    section.header.add_paragraph("Running Head: the title on every page", style="Running Head")
    foot.text, foot.style = "Running Foot: reference\tand page", "Running Foot"


def _show_tables(document: Document) -> None:
    end = document.element.body.sectPr
    width = text_width_cm()
    shown = (
        tables.facts(
            [("Label: a fact", "Table Text: what the case says of it")],
            label_cm=4.8,
            value_cm=width - 4.8,
            caption="The table style Facts",
        ),
        tables.one_row_register(
            [
                Column("Table Head", "Table Text: words in a table", 10.0),
                Column("Table Head", "Table Figure: 12", width - 10.0, "Table Figure"),
            ],
            caption="The table style Register",
        ),
    )
    for table in shown:
        end.addprevious(table)
        document.add_paragraph(style="After Table")
