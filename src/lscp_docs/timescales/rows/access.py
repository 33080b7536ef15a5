"""What the public may see of council reports: exempt information, and background documents."""

from __future__ import annotations

import datetime as dt

from lscp_docs.timescales.citation import Citation, Wording
from lscp_docs.timescales.rows.sources import LEEDS_EXECUTIVE, SCHEDULE_12A

_SEEN_ON = dt.date(2022, 4, 21)
_LEEDS_REPORT = dt.date(2019, 7, 24)


def _paragraph(number: int, text: str, *, source: str = SCHEDULE_12A, note: str = "") -> Citation:
    """Give a paragraph of Part 1 of the schedule, from the day of the text that was read."""
    return Citation(
        key=f"exempt-information-{number}",
        text=text,
        source=source,
        in_force=_SEEN_ON,
        reference=f"Local Government Act 1972, Schedule 12A, paragraph {number}",
        wording=Wording.SUMMARISED,
        note=f"The text of that day was read; it began earlier. {note}".strip(),
    )


ACCESS = (
    _paragraph(1, "information relating to any individual"),
    _paragraph(2, "information likely to reveal the identity of an individual"),
    _paragraph(
        3,
        "information relating to the financial or business affairs of any particular person, "
        "including the authority",
    ),
    _paragraph(4, "information relating to consultations or negotiations on labour relations"),
    _paragraph(5, "information covered by legal professional privilege"),
    _paragraph(
        6,
        "information that reveals that the authority proposes to give a notice or make an order or "
        "direction",
        note="Only the beginning of this paragraph was read.",
    ),
    _paragraph(
        7,
        "information relating to action taken, or to be taken, in connection with the prevention, "
        "investigation or prosecution of crime",
        source="SI 2006/88",
    ),
    Citation(
        key="exempt-information-schedule",
        text="Schedule 12A to the Local Government Act 1972",
        source=SCHEDULE_12A,
        in_force=_SEEN_ON,
        note="The text of that day was read; it began earlier.",
    ),
    Citation(
        key="background-documents",
        text=(
            "The background documents listed in this section are available to download from the "
            "council’s website, unless they contain confidential or exempt information. The list "
            "of background documents does not include published works."
        ),
        source=f"{LEEDS_EXECUTIVE}, footnote 1",
        in_force=_LEEDS_REPORT,
        reference="Report to Executive Board, 24 July 2019, footnote 1",
        wording=Wording.QUOTED,
    ),
)
