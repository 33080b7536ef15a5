"""Figures beside those of the period before, and what was carried from one period to the next."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.register.figures import Figure
from lscp_docs.register.identities import IDENTITIES
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.reports.parts.told_figures import line


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedFigure:
    """A figure of the period and of the period before, each with its share where it has one."""

    words: str
    now: str
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelyLine:
    """How many were in time, late, or cannot be told; and how many were in time before."""

    words: str
    in_time: str
    late: str
    not_known: str
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowLine:
    """What was open when the period began, what came and was settled, and what is open at its end.

    The first two add up to the last two; a final report is refused where they do not.
    """

    what: str
    carried_in: str
    came: str
    settled: str
    carried_out: str


FLOWS = (
    ("Referrals without an outcome", "referrals_undecided"),
    ("Notifications, no review opened", "notifications_awaiting_review"),
    ("Rapid reviews in progress", "rapid_reviews_in_progress"),
    ("Replies of the Panel awaited", "panel_awaited"),
    ("Local reviews in progress", "lcsprs_in_progress"),
    ("Publications not decided", "publication_undecided"),
)
"""What is carried over: its words, and how the keys of its two figures begin."""


TIMELY = (
    ("Notifications (5)", "notified"),
    ("Rapid reviews (15)", "reviewed"),
)
NO_EARLIER = "none yet"
"""Stands for a period before the first referral."""


def compared(m: ReportMaterial, keys: tuple[str, ...]) -> tuple[ComparedFigure, ...]:
    """Give figures beside those of the period before."""
    before = _before(m)
    return tuple(
        ComparedFigure(
            words=m.figure(key).words,
            now=line(m.figure(key)).value,
            before=line(before[key]).value if key in before else NO_EARLIER,
        )
        for key in keys
    )


def timeliness(m: ReportMaterial) -> tuple[TimelyLine, ...]:
    """Give how timely notifications and rapid reviews were, and how timely in the period before."""
    before = _before(m)
    return tuple(
        TimelyLine(
            words=words,
            in_time=line(m.figure(f"{key}_in_time")).value,
            late=f"{m.number(f'{key}_late'):,}",
            not_known=f"{m.number(f'{key}_in_time_not_known'):,}",
            before=line(before[f"{key}_in_time"]).value if before else NO_EARLIER,
        )
        for words, key in TIMELY
    )


def _before(m: ReportMaterial) -> dict[str, Figure]:
    return {each.key: each for each in m.before[-1].figures} if m.before else {}


def before_words(m: ReportMaterial) -> str:
    """Give which period the figures are compared with."""
    return m.period.previous().words


def flows(m: ReportMaterial) -> tuple[FlowLine, ...]:
    """Give what was carried into the period and out of it."""
    return tuple(_flow(m, what, key) for what, key in FLOWS)


def _flow(m: ReportMaterial, what: str, key: str) -> FlowLine:
    start, end = f"{key}_at_start", f"{key}_at_end"
    identity = next(each for each in IDENTITIES if start in each.left)
    came = sum(m.number(each) for each in identity.left if each != start)
    settled = sum(m.number(each) for each in identity.right if each != end)
    return FlowLine(
        what=what,
        carried_in=f"{m.number(start):,}",
        came=f"{came:,}",
        settled=f"{settled:,}",
        carried_out=f"{m.number(end):,}",
    )
