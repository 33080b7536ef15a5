"""Words go into a Word template and come out whole, or the render stops and says where."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import io
import os
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from lscp_docs.errors import ExitCode, TemplateError
from lscp_docs.render.word import Properties, WordTemplate
from lscp_docs.wording import Gap
from word_samples import (
    PROPERTIES,
    Agency,
    Contact,
    Sample,
    W,
    edited,
    names,
    new_document,
    part,
    rendered,
    rows_template,
    saved,
    template_of,
    texts,
    with_part,
)

NORTH = Agency("Northmoor Police", (Contact("Ada", "1"), Contact("Ben", "2")))
SOUTH = Agency("Southmoor Health")
ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_written(text: str) -> str:
    """What a reader must find of `text`: XML's own limits and one kind of line end, no more."""
    return ILLEGAL.sub("", re.sub("\r\n|[\r\v\f]", "\n", text))


def refusal(template: bytes, context: object = None) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        rendered(template, context or Sample())
    assert caught.value.exit_code is ExitCode.TEMPLATE
    assert caught.value.problems
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "A & B <Care> £5 “q” Łódź",
        "</w:t></w:r></w:p><w:p>",
        "aged <5 years]]>",
        "{{ title }} {% if x %} {# note #} {_{ %}",
        "  spaces  kept  ",
        "Ünï 한국어 مرحبا 👧🏽",
    ],
)
def test_a_value_comes_out_as_it_went_in(text: str) -> None:
    document = rendered(template_of("[{{ title }}]"), Sample(title=text))
    assert texts(document) == [f"[{text}]"]
    assert [p.text for p in docx.Document(io.BytesIO(document)).paragraphs] == [f"[{text}]"]


def test_one_changed_word_is_noticed() -> None:
    template = template_of("[{{ title }}]")
    assert texts(rendered(template, Sample(title="a brown hare"))) != ["[a brown hair]"]
    first = rendered(template, Sample(title="a brown hare"))
    assert first != rendered(template, Sample(title="a brown hair"))


def test_a_long_narrative_keeps_every_character_line_and_tab() -> None:
    line = "She said: “he fell & was <not> seen”.\tThen\r\nnext\n"
    text = (line * 500)[:20_000]
    assert len(text) == 20_000
    assert texts(rendered(template_of("{{ title }}"), Sample(title=text))) == [as_written(text)]


def test_what_xml_cannot_hold_is_left_out_and_nothing_else() -> None:
    text = "a\x00b\x07c\ud800d\x0be\x0cf\ufffeg\x85h\x7f"
    after = "the rest of the document"
    document = rendered(template_of("{{ title }}", after), Sample(title=text))
    assert texts(document) == ["abcd\ne\nfg\x85h\x7f", after]


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet=st.characters(codec=None, categories=None)))
def test_any_text_put_in_comes_out_whole(text: str) -> None:
    assert texts(COMPILED.render(Sample(title=text), PROPERTIES)) == [as_written(text)]


def test_every_character_there_is_comes_out_whole() -> None:
    text = "".join(map(chr, range(0x110000)))
    assert texts(COMPILED.render(Sample(title=text), PROPERTIES)) == [as_written(text)]


def test_spaces_at_either_end_are_kept_for_word_too() -> None:
    assert ' xml:space="preserve"> x </w:t>' in part(
        COMPILED.render(Sample(title=" x "), PROPERTIES)
    )


COMPILED = WordTemplate.compiled("sample.docx", template_of("{{ title }}"), house_style=None)


def test_a_value_that_claims_to_be_xml_is_text_all_the_same() -> None:
    document = rendered(template_of("{{ title }}"), Sample(title=Markup("<b>x</b>")))
    assert texts(document) == ["<b>x</b>"]


def test_the_same_words_give_the_same_bytes_in_any_process() -> None:
    script = (
        "import sys, hashlib; from word_samples import *; from test_word import NORTH, SOUTH;"
        "t = template_of('{{ title }}', '{%p for a in agencies %}', '{{ a.name }}',"
        " '{%p endfor %}');"
        "import re, zipfile, io;"
        "d = rendered(t, Sample(agencies=(NORTH, SOUTH)));"
        "print(hashlib.sha256(d).hexdigest())"
    )
    here = str(Path(__file__).parent)
    seen = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": here},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(seen) == 1
    assert re.fullmatch(r"[0-9a-f]{64}\n", seen.pop())


def test_every_member_is_dated_1980_and_the_zip_is_sound() -> None:
    with zipfile.ZipFile(io.BytesIO(rendered(template_of("x"), Sample()))) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_a_tag_split_over_runs_is_one_tag() -> None:
    document = new_document()
    paragraph = document.add_paragraph()
    for index, piece in enumerate(("Dear {", "{ chi", "ld.na", "me }", "}, hello")):
        paragraph.add_run(piece).bold = bool(index % 2)
    assert texts(rendered(saved(document), Sample())) == ["Dear Maya, hello"]


def test_tags_in_headers_footers_and_footnotes_are_replaced() -> None:
    document = new_document()
    document.add_paragraph("Body")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Head {{ title }}"
    section.first_page_header.paragraphs[0].text = "First {{ child.name }}"
    section.footer.paragraphs[0].text = "{% if agreed %}Agreed{% endif %}"
    data = with_footnotes(saved(document), "Note {{ count }} & more")
    made = rendered(data, Sample(title="R & D"))
    found = {name: texts(made, name) for name in names(made) if re.search("header|foot", name)}
    found = {name: text for name, text in found.items() if not name.endswith(".rels")}
    assert sorted(text for lines in found.values() for text in lines) == sorted(
        ["Head R & D", "First Maya", "Agreed", "Note 3 & more"]
    )


def with_footnotes(data: bytes, text: str) -> bytes:
    xml = (
        f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2"><w:p><w:r><w:t>'
        f"{text.replace('&', '&amp;')}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    data = with_part(data, "word/footnotes.xml", xml.encode())
    data = edited(
        data,
        "</Types>",
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>',
        "[Content_Types].xml",
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    return edited(
        data,
        "</Relationships>",
        f'<Relationship Id="rIdN" Type="{relation}" Target="footnotes.xml"/></Relationships>',
        "word/_rels/document.xml.rels",
    )


def test_nested_rows_are_repeated_and_a_loop_without_rows_leaves_none() -> None:
    template = rows_template(
        ("Agency", "Telephone"),
        ("{%tr for agency in agencies %}", ""),
        ("{{ agency.name }}", "{{ agency.contacts|length }}"),
        ("{%tr for one in agency.contacts %}", ""),
        ("{{ one.name }}", "{{ one.telephone }}"),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
    )
    assert texts(rendered(template, Sample(agencies=(NORTH, SOUTH)))) == [
        *("Agency", "Telephone", "Northmoor Police", "2", "Ada", "1", "Ben", "2"),
        *("Southmoor Health", "0"),
    ]
    assert texts(rendered(template, Sample())) == ["Agency", "Telephone"]


def test_a_table_that_loses_every_row_is_gone() -> None:
    template = rows_template(
        ("{%tr for agency in agencies %}",), ("{{ agency.name }}",), ("{%tr endfor %}",)
    )
    assert "<w:tbl>" in part(rendered(template, Sample(agencies=(SOUTH,))))
    assert "<w:tbl" not in part(rendered(template, Sample()))


def test_a_cell_that_loses_every_paragraph_keeps_an_empty_one() -> None:
    document = new_document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "{%p if not agreed %}"
    cell.add_paragraph("Not agreed")
    cell.add_paragraph("{%p endif %}")
    made = etree.fromstring(part(rendered(saved(document), Sample())).encode())
    assert [[child.tag for child in cell][-1] for cell in made.iter(f"{W}tc")] == [f"{W}p"]
    assert "Not agreed" in part(rendered(saved(document), Sample(agreed=False)))


def test_a_pretty_printed_template_is_read_as_one_that_is_not() -> None:
    template = rows_template(
        ("{%tr for agency in agencies %}",), ("{{ agency.name }}",), ("{%tr endfor %}",)
    )
    root = etree.fromstring(part(template).encode())
    etree.indent(root)
    pretty = with_part(template, "word/document.xml", etree.tostring(root))
    assert part(pretty).count("\n") > 20
    for sample in (Sample(), Sample(agencies=(NORTH, SOUTH))):
        assert part(rendered(pretty, sample)) == part(rendered(template, sample))


def test_a_condition_compares_with_an_ampersand_and_with_smart_quotes() -> None:
    template = template_of("{% if title == ‘R & D’ %}yes{% else %}no{% endif %}")
    assert texts(rendered(template, Sample(title="R & D"))) == ["yes"]
    assert texts(rendered(template, Sample(title="R &amp; D"))) == ["no"]


def test_a_constant_and_a_choice_are_printed_whole() -> None:
    template = template_of("{{ 'a & b' }} {{ title if agreed else 'none' }}{# a note #}")
    assert texts(rendered(template, Sample(agreed=False))) == ["a & b none"]


def test_a_gap_is_printed_in_its_own_style_and_the_run_goes_on_as_before() -> None:
    document = new_document()
    document.add_paragraph().add_run("Before {{ title }} after").bold = True
    gap = Gap("the view of <the> police", "discussion.view_police")
    made = rendered(saved(document), Sample(title=gap))
    assert texts(made) == ["Before [Needed: the view of <the> police] after"]
    runs = docx.Document(io.BytesIO(made)).paragraphs[0].runs
    assert [(run.text, run.style.name, run.bold) for run in runs] == [
        ("Before ", "Default Paragraph Font", True),
        ("[Needed: the view of <the> police]", "Gap", None),
        (" after", "Default Paragraph Font", True),
    ]


def test_two_gaps_in_one_run_and_a_forged_gap_are_told_apart() -> None:
    gap = Gap("a date", "x")
    sample = Sample(title=gap, child=Contact("\x01[Needed: forged]\x02", gap))
    made = rendered(template_of("{{ title }}{{ child.name }}{{ child.telephone }}"), sample)
    styled = [run.text for run in docx.Document(io.BytesIO(made)).paragraphs[0].runs if run.text]
    assert styled == ["[Needed: a date]", "[Needed: forged]", "[Needed: a date]"]
    assert part(made).count('<w:rStyle w:val="Gap"/>') == 2


def test_an_absent_field_is_for_a_condition_and_prints_inside_it() -> None:
    template = template_of("{%p if lead %}", "{{ lead.name }}", "{%p endif %}")
    assert texts(rendered(template, Sample())) == []
    assert texts(rendered(template, Sample(lead=Contact("Zed", "")))) == ["Zed"]


def test_all_unknown_names_of_one_render_are_told_at_once_with_the_nearest() -> None:
    template = template_of("{{ titel }}", "ok {{ child.nam }}", "{{ agencees }}")
    problems = refusal(template).problems
    assert [problem.path for problem in problems] == [f"body, paragraph {n}" for n in (1, 2, 3)]
    assert [problem.hint for problem in problems] == [
        "Did you mean “title”?",
        "Did you mean “name”?",
        "Did you mean “agencies”?",
    ]
    assert "ok {{ child.nam }}" in problems[1].problem


def test_what_the_type_hints_did_not_promise_is_found_all_at_once_while_rendering() -> None:
    liar = Sample(title=None, count=dt.date(2026, 1, 1), child=Contact(name=True, telephone=(1,)))  # type: ignore[arg-type]
    template = template_of(
        "{{ title }}", "{{ count }}", "Secret {{ child.name }}", "{{ child.telephone }}", "fine"
    )
    error = refusal(template, liar)
    assert [problem.path for problem in error.problems] == [
        f"body, paragraph {number}" for number in (1, 2, 3, 4)
    ]
    assert "2026" not in "".join(map(str, error.problems))


def test_an_error_while_rendering_has_a_place_and_never_a_value() -> None:
    document = new_document()
    document.add_heading("Child", 1)
    for text in (
        "{%p if agreed %}",
        "First",
        "{%p endif %}",
        "{% if count < child.name %}x{% endif %}",
    ):
        document.add_paragraph(text)
    (problem,) = refusal(saved(document), Sample(child=Contact("Maya Secret", ""))).problems
    assert problem.path == "body, paragraph 5, under 'Child'"
    assert "TypeError" in problem.problem
    assert "Secret" not in str(problem)


def test_a_render_that_fails_leaves_the_next_one_clean() -> None:
    template = WordTemplate.compiled("t.docx", template_of("{{ title }}"), house_style=None)
    with pytest.raises(TemplateError):
        template.render(Sample(title=None), PROPERTIES)  # type: ignore[arg-type]
    assert texts(template.render(Sample(), PROPERTIES)) == ["Title"]


@pytest.mark.parametrize(
    "attack",
    [
        "{{ title.__class__ }}",
        "{{ child.__class__.__mro__ }}",
        "{{ title.upper() }}",
        "{{ child.name.format }}",
        "{{ self }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ range(9) }}",
        "{{ title|attr('x') }}",
        "{{ '%99999999d'|format(1) }}",
        "{{ 'x' * 900000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%9d' % 1 }}",
        "{{ title ~ title }}",
        "{{ agencies[0] }}",
        "{{ child['name'] }}",
        "{{ lipsum }}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% macro m() %}",
        "{{ 1/0 }}",
        "{{ -count }}",
        "{{ none }}",
        "{{ true }}",
        "{{ title.asked_for }}",
        "{{ loop.index }}",
    ],
)
def test_a_template_that_reaches_beyond_its_words_is_refused(attack: str) -> None:
    assert [problem.path for problem in refusal(template_of("a", attack)).problems] == [
        "body, paragraph 2"
    ]


def test_the_sandbox_holds_even_where_the_dialect_is_not_asked() -> None:
    from jinja2.exceptions import SecurityError

    from lscp_docs.render.word_values import SLIPS, WordEnvironment

    environment = WordEnvironment()
    for attack in ("{{ 2 * 3 }}", "{{ 'x' * 9 }}", "{{ 9 ** 9 }}", "{{ '%d' % 1 }}", "{{ -x }}"):
        with pytest.raises(SecurityError):
            environment.from_string(attack).render(x=1)
    token = SLIPS.set([])
    for attack in ("{{ x.__class__ }}", "{{ x['name'] }}", "{{ g.asked_for }}", "{{ x.keys }}"):
        code = environment.compile(attack, "word/x.xml", "word/x.xml")
        template = environment.template_class.from_code(environment, code, {})
        assert template.render(x=Contact("a", "b"), g=Gap("c", "d")) == ""
    assert len(SLIPS.get()) == 4
    SLIPS.reset(token)


@pytest.mark.parametrize("call", ["{{ x.name.upper() }}", "{{ range(3) }}", "{{ x() }}"])
def test_nothing_can_be_called(call: str) -> None:
    assert "is refused" in refusal(template_of(call)).problems[0].problem


def test_the_properties_hold_what_was_given_and_no_trace_of_the_author() -> None:
    document = new_document()
    document.add_paragraph("Text")
    core = document.core_properties
    core.author = core.last_modified_by = core.comments = core.category = "Wilhelmina Fictitious"
    data = edited(saved(document), "<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">')
    data = edited(data, "(<w:name [^>]*>)", r'\1<w:rsid w:val="00AB12CD"/>', "word/styles.xml")
    tricky = dataclasses.replace(PROPERTIES, title="A & B <c>\x00")
    made = WordTemplate.compiled("t.docx", data, house_style=None).render(Sample(), tricky)
    properties = docx.Document(io.BytesIO(made)).core_properties
    assert properties.title == "A & B <c>"
    assert properties.author == PROPERTIES.author
    assert properties.language == "en-GB"
    assert f"{properties.created:%Y-%m-%d}" == PROPERTIES.created.isoformat()
    assert properties.last_modified_by == ""
    everything = b"".join(zipfile.ZipFile(io.BytesIO(made)).read(name) for name in names(made))
    assert b"Wilhelmina" not in everything
    assert b"rsid" not in everything
    assert not any("thumbnail" in name or "custom" in name for name in names(made))
    assert b"thumbnail" not in everything


def test_parts_that_nothing_refers_to_do_not_travel() -> None:
    made = rendered(with_part(template_of("x"), "word/secret.xml", b"<secret/>"), Sample())
    assert "word/secret.xml" not in names(made)


def house_with(font: str) -> bytes:
    document = new_document()
    document.styles["Normal"].font.name = font
    return saved(document)


def test_changing_the_house_style_changes_every_document() -> None:
    template = template_of("{{ title }}")
    plain = part(rendered(template, Sample()), "word/styles.xml")
    serif = part(rendered(template, Sample(), house_with("Invented Serif")), "word/styles.xml")
    sans = part(rendered(template, Sample(), house_with("Invented Sans")), "word/styles.xml")
    assert "Invented" not in plain
    assert "Invented Serif" in serif
    assert serif.replace("Serif", "Sans") == sans


def test_the_house_style_brings_lists_and_theme_to_a_template_without_them() -> None:
    bare = template_of("{{ title }}")
    for name in ("numbering", "theme"):
        bare = edited(
            bare,
            rf'<Relationship [^>]*relationships/{name}"[^>]*/>',
            "",
            "word/_rels/document.xml.rels",
        )
    assert "word/numbering.xml" not in names(rendered(bare, Sample()))
    made = rendered(bare, Sample(), house_with("Invented Serif"))
    assert {"word/numbering.xml", "word/theme/theme1.xml"} <= set(names(made))
    assert docx.Document(io.BytesIO(made)).part.numbering_part is not None


def test_a_list_that_begins_anew_keeps_its_number_under_the_house_style() -> None:
    restart = '<w:num w:numId="77"><w:abstractNumId w:val="{}"/></w:num></w:numbering>'
    formats = re.findall(
        r'<w:abstractNum [^>]*w:abstractNumId="(\d+)"', part(house_with("x"), "word/numbering.xml")
    )
    for form, kept in ((formats[0], True), ("9999", False)):
        template = edited(
            template_of("x"), "</w:numbering>", restart.format(form), "word/numbering.xml"
        )
        lists = part(rendered(template, Sample(), house_with("x")), "word/numbering.xml")
        assert ('w:numId="77"' in lists) is kept


def test_the_alternative_text_of_a_table_is_one_line_of_words() -> None:
    plain = rows_template(("{%tr for agency in agencies %}",), ("x",), ("{%tr endfor %}",))
    described = edited(
        plain,
        "</w:tblPr>",
        '<w:tblCaption w:val="Of {{ title }} {{ child.telephone }}"/></w:tblPr>',
    )
    sample = Sample(
        title='A "b" & <c>\n\td', child=Contact("", Gap("a “date”", "")), agencies=(NORTH,)
    )
    root = etree.fromstring(part(rendered(described, sample)).encode())
    captions = [element.get(f"{W}val") for element in root.iter(f"{W}tblCaption")]
    assert captions == ['Of A "b" & <c> d [Needed: a “date”]']
    (problem,) = refusal(edited(described, "{{ title }}", "{{ titel }}")).problems
    assert problem.path == "body, paragraph 1"
    control = edited(described, "{{ title }}", "{% if agreed %}x{% endif %}")
    assert "{{ … }} also in alternative texts" in refusal(control).problems[0].hint


def test_pictures_keep_their_file_and_get_numbers_of_their_own() -> None:
    document = new_document()
    document.add_paragraph("{%p for agency in agencies %}")
    document.add_paragraph().add_run().add_picture(io.BytesIO(PNG))
    document.add_paragraph("{%p endfor %}")
    made = rendered(saved(document), Sample(agencies=(NORTH, SOUTH)))
    assert re.findall(r'<wp:docPr [^>]*?id="(\d+)"', part(made)) == ["1", "2"]
    assert any(name.startswith("word/media/") for name in names(made))


def _png() -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        whole = kind + content
        return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b"")


PNG = _png()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "whole .docx"),
        (b"PK\x03\x04 but not really", "whole .docx"),
        (b"\x00" * 20_000_001, "larger than 20 MB"),
    ],
)
def test_a_file_that_is_no_word_file_is_refused(data: bytes, words: str) -> None:
    assert words in str(refusal(data))


def test_entities_bombs_and_crowds_are_refused() -> None:
    good = template_of("x")
    bomb = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert (
        "document type" in refusal(with_part(good, "word/settings.xml", bomb)).problems[0].problem
    )
    assert "unpacks" in str(refusal(zipped(good, {"word/big.xml": b" " * 20_000_001})))
    crowd = {f"word/{number}.txt": b"" for number in range(501)}
    assert "500 parts" in str(refusal(zipped(good, crowd)))
    assert "broken" in refusal(with_part(good, "word/settings.xml", b"<a>")).problems[0].problem
    assert "not a Word document" in str(refusal(with_part(good, "word/document.xml", None)))


def zipped(data: bytes, more: dict[str, bytes]) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in more.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_a_house_style_with_font_files_is_refused() -> None:
    relation = '<Relationship Id="rId1" Type="http://x/font" Target="fonts/a.odttf"/>'
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = f'<Relationships xmlns="{namespace}">{relation}</Relationships>'.encode()
    house = with_part(house_with("Invented"), "word/_rels/fontTable.xml.rels", relations)
    with pytest.raises(TemplateError, match="more than styles"):
        rendered(template_of("x"), Sample(), house)


def test_a_condition_that_begins_inside_a_link_and_ends_outside_makes_no_document() -> None:
    link = r'<w:hyperlink w:anchor="a"><w:r><w:t>{% if agreed %}x</w:t></w:r></w:hyperlink>'
    crossed = edited(template_of("{% if agreed %}x", "y"), "<w:r><w:t>{.*?</w:r>", link)
    crossed = edited(crossed, "</w:p>", "<w:r><w:t>{% endif %}</w:t></w:r></w:p>")
    crossed = edited(crossed, "y</w:t></w:r><w:r><w:t>{% endif %}", "y")
    assert texts(rendered(crossed, Sample()))[0] == "x"
    (problem,) = refusal(crossed, Sample(agreed=False)).problems
    assert problem.path == "body"
    assert "XML is broken" in problem.problem


PIECES = st.sampled_from(
    [
        *("{{ title }}", "{{", "}}", "{%", "%}", "{% if agreed %}", "{% endif %}", "{#", "#}"),
        *("{%p if agreed %}", "{%p endif %}", "{%tr endfor %}", "{% else %}", "{{ agreed }}"),
        *("{% for a in agencies %}", "{% endfor %}", "{{ a.name }}"),
        *(" words ", "<", "&", "{", "'", "-", "\x85"),
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(PIECES, max_size=4).map("".join), min_size=1, max_size=4))
def test_any_template_is_either_refused_or_makes_a_whole_document(paragraphs: list[str]) -> None:
    # Any other error than TemplateError fails this test, and so does XML that cannot be read back.
    with contextlib.suppress(TemplateError):
        document = rendered(template_of(*paragraphs), Sample(agencies=(NORTH,)))
        assert "{%" not in "".join(texts(document))


def test_importing_the_engine_loads_no_other_engine() -> None:
    script = (
        "import sys, lscp_docs.render.word, lscp_docs.render.templates;"
        "print(*sorted({'docx', 'docxtpl', 'weasyprint', 'mammoth', 'pypdf'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == ""


def test_a_created_date_is_the_only_moment_in_the_file() -> None:
    core = part(rendered(template_of("x"), Sample()), "docProps/core.xml")
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["2026-03-04T00:00:00Z"] * 2
    assert isinstance(PROPERTIES, Properties)
