"""The texts that people write in a report.toml, a paragraph each, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.model.report_file import ReportFile
from lscp_docs.words.asked import without_verb
from lscp_docs.words.finding import Finding
from lscp_docs.words.periods import foreign_periods
from lscp_docs.words.typed_claims import typed_claims
from lscp_docs.words.typed_figures import typed_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenParagraph:
    """A paragraph of a text in a report.toml, and where it stands there."""

    place: str
    """The key of the text; of one with several paragraphs also which: "sections.3.text, paragraph
    2"."""
    text: str


def written_paragraphs(file: ReportFile) -> Iterator[WrittenParagraph]:
    """Yield every paragraph that the report prints as people wrote it; an empty line parts two."""
    for key, text in file.texts():
        paragraphs = re.split(r"\n[ \t]*\n", text.strip())
        for number, paragraph in enumerate(paragraphs, start=1):
            which = f", paragraph {number}" if len(paragraphs) > 1 else ""
            yield WrittenParagraph(place=f"{key}{which}", text=paragraph)


def found_in_texts(file: ReportFile, years: str) -> Iterator[tuple[str, Finding]]:
    """Yield what only a report can do wrong, with the place: typed figures and claims first.

    `years` are those of the report ("2025-26").
    """
    paragraphs = tuple(written_paragraphs(file))
    for check in (typed_figures, typed_claims):
        for each in paragraphs:
            yield from ((each.place, finding) for finding in check(each.text))
    for each in paragraphs:
        yield from ((each.place, finding) for finding in foreign_periods(each.text, years))
    for number, words in enumerate(file.recommendations, start=1):
        yield from ((f"recommendations.{number}", finding) for finding in without_verb(words))
