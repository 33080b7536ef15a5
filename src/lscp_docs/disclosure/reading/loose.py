"""Text from bytes whose form is unknown: the likeliest encoding, or the strings in between."""

from __future__ import annotations

import html
import re

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ONE_BYTE = re.compile(rb"[\t\x20-\x7e\x80-\xff]{4,}")
_ONE_BYTE_SHORT = re.compile(rb"[\t\x20-\x7e\x80-\xff]{3,}")
_TWO_BYTES_LITTLE = re.compile(
    rb"(?:[\t\x20-\x7e\xa0-\xff]\x00|[\x70-\xff]\x03|[\x00-\x7f]\x04){3,}"
)
_TWO_BYTES_BIG = re.compile(rb"(?:\x00[\t\x20-\x7e\xa0-\xff]|\x03[\x70-\xff]|\x04[\x00-\x7f]){3,}")
"""Latin, Greek and Cyrillic letters: those that look like ours too."""
_TAG = re.compile(r"<[^<>]*>")
_TELLING = re.compile(r"[^\W\d_]{2}|\d{3}|\b[A-Za-z][. ]{1,2}[A-Za-z]\b|(?:%[0-9A-Fa-f]{2}){2}")
"""Two letters or three digits together, letters that stand singly, letters of a link."""


def decoded(data: bytes) -> str:
    """Return the text of bytes in UTF-8, UTF-16, UTF-32 or Latin-1 (Windows), which never fails."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    start = data[:2000]
    if b"\x00" in start:
        odd, even = start[1::2].count(0), start[::2].count(0)
        if max(odd, even) > len(start) // 5:
            return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def is_text(data: bytes) -> bool:
    """Tell whether bytes are plain text: no controls but those that lay out lines."""
    start = data[:4000]
    if any(start.startswith(bom) for bom, _ in _BOMS):
        return True
    text = decoded(start)
    controls = sum(letter < " " and letter not in "\t\r\n\f\x1b" for letter in text)
    return controls == 0 and text.count("\ufffd") <= len(text) // 50


def says_something(text: str) -> bool:
    """Tell whether a text may hold a name, also by its initials, or a number."""
    return _TELLING.search(text) is not None


def strings(data: bytes, *, is_short: bool = False) -> str:
    """Return the strings in bytes of any form, in one- and two-byte letters, a line each.

    `is_short` takes also those of three bytes: for what is mostly text, such as a picture's facts.
    """
    one_byte = _ONE_BYTE_SHORT if is_short else _ONE_BYTE
    found = [decoded(each) for each in one_byte.findall(data)]
    found += [each.decode("utf-16-le") for each in _TWO_BYTES_LITTLE.findall(data)]
    found += [each.decode("utf-16-be") for each in _TWO_BYTES_BIG.findall(data)]
    return "\n".join(text for text in found if says_something(text))


def without_tags(data: bytes) -> tuple[str, str]:
    """Return the text of broken markup: tags taken out so that words join, and as it stands."""
    source = decoded(data)
    return html.unescape(_TAG.sub("", source)), html.unescape(source)
