"""How long things took, from dates with their precision, and the claims that those dates prove.

A claim is never typed: its sentence is made from what the dates of each case prove. Source of the
need: Sefton's published report of 2021 says that every review met the expectation of six months,
against its own table of milestones.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.vocabulary import Outcome
from lscp_docs.register import counting as by
from lscp_docs.register.facts import InTime, Proof
from lscp_docs.register.period import Period
from lscp_docs.register.rows import RegisterRow
from lscp_docs.wording import number_in_words, sentence_case

SIX_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Duration:
    """The least and the most whole days that something can have taken."""

    least: int
    most: int


def duration(start: UncertainDate | None, end: UncertainDate | None) -> Duration | None:
    """Return how long it took; None where a date is not known, or is known as "about" alone."""
    first, last = _span(start), _span(end)
    if first is None or last is None:
        return None
    return Duration((last[0] - first[1]).days, (last[1] - first[0]).days)


def within_months(start: UncertainDate | None, end: UncertainDate | None, months: int) -> Proof:
    """Return whether it is certain that the end came within so many months, to the day.

    From 31 August six months end on the last day of February.
    """
    first, last = _span(start), _span(end)
    if first is None or last is None:
        return Proof.UNVERIFIED
    if last[1] <= months_on(first[0], months):
        return Proof.PROVED
    return Proof.REFUTED if last[0] > months_on(first[1], months) else Proof.UNVERIFIED


def months_on(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the last day of a month that lacks it."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def _span(date: UncertainDate | None) -> tuple[dt.date, dt.date] | None:
    if date is None or date.earliest is None or date.latest is None:
        return None
    return None if date.precision is Precision.ABOUT else (date.earliest, date.latest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What can be said of all cases of a kind in a period, and which cases say what.

    `proof` is PROVED only when every case proves it, and None when there is no case to speak of.
    """

    key: str
    sentence: str
    period: Period
    proof: Proof | None
    proved: tuple[str, ...]
    refuted: tuple[str, ...]
    unverified: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimType:
    """A claim that a report may make: of which cases it speaks, and what proves it.

    "All five {nouns} were {done}", "2 of 5 {nouns} were {done}".
    """

    key: str
    noun: str
    nouns: str
    done: str
    concerns: by.Test
    proof: Callable[[RegisterRow], Proof]


def claim(kind: ClaimType, rows: Iterable[RegisterRow], period: Period) -> Claim:
    """Return what the cases of a period prove of a claim."""
    told = [(row.reference, kind.proof(row)) for row in rows if kind.concerns(row, period)]
    found = {
        proof: tuple(sorted(case for case, shown in told if shown is proof)) for proof in Proof
    }
    proved, refuted, unverified = (len(found[proof]) for proof in Proof)
    return Claim(
        key=kind.key,
        sentence=_sentence(kind, proved, refuted, unverified),
        period=period,
        proof=_overall(proved, refuted, unverified),
        proved=found[Proof.PROVED],
        refuted=found[Proof.REFUTED],
        unverified=found[Proof.UNVERIFIED],
    )


def claims(rows: Iterable[RegisterRow], period: Period) -> tuple[Claim, ...]:
    """Return what the cases of a period prove of every claim."""
    every = tuple(rows)
    return tuple(claim(kind, every, period) for kind in CLAIMS)


def _overall(proved: int, refuted: int, unverified: int) -> Proof | None:
    if refuted:
        return Proof.REFUTED
    if unverified:
        return Proof.UNVERIFIED
    return Proof.PROVED if proved else None


def _sentence(kind: ClaimType, proved: int, refuted: int, unverified: int) -> str:
    whole = proved + refuted + unverified
    if not whole:
        return f"There were no {kind.nouns}."
    if proved == whole:
        return _of_all(kind, whole)
    if whole == 1 and refuted:
        return f"The one {kind.noun} was not {kind.done}."
    if whole == 1:
        return f"Whether the one {kind.noun} was {kind.done} cannot be verified."
    rest = []
    if refuted:
        rest.append(f"{refuted} {'was' if refuted == 1 else 'were'} not")
    if unverified:
        rest.append(f"{unverified} cannot be verified")
    was = "was" if proved == 1 else "were"
    return f"{proved} of {whole} {kind.nouns} {was} {kind.done}; {'; '.join(rest)}."


def _of_all(kind: ClaimType, number: int) -> str:
    if number == 1:
        return f"The one {kind.noun} was {kind.done}."
    if number == 2:
        return f"Both {kind.nouns} were {kind.done}."
    return sentence_case(f"all {number_in_words(number)} {kind.nouns} were {kind.done}.")


def _timely(in_time: InTime | None) -> Proof:
    return Proof.UNVERIFIED if in_time is None else in_time.proof


def _unanimous(row: RegisterRow) -> Proof:
    if row.decision.disagreement or row.decision.unanimous is False:
        return Proof.REFUTED
    return Proof.PROVED if row.decision.unanimous else Proof.UNVERIFIED


def _started(row: RegisterRow) -> UncertainDate | None:
    day = row.lcspr.started_on
    return None if day is None else UncertainDate(Precision.EXACT, day, day)


COMPLETED = "completed within six months"
CLAIMS: tuple[ClaimType, ...] = (
    ClaimType(
        "decisions_unanimous",
        "decision on a notification",
        "decisions on a notification",
        "agreed unanimously",
        by.decided(Outcome.NOTIFY, Outcome.NOT_NOTIFY),
        _unanimous,
    ),
    ClaimType(
        "notified_in_time",
        "notification",
        "notifications",
        "made within 5 working days",
        by.on(by.notified_on),
        lambda row: _timely(row.notification.in_time),
    ),
    ClaimType(
        "reviewed_in_time",
        "rapid review",
        "rapid reviews",
        "completed within 15 working days",
        by.on(by.completed_on),
        lambda row: _timely(row.review.in_time),
    ),
    ClaimType(
        "lcsprs_in_six_months",
        "review",
        "reviews",
        f"{COMPLETED} of being initiated",
        by.on(by.concluded_on),
        lambda row: within_months(_started(row), row.lcspr.accepted, SIX_MONTHS),
    ),
    ClaimType(
        "reports_in_six_months",
        "review",
        "reviews",
        f"{COMPLETED} of the reviewer’s appointment",
        by.on(by.concluded_on),
        lambda row: within_months(row.lcspr.reviewer_appointed, row.lcspr.accepted, SIX_MONTHS),
    ),
    ClaimType(
        "published_in_six_months",
        "review",
        "reviews",
        "published within six months of the reviewer’s appointment",
        by.on(lambda row: row.lcspr.published),
        lambda row: within_months(row.lcspr.reviewer_appointed, row.lcspr.published, SIX_MONTHS),
    ),
    ClaimType(
        "panel_copy_in_time",
        "report",
        "reports",
        "sent to the Panel at least 7 working days before publication",
        by.on(lambda row: row.lcspr.published),
        lambda row: _timely(row.lcspr.panel_copy),
    ),
)
"""Every claim that a report may make; a new one is a row here."""
