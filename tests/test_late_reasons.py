"""What was done late, by whether a reason is recorded, and the reasons as identifying texts."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from tests.register_cases import a_referral, row

from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import revealed
from lscp_docs.register.identities import broken
from lscp_docs.register.late_reasons import LateStep, late_steps, longest_first
from lscp_docs.register.measures import Statistics, statistics
from lscp_docs.register.period import PeriodKind, period_of

D = dt.date
YEAR = period_of(PeriodKind.FINANCIAL_YEAR, D(2024, 6, 1))
ILL = "The director was ill."
SLOW = "Wren's school answered late."


def a_late_case(reference: str, *, month: int = 6, **told: Any) -> CaseFile:
    """Notified seven working days and reviewed twenty working days after each trigger."""
    days = {
        "notified": D(2024, month, 14),
        "opened": D(2024, month, 14),
        "submitted": D(2024, month, 14) + dt.timedelta(days=28),
    }
    return a_referral(reference, D(2024, month, 5), **{**days, **told})


CASES = (
    a_late_case("TVSCP-001", late_notification=ILL, late_review=SLOW),
    a_late_case("TVSCP-002", late_review=SLOW),
    a_late_case("TVSCP-003", notified=D(2024, 6, 7), submitted=D(2024, 6, 20)),
)


def of_year(*cases: CaseFile) -> Statistics:
    return statistics([row(case) for case in cases], YEAR)


def shares(figures: Statistics, start: str) -> dict[str, tuple[tuple[str, ...], int | None]]:
    endings = ("late_reason_recorded", "late_reason_missing")
    found = {ending: figures.figure(f"{start}_{ending}") for ending in endings}
    return {ending: (figure.cases, figure.denominator) for ending, figure in found.items()}


def test_late_ones_are_shared_out_by_whether_a_reason_is_recorded() -> None:
    figures = of_year(*CASES)
    assert figures.figure("notified_late").cases == ("TVSCP-001", "TVSCP-002")
    assert shares(figures, "notified") == {
        "late_reason_recorded": (("TVSCP-001",), 2),
        "late_reason_missing": (("TVSCP-002",), 2),
    }
    assert shares(figures, "reviewed") == {
        "late_reason_recorded": (("TVSCP-001", "TVSCP-002"), 2),
        "late_reason_missing": ((), 2),
    }
    assert broken(figures) == ()


def test_a_reason_for_what_was_in_time_is_counted_nowhere() -> None:
    case = a_late_case("TVSCP-004", notified=D(2024, 6, 7), late_notification=ILL)
    figures = of_year(case)
    assert shares(figures, "notified") == {
        "late_reason_recorded": ((), 0),
        "late_reason_missing": ((), 0),
    }
    assert [s.measure for s in late_steps(case, row(case), YEAR)] == ["reviewed_late"]


def steps(*cases: CaseFile) -> tuple[LateStep, ...]:
    return longest_first(step for case in cases for step in late_steps(case, row(case), YEAR))


def test_late_steps_are_the_cases_of_the_figures_with_their_reasons() -> None:
    figures, found = of_year(*CASES), steps(*CASES)
    for key in ("notified_late", "reviewed_late"):
        assert tuple(s.case for s in found if s.measure == key) == figures.figure(key).cases
    told = {(s.case, s.measure): s.reason and revealed(s.reason.text) for s in found}
    assert told == {
        ("TVSCP-001", "notified_late"): ILL,
        ("TVSCP-002", "notified_late"): None,
        ("TVSCP-001", "reviewed_late"): SLOW,
        ("TVSCP-002", "reviewed_late"): SLOW,
    }
    assert found[0].done_on == D(2024, 6, 14) > found[0].due
    assert found[0].counted.startswith("sent on 14 June 2024, due on ")


def test_the_latest_stand_first_within_each_duty() -> None:
    later = a_late_case("TVSCP-005", notified=D(2024, 6, 21), opened=D(2024, 6, 21))
    assert [s.case for s in steps(CASES[0], later) if s.measure == "notified_late"] == [
        "TVSCP-005",
        "TVSCP-001",
    ]


def test_what_was_late_in_another_period_is_not_told() -> None:
    case = CASES[0]
    assert late_steps(case, row(case), YEAR.previous()) == ()


def test_a_reason_refuses_to_be_printed() -> None:
    (step, *_) = steps(CASES[0])
    assert ILL not in repr(step)
    with pytest.raises(TypeError):
        json.dumps(step.reason)


def test_the_row_of_another_case_is_refused() -> None:
    with pytest.raises(ValueError, match="TVSCP-002"):
        late_steps(CASES[0], row(CASES[1]), YEAR)
