"""Whether each abbreviation is written out where a text first uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lscp_docs.words.finding import Finding, FindingKind, Paragraph
from lscp_docs.words.matching import covered
from lscp_docs.words.rules import WordRules

_END = r"(?:s|’s|'s)?(?![\w/-]|['’]\w)"
CAPITALS = re.compile(rf"(?<![\w/.’'-])([A-Z][A-Z&]{{1,4}}){_END}(?!\s?\d)")
"""Two to five capitals by themselves: no part of a reference such as SM/25/1402 or SI 2018/789."""

IN_CAPITALS = re.compile(r"[A-Z]{2,}\W+$"), re.compile(r"\W+[A-Z]{2,}\b")
"""Words in capitals before and behind: a line in capitals, or a list of names."""

BEFORE = re.compile(r"[^\W\d]+\s+[^\W\d]+\W*\((?:the\s+|now\s+|code\s+|“)?$")
AFTER = re.compile(r"^[”’\"']?\s*\(\s*(?:the\s+)?[^\W\d_]+[\s-]+[^\W\d_]+")


def unexplained(
    paragraphs: Sequence[Paragraph], rules: WordRules, *, in_reading_order: bool = True
) -> Iterator[Finding]:
    """Yield a finding for each abbreviation that is not written out at its first use.

    Where the paragraphs are in no reading order, one that is written out anywhere is explained.
    """
    letters_listed = "|".join(map(re.escape, rules.abbreviations)) or "(?!)"
    listed = re.compile(rf"(?<![\w/.’'-])({letters_listed}){_END}")
    flagged = (word for entry in (*rules.blaming, *rules.jargon) for word in entry.find)
    passed = {*rules.known, *rules.leave_out, *flagged}
    first: dict[str, int] = {}
    explained: dict[str, int] = {}
    for paragraph in paragraphs:
        text = covered(paragraph.text, rules.own_names)
        if text == text.upper():  # a heading in capitals is not one long abbreviation
            continue
        for start, end, letters in sorted({*_all(listed, text), *_unknown(text)}):
            if letters not in passed:
                first.setdefault(letters, paragraph.number)
                # The words beside it may stand in a name that the cover hides.
                if _is_explained(paragraph.text, start, end, rules.abbreviations.get(letters)):
                    explained.setdefault(letters, paragraph.number)
    for letters, number in first.items():
        where = explained.get(letters)
        if where is None or (in_reading_order and where > number):
            yield _finding(letters, number, where, rules.abbreviations.get(letters))


def _all(looked_for: re.Pattern[str], text: str) -> Iterator[tuple[int, int, str]]:
    return ((found.start(), found.end(), found[1]) for found in looked_for.finditer(text))


def _unknown(text: str) -> Iterator[tuple[int, int, str]]:
    before, behind = IN_CAPITALS
    for start, end, letters in _all(CAPITALS, text):
        if not before.search(text[:start]) and not behind.match(text[end:]):
            yield start, end, letters


def _is_explained(text: str, start: int, end: int, words: str | None) -> bool:
    """True where it stands in brackets behind words, or its words stand beside it."""
    if BEFORE.search(text[:start]) or AFTER.match(text[end:]):
        return True
    return words is not None and words.casefold() in text.casefold()


def _finding(letters: str, number: int, where: int | None, words: str | None) -> Finding:
    problem = (
        "is not written out." if where is None else f"is written out only in paragraph {where}."
    )
    how = f"Write “{words} ({letters})”" if words is not None else "Write it out"
    return Finding(
        kind=FindingKind.ABBREVIATION,
        paragraph=number,
        words=letters,
        problem=problem,
        suggestion=f"{how} where it is first used.",
    )
