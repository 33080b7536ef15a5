"""The tables of `docs/forms.md`: the questions of each form, from its model."""

from __future__ import annotations

from collections.abc import Iterator

from lscp_docs.catalogue import FORMS
from lscp_docs.forms.form_type import FormType
from lscp_docs.model.answers.asked import Need, Question, QuestionKind, questions_of
from lscp_docs.model.returned import ReturnState
from tools.markdown import markdown_table

NEEDED = {Need.ALWAYS: "always", Need.UNLESS_NIL: "unless a nil return", Need.NO: "no"}


def form_tables() -> str:
    """A heading, a paragraph and a table of questions for each form."""
    parts = []
    for row in FORMS:
        parts += [f"### {row.title}", about(row), questions_table(row)]
    return "\n\n".join(parts)


def about(row: FormType) -> str:
    """Return a form's key, edition, purpose and reader in a paragraph."""
    marking = row.marking.value or "no marking"
    return (
        f"`{row.key}`, edition {row.edition}, {marking}. For {row.audience}; it is sent to "
        f"{row.sent_to}. {row.purpose}"
    )


def questions_table(row: FormType) -> str:
    """Return every question of a form in the order of its pages, the columns of its rows too."""
    return markdown_table(("Section", "Question", "Answered by", "Limit", "Needed"), _lines(row))


def _lines(row: FormType) -> Iterator[tuple[str, ...]]:
    questions = {question.name: question for question in questions_of(row.model)}
    for number, section in enumerate(row.model.sections, start=1):
        heading = f"{number}. {section.title}"
        for name in section.questions:
            question = questions[name]
            yield heading, *_cells(question, question.asked.question)
            for column in question.columns:
                yield (
                    heading,
                    *_cells(column, f"{question.asked.question}: {column.asked.question}"),
                )


def _cells(question: Question, words: str) -> tuple[str, ...]:
    return words, answered_by(question), limit(question), NEEDED[question.asked.need]


def answered_by(question: Question) -> str:
    """Return how a question is answered, with its options."""
    if not question.options:
        return question.kind.value
    return f"{question.kind.value}: {', '.join(term.words for term in question.options)}"


def limit(question: Question) -> str:
    """Return how much fits: characters of a text, or rows."""
    if question.kind is QuestionKind.ROWS:
        return f"{question.asked.rows} rows"
    if question.kind in (QuestionKind.LINE, QuestionKind.TEXT):
        return f"{question.limit:,} characters"
    return "–"


def return_states_table() -> str:
    """Every state that a returned file can be in."""
    return markdown_table(
        ("State", "The file is"), ((f"`{state.value}`", state.words) for state in ReturnState)
    )
