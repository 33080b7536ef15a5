"""What a form shows is what it stores: ticks, radio buttons and drop-down lists, by two engines.

A person answers what the page shows; the program reads what is stored. Each button's ink is
compared with that of the blank, each list's words with those of the option that is stored.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image
from tests.every_kind import ROWS, blank_form, prefilled_form
from tests.fillers import FILLERS
from tests.test_room_in_boxes import text_boxes

from lscp_docs.forms.blank import CHOOSE
from lscp_docs.forms.examine import read_form
from lscp_docs.forms.pages import all_annotations
from lscp_docs.model.answers.boxes import FieldKind, FormField, fields_of
from lscp_docs.model.answers.values import TICKED

DPI = 100
EDGE = 3.0
"""Points at each side of a button that its frame takes."""

INKED = 0.04
"""The part of a button that a mark blackens at the least; ours blacken a tenth and more."""

Area = tuple[float, float, float, float]


@dataclass(frozen=True)
class Place:
    """A button or a list on a page (from 0), and the option that the button stands for."""

    box: FormField
    option: str
    page: int
    area: Area


@dataclass(frozen=True)
class Drawn:
    """The pages of a form as an engine draws them, and the words that it finds in an area."""

    pages: list[Image.Image]
    words: Callable[[int, Area], str]


Engine = Callable[[bytes], Drawn]


def by_pdfium(data: bytes) -> Drawn:
    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    pages = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in pdf]
    flat = pypdfium2.PdfDocument(data)
    flat.init_forms()
    for page in flat:
        page.flatten()
    texts = [page.get_textpage() for page in flat]

    def words(page: int, area: Area) -> str:
        return str(texts[page].get_text_bounded(*area))

    return Drawn(pages, words)


def by_poppler(data: bytes) -> Drawn:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "form.pdf").write_bytes(data)
        run("pdftoppm", "-r", str(DPI), "-gray", "form.pdf", "page", folder=folder)
        run("pdftotext", "-bbox", "form.pdf", "words.html", folder=folder)
        pages = [Image.open(path) for path in sorted(folder.glob("page*.pgm"))]
        for page in pages:
            page.load()
        found = list(_words((folder / "words.html").read_text("utf-8")))

    def words(page: int, area: Area) -> str:
        left, bottom, right, top = area
        high = pages[page].height * 72 / DPI
        return " ".join(
            word
            for on, x, y, word in found
            if on == page and left < x < right and bottom < high - y < top
        )

    return Drawn(pages, words)


def run(*command: str, folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, timeout=600)


WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')


def _words(told: str) -> Iterator[tuple[int, float, float, str]]:
    """Yield each word that pdftotext tells, with its page and its middle from the top left."""
    for number, page in enumerate(told.split("<page ")[1:]):
        for *corners, word in WORD.findall(page):
            x0, y0, x1, y1 = map(float, corners)
            yield number, (x0 + x1) / 2, (y0 + y1) / 2, word


ENGINES: Mapping[str, Engine] = {"PDFium": by_pdfium, "poppler": by_poppler}


@cache
def places(key: str) -> tuple[Place, ...]:
    """Give every button and every list of a form."""
    found: list[Place] = []
    with pikepdf.open(io.BytesIO(blank_form(key))) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        for box in fields_of(ROWS[key].model):
            if box.kind in (FieldKind.LINE, FieldKind.TEXT):
                continue
            field = fields[box.name]
            options = [option.value for option in box.options] or [TICKED]
            kids = list(field.get("/Kids", [field]))
            for kid, option in zip(kids, options if len(kids) > 1 else options[:1], strict=True):
                x0, y0, x1, y1 = map(float, kid.Rect)
                found.append(Place(box, option, pages[kid.P.objgen], (x0, y0, x1, y1)))
    return tuple(found)


def stored(data: bytes) -> dict[str, str]:
    form = read_form(pypdf.PdfReader(io.BytesIO(data)), all_annotations([]))
    assert form is not None
    return {seen.name: seen.value for _, seen in form.pairs}


def ink(drawn: Drawn, place: Place) -> float:
    """Give the part of a button that is dark, without its frame."""
    page = drawn.pages[place.page]
    left, bottom, right, top = place.area
    corners = (left + EDGE, page.height * 72 / DPI - top + EDGE)
    corners += (right - EDGE, page.height * 72 / DPI - bottom - EDGE)
    dots = page.crop(tuple(round(each * DPI / 72) for each in corners)).tobytes()
    return sum(dot < 128 for dot in dots) / len(dots)


@cache
def ink_of_the_blank(key: str, engine: str) -> dict[Place, float]:
    drawn = ENGINES[engine](blank_form(key))
    return {place: ink(drawn, place) for place in places(key) if place.box.kind != FieldKind.LIST}


def words_of(value: str, box: FormField, program: str) -> str:
    """Give what a list shows for a value: the option's words, but pypdf draws the value itself."""
    words = {option.value: option.words for option in box.options}
    return value if program == "pypdf" and value in words else words.get(value, CHOOSE)


def lies(key: str, data: bytes, engine: str, program: str = "") -> set[str]:
    """Give the boxes that show something else than is stored in them."""
    drawn, values = ENGINES[engine](data), stored(data)
    blank = ink_of_the_blank(key, engine)
    found = set()
    for place in places(key):
        value = values[place.box.name]
        if place.box.kind is FieldKind.LIST:
            shown = " ".join(drawn.words(place.page, place.area).split())
            if shown != words_of(value, place.box, program):
                found.add(place.box.name)
        elif (ink(drawn, place) > blank[place] + INKED) is not (value == place.option):
            found.add(place.box.name)
    return found


def chosen(key: str, turn: int, program: str) -> dict[str, str]:
    """Give an answer to each choice, in each turn another; every third tick is set.

    pikepdf draws no words, so it leaves the lists alone.
    """
    texts = {}
    for number, box in enumerate(fields_of(ROWS[key].model)):
        if box.kind is FieldKind.LIST and program == "pikepdf":
            continue
        if box.options:
            texts[box.name] = box.options[(turn + number) % len(box.options)].value
        elif box.kind is FieldKind.TICK:
            texts[box.name] = TICKED if (turn + number) % 3 == 0 else ""
    return texts


def turns(key: str) -> int:
    """Give after how many turns each option has been chosen in each box."""
    return max(3, *(len(box.options) for box in fields_of(ROWS[key].model)))


KEYS = [pytest.param(key, id=f"{key}/") for key in ROWS]
POPPLER = pytest.param("poppler", marks=pytest.mark.clients)


@pytest.mark.parametrize("engine", ["PDFium", POPPLER])
@pytest.mark.parametrize("key", KEYS)
def test_a_blank_and_a_prefilled_form_show_what_they_store(key: str, engine: str) -> None:
    assert places(key)
    assert lies(key, blank_form(key), engine) == set()
    assert lies(key, prefilled_form(key), engine) == set()
    assert any(each > 0 for each in ink_of_the_blank(key, engine).values()) is False


@pytest.mark.parametrize("program", ["pikepdf", "pypdf", "PDFium"])
@pytest.mark.parametrize("turn", range(9))
def test_every_state_is_shown_as_it_is_stored(turn: int, program: str, tmp_path: Path) -> None:
    key = "every-kind"
    assert turns(key) == 9
    (data,) = FILLERS[program](blank_form(key), [chosen(key, turn, program)], tmp_path)
    assert lies(key, data, "PDFium", program) == set()


@pytest.mark.clients
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("program", ["pikepdf", "pypdf", "PDFium", "pdf.js"])
@pytest.mark.parametrize("key", KEYS)
def test_every_form_shows_what_it_stores_whoever_fills_it_in(
    key: str, program: str, engine: str, tmp_path: Path
) -> None:
    each = [chosen(key, turn, program) for turn in range(turns(key))]
    for data in FILLERS[program](blank_form(key), each, tmp_path):
        assert lies(key, data, engine, program) == set()


@pytest.mark.parametrize("engine", ["PDFium", POPPLER])
@pytest.mark.parametrize("box", ["choice", "ticks_social", "tick", "events_2_seen", "list_of"])
def test_a_box_that_shows_another_state_is_seen(box: str, engine: str) -> None:
    data = tampered(prefilled_form("every-kind"), box)
    assert lies("every-kind", data, engine) == {box}


def tampered(data: bytes, box: str) -> bytes:
    """Change what one box shows, or of a list what it stores, and nothing else."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        field = next(each for each in pdf.Root.AcroForm.Fields if str(each.T) == box)
        if pikepdf.Name.Ch == field.FT:
            field.V = pikepdf.String("neglect")
        elif "/Kids" in field:
            button = field.Kids[0]
            (on,) = (state for state in button.AP.N.keys() if state != "/Off")  # noqa: SIM118
            button.AS = pikepdf.Name("/Off" if on == button.AS else on)
        else:  # PDFium sets the state of a tick by its value on opening: so its pictures change
            looks = field.AP.N
            looks.yes, looks.Off = looks.Off, looks.yes
        changed = io.BytesIO()
        pdf.save(changed)
        return changed.getvalue()


@pytest.mark.parametrize("program", ["PDFium", pytest.param("pdf.js", marks=pytest.mark.clients)])
def test_spaces_and_hyphens_of_word_texts_are_drawn_as_such(program: str, tmp_path: Path) -> None:
    pasted, plain = "Give 5\u00a0mg of Para\u00adcetamol", "Give 5 mg of Paracetamol"
    texts: list[dict[str, str]] = [{"long": pasted}, {"long": plain}]
    files = FILLERS[program](blank_form("every-kind"), texts, tmp_path)
    assert stored(files[0])["long"] == pasted
    assert text_boxes("every-kind")[1].box.name == "long"
    box = text_boxes("every-kind")[1]
    shown = [by_pdfium(data).words(box.page, box.area) for data in files]
    assert re.sub(r"[\s\u00ad\ufffe]", "", shown[0]) == re.sub(r"\s", "", shown[1])
    assert "5" in shown[1]
