"""What changed in the tracker between two days: new, closed, rated otherwise, or moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lscp_docs.model.vocabulary import Term
from lscp_docs.register.tracker import TrackedAction
from lscp_docs.wording import day_in_words


class ChangeKind(Term):
    """What changed."""

    NEW = "new"
    CLOSED = "closed"
    REOPENED = "reopened", "open again"
    RATING = "rating", "rating changed"
    DATE = "date", "date moved"
    GONE = "gone", "no longer in the case file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one action, in words."""

    action: str
    """The key of the action: the case's reference with its number."""
    kind: ChangeKind
    words: str


def changes(before: Iterable[TrackedAction], now: Iterable[TrackedAction]) -> tuple[Change, ...]:
    """Give what changed between two trackers, in the order of the later one; gone ones last.

    A date that the case file moved without saying when cannot be placed in time, and is no change.
    """
    earlier, later = {each.key: each for each in before}, {each.key: each for each in now}
    found = [change for each in later.values() for change in _changes(earlier.get(each.key), each)]
    gone = (key for key in earlier if key not in later)
    return (*found, *(Change(action=key, kind=ChangeKind.GONE, words="") for key in gone))


def _changes(before: TrackedAction | None, now: TrackedAction) -> Iterator[Change]:
    rated = now.rating
    if before is None:
        words = f"{rated.progress.value}: {rated.reason}"
        yield Change(action=now.key, kind=ChangeKind.NEW, words=words)
        return
    was, closed = before.standing.is_closed, now.standing.is_closed
    if was != closed:
        kind = ChangeKind.CLOSED if closed else ChangeKind.REOPENED
        yield Change(action=now.key, kind=kind, words=rated.reason)
    elif before.rating.progress is not rated.progress:
        words = f"{before.rating.progress.value} to {rated.progress.value}: {rated.reason}"
        yield Change(action=now.key, kind=ChangeKind.RATING, words=words)
    if before.due != now.due:
        words = f"{_day(before.due)} to {_day(now.due)}"
        yield Change(action=now.key, kind=ChangeKind.DATE, words=words)


def _day(day: dt.date | None) -> str:
    return "no date" if day is None else day_in_words(day)
