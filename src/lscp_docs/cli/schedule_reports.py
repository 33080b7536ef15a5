"""Where the schedule meets the reports: which there are, and the making of one of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from lscp_docs.errors import MissingFactsError

if TYPE_CHECKING:
    from lscp_docs.schedule.owed import Owed
    from lscp_docs.schedule.run import Make

A_DRAFT = "a draft: narrative to be written"


def known_reports() -> tuple[str, ...]:
    """Return the keys of the reports that can be made."""
    from lscp_docs.catalogue import REPORTS

    return tuple(row.key for row in REPORTS)


def maker(home: Path, today: dt.date) -> Make:
    """Return what makes a report of a home: final if nothing is missing, else a draft."""
    from lscp_docs.catalogue import report
    from lscp_docs.paper import Standing
    from lscp_docs.report import ReportRequest, produce_report

    own = home / "templates"

    def make(owed: Owed, folder: Path) -> str:
        row = report(owed.report)
        request = ReportRequest(
            period=owed.period,
            today=today,
            to=folder,
            standing=Standing.FINAL,
            agency=owed.agency,
            own_templates=own if own.is_dir() else None,
        )
        try:
            produce_report(home, row, request)
        except MissingFactsError:
            produce_report(home, row, dataclasses.replace(request, standing=Standing.DRAFT))
            return A_DRAFT
        return ""

    return make
