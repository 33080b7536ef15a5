"""Fill in a form as a person's program does: what stands in each box goes in, a PDF comes out."""

from __future__ import annotations

import io
import logging
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pypdf

MANY_LINES = 1 << 12
"""The flag of a box that holds more than one line."""

LETTER = 5.3
"""Points: a little more than a letter of the boxes' ten-point type takes in an English sentence."""


def filled(form: bytes, texts: Mapping[str, str]) -> bytes:
    """Give a form in which each of these boxes holds its text, and shows it in every viewer.

    `texts` is what `written` gives: "yes" for a tick, an option's value for a choice. An empty text
    leaves its box as it is. Raises ValueError for a name that no box of the form has, and for a
    state that a button does not offer.
    """
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(form))
    writer.pdf_header = "%PDF-1.7"
    boxes = {str(box["/T"]): box for box in _boxes(writer)}
    answers = {name: text for name, text in texts.items() if text}
    if unknown := answers.keys() - boxes.keys():
        raise ValueError(f"the form has no box called {min(unknown)}")
    buttons = {name: text for name, text in answers.items() if boxes[name]["/FT"] == "/Btn"}
    words = {name: text for name, text in answers.items() if name not in buttons}
    _write(writer, boxes, words)
    for name, state in buttons.items():
        _press(boxes[name], state)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _boxes(writer: pypdf.PdfWriter) -> list[Any]:
    form: Any = writer.root_object["/AcroForm"]
    return [box.get_object() for box in form["/Fields"]]


def _write(writer: pypdf.PdfWriter, boxes: Mapping[str, Any], words: Mapping[str, str]) -> None:
    """Draw each text in lines that its box can show, and store it as it is."""
    from pypdf.generic import NameObject, TextStringObject

    drawn = {name: _in_lines(boxes[name], text) for name, text in words.items()}
    with _unheard("pypdf"):
        writer.update_page_form_field_values(None, drawn, auto_regenerate=False)
    for name, text in words.items():
        boxes[name][NameObject("/V")] = TextStringObject(text)


def _in_lines(box: Any, text: str) -> str:
    """Break a text into lines, which the library would draw as one that runs out of its box."""
    if not box.get("/Ff", 0) & MANY_LINES:
        return text
    left, _, right, _ = (float(edge) for edge in box["/Rect"])
    letters = int((right - left) / LETTER)
    return "\n".join(textwrap.fill(line, letters) for line in text.split("\n"))


def _press(box: Any, state: str) -> None:
    """Set a tick, or the one of a group of radio buttons that offers this state.

    The library would write the state of a group as a text; it is a name.
    """
    from pypdf.generic import NameObject

    name = NameObject(f"/{state}")
    buttons = [kid.get_object() for kid in box.get("/Kids", [box])]
    if not any(name in button["/AP"]["/N"] for button in buttons):
        raise ValueError(f"{box['/T']} does not offer {state}")
    box[NameObject("/V")] = name
    for button in buttons:
        is_meant = name in button["/AP"]["/N"]
        button[NameObject("/AS")] = name if is_meant else NameObject("/Off")


@contextmanager
def _unheard(library: str) -> Iterator[None]:
    """Keep a library's warnings unheard: they repeat the answer in which a letter is missing."""
    logger = logging.getLogger(library)
    was_heard, nobody = logger.propagate, logging.NullHandler()
    logger.propagate = False
    logger.addHandler(nobody)
    try:
        yield
    finally:
        logger.removeHandler(nobody)
        logger.propagate = was_heard
