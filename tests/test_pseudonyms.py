"""The registry of pseudonyms: what is refused, what is left alone, what is proposed."""

from __future__ import annotations

import unicodedata
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import a_case
from tests.produced import folders
from tests.test_case_rules import faults

from lscp_docs.model.alike_names import is_derived, is_same, parts_of, rhymes, shares_initial
from lscp_docs.model.nicknames import NICKNAMES
from lscp_docs.model.pseudonyms import proposals, registry, registry_faults, used_in_another
from lscp_docs.model.stand_in_names import NAMES

D = "2023"
_COMMON = """
Olivia Amelia Isla Ava Mia Ivy Lily Isabella Rosie Sophia Grace Freya Florence Willow Emily Ella
Poppy Evie Elsie Charlotte Evelyn Sienna Sofia Daisy Phoebe Sophie Alice Harper Matilda Ruby Emma
Maya Millie Isabelle Eva Luna Jessica Ada Aria Chloe Hannah Kathleen Nadine Susan Margaret
Christine Linda Karen Janet Yvonne Noah George Oliver Arthur Leo Muhammad Harry Oscar Archie Jack
Henry Charlie Freddie Theodore Thomas Finley Theo Alfie Jacob William Isaac Tommy Joshua James
Lucas Alexander Arlo Roman Edward Elijah Max Mohammed Reggie Louie Albie Adam Ethan Logan David
Peter Kevin Stuart Craig Dean Wayne Gareth Robert Simon Keith Owen
"""
COMMON = _COMMON.split()
"""A hundred first names that are common in England."""

letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9)
a_name = st.one_of(st.sampled_from(COMMON), letters.map(str.capitalize))

RHYMES = (
    ("Molly", "Holly"), ("Annie", "Danny"), ("Harvey", "Garvie"), ("Leigh", "Bree"),
    ("Hannah", "Savanna"), ("Tilda", "Hilda"), ("Eileen", "Nadine"), ("Dean", "Irene"),
    ("May", "Rae"), ("Jack", "Mac"), ("Wayne", "Jane"), ("Ralph", "Alf"), ("Stella", "Bella"),
    ("Tara", "Farrer"), ("Joe", "Chloe"), ("Michelle", "Joelle"), ("Rose", "Mose"), ("Guy", "Skye"),
)  # fmt: skip
NO_RHYMES = (
    ("Tilda", "Souza"), ("Martin", "Rowan"), ("Wendy", "Patience"), ("Carmel", "Lourdes"),
    ("Harriet", "Margaret"), ("Owen", "Steven"), ("Thomas", "Lucas"), ("Sophia", "Olivia"),
    ("Zofia", "Hannah"), ("Rose", "Grace"), ("Kevin", "Robin"), ("Dora", "Anna"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), RHYMES)
def test_a_rhyme_is_heard_in_the_spelling(one: str, other: str) -> None:
    assert rhymes(one, other)
    assert rhymes(other, one)


@pytest.mark.parametrize(("one", "other"), NO_RHYMES)
def test_a_shared_weak_ending_is_no_rhyme(one: str, other: str) -> None:
    assert not rhymes(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Beth", "Elizabeth"), ("Will", "Billy"), ("Nadia", "Aidan"), ("Leon", "Noel"),
        ("Joanne", "Anne"), ("Mia", "Mya"), ("Steven", "Stephen"), ("Catherine", "Kathryn"),
        ("Marion", "Marlow"), ("Zoe", "Zoé"), ("Jon", "John"), ("Jo", "Joel"),
    ],
)  # fmt: skip
def test_a_derived_name_is_known(one: str, other: str) -> None:
    assert is_derived(one, other)
    assert is_derived(other, one)


def test_few_of_the_pairs_of_common_names_are_held_alike() -> None:
    pairs = list(combinations(COMMON, 2))
    derived = {pair for pair in pairs if is_derived(*pair)}
    rhyming = {pair for pair in pairs if rhymes(*pair)}
    assert len(pairs) == 4950
    assert (len(derived), len(rhyming)) == (30, 12)
    harmless = {
        ("Olivia", "Amelia"), ("Grace", "Freya"), ("Noah", "George"), ("Emily", "Poppy"),
        ("Owen", "Keith"), ("Adam", "Ethan"), ("Hannah", "Emma"), ("Karen", "Janet"),
    }  # fmt: skip
    assert not harmless & (derived | rhyming)


@given(a_name, a_name)
def test_likeness_has_no_direction(one: str, other: str) -> None:
    for alike in (is_same, is_derived, shares_initial, rhymes):
        assert alike(one, other) == alike(other, one)


@given(a_name, a_name)
def test_case_and_accents_change_nothing(one: str, other: str) -> None:
    accented = unicodedata.normalize("NFC", "".join(f"{c}\u0301" for c in other)).upper()
    for alike in (is_same, is_derived, shares_initial, rhymes):
        assert alike(one, accented) == alike(one, other)


@given(st.data(), letters)
def test_what_is_made_from_a_name_is_always_known(data: st.DataObject, name: str) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    made = data.draw(
        st.sampled_from(
            (
                name[::-1],
                "".join(data.draw(st.permutations(name))),
                name[:at] + letter + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + name[at + 1 :],
                name[:3] + letter * 4,
                name + letter,
                letter + name + letter,
                name[1:],
            )
        )
    )
    assert is_derived(made, name)


@given(st.sampled_from(sorted(NICKNAMES)), st.data())
def test_every_short_form_of_the_list_is_derived(name: str, data: st.DataObject) -> None:
    assert is_derived(data.draw(st.sampled_from(sorted(NICKNAMES[name]))).title(), name.title())


def test_a_name_is_read_in_its_parts() -> None:
    assert parts_of("Zoë Ann O’Hanlon-Łęcki 2") == ("zoe", "ann", "ohanlon", "lecki")


# The rules of a case ------------------------------------------------------------------------


def child(pseudonym: str, **names: Any) -> dict[str, Any]:
    named = {"forenames": "Zoë Ann", "surname": "O’Marlowe", **names}
    return {"children": [{"id": "C1", "date_of_birth": D, "pseudonym": pseudonym, **named}]}


BROKEN = {
    "an own name": (child("ann"), "own names"),
    "an other name": (child("Bunty", other_names_used=["Bunty Hale"]), "own names"),
    "the mother’s name": (child("Grace"), "a real name of somebody"),
    "a professional’s surname": (child("Thorpe"), "a real name of somebody"),
    "a short form": (child("Izzy", forenames="Isabel"), "could be made from"),
    "an anagram": (child("Eoz"), "could be made from"),
    "an initial": (child("Olwen"), "an initial in common"),
    "an initial with an accent": (child("Örs"), "an initial in common"),
    "a rhyme": (child("Chloé"), "rhymes with"),
    "the mother’s pseudonym": (child("KESTREL"), "used twice"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_pseudonym_that_leads_to_a_name_is_told_without_it(name: str) -> None:
    changes, words = BROKEN[name]
    told = faults(**changes)
    place = "family.0.pseudonym" if "used twice" in words else "children.0.pseudonym"
    assert words in told.get(place, ""), told
    real = {"zoë", "ann", "marlowe", "grace", "thorpe", "bunty", "isabel"}
    assert not real & set(" ".join(told.values()).casefold().split())


def test_a_key_that_stands_twice_is_told() -> None:
    entry = {"name": "Dr Selwyn Thorpe", "role": "General practitioner"}
    told = faults(glossary=[{**entry, "key": "GP1"}, {**entry, "key": "GP1", "name": "Dr Ivo Lo"}])
    assert "key is used twice" in told["glossary.1.key"]


def test_a_place_may_be_written_in_two_ways() -> None:
    places = [{"name": name, "stands_as": "the home"} for name in ("Fullers Green", "Fullers Grn")]
    assert [each.words for each in registry(a_case(places=places))][-2:] == ["the home"] * 2


def test_the_registry_holds_everybody_of_the_case_once() -> None:
    told = [(each.words, ".".join(map(str, each.path))) for each in registry(a_case())]
    assert told == [
        ("Robin", "children.0.pseudonym"), ("Kestrel", "family.0.pseudonym"),
        ("GP1", "glossary.0.key"), ("the home", "places.0.stands_as"),
    ]  # fmt: skip


def test_every_sample_case_keeps_the_rules() -> None:
    for folder in folders().values():
        assert list(registry_faults(folder.case)) == []


# Over all cases -----------------------------------------------------------------------------


def test_a_child_s_pseudonym_of_another_case_is_told_at_the_later_one() -> None:
    told = [("B-2", ("Wren", None)), ("A-1", ("WREN", "Robin")), ("C-3", ("Kestrel", "robin"))]
    found = [(each.reference, each.path[1], each.earlier) for each in used_in_another(told)]
    assert found == [("B-2", 0, "A-1"), ("C-3", 1, "A-1")]


# Proposals ----------------------------------------------------------------------------------


def test_every_proposed_name_would_pass_the_rules() -> None:
    for folder in folders().values():
        for one in folder.case.children:
            case = folder.case
            for name in proposals(case, one, number=5):
                others = [each for each in case.children if each.id != one.id]
                renamed = one.model_copy(update={"pseudonym": name})
                tried = case.model_copy(update={"children": (renamed, *others)})
                assert list(registry_faults(tried)) == []


def test_proposals_are_the_same_every_time_and_tell_nothing_of_the_name() -> None:
    case = a_case()
    (one,) = case.children
    first = proposals(case, one)
    assert len(first) == 3
    assert first == proposals(case, one)
    nameless = one.model_copy(update={"forenames": None, "surname": None})
    order = proposals(case, nameless, number=len(NAMES))
    free = set(proposals(case, one, number=len(NAMES)))
    kept = [name for name in order if name in free]
    assert tuple(kept[:3]) == first
    assert list(order) != sorted(order)


def test_the_shipped_names_are_single_and_none_is_a_common_one() -> None:
    assert len(set(NAMES)) == len(NAMES) >= 80
    assert not set(NAMES) & set(COMMON)
    assert list(NAMES) == sorted(NAMES)
