"""What a rapid review is for, in the words of the guidance, and where a submission answers it."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.timescales.guidance import CITATIONS, cite
from lscp_docs.wording import list_in_words, sentence_case

SECTIONS = (
    "About this review",
    "The children and family",
    "The incident",
    "Immediate safeguarding",
    "The agencies that were asked",
    "What each agency did",
    "Key practice episodes",
    "The child’s voice and lived experience",
    "Race, ethnicity, culture, disability and other characteristics",
    "Good practice",
    "Learning",
    "The criteria for a local review",
    "The decision and its reasons",
    "National significance",
    "The views of the safeguarding partners",
    "The proposed review",
    "Actions",
    "Sign-off",
)
"""The headings of the submission, numbered from 1; the appendices follow them."""

MET_IN: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("facts", (2, 3, 5, 6)),
    ("safety", (4, 11)),
    ("improvements", (11, 12, 17)),
    ("next-steps", (13, 14, 16)),
    ("agencies", (6, 7)),
    ("context", (8, 9)),
)
"""Each purpose with the sections that serve it; a purpose counts from the day its row came in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """A purpose of a rapid review and the sections that meet it."""

    purpose: str
    met_in: str


def purposes(m: Material) -> tuple[Purpose, ...]:
    """The purposes in force on the document's date, each with the sections that meet it."""
    held = {row.key for row in CITATIONS if row.holds_on(m.as_at)}
    return tuple(
        Purpose(
            purpose=sentence_case(cite(f"rapid-review-purpose-{key}", m.as_at).words()),
            met_in=_sections(numbers),
        )
        for key, numbers in MET_IN
        if f"rapid-review-purpose-{key}" in held
    )


def _sections(numbers: tuple[int, ...]) -> str:
    return f"{'Section' if len(numbers) == 1 else 'Sections'} {list_in_words(map(str, numbers))}"
