"""The earlier saves inside a file: which answers in them were taken back since."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import IndirectObject

from lscp_docs.forms.limits import EARLIER_SAVES, TooMuchError
from lscp_docs.forms.objects import Key, UnreadableError, dictionary, value
from lscp_docs.forms.observed import SeenField
from lscp_docs.forms.strings import said
from lscp_docs.forms.walker import Terminal

NO_ANSWER = ("", "Off", "-")


def changed_since(
    data: bytes,
    saves: tuple[int, ...],
    last: PdfReader,
    fields: Iterable[tuple[Terminal, SeenField]],
) -> tuple[str, ...]:
    """Give the names of the fields whose answer in an earlier save is not in the last one.

    An answer that was only carried on with is still there, and so not among them. Of a file with
    very many saves the last ones are compared.
    """
    pairs = [(field, seen) for field, seen in fields if field.key is not None]
    changed: dict[str, None] = {}
    for end in saves[:-1][-EARLIER_SAVES:]:
        earlier = _opened(data[:end])
        if earlier is None:
            continue
        for field, seen in pairs:
            place = _place(earlier, field.key)
            if place is None or place == _place(last, field.key):
                continue
            told = _answer(earlier, field.key)
            if told not in NO_ANSWER and not _goes_on(told, seen):
                changed[seen.name] = None
    return tuple(changed)


def _opened(data: bytes) -> PdfReader | None:
    try:
        return PdfReader(BytesIO(data))
    except (LimitReachedError, RecursionError, MemoryError) as error:
        raise TooMuchError from error
    except Exception:  # noqa: BLE001  # pypdf raises whatever comes; then it was no save
        return None


def _place(reader: PdfReader, key: Key | None) -> object:
    """Give where an object stands in a file, without reading it."""
    number, generation = key or (0, 0)
    return reader.xref.get(generation, {}).get(number) or reader.xref_objStm.get(number)


def _answer(reader: PdfReader, key: Key | None) -> str:
    number, generation = key or (0, 0)
    try:
        field = dictionary(IndirectObject(number, generation, reader))
        return said(value(field, "/V")).text.removeprefix("/") if "/V" in field else ""
    except UnreadableError:
        return ""


def _goes_on(told: str, seen: SeenField) -> bool:
    if seen.kind == "tick":
        return bool(seen.value)
    earlier, now = " ".join(told.split()), " ".join(seen.value.split())
    return now.startswith(earlier) if seen.kind == "text" else now == earlier
