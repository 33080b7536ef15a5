"""What a string in a PDF says, and what is doubtful about it.

A string is UTF-16 or UTF-8 when it begins with a mark that says so, and PDFDocEncoding otherwise;
clients that get this wrong leave patterns behind, which are told and never mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pypdf.errors import LimitReachedError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
    TextStringObject,
    create_string_object,
)

from lscp_docs.forms.limits import STORED_VALUE

LINE_ENDS = "Line ends were made plain."
LANGUAGE = "A mark of the language in the text was taken out."
AS_STREAM = "It is stored as a stream."
AS_LIST = "It is stored as a list of one."

LOST_LETTERS = "Letters of this answer were lost by the program that saved it."
LOST_EMOJI = "A symbol of this answer, such as an emoji, was lost by the program that saved it."
LOST_HAN = "A rare Chinese letter of this answer may have been lost by the program that saved it."
MISREAD = "Some letters look as if the program that saved it had mixed up its alphabets."
CONTROLS = "It holds characters that are no text."
MARK_AS_TEXT = "It begins with letters that programs mistake for a mark: the rest may be lost."
UNREADABLE = "What is stored in this box cannot be read."
SEVERAL = "More than one answer is stored in this box."

_LANGUAGE = re.compile("\x1b[A-Za-z]{2,3}(?:[-_]?[A-Za-z]{2,3})?\x1b")
# Quotation marks and dashes of Windows that were read as PDF's own letters, as in “don™t”.
_WINDOWS_AS_PDF = re.compile(r"\wﬂ(?!\w)|\w™\w|(?<=\s)[ŒŠ](?=\s)|(?<!\w)ﬁ(?=[A-Z])|(?<!\w)Ł(?=\s)")

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_NO_NEIGHBOUR = "\u0250-\u02af\u0370-\u10ff\u1200-\u1fff\u2c00-\u2dff\ua000-\uabff"
"""Letters that nobody writes beside Chinese ones: all scripts but Latin, kana, bopomofo, hangul."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text, what is doubtful in it, and what was made plain."""

    text: str
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


NOTHING = Said("")


def said(stored: PdfObject | None) -> Said:
    """Give what a stored value says; a value that cannot be read is a note and an empty text."""
    match stored:
        case None | NullObject():
            return NOTHING
        case TextStringObject() | ByteStringObject():
            return _string(stored)
        case NameObject():
            return Said(str(stored).removeprefix("/"))
        case StreamObject():
            return _stream(stored)
        case ArrayObject():
            return _list(stored)
        case _:
            return Said("", (UNREADABLE,))


def _string(stored: TextStringObject | ByteStringObject) -> Said:
    found = stored.original_bytes
    if found.startswith((b"\xfe\xff", b"\xff\xfe")):
        return _marked(found.decode("utf-16", "replace"))
    if found.startswith(b"\xef\xbb\xbf"):
        return _marked(found.decode("utf-8-sig", "replace"))
    if isinstance(stored, ByteStringObject):  # pypdf could not read it as PDFDocEncoding
        read = _marked(found.decode("latin-1"))
        return Said(read.text, (*read.notes, MISREAD), read.remarks)
    read = _marked(str(stored))
    doubtful = MISREAD not in read.notes and (_WINDOWS_AS_PDF.search(read.text) or _is_utf8(found))
    return Said(read.text, (*read.notes, MISREAD), read.remarks) if doubtful else read


def _marked(text: str) -> Said:
    """Give what a text says whose alphabet is certain."""
    remarks = []
    if _LANGUAGE.search(text):
        text = _LANGUAGE.sub("", text)
        remarks.append(LANGUAGE)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        remarks.append(LINE_ENDS)
    doubts = tuple(note for pattern, note in DOUBTS if pattern.search(text))
    return Said(text, doubts, tuple(remarks))


DOUBTS = (
    (re.compile("\ufffd"), LOST_LETTERS),
    # PDFium keeps the lower half of U+1F600: private letters, or ideographs that text composed as
    # usual has not.
    (re.compile("[\ue000-\ufa0d\ufa2a-\ufaff]"), LOST_EMOJI),
    # Of a rare Chinese letter too: then a letter of another script stands beside Chinese ones.
    (re.compile(f"[{_HAN}][{_NO_NEIGHBOUR}]|[{_NO_NEIGHBOUR}][{_HAN}]"), LOST_HAN),
    (re.compile("^þÿ"), MARK_AS_TEXT),
    (re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"), CONTROLS),
    # UTF-8 that was read as Latin letters, as in “cafÃ©” and “donâ€™t”.
    (re.compile("Ã[^\\w\\s]|â€.|Â[£°½¼¾§©®·»«´\xa0]|ðŸ"), MISREAD),
)


def _is_utf8(found: bytes) -> bool:
    """Tell whether bytes without a mark are UTF-8 of more than ASCII: that is no accident."""
    if found.isascii():
        return False
    try:
        found.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _stream(stored: StreamObject) -> Said:
    try:
        found = stored.get_data()
    except LimitReachedError:
        raise
    except Exception:  # noqa: BLE001  # pypdf raises whatever comes; the answer is what is lost
        return Said("", (UNREADABLE,))
    if len(found) > STORED_VALUE:
        return Said("", (UNREADABLE,))
    read = _string(create_string_object(found))
    return Said(read.text, read.notes, (*read.remarks, AS_STREAM))


def _list(stored: ArrayObject) -> Said:
    if len(stored) != 1:
        return Said("", (SEVERAL,)) if stored else NOTHING
    first = stored[0].get_object()
    if isinstance(first, ArrayObject):
        return Said("", (UNREADABLE,))
    read = said(first)
    return Said(read.text, read.notes, (*read.remarks, AS_LIST))
