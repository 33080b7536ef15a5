"""A form that has every kind of box, made for the tests; its words mean nothing."""

from __future__ import annotations

import dataclasses
import datetime as dt
from functools import cache
from typing import Annotated, ClassVar

from lscp_docs.catalogue import FORMS
from lscp_docs.disclosure.marking import Marking
from lscp_docs.forms.blank import Fact, FormWords, blank
from lscp_docs.forms.form_type import FormType, SentTo
from lscp_docs.forms.identity import Identity, issue_id
from lscp_docs.model.answers.asked import (
    Answers,
    Asked,
    Count,
    Need,
    QuestionKind,
    Row,
    Section,
    Ticked,
    YesNo,
    YesNoUnknown,
)
from lscp_docs.model.answers.boxes import FormField, fields_of
from lscp_docs.model.answers.values import TICKED
from lscp_docs.model.dates import Day, EventDate
from lscp_docs.model.identifying import Line, ProfessionalName
from lscp_docs.model.record import Narrative
from lscp_docs.model.vocabulary import HarmDimension, HarmNature


class Event(Row):
    """A row with every kind of box that a row may have."""

    on: Annotated[EventDate | None, Asked("Date", need=Need.ALWAYS)] = None
    time: Annotated[dt.time | None, Asked("Time", limit=5)] = None
    source: Annotated[Line | None, Asked("Source of information", need=Need.ALWAYS)] = None
    event: Annotated[Narrative | None, Asked("What happened?", limit=500, need=Need.ALWAYS)] = None
    seen: Annotated[YesNoUnknown | None, Asked("Was the child seen?")] = None
    nature: Annotated[HarmNature | None, Asked("What kind of event?")] = None
    sides: Annotated[tuple[HarmDimension, ...] | None, Asked("Which sides of it?")] = None
    sure: Annotated[Ticked | None, Asked("I have seen the record")] = None


class EveryKind(Answers):
    """Every kind of box, outside of rows and in them."""

    sections: ClassVar = (
        Section(
            title="Everything",
            questions=(
                *("name", "day", "when", "at", "how_many", "long", "choice", "many"),
                *("list_of", "ticks", "tick"),
            ),
        ),
        Section(
            title="Rows", questions=("events",), guidance="One row for an event.", new_page=True
        ),
    )

    name: Annotated[ProfessionalName | None, Asked("Your name")] = None
    day: Annotated[Day | None, Asked("Today")] = None
    when: Annotated[EventDate | None, Asked("When was it?")] = None
    at: Annotated[dt.time | None, Asked("At what time?", limit=5)] = None
    how_many: Annotated[Count | None, Asked("How many?", limit=4)] = None
    long: Annotated[Narrative | None, Asked("Tell us", "Say why, not only what.", limit=600)] = None
    choice: Annotated[YesNo | None, Asked("Yes or no?", need=Need.ALWAYS)] = None
    many: Annotated[Line | None, Asked("A long line", limit=200)] = None
    list_of: Annotated[HarmNature | None, Asked("Which harm?")] = None
    ticks: Annotated[tuple[HarmDimension, ...] | None, Asked("Which sides?")] = None
    tick: Annotated[
        Ticked | None,
        Asked("I have checked this report and it may be shared", need=Need.ALWAYS),
    ] = None
    events: Annotated[tuple[Event, ...], Asked("Event", rows=3)] = ()


@dataclasses.dataclass(frozen=True, kw_only=True)
class _EveryKind(FormType):
    @property
    def model(self) -> type[Answers]:
        return EveryKind


EVERY_KIND = _EveryKind(
    key="every-kind",
    title="Every kind of box",
    purpose="To try each kind of box.",
    audience="the tests",
    sent_to=SentTo.ANY_AGENCY,
    marking=Marking.OFFICIAL_SENSITIVE,
    edition="1",
    fingerprint="",
)

ROWS = {row.key: row for row in (EVERY_KIND, *FORMS)}
"""Every form that there is, and the one with every kind of box."""


def identity(row: FormType) -> Identity:
    """Whom the tests send a form."""
    return Identity(
        form=row.key,
        edition=row.edition,
        case="SWSCP-2026-002",
        agency="police",
        issue=issue_id("SWSCP-2026-002", "police", row.key),
    )


def words(row: FormType, **more: object) -> FormWords:
    """What a form says besides its questions; `more` replaces some of it."""
    usual = FormWords(
        partnership="Saltmarsh and Withy Safeguarding Children Partnership",
        handling="For the named recipients only." if row.marking else "",
        to_whom="Saltmarsh Constabulary",
        due="Please send it back by 9 March 2026 (working day 8 of the 15).",
        route="Reply to the e-mail that it came with.",
        facts=(Fact(label="Case", words=("SWSCP-2026-002",)),),
        invented="Invented sample: no person, place or body in this paper exists.",
        created=dt.date(2026, 3, 2),
    )
    return dataclasses.replace(usual, **more)


def prefilled(row: FormType) -> dict[str, str]:
    """What stands in each box of a form that is filled in already; of many ticks, in the first."""
    return {box.name: _sample(box) for box in fields_of(row.model) if box.tick in _first(box)}


def _first(box: FormField) -> tuple[str, ...]:
    return ("", *(term.value for term in box.question.options[:1]))


def _sample(box: FormField) -> str:
    match box.question.kind:
        case QuestionKind.CHOICE:
            return box.options[-1].value
        case QuestionKind.TICK | QuestionKind.TICKS:
            return TICKED
        case QuestionKind.TEXT:
            return "She said no, & “soon”.\nŁukasz (aged 5½) was < 2 m away."[: box.limit]
        case QuestionKind.LINE:
            return "Łukasz O’Brien-Ünal"[: box.limit]
        case kind:
            return SAMPLES[kind]


SAMPLES = {
    QuestionKind.DAY: "09/03/2026",
    QuestionKind.DATE: "03/2026",
    QuestionKind.TIME: "09:05",
    QuestionKind.NUMBER: "9",
}


@cache
def blank_form(key: str) -> bytes:
    """A form as it is sent, with no answer in it."""
    return made(ROWS[key])


@cache
def prefilled_form(key: str) -> bytes:
    """A form with an answer in each of its boxes, the first of which is read-only."""
    row = ROWS[key]
    texts = prefilled(row)
    return made(row, prefilled=texts, read_only=frozenset([next(iter(texts))]))


def made(row: FormType, **more: object) -> bytes:
    """Make a form anew; `more` replaces some of the words that it says besides its questions."""
    return blank(row, identity(row), words(row, **more))
