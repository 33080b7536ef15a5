"""`finalise`: an edited Word document becomes a PDF of the same words, or nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.printed import pdf_pages
from tests.produced import folders

from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.catalogue import DOCUMENTS, document
from lscp_docs.cli.demo import SAMPLE_DAY
from lscp_docs.errors import DisclosureError, MissingFactsError, OutputError, UsageError
from lscp_docs.finalise import document_named, finalise
from lscp_docs.model.identifying import revealed
from lscp_docs.paper import Format, Standing
from lscp_docs.produce import Request, produce

CASE, LETTER = "HSCP-2025-009", "referrer-feedback"
PUBLISHED, BRIEFING = "HSCP-2024-006", "seven-minute-briefing"
OPEN = "HSCP-2026-003"


@pytest.fixture
def word_file(tmp_path: Path) -> Callable[..., Path]:
    def made(case: str = CASE, key: str = LETTER, standing: Standing = Standing.FINAL) -> Path:
        request = Request(today=SAMPLE_DAY, to=tmp_path, standing=standing, format=Format.WORD)
        return produce(folders()[case], document(key), request)[0].files[0]

    return made


def edit(file: Path, change: Callable[[Document], object]) -> None:
    opened = docx.Document(str(file))
    change(opened)
    opened.save(str(file))


def finalised(file: Path, case: str = CASE) -> Path:
    return finalise(file, folders()[case], today=SAMPLE_DAY)


def pdfs_beside(file: Path) -> list[Path]:
    return sorted(file.parent.glob("*.pdf"))


def a_name(folder: CaseFolder) -> str:
    """A child's whole surname, as a person might slip it into a public paper."""
    child = next(each for each in folder.case.children if each.surname is not None)
    assert child.surname is not None
    return revealed(child.surname)


def test_what_a_person_wrote_in_word_is_in_the_pdf(word_file: Callable[..., Path]) -> None:
    file = word_file()
    edit(file, lambda opened: opened.paragraphs[-1].insert_paragraph_before("Thank you, Fenella."))
    pdf = finalised(file)
    assert pdf == file.with_suffix(".pdf")
    assert "Thank you, Fenella." in " ".join(pdf_pages(pdf.read_bytes()))


def test_the_pdf_that_is_there_is_kept(word_file: Callable[..., Path]) -> None:
    file = word_file()
    first = finalised(file)
    before = first.read_bytes()
    second = finalised(file)
    assert second.name == f"{file.stem}_2.pdf"
    assert first.read_bytes() == before == second.read_bytes()


def test_a_tracked_change_is_refused(word_file: Callable[..., Path]) -> None:
    def track(opened: Document) -> None:
        inserted = OxmlElement("w:ins")
        inserted.set(qn("w:id"), "900")
        inserted.set(qn("w:author"), "Somebody")
        run = opened.paragraphs[-1].add_run("An unseen change.")._r
        run.getparent().replace(run, inserted)
        inserted.append(run)

    file = word_file()
    edit(file, track)
    with pytest.raises(DisclosureError) as caught:
        finalised(file)
    told = f"{caught.value.sentence} {' '.join(map(str, caught.value.problems))}"
    assert "tracked change" in told.casefold()
    assert "unseen" not in told
    assert pdfs_beside(file) == []


def test_a_gap_that_is_still_in_the_text_is_refused_but_in_a_draft(
    word_file: Callable[..., Path],
) -> None:
    draft = word_file(OPEN, "notification-discussion", Standing.DRAFT)
    final = draft.with_name(draft.name.replace("_DRAFT", ""))
    final.write_bytes(draft.read_bytes())
    with pytest.raises(MissingFactsError) as caught:
        finalised(final, OPEN)
    assert "the view of health" in " ".join(map(str, caught.value.problems))
    assert pdfs_beside(final) == []
    assert finalised(draft, OPEN).name == f"{draft.stem}.pdf"


def test_a_name_written_into_a_public_paper_is_refused(word_file: Callable[..., Path]) -> None:
    file = word_file(PUBLISHED, BRIEFING)
    name = a_name(folders()[PUBLISHED])
    edit(file, lambda opened: opened.add_paragraph(f"We learned much from {name}."))
    with pytest.raises(DisclosureError) as caught:
        finalised(file, PUBLISHED)
    assert name not in f"{caught.value.sentence} {' '.join(map(str, caught.value.problems))}"
    assert pdfs_beside(file) == []


def test_a_file_of_another_case_is_refused(word_file: Callable[..., Path]) -> None:
    with pytest.raises(UsageError, match="HSCP-2024-006"):
        finalised(word_file(), "HSCP-2024-006")


def test_a_file_whose_name_tells_no_document_is_refused(
    word_file: Callable[..., Path],
) -> None:
    file = word_file().rename(word_file().parent / "Letter for Tuesday.docx")
    with pytest.raises(UsageError, match="does not tell which document it is"):
        finalised(file)


def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / f"{CASE}_{LETTER}_2026-03-12.docx"
    file.write_text("Dear colleague")
    with pytest.raises(OutputError):
        finalised(file)
    assert pdfs_beside(file) == []


@pytest.mark.parametrize("row", DOCUMENTS, ids=lambda row: row.key)
def test_the_name_that_produce_gives_tells_document_and_copy(row: object) -> None:
    for copy in row.every_copy:  # type: ignore[attr-defined]
        parts = [CASE, row.key, copy.key, "2026-03-12", "OFFICIAL-SENSITIVE"]  # type: ignore[attr-defined]
        for more in ([], ["DRAFT"], ["2"], ["DRAFT", "3"]):
            name = "_".join(part for part in (*parts, *more) if part)
            assert document_named(Path(f"{name}.docx")) == (row, copy)
