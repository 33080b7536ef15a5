"""Places are told in words that a person finds them by, and never name anybody."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from tests.hiding import zipped
from tests.hiding_elsewhere import calendar, html, message
from tests.hiding_in_pdf import edited, page
from tests.word_hiding import in_body, paragraph, run, table

from lscp_docs.disclosure.reading import Passage, PlaceKind, Unreadable, passages

SECRET = "Quorblindax"


def places(name: str, data: bytes, text: str = SECRET) -> list[str]:
    return [passage.place for passage in passages(name, data) if text == passage.text.strip()]


def book(*, epoch: dt.datetime | None = None) -> bytes:
    workbook = openpyxl.Workbook()
    if epoch is not None:
        workbook.epoch = epoch
    sheet = workbook.create_sheet(SECRET)
    sheet["B7"] = SECRET
    sheet["C7"] = dt.date(2023, 5, 14)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("a.docx", in_body(paragraph(run(SECRET))), "paragraph 4"),
        ("a.docx", table(SECRET), "table 1, row 1, column 2"),
        ("a.xlsx", book(), "sheet 2, cell B7"),
        ("a.xlsx", book(), "name of sheet 2"),
        ("a.pdf", page(f"<p>x<p style='break-before: page'>{SECRET}"), "page 2"),
        ("a.html", html(f"\n\n<p>{SECRET}</p>"), "text from line 3"),
        ("a.eml", message(SECRET, "subject"), "header Subject"),
        ("a.ics", calendar(f"X:{SECRET}"), "entry 3"),
        ("a.txt", f"a\nb\n{SECRET}".encode(), "line 3"),
        (f"{SECRET}.zip", zipped({f"{SECRET}.txt": SECRET}), "file 1 in the archive: line 1"),
    ],
)
def test_a_place_is_told_in_words(name: str, data: bytes, place: str) -> None:
    every = [passage.place for passage in passages(name, data) if SECRET in passage.text]
    assert place in every
    assert not any(SECRET in each for each in every)


@pytest.mark.parametrize("epoch", [None, openpyxl.utils.datetime.CALENDAR_MAC_1904])
def test_a_day_in_a_cell_is_told_as_a_day(epoch: dt.datetime | None) -> None:
    found = [x.text for x in passages("a.xlsx", book(epoch=epoch)) if x.place == "sheet 2, cell C7"]
    assert found[0].startswith("2023-05-14 ")


def test_a_row_is_told_as_one_text() -> None:
    found = [x.text for x in passages("a.docx", table(SECRET)) if x.place == "table 1, row 1"]
    assert found == [f"{SECRET} {SECRET}"]


def test_the_file_name_comes_first() -> None:
    first = next(passages("b.docx", b""))
    assert first == Passage("file name", PlaceKind.FILE_NAME, "b.docx")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a", "a.exe"])
def test_content_and_not_the_name_tells_what_a_file_is(name: str) -> None:
    assert places(name, in_body(paragraph(run(SECRET)))) == ["paragraph 4"]


def test_what_only_an_earlier_revision_says_is_told_once() -> None:
    data = edited(lambda _: None)
    assert not any(x.kind is PlaceKind.EARLIER_REVISION for x in passages("a.pdf", data))


def test_a_pdf_that_is_locked_is_told() -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(page("<p>x</p>")))
    writer.encrypt("secret", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    unread = [x.why for x in passages("a.pdf", stream.getvalue()) if isinstance(x, Unreadable)]
    assert unread == ["It is locked with a password. Search it unlocked."]


def test_a_word_file_that_is_locked_is_told() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    unread = [x.why for x in passages("a.docx", data) if isinstance(x, Unreadable)]
    assert unread == ["It is locked with a password. Search it unlocked."]


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_a_header_in_raw_letters_is_read(encoding: str) -> None:
    data = f"From: a@example.org\nSubject: Zoë {SECRET}\n\nx".encode(encoding)
    assert places("a.eml", data, f"Zoë {SECRET}") == ["header Subject"]


def test_letters_in_two_halves_are_joined() -> None:
    texts = [x.text for x in passages("a.json", b'{"a": "\\ud83d\\ude00"}')]
    assert '{"a": "😀"}' in texts


def test_rich_text_is_said_to_be_unread() -> None:
    found = list(passages("a.rtf", b"{\\rtf1 Quorblindax}"))
    assert any(isinstance(x, Unreadable) for x in found)
    assert any(SECRET in x.text for x in found)


def test_a_text_of_open_document_is_read() -> None:
    text = "<text:p xmlns:text='t'>Quor<text:span>blindax</text:span></text:p>"
    body = f"<o:document-content xmlns:o='o'>{text}</o:document-content>"
    assert places("a.odt", zipped({"mimetype": "x", "content.xml": body})) == ["text 1"]


def test_every_kind_of_place_has_words_of_its_own() -> None:
    assert len({kind.words for kind in PlaceKind}) == len(PlaceKind)
