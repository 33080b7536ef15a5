"""What was done late in a period, each with its reason, which stays an identifying narrative.

A report shows the reasons through a projection; the figures hold only whether there is one. The
cases are those of `notified_late` and `reviewed_late` by construction: the same measures choose
them. Source of the need: Working Together’s time limits, and what a report on them must explain.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lscp_docs.model.case import CaseFile
from lscp_docs.model.record import NarrativeText
from lscp_docs.register.facts import InTime
from lscp_docs.register.measures import MEASURES
from lscp_docs.register.period import Period
from lscp_docs.register.rows import RegisterRow


@dataclass(frozen=True, slots=True, kw_only=True)
class LateStep:
    """A duty of a case that was done late."""

    case: str
    measure: str
    """The key of the measure that counts it: notified_late or reviewed_late."""
    done_on: dt.date
    due: dt.date
    """The last day on which it would have been in time, by the partnership’s count."""
    counted: str
    """How the working days were counted, in words; it holds no more than dates."""
    reason: NarrativeText | None
    """Why it was late; None where nobody recorded it."""


@dataclass(frozen=True, slots=True)
class _Duty:
    """Where a row tells of a duty, and where the case keeps the reason."""

    measure: str
    done_on: Callable[[RegisterRow], dt.date | None]
    in_time: Callable[[RegisterRow], InTime | None]
    reason: Callable[[CaseFile], NarrativeText | None]


def late_steps(case: CaseFile, row: RegisterRow, period: Period) -> tuple[LateStep, ...]:
    """Return what was done late in a period in a case, of which `row` is the row of the register.

    Raises ValueError for the row of another case.
    """
    if case.reference != row.reference:
        msg = f"the row is that of {row.reference}, the case is {case.reference}"
        raise ValueError(msg)
    found = (_late(duty, case, row, period) for duty in _DUTIES)
    return tuple(step for step in found if step is not None)


def longest_first(steps: Iterable[LateStep]) -> tuple[LateStep, ...]:
    """Return late steps in the order of a report: by duty, those first that were latest."""
    order = {duty.measure: number for number, duty in enumerate(_DUTIES)}
    return tuple(sorted(steps, key=lambda s: (order[s.measure], s.due - s.done_on, s.case)))


def _late(duty: _Duty, case: CaseFile, row: RegisterRow, period: Period) -> LateStep | None:
    done_on, in_time = duty.done_on(row), duty.in_time(row)
    counts = next(each.counts for each in MEASURES if each.key == duty.measure)
    if not counts(row, period) or done_on is None or in_time is None or in_time.due is None:
        return None
    return LateStep(
        case=case.reference,
        measure=duty.measure,
        done_on=done_on,
        due=in_time.due,
        counted=in_time.reason,
        reason=duty.reason(case),
    )


_DUTIES = (
    _Duty(
        "notified_late",
        lambda row: row.notification.sent_on,
        lambda row: row.notification.in_time,
        lambda case: None if case.notification is None else case.notification.late_reason,
    ),
    _Duty(
        "reviewed_late",
        lambda row: row.review.submitted_on,
        lambda row: row.review.in_time,
        lambda case: None if case.rapid_review is None else case.rapid_review.late_reason,
    ),
)
