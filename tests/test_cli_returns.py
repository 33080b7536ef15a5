"""The commands `receive` and `returns`: what they print, in words and as JSON, and their codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.received_home import AGENCY, CASE, OneReader, filled, home_in, the_form

from lscp_docs.cli import main
from lscp_docs.errors import ExitCode
from lscp_docs.mail import arrivals
from lscp_docs.model.returned import ReturnState

KEYS = {"file", "sha256", "state", "form", "edition", "case", "agency", "accepted", "problems"}


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lscp_docs.receive.desk.Reader", OneReader)
    monkeypatch.setattr(arrivals.arrivals, "__kwdefaults__", {"wait": lambda _seconds: None})
    monkeypatch.setenv("LSCP_DOCS_USER", "Business unit")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return home_in(tmp_path)


def dropped(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a complete.pdf").write_bytes(filled())
    (folder / "b blank.pdf").write_bytes(the_form())
    (folder / "c page.html").write_bytes(b"<html>")
    return folder


def run(home: Path, *arguments: str, day: str = "2026-03-10") -> int:
    return main(["--home", str(home), *arguments, "--today", day])


def test_receive_tells_each_file_as_json(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(home, "receive", str(dropped(tmp_path / "in")), "--json")
    assert code == ExitCode.RETURN
    told: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert all(set(each) == KEYS for each in told)
    assert [(each["file"], each["state"], each["accepted"]) for each in told] == [
        ("a complete.pdf", "nil_return", True),
        ("b blank.pdf", "blank", False),
        ("c page.html", "not_a_pdf", False),
    ]
    assert {each["state"] for each in told} <= {state.value for state in ReturnState}
    assert (told[0]["form"], told[0]["case"], told[0]["agency"]) == (
        "scoping-report",
        CASE,
        AGENCY,
    )


def test_a_problem_names_the_question_and_what_would_be_accepted(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "q.pdf").write_bytes(filled(approver_role=None))
    assert run(home, "receive", str(tmp_path / "q.pdf"), "--json") == ExitCode.RETURN
    (told,) = json.loads(capsys.readouterr().out)
    assert told["problems"] == [
        {
            "field": "approver_role",
            "question": "Role of the person who approved it",
            "answer": "",
            "problem": "This must be answered.",
        }
    ]


def test_receive_says_in_words_what_happened_and_what_is_next(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = dropped(tmp_path / "in")
    run(home, "receive", str(folder))
    out = capsys.readouterr().out
    assert "a nil return: the agency had no involvement" in out
    assert "Reply, ready to send" in out
    assert f"lscp-docs returns {CASE}" in out
    assert max(len(line) for line in out.splitlines() if "/" not in line) <= 80
    assert run(home, "receive", str(folder), day="2026-03-11") == ExitCode.DONE
    assert capsys.readouterr().out.count("held already") == 3


def test_confirming_accepts_and_the_board_shows_what_is_open(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "q.pdf"
    file.write_bytes(filled(approver_role=None))
    run(home, "receive", str(file))
    capsys.readouterr()
    run(home, "returns", CASE, "--json")
    told = json.loads(capsys.readouterr().out)
    row = next(row for row in told["agencies"] if row["agency"] == AGENCY)
    assert row["state"] == "waiting"
    assert run(home, "receive", "--confirm", str(file)) == ExitCode.DONE
    capsys.readouterr()
    run(home, "returns", CASE, "--json")
    told = json.loads(capsys.readouterr().out)
    row = next(row for row in told["agencies"] if row["agency"] == AGENCY)
    assert (row["state"], row["open_questions"], row["waiting"]) == ("questions_open", 1, [])


def test_the_board_in_words_names_who_is_late(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "returns", CASE, day="2026-03-12") == ExitCode.DONE
    out = capsys.readouterr().out
    assert "LATE" in out.splitlines()[2]
    assert AGENCY in out.splitlines()[2]
    assert f"Next: lscp-docs returns {CASE} --chase" in out


def test_a_chaser_is_written_once_a_day_and_shows_on_the_board(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(home, "returns", CASE, "--chase", day="2026-03-12")
    assert "1 reminder written" in capsys.readouterr().out
    run(home, "returns", CASE, "--chase", day="2026-03-12")
    assert "Nobody is to be reminded" in capsys.readouterr().out
    run(home, "returns", CASE, "--json", day="2026-03-12")
    told = json.loads(capsys.readouterr().out)
    row = next(row for row in told["agencies"] if row["agency"] == AGENCY)
    assert "2026-03-12" in row["chased_on"]


def test_a_wrong_path_and_a_wrong_case_are_usage_errors(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "receive", "nowhere.pdf") == ExitCode.USAGE
    assert run(home, "returns", "SWSCP-2026-020") == ExitCode.USAGE
    assert "There is no case" in capsys.readouterr().err
