"""The rationale for not notifying says why, to everybody, and nothing that is privileged."""

from __future__ import annotations

import datetime as dt

import pytest

from cases import a_case, a_partnership, material, names_in, strings_of
from letters import faults
from lscp_docs.documents import non_notification_rationale as rationale
from lscp_docs.documents.non_notification_rationale import NonNotificationRationale
from lscp_docs.model.identifying import Kind
from lscp_docs.wording import Gap, gaps

AGREED = {"discussion": {"view_health": {"view": "criteria_not_met"}}}


def paths_of_gaps(case_changes: dict[str, object]) -> list[str]:
    context = rationale.context(material(a_case(**case_changes)))
    return [gap.path for gap in dict.fromkeys(gaps(context))]


def test_it_is_owed_where_a_partner_differs_from_not_notifying() -> None:
    assert rationale.applies(a_case(), a_partnership())


def test_a_finely_balanced_view_differs_too() -> None:
    case = a_case(discussion={"view_health": {"view": "finely_balanced"}})
    assert rationale.applies(case, a_partnership())


@pytest.mark.parametrize(
    "changes",
    [
        {**AGREED, "decision": {"answers_to_partners": []}},
        {"decision": {"outcome": "notify", "answers_to_partners": []}},
        {"decision": None},
    ],
    ids=["all agree", "notified", "not decided"],
)
def test_it_is_not_owed_otherwise(changes: dict[str, object]) -> None:
    assert not rationale.applies(a_case(**changes), a_partnership())


def test_the_decision_names_who_decided_and_when() -> None:
    context = rationale.context(material(a_case()))
    assert context.reasons.decided == (
        "Teasel Vale Council has decided not to notify the Child Safeguarding Practice Review "
        "Panel (the Panel) of this case. The decision was made by Corwin Hale, Director of "
        "Children and Families, on 5 March 2026 at 16:00."
    )


def test_the_statute_is_cited_with_its_section() -> None:
    basis = rationale.context(material(a_case())).reasons.basis
    assert basis.startswith("Children Act 2004, section 16C(1): Where a local authority")


def test_each_view_stands_for_itself_and_only_the_differing_partner_is_answered() -> None:
    reasons = rationale.context(material(a_case())).reasons
    assert [(view.partner, view.view) for view in reasons.views] == [
        ("Local authority", "the criteria are not met"),
        ("Police", "the criteria are not met"),
        ("Health (integrated care board)", "the criteria are met"),
    ]
    assert reasons.views[2].given_by == "Given by Odile Farthing, Designated Nurse."
    assert [answer.partner for answer in reasons.answers] == ["Answer to health"]
    assert reasons.disagreement == (
        "Whether the fracture is serious harm.",
        "A second medical opinion was read together.",
    )


def test_no_word_of_it_speaks_of_votes_or_majorities() -> None:
    words = " ".join(strings_of(rationale.context(material(a_case())))).lower()
    assert "vote" not in words
    assert "majority" not in words


def test_a_view_that_is_not_available_says_so() -> None:
    view = {"view": "not_available", "reasons": "On leave.", "given_by": None, "role": None}
    case = a_case(discussion={"view_police": view})
    police = rationale.context(material(case)).reasons.views[1]
    assert police.view == "view not available"
    assert police.given_by == "No view was given; the reason follows."
    assert police.reasons == ("On leave.",)


def test_it_goes_to_everybody_who_is_in_the_group_on_its_day() -> None:
    before = rationale.context(material(a_case(), on=dt.date(2026, 3, 5)))
    after = rationale.context(material(a_case()))
    assert "Odile Farthing" in [member.name for member in before.members]
    names = [member.name for member in after.members]
    assert "Odile Farthing" not in names
    assert names == [
        "Hana Brockle",
        "Rhys Umberleigh",
        "Basil Nkemelu",
        "Mabel Stroud-Iyer",
        "Petra Quillfeather",
    ]


@pytest.mark.parametrize(
    ("day", "said"), [(9, "within the time limit"), (10, "after the time limit")]
)
def test_whether_it_is_in_time_is_counted(day: int, said: str) -> None:
    due, issued = rationale.context(material(a_case(), on=dt.date(2026, 3, day))).timing
    assert isinstance(due, str)
    assert due.startswith("This letter is due on 9 March 2026")
    assert issued == f"It is issued on {day} March 2026, {said}."


def test_privileged_advice_and_full_names_stay_out() -> None:
    case = a_case()
    words = " ".join(strings_of(rationale.context(material(case))))
    hidden = names_in(case, Kind.SURNAME, Kind.FORENAMES, Kind.PRIVILEGED)
    assert hidden >= {"O’Marlowe", "Zoë", "Privileged words of the solicitor."}
    assert [name for name in hidden if name in words] == []
    assert "Ottilie Vane" not in words


def test_the_subject_and_the_reference_name_nobody() -> None:
    letter = rationale.context(material(a_case())).letter
    assert letter.subject == "Decision not to notify: case TVSCP-2026-001"
    assert letter.salutation == "Dear members of the Review Advisory Group"


def test_every_missing_reason_is_named_at_once() -> None:
    missing = {
        "incident": {"immediate_safeguarding_actions": None},
        "discussion": {"criteria": []},
        "decision": {
            "relevant_considerations": None,
            "irrelevant_considerations_excluded": None,
            "weight_given_to_partner_views": None,
            "statutory_criteria_applied": None,
            "answers_to_partners": [],
            "reconsidered_when": None,
            "learning_route": None,
        },
    }
    assert set(paths_of_gaps(missing)) == {
        "decision.statutory_criteria_applied",
        "discussion.criteria",
        "decision.relevant_considerations",
        "decision.irrelevant_considerations_excluded",
        "decision.weight_given_to_partner_views",
        "decision.answers_to_partners",
        "decision.learning_route",
        "incident.immediate_safeguarding_actions",
        "decision.reconsidered_when",
    }


def test_a_complete_case_has_no_gap() -> None:
    assert paths_of_gaps({}) == []


def test_the_clock_needs_the_moment_of_becoming_aware() -> None:
    assert paths_of_gaps({"incident": {"local_authority_aware_at": None}}) == [
        "incident.local_authority_aware_at"
    ]


def test_a_letter_dated_before_its_facts_is_stopped() -> None:
    context = rationale.context(material(a_case(), on=dt.date(2026, 3, 3)))
    assert isinstance(context.reasons.decided, Gap)
    assert isinstance(context.reasons.views[0].given_by, Gap)
    assert isinstance(context.reasons.considered[0].date, Gap)


def test_a_letter_to_nobody_is_stopped() -> None:
    long_ago = dt.date(2023, 1, 2)
    context = rationale.context(material(a_case(), on=long_ago))
    assert context.members == ()
    assert isinstance(context.group, Gap)
    assert context.group.path == "partnership.members"


def test_no_learning_process_is_said_as_such() -> None:
    case = a_case(decision={"learning_route": "none"})
    assert rationale.context(material(case)).learning is None


def test_next_steps_name_their_owner_and_day() -> None:
    assert rationale.context(material(a_case())).next_steps == (
        "Send the X-ray report (Named Nurse, by 20 March 2026).",
        "Review the safety plan (Head of Safeguarding).",
    )


@pytest.mark.parametrize(
    ("noting", "said"),
    [
        ([], "will be put to the next meeting of the TVSCP Executive for noting"),
        ([dt.date(2026, 3, 18)], "goes to the meeting of the TVSCP Executive on 18 March 2026"),
        ([dt.date(2026, 3, 5)], "went to the meeting of the TVSCP Executive on 5 March 2026"),
    ],
)
def test_the_executive_notes_it(noting: list[dt.date], said: str) -> None:
    entries = [{"matter": "non_notification", "meeting_on": day} for day in noting]
    assert said in rationale.context(material(a_case(executive=entries))).onward


def test_the_template_fits_its_words() -> None:
    assert faults("non_notification_rationale", NonNotificationRationale) == []
