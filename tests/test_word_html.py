import datetime as dt
import io
import zipfile

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import html as lxml_html
from tests.finished_word import PNG, blank, report, running, saved, table

from lscp_docs.errors import OutputError
from lscp_docs.render.word_html import WordPage, read

CREATED = dt.date(2026, 3, 4)


def page(document: Document) -> WordPage:
    return read(saved(document), created=CREATED)


def tree(document: Document) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(page(document).html)


def texts(root: lxml_html.HtmlElement, path: str) -> list[str]:
    return [" ".join(x.text_content().split()) for x in root.xpath(path)]


def test_title_and_headings_become_levels_without_gaps() -> None:
    document = blank()
    for words, style in (
        ("A", "Title"),
        ("B", "Heading 1"),
        ("C", "Heading 3"),
        ("D", "Heading 1"),
    ):
        document.add_paragraph(words, style=style)
    root = tree(document)
    assert [(x.tag, x.text_content()) for x in root.xpath("//main/*")] == [
        ("h1", "A"), ("h2", "B"), ("h3", "C"), ("h2", "D")
    ]  # fmt: skip


def test_letter_without_a_title_begins_at_the_first_level() -> None:
    document = blank()
    document.add_paragraph("Your referral", style="Heading 1")
    document.add_paragraph("What next", style="Heading 1")
    assert texts(tree(document), "//h1") == ["Your referral", "What next"]


def test_lists_that_come_from_their_style_are_real_lists_with_the_mark_that_word_prints() -> None:
    document = blank()
    for words in ("one", "two"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("between")
    document.add_paragraph("three", style="List Number")
    document.add_paragraph("point", style="List Bullet")
    root = tree(document)
    assert texts(root, "//ol/li") == ["1. one", "2. two", "3. three"]
    assert texts(root, "//ul/li") == ["• point"]


def test_numbered_paragraph_prints_its_number_as_text() -> None:
    root = lxml_html.fromstring(read(report(), created=CREATED).html)
    assert texts(root, "//p[@class='numbered-paragraph']")[1].startswith("1.2 Event 1:")


def test_header_row_is_a_head_and_column_widths_are_those_of_word() -> None:
    document = blank()
    made = table(document, [["Agency", "Records"], ["Police", "14"]])
    for column, width in zip(made._tbl.tblGrid, ("3000", "1000"), strict=True):
        column.set(qn("w:w"), width)
    root = tree(document)
    assert texts(root, "//thead/tr/th[@scope='col']") == ["Agency", "Records"]
    assert [x.get("style") for x in root.xpath("//col")] == ["width: 75.00%", "width: 25.00%"]


def test_labels_of_a_facts_table_are_row_headers() -> None:
    document = blank()
    table(document, [["Case", "NSCP-2026-003"], ["Due", "10 April 2026"]], head=False)
    assert texts(tree(document), "//th[@scope='row']") == ["Case", "Due"]


def test_caption_before_a_table_becomes_its_caption() -> None:
    document = blank()
    document.add_paragraph("Returns received", style="Caption")
    table(document, [["Agency"], ["Police"]])
    assert texts(tree(document), "//table/caption") == ["Returns received"]


def test_direct_formatting_new_paragraphs_and_inserted_tables_survive() -> None:
    document = blank()
    paragraph = document.add_paragraph("Added ")
    paragraph.add_run("by hand").bold = True
    paragraph.add_run(" in Word").italic = True
    document.add_table(1, 1).cell(0, 0).text = "Inserted"
    root = tree(document)
    assert texts(root, "//p/strong") == ["by hand"]
    assert texts(root, "//p/em") == ["in Word"]
    assert texts(root, "//table") == ["Inserted"]


def test_header_text_and_page_fields_are_carried_without_their_stale_results() -> None:
    document = blank()
    running(document)
    document.sections[0].header.paragraphs[0].text = "A header changed in Word"
    root = tree(document)
    assert (
        "A header changed in Word"
        in root.xpath("//div[contains(@class, 'header')]")[0].text_content()
    )
    foot = root.xpath("//div[contains(@class, 'footer')]")[0]
    assert "99" not in foot.text_content()
    assert foot.xpath(".//span[@class='page']")
    assert foot.xpath(".//span[@class='pages']")


def test_language_and_properties_are_those_of_the_document() -> None:
    found = page(blank())
    assert found.properties.title == "Rapid review"
    assert found.properties.language == "en-GB"
    assert '<html lang="en-GB">' in found.html
    assert 'content="2026-03-04"' in found.html


def test_colour_and_font_follow_the_styles_of_the_word_file() -> None:
    document = blank()
    document.styles["Heading 1"].element.rPr.find(qn("w:color")).set(qn("w:val"), "7A1FA2")
    fonts = document.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:rFonts"))
    fonts.set(qn("w:ascii"), "Verdana")
    found = page(document).html
    assert "--accent: #7A1FA2" in found
    assert '--fonts: "Verdana"' in found


def test_words_of_a_simple_field_are_kept() -> None:
    document = blank()
    paragraph = document.add_paragraph("Title: ")
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), "TITLE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "Rapid review"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)
    assert "Title: Rapid review" in texts(tree(document), "//p")


def _tracked(document: Document) -> None:
    run = document.add_paragraph("x").runs[0]._r
    inserted = OxmlElement("w:ins")
    run.addprevious(inserted)
    inserted.append(run)


def _hidden(document: Document) -> None:
    document.add_paragraph("x").runs[0].font.hidden = True


def _picture(document: Document) -> None:
    document.add_picture(io.BytesIO(PNG))


def _floating(document: Document) -> None:
    _picture(document)
    inline = document.element.body.find(".//" + qn("wp:inline"))
    inline.tag = qn("wp:anchor")


def _comment(document: Document) -> None:
    document.add_comment(document.add_paragraph("x").runs, text="y", author="z")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_tracked, "a tracked change"),
        (_hidden, "hidden text"),
        (_picture, "a picture without alternative text"),
        (_floating, "a floating object"),
        (_comment, "a comment"),
    ],
)
def test_what_a_pdf_would_lose_is_told(spoil: object, told: str) -> None:
    assert page(blank()).losses == ()
    document = blank()
    spoil(document)  # type: ignore[operator]
    assert [told in x.problem for x in page(document).losses] == [True]


def test_picture_with_alternative_text_keeps_it_and_its_size() -> None:
    document = blank()
    _picture(document)
    document.element.body.find(".//" + qn("wp:docPr")).set("descr", "A plan of the house")
    root = tree(document)
    assert root.xpath("//img/@alt") == ["A plan of the house"]
    assert "width: " in root.xpath("//img/@style")[0]


def test_sections_with_different_headers_are_told() -> None:
    document = blank()
    running(document)
    second = document.add_section()
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "Another head"
    assert any("different headers" in x.problem for x in page(document).losses)


def test_right_to_left_paragraph_is_marked_so() -> None:
    document = blank()
    document.add_paragraph("شكرا جزيلا لكم")
    assert tree(document).xpath("//p/@dir") == ["rtl"]


def test_file_that_is_no_word_document_is_refused_with_a_sentence() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")
    for content in (b"not a zip", stream.getvalue()):
        with pytest.raises(OutputError):
            read(content, created=CREATED)
