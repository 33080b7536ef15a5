"""The page on time limits says what the rows say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tools.generated_tables import ROOT, TABLES, main, markdown_table, refreshed, with_table

from lscp_docs.timescales import (
    LIMITS,
    PRESETS,
    Started,
    Trigger,
    WorkingCalendar,
    deadline,
    time_limit,
)

PAGE = "docs/time-limits.md"
TEXT = Path(ROOT / PAGE).read_text(encoding="utf-8")


def test_page_is_up_to_date() -> None:
    assert refreshed(PAGE, TEXT, TABLES) == TEXT, "run: python -m tools.generated_tables"


def test_page_with_one_word_changed_is_stale() -> None:
    assert TEXT.count("complete the rapid review and send it to the Panel") >= 1
    changed = TEXT.replace(
        "complete the rapid review and send it", "complete the review and send it"
    )
    assert refreshed(PAGE, changed, TABLES) == TEXT != changed


def test_check_finds_nothing_stale(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_every_limit_and_every_timetable_is_on_the_page() -> None:
    for key in {row.key for row in (*LIMITS, *PRESETS)}:
        assert f"`{key}`" in TEXT, key


def test_example_sentence_on_the_page_is_what_the_program_prints() -> None:
    aware = Started(Trigger.LOCAL_AUTHORITY_AWARE, dt.date(2026, 3, 2), dt.time(14, 20))
    found = deadline(time_limit("notify-panel", aware.day), aware, calendar=WorkingCalendar())
    assert found.sentence() in " ".join(TEXT.replace("\n> ", " ").split())


def test_table_without_its_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="exactly once"):
        with_table("a page without markers", "limits", "| a |")
    twice = "<!-- begin:t -->\n<!-- end:t -->\n" * 2
    with pytest.raises(ValueError, match="2×"):
        with_table(twice, "t", "| a |")


def test_bar_in_a_cell_does_not_split_it() -> None:
    assert markdown_table(("a",), [("x|y",)]) == "| a |\n| --- |\n| x\\|y |"
