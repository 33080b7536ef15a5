"""The text of a PDF's pages, as lines and with parted words joined; what lies outside the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lscp_docs.disclosure.reading.file import File, TooMuchError, joints
from lscp_docs.disclosure.reading.loose import decoded
from lscp_docs.disclosure.reading.place import Passage, PlaceKind

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 2_000
_PARTED = re.compile(r"[-\u00ad\u2010]\s*\n\s*")
_MARGIN = 2.0
"""Points that text may begin outside the page and still be seen."""


def pages_of(file: File, reader: PdfReader) -> Iterator[Passage]:
    """Yield the text of each page, under drawings too, and what runs on to the next page."""
    texts: list[tuple[str, str]] = []
    for number, page in enumerate(reader.pages, start=1):
        if number > MOST_PAGES:
            raise TooMuchError(f"It has more than {MOST_PAGES} pages.")
        place = f"page {number}"
        try:
            found = _Page(page)
        except Exception:  # noqa: BLE001 - pypdf raises whatever comes
            yield file.unreadable(place, "The page is broken. Save the file again.")
            continue
        texts.append((place, found.text))
        yield from found.passages(file, place)
    for place, text in joints(texts):
        yield file.passage(place, PlaceKind.ACROSS, text)


class _Page:
    """What is drawn on a page, and what a reader program says in its place."""

    def __init__(self, page: PageObject) -> None:
        self._outside: list[str] = []
        self._replacing: list[str] = []
        box = page.cropbox
        self._seen = (float(box.left), float(box.bottom), float(box.right), float(box.top))
        self.text = page.extract_text(
            visitor_text=self._visit, visitor_operand_before=self._operation
        )

    def passages(self, file: File, place: str) -> Iterator[Passage]:
        """Yield what was found, each kind by itself."""
        if self.text.strip():
            yield file.passage(place, PlaceKind.PAGE, self.text)
            joined = _PARTED.sub("", self.text)
            if joined != self.text:
                yield file.passage(f"{place}, parted words joined", PlaceKind.PAGE, joined)
        outside = "".join(self._outside)
        if outside.strip():
            yield file.passage(f"{place}, outside the page", PlaceKind.OUTSIDE_PAGE, outside)
        for text in self._replacing:
            yield file.passage(f"{place}, replacement text", PlaceKind.ALT_TEXT, text)

    def _visit(self, text: str, cm: Any, tm: Any, *_font: object) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        left, bottom, right, top = self._seen
        is_seen = left - _MARGIN <= x <= right + _MARGIN and bottom - _MARGIN <= y <= top + _MARGIN
        if not is_seen:
            self._outside.append(text)

    def _operation(self, operator: bytes, operands: Any, *_matrices: object) -> None:
        if operator not in (b"BDC", b"DP") or len(operands) < 2:
            return
        marked = operands[1]
        for key in ("/ActualText", "/Alt", "/E", "/Contents"):
            if isinstance(marked, dict) and key in marked:
                self._replacing.append(_said(marked[key]))


def _said(told: Any) -> str:
    """The text of a string in a page's drawing, which pypdf leaves in bytes.

    As text by itself pypdf would take an even number of bytes for UTF-16.
    """
    from pypdf.generic import create_string_object

    text = create_string_object(bytes(told)) if isinstance(told, bytes) else told
    return decoded(text) if isinstance(text, bytes) else str(text)
