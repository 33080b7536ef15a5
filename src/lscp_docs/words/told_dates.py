"""Dates that a text tells as past although they are after the document's own date.

Which dates are told as past is judged by the words around them, sentence by sentence: “took place
in May 2022” is past, “will be reviewed in July 2023” and “by 3 June 2026” are not. Where nothing
tells, nothing is said. Source of the fault: the Leeds SCP notification process report, dated 8
March 2022, tells of May, July and September 2022 as past.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lscp_docs.wording import day_in_words
from lscp_docs.words.finding import Finding, FindingKind, Paragraph

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
NUMBERS = {**_SHORT, "sept": 9, **MONTHS}
_MONTH = "|".join(sorted(NUMBERS, key=len, reverse=True))

WRITTEN = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{_MONTH})\.?\s+"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
    r"|(?<![\d/])(?P<slashed>\d{1,2}/\d{1,2}/(?:19|20)\d\d)(?![\d/])",
    re.IGNORECASE,
)

DEADLINE = re.compile(
    r"\b(?:by|until|till|before|for|from|due|to|than|review date|next)\W*"
    r"(?:(?:the|end of|early|late|noon on|\w+day)\s+)*$",
    re.IGNORECASE,
)
"""Words right before a date that make it one to come, or no date of an event."""

COMING = re.compile(
    r"\b(?:will|shall|would|may|might|can|could|should|must|(?:is|are|was|were) to|due|planned"
    r"|expected|expects|intends?|intended|scheduled|arranged|booked|fixed|listed|set for|proposed"
    r"|promised|target|forthcoming|next|if|unless|to (?:be|hold|meet|report|review|publish"
    r"|complete|return|decide|start|begin|take|give|see|come|go|consider|end|finish))\b",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:was|were|had|did|took|made|gave|met|held|sent|said|told|went|came|saw|found|began|became"
    r"|wrote|left|last|since|previous|previously|ago)\b",
    re.IGNORECASE,
)
_NOT_PAST = "need|indeed|exceed|proceed|succeed|feed|speed|seed|hundred|embed|naked|wicked|sacred"
PAST = re.compile(
    rf"{FINITE.pattern}|\b(?:has|have|been)\b|\b(?!(?:{_NOT_PAST})\b)[a-z]{{2,}}ed\b",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"\W*(?!(?:we|i|it|he|she|they|who|which|that|this)\b)\w+\s+\w+ed\b", re.IGNORECASE
)
"""The beginning of a note without a verb of its own: “Reviewer appointed in April 2026”."""

SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"(•–-])|;\s+|\n")


@dataclass(frozen=True, slots=True)
class ToldDate:
    """A date of a text: as it is written, where, and its first day; None for no day there is."""

    written: str
    start: int
    end: int
    first: dt.date | None


def dates_in(text: str) -> Iterator[ToldDate]:
    """Yield the dates of a text that name a year: days and months."""
    for found in WRITTEN.finditer(text):
        yield ToldDate(" ".join(found[0].split()), found.start(), found.end(), _first(found))


def _first(found: re.Match[str]) -> dt.date | None:
    try:
        if found["iso"]:
            return dt.date.fromisoformat(found["iso"])
        if found["slashed"]:
            day, month, year = map(int, found["slashed"].split("/"))
            return dt.date(year, month, day)
        return dt.date(
            int(found["year"]), NUMBERS[found["month"].casefold()], int(found["day"] or 1)
        )
    except ValueError:
        return None


def told_too_early(paragraphs: Sequence[Paragraph], document_date: dt.date) -> Iterator[Finding]:
    """Yield a finding for each date that is told as past and is later than the document."""
    for paragraph in paragraphs:
        for sentence in SENTENCES.split(paragraph.text):
            for date in dates_in(sentence):
                if date.first is None:
                    yield _finding(paragraph, date, "is a day that there is not.")
                elif date.first > document_date and is_told_as_past(sentence, date):
                    dated = day_in_words(document_date)
                    problem = f"is told as past in a text that is dated {dated}."
                    yield _finding(paragraph, date, problem)


def is_told_as_past(sentence: str, date: ToldDate) -> bool:
    """Tell whether the words of a sentence say that a date in it is past."""
    before, after = sentence[: date.start], sentence[date.end :]
    if DEADLINE.search(before):
        return False
    coming = _last(COMING, before)
    if coming >= 0:
        # "will be monitored and reviewed": only a verb that is past by itself ends what is to come.
        return _last(FINITE, before[coming:]) > 0
    if PAST.search(NOTE.sub("", before, count=1) if NOTE.match(before) else before):
        return True
    past, coming_after = PAST.search(after), COMING.search(after)
    if past is None:
        return False
    return coming_after is None or past.start() < coming_after.start()


def _last(looked_for: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in looked_for.finditer(text)), default=-1)


def _finding(paragraph: Paragraph, date: ToldDate, problem: str) -> Finding:
    return Finding(
        kind=FindingKind.DATE,
        paragraph=paragraph.number,
        words=date.written,
        problem=problem,
        suggestion="Correct one of the two dates." if date.first else "Correct it.",
    )
