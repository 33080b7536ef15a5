"""The guide to a first case: whoever follows it sees what it shows, to the letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import guide
from tests.printed import pdf_pages

TEXT = (Path(__file__).parents[1] / "docs" / "first-case.md").read_text("utf-8")
BEFORE_THE_FORM = TEXT[: TEXT.index("## 4.")]
FILE = re.compile(r"(output|sent)/\S")
"""A path that is too long for a line, and is never broken."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("LSCP_DOCS_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def not_as_shown(text: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [each.command for each in guide.followed(text, capsys) if each.shown != each.printed]


def test_every_command_prints_what_the_guide_shows_and_ends_in_a_signed_letter(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = list(guide.followed(TEXT, capsys))
    for each in told:
        assert each.printed == each.shown, each.command
    commands = {each.command.split()[1] for each in told}
    assert commands == {
        *("new", "check", "show", "due", "produce", "finalise"),
        *("send", "receive", "returns"),
    }
    letter = "output/TVSCP-2026-001/TVSCP-2026-001_non-notification-rationale_2026-03-06"
    first, final = (
        " ".join(pdf_pages((folder / f"{letter}_OFFICIAL-SENSITIVE{end}.pdf").read_bytes()))
        for end in ("", "_2")
    )
    assert "The view of health was given great weight." in first
    assert "The director gave great weight to the view of health." in final
    assert "The view of health was given great weight." not in final


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("No problem in TVSCP-2026-001.", "No problems in TVSCP-2026-001."),
        ("due on 9 March 2026", "due on 10 March 2026"),
        ('outcome = "serious harm"', 'outcome = "serious damage"'),
        ("local_authority_aware_at = 2026-03-02", "local_authority_aware_at = 2026-02-28"),
    ],
)
def test_a_guide_with_one_word_changed_does_not_hold(
    word: str, other: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert word in BEFORE_THE_FORM
    changed = BEFORE_THE_FORM.replace(word, other, 1)
    assert not_as_shown(changed, capsys)


def test_the_part_before_the_form_holds_unchanged(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not_as_shown(BEFORE_THE_FORM, capsys) == []


def test_every_block_of_the_guide_is_run() -> None:
    blocks = TEXT.count("\n```") / 2
    assert len(guide.steps(TEXT)) == blocks
    assert {step.language for step in guide.steps(TEXT)} == {"toml", "diff", "text", "console"}


def test_what_the_guide_shows_fits_a_terminal() -> None:
    shown = [step.text for step in guide.steps(TEXT) if step.language == "console"]
    lines = [line for text in shown for line in text.splitlines() if not FILE.search(line)]
    assert max(map(len, lines)) <= 80


def test_the_people_of_the_guide_are_said_to_be_invented() -> None:
    assert "Everybody in it is invented" in TEXT
    assert "invented = true" in TEXT
