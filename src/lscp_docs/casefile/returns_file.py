"""An accepted return on disk: the text of each box as it was read, and what is still open.

`cases/REF/returns/scoping-report_police.json`; an accepted amendment is `…_2.json`. The texts are
kept, and understood anew at every reading, because identifying answers refuse to be written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from lscp_docs.casefile.file_names import RETURNS
from lscp_docs.casefile.reading import unusable
from lscp_docs.casefile.writing import free_name, write_new
from lscp_docs.errors import Problem
from lscp_docs.model.answers import model_of
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.answers.boxes import FormField, fields_of
from lscp_docs.model.answers.values import Understood, understood
from lscp_docs.model.returned import OpenQuestion, Return, ReturnState

RESTORE = (
    "Put the file back as it was from a copy; or move it out of the folder and receive the "
    "original again, which is kept in the folder received."
)


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


class KeptAnswer(_Kept):
    """What stood in one box."""

    field: str
    value: str
    page: int = 0
    """The page of the form on which the box stands; 0 where no page shows it."""
    notes: tuple[str, ...] = ()
    """What was made plain on reading, in sentences."""


class KeptQuestion(_Kept):
    """A question without a certain answer, and why."""

    field: str
    question: str
    answer: str
    problem: str


class ReturnRecord(_Kept):
    """A return as it was accepted: who answered, in which file, and the text of each box."""

    form: str
    edition: str
    case: str
    agency: str
    issue: str
    received_on: dt.date
    file: str
    """The name of the original in the case's `received` folder."""
    sha256: str
    state: ReturnState
    confirmed_by: str = ""
    """Who confirmed it, where it was not accepted by itself."""
    answers: tuple[KeptAnswer, ...]
    open_questions: tuple[KeptQuestion, ...] = ()


def write_return(case_path: Path, record: ReturnRecord) -> Path:
    """Write an accepted return into a case folder and give its path.

    An earlier return of the same agency stays as it is: the new one is `…_2`, `…_3`. Raises
    OutputError when it cannot be written.
    """
    folder = case_path / RETURNS
    stem = free_name(folder, f"{record.form}_{record.agency}", (".json",))
    return write_new(folder / f"{stem}.json", f"{record.model_dump_json(indent=1)}\n".encode())


def return_with(place: Path, sha256: str) -> Path | None:
    """Give the accepted return that was made from the file with this hash; None if there is none.

    One that is damaged counts for none here: `returns_of` tells of it.
    """
    for path in sorted((place / RETURNS).glob("*.json"), key=_order):
        record = _record(path)
        if isinstance(record, ReturnRecord) and record.sha256 == sha256:
            return path
    return None


def returns_of(case_path: Path, *, case: str | None = None) -> tuple[Return[Answers], ...]:
    """Give all accepted returns of a case, those of an agency in the order of their acceptance.

    `case` is what its returns name it, where that is not the name of the folder: the returns of no
    case lie in the home folder.

    Raises CaseFileError with a problem for each file that is damaged, filed under another case, or
    holds an answer that its form no longer understands; no answer is ever left out unsaid.
    """
    named = case_path.name if case is None else case
    paths = sorted((case_path / RETURNS).glob("*.json"), key=_order)
    found = [_return(path, named) for path in paths]
    problems = tuple(problem for each in found if isinstance(each, tuple) for problem in each)
    if problems:
        raise unusable(f"The folder {RETURNS}", problems)
    return tuple(each for each in found if not isinstance(each, tuple))


def _order(path: Path) -> tuple[str, str, int]:
    """Form, agency and number: `scoping-report_police_10` comes after `…_2`."""
    form, agency, number, *_ = (*path.stem.split("_"), "", "", "")
    return form, agency, int(number) if number.isdecimal() else 1


def _return(path: Path, case: str) -> Return[Answers] | tuple[Problem, ...]:
    """Give the return that a file holds, or what is wrong with it, in words without its content."""
    record = _record(path)
    if isinstance(record, Problem):
        return (record,)
    model = _model(record)
    if record.case != case:
        return (_damaged(path, "This return belongs to another case."),)
    if model is None:
        return (_damaged(path, "This return is on a form that this program does not know."),)
    boxes = {box.name: box for box in fields_of(model)}
    unknown = [answer.field for answer in record.answers if answer.field not in boxes]
    read = understood(model, dict(_certain(record, boxes)))
    wrong = [f"The box {field} is not known to its form." for field in unknown]
    wrong += [
        f"The answer in the box {problem.field} is not understood: {problem.problem}"
        for problem in read.problems
    ]
    return tuple(_damaged(path, words) for words in wrong) or _made(record, read)


def _record(path: Path) -> ReturnRecord | Problem:
    try:
        return ReturnRecord.model_validate_json(path.read_bytes())
    except ValidationError:
        pass  # what it says repeats what was read
    except OSError as error:
        return _damaged(path, f"This cannot be opened: {error.strerror}.")
    return _damaged(path, "This is not a return as it was written by receive: it is damaged.")


def _model(record: ReturnRecord) -> type[Answers] | None:
    try:
        return model_of(record.form)
    except KeyError:
        return None


def _certain(record: ReturnRecord, boxes: dict[str, FormField]) -> Iterator[tuple[str, str]]:
    """Yield the box texts but those of open questions: what is not certain is no answer.

    One box of a question with several (ticks) opens them all.
    """
    opened = {_asked(boxes[each.field]) for each in record.open_questions if each.field in boxes}
    for answer in record.answers:
        if answer.field in boxes and _asked(boxes[answer.field]) not in opened:
            yield answer.field, answer.value


def _asked(box: FormField) -> tuple[str, int, str]:
    return box.group, box.row, box.question.name


def _made(record: ReturnRecord, read: Understood) -> Return[Answers]:
    return Return(
        form=record.form,
        edition=record.edition,
        case=record.case,
        agency=record.agency,
        issue=record.issue,
        received_on=record.received_on,
        file=record.file,
        sha256=record.sha256,
        answers=read.answers,
        pages={answer.field: answer.page for answer in record.answers if answer.page},
        rows=read.rows,
        open_questions=tuple(
            OpenQuestion(
                field=each.field,
                question=each.question,
                answer=each.answer,
                problem=each.problem,
            )
            for each in record.open_questions
        ),
        confirmed_by=record.confirmed_by,
    )


def _damaged(path: Path, problem: str) -> Problem:
    return Problem(file=f"{RETURNS}/{path.name}", problem=problem, hint=RESTORE)
