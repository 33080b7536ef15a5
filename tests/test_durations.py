"""Durations from dates with their precision, and claims: proved, refuted, or left open."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.register_cases import PARTNERS, a_referral, an_lcspr_case, row

from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.register.durations import (
    CLAIMS,
    Duration,
    claims,
    duration,
    months_on,
    within_months,
)
from lscp_docs.register.facts import Proof
from lscp_docs.register.period import PeriodKind, period_of

D = dt.date
YEAR = period_of(PeriodKind.FINANCIAL_YEAR, D(2024, 6, 1))
read = UncertainDate.read


@pytest.mark.parametrize(
    ("start", "end", "least", "most"),
    [
        (D(2024, 1, 1), D(2024, 7, 1), 182, 182),
        ("2018-06", "2019-01", 185, 244),
        ("2024-02-01 to 2024-02-05", D(2024, 2, 10), 5, 9),
        ("2018-02", "2018-02", -27, 27),
    ],
)
def test_a_duration_has_a_least_and_a_most(
    start: object, end: object, least: int, most: int
) -> None:
    assert duration(read(start), read(end)) == Duration(least, most)


@pytest.mark.parametrize("written", ["unknown", "about 2024-01-01"])
def test_a_date_that_proves_nothing_gives_no_duration(written: str) -> None:
    assert duration(read(written), read(D(2024, 7, 1))) is None
    assert duration(read(D(2024, 7, 1)), read(written)) is None
    assert within_months(read(written), read(D(2024, 7, 1)), 6) is Proof.UNVERIFIED
    assert within_months(read(D(2024, 7, 1)), None, 6) is Proof.UNVERIFIED


@pytest.mark.parametrize(
    ("start", "end", "proof"),
    [
        (D(2024, 1, 10), D(2024, 7, 10), Proof.PROVED),
        (D(2024, 1, 10), D(2024, 7, 11), Proof.REFUTED),
        (D(2024, 8, 31), D(2025, 2, 28), Proof.PROVED),
        (D(2024, 8, 31), D(2025, 3, 1), Proof.REFUTED),
        ("2018-02", "2018-07", Proof.PROVED),
        ("2018-02", "2018-08", Proof.UNVERIFIED),
        ("2018-02", "2018-09", Proof.REFUTED),
    ],
)
def test_six_months_are_proved_refuted_or_left_open(
    start: object, end: object, proof: Proof
) -> None:
    assert within_months(read(start), read(end), 6) is proof


def a_range(start: dt.date, days: int) -> UncertainDate:
    precision = Precision.RANGE if days else Precision.EXACT
    return UncertainDate(precision, start, start + dt.timedelta(days=days))


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(*[st.dates(D(2015, 1, 1), D(2026, 12, 31))] * 2, *[st.integers(0, 60)] * 2, st.data())
def test_no_day_within_the_ranges_contradicts_a_proof(
    start: dt.date, end: dt.date, start_days: int, end_days: int, data: st.DataObject
) -> None:
    first, last = a_range(start, start_days), a_range(end, end_days)
    proof = within_months(first, last, 6)
    began = start + dt.timedelta(days=data.draw(st.integers(0, start_days)))
    ended = end + dt.timedelta(days=data.draw(st.integers(0, end_days)))
    is_within = ended <= months_on(began, 6)
    assert proof is not (Proof.REFUTED if is_within else Proof.PROVED)
    span = duration(first, last)
    assert span is not None
    assert span.least <= (ended - began).days <= span.most


def concluded(*accepted: object) -> list[str]:
    """The sentence and the proof of the claim on reviews that were begun on 4 July 2024."""
    cases = [
        an_lcspr_case(f"TVSCP-{n}", D(2024, 6, 4), {"report_accepted_on": day})
        for n, day in enumerate(accepted, 101)
    ]
    told = claims([row(case) for case in cases], YEAR)
    claim = next(each for each in told if each.key == "lcsprs_in_six_months")
    return [claim.sentence, str(claim.proof)]


NOW = "completed within six months of being initiated"
SOON, LATE, OPEN = D(2024, 12, 1), D(2025, 2, 1), "2025-01"


@pytest.mark.parametrize(
    ("accepted", "sentence", "proof"),
    [
        ((), "There were no reviews.", "None"),
        ((SOON,), f"The one review was {NOW}.", "proved"),
        ((SOON,) * 2, f"Both reviews were {NOW}.", "proved"),
        ((SOON,) * 5, f"All five reviews were {NOW}.", "proved"),
        ((SOON,) * 12, f"All 12 reviews were {NOW}.", "proved"),
        (
            (SOON, OPEN, LATE),
            f"1 of 3 reviews was {NOW}; 1 was not; 1 cannot be verified.",
            "refuted",
        ),
        (
            (SOON, SOON, OPEN, OPEN, OPEN),
            f"2 of 5 reviews were {NOW}; 3 cannot be verified.",
            "unverified",
        ),
        ((LATE,) * 2, f"0 of 2 reviews were {NOW}; 2 were not.", "refuted"),
    ],
)
def test_a_claim_says_what_the_cases_prove(
    accepted: tuple[object, ...], sentence: str, proof: str
) -> None:
    assert concluded(*accepted) == [sentence, proof]


def test_unanimity_is_claimed_only_of_three_views() -> None:
    every = dict.fromkeys(PARTNERS, False)
    cases = [
        a_referral("TVSCP-101", D(2024, 6, 1)),
        a_referral("TVSCP-102", D(2024, 6, 1), views=every | {"police": True}),
        a_referral("TVSCP-103", D(2024, 6, 1), views=every | {"police": None}),
    ]
    told = claims([row(case) for case in cases], YEAR)
    claim = next(each for each in told if each.key == "decisions_unanimous")
    assert (claim.proved, claim.refuted, claim.unverified) == (
        ("TVSCP-101",),
        ("TVSCP-102",),
        ("TVSCP-103",),
    )


def test_a_claim_of_timeliness_needs_every_case() -> None:
    cases = [
        a_referral("TVSCP-101", D(2024, 6, 5), notified=D(2024, 6, 6)),
        a_referral("TVSCP-102", D(2024, 6, 5), notified=D(2024, 6, 28)),
    ]
    told = {each.key: each for each in claims([row(case) for case in cases], YEAR)}
    assert told["notified_in_time"].refuted == ("TVSCP-102",)
    assert told["reviewed_in_time"].proof is None


def test_each_claim_is_told_of_every_period() -> None:
    assert [each.key for each in claims([], YEAR)] == [kind.key for kind in CLAIMS]
