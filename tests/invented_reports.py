"""Reports of invented cases that stand in no folder, made as every other report is."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from unittest import mock

from lxml import etree
from tests.printed import W, WordPrint, texts
from tests.reported import HARROWMERE

from lscp_docs.casefile.case_folder import PARTNERSHIP_FILE, CaseFolder, load_partnership
from lscp_docs.casefile.report_file import report_path
from lscp_docs.catalogue import report as row_of
from lscp_docs.model.case import CaseFile
from lscp_docs.paper import Format, Standing
from lscp_docs.register.period import Period
from lscp_docs.report import ProducedReport, ReportRequest, produce_report
from lscp_docs.reports import gathered
from lscp_docs.reports.told_case import ToldCase


@dataclass(frozen=True)
class Files:
    """What was made, by the ending of its name."""

    produced: ProducedReport
    data: dict[str, bytes]

    @property
    def word(self) -> WordPrint:
        return WordPrint.of(self.data[".docx"])

    @property
    def text(self) -> str:
        return "\n".join(self.word.body)

    def tables(self) -> list[list[list[str]]]:
        """Every table of the Word file: its rows, each cell's paragraphs in one text."""
        with zipfile.ZipFile(io.BytesIO(self.data[".docx"])) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        return [
            [
                [" ".join(texts(cell)) for cell in table_row.iterfind(f"{W}tc")]
                for table_row in table.iterfind(f"{W}tr")
            ]
            for table in root.iter(f"{W}tbl")
        ]


def report_of(
    cases: list[CaseFile],
    key: str,
    period: Period,
    home: Path,
    *,
    dated: dt.date,
    file: str = "",
    partnership: Path = HARROWMERE,
    standing: Standing = Standing.FINAL,
    wanted: Format = Format.WORD,
) -> Files:
    """Give a report of these cases; `file` is its report.toml, `home` an empty folder."""
    (home / PARTNERSHIP_FILE).write_bytes((partnership / PARTNERSHIP_FILE).read_bytes())
    if file:
        written = report_path(home, key, period)
        written.parent.mkdir(parents=True)
        written.write_text(file, "utf-8")
    request = ReportRequest(
        period=period, today=dated, to=home / "made", standing=standing, format=wanted
    )
    with mock.patch.object(gathered, "from_cases", partial(_from_cases, cases)):
        produced = produce_report(home, row_of(key), request)
    return Files(produced, {each.suffix: each.read_bytes() for each in produced.files})


def _from_cases(
    cases: list[CaseFile], home: Path, wanted: Callable[[CaseFolder], ToldCase]
) -> tuple[ToldCase, ...]:
    partnership = load_partnership(home)
    return tuple(
        wanted(
            CaseFolder(
                path=home / case.reference,
                case=case,
                partnership=partnership,
                case_sha256="0" * 64,
                partnership_sha256="0" * 64,
            )
        )
        for case in cases
    )
