"""Figures know their cases, go together, and change only with the cases that they cite."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.register_cases import PARTNERS, a_referral, an_lcspr_case, row

from lscp_docs.model.dates import UncertainDate
from lscp_docs.register.figures import Figure, counted
from lscp_docs.register.identities import IDENTITIES, broken, defects, unplaced
from lscp_docs.register.measures import MEASURES, Statistics, statistics
from lscp_docs.register.period import PeriodKind, period_of
from lscp_docs.register.rows import RegisterRow

D = dt.date
YEAR = period_of(PeriodKind.FINANCIAL_YEAR, D(2024, 6, 1))
KINDS = list(PeriodKind)
OFTEN = settings(
    max_examples=150, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


STEPS = (
    "decided",
    "notified",
    "opened",
    "submitted",
    "replied",
    "lcspr",
    "accepted",
    "publication",
)
AFTER_WITHDRAWAL = ("submitted", "replied", "lcspr")
GAPS = st.sampled_from((0, 1, 5, 20, 60, 200))


@st.composite
def rows(draw: st.DrawFn, reference: str = "TVSCP-001") -> RegisterRow:
    """A referral that went any way and came any far, considered on some day of 2023 to 2025."""
    considered = day = D(2023, 1, 2) + dt.timedelta(days=draw(st.integers(0, 1000)))
    days: dict[str, dt.date] = {}
    for step in STEPS[: draw(st.integers(0, len(STEPS)))]:
        days[step] = day = day + dt.timedelta(days=draw(GAPS))
    notify, is_withdrawn = draw(st.booleans()), draw(st.integers(0, 4)) == 0
    told: dict[str, Any] = {
        "views": {
            partner: draw(st.sampled_from((True, True, False, None))) for partner in PARTNERS
        },
        "notify": notify,
        "decided": days.get("decided"),
        "outcome": draw(st.sampled_from(("lcspr", "no_lcspr", "further_information"))),
        "response": draw(st.sampled_from(("agrees", "asks_questions", "national_review"))),
        "late_notification": draw(st.sampled_from((None, "The director was ill."))),
        "late_review": draw(st.sampled_from((None, "A return came late."))),
        **draw(st.sampled_from(INCIDENTS)),
    }
    if notify:
        told |= {step: days[step] for step in STEPS[1:5] if step in days}
    if notify and "lcspr" in days:
        told["lcspr"] = _lcspr(draw, days)
    if notify and is_withdrawn and "notified" in days:
        last = days.get("opened", days["notified"])
        told["withdrawn"] = last + dt.timedelta(days=draw(GAPS))
        told = {step: each for step, each in told.items() if step not in AFTER_WITHDRAWAL}
    return row(a_referral(reference, considered, **told))


INCIDENTS = (
    {"type": "serious_harm"},
    {"type": "death"},
    {"type": "care_leaver_death"},
    {"type": "care_leaver_death", "abuse_status": "not_known_or_suspected"},
)


def _lcspr(draw: st.DrawFn, days: dict[str, dt.date]) -> dict[str, Any]:
    found: dict[str, Any] = {"initiated_on": days["lcspr"]}
    if "accepted" in days:
        found["report_accepted_on"] = days["accepted"]
    if "publication" in days:
        outcome = draw(st.sampled_from(("full", "learning_only", "not_published", "deferred")))
        decided = days["publication"] - dt.timedelta(days=draw(GAPS))
        found["publication"] = {"outcome": outcome, "decided_on": decided}
    return found


@st.composite
def registers(draw: st.DrawFn) -> list[RegisterRow]:
    return [draw(rows(f"TVSCP-{n:03}")) for n in range(draw(st.integers(1, 8)))]


PERIODS = st.builds(period_of, st.sampled_from(KINDS), st.dates(D(2023, 1, 1), D(2027, 1, 1)))


def differing(before: Statistics, after: Statistics) -> list[tuple[Figure, Figure]]:
    pairs = zip(before.figures, after.figures, strict=True)
    return [(old, new) for old, new in pairs if old != new]


@OFTEN
@given(registers(), PERIODS)
def test_the_identities_hold_whatever_way_cases_go(
    register: list[RegisterRow], period: Any
) -> None:
    assert defects(register, statistics(register, period)) == ()


@OFTEN
@given(registers(), PERIODS)
def test_what_a_period_ends_with_the_next_begins_with(
    register: list[RegisterRow], period: Any
) -> None:
    before = statistics(register, period.previous())
    now = statistics(register, period)
    carried = [key for key in (each.key for each in MEASURES) if key.endswith("_at_start")]
    assert len(carried) == 6
    for key in carried:
        assert now.figure(key).cases == before.figure(key.replace("_at_start", "_at_end")).cases


@OFTEN
@given(registers(), PERIODS, st.data())
def test_taking_a_case_away_changes_exactly_the_figures_that_cite_it(
    register: list[RegisterRow], period: Any, data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(register))
    before = statistics(register, period)
    after = statistics([each for each in register if each is not gone], period)
    changed = {old.key for old, _ in differing(before, after)}
    assert changed == {each.key for each in before.figures if each.cites(gone.reference)}


@OFTEN
@given(registers(), PERIODS, st.data())
def test_changing_a_case_changes_only_figures_that_cite_it_before_or_after(
    register: list[RegisterRow], period: Any, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(register) - 1))
    reference = register[number].reference
    changed = [*register[:number], data.draw(rows(reference)), *register[number + 1 :]]
    before, after = statistics(register, period), statistics(changed, period)
    for old, new in zip(before.figures, after.figures, strict=True):
        was, is_now = _standing(old, reference), _standing(new, reference)
        assert (old != new) == (was != is_now)


def _standing(figure: Figure, reference: str) -> tuple[bool, bool]:
    """How a figure cites a case: in its value, and in its denominator."""
    return reference in figure.cases, reference in (figure.among or ())


@OFTEN
@given(registers(), PERIODS)
def test_every_figure_counts_its_cases(register: list[RegisterRow], period: Any) -> None:
    for figure in statistics(register, period).figures:
        assert figure.value == len(figure.cases)
        assert list(figure.cases) == sorted(set(figure.cases))
        assert figure.definition.endswith(".")
        if figure.among is not None:
            assert set(figure.cases) <= set(figure.among)
            assert figure.denominator == len(figure.among)


def test_every_measure_is_told_once_and_every_identity_names_measures() -> None:
    keys = [each.key for each in MEASURES]
    assert len(set(keys)) == len(keys)
    assert {key for each in IDENTITIES for key in (*each.left, *each.right)} <= set(keys)
    days = re.compile(r"\bby the day|at the end of|by the day")
    assert [each.key for each in MEASURES if not days.search(each.definition)] == []


@pytest.mark.parametrize(
    ("value", "denominator", "percent"),
    [(1, 3, 33.3), (2, 3, 66.7), (1, 16, 6.3), (1, 8, 12.5), (0, 4, 0.0), (4, 4, 100.0)],
)
def test_a_percentage_has_one_decimal_place(value: int, denominator: int, percent: float) -> None:
    cases = [f"C-{n}" for n in range(denominator)]
    figure = counted("k", "Words", "Definition.", YEAR, cases=cases[:value], among=cases)
    assert figure.percent == percent


def test_none_of_none_is_no_percentage_and_not_available_is_not_zero() -> None:
    none = counted("k", "Words", "Definition.", YEAR, cases=(), among=())
    assert (none.value, none.denominator, none.percent) == (0, 0, None)
    unknown = Figure(key="k", words="Words", value=None, definition="Definition.", period=YEAR)
    assert unknown != dataclasses.replace(unknown, value=0)
    assert unknown.percent is None


def figures_of(*register: RegisterRow) -> dict[str, int | None]:
    return {each.key: each.value for each in statistics(register, YEAR).figures if each.value}


def test_a_referral_not_notified_is_counted_at_each_step() -> None:
    told = row(a_referral("TVSCP-001", D(2024, 6, 5)))
    assert figures_of(told) == {
        "referrals_received": 1,
        "referrals_considered": 1,
        "decisions_made": 1,
        "decided_not_to_notify": 1,
        "decisions_unanimous": 1,
    }


def test_a_care_leavers_death_needs_no_rapid_review() -> None:
    told = row(
        a_referral(
            "TVSCP-001",
            D(2024, 6, 5),
            type="care_leaver_death",
            abuse_status="not_known_or_suspected",
            notified=D(2024, 6, 6),
        )
    )
    found = figures_of(told)
    assert found["care_leaver_deaths_notified"] == found["notifications_without_review"] == 1
    assert "notifications_awaiting_review_at_end" not in found


def test_a_withdrawn_notification_ends_its_rapid_review() -> None:
    days = {"notified": D(2024, 6, 6), "opened": D(2024, 6, 7), "withdrawn": D(2024, 6, 14)}
    found = figures_of(row(a_referral("TVSCP-001", D(2024, 6, 5), **days)))
    assert found["rapid_reviews_withdrawn"] == 1
    assert "rapid_reviews_in_progress_at_end" not in found


def test_a_case_that_crosses_the_year_is_carried_over() -> None:
    told = row(
        a_referral("TVSCP-001", D(2024, 3, 28), notified=D(2024, 4, 3), opened=D(2024, 4, 3))
    )
    found = figures_of(told)
    assert found["referrals_undecided_at_start"] == found["notifications_made"] == 1
    assert "referrals_considered" not in found
    assert found["rapid_reviews_in_progress_at_end"] == 1


def test_a_broken_identity_is_a_sentence_that_names_the_case() -> None:
    whole = row(a_referral("TVSCP-001", D(2024, 6, 5)))
    decision = dataclasses.replace(whole.decision, considered_on=D(2024, 12, 1))
    odd = dataclasses.replace(whole, decision=decision)
    half = period_of(PeriodKind.QUARTER, D(2024, 6, 1))
    (defect,) = broken(statistics([odd], half))
    assert defect.cases == ("TVSCP-001",)
    assert defect.sentence == (
        "Referrals carried into the period undecided (0) + Referrals considered (0) should equal "
        "Notifications made (0) + Decisions not to notify (1) + Referrals undecided when the "
        "period ended (0), and does not. Look at the dates of TVSCP-001."
    )


def test_a_milestone_that_may_lie_in_the_period_is_a_defect() -> None:
    told = row(an_lcspr_case("TVSCP-001", D(2023, 6, 5), {"report_accepted_on": "2025"}))
    (defect,) = unplaced([told], YEAR)
    assert defect.cases == ("TVSCP-001",)
    assert "Write the month or the day." in defect.sentence
    sure = row(an_lcspr_case("TVSCP-001", D(2023, 6, 5), {"report_accepted_on": "2025-03"}))
    assert unplaced([sure], YEAR) == ()
    assert told.lcspr.accepted == UncertainDate.read("2025")


def test_figures_that_others_have_counted_stand_at_the_end() -> None:
    more = counted("actions_overdue", "Actions overdue", "Actions.", YEAR, cases=["TVSCP-001"])
    told = statistics([], YEAR, [more])
    assert told.figures[-1] == told.figure("actions_overdue") == more
    with pytest.raises(KeyError):
        told.figure("no_such_figure")
