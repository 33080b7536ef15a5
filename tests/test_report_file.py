"""`report.toml`: begun, checked, its figures put in; and `lscp-docs report` as a person runs it."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reported import HARROWMERE, YEAR

from lscp_docs.casefile.report_file import report_folder, report_path
from lscp_docs.catalogue import REPORTS, report
from lscp_docs.cli import main
from lscp_docs.errors import CaseFileError, ExitCode
from lscp_docs.model.report_file import ReportFile
from lscp_docs.register.measures import statistics
from lscp_docs.reports.blank import blank
from lscp_docs.reports.written import Block, in_blocks, written
from lscp_docs.words.report_texts import found_in_texts
from lscp_docs.words.typed_figures import typed_figures

DAYS = ("--from", "2025-04-01", "--to", "2026-03-31", "--today", "2026-06-20")
SCRUTINY = report("scrutiny-report")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(HARROWMERE, tmp_path / "home", ignore=shutil.ignore_patterns("answers"))
    return tmp_path / "home"


def write(home: Path, text: str) -> None:
    file = report_path(home, SCRUTINY.key, YEAR)
    file.write_text(text, "utf-8")


@pytest.mark.parametrize("row", REPORTS, ids=lambda row: row.key)
def test_a_begun_report_names_every_part_and_is_read_again(row: object, tmp_path: Path) -> None:
    assert isinstance(row, type(SCRUTINY))
    text = blank(row, YEAR)
    file = report_path(tmp_path, row.key, YEAR)
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    assert report_folder(tmp_path, row.key, YEAR).file == ReportFile(report=row.key)
    for part in row.parts:
        assert f'# key = "{part.key}"' in text


def test_a_begun_report_filled_in_by_taking_the_marks_away_is_sound(tmp_path: Path) -> None:
    lines = blank(SCRUTINY, YEAR).split("# The figures:")[0].split("\n")
    first = lines.index(f'report = "{SCRUTINY.key}"')
    marked = re.compile(r'# (?=\w+ = |\[\[|"""|    "|\])')
    filled = [marked.sub("", line, count=1) for line in lines[first:]]
    text = "\n".join(filled).replace('"""\n"""', '"""\nWords.\n"""')
    file = report_path(tmp_path, SCRUTINY.key, YEAR)
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    read = report_folder(tmp_path, SCRUTINY.key, YEAR).file
    assert [section.key for section in read.sections if section.key] == [
        part.key for part in SCRUTINY.parts
    ]
    assert all((read.requests, read.options, read.next_steps, read.meeting_on))


def test_begin_never_overwrites(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--home", str(home), "report", SCRUTINY.key, *DAYS, "--begin"]
    before = report_path(home, SCRUTINY.key, YEAR).read_bytes()
    assert main(arguments) == ExitCode.OUTPUT
    assert "never overwritten" in capsys.readouterr().err
    assert report_path(home, SCRUTINY.key, YEAR).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('report = "annual"', "names another report"),
        ('report = "scrutiny-report"\n[[sections]]\ntext = "x"', "either a key or"),
        (
            'report = "scrutiny-report"\n' + '[[sections]]\nkey = "progress"\ntext = "x"\n' * 2,
            "Two sections have the same key",
        ),
        (
            'report = "scrutiny-report"\n[[sections]]\nkey = "progress"\ntext = "x"\n'
            'answers = ["voice"]',
            "not among the requests",
        ),
        ('report = "scrutiny-report"\nmeeting = 2026-07-08', "meeting"),
    ],
)
def test_what_is_wrong_is_told_with_its_file(
    text: str, told: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(home, text)
    assert main(["--home", str(home), "check"]) == ExitCode.CASE
    out = " ".join(capsys.readouterr().out.split())
    assert "reports/2025-04-01_2026-03-31/scrutiny-report/report.toml" in out
    assert told in out


def test_a_section_that_is_no_part_is_told_with_the_nearest() -> None:
    file = ReportFile.model_validate(
        {"report": SCRUTINY.key, "sections": [{"key": "progres", "text": "x"}]}
    )
    with pytest.raises(CaseFileError) as stopped:
        written(file, SCRUTINY.parts, statistics([], YEAR), ())
    assert "Did you mean progress?" in stopped.value.problems[0].hint


def test_figures_are_put_in_as_words_with_a_capital_at_the_start_of_a_sentence() -> None:
    text = "{{ figure('referrals_considered') }} cases. Of {{ figure('referrals_considered') }}."
    file = ReportFile.model_validate(
        {"report": SCRUTINY.key, "sections": [{"key": "progress", "text": text}]}
    )
    told = written(file, SCRUTINY.parts, statistics([], YEAR), ())
    assert told.sections[0].blocks == (Block("No cases. Of no."),)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ figure('x') }}",
        "{{ claim('x') }}",
        "{{ percent('referrals_considered') }}",
        "{{ share('referrals_considered') }}",
        "{{ other('x') }}",
        "{{ figure('referrals_considered') + 1 }}",
        "{{ figure.__class__ }}",
        "{{ figure }",
        "{% for x in y %}",
    ],
)
def test_a_tag_that_names_no_figure_is_a_problem(tag: str) -> None:
    file = ReportFile.model_validate(
        {"report": SCRUTINY.key, "sections": [{"key": "progress", "text": tag}]}
    )
    with pytest.raises(CaseFileError) as stopped:
        written(file, SCRUTINY.parts, statistics([], YEAR), ())
    assert [each.path for each in stopped.value.problems] == ["sections.1.text"]


@given(st.lists(st.text(alphabet="ab -\n.", min_size=1), max_size=6).map("\n\n".join))
def test_no_word_of_a_narrative_is_lost(text: str) -> None:
    told = " ".join(str(block.words) for block in in_blocks(text))
    assert sorted(told.replace("-", " ").split()) == sorted(text.replace("-", " ").split())


def test_points_are_told_from_paragraphs() -> None:
    text = "What was learned:\n- one thing\n  that goes on\n- another\n\nAfter."
    assert in_blocks(text) == (
        Block("What was learned:"),
        Block("one thing that goes on", is_point=True),
        Block("another", is_point=True),
        Block("After."),
    )


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("We considered five cases.", True),
        ("We considered 5 of the open cases.", True),
        ("All three rapid reviews were sent.", True),
        ("{{ figure('referrals_considered') }} cases", False),
        ("within 5 working days", False),
        ("by 3 June 2026 the reviews", False),
        ("The three safeguarding partners", False),
    ],
)
def test_a_typed_number_beside_a_counted_noun_is_told(words: str, is_told: bool) -> None:  # noqa: FBT001
    assert bool(list(typed_figures(words))) is is_told


def test_a_warning_about_a_report_toml_names_the_paragraph() -> None:
    text = "We met {{ figure('referrals_considered') }} times.\n\nIn 2019-20 we heard 5 cases.\n"
    sections = [{"key": "progress", "text": text}, {"key": "learning", "text": "In 2019-20."}]
    file = ReportFile.model_validate(
        {"report": SCRUTINY.key, "sections": sections, "recommendations": ["that you note it"]}
    )
    assert [(place, found.words) for place, found in found_in_texts(file, "2025-26")] == [
        ("sections.1.text, paragraph 2", "5 cases"),
        ("sections.1.text, paragraph 2", "2019-20"),
        ("sections.2.text", "2019-20"),
        ("recommendations.1", "that"),
    ]


def test_json_tells_every_figure_with_its_cases(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(home), "report", SCRUTINY.key, *DAYS, "--json"]) == ExitCode.DONE
    figures = json.loads(capsys.readouterr().out)
    keys = ["key", "value", "definition", "period", "denominator", "cases"]
    assert all(list(figure) == keys for figure in figures)
    considered = next(each for each in figures if each["key"] == "referrals_considered")
    assert considered["value"] == len(considered["cases"]) == 7
    assert considered["period"] == "2025-04-01/2026-03-31"
    assert not (home / "output").exists()


def test_the_command_writes_the_report_and_says_what_next(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--home", str(home), "report", SCRUTINY.key, *DAYS, "--format", "word"]
    assert main(arguments) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "Next: read each page before it is sent" in out
    made = sorted(file.name for file in (home / "output/reports").glob("*.docx"))
    assert made == ["scrutiny-report_2025-04-01_2026-03-31_dated-2026-06-18.docx"]
    restricted = [file.name for file in (home / "output/reports/restricted").glob("*.docx")]
    assert ["OFFICIAL-SENSITIVE" in name for name in restricted] == [True]


def test_a_broken_case_stops_a_report_and_is_named(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = home / "cases/HSCP-2025-009/case.toml"
    case.write_text(case.read_text("utf-8") + "\nunknown = 1\n", "utf-8")
    assert main(["--home", str(home), "report", SCRUTINY.key, *DAYS]) == ExitCode.CASE
    assert "cases/HSCP-2025-009/case.toml" in capsys.readouterr().err
    assert not (home / "output").exists()


def test_periods_that_end_before_they_begin_are_refused(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = ("--from", "2026-04-01", "--to", "2026-03-31")
    assert main(["--home", str(home), "report", SCRUTINY.key, *days]) == ExitCode.USAGE
    assert main(["--home", str(home), "report", SCRUTINY.key]) == ExitCode.USAGE
    assert "--from" in capsys.readouterr().err


def test_the_record_tells_what_the_report_was_made_from(home: Path) -> None:
    days = ["--format", "word"]
    main(["--home", str(home), "report", SCRUTINY.key, *DAYS, *days])
    (record,) = (home / "output/reports/restricted").glob("*2026-06-18.json")
    told = json.loads(record.read_text("utf-8"))
    assert told["as_at"] == dt.date(2026, 6, 18).isoformat()
    made_from = set(told["made_from"])
    assert {"partnership.toml", "cases/HSCP-2025-009", "scrutiny_report.docx"} <= made_from
    assert "reports/2025-04-01_2026-03-31/scrutiny-report/report.toml" in made_from
