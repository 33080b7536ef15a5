"""Whether a report is what it says of itself: its appendices are there, its title has its year.

Sources of the faults: Sefton's report of 2021 names an Appendix 1 that is not there; the Leeds
reviews page titled 2023-2024 tells of 2024-25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lscp_docs.model.report_file import ReportFile
from lscp_docs.register.period import Period
from lscp_docs.wording import Gap, counted_in_words

_APPENDIX = re.compile(r"\b(?:appendix|annex)\s+(\d+|[A-Z])\b|\bappendices\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*(?:[-–/]|to)\s*(20\d\d|\d\d)(?!\d)")


def gaps_in_file(
    file: ReportFile,
    period: Period,
    appendices: int,
    *,
    names_period: bool = False,
    publishes_tables: bool = False,
) -> tuple[Gap, ...]:
    """Give a gap for each appendix that a text names and the report lacks, and for a wrong title.

    Also for a meeting that is over when the report is written.

    `appendices` is how many the report has, numbered from 1; with `names_period` its title has to
    name the year or years of its period. One that does not publish tables cannot be told to.
    """
    asked = file.tells_children and not publishes_tables
    early = file.meeting_on is not None and file.dated is not None and file.meeting_on < file.dated
    meeting = (Gap("a meeting that is not before the report’s own date", "meeting_on"),)
    tables = (Gap("tells_children = false: this report has no such tables", "tells_children"),)
    return (
        *_appendices(file, appendices),
        *_title(file, period, names_period=names_period),
        *(tables if asked else ()),
        *(meeting if early else ()),
    )


def _appendices(file: ReportFile, there: int) -> Iterator[Gap]:
    for path, text in file.texts():
        for found in _APPENDIX.finditer(text):
            number = found[1]
            if number is not None and number.isdigit() and 1 <= int(number) <= there:
                continue
            if number is None and there > 1:
                continue
            has = counted_in_words(there, "appendix", "appendices")
            yield Gap(
                f"what the text calls “{' '.join(found[0].split())}”: the report has {has}", path
            )


def _title(file: ReportFile, period: Period, *, names_period: bool) -> Iterator[Gap]:
    if file.title is None:
        return
    named = f"a title with the period of the report, {period.years}"
    if _other_years(file.title, period):
        yield Gap(f"{named}: it names another", "title")
    elif names_period and not _YEAR.search(file.title):
        yield Gap(f"{named}: it names none", "title")


def _other_years(title: str, period: Period) -> bool:
    """Tell whether a title names a year, or a span of years, that is not the period's."""
    spans = [(int(span[1]), int(span[2]) % 100) for span in _YEARS.finditer(title)]
    ours = (period.first.year, period.last.year % 100)
    if any(span != ours for span in spans):
        return True
    single = [int(year[1]) for year in _YEAR.finditer(_YEARS.sub(" ", title))]
    return any(not period.first.year <= year <= period.last.year for year in single)
