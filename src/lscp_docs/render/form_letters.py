"""Draws the letters in the boxes of a fillable PDF, in the font that is embedded with it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from fontTools.ttLib import TTFont

from lscp_docs.render.form_boxes import LEADING, MARGIN, SIZE

INK = b"0.067 g"
"""Almost black, as the rest of the page."""

BLANK = {".null": 0xAD, "nonmarkingreturn": 0xA0}
"""The glyphs of a TrueType font that show nothing, and the letters that may be drawn with them."""


class Letters:
    """The font of the boxes: WeasyPrint embeds it whole, and its letters are drawn by number."""

    def __init__(self, fonts: Any) -> None:
        font = next(font for font in fonts if font.used_in_forms)
        self.name = str(font.hash)
        read = TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True)
        self._known: dict[int, str] = read.getBestCmap()
        glyphs = set(read.getGlyphOrder())
        self.blank = [(read.getGlyphID(x), letter) for x, letter in BLANK.items() if x in glyphs]
        self._number = read.getGlyphID
        self._widths = read["hmtx"].metrics
        self._units = read["head"].unitsPerEm

    def drawing(self, text: str, width: float, height: float, *, wraps: bool) -> list[bytes] | None:
        """Give the operators that draw a text in a box; None if it does not fit."""
        room = width - 2 * MARGIN
        lines = list(self._lines(text, room)) if wraps else [text]
        deep = len(lines) * LEADING + 2 * MARGIN > height + LEADING / 2
        if (wraps and deep) or max(map(self._wide, lines)) > room:
            return None
        # A line's letters stand a fifth of their size above its foot.
        top = height - MARGIN - LEADING * 0.83 if wraps else (height - SIZE) / 2 + SIZE * 0.22
        shown = [b"q BT", self.looks, b"%.2f %.2f Td" % (MARGIN, top), b"%g TL" % LEADING]
        for number, line in enumerate(lines):
            shown += [b"T*"] if number else []
            shown.append(b"<%s> Tj" % self._hex(line))
        return [*shown, b"ET Q"]

    @property
    def looks(self) -> bytes:
        """The operators that choose the font, its size and its colour."""
        return b"/%s %g Tf %s" % (self.name.encode(), SIZE, INK)

    def has(self, text: str) -> bool:
        """Tell whether the font can draw a text."""
        return all(ord(letter) in self._known for letter in text.replace("\n", ""))

    def _glyph(self, letter: str) -> str:
        return self._known[ord(letter)]

    def _hex(self, line: str) -> bytes:
        return b"".join(b"%04x" % self._number(self._glyph(letter)) for letter in line)

    def _wide(self, line: str) -> float:
        units: int = sum(self._widths[self._glyph(letter)][0] for letter in line)
        return units * SIZE / float(self._units)

    def _lines(self, text: str, room: float) -> Iterator[str]:
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if line and self._wide(longer) > room:
                    yield line
                    longer = word
                line = longer
            yield line
