"""A citation: words of law or guidance, or a name, with their source and the days they held."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from lscp_docs.errors import LscpDocsError


class Wording(StrEnum):
    """How near the words are to the document that they stand for."""

    QUOTED = "quoted"
    """Word for word: the source quotes the law or guidance, or is it."""
    REPORTED = "reported"
    """The source says in its own words what the law, the guidance or the practice is."""
    SUMMARISED = "summarised"
    """This project's short form of what the source says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A row of `rows`, in force from `in_force` to `until`, both days included.

    `reference` is what a footnote prints (title, chapter, paragraph), empty where the source
    gives none. `verified` is False for what rests on general knowledge or on an assumed date.
    """

    key: str
    text: str
    source: str
    in_force: dt.date
    until: dt.date | None = None
    reference: str = ""
    wording: Wording = Wording.REPORTED
    verified: bool = True
    note: str = ""

    def words(self, *, unverified_too: bool = False) -> str:
        """Return the words for a document; raise if they are unverified and not asked for."""
        if not self.verified and not unverified_too:
            raise LscpDocsError(
                f"The words of {self.key} have not been checked against their source, so no "
                "document prints them. Check them, then mark the row as verified."
            )
        return self.text

    def quotation(self) -> str:
        """Return the words in quotation marks with their reference; raise unless word for word."""
        if self.wording is not Wording.QUOTED:
            raise LscpDocsError(
                f"The words of {self.key} are {self.wording}, not quoted: print them without "
                "quotation marks."
            )
        reference = f" ({self.reference})" if self.reference else ""
        return f"“{self.words()}”{reference}"

    def holds_on(self, day: dt.date) -> bool:
        """True when the row is in force on the day."""
        return self.in_force <= day and (self.until is None or day <= self.until)
