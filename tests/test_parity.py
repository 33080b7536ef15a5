import datetime as dt
import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.finished_word import report, saved

from lscp_docs.render import pdf
from lscp_docs.render.parity import differences, folded

CREATED = dt.date(2026, 3, 4)


@pytest.fixture(scope="module")
def pair() -> tuple[bytes, bytes]:
    document = report()
    return document, pdf.from_word(document, created=CREATED)


def changed(document: bytes, old: str, new: str) -> bytes:
    opened: Document = docx.Document(io.BytesIO(document))
    paragraphs = [*opened.paragraphs, *opened.sections[0].header.paragraphs]
    paragraphs += [
        p for t in opened.tables for row in t.rows for c in row.cells for p in c.paragraphs
    ]
    found = [p for p in paragraphs if old in p.text]
    found[0].runs[0].text = found[0].runs[0].text.replace(old, new, 1)
    return saved(opened)


def test_pdf_says_what_its_word_document_says(pair: tuple[bytes, bytes]) -> None:
    assert differences(*pair) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Event 7: the", "Event 7: a"),
        ("17 March 2026", "18 March 2026"),
        ("Ask again.", "Ask once again."),
        ("10 April 2026", "10 April"),
        ("Learning", "Learnings"),
    ],
)
def test_one_changed_word_is_found(pair: tuple[bytes, bytes], old: str, new: str) -> None:
    document, its_pdf = pair
    told = differences(changed(document, old, new), its_pdf)
    assert told
    assert all("paragraph" in x and new not in x for x in told)


def test_changed_running_head_is_found_on_every_page(pair: tuple[bytes, bytes]) -> None:
    document, its_pdf = pair
    told = differences(changed(document, "OFFICIAL-SENSITIVE", "OFFICIAL"), its_pdf)
    assert told
    assert all("running head" in x or "paragraph" in x for x in told)


def test_lost_last_paragraph_is_found(pair: tuple[bytes, bytes]) -> None:
    document, its_pdf = pair
    longer = report(lambda x: x.add_paragraph("A sentence that the PDF does not have."))
    assert differences(longer, its_pdf)
    assert document != longer


@pytest.mark.parametrize("words", ["شكرا جزيلا لكم", "תודה רבה", "আপনাকে ধন্যবাদ", "谢谢你们", "நன்றி"])
def test_every_script_is_compared(words: str) -> None:
    document = report(lambda x: x.add_paragraph(f"Said: {words}"))
    assert differences(document, pdf.from_word(document, created=CREATED)) == []
    other = report(lambda x: x.add_paragraph(f"Said: {words[1:]}"))
    assert differences(other, pdf.from_word(document, created=CREATED))


def test_footnote_is_compared() -> None:
    with_note = report(_with_footnote("Dates are as recorded."))
    made = pdf.from_word(with_note, created=CREATED)
    assert differences(with_note, made) == []
    assert differences(report(_with_footnote("Dates were recorded.")), made)


def _with_footnote(words: str) -> Callable[[Document], None]:
    def add(document: Document) -> None:
        note = (
            f'<w:footnotes xmlns:w="{qn("w:p")[1:].partition("}")[0]}"><w:footnote w:id="2"><w:p>'
            f"<w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>"
        )
        document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)._blob = note.encode()
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), "2")
        document.paragraphs[3].add_run()._r.append(reference)

    return add


def test_folding_knows_ligatures_hyphens_and_spaces() -> None:
    assert folded("O\ufb03ce  well\u2011being\u00ad ") == "officewell-being"
