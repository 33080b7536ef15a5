"""What the checks on words read, and what they find."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.model.vocabulary import Term


class FindingKind(Term):
    """What may be wrong with words."""

    ABBREVIATION = "abbreviation", "abbreviation not explained"
    TERM = "term", "more than one form of a term"
    BLAMING = "blaming", "word that blames or hides"
    JARGON = "jargon"
    DATE = "date", "date after the document’s own"
    PERIOD = "period", "period of the title and of the text"
    TYPED = "typed", "typed figure"
    ASKED = "asked", "recommendation without a verb"
    CLAIM = "claim", "typed claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of a text; `number` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A warning: where, which words, what is wrong with them, and what to do."""

    kind: FindingKind
    paragraph: int
    words: str
    """The words as they stand in the text."""
    problem: str
    suggestion: str

    def __str__(self) -> str:
        return f"“{self.words}” {self.problem} {self.suggestion}"
