"""The draft of a printed copy: what was read, and for each answer why it is not certain; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lscp_docs.casefile.received import COMPARE, ReceivedFile
from lscp_docs.casefile.returns_file import KeptAnswer, KeptQuestion
from lscp_docs.forms.form_type import FormType
from lscp_docs.forms.observed import PrintedBox
from lscp_docs.model.answers.boxes import FieldKind, fields_of, first_box
from lscp_docs.model.answers.values import understood

CUT = (
    "A text here or above it on this page runs to the end of its box: words may be missing, or in "
    "the wrong box. Ask for the form itself."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was read of a printed copy."""

    answers: tuple[KeptAnswer, ...]
    questions: tuple[KeptQuestion, ...]


def drafted(row: FormType, printed: Sequence[PrintedBox]) -> Draft:
    """Give the draft of a printed copy of the form; each of its answers is a question."""
    texts = {box.name: _text(row, box) for box in printed}
    pages = {box.name: box.page for box in printed}
    return Draft(
        answers=tuple(
            KeptAnswer(field=name, value=text, page=pages[name]) for name, text in texts.items()
        ),
        questions=tuple(_questions(row, printed, texts)),
    )


def _text(row: FormType, box: PrintedBox) -> str:
    """Give a one-line answer without the line ends that printing put into it."""
    kinds = {each.name: each.kind for each in fields_of(row.model)}
    is_long = kinds.get(box.name) is FieldKind.TEXT
    return box.value if is_long else " ".join(box.value.split())


def _questions(
    row: FormType, printed: Sequence[PrintedBox], texts: dict[str, str]
) -> Iterator[KeptQuestion]:
    boxes = {box.name: box for box in fields_of(row.model)}
    whole = {box.name: texts[box.name] for box in printed if not box.is_cut and box.name in boxes}
    read = understood(row.model, whole)
    wrong = {problem.field: problem.problem for problem in read.problems}
    for each in printed:
        if each.name in boxes:
            problem = CUT if each.is_cut else wrong.get(each.name, COMPARE)
            yield KeptQuestion(
                field=each.name,
                question=boxes[each.name].asks,
                answer=texts[each.name],
                problem=problem,
            )
    for missing in read.answers.unanswered:
        box = first_box(row.model, missing, read.rows)
        if box.name not in texts:
            yield KeptQuestion(
                field=box.name, question=box.whole_question, answer="", problem=missing.problem
            )


def draft_text(record: ReceivedFile) -> str:
    """Give the draft to hold beside the printed pages: page, question, and what was read."""
    asked = {each.field: each for each in record.open_questions}
    lines = [
        f"Read from the printed copy {record.file}. Compare each answer with its page.",
        "Then: lscp-docs receive --confirm",
        "",
    ]
    for answer in record.answers:
        question = asked.get(answer.field)
        lines.append(f"Page {answer.page}: {question.question if question else answer.field}")
        lines += [f"    {line}" for line in answer.value.split("\n")]
        if question is not None and question.problem != COMPARE:
            lines.append(f"    ! {question.problem}")
        lines.append("")
    lines += [f"Not answered: {each.question}" for each in record.open_questions if not each.answer]
    return "\n".join(lines) + "\n"
