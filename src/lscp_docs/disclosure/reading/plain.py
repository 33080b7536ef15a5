"""Plain text, and calendars and cards, whose lines are folded."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from itertools import pairwise

from lscp_docs.disclosure.reading.file import JOINT, File, joints
from lscp_docs.disclosure.reading.loose import decoded
from lscp_docs.disclosure.reading.place import Passage, PlaceKind

_FOLD = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"\\([nN,;\\])")
_HYPHENS = ("-", "\u00ad", "\u2010")


def plain(file: File) -> Iterator[Passage]:
    """Yield each line, and what runs on from one to the next."""
    yield from _lines(file, decoded(file.data), PlaceKind.TEXT)


def is_calendar(data: bytes) -> bool:
    """Tell whether bytes are a calendar or a card."""
    return data[:40].lstrip(b"\xef\xbb\xbf \r\n").upper().startswith((b"BEGIN:VC", b"BEGIN:VE"))


def calendar(file: File) -> Iterator[Passage]:
    """Yield each property with its parameters, unfolded; a file in it is read too."""
    text = _FOLD.sub("", decoded(file.data))
    for number, line in enumerate(text.splitlines(), start=1):
        head, colon, value = line.partition(":")
        if colon and "ENCODING=BASE64" in head.upper():
            yield file.passage(f"entry {number}", PlaceKind.CALENDAR, head)
            try:
                content = base64.b64decode(value)
            except ValueError:
                yield file.unreadable(f"file of entry {number}", "It is not whole.")
                continue
            yield from file.inside(f"file of entry {number}", content, PlaceKind.EMBEDDED_FILE)
        elif line.strip():
            plain_line = _ESCAPED.sub(lambda x: "\n" if x[1] in "nN" else x[1], line)
            yield file.passage(f"entry {number}", PlaceKind.CALENDAR, plain_line)


def _lines(file: File, text: str, kind: PlaceKind) -> Iterator[Passage]:
    lines = [(f"line {n}", line) for n, line in enumerate(text.splitlines(), start=1)]
    for place, line in lines:
        if line.strip():
            yield file.passage(place, kind, line)
    for place, joined in joints(lines):
        yield file.passage(place, PlaceKind.ACROSS, joined)
    for (place, line), (following, more) in pairwise(lines):
        if line.endswith(_HYPHENS):
            joined = line.rstrip("".join(_HYPHENS))[-JOINT:] + more.lstrip()[:JOINT]
            yield file.passage(f"from {place} to {following}", PlaceKind.ACROSS, joined)
