"""Charts in finished papers: as pictures in Word, as vectors in the PDF, in words for all."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import docx
import pypdf
import pytest
from lxml import etree
from PIL import Image
from pypdf.generic import ArrayObject, DictionaryObject
from tests.charted_paper import DAY, Paper, changed, paper, parts_of, template
from tests.charts import ACTIONS, REFERRALS, TIMELINESS
from tests.finished_word import running

from lscp_docs.chart import Chart
from lscp_docs.disclosure.reading import PlaceKind, passages
from lscp_docs.errors import TemplateError
from lscp_docs.render import html, parity, pdf
from lscp_docs.render.chart_picture import png
from lscp_docs.render.chart_svg import svg
from lscp_docs.render.docx_package import NAMESPACES, opened
from lscp_docs.render.pdf_rules import pdf_problems
from lscp_docs.render.templates import check, fields, unused
from lscp_docs.render.word_rules import word_problems

IN_ORDER = (REFERRALS, TIMELINESS, ACTIONS, REFERRALS)


@lru_cache(maxsize=1)
def word() -> bytes:
    return paper()


@lru_cache(maxsize=1)
def pdf_of_word() -> bytes:
    return pdf.from_word(word(), created=DAY)


def alternatives(made: bytes) -> list[str]:
    """The alternative text of each figure of a PDF, in reading order."""
    found: list[str] = []
    waiting: list[object] = [pypdf.PdfReader(io.BytesIO(made)).root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, ArrayObject):
            waiting += reversed(node)
        elif isinstance(node, DictionaryObject):
            if node.get("/S") == "/Figure":
                found.append(str(node["/Alt"]))
            waiting.append(node.get("/K"))
    return found


def dots_in(made: bytes) -> int:
    """How many pictures of a PDF are made of dots."""
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return len({image.name for page in pages for image in page.images})


def test_word_holds_each_chart_as_vector_and_as_dots() -> None:
    package = opened(word())
    links = package.links("word/document.xml")
    inlines = list(package.body().iter(f"{{{NAMESPACES['wp']}}}inline"))
    for inline, chart in zip(inlines, IN_ORDER, strict=True):
        described = inline.find("wp:docPr", NAMESPACES)
        assert described is not None
        assert (described.get("title"), described.get("descr")) == (chart.title, chart.alternative)
        blip = inline.find(".//a:blip", NAMESPACES)
        vector = inline.find(".//asvg:svgBlip", NAMESPACES)
        assert blip is not None
        assert vector is not None
        key = f"{{{NAMESPACES['r']}}}embed"
        assert package.parts[links[vector.get(key, "")].target].decode() == svg(chart)
        assert package.parts[links[blip.get(key, "")].target] == png(svg(chart))
        width = inline.find("wp:extent", NAMESPACES).get("cx")  # type: ignore[union-attr]
        assert int(width or 0) == 430 * 12_700
    numbers = [x.get("id") for x in package.body().iter(f"{{{NAMESPACES['wp']}}}docPr")]
    assert numbers == ["1", "2", "3", "4"]


def test_one_chart_is_one_pair_of_parts_with_their_types() -> None:
    parts = parts_of(word())
    media = {name for name in parts if name.startswith("word/media/")}
    assert len(media) == 2 * len(set(IN_ORDER))
    types = etree.fromstring(parts["[Content_Types].xml"])
    told = {x.get("PartName", "").lstrip("/"): x.get("ContentType") for x in types}
    assert {told[name] for name in media if name.endswith(".svg")} == {"image/svg+xml"}
    assert {told[name] for name in media if name.endswith(".png")} == {"image/png"}


def test_finished_files_keep_the_rules() -> None:
    assert word_problems(word(), "paper.docx") == []
    assert pdf_problems(pdf_of_word(), "paper.pdf") == []


def test_dots_are_200_an_inch_and_in_greys_apart() -> None:
    picture = Image.open(io.BytesIO(png(svg(TIMELINESS))))
    assert abs(picture.width - 430 * 200 / 72) < 2
    shades = picture.convert("L").histogram()
    assert sum(shades[:80]) > 20_000  # in time
    assert sum(shades[150:210]) > 5_000  # late


def test_pdf_has_vectors_with_the_same_words() -> None:
    assert parity.differences(word(), pdf_of_word()) == []
    assert alternatives(pdf_of_word()) == [chart.alternative for chart in IN_ORDER]
    assert dots_in(pdf_of_word()) == 0


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (r"word/media/.*\.svg", ">40</text>", ">41</text>"),
        (r"word/media/.*\.svg", ">Closed</text>", ">Open</text>"),
        ("word/document.xml", "Actions by progress</w:t>", "Actions</w:t>"),
    ],
)
def test_another_number_or_word_is_seen(part: str, old: str, new: str) -> None:
    assert parity.differences(changed(word(), part, old, new), pdf_of_word())


def test_picture_without_its_vector_is_drawn_from_its_dots() -> None:
    bare = changed(word(), "word/document.xml", r"<a:extLst>.*?</a:extLst>", "")
    made = pdf.from_word(bare, created=DAY)
    assert parity.differences(bare, made) == []
    assert alternatives(made) == [chart.alternative for chart in IN_ORDER]
    assert dots_in(made) == 3


def test_vector_is_kept_when_another_program_saves_the_file() -> None:
    stream = io.BytesIO()
    saved = docx.Document(io.BytesIO(word()))
    saved.paragraphs[1].add_run(" More words.")
    saved.save(stream)
    made = pdf.from_word(stream.getvalue(), created=DAY)
    assert dots_in(made) == 0
    assert parity.differences(stream.getvalue(), made) == []


def test_running_heads_and_charts_do_not_get_in_each_others_way() -> None:
    stream = io.BytesIO()
    document = docx.Document(io.BytesIO(word()))
    running(document)
    document.save(stream)
    made = pdf.from_word(stream.getvalue(), created=DAY)
    assert parity.differences(stream.getvalue(), made) == []
    assert pdf_problems(made, "paper.pdf") == []


def test_vector_of_another_program_is_not_trusted() -> None:
    foreign = changed(word(), r"word/media/.*\.svg", "lscp-docs-chart-", "icon-")
    made = pdf.from_word(foreign, created=DAY)
    assert dots_in(made) == 3
    assert parity.differences(foreign, made) == []


def parted(word: bytes) -> bool:
    """Say whether the caption of the one chart stands on another page than its picture."""
    pages = pypdf.PdfReader(io.BytesIO(pdf.from_word(word, created=DAY))).pages
    texts = [page.extract_text() for page in pages]
    (caption,) = [number for number, text in enumerate(texts) if REFERRALS.title in text]
    (picture,) = [number for number, text in enumerate(texts) if "Not notified" in text]
    return caption != picture


def test_caption_stays_with_its_picture_at_a_page_end() -> None:
    filled = paper(Paper(words=("A line.",) * 22, several=(), timeliness=None))
    assert not parted(filled)
    assert parted(changed(filled, "word/styles.xml", "<w:keepNext/>", ""))


@pytest.mark.parametrize(
    "words",
    ["Here: {{ referrals }}", "{{ referrals }}{{ referrals }}", "{{ referrals }}."],
)
def test_chart_that_is_not_alone_is_told_with_its_place(words: str) -> None:
    crowded = template(lambda made: (made.heading("Figures"), made.text(words)))
    told = {str(x) for x in check("paper.docx", crowded, Paper, None)}
    (one,) = told
    assert "body, paragraph 6, under 'Figures'" in one
    assert "“referrals” is a chart, which stands alone in a paragraph of the body." in one


def test_chart_in_the_running_head_or_a_description_is_refused() -> None:
    document = docx.Document(io.BytesIO(template(lambda made: made.text("{{ referrals }}"))))
    document.sections[0].header.paragraphs[0].text = "{{ referrals }}"
    stream = io.BytesIO()
    document.save(stream)
    (told,) = [str(x) for x in check("paper.docx", stream.getvalue(), Paper, None)
               if "chart" in str(x)]  # fmt: skip
    assert "header, paragraph 1" in told
    with pytest.raises(TemplateError):
        paper(template_=stream.getvalue())
    title = '(<w:pPr><w:pStyle w:val="Title"/></w:pPr>)'
    drawing = (
        rf'\1<w:r><w:drawing><wp:docPr xmlns:wp="{NAMESPACES["wp"]}" id="1" '
        'descr="{{ referrals }}"/></w:drawing></w:r>'
    )
    described = changed(template(), "word/document.xml", title, drawing)
    assert any("is a chart" in str(x) for x in check("paper.docx", described, Paper, None))


def test_chart_that_may_be_absent_needs_a_condition() -> None:
    unguarded = template(lambda made: made.chart("timeliness"))
    told = [str(x) for x in check("paper.docx", unguarded, Paper, None)]
    assert all("may be absent" in one for one in told)
    assert len(told) == 2
    assert check("paper.docx", template(), Paper, None) == []
    without = paper(Paper(timeliness=None))
    assert b"Timeliness" not in parts_of(without)["word/document.xml"]


def test_authors_are_told_what_a_chart_is() -> None:
    rows = {row.name: row for row in fields(Paper)}
    assert rows["referrals"].kind == "a chart"
    assert rows["referrals"].tags == "{{ referrals }}"
    assert rows["timeliness"].kind == "a chart, may be absent"
    assert rows["several"].kind == "several, each a chart"
    assert "{{ one_several }}" in rows["several"].tags
    assert "referrals.title" in rows
    assert "referrals.labels" not in rows
    assert unused("paper.docx", template(), Paper) == []
    bare = template(lambda made: made.text("No charts."))
    assert {x.path for x in unused("paper.docx", bare, Paper)} >= {"referrals", "several"}


def test_odd_words_come_whole_into_every_place() -> None:
    odd = replace(REFERRALS, title='A & B <"C">', labels=("One\n& <two>", *REFERRALS.labels[1:]))
    made = paper(Paper(referrals=odd, several=(), timeliness=None))
    assert word_problems(made, "paper.docx") == []
    assert parity.differences(made, pdf.from_word(made, created=DAY)) == []


@dataclass(frozen=True)
class Page:
    charts: tuple[Chart, ...]


def test_html_page_has_the_picture_itself_and_its_pdf_the_words(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text(
        "<h1>Figures</h1>{% for chart in charts %}<h2>{{ chart.title }}</h2>{{ chart }}{% endfor %}"
    )
    page = html.page("own.html", Page(IN_ORDER[:3]), tmp_path)
    assert page.count("<svg ") == 3
    assert all(svg(chart) in page for chart in IN_ORDER[:3])
    made = pdf.from_html(page, title="Figures", created=DAY)
    assert alternatives(made) == [chart.alternative for chart in IN_ORDER[:3]]
    assert pdf_problems(made, "page.pdf") == []


def test_search_for_names_looks_into_the_picture() -> None:
    changed_picture = changed(word(), r".*\.svg", ">Police<", ">Maya<")
    told = [each for each in passages("a.docx", changed_picture) if "Maya" in each.text]
    assert {each.kind for each in told} == {PlaceKind.EMBEDDED_FILE}


def test_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from tests.charted_paper import DAY, paper\n"
        "from lscp_docs.render import pdf\n"
        "made = paper(); print(hashlib.sha256(made + pdf.from_word(made, created=DAY)).hexdigest())"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == hashlib.sha256(word() + pdf_of_word()).hexdigest()


def test_paper_without_a_chart_loads_no_drawing_engine() -> None:
    code = (
        "import sys; from tests.charted_paper import paper, template\n"
        "plain = template(lambda made: made.text('No charts.'))\n"
        "assert b'svgBlip' not in paper(template_=plain)\n"
        "print([x for x in ('pypdfium2', 'PIL', 'weasyprint') if x in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
