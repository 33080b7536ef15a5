"""One letter in four copies: each says who may read it, and councillors' copies name nobody."""

from __future__ import annotations

import datetime as dt

import pytest

from cases import a_case, a_partnership, material, names_in, strings_of
from letters import faults
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents import option_3_letter
from lscp_docs.documents.material import Material
from lscp_docs.documents.option_3_letter import Addressee, Option3Letter
from lscp_docs.model.identifying import Kind
from lscp_docs.wording import gaps

PROFILES = {
    Addressee.PANEL: Profile.FULL,
    Addressee.EXECUTIVE: Profile.PARTNERS,
    Addressee.EXECUTIVE_LEAD: Profile.INTERNAL,
    Addressee.SCRUTINY_CHAIR: Profile.INTERNAL,
}
OPTION_3 = a_partnership(governance_option=3)


def copy_for(addressee: Addressee, **changes: object) -> Material:
    return material(a_case(**changes), OPTION_3, profile=PROFILES[addressee], addressee=addressee)


def words_for(addressee: Addressee) -> str:
    return " ".join(strings_of(option_3_letter.context(copy_for(addressee))))


def test_it_is_off_unless_the_partnership_chose_option_3() -> None:
    assert option_3_letter.applies(a_case(), OPTION_3)
    assert not option_3_letter.applies(a_case(), a_partnership())


def test_it_needs_a_partner_that_differs_from_not_notifying() -> None:
    agreed = a_case(
        discussion={"view_health": {"view": "criteria_not_met"}},
        decision={"answers_to_partners": []},
    )
    assert not option_3_letter.applies(agreed, OPTION_3)
    notified = a_case(decision={"outcome": "notify", "answers_to_partners": []})
    assert not option_3_letter.applies(notified, OPTION_3)


@pytest.mark.parametrize(
    ("addressee", "salutation", "name"),
    [
        (
            Addressee.PANEL,
            "Dear members of the Panel",
            "Child Safeguarding Practice Review Panel",
        ),
        (
            Addressee.EXECUTIVE,
            "Dear members of the TVSCP Executive",
            "All members of the TVSCP Executive",
        ),
        (
            Addressee.EXECUTIVE_LEAD,
            "Dear Councillor Ida Wharncliffe",
            "Councillor Ida Wharncliffe",
        ),
        (
            Addressee.SCRUTINY_CHAIR,
            "Dear Councillor Jonas Ambersley",
            "Councillor Jonas Ambersley",
        ),
    ],
)
def test_each_copy_greets_its_own_reader(addressee: Addressee, salutation: str, name: str) -> None:
    letter = option_3_letter.context(copy_for(addressee)).letter
    assert letter.salutation == salutation
    assert [to.name for to in letter.recipients] == [name]


def test_each_copy_says_where_the_others_go() -> None:
    assert option_3_letter.context(copy_for(Addressee.SCRUTINY_CHAIR)).copies.startswith(
        "The same letter goes to the Panel, the TVSCP Executive and the Executive Lead for "
        "Children and Families."
    )


def test_only_the_panel_reads_names() -> None:
    assert "Zoë O’Marlowe" in words_for(Addressee.PANEL)
    assert "ZO (2 years" in words_for(Addressee.EXECUTIVE)
    assert "Robin (2 years" in words_for(Addressee.SCRUTINY_CHAIR)


@pytest.mark.parametrize("addressee", [Addressee.EXECUTIVE_LEAD, Addressee.SCRUTINY_CHAIR])
def test_councillors_copies_hold_no_name_day_or_place_of_the_case(addressee: Addressee) -> None:
    hidden = names_in(
        a_case(), Kind.FORENAMES, Kind.SURNAME, Kind.PROFESSIONAL_NAME, Kind.PLACE, Kind.PRIVILEGED
    )
    assert {"Zoë", "Dr Selwyn Thorpe", "Corwin Hale", "Fullers Green"} <= hidden
    words = words_for(addressee)
    assert [name for name in hidden if name in words] == []
    assert "27 February" not in words
    assert "February 2026 by GP1" in words


def test_the_panel_s_copy_keeps_the_day_that_councillors_do_not_see() -> None:
    assert "27 February 2026" in words_for(Addressee.PANEL)


def test_a_copy_without_names_is_signed_by_the_role() -> None:
    letter = option_3_letter.context(copy_for(Addressee.SCRUTINY_CHAIR)).letter
    assert letter.sender_name == "Director of Children and Families"
    assert option_3_letter.context(copy_for(Addressee.PANEL)).letter.sender_name == "Corwin Hale"


def test_the_members_of_the_executive_stand_on_their_copy_alone() -> None:
    named = option_3_letter.context(copy_for(Addressee.EXECUTIVE)).members
    assert [member.name for member in named] == ["Mabel Stroud-Iyer", "Corwin Hale"]
    assert option_3_letter.context(copy_for(Addressee.PANEL)).members == ()


def test_the_commitment_names_type_agreement_lead_timetable_and_report() -> None:
    learning = option_3_letter.context(copy_for(Addressee.PANEL)).learning
    assert learning.kind == "Lessons learned review"
    assert learning.agreed == "6 March 2026"
    assert learning.lead == "Business manager"
    assert learning.timetable == "30 June 2026"
    assert learning.reported == "14 July 2026"


def test_the_executive_s_follow_up_is_the_report_where_no_day_is_set() -> None:
    noted = {
        "matter": "non_notification",
        "meeting_on": dt.date(2026, 3, 6),
        "follow_up_on": dt.date(2026, 9, 3),
    }
    m = copy_for(Addressee.PANEL, decision={"learning_reported_on": None}, executive=[noted])
    assert option_3_letter.context(m).learning.reported == "3 September 2026"


@pytest.mark.parametrize("route", [None, "none"])
def test_a_letter_without_a_learning_process_is_stopped(route: str | None) -> None:
    m = copy_for(Addressee.PANEL, decision={"learning_route": route})
    assert {gap.path for gap in gaps(option_3_letter.context(m))} == {"decision.learning_route"}


def test_the_executive_s_agreement_is_never_told_before_it_happened() -> None:
    m = copy_for(
        Addressee.PANEL, decision={"learning_agreed_by_executive_on": dt.date(2026, 3, 19)}
    )
    assert [gap.path for gap in gaps(option_3_letter.context(m))] == [
        "decision.learning_agreed_by_executive_on"
    ]


def test_a_complete_case_has_no_gap_in_any_copy() -> None:
    for addressee in Addressee:
        assert list(gaps(option_3_letter.context(copy_for(addressee)))) == []


def test_the_template_fits_its_words() -> None:
    assert faults("option_3_letter", Option3Letter) == []
