"""The answers of a form of ours: what is certain, what is a question, what is lost; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lscp_docs.forms.observed import Active, Observed, SeenField
from lscp_docs.model.answers.boxes import (
    NOT_ANSWERED,
    FieldKind,
    FormField,
    fields_of,
    first_box,
)
from lscp_docs.model.answers.values import Understood, plain, understood
from lscp_docs.model.returned import OpenQuestion

if TYPE_CHECKING:
    from lscp_docs.forms.form_type import Edition, FormType

KINDS = {
    FieldKind.LINE: "text",
    FieldKind.TEXT: "text",
    FieldKind.RADIO: "radio",
    FieldKind.LIST: "list",
    FieldKind.TICK: "tick",
}
BLOCKING = (
    *(Active.LAUNCH, Active.IMPORT, Active.EMBEDDED, Active.EXTERNAL, Active.MEDIA, Active.XFA),
)
"""What keeps a file from being accepted by itself. The rest is told: a fifth of harmless forms run
JavaScript."""

TAKEN_BACK = "An earlier save of this file has another answer in this box."
OTHER_KIND = "In the file this is another kind of box than in the form."
PREFILLED = "This box was filled in before the form was sent, and has come back changed."
NO_SUCH_BOX = "The form has no such box."
BESIDE = "Something is typed or drawn on this page beside the boxes. Look at the page."
UNDRAWN = (
    "answers are stored but not drawn on the pages, so that nothing shows whether they are as they "
    "were written. Look through them."
)
NOT_SHOWN = "Some boxes are on no page of the file: pages may be missing."


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a filled form holds."""

    understood: Understood
    questions: tuple[OpenQuestion, ...]
    faults: tuple[str, ...]
    """Why a person must look at the file, whatever the answers are."""
    remarks: tuple[str, ...]
    is_blank: bool


def share_known(seen: Observed, row: FormType) -> float:
    """Give how much of a form's boxes a file has, from 0 to 1."""
    names = {box.name for box in fields_of(row.model)}
    return len(names & {field.name for field in seen.fields}) / len(names)


def judged(
    seen: Observed, row: FormType, earlier: Edition | None, prefilled: Mapping[str, str]
) -> Judged:
    """Judge the answers of a form; `earlier` is its edition where that is not the present one."""
    renamed = {} if earlier is None else dict(earlier.renamed)
    boxes = {box.name: box for box in fields_of(row.model)}
    fields = {renamed.get(field.name, field.name): field for field in seen.fields}
    changed = {renamed.get(name, name) for name in seen.changed_since} - prefilled.keys()
    doubts = dict(_doubts(fields, boxes, changed, prefilled))
    certain = _certain(fields, boxes, doubts)
    found = understood(row.model, certain)
    questions = (
        *(_question(boxes[name], fields[name].value, told) for name, told in doubts.items()),
        *(
            OpenQuestion(field=p.field, question=p.question, answer=p.answer, problem=p.problem)
            for p in found.problems
        ),
    )
    strangers = tuple(_strangers(fields, boxes))
    # Which of today’s boxes an earlier edition had is not recorded.
    missing = boxes.keys() - fields.keys() if earlier is None else set()
    return Judged(
        understood=found,
        questions=(
            *questions,
            *_unanswered(found, row, {question.field for question in questions}, boxes),
            *strangers,
            *_whole_file(seen),
        ),
        faults=tuple(_faults(seen, len(missing), len(boxes))),
        remarks=tuple(_remarks(seen)),
        is_blank=not (doubts or strangers or seen.beside)
        and not any(_is_answer(field, prefilled.get(name)) for name, field in fields.items()),
    )


def _is_answer(field: SeenField, prefilled: str | None) -> bool:
    told = plain(field.value)
    return told not in ("", NOT_ANSWERED) and told != plain(prefilled or "")


def _doubts(
    fields: Mapping[str, SeenField],
    boxes: Mapping[str, FormField],
    changed: set[str],
    prefilled: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield the boxes whose answer is not certain, each with why."""
    for name, box in boxes.items():
        if name not in fields:
            continue
        field = fields[name]
        is_changed = name in prefilled and plain(field.value) != plain(prefilled[name])
        notes = (
            *field.notes,
            *((TAKEN_BACK,) if name in changed else ()),
            *((OTHER_KIND,) if field.kind != KINDS[box.kind] else ()),
            *((PREFILLED,) if is_changed else ()),
        )
        if notes:
            yield name, " ".join(notes)


def _certain(
    fields: Mapping[str, SeenField], boxes: Mapping[str, FormField], doubts: Mapping[str, str]
) -> dict[str, str]:
    """Give the texts that are certain; one doubtful tick leaves none of its question certain."""
    doubtful = {_asked(boxes[name]) for name in doubts}
    return {
        name: field.value
        for name, field in fields.items()
        if name in boxes and name not in doubts and _asked(boxes[name]) not in doubtful
    }


def _asked(box: FormField) -> tuple[str, int, str]:
    return box.group, box.row, box.question.name


def _question(box: FormField, answer: str, problem: str) -> OpenQuestion:
    return OpenQuestion(field=box.name, question=box.asks, answer=answer, problem=problem)


def _unanswered(
    found: Understood, row: FormType, told: set[str], boxes: Mapping[str, FormField]
) -> Iterator[OpenQuestion]:
    """Yield what must be answered and is not, unless there is a question about it already."""
    asked = {_asked(boxes[name]) for name in told if name in boxes}
    for missing in found.answers.unanswered:
        box = first_box(row.model, missing, found.rows)
        if _asked(box) not in asked:
            yield OpenQuestion(
                field=box.name, question=box.whole_question, answer="", problem=missing.problem
            )


def _strangers(
    fields: Mapping[str, SeenField], boxes: Mapping[str, FormField]
) -> Iterator[OpenQuestion]:
    for name, field in fields.items():
        if name not in boxes and (field.notes or _is_answer(field, None)):
            problem = " ".join((NO_SUCH_BOX, *field.notes))
            yield OpenQuestion(field=name, question=name, answer=field.value, problem=problem)


def _whole_file(seen: Observed) -> Iterator[OpenQuestion]:
    if seen.undrawn:
        problem = f"{seen.undrawn} {UNDRAWN}"
        yield OpenQuestion(field="", question="The whole form", answer="", problem=problem)
    for page in seen.beside:
        yield OpenQuestion(field="", question=f"Page {page}", answer="", problem=BESIDE)


def _faults(seen: Observed, missing: int, all_: int) -> Iterator[str]:
    yield from seen.damage
    if missing:
        yield f"{missing} of the form’s {all_} boxes are missing."
    if any(not field.page for field in seen.fields):
        yield NOT_SHOWN
    for kind in seen.active:
        if kind in BLOCKING:
            yield f"The file holds {kind.value}."


def _remarks(seen: Observed) -> Iterator[str]:
    told = Counter(remark for field in seen.fields for remark in field.remarks)
    for remark, times in told.items():
        yield f"{remark} ({times} answers)" if times > 1 else remark
    for kind in seen.active:
        if kind not in BLOCKING:
            yield f"The file holds {kind.value}."
    if seen.restricted:
        yield "The file is protected against changes."
    if seen.loose_widgets:
        yield f"{seen.loose_widgets} boxes on its pages belong to no form."
