"""Finished Word documents in the house style for the tests of the PDF engine."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lscp_docs.shipped import bundled

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


def blank() -> Document:
    """Return a document with the styles of the house and no text."""
    document = docx.Document(io.BytesIO((bundled("templates") / "house_style.docx").read_bytes()))
    for element in list(document.element.body):
        if element.tag != qn("w:sectPr"):
            document.element.body.remove(element)
    document.core_properties.title = "Rapid review"
    document.core_properties.author = "Northmoor Safeguarding Children Partnership"
    return document


def saved(document: Document) -> bytes:
    """Return the document's bytes."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def field(paragraph: object, instruction: str) -> None:
    """Add a field such as PAGE with a stale result, as Word leaves it."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("", ""), ("end", "")):
        run = paragraph.add_run()  # type: ignore[attr-defined]
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        elif text:
            element = OxmlElement("w:instrText")
            element.text = f" {text} "
        else:
            element = OxmlElement("w:t")
            element.text = "99"
        run._r.append(element)


def running(document: Document) -> None:
    """Give every page a marking, a running head and a foot with page x of y."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.text, head.style = "OFFICIAL-SENSITIVE", "Marking"
    section.header.add_paragraph("Rapid review NSCP-2026-003", style="Running Head")
    foot = section.footer.paragraphs[0]
    foot.style = "Running Foot"
    foot.add_run("NSCP-2026-003 · as at 4 March 2026\tPage ")
    field(foot, "PAGE")
    foot.add_run(" of ")
    field(foot, "NUMPAGES")


def table(document: Document, rows: list[list[str]], *, head: bool = True) -> object:
    """Add a table as the templates write it; with a head row, or with labels in column one."""
    made = document.add_table(len(rows), len(rows[0]), style="Register" if head else "Facts")
    properties = made._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    look.set(qn("w:firstRow"), "1" if head else "0")
    look.set(qn("w:firstColumn"), "0" if head else "1")
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), "A table")
    properties.append(caption)
    for number, words in enumerate(rows):
        row = made.rows[number]
        marks = ["w:cantSplit", "w:tblHeader"] if head and number == 0 else ["w:cantSplit"]
        for mark in marks:
            row._tr.get_or_add_trPr().append(OxmlElement(mark))
        for cell, word in zip(row.cells, words, strict=True):
            cell.paragraphs[0].text = word
            cell.paragraphs[0].style = "Table Head" if head and number == 0 else "Table Text"
    return made


def report(change: Callable[[Document], object] | None = None) -> bytes:
    """Return a report of some pages with one of everything; `change` may spoil it."""
    document = blank()
    running(document)
    document.add_paragraph("Rapid review of Sam", style="Title")
    document.add_paragraph("Northmoor Safeguarding Children Partnership", style="Subtitle")
    table(document, [["Case", "NSCP-2026-003"], ["Due", "10 April 2026"]], head=False)
    document.add_paragraph(style="After Table")
    document.add_paragraph("The Panel is asked to agree.", style="Callout")
    document.add_paragraph("What happened", style="Heading 1")
    for number in range(12):
        words = f"Event {number}: the health visitor recorded a missed appointment. " * 4
        document.add_paragraph(words.strip(), style="Numbered Paragraph")
    document.add_paragraph("Who was asked", style="Heading 2")
    document.add_paragraph("Returns received", style="Caption")
    rows = [[f"Agency {x}", f"{x} March 2026", str(x * 7)] for x in range(1, 31)]
    table(document, [["Agency", "Answered on", "Records"], *rows])
    document.add_paragraph(style="After Table")
    document.add_paragraph("Learning", style="Heading 1")
    document.add_paragraph("Share what is known.", style="List Bullet")
    document.add_paragraph("Ask again.", style="List Bullet")
    document.add_paragraph("Agree one form of words.", style="List Number")
    document.add_paragraph("Report on 1 June 2026.", style="List Number")
    if change is not None:
        change(document)
    return saved(document)
