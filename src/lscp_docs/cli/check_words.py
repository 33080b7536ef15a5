"""What `lscp-docs check --words` warns of: the words of narratives and of Word documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lscp_docs.errors import CaseFileError, UsageError

if TYPE_CHECKING:
    from lscp_docs.words.finding import Finding
    from lscp_docs.words.rules import WordRules

DOCUMENT = ".docx"
OWN_TEMPLATES = "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWarning:
    """A warning with its place; nothing is stopped by it."""

    file: str
    line: int | None
    path: str
    problem: str
    hint: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"warning: {place}: {self.path}: {self.problem} {self.hint}"


def warnings_of(
    home: Path, cases: Iterable[str], documents: Iterable[str], *, today: dt.date
) -> Iterator[WordWarning]:
    """Yield the warnings of the cases that can be read, then those of Word documents.

    Raises TemplateError for rules or a document that cannot be read, UsageError where there is no
    such document.
    """
    from lscp_docs.casefile.case_folder import load_partnership
    from lscp_docs.words.rules import rules

    own = rules(home / OWN_TEMPLATES).of(load_partnership(home))
    for reference in cases:
        yield from _of_case(home, reference, own, today)
    for document in documents:
        yield from _of_document(Path(document), own, today)


def warnings_of_reports(home: Path, *, today: dt.date) -> Iterator[WordWarning]:
    """Yield the warnings of every report.toml that can be read, with the paragraph of each."""
    from lscp_docs.casefile.case_folder import load_partnership
    from lscp_docs.casefile.report_file import period_of_file, report_file, report_files
    from lscp_docs.words.check import findings, numbered
    from lscp_docs.words.report_texts import found_in_texts, written_paragraphs
    from lscp_docs.words.rules import rules

    own = rules(home / OWN_TEMPLATES).of(load_partnership(home))
    for path in report_files(home):
        try:
            file = report_file(home, path)
        except CaseFileError:
            continue  # told as a problem
        name = path.relative_to(home).as_posix()
        period = period_of_file(path)
        for place, finding in found_in_texts(file, period.years if period is not None else ""):
            yield _warning(name, None, place, finding)
        told = tuple(written_paragraphs(file))
        dated = file.dated or today
        for each in findings(numbered(p.text for p in told), own, document_date=dated):
            yield _warning(name, None, told[each.paragraph - 1].place, each)


def _of_case(home: Path, reference: str, rules: WordRules, today: dt.date) -> Iterator[WordWarning]:
    """Yield the warnings of a case file; a broken one has its problems told, and no warnings."""
    from lscp_docs.casefile.case_folder import CASE_FILE, CASES
    from lscp_docs.casefile.reading import read_toml, text_of
    from lscp_docs.model.case import CaseFile
    from lscp_docs.words.narratives import warnings

    file = home / CASES / reference / CASE_FILE
    try:
        case = read_toml(file, CaseFile)
    except CaseFileError:
        return
    text = text_of(file)
    for each in warnings(case, text if isinstance(text, str) else "", rules, today=today):
        name = f"{CASES}/{reference}/{CASE_FILE}"
        yield _warning(name, each.line, each.path, each.finding)


def _of_document(file: Path, rules: WordRules, today: dt.date) -> Iterator[WordWarning]:
    from lscp_docs.words.check import findings
    from lscp_docs.words.word_files import word_text

    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from error
    text = word_text(file.name, data)
    for each in findings(text.paragraphs, rules, document_date=today, title=text.title):
        yield _warning(str(file), None, f"paragraph {each.paragraph}", each)


def _warning(file: str, line: int | None, path: str, finding: Finding) -> WordWarning:
    problem = f"“{finding.words}” {finding.problem}"
    return WordWarning(file=file, line=line, path=path, problem=problem, hint=finding.suggestion)
