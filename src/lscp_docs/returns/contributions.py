"""What each agency told, agency by agency, in the order and the words of the form.

The chronology is told in its own place, and so are learning and actions: they stand apart here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lscp_docs.model.answers.asked import Answers, Question, QuestionKind, questions_of
from lscp_docs.model.answers.scoping_involvement import KnownPerson
from lscp_docs.model.answers.scoping_learning import Learned, OwnAction
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.identifying import Identifying
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.returned import OpenQuestion, Return
from lscp_docs.model.vocabulary import Term
from lscp_docs.returns.merging import scoping_reports
from lscp_docs.returns.pages import page_of

FORMALITIES = (
    *("agency_name", "service", "author", "author_role", "author_contact", "completed_on"),
    *("approved_by", "approver_role", "approved_on", "searched", "accurate"),
)
"""Questions that ask nothing about the child or the family."""

CHRONOLOGY = ("chronology", "chronology_more")
RESTRICTED = ("restricted", "restricted_details")
ELSEWHERE = ("involvement", "people", "learning", "actions", *CHRONOLOGY, *RESTRICTED)
"""Questions whose answers have a place of their own."""

Answer = NarrativeText | Identifying[Any] | Term | tuple[Term, ...] | dt.date | str | bool
"""An answer as its model holds it; what can identify somebody is still closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An answer, with its question and the page of the form on which it stands."""

    name: str
    """The name of the question in its model; for a row, that of the question that has rows."""
    question: str
    answer: Answer
    page: int
    """0 where the form does not tell it."""
    group: str = ""
    """The question in whose row it is asked; empty outside of one."""
    row: int = 0
    """The printed row, from 1; 0 outside of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSection:
    """The answers of one section of the form, in its order."""

    number: int
    title: str
    told: tuple[Told, ...]

    @property
    def page(self) -> int:
        """The page on which all of it stands; 0 where that is not one page."""
        pages = {each.page for each in self.told}
        return pages.pop() if len(pages) == 1 else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one agency told."""

    agency: str
    received_on: dt.date
    is_nil: bool
    sections: tuple[ToldSection, ...]
    """The sections with any answer: summary, background, episodes, practice, opinion and so on."""
    people: tuple[tuple[KnownPerson, int], ...]
    """Everybody whom the agency knows, each with the page."""
    learning: tuple[tuple[Learned, int], ...]
    """Each point with its page."""
    actions: tuple[tuple[OwnAction, int], ...]
    """The actions that the agency sets itself, each with its page: proposals, until the
    partnership makes them actions of the case."""
    restricted: tuple[Told, ...]
    """What must not be passed on as it stands."""
    open_questions: tuple[OpenQuestion, ...]


def contributions(returns: Sequence[Return[Answers]]) -> tuple[Contribution, ...]:
    """Give what each agency told in its newest scoping report."""
    return tuple(_contribution(report) for report in scoping_reports(returns))


def _contribution(report: Return[ScopingReport]) -> Contribution:
    answers = report.answers
    return Contribution(
        agency=report.agency,
        received_on=report.received_on,
        is_nil=answers.is_nil,
        sections=tuple(_sections(report)),
        people=tuple(zip(answers.people, _pages(report, "people"), strict=True)),
        learning=tuple(zip(answers.learning, _pages(report, "learning"), strict=True)),
        actions=tuple(zip(answers.actions, _pages(report, "actions"), strict=True)),
        restricted=tuple(
            told
            for question in questions_of(ScopingReport)
            if question.name in RESTRICTED
            for told in _told(report, question)
            if told.answer != ()
        ),
        open_questions=report.open_questions,
    )


def _sections(report: Return[ScopingReport]) -> Iterator[ToldSection]:
    questions = {question.name: question for question in questions_of(ScopingReport)}
    for number, section in enumerate(ScopingReport.sections, start=1):
        told = tuple(
            each
            for name in section.questions
            if name not in (*FORMALITIES, *ELSEWHERE)
            for each in _told(report, questions[name])
        )
        if told:
            yield ToldSection(number=number, title=section.title, told=told)


def _told(report: Return[ScopingReport], question: Question) -> Iterator[Told]:
    """Yield the answer to a question; for rows, those of every row, column by column."""
    value = getattr(report.answers, question.name)
    if question.kind is not QuestionKind.ROWS:
        if value is not None:
            page = page_of(report, question.name)
            words = question.asked.question
            yield Told(name=question.name, question=words, answer=value, page=page)
        return
    for number, row in zip(report.rows[question.name], value, strict=True):
        page = page_of(report, f"{question.name}_{number}")
        for column in question.columns:
            answer = getattr(row, column.name)
            if answer is not None:
                yield Told(
                    name=question.name,
                    question=column.asked.question,
                    answer=answer,
                    page=page,
                    group=question.asked.question,
                    row=number,
                )


def _pages(report: Return[ScopingReport], group: str) -> Iterator[int]:
    return (page_of(report, f"{group}_{number}") for number in report.rows[group])
