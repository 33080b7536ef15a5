"""Working days in England: fixed days that matter, and properties that hold on every day."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lscp_docs.errors import CaseFileError
from lscp_docs.timescales.working_days import WorkingCalendar

ENGLAND = WorkingCalendar()
DAYS = st.dates(dt.date(2015, 6, 1), dt.date(2028, 6, 30))
COUNTS = st.integers(1, 40)
CALENDARS = st.frozensets(DAYS, max_size=8).map(WorkingCalendar)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2022-06-02", "spring bank holiday, moved for the jubilee"),
        ("2022-06-03", "Platinum Jubilee"),
        ("2022-09-19", "State Funeral of Queen Elizabeth II"),
        ("2023-05-08", "Coronation of King Charles III"),
        ("2020-05-08", "early May bank holiday, moved to VE Day"),
        ("2021-12-28", "Boxing Day's substitute, Boxing Day being a Sunday"),
        ("2022-12-27", "Christmas Day's substitute, Christmas Day being a Sunday"),
        ("2024-03-29", "Good Friday"),
        ("2024-04-01", "Easter Monday"),
        ("2026-12-28", "Boxing Day's substitute, Boxing Day being a Saturday"),
    ],
)
def test_bank_holiday_is_not_a_working_day(day: str, name: str) -> None:
    assert not ENGLAND.is_working_day(dt.date.fromisoformat(day)), name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2022-05-30", "the usual day of the moved spring bank holiday"),
        ("2023-03-17", "St Patrick's Day, a bank holiday in Northern Ireland alone"),
        ("2024-01-02", "2 January, a bank holiday in Scotland alone"),
        ("2026-06-15", "a bank holiday proclaimed for Scotland alone"),
        ("2024-12-24", "Christmas Eve"),
    ],
)
def test_day_that_is_no_bank_holiday_in_england_is_a_working_day(day: str, name: str) -> None:
    assert ENGLAND.is_working_day(dt.date.fromisoformat(day)), name


def test_saturday_and_sunday_are_not_working_days() -> None:
    assert not ENGLAND.is_working_day(dt.date(2024, 5, 4))
    assert not ENGLAND.is_working_day(dt.date(2024, 5, 5))


def test_added_day_is_not_a_working_day_and_moves_the_count() -> None:
    added = WorkingCalendar(frozenset({dt.date(2026, 3, 4)}))
    assert not added.is_working_day(dt.date(2026, 3, 4))
    assert ENGLAND.add(dt.date(2026, 3, 2), 5) == dt.date(2026, 3, 9)
    assert added.add(dt.date(2026, 3, 2), 5) == dt.date(2026, 3, 10)


def test_calendar_names_the_days_that_it_leaves_out() -> None:
    assert ENGLAND.name == "England bank holidays"
    one = WorkingCalendar(frozenset({dt.date(2026, 3, 4)}))
    assert one.name == "England bank holidays and 1 day added by the partnership"
    two = WorkingCalendar(frozenset({dt.date(2026, 3, 4), dt.date(2026, 3, 5)}))
    assert two.name == "England bank holidays and 2 days added by the partnership"


@pytest.mark.parametrize("day", [dt.date(2014, 12, 31), dt.date(2029, 1, 1)])
def test_year_whose_bank_holidays_are_not_known_is_refused_in_plain_words(day: dt.date) -> None:
    with pytest.raises(CaseFileError, match="2015 to 2028") as caught:
        ENGLAND.is_working_day(day)
    assert str(day.year) not in caught.value.sentence


def test_count_that_runs_past_the_last_known_year_is_refused() -> None:
    with pytest.raises(CaseFileError):
        ENGLAND.add(dt.date(2028, 12, 22), 10)


@pytest.mark.parametrize("count", [0, -1])
def test_counting_no_days_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        ENGLAND.add(dt.date(2026, 3, 2), count)
    with pytest.raises(ValueError, match="at least 1"):
        ENGLAND.subtract(dt.date(2026, 3, 2), count)


@given(DAYS, COUNTS, CALENDARS)
def test_count_always_lands_on_a_working_day(
    day: dt.date, count: int, calendar: WorkingCalendar
) -> None:
    assert calendar.is_working_day(calendar.add(day, count))
    assert calendar.is_working_day(calendar.subtract(day, count))


@given(DAYS, COUNTS, CALENDARS)
def test_adding_and_then_subtracting_comes_back_to_a_working_day(
    day: dt.date, count: int, calendar: WorkingCalendar
) -> None:
    start = calendar.on_or_after(day)
    assert calendar.subtract(calendar.add(start, count), count) == start


@given(DAYS, COUNTS, CALENDARS)
def test_days_between_are_the_days_that_were_added(
    day: dt.date, count: int, calendar: WorkingCalendar
) -> None:
    assert calendar.between(day, calendar.add(day, count)) == count


@given(DAYS, st.integers(0, 60), COUNTS, CALENDARS)
def test_later_start_never_ends_earlier(
    day: dt.date, later: int, count: int, calendar: WorkingCalendar
) -> None:
    assert calendar.add(day + dt.timedelta(days=later), count) >= calendar.add(day, count)


@given(DAYS, COUNTS, CALENDARS)
def test_one_day_more_ends_strictly_later(
    day: dt.date, count: int, calendar: WorkingCalendar
) -> None:
    assert calendar.add(day, count + 1) > calendar.add(day, count) > day


@given(DAYS, COUNTS, DAYS)
def test_added_day_never_brings_a_date_forward(day: dt.date, count: int, added: dt.date) -> None:
    assert WorkingCalendar(frozenset({added})).add(day, count) >= ENGLAND.add(day, count)


@given(DAYS, DAYS, CALENDARS)
def test_days_between_change_sign_with_the_direction(
    one: dt.date, other: dt.date, calendar: WorkingCalendar
) -> None:
    assert calendar.between(one, other) == -calendar.between(other, one)


@given(DAYS, CALENDARS)
def test_nearest_working_days_enclose_the_day(day: dt.date, calendar: WorkingCalendar) -> None:
    before, after = calendar.on_or_before(day), calendar.on_or_after(day)
    assert before <= day <= after
    assert (before == after) == calendar.is_working_day(day)


def test_importing_the_time_limits_imports_no_heavy_package() -> None:
    program = (
        "import sys, lscp_docs.timescales;"
        "print(*sorted({'holidays', 'icalendar', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b""
