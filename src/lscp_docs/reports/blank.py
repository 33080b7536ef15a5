"""A `report.toml` to fill in: every part of a report, with what belongs there."""

from __future__ import annotations

from collections.abc import Iterator

from lscp_docs.register.measures import MEASURES
from lscp_docs.register.period import Period
from lscp_docs.reports.report_type import ReportType

_HEAD = """\
# {title}
# for {period}.
#
# Figures are never typed. Name them in a text, and the program puts them in:
#   {{{{ figure('referrals_considered') }}}}      five
#   {{{{ digits('referrals_considered') }}}}      5
#   {{{{ share('decisions_unanimous') }}}}        four of five
#   {{{{ percent('decisions_unanimous') }}}}      80%
#   {{{{ claim('lcsprs_in_six_months') }}}}       a whole sentence, as far as the dates prove it
# The figures are listed at the end of this file. An empty line begins a new paragraph; a line
# that begins with "- " is a point. Take the # away from a line that you fill in.

report = "{key}"
# dated = 2026-06-30            # the date of the report; without it, the day on which it is made
# meeting_on = 2026-07-08
# previous_report_on = 2025-07-09
# author_role = "Business manager"
# review_on = 2027-07-01
# recommendations = [
#     "note this report",       # each begins with a verb
# ]
"""

_QUICK_EXIT = """\
# quick_exit = "https://www.example.org"  # where a link leads that leaves the page at once
"""

_TAIL = """
# A section of your own has a title and no key:
# [[sections]]
# title = "Working with the third sector"
# text = \"\"\"
# \"\"\"

# What the readers asked for earlier. The report is not final while one has no section that
# answers it: write answers = ["voice-of-the-child"] in that section.
# [[requests]]
# key = "voice-of-the-child"
# asked_on = 2025-07-09
# words = "How the voice of the child is heard"

# [[options]]
# title = "Option 1"
# text = \"\"\"
# \"\"\"
# adopted = true

# [[next_steps]]
# what = "Train the agencies' authors"
# who = "Learning and improvement group"
# by = 2026-12-01
"""


def blank(row: ReportType, period: Period) -> str:
    """Return the text of a `report.toml` for a report and a period, everything still to fill in."""
    return "".join(_lines(row, period))


def _lines(row: ReportType, period: Period) -> Iterator[str]:
    yield _HEAD.format(title=row.title_for(period), period=period.words, key=row.key)
    yield row.to_fill_in
    if row.publishes_html:
        yield _QUICK_EXIT
    for part in row.parts:
        needed = "" if part.is_needed else " May be left out."
        yield (
            f"\n# {part.heading}: {part.asked_for}.{needed}\n"
            f'# [[sections]]\n# key = "{part.key}"\n# text = """\n# """\n'
        )
    yield _TAIL
    yield "\n# The figures:\n"
    yield from (f"#   {measure.key}: {measure.words}\n" for measure in MEASURES)
