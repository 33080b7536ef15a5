"""Small templates and contexts for the tests of the Word engine; every name is invented."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field

import docx
from docx.document import Document as Document
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from lscp_docs.render.word import Properties, WordTemplate
from lscp_docs.wording import Prose, Words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROPERTIES = Properties(
    title="Rapid review",
    subject="NSCP-2026-003",
    author="Northmoor Safeguarding Children Partnership",
    keywords="rapid review",
    created=dt.date(2026, 3, 4),
)


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    telephone: Words


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that was asked."""

    name: str
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    title: Words = field(default="Title", metadata={"title": "The title of the paper"})
    child: Contact = Contact("Maya", "01632 960 001")
    agencies: tuple[Agency, ...] = ()
    story: Prose = ("Once.",)
    count: int = 3
    agreed: bool = True
    lead: Contact | None = None
    note: str | None = None


def new_document() -> Document:
    document = docx.Document()
    document.styles.add_style("Gap", WD_STYLE_TYPE.CHARACTER)
    lang = document.styles.element.find(f".//{W}docDefaults//{W}lang")
    assert lang is not None
    lang.set(f"{W}val", "en-GB")
    return document


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def template_of(*paragraphs: str) -> bytes:
    document = new_document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def rows_template(*rows: tuple[str, ...]) -> bytes:
    document = new_document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return saved(document)


def rendered(template: bytes, context: object, house_style: bytes | None = None) -> bytes:
    compiled = WordTemplate.compiled("sample.docx", template, house_style=house_style)
    return compiled.render(context, PROPERTIES)


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def texts(data: bytes, name: str = "word/document.xml") -> list[str]:
    """The text of each paragraph, breaks as newlines and tab stops as tabs."""
    found = []
    for paragraph in etree.fromstring(part(data, name).encode()).iter(f"{W}p"):
        pieces = []
        for element in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
            if element.getparent().tag == f"{W}r":
                pieces.append(
                    {f"{W}br": "\n", f"{W}tab": "\t"}.get(element.tag, element.text or "")
                )
        found.append("".join(pieces))
    return found


def with_part(data: bytes, name: str, content: bytes | None) -> bytes:
    """The file with one part replaced, added or (None) taken out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        if content is not None:
            new.writestr(name, content)
    return stream.getvalue()


def edited(data: bytes, pattern: str, replacement: str, name: str = "word/document.xml") -> bytes:
    """The file with the XML of one part changed; fails when nothing changes."""
    xml, changes = re.subn(pattern, replacement, part(data, name), flags=re.DOTALL)
    assert changes
    return with_part(data, name, xml.encode())


def places(problems: Iterable[object]) -> list[tuple[str, int | None]]:
    return [(problem.part, problem.paragraph) for problem in problems]  # type: ignore[attr-defined]
