"""What a program destroys when it fills in a form is flagged, or it is known that it cannot be."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.every_kind import blank_form
from tests.fillers import FILLERS
from tests.test_round_trip import EVERY, quiet, read, values_in

from lscp_docs.forms.examine import observe
from lscp_docs.forms.limits import LARGEST_FILE
from lscp_docs.forms.observed import Observed, Opening, SeenField
from lscp_docs.forms.pictures import MAY_BE_ANOTHER
from lscp_docs.forms.strings import CONTROLS, LOST_EMOJI, LOST_LETTERS

__all__ = ["quiet"]


def long_box(program: str, text: str, folder: Path) -> tuple[Observed, SeenField | None]:
    """Write a text into the long box, and give what is seen of the file and of the box."""
    (data,) = FILLERS[program](blank_form(EVERY), [{"long": text}], folder)
    seen = observe(data)
    return seen, next((field for field in seen.fields if field.name == "long"), None)


@pytest.mark.parametrize(
    ("program", "text", "becomes", "told"),
    [
        ("PDFium", "a😀b", "a\uf600b", LOST_EMOJI),
        ("PDFium", "a🤔b", "a\uf914b", LOST_EMOJI),
        ("PDFium", "a🫶b", "a\ufaf6b", LOST_EMOJI),
        ("PDFium", "a👩‍👧b", "a\uf469\u200d\uf467b", LOST_EMOJI),
        ("PDFium", "a🇬🇧b", "a\uf1ec\uf1e7b", LOST_EMOJI),
        ("PDFium", "þÿabc", "\u6162\ufffd", LOST_LETTERS),
        ("PDFium", "þÿabcd", "\u6162\u6364", MAY_BE_ANOTHER),
        ("PDFium", "𠮷", "\u0bb7", MAY_BE_ANOTHER),
        ("PDFium", "𝐇i", "\ud407i", MAY_BE_ANOTHER),
        ("PDFium", "名前", "名前", MAY_BE_ANOTHER),
        ("PDFium", "שלום", "שלום", MAY_BE_ANOTHER),
        ("pypdf", "þÿabc", "\u6162\ufffd", LOST_LETTERS),
        ("pypdf", "þÿabcd", "\u6162\u6364", ""),
        ("pypdf", "þÿ", "", ""),
        ("pypdf", "ï»¿abc", "abc", ""),
        ("pikepdf", "a\ufffdb", "a\x9fb", CONTROLS),
    ],
)
def test_what_a_program_destroys_is_a_question(
    program: str, text: str, becomes: str, told: str, tmp_path: Path
) -> None:
    _, field = long_box(program, text, tmp_path)
    assert field is not None
    assert field.value == becomes
    assert field.notes
    assert told in ("", *field.notes)


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("a\tb", "a b"),
        ("\U00020041nn", "Ann"),
        ("\U00022713", "✓"),
        ("þÿ  ", "\u2020"),
        ("þÿ", ""),
    ],
)
def test_what_nobody_can_tell_of_pdfium_is_known(text: str, becomes: str, tmp_path: Path) -> None:
    """It is listed in docs/forms.md; where a reader comes to tell it, the list must be shorter."""
    _, field = long_box("PDFium", text, tmp_path)
    assert field is not None
    assert (field.value, field.notes) == (becomes, ())


@pytest.mark.parametrize(
    "text",
    [
        "Zoë O’Brien – £5",
        "Łukasz Żółć",
        "Иван",
        "Ελένη",
        "Zoe\u0308",
        "✓ ☐ ● →",
        "2\u2011year\u200b",
    ],
)
def test_letters_that_the_form_has_and_symbols_are_no_question(text: str, tmp_path: Path) -> None:
    _, field = long_box("PDFium", text, tmp_path)
    assert field is not None
    assert (field.value, field.notes) == (text, ())


def test_a_program_that_cuts_at_the_limit_leaves_what_was_shown(tmp_path: Path) -> None:
    _, field = long_box("PDFium", "x" * 599 + "yz", tmp_path)
    assert field is not None
    assert field.value == "x" * 599 + "y"


@pytest.mark.parametrize("program", ["pikepdf", "pypdf"])
def test_a_text_that_is_too_long_is_a_problem(program: str, tmp_path: Path) -> None:
    (data,) = FILLERS[program](blank_form(EVERY), [{"long": "x" * 601}], tmp_path)
    (problem,) = read(EVERY, values_in(data)).problems
    assert problem.field == "long"
    assert "600 characters" in problem.problem


@pytest.mark.clients
def test_a_script_that_poppler_embeds_is_read_or_the_file_is_named_as_too_large(
    tmp_path: Path,
) -> None:
    text = "名前 is her name"
    (data,) = FILLERS["poppler"](blank_form(EVERY), [{"long": text}], tmp_path)
    seen = observe(data)
    if len(data) > LARGEST_FILE:
        assert seen.opening is Opening.TOO_LARGE
    else:
        assert next(x.value for x in seen.fields if x.name == "long") == text


def test_the_radio_buttons_that_pypdf_stores_as_text_are_read(tmp_path: Path) -> None:
    (data,) = FILLERS["pypdf"](blank_form(EVERY), [{"choice": "yes"}], tmp_path)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        stored: Any = next(x.V for x in pdf.Root.AcroForm.Fields if str(x.T) == "choice")
    assert isinstance(stored, pikepdf.String)
    assert next(x.value for x in values_in(data) if x.name == "choice") == "yes"
