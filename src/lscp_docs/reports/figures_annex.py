"""The restricted annex of a report: every figure with its definition and the cases behind it."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.register.durations import Claim
from lscp_docs.register.figures import Figure
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.reports.parts.told_figures import line
from lscp_docs.reports.report_type import Part
from lscp_docs.wording import list_in_words

PARTS: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBehind:
    """A figure, how it is counted, and the cases that it counts."""

    words: str
    value: str
    definition: str
    cases: str
    """The references of the cases, or the keys of the actions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimBehind:
    """A claim, and the cases that prove it, disprove it, or do neither."""

    sentence: str
    proved: str
    refuted: str
    unverified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresAnnex:
    """What the annex says."""

    period: str
    number: str
    figures: tuple[FigureBehind, ...]
    absent: str
    """What was counted and did not occur."""
    claims: tuple[ClaimBehind, ...]
    doubts: tuple[str, ...]
    """Why some figures cannot be relied on."""


def context(m: ReportMaterial) -> FiguresAnnex:
    """The annex's words."""
    return FiguresAnnex(
        period=m.period.words,
        number=f"{len(m.rows):,} referrals are on the register"
        if len(m.rows) != 1
        else "1 referral is on the register",
        figures=tuple(_behind(figure, m) for figure in m.statistics.figures if _is_told(figure)),
        absent=", ".join(f.words for f in m.statistics.figures if not _is_told(f)) or "none",
        doubts=m.doubts,
        claims=tuple(_claim(claim) for claim in m.claims if claim.proof is not None),
    )


def _is_told(figure: Figure) -> bool:
    """Tell whether a figure has a line of its own: a 0 that is no share needs none."""
    return figure.value != 0 or bool(figure.denominator)


def _behind(figure: Figure, m: ReportMaterial) -> FigureBehind:
    told = line(figure)
    acted = next((each.actions for each in m.acting if each.figure.key == figure.key), None)
    return FigureBehind(
        words=told.words,
        value=told.value,
        definition=figure.definition,
        cases=_named(figure.cases if acted is None else acted),
    )


def _claim(claim: Claim) -> ClaimBehind:
    return ClaimBehind(
        sentence=claim.sentence,
        proved=_named(claim.proved),
        refuted=_named(claim.refuted),
        unverified=_named(claim.unverified),
    )


def _named(cases: tuple[str, ...]) -> str:
    return list_in_words(cases) or "none"
