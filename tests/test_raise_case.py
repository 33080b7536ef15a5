"""A case that begins from a returned discussion form: every answer is in its file, or beside it."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.answering import answers_of
from tests.fillers import by_pypdf
from tests.received_home import plain_home, stamp

from lscp_docs.casefile.case_folder import load_case, load_partnership
from lscp_docs.casefile.raised_case import Raised, case_text
from lscp_docs.catalogue import form
from lscp_docs.cli import main
from lscp_docs.errors import ExitCode, ReturnedFormError, UsageError
from lscp_docs.forms.blank import FormWords, blank
from lscp_docs.forms.identity import ANY_AGENCY, NO_CASE, Identity, issue_id
from lscp_docs.model.answers.asked import QuestionKind
from lscp_docs.model.answers.boxes import fields_of
from lscp_docs.model.answers.notification_discussion import NotificationDiscussion
from lscp_docs.model.answers.values import written
from lscp_docs.model.case import CaseFile
from lscp_docs.raise_case import raise_case
from lscp_docs.shipped import bundled

DAY = dt.date(2026, 3, 11)
HOME = Path(str(bundled("sample_cases") / "saltmarsh"))

ANSWERS: dict[str, Any] = {
    "referred_on": dt.date(2026, 3, 10),
    "referrer_name": "Ada Larkspur",
    "referrer_role": "Tenancy manager",
    "referrer_agency": "Foreshore Homes",
    "referrer_email": "ada.larkspur@foreshorehomes.example",
    "children": [
        {"forenames": "Zoë", "surname": "Fenwick-Vale", "date_of_birth": dt.date(2023, 5, 14)}
    ],
    "family": [{"relationship": "mother", "kind": "parent_carer", "forenames": "Grace"}],
    "agencies": [{"name": "The Travelling Circus", "still_involved": "yes"}],
    "incident_type": "serious_harm",
    "incident_date": "about 2026-02-27",
    "incident_location": "the flat",
    "local_authority_told": "yes",
    "local_authority_aware_on": dt.date(2026, 3, 2),
    "local_authority_aware_time": dt.time(9, 5),
    "incident_summary": "She said: “it fell”.\n\nNobody saw it.",
    "abuse_status": "suspected",
    "outcome": "seriously_harmed",
    "serious_harm": ["physical_health"],
    "harm": ["physical_injury"],
    "rationale": "An injury without an account.",
    "why_in_line_with_criteria": "Abuse is suspected and the harm is serious.",
    "safety_actions": "The child is in hospital.",
    "lead_name": "Bo Fennimore",
    "lead_role": "Head of Housing",
    "lead_agency": "Foreshore Homes",
    "lead_contact": "01632 960 555",
    "lead_capacity": "agency_safeguarding_lead",
    "lead_discussed_on": dt.date(2026, 3, 9),
    "lead_agrees": "yes",
}


def text_of(answers: NotificationDiscussion) -> str:
    raised = Raised(
        reference="SWSCP-2026-009",
        answers=answers,
        received_on=DAY,
        file="received/filled/form.pdf",
        sha256="0" * 64,
    )
    return case_text(raised, load_partnership(HOME))


@cache
def empty_form() -> bytes:
    row = form("notification-discussion")
    identity = Identity(
        form=row.key,
        edition=row.edition,
        case=NO_CASE,
        agency=ANY_AGENCY,
        issue=issue_id("a test"),
    )
    words = FormWords(
        partnership="SWSCP", to_whom="anybody", due="", route="By e-mail.", created=DAY
    )
    return blank(row, identity, words)


def answered_form(changes: dict[str, Any] | None = None) -> bytes:
    answers = NotificationDiscussion.model_validate({**ANSWERS, **(changes or {})})
    return by_pypdf(empty_form(), written(answers))


def test_the_case_holds_each_answer_and_checks_clean() -> None:
    text = text_of(NotificationDiscussion.model_validate(ANSWERS))
    case = CaseFile.model_validate(tomllib.loads(text))
    assert case.reference == "SWSCP-2026-009"
    assert str(case.incident.local_authority_aware_at.day) == "2026-03-02"
    assert case.referral.raised_by.agency == "housing"
    assert case.referral.received_on == DAY
    assert case.referral.lead_agreement.lead.agency == "housing"
    assert "# Agency, row 1: Name of the agency:\n#     The Travelling Circus" in text


def test_no_fact_is_made_up_for_a_question_that_was_not_answered() -> None:
    written_case = tomllib.loads(text_of(NotificationDiscussion()))
    assert written_case["incident"] == {"occurred_on": "unknown"}
    assert written_case["children"] == [{"id": "C1", "date_of_birth": "unknown"}]
    assert written_case["referral"] == {
        "received_on": DAY,
        "raised_by": {"name": "not given", "role": "not given"},
    }


IN_WORDS = (QuestionKind.LINE, QuestionKind.TEXT)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_every_text_is_in_the_case_or_in_the_comments(data: st.DataObject) -> None:
    answers = data.draw(answers_of(NotificationDiscussion))
    text = text_of(answers)
    told = [line for value in _texts(tomllib.loads(text)) for line in value.split("\n")]
    told += [line.removeprefix("#     ") for line in text.split("\n") if line.startswith("#  ")]
    boxes = written(answers)
    for box in fields_of(NotificationDiscussion):
        if box.question.kind in IN_WORDS and boxes[box.name]:
            names = box.question.name == "other_names"  # a list in a case file
            parts = boxes[box.name].split("," if names else "\n")
            found = {"", *told}
            if names:  # whole in a comment where the case file has no place for the person
                found |= {piece.strip() for line in told for piece in line.split(",")}
            assert {part.strip() if names else part for part in parts} <= found, box.name


def test_a_lost_text_would_show() -> None:
    answers = NotificationDiscussion.model_validate({"referrer_telephone": "01632 960 555"})
    text = text_of(answers)
    assert "01632 960 555" in _texts(tomllib.loads(text))
    assert "01632 960 555" not in _texts(tomllib.loads(text.replace("01632 960 555", "")))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [str(value)]


def test_a_form_begins_a_case_and_is_kept_beside_it(tmp_path: Path) -> None:
    home = plain_home(tmp_path)
    file = tmp_path / "raised.pdf"
    file.write_bytes(answered_form())
    begun = raise_case(file, "SWSCP-2026-009", home, stamp(DAY))
    assert begun.questions == ()
    folder = load_case(home, "SWSCP-2026-009")
    assert folder.case.referral.received_on == DAY
    (kept,) = (begun.path.parent / "received").rglob("*.pdf")
    assert kept.read_bytes() == file.read_bytes()
    with pytest.raises(UsageError, match="already"):
        raise_case(file, "SWSCP-2026-009", home, stamp(DAY))


def test_the_command_tells_the_open_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = plain_home(tmp_path)
    file = tmp_path / "raised.pdf"
    file.write_bytes(answered_form({"rationale": None}))
    arguments = ["--home", str(home), "new", "SWSCP-2026-009", "--from", str(file)]
    assert main([*arguments, "--today", "2026-03-11"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "1 question to ask the agency" in out
    assert "Why should the review group look at this case?" in out
    assert (home / "cases" / "SWSCP-2026-009" / "case.toml").is_file()


def test_what_is_no_discussion_form_begins_nothing(tmp_path: Path) -> None:
    home = plain_home(tmp_path)
    file = tmp_path / "page.html"
    file.write_bytes(b"<html>")
    with pytest.raises(ReturnedFormError, match="cannot begin a case"):
        raise_case(file, "SWSCP-2026-009", home, stamp(DAY))
    assert not (home / "cases" / "SWSCP-2026-009").exists()
