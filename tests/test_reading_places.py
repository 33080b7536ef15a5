"""What is hidden anywhere in a file comes out, in a passage of the right kind."""

from __future__ import annotations

import pytest
from tests.hiding_places import HIDING_PLACES, HidingPlace

from lscp_docs.disclosure.reading import PlaceKind, passages

ONE_WORD = "Quorblindax"
TWO_WORDS = "Quorblindax Zimpfelthor"
OF_TWO_WORDS = ("over", "row of a table", "Base64")


def secret_for(place: HidingPlace) -> str:
    return TWO_WORDS if place.name.startswith(OF_TWO_WORDS) else ONE_WORD


@pytest.mark.parametrize("place", HIDING_PLACES, ids=lambda x: f"{x.format[1:]}, {x.name}")
def test_a_planted_word_comes_out_in_its_kind_of_place(place: HidingPlace) -> None:
    secret = secret_for(place)
    found = list(passages(f"a{place.format}", place.plant(secret)))
    kinds = {passage.kind for passage in found if secret in passage.text}
    assert place.kind in kinds, (kinds, [p for p in found if p.kind is place.kind])
    assert not any(secret in passage.place for passage in found)


def test_every_kind_of_place_is_planted_but_those_without_text() -> None:
    planted = {place.kind for place in HIDING_PLACES}
    assert set(PlaceKind) - planted == {
        PlaceKind.FILE_NAME,
        PlaceKind.FONT,
        PlaceKind.PIXELS,
        PlaceKind.UNREADABLE,
    }


def test_each_hiding_place_has_a_name_of_its_own() -> None:
    names = [(place.format, place.name) for place in HIDING_PLACES]
    assert len(set(names)) == len(names)
