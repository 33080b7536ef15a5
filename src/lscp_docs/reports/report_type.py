"""A report as a row of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.paper_type import PaperType
from lscp_docs.model.partnership import Partnership
from lscp_docs.register.period import Period

DAYS_OF_YEAR = 365


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
    tells_training: bool = False
    """True when it prints the training and learning events of the period."""
    publishes_tables: bool = False
    """True when it can print tables of children, with small numbers hidden."""
    is_for_meeting: bool = True
    """False for one that is final without a meeting, an author or recommendations."""
    is_as_at_period_end: bool = False
    """True when it tells how things stood when the period ended, whenever it is made."""
    then: str = ""
    """What may follow once it is read, with the command to type; empty where nothing does."""

    names_period: bool = False
    """True when its title names the year or years that it tells of."""

    package = "lscp_docs.reports"

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that people write, in the order of the report."""
        parts: tuple[Part, ...] = self.module.PARTS
        return parts

    @property
    def to_fill_in(self) -> str:
        """What it asks of `report.toml` besides the parts, as lines to fill in; often nothing."""
        return str(getattr(self.module, "TO_FILL_IN", ""))

    @property
    def appendices(self) -> tuple[str, ...]:
        """The titles of its appendices, numbered from 1; most reports have none."""
        titles: tuple[str, ...] = getattr(self.module, "APPENDICES", ())
        return titles

    def title_for(self, period: Period) -> str:
        """Its title for a period: with the year or years, or the days, where it names them."""
        if not self.names_period:
            return self.title
        is_year = (period.last - period.first).days >= DAYS_OF_YEAR - 1
        return f"{self.title} {period.years if is_year else period.within}"

    def readers(self, partnership: Partnership) -> str:
        """Who reads it, in the partnership's own words where it has some."""
        return str(getattr(partnership.names, self.reader)) if self.reader else self.audience
