"""The people of a case are listed with every fact, unknown ones in words, as the profile shows."""

from __future__ import annotations

import pytest

from cases import D, a_case, material, names_in, strings_of
from discussed import CHILD, discussed, full
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.parts import children
from lscp_docs.documents.parts.children import Fact, is_known
from lscp_docs.model.identifying import Kind
from lscp_docs.wording import Gap

MEMBER = {
    "id": "P1",
    "kind": "sibling",
    "relationship": "half-brother",
    "of": ["C1"],
    "forenames": "Grace",
    "surname": "O’Marlowe",
    "school_or_setting": "Hill School",
}


def facts_of(child: dict[str, object], on: object = D(2026, 3, 6)) -> dict[str, tuple[object, ...]]:
    m = full(discussed(children=[child]), on)  # type: ignore[arg-type]
    return {fact.label: fact.words for fact in children.children(m)[0].facts}


def test_a_child_is_told_with_name_age_plan_and_agencies() -> None:
    told = facts_of(CHILD)
    assert told["Name"] == ("Zoë O’Marlowe",)
    assert told["Date of birth"] == ("14 May 2023; 2 years old at the time of the incident",)
    assert told["Child protection plan at the time"] == ("Yes: Neglect, from 5 January 2026",)
    assert told["Known to"] == ("Teasel Hospitals Trust (open)",)
    assert told["Other names used"] == ("None recorded",)


def test_what_is_not_known_reads_as_words_and_counts_as_unknown() -> None:
    m = full(discussed())
    facts = {fact.label: fact for fact in children.children(m)[0].facts}
    assert facts["Religion"].words == ("Not known on 6 March 2026",)
    assert not is_known(m, facts["Religion"])
    assert is_known(m, facts["Ethnicity"])
    assert not is_known(m, Fact(label="Abuse", words=(Gap("the abuse", "incident"),)))


def test_an_unborn_child_has_a_day_of_delivery_and_no_birth() -> None:
    child = {k: v for k, v in CHILD.items() if k != "date_of_birth"}
    told = facts_of({**child, "expected_date_of_delivery": D(2026, 6, 1)})
    expected = ("1 June 2026; unborn at the time of the incident",)
    assert told["Expected date of delivery"] == expected
    assert "Date of birth" not in told


def test_a_pseudonym_is_never_passed_off_as_a_name() -> None:
    nameless = {k: v for k, v in CHILD.items() if k not in ("forenames", "surname")}
    assert facts_of(nameless)["Name"] == ("Name not known",)
    unborn = {k: v for k, v in nameless.items() if k != "date_of_birth"}
    m = full(discussed(children=[{**unborn, "expected_date_of_delivery": D(2026, 6, 1)}]))
    assert children.children(m)[0].heading == "Unborn child (C1)"
    internal = material(discussed(children=[nameless]), profile=Profile.INTERNAL)
    assert children.children(internal)[0].heading == "Robin (C1)"


def test_a_recorded_not_known_counts_as_unknown_and_the_statutory_words_do_not() -> None:
    m = full(discussed())
    assert not is_known(m, Fact(label="Sex", words=("Not known",)))
    language = "Not known on 6 March 2026; no interpreter is needed"
    assert not is_known(m, Fact(label="First language", words=(language,)))
    assert is_known(m, Fact(label="Abuse or neglect", words=("Not known or suspected",)))


def test_a_child_whose_age_alone_is_known_is_told_by_the_age() -> None:
    child = {k: v for k, v in CHILD.items() if k != "date_of_birth"}
    told = facts_of({**child, "age_if_date_of_birth_unknown": 15})
    assert told["Age"] == ("About 15 years; date of birth not known",)


def test_nobody_asks_where_a_child_is_who_has_died() -> None:
    dead = {**CHILD, "date_of_death": D(2026, 3, 5)}
    assert facts_of(dead)["Date of death"] == ("5 March 2026",)
    assert "Where the child is now" not in facts_of(dead)


def test_a_death_after_the_document_s_date_is_not_told() -> None:
    dead = {**CHILD, "date_of_death": D(2026, 3, 5)}
    told = facts_of(dead, D(2026, 3, 4))
    assert "Date of death" not in told
    assert told["Where the child is now"] == ("Not known on 4 March 2026",)


def test_the_family_is_told_with_home_and_school() -> None:
    m = full(discussed(family=[{**MEMBER, "age_if_date_of_birth_unknown": 31}]))
    (member,) = children.family(m)
    assert member.person == ("Grace O’Marlowe", "Half-brother")
    assert member.born == ("About 31 years",)
    assert member.home == ("Not known on 6 March 2026", "Not known whether in the same home")
    assert member.other == ("School or setting: Hill School",)


def test_a_relative_of_some_of_the_children_is_told_of_which() -> None:
    second = {**CHILD, "id": "C2", "forenames": "Ida", "pseudonym": "Wren"}
    m = full(discussed(children=[CHILD, second], family=[{**MEMBER, "of": ["C2"]}]))
    assert children.family(m)[0].person[1] == "Half-brother (of C2)"


def test_agencies_are_told_with_whom_to_ring() -> None:
    contact = {"name": "Ada Thrale", "role": "Nurse", "telephone": "01632 960011"}
    case = a_case(agencies=[{"agency": "hospital", "contact": contact, "still_involved": True}])
    (agency,) = children.agencies(full(case))
    assert agency.name == "Teasel Hospitals Trust"
    assert agency.contact == ("Ada Thrale, Nurse", "01632 960011")
    assert agency.still_involved == "Yes"


@pytest.mark.parametrize("profile", [Profile.PARTNERS, Profile.INTERNAL, Profile.PUBLIC])
def test_no_other_profile_says_a_name(profile: Profile) -> None:
    case = discussed(family=[MEMBER])
    m = material(case, profile=profile)
    said = " ".join(strings_of((children.children(m), children.family(m))))
    for name in names_in(case, Kind.FORENAMES, Kind.SURNAME):
        assert name not in said
