"""A form as its reader sees it: questions of a model, laid out, prefilled, as a fillable PDF.

model -> boxes -> page (this module) -> HTML template -> PDF -> finished boxes (`render.pdf_form`)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lscp_docs.forms.identity import ATTACHMENT, Identity
from lscp_docs.forms.layout import Printed, printed
from lscp_docs.model.answers.asked import questions_of
from lscp_docs.model.answers.boxes import NOT_ANSWERED, FieldKind, FormField, fields_of

if TYPE_CHECKING:
    from lscp_docs.forms.form_type import FormType
    from lscp_docs.render.form_boxes import Widget

CHOOSE = "Choose one"
"""What a drop-down list shows before somebody has chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and its words, on the first page."""

    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWords:
    """What a form says besides its questions; finished words, as its reader may see them."""

    partnership: str
    handling: str = ""
    """What the reader of a marked form must do with it; empty on a form without a marking."""
    to_whom: str
    """The agency that fills it in."""
    due: str
    """By when it is wanted, in a sentence; empty where there is no date."""
    route: str
    """How it is sent back, in a sentence."""
    facts: tuple[Fact, ...] = ()
    """What stands on the first page: the children, the period, who else was asked."""
    prefilled: Mapping[str, str] = field(default_factory=dict)
    """Texts of boxes that are filled in already, by the box's name."""
    read_only: frozenset[str] = frozenset()
    """The boxes among them that the reader cannot change."""
    row_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Paragraphs above a row of a repeated group, by `group_row`: "actions_1"."""
    invented: str = ""
    created: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSection:
    """A numbered section as it is printed."""

    number: int
    title: str
    guidance: str
    new_page: bool
    questions: tuple[Printed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """All that the template of a form places."""

    title: str
    purpose: str
    marking: str
    foot: str
    words: FormWords
    sections: tuple[PrintedSection, ...]


def blank(row: FormType, identity: Identity, words: FormWords) -> bytes:
    """Give the fillable PDF of a form for one agency: accessible, prefilled, the same every time.

    Raises OutputError when a box is missing, stands twice, runs off its page, lies over another or
    cannot show as much as it may hold.
    """
    from lscp_docs.render import html, pdf, pdf_form

    page = FormPage(
        title=row.title,
        purpose=row.purpose,
        marking=row.marking.value,
        foot=identity.foot,
        words=words,
        sections=tuple(_sections(row, words)),
    )
    widgets = tuple(_widgets(row, words))
    case = identity.case
    return pdf.fillable(
        html.page("form.html", page, None),
        title=row.title,
        created=words.created,
        author=words.partnership,
        subject=f"{case}, {identity.agency}",
        attached=(ATTACHMENT, identity.attached),
        finish=pdf_form.finisher(widgets, identity.hidden),
    )


def _sections(row: FormType, words: FormWords) -> Iterator[PrintedSection]:
    boxes: dict[str, list[FormField]] = {}
    for box in fields_of(row.model):
        boxes.setdefault(box.group or box.question.name, []).append(box)
    questions = {question.name: question for question in questions_of(row.model)}
    for number, section in enumerate(row.model.sections, start=1):
        yield PrintedSection(
            number=number,
            title=section.title,
            guidance=section.guidance,
            new_page=section.new_page,
            questions=tuple(
                printed(
                    questions[name],
                    boxes[name],
                    number=f"{number}.{place}",
                    row_words=words.row_words,
                )
                for place, name in enumerate(section.questions, start=1)
            ),
        )


def _widgets(row: FormType, words: FormWords) -> Iterator[Widget]:
    from lscp_docs.render.form_boxes import Control, Widget

    controls = {
        FieldKind.LINE: Control.TEXT,
        FieldKind.TEXT: Control.TEXT,
        FieldKind.RADIO: Control.RADIO,
        FieldKind.LIST: Control.LIST,
        FieldKind.TICK: Control.TICK,
    }
    for box in fields_of(row.model):
        options = tuple((option.value, option.words) for option in box.options)
        if box.kind is FieldKind.LIST:
            options = ((NOT_ANSWERED, CHOOSE), *options)
        needed = " (needed)" if box.required else ""
        yield Widget(
            name=box.name,
            control=controls[box.kind],
            tooltip=f"{box.asks}{needed}",
            options=options,
            value=words.prefilled.get(box.name, ""),
            limit=box.limit,
            required=box.required,
            read_only=box.name in words.read_only,
        )
