"""A report as a row of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.paper_type import PaperType
from lscp_docs.model.partnership import Partnership


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a report that people write: its key in `report.toml`, and what belongs there."""

    key: str
    heading: str
    """Under which heading of the report it stands."""
    asked_for: str
    """What belongs there, as a gap names it: "the progress made since the last report"."""
    is_needed: bool = True
    """A final report needs it; False for one that may be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportType(PaperType):
    """A report over a period, in `reports/`: its module also lists the parts that people write."""

    reader: str = ""
    """The field of the partnership's local names that holds its readers, where one does."""
    is_per_agency: bool = False
    """True when it can also be made for one agency, with that agency's own rows alone."""
    is_for_meeting: bool = True
    """False for one that is final without a meeting, an author or recommendations."""
    then: str = ""
    """What may follow once it is read, with the command to type; empty where nothing does."""

    package = "lscp_docs.reports"

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that people write, in the order of the report."""
        parts: tuple[Part, ...] = self.module.PARTS
        return parts

    def readers(self, partnership: Partnership) -> str:
        """Who reads it, in the partnership's own words where it has some."""
        return str(getattr(partnership.names, self.reader)) if self.reader else self.audience
