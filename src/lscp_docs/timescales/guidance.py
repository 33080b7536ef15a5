"""Which edition of the guidance applies to a case, and what it says, by date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from lscp_docs.errors import CaseFileError, LscpDocsError
from lscp_docs.timescales.citation import Citation
from lscp_docs.timescales.rows.access import ACCESS
from lscp_docs.timescales.rows.deciding import CRITERIA, DECIDING
from lscp_docs.timescales.rows.names import NAMES
from lscp_docs.timescales.rows.notifying import NOTIFYING
from lscp_docs.timescales.rows.reviewing import REVIEWING
from lscp_docs.timescales.rows.sources import WT2015, WT2018, WT2023, day_before
from lscp_docs.timescales.rows.titles import TITLES

CITATIONS: tuple[Citation, ...] = (
    *TITLES,
    *NAMES,
    *NOTIFYING,
    *CRITERIA,
    *DECIDING,
    *REVIEWING,
    *ACCESS,
)


class Regime(StrEnum):
    """An edition of Working Together to Safeguard Children and the duties that came with it."""

    WT2015 = "wt2015"
    WT2018 = "wt2018"
    WT2023 = "wt2023"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A regime with the days on which it is chosen, both included."""

    regime: Regime
    in_force: dt.date
    until: dt.date | None
    source: str
    note: str = ""


EDITIONS = (
    Edition(
        regime=Regime.WT2015,
        in_force=WT2015,
        until=day_before(WT2018),
        source="publication date: Wirral, Working Together 2018 page",
    ),
    Edition(
        regime=Regime.WT2018,
        in_force=WT2018,
        until=day_before(WT2023),
        source="publication date: Wirral, Working Together 2018 page",
        note="Factual update in 2020. Local arrangements changed over on days of their own.",
    ),
    Edition(
        regime=Regime.WT2023,
        in_force=WT2023,
        until=None,
        source="publication date: staffsscb.org.uk, Working Together 2023 page",
        note="Local arrangements had until December 2024 to follow it.",
    ),
)


def regime_on(aware_on: dt.date) -> Regime:
    """Return the edition in force on the day the local authority became aware.

    It is the edition published by then; a partnership may choose another for a case. Raises
    CaseFileError for a day before the first edition that this program knows.
    """
    for edition in EDITIONS:
        if edition.in_force <= aware_on and (edition.until is None or aware_on <= edition.until):
            return edition.regime
    raise CaseFileError(
        "The day on which the local authority became aware is before 26 March 2015, when Working "
        "Together 2015 was published. Check that date; earlier editions are not known here."
    )


def cite(key: str, on: dt.date) -> Citation:
    """Return the row of `key` that is in force on a day.

    Raises CaseFileError when no row is in force then (never the nearest row instead), and
    LscpDocsError for a key that no row has.
    """
    rows = [row for row in CITATIONS if row.key == key]
    if not rows:
        import difflib

        near = difflib.get_close_matches(key, {row.key for row in CITATIONS}, n=1)
        hint = f" The nearest is {near[0]}." if near else ""
        raise LscpDocsError(f"There is no citation called {key}.{hint}")
    held = in_force(key, on)
    if held is not None:
        return held
    raise CaseFileError(
        f"No wording of {key} was in force on that day: {_periods(rows)}. Check the date in the "
        "case, or choose the edition of the guidance that applies to it."
    )


def in_force(key: str, on: dt.date) -> Citation | None:
    """Return the row of `key` that is in force on a day; None where none is known to be."""
    return next((row for row in CITATIONS if row.key == key and row.holds_on(on)), None)


def _periods(rows: list[Citation]) -> str:
    return ", ".join(
        f"from {row.in_force.isoformat()}"
        + (f" to {row.until.isoformat()}" if row.until else " on")
        for row in rows
    )
