"""Footnotes, which python-docx cannot write: the mark in the text and the part that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import SubElement

from tools.word_templates.house_style import style_id

_PART = "/word/footnotes.xml"
_MARK = f'<w:rPr><w:rStyle w:val="{style_id("footnote reference")}"/></w:rPr>'


def mark(paragraph: Paragraph, number: int) -> None:
    """End a paragraph with the mark of footnote `number`; footnotes count from 1."""
    run = paragraph.add_run(style="footnote reference")
    SubElement(run._r, qn("w:footnoteReference"), {qn("w:id"): str(number)})


def write(document: Document, notes: Sequence[str]) -> None:
    """Put the notes, in the order of their marks, into the part that Word reads them from."""
    part = next(part for part in document.part.package.iter_parts() if part.partname == _PART)
    end = b"</w:footnotes>"
    separators = part.blob.partition(b'<w:footnote w:id="1">')[0].removesuffix(end)
    body = "".join(_note(number, words) for number, words in enumerate(notes, start=1))
    part._blob = separators + body.encode() + end


def _note(number: int, words: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style_id("footnote text")}"/>'
        f"</w:pPr><w:r>{_MARK}<w:footnoteRef/></w:r>"
        f'<w:r><w:tab/><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p></w:footnote>'
    )
