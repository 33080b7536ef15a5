"""An accepted return is kept as box texts, read back whole, and never overwritten."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from lscp_docs.casefile.case_folder import load_case
from lscp_docs.casefile.file_names import HISTORY_FILE
from lscp_docs.casefile.history import Entry, What, append
from lscp_docs.casefile.returns_file import returns_of, write_return
from lscp_docs.catalogue import document
from lscp_docs.errors import CaseFileError
from lscp_docs.model.answers import model_of
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.returned import ReturnState
from lscp_docs.paper import Format
from lscp_docs.produce import Request, produce
from lscp_docs.shipped import bundled
from lscp_docs.timescales.owed import owed
from returned_reports import (
    CASE,
    COUNCIL,
    HOSPITAL,
    NIL,
    a_question,
    a_record,
    a_return,
    kept,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / CASE
    path.mkdir()
    return path


def damaged(folder: Path, **changes: Any) -> str:
    """What is told of a file in which these keys were changed by hand."""
    path = write_return(folder, a_record("hospital", HOSPITAL))
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))
    with pytest.raises(CaseFileError) as error:
        returns_of(folder)
    return " ".join(map(str, (error.value, *error.value.problems)))


def test_a_return_reads_back_as_it_was_accepted(folder: Path) -> None:
    path = write_return(folder, a_record("hospital", HOSPITAL))
    assert path == folder / "returns" / "scoping-report_hospital.json"
    (read,) = returns_of(folder)
    known = a_return("hospital", HOSPITAL)
    assert read.answers == known.answers
    assert read.rows == known.rows
    assert read.pages == {name: known.pages[name] for name in HOSPITAL}
    assert (read.agency, read.received_on, read.file) == (
        "hospital",
        known.received_on,
        known.file,
    )


def test_a_case_without_returns_has_none(folder: Path) -> None:
    assert returns_of(folder) == ()


def test_an_amendment_stands_beside_the_first_return(folder: Path) -> None:
    first = write_return(folder, a_record("hospital", HOSPITAL))
    before = first.read_bytes()
    second = write_return(folder, a_record("hospital", {**HOSPITAL, "summary": "Better told."}))
    assert second.name == "scoping-report_hospital_2.json"
    assert first.read_bytes() == before


def test_returns_stand_in_the_order_of_their_acceptance(folder: Path) -> None:
    for number in range(11):
        write_return(folder, a_record("hospital", {**NIL, "service": f"Service {number}"}))
    write_return(folder, a_record("council", NIL))
    read = [each for each in returns_of(folder) if each.agency == "hospital"]
    services = [each.answers.service for each in read if isinstance(each.answers, ScopingReport)]
    assert services == [f"Service {number}" for number in range(11)]


def test_an_answer_with_a_question_open_is_no_answer(folder: Path) -> None:
    texts = {**HOSPITAL, "involved_from": "22.05/16"}
    record = a_record(
        "hospital",
        texts,
        state=ReturnState.FILLED_WITH_QUESTIONS,
        confirmed_by="Petra Quillfeather",
        open_questions=(kept(a_question()),),
    )
    write_return(folder, record)
    (read,) = returns_of(folder)
    assert isinstance(read.answers, ScopingReport)
    assert read.answers.involved_from is None
    assert read.open_questions == (a_question(),)
    assert read.confirmed_by == "Petra Quillfeather"


def test_an_open_question_opens_all_its_boxes_and_no_other(folder: Path) -> None:
    texts = {**HOSPITAL, "chronology_1_source": "Guessed?"}
    opened = (
        kept(a_question("records_searched_electronic")),
        kept(a_question("chronology_1_source")),
    )
    write_return(folder, a_record("hospital", texts, open_questions=opened))
    (read,) = returns_of(folder)
    assert isinstance(read.answers, ScopingReport)
    assert read.answers.records_searched is None
    first, second = read.answers.chronology
    assert first.source is None
    assert first.event is not None
    assert second.source == "Ward notes"


def test_a_damaged_file_is_named_and_none_of_its_words_is_told(folder: Path) -> None:
    told = damaged(folder, answers=[{"field": "summary", "value": ["Zoë"]}])
    assert "returns/scoping-report_hospital.json" in told
    assert "damaged" in told
    assert "Zoë" not in told


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"case": "TVSCP-2026-009"}, "another case"),
        ({"form": "no-such-form"}, "does not know"),
        ({"form": "asked"}, "does not know"),
        ({"form": "../briefing-use"}, "does not know"),
        ({"answers": [{"field": "no_such_box", "value": "x"}]}, "no_such_box"),
        ({"answers": [{"field": "involved_from", "value": "22.05/16"}]}, "involved_from"),
        ({"received_on": "yesterday"}, "damaged"),
        ({"state": "accepted"}, "damaged"),
        ({"unknown": 1}, "damaged"),
    ],
)
def test_a_file_that_says_what_cannot_be_is_refused(
    folder: Path, changes: dict[str, Any], words: str
) -> None:
    assert words in damaged(folder, **changes)


def test_a_file_that_is_cut_short_is_refused(folder: Path) -> None:
    path = write_return(folder, a_record("hospital", HOSPITAL))
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(CaseFileError):
        returns_of(folder)


def test_every_damaged_file_is_told_at_once(folder: Path) -> None:
    for agency in ("hospital", "council"):
        write_return(folder, a_record(agency, NIL)).write_bytes(b"{}")
    with pytest.raises(CaseFileError) as error:
        returns_of(folder)
    assert len(error.value.problems) == 2


def test_the_model_of_a_form_is_found_by_its_key() -> None:
    assert model_of("scoping-report") is ScopingReport
    for key in ("values", "Scoping-report", "scoping_report", "", "os.path"):
        with pytest.raises(KeyError):
            model_of(key)


# In a case folder

REFERENCE = "HSCP-2026-002"
"""A sample case in which nobody asked the ambulance service."""

AMBULANCE = "ambulance"
AT = dt.datetime(2026, 2, 3, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    source = Path(str(bundled("sample_cases"))) / "harrowmere"
    to = tmp_path / "harrowmere"
    shutil.copytree(source / "cases" / REFERENCE, to / "cases" / REFERENCE)
    shutil.copy(source / "partnership.toml", to)
    return to


def case_path(home: Path) -> Path:
    return home / "cases" / REFERENCE


def send_to(home: Path, agency: str) -> None:
    sent = Entry(
        what=What.SENT,
        form="scoping-report",
        edition="1",
        agency=agency,
        issue="K7Q2-MX4P",
        due_on=dt.date(2026, 2, 9),
        file=f"scoping-report_{agency}.pdf",
        sha256="0" * 64,
    )
    append(case_path(home), sent, at=AT, by="Test")


def owed_keys(home: Path) -> set[str]:
    folder = load_case(home, REFERENCE)
    return {item.key for item in owed(folder.case, folder.partnership)}


def test_what_was_sent_and_returned_completes_the_case_and_leaves_case_toml_alone(
    home: Path,
) -> None:
    before = (case_path(home) / "case.toml").read_bytes()
    plain = load_case(home, REFERENCE)
    assert (plain.sent, plain.returns) == ((), ())

    send_to(home, AMBULANCE)
    assert f"scoping-report-{AMBULANCE}" in owed_keys(home)
    texts = {**COUNCIL, "involved_from": "01/07/2025"}
    write_return(case_path(home), a_record(AMBULANCE, texts, case=REFERENCE))
    assert f"scoping-report-{AMBULANCE}" not in owed_keys(home)

    folder = load_case(home, REFERENCE)
    assert [each.agency for each in folder.sent] == [AMBULANCE]
    assert [each.agency for each in folder.returns] == [AMBULANCE]
    assert len(folder.case.chronology) == len(plain.case.chronology) + 2
    assert set(folder.completed_from) == {
        "history.jsonl",
        f"returns/scoping-report_{AMBULANCE}.json",
    }
    assert (case_path(home) / "case.toml").read_bytes() == before
    assert folder.case_sha256 == plain.case_sha256


def test_a_damaged_return_is_a_problem_of_the_case(home: Path) -> None:
    record = a_record(AMBULANCE, NIL, case=REFERENCE)
    write_return(case_path(home), record).write_text("{")
    with pytest.raises(CaseFileError) as error:
        load_case(home, REFERENCE)
    assert f"returns/scoping-report_{AMBULANCE}.json" in str(error.value.problems[0])


def test_a_damaged_history_is_a_problem_of_the_case(home: Path) -> None:
    send_to(home, AMBULANCE)
    history = case_path(home) / HISTORY_FILE
    history.write_text(history.read_text().replace(AMBULANCE, "police"))
    with pytest.raises(CaseFileError, match=HISTORY_FILE):
        load_case(home, REFERENCE)


def test_a_paper_tells_from_which_returns_it_was_made(home: Path, tmp_path: Path) -> None:
    path = write_return(case_path(home), a_record(AMBULANCE, NIL, case=REFERENCE))
    request = Request(today=dt.date(2026, 3, 20), to=tmp_path / "out", format=Format.WORD)
    (made,) = produce(load_case(home, REFERENCE), document("referrer-feedback"), request)
    record = json.loads(made.files[0].with_suffix(".json").read_text())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert record["made_from"][f"returns/{path.name}"] == digest
