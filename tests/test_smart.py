"""What the SMART check would mend in the words of an action, and what it leaves in peace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.tracked import D, only

from lscp_docs.casefile.case_folder import load_case, references
from lscp_docs.register.smart import SmartPart, unsmart
from lscp_docs.register.tracker import tracked
from lscp_docs.shipped import bundled


def parts(**changes: Any) -> list[SmartPart]:
    return [each.part for each in unsmart(only(changes))]


def test_a_well_worded_action_is_left_in_peace() -> None:
    assert parts() == []


@pytest.mark.parametrize(
    "action",
    [
        "Ensure that staff are aware of neglect.",
        "Raise awareness of bruising in babies.",
        "Consider a review of the policy.",
        "Better communication between agencies.",
        "Training.",
    ],
)
def test_an_action_needs_a_verb_and_an_object(action: str) -> None:
    assert SmartPart.SPECIFIC in parts(action=action)


@pytest.mark.parametrize(
    "action",
    [
        "Send a one-page card to every school.",
        "Recode the two screens of the referral form.",
        "The trust will ring each family within a day.",
    ],
)
def test_an_action_that_says_what_somebody_does_is_specific(action: str) -> None:
    assert SmartPart.SPECIFIC not in parts(action=action)


@pytest.mark.parametrize(
    "measure", [None, "Better outcomes for children.", "Staff feel confident."]
)
def test_success_needs_something_to_count(measure: str | None) -> None:
    assert parts(success_measure=measure) == [SmartPart.MEASURABLE]


@pytest.mark.parametrize(
    "measure", ["All practices use it.", "No record is closed.", "90 per cent"]
)
def test_an_amount_in_words_or_digits_is_a_measure(measure: str) -> None:
    assert parts(success_measure=measure) == []


@pytest.mark.parametrize(
    "owner", ["All agencies", "Head of Safeguarding and Named Nurse", "Director / Head of Service"]
)
def test_an_action_has_one_owner(owner: str) -> None:
    assert parts(owner=owner) == [SmartPart.ACHIEVABLE]


@pytest.mark.parametrize(
    "owner",
    ["Head of Education Safeguarding and Inclusion", "Head of Service, Front Door and MASH"],
)
def test_one_role_with_a_long_name_is_one_owner(owner: str) -> None:
    assert parts(owner=owner) == []


def test_an_action_of_a_review_names_its_recommendation() -> None:
    assert parts(source="lcspr") == [SmartPart.RELEVANT]
    assert parts(source="lcspr", recommendation="Every visit is measured.") == []


def test_an_action_is_not_due_before_it_starts() -> None:
    assert parts(started_on=D(2026, 5, 1), due=D(2026, 4, 1)) == [SmartPart.TIMED]


def test_each_finding_tells_how_to_mend_it_and_nothing_of_the_case() -> None:
    found = unsmart(only({"action": "Quillonberg", "owner": "All", "success_measure": None}))
    assert len(found) == 4
    assert all(each.sentence.startswith(("Say", "Begin", "The owner is")) for each in found)
    assert not any("Quillonberg" in each.sentence for each in found)


@pytest.mark.parametrize("home", ["harrowmere", "saltmarsh"])
def test_the_open_actions_of_the_sample_cases_raise_no_alarm(home: str) -> None:
    folder = Path(str(bundled("sample_cases") / home))
    cases = [load_case(folder, reference).case for reference in references(folder)]
    actions = [each for case in cases for each in tracked(case, today=D(2026, 3, 12))]
    assert len(actions) > 10
    assert [each.key for each in actions if not each.standing.is_closed and unsmart(each)] == []
