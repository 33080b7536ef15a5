"""What is hidden anywhere in a file comes out, in a passage of the right kind."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject
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


def test_a_packet_of_xmp_is_read_by_its_texts_and_not_as_source() -> None:
    packet = (
        b'<?xpacket begin="" id="W5M0"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        b'<x:title xml:lang="en">Told here</x:title></x:xmpmeta>\n<?xpacket end="r"?>'
    )
    told = [passage.text for passage in passages("metadata", packet)]
    assert "Told here" in told
    assert not any("lang=" in text for text in told)


def test_keys_that_every_pdf_has_name_nobody() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.root_object[NameObject("/Lang")] = TextStringObject("en")
    writer.root_object[NameObject("/Langley")] = TextStringObject("x")
    data = io.BytesIO()
    writer.write(data)
    names = [p.text for p in passages("a.pdf", data.getvalue()) if p.place == "names for programs"]
    assert "Langley" in names[0]
    assert "Lang" not in names[0].split(" | ")
