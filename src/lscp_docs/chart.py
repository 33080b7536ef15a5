"""What a chart shows, as pure data: numbers by label and series, and the words for all of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from lscp_docs.wording import list_in_words

MOST_LABELS: Final = 16
MOST_SERIES: Final = 5
LONGEST: Final = 80
"""Letters in the name of a label or series: more is a sentence, and belongs in the text."""
LARGEST: Final = 999_999
"""More than this no reader could tell apart, and no number would find room beside its bar."""


class ChartKind(StrEnum):
    """How the numbers stand: one above the other by time, or side by side by kind."""

    COLUMNS = "columns"
    """One stacked column a label, for what happens over time."""
    BARS = "bars"
    """One stacked bar a label, for kinds with longer names."""


@dataclass(frozen=True, slots=True)
class Series:
    """One thing that is counted, named as inside a sentence ("in time"): a number for each label.

    A drawing begins the name with a capital letter.
    """

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to look at. `alternative` says all of them in words (`described`).

    `title` is the caption, `labels` name the columns or bars from the left or from the top, and the
    first of `series` stands nearest to the line that they rise from. Raises ValueError unless there
    are 1 to 16 labels, 1 to 5 series with a value from 0 to 999,999 for each label, and words for
    every name, of at most 80 letters in labels and series.
    """

    title: str
    alternative: str
    kind: ChartKind
    labels: tuple[str, ...]
    series: tuple[Series, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.labels) <= MOST_LABELS:
            raise ValueError(f"a chart has 1 to {MOST_LABELS} labels, not {len(self.labels)}")
        if not 1 <= len(self.series) <= MOST_SERIES:
            raise ValueError(f"a chart has 1 to {MOST_SERIES} series, not {len(self.series)}")
        names = (*self.labels, *(one.name for one in self.series))
        if not all(name.strip() for name in (self.title, self.alternative, *names)):
            raise ValueError("a chart's title, alternative text, labels and series have words")
        if any(len(name) > LONGEST for name in names):
            raise ValueError(f"a chart's labels and series have at most {LONGEST} letters")
        if any(len(one.values) != len(self.labels) for one in self.series):
            raise ValueError("each series of a chart has a value for each label")
        if any(not 0 <= value <= LARGEST for one in self.series for value in one.values):
            raise ValueError(f"a chart's values are from 0 to {LARGEST:,}")

    @property
    def totals(self) -> tuple[int, ...]:
        """The sum of all series for each label."""
        return tuple(map(sum, zip(*(one.values for one in self.series), strict=True)))


def described(title: str, labels: tuple[str, ...], series: tuple[Series, ...]) -> str:
    """Return finished sentences that state the title and every number of a chart.

    "Referrals by quarter. January to March 2026: 2 notified and 1 not notified, 3 in all."
    """
    columns = list(zip(*(one.values for one in series), strict=True))
    if not any(map(any, columns)):
        return f"{_ended(title)} There were none."
    told = (
        f"{label}: {_numbers(values, series)}."
        for label, values in zip(labels, columns, strict=True)
    )
    return " ".join((_ended(title), *told))


def _numbers(values: tuple[int, ...], series: tuple[Series, ...]) -> str:
    if not any(values):
        return "none"
    counted = [f"{value:,} {one.name}" for value, one in zip(values, series, strict=True)]
    if len(counted) == 1:
        return counted[0]
    return f"{list_in_words(counted)}, {sum(values):,} in all"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
