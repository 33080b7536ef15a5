"""What a report to a council committee says of itself: its form, what is exempt, what it rests on.

The questions, the headings and the footnote are those of the Leeds Executive Board report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.errors import CaseFileError, Problem
from lscp_docs.model.front_matter import Exemption, FrontMatter
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.reports.written import FILE, Block
from lscp_docs.timescales.citation import Citation
from lscp_docs.timescales.guidance import cite
from lscp_docs.timescales.rows.titles import TITLES
from lscp_docs.wording import Gap, Prose, Words, list_in_words

WARDS = "Are specific electoral wards affected?"
CONSULTATION = "Has consultation been carried out?"
EQUALITY = "Are there implications for equality and diversity and cohesion and integration?"
# Leeds asks "Will the decision be open …", which the search takes for a forename in some cases.
CALL_IN = "Is the decision open for call-in?"
EXEMPT = "Does the report contain confidential or exempt information?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of the form, and its answer with the details that it asks for."""

    asked: str
    answer: Words


def report_of(m: ReportMaterial) -> Words:
    """Give whose report it is, or the gap for it."""
    form = m.file.front_matter
    return Gap("whose report it is", "front_matter.report_of") if form is None else form.report_of


def questions(form: FrontMatter | None) -> tuple[Question, ...]:
    """Give the five questions with their answers; a gap for each where there is no form yet."""
    if form is None:
        unanswered = {
            WARDS: ("whether specific electoral wards are affected", "wards_affected"),
            CONSULTATION: ("whether consultation has been carried out", "consultation_carried_out"),
            EQUALITY: ("whether there are implications for equality", "equality_implications"),
            CALL_IN: ("whether the decision will be open for call-in", "open_for_call_in"),
            EXEMPT: ("whether the report contains exempt information", "confidential_or_exempt"),
        }
        return tuple(
            Question(asked=asked, answer=Gap(gap, f"front_matter.{path}"))
            for asked, (gap, path) in unanswered.items()
        )
    answers = {
        WARDS: f"Yes: {list_in_words(form.wards)}" if form.wards_affected else "No",
        CONSULTATION: "Yes" if form.consultation_carried_out else "No",
        EQUALITY: "Yes" if form.equality_implications else "No",
        CALL_IN: "Yes" if form.open_for_call_in else "No",
        EXEMPT: "No" if form.exempt is None else f"Yes: {_exempt_in_brief(form.exempt)}",
    }
    return tuple(Question(asked=asked, answer=answer) for asked, answer in answers.items())


def _exempt_in_brief(exempt: Exemption) -> str:
    return f"{_rules(exempt)}; {list_in_words(exempt.appendices)}"


def _rules(exempt: Exemption) -> str:
    word = "rule" if len(exempt.rules) == 1 else "rules"
    return f"access to information procedure {word} {list_in_words(exempt.rules)}"


def access_to_information(m: ReportMaterial) -> Prose:
    """Give what of the report is exempt, by which rule and why; nothing where nothing is.

    What the law calls it is cited by the date of the report: CaseFileError before 21 April 2022.
    """
    form = m.file.front_matter
    exempt = None if form is None else form.exempt
    if exempt is None:
        return ()
    are = "is" if len(exempt.appendices) == 1 else "are"
    law = cite("exempt-information-schedule", m.as_at).words()
    words = [f"{rule} ({_paragraph(rule, m).words()})" for rule in exempt.rules]
    return (
        f"{list_in_words(exempt.appendices)} {are} exempt from publication under {_rules(exempt)}. "
        f"The number in brackets is that of the paragraph in {law}: {list_in_words(words)}.",
        exempt.reason,
        exempt.public_interest,
        "This report can be read without what is exempt.",
    )


def _paragraph(rule: str, m: ReportMaterial) -> Citation:
    """Give the paragraph of the schedule that a rule stands for: rule 10.4(n) for paragraph n."""
    return cite(f"exempt-information-{rule[-2]}", m.as_at)


def call_in(form: FrontMatter | None) -> Prose:
    """Give whether the decision is open for call-in, and why not; nothing without a form."""
    if form is None:
        return ()
    if form.not_open_because is None:
        return ("The decision is open for call-in.",)
    return (f"The decision is not open for call-in. {form.not_open_because}",)


def sentence_for_no(m: ReportMaterial, key: str, *, answer: bool | None) -> tuple[Block, ...]:
    """Give a part that a report needs where a question of its form was answered with No."""
    blocks = m.part(key)
    if blocks or answer is not False:
        return blocks
    part = next(each for each in m.row.parts if each.key == key)
    return (Block(Gap(part.asked_for, f"sections.{key}")),)


def nothing_exempt(m: ReportMaterial, key: str) -> tuple[Block, ...]:
    """Give the part that says why nothing is exempt, needed where the answer is No.

    Raises CaseFileError where it is written and something is exempt.
    """
    form = m.file.front_matter
    answer = None if form is None else form.confidential_or_exempt
    keys = [section.key for section in m.file.sections]
    if answer and key in keys:
        wrong = Problem(
            file=FILE,
            path=f"sections.{keys.index(key) + 1}",
            problem="This says that nothing is exempt, and [front_matter] says that something is.",
            hint="Take this section out: [front_matter.exempt] is printed in its place.",
        )
        raise CaseFileError(f"{FILE} cannot be used: 1 thing to mend.", (wrong,))
    return sentence_for_no(m, key, answer=answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """The background documents, and the footnote that goes with them."""

    opening: Words
    titles: tuple[str, ...]
    note: str


def background(m: ReportMaterial) -> Background:
    """Give the background documents, a sentence where there are none, a gap where none is said.

    Raises CaseFileError for a title of law or guidance, which is a published work.
    """
    asked = "the background documents, or background_documents = [] where there are none"
    listed = m.file.background_documents
    titles = tuple(each.title for each in listed or ())
    problems = tuple(_published(titles))
    if problems:
        raise CaseFileError(f"{FILE} cannot be used: see what is to mend.", problems)
    opening: Words = "The background documents to this report are:"
    if not titles:
        opening = "There are no background documents to this report."
    return Background(
        opening=Gap(asked, "background_documents") if listed is None else opening,
        titles=titles,
        note=cite("background-documents", m.as_at).words(),
    )


def _published(titles: tuple[str, ...]) -> Iterator[Problem]:
    known = [row.text.casefold() for row in TITLES if row.key != "learning-chapter"]
    for number, title in enumerate(titles, start=1):
        if any(text in title.casefold() for text in known):
            yield Problem(
                file=FILE,
                path=f"background_documents.{number}.title",
                problem="This is a published work, and the list does not include published works.",
                hint="Take it out; the text of the report can name it.",
            )
