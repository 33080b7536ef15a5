"""Periods: where each kind begins and ends, its words, and what of a date lies in it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lscp_docs.errors import UsageError
from lscp_docs.model.dates import UncertainDate
from lscp_docs.register.period import PeriodKind, between, period_of

D = dt.date
K = PeriodKind
DAYS = st.dates(D(2001, 1, 1), D(2090, 12, 31))


@pytest.mark.parametrize(
    ("kind", "day", "first", "last", "words"),
    [
        (K.CALENDAR_YEAR, D(2024, 7, 1), D(2024, 1, 1), D(2024, 12, 31), "the calendar year 2024"),
        (
            K.MUNICIPAL_YEAR,
            D(2025, 4, 30),
            D(2024, 5, 1),
            D(2025, 4, 30),
            "the municipal year 2024-25 (1 May 2024 to 30 April 2025)",
        ),
        (
            K.FINANCIAL_YEAR,
            D(2024, 4, 1),
            D(2024, 4, 1),
            D(2025, 3, 31),
            "the financial year 2024-25 (1 April 2024 to 31 March 2025)",
        ),
        (
            K.QUARTER,
            D(2024, 11, 30),
            D(2024, 10, 1),
            D(2024, 12, 31),
            "the quarter October to December 2024",
        ),
        (K.MONTH, D(2024, 2, 29), D(2024, 2, 1), D(2024, 2, 29), "February 2024"),
    ],
)
def test_a_period_of_each_kind(
    kind: K, day: dt.date, first: dt.date, last: dt.date, words: str
) -> None:
    period = period_of(kind, day)
    assert (period.first, period.last, period.words) == (first, last, words)


@settings(deadline=None, database=None, derandomize=True)
@given(st.sampled_from(list(K)), DAYS)
def test_periods_of_a_kind_follow_each_other_without_a_gap(kind: K, day: dt.date) -> None:
    period = period_of(kind, day)
    assert period.has(day)
    before = period.previous()
    assert before.last == period.eve
    assert before == period_of(kind, period.eve)
    assert between(period.first, period.last) == period


def test_any_days_are_a_period_named_by_them() -> None:
    period = between(D(2024, 4, 2), D(2024, 4, 11))
    assert period.words == "2 April 2024 to 11 April 2024"
    assert period.previous() == between(D(2024, 3, 23), D(2024, 4, 1))


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(UsageError, match="before it begins"):
        between(D(2024, 4, 2), D(2024, 4, 1))


@pytest.mark.parametrize(
    ("written", "is_in"),
    [
        (D(2024, 4, 1), True),
        (D(2025, 3, 31), True),
        (D(2025, 4, 1), False),
        ("2025-03", True),
        ("2025-04", False),
        ("2025", None),
        ("2025-03-20 to 2025-04-02", None),
        ("about 2024-06-01", None),
        ("unknown", None),
    ],
)
def test_a_date_lies_in_a_period_only_when_that_is_certain(written: object, is_in: object) -> None:
    year = period_of(K.FINANCIAL_YEAR, D(2024, 4, 1))
    assert year.places(UncertainDate.read(written)) is is_in


def test_what_has_not_happened_lies_in_no_period() -> None:
    year = period_of(K.FINANCIAL_YEAR, D(2024, 4, 1))
    assert year.places(None) is False
    assert not year.has(None)


def test_a_title_names_the_years() -> None:
    assert period_of(K.MUNICIPAL_YEAR, D(2024, 6, 1)).years == "2024-25"
    assert period_of(K.CALENDAR_YEAR, D(2024, 6, 1)).years == "2024"
