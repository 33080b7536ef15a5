"""The project's own rules for a finished PDF: what every accessible document must have."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdf
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject

from lscp_docs.errors import Problem

_PDFUA = "http://www.aiim.org/pdfua/ns/id/"
_EXTERNAL = {"/Launch", "/GoToR", "/ImportData", "/SubmitForm", "/JavaScript"}


def pdf_problems(pdf: bytes, file: str) -> list[Problem]:
    """Return every rule that the PDF breaks; `file` is how the problems name it."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    catalog = reader.root_object
    faults = [
        *_catalog(reader, catalog), *_pages(reader), *_fonts(reader), *_structure(catalog),
        *_outside(reader),
    ]  # fmt: skip
    return [Problem(file=file, problem=x) for x in faults]


def _catalog(reader: pypdf.PdfReader, catalog: DictionaryObject) -> Iterator[str]:
    if not str(catalog.get("/Lang", "")).startswith("en-GB"):
        yield "its language is not British English (en-GB)."
    if reader.metadata is None or not (reader.metadata.title or "").strip():
        yield "it has no title."
    if not _is_true(_dictionary(catalog, "/ViewerPreferences").get("/DisplayDocTitle")):
        yield "a reader would show its file name in place of its title."
    if not _is_true(_dictionary(catalog, "/MarkInfo").get("/Marked")):
        yield "it is not tagged."
    if "/StructTreeRoot" not in catalog:
        yield "it has no structure tree."
    metadata = catalog.get("/Metadata")
    xmp = b"" if metadata is None else metadata.get_object().get_data()
    if _PDFUA.encode() not in xmp or b"part" not in xmp:
        yield "it does not say that it is PDF/UA-1."
    if not reader.outline:
        yield "it has no bookmarks."


def _pages(reader: pypdf.PdfReader) -> Iterator[str]:
    for number, page in enumerate(reader.pages, start=1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: its tab order is not that of the structure."


def _fonts(reader: pypdf.PdfReader) -> Iterator[str]:
    for number, page in enumerate(reader.pages, start=1):
        fonts = _dictionary(_dictionary(page, "/Resources"), "/Font")
        for reference in fonts.values():
            font = reference.get_object()
            below = font.get("/DescendantFonts")
            font = below.get_object()[0].get_object() if below is not None else font
            descriptor = _dictionary(font, "/FontDescriptor")
            if not any(x in descriptor for x in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"page {number}: the font {font.get('/BaseFont', '')} is not embedded."


def _structure(catalog: DictionaryObject) -> Iterator[str]:
    elements = list(_elements(_dictionary(catalog, "/StructTreeRoot").get("/K")))
    last = 0
    for element in elements:
        kind = str(element.get("/S"))
        if kind in {"/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}:
            if int(kind[2]) > last + 1:
                yield f"a heading of level {kind[2]} follows one of level {last}."
            last = int(kind[2])
        elif kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a picture has no alternative text."
        elif kind == "/Table" and not any(x.get("/S") == "/TH" for x in _elements(element)):
            yield "a table has no header cells."
    if not last:
        yield "it has no headings."


def _elements(node: object) -> Iterator[DictionaryObject]:
    """Yield structure elements in reading order, each before what stands in it."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        found = found.get_object() if hasattr(found, "get_object") else found
        if isinstance(found, ArrayObject):
            waiting += reversed(found)
        elif isinstance(found, DictionaryObject) and "/S" in found:
            yield found
            waiting.append(found.get("/K"))


def _outside(reader: pypdf.PdfReader) -> Iterator[str]:
    """Yield what would reach out of the file: other files, programs, anything but a web link."""
    for number, page in enumerate(reader.pages, start=1):
        annotations = page.get("/Annots")
        for reference in () if annotations is None else annotations.get_object():
            action = _dictionary(reference.get_object(), "/A")
            if action.get("/S") in _EXTERNAL:
                yield f"page {number}: a link reaches for another file or program."
    root = reader.root_object
    if "/OpenAction" in root and _dictionary(root, "/OpenAction").get("/S") in _EXTERNAL:
        yield "it does something by itself when it is opened."


def _is_true(found: object) -> bool:
    return isinstance(found, BooleanObject) and found.value


def _dictionary(parent: DictionaryObject, key: str) -> DictionaryObject:
    found = parent.get(key)
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
