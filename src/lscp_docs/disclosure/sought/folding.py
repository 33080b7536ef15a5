"""A text in plain letters, with the way back to where each letter stood."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import unquote_to_bytes

from lscp_docs.disclosure.sought.lookalikes import LOOKALIKES, TAKEN_APART

APOSTROPHES = frozenset("'’‘‛ʼʻʹ′`´＇ʾʿꞌ՚")
DASHES = frozenset("-‐‑‒–—―−⁃﹣－⸺")
_UNSEEN = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0")

_ENCODED = re.compile(
    r"(?P<percent>(?:%[0-9A-Fa-f]{2})+)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<broken>=\r?\n)"
    r"|(?P<quoted>(?:=[0-9A-F]{2})+)"
)

_MIXED = re.compile(
    r"(?<![\w$@])(?=[\d$@]{0,2}[A-Za-z]+[013459$@]|[013459$@]+[A-Za-z]{2})[A-Za-z01345$@]{3,}(?![\w$@])"
)
"""A word in which digits stand among letters; a year at its end makes no such word."""


def is_unseen(letter: str) -> bool:
    """True for a character that takes no room: zero width, soft hyphen, marks of direction."""
    return (
        letter in _UNSEEN or unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f"
    )


def is_lookalike(letter: str) -> bool:
    """True for a letter of another alphabet, full width or mathematical, that looks like ours."""
    return letter in LOOKALIKES or (
        ord(letter) > 0x20FF and unicodedata.normalize("NFKC", letter).isascii()
    )


@cache
def plain_letter(letter: str) -> str:
    """Return what stands for one character: without accents, in Latin letters, maybe nothing."""
    if letter.isascii():
        return letter if letter != "`" else "'"
    if letter in APOSTROPHES:
        return "'"
    if letter in DASHES:
        return "-"
    if is_unseen(letter):
        return ""
    found = []
    for part in unicodedata.normalize("NFKD", letter):
        known = TAKEN_APART.get(part) or LOOKALIKES.get(part) or part
        if not unicodedata.combining(part):
            found.append(" " if known.isspace() and known != "\n" else known)
    return "".join(found)


def plain(text: str) -> str:
    """Return a text in plain letters, its capitals kept."""
    return text if text.isascii() else "".join(map(plain_letter, text))


def is_encoded(text: str) -> bool:
    """True when a text holds what was encoded for a link, a page or an e-mail."""
    return _ENCODED.search(text) is not None


@dataclass(frozen=True, slots=True, repr=False)
class Folded:
    """A text in plain letters; `origins` tells where each stood, one more than there are.

    `is_decoded` tells whether what was encoded for a link, a page or an e-mail was decoded first.
    """

    original: str
    letters: str
    origins: list[int]
    ends: list[int]
    is_decoded: bool = False
    reads_digits: bool = False
    """Whether digits among letters were read as the letters that they look like."""


def views(text: str) -> Iterator[Folded]:
    """Yield the text as it stands, and once more decoded when anything in it is encoded."""
    first = _folded(text, text, range(len(text)), range(1, len(text) + 1))
    yield first
    yield from _digits_read(first)
    pieces: list[tuple[str, int, int]] = []
    at = 0
    for found in _ENCODED.finditer(text):
        pieces += [(text[n], n, n + 1) for n in range(at, found.start())]
        pieces += [(letter, found.start(), found.end()) for letter in _decoded(found)]
        at = found.end()
    if at:
        pieces += [(text[n], n, n + 1) for n in range(at, len(text))]
        letters, starts, ends = zip(*pieces, strict=True) if pieces else ((), (), ())
        decoded = _folded(text, "".join(letters), tuple(starts), tuple(ends))
        yield replace(decoded, is_decoded=True)


def _digits_read(view: Folded) -> Iterator[Folded]:
    """Yield a text with digits read as letters where they stand among letters: J0hn, Wi11iam."""
    for one in ("l", "i"):
        alike = str.maketrans("01345$@", f"o{one}eassa")
        read = _MIXED.sub(lambda word: word[0].translate(alike), view.letters)  # noqa: B023
        if read != view.letters:
            yield replace(view, letters=read, reads_digits=True)


def _decoded(found: re.Match[str]) -> str:
    if found["broken"]:
        return ""
    if found["entity"]:
        return html.unescape(found[0])
    coded = found[0].replace("=", "%") if found["quoted"] else found[0]
    octets = unquote_to_bytes(coded)
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")


def _folded(
    original: str,
    text: str,
    starts: range | tuple[int, ...],
    ends: range | tuple[int, ...],
) -> Folded:
    if text.isascii() and "`" not in text:
        return Folded(original, text, list(starts), list(ends))
    letters: list[str] = []
    origins: list[int] = []
    lasts: list[int] = []
    for letter, start, end in zip(text, starts, ends, strict=True):
        for each in plain_letter(letter):
            letters.append(each)
            origins.append(start)
            lasts.append(end)
    return Folded(original, "".join(letters), origins, lasts)
