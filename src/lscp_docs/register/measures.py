"""The statistics of a period: the figures of all measures.

A measure is something that happened on a day of the period, or something that was open at the end
of a day: what was open when the period began is carried over into it. So nothing is lost between
two periods, and what happens to a case counts in the period in which it happens.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lscp_docs.register.figures import Figure, counted
from lscp_docs.register.measure import Measure
from lscp_docs.register.notifying import notifying
from lscp_docs.register.period import Period
from lscp_docs.register.reviewing import reviewing
from lscp_docs.register.rows import RegisterRow

MEASURES: tuple[Measure, ...] = (*notifying(), *reviewing())
"""Every measure, in the order of the route."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """All figures of a period, in the order of the measures."""

    period: Period
    figures: tuple[Figure, ...]

    def figure(self, key: str) -> Figure:
        """Return a figure by its key; raises KeyError for a key that no measure has."""
        return {figure.key: figure for figure in self.figures}[key]


def statistics(
    rows: Iterable[RegisterRow], period: Period, more: Iterable[Figure] = ()
) -> Statistics:
    """Return the figures of all measures for a period, then `more`, which others have counted."""
    every = tuple(rows)
    cases = {
        measure.key: [row.reference for row in every if measure.counts(row, period)]
        for measure in MEASURES
    }
    figures = (
        counted(
            measure.key,
            measure.words,
            measure.definition,
            period,
            cases=cases[measure.key],
            among=None if measure.among is None else cases[measure.among],
        )
        for measure in MEASURES
    )
    return Statistics(period, (*figures, *more))
