"""The forms of the demonstration: what the invented agencies write, and how it is filled in."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

import pytest
from tests.every_kind import EVERY_KIND, blank_form, prefilled

from lscp_docs.casefile.case_folder import load_case
from lscp_docs.casefile.sample_answers import sample_answers
from lscp_docs.cli.demo import SAMPLE_DAY
from lscp_docs.cli.demo_forms import ASKED, CASE, NEW_CASE, forms_round
from lscp_docs.forms.examine import observe
from lscp_docs.forms.filling import filled
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.answers.notification_discussion import NotificationDiscussion
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.answers.values import understood
from lscp_docs.model.returned import ReturnState
from lscp_docs.shipped import bundled

SAMPLES = Path(str(bundled("sample_cases"))) / "harrowmere"
ANSWERS = SAMPLES / "answers"
PREFILLED = {"agency_name"}
OPEN = {"community-health": {"approved_by", "approved_on"}}
"""What is left open on purpose, so that a person is needed."""

each_answer = pytest.mark.parametrize(
    "file", sorted(ANSWERS.rglob("*.toml")), ids=lambda file: file.stem
)


def model_of(file: Path) -> type[Answers]:
    return ScopingReport if file.parent.name == CASE else NotificationDiscussion


@each_answer
def test_what_an_agency_writes_lacks_only_what_it_is_meant_to_lack(file: Path) -> None:
    read = understood(model_of(file), sample_answers(file, model_of(file)))
    lacking = {missing.question.name for missing in read.answers.unanswered}
    lacking |= {problem.field for problem in read.problems}
    assert lacking - PREFILLED == OPEN.get(file.stem, set())


@each_answer
def test_every_file_of_answers_says_that_it_is_invented(file: Path) -> None:
    assert file.read_text("utf-8").startswith("# INVENTED: ")


def test_a_form_that_was_filled_holds_every_text_as_it_was_written() -> None:
    texts = prefilled(EVERY_KIND)
    texts["long"] = "A long sentence that runs over the edge of its box. " * 8 + "\n\nŁukasz."
    seen = {field.name: field for field in observe(filled(blank_form("every-kind"), texts)).fields}
    for name, text in texts.items():
        assert seen[name].value == text, name
        assert not seen[name].notes, name


def test_an_empty_text_leaves_its_box_as_it_is() -> None:
    filled_form = filled(blank_form("every-kind"), {"name": "", "choice": "", "tick": ""})
    before = observe(blank_form("every-kind")).fields
    assert observe(filled_form).fields == before


@pytest.mark.parametrize("texts", [{"no_such_box": "x"}, {"choice": "perhaps"}], ids=str)
def test_what_the_form_does_not_have_is_refused(texts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"no_such_box|does not offer"):
        filled(blank_form("every-kind"), texts)


def test_no_answer_is_repeated_in_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    filled(blank_form("every-kind"), {"long": "Zebedee\N{GRINNING FACE}\nsaid so"})
    assert caplog.text == ""
    assert logging.getLogger("pypdf").propagate


@pytest.mark.clients
def test_the_demonstration_sends_receives_and_begins_a_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert forms_round(SAMPLES, Path("output"), SAMPLE_DAY) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert [
        line for line in printed.out.splitlines()
        if len(line) > 80 and "/" not in line and "@" not in line
    ] == []  # fmt: skip
    home = tmp_path / "output" / "demo-harrowmere"
    case = load_case(home, CASE)
    assert {each.agency for each in case.returns} == {"police", "hospitals", "education"}
    assert {each.on for each in case.sent} == {ASKED}
    waiting = {folder.name for folder in (home / "cases" / CASE / "received").iterdir()}
    assert {ReturnState.BLANK, ReturnState.FILLED_WITH_QUESTIONS} <= waiting
    assert load_case(home, NEW_CASE).case.incident.occurred_on is not None
    assert "Probation Service, Mereshire delivery unit (probation): named by police" in printed.out
    assert (home / "partnership.toml").read_bytes() == (SAMPLES / "partnership.toml").read_bytes()


@pytest.mark.clients
def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / "demo-harrowmere" / "theirs.txt"
    theirs.parent.mkdir()
    theirs.write_text("mine")
    forms_round(SAMPLES, tmp_path, dt.date(2026, 3, 12))
    assert [file.name for file in theirs.parent.iterdir()] == ["theirs.txt"]
    assert (tmp_path / "demo-harrowmere_2" / "partnership.toml").is_file()
