"""What stands in a finished Word or PDF file, read without any of the project's own code."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdf
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAGE, PAGES = "\ue000", "\ue001"
"""What stands in a Word text for the page's number and for how many pages there are."""

_BODY = re.compile(r"word/(document|footnotes|endnotes)\.xml")
_RUNNING = re.compile(r"word/(header|footer)\d*\.xml")
_INVISIBLE = re.compile("[\\s\u00ad\u200b\u2060\ufeff]")
_HYPHENS = re.compile("[\u2010\u2011]")
_FIELDS = {"PAGE": PAGE, "NUMPAGES": PAGES}


@dataclass(frozen=True)
class WordPrint:
    """The paragraphs of a Word file, and where its tables have nothing to say."""

    body: tuple[str, ...]
    running: tuple[str, ...]
    """The paragraphs of its heads, then of its feet."""
    empty_cells: tuple[str, ...]
    """Where a cell is empty: the words of its row."""

    @classmethod
    def of(cls, docx: bytes) -> WordPrint:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            names = sorted(package.namelist())
            roots = {name: etree.fromstring(package.read(name)) for name in names if _holds(name)}
        ordered = sorted(roots, key=lambda name: ("header" not in name, name))
        return cls(
            body=tuple(x for name in names if _BODY.fullmatch(name) for x in texts(roots[name])),
            running=tuple(
                x for name in ordered if _RUNNING.fullmatch(name) for x in texts(roots[name])
            ),
            empty_cells=tuple(x for root in roots.values() for x in _empty_cells(root)),
        )

    @property
    def whole(self) -> str:
        return "\n".join((*self.body, *self.running))


def _holds(name: str) -> bool:
    return bool(_BODY.fullmatch(name) or _RUNNING.fullmatch(name))


def texts(root: etree._Element) -> Iterator[str]:
    """Yield the text of each paragraph that has one."""
    for paragraph in root.iter(f"{W}p"):
        text = _text(paragraph)
        if text:
            yield text


def _text(paragraph: etree._Element) -> str:
    words = []
    for element in paragraph.iter():
        if next(element.iterancestors(f"{W}p"), paragraph) is not paragraph:
            continue  # a text box has its own turn
        field = next(element.iterancestors(f"{W}fldSimple"), None)
        if element.tag == f"{W}fldSimple":
            words.append(_FIELDS.get(str(element.get(f"{W}instr")).split()[0], ""))
        elif element.tag == f"{W}t" and field is None:
            words.append(element.text or "")
        elif element.tag in {f"{W}tab", f"{W}br"} and element.getparent().tag == f"{W}r":
            words.append("\t" if element.tag == f"{W}tab" else "\n")
        elif element.tag == f"{W}noBreakHyphen":
            words.append("-")
    return "".join(words)


def _empty_cells(root: etree._Element) -> Iterator[str]:
    for row in root.iter(f"{W}tr"):
        cells = [" ".join(texts(cell)) for cell in row.iterfind(f"{W}tc")]
        if not all(cell.strip() for cell in cells):
            yield " | ".join(cells)


def pdf_pages(pdf: bytes) -> tuple[str, ...]:
    """Give the text of each page, every run of spaces and line ends folded into one space."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return tuple(" ".join(page.extract_text().split()) for page in reader.pages)


def letters(text: str) -> str:
    """Give a text without spaces and ligatures, with plain hyphens: what survives a line break."""
    plain = unicodedata.normalize("NFKC", text)
    return _HYPHENS.sub("-", _INVISIBLE.sub("", plain))


class Letters:
    """The letters of texts, to look for other texts in."""

    def __init__(self, *texts: str) -> None:
        self.all = "\n".join(map(letters, texts))

    def __contains__(self, text: str) -> bool:
        return letters(text) in self.all

    @classmethod
    def of_pages(cls, pages: Iterable[str], running: Iterable[str]) -> Letters:
        """Give the letters of a PDF, text joined over page ends first, then page by page."""
        pages = tuple(pages)
        joined = []
        for number, page in enumerate(pages, start=1):
            ends = letters("".join(running)).replace(PAGE, str(number))
            joined.append(letters(page).removesuffix(ends.replace(PAGES, str(len(pages)))))
        return cls("".join(joined), *pages)
