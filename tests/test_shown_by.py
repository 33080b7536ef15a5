"""The whole round as a business unit sees it: seven agencies, each with a habit of its own."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.cases import strings_of
from tests.fillers import FILLERS
from tests.mangled import printed_by_pdfium, scanned

from lscp_docs.casefile.case_folder import CaseFolder, load_case
from lscp_docs.casefile.sample_answers import sample_answers
from lscp_docs.cli import main
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.chronology import chronology
from lscp_docs.documents.rapid_review import context
from lscp_docs.errors import ExitCode
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.shipped import bundled

CASE = "HSCP-2026-004"
SENT_ON, CAME_ON = "2026-03-05", "2026-03-12"
DAY = dt.date(2026, 3, 12)

BY = {
    "police": ("PDFium", "police"),  # the engine of Chrome and Edge
    "hospitals": ("pdf.js", "hospitals"),  # that of Firefox
    "education": ("poppler", "education"),  # that of Evince
    "community-health": ("pypdf", "community-health"),  # a library
    "primary-care": ("PDFium", "education"),  # then printed
    "social-work": ("PDFium", "education"),  # then scanned
}
"""Which program fills in the form of which agency, and whose invented answers it writes."""

STATES = {
    "police": ("filled", True),
    "hospitals": ("filled", True),
    "education": ("nil_return", True),
    "community-health": ("filled_with_questions", False),
    "primary-care": ("printed_copy", False),
    "social-work": ("scan", False),
    "housing": ("blank", False),
}


def run(home: Path, *arguments: str) -> int:
    return main(["--home", str(home), *arguments])


def form_of(home: Path, agency: str) -> bytes:
    (form,) = (home / "cases" / CASE / "sent").glob(f"*_{agency}_*.pdf")
    return form.read_bytes()


def agencies_answer(home: Path, samples: Path, inbox: Path, work: Path) -> None:
    inbox.mkdir()
    for agency, (program, whose) in BY.items():
        texts = sample_answers(samples / f"{whose}.toml", ScopingReport)
        folder = work / agency
        folder.mkdir(parents=True)
        (data,) = FILLERS[program](form_of(home, agency), [texts], folder)
        data = printed_by_pdfium(data) if agency == "primary-care" else data
        data = scanned(data) if agency == "social-work" else data
        (inbox / f"{agency}.pdf").write_bytes(data)
    (inbox / "housing.pdf").write_bytes(form_of(home, "housing"))


@pytest.mark.clients
def test_what_seven_agencies_send_back_is_told_exactly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    samples = Path(str(bundled("sample_cases") / "harrowmere"))
    home, inbox = tmp_path / "home", tmp_path / "inbox"
    shutil.copytree(samples, home)
    case_file = (home / "cases" / CASE / "case.toml").read_bytes()
    assert run(home, "send", "scoping-report", CASE, "--today", SENT_ON) == ExitCode.DONE
    agencies_answer(home, samples / "answers" / CASE, inbox, tmp_path / "work")
    capsys.readouterr()

    code = run(home, "receive", str(inbox), "--json", "--today", CAME_ON)
    assert code == ExitCode.RETURN
    told: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    found = {Path(each["file"]).stem: (each["state"], each["accepted"]) for each in told}
    assert found == STATES
    questions = {Path(each["file"]).stem: each["problems"] for each in told}
    assert any("not a day" in each["problem"] for each in questions["community-health"])
    assert all(each["problem"] for each in questions["primary-care"])

    assert run(home, "returns", CASE, "--json", "--today", CAME_ON) == ExitCode.DONE
    board = json.loads(capsys.readouterr().out)
    stands = {row["agency"]: row["state"] for row in board["agencies"]}
    assert stands["police"] == stands["hospitals"] == "returned"
    assert stands["education"] == "nil_return"
    assert stands["community-health"] == stands["primary-care"] == "waiting"
    assert {one["agency"] for one in board["not_asked"]} >= {"probation"}

    folder = load_case(home, CASE)
    assert (home / "cases" / CASE / "case.toml").read_bytes() == case_file
    the_papers_tell_it(folder, samples / "answers" / CASE)


def the_papers_tell_it(folder: CaseFolder, answers: Path) -> None:
    """Every accepted event is in the chronology with its source; no other agency's word is."""
    material = Material(
        case=folder.case,
        partnership=folder.partnership,
        as_at=DAY,
        profile=Profile.FULL,
        returns=folder.returns,
    )
    rows = list(strings_of(chronology(material)))
    for agency in ("police", "hospitals"):
        texts = sample_answers(answers / f"{agency}.toml", ScopingReport)
        events = [text for name, text in texts.items() if name.endswith("_event") and text]
        assert len(events) >= 5
        assert all(any(event in row for row in rows) for event in events)
    review = " ".join(strings_of(context(material)))
    waiting = sample_answers(answers / "community-health.toml", ScopingReport)["summary"]
    assert waiting not in review
    assert "Wexmoor Police" in review
