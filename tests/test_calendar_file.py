"""Calendar files: what a calendar program reads back, and what RFC 5545 asks of the bytes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lscp_docs.timescales import CalendarEntry, calendar_bytes, entry_uid

STAMP = dt.datetime(2026, 3, 2, 9, 30, 15, 999, tzinfo=dt.UTC)
ENTRY = CalendarEntry(
    uid=entry_uid("NSCP-2026-003", "notify-panel"),
    day=dt.date(2026, 3, 9),
    title="NSCP-2026-003: notify the Panel of the incident",
    description="due on 9 March 2026 (cautious date 6 March 2026): 5 working days — “rule”",
    alarm_days=(2, 0),
)


def read(written: bytes):
    from icalendar import Calendar

    return Calendar.from_ical(written)


def test_entry_is_read_back_as_it_was_written() -> None:
    calendar = read(calendar_bytes([ENTRY], stamped_at=STAMP))
    assert str(calendar["version"]) == "2.0"
    assert str(calendar["method"]) == "PUBLISH"
    (event,) = calendar.walk("VEVENT")
    assert str(event["uid"]) == ENTRY.uid
    assert str(event["summary"]) == ENTRY.title
    assert str(event["description"]) == ENTRY.description
    assert event["dtstart"].dt == ENTRY.day
    assert event["dtend"].dt == dt.date(2026, 3, 10)
    assert event["dtstamp"].dt == STAMP.replace(microsecond=0)


def test_event_lasts_all_day_and_needs_no_time_zone() -> None:
    written = calendar_bytes([ENTRY], stamped_at=STAMP)
    assert b"DTSTART;VALUE=DATE:20260309\r\n" in written
    assert b"DTEND;VALUE=DATE:20260310\r\n" in written
    assert b"DTSTAMP:20260302T093015Z\r\n" in written
    assert b"VTIMEZONE" not in written
    assert b"TZID" not in written


def test_event_is_private_and_leaves_the_day_free() -> None:
    written = calendar_bytes([ENTRY], stamped_at=STAMP)
    assert b"CLASS:PRIVATE\r\n" in written
    assert b"TRANSP:TRANSPARENT\r\n" in written


def test_alarms_ring_at_nine_on_the_days_before() -> None:
    (event,) = read(calendar_bytes([ENTRY], stamped_at=STAMP)).walk("VEVENT")
    alarms = event.walk("VALARM")
    assert [alarm["trigger"].dt for alarm in alarms] == [
        dt.timedelta(hours=-39),
        dt.timedelta(hours=9),
    ]
    assert {str(alarm["action"]) for alarm in alarms} == {"DISPLAY"}
    assert {str(alarm["description"]) for alarm in alarms} == {ENTRY.title}


def test_stamp_in_another_time_zone_is_written_in_utc() -> None:
    summer = dt.timezone(dt.timedelta(hours=1))
    stamp = dt.datetime(2026, 7, 1, 9, tzinfo=summer)
    assert b"DTSTAMP:20260701T080000Z" in calendar_bytes([ENTRY], stamped_at=stamp)


def test_stamp_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        calendar_bytes([ENTRY], stamped_at=STAMP.replace(tzinfo=None))


def test_two_entries_with_one_uid_are_refused() -> None:
    with pytest.raises(ValueError, match="share a uid"):
        calendar_bytes([ENTRY, ENTRY], stamped_at=STAMP)


def test_same_entries_give_the_same_bytes_and_another_title_does_not() -> None:
    again = calendar_bytes([ENTRY], stamped_at=STAMP)
    assert calendar_bytes([ENTRY], stamped_at=STAMP) == again
    other = CalendarEntry(uid=ENTRY.uid, day=ENTRY.day, title="another", alarm_days=(2, 0))
    assert calendar_bytes([other], stamped_at=STAMP) != again


def test_uid_stays_the_same_and_differs_by_case_and_limit() -> None:
    assert ENTRY.uid == entry_uid("NSCP-2026-003", "notify-panel")
    assert ENTRY.uid == "593734e3-7686-5a10-b3b1-cafb739bfbb3"
    another_case = entry_uid("NSCP-2026-004", "notify-panel")
    another_limit = entry_uid("NSCP-2026-003", "rapid-review")
    assert len({another_case, another_limit, ENTRY.uid}) == 3


def test_calendar_of_no_entries_is_still_a_calendar() -> None:
    assert read(calendar_bytes([], stamped_at=STAMP)).walk("VEVENT") == []


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.just("\n"),
    max_size=300,
).map(str.strip)


@given(TEXT, TEXT)
def test_lines_are_folded_and_end_as_the_standard_asks_and_no_word_is_lost(
    title: str, description: str
) -> None:
    entry = CalendarEntry(uid="u", day=ENTRY.day, title=title, description=description)
    written = calendar_bytes([entry], stamped_at=STAMP)
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    (event,) = read(written).walk("VEVENT")
    assert str(event["summary"]) == title
    assert str(event["description"]) == description
