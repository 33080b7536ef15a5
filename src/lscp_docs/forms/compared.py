"""A return beside the one that was accepted before: the same, or amended, box by box; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.casefile.returns_file import KeptAnswer, KeptQuestion
from lscp_docs.forms.classify import Verdict
from lscp_docs.forms.observed import Observed
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.answers.boxes import fields_of
from lscp_docs.model.answers.values import written
from lscp_docs.model.returned import ACCEPTED, OpenQuestion, Return, ReturnState

WITH_ANSWERS = (*ACCEPTED, ReturnState.FILLED_WITH_QUESTIONS)
"""The states in which a return may be a later version of one that was accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The state of a return once what was accepted before is known."""

    state: ReturnState
    reasons: tuple[str, ...]
    changes: tuple[KeptQuestion, ...] = ()
    """Each box that says something else than before; `problem` tells what it said."""


def compared(verdict: Verdict, before: Return[Answers] | None) -> Compared:
    """Give the state of a return: as it was judged, or a duplicate or amendment of `before`."""
    state, reasons = verdict.state, verdict.reasons
    if before is None or verdict.understood is None or state not in WITH_ANSWERS:
        return Compared(state=state, reasons=reasons)
    changes = tuple(_changes(before.answers, verdict.understood.answers))
    day = before.received_on.isoformat()
    if not changes:
        told = f"It says the same as the return that was accepted on {day}."
        return Compared(state=ReturnState.DUPLICATE, reasons=(told,))
    boxes = "1 answer differs" if len(changes) == 1 else f"{len(changes)} answers differ"
    told = f"{boxes} from the return that was accepted on {day}."
    more = () if state in ACCEPTED else reasons
    return Compared(state=ReturnState.AMENDED, reasons=(told, *more), changes=changes)


def _changes(before: Answers, after: Answers) -> Iterator[KeptQuestion]:
    old, new = written(before), written(after)
    for box in fields_of(type(after)):
        if old[box.name] != new[box.name]:
            said = old[box.name]
            problem = f"It said before: {said}" if said else "Nothing stood here before."
            yield KeptQuestion(
                field=box.name, question=box.asks, answer=new[box.name], problem=problem
            )


def answers_seen(seen: Observed, verdict: Verdict) -> tuple[KeptAnswer, ...]:
    """Give the text of every box as it was read, where answers were read at all."""
    if verdict.understood is None:
        return ()
    known = {box.name for box in fields_of(type(verdict.understood.answers))}
    return tuple(
        KeptAnswer(
            field=field.name,
            value=field.value,
            page=field.page,
            notes=(*field.notes, *field.remarks),
        )
        for field in seen.fields
        if field.name in known and field.value
    )


def kept(question: OpenQuestion) -> KeptQuestion:
    """Give an open question as it is kept on disk."""
    return KeptQuestion(
        field=question.field,
        question=question.question,
        answer=question.answer,
        problem=question.problem,
    )
