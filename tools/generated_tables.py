"""Write the tables of the documentation from the program's own rows.

Run `python -m tools.generated_tables`. A page marks where a table goes with
`<!-- begin:NAME -->` and `<!-- end:NAME -->`. With `--check` nothing is written, and the exit code
is 1 when a page is stale.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lscp_docs.timescales import (
    EDITIONS,
    LIMITS,
    PRESETS,
    Started,
    TimeLimit,
    WorkingCalendar,
    deadline,
    time_limit,
)
from lscp_docs.timescales.rows.timetables import STEPS
from tools.case_file_tables import (
    case_file_tables,
    partnership_tables,
    profiles_table,
    report_file_tables,
    schedule_tables,
    states_table,
    training_tables,
)
from tools.disclosure_tables import places_list, spellings_list
from tools.document_tables import (
    document_paragraphs,
    documents_table,
    report_paragraphs,
    reports_table,
)
from tools.form_tables import form_tables, return_states_table
from tools.markdown import markdown_table

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class GeneratedTable:
    """A table of a page: its name between the markers, and the function that writes it."""

    page: str
    name: str
    markdown: Callable[[], str]


def with_table(page: str, name: str, table: str) -> str:
    """Return a page's text with the table between its markers; raise ValueError without them."""
    between = re.compile(rf"(<!-- begin:{name} -->\n).*?(<!-- end:{name} -->)", re.DOTALL)
    written, count = between.subn(lambda found: f"{found[1]}{table}\n{found[2]}", page)
    if count != 1:
        raise ValueError(f"a page needs the markers of {name} exactly once, and has them {count}×")
    return written


def day_in_words(day: dt.date | None) -> str:
    """Return a day as "4 July 2018", and a dash for a row that is still in force."""
    return f"{day.day} {day:%B %Y}" if day else "–"


def length_from_trigger(row: TimeLimit) -> str:
    """Return the rule of a limit: "5 working days after the local authority became aware"."""
    if row.length == 0:
        return f"the same day as {row.starts}"
    return f"{row.length_in_words} {row.direction} {row.starts}"


def limits_table() -> str:
    """What each time limit asks, the steps of local timetables left out."""
    return markdown_table(
        ("Key", "Who", "Must", "Limit", "Cited as"),
        (
            (
                f"`{row.key}`",
                row.duty_holder,
                row.duty,
                length_from_trigger(row),
                row.citation if row.verified else f"{row.citation} (unverified)",
            )
            for row in LIMITS
            if row not in STEPS
        ),
    )


def limit_sources_table() -> str:
    """Where each of those limits was read, and the days on which it holds."""
    return markdown_table(
        ("Key", "Basis", "From", "To", "Read in", "Note"),
        (
            (
                f"`{row.key}`",
                row.basis,
                day_in_words(row.in_force),
                day_in_words(row.until),
                row.source,
                row.note,
            )
            for row in LIMITS
            if row not in STEPS
        ),
    )


def timetables_table() -> str:
    """Every timetable, a line for each of its steps."""
    rows = {row.key: row for row in LIMITS}
    return markdown_table(
        ("Timetable", "Step", "Who", "Does", "By"),
        (
            (
                f"`{timetable.key}`",
                f"`{key}`",
                rows[key].duty_holder,
                rows[key].duty,
                length_from_trigger(rows[key]),
            )
            for timetable in PRESETS
            for key in timetable.steps
        ),
    )


def timetable_sources_table() -> str:
    """Where each timetable was read, and what its source says of counting."""
    counts = {0: "the day of the trigger is day 0", 1: "the day of the trigger is day 1"}
    return markdown_table(
        ("Timetable", "What it is", "Count", "Read in", "Note"),
        (
            (
                f"`{row.key}`",
                row.title,
                "the partnership's choice" if row.first_day is None else counts[row.first_day],
                row.source,
                row.note,
            )
            for row in PRESETS
        ),
    )


def editions_table() -> str:
    """The editions of the guidance, by the day on which the local authority became aware."""
    return markdown_table(
        ("Edition", "Aware from", "Aware to", "Read in", "Note"),
        (
            (
                f"`{row.regime}`",
                day_in_words(row.in_force),
                day_in_words(row.until),
                row.source,
                row.note,
            )
            for row in EDITIONS
        ),
    )


def counting_examples_table() -> str:
    """The two counts of the national limits from days on which they are easily got wrong."""
    days = (
        dt.date(2023, 12, 21),
        dt.date(2024, 3, 27),
        dt.date(2024, 5, 4),
        dt.date(2025, 12, 22),
        dt.date(2026, 3, 2),
    )
    return markdown_table(
        ("Trigger", "5 working days", "5, cautious", "15 working days", "15, cautious"),
        (
            (
                f"{day:%A} {day_in_words(day)}",
                *both_dates("notify-panel", day),
                *both_dates("rapid-review", day),
            )
            for day in days
        ),
    )


def both_dates(key: str, day: dt.date) -> tuple[str, str]:
    """Return the due date and the cautious date of a limit from a day, by the default policy."""
    limit = time_limit(key, day)
    found = deadline(limit, Started(limit.starts, day), calendar=WorkingCalendar())
    return day_in_words(found.due), day_in_words(found.cautious)


TABLES = (
    GeneratedTable("docs/time-limits.md", "limits", limits_table),
    GeneratedTable("docs/time-limits.md", "limit-sources", limit_sources_table),
    GeneratedTable("docs/time-limits.md", "timetables", timetables_table),
    GeneratedTable("docs/time-limits.md", "timetable-sources", timetable_sources_table),
    GeneratedTable("docs/time-limits.md", "editions", editions_table),
    GeneratedTable("docs/time-limits.md", "counting-examples", counting_examples_table),
    GeneratedTable("docs/case-file.md", "case-file", case_file_tables),
    GeneratedTable("docs/case-file.md", "partnership", partnership_tables),
    GeneratedTable("docs/case-file.md", "training", training_tables),
    GeneratedTable("docs/case-file.md", "states", states_table),
    GeneratedTable("docs/case-file.md", "profiles", profiles_table),
    GeneratedTable("docs/schedule.md", "schedule", schedule_tables),
    GeneratedTable("docs/disclosure.md", "places", places_list),
    GeneratedTable("docs/disclosure.md", "spellings", spellings_list),
    GeneratedTable("docs/documents.md", "documents", documents_table),
    GeneratedTable("docs/documents.md", "document-paragraphs", document_paragraphs),
    GeneratedTable("docs/reports.md", "reports", reports_table),
    GeneratedTable("docs/reports.md", "report-paragraphs", report_paragraphs),
    GeneratedTable("docs/reports.md", "report-file", report_file_tables),
    GeneratedTable("docs/forms.md", "return-states", return_states_table),
    GeneratedTable("docs/forms.md", "form-questions", form_tables),
)


def refreshed(page: str, text: str, tables: Iterable[GeneratedTable]) -> str:
    """Return a page's text with every table of that page written afresh."""
    for table in tables:
        if table.page == page:
            text = with_table(text, table.name, table.markdown())
    return text


def main(arguments: Sequence[str]) -> int:
    """Write or check every page; return the exit code."""
    stale = []
    for page in sorted({table.page for table in TABLES}):
        path = ROOT / page
        old = path.read_text(encoding="utf-8")
        new = refreshed(page, old, TABLES)
        if new != old:
            stale.append(page)
            if "--check" not in arguments:
                path.write_text(new, encoding="utf-8")
    done = "stale" if "--check" in arguments else "written"
    for page in stale:
        print(f"{page}: {done}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
