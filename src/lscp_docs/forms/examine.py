"""A file's bytes to what is seen in it; pure, and run in the child process (`reading.py`)."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject

from lscp_docs.forms import active, limits, pages, structure
from lscp_docs.forms.identity import PREFIX
from lscp_docs.forms.limits import TooMuchError
from lscp_docs.forms.objects import UnreadableError, value
from lscp_docs.forms.observed import Active, Observed, Opening, SeenField
from lscp_docs.forms.overlays import overlaid
from lscp_docs.forms.pictures import DRAWN_LATER, Pictures
from lscp_docs.forms.revisions import changed_since
from lscp_docs.forms.stored import seen
from lscp_docs.forms.strings import said
from lscp_docs.forms.walker import Terminal, Walked, walk

MENDED = "Some of the file is not as the PDF standard asks, and was mended to be read."
FIELDS_LOST = "Some boxes of the file cannot be read."
PAGES_LOST = "Some pages of the file cannot be shown."
TWO_FORMS = "The file holds more than one form."

TWICE = "Two boxes have this name and say the same."
CONTRADICTS = "Two boxes have this name and say different things."

HARMLESS = "Overwriting cache for"
"""What pypdf says when it has read an object twice, as of files that were saved over."""

Pair = tuple[Terminal, SeenField]


def observe(data: bytes, password: str = "") -> Observed:
    """Tell what is in a file; never raises, whatever the file holds.

    `password` opens a file that is protected by one; a file that needs none is read all the same.
    """
    if len(data) > limits.LARGEST_FILE:
        return Observed(opening=Opening.TOO_LARGE)
    if not structure.is_pdf(data):
        return Observed(opening=Opening.NOT_A_PDF)
    try:
        with _warnings_heard() as heard:
            return _observed(data, heard, password)
    except (TooMuchError, LimitReachedError, RecursionError, MemoryError):
        return Observed(opening=Opening.TOO_LARGE)
    except Exception:  # noqa: BLE001  # pypdf raises whatever comes
        return Observed(opening=Opening.CORRUPT)


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard = False

    def emit(self, record: logging.LogRecord) -> None:
        if not str(record.msg).startswith(HARMLESS):
            self.heard = True  # what it says may quote the file


@contextmanager
def _warnings_heard() -> Iterator[_Ear]:
    """Hear whether pypdf had to mend something; its warnings go nowhere else."""
    library, ear = logging.getLogger("pypdf"), _Ear()
    passed_on, level = library.propagate, library.level
    library.propagate = False
    library.setLevel(logging.WARNING)
    library.addHandler(ear)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield ear
    finally:
        library.removeHandler(ear)
        library.propagate = passed_on
        library.setLevel(level)


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a file: its dictionary, its fields as they were walked and as they were seen."""

    stored: DictionaryObject
    walked: Walked
    pairs: tuple[Pair, ...]


def read_form(reader: PdfReader, placed: pages.Annotations) -> Form | None:
    """Read every field of a file; None where it has no form."""
    stored = value(reader.root_object, "/AcroForm")
    if not isinstance(stored, DictionaryObject):
        return None
    walked, on = walk(stored), placed.pages
    pairs = tuple((field, seen(field, on)) for field in walked.fields)
    if sum(len(field.value) for _, field in pairs) > limits.LETTERS:
        raise TooMuchError
    return Form(stored, walked, pairs)


def _observed(data: bytes, heard: _Ear, password: str) -> Observed:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not any(map(reader.decrypt, ("", password))):
        return Observed(opening=Opening.ENCRYPTED)
    sheets = pages.page_list(reader)
    placed = pages.all_annotations(sheets)
    form = read_form(reader, placed)
    file = _file(data, reader, len(sheets))
    changed: tuple[str, ...] = ()
    if form is not None and any(field.kind != "signature" for _, field in form.pairs):
        file = _with_form(file, form, placed, sheets)
        damage = _damage(data, file, heard)  # what is wrong with the earlier saves is no damage
        changed = changed_since(data, structure.saves(data), reader, form.pairs)
    else:
        file = _with_words(file, form, placed, sheets)
        damage = _damage(data, file, heard)
    return file.model_copy(update={"changed_since": changed, "damage": damage})


def _damage(data: bytes, file: Observed, heard: _Ear) -> tuple[str, ...]:
    mended = (MENDED,) if heard.heard else ()
    return (*structure.tail_faults(data), *file.damage, *mended)


def _file(data: bytes, reader: PdfReader, sheets: int) -> Observed:
    """What the file tells as a whole."""
    inside = active.inside(reader.root_object)
    if structure.has_external_stream(data):
        inside.active.add(Active.EXTERNAL)
    return Observed(
        opening=Opening.OPENED,
        pages=sheets,
        has_xfa=Active.XFA in inside.active,
        attached=inside.attached[0] if inside.attached else {},
        revisions=max(1, len(structure.saves(data))),
        restricted=reader.is_encrypted,
        producer=_producer(reader),
        active=tuple(sorted(inside.active)),
        damage=(TWO_FORMS,) if len(inside.attached) > 1 else (),
    )


def _producer(reader: PdfReader) -> str:
    try:
        info = value(reader.trailer, "/Info")
        told = said(value(info, "/Producer")).text if isinstance(info, DictionaryObject) else ""
    except UnreadableError:
        told = ""
    return "".join(letter for letter in told if letter.isprintable())[:100]


def _with_form(
    file: Observed, form: Form, placed: pages.Annotations, sheets: list[PageObject]
) -> Observed:
    """Add what the form and the feet of its pages say."""
    pictures = Pictures(form.stored)
    over = overlaid(
        [(terminal, pictures.compared(terminal, field)) for terminal, field in form.pairs], placed
    )
    hidden = [field for field in over.fields if field.name.startswith(PREFIX)]
    fields = [field for field in over.fields if not field.name.startswith(PREFIX)]
    feet, broken = pages.quick_feet(sheets)
    identities = dict.fromkeys((field.name, field.value) for field in hidden)
    faults = (
        (FIELDS_LOST, form.walked.unreadable + placed.unreadable > 0),
        (PAGES_LOST, broken > 0),
        (TWO_FORMS, len(identities) > len({field.name for field in hidden})),
    )
    told = (fault for fault, is_so in faults if is_so)
    return file.model_copy(
        update={
            "fields": _once(field for field in fields if field.kind != "signature"),
            "has_form": True,
            "loose_widgets": placed.loose(form.walked.visited),
            "signatures": _signatures(form),
            "hidden": {name.removeprefix(PREFIX): value for name, value in identities},
            "feet": feet,
            "beside": over.beside,
            "undrawn": sum(DRAWN_LATER in field.remarks for field in fields),
            "damage": tuple(dict.fromkeys((*file.damage, *told))),
        }
    )


def _signatures(form: Form) -> int:
    """Count the fields in which somebody has signed."""
    return sum(
        field.kind == "signature" and "/V" in terminal.attributes for terminal, field in form.pairs
    )


def _with_words(
    file: Observed,
    form: Form | None,
    placed: pages.Annotations,
    sheets: list[PageObject],
) -> Observed:
    """Add what a file without a form shows."""
    words = pages.words(sheets)
    return file.model_copy(
        update={
            "loose_widgets": placed.loose(frozenset() if form is None else form.walked.visited),
            "signatures": 0 if form is None else _signatures(form),
            "feet": words.feet,
            "letters": words.letters,
            "images": words.images,
        }
    )


def _once(fields: Iterator[SeenField]) -> tuple[SeenField, ...]:
    """Give one field for each name; several that differ are told as one that is doubtful."""
    by_name: dict[str, list[SeenField]] = {}
    for field in fields:
        by_name.setdefault(field.name, []).append(field)
    return tuple(each[0] if len(each) == 1 else _merged(each) for each in by_name.values())


def _merged(fields: list[SeenField]) -> SeenField:
    first = fields[0]
    values = dict.fromkeys(field.value for field in fields)
    if len(values) == 1:
        return first.model_copy(update={"remarks": (*first.remarks, TWICE)})
    told = " / ".join(value for value in values if value)
    return first.model_copy(update={"value": told, "notes": (*first.notes, CONTRADICTS)})
