"""Pictures: what their files say besides the picture. No picture is ever decoded."""

from __future__ import annotations

import html
import struct
import zlib
from collections.abc import Iterator

from lscp_docs.disclosure.reading.file import File
from lscp_docs.disclosure.reading.loose import strings
from lscp_docs.disclosure.reading.place import Passage, PlaceKind

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
GIF = b"GIF8"
TIFF = (b"II*\x00", b"MM\x00*")
_STARTS = (PNG, JPEG, GIF, *TIFF)
_TEXTUAL = (1, 2, 6, 7)
_DIRECTORIES = (0x8769, 0x8825, 0xA005, 0x014A)
"""The tags that point at more tags: EXIF, position, further ones."""
_MOST_DIRECTORIES = 50
_SHORT_TEXT = 2_000_000


def is_picture(data: bytes) -> bool:
    """Tell whether bytes begin as a picture does."""
    return data.startswith(_STARTS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def picture(file: File) -> Iterator[Passage]:
    """Yield the texts that cameras and programs wrote into a picture's file."""
    data = file.data
    yield file.unseen("the picture")
    if data.startswith(PNG):
        found = list(_png(data))
    elif data.startswith(JPEG):
        found = list(_jpeg(data))
    elif data.startswith(GIF):
        found = list(_gif(data))
    elif data.startswith(TIFF):
        found = list(_tiff(data))
    else:
        found = list(_webp(data))
    for number, piece in enumerate(found, start=1):
        text = html.unescape(strings(piece, is_short=True))
        if text:
            yield file.passage(f"detail {number} of the picture", PlaceKind.PICTURE_DATA, text)


def _png(data: bytes) -> Iterator[bytes]:
    position = len(PNG)
    while position + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, position)
        content = data[position + 8 : position + 8 + length]
        if name in (b"tEXt", b"eXIf"):
            yield content
        elif name in (b"zTXt", b"iTXt", b"iCCP"):
            yield content
            yield _inflated(content)
        elif name not in (b"IDAT", b"PLTE", b"fdAT"):
            yield content
        position += 12 + length
        if name == b"IEND":
            break
    yield data[position:]


def _inflated(content: bytes) -> bytes:
    """Return what a chunk packs: its stream begins after one of its first zero bytes."""
    for start in range(1, min(len(content), 300)):
        if content[start] == 0x78:
            try:
                return zlib.decompressobj().decompress(content[start:], _SHORT_TEXT)
            except zlib.error:
                continue
    return b""


def _jpeg(data: bytes) -> Iterator[bytes]:
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xDA:  # the picture itself follows
            break
        length = max(2, int.from_bytes(data[position + 2 : position + 4], "big"))
        if 0xE0 <= marker <= 0xEF or marker == 0xFE:
            yield data[position + 4 : position + 2 + length]
        position += 2 + length
    end = data.find(b"\xff\xd9", position)
    if end >= 0:
        yield data[end + 2 :]


def _gif(data: bytes) -> Iterator[bytes]:
    """Yield the blocks of comments, texts and programs, wherever they are."""
    position = data.find(b"\x21")
    while 0 <= position < len(data) - 2:
        if data[position + 1] in (0xFE, 0x01, 0xFF):
            block, end = _blocks(data, position + 2)
            yield block
            position = data.find(b"\x21", end)
        else:
            position = data.find(b"\x21", position + 1)


def _blocks(data: bytes, position: int) -> tuple[bytes, int]:
    """Return the joined blocks that begin at a position, and where they end."""
    found = []
    while position < len(data) and data[position]:
        length = data[position]
        found.append(data[position + 1 : position + 1 + length])
        position += 1 + length
    joined = b"".join(found)
    return joined + b"\n" + data[position - len(joined) : position], max(position, 1)


def _webp(data: bytes) -> Iterator[bytes]:
    position = 12
    while position + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, position)
        if name not in (b"VP8 ", b"VP8L", b"ALPH", b"ANMF"):
            yield data[position + 8 : position + 8 + length]
        position += 8 + length + length % 2
    yield data[position:]


def _tiff(data: bytes) -> Iterator[bytes]:
    """Yield the values of all tags but the picture's own, in every directory."""
    order = "<" if data[:2] == b"II" else ">"
    waiting = [struct.unpack_from(f"{order}I", data.ljust(8, b"\x00"), 4)[0]]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_DIRECTORIES:
        position = waiting.pop()
        if position in seen or not 8 <= position <= len(data) - 2:
            continue
        seen.add(position)
        (count,) = struct.unpack_from(f"{order}H", data, position)
        for entry in range(position + 2, position + 2 + 12 * count, 12):
            if entry + 12 > len(data):
                break
            tag, kind, length, value = struct.unpack_from(f"{order}HHII", data, entry)
            if tag in _DIRECTORIES and length == 1:
                waiting.append(value)
            elif kind in _TEXTUAL:
                yield data[entry + 8 : entry + 12] if length <= 4 else data[value : value + length]
        following = position + 2 + 12 * count
        if following + 4 <= len(data):
            waiting.append(struct.unpack_from(f"{order}I", data, following)[0])
