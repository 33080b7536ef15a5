"""Every report of the sample partnerships' year, made once a process and read back."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from tests.printed import WordPrint, pdf_pages

from lscp_docs.catalogue import report
from lscp_docs.register.period import Period, between
from lscp_docs.report import ProducedReport, ReportRequest, produce_report
from lscp_docs.reports.report_type import ReportType
from lscp_docs.shipped import bundled

YEAR = between(dt.date(2025, 4, 1), dt.date(2026, 3, 31))
TODAY = dt.date(2026, 6, 20)
HARROWMERE = Path(str(bundled("sample_cases"))) / "harrowmere"
SALTMARSH = Path(str(bundled("sample_cases"))) / "saltmarsh"


@dataclass(frozen=True)
class Reported:
    """A report that was made: its row, and its files and those of its annex."""

    row: ReportType
    produced: ProducedReport
    docx: bytes
    pdf: bytes
    annex: bytes
    html: bytes = b""

    @cached_property
    def word(self) -> WordPrint:
        return WordPrint.of(self.docx)

    @property
    def text(self) -> str:
        return "\n".join(self.word.body)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        return pdf_pages(self.pdf)


@cache
def reported(key: str, home: Path, period: Period = YEAR, agency: str | None = None) -> Reported:
    """Give a final report of a sample partnership, made at its first use."""
    row = report(key)
    with tempfile.TemporaryDirectory() as to:
        request = ReportRequest(period=period, today=TODAY, to=Path(to), agency=agency)
        made = produce_report(home, row, request)
        docx, pdf = (next(x for x in made.files if x.suffix == end) for end in (".docx", ".pdf"))
        annex = next((x.read_bytes() for x in made.annex if x.suffix == ".docx"), b"")
        html = next((x.read_bytes() for x in made.files if x.suffix == ".html"), b"")
        return Reported(row, made, docx.read_bytes(), pdf.read_bytes(), annex, html)
