"""What the figures of a period cannot tell, and what is missing in the cases: never typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lscp_docs.reports.material import ReportMaterial
from lscp_docs.reports.parts.told_reviews import entries, is_in_progress
from lscp_docs.wording import counted_in_words, list_in_words, number_in_words, sentence_case

_UNTOLD = (
    (
        "decisions_unanimity_not_known",
        "decision",
        "the view of a partner is missing or was not available, so that nobody can say whether it "
        "was agreed unanimously",
    ),
    (
        "notified_in_time_not_known",
        "notification",
        "it cannot be told whether it was made in time",
    ),
    (
        "reviewed_in_time_not_known",
        "completed rapid review",
        "it cannot be told whether it was in time",
    ),
    ("rapid_reviews_no_outcome", "completed rapid review", "no outcome is recorded"),
)


def found_gaps(m: ReportMaterial) -> tuple[str, ...]:
    """Give the gaps that the cases show, a sentence each; one that says so where there is none."""
    return tuple(_found(m)) or ("The cases and the figures of the period show no gap.",)


def _found(m: ReportMaterial) -> Iterator[str]:
    yield from _untold(m)
    yield from _unverified(m)
    yield from _outstanding(m)
    yield from _unmonitored(m)
    yield from _actions(m)


def _untold(m: ReportMaterial) -> Iterator[str]:
    for key, noun, what in _UNTOLD:
        cases = m.figure(key).cases
        if cases:
            number = counted_in_words(len(cases), noun)
            yield f"Of {number}, {what}: {list_in_words(cases)}."
    undecided = m.figure("referrals_undecided_at_end").cases
    if undecided:
        number = sentence_case(counted_in_words(len(undecided), "referral"))
        yield (f"{number} had no outcome when the period ended: {list_in_words(undecided)}.")


def _unverified(m: ReportMaterial) -> Iterator[str]:
    """Yield what the dates of local reviews do not prove; they are not known exactly enough."""
    for key in ("lcsprs_in_six_months", "reports_in_six_months", "published_in_six_months"):
        claim = m.claim(key)
        if claim.unverified:
            yield (
                f"{claim.sentence} The dates are not exact enough in "
                f"{list_in_words(claim.unverified)}."
            )


def _outstanding(m: ReportMaterial) -> Iterator[str]:
    """Yield the agencies that owe reports to open rapid reviews, those that owe most first."""
    owing = Counter(agency for review in m.reviews for agency in review.outstanding)
    if not owing:
        return
    are = "is" if owing.total() == 1 else "are"
    whole = sentence_case(counted_in_words(owing.total(), "report"))
    yield f"{whole} that open rapid reviews asked for {are} outstanding (see “Rapid reviews”)."
    several = [
        f"{agency} ({number_in_words(number)})"
        for agency, number in owing.most_common()
        if number > 1
    ]
    if several:
        yield f"More than one is owed by: {'; '.join(several)}."


def _unmonitored(m: ReportMaterial) -> Iterator[str]:
    silent = [
        review.case for review in m.lcsprs if is_in_progress(m, review) and not entries(m, review)
    ]
    if silent:
        yield (
            "No monitoring of time and quality is recorded since the period began for the local "
            f"review in {list_in_words(silent)}."
        )


def _actions(m: ReportMaterial) -> Iterator[str]:
    undated = [action.key for action in m.tracked if action.agreed_on is None]
    silent = [
        action.key
        for action in m.tracked
        if not action.standing.is_closed and not action.news and not action.evidence
    ]
    unmeasured = [
        action.key
        for action in m.tracked
        if not action.standing.is_closed and action.success_measure is None
    ]
    for keys, what in (
        (undated, "no date tells when it was agreed"),
        (silent, "no news was ever recorded"),
        (unmeasured, "no measure of success is recorded"),
    ):
        if keys:
            yield f"Of {counted_in_words(len(keys), 'action')}, {what}: {list_in_words(keys)}."
