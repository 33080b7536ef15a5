"""Everything stored in a PDF beside its pages: each object is walked over, reachable or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lscp_docs.disclosure.reading.file import File, TooMuchError
from lscp_docs.disclosure.reading.loose import strings
from lscp_docs.disclosure.reading.pdf_strings import Stored, kind_of, kind_of_reference, stored_in
from lscp_docs.disclosure.reading.place import Passage, PlaceKind

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import StreamObject

MOST_OBJECTS = 100_000
_SKIPPED = (
    *("/Contents", "/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode", "/CIDToGIDMap"),
    *("/CIDSet", "/SMask", "/Mask", "/Function", "/Functions", "/Length", "/ColorSpace"),
    *("/DestOutputProfile", "/Pattern", "/Shading", "/Thumb", "/CharProcs", "/Encoding"),
)
"""What points at streams of drawing and of fonts: pages tell their text."""

_OF_THE_FORMAT = frozenset(
    (
        *("Art", "Caption", "Catalog", "Code", "Contents", "Count", "Dest", "Div", "Document"),
        *("Figure", "First", "Font", "Form", "Index", "Info", "Kids", "Lang", "Last", "Link"),
        *("Marked", "Metadata", "Name", "Names", "Next", "Note", "Page", "Pages", "Parent", "Part"),
        *("Pattern", "Prev", "Quote", "Range", "Rect", "Root", "Sect", "Size", "Span", "Table"),
        *("Tabs", "Title", "Type"),
    )
)
"""Keys that every PDF has as ISO 32000 writes them: Lang in their list names no family."""

_SHOWING_TEXT = (b"Tj", b"TJ", b"'", b'"')
"""The operators that draw text."""


def objects_of(file: File, reader: PdfReader) -> Iterator[Passage]:
    """Yield each string with its kind, and what streams say."""
    yield from _Objects(file, reader).read()


class _Objects:
    def __init__(self, file: File, reader: PdfReader) -> None:
        self._file = file
        self._reader = reader
        self._counts: Counter[str] = Counter()
        self._names: dict[str, None] = {}
        self._fonts: dict[str, None] = {}
        self._pointed_at: dict[int, str] = {}
        self._streams: dict[int, StreamObject] = {}
        self._broken = 0

    def read(self) -> Iterator[Passage]:
        """Yield the strings of all objects, then the streams, by what points at them."""
        information = self._reader.trailer.get("/Info")
        information = getattr(information, "idnum", information)
        for number, stored in self._objects():
            for found in stored_in(stored):
                yield from self._string(found, is_information=number == information)
        yield from self._all_names()
        for number, stream in self._streams.items():
            yield from self._stream(number, stream)
        if self._broken:
            words = "what is stored beside the pages"
            why = f"{self._broken} of its objects are broken. Save the file again."
            yield self._file.unreadable(words, why)

    def _objects(self) -> Iterator[tuple[int, Any]]:
        from pypdf.generic import IndirectObject, StreamObject

        reader = self._reader
        keys = {(n, g) for g, numbers in reader.xref.items() for n in numbers}
        keys |= {(number, 0) for number in reader.xref_objStm}
        if len(keys) > MOST_OBJECTS:
            raise TooMuchError(f"It holds more than {MOST_OBJECTS} objects.")
        yield 0, reader.trailer
        for number, generation in sorted(keys):
            try:
                stored = IndirectObject(number, generation, reader).get_object()
            except Exception:  # noqa: BLE001 - pypdf raises whatever comes
                self._broken += 1
                continue
            if isinstance(stored, StreamObject):
                self._streams[number] = stored
            yield number, stored

    def _string(self, found: Stored, *, is_information: bool) -> Iterator[Passage]:
        if found.reference is not None:
            self._pointed_at.setdefault(found.reference, found.key)
            return
        kind, words = kind_of(found)
        if is_information and not found.is_name:
            yield self._file.passage(_property(found.key), PlaceKind.PROPERTY, found.text)
        elif kind is PlaceKind.FONT:
            self._fonts[found.text] = None
        elif kind is PlaceKind.MARKUP and found.is_name:
            self._names[found.text] = None
        else:
            self._counts[words] += 1
            yield self._file.passage(f"{words} {self._counts[words]}", kind, found.text)

    def _all_names(self) -> Iterator[Passage]:
        names = " | ".join(name for name in self._names if name not in _OF_THE_FORMAT)
        yield self._file.passage("names for programs", PlaceKind.MARKUP, names)
        yield self._file.passage("names of fonts", PlaceKind.FONT, " | ".join(self._fonts))

    def _stream(self, number: int, stream: StreamObject) -> Iterator[Passage]:
        key = self._pointed_at.get(number, "")
        known = kind_of_reference(key)
        subtype, type_ = stream.get("/Subtype"), stream.get("/Type")
        if type_ in ("/ObjStm", "/XRef"):
            return
        if subtype == "/Image":
            yield from self._picture(stream)
        elif subtype == "/Form":
            yield from self._drawing(stream)
        elif type_ == "/Metadata":
            yield from self._inside("metadata", stream, PlaceKind.XMP)
        elif type_ == "/EmbeddedFile" or key in ("/EF", "/F", "/UF"):
            yield from self._inside("attachment", stream, PlaceKind.EMBEDDED_FILE)
        elif known is not None:
            yield from self._inside("stored value", stream, known)
        elif key not in _SKIPPED and type_ not in ("/Pattern", "/CMap"):
            yield from self._loose(stream)

    def _inside(self, words: str, stream: StreamObject, kind: PlaceKind) -> Iterator[Passage]:
        self._counts[words] += 1
        place = f"{words} {self._counts[words]}"
        data = self._data(stream)
        if data is None:
            yield self._file.unreadable(place, "It cannot be unpacked. Save the file again.")
        else:
            yield from self._file.inside(place, data, kind)

    def _data(self, stream: StreamObject) -> bytes | None:
        try:
            data = stream.get_data()
        except Exception:  # noqa: BLE001 - pypdf raises whatever comes
            return None
        data = data if isinstance(data, bytes) else str(data).encode()
        self._file.budget.unpack(len(data))
        return data

    def _picture(self, stream: StreamObject) -> Iterator[Passage]:
        self._counts["picture"] += 1
        place = f"picture {self._counts['picture']}"
        filters = stream.get("/Filter")
        if filters in ("/DCTDecode", ["/DCTDecode"]):
            data = bytes(stream._data)  # the JPEG file as it is stored
            yield from self._file.inside(place, data, PlaceKind.PICTURE_DATA)
        else:
            yield self._file.unseen(place)

    def _drawing(self, stream: StreamObject) -> Iterator[Passage]:
        """Yield the text of a drawing, such as a stamp; those on pages are told again."""
        self._counts["drawing"] += 1
        place = f"stored drawing {self._counts['drawing']}"
        try:
            # What a drawing in a drawing says is told with that one: each is an object of its own.
            shows_text = any(sign in stream.get_data() for sign in _SHOWING_TEXT)
            page = self._reader.pages[0]
            text = page.extract_xform_text(stream) if shows_text else ""  # type: ignore[arg-type]
        except Exception:  # noqa: BLE001 - pypdf raises whatever comes
            yield self._file.unreadable(place, "The drawing is broken. Save the file again.")
            return
        if text.strip():
            yield self._file.passage(place, PlaceKind.APPEARANCE, text)

    def _loose(self, stream: StreamObject) -> Iterator[Passage]:
        self._counts["stream"] += 1
        place = f"stored data {self._counts['stream']}"
        data = self._data(stream)
        if data is None:
            yield self._file.unreadable(place, "It cannot be unpacked. Save the file again.")
            return
        text = strings(data)
        if text:
            yield self._file.passage(place, PlaceKind.LOOSE_STRINGS, text)


_PROPERTIES = (
    *("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate"),
    *("/ModDate", "/Trapped"),
)


def _property(key: str) -> str:
    return f"property {key[1:]}" if key in _PROPERTIES else "other property"
