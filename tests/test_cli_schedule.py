"""`lscp-docs schedule` as a person and a scheduler see it: tables, JSON, last lines, exit codes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.scheduled import KEYS
from tests.test_commands import Ran, Run

from lscp_docs.cli import main, schedule
from lscp_docs.cli.layout import WIDTH
from lscp_docs.errors import CaseFileError, DisclosureError, ExitCode
from lscp_docs.schedule.owed import Owed
from lscp_docs.shipped import bundled

Make = Callable[[Owed, Path], str]
TODAY = "2026-03-12"
FIELDS = ["report", "period", "due", "meeting", "state", "files"]


def a_maker(each: Owed, folder: Path) -> str:
    (folder / f"{each.report}.docx").write_text(each.name)
    return "a draft: narrative to be written" if each.report == "scrutiny-report" else ""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("LSCP_DOCS_HOME", raising=False)
    for name in ("harrowmere", "saltmarsh"):
        (tmp_path / name).mkdir()
        for file in ("partnership.toml", "schedule.toml"):
            source = Path(str(bundled("sample_cases"))) / name / file
            shutil.copy(source, tmp_path / name / file)
    monkeypatch.chdir(tmp_path / "harrowmere")
    monkeypatch.setattr(schedule, "_known_reports", lambda: KEYS)
    monkeypatch.setattr(schedule, "_make", lambda _home, _today: a_maker)
    return tmp_path / "harrowmere"


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def typed(*arguments: str) -> Ran:
        capsys.readouterr()
        code = main(arguments)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return typed


def made_by(monkeypatch: pytest.MonkeyPatch, make: Make) -> None:
    monkeypatch.setattr(schedule, "_make", lambda _home, _today: make)


def rows(printed: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(printed)
    assert all(list(row) == FIELDS for row in found)
    return found


def test_the_list_has_the_late_first_fits_the_terminal_and_ends_in_the_next_command(
    run: Run,
) -> None:
    told = run("schedule", "--today", "2026-02-02")
    assert (told.code, told.err) == (ExitCode.DONE, "")
    lines = told.out.splitlines()
    assert lines[0] == "The schedule on 2 February 2026"
    states = [line.split()[0] for line in lines[4:] if line and not line.startswith(" ")]
    assert states == ["LATE", "owed", *["upcoming"] * 4, "Next:"]
    assert max(map(len, lines)) <= WIDTH
    assert lines[-1] == "Next: lscp-docs schedule run"
    assert "assurance-report, the quarter October to" in told.out
    assert run("schedule", "list", "--today", "2026-02-02") == told


def test_a_run_makes_what_is_owed_and_its_last_line_can_be_mailed(run: Run, home: Path) -> None:
    told = run("schedule", "run", "--today", "2026-06-24")
    assert (told.code, told.err) == (ExitCode.DONE, "")
    assert told.out.splitlines()[-1] == "schedule: 9 made, next due 29 June 2026"
    assert "(a draft: narrative to be written)" in " ".join(told.out.split())
    name = "actions-month_2026-04-01_2026-04-30"
    folder = f"output/scheduled/{name}"
    assert f"    {folder}/actions-report.docx" in told.out.splitlines()
    assert (home / folder / "actions-report.docx").is_file()
    listed = run("schedule", "--today", "2026-06-24").out
    lines = [line.strip() for line in listed.splitlines()]
    assert lines[lines.index(name) - 1] == "In output/scheduled:"
    assert "A draft: narrative to be written" in lines
    assert max(map(len, listed.splitlines())) <= WIDTH


def test_a_report_whose_folder_is_gone_is_told(run: Run, home: Path) -> None:
    run("schedule", "run", "--today", "2026-01-12")
    shutil.rmtree(home / "output")
    told = " ".join(run("schedule", "--today", "2026-01-12").out.split())
    assert "Its folder is not where it was made: moved away, or that run was stopped" in told


def test_a_run_with_nothing_to_make_prints_one_line(run: Run) -> None:
    run("schedule", "run", "--today", "2026-06-03")
    told = run("schedule", "run", "--today", "2026-06-04")
    assert told == Ran(ExitCode.DONE, "schedule: nothing to make, next due 10 June 2026\n", "")
    assert run("schedule", "--today", "2026-06-04").out.splitlines()[-1] == (
        "Next: nothing is to be made today"
    )


def test_one_that_fails_is_told_stops_no_other_and_gives_the_gravest_code(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(each: Owed, folder: Path) -> str:
        if each.report == "assurance-report":
            raise DisclosureError("A name stands in the finished file.")
        if each.period.first.month == 12:
            raise CaseFileError("case.toml cannot be used.")
        if each.period.first.month == 1:
            raise ZeroDivisionError("Robin")
        return a_maker(each, folder)

    made_by(monkeypatch, make)
    told = run("schedule", "run", "--today", "2026-03-12")
    assert told.code == ExitCode.DISCLOSURE
    assert told.out.splitlines()[-1] == "schedule: 1 made, 3 failed, next due 10 April 2026"
    assert told.err.count("NOT MADE: ") == 3
    assert "A name stands in the finished file." in told.told
    assert "“ZeroDivisionError at" in told.told
    assert "Robin" not in told.err
    made_by(monkeypatch, a_maker)
    assert run("schedule", "run", "--today", "2026-03-13").out.splitlines()[-1] == (
        "schedule: 3 made, next due 10 April 2026"
    )


def test_the_json_lists_each_report_with_its_period_day_state_and_files(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("schedule", "run", "--json", "--today", "2026-02-02")
    assert ran.err == "schedule: 2 made, next due 10 February 2026\n"
    made = rows(ran.out)
    assert [row["state"] for row in made] == ["made", "made"]
    assert made[1] == {
        "report": "assurance-report",
        "period": "2025-10-01/2025-12-31",
        "due": "2026-01-28",
        "meeting": "2026-02-11",
        "state": "made",
        "files": ["output/scheduled/executive-quarter_2025-10-01_2025-12-31/assurance-report.docx"],
    }
    listed = rows(run("schedule", "list", "--json", "--today", "2026-02-10").out)
    assert [row["state"] for row in listed] == ["owed", *["upcoming"] * 4, "made", "made"]

    def fails(each: Owed, folder: Path) -> str:
        raise DisclosureError("A name.")

    made_by(monkeypatch, fails)
    ran = run("schedule", "run", "--json", "--today", "2026-02-10")
    (failed,) = rows(ran.out)
    assert (failed["state"], failed["files"]) == ("failed", [])
    assert "A name." in ran.err


def test_old_reports_leave_the_table_and_stay_in_the_json(run: Run) -> None:
    run("schedule", "run", "--today", "2027-12-31")
    told = run("schedule", "--today", "2027-12-31")
    every = rows(run("schedule", "--json", "--today", "2027-12-31").out)
    made = [row for row in every if row["state"] == "made"]
    in_table = sum(line.startswith("made ") for line in told.out.splitlines())
    assert f"Made before that: {len(made) - in_table}." in told.out
    assert 15 < in_table < len(made)


def test_the_autumn_report_and_the_twelve_month_review_of_the_other_sample(run: Run) -> None:
    home = ("--home", "../saltmarsh", "schedule")
    found = {str(row["period"]): row for row in rows(run(*home, "--json", "--today", TODAY).out)}
    review, further = found["2025-02-03/2026-02-02"], found["2026-02-18/2026-08-31"]
    assert (review["report"], review["state"]) == ("assurance-report", "owed")
    assert (further["report"], further["meeting"]) == ("executive-board-report", "2026-10-21")
    told = " ".join(run(*home, "--today", TODAY).out.split())
    assert (
        "Too late for the meeting on 9 September 2026, whose draft would have been due on "
        "17 August 2026."
    ) in told


def test_what_is_wrong_with_a_schedule_is_told_with_its_line(run: Run, home: Path) -> None:
    file = home / "schedule.toml"
    lines = file.read_text("utf-8").replace('"actions-report"', '"action-report"')
    file.write_text(f'{lines}agency = "polize"\nwithin_dayz = 3\n', "utf-8")
    told = run("schedule", "run")
    assert told.code == ExitCode.CASE
    assert "The key “within_dayz” is not known here." in told.told
    assert f"schedule.toml:{len(lines.splitlines()) + 2}: " in told.err
    file.write_text(f'{lines}agency = "polize"\n', "utf-8")
    told = run("schedule", "list")
    assert told.code == ExitCode.CASE
    at = 1 + next(n for n, line in enumerate(lines.splitlines()) if "action-report" in line)
    assert f"schedule.toml:{at}: reports.3.report: There is no report of this key." in told.told
    assert "Did you mean actions-report" in told.told
    assert f"schedule.toml:{len(lines.splitlines()) + 1}: reports.4.agency: " in told.told


def test_a_run_that_cannot_begin_has_a_last_line_too(run: Run, home: Path) -> None:
    (home / "schedule_history.jsonl").write_text("a line of somebody else\n", "utf-8")
    told = run("schedule", "run", "--today", "2026-03-12")
    assert (told.code, told.out) == (ExitCode.OUTPUT, "schedule: stopped at the fault told above\n")
    assert "schedule_history.jsonl:1: This line is not as it was written." in told.told
    assert not list((home / "output" / "scheduled").iterdir())


def test_without_a_schedule_a_sentence_says_how_to_begin_one(run: Run, home: Path) -> None:
    (home / "schedule.toml").unlink()
    told = run("schedule", "run")
    assert (told.code, told.out) == (ExitCode.USAGE, "schedule: stopped at the fault told above\n")
    assert told.err.splitlines()[-1] == "lscp-docs schedule new"
    begun = run("schedule", "new")
    assert (begun.code, begun.out.splitlines()[0]) == (0, "Fill in: schedule.toml")
    assert run("schedule", "--today", "2026-12-01").code == ExitCode.DONE
    again = run("schedule", "new")
    assert again.code == ExitCode.OUTPUT
    assert "never overwritten" in again.told


def test_the_event_in_the_file_to_fill_in_can_be_switched_on(run: Run, home: Path) -> None:
    (home / "schedule.toml").unlink()
    run("schedule", "new")
    text = (home / "schedule.toml").read_text("utf-8")
    before, event = text.split("# [[reports]]")
    switched_on = "[[reports]]" + event.replace("\n# ", "\n")
    (home / "schedule.toml").write_text(before + switched_on, "utf-8")
    found = rows(run("schedule", "--json", "--today", "2026-12-01").out)
    assert [row["period"] for row in found] == ["2026-05-01/2027-04-30", "2026-07-01/2027-06-30"]


def test_the_schema_of_a_schedule_is_printed(run: Run) -> None:
    schema = json.loads(run("schema", "schedule").out)
    entry = schema["$defs"]["ScheduledReport"]["properties"]
    assert {"key", "report", "every", "after", "meetings"} <= set(entry)
    assert entry["since"]["description"].startswith("Needed with `every`")
