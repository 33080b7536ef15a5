"""The identities that the figures of a period must keep, each broken one told as a sentence.

What was carried in and what was added equals what left and what is carried out; a whole equals its
parts. A report is not final while one is broken, or while the period of a case is not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lscp_docs.register.figures import Figure
from lscp_docs.register.measures import Statistics
from lscp_docs.register.period import Period
from lscp_docs.register.rows import RegisterRow
from lscp_docs.wording import list_in_words


@dataclass(frozen=True, slots=True)
class Identity:
    """The keys of the measures whose sum on one side equals that on the other."""

    left: tuple[str, ...]
    right: tuple[str, ...]


IDENTITIES = (
    Identity(
        ("referrals_undecided_at_start", "referrals_considered"),
        ("notifications_made", "decided_not_to_notify", "referrals_undecided_at_end"),
    ),
    Identity(("decisions_made",), ("decided_to_notify", "decided_not_to_notify")),
    Identity(
        ("decisions_made",),
        ("decisions_unanimous", "decisions_not_unanimous", "decisions_unanimity_not_known"),
    ),
    Identity(
        ("notifications_made",), ("notified_in_time", "notified_late", "notified_in_time_not_known")
    ),
    Identity(("notified_late",), ("notified_late_reason_recorded", "notified_late_reason_missing")),
    Identity(
        ("notifications_awaiting_review_at_start", "notifications_made"),
        (
            "rapid_reviews_opened",
            "notifications_without_review",
            "notifications_withdrawn_before_review",
            "notifications_awaiting_review_at_end",
        ),
    ),
    Identity(
        ("rapid_reviews_in_progress_at_start", "rapid_reviews_opened"),
        ("rapid_reviews_completed", "rapid_reviews_withdrawn", "rapid_reviews_in_progress_at_end"),
    ),
    Identity(
        ("rapid_reviews_completed",),
        ("reviewed_in_time", "reviewed_late", "reviewed_in_time_not_known"),
    ),
    Identity(("reviewed_late",), ("reviewed_late_reason_recorded", "reviewed_late_reason_missing")),
    Identity(
        ("rapid_reviews_completed",),
        (
            "rapid_reviews_lcspr",
            "rapid_reviews_no_lcspr",
            "rapid_reviews_further_information",
            "rapid_reviews_no_outcome",
        ),
    ),
    Identity(
        ("panel_awaited_at_start", "rapid_reviews_completed"),
        (
            "panel_agreed",
            "panel_disagreed",
            "panel_asked",
            "panel_national_review",
            "panel_awaited_at_end",
        ),
    ),
    Identity(
        ("lcsprs_in_progress_at_start", "lcsprs_started"),
        ("lcsprs_concluded", "lcsprs_in_progress_at_end"),
    ),
    Identity(
        ("publication_undecided_at_start", "lcsprs_concluded"),
        (
            "publication_full",
            "publication_learning_only",
            "publication_none",
            "publication_undecided_at_end",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Defect:
    """Why the figures of a period cannot be relied on, in a sentence, and the cases to look at."""

    sentence: str
    cases: tuple[str, ...]


def defects(rows: Iterable[RegisterRow], figures: Statistics) -> tuple[Defect, ...]:
    """Return every identity that the figures break, and every case whose period is not known."""
    return (*broken(figures), *unplaced(rows, figures.period))


def broken(figures: Statistics) -> tuple[Defect, ...]:
    """Return every identity that the figures of a period break."""
    known = {figure.key: figure for figure in figures.figures}
    counted = {key: figure.cases for key, figure in known.items()}
    found = (imbalance(each, known, counted) for each in IDENTITIES)
    return tuple(
        Defect(f"{sentence} Look at the dates of {list_in_words(cases)}.", cases)
        for sentence, cases in found
        if cases
    )


def imbalance(
    identity: Identity, figures: Mapping[str, Figure], counted: Mapping[str, Iterable[str]]
) -> tuple[str, tuple[str, ...]]:
    """Return what two sides of an identity should be, and the things that one side counts alone.

    `figures` and `counted` are by the key of the measure; `counted` are the things behind each
    figure, a thing as often as it counts. Where the identity holds there are no such things.
    """
    balance = Counter(thing for key in identity.left for thing in counted[key])
    balance.subtract(thing for key in identity.right for thing in counted[key])
    left, right = (_sum([figures[key] for key in side]) for side in (identity.left, identity.right))
    things = tuple(sorted(thing for thing, count in balance.items() if count))
    return f"{left} should equal {right}, and does not.", things


def _sum(figures: list[Figure]) -> str:
    return " + ".join(f"{figure.words} ({figure.value})" for figure in figures)


def unplaced(rows: Iterable[RegisterRow], period: Period) -> tuple[Defect, ...]:
    """Return the milestones of which it cannot be told whether they lie in the period."""
    return tuple(_unplaced(rows, period))


def _unplaced(rows: Iterable[RegisterRow], period: Period) -> Iterator[Defect]:
    for row in rows:
        for words, date in (
            ("the report of the LCSPR was accepted", row.lcspr.accepted),
            ("the report of the LCSPR was published", row.lcspr.published),
            ("the learning of the LCSPR was published", row.lcspr.learning_published),
        ):
            if period.places(date) is None:
                sentence = (
                    f"{row.reference}: it is not known exactly enough when {words} to say whether "
                    f"that was in {period.words}. Write the month or the day."
                )
                yield Defect(sentence, (row.reference,))
