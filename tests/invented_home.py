"""A home of invented cases in memory, from which a report is made as from a folder of files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.cases import a_partnership
from tests.printed import WordPrint

from lscp_docs import report as reporting
from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.catalogue import report
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.returned import Return
from lscp_docs.paper import Format, Standing
from lscp_docs.register.period import Period
from lscp_docs.report import ProducedReport, ReportRequest, produce_report
from lscp_docs.reports import gathered


def a_folder(
    case: CaseFile, *returns: Return[Answers], partnership: Partnership | None = None
) -> CaseFolder:
    """A case as if it had been read, with the returns that were accepted."""
    return CaseFolder(
        path=Path("nowhere"),
        case=case,
        partnership=partnership or a_partnership(),
        case_sha256="0" * 64,
        partnership_sha256="0" * 64,
        returns=returns,
    )


class InventedHome:
    """Makes reports of cases that stand in no file."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path, *folders: CaseFolder) -> None:
        (folder / "partnership.toml").write_text("# in memory", "utf-8")
        for module in (reporting, gathered):
            patch.setattr(module, "load_partnership", lambda _: a_partnership())
        patch.setattr(gathered, "from_cases", lambda _, wanted: tuple(map(wanted, folders)))
        self.folder = folder

    def report(
        self,
        key: str,
        period: Period,
        today: dt.date,
        *,
        agency: str | None = None,
        standing: Standing = Standing.FINAL,
        written: str = "",
    ) -> ProducedReport:
        """Make a report; `written` is its report.toml without the first line."""
        if written:
            days = f"{period.first.isoformat()}_{period.last.isoformat()}"
            file = self.folder / "reports" / days / key / "report.toml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f'report = "{key}"\n{written}', "utf-8")
        request = ReportRequest(
            period=period,
            today=today,
            to=self.folder / "made",
            standing=standing,
            format=Format.WORD,
            agency=agency,
        )
        return produce_report(self.folder, report(key), request)


def text_of(made: ProducedReport) -> str:
    """Every paragraph of a report, cells of tables included, a line each."""
    return "\n".join(WordPrint.of(made.files[0].read_bytes()).body)
