import builtins
import datetime as dt
import io
import os
import subprocess
import sys
from pathlib import Path

import page as validator
import pypdf
import pytest
from docx.document import Document
from tests.finished_word import PNG, blank, report, running, saved, table

from lscp_docs.errors import OutputError
from lscp_docs.render import pdf
from lscp_docs.render.pdf_rules import pdf_problems

CREATED = dt.date(2026, 3, 4)
BODY = "<h1>A briefing</h1><p class='callout'>Ask again.</p>"


@pytest.fixture(scope="module")
def finished() -> bytes:
    return pdf.from_word(report(), created=CREATED)


def lines_of(document: bytes) -> list[list[str]]:
    reader = pypdf.PdfReader(io.BytesIO(document))
    return [x.extract_text().splitlines() for x in reader.pages]


@pytest.mark.parametrize("kind", ["word", "html"])
def test_pdf_meets_pdf_ua_1(finished: bytes, tmp_path: Path, kind: str) -> None:
    made = pdf.from_html(BODY, title="A briefing", created=CREATED)
    path = tmp_path / "made.pdf"
    path.write_bytes(finished if kind == "word" else made)
    result = validator.validate_pdf(str(path), profile="ua1")
    assert result.is_compliant, [(x.rule_id, x.message) for x in result.failures]


def test_dates_and_properties_are_those_given(finished: bytes) -> None:
    made = pypdf.PdfReader(io.BytesIO(finished)).metadata
    assert made is not None
    assert made.title == "Rapid review"
    assert str(made.get("/CreationDate")).startswith("D:20260304")


def test_every_page_has_its_marking_and_its_number(finished: bytes) -> None:
    pages = lines_of(finished)
    for number, lines in enumerate(pages, start=1):
        assert any("OFFICIAL-SENSITIVE" in x for x in lines)
        assert any(f"Page {number} of {len(pages)}" in x for x in lines)


def test_running_heads_are_artifacts_and_not_read_as_text(finished: bytes) -> None:
    first = pypdf.PdfReader(io.BytesIO(finished)).pages[0].get_contents()
    assert first is not None
    assert b"/Pagination" in first.get_data()


def test_header_row_is_repeated_on_each_page_of_a_table(finished: bytes) -> None:
    with_rows = [x for x in lines_of(finished) if any(y.startswith("Agency ") for y in x)]
    assert len(with_rows) >= 2
    assert all(any("Answered on" in line for line in x) for x in with_rows)


@pytest.mark.parametrize("above", range(20, 34))
def test_no_heading_caption_or_table_head_stands_last_on_a_page(above: int) -> None:
    document = blank()
    document.add_paragraph("Title", style="Title")
    for number in range(above):
        document.add_paragraph(f"Line {number}")
    document.add_paragraph("The heading", style="Heading 1")
    document.add_paragraph("The caption", style="Caption")
    table(document, [["The head"], ["First row"], ["Second row"]])
    document.add_paragraph(style="After Table")
    pages = lines_of(pdf.from_word(saved(document), created=CREATED))
    assert not [x for x in pages if x and x[-1] in {"The heading", "The caption", "The head"}]


def test_row_longer_than_a_page_loses_nothing() -> None:
    document = blank()
    words = " ".join(f"word{x}" for x in range(1500))
    document.add_paragraph("Title", style="Title")
    table(document, [["Event", "Account"], ["One", words]])
    text = " ".join(" ".join(x) for x in lines_of(pdf.from_word(saved(document), created=CREATED)))
    assert [x for x in range(1500) if f"word{x}" not in text] == []


SCRIPTS = {
    "Łódź Ştefan": "Liberation",
    "شكرا جزيلا": "Arabic",
    "আপনাকে ধন্যবাদ": "Bengali",
    "آپ کا شکریہ": "Arabic",
    "谢谢": "CJK",
    "תודה רבה": "Liberation",
    "አመሰግናለሁ": "Ethiopic",
    "ਧੰਨਵਾਦ": "Gurmukhi",
    "நன்றி": "Tamil",
}


@pytest.mark.parametrize("words", SCRIPTS)
def test_names_in_any_script_print_real_letters(words: str) -> None:
    document = blank()
    document.add_paragraph("Names", style="Title")
    document.add_paragraph(words)
    made = pdf.from_word(saved(document), created=CREATED)
    fonts = {
        str(x.get_object()["/BaseFont"])
        for page in pypdf.PdfReader(io.BytesIO(made)).pages
        for x in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    # `make test` installs these fonts: where one is missing, names would not print, so this is red.
    assert any(SCRIPTS[words] in x for x in fonts), "lscp-docs doctor says which fonts are missing"
    assert "\ufffd" not in pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text()


def test_letter_that_no_font_has_stops_the_pdf() -> None:
    document = blank()
    document.add_paragraph("Title \ue000", style="Title")
    with pytest.raises(OutputError):
        pdf.from_word(saved(document), created=CREATED)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hostname", "http://localhost:9/x.png", "../pyproject.toml", "..%2fREADME.md",
     "//localhost/x.png", "/etc/hostname", "missing.png"],
)  # fmt: skip
def test_nothing_outside_the_templates_is_reached(address: str) -> None:
    with pytest.raises(OutputError):
        pdf.from_html(f'<h1>x</h1><img alt="x" src="{address}">', title="x", created=CREATED)


@pytest.mark.parametrize(
    "body", ["<p style='colour: red'>x</p>", "<style>p { margn: 0 }</style><p>x</p>"]
)
def test_misspelt_rule_stops_the_pdf(body: str) -> None:
    with pytest.raises(OutputError) as caught:
        pdf.from_html(f"<h1>x</h1>{body}", title="x", created=CREATED)
    assert caught.value.problems


def test_losses_stop_the_pdf_with_all_of_them() -> None:
    def spoil(document: Document) -> None:
        document.add_comment(document.add_paragraph("x").runs, text="y", author="z")
        document.add_paragraph("z").runs[0].font.hidden = True

    with pytest.raises(OutputError) as caught:
        pdf.from_word(report(spoil), created=CREATED)
    assert len(caught.value.problems) == 2


def test_same_bytes_in_another_process_with_another_hash_seed(
    finished: bytes, tmp_path: Path
) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(report())
    program = (
        "import datetime as dt, hashlib, pathlib, sys; from lscp_docs.render import pdf; "
        "d = pathlib.Path(sys.argv[1]).read_bytes(); "
        "print(hashlib.sha256(pdf.from_word(d, created=dt.date(2026, 3, 4))).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, str(source)],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("0", "4242")
    }  # fmt: skip
    assert len(digests) == 1
    assert pdf.from_word(report(), created=CREATED) == finished


def test_missing_pango_is_a_sentence_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pango(name: str, *rest: object, **more: object) -> object:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.delitem(sys.modules, "lscp_docs.render.pdf")
    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(OutputError, match=r"libharfbuzz-subset0.*brew install pango"):
        __import__("lscp_docs.render.pdf")


def test_picture_in_the_header_is_drawn_and_is_not_read_aloud() -> None:
    document = blank()
    running(document)
    document.add_paragraph("Title", style="Title")
    document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(PNG))
    for drawn in document.sections[0].header._element.iter():
        if drawn.tag.endswith("}docPr"):
            drawn.set("descr", "The partnership's mark")
    made = pypdf.PdfReader(io.BytesIO(pdf.from_word(saved(document), created=CREATED)))
    assert len(made.pages[0].images) == 1
    assert pdf_problems(pdf.from_word(saved(document), created=CREATED), "x.pdf") == []
