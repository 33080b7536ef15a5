"""The combined chronology: every agency's rows in date order, with what seems told twice and gaps.

Nothing is dropped and nothing is decided: a duplicate is proposed with its reason, a stretch in
which nobody reports anything is named, and a date is never made more exact than it was written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TypeGuard

from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import revealed
from lscp_docs.model.returned import ReturnedEvent
from lscp_docs.model.review import ChronologyEvent
from lscp_docs.returns.spans import ONE_DAY, Span, meet, span_of

SILENT_DAYS = 90
"""A longer stretch without any event is named. This project's own choice: no source sets one."""

PLACED = dt.timedelta(days=31)
"""An event whose date is less certain than this fills no stretch: it may lie outside of it."""

ALIKE = 0.6
"""The share of the shorter row's telling words that the other row must have too: also our own."""

FEWEST_WORDS = 3
"""Rows that share fewer telling words are never called alike."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two rows that may tell of the same event; a person decides."""

    first: int
    second: int
    """The numbers of the rows in the combined chronology, from 1."""
    is_same_day: bool
    """True when both give the same day; else their uncertain dates overlap."""
    shared: int
    of: int
    """How many telling words they share, and how many the shorter row has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A stretch of the period under review in which no agency reports anything."""

    first: dt.date
    last: dt.date
    """Its first and its last day."""
    uncertain: int
    """How many events with a less certain date may lie in it."""

    @property
    def days(self) -> int:
        """How many days it lasts, the first and the last included."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """The chronology of all agencies."""

    events: tuple[ChronologyEvent, ...]
    alike: tuple[Alike, ...]
    silences: tuple[Silence, ...]
    unanswered: tuple[str, ...]
    """The keys of agencies that were asked and have neither answered nor been excused."""


def combined(case: CaseFile, *, until: dt.date) -> Combined:
    """Give the chronology of a case that `with_returns` has completed, as it stood on a day."""
    events = in_date_order(case.chronology, until=until)
    requests = case.rapid_review.requests if case.rapid_review is not None else ()
    return Combined(
        events=events,
        alike=tuple(_alike(events)),
        silences=tuple(_silences(case, events, until)),
        unanswered=tuple(
            request.agency
            for request in requests
            if request.asked_on <= until
            and request.waived_because is None
            and (request.returned_on is None or request.returned_on > until)
        ),
    )


def in_date_order(
    events: Iterable[ChronologyEvent], *, until: dt.date
) -> tuple[ChronologyEvent, ...]:
    """The events by date and time, without those that are certainly later than `until`.

    Events on the same day keep the order in which they are given, one without a time stands first,
    and one whose date is not known stands at the end. A row of a return that came after `until` is
    left out as well.
    """
    return tuple(sorted((event for event in events if _was_known(event, until)), key=_moment))


def year_of(event: ChronologyEvent) -> int | None:
    """The year in which an event happened or began; None when its date is not known.

    Every profile tells the year of an event.
    """
    first = revealed(event.on).earliest
    return None if first is None else first.year


def _was_known(event: ChronologyEvent, on: dt.date) -> bool:
    if isinstance(event, ReturnedEvent) and event.received_on > on:
        return False
    return not revealed(event.on).certainly_after(on)


def _moment(event: ChronologyEvent) -> tuple[dt.date, dt.time]:
    first = revealed(event.on).earliest
    time = dt.time.min if event.time is None else revealed(event.time)
    return (first or dt.date.max, time)


# Told twice? --------------------------------------------------------------------------------


def _alike(events: tuple[ChronologyEvent, ...]) -> Iterator[Alike]:
    days = [revealed(event.on) for event in events]
    spans = [span_of(day) for day in days]
    words = [_telling_words(event) for event in events]
    for first, second in combinations(range(len(events)), 2):
        if not meet(spans[first], spans[second]):
            continue
        shared, of = len(words[first] & words[second]), min(len(words[first]), len(words[second]))
        if shared >= max(FEWEST_WORDS, ALIKE * of):
            same = days[first].exact is not None and days[first] == days[second]
            yield Alike(first=first + 1, second=second + 1, is_same_day=same, shared=shared, of=of)


def _telling_words(event: ChronologyEvent) -> frozenset[str]:
    """The words of a row by which it can be known again, in small letters."""
    words = _WORD.findall(revealed(event.event.text).casefold())
    return frozenset(word for word in words if word not in _COMMON)


_COMMON_WORDS = """
a an and are as at be but by for from had has have he her him his in is it its no not of on or she
that the their them they this to was were which who with
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words that every row may have: sharing them says nothing."""


# Nobody says anything -----------------------------------------------------------------------


def _silences(
    case: CaseFile, events: tuple[ChronologyEvent, ...], until: dt.date
) -> Iterator[Silence]:
    spans = [span_of(revealed(event.on)) for event in events]
    placed = sorted(span for span in spans if _is_placed(span))
    period = _period(case, until)
    if period is None or not placed:
        return
    begin, end = period
    after_end = (end + ONE_DAY, end + ONE_DAY)
    said_until = begin - ONE_DAY
    for first, last in (*placed, after_end):
        stretch = said_until + ONE_DAY, min(first - ONE_DAY, end)
        if (stretch[1] - stretch[0]).days + 1 > SILENT_DAYS:
            may_lie = [span for span in spans if not _is_placed(span) and _may_lie(span, stretch)]
            yield Silence(first=stretch[0], last=stretch[1], uncertain=len(may_lie))
        said_until = max(said_until, last)


def _is_placed(span: Span | None) -> TypeGuard[Span]:
    return span is not None and span[1] - span[0] <= PLACED


def _may_lie(span: Span | None, stretch: Span) -> bool:
    return span is None or meet(span, stretch)


def _period(case: CaseFile, until: dt.date) -> tuple[dt.date, dt.date] | None:
    """The period under review, up to the incident where no end is recorded, never past `until`."""
    review = case.rapid_review
    if review is None or review.period_from is None:
        return None
    begin = revealed(review.period_from).earliest
    closed = case.incident.occurred_on if review.period_to is None else review.period_to
    end = revealed(closed).latest
    return None if begin is None or end is None else (begin, min(end, until))
