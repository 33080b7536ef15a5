"""What a file is, told by its content, and who reads it; what nobody can read is said so."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import unquote_to_bytes

from lscp_docs.disclosure.reading.archive import gzipped, old_office, tarred, zipped
from lscp_docs.disclosure.reading.file import DEEPEST, LARGEST_FILE, Budget, File, TooMuchError
from lscp_docs.disclosure.reading.loose import decoded, is_text, strings
from lscp_docs.disclosure.reading.mail import is_mail, mail
from lscp_docs.disclosure.reading.markup import html_page, is_html, is_xml, xml_file
from lscp_docs.disclosure.reading.pdf import pdf
from lscp_docs.disclosure.reading.picture import is_picture, picture
from lscp_docs.disclosure.reading.place import Passage, PlaceKind, Unreadable
from lscp_docs.disclosure.reading.plain import calendar, is_calendar, plain

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DATA_ADDRESS = re.compile(r"data:([\w.+/-]*)((?:;[\w.=+-]+)*),([^\s\"'<>)]{4,})", re.I)
_BASE64 = re.compile(r"(?<![\w+/-])[A-Za-z0-9+/_-]{16,}={0,2}(?![\w+/=])")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})")
_ENDINGS = {"image/svg+xml": ".svg", "text/html": ".html", "text/plain": ".txt"}
_MOST_ENCODED = 200
"""Stretches of one passage that are decoded: more are no hidden words, but a picture."""


def passages(name: str, data: bytes) -> Iterator[Passage]:
    """Yield everything that a file says, visible or hidden, with the place of each.

    What a file is, is told by its content; its name is a hint only, and is itself a passage. Reads
    at most `file.LARGEST_FILE` bytes, and what is packed in it within the limits of that module.
    Nothing is raised: what cannot be read is an `Unreadable`.
    """
    yield Passage("file name", PlaceKind.FILE_NAME, name)
    if len(data) > LARGEST_FILE:
        why = f"The file is larger than {LARGEST_FILE // 1_000_000} MB."
        yield Unreadable("the file", PlaceKind.UNREADABLE, "", why)
        return
    file = File(name=name, data=data, budget=Budget(), read=_read)
    yield from _with_other_writings(file, _read(file))


def _with_other_writings(file: File, found: Iterator[Passage]) -> Iterator[Passage]:
    """Yield passages, each followed by what it says in another writing, as deep as files go."""
    deeper = replace(file, depth=file.depth + 1)
    for passage in found:
        yield passage if _is_sound(passage.text) else replace(passage, text=_mended(passage.text))
        if file.depth < DEEPEST:
            try:
                yield from _with_other_writings(deeper, _encoded(file, passage))
            except TooMuchError as error:
                yield Unreadable(passage.place, PlaceKind.UNREADABLE, "", str(error))


def _is_sound(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _mended(text: str) -> str:
    """Return a text whose letters were written as two halves with these joined."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _read(file: File) -> Iterator[Passage]:
    try:
        yield from _reader(file)(file)
    except TooMuchError as error:
        yield file.unreadable("the rest of the file", str(error))
    except Exception:  # noqa: BLE001 - a hostile file may make a parser raise anything
        yield file.unreadable("the rest of the file", "The file is broken. Save it again.")
        yield file.passage("the file", PlaceKind.LOOSE_STRINGS, strings(file.data))


def _reader(file: File) -> Callable[[File], Iterator[Passage]]:
    data = file.data
    for starts, reader in _BY_START:
        if data.startswith(starts):
            return reader
    if b"%PDF-" in data[:1024]:
        return pdf
    if is_picture(data):
        return picture
    if data[257:262] == b"ustar":
        return tarred
    if not data:
        return _empty
    return _reader_of_text(file) if is_text(data) else _unknown_form(file)


def _reader_of_text(file: File) -> Callable[[File], Iterator[Passage]]:
    data = file.data
    if is_calendar(data):
        return calendar
    if is_html(data, file.name) and not data.lstrip().startswith(b"<?xml"):
        return html_page
    if is_xml(data):
        return xml_file
    return mail if is_mail(data, file.name) else plain


def _unknown_form(file: File) -> Callable[[File], Iterator[Passage]]:
    if b"PK\x05\x06" in file.data[-70_000:]:  # a zip with something before it
        return zipped
    return mail if is_mail(file.data, file.name) else _unknown


def _empty(_: File) -> Iterator[Passage]:
    return iter(())


def _unknown(file: File) -> Iterator[Passage]:
    """Yield that a file is of no form that is read, and the strings in it."""
    yield file.unreadable(
        "the file",
        "It is of a form that is not read; only loose strings in it are. "
        "Take it out, or save it in another form.",
    )
    yield file.passage("the file", PlaceKind.LOOSE_STRINGS, strings(file.data))


def _encoded(file: File, passage: Passage) -> Iterator[Passage]:
    """Yield what a passage says in another writing: escapes, Base64, a file in an address."""
    text = passage.text
    if "data:" in text.casefold():
        for number, found in enumerate(_DATA_ADDRESS.finditer(text), start=1):
            yield from _in_address(file, passage, found, number)
    plainer = _unescaped(text)
    if plainer != text:
        yield Passage(f"{passage.place}, decoded", passage.kind, plainer)
    for found, _ in zip(_BASE64.finditer(text), range(_MOST_ENCODED), strict=False):
        said = _from_base64(found[0])
        if said:
            yield Passage(f"{passage.place}, decoded", passage.kind, said)


def _unescaped(text: str) -> str:
    if "%" in text:
        text = unquote_to_bytes(text).decode("utf-8", "replace")
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
    return text


def _from_base64(text: str) -> str:
    """Return what Base64 says when that is words; nothing otherwise."""
    plain_form = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        said = base64.b64decode(plain_form + "=" * (-len(plain_form) % 4))
        words = decoded(said) if b"\x00" in said else said.decode()
    except ValueError:
        return ""
    is_said = all(letter.isprintable() or letter.isspace() for letter in words)
    return words if is_said else ""


def _in_address(
    file: File, passage: Passage, found: re.Match[str], number: int
) -> Iterator[Passage]:
    content = unquote_to_bytes(found[3])
    if "base64" in found[2].casefold():
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", content)
        content = base64.b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + b"===")
    file.budget.unpack(len(content))
    # The address itself is in the passage; the file in it is told apart.
    place = f"file in an address ({passage.place}, {number})"
    hint = _ENDINGS.get(found[1].casefold(), "")
    yield from file.inside(place, content, PlaceKind.EMBEDDED_FILE, hint=hint)


_BY_START: tuple[tuple[tuple[bytes, ...], Callable[[File], Iterator[Passage]]], ...] = (
    ((b"PK\x03\x04", b"PK\x05\x06"), zipped),
    ((b"\x1f\x8b",), gzipped),
    ((_OLE,), old_office),
    ((b"{\\rtf",), _unknown),
)
