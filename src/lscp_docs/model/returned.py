"""What came back: the states of a returned file, and a return that was accepted into a case."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.dates import Day
from lscp_docs.model.review import ChronologyEvent
from lscp_docs.model.vocabulary import Term

A_co = TypeVar("A_co", bound=Answers, covariant=True)


class ReturnState(Term):
    """The one list of what a returned file can be; `receive` puts each file into one of them."""

    FILLED = "filled", "filled in, complete and valid"
    NIL_RETURN = "nil_return", "a nil return: the agency had no involvement"
    FILLED_WITH_QUESTIONS = "filled_with_questions", "filled in, with questions open"
    FILLED_BUT_DAMAGED = "filled_but_damaged", "filled in, but the file is damaged"
    BLANK = "blank", "ours, and nobody has filled it in"
    AMENDED = "amended", "a later version of a return that was accepted"
    DUPLICATE = "duplicate", "held already"
    WRONG_CASE = "wrong_case", "names a case that it was not sent for"
    WRONG_FORM = "wrong_form", "another form than the one that was sent"
    OTHER_EDITION = "other_edition", "an edition of the form that cannot be read"
    PRINTED_COPY = "printed_copy", "printed to PDF: the boxes are gone"
    SCAN = "scan", "a scan: pictures of pages"
    XFA = "xfa", "an XFA form, which only one maker's programs show"
    ENCRYPTED = "encrypted", "protected by a password"
    DETACHED_FORM = "detached_form", "boxes without a form: its pages were copied out of it"
    SIGNED = "signed", "filled in and digitally signed"
    NOT_OURS = "not_ours", "a PDF, but none of our forms"
    NOT_A_PDF = "not_a_pdf", "no PDF"
    CORRUPT = "corrupt", "a PDF that cannot be opened"
    TOO_LARGE = "too_large", "too large, or too much work to read"


ACCEPTED = (ReturnState.FILLED, ReturnState.NIL_RETURN)
"""The states in which a return is accepted without a person having confirmed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question of a return that has no certain answer, and why."""

    field: str
    question: str
    answer: str
    """What was written, as far as it was read; empty where nothing was."""
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Generic[A_co]):
    """An accepted return: who answered what, in which file, on which page."""

    form: str
    edition: str
    case: str
    agency: str
    issue: str
    received_on: dt.date
    file: str
    """The original file's name in the case's `received` folder."""
    sha256: str
    answers: A_co
    pages: Mapping[str, int] = field(default_factory=dict)
    """The page of the form on which each box stands, by the box's name."""
    rows: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """For each repeated group, the printed row (from 1) of each of its answers."""
    open_questions: tuple[OpenQuestion, ...] = ()
    confirmed_by: str = ""
    """Who confirmed it, where it was not accepted by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form that was made for an agency, or a chaser of it."""

    form: str
    edition: str
    agency: str
    issue: str
    on: dt.date
    due_on: dt.date | None
    sha256: str
    file: str
    chased_on: tuple[dt.date, ...] = ()


class ReturnedEvent(ChronologyEvent):
    """A row of the chronology that came in a return: it knows the form's page and row."""

    received_on: Day
    """When the return came: a document of an earlier day does not tell it."""
    form_page: int
    """The page of the form on which it stands; 0 where the form does not tell it."""
    form_row: int
