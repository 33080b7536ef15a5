"""Dates with their precision, as case files write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from lscp_docs.disclosure.projection import uncertain_in_words
from lscp_docs.model.dates import Moment, Precision, UncertainDate

D = dt.date

READ = {
    "exact": (D(2026, 3, 2), Precision.EXACT, D(2026, 3, 2), D(2026, 3, 2), "2 March 2026"),
    "month": ("2026-02", Precision.MONTH, D(2026, 2, 1), D(2026, 2, 28),
              "February 2026 (day not known)"),
    "leap": ("2024-02", Precision.MONTH, D(2024, 2, 1), D(2024, 2, 29),
             "February 2024 (day not known)"),
    "year": ("2025", Precision.YEAR, D(2025, 1, 1), D(2025, 12, 31),
             "2025 (day and month not known)"),
    "about": ("about 2026-03-02", Precision.ABOUT, D(2026, 3, 2), D(2026, 3, 2),
              "about 2 March 2026"),
    "doubted": ("?2026-03-02", Precision.ABOUT, D(2026, 3, 2), D(2026, 3, 2),
                "about 2 March 2026"),
    "range": ("2026-03-01 to 2026-03-05", Precision.RANGE, D(2026, 3, 1), D(2026, 3, 5),
              "between 1 March 2026 and 5 March 2026"),
    "unknown": ("unknown", Precision.UNKNOWN, None, None, "date not known"),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_a_date_keeps_the_precision_that_was_written(name: str) -> None:
    written, precision, earliest, latest, words = READ[name]
    date = UncertainDate.read(written)
    assert (date.precision, date.earliest, date.latest) == (precision, earliest, latest)
    assert uncertain_in_words(date) == words


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "2026-13", "2026-02-30", "about 2026-02-30", "2026-03-05 to 2026-03-01",
     "9999-12", "0000", "02/03/2026", 0, 20260302, True, dt.datetime(2026, 3, 2, 12, 0)],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_the_ways_to_write_one(written: object) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        UncertainDate.read(written)
    assert "2026-03-02" in str(refused.value)
    assert not isinstance(written, str) or not written or f"“{written}”" not in str(refused.value)


@given(st.dates(), st.dates())
def test_an_exact_date_is_certainly_after_or_not_after(first: dt.date, second: dt.date) -> None:
    date = UncertainDate.read(first)
    assert date.certainly_after(second) is (first > second)
    assert date.certainly_before(second) is (first < second)


@given(st.dates(), st.dates())
def test_a_doubtful_date_proves_nothing(first: dt.date, second: dt.date) -> None:
    date = UncertainDate.read(f"about {first.isoformat()}")
    assert not date.certainly_after(second)
    assert not date.certainly_before(second)


def test_a_month_is_after_a_day_only_when_all_of_it_is() -> None:
    march = UncertainDate.read("2026-03")
    assert march.certainly_after(D(2026, 2, 28))
    assert not march.certainly_after(D(2026, 3, 1))


def test_a_moment_is_a_day_with_or_without_its_local_time() -> None:
    assert Moment.read(dt.datetime(2026, 3, 2, 23, 50)) == Moment(D(2026, 3, 2), dt.time(23, 50))
    assert Moment.read(D(2026, 3, 2)) == Moment(D(2026, 3, 2))


@pytest.mark.parametrize("written", [0, "2026-03-02", dt.datetime(2026, 3, 2, tzinfo=dt.UTC)])
def test_a_moment_with_a_time_zone_or_in_quotes_is_refused(written: object) -> None:
    with pytest.raises(PydanticCustomError, match="without a time zone"):
        Moment.read(written)
