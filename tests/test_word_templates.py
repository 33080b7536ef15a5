"""The Word templates: current, slim, the same at every build, and whole under any data."""

from __future__ import annotations

import io
import re
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from tools.word_templates import house_style, specimen, style_sheet
from tools.word_templates.blocks import Column, Paragraphs, Template, place
from tools.word_templates.build import TEMPLATES, built_template, template_modules
from tools.word_templates.package import is_current, members_of, stable_bytes

STYLES = [
    *("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Normal"),
    *("List Bullet", "List Number", "Numbered Paragraph", "Numbered Paragraph 2"),
    *("Table Head", "Table Text"),
    *("Table Figure", "Caption", "Quote", "Callout", "Marking", "Handling", "Draft"),
    *("Running Head", "Running Foot", "Letter Address", "Letter Reference", "Sign-off"),
    *("Small Print", "Box Heading", "After Table", "Strong", "Gap", "Hyperlink", "Label"),
    *("Register", "Facts"),
]
SPECIMENS = {
    "report": specimen.build,
    "letter": specimen.build_letter,
    "briefing": specimen.build_briefing,
    "register": specimen.build_register,
}


def data(*, full: bool) -> dict[str, Any]:
    """Context of every specimen: with an item or two in each list, or with nothing in any."""
    words = ("First & foremost <this>.", "Second.", "Third.")
    child = SimpleNamespace(name="Child A", age="7 months", lived_with="Mother", known=words)
    agency = SimpleNamespace(
        name="Example Police", answered_on="2 March 2026", records="12", holds="Two logs"
    )
    recipient = SimpleNamespace(name="Sam Example", role="Lead", body="Example School")
    nameless = SimpleNamespace(name="", role="", body="Example Panel")
    letter = SimpleNamespace(
        sender_body="Example Partnership", sender_name="Jo Example", sender_role="Manager",
        sender_contact="1 Example Street\njo@scp.example", date="4 March 2026",
        our_reference="EX/1", recipients=(recipient, nameless), salutation="Dear Sam",
        subject="Your referral",
    )  # fmt: skip
    box = SimpleNamespace(number="1", heading="Why", words=words)
    shown = {
        "title": "Specimen & more", "partnership": "Example Partnership", "reference": "EX-1",
        "version": "version 1", "as_at": "4 March 2026", "prepared_for": "The Panel",
        "decision": "To notify", "decided_on": "3 March 2026", "due_on": "10 April 2026",
        "summary": "One sentence.", "no_agency": "No agency was asked.", "small_print": "A note.",
        "signed_by": "Dr Example", "signed_as": "Chair", "period": "2025 to 2026",
        "letter": letter, "narrative": words,
    }  # fmt: skip
    sometimes = {
        "marking": "OFFICIAL-SENSITIVE", "handling": "Do not forward.", "draft": "DRAFT",
        "quotation": "Words.", "children": (child,), "agencies": (agency, agency),
        "strengths": words, "recommendations": words, "boxes": (box,),
    }  # fmt: skip
    return shown | {key: value if full else value[:0] for key, value in sometimes.items()}


def rendered(template: Template, *, full: bool) -> Document:
    word = DocxTemplate(io.BytesIO(template.to_bytes()))
    word.render(data(full=full), autoescape=True)
    finished = io.BytesIO()
    word.save(finished)
    finished.seek(0)
    return docx.Document(finished)


def texts(document: Document) -> list[str]:
    """Every paragraph's words: body, cells, header, footer."""
    section = document.sections[0]
    roots = (document.element.body, section.header._element, section.footer._element)
    return [
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for root in roots
        for paragraph in root.iter(qn("w:p"))
    ]


def contrast_on_white(colour: str) -> float:
    """WCAG 2.1's contrast ratio of an RRGGBB colour against white."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def test_contrast_of_the_known_greys_is_what_wcag_says() -> None:
    assert round(contrast_on_white("767676"), 2) == 4.54
    assert round(contrast_on_white("000000"), 1) == 21.0


@pytest.mark.parametrize("colour", [house_style.ACCENT, house_style.MUTED])
def test_coloured_words_have_a_contrast_of_seven_to_one(colour: str) -> None:
    assert contrast_on_white(colour) >= 7


def test_house_style_has_every_style_by_name() -> None:
    styles = docx.Document(io.BytesIO(style_sheet.build())).styles
    assert [name for name in STYLES if name not in styles] == []


def test_house_style_shows_every_paragraph_style_it_has() -> None:
    document = docx.Document(io.BytesIO(style_sheet.build()))
    section = document.sections[0]
    roots = (document.element.body, section.header._element, section.footer._element)
    shown = {node.get(qn("w:val")) for root in roots for node in root.iter(qn("w:pStyle"))}
    unshown = {house_style.style_id(style.name) for style in house_style.PARAGRAPHS} - shown
    # A paragraph in the default style may leave its name out.
    assert unshown <= {"Normal"}


def test_house_style_is_slim() -> None:
    built = style_sheet.build()
    members = members_of(built)
    assert len(built) < 10_000
    assert not any("Effects" in name or "thumbnail" in name or "theme" in name for name in members)
    assert members["word/styles.xml"].count(b"<w:style ") < 45
    assert b"Theme=" not in members["word/styles.xml"]
    assert b'w:val="en-GB"' in members["word/styles.xml"]


def test_house_style_built_twice_is_the_same_file() -> None:
    assert style_sheet.build() == style_sheet.build()


@pytest.mark.parametrize("build", SPECIMENS.values(), ids=SPECIMENS)
def test_template_built_twice_is_the_same_file(build: Any) -> None:
    assert build().to_bytes() == build().to_bytes()


def test_saving_a_template_twice_adds_no_second_footnote() -> None:
    template = specimen.build()
    assert template.to_bytes() == template.to_bytes()


def test_committed_house_style_is_current() -> None:
    assert is_current(TEMPLATES / "house_style.docx", style_sheet.build())


@pytest.mark.parametrize("key", sorted(template_modules()))
def test_committed_template_is_current(key: str) -> None:
    assert is_current(TEMPLATES / f"{key}.docx", built_template(key)), (
        "rebuild: python -m tools.word_templates"
    )


def test_no_template_is_without_the_module_that_builds_it() -> None:
    built = {"house_style", *template_modules()}
    assert {file.stem for file in TEMPLATES.glob("*.docx")} <= built


def test_template_with_one_word_changed_is_stale(tmp_path: Any) -> None:
    template = Template(title="A")
    template.text("One word.")
    template.save(tmp_path / "a.docx")
    other = Template(title="A")
    other.text("One world.")
    assert is_current(tmp_path / "a.docx", template.to_bytes())
    assert not is_current(tmp_path / "a.docx", other.to_bytes())
    assert not is_current(tmp_path / "b.docx", template.to_bytes())


@pytest.mark.parametrize("build", SPECIMENS.values(), ids=SPECIMENS)
def test_every_tag_is_whole_in_one_run(build: Any) -> None:
    for name, part in members_of(build().to_bytes()).items():
        for words in re.findall(r"<w:t[^>]*>([^<]*)</w:t>", part.decode()):
            assert words.count("{{") == words.count("}}"), f"{name}: {words}"
            assert words.count("{%") == words.count("%}"), f"{name}: {words}"


@pytest.mark.parametrize("full", [True, False], ids=["full", "empty"])
@pytest.mark.parametrize("build", SPECIMENS.values(), ids=SPECIMENS)
def test_rendered_document_is_well_made(build: Any, full: Any) -> None:
    document = rendered(build(), full=full)
    assert not [words for words in texts(document) if "{{" in words or "{%" in words]
    body = document.element.body
    blank = [p for p in document.paragraphs if not p.text and p.style.name != "After Table"]
    assert blank == []
    for cell in body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")
    for table in body.iter(qn("w:tbl")):
        assert table.getnext().tag == qn("w:p")
        assert len(table.findall(qn("w:tr"))) > 0
        properties = table.find(qn("w:tblPr"))
        assert properties.find(qn("w:tblCaption")) is not None
        assert properties.find(qn("w:tblDescription")) is not None
        rows = table.findall(qn("w:tr"))
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_every_word_of_the_data_is_in_the_rendered_report() -> None:
    found = "\n".join(texts(rendered(specimen.build(), full=True)))
    for words in ("First & foremost <this>.", "Third.", "Example Police", "OFFICIAL-SENSITIVE"):
        assert words in found
    assert "No agency was asked." not in found


def test_empty_lists_read_as_sentences_and_leave_no_table() -> None:
    document = rendered(specimen.build(), full=False)
    found = texts(document)
    assert len(document.tables) == 1, "only the facts at the front"
    assert "No agency was asked." in found
    assert "No child is named in this report." in found
    assert "Nothing is recommended." in found


def test_marking_and_draft_stand_in_head_and_foot_only_when_there_are_any() -> None:
    marked = rendered(specimen.build_letter(), full=True).sections[0]
    assert [p.text for p in marked.header.paragraphs][:2] == ["OFFICIAL-SENSITIVE", "DRAFT"]
    assert marked.footer.paragraphs[-1].text == "OFFICIAL-SENSITIVE"
    public = rendered(specimen.build_letter(), full=False).sections[0]
    assert [p.text for p in public.header.paragraphs] == ["Specimen & more"]
    assert len(public.footer.paragraphs) == 1


def test_letter_without_a_name_goes_to_the_body_alone() -> None:
    found = [
        p.text
        for p in rendered(specimen.build_letter(), full=True).paragraphs
        if p.style.name == "Letter Address"
    ]
    assert found == ["Sam Example", "Lead, Example School", "Example Panel"]


def test_head_row_repeats_on_every_page() -> None:
    (_, table) = rendered(specimen.build_register(), full=True).tables
    head, *rows = table._tbl.findall(qn("w:tr"))
    assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert len(rows) == 2


@pytest.mark.parametrize("build", SPECIMENS.values(), ids=SPECIMENS)
def test_columns_fill_the_width_of_the_text(build: Any) -> None:
    document = docx.Document(io.BytesIO(build().to_bytes()))
    section = document.sections[0]
    text = (section.page_width - section.left_margin - section.right_margin) / 635
    for table in document.tables:
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        assert sum(widths) == pytest.approx(text, abs=4)


def test_two_numbered_lists_both_begin_at_one() -> None:
    template = Template(title="Two lists")
    template.numbered("first")
    template.numbered("second")
    document = docx.Document(io.BytesIO(template.to_bytes()))
    numbers = [node.get(qn("w:val")) for node in document.element.body.iter(qn("w:numId"))]
    assert len(set(numbers)) == 2
    numbering = members_of(template.to_bytes())["word/numbering.xml"]
    assert numbering.count(b"startOverride") == 2


@pytest.mark.parametrize(
    ("words", "placed"),
    [
        ("child.name", "{{ child.name }}"),
        ("title", "{{ title }}"),
        ("{{ a }}, {{ b }}", "{{ a }}, {{ b }}"),
        ("Nobody was asked.", "Nobody was asked."),
    ],
)
def test_place_wraps_bare_names_and_nothing_else(words: str, placed: str) -> None:
    assert place(words) == placed


def test_mistakes_that_would_spoil_a_page_are_refused() -> None:
    template = Template(title="Mistakes")
    with pytest.raises(ValueError, match="numbered_headings"):
        template.text("x", style="Numbered Paragraph")
    with pytest.raises(ValueError, match="cm on a line"):
        template.table("a in b", [("A", "a.a", 20.0)], caption="c", empty="e")
    with pytest.raises(ValueError, match="too narrow"):
        template.table(
            "a in b", [("Safeguarding", "a.a", 1.0), ("B", "a.b", 14.0)], caption="c", empty="e"
        )
    template.page_break()
    with pytest.raises(ValueError, match="cannot begin a page"):
        template.facts([("A", Paragraphs("a"))])


def test_lists_and_notes_that_would_repeat_wrongly_in_a_loop_are_refused() -> None:
    template = Template(title="Mistakes")
    with template.each("child", "children"):
        with pytest.raises(ValueError, match="begin at 1"):
            template.numbered("child.steps")
        with pytest.raises(ValueError, match="loop"):
            template.text("x", note="y")


def test_page_break_begins_a_page_without_a_blank_paragraph() -> None:
    template = Template(title="Two pages")
    template.text("One")
    template.page_break()
    template.heading("Two")
    template.text("Three")
    document = docx.Document(io.BytesIO(template.to_bytes()))
    starts = [p.paragraph_format.page_break_before for p in document.paragraphs]
    assert starts == [None, True, None]


def test_figures_are_right_aligned_under_a_right_aligned_head() -> None:
    template = Template(title="Figures")
    template.table("a in b", [Column("Number", "a.n", 4.0, "Table Figure")], caption="c", empty="e")
    (table,) = docx.Document(io.BytesIO(template.to_bytes())).tables
    head = table.rows[0].cells[0].paragraphs[0]
    assert head.alignment is not None
    assert head.alignment.name == "RIGHT"


def test_nothing_in_a_template_knows_the_time() -> None:
    members = members_of(stable_bytes(docx.Document(io.BytesIO(specimen.build().to_bytes()))))
    assert b"dcterms:created" not in members["docProps/core.xml"]
    assert b"dcterms:modified" not in members["docProps/core.xml"]
