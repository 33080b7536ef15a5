"""All time limits and timetables, and the row that is in force on a day."""

from __future__ import annotations

import datetime as dt

from lscp_docs.errors import CaseFileError, UsageError
from lscp_docs.timescales.limit_row import Preset, TimeLimit, Trigger
from lscp_docs.timescales.rows.limits import LOCAL_RULES, NATIONAL
from lscp_docs.timescales.rows.timetables import PRESETS, STEPS

LIMITS: tuple[TimeLimit, ...] = (*NATIONAL, *LOCAL_RULES, *STEPS)


def time_limit(key: str, on: dt.date) -> TimeLimit:
    """Return the time limit `key` in force on a day, the day of its trigger.

    Raises UsageError for a key that no row has, and CaseFileError when no row is in force on the
    day (never the nearest row instead).
    """
    rows = _rows(key)
    for row in rows:
        if row.holds_on(on):
            return row
    first = min(row.in_force for row in rows)
    raise CaseFileError(
        f"No row of the time limit {key} was in force on that day; the first begins on "
        f"{first.isoformat()}. Check the date in the case."
    )


def trigger_of(key: str) -> Trigger:
    """Return the trigger of a time limit, the same in all its rows; raise for an unknown key."""
    return _rows(key)[0].starts


def preset(key: str) -> Preset:
    """Return a timetable by its key; raise UsageError, naming the known ones, if there is none."""
    for row in PRESETS:
        if row.key == key:
            return row
    known = ", ".join(row.key for row in PRESETS)
    raise UsageError(f"There is no timetable called {key}. The timetables are: {known}.")


def _rows(key: str) -> list[TimeLimit]:
    rows = [row for row in LIMITS if row.key == key]
    if not rows:
        import difflib

        near = difflib.get_close_matches(key, {row.key for row in LIMITS}, n=1)
        hint = f" The nearest is {near[0]}." if near else ""
        raise UsageError(f"There is no time limit called {key}.{hint}")
    return rows
