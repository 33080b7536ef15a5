"""What a file is found to be, from what was seen in it alone."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from tests.mangled import ANSWERS, BRIEFING, CASE, ISSUES, KNOWN, ROWS, identity

from lscp_docs.forms.classify import Known, Verdict, classify
from lscp_docs.forms.form_type import Edition
from lscp_docs.forms.identified import CONTRADICTION, Carrier
from lscp_docs.forms.judged import BESIDE, KINDS, PREFILLED, TAKEN_BACK
from lscp_docs.forms.observed import Active, Observed, Opening, SeenField
from lscp_docs.model.answers.boxes import fields_of
from lscp_docs.model.returned import ReturnState

ROW = ROWS[BRIEFING]
IDENTITY = identity(BRIEFING)


def told(of: Any = IDENTITY) -> dict[str, str]:
    return dataclasses.asdict(of)


def fields(**changed: Any) -> tuple[SeenField, ...]:
    """Give the boxes of a completely filled form; None leaves one out, a field replaces it."""
    found = []
    for box in fields_of(ROW.model):
        value = changed.get(box.name, ANSWERS[BRIEFING].get(box.name, ""))
        if isinstance(value, str):
            value = SeenField(name=box.name, kind=KINDS[box.kind], value=value, page=1)
        if value is not None:
            found.append(value)
    return tuple(found)


def seen(**changed: Any) -> Observed:
    usual = {
        "opening": Opening.OPENED,
        "pages": 2,
        "has_form": True,
        "fields": fields(),
        "hidden": told(),
        "attached": told(),
        "feet": (IDENTITY.foot, IDENTITY.foot),
    }
    return Observed(**{**usual, **changed})


def field(name: str, value: str, **more: Any) -> SeenField:
    return SeenField(name=name, kind=more.pop("kind", "text"), value=value, page=1, **more)


def problems(verdict: Verdict) -> dict[str, str]:
    return {question.field: question.problem for question in verdict.questions}


def test_a_complete_return_is_filled_without_a_question() -> None:
    verdict = classify(seen(), KNOWN)
    assert verdict.state is ReturnState.FILLED
    assert (verdict.identity, verdict.carrier) == (IDENTITY, Carrier.HIDDEN)
    assert (verdict.reasons, verdict.questions, verdict.remarks) == ((), (), ())
    assert verdict.understood is not None
    assert verdict.understood.answers.attended == 9  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("changed", "carrier"),
    [
        ({"hidden": {}}, Carrier.ATTACHED),
        ({"hidden": {}, "attached": {}}, Carrier.FOOT),
        ({"attached": {}, "feet": ("", "")}, Carrier.HIDDEN),
    ],
)
def test_each_carrier_of_the_identity_is_enough(changed: dict[str, Any], carrier: Carrier) -> None:
    verdict = classify(seen(**changed), KNOWN)
    assert (verdict.state, verdict.carrier) == (ReturnState.FILLED, carrier)


@pytest.mark.parametrize(
    "changed",
    [
        {"attached": told(identity(BRIEFING, case="NSCP-2026-004"))},
        {"feet": (IDENTITY.foot, identity(BRIEFING, agency="health").foot)},
        {"hidden": told(identity(BRIEFING, edition="7"))},
    ],
)
def test_carriers_that_contradict_each_other_are_damage(changed: dict[str, Any]) -> None:
    verdict = classify(seen(**changed), KNOWN)
    assert CONTRADICTION in verdict.reasons
    assert verdict.state in (ReturnState.FILLED_BUT_DAMAGED, ReturnState.OTHER_EDITION)
    assert verdict.state not in (ReturnState.FILLED, ReturnState.WRONG_CASE)


def test_an_identity_that_we_never_write_is_not_repeated() -> None:
    verdict = classify(seen(hidden={**told(), "agency": "A. Name, of Some Street"}), KNOWN)
    assert verdict.state is ReturnState.FILLED_BUT_DAMAGED
    assert "A. Name" not in repr(verdict)


def test_a_form_without_any_identity_is_known_by_its_boxes_and_looked_at() -> None:
    nameless = {"hidden": {}, "attached": {}, "feet": ()}
    verdict = classify(seen(**nameless), KNOWN)
    assert (verdict.state, verdict.identity) == (ReturnState.FILLED_BUT_DAMAGED, None)
    assert verdict.understood is not None
    few = tuple(field(name, "x") for name in ("team", "surname"))
    assert classify(seen(**nameless, fields=few), KNOWN).state is ReturnState.NOT_OURS


def test_a_box_that_is_doubted_is_a_question_and_no_answer() -> None:
    doubted = field("team", "Duty team", notes=("Letters were lost.",))
    verdict = classify(seen(fields=fields(team=doubted)), KNOWN)
    assert verdict.state is ReturnState.FILLED_WITH_QUESTIONS
    assert problems(verdict) == {"team": "Letters were lost."}
    assert verdict.questions[0].answer == "Duty team"
    assert verdict.understood is not None
    assert verdict.understood.answers.team is None  # type: ignore[attr-defined]


def test_one_doubtful_tick_leaves_none_of_its_question_certain() -> None:
    row = ROWS["scoping-report"]
    boxes = [box for box in fields_of(row.model) if box.question.name == "records_searched"]
    found = tuple(
        SeenField(
            name=box.name,
            kind="tick",
            value="yes",
            page=1,
            notes=("Set to what it has not.",) if box is boxes[0] else (),
        )
        for box in boxes[:-1]
    )
    known = identity("scoping-report")
    file = seen(fields=found, hidden=told(known), attached={}, feet=())
    verdict = classify(file, KNOWN)
    assert verdict.understood is not None
    assert verdict.understood.answers.records_searched is None  # type: ignore[attr-defined]
    assert boxes[0].name in problems(verdict)


def test_a_missing_answer_is_asked_for_once() -> None:
    assert problems(classify(seen(fields=fields(attended="")), KNOWN)).keys() == {"attended"}
    verdict = classify(seen(fields=fields(held_on="soon")), KNOWN)
    assert problems(verdict).keys() == {"held_on"}


def test_a_column_that_is_always_needed_is_asked_for_in_each_row() -> None:
    verdict = classify(seen(fields=fields(actions_2_owner="")), KNOWN)
    assert problems(verdict).keys() == {"actions_2_owner"}


def test_missing_boxes_are_damage_and_unknown_ones_with_answers_are_questions() -> None:
    verdict = classify(seen(fields=fields(team=None)), KNOWN)
    assert verdict.state is ReturnState.FILLED_BUT_DAMAGED
    assert any("boxes are missing" in reason for reason in verdict.reasons)
    verdict = classify(seen(fields=(*fields(), field("team+1", "Another"))), KNOWN)
    assert problems(verdict).keys() == {"team+1"}
    verdict = classify(seen(fields=(*fields(), field("team+1", ""))), KNOWN)
    assert verdict.state is ReturnState.FILLED


def test_boxes_of_another_kind_and_boxes_on_no_page_are_not_trusted() -> None:
    verdict = classify(seen(fields=fields(team=field("team", "x", kind="radio"))), KNOWN)
    assert problems(verdict).keys() == {"team"}
    hidden = SeenField(name="team", kind="text", value="x")
    verdict = classify(seen(fields=fields(team=hidden)), KNOWN)
    assert verdict.state is ReturnState.FILLED_BUT_DAMAGED


def test_what_was_taken_back_and_what_stands_beside_the_boxes_are_questions() -> None:
    verdict = classify(seen(changed_since=("team",), beside=(2,)), KNOWN)
    assert verdict.state is ReturnState.FILLED_WITH_QUESTIONS
    assert problems(verdict) == {"team": TAKEN_BACK, "": BESIDE}


def test_active_content_is_told_and_what_is_dangerous_stops_a_return() -> None:
    verdict = classify(seen(active=(Active.JAVASCRIPT,)), KNOWN)
    assert verdict.state is ReturnState.FILLED
    assert any("JavaScript" in remark for remark in verdict.remarks)
    for kind in (Active.LAUNCH, Active.EMBEDDED, Active.EXTERNAL, Active.IMPORT, Active.XFA):
        assert classify(seen(active=(kind,)), KNOWN).state is ReturnState.FILLED_BUT_DAMAGED


def prefilled(**texts: str) -> Known:
    issue = ISSUES[BRIEFING]
    sending = dataclasses.replace(KNOWN.sendings[issue], prefilled=texts)
    return dataclasses.replace(KNOWN, sendings={issue: sending})


def empty(**texts: str) -> tuple[SeenField, ...]:
    return fields(**{box.name: "" for box in fields_of(ROW.model)} | texts)


def test_what_was_filled_in_before_sending_is_no_answer() -> None:
    known = prefilled(team="Northmoor")
    assert classify(seen(fields=empty(team="Northmoor")), known).state is ReturnState.BLANK
    assert classify(seen(fields=empty(team="Northmoor")), KNOWN).state is not ReturnState.BLANK
    changed = classify(seen(fields=empty(team="Southmoor")), known)
    assert problems(changed)["team"] == PREFILLED
    assert changed.state is ReturnState.FILLED_WITH_QUESTIONS


def test_a_blank_asks_no_questions_and_a_damaged_one_is_no_blank() -> None:
    verdict = classify(seen(fields=empty()), KNOWN)
    assert (verdict.state, verdict.questions) == (ReturnState.BLANK, ())
    verdict = classify(seen(fields=empty(), damage=("It was cut.",)), KNOWN)
    assert verdict.state is ReturnState.FILLED_BUT_DAMAGED
    verdict = classify(seen(fields=empty(), beside=(1,)), KNOWN)
    assert verdict.state is ReturnState.FILLED_WITH_QUESTIONS


def test_a_sending_that_nobody_recorded_is_a_question() -> None:
    other = identity(BRIEFING, issue="N2N3-4N5P")
    file = seen(hidden=told(other), attached={}, feet=())
    verdict = classify(file, KNOWN)
    assert verdict.state is ReturnState.FILLED_WITH_QUESTIONS
    assert "N2N3-4N5P" in verdict.questions[0].problem
    anybody = identity(BRIEFING, issue="N2N3-4N5P", case="no-case", agency="any-agency")
    file = seen(hidden=told(anybody), attached={}, feet=())
    assert classify(file, KNOWN).state is ReturnState.FILLED


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({"form": "tea-rota"}, ReturnState.WRONG_FORM),
        ({"form": "action-update"}, ReturnState.WRONG_FORM),
        ({"case": "ZZ-1999-1", "issue": "N2N3-4N5P"}, ReturnState.WRONG_CASE),
        ({"case": "NSCP-2026-004"}, ReturnState.WRONG_CASE),
        ({"agency": "health"}, ReturnState.WRONG_CASE),
        ({"agency": "nobody", "issue": "N2N3-4N5P"}, ReturnState.WRONG_CASE),
        ({"edition": "99", "issue": "N2N3-4N5P"}, ReturnState.OTHER_EDITION),
    ],
)
def test_a_form_that_belongs_elsewhere_is_named(
    changed: dict[str, str], state: ReturnState
) -> None:
    other = {**told(), **changed}
    file = seen(hidden=other, attached={}, feet=())
    verdict = classify(file, KNOWN)
    assert (verdict.state, verdict.understood) == (state, None)
    assert verdict.reasons


def with_earlier(*earlier: Edition) -> Known:
    forms = {**ROWS, BRIEFING: dataclasses.replace(ROW, edition="3", earlier=earlier)}
    return dataclasses.replace(KNOWN, forms=forms, sendings={})


def test_an_earlier_edition_is_read_by_its_own_names() -> None:
    known = with_earlier(Edition(number="1", fingerprint="", renamed=(("crew", "team"),)))
    found = (*fields(team=None), field("crew", "Northmoor duty team"))
    verdict = classify(seen(fields=found), known)
    assert verdict.understood is not None
    assert verdict.understood.answers.team is not None  # type: ignore[attr-defined]
    assert verdict.state is ReturnState.FILLED_WITH_QUESTIONS  # nobody recorded the sending


def test_an_earlier_edition_can_be_refused_by_name() -> None:
    refused = Edition(number="1", fingerprint="", refused_because="It asked for names.")
    verdict = classify(seen(), with_earlier(refused))
    assert verdict.state is ReturnState.OTHER_EDITION
    assert verdict.reasons == ("It asked for names. The present edition is 3.",)


def test_a_signature_is_looked_at_by_a_person() -> None:
    assert classify(seen(signatures=1), KNOWN).state is ReturnState.SIGNED
    assert classify(seen(signatures=1, fields=empty()), KNOWN).state is ReturnState.BLANK


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({"has_xfa": True}, ReturnState.XFA),
        ({"loose_widgets": 9}, ReturnState.DETACHED_FORM),
        ({"images": 2, "feet": ()}, ReturnState.SCAN),
        ({"images": 2, "letters": 2_000}, ReturnState.SCAN),
        ({"images": 2, "letters": 2_000, "feet": ()}, ReturnState.NOT_OURS),
        ({"letters": 2_000}, ReturnState.PRINTED_COPY),
        ({"letters": 2_000, "feet": ()}, ReturnState.NOT_OURS),
        ({"feet": (), "loose_widgets": 9}, ReturnState.NOT_OURS),
        ({"feet": (identity(BRIEFING, case="ZZ-1999-1").foot,)}, ReturnState.WRONG_CASE),
    ],
)
def test_a_file_without_a_form_is_told_by_what_its_pages_show(
    changed: dict[str, Any], state: ReturnState
) -> None:
    usual = {"has_form": False, "fields": (), "hidden": {}, "attached": {}}
    assert classify(seen(**{**usual, **changed}), KNOWN).state is state


def test_printed_pages_within_another_form_are_a_printed_copy() -> None:
    file = seen(fields=(field("applicant", "x"),), hidden={}, attached={})
    assert classify(file, KNOWN).state is ReturnState.PRINTED_COPY


def test_every_sentence_for_a_receipt_is_free_of_answers() -> None:
    doubted = field("team", "A secret", notes=("Letters were lost.",))
    verdict = classify(seen(fields=fields(team=doubted), damage=("It was cut.",)), KNOWN)
    assert "secret" not in " ".join((*verdict.reasons, *verdict.remarks))
    assert CASE not in " ".join(verdict.remarks)
