"""The figures of actions know their actions, go together, and change only with their cases."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cases import a_case
from tests.tracked import EVIDENCE, PLAIN, an_update

from lscp_docs.model.case import CaseFile
from lscp_docs.register.action_measures import ActionFigure, action_defects, action_figures
from lscp_docs.register.figures import Figure
from lscp_docs.register.period import Period, PeriodKind, period_of
from lscp_docs.register.tracker import TrackedAction, tracked

D = dt.date
QUARTER = period_of(PeriodKind.QUARTER, D(2026, 5, 1))
OFTEN = settings(
    max_examples=80, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
DONE: dict[str, Any] = {"status": "complete_evidenced", "evidence": [EVIDENCE]}
Home = dict[str, tuple[CaseFile, tuple[Any, ...]]]


def a_home(**cases: list[dict[str, Any]]) -> Home:
    """Cases by their references (with `_` for `-`), each with its actions."""
    return {key.replace("_", "-"): (with_actions(key, own), ()) for key, own in cases.items()}


def with_actions(key: str, own: list[dict[str, Any]]) -> CaseFile:
    actions = [{**PLAIN, "id": f"a{number}", **each} for number, each in enumerate(own, 1)]
    return a_case(reference=key.replace("_", "-"), actions=actions)


def both(home: Home, period: Period) -> tuple[list[TrackedAction], list[TrackedAction]]:
    return (at(home, period.eve), at(home, period.last))


def at(home: Home, day: dt.date) -> list[TrackedAction]:
    found = (tracked(case, returns, today=day) for case, returns in home.values())
    return [action for each in found for action in each]


def figures_of(home: Home, period: Period = QUARTER) -> dict[str, ActionFigure]:
    return {each.figure.key: each for each in action_figures(*both(home, period), period)}


def told(home: Home, period: Period = QUARTER) -> dict[str, int | None]:
    """The figures that are not 0, by their keys without `actions_`."""
    found = figures_of(home, period).values()
    return {e.figure.key.removeprefix("actions_"): e.figure.value for e in found if e.figure.value}


def test_an_action_agreed_in_the_period_and_still_open() -> None:
    assert told(a_home(A_1=[{}])) == {
        "agreed": 1,
        "in_hand": 1,
        "live_at_end": 1,
        "green": 1,
    }


def test_an_action_carried_in_and_out_overdue() -> None:
    assert told(a_home(A_1=[{"started_on": D(2026, 3, 1), "due": D(2026, 6, 29)}])) == {
        "live_at_start": 1,
        "in_hand": 1,
        "live_at_end": 1,
        "red": 1,
        "overdue": 1,
    }


def test_an_action_without_news_is_red_and_not_overdue() -> None:
    assert "overdue" not in told(a_home(A_1=[{"started_on": D(2026, 3, 1)}]))
    assert told(a_home(A_1=[{"started_on": D(2026, 3, 1)}]))["red"] == 1


def test_complete_without_accepted_evidence_is_not_evidenced() -> None:
    found = told(a_home(A_1=[{"status": "complete_awaiting_evidence"}]))
    assert found["awaiting_evidence"] == found["amber"] == 1
    assert "evidenced" not in found
    assert "closed" not in found


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, {"live_at_end": 1, "blue": 1, "impact_not_told": 1}),
        ({"impact": "All were rung."}, {"closed": 1, "closed_evidenced": 1, "impact_told": 1}),
        (
            {"impact_waived_because": "A change of a form."},
            {"closed": 1, "closed_evidenced": 1, "impact_waived": 1},
        ),
    ],
)
def test_an_evidenced_action_is_closed_when_impact_is_told(
    more: dict[str, Any], expected: dict[str, int]
) -> None:
    every = {"agreed": 1, "in_hand": 1, "evidenced": 1}
    assert told(a_home(A_1=[{**DONE, **more}])) == {**every, **expected}


def test_what_was_closed_before_the_period_counts_no_longer() -> None:
    after = period_of(PeriodKind.QUARTER, D(2026, 8, 1))
    assert told(a_home(A_1=[{**DONE, "impact": "All were rung."}]), after) == {}


def test_a_closed_action_of_which_the_agency_tells_otherwise_is_opened_again() -> None:
    home = a_home(A_1=[{**DONE, "impact": "All were rung."}])
    returns = (an_update(on=D(2026, 7, 20), status="in_progress"),)
    reopened = {key: (case, returns) for key, (case, _) in home.items()}
    after = period_of(PeriodKind.QUARTER, D(2026, 8, 1))
    found = told(reopened, after)
    assert found["reopened"] == found["live_at_end"] == 1
    figures = action_figures(*both(reopened, after), after)
    assert action_defects(figures, ()) == ()


def test_a_case_is_cited_once_and_counted_as_often_as_it_has_actions() -> None:
    figure = figures_of(a_home(A_1=[{}, {}, {"status": "closed_no_longer_needed"}], A_2=[{}]))
    live = figure["actions_live_at_end"]
    assert (live.figure.value, live.figure.cases) == (3, ("A-1", "A-2"))
    assert live.actions == ("A-1/a1", "A-1/a2", "A-2/a1")
    green = figure["actions_green"].figure
    assert (green.denominator, green.percent) == (3, 100.0)
    closed = figure["actions_closed_not_needed"].figure
    assert (closed.value, closed.denominator, closed.cases) == (1, 1, ("A-1",))


def test_an_action_that_is_gone_breaks_an_identity_and_is_named() -> None:
    before, _ = both(a_home(A_1=[{"started_on": D(2026, 3, 1)}]), QUARTER)
    (defect,) = action_defects(action_figures(before, (), QUARTER), ())
    assert defect.cases == ("A-1",)
    assert defect.sentence == (
        "Actions carried into the period (1) + Actions agreed (0) + Actions opened again (0) "
        "should equal Actions closed (0) + Actions live when the period ended (0), and does not. "
        "Look at the dates of the actions A-1/a1."
    )


def test_an_action_that_no_date_places_is_a_defect() -> None:
    home = a_home(A_1=[{"started_on": None}])
    figures = action_figures(*both(home, QUARTER), QUARTER)
    (defect,) = action_defects(figures, at(home, QUARTER.last))
    assert defect.cases == ("A-1",)
    assert defect.sentence.startswith("A-1/a1: no date tells when the action was agreed")


def test_trackers_of_other_days_are_refused() -> None:
    home = a_home(A_1=[{"started_on": D(2026, 3, 1)}])
    with pytest.raises(ValueError, match="2026-03-31"):
        action_figures(at(home, QUARTER.first), at(home, QUARTER.last), QUARTER)


# Whatever the actions are -------------------------------------------------------------------

DAYS = st.dates(D(2026, 1, 1), D(2026, 8, 31))
STATUSES = st.sampled_from(
    (
        "not_started",
        "in_progress",
        "complete_awaiting_evidence",
        "complete_evidenced",
        "closed_no_longer_needed",
    )
)


@st.composite
def actions(draw: st.DrawFn) -> dict[str, Any]:
    accepted = draw(st.sampled_from((None, "Business manager")))
    evidence = {**EVIDENCE, "on": draw(DAYS), "accepted_by": accepted}
    more: dict[str, Any] = {
        "started_on": draw(DAYS),
        "due": draw(DAYS),
        "status": draw(STATUSES),
        "evidence": draw(st.sampled_from(([], [evidence]))),
    }
    if draw(st.booleans()):
        more["updates"] = [{"on": draw(DAYS), "by": "Nurse", "text": "Half done."}]
    return more | draw(
        st.sampled_from(({}, {"impact": "Rung."}, {"impact_waived_because": "A form."}))
    )


@st.composite
def homes(draw: st.DrawFn) -> Home:
    home: Home = {}
    for number in range(draw(st.integers(1, 3))):
        case = with_actions(f"A-{number}", draw(st.lists(actions(), max_size=3)))
        update = an_update(on=draw(DAYS), status=draw(STATUSES))
        home[f"A-{number}"] = (case, draw(st.sampled_from(((), (update,)))))
    return home


PERIODS = st.builds(period_of, st.sampled_from((PeriodKind.QUARTER, PeriodKind.MONTH)), DAYS)


@OFTEN
@given(homes(), PERIODS)
def test_the_identities_of_actions_hold(home: Home, period: Period) -> None:
    figures = action_figures(*both(home, period), period)
    assert action_defects(figures, at(home, period.last)) == ()
    for each in figures:
        assert each.figure.value == len(each.actions)
        assert each.figure.cases == tuple(sorted({key.split("/")[0] for key in each.actions}))
        assert each.figure.definition.endswith(".")


@OFTEN
@given(homes(), PERIODS)
def test_the_next_period_begins_with_the_actions_that_this_one_ends_with(
    home: Home, period: Period
) -> None:
    before, now = figures_of(home, period.previous()), figures_of(home, period)
    assert now["actions_live_at_start"].actions == before["actions_live_at_end"].actions


@OFTEN
@given(homes(), PERIODS, st.data())
def test_changing_an_action_changes_only_figures_that_cite_its_case(
    home: Home, period: Period, data: st.DataObject
) -> None:
    reference = data.draw(st.sampled_from(sorted(home)))
    case, returns = home[reference]
    changed_case = with_actions(reference, [data.draw(actions())])
    rest = case.actions[1:]
    other = case.model_copy(update={"actions": (*changed_case.actions, *rest)})
    changed = {**home, reference: (other, returns)}
    before, after = figures_of(home, period), figures_of(changed, period)
    for key, old in before.items():
        if old.figure != after[key].figure:
            assert old.figure.cites(reference) or after[key].figure.cites(reference)
        assert _others(old, reference) == _others(after[key], reference)


def _others(each: ActionFigure, reference: str) -> tuple[Figure, tuple[str, ...]]:
    """What a figure tells apart from one case."""
    plain = dataclasses.replace(each.figure, value=None, denominator=None, cases=(), among=None)
    kept = tuple(key for key in each.actions if not key.startswith(f"{reference}/"))
    return plain, kept
