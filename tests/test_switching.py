"""The two views of a chronology: nothing is lost on the way from one to the other and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import a_case

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.projection import Projection
from lscp_docs.disclosure.switching import personal_view
from lscp_docs.model.record import NarrativeText

CASE = a_case(
    family=[
        {
            "id": "P1", "kind": "parent_carer", "relationship": "mother", "of": ["C1"],
            "forenames": "Grace Ida", "surname": "O’Marlowe", "pseudonym": "Kestrel",
        },
        {
            "id": "P2", "kind": "sibling", "relationship": "sister", "of": ["C1"],
            "forenames": "May", "surname": "Grace-Hill", "pseudonym": "Linnet",
        },
        {"id": "P3", "kind": "sibling", "relationship": "brother", "of": ["C1"],
         "forenames": "Ned", "surname": "O’Marlowe"},
    ],
    glossary=[
        {"key": "GP1", "name": "Dr Selwyn Thorpe", "role": "General practitioner"},
        {"key": "SW1", "name": "Grace Ito", "role": "Social worker"},
    ],
)  # fmt: skip
view = personal_view(CASE)


def keys_alone(words: str) -> str:
    """A text as the pseudonymised copy has it."""
    return "\n\n".join(Projection(Profile.INTERNAL, CASE).text(NarrativeText(text=words)))


SHOWN = {
    "GP1 rang Kestrel": "Dr Selwyn Thorpe (GP1) rang Grace Ida O’Marlowe (Kestrel)",
    "Dr Thorpe saw Zoë’s arm": "Dr Selwyn Thorpe (GP1) saw Zoë O’Marlowe (Robin)’s arm",
    "Dr Selwyn Thorpe (GP1) rang": "Dr Selwyn Thorpe (GP1) rang",
    "Zoë (Robin) slept": "Zoë O’Marlowe (Robin) slept",
    "Zoë (GP1) slept": "Zoë O’Marlowe (Robin) (Dr Selwyn Thorpe (GP1)) slept",
    "Grace O’Marlowe left": "Grace Ida O’Marlowe (Kestrel) left",
    "Grace Ito left": "Grace Ito (SW1) left",
    "Ms Ito left": "Grace Ito (SW1) left",
    "Ms Grace Ito left": "Grace Ito (SW1) left",
    "On 19 May 2026 May slept": "On 19 May 2026 May Grace-Hill (Linnet) slept",
    "the O’Marlowe family": "the O’Marlowe family",
    "Ned and Robinson": "Ned and Robinson",
    "GP12 and SWIFT": "GP12 and SWIFT",
    "at Fullers Green, the home": "at Fullers Green, the home",
}


@pytest.mark.parametrize("written", SHOWN)
def test_the_personal_view_names_in_full_with_the_key(written: str) -> None:
    assert view(written) == SHOWN[written]


HIDDEN = {
    "Dr Selwyn Thorpe (GP1) rang Grace Ida O’Marlowe (Kestrel)": "GP1 rang Kestrel",
    "Zoë (Robin)’s arm": "Robin’s arm",
    "Zoë (Kestrel) slept": "Robin (Kestrel) slept",
    "GP1 rang Kestrel": "GP1 rang Kestrel",
    "Ms Grace Ito left": "SW1 left",
    "Zoë (Grace) slept": "Robin (Kestrel) slept",
}


@pytest.mark.parametrize("written", HIDDEN)
def test_a_name_with_its_own_key_reads_as_the_key_alone(written: str) -> None:
    assert keys_alone(written) == HIDDEN[written]


words = st.sampled_from(
    [
        *("saw", "rang", "and", "then", "the home", "visited", "was told by", "Robinson", "GP12"),
        *("Zoë", "Zoë O’Marlowe", "Robin", "Zoë (Robin)", "Zoë O’Marlowe (Robin)"),
        *("Grace", "Grace O’Marlowe", "Kestrel", "Grace Ida O’Marlowe (Kestrel)"),
        *("May", "Linnet", "May Grace-Hill", "May Grace-Hill (Linnet)"),
        *("GP1", "Dr Thorpe", "Dr Selwyn Thorpe", "Dr Selwyn Thorpe (GP1)", "SW1", "Grace Ito"),
    ]
)
endings = st.sampled_from(["", "", "’s", "'s", ",", ".", ";", " (aged 3)"])
texts = st.lists(st.tuples(words, endings).map("".join), min_size=1, max_size=12).map(" ".join)


@given(texts)
def test_switching_there_and_back_loses_nothing(written: str) -> None:
    named = view(written)
    keyed = keys_alone(named)
    assert view(named) == named
    assert keys_alone(written) == keyed
    assert keys_alone(keyed) == keyed
    assert view(keyed) == named


@given(texts)
def test_the_pseudonymised_view_holds_no_name(written: str) -> None:
    keyed = keys_alone(view(written))
    assert not {"Zoë", "Grace", "Thorpe", "Marlowe", "Ito", "Hill"} & set(
        keyed.replace("’", " ").replace("(", " ").replace(")", " ").split()
    )


def test_a_name_that_two_people_share_is_given_to_neither() -> None:
    case = a_case(
        glossary=[
            {"key": "GP1", "name": "Dr Selwyn Thorpe", "role": "General practitioner"},
            {"key": "GP2", "name": "Dr Ada Thorpe", "role": "General practitioner"},
        ]
    )
    told = personal_view(case)("Dr Thorpe wrote to Dr Ada Thorpe")
    assert told == "Dr Thorpe wrote to Dr Ada Thorpe (GP2)"


def test_a_case_without_a_registry_is_left_as_it_is() -> None:
    case = a_case(glossary=[], places=[], family=[])
    (one,) = case.children
    plain = case.model_copy(update={"children": (one.model_copy(update={"pseudonym": None}),)})
    assert personal_view(plain)("Zoë slept") == "Zoë slept"
