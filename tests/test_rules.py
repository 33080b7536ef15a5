import datetime as dt
import io
import re
from collections.abc import Callable

import pypdf
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject
from tests.finished_word import PNG, report, table

from lscp_docs.render import pdf
from lscp_docs.render.pdf_rules import pdf_problems
from lscp_docs.render.word_rules import word_problems

CREATED = dt.date(2026, 3, 4)


def _properties(table_: object) -> object:
    return table_._tbl.tblPr  # type: ignore[attr-defined]


def _no_title(document: Document) -> None:
    document.core_properties.title = ""


def _american(document: Document) -> None:
    language = document.styles.element.find(".//" + qn("w:lang"))
    language.set(qn("w:val"), "en-US")


def _mixed(document: Document) -> None:
    run = document.add_paragraph("x").runs[0]._r
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    run.get_or_add_rPr().append(language)


def _skipped(document: Document) -> None:
    document.add_paragraph("Deep", style="Heading 3")


def _empty_heading(document: Document) -> None:
    document.add_paragraph("", style="Heading 1")


def _loose_heading(document: Document) -> None:
    properties = document.styles["Heading 1"].element.pPr
    properties.remove(properties.find(qn("w:keepNext")))


def _fake_heading(document: Document) -> None:
    document.add_paragraph("").add_run("Looks like one").bold = True


def _unknown_style(document: Document) -> None:
    document.add_paragraph("x", style="Quote")._p.pPr.pStyle.set(qn("w:val"), "Nowhere")


def _empty_lines(document: Document) -> None:
    document.add_paragraph("")
    document.add_paragraph("")


def _headless(document: Document) -> None:
    table(document, [["a", "b"]], head=False)
    _properties(document.tables[-1]).remove(  # type: ignore[attr-defined]
        _properties(document.tables[-1]).find(qn("w:tblLook"))  # type: ignore[attr-defined]
    )


def _untitled(document: Document) -> None:
    properties = _properties(document.tables[0])
    properties.remove(properties.find(qn("w:tblCaption")))  # type: ignore[attr-defined]


def _merged(document: Document) -> None:
    row = document.tables[1].rows[3]
    row.cells[0].merge(row.cells[1])


def _nested(document: Document) -> None:
    cell = document.tables[0].rows[0].cells[1]
    cell.add_table(1, 1)


def _splitting(document: Document) -> None:
    properties = document.tables[1].rows[2]._tr.trPr
    properties.remove(properties.find(qn("w:cantSplit")))


def _no_rows(document: Document) -> None:
    for row in list(document.tables[0].rows):
        row._tr.getparent().remove(row._tr)


def _no_paragraph(document: Document) -> None:
    cell = document.tables[0].rows[0].cells[1]
    cell._tc.remove(cell.paragraphs[0]._p)


def _pale(document: Document) -> None:
    document.tables[0].rows[0].cells[1].paragraphs[0].runs[0].font.color.rgb = RGBColor(
        200, 200, 200
    )


def _picture(document: Document) -> None:
    document.add_picture(io.BytesIO(PNG))


def _twin_numbers(document: Document) -> None:
    for _ in range(2):
        document.add_picture(io.BytesIO(PNG))
    for drawn in document.element.body.iter(qn("wp:docPr")):
        drawn.set("id", "7")
        drawn.set("descr", "A plan")


def _tag(document: Document) -> None:
    document.add_paragraph("{{ child.name }}")


def _none(document: Document) -> None:
    document.add_paragraph("Born on None in Northmoor.")


def _dangling(document: Document) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), "rId999")
    document.add_paragraph("x")._p.append(link)


def _bare_link(document: Document) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), "x")
    paragraph = document.add_paragraph("click here")
    run = paragraph.runs[0]._r
    run.addprevious(link)
    link.append(run)


def _letter_paper(document: Document) -> None:
    document.sections[0].page_width = Cm(21.59)


WORD_FAULTS: dict[Callable[[Document], None], str] = {
    _no_title: "have no title", _american: "language is not", _mixed: "American English",
    _skipped: "skips a level", _empty_heading: "heading is empty", _loose_heading: "stand alone",
    _fake_heading: "looks like a heading", _unknown_style: "does not define",
    _empty_lines: "two empty paragraphs", _headless: "no header row", _untitled: "no title for",
    _merged: "merged cells", _nested: "within a table", _splitting: "may split",
    _no_rows: "no rows", _no_paragraph: "does not end with a paragraph", _pale: "hard to read",
    _picture: "without alternative text", _twin_numbers: "have one number",
    _tag: "left in the text",
    _none: "left in the text", _dangling: "not in the file", _bare_link: "where it leads",
    _letter_paper: "not A4",
}  # fmt: skip


def test_sound_word_file_breaks_no_rule() -> None:
    assert word_problems(report(), "x.docx") == []


@pytest.mark.parametrize("spoil", WORD_FAULTS, ids=lambda x: x.__name__)
def test_each_fault_in_a_word_file_is_found(spoil: Callable[[Document], None]) -> None:
    told = [x.problem for x in word_problems(report(spoil), "x.docx")]
    assert any(WORD_FAULTS[spoil] in x for x in told), told


@pytest.fixture(scope="module")
def finished() -> bytes:
    return pdf.from_word(report(), created=CREATED)


def _catalog_without(key: str) -> Callable[[pypdf.PdfWriter], None]:
    def spoil(writer: pypdf.PdfWriter) -> None:
        del writer.root_object[NameObject(key)]

    return spoil


def _no_pdf_title(writer: pypdf.PdfWriter) -> None:
    writer.add_metadata({"/Title": ""})


def _other_language(writer: pypdf.PdfWriter) -> None:
    writer.root_object[NameObject("/Lang")] = TextStringObject("en-US")


def _not_shown(writer: pypdf.PdfWriter) -> None:
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject()


def _unmarked(writer: pypdf.PdfWriter) -> None:
    writer.root_object[NameObject("/MarkInfo")] = DictionaryObject(
        {NameObject("/Marked"): BooleanObject(value=False)}
    )


def _no_tabs(writer: pypdf.PdfWriter) -> None:
    del writer.pages[0][NameObject("/Tabs")]


def _font_left_out(writer: pypdf.PdfWriter) -> None:
    for found in writer._objects:
        if isinstance(found, DictionaryObject) and found.get("/Type") == "/FontDescriptor":
            for key in [x for x in found if x.startswith("/FontFile")]:
                del found[key]


def _retagged(old: str, new: str) -> Callable[[pypdf.PdfWriter], None]:
    def spoil(writer: pypdf.PdfWriter) -> None:
        for found in writer._objects:
            if isinstance(found, DictionaryObject) and found.get("/S") == old:
                found[NameObject("/S")] = NameObject(new)

    return spoil


def _launches(writer: pypdf.PdfWriter) -> None:
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch")}
    )


PDF_FAULTS = {
    "no language": (_catalog_without("/Lang"), "language"),
    "other language": (_other_language, "language"),
    "no title": (_no_pdf_title, "no title"),
    "title not shown": (_not_shown, "file name"),
    "not marked": (_unmarked, "not tagged"),
    "no tree": (_catalog_without("/StructTreeRoot"), "no structure tree"),
    "no claim": (_catalog_without("/Metadata"), "PDF/UA-1"),
    "no bookmarks": (_catalog_without("/Outlines"), "no bookmarks"),
    "no tab order": (_no_tabs, "tab order"),
    "font": (_font_left_out, "not embedded"),
    "heading gap": (_retagged("/H2", "/H4"), "follows one of level"),
    "no headers": (_retagged("/TH", "/TD"), "no header cells"),
    "no alternative": (_retagged("/P", "/Figure"), "alternative text"),
    "launch": (_launches, "by itself"),
}


def test_sound_pdf_breaks_no_rule(finished: bytes) -> None:
    assert pdf_problems(finished, "x.pdf") == []


@pytest.mark.parametrize("name", PDF_FAULTS)
def test_each_fault_in_a_pdf_is_found(finished: bytes, name: str) -> None:
    spoil, told = PDF_FAULTS[name]
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(finished))
    spoil(writer)
    stream = io.BytesIO()
    writer.write(stream)
    found = [x.problem for x in pdf_problems(stream.getvalue(), "x.pdf")]
    assert any(re.search(told, x) for x in found), found
