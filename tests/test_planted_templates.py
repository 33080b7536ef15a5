"""Faults planted into a shipped template, through `lscp-docs templates check` and `comment`."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from lscp_docs.cli import main
from lscp_docs.errors import ExitCode
from lscp_docs.render import templates

DOCUMENT = "non-notification-rationale"
FILE = "non_notification_rationale.docx"


@dataclass(frozen=True)
class Planted:
    """Where a fault was planted, and words of what is said of it."""

    place: str
    told: str


def shipped() -> Document:
    return docx.Document(io.BytesIO(templates.find(FILE, None)))


def paragraphs(document: Document) -> list[Paragraph]:
    return [Paragraph(each, document) for each in document.element.body.iter(qn("w:p"))]


def number_of(document: Document, paragraph: Paragraph) -> int:
    return [each._p for each in paragraphs(document)].index(paragraph._p) + 1


def one_with(document: Document, words: str) -> Paragraph:
    return next(each for each in paragraphs(document) if words in each.text)


def after_salutation(document: Document, text: str, style: str = "Normal") -> Paragraph:
    """Put a paragraph where the letter begins; give it."""
    return one_with(document, "letter.subject").insert_paragraph_before(text, style)


def unknown_name(document: Document) -> Planted:
    made = after_salutation(document, "About {{ childs_name }}")
    return Planted(
        f"body, paragraph {number_of(document, made)}",
        "In “About {{ childs_name }}”: There is no “childs_name” in this document.",
    )


def misspelt_name(document: Document) -> Planted:
    made = after_salutation(document, "{{ onwards }}")
    return Planted(
        f"body, paragraph {number_of(document, made)}",
        "There is no “onwards” in this document. Did you mean “onward”?",
    )


def unknown_attribute_in_a_loop(document: Document) -> Planted:
    made = one_with(document, "{{ view.given_by }}")
    made.runs[0].text = "{{ view.given_bye }}"
    return Planted(
        f"body, paragraph {number_of(document, made)}",
        "has no field “given_bye”. Did you mean “given_by”?",
    )


def text_beside_a_block_tag(document: Document) -> Planted:
    made = one_with(document, "{%p if learning %}")
    made.add_run(" A sentence that would vanish.")
    return Planted(
        f"body, paragraph {number_of(document, made)}",
        "Something shares the paragraph with a {%p tag and would be lost.",
    )


def if_without_its_end(document: Document) -> Planted:
    made = after_salutation(document, "{%p if group %}")
    return Planted(
        f"body, paragraph {number_of(document, made)}",
        "In “{%p if group %}”: “if” is never closed. Add {%p endif %}.",
    )


def end_without_its_beginning(document: Document) -> Planted:
    made = after_salutation(document, "{%p endfor %}")
    return Planted(
        f"body, paragraph {number_of(document, made)}", "“endfor” closes or continues nothing."
    )


def unknown_filter(document: Document) -> Planted:
    made = after_salutation(document, "{{ group|shout }}")
    return Planted(f"body, paragraph {number_of(document, made)}", "The filter “shout” is unknown")


def single_braces(document: Document) -> Planted:
    made = after_salutation(document, "Dear { group }")
    return Planted(
        f"body, paragraph {number_of(document, made)}",
        "In “Dear { group }”: A brace stands there that belongs to no whole tag.",
    )


def a_list_printed_as_words(document: Document) -> Planted:
    made = after_salutation(document, "{{ members }}")
    return Planted(
        f"body, paragraph {number_of(document, made)}",
        "“members” is several things. Use {%p for … in … %}.",
    )


def tracked_change(document: Document) -> Planted:
    made = after_salutation(document, "")
    inserted = OxmlElement("w:ins")
    inserted.set(qn("w:id"), "900")
    inserted.set(qn("w:author"), "Somebody")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "A new sentence."
    run.append(text)
    inserted.append(run)
    made._p.append(inserted)
    return Planted(
        f"body, paragraph {number_of(document, made)}",
        "The template holds a tracked change. Accept or reject all changes in Word.",
    )


def comment_in_the_margin(document: Document) -> Planted:
    made = after_salutation(document, "Words.")
    document.add_comment(made.runs[0], "Is this right?", "Somebody", "S")
    return Planted("", "The template holds comments. Delete them in Word")


def unknown_style(document: Document) -> Planted:
    document.styles.add_style("Headline", WD_STYLE_TYPE.PARAGRAPH)
    made = after_salutation(document, "Words.", "Headline")
    return Planted(
        f"body, paragraph {number_of(document, made)}", "The house style has no style “Headline”."
    )


def heading_level_skipped(document: Document) -> Planted:
    made = next(each for each in paragraphs(document) if each.style.name == "Heading 2")
    made.style = document.styles["Heading 3"]
    return Planted(
        f"body, paragraph {number_of(document, made)}",
        "A heading of level 3 follows one of level 1. Use Heading 2.",
    )


def another_language(document: Document) -> Planted:
    made = after_salutation(document, "Color of the harbor.")
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    made.runs[0]._r.get_or_add_rPr().append(language)
    return Planted(
        f"body, paragraph {number_of(document, made)}", "The language here is en-US, not en-GB."
    )


def tag_in_the_header(document: Document) -> Planted:
    header = document.sections[0].header
    added = header.add_paragraph("{{ casenumber }}")
    number = [each._p for each in header.paragraphs].index(added._p) + 1
    return Planted(
        f"header, paragraph {number}",
        "In “{{ casenumber }}”: There is no “casenumber” in this document.",
    )


def tag_cut_in_two(document: Document) -> Planted:
    made = after_salutation(document, "{{ group")
    return Planted(
        f"body, paragraph {number_of(document, made)}",
        "In “{{ group”: A brace stands there that belongs to no whole tag.",
    )


PLANTS = (
    unknown_name,
    misspelt_name,
    unknown_attribute_in_a_loop,
    text_beside_a_block_tag,
    if_without_its_end,
    end_without_its_beginning,
    unknown_filter,
    single_braces,
    a_list_printed_as_words,
    tracked_change,
    comment_in_the_margin,
    unknown_style,
    heading_level_skipped,
    another_language,
    tag_in_the_header,
    tag_cut_in_two,
)


@pytest.fixture
def check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[[Document], tuple[int, list[str]]]:
    """Saves a template into a folder of its own and runs `lscp-docs templates check` on it."""

    def run(document: Document) -> tuple[int, list[str]]:
        document.save(str(tmp_path / FILE))
        code = main(["templates", "check", "--templates", str(tmp_path)])
        printed = capsys.readouterr().out
        assert max(map(len, printed.splitlines())) <= 80
        lines = printed.replace("\n    ", " ").splitlines()
        return code, [line for line in lines if line.startswith(f"{FILE}: ")]

    return run


def test_more_than_ten_faults_are_planted() -> None:
    assert len(PLANTS) > 10


def test_the_shipped_template_has_no_fault(
    check: Callable[[Document], tuple[int, list[str]]],
) -> None:
    code, problems = check(shipped())
    assert problems == []
    assert code == ExitCode.DONE


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_gives_its_part_and_paragraph(
    plant: Callable[[Document], Planted], check: Callable[[Document], tuple[int, list[str]]]
) -> None:
    document = shipped()
    planted = plant(document)
    code, problems = check(document)
    assert code == ExitCode.TEMPLATE
    assert problems[0].startswith(f"{FILE}: {planted.place}")
    assert planted.told in problems[0]
    assert plant is comment_in_the_margin or len(problems) == 1


def test_all_faults_are_told_at_once_in_reading_order(
    check: Callable[[Document], tuple[int, list[str]]],
) -> None:
    document = shipped()
    told = [plant(document).told for plant in (unknown_attribute_in_a_loop, unknown_name)]
    tag_in_the_header(document)
    _, problems = check(document)
    assert len(problems) == 3
    first, later, header = problems
    assert "header, paragraph" in header
    assert told[1] in first
    assert told[0] in later


def test_a_fact_that_no_tag_prints_is_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = shipped()
    onward = one_with(document, "{{ onward }}")
    onward._p.getparent().remove(onward._p)
    document.save(str(tmp_path / FILE))
    main(["templates", "check", "--templates", str(tmp_path)])
    printed = capsys.readouterr().out.replace("\n    ", " ")
    assert f"warning: {FILE}: onward: No tag prints or asks for this." in printed


def test_comment_writes_a_copy_with_each_fault_beside_its_paragraph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, to = tmp_path / "own", tmp_path / "copies"
    own.mkdir()
    document = shipped()
    planted = [plant(document) for plant in (unknown_name, unknown_attribute_in_a_loop)]
    document.save(str(own / FILE))
    before = (own / FILE).read_bytes()
    asked = ["templates", "comment", DOCUMENT, "--templates", str(own), "--to", str(to)]
    assert main(asked) == ExitCode.TEMPLATE
    printed = capsys.readouterr().out
    copy = to / "non_notification_rationale_commented.docx"
    assert str(copy) in printed
    comments = [comment.text for comment in docx.Document(str(copy)).comments]
    assert len(comments) == 2
    assert "There is no “childs_name” in this document." in comments[0]
    assert planted[1].told in comments[1]
    assert (own / FILE).read_bytes() == before
    assert main(asked) == ExitCode.TEMPLATE
    assert (to / "non_notification_rationale_commented_2.docx").is_file()


def test_comment_writes_nothing_where_nothing_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates", "comment", DOCUMENT, "--to", str(tmp_path)]) == ExitCode.DONE
    assert capsys.readouterr().out == f"{FILE} has no problem: no copy was written.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_template_that_is_no_word_file_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FILE).write_text("Dear {{ group }}")
    assert main(["templates", "check", "--templates", str(tmp_path)]) == ExitCode.TEMPLATE
    assert f"{FILE}: " in capsys.readouterr().out
