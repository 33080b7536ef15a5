"""One measure, and what measures have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lscp_docs.register import counting as by
from lscp_docs.register.facts import InTime, Proof
from lscp_docs.register.rows import RegisterRow

AT_START = "at the end of the day before the period"
AT_END = "at the end of the period"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure; `among` is the key of the measure of which it is a share."""

    key: str
    words: str
    definition: str
    counts: by.Test
    among: str | None = None


def timeliness_of(
    start: str,
    words: str,
    *,
    limit: str,
    since: str,
    day: tuple[str, by.DayOf],
    told: Callable[[RegisterRow], InTime | None],
    among: str,
) -> Iterator[Measure]:
    """Yield the measures of what was in time, late, or cannot be told; `start` begins their keys.

    `day` is the day that puts a case into the period, in words and in the row. The late ones are
    shared out into those with a recorded reason and those without.
    """
    by_day, day_of = day
    for ending, proof, how in (
        ("in_time", Proof.PROVED, f"within {limit}"),
        ("late", Proof.REFUTED, f"after more than {limit}"),
        ("in_time_not_known", Proof.UNVERIFIED, f"of which it is not known whether within {limit}"),
    ):
        yield Measure(
            f"{start}_{ending}",
            f"{words} {how}",
            f"{words} {how} {since}, by the partnership’s count, {by_day}.",
            by.timely(day_of, told, proof),
            among,
        )
    late = f"{words} after more than {limit}"
    for ending, has_reason, how in (
        ("late_reason_recorded", True, "with a recorded reason"),
        ("late_reason_missing", False, "without a recorded reason"),
    ):
        yield Measure(
            f"{start}_{ending}",
            f"{late}, {how}",
            f"{late} {since}, by the partnership’s count, {how} for the lateness, {by_day}.",
            by.late(day_of, told, has_reason=has_reason),
            f"{start}_late",
        )
