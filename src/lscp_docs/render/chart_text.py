"""How wide the words of a chart may be, whichever face draws them, and where their lines end."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

SIZE: Final = 9.5
"""Points: what the smallest type of the house style has."""
LINE: Final = 12.0
"""Points from one line to the next."""
ASCENT, DESCENT = 0.92 * SIZE, 0.22 * SIZE
"""Points that letters may rise above and hang below the line that they stand on."""

# Thousandths of the size, as Arial and its metric twin have them; bold figures are no wider.
_WIDTHS: Final = {
    191: "'", 223: "ijl", 260: "|", 278: " !,./:;I[\\]ft", 334: "()-`r{}‐‑‘’‚“”„",
    355: '"', 390: "*•", 470: "^", 500: "Jcksvxyz", 557: "#$0123456789?L_abdeghnopqu–€£",
    584: "+<=>~", 611: "FTZß", 667: "&ABEKPSVXY", 723: "CDHNRUw", 778: "GOQØ", 834: "Mm",
    890: "%æ", 944: "Wœ",
}  # fmt: skip
_BY_LETTER: Final = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_ACCENT: Final = 160  # an accent may be wider than the letter under it
_WIDEST: Final = 1400  # a letter that another face must lend
_SPARE: Final = 1.02  # for kerning that moves letters apart


def width(text: str) -> float:
    """Return a width in points that `text` does not exceed at `SIZE`."""
    return sum(map(_width, text)) * SIZE * _SPARE / 1000


@lru_cache(maxsize=512)
def _width(letter: str) -> int:
    if letter in _BY_LETTER:
        return _BY_LETTER[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    if unicodedata.combining(base):
        return 0
    return _BY_LETTER[base] + _ACCENT if base in _BY_LETTER else _WIDEST


def longest_word(text: str) -> float:
    """Return the width of the widest word of `text` in points."""
    return max(map(width, text.split()), default=0.0)


def wrapped(text: str, room: float) -> list[str]:
    """Return the lines of `text` in `room` points; a word without room is broken within."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, room):
            joined = f"{line} {piece}" if line else piece
            if line and width(joined) > room:
                lines.append(line)
                line = piece
            else:
                line = joined
    return [*lines, line]


def _pieces(word: str, room: float) -> list[str]:
    if width(word) <= room:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def spread(wanted: list[float], sizes: list[float], low: float, high: float) -> list[float]:
    """Return the centres nearest to those `wanted` at which things of `sizes` do not overlap.

    Both are in order from `low` to `high`, which must have room for all of them.
    """
    centres: list[float] = []
    edge = low
    for centre, size in zip(wanted, sizes, strict=True):
        centres.append(max(centre, edge + size / 2))
        edge = centres[-1] + size / 2
    edge = high
    for place in reversed(range(len(centres))):
        centres[place] = min(centres[place], edge - sizes[place] / 2)
        edge = centres[place] - sizes[place] / 2
    return centres
