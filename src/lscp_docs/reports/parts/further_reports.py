"""The further reports that a report promises: what is owed by when, and the words that say so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lscp_docs.model.report_file import ReportFile
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.wording import Gap, Words, day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A further report that is owed."""

    report: str
    """Which report, as the catalogue calls it."""
    about: str
    to: str
    """Who it goes to; empty for the readers that the report has in the catalogue."""
    by: dt.date
    """The day by which it is due; of a season, the last."""
    by_words: str
    """As the page says it: "in autumn 2026"."""


def follow_ups(file: ReportFile) -> tuple[FollowUp, ...]:
    """Give the further reports that a report.toml promises, in its order."""
    return tuple(
        FollowUp(
            report=each.report or file.report,
            about=each.about,
            to=each.to or "",
            by=each.by.last_day,
            by_words=each.by.words,
        )
        for each in file.further_reports
    )


def recommendations(m: ReportMaterial) -> tuple[Words, ...]:
    """Give what the readers are asked to do, further reports last, as what they are to note.

    A further report that is due before the date of this one is a gap.
    """
    promised = enumerate(follow_ups(m.file), start=1)
    return (*m.recommendations, *(_noted(m, number, each) for number, each in promised))


def _noted(m: ReportMaterial, number: int, owed: FollowUp) -> Words:
    if owed.by <= m.as_at:
        asked = f"a time for the further report that comes after {day_in_words(m.as_at)}"
        return Gap(asked, f"further_reports.{number}.by")
    return (
        f"note that a further report on {owed.about} comes to the {owed.to or m.readers} "
        f"{owed.by_words}"
    )
