"""The days that a text tells, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = (
    "january|jan",
    "february|febr?",
    "march|mar",
    "april|apr",
    "may",
    "june|jun",
    "july|jul",
    "august|aug",
    "september|sept?",
    "october|oct",
    "november|nov",
    "december|dec",
)
_TOLD = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
)
_ORDINALS = _TOLD.split()
_IN_WORDS = {word.replace("-", ""): number for number, word in enumerate(_ORDINALS, start=1)}
_ORDINAL = "|".join(word.replace("-", r"[\s-]*") for word in sorted(_ORDINALS, key=len)[::-1])
_DAY = rf"(?:\d{{1,2}}(?:\s?(?:st|nd|rd|th))?|{_ORDINAL})"
_MONTH = "(?:" + "|".join(_MONTHS) + r")(?![^\W\d_])\.?"
_YEAR = r"(?:'?\d{2}|(?:19|20)\d{2})(?!\w|[:/]\d|\.\d)"
_AND = r"(?:\s*,\s*|\s*(?:-|/|&)\s*|\s+(?:and|or|to|until)\s+(?:the\s+)?)"
_GAP = r"[\s,.\-/_]{0,3}"

_DAY_MONTH = re.compile(
    rf"(?<![\w/])(?P<days>{_DAY}(?:{_AND}{_DAY}){{0,5}}){_GAP}(?:day\s+)?(?:of\s+)?(?:the\s+)?"
    rf"(?P<month>{_MONTH})(?:{_GAP}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH}){_GAP}(?:the\s+)?(?P<days>{_DAY})(?!\w)(?!\s*:\d)"
    rf"(?:[\s,.]{{1,3}}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?<![\w/])(?<!\d[.\-])(?P<a>\d{1,2})(?P<gap>\s?[/.\-_]\s?|\s)(?P<b>\d{1,2})(?P=gap)"
    r"(?P<year>(?:19|20)\d{2}|\d{2})(?![\d/])"
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<gap>\s?[/.\-_]\s?|\s)(?P<a>\d{1,2})(?P=gap)(?P<b>\d{1,2})"
    r"(?!\d)"
)
_BASIC = re.compile(r"(?<!\d)(?P<all>\d{8})(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day that a text tells; `years` is empty when it tells day and month alone."""

    years: tuple[int, ...]
    month: int
    day: int
    start: int
    end: int
    is_month_first: bool = False
    """In figures that would be another day in the British order."""


def written_days(letters: str) -> Iterator[WrittenDay]:
    """Yield the days in a text of plain letters, with places in it."""
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for found in pattern.finditer(letters):
            month = _month(found["month"])
            for day in _days(found["days"]):
                yield from _told(found, _years(found["year"]), month, day)
    for found in _FIGURES.finditer(letters):
        yield from _in_figures(found, int(found["a"]), int(found["b"]))
    for found in _YEAR_FIRST.finditer(letters):
        yield from _in_figures(found, int(found["b"]), int(found["a"]))
    for found in _BASIC.finditer(letters):
        figures = found["all"]
        yield from _told(found, (int(figures[:4]),), int(figures[4:6]), int(figures[6:]))
        yield from _told(found, (int(figures[4:]),), int(figures[2:4]), int(figures[:2]))


def _in_figures(found: re.Match[str], day: int, month: int) -> Iterator[WrittenDay]:
    """The day in the British order, and the American one where the figures allow both."""
    years = _years(found["year"])
    yield from _told(found, years, month, day)
    if day != month:
        for each in _told(found, years, day, month):
            yield WrittenDay(
                years=each.years,
                month=each.month,
                day=each.day,
                start=each.start,
                end=each.end,
                is_month_first=month <= 12,
            )


def _told(
    found: re.Match[str], years: tuple[int, ...], month: int, day: int
) -> Iterator[WrittenDay]:
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield WrittenDay(years=years, month=month, day=day, start=found.start(), end=found.end())


def _month(written: str) -> int:
    small = written.lower().strip(".")
    return next(n for n, names in enumerate(_MONTHS, 1) if re.fullmatch(names, small))


def _days(written: str) -> Iterator[int]:
    for each in re.findall(rf"\d{{1,2}}|{_ORDINAL}", written, re.IGNORECASE):
        yield int(each) if each.isdigit() else _IN_WORDS[re.sub(r"[\s-]", "", each.lower())]


def _years(written: str | None) -> tuple[int, ...]:
    if written is None:
        return ()
    year = int(written.strip("'"))
    return (year,) if year > 99 else (1900 + year, 2000 + year)
