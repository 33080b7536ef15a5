"""A .docx file as its parts: read with limits and strict XML, written the same way every time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from lscp_docs.errors import Problem, TemplateError

DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MOST_FILE_BYTES: Final = 20_000_000
MOST_UNPACKED_BYTES: Final = 50_000_000
MOST_PART_BYTES: Final = 20_000_000
MOST_PARTS: Final = 500

# 1 January 1980, midnight: the earliest moment a zip can state, so no clock reaches the file.
_DOS_TIME: Final = 0
_DOS_DATE: Final = 0x0021
_UTF8_NAMES: Final = 0x0800
_DEFLATED: Final = 8

_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError),
    NotImplementedError,  # what zipfile says of a way of packing that it does not know
    RuntimeError,  # and of a part that is locked with a password
    *(ValueError, OSError),  # a place before the file's beginning
)
"""What a damaged or foreign zip ends in; each becomes one sentence that the file is damaged."""


@dataclass(frozen=True, slots=True)
class Member:
    """A part as it stands in the zip: deflated, with the checksum and size of its contents."""

    name: bytes
    deflated: bytes
    crc: int
    size: int


def unpacked(file: str, data: bytes) -> dict[str, bytes]:
    """Return each part of the Word file `data` by its name.

    Raises TemplateError, naming `file`, for anything that is no Word file, is larger than the
    limits of this module, or holds XML that is broken or declares entities.
    """
    if len(data) > MOST_FILE_BYTES:
        raise _not_word(file, f"is larger than {MOST_FILE_BYTES // 1_000_000} MB.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _read(file, archive)
    except _BROKEN as error:
        raise _not_word(file, "is not a whole .docx file; save it again from Word.") from error
    if "word/document.xml" not in parts or "[Content_Types].xml" not in parts:
        raise _not_word(file, "is not a Word document; save it from Word as .docx.")
    broken = tuple(_broken_xml(file, parts))
    if broken:
        raise TemplateError(f"{file} holds XML that cannot be trusted.", broken)
    return parts


def _read(file: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_PARTS:
        raise _not_word(file, f"has more than {MOST_PARTS} parts.")
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        # The sizes that a zip states may lie, so the bytes are counted as they come.
        with archive.open(entry) as stream:
            content = stream.read(MOST_PART_BYTES + 1)
        total += len(content)
        if len(content) > MOST_PART_BYTES or total > MOST_UNPACKED_BYTES:
            raise _not_word(file, "unpacks to more than a template can need.")
        if entry.filename in parts:
            raise _not_word(file, "holds two parts of one name.")
        parts[entry.filename] = content
    return parts


def _not_word(file: str, why: str) -> TemplateError:
    return TemplateError(f"{file} {why}", (Problem(file=file, problem=f"The file {why}"),))


def _broken_xml(file: str, parts: dict[str, bytes]) -> Iterable[Problem]:
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            fault = xml_fault(content)
            if fault:
                yield Problem(
                    file=file, path=name, problem=fault, hint="Save it again from Word as .docx."
                )


def xml_fault(content: bytes) -> str:
    """Return what is wrong with the XML in `content`, or nothing when it is sound."""
    parser = expat.ParserCreate()

    def doctype(*_: object) -> None:
        raise _DoctypeError

    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes no keyword here
    except _DoctypeError:
        return "The XML declares a document type, which no Word file needs."
    except expat.ExpatError as error:
        return f"The XML is broken ({expat.ErrorString(error.code)})."
    return ""


class _DoctypeError(Exception):
    """Expat met a document type, the only way to declare an entity."""


def refused(name: str, problems: Iterable[Problem]) -> TemplateError:
    """Return the error of the template `name` that tells each of its `problems` once."""
    every = tuple(dict.fromkeys(problems))
    things = "1 thing" if len(every) == 1 else f"{len(every)} things"
    return TemplateError(f"The template {name} has {things} to mend in Word.", every)


def member(name: str, content: bytes) -> Member:
    """Return `content` deflated as the part `name`."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    deflated = deflate.compress(content) + deflate.flush()
    return Member(name.encode(), deflated, zlib.crc32(content), len(content))


def packed(members: Iterable[Member]) -> bytes:
    """Return the zip of `members` in the order given; the same members give the same bytes."""
    local: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in members:
        facts = struct.pack(
            "<HHHHHIIIHH",
            20,
            _UTF8_NAMES,
            _DEFLATED,
            _DOS_TIME,
            _DOS_DATE,
            part.crc,
            len(part.deflated),
            part.size,
            len(part.name),
            0,
        )
        local += (b"PK\x03\x04", facts, part.name, part.deflated)
        directory += (b"PK\x01\x02\x14\x00", facts, struct.pack("<HHHII", 0, 0, 0, 0, offset))
        directory.append(part.name)
        offset += 4 + len(facts) + len(part.name) + len(part.deflated)
    central = b"".join(directory)
    count = len(directory) // 4
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(central), offset, 0)
    return b"".join((*local, central, end))


def in_order(names: Iterable[str]) -> list[str]:
    """Return part names in the order of the zip: what says how to read the others comes first."""
    first = ("[Content_Types].xml", "_rels/.rels")
    return sorted(names, key=lambda name: (name not in first, name))
