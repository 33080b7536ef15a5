"""A form with a wrong box is not made, and the box is named; its twin that is right is made."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import dataclass

import pikepdf
import pytest

from lscp_docs.errors import OutputError
from lscp_docs.render import pdf
from lscp_docs.render.form_boxes import Control, Widget
from lscp_docs.render.pdf_form import finisher


def box(
    name: str, *, at: tuple[float, float] = (20, 20), size: tuple[float, float] = (200, 24)
) -> str:
    return f'<input name="{name}" title="{name}" style="{place(at, size)}">'


def text(name: str, *, high: float, wide: float = 300) -> str:
    style = place((20, 20), (wide, high))
    return f'<textarea name="{name}" title="{name}" style="{style}"></textarea>'


def place(at: tuple[float, float], size: tuple[float, float]) -> str:
    (left, top), (wide, high) = at, size
    return (
        f"position: absolute; left: {left}pt; top: {top}pt; width: {wide}pt; height: {high}pt; "
        "box-sizing: border-box; font: 10pt/12pt Liberation Sans"
    )


def radios(name: str, *options: str, apart: str = "") -> str:
    buttons = (
        f'<p><input type="radio" name="{name}" value="{x}" title="{name}"></p>' for x in options
    )
    return apart.join(buttons)


def line(name: str, limit: int = 10, value: str = "") -> Widget:
    return Widget(name=name, control=Control.TEXT, tooltip=name, limit=limit, value=value)


def choice(name: str, *options: str) -> Widget:
    words = tuple((option, option) for option in options)
    return Widget(name=name, control=Control.RADIO, tooltip=name, options=words)


def options(name: str, *, wide: float) -> str:
    """Make a drop-down list; its options come with the form, not with the page."""
    return f'<select name="{name}" title="{name}" style="{place((20, 20), (wide, 24))}"></select>'


def drop_down(name: str, *options: str) -> Widget:
    words = tuple((option, option) for option in options)
    return Widget(name=name, control=Control.LIST, tooltip=name, options=words)


NEW_PAGE = '<div style="break-before: page"></div>'


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A page and the boxes that are wrong on it; the same without the fault; what is told."""

    page: str
    boxes: tuple[Widget, ...]
    right: str = ""
    right_boxes: tuple[Widget, ...] = ()
    told: str


FAULTS = {
    "stands twice": Fault(
        page=box("one") + box("one", at=(20, 100)),
        boxes=(line("one"),),
        right=box("one") + box("two", at=(20, 100)),
        right_boxes=(line("one"), line("two")),
        told="stands on the page twice",
    ),
    "is asked twice": Fault(
        page=box("one"),
        boxes=(line("one"), line("one")),
        right_boxes=(line("one"),),
        told="Two boxes have this name",
    ),
    "is not on the page": Fault(
        page=box("two"),
        boxes=(line("one"), line("two")),
        right=box("two") + box("one", at=(20, 100)),
        told="on the page or in the form, not in both",
    ),
    "is not in the form": Fault(
        page=box("one") + box("two", at=(20, 100)),
        boxes=(line("two"),),
        right_boxes=(line("one"), line("two")),
        told="on the page or in the form, not in both",
    ),
    "runs off below": Fault(
        page=text("one", high=900),
        boxes=(line("one"),),
        right=text("one", high=300),
        told="runs off its page",
    ),
    "runs off at the side": Fault(
        page=box("one", at=(500, 20)),
        boxes=(line("one"),),
        right=box("one", at=(100, 20)),
        told="runs off its page",
    ),
    "lies over another": Fault(
        page=box("one") + box("two", at=(100, 30)),
        boxes=(line("one"), line("two")),
        right=box("one") + box("two", at=(100, 44)),
        told="lies over two",
    ),
    "is split over two pages": Fault(
        page=radios("one", "yes", "no", apart=NEW_PAGE),
        boxes=(choice("one", "yes", "no"),),
        right=radios("one", "yes", "no"),
        told="split or incomplete",
    ),
    "lacks a button": Fault(
        page=radios("one", "yes", "no"),
        boxes=(choice("one", "yes", "no", "not_known"),),
        right=radios("one", "yes", "no", "not_known"),
        told="split or incomplete",
    ),
    "cannot show its line": Fault(
        page=box("one", size=(100, 24)),
        boxes=(line("one", limit=80),),
        right=box("one", size=(420, 24)),
        told="cannot show its 80 characters",
    ),
    "cannot show its text": Fault(
        page=text("one", high=48),
        boxes=(line("one", limit=1500),),
        right=text("one", high=400),
        told="cannot show its 1,500 characters",
    ),
    "cannot show its longest option": Fault(
        page=options("one", wide=60),
        boxes=(drop_down("one", "a", "a longer option"),),
        right=options("one", wide=120),
        told="does not fit",
    ),
    "cannot show what it is filled with": Fault(
        page=box("one", size=(100, 24)),
        boxes=(line("one", limit=14, value="W" * 14),),
        right=box("one", size=(160, 24)),
        told="does not fit",
    ),
}


def made(page: str, boxes: tuple[Widget, ...]) -> bytes:
    """Make a form of the page, and of a box for a name, for every form has a text box."""
    return pdf.fillable(
        f"<h1>A form</h1>{box('name', at=(380, 600), size=(70, 24))}{page}",
        title="A form",
        created=dt.date(2026, 3, 2),
        author="",
        subject="",
        attached=("form.json", b"{}"),
        finish=finisher((line("name"), *boxes), {}),
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_a_box_that_is_wrong_is_named_and_nothing_is_made(fault: str) -> None:
    wrong = FAULTS[fault]
    with pytest.raises(OutputError) as caught:
        made(wrong.page, wrong.boxes)
    told = [(problem.file, problem.problem) for problem in caught.value.problems]
    assert [file for file, _ in told] == ["one"]
    assert re.search(wrong.told, told[0][1])


@pytest.mark.parametrize("fault", FAULTS)
def test_the_same_without_its_fault_is_made(fault: str) -> None:
    wrong = FAULTS[fault]
    boxes = wrong.right_boxes or wrong.boxes
    with pikepdf.open(io.BytesIO(made(wrong.right or wrong.page, boxes))) as form:
        assert [str(x.T) for x in form.Root.AcroForm.Fields] == ["name", *(x.name for x in boxes)]


def test_all_faults_are_told_at_once() -> None:
    page = box("one", size=(20, 24)) + text("two", high=900) + box("two", at=(20, 400))
    with pytest.raises(OutputError) as caught:
        made(page, (line("one", limit=80), line("two"), line("three")))
    assert {problem.file for problem in caught.value.problems} == {"one", "two", "three"}
