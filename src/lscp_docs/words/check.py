"""All checks on the words of one text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from lscp_docs.words.abbreviations import unexplained
from lscp_docs.words.finding import Finding, Paragraph
from lscp_docs.words.periods import other_period
from lscp_docs.words.phrases import flagged_words, mixed_terms
from lscp_docs.words.rules import WordRules
from lscp_docs.words.told_dates import told_too_early


def findings(
    paragraphs: Sequence[Paragraph],
    rules: WordRules,
    *,
    document_date: dt.date | None = None,
    title: str = "",
    in_reading_order: bool = True,
) -> tuple[Finding, ...]:
    """Give every warning about the words of a text, by paragraph; none of them stops anything.

    Without `document_date` no date is judged, without `title` no period. `in_reading_order` is
    False for texts that no reader meets in this order, such as the narratives of a case file.
    """
    found = [
        *unexplained(paragraphs, rules, in_reading_order=in_reading_order),
        *mixed_terms(paragraphs, rules),
        *flagged_words(paragraphs, rules),
        *(told_too_early(paragraphs, document_date) if document_date is not None else ()),
        *other_period(title, paragraphs),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.paragraph))


def numbered(texts: Iterable[str]) -> tuple[Paragraph, ...]:
    """Give texts as paragraphs, counted from 1."""
    return tuple(Paragraph(number=number, text=text) for number, text in enumerate(texts, start=1))
