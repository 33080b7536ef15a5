"""Actions that come of a report: in the tracker, in reports, never with a name of a case."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from tests.printed import WordPrint
from tests.reported import HARROWMERE, YEAR

from lscp_docs.casefile.case_folder import load_case, load_partnership
from lscp_docs.catalogue import report
from lscp_docs.cli import main
from lscp_docs.errors import CaseFileError, ExitCode
from lscp_docs.model.identifying import revealed
from lscp_docs.paper import Format
from lscp_docs.report import ReportRequest, produce_report
from lscp_docs.reports.report_actions import actions_of_reports

FILE = "reports/2025-04-01_2026-03-31/scrutiny-report/report.toml"
KEY = "scrutiny-report-2026-03-31/a1"
ACTION = """
[[actions]]
id = "a1"
source = "scrutiny"
action = "Report to the board what changed in practice."
lead_agency = "police"
owner = "Head of Safeguarding"
due = 2026-07-31
status = "not_started"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(HARROWMERE, tmp_path / "home", ignore=shutil.ignore_patterns("answers"))
    return tmp_path / "home"


def add(home: Path, action: str = ACTION) -> None:
    file = home / FILE
    file.write_text(file.read_text("utf-8") + action, "utf-8")


def tracker(home: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, object]:
    assert main(["--home", str(home), "actions", "--json", *more]) == ExitCode.DONE
    rows = json.loads(capsys.readouterr().out)
    return {row["id"]: row for row in rows}


def test_it_is_tracked_from_the_date_of_its_report(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(home)
    assert KEY not in tracker(home, capsys, "--today", "2026-06-17")
    (row,) = [tracker(home, capsys, "--today", "2026-08-01", *more)[KEY] for more in [()]]
    assert isinstance(row, dict)
    assert (row["case"], row["rating"], row["source"]) == ("", "red", "scrutiny")
    assert KEY in tracker(home, capsys, "--today", "2026-08-01", "--agency", "police")
    assert KEY not in tracker(home, capsys, "--today", "2026-08-01", "--agency", "housing")


def test_the_report_on_actions_tells_it_and_no_figure_cites_a_case_for_it(home: Path) -> None:
    add(home)
    period = YEAR.__class__(dt.date(2026, 6, 1), dt.date(2026, 6, 30), "June 2026")
    request = ReportRequest(
        period=period, today=dt.date(2026, 7, 3), to=home / "made", format=Format.WORD
    )
    made = produce_report(home, report("actions-report"), request)
    text = "\n".join(WordPrint.of(made.files[0].read_bytes()).body)
    assert "Report to the board what changed in practice." in text
    agreed = made.statistics.figure("actions_agreed")
    assert (agreed.value, agreed.cases) == (1, ())


def test_an_agency_that_is_not_known_is_told(home: Path) -> None:
    add(home, ACTION.replace('"police"', '"polize"'))
    with pytest.raises(CaseFileError) as stopped:
        actions_of_reports(home, load_partnership(home))
    assert "Did you mean police?" in stopped.value.problems[0].hint


def test_a_name_of_a_case_in_it_stops_the_file(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    surname = load_case(home, "HSCP-2024-006").case.children[0].surname
    assert surname is not None
    add(home, ACTION.replace("the board", f"the {revealed(surname)} family"))
    to = ["--today", "2026-08-01", "--csv", str(home / "actions.csv")]
    assert main(["--home", str(home), "actions", *to]) == ExitCode.DISCLOSURE
    assert revealed(surname) not in capsys.readouterr().err
    assert not (home / "actions.csv").exists()
