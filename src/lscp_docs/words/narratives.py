"""The checks on words for the narratives of a case file, each warning with its line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.casefile.positions import KeyPath, Positions, Statement, positions, statements
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.projection import Projection
from lscp_docs.model.case import CaseFile
from lscp_docs.model.record import NarrativeText, records_of
from lscp_docs.words.check import findings
from lscp_docs.words.finding import Finding, Paragraph
from lscp_docs.words.rules import WordRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A warning about the words of a narrative: its key (`incident.known_facts`) and line."""

    path: str
    line: int | None
    finding: Finding


def warnings(case: CaseFile, text: str, rules: WordRules, *, today: dt.date) -> tuple[Warned, ...]:
    """Give the warnings about a case's narratives, by line.

    `text` is the text of the case file, as it was read; a date is told too early when it is after
    `today`. What agencies returned is theirs and is not looked at.
    """
    told = tuple(_paragraphs(case))
    numbered = [Paragraph(number=n, text=words) for n, (_, words) in enumerate(told, start=1)]
    found = findings(numbered, rules, document_date=today, in_reading_order=False)
    places, written = positions(text), statements(text)
    lines = text.split("\n")
    warned = []
    for each in found:
        path, _ = told[each.paragraph - 1]
        line = _line(path, each.words, places, written, lines)
        warned.append(Warned(path=_dotted(path), line=line, finding=each))
    return tuple(sorted(warned, key=lambda one: one.line or 0))


def _paragraphs(case: CaseFile) -> Iterator[tuple[KeyPath, str]]:
    """Yield each paragraph of each narrative, with the path of the narrative in the file."""
    showing = Projection(Profile.FULL, case)
    for path, record in records_of(case):
        if isinstance(record, NarrativeText):
            for words in showing.text(record):
                yield path, words


def _line(
    path: KeyPath, words: str, places: Positions, written: tuple[Statement, ...], lines: list[str]
) -> int | None:
    """Give the line on which the words stand, else the one on which their narrative begins."""
    start = places.line((*path, "text"))
    if start is None:
        return None
    last = next((each.last for each in written if each.first <= start <= each.last), start)
    holding = (number for number in range(start, last + 1) if words in lines[number - 1])
    return next(holding, start)


def _dotted(path: KeyPath) -> str:
    """Give a path as a person counts it: actions.2.action is the second action's."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
