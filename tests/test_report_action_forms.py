"""A form for the actions of a report: sent, filled in, received, and told wherever actions are."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from pathlib import Path

import pytest
from tests.fillers import by_pypdf
from tests.printed import WordPrint
from tests.reported import HARROWMERE

from lscp_docs.casefile.received import records_of
from lscp_docs.catalogue import report
from lscp_docs.cli import main
from lscp_docs.errors import ExitCode
from lscp_docs.paper import Format
from lscp_docs.register.period import Period
from lscp_docs.report import ReportRequest, produce_report

NAME = "2025-04-01_2026-03-31/scrutiny-report"
ORIGIN = "scrutiny-report-2026-03-31"
KEY = f"{ORIGIN}/a1"
SENT_ON = ("--today", "2026-08-01")
CAME_ON = ("--today", "2026-08-10")
ACTION = """
[[actions]]
id = "{id}"
source = "scrutiny"
action = "Report to the board what changed in practice."
lead_agency = "{agency}"
owner = "Head of Safeguarding"
due = 2026-07-31
status = "not_started"
"""
TOLD = {
    "actions_1_done": "The board had our paper in July.",
    "actions_1_status": "complete_awaiting_evidence",
    "author": "Sam Sample",
    "author_role": "Head of Safeguarding",
    "completed_on": "10/08/2026",
    "confirmed": "yes",
}


def copied(home: Path) -> Path:
    """Give a copy of the partnership with one of its cases, which is quicker to read than all."""
    others = shutil.ignore_patterns("answers", "HSCP-2025-*", "HSCP-2026-*")
    return Path(shutil.copytree(HARROWMERE, home, ignore=others))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = copied(tmp_path / "home")
    with (home / "reports" / NAME / "report.toml").open("a", encoding="utf-8") as file:
        file.write(ACTION.format(id="a1", agency="police"))
        file.write(ACTION.format(id="a2", agency="housing"))
    return home


def run(home: Path, *words: str) -> int:
    return main(["--home", str(home), *words])


def sent(home: Path, *more: str) -> Path:
    send = ("send", "action-update", "--report", NAME, "--agency", "police")
    assert run(home, *send, *more, *SENT_ON) == ExitCode.DONE
    (form,) = (home / "reports" / NAME / "sent").glob("*_police_*.pdf")
    return form


def rows(home: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run(home, *words, "--json") == ExitCode.DONE
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def owed(home: Path, capsys: pytest.CaptureFixture[str]) -> set[object]:
    return {row["what"] for row in rows(home, capsys, "due", *CAME_ON) if row["case"] == ""}


def test_an_update_goes_all_the_way_round(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = sent(home)
    assert owed(home, capsys) == {f"Action {KEY}", f"Action {ORIGIN}/a2"}
    before = {row["id"]: row for row in rows(home, capsys, "actions", *CAME_ON)}
    returned = home.parent / "returned.pdf"
    returned.write_bytes(by_pypdf(form.read_bytes(), TOLD))
    assert run(home, "receive", str(returned), *CAME_ON) == ExitCode.DONE

    folder = home / "reports" / NAME
    (kept,) = (folder / "received").glob("*/*.pdf")
    assert kept.read_bytes() == returned.read_bytes()
    (record,) = records_of(folder)
    assert (record.case, record.accepted) == (ORIGIN, True)
    assert record.sha256 == hashlib.sha256(returned.read_bytes()).hexdigest()
    assert not (home / "received").exists()

    after = {row["id"]: row for row in rows(home, capsys, "actions", *CAME_ON)}
    assert (before[KEY]["rating"], after[KEY]["rating"]) == ("red", "amber")
    assert after[f"{ORIGIN}/a2"] == before[f"{ORIGIN}/a2"]
    assert owed(home, capsys) == {f"Action {ORIGIN}/a2"}
    period = Period(dt.date(2026, 8, 1), dt.date(2026, 8, 31), "August 2026")
    request = ReportRequest(
        period=period, today=dt.date(2026, 9, 1), to=home / "made", format=Format.WORD
    )
    made = produce_report(home, report("actions-report"), request)
    assert TOLD["actions_1_done"] in "\n".join(WordPrint.of(made.files[0].read_bytes()).body)

    again = run(home, "receive", str(returned), *CAME_ON)
    assert again == ExitCode.DONE
    assert len(records_of(folder)) == 1


def test_it_asks_an_agency_for_its_own_actions_alone(home: Path) -> None:
    assert run(home, "send", "action-update", "--report", NAME, *SENT_ON) == ExitCode.DONE
    names = {path.name.split("_")[2] for path in (home / "reports" / NAME / "sent").glob("*.pdf")}
    assert names == {"police", "housing"}


def test_a_form_for_a_report_that_sent_none_is_one_for_another_matter(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = sent(home)
    other = copied(home.parent / "other")
    (filled := home.parent / "r.pdf").write_bytes(by_pypdf(form.read_bytes(), TOLD))
    capsys.readouterr()
    assert run(other, "receive", str(filled), "--json", *CAME_ON) == ExitCode.RETURN
    (told,) = json.loads(capsys.readouterr().out)
    assert told["state"] == "wrong_case"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("action-update", "--report", "2025-04-01_2026-03-31/scrutiny-repot"), "Did you mean"),
        (("scoping-report", "--report", NAME), "is not sent for a report"),
        (("action-update", "HSCP-2024-006", "--report", NAME), "name one of them"),
    ],
)
def test_what_cannot_be_sent_is_told(
    home: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    assert run(home, "send", *words, *SENT_ON) == ExitCode.USAGE
    assert told in " ".join(capsys.readouterr().err.split())


def test_no_form_is_sent_before_the_date_of_the_report(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early = ("send", "action-update", "--report", NAME, "--today", "2026-05-01")
    assert run(home, *early) == ExitCode.USAGE
    assert "No agency leads on an open action" in " ".join(capsys.readouterr().err.split())


def test_actions_of_two_reports_of_one_name_are_told_apart_or_refused(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin = home / "reports" / "2026-01-01_2026-03-31" / "scrutiny-report"
    shutil.copytree(home / "reports" / NAME, twin)
    assert run(home, "actions", *SENT_ON) == ExitCode.CASE
    assert "ends on the same day" in " ".join(capsys.readouterr().err.split())


def test_a_wrong_report_hides_nothing_that_a_case_owes(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early = ("due", "--json", "--today", "2024-06-01")
    assert run(home, *early) == ExitCode.DONE
    listed = capsys.readouterr().out
    (home / "reports" / NAME / "report.toml").write_text("report = 1", "utf-8")
    assert run(home, *early) == ExitCode.CASE
    again = capsys.readouterr()
    assert again.out == listed
    assert "LEFT OUT: the actions of reports" in again.err


def test_what_is_next_for_an_action_of_a_report_names_no_empty_case(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "actions", "--agency", "housing", *SENT_ON) == ExitCode.DONE
    told = capsys.readouterr().out.rstrip()
    assert told.endswith("Next: lscp-docs send action-update --report PERIOD/REPORT")
