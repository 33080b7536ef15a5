"""`lscp-docs actions` and `lscp-docs check --words`, as a person types them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from tests.test_commands import OPEN, Run, break_file, home, run, too_wide
from tests.word_samples import new_document, saved

from lscp_docs.casefile import all_cases
from lscp_docs.cli import main
from lscp_docs.errors import ExitCode
from lscp_docs.shipped import bundled

__all__ = ["home", "run"]  # fixtures

TODAY = ("--today", "2026-03-12")
LATE = "HSCP-2025-014/hm14-a3"


def change_owner(home: Path, owner: str) -> None:
    file = home / "cases" / "HSCP-2026-002" / "case.toml"
    text = file.read_text("utf-8")
    changed = text.replace('owner = "Named Midwife, Safeguarding"', f'owner = "{owner}"')
    assert changed != text
    file.write_text(changed, "utf-8")


def test_actions_tells_the_most_pressing_first_with_its_reason(run: Run) -> None:
    ran = run("actions", *TODAY)
    assert ran.code == ExitCode.DONE
    assert too_wide(ran.out) == []
    lines = ran.out.splitlines()
    assert lines[0] == "7 actions open on 12 March 2026"
    assert lines[4].startswith("RED    27 Feb 2026  HSCP-2025-014/hm14-a3:")
    assert "(overdue by 13 days, since 27 February 2026; no update for" in ran.out
    assert ran.out.rstrip().endswith("Next: lscp-docs send action-update HSCP-2025-014")


def test_actions_as_json_holds_every_action_with_its_rating(run: Run) -> None:
    rows = json.loads(run("actions", "--json", *TODAY).out)
    assert len(rows) == 19
    first = rows[0]
    assert (first["case"], first["id"], first["rating"]) == ("HSCP-2025-014", "hm14-a3", "red")
    assert first["changes"] == []
    assert {row["rating"] for row in rows} == {"red", "amber", "green", "blue", "closed"}


def test_actions_since_a_day_tells_what_changed(run: Run) -> None:
    ran = run("actions", "--since", "2026-02-01", *TODAY)
    assert f"  {LATE}: rating changed: amber to red: overdue by 13 days" in ran.out
    rows = json.loads(run("actions", "--since", "2026-02-01", "--json", *TODAY).out)
    kinds = {change["kind"] for row in rows for change in row["changes"]}
    assert kinds == {"new", "closed", "rating"}


def test_actions_since_a_day_to_come_is_refused(run: Run) -> None:
    ran = run("actions", "--since", "2026-04-01", *TODAY)
    assert ran.code == ExitCode.USAGE
    assert "name an earlier day" in ran.told


def test_an_agencys_extract_holds_its_own_rows_alone(run: Run, home: Path) -> None:
    assert run("actions", "--agency", "hospitals", "--csv", "own.csv", *TODAY).code == 0
    rows = list(csv.DictReader(io.StringIO((home / "own.csv").read_text("utf-8-sig"))))
    assert {row["Agency"] for row in rows} == {"Harrowmere Teaching Hospitals NHS Trust"}
    assert rows[0]["Action"] == LATE
    assert (rows[0]["Rating"], rows[0]["Due"]) == ("red", "2026-02-27")


def test_the_excel_file_has_days_as_days_and_says_what_it_holds(run: Run, home: Path) -> None:
    arguments = ("actions", "--agency", "hospitals", *TODAY)
    assert run(*arguments, "--xlsx", "own.xlsx").code == ExitCode.DONE
    with zipfile.ZipFile(home / "own.xlsx") as package:
        rows = package.read("xl/worksheets/sheet1.xml").decode()
        texts = package.read("xl/sharedStrings.xml").decode()
    assert "<autoFilter" in rows
    due = (dt.date(2026, 2, 27) - dt.date(1899, 12, 30)).days
    assert re.search(rf'<c r="E2" s="\d+"><v>{due}</v>', rows)
    assert "The actions that Harrowmere Teaching Hospitals NHS Trust leads on, of 8 cases." in texts
    assert "overdue by 13 days" in texts
    assert "Probation" not in texts


def test_several_processes_tell_what_one_tells(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    every = [
        ("actions", "--json", "--since", "2026-02-01", *TODAY),
        ("actions", "--since", "2026-02-01", *TODAY),
        ("due", "--json", *TODAY),
        ("due", *TODAY),
    ]
    alone = [run(*arguments).out for arguments in every]
    monkeypatch.setattr(all_cases, "workers_for", lambda _: 2)
    assert [run(*arguments).out for arguments in every] == alone


def test_changes_are_told_in_the_order_of_the_actions(run: Run) -> None:
    rows = json.loads(run("actions", "--since", "2026-02-01", "--json", *TODAY).out)
    changed = [f"{row['case']}/{row['id']}" for row in rows for _ in row["changes"]]
    told = run("actions", "--since", "2026-02-01", *TODAY).out
    places = [told.index(f"\n  {key}: ", told.index("Changed since")) for key in changed]
    assert places == sorted(places)
    assert len(changed) > 2


def test_an_agency_that_there_is_not_is_told_with_the_nearest(run: Run) -> None:
    ran = run("actions", "--agency", "hospital", *TODAY)
    assert ran.code == ExitCode.USAGE
    assert "Did you mean hospitals" in ran.told


def test_a_file_that_is_there_is_not_overwritten(run: Run, home: Path) -> None:
    (home / "all.csv").write_text("mine", "utf-8")
    assert run("actions", "--csv", "all.csv", *TODAY).code == ExitCode.OUTPUT
    assert (home / "all.csv").read_text("utf-8") == "mine"


def test_no_file_is_written_that_would_name_a_place(run: Run, home: Path) -> None:
    change_owner(home, "Warden of Gannet House")
    ran = run("actions", "--csv", "all.csv", *TODAY)
    assert ran.code == ExitCode.DISCLOSURE
    assert "places.1.name" in ran.told
    assert "Gannet" not in ran.told
    assert not (home / "all.csv").exists()


def test_a_cell_that_would_run_as_a_formula_is_made_harmless(run: Run, home: Path) -> None:
    change_owner(home, "=1+1 Named Midwife")
    assert run("actions", "--csv", "all.csv", *TODAY).code == 0
    assert "'=1+1 Named Midwife" in (home / "all.csv").read_text("utf-8-sig")


def test_a_broken_case_is_left_out_and_told(run: Run, home: Path) -> None:
    break_file(home, OPEN)
    ran = run("actions", *TODAY)
    assert ran.code == ExitCode.CASE
    assert f"LEFT OUT: the actions of {OPEN}" in ran.told


# check --words


def test_check_warns_of_words_and_still_ends_well(run: Run, home: Path) -> None:
    ran = run("check", "--words", *TODAY)
    assert ran.code == ExitCode.DONE
    assert too_wide(ran.out) == []
    assert "warning: cases/HSCP-2024-006/case.toml:489: meetings.2.minutes: “SUDIC”" in ran.out
    assert "nothing is stopped by them" in ran.out
    assert "SUDIC" not in run("check").out


def test_check_of_words_as_json_tells_warnings_apart(run: Run) -> None:
    (row,) = json.loads(run("check", "--words", "--json", *TODAY).out)
    assert row["warning"] is True
    assert (row["file"], row["line"]) == ("cases/HSCP-2024-006/case.toml", 489)
    assert json.loads(run("check", "--json").out) == []


def test_a_partnerships_own_words_are_used(run: Run, home: Path) -> None:
    (home / "templates").mkdir()
    (home / "templates" / "words.toml").write_text('known = ["SUDIC"]\n', "utf-8")
    assert "warning" not in run("check", "--words", *TODAY).out
    (home / "templates" / "words.toml").write_text("known = 3\n", "utf-8")
    assert run("check", "--words", *TODAY).code == ExitCode.TEMPLATE


def test_a_word_document_is_checked_for_its_words(run: Run, home: Path) -> None:
    made = new_document()
    made.add_paragraph("Mother failed to protect him.")
    (home / "paper.docx").write_bytes(saved(made))
    ran = run("check", "--words", "paper.docx", *TODAY)
    assert ran.code == ExitCode.DONE
    assert "“failed to protect”" in ran.out
    assert run("check", "paper.docx").code == ExitCode.USAGE
    assert run("check", "--words", "none.docx").code == ExitCode.USAGE


@pytest.mark.parametrize("home", ["harrowmere", "saltmarsh"])
@pytest.mark.parametrize(
    "command", [("register", "--pseudonymised"), ("actions",), ("actions", "--agency", "education")]
)
def test_no_table_of_the_samples_is_stopped(
    home: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    at = ("--home", str(bundled("sample_cases") / home), *command, "--today", "2026-03-12")
    files = ("--csv", str(tmp_path / "t.csv"), "--xlsx", str(tmp_path / "t.xlsx"))
    assert main([*at, *files]) == ExitCode.DONE
    assert len(list(tmp_path.iterdir())) == 2
