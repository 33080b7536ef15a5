"""The rules between the facts of a case: each broken rule is told, with its place."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError
from tests.cases import a_case, a_partnership

from lscp_docs.model.vocabulary import Partner

D = dt.date
VIEW = {"reasons": "Words.", "given_by": "Ada Fenn", "role": "Head"}


def faults(**changes: Any) -> dict[str, str]:
    """The path and the sentence of each fault that a changed case has."""
    with pytest.raises(ValidationError) as wrong:
        a_case(**changes)
    return {
        ".".join(map(str, error["loc"])): error["msg"]
        for error in wrong.value.errors(include_input=False)
    }


BROKEN: dict[str, tuple[dict[str, Any], str, str]] = {
    "incident after awareness": (
        {"incident": {"occurred_on": D(2026, 3, 3)}},
        "incident.occurred_on", "after the local authority became aware",
    ),
    "referral before the incident": (
        {"referral": {"raised_on": D(2026, 2, 1)}},
        "referral.raised_on", "before the incident",
    ),
    "received before raised": (
        {"referral": {"raised_on": D(2026, 3, 3)}},
        "referral.received_on", "received before it was raised",
    ),
    "decision before the meeting": (
        {"decision": {"made_at": D(2026, 3, 3)}},
        "decision.made_at", "the local authority decided before the review group met",
    ),
    "meeting before the referral": (
        {"meetings": [{"id": "m1", "kind": "extraordinary_review_group", "on": D(2026, 3, 1)}]},
        "meetings.0.on", "the review group met before the referral was received",
    ),
    "born after the incident": (
        {"children": [{"id": "C1", "date_of_birth": D(2026, 3, 1)}]},
        "children.0.date_of_birth", "born after the incident",
    ),
    "dead before birth": (
        {"children": [{"id": "C1", "date_of_birth": D(2023, 5, 14),
                       "date_of_death": D(2023, 5, 1)}]},
        "children.0.date_of_death", "dead before birth",
    ),
    "an adult": (
        {"children": [{"id": "C1", "date_of_birth": D(2007, 1, 1)}]},
        "children.0.date_of_birth", "18 or older",
    ),
    "a care leaver of 25": (
        {"children": [{"id": "C1", "date_of_birth": D(2001, 2, 27)}],
         "incident": {"type": "care_leaver_death"}},
        "children.0.date_of_birth", "25 or older",
    ),
    "died without a date": (
        {"incident": {"outcome": "died", "type": "death"}},
        "incident.outcome", "no child has a date_of_death",
    ),
    "notification against the decision": (
        {"notification": {"sent_at": D(2026, 3, 6), "notified_by": "A", "role": "B"}},
        "notification", "the decision is not to notify",
    ),
    "notify without abuse": (
        {"incident": {"abuse_status": "not_known_or_suspected"},
         "decision": {"outcome": "notify", "answers_to_partners": []}},
        "decision.outcome", "known or suspected",
    ),
    "a view is missing": (
        {"discussion": {"view_police": None}},
        "discussion.view_police", "this partner's view is not",
    ),
    "an answer to a partner that agrees": (
        {"decision": {"answers_to_partners": [{"partner": "police", "answer": "No."}]}},
        "decision.answers_to_partners.0.partner", "does not differ",
    ),
    "an unknown child": (
        {"family": [{"id": "P1", "kind": "sibling", "relationship": "brother", "of": ["C7"]}]},
        "family.0.of", "a child who is not in the case",
    ),
    "an unknown meeting": (
        {"discussion": {"meeting": "m9"}}, "discussion.meeting", "no meeting with this id",
    ),
    "an id twice": (
        {"children": [{"id": "C1", "date_of_birth": "2023"}, {"id": "C1", "date_of_birth": "2024"}],
         "family": []},
        "children.1.id", "used twice",
    ),
    "a review without a notification": (
        {"rapid_review": {"opened_on": D(2026, 3, 9)}},
        "rapid_review", "no notification",
    ),
    "a pseudonym that is the name": (
        {"children": [{"id": "C1", "forenames": "Robin Ann", "date_of_birth": "2023",
                       "pseudonym": "Robin"}]},
        "children.0.pseudonym", "own names",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_is_told_with_its_place(name: str) -> None:
    changes, place, words = BROKEN[name]
    found = faults(**changes)
    assert place in found, found
    assert words in found[place]


def test_the_case_that_the_broken_ones_start_from_is_sound() -> None:
    assert a_case().reference == "TVSCP-2026-001"


def test_several_broken_rules_are_told_at_once() -> None:
    found = faults(
        incident={"occurred_on": D(2026, 3, 3)},
        referral={"raised_on": D(2026, 2, 1)},
        discussion={"view_police": None},
    )
    assert {"incident.occurred_on", "referral.raised_on", "discussion.view_police"} <= set(found)


def test_an_unborn_child_may_be_expected_after_the_incident() -> None:
    case = a_case(children=[{"id": "C1", "expected_date_of_delivery": D(2026, 7, 1)}])
    assert case.children[0].is_unborn


@pytest.mark.parametrize(
    "child",
    [
        {"id": "C1"},
        {"id": "C1", "date_of_birth": "2023", "age_if_date_of_birth_unknown": 2},
    ],
)
def test_the_age_is_told_in_exactly_one_way(child: dict[str, Any]) -> None:
    assert "children.0" in faults(children=[child])


def test_unanimous_only_if_the_three_views_say_so() -> None:
    assert a_case().is_unanimous is False
    agreeing = a_case(
        discussion={"view_health": {"view": "criteria_not_met", **VIEW}},
        decision={"answers_to_partners": []},
    )
    assert agreeing.is_unanimous is True


UNAVAILABLE = {"view": "not_available", "reasons": "Ill."}
NOT_MET = {"view": "criteria_not_met", **VIEW}


@pytest.mark.parametrize("absent", [None, UNAVAILABLE])
def test_nobody_is_called_unanimous_whose_view_is_not_there(absent: Any) -> None:
    open_case = {"decision": None}
    others_agree = a_case(discussion={"view_police": absent, "view_health": NOT_MET}, **open_case)
    assert others_agree.is_unanimous is None
    others_differ = a_case(discussion={"view_police": absent}, **open_case)
    assert others_differ.is_unanimous is False
    nobody = {f"view_{partner.value}": absent for partner in Partner}
    assert a_case(discussion=nobody, **open_case).is_unanimous is None


def test_nobody_differs_from_notifying_a_death_that_is_notified_whatever_its_cause() -> None:
    told = {
        "discussion": {f"view_{partner.value}": NOT_MET for partner in Partner},
        "decision": {"outcome": "notify", "answers_to_partners": []},
    }
    death = {"type": "care_leaver_death", "abuse_status": "not_known_or_suspected"}
    assert a_case(incident=death, **told).differing_partners == ()
    suspected = a_case(incident={**death, "abuse_status": "suspected"}, **told)
    assert suspected.differing_partners == tuple(Partner)


def test_a_partner_differs_by_its_view_and_never_by_a_count() -> None:
    assert a_case().differing_partners == (Partner.HEALTH,)
    balanced = a_case(discussion={"view_police": {"view": "finely_balanced", **VIEW}})
    assert balanced.differing_partners == (Partner.POLICE, Partner.HEALTH)
    absent = a_case(
        discussion={"view_health": {"view": "not_available", "reasons": "Ill."}},
        decision={"answers_to_partners": []},
    )
    assert absent.differing_partners == ()


def test_a_view_needs_somebody_who_gave_it() -> None:
    found = faults(discussion={"view_police": {"view": "criteria_met", "reasons": "R.",
                                               "given_by": None, "role": None}})  # fmt: skip
    assert any("person who gave it" in sentence for sentence in found.values())


def test_option_2_is_refused_with_the_legal_reason() -> None:
    with pytest.raises(ValidationError, match="nothing in the legislation lets it delegate"):
        a_partnership(governance_option=2)
    assert a_partnership(governance_option=3).governance_option == 3


def test_a_decision_of_the_executive_needs_three_partners() -> None:
    entry = {
        "matter": "rapid_review",
        "meeting_on": D(2026, 4, 1),
        "decided_on": D(2026, 4, 1),
        "deciding_partners": [{"partner": "police", "name": "A Fenn", "role": "Head"}],
    }
    assert any("three safeguarding partners" in text for text in faults(executive=[entry]).values())


def test_no_fault_repeats_what_the_case_says() -> None:
    found = faults(
        children=[{"id": "C1", "forenames": "Wexbury", "surname": "Tolliver",
                   "date_of_birth": D(2026, 3, 1), "pseudonym": "Wexbury"}],
    )  # fmt: skip
    told = " ".join(found.values())
    assert "Wexbury" not in told
    assert "Tolliver" not in told
