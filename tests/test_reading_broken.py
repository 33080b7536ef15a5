"""Broken and hostile files: nothing is raised, nothing hangs, and what was not read is said."""

from __future__ import annotations

import gzip
import io
import random
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hiding import zipped
from tests.hiding_places import HIDING_PLACES, HidingPlace
from tests.word_hiding import in_body, paragraph, run

from lscp_docs.disclosure.reading import Passage, PlaceKind, Unreadable, passages
from lscp_docs.disclosure.reading import file as limits
from lscp_docs.disclosure.reading.loose import decoded

SAMPLES = {
    (place.format, place.kind): place for place in HIDING_PLACES
}  # one file for each form and kind of place
PACKED = {"[Content_Types].xml": "<Types/>"}


def told(name: str, data: bytes) -> list[Passage]:
    begun = time.perf_counter()
    found = list(passages(name, data))
    assert time.perf_counter() - begun < 5
    return found


def unread(found: list[Passage]) -> list[str]:
    return [x.why for x in found if isinstance(x, Unreadable) and x.kind is PlaceKind.UNREADABLE]


@pytest.mark.parametrize("place", SAMPLES.values(), ids=lambda x: f"{x.format[1:]}, {x.name}")
def test_no_damage_raises_or_hangs(place: HidingPlace) -> None:
    whole = place.plant("Quorblindax Zimpfelthor")
    chance = random.Random(place.name)  # noqa: S311 - the same damage each time
    for _ in range(3):
        told("a", whole[: chance.randrange(len(whole))])
        flipped = bytearray(whole)
        for _ in range(chance.choice((1, 5, 40))):
            flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        told(f"a{place.format}", bytes(flipped))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(sorted({x.format for x in HIDING_PLACES})))
def test_any_bytes_are_read_or_said_to_be_unreadable(data: bytes, ending: str) -> None:
    found = told(f"a{ending}", data)
    assert found[0] == Passage("file name", PlaceKind.FILE_NAME, f"a{ending}")
    assert len(found) > 1 or not decoded(data).strip()


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(
        (
            b"PK\x03\x04",
            b"%PDF-1.7\n",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"GIF89a",
            b"II*\x00",
            b"RIFF\x10\x00\x00\x00WEBP",
            b"\x1f\x8b",
            b"<a>",
            b"<html>",
            b"BEGIN:VCARD\n",
            b"From: a\nTo: b\n",
        )
    ),
    st.binary(min_size=1, max_size=200),
)
def test_any_bytes_after_a_true_beginning_end_in_sentences(start: bytes, data: bytes) -> None:
    found = told("a", start + data)
    assert len(found) > 1
    assert all(x.why.endswith((".", "it.")) for x in found if isinstance(x, Unreadable))


def test_a_truncated_file_is_said_to_be_so_and_its_loose_strings_are_read() -> None:
    whole = in_body(paragraph(run("Quorblindax")))
    assert unread(told("a.docx", whole[:-400]))


def test_broken_xml_is_told_and_read_as_text() -> None:
    found = told("a.docx", zipped(PACKED | {"word/document.xml": "<a><t>Quor</t><t>blindax</t>"}))
    assert unread(found) == ["Its XML is broken. Save the file again."]
    assert any("Quorblindax" in x.text for x in found if x.kind is PlaceKind.LOOSE_STRINGS)


def test_a_part_that_unpacks_too_large_is_told_and_the_others_are_read() -> None:
    bomb = b"<a>" + b" " * (limits.LARGEST_PART + 1)
    found = told("a.zip", zipped({"a.xml": bomb, "b.txt": "Quorblindax"}))
    assert unread(found) == ["It unpacks to more than 30 MB."]
    assert any(x.text == "Quorblindax" for x in found)


def test_all_parts_together_may_not_unpack_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_UNPACKED", 1_000)
    found = told("a.zip", zipped({f"{n}.txt": "x" * 300 for n in range(5)}))
    assert len(unread(found)) == 2


def test_archives_within_archives_have_an_end() -> None:
    data = b"Quorblindax"
    for _ in range(12):
        data = zipped({"a": data})
    assert unread(told("a.zip", data)) == ["It lies more than 6 files deep."]


def test_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_PARTS", 50)
    found = told("a.zip", zipped({str(number): "x" for number in range(60)}))
    assert unread(found) == ["It holds more than 50 parts."]


def test_many_elements_are_refused_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ELEMENTS", 1_000)
    found = told("a.xml", b"<a>" + b"<b/>" * 2_000 + b"</a>")
    assert unread(found) == ["It holds more than 1000 elements. Save the file again."]


def test_elements_nested_too_deep_are_refused() -> None:
    found = told("a.xml", b"<a>" * 50_000 + b"Quorblindax")
    assert unread(found) == ["Its XML is more than 250 elements deep. Save the file again."]
    assert any("Quorblindax" in x.text for x in found)


def test_entities_that_multiply_are_stopped() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE a [<!ENTITY a0 "{"x" * 100}">{entities}]><a>&a8;</a>'
    assert len(unread(told("a.xml", bomb.encode()))) == 1


def test_an_external_entity_is_not_fetched() -> None:
    xml = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>x&b;y</a>'
    found = told("a.xml", xml.encode())
    assert any("file:///etc/hostname" in x.text for x in found if x.kind is PlaceKind.REMARK)
    assert any(x.text == "xy" for x in found)


def test_a_packed_stream_without_end_is_cut() -> None:
    found = told("a.gz", gzip.compress(bytes(limits.LARGEST_PART + 10)))
    assert any("too large" in why for why in unread(found))


def test_a_locked_zip_is_told() -> None:
    data = bytearray(zipped({"a.txt": "x"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    assert unread(told("a.zip", bytes(data))) == [
        "It is locked with a password. Save the file again."
    ]


def test_two_parts_of_one_name_are_both_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "Quorblindax")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "other")
    assert any(x.text == "Quorblindax" for x in told("a.zip", stream.getvalue()))


def test_a_file_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lscp_docs.disclosure.reading.recognise.LARGEST_FILE", 10)
    assert len(unread(told("a.txt", b"x" * 11))) == 1


def test_what_pictures_show_is_said_to_be_unread() -> None:
    found = [x for x in told("a.docx", in_body("")) if x.kind is PlaceKind.PIXELS]
    assert found
    assert all(isinstance(x, Unreadable) and "look at it" in x.why for x in found)


UNCLOSED = (
    *(b"<", b"<!--", b"<a ", b"<a b='", b'<a b="', b"</", b"<?", b"<script>", b"<![CDATA["),
    *(b"&", b"%", b"&#", b"data:", b"data:a;", b"A", b"a-", b"'", b"/*", b"=?", b'"'),
)


@pytest.mark.parametrize("mark", UNCLOSED)
@pytest.mark.parametrize("start", [b"<html>", b"<html><style>", b"<a>", b"", b"From: a\nTo: "])
def test_many_unclosed_marks_take_no_time(start: bytes, mark: bytes) -> None:
    told("a", start + mark * (100_000 // len(mark)))


def test_a_deep_e_mail_is_told() -> None:
    part = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3_000)
    )
    assert unread(told("a.eml", b"From: a\nTo: b\n" + part.encode()))


def pdf(*objects: bytes) -> bytes:
    """A PDF with the objects given; its table is left out, so that it must be mended."""
    numbered = (b"%d 0 obj %b endobj\n" % (n, each) for n, each in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer <</Root 1 0 R>>\n%%EOF\n"


PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


@pytest.mark.parametrize(
    "data",
    [
        pdf(PAGES[0], b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
        pdf(*PAGES, b"<</Type/Page/Parent 3 0 R/Contents 3 0 R>>"),
        pdf(*PAGES, b"<</Type/Page/Parent 2 0 R>>", b"[" * 5_000 + b"]" * 5_000),
        pdf(*PAGES, b"<</Type/Page/Parent 2 0 R>>", b"<</A " * 5_000 + b">>" * 5_000),
        pdf(*PAGES, b"<</Type/Page/Parent 2 0 R>>", b"1" * 100_000),
        pdf(*PAGES, b"<</Type/Page>>", *(b"(Words)" for _ in range(3_000))),
        b"%PDF-1.7\n" + b"%%EOF\n" * 3_000,
        b"%PDF-1.7\nxref\n0 99999999\ntrailer <</Size 2147483647>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n" + b"1 0 obj <<" * 3_000,
        b"%PDF-1.7\n" + b"startxref\n" * 3_000 + b"%%EOF",
    ],
)
def test_a_hostile_pdf_ends_in_time(data: bytes) -> None:
    assert len(told("a.pdf", data)) > 1


def test_a_drawing_that_draws_itself_ends() -> None:
    content = b"/X Do BT (Quorblindax) Tj ET"
    drawing = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>"
    drawing += b"/Length %d>>stream\n%b\nendstream" % (len(content), content)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>>>"
    found = told("a.pdf", pdf(*PAGES, page, drawing))
    assert any(x.kind is PlaceKind.APPEARANCE or isinstance(x, Unreadable) for x in found)
