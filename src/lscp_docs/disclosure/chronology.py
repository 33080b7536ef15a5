"""The order of a chronology: by the first day on which an event can have happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from lscp_docs.model.identifying import revealed
from lscp_docs.model.review import ChronologyEvent


def in_date_order(
    events: Iterable[ChronologyEvent], *, until: dt.date
) -> tuple[ChronologyEvent, ...]:
    """The events by date and time, without those that are certainly later than `until`.

    Events on the same day keep the order of the case file, one without a time stands first, and
    one whose date is not known stands at the end.
    """
    known = (event for event in events if not revealed(event.on).certainly_after(until))
    return tuple(sorted(known, key=_moment))


def year_of(event: ChronologyEvent) -> int | None:
    """The year in which an event happened or began; None when its date is not known.

    Every profile tells the year of an event.
    """
    first = revealed(event.on).earliest
    return None if first is None else first.year


def _moment(event: ChronologyEvent) -> tuple[dt.date, dt.time]:
    first = revealed(event.on).earliest
    time = dt.time.min if event.time is None else revealed(event.time)
    return (first or dt.date.max, time)
