"""Every document of every sample case, produced once a process and read back as its readers do."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from tests.printed import Letters, WordPrint, pdf_pages

from lscp_docs.casefile.case_folder import CaseFolder, load_case, references
from lscp_docs.catalogue import DOCUMENTS, Copy, DocumentType, document
from lscp_docs.cli.demo import SAMPLE_DAY
from lscp_docs.documents.material import Material
from lscp_docs.errors import MissingFactsError
from lscp_docs.paper import Standing
from lscp_docs.produce import Produced, Request, applicable, missing_facts, produce
from lscp_docs.shipped import bundled
from lscp_docs.wording import day_in_words


@dataclass(frozen=True, order=True)
class Sample:
    """One copy of one document of one sample case, by its names."""

    case: str
    document: str
    copy: str = ""

    def __str__(self) -> str:
        return "-".join(part for part in (self.case, self.document, self.copy) if part)


@dataclass(frozen=True)
class Made:
    """A copy that was produced: what it was made of, and its two files."""

    folder: CaseFolder
    row: DocumentType
    copy: Copy
    produced: Produced
    docx: bytes
    pdf: bytes

    @property
    def sample(self) -> Sample:
        return Sample(self.folder.case.reference, self.row.key, self.copy.key)

    @property
    def is_draft(self) -> bool:
        return self.produced.standing is Standing.DRAFT

    @property
    def as_at(self) -> str:
        return day_in_words(self.produced.as_at)

    @cached_property
    def context(self) -> object:
        """The words that the templates were given."""
        return self.row.context(material_of(self.folder, self.copy, self.produced.as_at))

    @cached_property
    def word(self) -> WordPrint:
        return WordPrint.of(self.docx)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The text of each page of the PDF, spaces and line ends folded into one space."""
        return pdf_pages(self.pdf)

    @cached_property
    def word_letters(self) -> Letters:
        return Letters(self.word.whole)

    @cached_property
    def pdf_letters(self) -> Letters:
        return Letters.of_pages(self.pages, self.word.running)


def material_of(folder: CaseFolder, copy: Copy, as_at: dt.date) -> Material:
    return Material(
        case=folder.case,
        partnership=folder.partnership,
        as_at=as_at,
        profile=copy.profile,
        addressee=copy.addressee,
        returns=folder.returns,
    )


@lru_cache(maxsize=1)
def folders() -> dict[str, CaseFolder]:
    """The sample cases by their references."""
    homes = sorted(Path(str(entry)) for entry in bundled("sample_cases").iterdir())
    return {case: load_case(home, case) for home in homes for case in references(home)}


@lru_cache(maxsize=1)
def samples() -> tuple[Sample, ...]:
    """Everything that the sample cases have to show, cases in order, documents as catalogued.

    Of documents that are alike in every case, those of a few cases.
    """
    return tuple(
        Sample(case, row.key, copy.key)
        for case, folder in folders().items()
        for row in applicable(folder)
        if row.key not in IN_ALMOST_EVERY_CASE or case in FULLEST
        for copy in row.every_copy
    )


IN_ALMOST_EVERY_CASE = ("pseudonym-key", "combined-chronology")
"""Documents that almost every case calls for, and that look alike in all of them."""
FULLEST = ("HSCP-2024-006",)
"""The cases in which those are tried: the one with the most people."""


def made(sample: Sample) -> Made:
    """Give a copy, produced at its first use; final where its facts are complete, else a draft."""
    copies = _copies(sample.case, sample.document)
    return next(copy for copy in copies if copy.sample == sample)


@cache
def _copies(case: str, key: str) -> tuple[Made, ...]:
    return tuple(produced_of(folders()[case], document(key)))


def produced_of(folder: CaseFolder, row: DocumentType) -> Iterator[Made]:
    """Yield every copy of a document of any case."""
    with tempfile.TemporaryDirectory() as to:
        files = _final_or_draft(folder, row, Path(to))
        for copy, one in zip(row.every_copy, files, strict=True):
            docx, pdf = (next(x for x in one.files if x.suffix == end) for end in (".docx", ".pdf"))
            yield Made(folder, row, copy, one, docx.read_bytes(), pdf.read_bytes())


def _final_or_draft(folder: CaseFolder, row: DocumentType, to: Path) -> tuple[Produced, ...]:
    try:
        return produce(folder, row, Request(today=SAMPLE_DAY, to=to))
    except MissingFactsError:
        draft = Request(today=SAMPLE_DAY, to=to, standing=Standing.DRAFT)
        return produce(folder, row, draft)


def few_samples() -> frozenset[Sample]:
    """The papers of a few cases for each document: of those that are shown, and of the last two."""
    few = set(shown_samples())
    for row in DOCUMENTS:
        all_of_it = [sample for sample in samples() if sample.document == row.key]
        cases = list(dict.fromkeys(sample.case for sample in all_of_it))[-2:]
        few.update(sample for sample in all_of_it if sample.case in cases)
    return frozenset(few)


def shown_samples() -> tuple[Sample, ...]:
    """One sample a document: the first that is complete, else the first draft; all its copies."""
    chosen = []
    for row in DOCUMENTS:
        all_of_it = [sample for sample in samples() if sample.document == row.key]
        complete = [sample for sample in all_of_it if is_complete(sample)]
        cases = [sample.case for sample in (complete or all_of_it)][:1]
        chosen += [sample for sample in all_of_it if sample.case in cases]
    return tuple(chosen)


@cache
def is_complete(sample: Sample) -> bool:
    """Tell whether a final document can be made; makes no file."""
    return not missing_facts(folders()[sample.case], document(sample.document), SAMPLE_DAY)
