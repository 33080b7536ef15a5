"""Every text box shows as many letters of English prose as it may hold, by two engines."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.every_kind import ROWS, blank_form
from tests.fillers import FILLERS

from lscp_docs.forms.layout import SPARE
from lscp_docs.model.answers.boxes import FormField, fields_of

ENGLISH = (
    "The health visitor called on the family twice in that week and found nobody at home. She left "
    "a card with her number, rang the mother on the following Monday and was told that the "
    "children were staying with their grandmother until the repairs to the flat had been finished. "
    "Nobody asked when that would be, nor whether the grandmother had been told about the "
    "appointment at the hospital. The school knew of the change because the older brother had "
    "mentioned it to his teacher, who wrote it down but did not pass it on. "
)
END = " END"


def prose(limit: int, *, paragraphs: int = 2) -> str:
    """Give one or two paragraphs of English with so many letters; the last word is END."""
    text = (ENGLISH * (limit // len(ENGLISH) + 1))[: limit - len(END)]
    middle = text.rfind(" ", 0, limit // 2)
    cut = "\n" if paragraphs == 2 else " "
    return f"{text[:middle]}{cut}{text[middle + 1 :]}{END}"


Area = tuple[float, float, float, float]


@dataclass(frozen=True)
class TextBox:
    """A box for text, and where it lies; the page is counted from 0."""

    box: FormField
    page: int
    area: Area


@cache
def text_boxes(key: str) -> tuple[TextBox, ...]:
    """Give one box of each size and limit among a form's boxes for text."""
    boxes = {box.name: box for box in fields_of(ROWS[key].model) if box.limit >= 80}
    found: dict[tuple[int, ...], TextBox] = {}
    with pikepdf.open(io.BytesIO(blank_form(key))) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        for field in pdf.Root.AcroForm.Fields:
            if box := boxes.get(str(field.T)):
                x0, y0, x1, y1 = map(float, field.Rect)
                size = (round(x1 - x0), round(y1 - y0), box.limit)
                found.setdefault(size, TextBox(box, pages[field.P.objgen], (x0, y0, x1, y1)))
    return tuple(found.values())


def full(key: str) -> dict[str, str]:
    """Give a text of full length for each box, in two paragraphs where the answer is long."""
    return {
        each.box.name: prose(each.box.limit, paragraphs=2 if each.box.limit > SPARE else 1)
        for each in text_boxes(key)
    }


def unseen_ends(key: str, data: bytes) -> list[str]:
    """Give the boxes in which the last word of the text does not lie wholly."""
    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    for page in pdf:
        page.flatten()
    texts = [page.get_textpage() for page in pdf]
    return [each.box.name for each in text_boxes(key) if not _ends_in(texts[each.page], each.area)]


def _ends_in(text: pypdfium2.PdfTextPage, area: Area) -> bool:
    left, bottom, right, top = area
    search = text.search(END.strip(), match_case=True, match_whole_word=True)
    while found := search.get_next():
        letters = [text.get_charbox(found[0] + place) for place in range(found[1])]
        if all(x0 > left and y0 > bottom and x1 < right and y1 < top for x0, y0, x1, y1 in letters):
            return True
    return False


@pytest.mark.parametrize("key", [pytest.param(key, id=f"{key}/") for key in ROWS])
def test_a_text_of_full_length_is_seen_to_its_end(key: str, tmp_path: Path) -> None:
    assert text_boxes(key)
    (data,) = FILLERS["PDFium"](blank_form(key), [full(key)], tmp_path)
    assert unseen_ends(key, data) == []


@pytest.mark.clients
@pytest.mark.parametrize("program", ["pdf.js", "poppler"])
@pytest.mark.parametrize("key", [pytest.param(key, id=f"{key}/") for key in ROWS])
def test_other_programs_show_it_to_its_end_too(key: str, program: str, tmp_path: Path) -> None:
    (data,) = FILLERS[program](blank_form(key), [full(key)], tmp_path)
    assert unseen_ends(key, data) == []


def test_a_text_that_is_too_long_is_not_seen_to_its_end(tmp_path: Path) -> None:
    texts = {name: prose(2 * len(text)) for name, text in full("every-kind").items()}
    with pikepdf.open(io.BytesIO(blank_form("every-kind"))) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if "/MaxLen" in field:
                del field.MaxLen
        unlimited = io.BytesIO()
        pdf.save(unlimited)
    (data,) = FILLERS["PDFium"](unlimited.getvalue(), [texts], tmp_path)
    assert unseen_ends("every-kind", data) == list(texts)
