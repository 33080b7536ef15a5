"""Pictures without what a camera or program wrote into them: place, author, time, its own name.

Sources: PNG (W3C, third edition) chapter 11; JPEG (ISO/IEC 10918-1) annex B and Exif 2.32;
GIF89a, section 24 and 26. What a picture shows stays as it is, byte for byte.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from lxml import etree

_PNG = b"\x89PNG\r\n\x1a\n"
_SHOWN = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP"),
        *(b"pHYs", b"sBIT", b"bKGD", b"cICP", b"acTL", b"fcTL", b"fdAT"),
    )
)
_JPEG_KEPT = frozenset((0xE0, 0xE2, 0xEE))  # JFIF, the colour profile, Adobe's colour transform
_ORIENTATION = 0x0112
_OF_EDITORS = re.compile(
    r"\{[^}]*(inkscape|sodipodi|adobe|sketch|figma|creativecommons|rdf)[^}]*\}"
)


def without_traces(name: str, data: bytes) -> bytes:
    """Give a picture without its metadata; anything else, and a broken picture, as it is."""
    try:
        if data.startswith(_PNG):
            return _PNG + b"".join(_chunks(data))
        if data.startswith(b"\xff\xd8"):
            return b"".join(_segments(data))
        if data.startswith((b"GIF87a", b"GIF89a")):
            return b"".join(_blocks(data))
        if name.casefold().endswith(".svg"):
            return _svg(data)
    except (IndexError, struct.error, ValueError, etree.XMLSyntaxError):
        return data  # the maker of the PDF names a picture that it cannot read
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while True:
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + size
        if end > len(data):
            raise ValueError
        if kind in _SHOWN:
            yield data[at:end]
        if kind == b"IEND":
            return
        at = end


def _segments(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        end = at + 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
        if end > len(data):
            raise ValueError
        if marker == 0xDA:
            last = data.rfind(b"\xff\xd9")
            yield data[at : last + 2] if last > at else data[at:]
            return
        if marker == 0xE1:
            yield _turned(data[at + 4 : end])
        elif marker in _JPEG_KEPT or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            yield data[at:end]
        at = end


def _turned(exif: bytes) -> bytes:
    """Give an Exif segment that tells which way up the picture is and nothing else, or nothing."""
    if not exif.startswith(b"Exif\0\0"):
        return b""
    order = "<" if exif[6:8] == b"II" else ">"
    start = 6 + struct.unpack(f"{order}I", exif[10:14])[0]
    (count,) = struct.unpack(f"{order}H", exif[start : start + 2])
    for number in range(count):
        at = start + 2 + 12 * number
        tag, _, _, turn = struct.unpack(f"{order}HHIH", exif[at : at + 10])
        if tag == _ORIENTATION and 1 < turn <= 8:
            entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, turn, 0)
            kept = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + entry + bytes(4)
            return b"\xff\xe1" + struct.pack(">H", len(kept) + 2) + kept
    return b""


def _blocks(data: bytes) -> Iterator[bytes]:
    at = 13 + _colours(data[10])
    yield data[:at]
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x2C:
            at = _after(data, at + 11 + _colours(data[at + 9]))
            yield data[start:at]
        elif data[at] == 0x21:
            label = data[at + 1]
            repeats = data[at + 3 : at + 14] == b"NETSCAPE2.0"
            at = _after(data, at + 2)
            if label in (0xF9, 0x01) or (label == 0xFF and repeats):
                yield data[start:at]
        else:
            raise ValueError
    yield b";"


def _colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after(data: bytes, at: int) -> int:
    """Give where the sub-blocks that begin at `at` end."""
    while data[at]:
        at += data[at] + 1
    return at + 1


def _svg(data: bytes) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    found = False
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            is_trace = True
        else:
            is_trace = element.tag.endswith("}metadata") or bool(_OF_EDITORS.match(element.tag))
            for key in [each for each in element.attrib if _OF_EDITORS.match(str(each))]:
                del element.attrib[key]
                found = True
        parent = element.getparent()
        if is_trace and parent is not None:
            _take_out(element, parent)
            found = True
    return etree.tostring(root, encoding="UTF-8") if found else data


def _take_out(element: etree._Element, parent: etree._Element) -> None:
    """Remove an element and keep the text that follows it."""
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)
