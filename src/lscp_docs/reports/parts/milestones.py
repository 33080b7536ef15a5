"""The local reviews of a period with their milestones, and how long each of them took.

Source of the form: Sefton's report on review activity (2021), whose table stands in the rows below;
its claim that every review met six months is what `register.durations` makes impossible.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.vocabulary import PublicationOutcome
from lscp_docs.register.durations import duration
from lscp_docs.register.facts import LcsprFacts
from lscp_docs.register.period import Period
from lscp_docs.register.rows import UNBORN, RegisterRow
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.reports.told_case import ToldLcspr, in_month
from lscp_docs.wording import Gap, Words

NOT_YET, NOT_RECORDED = "Not yet", "Not recorded"
NOT_KNOWN = "Cannot be told from the dates"
LONGEST_REASON = 60
"""A reason with more characters is no remark in a cell: it is told below the table."""

MILESTONES = (
    "Reviewer appointed",
    "Report accepted",
    "Report sent to the Panel",
    "Published",
)
PLACES = ("first", "second", "third", "fourth", "fifth")
"""The columns of a table of reviews."""

CLAIMS = (
    ("lcsprs_in_six_months", "Completed within six months of being initiated"),
    ("reports_in_six_months", "Completed within six months of the reviewer’s appointment"),
    ("published_in_six_months", "Published within six months of the reviewer’s appointment"),
    (
        "panel_copy_in_time",
        "Report sent to the Panel at least 7 working days before publication",
    ),
)
"""What is claimed of the reviews of a period, and how a table names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRow:
    """A milestone with what each review of its table reached, and when."""

    milestone: str
    first: Words
    second: Words = ""
    third: Words = ""
    fourth: Words = ""
    fifth: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneTable:
    """Up to five reviews side by side: a column each, a row for each milestone."""

    caption: str
    size: str
    """How many reviews it has: "1" to "5"."""
    first: Words
    """The name of the first review, with the children's pseudonyms; a gap where a child has none.
    """
    second: Words = ""
    third: Words = ""
    fourth: Words = ""
    fifth: Words = ""
    rows: tuple[MilestoneRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeTaken:
    """How many days a review took from the appointment of its reviewer, as far as is known."""

    review: Words
    to_report: str
    to_publication: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """Of how many reviews the dates prove something, disprove it, or do neither."""

    words: str
    proved: str
    refuted: str
    unverified: str


def milestone_tables(m: ReportMaterial) -> tuple[MilestoneTable, ...]:
    """Give the reviews that began, concluded, were published or were open in the period.

    They are numbered in the order in which they began; more than five stand in several tables, as
    many in each as can be.
    """
    reviews = list(enumerate(_reviews(m), start=1))
    tables = -(-len(reviews) // len(PLACES))
    caption = f"Reviews that began, concluded or were open {m.period.within}"
    shares = [
        reviews[len(reviews) * n // tables : len(reviews) * (n + 1) // tables]
        for n in range(tables)
    ]
    return tuple(_table(m, some, caption if tables == 1 else "") for some in shares)


def _table(
    m: ReportMaterial, some: list[tuple[int, tuple[RegisterRow, ToldLcspr]]], caption: str
) -> MilestoneTable:
    """Give the table of some reviews; one of several says in its caption which they are."""
    first, last = some[0][0], some[-1][0]
    reviews = f"Review {first}" if first == last else f"Reviews {first} to {last}"
    columns = [_milestones(m, row, told) for _, (row, told) in some]
    names = [_name(number, row, told) for number, (row, told) in some]
    return MilestoneTable(
        caption=caption or f"{reviews} of those that were under way {m.period.within}",
        size=f"{len(some)}",
        rows=tuple(
            MilestoneRow(milestone=milestone, **dict(zip(PLACES, reached, strict=False)))
            for milestone, *reached in zip(MILESTONES, *columns, strict=True)
        ),
        **dict(zip(PLACES, names, strict=False)),
    )


def times_taken(m: ReportMaterial) -> tuple[TimeTaken, ...]:
    """Give how long each review of the table took."""
    return tuple(
        TimeTaken(
            review=_name(number, row, told),
            to_report=_days(m, row.lcspr.reviewer_appointed, row.lcspr.accepted),
            to_publication=_to_publication(m, row.lcspr),
        )
        for number, (row, told) in enumerate(_reviews(m), start=1)
    )


def delays(m: ReportMaterial) -> tuple[str, ...]:
    """Give the reasons for delays that are too long for a cell, each with its review."""
    return tuple(
        f"Review {number} ({told.children}): {told.delay}"
        for number, (_, told) in enumerate(_reviews(m), start=1)
        if told.delay and not _is_remark(told)
    )


def claims(m: ReportMaterial) -> tuple[str, ...]:
    """Give what the dates prove of the time limits, a sentence each; or that there is no review."""
    told = (m.claim(key) for key, _ in CLAIMS)
    proved = tuple(claim.sentence for claim in told if claim.proof is not None)
    return proved or ("No review was completed or published in the period.",)


def claim_lines(m: ReportMaterial) -> tuple[ClaimLine, ...]:
    """Give the same as numbers, a line each."""
    told = ((words, m.claim(key)) for key, words in CLAIMS)
    return tuple(
        ClaimLine(
            words=words,
            proved=f"{len(claim.proved)}",
            refuted=f"{len(claim.refuted)}",
            unverified=f"{len(claim.unverified)}",
        )
        for words, claim in told
        if claim.proof is not None
    )


def _reviews(m: ReportMaterial) -> list[tuple[RegisterRow, ToldLcspr]]:
    told = {each.case: each for each in m.lcsprs}
    found = [
        (row, told[row.reference])
        for row in m.rows
        if row.reference in told and is_of(row.lcspr, m.period)
    ]
    return sorted(found, key=lambda pair: (pair[1].started_on, pair[1].case))


def is_of(review: LcsprFacts, period: Period) -> bool:
    """Tell whether a review belongs into a report: only one that was over before it does not.

    It is over when it is concluded and, where its report or its learning is to be published, that
    is done. A date of which it is not certain that it lies before the period keeps it in.
    """
    if review.started_on is None or review.started_on > period.last:
        return False
    last = [review.accepted]
    if review.publication in (PublicationOutcome.FULL, PublicationOutcome.DEFERRED):
        last.append(review.published)
    elif review.publication is PublicationOutcome.LEARNING_ONLY:
        last.append(review.learning_published)
    return not all(_is_before(period, date) for date in last)


def _is_before(period: Period, date: UncertainDate | None) -> bool:
    if date is None or date.latest is None or date.latest >= period.first:
        return False
    return period.places(date) is False  # "about" a day is no certainty


def _name(number: int, row: RegisterRow, told: ToldLcspr) -> Words:
    nameless = [each for each in row.children if not each.pseudonym and each.age_band != UNBORN]
    if nameless:
        return Gap(
            f"a pseudonym for each child of review {number}", f"{row.reference}: children.pseudonym"
        )
    return f"Review {number}: {told.children}"


def _milestones(m: ReportMaterial, row: RegisterRow, told: ToldLcspr) -> tuple[str, ...]:
    """Give what a review reached, in the order of MILESTONES.

    The reason for a delay stands in brackets, where it is short and may be shown.
    """
    published = told.published or _publication(m, row.lcspr)
    came = (told.appointed, told.accepted, told.to_panel, told.published)
    appointed, accepted, to_panel, _ = _with_words(came)
    remark = f" ({_uncapped(told.delay.rstrip('.'))})" if _is_remark(told) else ""
    return appointed, accepted, to_panel, f"{published}{remark}"


def _with_words(came: tuple[str, ...]) -> Iterator[str]:
    """Yield each milestone; one that is empty though a later one came is not recorded."""
    for number, milestone in enumerate(came):
        yield milestone or (NOT_RECORDED if any(came[number + 1 :]) else NOT_YET)


def _publication(m: ReportMaterial, review: LcsprFacts) -> str:
    """Give what was decided on a report that is not published."""
    decided = review.publication_decided_on
    if review.publication is None or decided is None or decided > m.as_at:
        return NOT_YET
    if review.publication is PublicationOutcome.NOT_PUBLISHED:
        return "Is not published"
    if review.publication is PublicationOutcome.LEARNING_ONLY:
        learning = review.learning_published
        if learning is None or learning.certainly_after(m.as_at):
            return "The learning alone is to be published"
        return f"Learning only: {in_month(learning)}"
    return "Put off" if review.publication is PublicationOutcome.DEFERRED else NOT_YET


def _days(m: ReportMaterial, start: UncertainDate | None, end: UncertainDate | None) -> str:
    if end is None or end.certainly_after(m.as_at):
        return NOT_YET
    took = duration(start, end)
    if took is None:
        return NOT_KNOWN
    least = max(took.least, 0)
    return f"{least} days" if least == took.most else f"{least} to {took.most} days"


def _to_publication(m: ReportMaterial, review: LcsprFacts) -> str:
    decided = review.publication_decided_on
    never = (PublicationOutcome.NOT_PUBLISHED, PublicationOutcome.LEARNING_ONLY)
    if review.publication in never and decided is not None and decided <= m.as_at:
        return "Is not published"
    return _days(m, review.reviewer_appointed, review.published)


def _uncapped(words: str) -> str:
    """Give a remark without its capital letter, unless it begins with an abbreviation."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def _is_remark(told: ToldLcspr) -> bool:
    return 0 < len(told.delay) <= LONGEST_REASON
