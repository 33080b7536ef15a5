"""Where a case stands follows from its facts, along the route and no other way."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from tests.cases import a_case

from lscp_docs.casefile.case_folder import load_case, references
from lscp_docs.model.state import NEXT, State, path_to_state, rapid_review_is_owed, state_of
from lscp_docs.shipped import bundled

D = dt.date
VIEW = {"reasons": "Words.", "given_by": "Ada Fenn", "role": "Head", "view": "criteria_met"}
LEAD = {
    "lead": {"name": "Una Brisk", "role": "Lead"},
    "capacity": "agency_safeguarding_lead",
    "discussed_on": D(2026, 3, 2),
    "agrees": "yes",
}
DECIDERS = [
    {"partner": partner, "name": "N", "role": "R"}
    for partner in ("local_authority", "police", "health")
]


def notified(**more: Any) -> dict[str, Any]:
    """The changes that make the invented case one that was notified."""
    return {
        "referral": {"lead_agreement": LEAD},
        "discussion": {f"view_{who}": VIEW for who in ("local_authority", "police", "health")},
        "decision": {"outcome": "notify", "answers_to_partners": []},
        "notification": {"sent_at": D(2026, 3, 6), "notified_by": "N", "role": "R"},
        **more,
    }


REVIEW = {"opened_on": D(2026, 3, 6)}
DRAFTED = {**REVIEW, "recommended_on": D(2026, 3, 20), "recommendation": "no_lcspr"}
DECIDED = {
    "matter": "rapid_review",
    "meeting_on": D(2026, 3, 24),
    "decided_on": D(2026, 3, 24),
    "decided_outcome": "no_lcspr",
    "deciding_partners": DECIDERS,
}
SENT = {**DRAFTED, "submitted_on": D(2026, 3, 25)}
REPLY = {"received_on": D(2026, 4, 10), "response": "agrees"}
LCSPR = {"initiated_on": D(2026, 4, 20)}
ACCEPTED = {**LCSPR, "report_accepted_on": D(2026, 9, 1)}


def published(outcome: str, **more: Any) -> dict[str, Any]:
    return {**ACCEPTED, "publication": {"outcome": outcome, "decided_on": D(2026, 9, 2), **more}}


FOR_LCSPR = [{**DECIDED, "decided_outcome": "lcspr"}]
ROUTE: dict[State, dict[str, Any]] = {
    State.DRAFT_REFERRAL: {"referral": {"received_on": None}},
    State.SUBMITTED: {
        "referral": {"lead_agreement": LEAD}, "discussion": None, "decision": None,
    },
    State.WITH_REVIEW_GROUP: {"referral": {"lead_agreement": LEAD}, "decision": None},
    State.LA_DECIDED_NOT_NOTIFY: {"referral": {"lead_agreement": LEAD}},
    State.CLOSED_LOCAL_LEARNING: {
        "referral": {"lead_agreement": LEAD},
        "closure": {"on": D(2026, 7, 1), "assurance": "Done."},
    },
    State.CLOSED_NO_ACTION: {
        "referral": {"lead_agreement": LEAD},
        "decision": {"learning_route": "none"},
        "closure": {"on": D(2026, 7, 1), "assurance": "Done."},
    },
    State.LA_DECIDED_NOTIFY: notified(notification=None),
    State.NOTIFIED: notified(),
    State.NOTIFIED_NO_REVIEW: notified(
        incident={"type": "looked_after_child_death", "abuse_status": "not_known_or_suspected"}
    ),
    State.NOTIFICATION_WITHDRAWN: notified(
        notification={"sent_at": D(2026, 3, 6), "notified_by": "N", "role": "R",
                      "withdrawn": {"on": D(2026, 3, 12), "reason": "Natural cause."}}
    ),
    State.RAPID_REVIEW_OPEN: notified(rapid_review=REVIEW),
    State.RAPID_REVIEW_DRAFTED: notified(rapid_review=DRAFTED),
    State.EXECUTIVE_DECIDED: notified(rapid_review=DRAFTED, executive=[DECIDED]),
    State.RAPID_REVIEW_SUBMITTED: notified(rapid_review=SENT, executive=[DECIDED]),
    # No LCSPR: the Panel's reply leads on to live actions at once.
    State.PANEL_RESPONDED: notified(rapid_review=SENT, executive=FOR_LCSPR, panel_reply=REPLY),
    State.LCSPR_OPEN: notified(
        rapid_review=SENT, executive=FOR_LCSPR, panel_reply=REPLY, lcspr=LCSPR
    ),
    State.LCSPR_REPORT_ACCEPTED: notified(
        rapid_review=SENT, executive=FOR_LCSPR, panel_reply=REPLY, lcspr=ACCEPTED
    ),
    State.CLOSED_ACTIONS_LIVE: notified(
        rapid_review=SENT, executive=[DECIDED], panel_reply=REPLY
    ),
    State.CLOSED: notified(
        rapid_review=SENT, executive=[DECIDED], panel_reply=REPLY,
        closure={"on": D(2026, 12, 1), "assurance": "Done."},
    ),
}  # fmt: skip


@pytest.mark.parametrize("state", ROUTE)
def test_the_state_follows_from_the_facts(state: State) -> None:
    assert state_of(a_case(**ROUTE[state])) is state


@pytest.mark.parametrize(
    ("outcome", "more", "passed"),
    [
        ("full", {"published_on": D(2026, 10, 1)}, State.PUBLISHED),
        ("learning_only", {}, State.NOT_PUBLISHED),
        ("not_published", {}, State.NOT_PUBLISHED),
    ],
)
def test_a_review_ends_published_or_not(outcome: str, more: dict[str, Any], passed: State) -> None:
    case = a_case(
        **notified(
            rapid_review=SENT,
            executive=FOR_LCSPR,
            panel_reply=REPLY,
            lcspr=published(outcome, **more),
        )
    )
    assert path_to_state(case)[-2:] == (passed, State.CLOSED_ACTIONS_LIVE)


def test_a_report_that_is_to_be_published_is_not_published_yet() -> None:
    case = a_case(
        **notified(
            rapid_review=SENT, executive=FOR_LCSPR, panel_reply=REPLY, lcspr=published("full")
        )
    )
    assert state_of(case) is State.LCSPR_REPORT_ACCEPTED


def test_a_deferred_decision_leaves_the_case_with_the_review_group() -> None:
    case = a_case(
        referral={"lead_agreement": LEAD},
        decision={
            "outcome": "deferred", "deferred_until": D(2026, 3, 9), "answers_to_partners": [],
        },
    )  # fmt: skip
    assert state_of(case) is State.WITH_REVIEW_GROUP


def test_a_notification_leads_to_a_rapid_review_unless_nobody_suspects_abuse() -> None:
    assert rapid_review_is_owed(a_case(**ROUTE[State.NOTIFIED]))
    assert not rapid_review_is_owed(a_case(**ROUTE[State.NOTIFIED_NO_REVIEW]))
    assert not rapid_review_is_owed(a_case(**ROUTE[State.NOTIFICATION_WITHDRAWN]))


def test_live_actions_keep_a_closed_case_live() -> None:
    action = {
        "id": "a1", "source": "rapid_review", "action": "Train.", "lead_agency": "police",
        "owner": "Lead", "due": D(2026, 9, 1), "status": "in_progress",
    }  # fmt: skip
    closing = ROUTE[State.CLOSED]
    assert state_of(a_case(**closing, actions=[action])) is State.CLOSED_ACTIONS_LIVE


def test_every_state_says_what_may_follow() -> None:
    assert set(NEXT) == set(State)


def sample_paths() -> dict[str, tuple[State, ...]]:
    homes = [home for home in bundled("sample_cases").iterdir() if home.is_dir()]
    return {
        reference: path_to_state(load_case(home, reference).case)
        for home in homes
        for reference in references(home)
    }


def test_every_path_of_the_samples_is_on_the_route() -> None:
    paths = sample_paths()
    assert paths
    for reference, path in paths.items():
        assert path[0] is State.DRAFT_REFERRAL
        for earlier, later in pairwise(path):
            assert later in NEXT[earlier], reference


def test_the_samples_reach_every_state() -> None:
    reached = {state for path in sample_paths().values() for state in path}
    assert reached == set(State)
