"""What stands at the head of every report: for whom, from whom, of when, and what is asked."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.reports.material import ReportMaterial
from lscp_docs.wording import Words, sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFront:
    """The head of a report."""

    report_to: str
    report_from: Words
    date: Words
    meeting: Words
    period: str
    author: Words
    previous: str
    """The day of the last report to these readers, or that none is recorded."""
    recommendations: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortFront:
    """The head of a report that stays inside the partnership."""

    report_to: str
    meeting: Words
    """Empty for a report that is made for no meeting."""
    date: Words
    period: str
    author: Words
    recommendations: tuple[Words, ...]


def front(m: ReportMaterial) -> ReportFront:
    """Give the head of a report."""
    partnership = m.partnership
    return ReportFront(
        report_to=sentence_case(m.readers),
        report_from=f"{partnership.name}, {partnership.names.executive}",
        date=m.date,
        meeting=m.meeting,
        period=sentence_case(m.period.words),
        author=m.author,
        previous=m.day(m.file.previous_report_on, "None recorded"),
        recommendations=m.recommendations,
    )


def short_front(m: ReportMaterial) -> ShortFront:
    """Give the head of a report that stays inside the partnership."""
    return ShortFront(
        report_to=sentence_case(m.readers),
        meeting=m.meeting,
        date=m.date,
        period=sentence_case(m.period.words),
        author=m.author,
        recommendations=m.recommendations,
    )
