"""What the page on security says of profiles and of the search is what the program does."""

from __future__ import annotations

from pathlib import Path

import pytest

from lscp_docs.disclosure.profiles import SHOWS, Profile
from lscp_docs.disclosure.sought import values
from lscp_docs.model.identifying import Kind
from lscp_docs.render import word_package

PAGE = (Path(__file__).parents[1] / "docs" / "security.md").read_text(encoding="utf-8")


def row(kind: Kind) -> str:
    return f"| {kind.value} | " + " | ".join(shown.value for shown in SHOWS[kind]) + " |"


@pytest.mark.parametrize("kind", SHOWS, ids=lambda kind: kind.name)
def test_page_tells_what_each_profile_shows(kind: Kind) -> None:
    assert row(kind) in PAGE.splitlines()


def test_page_has_a_row_for_no_other_kind() -> None:
    head = f"| kind of value | {' | '.join(Profile)} |"
    table = PAGE[PAGE.index(head) :].partition("\n\n")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")]
    assert rows == [head, *map(row, SHOWS)]


def test_page_tells_which_kinds_the_search_leaves_out() -> None:
    sought = {*values.NAMES, Kind.PROFESSIONAL_NAME, *values.FACTS}
    days = {Kind.DATE_OF_BIRTH, Kind.DATE_OF_DEATH, Kind.EVENT_DATE}
    guarded_otherwise = {Kind.NARRATIVE, Kind.PRIVILEGED}
    assert set(Kind) - sought - days - guarded_otherwise == {Kind.AGE, Kind.CHARACTERISTIC}
    assert "ages and characteristics" in " ".join(PAGE.split())


def test_page_tells_the_limits_of_a_template() -> None:
    limits = (
        f"{word_package.MOST_FILE_BYTES // 1_000_000} MB, {word_package.MOST_PARTS} parts and "
        f"{word_package.MOST_UNPACKED_BYTES // 1_000_000} MB unpacked"
    )
    assert limits in PAGE
