"""Whether the year in the title is the year that the text is about.

Source of the fault: the Leeds SCP reviews page, titled 2023-2024, reports the year 2024-25.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lscp_docs.words.finding import Finding, FindingKind, Paragraph

YEARS = re.compile(r"(?<![\d/.-])(20\d\d)\s*(?:[-–/]|to)\s*((?:20)?\d\d)(?![\d/-]|\.\d)")
"""A year that runs over two calendar years: 2024-25, 2024/25, 2024 – 2025, 2024 to 2025."""


def periods_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first year of each period of a text, and the period as it is written."""
    for found in YEARS.finditer(text):
        first, last = int(found[1]), int(found[2])
        if last in (first + 1, (first + 1) % 100):
            yield first, " ".join(found[0].split())


def foreign_periods(paragraph: str, years: str) -> Iterator[Finding]:
    """Yield each period in a paragraph of a report.toml that is not the report's own.

    `years` are those of the report ("2025-26").
    """
    own = {first for first, _ in periods_in(years)}
    for first, words in periods_in(paragraph):
        if own and first not in own:
            yield Finding(
                kind=FindingKind.PERIOD,
                paragraph=1,
                words=words,
                problem=f"is not the period of this report, {years}.",
                suggestion="Correct it, or leave it where you look back on that year.",
            )


def other_period(title: str, paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Yield a finding where the text speaks more often of another year than the title's."""
    titled = dict(periods_in(title))
    told = [(year, words, p.number) for p in paragraphs for year, words in periods_in(p.text)]
    if not titled or not told:
        return
    counts = Counter(year for year, _, _ in told)
    year, times = counts.most_common(1)[0]
    if year in titled or times <= max(counts[each] for each in titled):
        return
    words, number = next((words, number) for each, words, number in told if each == year)
    named = " and ".join(titled.values())
    yield Finding(
        kind=FindingKind.PERIOD,
        paragraph=number,
        words=words,
        problem=f"is the year that the text speaks of ({times} times); the title says {named}.",
        suggestion="Correct the title, or the text.",
    )
