"""Why reviews are held, which cases they are held for, and the local process day by day.

The words are those of `timescales.rows` that are in force on the day of the report. A sentence of
which none is known to be in force is left out: words are never quoted past their dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.reports.material import ReportMaterial
from lscp_docs.timescales.citation import Citation, Wording
from lscp_docs.timescales.guidance import cite, in_force
from lscp_docs.timescales.limit_row import TimeLimit, Unit
from lscp_docs.timescales.limits import preset, time_limit
from lscp_docs.wording import sentence_case

AIMS = ("facts", "safety", "improvements", "next-steps", "agencies", "context")
"""The purposes of a rapid review, in the order of the guidance."""

REQUIREMENTS = (
    "serious-harm",
    "serious-harm-physical",
    "serious-harm-long-term",
    "serious-harm-recovery",
    "harm-by-a-child",
    "review-decision-transparent",
)
"""What is said of serious harm and of the decision on a review, in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPurpose:
    """What reviews are for: the guidance's own words where they hold, and the aims at first."""

    quotation: str
    """In quotation marks; empty where no words are known to be in force."""
    reference: str
    aims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStep:
    """A step of the local timetable: when, what, and who sees to it."""

    when: str
    what: str
    who: str


def review_purpose(m: ReportMaterial) -> ReviewPurpose:
    """Give the purpose of reviews on the day of the report."""
    held = in_force("review-purpose", m.as_at)
    is_quoted = held is not None and held.wording is Wording.QUOTED
    return ReviewPurpose(
        quotation=f"“{held.words()}”" if held is not None and is_quoted else "",
        reference=held.reference if held is not None and is_quoted else "",
        aims=rapid_review_aims(m),
    )


def rapid_review_aims(m: ReportMaterial) -> tuple[str, ...]:
    """Give what a rapid review is to do, as points."""
    held = (in_force(f"rapid-review-purpose-{key}", m.as_at) for key in AIMS)
    return tuple(row.words() for row in held if row is not None)


def requirements(m: ReportMaterial) -> tuple[str, ...]:
    """Give what serious harm is, and how it is decided on a review."""
    return tuple(_requirements(m))


def _requirements(m: ReportMaterial) -> Iterator[str]:
    told = ""
    for key in REQUIREMENTS:
        row = in_force(key, m.as_at)
        if row is None or (key == "serious-harm-physical" and "physical" in told):
            continue
        told += _whole(row)
        yield _whole(row)
    arranged = in_force("review-arrangements", m.as_at)
    if arranged is not None:
        yield f"{arranged.reference} says: “{sentence_case(arranged.words())}.”"
    national = cite("national-importance", m.as_at)
    yield (
        "There are local and national reviews. The safeguarding partners of an area hold a local "
        f"review. The Panel holds a national one where a case raises issues that are "
        f"“{national.words()}” ({national.reference})."
    )


def _whole(row: Citation) -> str:
    return row.quotation() if row.wording is Wording.QUOTED else row.words()


def timetable(m: ReportMaterial) -> tuple[ProcessStep, ...]:
    """Give the steps of the partnership's own timetable, with its names for people and bodies."""
    rows = _steps(m)
    is_one = _have_one_start(rows)
    return tuple(
        ProcessStep(
            when=_day(row) if is_one else f"Within {row.length_in_words}",
            what=sentence_case(_local(m, row.duty)) + ("" if is_one else _since(m, row)),
            who=sentence_case(_local(m, row.duty_holder)),
        )
        for row in rows
    )


def counted_from(m: ReportMaterial) -> str:
    """Give from when the days of the timetable are counted; empty where each step says it."""
    rows = _steps(m)
    if not _have_one_start(rows):
        return ""
    stated = preset(m.partnership.timetable.value).first_day
    first = m.partnership.first_day if stated is None else stated
    moment = _local(m, rows[0].starts.value)
    on = "The day on which" if first == 1 else "The working day after the day on which"
    return f"{on} {moment} is working day 1."


def _steps(m: ReportMaterial) -> tuple[TimeLimit, ...]:
    keys = preset(m.partnership.timetable.value).steps
    return tuple(time_limit(key, m.as_at) for key in keys)


def _day(row: TimeLimit) -> str:
    return "On day 1" if row.length == 1 else f"By day {row.length}"


def _since(m: ReportMaterial, row: TimeLimit) -> str:
    return f" (counted from when {_local(m, row.starts.value)})"


def _have_one_start(rows: tuple[TimeLimit, ...]) -> bool:
    """Tell whether all steps are counted in working days from one moment: then day 10 is a day."""
    is_in_days = all(row.unit is Unit.WORKING_DAYS for row in rows)
    return is_in_days and len({row.starts for row in rows}) == 1


def _local(m: ReportMaterial, words: str) -> str:
    """Give the words of a row with the names that the partnership has for its people and bodies."""
    partnership = m.partnership
    names = {
        "independent chair": partnership.names.independent_role,
        "review group": partnership.names.review_group,
        "business unit": partnership.business_unit.name,
        "business manager": partnership.business_unit.manager_title,
        "'": "’",
    }
    known = "|".join(map(re.escape, names))
    return re.sub(known, lambda found: names[found[0]], words)
