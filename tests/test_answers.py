"""The questions of the forms: asked plainly, each once, and answered without loss."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.answering import answers_of

from lscp_docs.catalogue import FORMS
from lscp_docs.cli import main
from lscp_docs.errors import ExitCode
from lscp_docs.forms.form_type import FormType
from lscp_docs.model.answers import model_of
from lscp_docs.model.answers.action_update import ActionUpdateForm, ReportedAction
from lscp_docs.model.answers.asked import (
    UNANSWERED,
    Answers,
    Need,
    Question,
    QuestionKind,
    Unanswered,
    every_question,
    questions_of,
)
from lscp_docs.model.answers.boxes import FieldKind, fields_of, first_box
from lscp_docs.model.answers.briefing_use import BriefingUse
from lscp_docs.model.answers.notification_discussion import NotificationDiscussion
from lscp_docs.model.answers.referral_rows import ReferredChild, ReferredDate, ReferredRelative
from lscp_docs.model.answers.scoping_events import Episode, Event
from lscp_docs.model.answers.scoping_learning import Learned, OwnAction
from lscp_docs.model.answers.scoping_report import CONTRADICTED, ScopingReport
from lscp_docs.model.answers.values import understood, written
from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.identifying import HIDDEN, Kind, Marked, revealed
from lscp_docs.model.incident import KeyDate, Referral
from lscp_docs.model.learning import Action
from lscp_docs.model.people import Child, FamilyMember
from lscp_docs.model.record import Record
from lscp_docs.model.review import ChronologyEvent, KeyPracticeEpisode, Learning

D = dt.date
MODELS = tuple(row.model for row in FORMS)
KEYS = [row.key for row in FORMS]
QUESTIONS = [(row.key, question) for row in FORMS for question in every_question(row.model)]

each_form = pytest.mark.parametrize("model", MODELS, ids=KEYS)


# how the questions are asked


def test_the_four_forms_are_in_the_catalogue() -> None:
    assert KEYS == ["notification-discussion", "scoping-report", "action-update", "briefing-use"]
    assert all(model_of(row.key) is row.model for row in FORMS)


@each_form
def test_every_field_stands_in_exactly_one_section(model: type[Answers]) -> None:
    asked = Counter(name for section in model.sections for name in section.questions)
    assert asked == Counter(list(model.model_fields))
    titles = Counter(section.title for section in model.sections)
    assert set(titles.values()) == {1}


@each_form
def test_boxes_have_names_that_every_pdf_program_keeps(model: type[Answers]) -> None:
    names = Counter(field.name for field in fields_of(model))
    assert set(names.values()) == {1}
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{1,58}", name) for name in names)


@each_form
def test_every_box_is_told_by_its_own_words(model: type[Answers]) -> None:
    asks = Counter(field.asks for field in fields_of(model))
    assert [words for words, count in asks.items() if count > 1] == []


def test_no_column_of_a_row_has_the_name_of_a_question() -> None:
    for model in MODELS:
        names = {question.name for question in questions_of(model)}
        for question in questions_of(model):
            assert question.name not in {column.name for column in question.columns}
            clash = {f"{question.name}_{row}" for row in range(1, question.asked.rows + 1)}
            assert not clash & names


def faults_of_words(question: Question) -> list[str]:
    """What is wrong with how a question is asked."""
    asked = question.asked
    faults = {
        "ends with a full stop": asked.question.endswith((".", ":", ";")),
        "is too long": not 2 < len(asked.question) <= 120,
        "does not begin with a capital": not asked.question[:1].isupper(),
        "has a hint without a full stop": bool(asked.hint) and not asked.hint.endswith("."),
        "has a hint that is too long": len(asked.hint) > 160,
        "has an abbreviation": bool(re.search(r"\b[A-Z]{2,}", f"{asked.question} {asked.hint}")),
        "has straight quotation marks": bool(re.search(r"[\"']", asked.question + asked.hint)),
        "is asked in Title Case": len(re.findall(r" [A-Z][a-z]+", asked.question)) > 1,
    }
    return [f"{asked.question!r} {fault}" for fault, wrong in faults.items() if wrong]


def test_questions_and_hints_are_plain_english() -> None:
    assert [fault for _, question in QUESTIONS for fault in faults_of_words(question)] == []
    for row in FORMS:
        for section in row.model.sections:
            assert not section.title.endswith(".")
            assert section.guidance == "" or section.guidance.endswith((".", "?"))
            assert not re.search(r"\b[A-Z]{2,}", section.title + section.guidance)


def test_a_question_that_is_not_plain_is_seen() -> None:
    def asked(question: str, hint: str = "") -> Question:
        first = questions_of(BriefingUse)[0]
        changed = type(first.asked)(question, hint)
        return Question(name="x", kind=QuestionKind.LINE, asked=changed)

    assert faults_of_words(asked("What is it?", "In full.")) == []
    assert faults_of_words(asked("What is it.")) != []
    assert faults_of_words(asked("Is an LCSPR needed?")) != []
    assert faults_of_words(asked("What is it?", "In full")) != []
    assert faults_of_words(asked("The Date Of Birth")) != []
    assert faults_of_words(asked("Very " * 30)) != []


@each_form
def test_boxes_are_roomy_and_no_box_is_endless(model: type[Answers]) -> None:
    for field in fields_of(model):
        if field.kind is FieldKind.TEXT:
            assert 100 <= field.limit <= 3_000, field.name
        elif field.kind is FieldKind.LINE:
            assert 2 <= field.limit <= 160, field.name


DAYS_OF_THE_PAPERWORK = {
    *("completed_on", "approved_on", "referred_on", "aware_on", "local_authority_aware_on"),
    *("strategy_meeting_on", "lead_discussed_on", "held_on", "due", "revised_due"),
}
"""Days that are about the agency, not about the life of a child."""

LINES_THAT_NAME_NOBODY = {
    *("agency_name", "service", "author_role", "approver_role", "relationship", "source"),
    *("whose", "name", "owner", "continues", "referrer_role", "referrer_agency", "lead_role"),
    *("lead_agency", "incident_local_authority", "home_local_authority"),
    *("cross_border_authority", "action_id", "briefing", "team", "led_by_role"),
}
"""Names of agencies, roles, words for a relationship."""


def kind_of(model: type[Record], name: str) -> Kind | None:
    """What kind of identifying value a field holds, read from its type."""

    def marks(hint: Any) -> list[Kind]:
        found = [part.kind for part in get_args(hint) if isinstance(part, Marked)]
        return found + [kind for part in get_args(hint) for kind in marks(part)]

    return next(iter(marks(model.model_fields[name].annotation)), None)


def records(model: type[Answers]) -> list[type[Record]]:
    inside = [
        get_args(model.model_fields[question.name].annotation)[0]
        for question in questions_of(model)
        if question.kind is QuestionKind.ROWS
    ]
    return [model, *inside]


@each_form
def test_what_can_identify_somebody_has_a_type_that_says_so(model: type[Answers]) -> None:
    for record in records(model):
        for question in questions_of(record):
            kind = kind_of(record, question.name)
            match question.kind:
                case QuestionKind.DATE | QuestionKind.TIME:
                    assert kind is not None, question.name
                case QuestionKind.DAY:
                    assert question.name in DAYS_OF_THE_PAPERWORK
                case QuestionKind.LINE:
                    assert (kind is None) == (question.name in LINES_THAT_NAME_NOBODY), (
                        question.name
                    )


def test_the_kinds_are_those_of_the_case_file() -> None:
    child, person = records(NotificationDiscussion)[1:3]
    told = {name: kind_of(child, name) for name in child.model_fields}
    assert told["forenames"] is Kind.FORENAMES
    assert told["surname"] is Kind.SURNAME
    assert told["date_of_birth"] is told["expected_date_of_delivery"] is Kind.DATE_OF_BIRTH
    assert told["date_of_death"] is Kind.DATE_OF_DEATH
    assert told["age"] is Kind.AGE
    assert told["home_address"] is told["whereabouts"] is Kind.ADDRESS
    assert kind_of(person, "other_names") is Kind.OTHER_NAME
    assert kind_of(ScopingReport, "author") is Kind.PROFESSIONAL_NAME
    assert kind_of(ScopingReport, "author_contact") is Kind.CONTACT
    assert kind_of(ScopingReport, "involved_from") is Kind.EVENT_DATE


def test_the_scoping_report_has_its_sections_in_order_and_asks_for_involvement_early() -> None:
    titles = [section.title for section in ScopingReport.sections]
    assert len(titles) == 23
    assert titles[0] == "Your agency’s involvement"
    assert titles[7] == "Chronology"
    assert titles[21] == "Declaration"
    assert "sections 2 and 22" in ScopingReport.sections[0].guidance
    assert "section 8" in next(
        question.asked.hint
        for question in questions_of(ScopingReport)
        if question.name == "summary"
    )
    assert not any(section.new_page for section in ScopingReport.sections[:2])


def test_a_row_of_the_chronology_needs_its_date_source_and_event_and_nothing_else() -> None:
    (rows,) = (each for each in questions_of(ScopingReport) if each.name == "chronology")
    assert rows.asked.rows == 24
    assert {column.name for column in rows.columns if column.asked.need is Need.ALWAYS} == {
        "on", "source", "event",
    }  # fmt: skip


def test_answers_are_named_as_the_case_file_names_them() -> None:
    def alike(row: type[Record], record: type[Record], *, but: set[str]) -> bool:
        return set(row.model_fields) - set(record.model_fields) == but

    assert set(Episode.model_fields) == set(KeyPracticeEpisode.model_fields)
    event = set(ChronologyEvent.model_fields) - {"agency", "significance"}
    assert set(Event.model_fields) == event
    assert alike(Learned, Learning, but=set())
    assert alike(OwnAction, Action, but=set())
    told = {"action_id", "done", "evidence_kind"}
    assert alike(ReportedAction, Action, but=told)
    assert alike(ReferredChild, Child, but={"other_names", "age", "whereabouts"})
    assert alike(ReferredRelative, FamilyMember, but={"other_names", "age"})
    assert alike(ReferredDate, KeyDate, but=set())
    asked = set(NotificationDiscussion.model_fields)
    of_referral = {"rationale", "why_in_line_with_criteria", "concerns_about_working_together"}
    of_referral |= {"good_practice_seen", "cross_border_authority", "key_dates", "files_secured"}
    assert of_referral <= asked & set(Referral.model_fields)


@each_form
def test_nothing_is_answered_by_default(model: type[Answers]) -> None:
    empty = model()
    assert set(written(empty).values()) == {""}
    assert understood(model, {}).answers == empty
    for question in questions_of(model):
        default = () if question.kind is QuestionKind.ROWS else None
        assert getattr(empty, question.name) == default


# what is still open


WHO = {
    "agency_name": "Sallowby Housing Trust",
    "author": "Ada Fenn",
    "author_role": "Designated lead",
    "author_contact": "ada.fenn@sallowby.example",
}
DECLARED = {
    "searched": True,
    "accurate": True,
    "completed_on": D(2026, 3, 9),
    "approved_by": "Bo Quill",
    "approver_role": "Head of safeguarding",
    "approved_on": D(2026, 3, 9),
}
EVENT = {"on": D(2026, 3, 2), "source": "Contact record", "event": "A visit was missed."}
REPORT = {
    **WHO,
    **DECLARED,
    "involvement": "yes",
    "involved_from": UncertainDate.read("2024-05"),
    "summary": "Two visits, and then none.",
    "chronology": (EVENT,),
    "child_at_risk": "not_known",
    "criteria_met": "not_sure",
    "criteria_reasons": "Too little is known.",
}


def names(open_questions: tuple[Unanswered, ...]) -> list[str]:
    return [each.question.name for each in open_questions]


def test_an_empty_report_lacks_what_is_needed_in_the_order_of_the_form() -> None:
    lacking = ScopingReport().unanswered
    assert names(lacking)[:2] == ["involvement", "agency_name"]
    assert names(lacking)[-6:] == list(DECLARED)
    assert {"involvement", "summary", "chronology", "child_at_risk"} <= set(names(lacking))
    assert {each.problem for each in lacking} == {UNANSWERED}


def test_a_full_report_lacks_nothing_and_is_no_nil_return() -> None:
    report = ScopingReport.model_validate(REPORT)
    assert report.unanswered == ()
    assert not report.is_nil


@pytest.mark.parametrize("name", [name for name in REPORT if name != "chronology"])
def test_each_needed_answer_is_missed_when_it_is_left_out(name: str) -> None:
    rest = {key: value for key, value in REPORT.items() if key != name}
    assert names(ScopingReport.model_validate(rest).unanswered) == [name]


def test_a_nil_return_needs_its_author_its_approval_and_its_declaration_alone() -> None:
    nil = ScopingReport.model_validate({**WHO, **DECLARED, "involvement": "no"})
    assert nil.is_nil
    assert nil.unanswered == ()
    undeclared = ScopingReport.model_validate({**WHO, "involvement": "no"})
    assert names(undeclared.unanswered) == list(DECLARED)


@pytest.mark.parametrize(
    "also",
    [{"summary": "We saw her."}, {"chronology": (EVENT,)}, {"parental_factors": ("drugs",)}],
)
def test_a_nil_return_that_tells_of_involvement_is_in_doubt(also: dict[str, Any]) -> None:
    nil = ScopingReport.model_validate({**WHO, **DECLARED, "involvement": "no", **also})
    (doubt,) = (each for each in nil.unanswered if each.problem == CONTRADICTED)
    assert doubt.question.name == "involvement"


def test_a_nil_return_may_tell_where_it_looked_and_who_else_is_involved() -> None:
    also = {
        "records_searched": ("paper",),
        "systems_searched": "All three.",
        "other_agencies": ({"name": "Tern Street Surgery"},),
        "restricted": (),
    }
    nil = ScopingReport.model_validate({**WHO, **DECLARED, "involvement": "no", **also})
    assert nil.is_nil
    assert nil.unanswered == ()


def test_a_report_that_says_nothing_of_involvement_is_no_nil_return() -> None:
    assert not ScopingReport.model_validate({**WHO, **DECLARED}).is_nil
    assert not any(model().is_nil for model in MODELS)


def test_a_row_with_anything_in_it_needs_its_columns() -> None:
    rows = (EVENT, {"child_voice": "She was silent."}, {**EVENT, "source": None})
    report = ScopingReport.model_validate({**REPORT, "chronology": rows})
    found = [(each.place, each.question.name) for each in report.unanswered]
    assert found == [(2, "on"), (2, "source"), (2, "event"), (3, "source")]


def test_an_open_column_is_told_by_the_printed_row() -> None:
    texts = {
        "chronology_1_on": "02/03/2026", "chronology_1_source": "A", "chronology_1_event": "B",
        "chronology_7_on": "03/2026", "chronology_7_event": "C",
    }  # fmt: skip
    read = understood(ScopingReport, texts)
    assert read.problems == ()
    (missing,) = (each for each in read.answers.unanswered if each.group is not None)
    box = first_box(ScopingReport, missing, read.rows)
    assert box.name == "chronology_7_source"
    assert box.asks == "Event, row 7: Source"


def test_an_open_question_outside_of_rows_is_told_by_its_first_box() -> None:
    raised = NotificationDiscussion.model_validate({"outcome": "seriously_harmed"})
    lacking = {each.question.name: each for each in raised.unanswered}
    assert first_box(NotificationDiscussion, lacking["referrer_name"], {}).name == "referrer_name"
    ticks = first_box(NotificationDiscussion, lacking["serious_harm"], {})
    assert ticks.tick
    assert ticks.whole_question == lacking["serious_harm"].question.asked.question


def test_none_of_these_is_an_answer_and_no_tick_is_none() -> None:
    texts = {"outcome": "seriously_harmed", "serious_harm_none": "yes"}
    ticked = understood(NotificationDiscussion, texts).answers
    assert ticked.serious_harm == ()
    assert "serious_harm" not in names(ticked.unanswered)
    silent = understood(NotificationDiscussion, {"outcome": "seriously_harmed"}).answers
    assert silent.serious_harm is None
    assert "serious_harm" in names(silent.unanswered)
    died = understood(NotificationDiscussion, {"outcome": "died"}).answers
    assert "serious_harm" not in names(died.unanswered)


def test_a_local_authority_that_knows_became_aware_on_some_day() -> None:
    told = NotificationDiscussion.model_validate({"local_authority_told": "yes"})
    assert "local_authority_aware_on" in names(told.unanswered)
    unknown = NotificationDiscussion.model_validate({"local_authority_told": "not_known"})
    assert "local_authority_aware_on" not in names(unknown.unanswered)


@pytest.mark.parametrize(
    ("child", "lacking"),
    [
        ({"surname": "Quill", "age": 7}, []),
        ({"forenames": "Bo", "expected_date_of_delivery": UncertainDate.read("2026-05")}, []),
        ({"surname": "Quill"}, ["date_of_birth"]),
        ({"age": 7}, ["surname"]),
    ],
)
def test_a_child_needs_a_name_and_one_way_of_telling_the_age(
    child: dict[str, Any], lacking: list[str]
) -> None:
    raised = NotificationDiscussion.model_validate({"children": (child,)})
    assert names(tuple(each for each in raised.unanswered if each.group)) == lacking


def test_an_action_that_is_evidenced_needs_its_evidence_and_a_new_date_its_reason() -> None:
    rows = (
        {"action_id": "a-1", "status": "complete_evidenced"},
        {"action_id": "a-2", "status": "in_progress", "revised_due": D(2026, 9, 1)},
        {"action_id": "a-3"},
    )
    update = ActionUpdateForm.model_validate({"actions": rows})
    found = [(each.place, each.question.name) for each in update.unanswered if each.group]
    assert found == [(1, "evidence"), (2, "revised_because"), (3, "status")]


# from answers to boxes and back


@each_form
@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_answers_survive_their_boxes(model: type[Answers], data: st.DataObject) -> None:
    answers = data.draw(answers_of(model))
    texts = written(answers)
    read = understood(model, texts)
    assert read.problems == ()
    assert read.answers == answers
    limits = {field.name: field.limit for field in fields_of(model) if field.limit}
    assert all(len(texts[name]) <= limit for name, limit in limits.items())


@each_form
def test_generated_answers_reach_every_box_every_option_and_full_boxes(
    model: type[Answers],
) -> None:
    filled: set[str] = set()
    chosen: set[tuple[str, str, str]] = set()
    full: set[str] = set()
    boxes = {field.name: field for field in fields_of(model)}

    @given(answers=answers_of(model))
    @settings(max_examples=250, deadline=None, derandomize=True, database=None)
    def look(answers: Answers) -> None:
        for name, text in written(answers).items():
            if text:
                field = boxes[name]
                filled.add(name)
                chosen.add((field.group, field.question.name, text))
                if len(text) == field.limit:
                    full.add(name)

    look()
    assert filled == set(boxes)
    assert chosen >= {
        (field.group, field.question.name, option.value)
        for field in boxes.values()
        for option in field.options
    }
    assert len(full) > len(boxes) / 10


def test_an_empty_row_between_two_is_not_read_back_and_the_printed_rows_are_known() -> None:
    texts = {"actions_1_action": "Ask.", "actions_3_action": "Tell."}
    read = understood(BriefingUse, texts)
    assert [revealed(row.action.text) for row in read.answers.actions if row.action] == [
        "Ask.", "Tell.",
    ]  # fmt: skip
    assert read.rows["actions"] == (1, 3)
    again = written(read.answers)
    assert (again["actions_2_action"], again["actions_3_action"]) == ("Tell.", "")


def test_one_answer_that_is_no_text_loses_none_of_the_others() -> None:
    broken = "half of a character: \ud83d"
    texts = {
        "chronology_2_event": broken, "chronology_2_source": "A", "chronology_5_event": "B",
        "summary": broken, "author": "Ada Fenn",
    }  # fmt: skip
    read = understood(ScopingReport, texts)
    assert {problem.field for problem in read.problems} == {"chronology_2_event", "summary"}
    assert read.answers.author is not None
    assert read.answers.summary is None
    first, second = read.answers.chronology
    assert (first.event, first.source) == (None, "A")
    assert second.event is not None
    assert read.rows["chronology"] == (2, 5)


def test_more_rows_than_the_form_prints_are_refused() -> None:
    rows = ({"action": "Ask."},) * 5
    with pytest.raises(ValueError, match="actions has 3 rows"):
        written(BriefingUse.model_validate({"actions": rows}))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:20", dt.time(14, 20)), ("14.20", dt.time(14, 20)), ("0905", dt.time(9, 5)),
        ("00:00", dt.time(0, 0)), ("2pm", dt.time(14)), ("12.15 am", dt.time(0, 15)),
        ("2:20", None), ("24:00", None), ("14:60", None), ("noon", None), ("14:2", None),
    ],
)  # fmt: skip
def test_a_time_is_read_only_when_it_is_certain(text: str, time: dt.time | None) -> None:
    read = understood(NotificationDiscussion, {"incident_time": text})
    found = read.answers.incident_time
    assert (revealed(found) if found is not None else None) == time
    assert [problem.field for problem in read.problems] == ["incident_time"] * (time is None)


@pytest.mark.parametrize(
    ("text", "number"),
    [("9", 9), ("0", 0), ("007", 7), ("nine", None), ("9.5", None), ("-1", None), ("٣", None)],
)
def test_a_number_is_read_only_from_digits(text: str, number: int | None) -> None:
    read = understood(BriefingUse, {"attended": text})
    assert read.answers.attended == number
    assert len(read.problems) == (number is None)


def test_a_choice_is_read_by_its_value_and_by_its_words() -> None:
    by_value = understood(NotificationDiscussion, {"lead_agrees": "no_but_forwarded"})
    words = "Does not agree, forwarded all the same"
    assert understood(NotificationDiscussion, {"lead_agrees": words}).answers == by_value.answers
    assert by_value.answers.lead_agrees == "no_but_forwarded"
    wrong = understood(NotificationDiscussion, {"lead_agrees": "perhaps"})
    assert wrong.answers.lead_agrees is None
    assert "none of the options" in wrong.problems[0].problem


def test_a_problem_with_ticks_tells_the_question_and_not_one_of_its_options() -> None:
    texts = {"harm_none": "yes", "harm_neglect": "yes"}
    (problem,) = understood(NotificationDiscussion, texts).problems
    assert problem.question == "What kind of harm is it?"


# the JSON Schema


@each_form
def test_the_titles_of_the_schema_are_the_questions(model: type[Answers]) -> None:
    schema = model.model_json_schema(mode="validation")
    for question in questions_of(model):
        about = schema["properties"][question.name]
        assert about["title"] == question.asked.question
        assert about.get("description", "") == question.asked.hint
        for column in question.columns:
            row = schema["$defs"][about["items"]["$ref"].rpartition("/")[2]]
            assert row["properties"][column.name]["title"] == column.asked.question
            assert about["maxItems"] == question.asked.rows


@each_form
def test_answers_do_not_print_what_identifies(model: type[Answers]) -> None:
    answers = understood(
        model,
        {field.name: "Zebedee Quill" for field in fields_of(model) if field.kind is FieldKind.TEXT},
    ).answers
    assert "Zebedee" not in repr(answers)
    printed = json.dumps(answers.model_dump(mode="json"))
    assert "Zebedee" not in printed
    assert HIDDEN in printed


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row.key)
def test_the_schema_command_prints_the_schema_of_a_form(
    row: FormType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", row.key]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["$schema"].startswith("https://json-schema.org/")
    questions = [name for section in row.model.sections for name in section.questions]
    assert list(printed["properties"]) == questions


def test_the_schema_command_names_the_nearest_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "scoping-reprot"]) == ExitCode.USAGE
    assert "Did you mean scoping-report?" in capsys.readouterr().err
