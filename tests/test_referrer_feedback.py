"""The referring agency is told the outcome and why, and nothing that belongs to others."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cases import a_case, a_partnership, material, names_in, strings_of
from letters import faults
from lscp_docs.documents import referrer_feedback as feedback
from lscp_docs.documents.referrer_feedback import ReferrerFeedback
from lscp_docs.model.identifying import Kind
from lscp_docs.wording import Gap, gaps

AGREE = {"view_health": {"view": "criteria_not_met"}}
NOBODY: dict[str, Any] = {"answers_to_partners": []}


def outcome(on: dt.date = dt.date(2026, 3, 9), **changes: Any) -> str:
    said = feedback.context(material(a_case(**changes), on=on)).outcome
    assert isinstance(said, str)
    return said


def test_it_needs_a_referral_and_a_decision() -> None:
    assert feedback.applies(a_case(), a_partnership())
    assert not feedback.applies(a_case(referral=None), a_partnership())
    assert not feedback.applies(a_case(decision=None), a_partnership())


def test_it_is_a_letter_from_the_manager_to_the_referrer() -> None:
    letter = feedback.context(material(a_case())).letter
    assert letter.salutation == "Dear Isolde Penhallow"
    (to,) = letter.recipients
    assert (to.role, to.body) == ("Named Nurse", "Teasel Hospitals Trust")
    assert letter.sender_name == "Petra Quillfeather"
    assert letter.subject == "Your referral: case TVSCP-2026-001"


def test_a_disagreement_is_told_without_saying_whose_view_it_was() -> None:
    said = outcome()
    assert "decided not to notify" in said
    assert "did not all see the case in the same way" in said
    assert "health" not in said.lower()
    assert "majority" not in said.lower()


def test_one_view_is_told_as_one_view() -> None:
    said = outcome(discussion=AGREE, decision=NOBODY)
    assert said.endswith("The three safeguarding partners were of the same view.")


def test_a_missing_view_is_not_called_agreement() -> None:
    unavailable = {"view": "not_available", "reasons": "On leave.", "given_by": None, "role": None}
    said = outcome(discussion={**AGREE, "view_police": unavailable}, decision=NOBODY)
    assert said.endswith("No safeguarding partner recorded a different view.")


def test_a_notification_is_told_with_what_follows() -> None:
    sent = {
        "sent_at": dt.datetime(2026, 3, 6, 10, 5),
        "notified_by": "Hana Brockle",
        "role": "Head of Safeguarding",
    }
    case = a_case(decision={**NOBODY, "outcome": "notify"}, notification=sent)
    later = feedback.context(material(case, on=dt.date(2026, 3, 9)))
    assert "decided to notify the Child Safeguarding Practice Review Panel" in str(later.outcome)
    assert later.next_steps[:2] == (
        "The notification was sent on 6 March 2026.",
        "A rapid review follows. It goes to the Panel by 27 March 2026.",
    )
    earlier = feedback.context(material(case, on=dt.date(2026, 3, 5)))
    assert earlier.next_steps[0] == "A rapid review follows the notification."


def test_a_death_without_abuse_goes_to_the_department_and_ofsted() -> None:
    said = outcome(
        incident={"type": "care_leaver_death", "abuse_status": "not_known_or_suspected"},
        decision={**NOBODY, "outcome": "notify"},
    )
    assert "notify the Department for Education and Ofsted of the death" in said
    assert "Panel" not in said


@pytest.mark.parametrize(
    ("day", "said"),
    [(9, "It will decide by 10 March 2026."), (11, "has not yet recorded its decision")],
)
def test_a_deferral_says_until_when_as_long_as_that_is_true(day: int, said: str) -> None:
    deferred = {**NOBODY, "outcome": "deferred", "deferred_until": dt.date(2026, 3, 10)}
    told = outcome(dt.date(2026, 3, day), decision={**deferred, "learning_route": None})
    assert said in told


def test_a_letter_dated_before_the_decision_is_stopped() -> None:
    context = feedback.context(material(a_case(), on=dt.date(2026, 3, 4)))
    assert isinstance(context.outcome, Gap)


def test_it_holds_no_view_no_advice_and_no_other_agency_s_information() -> None:
    case = a_case()
    words = " ".join(strings_of(feedback.context(material(case))))
    for theirs in ("A fracture at this age", "Odile Farthing", "No earlier contact", "Privileged"):
        assert theirs not in words
    assert [name for name in names_in(case, Kind.SURNAME, Kind.FORENAMES) if name in words] == []


def test_it_says_how_to_challenge_and_what_is_learned() -> None:
    context = feedback.context(material(a_case()))
    assert context.challenge == "the TVSCP escalation policy (www.tvscp.example/escalation)"
    assert context.next_steps[1] == (
        "So that agencies learn from the case, there will be a lessons learned review. It is to "
        "be finished by 30 June 2026."
    )


def test_missing_facts_are_gaps() -> None:
    case = a_case(
        decision={"reasons_for_referrer": None, "learning_route": None},
        discussion={"meeting": None},
    )
    bare = a_partnership(escalation_policy=None, business_unit={"telephone": None, "email": None})
    assert [gap.path for gap in gaps(feedback.context(material(case, bare)))] == [
        "discussion.meeting",
        "decision.reasons_for_referrer",
        "decision.learning_route",
        "partnership.escalation_policy",
        "partnership.business_unit.email",
    ]


def test_a_complete_case_has_no_gap() -> None:
    assert list(gaps(feedback.context(material(a_case())))) == []


def test_the_template_fits_its_words() -> None:
    assert faults("referrer_feedback", ReferrerFeedback) == []
