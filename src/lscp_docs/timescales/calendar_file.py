"""Deadlines as a calendar file (.ics) for Outlook and Google: all-day entries, no time zones."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

_NAMESPACE = uuid.UUID("5c1d3f0e-3d0a-5b0e-9a51-6e0f5b6f4c2a")
_ALARM_HOUR = dt.timedelta(hours=9)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A day in the diary. The title carries the case's reference, never a child's name.

    `uid` stays the same when an entry is issued again, so that a calendar moves the old one
    (`entry_uid` makes it). `alarm_days` are the days before, each alarm at nine in the morning; 0
    is the day itself.
    """

    uid: str
    day: dt.date
    title: str
    description: str = ""
    alarm_days: tuple[int, ...] = ()


def entry_uid(reference: str, key: str) -> str:
    """Return the same identifier every time for a time limit (`key`) of a case (`reference`)."""
    return str(uuid.uuid5(_NAMESPACE, f"{reference}\n{key}"))


def calendar_bytes(entries: Iterable[CalendarEntry], *, stamped_at: dt.datetime) -> bytes:
    """Return an iCalendar file (RFC 5545) with an all-day event for each entry, in their order.

    `stamped_at` is the moment of issue, with its time zone. Raises ValueError when it has none, or
    when two entries share a uid: a calendar would keep only one of them.
    """
    entries = tuple(entries)
    if stamped_at.tzinfo is None:
        raise ValueError("stamped_at needs a time zone")
    if len({entry.uid for entry in entries}) != len(entries):
        raise ValueError("two calendar entries share a uid")
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//lscp-docs//time limits//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", stamped_at.astimezone(dt.UTC).replace(microsecond=0))
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + dt.timedelta(days=1))
        event.add("summary", entry.title)
        event.add("description", entry.description)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        for days in entry.alarm_days:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", entry.title)
            alarm.add("trigger", _ALARM_HOUR - dt.timedelta(days=days))
            event.add_component(alarm)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
