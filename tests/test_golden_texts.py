"""What each document says in one sample case, word by word: tests/golden, a paragraph a line.

`pytest tests/test_golden_texts.py --update-golden` writes them anew; read the changes before they
go in.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from tests.printed import PAGE, PAGES, WordPrint
from tests.produced import Made, Sample, samples, shown_samples
from tests.test_output import with_one_word_changed

from lscp_docs.catalogue import DOCUMENTS

GOLDEN = Path(__file__).parent / "golden"


def golden(sample: Sample) -> Path:
    name = "-".join(part for part in (sample.document, sample.copy) if part)
    return GOLDEN / sample.case / f"{name}.txt"


def text_of(docx: bytes) -> str:
    """The paragraphs of the text, then of the running head and foot, a line each."""
    word = WordPrint.of(docx)
    lines = [*word.body, "-- on every page --", *word.running]
    plain = (line.replace(PAGE, "<page>").replace(PAGES, "<pages>") for line in lines)
    return "".join(f"{line}\n" for text in plain for line in text.splitlines())


def test_document_says_what_it_said(shown: Made, request: pytest.FixtureRequest) -> None:
    file, text = golden(shown.sample), text_of(shown.docx)
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert changes(file, text) == []


def test_one_changed_word_is_told(shown: Made) -> None:
    told = changes(golden(shown.sample), text_of(with_one_word_changed(shown.docx)))
    assert len([line for line in told if line.startswith("+")]) == 1
    assert len([line for line in told if line.startswith("-")]) == 1


def changes(file: Path, text: str) -> list[str]:
    """Give the lines that differ from a golden text, old ones with -, new ones with +."""
    lines = difflib.ndiff(file.read_text("utf-8").splitlines(), text.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_there_is_a_golden_text_for_every_document_and_no_other() -> None:
    assert {sample.document for sample in shown_samples()} == {row.key for row in DOCUMENTS}
    assert set(shown_samples()) <= set(samples())
    found = {file for file in GOLDEN.rglob("*.*") if file.parent.name != "reports"}
    assert found == {golden(sample) for sample in shown_samples()}
