"""Every way in which a person can mistype a tag is told with its part, paragraph and words."""

from __future__ import annotations

import docx
import pytest

from lscp_docs.errors import TemplateError
from lscp_docs.render.word import WordTemplate
from lscp_docs.render.word_compile import readings_of
from lscp_docs.render.word_parts import TemplateProblem
from lscp_docs.render.word_source import source
from word_samples import (
    Sample,
    edited,
    new_document,
    places,
    rendered,
    rows_template,
    saved,
    template_of,
    texts,
)


def faults(template: bytes) -> list[TemplateProblem]:
    with pytest.raises(TemplateError) as caught:
        WordTemplate.compiled("paper.docx", template, house_style=None)
    assert all(isinstance(problem, TemplateProblem) for problem in caught.value.problems)
    assert {problem.file for problem in caught.value.problems} == {"paper.docx"}
    return list(caught.value.problems)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ title }", "brace"),
        ("{ title }}", "brace"),
        ("{title}", "brace"),
        ("｛{ title }}", "brace"),
        ("{% if agreed }", "brace"),
        ("{{ }}", "cannot be read"),
        ("{{ title title }}", "cannot be read"),
        ("{{ title, count }}", "refused"),
        ("{% fi agreed %}", "unknown"),
        ("{% %}", "empty"),
        ("{% p if agreed %}", "not a tag"),
        ("{%r if agreed %}", "not used"),
        ("{{p title }}", "not used"),
        ("{{r title }}", "not used"),
        ("{%- if agreed %}x{% endif %}", "glues"),
        ("{{ title -}}", "glues"),
        ("{% if agreed %}x", "never closed"),
        ("{%p for agency in agencies %}", "never closed"),
        ("{% endif %}", "closes or continues nothing"),
        ("{% for a in agencies %}x{% endif %}{% endfor %}", "closes or continues nothing"),
        ("{% for a in agencies %}x{% elif agreed %}{% endfor %}", "closes or continues nothing"),
        ("{% if agreed %}x{% endif agreed %}", "nothing after it"),
        ("{% for a, b in agencies %}x{% endfor %}", "one name"),
        ("{% for a in agencies if a %}x{% endfor %}", "one name"),
        ("{% for a in agencies recursive %}x{% endfor %}", "one name"),
        ("{{ title if agreed }}", "needs an “else”"),
        ("{{ title|upper }}", "filter “upper”"),
        ("{{ agencies|length(1) }}", "filter “length”"),
        ("{% if title is defined %}x{% endif %}", "refused"),
        ("{{ _title }}", "begin with “_”"),
        ("{%tr if agreed %}", "outside a table"),
        ("{%p if title == '50%' %}", "cannot stand inside"),
        ("{%p if title == 'a}b' %}", "cannot stand inside"),
        ("{% colspan count %}", "unknown"),
        ("{% vm %}", "unknown"),
    ],
)
def test_a_mistyped_tag_is_refused_at_its_paragraph(text: str, words: str) -> None:
    found = faults(template_of("Good {{ title }}", text))
    assert places(found)[0] == ("word/document.xml", 2)
    assert any(words in problem.problem for problem in found), found
    assert " ".join(text.split()) in found[0].problem


def test_the_place_names_the_heading_above_and_the_paragraphs_own_words() -> None:
    document = new_document()
    document.add_heading("Child", 1)
    document.add_paragraph("Fine")
    document.add_paragraph("Name: {{ child.name }")
    (problem,) = faults(saved(document))
    assert problem.path == "body, paragraph 3, under 'Child'"
    assert problem.problem.startswith("In “Name: {{ child.name }”: ")


def test_a_fault_in_each_part_is_named_by_its_part() -> None:
    document = new_document()
    document.add_paragraph("{{ title }")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{% end %}"
    section.first_page_footer.paragraphs[0].text = "{{ }}"
    assert {problem.path for problem in faults(saved(document))} == {
        "body, paragraph 1",
        "header, paragraph 1",
        "first-page footer, paragraph 1",
    }


def test_ten_planted_faults_are_all_told_at_once() -> None:
    document = new_document()
    for text in (
        "{{ title }",  # 1
        "{{ title|upper }}",  # 2
        "{% fi agreed %}",  # 3
        "IMPORTANT {%p if agreed %}",  # 4
        "{%p endif %}",  # 5: whole
        "{{ title.x() }}",  # 6
        "{%p for a in agencies %}",  # 7
        "{{ 1 / 0 }}",  # 8
    ):
        document.add_paragraph(text)
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for agency in agencies %}"  # 9
    table.cell(0, 1).text = "lost"  # 10
    table.cell(1, 0).text = "{{ agency.name }}"  # 11
    table.cell(1, 1).text = "{{ agency.__class__ }}"  # 12
    table.cell(2, 0).text = "{%tr endfor %}"  # 13, with 14 beside it
    document.sections[0].footer.paragraphs[0].text = "{% endif %}"
    found = faults(saved(document))
    body = "word/document.xml"
    assert sorted({place for place in places(found) if place[0] == body}) == [
        (body, number) for number in (1, 2, 3, 4, 6, 7, 8, 9, 12)
    ]
    assert ("word/footer1.xml", 1) in places(found)
    assert len(found) == 10


def test_text_that_shares_a_paragraph_row_or_cell_with_its_tag_is_refused() -> None:
    shared = rows_template(("{%tr for a in agencies %}", "lost"), ("{%tr endfor %}", ""))
    assert places(faults(shared)) == [("word/document.xml", 1)]
    whole = rows_template(("{%tr for a in agencies %}", ""), ("{%tr endfor %}", ""))
    assert rendered(whole, Sample())
    two = template_of("{%p if agreed %}{%p endif %}")
    assert "shares the paragraph" in faults(two)[0].problem


def test_a_picture_or_section_break_beside_a_paragraph_tag_is_not_lost_unseen() -> None:
    plain = template_of("{%p if agreed %}", "{%p endif %}")
    for more in ("<w:pPr><w:sectPr/></w:pPr>", "<w:r><w:drawing/></w:r>"):
        crowded = edited(plain, "<w:p>(?=<w:r><w:t>{%p if)", f"<w:p>{more}")
        assert places(faults(crowded)) == [("word/document.xml", 1)]
        assert "shares the paragraph" in faults(crowded)[0].problem


def test_a_table_inside_the_row_of_a_row_tag_is_not_lost_unseen() -> None:
    document = new_document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "{%tr if agreed %}"
    table.cell(0, 1).add_table(rows=1, cols=1).cell(0, 0).text = "lost"
    table.cell(1, 0).text = "{%tr endif %}"
    assert "shares the table row" in faults(saved(document))[0].problem


def test_a_pair_that_opens_and_closes_at_two_levels_is_refused() -> None:
    across = template_of("{% if agreed %}one", "two{% endif %}")
    assert places(faults(across)) == [("word/document.xml", 2)]
    document = new_document()
    document.add_paragraph("{%p if agreed %}")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{%p endif %}"
    assert "another level" in faults(saved(document))[0].problem
    mixed = rows_template(("{%tr if agreed %}",), ("{%p endif %}",))
    assert "another level" in faults(mixed)[0].problem


def test_a_tag_outside_the_words_of_a_paragraph_is_refused() -> None:
    plain = template_of("Words")
    field = edited(plain, "<w:t>Words</w:t>", "<w:instrText>REF {{ title }}</w:instrText>")
    assert "in a field, a link" in faults(field)[0].problem
    attribute = edited(plain, "<w:p>", '<w:p><w:pPr><w:pStyle w:val="{{ title }}"/></w:pPr>')
    assert places(faults(attribute)) == [("word/document.xml", 1)]


def test_a_tag_in_a_text_box_is_refused() -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p>"
    boxed = edited(template_of("Words"), "<w:p>", f"<w:p>{box}</w:txbxContent></w:pict></w:r>")
    found = faults(boxed)
    assert places(found) == [("word/document.xml", 2)]
    assert "text box" in found[0].problem


def test_tracked_changes_are_refused_once_a_paragraph() -> None:
    tracked = '<w:p><w:ins w:id="1" w:author="A"/><w:ins w:id="2" w:author="A"/>'
    found = faults(edited(template_of("Words"), "<w:p>", tracked))
    assert places(found) == [("word/document.xml", 1)]
    assert "tracked change" in found[0].problem


def test_comments_in_a_template_are_refused() -> None:
    document = new_document()
    run = document.add_paragraph("Words").runs[0]
    document.add_comment(run, text="{{ title }}", author="A", initials="A")
    assert [problem.problem for problem in faults(saved(document))] == [
        "The template holds comments."
    ]


def test_macros_charts_and_linked_pictures_are_refused() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relations = "word/_rels/document.xml.rels"
    for what, mode in (("chart", ""), ("oleObject", ""), ("image", 'TargetMode="External"')):
        relation = f'<Relationship Id="x" Type="{kind}{what}" Target="x" {mode}/></Relationships>'
        found = faults(edited(template_of("x"), "</Relationships>", relation, relations))
        assert what in found[0].problem
    macros = edited(template_of("x"), "document.main", "macroEnabled.main", "[Content_Types].xml")
    assert "macros" in faults(macros)[0].problem


def test_a_line_of_the_source_leads_back_to_its_paragraph() -> None:
    document = docx.Document()
    for text in ("one", "{%p if agreed %}", "two {{ title }}", "{%p endif %}"):
        document.add_paragraph(text)
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for a in agencies %}"
    table.cell(1, 1).text = "{{ a.name }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("last {{ count }}")
    _, (reading, *_) = readings_of("x.docx", saved(document))
    made = source(reading.part)
    lines = made.text.split("\n")
    where = {}
    for tag in ("{% if agreed", "{{ title", "{% for a", "{{ a.name", "{{ count"):
        (line,) = (number for number, text in enumerate(lines) if tag in text)
        where[tag] = made.paragraphs[line]
    assert where == {
        "{% if agreed": 2,
        "{{ title": 3,
        "{% for a": 5,
        "{{ a.name": 8,
        "{{ count": 11,
    }


def test_a_file_in_another_dialect_of_xml_is_refused() -> None:
    strict = edited(
        template_of("{{ title }}"),
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert "unusual kind" in faults(strict)[0].problem


def test_a_note_is_not_printed() -> None:
    template = template_of("{#p a note for the next author #}", "Text{# aside #}")
    assert texts(rendered(template, Sample())) == ["Text"]
