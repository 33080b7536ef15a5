"""A template is found, checked against its context, and explained to its author."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from lscp_docs.errors import TemplateError
from lscp_docs.render import templates
from lscp_docs.wording import Words
from word_samples import (
    Sample,
    edited,
    new_document,
    places,
    rows_template,
    saved,
    template_of,
)


def check(template: bytes, house_style: bytes | None = None) -> list[templates.Problem]:
    return templates.check("paper.docx", template, Sample, house_style)


def test_a_good_template_has_no_problems() -> None:
    document = new_document()
    document.add_heading("{{ title }}", 1)
    for text in (
        "{{ child.name }}, {{ count }}, {% if agreed %}yes{% else %}no{% endif %}",
        "{%p if lead and lead.name == 'x' %}",
        "{{ lead.telephone }}",
        "{%p elif not note %}",
        "no note",
        "{%p else %}",
        "{{ note }}",
        "{%p endif %}",
        "{%p for agency in agencies %}",
        "{{ loop.index }} {{ agency.name }} ({{ agency.contacts|length }})",
        "{% for contact in agency.contacts %}{{ contact.name }}{% endfor %}",
        "{%p endfor %}",
        "{%p for paragraph in story %}",
        "{{ paragraph }}",
        "{%p endfor %}",
    ):
        document.add_paragraph(text)
    assert check(saved(document)) == []
    assert check(saved(document), saved(new_document())) == []


@pytest.mark.parametrize(
    ("tag", "words", "hint"),
    [
        ("{{ titel }}", "no “titel”", "title"),
        ("{{ child.nam }}", "Contact has no field “nam”", "name"),
        ("{{ child.name.first }}", "is words and has no field", ""),
        ("{{ agreed }}", "yes or no", "if"),
        ("{{ child }}", "group of fields", "dot"),
        ("{{ agencies }}", "several things", "for"),
        ("{{ note }}", "may be absent", "if"),
        ("{{ lead.name }}", "may be absent", "if"),
        ("{{ story|length }}{{ title|length }}", "not several things to count", ""),
        ("{% for x in title %}{{ x }}{% endfor %}", "is words, not several", ""),
        ("{% for x in child %}{{ x }}{% endfor %}", "group of fields, not several", ""),
        ("{% for x in agencees %}{{ x.name }}{% endfor %}", "no “agencees”", "agencies"),
        ("{% for x in agencies %}{{ x.nme }}{% endfor %}", "Agency has no field “nme”", "name"),
        ("{% for x in agencies %}x{% endfor %}{{ x.name }}", "no “x”", ""),
        ("{% for title in agencies %}x{% endfor %}", "a field already", ""),
        ("{% for x in agencies %}{{ loop.indx }}{% endfor %}", "no “indx”", "index"),
        ("{{ loop.index }}", "no “loop”", ""),
        ("{% if child %}x{% endif %}", "decides nothing", ""),
        ("{% if titel == 'x' %}x{% endif %}", "no “titel”", "title"),
        ("{% if note %}x{% else %}{{ note }}{% endif %}", "may be absent", "if"),
        ("{{ note if agreed else title }}", "may be absent", "if"),
    ],
)
def test_a_tag_that_the_context_does_not_bear_is_told(tag: str, words: str, hint: str) -> None:
    found = check(template_of("Good", tag))
    assert places(found) == [("word/document.xml", 2)]
    assert words in found[0].problem
    assert hint in found[0].hint


def test_all_problems_come_at_once_and_in_reading_order() -> None:
    template = template_of("{{ titel }}", "{{ title }", "{{ agreed }}", "{% fi %}", "{{ child }}")
    assert [number for _, number in places(check(template))] == [1, 2, 3, 4, 5]


def test_a_file_that_is_no_word_file_is_a_problem_not_a_crash() -> None:
    (problem,) = check(b"not a zip")
    assert "whole .docx" in problem.problem


@dataclass(frozen=True)
class Odd:
    figure: float
    words: Words


def test_a_context_type_that_no_template_can_print_is_told() -> None:
    (problem,) = templates.check("p.docx", template_of("{{ figure }} {{ words }}"), Odd, None)
    assert "“figure” is nothing that a template can print" in problem.problem


def test_a_style_or_list_that_the_house_style_lacks_is_told_with_the_nearest() -> None:
    document = new_document()
    document.add_paragraph("One", style="List Bullet")
    document.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0).text = "cell"
    template = edited(saved(document), "ListBullet", "ListBulet")
    template = edited(template, "TableGrid", "TabelGrid")
    template = edited(
        template,
        "(?=<w:tbl>)",
        '<w:p><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr></w:p>',
    )
    found = check(template, saved(new_document()))
    assert places(found) == [("word/document.xml", number) for number in (1, 2, 3)]
    assert "no style “ListBulet”" in found[0].problem
    assert found[0].hint == "Did you mean “List Bullet”?"
    assert "list format" in found[1].problem
    assert "no style “TabelGrid”" in found[2].problem


def test_a_house_style_without_the_gap_style_is_told() -> None:
    house = edited(saved(new_document()), '"Gap"', '"Hole"', "word/styles.xml")
    (problem,) = check(template_of("x"), house)
    assert "character style “Gap”" in problem.problem


def test_a_skipped_heading_level_is_told() -> None:
    document = new_document()
    for level in (1, 2, 2, 1, 3):
        document.add_heading(f"Level {level}", level)
    (problem,) = check(saved(document))
    assert "level 3 follows one of level 1" in problem.problem
    first = new_document()
    first.add_heading("Late", 2)
    assert "first heading is of level 2" in check(saved(first))[0].problem


def test_a_foreign_language_is_told() -> None:
    american = edited(template_of("x"), "en-GB", "en-US", "word/styles.xml")
    assert "is en-US, not en-GB" in check(american)[0].problem
    run = edited(template_of("x"), "<w:r>", '<w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr>')
    assert places(check(run)) == [("word/document.xml", 1)]


def test_words_in_a_text_box_are_told() -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Aside</w:t></w:r></w:p>"
    boxed = edited(template_of("Words"), "<w:p>", f"<w:p>{box}</w:txbxContent></w:pict></w:r>")
    assert "text box" in check(boxed)[0].problem


def test_fields_that_no_tag_uses_are_told_apart_from_problems() -> None:
    template = rows_template(
        ("{%tr for agency in agencies %}",), ("{{ agency.name }}",), ("{%tr endfor %}",)
    )
    found = templates.unused("paper.docx", template, Sample)
    assert [problem.path for problem in found] == [
        *("title", "child", "agencies.contacts", "story", "count", "agreed", "lead", "note")
    ]
    assert all(problem.hint.startswith("Unused") for problem in found)


def test_the_fields_are_listed_with_the_tags_to_type() -> None:
    rows = {row.name: row for row in templates.fields(Sample)}
    assert rows["title"].title == "The title of the paper"
    assert rows["title"].tags == "{{ title }}"
    assert rows["count"].kind == "a whole number"
    assert rows["agreed"].tags == "{%p if agreed %} … {%p endif %}"
    assert rows["note"].tags == "{%p if note %} {{ note }} {%p endif %}"
    assert rows["note"].kind == "words, may be absent"
    assert rows["child.telephone"].kind == "words"
    assert rows["agencies"].tags == "{%p for agency in agencies %} … {%p endfor %}"
    assert rows["agency.contacts"].tags.startswith("{%p for contact in agency.contacts %}")
    assert rows["contact.name"].tags == "{{ contact.name }}"
    assert "{{ one_story }}" in rows["story"].tags


def test_every_tag_that_the_list_shows_passes_the_check() -> None:
    simple = [row.tags for row in templates.fields(Sample) if row.tags.startswith("{{ title")]
    assert simple == ["{{ title }}"]
    assert check(template_of(*simple)) == []


def test_the_partnerships_own_template_comes_before_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    shipped.mkdir()
    own.mkdir()
    monkeypatch.setattr(templates, "bundled", lambda _: shipped)
    (shipped / "letter.docx").write_bytes(b"shipped")
    assert templates.find("letter.docx", own) == b"shipped"
    assert templates.find("letter.docx", None) == b"shipped"
    (own / "letter.docx").write_bytes(b"own")
    assert templates.find("letter.docx", own) == b"own"


def test_a_template_that_is_nowhere_is_told_with_both_places(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        templates.find("no_such_paper.docx", tmp_path)
    assert str(tmp_path) in caught.value.sentence
    assert caught.value.sentence.count("templates") >= 1
    assert " nor in " in caught.value.sentence


@pytest.mark.parametrize("name", ["../secret.docx", "/etc/passwd", "a/b.docx", "", "~$x.docx"])
def test_a_template_name_never_leads_out_of_the_folders(name: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="no name of a template"):
        templates.find(name, tmp_path)
