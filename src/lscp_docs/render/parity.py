"""Whether a Word document and its PDF say the same, letter by letter and in the same order."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdf
from lxml import etree
from pypdf.generic import DecodedStreamObject, NameObject

from lscp_docs.render.docx_margins import running_part_for
from lscp_docs.render.docx_numbering import numbering_of
from lscp_docs.render.docx_package import NAMESPACES, Package, opened, switched_on, w
from lscp_docs.render.docx_pictures import words_drawn
from lscp_docs.render.docx_styles import Styles, styles_of

_KINDS = ("header", "footer")
_LOOK_BACK = 60
_SAME_AGAIN = 12
_LONG_CELL = 1200
_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FIGURE = re.compile(rb"(?s)/Figure\s*<<[^>]*>>\s*BDC\s.*?\sEMC\b")
_HYPHENS = re.compile("[\u2010\u2011]")


@dataclass
class WordText:
    """The letters of a Word file: its text, what may stand between, where each paragraph begins.

    `drawn` are the letters in its charts, in order.
    `may_be_read_in_pieces`: a cell runs over a page end and the next column is read between its
    halves, or words run from right to left and a PDF gives them in the order of the eye.
    """

    letters: str = ""
    starts: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    drawn: str = ""
    may_be_read_in_pieces: bool = False


def differences(docx: bytes, pdf: bytes) -> list[str]:
    """Return where a PDF says other than the Word document it was made from; empty: nowhere.

    Places are pages and paragraphs counted from 1, never words. Running heads and feet are
    compared page by page, footnotes as wholes, repeated table heads are allowed.
    """
    package = opened(docx)
    text = word_text(package)
    pages, drawn = pdf_pages(pdf, with_charts=bool(text.drawn))
    found: list[str] = []
    if drawn != text.drawn:
        found.append("the charts do not say what those of the Word file say")
    bodies = []
    for number, page in enumerate(pages, start=1):
        running = "".join(_running(package, kind, number, len(pages)) for kind in _KINDS)
        if not page.endswith(running):
            found.append(f"page {number}: its running head or foot is not that of the Word file")
        bodies.append(page.removesuffix(running))
    walk = _Walk(text, bodies)
    moved = list(walk.differences())
    if moved and text.may_be_read_in_pieces and _same_letters(text, "".join(bodies)):
        moved = []
    return found + moved


def _same_letters(text: WordText, pdf: str) -> bool:
    """Tell whether a PDF has the letters of the Word file, and beyond them only repeated heads."""
    there, asked = Counter(pdf), Counter(text.letters + "".join(text.notes))
    if not there >= asked:
        return False
    beyond = there - asked
    for head in map(Counter, text.heads):
        while beyond >= head:
            beyond -= head
    return not beyond


def folded(text: str) -> str:
    """Return the letters of a text: no spaces, ligatures taken apart, one case, plain hyphens."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).casefold())
    return _HYPHENS.sub("-", plain)


def word_text(package: Package) -> WordText:
    """Return what a Word file prints between its margins, numbers before paragraphs included."""
    styles = styles_of(package)
    numbering = numbering_of(package, styles)
    text = WordText()
    calls = iter(range(1, 10_000))
    notes = _notes(package)
    pieces: list[str] = []
    length = 0
    for paragraph in package.body().iter(w("p")):
        mark = numbering.mark(paragraph)
        words = "".join(_words(paragraph, calls, notes, text.notes))
        if not words.strip() and paragraph.find(".//w:drawing", NAMESPACES) is None:
            mark = None
        letters = folded((mark.text if mark else "") + words)
        text.starts.append(length)
        pieces.append(letters)
        length += len(letters)
    text.letters = "".join(pieces)
    text.heads = list(_heads(package, styles))
    text.drawn = folded("".join(words_drawn(package.body(), package)))
    cells = ("".join(x.itertext(w("t"))) for x in package.body().iter(w("tc")))
    long = any(len(x) > _LONG_CELL for x in cells)
    text.may_be_read_in_pieces = long or bool(_RIGHT_TO_LEFT.search(text.letters))
    return text


def pdf_pages(pdf: bytes, *, with_charts: bool) -> tuple[list[str], str]:
    """Return the letters of each page in the order in which they are drawn, and those of charts.

    `with_charts` says that there are any: the engine draws pictures after all words of a page.
    """
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    drawn = ""
    for page in pages if with_charts else ():
        content = page.get_contents()
        data = b"" if content is None else content.get_data()
        drawn += _letters(page, b"\n".join(re.findall(_FIGURE, data)))
        _draw(page, re.sub(_FIGURE, b"", data))
    return [folded(page.extract_text()) for page in pages], drawn


def _letters(page: pypdf.PageObject, content: bytes) -> str:
    _draw(page, content)
    return folded(page.extract_text())


def _draw(page: pypdf.PageObject, content: bytes) -> None:
    stream = DecodedStreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = stream


def _words(
    paragraph: etree._Element, calls: Iterator[int], notes: dict[str, str], used: list[str]
) -> Iterator[str]:
    for element in paragraph.iter():
        if next(element.iterancestors(w("p")), paragraph) is not paragraph:
            continue  # a paragraph within: a text box, which has its own turn
        if element.tag == w("t"):
            yield element.text or ""
        elif element.tag == w("noBreakHyphen"):
            yield "-"
        elif element.tag in {w("footnoteReference"), w("endnoteReference")}:
            number = next(calls)
            kind = str(etree.QName(element).localname).removesuffix("Reference")
            key = f"{kind}-{element.get(w('id'))}"
            used.append(folded(f"{number}{notes.get(key, '')}"))
            yield str(number)


def _notes(package: Package) -> dict[str, str]:
    found = {}
    for kind in ("footnote", "endnote"):
        root = package.linked(f"{kind}s")
        for note in () if root is None else root.iter(w(kind)):
            words = "".join(x.text or "" for x in note.iter(w("t")))
            found[f"{kind}-{note.get(w('id'))}"] = words
    return found


def _heads(package: Package, styles: Styles) -> Iterator[str]:
    """Yield the letters of the rows that repeat at the top of a page, table by table."""
    numbering = numbering_of(package, styles)
    for table in package.body().iter(w("tbl")):
        head = ""
        for row in table.iterfind("w:tr", NAMESPACES):
            if not switched_on(row, "w:trPr/w:tblHeader"):
                break
            for paragraph in row.iter(w("p")):
                mark = numbering.mark(paragraph)
                words = "".join(x.text or "" for x in paragraph.iter(w("t")))
                head += folded((mark.text if mark else "") + words)
        if head:
            yield head


def _running(package: Package, kind: str, page: int, pages: int) -> str:
    root = package.xml(running_part_for(package, kind, page))
    if root is None:
        return ""
    counters = {"PAGE": str(page), "NUMPAGES": str(pages), "SECTIONPAGES": str(pages)}
    words, instruction = [], ""
    for element in root.iter(w("t"), w("instrText"), w("fldChar"), w("fldSimple")):
        if element.tag == w("instrText"):
            instruction += (element.text or "").strip()
        elif element.tag == w("fldSimple"):
            words.append(counters.get(_field(element.get(w("instr"), "")), ""))
        elif element.tag == w("fldChar") and element.get(w("fldCharType")) == "end":
            words.append(counters.get(_field(instruction), ""))
            instruction = ""
        elif element.tag == w("t") and _field(instruction) not in counters:
            simple = next(element.iterancestors(w("fldSimple")), None)
            if simple is None or _field(simple.get(w("instr"), "")) not in counters:
                words.append(element.text or "")
    return folded("".join(words))


def _field(instruction: str) -> str:
    return (instruction.split() or [""])[0].upper()


class _Walk:
    """One pass over the PDF's letters beside those of the Word file."""

    def __init__(self, text: WordText, bodies: list[str]) -> None:
        self.text = text
        self.pdf = "".join(bodies)
        self.page_starts = [sum(map(len, bodies[:x])) for x in range(len(bodies))]
        self.left = list(text.notes)
        self.here = self.there = 0

    def differences(self) -> Iterator[str]:
        """Yield each place where the two part, going on after it."""
        word = self.text.letters
        while self.here < len(self.pdf) or self.there < len(word):
            same = _common(self.pdf, self.here, word, self.there)
            self.here, self.there = self.here + same, self.there + same
            if self.here == len(self.pdf) and self.there == len(word):
                break
            if self._skip():
                continue
            yield self._place()
            if not self._meet_again():
                return
        if self.left:
            yield f"{len(self.left)} footnotes are not in the PDF as they stand in the Word file"

    def _skip(self) -> bool:
        """Step over a repeated table head or a footnote, also one that began like the text."""
        for back in range(min(_LOOK_BACK, self.here, self.there) + 1):
            start = self.here - back
            for note in self.left:
                if len(note) > back and self.pdf.startswith(note, start):
                    self.left.remove(note)
                    return self._go(start + len(note), self.there - back)
            for head in self.text.heads if start in self.page_starts else ():
                if len(head) > back and self.pdf.startswith(head, start):
                    return self._go(start + len(head), self.there - back)
        return False

    def _go(self, here: int, there: int) -> bool:
        self.here, self.there = here, there
        return True

    def _meet_again(self) -> bool:
        """Find the nearest place at which the two agree again for a while."""
        word = self.text.letters
        for ahead in range(1, 2000):
            for mine, its in ((ahead, ahead), (0, ahead), (ahead, 0), (ahead, ahead - 1)):
                piece = word[self.there + its : self.there + its + _SAME_AGAIN]
                if len(piece) == _SAME_AGAIN and self.pdf.startswith(piece, self.here + mine):
                    return self._go(self.here + mine, self.there + its)
        return False

    def _place(self) -> str:
        page = sum(1 for x in self.page_starts if x <= self.here)
        paragraph = sum(1 for x in self.text.starts if x <= self.there)
        return f"page {max(page, 1)} does not say what paragraph {paragraph} of the Word file says"


def _common(one: str, here: int, other: str, there: int) -> int:
    """Return how many letters two texts share from two places on."""
    step, same = 64, 0
    while one[here + same : here + same + step] == other[there + same : there + same + step] != "":
        same += len(one[here + same : here + same + step])
    while (
        here + same < len(one)
        and there + same < len(other)
        and one[here + same] == other[there + same]
    ):
        same += 1
    return same
