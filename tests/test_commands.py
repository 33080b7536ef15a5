"""Each command as a person types it in a partnership's folder: what is printed, and the code."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from icalendar import Calendar

from lscp_docs.catalogue import DOCUMENTS
from lscp_docs.cli import main
from lscp_docs.cli.layout import WIDTH, table, wrapped
from lscp_docs.errors import ExitCode

SAMPLES = Path(__file__).parents[1] / "sample_cases"
TODAY = ("--today", "2026-03-12")
OPEN = "HSCP-2026-003"
DONE = "HSCP-2025-009"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        """The error stream in one line: where a sentence breaks is not its meaning."""
        return " ".join(self.err.split())


Run = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of an invented partnership's folder, and the present folder."""
    monkeypatch.delenv("LSCP_DOCS_HOME", raising=False)
    shutil.copytree(SAMPLES / "harrowmere", tmp_path / "home")
    monkeypatch.chdir(tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def typed(*arguments: str) -> Ran:
        capsys.readouterr()
        code = main(arguments)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return typed


def break_file(home: Path, case: str) -> None:
    file = home / "cases" / case / "case.toml"
    file.write_text(file.read_text("utf-8").replace("[incident]", "[incidnet]"), "utf-8")


def too_wide(text: str) -> list[str]:
    """Lines over 80 columns that hold no path and no command to copy."""
    return [
        line
        for line in text.splitlines()
        if len(line) > 80 and "/" not in line and "lscp-docs" not in line
    ]


# All of them


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["show", OPEN, *TODAY],
        ["show", "HSCP-2024-006", *TODAY],
        ["due", *TODAY],
        ["documents"],
        ["doctor"],
        ["templates", "check"],
        *(["templates", "fields", row.key] for row in DOCUMENTS),
        ["produce", "notification-discussion", OPEN, *TODAY],
        ["produce", "--all", DONE, "--format", "word", *TODAY],
    ],
    ids=" ".join,
)
def test_a_command_fits_eighty_columns(arguments: list[str], run: Run) -> None:
    ran = run(*arguments)
    assert ran.out or ran.err
    assert too_wide(ran.out + ran.err) == []
    assert "\x1b" not in ran.out + ran.err, "a pipe gets no colours"


@pytest.mark.parametrize(
    "arguments", [["check"], ["show", OPEN], ["due"], ["documents"], ["doctor"]], ids=" ".join
)
def test_a_command_that_tells_ends_with_the_next_command(arguments: list[str], run: Run) -> None:
    assert re.search(r"lscp-docs [a-z]+.*\n$", run(*arguments).out)


# new


def test_new_in_an_empty_folder_makes_a_partnership_and_a_case_to_fill_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    ran = run("new", "ABC-2026-001")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Fill in first, once: partnership.toml",
        "Fill in: cases/ABC-2026-001/case.toml",
        "",
        "Next: lscp-docs check ABC-2026-001",
    ]
    checked = run("check")
    assert checked.code == ExitCode.CASE
    assert "partnership.toml:" in checked.out
    assert "short_name: An empty text stands here." in checked.out.replace("\n    ", " ")


def test_the_blank_case_is_sound_and_has_its_reference(run: Run) -> None:
    assert run("new", "HSCP-2026-044").code == 0
    assert run("check", "HSCP-2026-044").code == 0
    shown = run("show", "HSCP-2026-044", *TODAY).out
    assert "draft referral" in shown
    assert shown.endswith("then: lscp-docs check HSCP-2026-044\n")


def test_new_with_a_bad_reference_makes_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    ran = run("new", "Maisie Kingfisher")
    assert ran.code == ExitCode.USAGE
    assert "never a name" in ran.told
    assert "Kingfisher" not in ran.told
    assert list(empty.iterdir()) == []


def test_new_never_touches_a_case_that_is_there(run: Run, home: Path) -> None:
    before = (home / "cases" / OPEN / "case.toml").read_bytes()
    assert run("new", OPEN).code == ExitCode.USAGE
    assert (home / "cases" / OPEN / "case.toml").read_bytes() == before


# check


def test_check_of_one_case_leaves_the_others_alone(run: Run, home: Path) -> None:
    break_file(home, OPEN)
    assert run("check", DONE).code == 0
    assert run("check", OPEN).code == ExitCode.CASE


def test_check_tells_the_problems_of_several_cases_at_once(run: Run, home: Path) -> None:
    break_file(home, OPEN)
    break_file(home, DONE)
    ran = run("check")
    assert ran.code == ExitCode.CASE
    assert {line.split("/")[1] for line in ran.out.splitlines() if line.startswith("cases/")} == {
        OPEN,
        DONE,
    }
    rows = json.loads(run("check", "--json").out)
    assert {row["file"].split("/")[1] for row in rows} == {OPEN, DONE}


def test_check_without_a_problem_is_an_empty_list_as_json(run: Run) -> None:
    ran = run("check", "--json")
    assert (ran.code, json.loads(ran.out)) == (0, [])


@pytest.mark.parametrize("command", [["check"], ["show"], ["produce", DOCUMENTS[0].key]])
def test_an_unknown_case_is_refused_with_the_nearest(command: list[str], run: Run) -> None:
    ran = run(*command, "HSCP-2025-09")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert f"Did you mean {DONE}" in ran.told
    assert "The cases are: HSCP-2024-006, " in run(*command, "XYZ").told


# due


def test_due_lists_what_is_late_first_and_then_by_the_cautious_day(run: Run) -> None:
    rows = json.loads(run("due", "--json", *TODAY).out)
    keys = {"case", "what", "to", "due", "cautious", "rule", "trigger", "citation", "late"}
    assert rows
    assert {frozenset(row) for row in rows} == {frozenset(keys)}
    assert rows == sorted(rows, key=lambda row: (not row["late"], row["cautious"]))
    assert {row["late"] for row in rows} == {True, False}
    for row in rows:
        assert row["late"] == (row["due"] < "2026-03-12")
        assert row["cautious"] <= row["due"]


def test_due_as_text_tells_every_row_of_the_json_in_its_order(run: Run) -> None:
    rows = json.loads(run("due", "--json", *TODAY).out)
    text = run("due", *TODAY).out
    assert text.startswith("Owed on 12 March 2026\n")
    body = " ".join(text.split())
    at = [body.index(f"{row['case']} {row['what']}") for row in rows]
    assert at == sorted(at)
    assert text.count("LATE") == sum(row["late"] for row in rows)
    for row in rows:
        if row["cautious"] != row["due"]:
            day = dt.date.fromisoformat(row["cautious"])
            assert f"counted the other way: {day.day} {day:%B %Y}" in body


def test_due_ends_with_a_command_that_works(run: Run) -> None:
    command = run("due", *TODAY).out.rstrip().rpartition("Next: lscp-docs ")[2].split()
    assert run(*command, *TODAY).code in (ExitCode.DONE, ExitCode.CASE)


def test_due_goes_on_past_a_broken_case_names_it_and_ends_with_3(run: Run, home: Path) -> None:
    before = json.loads(run("due", "--json", *TODAY).out)
    break_file(home, OPEN)
    ran = run("due", "--json", *TODAY)
    assert ran.code == ExitCode.CASE
    assert json.loads(ran.out) == [row for row in before if row["case"] != OPEN]
    assert f"LEFT OUT: what {OPEN} owes is not in this list." in ran.told
    assert ran.err.endswith(f"Next: lscp-docs check {OPEN}\n")
    text = run("due", *TODAY)
    assert (text.code, text.err) == (ExitCode.CASE, ran.err)
    assert "Owed on 12 March 2026" in text.out


def test_due_writes_a_calendar_of_the_cautious_days(run: Run, home: Path) -> None:
    rows = json.loads(run("due", "--json", *TODAY).out)
    ran = run("due", "--ics", "due.ics", *TODAY)
    assert ran.code == 0
    assert "Calendar written: due.ics" in ran.out
    events = Calendar.from_ical((home / "due.ics").read_bytes()).walk("VEVENT")
    told = sorted((event["dtstart"].dt.isoformat(), str(event["summary"])) for event in events)
    assert told == sorted((row["cautious"], f"{row['case']}: {row['what']}") for row in rows)
    assert run("due", "--ics", "due.ics", *TODAY).code == 0, "a calendar may be renewed"


def test_due_never_writes_a_calendar_over_another_file(run: Run, home: Path) -> None:
    before = (home / "partnership.toml").read_bytes()
    assert run("due", "--ics", "partnership.toml", *TODAY).code == ExitCode.USAGE
    assert (home / "partnership.toml").read_bytes() == before
    (home / "notes.ics").write_bytes(b"no calendar")
    ran = run("due", "--ics", "notes.ics", *TODAY)
    assert ran.code == ExitCode.OUTPUT
    assert "is no calendar" in ran.told
    assert (home / "notes.ics").read_bytes() == b"no calendar"
    assert run("due", "--ics", "no/such/folder/x.ics").code == ExitCode.OUTPUT


def test_nothing_owed_says_so(run: Run, home: Path) -> None:
    for case in (home / "cases").iterdir():
        if case.name != "HSCP-2024-006":
            shutil.rmtree(case)
    assert run("due", *TODAY).out.startswith("Nothing is owed on 12 March 2026.")
    shutil.rmtree(home / "cases")
    assert run("due", *TODAY).out.endswith("Next: lscp-docs new REFERENCE\n")


# show


def test_show_tells_what_each_document_lacks_and_what_was_issued(run: Run) -> None:
    shown = run("show", OPEN, *TODAY).out
    assert shown.startswith(f"{OPEN}: with the review group\n")
    assert re.search(r"notification-discussion +\d+ facts missing", shown)
    assert "due on 12 March 2026 (cautious date 11 March 2026)" in " ".join(shown.split())
    assert "issued on 30 January 2026" in run("show", "HSCP-2026-002", *TODAY).out


def test_show_as_json_has_the_same_facts(run: Run) -> None:
    shown = json.loads(run("show", OPEN, "--json", *TODAY).out)
    assert shown["case"] == OPEN
    assert shown["state"] == shown["path"][-1] == "with_review_group"
    assert shown["applies"] == ["notification-discussion", "pseudonym-key"]
    assert [item["due"] for item in shown["owed"]] == ["2026-03-12"]


# documents and schema


def test_documents_as_json_has_these_keys(run: Run) -> None:
    rows = json.loads(run("documents", "--json").out)
    assert [row["key"] for row in rows] == [row.key for row in DOCUMENTS]
    keys = ["key", "title", "audience", "profile", "formats"]
    assert all(list(row) == keys for row in rows)
    assert all(row["formats"] == ["word", "pdf"] for row in rows)
    text = " ".join(run("documents").out.split())
    for row in DOCUMENTS:
        assert row.key in text
        assert f"for {row.audience.split()[0]}" in text


@pytest.mark.parametrize(("what", "key"), [("case", "incident"), ("partnership", "agencies")])
def test_schema_is_a_json_schema_with_the_keys(what: str, key: str, run: Run) -> None:
    schema = json.loads(run("schema", what).out)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert key in schema["properties"]
    assert schema["additionalProperties"] is False


# produce


def test_produce_prints_the_files_that_it_wrote(run: Run, home: Path) -> None:
    first = run("produce", "referrer-feedback", DONE, "--format", "word", *TODAY)
    again = run("produce", "referrer-feedback", DONE, "--format", "word", *TODAY)
    assert (first.code, again.code) == (0, 0)
    files = [home / ran.out.splitlines()[0] for ran in (first, again)]
    assert all(file.is_file() for file in files)
    assert files[1].stem == f"{files[0].stem}_2"
    assert "lscp-docs finalise output/" in first.out


def test_produce_writes_where_it_is_told(run: Run, home: Path) -> None:
    ran = run("produce", "referrer-feedback", DONE, "--format", "word", "--to", "elsewhere")
    assert ran.out.startswith(f"elsewhere/{DONE}/{DONE}_referrer-feedback_")
    assert not (home / "output").exists()


def test_a_final_document_with_gaps_is_refused_and_its_draft_lists_them(
    run: Run, home: Path
) -> None:
    refused = run("produce", "notification-discussion", OPEN, *TODAY)
    assert (refused.code, refused.out) == (ExitCode.CASE, "")
    paths = re.findall(r"^case\.toml: (\S+): Needed: ", refused.err, re.MULTILINE)
    assert "discussion.view_health" in paths
    assert f"lacks {len(paths)} facts" in refused.told
    assert not (home / "output").exists()
    arguments = ("notification-discussion", OPEN, "--draft", "--format", "word")
    draft = run("produce", *arguments, *TODAY)
    assert draft.code == 0
    assert "_DRAFT.docx" in draft.out
    assert all(f"    {path}: " in draft.out for path in paths)


def test_produce_all_writes_what_it_can_and_tells_what_it_could_not(run: Run) -> None:
    ran = run("produce", "--all", DONE, "--format", "word", *TODAY)
    assert (ran.code, ran.err) == (0, "")
    applies = json.loads(run("show", DONE, "--json").out)["applies"]
    assert len(ran.out.partition("\n\n")[0].splitlines()) == len(applies)
    lacking = run("produce", "--all", OPEN, "--format", "word", *TODAY)
    assert lacking.code == ExitCode.CASE
    assert "Needed: the view of health" in lacking.told


def test_produce_all_of_a_case_to_which_nothing_applies_says_so(run: Run) -> None:
    run("new", "HSCP-2026-045")
    ran = run("produce", "--all", "HSCP-2026-045")
    assert ran.code == 0
    assert ran.out.startswith("No document applies to HSCP-2026-045 yet.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["produce", "referer-feedback", DONE], "Did you mean referrer-feedback"),
        (["produce", "rapid-review", DONE], "does not apply"),
        (["produce"], "Name a document and a case"),
        (["produce", "rapid-review"], "Name a document and a case"),
        (["produce", "rapid-review", DONE, "--all", DONE], "Name a document and a case"),
        (["produce", "rapid-review", DONE, "--format", "odt"], "'odt' is not one of"),
        (["due", "--today", "12.3.2026"], "is no day such as 2026-03-12"),
        (["templates", "fields", "rapid-reviw"], "Did you mean rapid-review"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_slip_on_the_command_line_is_told_with_exit_code_2(
    arguments: list[str], told: str, run: Run, home: Path
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert told in ran.told
    assert not (home / "output").exists()


def test_the_partnerships_own_templates_are_used(run: Run, home: Path) -> None:
    (home / "templates").mkdir()
    (home / "templates" / "referrer_feedback.docx").write_bytes(b"not a Word file")
    asked = ("produce", "referrer-feedback", DONE, "--format", "word")
    assert run(*asked).code == ExitCode.TEMPLATE
    (home / "empty").mkdir()
    assert run(*asked, "--templates", "empty").code == 0


# templates fields


@pytest.mark.parametrize("row", DOCUMENTS, ids=lambda row: row.key)
def test_fields_lists_every_name_and_breaks_no_tag(row: object, run: Run) -> None:
    from lscp_docs.documents.paging import paged
    from lscp_docs.render import templates

    printed = run("templates", "fields", row.key).out  # type: ignore[attr-defined]
    rows = templates.fields(paged(row.words))  # type: ignore[attr-defined]
    assert rows
    for each in rows:
        assert f"\n{each.name}  " in printed
        for tag in re.findall(r"\{%.*?%\}", each.tags):
            assert f"    {tag}\n" in printed


# The layout


def test_a_table_keeps_its_columns_when_a_cell_wraps_or_is_coloured() -> None:
    text = table(("A", "B"), [("\x1b[31mred\x1b[0m", "word " * 30), ("x", "one\ntwo")])
    lines = [re.sub(r"\x1b\[\d+m", "", line) for line in text.splitlines()]
    assert max(map(len, lines)) <= WIDTH
    assert {line.index("word") for line in lines if "word" in line} == {5}
    assert lines[-2:] == ["x    one", "     two"]


def test_a_command_inside_a_sentence_is_never_broken() -> None:
    command = "lscp-docs produce --all HSCP-2026-003"
    for filler in range(40, 80):
        text = wrapped(f"{'x' * filler} what to type: {command}")
        assert command in text
        assert "`lscp-docs --home DIR`" in wrapped(f"{'x' * filler} `lscp-docs --home DIR` y")


def test_a_table_without_rows_has_its_heads() -> None:
    assert table(("A", "B"), []) == "A  B\n----"
