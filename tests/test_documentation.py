"""The pages lead somewhere, and name only commands that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lscp_docs.cli import COMMANDS

PROJECT = Path(__file__).parents[1]
PAGES = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md"), *PROJECT.glob("*/README.md")])
TARGETS = set(
    re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
)


def code(text: str) -> list[str]:
    """Every line of code of a page: fenced, indented or between backticks."""
    fenced = re.findall(r"^```.*?^```", text, re.DOTALL | re.MULTILINE)
    indented = re.findall(r"^ {4,}(.*)$", text, re.MULTILINE)
    lines = [line for block in fenced for line in block.splitlines()[1:-1]]
    return lines + indented + re.findall(r"`([^`\n]+)`", text)


def wrong_links(page: Path, text: str) -> list[str]:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    return [link for link in links if "://" not in link and not (page.parent / link).exists()]


def wrong_targets(text: str) -> set[str]:
    named = {m[1] for line in code(text) if (m := re.match(r"make ([a-z][a-z-]*)\b", line.strip()))}
    return named - TARGETS


def wrong_commands(text: str) -> set[str]:
    pattern = re.compile(r"(?:^|[\s/\\])lscp-docs (?:--home \S+ )?([a-z]+)\b")
    return {m[1] for line in code(text) if (m := pattern.search(line))} - set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_a_page_names_only_what_there_is(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert wrong_links(page, text) == []
    assert wrong_targets(text) == set()
    assert wrong_commands(text) == set()


def test_what_there_is_not_is_seen() -> None:
    text = (
        "See [it](no-such-page.md), [here](docs/install.md).\n\n    make tset\n    make test\n\n"
        "```\n$ lscp-docs prodce x\n.venv/bin/lscp-docs doctor\n```\nand `lscp-docs fnialise`"
    )
    assert wrong_links(PROJECT / "README.md", text) == ["no-such-page.md"]
    assert wrong_targets(text) == {"tset"}
    assert wrong_commands(text) == {"prodce", "fnialise"}


def test_every_page_is_looked_at() -> None:
    names = {page.name for page in PAGES}
    assert {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "install.md"} <= names
