"""Packed files: zip, gzip and tar, unpacked with limits; a zip of Office is read as what it is."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

from lscp_docs.disclosure.reading.file import File, TooMuchError
from lscp_docs.disclosure.reading.loose import strings
from lscp_docs.disclosure.reading.package import is_package, package
from lscp_docs.disclosure.reading.place import Passage, PlaceKind

_START = b"PK\x03\x04"
_ENCRYPTED = 1
_MEND = "Save the file again."
_LOCKED = "It is locked with a password. Search it unlocked."
_OLD = (
    "Old files of Word, Excel and Outlook, and embedded objects, are searched for loose strings "
    "only. Save it in today's form, or take it out."
)


def zipped(file: File) -> Iterator[Passage]:
    """Yield what a zip says, in its members and around them."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        # Nothing is swallowed: such a place stops the file, and its strings are searched.
        yield file.unreadable("the file", f"It is packed (zip), but not whole. {_MEND}")
        yield file.passage("the file", PlaceKind.LOOSE_STRINGS, strings(file.data))
        return
    with archive:
        parts, faults = _unpacked(file, archive)
    yield from _around(file, archive)
    for place, why in faults:
        yield file.unreadable(place, why)
    if is_package(parts):
        yield from package(file, parts)
        names = " | ".join(parts)
        yield file.passage("names of parts", PlaceKind.MARKUP, names)
    else:
        for number, (name, data) in enumerate(parts.items(), start=1):
            place = f"file {number} in the archive"
            yield from file.inside(place, data, PlaceKind.ARCHIVED, name=name)


def _unpacked(
    file: File, archive: zipfile.ZipFile
) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    parts: dict[str, bytes] = {}
    faults: list[tuple[str, str]] = []
    for number, entry in enumerate(archive.infolist(), start=1):
        place = f"part {number} of the zip"
        file.budget.part()
        name = entry.filename
        while name in parts:  # a second part of one name is read too
            name = f"{name} (again)"
        try:
            parts[name] = _member(file, archive, entry)
        except TooMuchError as error:
            faults.append((place, str(error)))
        except Exception:  # noqa: BLE001 - a broken zip raises whatever comes
            is_locked = entry.flag_bits & _ENCRYPTED
            why = "It is locked with a password." if is_locked else "It cannot be unpacked."
            faults.append((place, f"{why} {_MEND}"))
    return parts, faults


def _member(file: File, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    room = file.budget.room
    # The sizes that a zip states may lie, so the bytes are counted as they come.
    with archive.open(entry) as stream:
        content = stream.read(room + 1)
    if len(content) > room:
        raise TooMuchError(f"It unpacks to more than {room // 1_000_000} MB.")
    file.budget.unpack(len(content))
    return content


def _around(file: File, archive: zipfile.ZipFile) -> Iterator[Passage]:
    """Yield what stands in the zip outside of its members."""
    entries = archive.infolist()
    told = [archive.comment, *(entry.comment for entry in entries)]
    text = strings(b"\n".join(told))
    if text:
        yield file.passage("remarks of the zip", PlaceKind.ARCHIVED, text)
    before = file.data[: max(0, file.data.find(_START))]
    end = file.data.rfind(b"PK\x05\x06")
    after = file.data[end + 22 + len(archive.comment) :] if end >= 0 else b""
    for place, data in (("before the zip", before), ("after the zip", after)):
        if data.strip(b"\x00"):
            yield file.passage(place, PlaceKind.LOOSE_STRINGS, strings(data))


def gzipped(file: File) -> Iterator[Passage]:
    """Yield what a file packed by gzip says, its stored name included."""
    room = file.budget.room
    unpacking = zlib.decompressobj(31)
    try:
        content = unpacking.decompress(file.data, room)
    except zlib.error:
        yield file.unreadable("the file", f"It is packed (gzip), but not whole. {_MEND}")
        return
    file.budget.unpack(len(content))
    yield file.passage("head of the packed file", PlaceKind.ARCHIVED, strings(file.data[:512]))
    if not unpacking.eof or unpacking.unused_data:
        yield file.unreadable("the end of the file", "It is too large, or more follows in it.")
    hint = "." + file.name.removesuffix(".gz").rpartition(".")[2]
    yield from file.inside("packed file", content, PlaceKind.ARCHIVED, hint=hint)


def tarred(file: File) -> Iterator[Passage]:
    """Yield what the members of a tar say; nothing is ever written."""
    try:
        with tarfile.open(fileobj=io.BytesIO(file.data), mode="r:") as archive:
            for number, entry in enumerate(archive, start=1):
                place = f"file {number} in the archive"
                owner = f"{entry.uname} {entry.gname} {entry.linkname}"
                yield file.passage(f"owner of {place}", PlaceKind.ARCHIVED, owner)
                stream = archive.extractfile(entry) if entry.isreg() else None
                content = stream.read(file.budget.room) if stream else b""
                yield from file.inside(place, content, PlaceKind.ARCHIVED, name=entry.name)
    except (tarfile.TarError, EOFError, OSError, ValueError):
        yield file.unreadable("the rest of the archive", f"It is not whole. {_MEND}")


def old_office(file: File) -> Iterator[Passage]:
    """Yield the strings of an old file of Office or Outlook, and files that lie in it whole."""
    is_locked = "EncryptedPackage".encode("utf-16-le") in file.data
    yield file.unreadable("the file", _LOCKED if is_locked else _OLD)
    yield file.passage("the file", PlaceKind.LOOSE_STRINGS, strings(file.data))
    start, end = file.data.find(_START), file.data.rfind(b"PK\x05\x06")
    if 0 <= start < end:
        yield from file.inside("file within", file.data[start : end + 22], PlaceKind.EMBEDDED_FILE)
    start, end = file.data.find(b"%PDF-"), file.data.rfind(b"%%EOF")
    if 0 <= start < end:
        yield from file.inside("file within", file.data[start : end + 6], PlaceKind.EMBEDDED_FILE)
