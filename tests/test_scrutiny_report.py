"""The report to scrutiny: what it says, what it refuses, and what it never tells."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from tests.reported import HARROWMERE, TODAY, YEAR, reported

from lscp_docs.catalogue import report
from lscp_docs.errors import DisclosureError, MissingFactsError
from lscp_docs.paper import Format, Standing
from lscp_docs.report import ProducedReport, ReportRequest, produce_report

KEY = "scrutiny-report"
FILE = Path("reports/2025-04-01_2026-03-31") / KEY / "report.toml"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(HARROWMERE, tmp_path / "home", ignore=shutil.ignore_patterns("answers"))
    return tmp_path / "home"


def change(home: Path, old: str, new: str) -> None:
    text = (home / FILE).read_text("utf-8")
    assert old in text
    (home / FILE).write_text(text.replace(old, new, 1), "utf-8")


def made(home: Path, standing: Standing = Standing.FINAL) -> ProducedReport:
    request = ReportRequest(
        period=YEAR, today=TODAY, to=home / "made", standing=standing, format=Format.WORD
    )
    return produce_report(home, report(KEY), request)


def test_the_sample_report_is_final_and_has_no_warning() -> None:
    sample = reported(KEY, HARROWMERE)
    assert sample.produced.gaps == ()
    assert sample.produced.defects == ()
    assert sample.produced.warnings == ()


def test_it_says_what_the_figures_say() -> None:
    text = reported(KEY, HARROWMERE).text
    assert "the Review Advisory Group considered seven cases for possible notification." in text
    assert "decided that two cases did not meet the criteria for notification and that" in text
    assert "All four notifications were made within 5 working days." in text


def test_a_public_report_names_no_case_and_its_annex_names_all_of_them() -> None:
    sample = reported(KEY, HARROWMERE)
    assert "HSCP-" not in sample.text
    assert b"HSCP-" not in sample.docx
    assert not any("HSCP-" in page for page in sample.pages)
    considered = sample.produced.statistics.figure("referrals_considered")
    from tests.printed import WordPrint

    annex = "\n".join(WordPrint.of(sample.annex).body)
    assert len(considered.cases) == 7
    assert all(case in annex for case in considered.cases)


def test_a_request_without_an_answer_stops_a_final_report(home: Path) -> None:
    change(home, 'answers = ["voice"]\n', "")
    with pytest.raises(MissingFactsError) as stopped:
        made(home)
    assert [problem.path for problem in stopped.value.problems] == ["requests.voice"]
    assert not (home / "made").exists()


def test_a_date_before_the_end_of_the_period_stops_a_final_report(home: Path) -> None:
    change(home, "dated = 2026-06-18", "dated = 2026-03-08")
    with pytest.raises(MissingFactsError) as stopped:
        made(home)
    assert "dated" in [problem.path for problem in stopped.value.problems]


def test_a_draft_shows_what_is_missing(home: Path) -> None:
    (home / FILE).unlink()
    draft = made(home, Standing.DRAFT)
    paths = [gap.path for gap in draft.gaps]
    assert paths == [
        "meeting_on",
        "author_role",
        "recommendations",
        "sections.progress",
        "sections.learning",
    ]
    assert all("DRAFT" in file.name for file in draft.files)


def test_a_figure_that_there_is_not_is_told_with_the_nearest(home: Path) -> None:
    from lscp_docs.errors import CaseFileError

    change(home, "figure('referrals_considered')", "figure('referrals_consider')")
    with pytest.raises(CaseFileError) as stopped:
        made(home)
    (problem,) = stopped.value.problems
    assert problem.path == "sections.1.text"
    assert "referrals_considered" in problem.problem


def test_a_typed_figure_is_a_warning_and_a_named_one_is_not(home: Path) -> None:
    change(home, "{{ figure('referrals_considered') }} cases", "seven cases")
    assert [each for each in made(home).warnings if "typed" in each] != []


def test_a_name_in_the_narrative_stops_the_report(home: Path) -> None:
    from lscp_docs.casefile.case_folder import load_case
    from lscp_docs.model.identifying import revealed

    surname = load_case(home, "HSCP-2024-006").case.children[0].surname
    assert surname is not None
    change(home, "Every referral", f"For {revealed(surname)} too, every referral")
    with pytest.raises(DisclosureError) as stopped:
        made(home)
    assert revealed(surname) not in str(stopped.value)
    assert all(revealed(surname) not in str(each) for each in stopped.value.problems)
    assert not (home / "made").exists()


def test_the_same_cases_make_the_same_bytes(home: Path) -> None:
    first, second = made(home), made(home)
    assert first.files != second.files
    assert [x.read_bytes() for x in first.files] == [x.read_bytes() for x in second.files]


@pytest.mark.parametrize(
    "written",
    [
        "30 May 2020", "30th May 2020", "30th of May 2020", "30/05/2020", "30.5.20", "2020-05-30",
        "May 30, 2020", "HSCP-2025-014",
    ],
)  # fmt: skip
def test_a_date_of_birth_or_a_reference_in_the_narrative_stops_the_report(
    written: str, home: Path
) -> None:
    case = home / "cases/HSCP-2025-014/case.toml"
    text = case.read_text("utf-8")
    born = re.search(r"date_of_birth = (\S+)", text)
    assert born is not None
    case.write_text(text.replace(born[0], "date_of_birth = 2020-05-30", 1), "utf-8")
    change(home, "Every referral", f"On {written} it began. Every referral")
    with pytest.raises(DisclosureError):
        made(home)


def test_a_report_is_not_final_before_its_period_has_ended(home: Path) -> None:
    request = ReportRequest(
        period=YEAR, today=YEAR.last - dt.timedelta(days=1), to=home / "made", format=Format.WORD
    )
    with pytest.raises(MissingFactsError) as stopped:
        produce_report(home, report(KEY), request)
    assert [problem.path for problem in stopped.value.problems] == ["dated"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Every referral", "In 2024-25 it began. Every referral", "is not the period of this"),
        ("Every referral", "Of three babies we heard. Every referral", "is a typed number"),
        ("note how serious", "serious child how", "does not say what the readers are asked"),
    ],
)
def test_a_warning_is_told(old: str, new: str, told: str, home: Path) -> None:
    change(home, old, new)
    assert [each for each in made(home).warnings if told in each] != []


def test_a_meeting_before_the_report_stops_it(home: Path) -> None:
    change(home, "meeting_on = 2026-07-08", "meeting_on = 2026-06-10")
    with pytest.raises(MissingFactsError) as stopped:
        made(home)
    assert [problem.path for problem in stopped.value.problems] == ["meeting_on"]


def test_a_rapid_review_past_its_days_is_told_beside_those_in_time() -> None:
    text = reported(KEY, HARROWMERE).text
    assert (
        "One rapid review was in progress when the period ended, past the 15 working days." in text
    )
    assert "One notification called for no rapid review." in text


def test_the_record_that_names_every_case_is_kept_from_what_is_published(home: Path) -> None:
    public = {file.parent for file in made(home).files}
    assert all(not list(folder.glob("*.json")) for folder in public)
    assert len(list((home / "made/restricted").glob("*.json"))) == 2
