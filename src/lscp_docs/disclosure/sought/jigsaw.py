"""Facts that name nobody and tell together who is meant: hints for a person to look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.disclosure.sought.folding import Folded
from lscp_docs.disclosure.sought.hit import Hit
from lscp_docs.disclosure.sought.written_days import WrittenDay
from lscp_docs.model.allowed import Variant
from lscp_docs.model.identifying import Kind

_COUNT = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|\\d{1,2}"
)
_AGE = re.compile(
    rf"\b(?:aged?\s+(?:of\s+)?(?:{_COUNT})\b|(?:{_COUNT})[\s-]+(?:years?|months?|weeks?|days?)"
    rf"[\s-]+old\b|(?:{_COUNT})[\s-]+(?:year|month|week)-old\b)",
    re.IGNORECASE,
)
_SIBLINGS = re.compile(
    rf"\b(?:the\s+)?(?:(?:(?:second|third|fourth|fifth|sixth)[\s-]+)?(?:young|old)est|eldest|middle|"
    rf"first|second|third|fourth|fifth|sixth|last|only)(?:\s+(?:born|child))?\s+of\s+"
    rf"(?:(?:the|her|his|their)\s+)?(?:{_COUNT})(?:\s+(?:children|siblings|brothers|sisters))?\b"
    rf"|\b(?:youngest|oldest|eldest|middle)\s+(?:child|sibling|brother|sister|son|daughter)\b"
    rf"|\bone\s+of\s+(?:twins|triplets)\b|\b(?:twin|triplet)\s+(?:brother|sister|sibling)\b",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the case in the folded text."""

    of: str
    case: str
    start: int
    end: int


def hints(
    view: Folded, days: list[WrittenDay], places: list[Place], outward: list[Place]
) -> Iterator[Hit]:
    """Yield what is telling: siblings in order; a day, a place and an age near one another.

    `outward` are first halves of postcodes: with a place of the case they tell where. Near is
    within two paragraphs that follow one another.
    """
    for found in _SIBLINGS.finditer(view.letters):
        yield _hit(view, "", "", Kind.CHARACTERISTIC, found.start(), found.end())
    ages = [found.start() for found in _AGE.finditer(view.letters)]
    told_days = sorted(day.start for day in days if day.years)
    places, outward = (sorted(each, key=_start) for each in (places, outward))
    for begin, end in _windows(view.letters):
        at = bisect_left(places, begin, key=_start)
        if at == len(places) or places[at].start >= end:
            continue
        place = places[at]
        if _any_within(told_days, begin, end) and _any_within(ages, begin, end):
            yield _hit(view, place.of, place.case, Kind.EVENT_DATE, place.start, place.end)
        codes = bisect_left(outward, begin, key=_start), bisect_left(outward, end, key=_start)
        for code in outward[slice(*codes)]:
            yield _hit(view, code.of, code.case, Kind.ADDRESS, code.start, code.end)


def _start(place: Place) -> int:
    return place.start


def _any_within(starts: list[int], begin: int, end: int) -> bool:
    at = bisect_left(starts, begin)
    return at < len(starts) and starts[at] < end


def _windows(letters: str) -> Iterator[tuple[int, int]]:
    """Each paragraph together with the one after it."""
    begins = [0, *(found.end() for found in _PARAGRAPH.finditer(letters)), len(letters) + 1]
    for number in range(len(begins) - 1):
        yield begins[number], begins[min(number + 2, len(begins) - 1)]


def _hit(view: Folded, of: str, case: str, kind: Kind, start: int, end: int) -> Hit:
    return Hit(
        of=of,
        kind=kind,
        variant=Variant.TOGETHER,
        blocks=False,
        start=view.origins[start],
        end=view.ends[end - 1],
        case=case,
    )
