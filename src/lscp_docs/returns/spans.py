"""What uncertain dates say of each other: whether they can be the same day, or cannot."""

from __future__ import annotations

import datetime as dt

from lscp_docs.model.dates import Precision, UncertainDate

Span = tuple[dt.date, dt.date]
"""A first and a last day, both included."""

ONE_DAY = dt.timedelta(days=1)

ABOUT = dt.timedelta(days=7)
"""How far “about” a day may reach where two rows are compared; this project's own choice."""


def span_of(date: UncertainDate) -> Span | None:
    """The days that a date can be; None when it is not known."""
    if date.earliest is None or date.latest is None:
        return None
    if date.precision is Precision.ABOUT:
        return date.earliest - ABOUT, date.latest + ABOUT
    return date.earliest, date.latest


def meet(one: Span | None, other: Span | None) -> bool:
    """True when two spans share a day; a date that is not known meets nothing."""
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def exclude(one: UncertainDate, other: UncertainDate) -> bool:
    """True when two dates cannot be the same day: a date that is not known excludes none."""
    spans = span_of(one), span_of(other)
    return None not in spans and not meet(*spans)
