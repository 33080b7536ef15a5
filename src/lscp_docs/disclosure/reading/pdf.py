"""PDF: pages, everything stored beside them, and every earlier state of the file."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from lscp_docs.disclosure.reading.file import File, TooMuchError
from lscp_docs.disclosure.reading.loose import strings
from lscp_docs.disclosure.reading.pdf_objects import objects_of
from lscp_docs.disclosure.reading.pdf_pages import pages_of
from lscp_docs.disclosure.reading.place import Passage, PlaceKind, Unreadable

LIMITS: dict[str, Any] = {
    **dict.fromkeys(
        (
            "maximum_declared_stream_length",
            "array_based_stream_maximum_output_length",
            "zlib_maximum_output_length",
            "lzw_maximum_output_length",
            "run_length_maximum_output_length",
            "brotli_maximum_output_length",
            "jbig2_maximum_output_length",
        ),
        20_000_000,
    ),
    "stream_decoding_work_maximum_length": 60_000_000,
    "stream_filters_maximum_length": 4,
    "array_maximum_element_count": 50_000,
    "dictionary_maximum_element_count": 20_000,
    "page_tree_maximum_entries": 5_000,
    "page_tree_maximum_depth": 50,
    "jbig2dec_binary": None,
    "disable_legacy_handling": True,
}
"""pypdf's own limits are too wide for a file from outside (`forms.limits` tells the same)."""

MOST_REVISIONS = 20
_END = re.compile(rb"%%EOF[\r\n]{0,2}")


def pdf(file: File) -> Iterator[Passage]:
    """Yield what a PDF says as it is now, then what only its earlier revisions say."""
    now = _state(file)
    yield from now
    told = {passage.text for passage in now}
    for number, data in enumerate(_earlier(file.data), start=1):
        if number > MOST_REVISIONS:
            why = f"The file was saved more than {MOST_REVISIONS} times. Print it anew."
            yield file.unreadable("the later revisions", why)
            return
        kind = file.kind or PlaceKind.EARLIER_REVISION
        place = file.at(f"earlier revision {number}")
        for passage in _state(replace(file, data=data, place=place, kind=kind)):
            if passage.text not in told or isinstance(passage, Unreadable):
                told.add(passage.text)
                yield passage
    end = file.data.rfind(b"%%EOF")
    if end >= 0 and file.data[end + 5 :].strip():
        text = strings(file.data[end + 5 :])
        yield file.passage("after the end of the file", PlaceKind.LOOSE_STRINGS, text)


def _earlier(data: bytes) -> list[bytes]:
    """Return each earlier state: what stands before each end of file but the last one.

    A linearised file begins with a part that has an end of its own and is no earlier state.
    """
    ends = [found.end() for found in _END.finditer(data)][:-1]
    if b"/Linearized" in data[:1024]:
        ends = ends[1:]
    return [data[:end] for end in ends]


def _state(file: File) -> list[Passage]:
    """Return what one state of the file says; read at once, since pypdf's limits are global."""
    from pypdf import apply_configuration

    found: list[Passage] = []
    with apply_configuration(**LIMITS), _unheard():
        try:
            found += _read(file)
        except TooMuchError as error:
            found.append(file.unreadable("the rest of the file", str(error)))
        except Exception:  # noqa: BLE001 - pypdf raises whatever comes
            found.append(file.unreadable("the file", "It is no whole PDF. Save it again."))
            found.append(file.passage("the file", PlaceKind.LOOSE_STRINGS, strings(file.data)))
    return found


@contextmanager
def _unheard() -> Iterator[None]:
    """Keep pypdf's warnings unheard: they may quote the file."""
    logger, nobody = logging.getLogger("pypdf"), logging.NullHandler()
    was_heard = logger.propagate
    logger.propagate = False
    logger.addHandler(nobody)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.removeHandler(nobody)
        logger.propagate = was_heard


def _read(file: File) -> Iterator[Passage]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(file.data))
    if reader.is_encrypted and not reader.decrypt(""):
        yield file.unreadable("the file", "It is locked with a password. Search it unlocked.")
        return
    yield from _recovered(file, "the pages", pages_of(file, reader))
    yield from _recovered(file, "what is stored beside the pages", objects_of(file, reader))


def _recovered(file: File, words: str, passages: Iterator[Passage]) -> Iterator[Passage]:
    try:
        yield from passages
    except TooMuchError as error:
        yield file.unreadable(words, str(error))
    except Exception:  # noqa: BLE001 - pypdf raises whatever comes
        yield file.unreadable(words, "The rest is broken. Save the file again.")
        yield file.passage(words, PlaceKind.LOOSE_STRINGS, strings(file.data))
