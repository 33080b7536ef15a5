"""The fillable forms: accessible, and each box as its model declares it."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import page as validator
import pikepdf
import pypdfium2
import pytest
from tests import fillers
from tests.every_kind import EVERY_KIND, ROWS, blank_form, identity, made, prefilled, prefilled_form

from lscp_docs.forms.identity import ATTACHMENT, Identity
from lscp_docs.model.answers.boxes import NOT_ANSWERED, FieldKind, FormField, fields_of

READ_ONLY, REQUIRED, MULTILINE = 1 << 0, 1 << 1, 1 << 12
HIDDEN = 1 << 1
BUTTONS = (FieldKind.RADIO, FieldKind.TICK)

Area = tuple[float, float, float, float]


@dataclass(frozen=True)
class Form:
    """A form, blank or prefilled, and what is in its PDF."""

    key: str
    is_prefilled: bool
    data: bytes
    pdf: pikepdf.Pdf

    @property
    def boxes(self) -> tuple[FormField, ...]:
        return fields_of(ROWS[self.key].model)

    @property
    def fields(self) -> dict[str, pikepdf.Object]:
        return {str(field.T): field for field in self.pdf.Root.AcroForm.Fields}

    @property
    def texts(self) -> dict[str, str]:
        return prefilled(ROWS[self.key]) if self.is_prefilled else {}

    def widgets(self) -> Iterator[tuple[int, str, pikepdf.Object]]:
        """Yield each widget that can be seen: its page from 0, its box's name, itself."""
        for number, page in enumerate(self.pdf.pages):
            for each in page.get("/Annots", []):
                if each.Subtype == pikepdf.Name.Widget and not int(each.get("/F", 0)) & HIDDEN:
                    named = each if "/T" in each else each.Parent
                    yield number, str(named.T), each


@cache
def opened(name: str) -> Form:
    key, _, kind = name.rpartition("/")
    data = prefilled_form(key) if kind == "prefilled" else blank_form(key)
    return Form(key, kind == "prefilled", data, pikepdf.open(io.BytesIO(data)))


@pytest.fixture(params=[f"{key}/{kind}" for key in ROWS for kind in ("blank", "prefilled")])
def form(request: pytest.FixtureRequest) -> Form:
    """Each form, once blank and once with an answer in each box."""
    return opened(request.param)


# What the form is as a document.


def test_a_form_meets_pdf_ua_1(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(form.data)
    result = validator.validate_pdf(str(path), profile="ua1")
    assert result.is_compliant, [(each.rule_id, each.message) for each in result.failures]


def test_a_form_names_itself_and_its_language(form: Form) -> None:
    root = form.pdf.Root
    assert form.data.startswith(b"%PDF-1.7\n")
    assert root.MarkInfo.Marked is True
    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert str(form.pdf.docinfo.Title) == ROWS[form.key].title
    with form.pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_the_boxes_are_visited_in_the_order_of_the_structure(form: Form) -> None:
    assert {str(page.get("/Tabs")) for page in form.pdf.pages} == {"/S"}


def test_every_font_is_embedded(form: Form) -> None:
    described = [each for each in objects(form.pdf) if each.get("/Type") == "/FontDescriptor"]
    fonts = [each for each in objects(form.pdf) if each.get("/Type") == "/Font"]
    assert described
    assert all("/FontFile2" in each or "/FontFile3" in each for each in described)
    assert all("/FontDescriptor" in each or "/DescendantFonts" in each for each in fonts)


def test_nothing_in_a_form_acts_by_itself(form: Form) -> None:
    acting = {"/JS", "/JavaScript", "/AA", "/OpenAction", "/XFA"}
    assert {key for each in objects(form.pdf) for key in each.keys()} & acting == set()  # noqa: SIM118
    assert [name for _, name, widget in form.widgets() if "/A" in widget] == []
    assert "/NeedAppearances" not in form.pdf.Root.AcroForm


def objects(found: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    kinds = (pikepdf.Dictionary, pikepdf.Stream)
    return (each for each in found.objects if isinstance(each, kinds))


def test_a_form_says_what_it_is_hidden_attached_and_printed(form: Form) -> None:
    told = identity(ROWS[form.key])
    hidden = {name: field for name, field in form.fields.items() if name.startswith("lscp_")}
    assert {name: str(field.V) for name, field in hidden.items()} == told.hidden
    assert {int(field.F) for field in hidden.values()} == {HIDDEN}
    assert all(int(field.Ff) & READ_ONLY for field in hidden.values())
    attached = json.loads(form.pdf.attachments[ATTACHMENT].get_file().read_bytes())
    assert Identity.of(attached) == told
    printed = pypdfium2.PdfDocument(form.data)
    assert {Identity.at_foot(page.get_textpage().get_text_range()) for page in printed} == {told}


# Each box.


def test_every_question_has_its_box_and_no_box_is_unasked(form: Form) -> None:
    hidden = list(identity(ROWS[form.key]).hidden)
    assert list(form.fields) == [*(box.name for box in form.boxes), *hidden]
    assert {name for _, name, _ in form.widgets()} == {box.name for box in form.boxes}


def test_a_box_says_its_whole_question_to_who_hears_it_alone(form: Form) -> None:
    for box in form.boxes:
        needed = " (needed)" if box.required else ""
        assert str(form.fields[box.name].TU) == f"{box.asks}{needed}"
        for option, kid in zip(box.options, form.fields[box.name].get("/Kids", []), strict=False):
            assert str(kid.Contents) == f"{box.asks}{needed}: {option.words}"


def test_every_box_is_in_the_structure_that_is_read_aloud(form: Form) -> None:
    parents = dict(numbered(form.pdf.Root.StructTreeRoot.ParentTree))
    for _, name, widget in form.widgets():
        element = parents[int(widget.StructParent)]
        assert pikepdf.Name.Form == element.S, name
        kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
        pointers = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
        assert any(kid.get("/Obj") == widget for kid in pointers), name


def numbered(tree: pikepdf.Object) -> Iterator[tuple[int, pikepdf.Object]]:
    numbers = list(tree.get("/Nums", []))
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    yield from ((int(number), found) for number, found in pairs)
    for kid in tree.get("/Kids", []):
        yield from numbered(kid)


def test_boxes_stand_on_their_pages_and_apart_from_one_another(form: Form) -> None:
    by_page: dict[int, list[tuple[str, Area]]] = {}
    for number, name, widget in form.widgets():
        by_page.setdefault(number, []).append((name, area(widget)))
    for number, placed in by_page.items():
        left, bottom, right, top = area(form.pdf.pages[number].obj, "/MediaBox")
        for place, (name, (x0, y0, x1, y1)) in enumerate(placed):
            assert left < x0 < x1 < right, name
            assert bottom < y0 < y1 < top, name
            for other, (u0, v0, u1, v1) in placed[:place]:
                assert x1 <= u0 or u1 <= x0 or y1 <= v0 or v1 <= y0, (name, other)


def area(found: pikepdf.Object, key: str = "/Rect") -> Area:
    x0, y0, x1, y1 = (float(each) for each in found[key])
    return x0, y0, x1, y1


def test_a_box_takes_what_its_question_allows(form: Form) -> None:
    locked = next(iter(form.texts), "")
    for box in form.boxes:
        field = form.fields[box.name]
        flags = int(field.get("/Ff", 0))
        assert bool(flags & REQUIRED) is box.required, box.name
        assert bool(flags & READ_ONLY) is (box.name == locked), box.name
        assert int(field.get("/MaxLen", 0)) == box.limit, box.name
        if box.kind is FieldKind.TEXT:
            assert flags & MULTILINE, box.name
        if box.kind is FieldKind.LIST:
            offered = [(str(value), str(words)) for value, words in field.Opt]
            assert offered[0][0] == NOT_ANSWERED
            assert offered[1:] == [(option.value, option.words) for option in box.options]


def test_a_button_has_a_state_for_each_option_and_one_for_none(form: Form) -> None:
    for box in form.boxes:
        if box.kind in BUTTONS:
            field = form.fields[box.name]
            wanted = [option.value for option in box.options] or ["yes"]
            kids = list(field.get("/Kids", [field]))
            assert [{*kid.AP.N.keys()} for kid in kids] == [{f"/{x}", "/Off"} for x in wanted]


def test_what_is_filled_in_already_is_stored_and_nothing_else(form: Form) -> None:
    nothing = {FieldKind.LIST: NOT_ANSWERED, FieldKind.RADIO: "/Off", FieldKind.TICK: "/Off"}
    for box in form.boxes:
        text = form.texts.get(box.name, "")
        stored = f"/{text}" if text and box.kind in BUTTONS else text
        assert str(form.fields[box.name].V) == (stored or nothing.get(box.kind, "")), box.name


def test_no_two_boxes_share_an_appearance(form: Form) -> None:
    looks = [
        each.objgen
        for _, _, widget in form.widgets()
        for each in (
            [widget.AP.N] if isinstance(widget.AP.N, pikepdf.Stream) else widget.AP.N.values()
        )
    ]
    assert len(looks) == len(set(looks)) >= len(form.boxes)


# The same bytes.

MADE = (
    "import hashlib, sys; from tests.every_kind import EVERY_KIND, made; "
    "print(hashlib.sha256(made(EVERY_KIND)).hexdigest())"
)


def test_a_form_has_the_same_bytes_in_another_process_with_another_hash_seed() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", MADE], env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True, cwd=fillers.PROJECT,
        ).stdout
        for seed in ("0", "4242")
    }  # fmt: skip
    assert len(digests) == 1


def test_another_sending_is_another_file() -> None:
    later = made(EVERY_KIND, created=dt.date(2026, 3, 3))
    assert later != blank_form(EVERY_KIND.key) == made(EVERY_KIND)


@pytest.mark.clients
@pytest.mark.parametrize("key", ROWS)
def test_each_form_has_the_same_bytes_when_it_is_made_again(key: str) -> None:
    assert made(ROWS[key]) == blank_form(key)
