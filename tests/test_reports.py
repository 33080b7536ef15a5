"""Every report of the sample partnerships, as its readers get it: sound, accessible, clean.

`pytest tests/test_reports.py --update-golden` writes what they say to tests/golden anew; read the
changes before they go in.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from pathlib import Path

import page as page_validation
import pytest
from tests.printed import PAGE, PAGES, WordPrint
from tests.reported import HARROWMERE, SALTMARSH, Reported, reported
from tests.test_output import LEFT_OVER, with_one_word_changed

from lscp_docs.casefile.case_folder import load_case, references
from lscp_docs.casefile.report_file import report_files
from lscp_docs.catalogue import ANNEX, REPORTS
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.sought.ordinary import ORDINARY
from lscp_docs.documents.paper_type import Source
from lscp_docs.register.period import between
from lscp_docs.render.parity import differences
from lscp_docs.render.pdf_rules import pdf_problems
from lscp_docs.render.word_rules import word_problems

GOLDEN = Path(__file__).parent / "golden" / "reports"


def samples() -> list[tuple[str, Path, str]]:
    """Every report that has a sample: its key, its home, and its period as the folder names it."""
    written = [
        (file.parent.name, home, file.parent.parent.name)
        for home in (HARROWMERE, SALTMARSH)
        for file in report_files(home)
    ]
    unwritten = [
        (row.key, HARROWMERE, "2025-04-01_2026-03-31")
        for row in REPORTS
        if row.key == ANNEX or not any(part.is_needed for part in row.parts)
    ]
    return written + [each for each in unwritten if each[0] not in {key for key, _, _ in written}]


def made(sample: tuple[str, Path, str]) -> Reported:
    key, home, days = sample
    first, last = (dt.date.fromisoformat(day) for day in days.split("_"))
    return reported(key, home, between(first, last))


each_report = pytest.mark.parametrize(
    "sample", samples(), ids=lambda each: f"{each[1].name}-{each[0]}"
)


def test_every_report_has_a_sample() -> None:
    assert {key for key, _, _ in samples()} == {row.key for row in REPORTS}


@each_report
def test_the_sample_is_final_and_nothing_is_wrong_with_its_words(
    sample: tuple[str, Path, str],
) -> None:
    produced = made(sample).produced
    assert (produced.gaps, produced.defects, produced.warnings) == ((), (), ())


@each_report
def test_word_and_pdf_break_no_rule_and_say_the_same(sample: tuple[str, Path, str]) -> None:
    report = made(sample)
    assert list(map(str, word_problems(report.docx, "report.docx"))) == []
    assert list(map(str, pdf_problems(report.pdf, "report.pdf"))) == []
    validated = page_validation.validate_pdf_bytes(report.pdf, profile="ua1")
    assert [(fault.rule_id, fault.message) for fault in validated.failures] == []
    if report.row.pdf_from is Source.WORD:
        assert differences(report.docx, report.pdf) == []
        assert differences(with_one_word_changed(report.docx), report.pdf) != []


@each_report
def test_nothing_is_left_over_in_the_text(sample: tuple[str, Path, str]) -> None:
    report = made(sample)
    lines = (*report.word.body, *report.word.running)
    found = [
        (name, line)
        for name, pattern in LEFT_OVER.items()
        for line in lines
        if re.search(pattern, line)
    ]
    assert found == []
    assert report.word.empty_cells == ()


@each_report
def test_a_report_for_the_public_has_no_reference_and_no_marking(
    sample: tuple[str, Path, str],
) -> None:
    key, home, _ = sample
    report = made(sample)
    if report.row.profile is not Profile.PUBLIC:
        assert "OFFICIAL-SENSITIVE" in " ".join(report.word.running), key
        return
    assert "OFFICIAL-SENSITIVE" not in " ".join((*report.word.body, *report.word.running))
    told = " ".join((*report.word.body, *report.word.running, *report.pages))
    assert [case for case in references(home) if case in told] == []


@each_report
def test_no_report_tells_a_name(sample: tuple[str, Path, str]) -> None:
    """By another way than the search that the program itself makes: the names as they are typed."""
    _, home, _ = sample
    told = " ".join(made(sample).word.body)
    for case in references(home):
        for child in load_case(home, case).case.children:
            for name in (child.forenames, child.surname):
                words = "" if name is None else str(name._value)
                is_word_too = not words or words.casefold() in ORDINARY
                assert is_word_too or not re.search(rf"\b{re.escape(words)}\b", told), case


def golden(sample: tuple[str, Path, str]) -> Path:
    return GOLDEN / f"{sample[1].name}-{sample[0]}.txt"


def text_of(docx: bytes) -> str:
    word = WordPrint.of(docx)
    lines = [*word.body, "-- on every page --", *word.running]
    plain = (line.replace(PAGE, "<page>").replace(PAGES, "<pages>") for line in lines)
    return "".join(f"{line}\n" for text in plain for line in text.splitlines())


def changes(file: Path, text: str) -> list[str]:
    lines = difflib.ndiff(file.read_text("utf-8").splitlines(), text.splitlines())
    return [line for line in lines if line[0] in "+-"]


@each_report
def test_report_says_what_it_said(
    sample: tuple[str, Path, str], request: pytest.FixtureRequest
) -> None:
    docx = made(sample).docx
    if request.config.getoption("--update-golden"):
        golden(sample).parent.mkdir(parents=True, exist_ok=True)
        golden(sample).write_text(text_of(docx), "utf-8")
    assert changes(golden(sample), text_of(docx)) == []
    told = changes(golden(sample), text_of(with_one_word_changed(docx)))
    assert [line[0] for line in told] == ["-", "+"]


def test_there_is_a_golden_text_for_every_sample_and_no_other() -> None:
    assert set(GOLDEN.glob("*")) == {golden(sample) for sample in samples()}
