"""What each agency told in its return, in the order of the form, each answer with its page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lscp_docs.disclosure.profiles import WITHHELD_WORDS
from lscp_docs.documents.material import Material
from lscp_docs.model.identifying import Identifying, Kind, revealed
from lscp_docs.model.record import NarrativeText
from lscp_docs.wording import Prose, list_in_words, sentence_case

if TYPE_CHECKING:
    from lscp_docs.model.answers.scoping_involvement import KnownPerson
    from lscp_docs.model.answers.scoping_learning import Learned, OwnAction
    from lscp_docs.returns.contributions import Answer, Contribution, Told, ToldSection

SHORT = 60
"""An answer of more letters is told as a paragraph under its question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWords:
    """A question and its answer: on one line where it is short, else in paragraphs."""

    question: str
    line: str
    words: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionWords:
    """The answers of a section of the form."""

    heading: str
    answers: tuple[AnswerWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWords:
    """Somebody whom the agency knows, in the cells of a table's row."""

    name: Prose
    relationship: str
    born: str
    known: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyAccount:
    """What one agency told."""

    agency: str
    came: str
    restricted: Prose
    """What it says must not be passed on; empty where it says nothing of it."""
    people: tuple[PersonWords, ...]
    people_on: str
    """The caption of the people: who knows them, and on which page; empty where there are none."""
    sections: tuple[SectionWords, ...]
    open_questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLearning:
    """What one agency has learned: a paragraph or more for each point."""

    agency: str
    points: tuple[Prose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedAction:
    """An action that an agency sets itself."""

    action: Prose
    owner: Prose
    """The agency, then who leads on it, and by when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldByAgencies:
    """Everything that the returns tell besides their chronologies."""

    accounts: tuple[AgencyAccount, ...]
    learning: tuple[AgencyLearning, ...]
    actions: tuple[ProposedAction, ...]


def told_by_agencies(m: Material) -> ToldByAgencies | None:
    """What the returns tell that had come by the document's date; None where none had."""
    if not m.returned:
        return None
    from lscp_docs.returns.contributions import contributions  # few cases have returns

    found = contributions(m.returned)
    return ToldByAgencies(
        accounts=tuple(_account(m, each) for each in found),
        learning=tuple(_learning(m, each) for each in found if each.learning),
        actions=tuple(_action(m, each, *row) for each in found for row in each.actions),
    )


def _account(m: Material, told: Contribution) -> AgencyAccount:
    agency = m.agency(told.agency)
    what = "A nil return: the agency had no involvement" if told.is_nil else "Its scoping report"
    return AgencyAccount(
        agency=agency,
        came=f"{what}, received on {m.words(told.received_on)}.",
        restricted=tuple(_restricted(m, told)),
        people=tuple(_person(m, person) for person, _ in told.people),
        people_on=_people_on(agency, told),
        sections=tuple(_sections(m, told)),
        open_questions=tuple(
            f"{asked(each.question)} {each.problem}" for each in told.open_questions
        ),
    )


def _people_on(agency: str, told: Contribution) -> str:
    page = min((page for _, page in told.people), default=0)
    return f"People whom {agency} knows ({on_page(page)})" if told.people else ""


def _restricted(m: Material, told: Contribution) -> Iterator[str]:
    for each in told.restricted:
        if isinstance(each.answer, tuple):
            what = list_in_words(term.words for term in each.answer)
            yield f"Not to be passed on as it stands, says the agency: {what}."
        else:
            yield from labelled(each.question, answer_in_words(m, each.answer))


def _sections(m: Material, told: Contribution) -> Iterator[SectionWords]:
    summary = _summary(m, told.agency)
    for section in told.sections:
        if answers := tuple(_answers(m, section, summary)):
            heading = f"Section {section.number}: {of_the_agency(section.title)}"
            yield SectionWords(heading=_paged(heading, section.page), answers=answers)


def of_the_agency(title: str) -> str:
    """A heading of the form, which speaks to the agency, as one that speaks of it."""
    return sentence_case(re.sub(r"\b[Yy]our agency", "the agency", title))


def _summary(m: Material, agency: str) -> NarrativeText | None:
    """The summary that section 6 of the submission tells already."""
    review = m.case.rapid_review
    requests = review.requests if review is not None else ()
    return next((each.summary for each in requests if each.agency == agency), None)


def _answers(
    m: Material, section: ToldSection, told_before: NarrativeText | None
) -> Iterator[AnswerWords]:
    answers = (told for told in section.told if told.answer != told_before)
    for (group, row), together in groupby(answers, key=lambda told: (told.group, told.row)):
        if row:
            yield _row(m, f"{group} {row}", tuple(together), is_paged=not section.page)
            continue
        for told in together:
            line, words = _line_and_words(answer_in_words(m, told.answer))
            question = told.question if section.page else _paged(told.question, told.page)
            yield AnswerWords(question=asked(question), line=line, words=words)


def _row(m: Material, name: str, told: tuple[Told, ...], *, is_paged: bool) -> AnswerWords:
    """A row as one answer: its first column, then each other column after its question."""
    first, *others = told
    line, words = _line_and_words(answer_in_words(m, first.answer))
    after = tuple(
        paragraph
        for each in others
        for paragraph in labelled(each.question, answer_in_words(m, each.answer))
    )
    question = asked(_paged(name, first.page) if is_paged else name)
    return AnswerWords(question=question, line=line, words=(*words, *after))


def _line_and_words(answer: tuple[str, ...]) -> tuple[str, Prose]:
    is_short = len(answer) == 1 and len(answer[0]) <= SHORT
    return (answer[0], ()) if is_short else ("", answer)


def _paged(words: str, page: int) -> str:
    return f"{words} ({on_page(page)})" if page else words


def on_page(page: int) -> str:
    """The page of a form in words, or that the form does not tell it."""
    return f"page {page}" if page else "page not known"


def asked(question: str) -> str:
    """A question as it stands before its answer: with its question mark, else with a colon."""
    return question if question.endswith(("?", "?)", ":")) else f"{question}:"


def labelled(label: str, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs, the first with a label before it."""
    first, *others = paragraphs
    return (f"{asked(label)} {first}", *others)


def answer_in_words(m: Material, answer: Answer) -> tuple[str, ...]:
    """An answer in paragraphs, identifying values as the profile shows them."""
    match answer:
        case NarrativeText():
            return m.showing.text(answer) or (WITHHELD_WORDS,)
        case Identifying(kind=Kind.NARRATIVE):
            return m.showing.text(NarrativeText(text=revealed(answer))) or (WITHHELD_WORDS,)
        case Identifying():
            return (_identifying(m, answer),)
        case tuple():
            return (sentence_case(list_in_words(term.words for term in answer)) or "None of these",)
        case _:
            return (m.words(answer),)


def _identifying(m: Material, answer: Identifying[Any]) -> str:
    if isinstance(revealed(answer), dt.time):
        return m.showing.time(answer)
    return m.words(answer)


def _person(m: Material, person: KnownPerson) -> PersonWords:
    names = (person.forenames, person.surname)
    name = " ".join(m.showing.line(each) for each in names if each is not None)
    others = person.other_names
    known = (("From", person.known_from), ("Until", person.known_to))
    times = tuple(f"{word} {m.showing.date(day)}" for word, day in known if day is not None)
    born = person.date_of_birth
    return PersonWords(
        name=(
            name or "Name not told",
            *(() if others is None else (f"Also {m.showing.line(others)}",)),
        ),
        relationship=sentence_case(person.relationship or "not told"),
        born="Not told" if born is None else sentence_case(m.words(born)),
        known=times or ("Not told",),
    )


def _learning(m: Material, told: Contribution) -> AgencyLearning:
    return AgencyLearning(
        agency=m.agency(told.agency),
        points=tuple(_point(m, learned, page) for learned, page in told.learning),
    )


def _point(m: Material, learned: Learned, page: int) -> Prose:
    acted = learned.already_acted_on.words if learned.already_acted_on is not None else "not told"
    acted = f"Acted on already: {acted} ({on_page(page)})."
    spread = m.showing.text(learned.how_disseminated) if learned.how_disseminated else ()
    text = m.prose_or(learned.text, "The agency left out what it has learned.")
    if not spread:
        return (*text, acted)
    *before, last = labelled("How staff hear of it", spread)
    return (*text, *before, f"{last} {acted}")


def _action(m: Material, told: Contribution, action: OwnAction, page: int) -> ProposedAction:
    evidence = m.showing.text(action.evidence_required) if action.evidence_required else ()
    due = "No date set" if action.due is None else f"By {m.words(action.due)}"
    return ProposedAction(
        action=(
            *m.prose_or(action.action, "The agency left out what will be done."),
            *(labelled("Shown by", evidence) if evidence else ()),
        ),
        owner=(
            m.agency(told.agency),
            action.owner or "No lead named",
            due,
            f"Return, {on_page(page)}",
        ),
    )
