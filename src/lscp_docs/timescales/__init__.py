"""Time limits, working days and what the guidance said on a day: dated and cited.

A name is looked up in its module when it is asked for, so that a document which only cites the
guidance does not wait for the time limits.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lscp_docs.timescales.calendar_file import CalendarEntry as CalendarEntry
    from lscp_docs.timescales.calendar_file import calendar_bytes as calendar_bytes
    from lscp_docs.timescales.calendar_file import entry_uid as entry_uid
    from lscp_docs.timescales.citation import Citation as Citation
    from lscp_docs.timescales.citation import Wording as Wording
    from lscp_docs.timescales.counting import DeadlinePolicy as DeadlinePolicy
    from lscp_docs.timescales.counting import Roll as Roll
    from lscp_docs.timescales.deadlines import Candidate as Candidate
    from lscp_docs.timescales.deadlines import Deadline as Deadline
    from lscp_docs.timescales.deadlines import Started as Started
    from lscp_docs.timescales.deadlines import deadline as deadline
    from lscp_docs.timescales.deadlines import timetable as timetable
    from lscp_docs.timescales.guidance import EDITIONS as EDITIONS
    from lscp_docs.timescales.guidance import Edition as Edition
    from lscp_docs.timescales.guidance import Regime as Regime
    from lscp_docs.timescales.guidance import cite as cite
    from lscp_docs.timescales.guidance import regime_on as regime_on
    from lscp_docs.timescales.limit_row import Basis as Basis
    from lscp_docs.timescales.limit_row import Direction as Direction
    from lscp_docs.timescales.limit_row import FirstDay as FirstDay
    from lscp_docs.timescales.limit_row import Preset as Preset
    from lscp_docs.timescales.limit_row import TimeLimit as TimeLimit
    from lscp_docs.timescales.limit_row import Trigger as Trigger
    from lscp_docs.timescales.limit_row import Unit as Unit
    from lscp_docs.timescales.limits import LIMITS as LIMITS
    from lscp_docs.timescales.limits import preset as preset
    from lscp_docs.timescales.limits import time_limit as time_limit
    from lscp_docs.timescales.rows.timetables import PRESETS as PRESETS
    from lscp_docs.timescales.working_days import WorkingCalendar as WorkingCalendar

_NAMES = {
    "calendar_file": ("CalendarEntry", "calendar_bytes", "entry_uid"),
    "citation": ("Citation", "Wording"),
    "counting": ("DeadlinePolicy", "Roll"),
    "deadlines": ("Candidate", "Deadline", "Started", "deadline", "timetable"),
    "guidance": ("EDITIONS", "Edition", "Regime", "cite", "regime_on"),
    "limit_row": ("Basis", "Direction", "FirstDay", "Preset", "TimeLimit", "Trigger", "Unit"),
    "limits": ("LIMITS", "preset", "time_limit"),
    "rows.timetables": ("PRESETS",),
    "working_days": ("WorkingCalendar",),
}


def __getattr__(name: str) -> Any:
    for module, names in _NAMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
