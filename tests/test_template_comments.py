"""The copy for the author carries each problem as a Word comment where it stands."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph

from lscp_docs.errors import Problem, TemplateError
from lscp_docs.render import templates
from lscp_docs.render.template_comments import commented
from word_samples import Sample, new_document, part, saved, template_of, texts


def anchored(data: bytes) -> list[tuple[str, str]]:
    """The text of each commented paragraph with its comment."""
    document = docx.Document(io.BytesIO(data))
    comments = {comment.comment_id: comment.text for comment in document.comments}
    return [
        (Paragraph(start.getparent(), document).text, comments[int(start.get(start.keys()[0]))])
        for start in document.element.body.iter(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}commentRangeStart"
        )
    ]


def faulty() -> bytes:
    document = new_document()
    document.add_heading("Child", 1)
    document.add_paragraph("Name: {{ child.nam }}")
    document.add_paragraph("Fine {{ title }}")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{{ agreed }}"
    document.sections[0].header.paragraphs[0].text = "{{ titel }}"
    return saved(document)


def test_each_problem_is_a_comment_at_its_paragraph() -> None:
    template = faulty()
    problems = templates.check("paper.docx", template, Sample, None)
    assert len(problems) == 3
    found = anchored(commented(template, problems))
    assert [text for text, _ in found] == ["Child", "Name: {{ child.nam }}", "{{ agreed }}"]
    header, child, agreed = (comment for _, comment in found)
    assert header.startswith("header, paragraph 1: ")
    assert "Did you mean “name”?" in child
    assert "yes or no" in agreed


def test_the_words_of_the_template_stay_as_they_were() -> None:
    template = faulty()
    problems = templates.check("paper.docx", template, Sample, None)
    copy = commented(template, problems)
    assert texts(copy) == texts(template)
    assert part(copy, "word/styles.xml") == part(template, "word/styles.xml")
    assert commented(template, problems) == copy


def test_comments_that_are_there_already_are_kept() -> None:
    document = new_document()
    paragraph = document.add_paragraph("{{ titel }}")
    document.add_comment(paragraph.runs, text="Mine", author="A", initials="A")
    template = saved(document)
    found = anchored(commented(template, templates.check("p.docx", template, Sample, None)))
    assert {comment.split(".")[0] for _, comment in found} >= {
        "In “{{ titel }}”: There is no “titel” in this document",
        "Mine",
        "The template holds comments",
    }


def test_a_problem_without_a_place_stands_at_the_first_paragraph() -> None:
    copy = commented(template_of("One", "Two"), [Problem(file="x", problem="Odd \x00thing.")])
    assert anchored(copy) == [("One", "Odd thing.")]


def test_a_file_that_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateError):
        commented(b"nothing", [])


@pytest.mark.clients
def test_libreoffice_opens_the_copy(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    assert soffice is not None, "make check-clients installs LibreOffice"
    template = faulty()
    problems = templates.check("paper.docx", template, Sample, None)
    (tmp_path / "copy.docx").write_bytes(commented(template, problems))
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "copy.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert (tmp_path / "copy.pdf").stat().st_size > 1000
