"""What a stream of drawing operators shows, as text, where that can be told cheaply.

A reader of the page sees what is drawn, a program what is stored; `agrees` compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

from lscp_docs.forms.limits import TooMuchError
from lscp_docs.forms.objects import UnreadableError, dictionary, followed, value

UNKNOWN = "\ufffd"
"""Stands for a glyph of which no letter is known, or for a run of them."""

_TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)"  # a string, with one level of brackets in it
    rb"|<[0-9A-Fa-f\s]*>"
    rb"|/[^\s()<>\[\]{}/%]*"
    rb"|[A-Za-z'\"*]+[0-9]?\*?"
    rb"|\[|\]|[-+.0-9]+",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
SHOWING = (b"Tj", b"TJ", b"'", b'"')
MOVING = (b"Td", b"TD", b"T*", b"Tm", b"BT")


@dataclass(frozen=True, slots=True)
class Font:
    """How a font's codes are letters: the bytes of a code, and the letters of each code."""

    width: int
    letters: Mapping[int, str]

    def read(self, codes: bytes) -> str:
        """Give the text that a string of codes shows."""
        width, letters = self.width, self.letters
        return "".join(
            letters.get(int.from_bytes(codes[at : at + width], "big"), UNKNOWN)
            for at in range(0, len(codes), width)
        )


Fonts = Mapping[str, Font | None]
"""By their names in the stream; None for a font whose letters are not known."""


def text_of(operators: bytes, fonts: Fonts) -> str:
    """Give the text that a content stream draws, with a line break at each move."""
    drawing = _Drawing(fonts)
    for token in _TOKEN.findall(operators):
        drawing.take(token)
    return "".join(drawing.shown)


class _Drawing:
    def __init__(self, fonts: Fonts) -> None:
        self.shown: list[str] = []
        self._fonts = fonts
        self._font: Font | None = None
        self._name = b""
        self._waiting: list[bytes] = []

    def take(self, token: bytes) -> None:
        """Take the next operand or operator."""
        first = token[:1]
        if first in b"(<":
            self._waiting.append(token)
        elif first == b"/":
            self._name = token
        elif token in SHOWING:
            self._show()
        elif token in MOVING:
            self.shown.append("\n")
        elif token == b"Tf":
            self._font = self._fonts.get(NameObject.unnumber(self._name).decode("latin-1"))
        elif token.isalpha():
            self._waiting.clear()

    def _show(self) -> None:
        for codes in self._waiting:
            self.shown.append(self._font.read(_codes(codes)) if self._font else UNKNOWN)
        self._waiting.clear()


def _codes(token: bytes) -> bytes:
    if token[:1] == b"<":
        digits = b"".join(token[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPE.sub(_unescaped, token[1:-1])


def _unescaped(found: re.Match[bytes]) -> bytes:
    escaped = found[1]
    if escaped[:1].isdigit():
        return bytes([int(escaped, 8) & 255])
    if escaped in (b"\n", b"\r", b"\r\n"):
        return b""
    return _ESCAPED.get(escaped, escaped)


class FontShelf:
    """The fonts of one file, each read once."""

    def __init__(self) -> None:
        self._read: dict[int, Font | None] = {}

    def fonts(self, resources: PdfObject | None) -> Fonts:
        """Give the fonts of a resource dictionary; a broken one counts as not known."""
        try:
            fonts = value(dictionary(resources), "/Font")
        except UnreadableError:
            return {}
        if not isinstance(fonts, DictionaryObject):
            return {}
        return {name: self._font(fonts, name) for name in fonts}

    def _font(self, fonts: DictionaryObject, name: str) -> Font | None:
        try:
            found = dictionary(fonts.raw_get(name))
            if id(found) not in self._read:
                self._read[id(found)] = _font(found)
            return self._read[id(found)]
        except UnreadableError:
            return None


def _font(font: DictionaryObject) -> Font | None:
    wide = font.get("/Subtype") == "/Type0"
    map_ = value(font, "/ToUnicode")
    letters = {} if wide else _simple(value(font, "/Encoding"))
    if isinstance(map_, StreamObject):
        letters |= dict(_mapped(stream_bytes(map_)))
    elif wide:
        return None
    return Font(2 if wide else 1, letters)


def stream_bytes(stream: StreamObject) -> bytes:
    """Give a stream's bytes; raise UnreadableError, or TooMuchError where they are too many."""
    try:
        return bytes(stream.get_data())
    except (LimitReachedError, RecursionError, MemoryError) as error:
        raise TooMuchError from error
    except Exception as error:  # pypdf raises whatever comes
        raise UnreadableError from error


_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_HEX = rb"\s*<([0-9A-Fa-f\s]+)>"
_CHAR = re.compile(_HEX * 2)
_RANGE = re.compile(_HEX * 2 + rb"\s*(?:<([0-9A-Fa-f\s]+)>|\[([^\]]*)\])")
MOST_CODES = 70_000


def _mapped(map_: bytes) -> Iterator[tuple[int, str]]:
    """Yield the codes of a ToUnicode map with their letters."""
    for kind, block in _BLOCK.findall(map_):
        if kind == b"bfchar":
            for code, letters in _CHAR.findall(block):
                yield int(code, 16), _letters(letters)
            continue
        for first, last, letters, several in _RANGE.findall(block):
            start, end = int(first, 16), int(last, 16)
            if end - start > MOST_CODES:
                raise TooMuchError
            if several:
                listed = re.findall(rb"<([0-9A-Fa-f\s]+)>", several)
                yield from zip(range(start, end + 1), map(_letters, listed), strict=False)
            else:
                text = _letters(letters)
                for code in range(start, end + 1):
                    yield code, text[:-1] + chr((ord(text[-1]) + code - start) & 0xFFFF)


def _letters(digits: bytes) -> str:
    found = bytes.fromhex(b"".join(digits.split()).decode().zfill(4))
    return found.decode("utf-16-be", "replace") or UNKNOWN


ASCII_NAMES = {
    "space": " ", "exclam": "!", "quotedbl": '"', "numbersign": "#", "dollar": "$", "percent": "%",
    "ampersand": "&", "quotesingle": "'", "parenleft": "(", "parenright": ")", "asterisk": "*",
    "plus": "+", "comma": ",", "hyphen": "-", "period": ".", "slash": "/", "zero": "0",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<", "equal": "=",
    "greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": "\\",
    "bracketright": "]", "asciicircum": "^", "underscore": "_", "grave": "`", "braceleft": "{",
    "bar": "|", "braceright": "}", "asciitilde": "~",
}  # fmt: skip


def _simple(encoding: PdfObject | None) -> dict[int, str]:
    """Give the letters of a font with one byte a letter; beyond ASCII they may be unknown."""
    names: Mapping[str, PdfObject] = encoding if isinstance(encoding, DictionaryObject) else {}
    base = names.get("/BaseEncoding", encoding)
    codec = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}.get(str(base), "ascii")
    letters = {code: bytes([code]).decode(codec, "replace") for code in range(256)}
    differences = followed(names.get("/Differences"))
    code = 0
    for item in differences if isinstance(differences, ArrayObject) else ():
        if isinstance(item, NameObject):
            name = item.removeprefix("/")
            letters[code] = name if len(name) == 1 else ASCII_NAMES.get(name, UNKNOWN)
            code += 1
        elif isinstance(item, int):
            code = int(item)
    return letters


def agrees(drawn: str, stored: str) -> bool:
    """Tell whether a drawn text can be the picture of a stored one.

    White space says nothing, for lines are broken to fit. A glyph of no known letter may stand for
    any letters outside of ASCII, for fonts lack letters. Tabs, no-break spaces and marks without a
    picture are drawn as nothing or, by some programs, as any glyph. Of scripts that run from right
    to left the letters count, not their order.
    """
    return any(_matches(_folded(drawn, form), _folded(stored, form)) for form in FORMS)


FORMS: tuple[Literal["NFC", "NFKD"], ...] = ("NFC", "NFKD")
"""Letters with their accents, and letters apart from them: fonts have the one or the other."""

MOST_WAYS = 200
INVISIBLE = "\u00ad"
_NO_LETTER = re.compile(f"[{UNKNOWN}\ue000-\uf8ff]+")
_NO_PICTURE = re.compile("[\t\u00a0\u200b-\u200d\ufe0e\ufe0f\ufeff]")


def _folded(text: str, form: Literal["NFC", "NFKD"]) -> str:
    normal = unicodedata.normalize(form, _NO_PICTURE.sub(INVISIBLE, text))
    return _NO_LETTER.sub(UNKNOWN, "".join(normal.split()))


def _matches(shown: str, meant: str) -> bool:
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in meant):
        known = Counter(shown.replace(UNKNOWN, ""))
        return not known - Counter(meant) and _ascii(shown) == _ascii(meant)
    if shown == meant:
        return True
    places = {0}  # up to where the letters so far can have been drawn
    for letter in meant:
        places = {after for place in places for after in _drawn_to(letter, shown, place)}
        if not 0 < len(places) < MOST_WAYS:
            return False
    return any(shown[place:] in ("", UNKNOWN) for place in places)


def _drawn_to(letter: str, shown: str, place: int) -> Iterator[int]:
    """Yield up to where a letter can have been drawn that begins at a place."""
    at_place = shown[place : place + 1]
    if at_place == letter:
        yield place + 1
    elif letter == INVISIBLE or (at_place == UNKNOWN and not letter.isascii()):
        yield from (place, place + 1, place + 2)  # a glyph may stand for a letter and its accent


def _ascii(text: str) -> Counter[str]:
    return Counter(letter for letter in text if letter.isascii())
