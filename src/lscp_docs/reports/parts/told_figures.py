"""What the figures of a period say, in sentences: never typed, and true of every number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.register.figures import Figure
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.wording import (
    counted_in_words,
    list_in_words,
    number_in_words,
    sentence_case,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure as a line of a table: what is counted, how many, of how many."""

    words: str
    value: str
    """"7"; of a share, "2 of 5 (40%)"."""


def line(figure: Figure) -> FigureLine:
    """Give a figure as a line of a table."""
    value = "not available" if figure.value is None else figure.told
    if figure.denominator is not None and figure.value is not None and figure.percent is not None:
        value = f"{value} of {figure.denominator:,} ({figure.percent:g}%)"
    return FigureLine(words=figure.words, value=value)


def notifying(m: ReportMaterial) -> tuple[str, ...]:
    """Give what was considered and decided, and how it was agreed and how timely it was."""
    return tuple(_notifying(m))


def _notifying(m: ReportMaterial) -> Iterator[str]:
    considered = m.number("referrals_considered")
    group = m.partnership.names.review_group
    cases = counted_in_words(considered, "case")
    when = sentence_case(m.period.within)
    yield f"{when}, the {group} considered {cases} for possible notification."
    carried = m.number("referrals_undecided_at_start")
    if carried:
        were = "was" if carried == 1 else "were"
        more = sentence_case(counted_in_words(carried, "case"))
        yield f"{more} considered earlier {were} still undecided when the period began."
    yield from _decided(m)
    yield from _agreed(m)


def _decided(m: ReportMaterial) -> Iterator[str]:
    notified, not_notified = m.number("decided_to_notify"), m.number("decided_not_to_notify")
    open_at_end = m.number("referrals_undecided_at_end")
    if notified + not_notified:
        decided = []
        if not_notified:
            did = "one case did" if not_notified == 1 else f"{_cases(not_notified)} did"
            decided.append(f"that {did} not meet the criteria for notification")
        if notified:
            were = "one case is" if notified == 1 else f"{_cases(notified)} are"
            decided.append(f"that {were} to be notified")
        yield f"The local authority decided {list_in_words(decided)}."
    if open_at_end:
        was = "was" if open_at_end == 1 else "were"
        yield (
            f"{sentence_case(_cases(open_at_end))} {was} considered and not yet decided, or not "
            "yet notified, when the period ended."
        )


def _cases(number: int) -> str:
    return counted_in_words(number, "case")


def _agreed(m: ReportMaterial) -> Iterator[str]:
    for key in ("decisions_unanimous", "notified_in_time"):
        claim = m.claim(key)
        if claim.proof is not None:
            yield claim.sentence


def reviewing(m: ReportMaterial) -> tuple[str, ...]:
    """Give what came of rapid reviews, and what the Panel answered."""
    return tuple(_reviewing(m))


def _reviewing(m: ReportMaterial) -> Iterator[str]:
    completed = m.number("rapid_reviews_completed")
    was = "was" if completed == 1 else "were"
    reviews = counted_in_words(completed, "rapid review")
    yield f"{sentence_case(reviews)} {was} completed and sent to the Panel."
    decided = []
    for key, words in (
        ("rapid_reviews_no_lcspr", "not to carry out a local review"),
        ("rapid_reviews_lcspr", "to carry out a local review"),
        ("rapid_reviews_further_information", "to gather further information"),
    ):
        number = m.number(key)
        if number:
            decided.append(f"in {_of_them(number, completed)} {words}")
    if decided:
        yield f"The decision was {list_in_words(decided)}."
    without = m.number("rapid_reviews_no_outcome")
    if without:
        yield f"In {_of_them(without, completed)} no decision is recorded."
    if completed:
        yield m.claim("reviewed_in_time").sentence
    yield from _answered(m)
    yield from _not_completed(m)


def _not_completed(m: ReportMaterial) -> Iterator[str]:
    """Yield what became of the notifications whose rapid review was not completed."""
    withdrawn = m.number("rapid_reviews_withdrawn")
    if withdrawn:
        its = "its notification was" if withdrawn == 1 else "their notifications were"
        ended = counted_in_words(withdrawn, "rapid review")
        yield f"{sentence_case(ended)} ended because {its} withdrawn."
    open_now = m.number("rapid_reviews_in_progress_at_end")
    if open_now:
        was = "was" if open_now == 1 else "were"
        more = counted_in_words(open_now, "rapid review")
        past = _past(m.number("rapid_reviews_overdue_at_end"), open_now)
        yield f"{sentence_case(more)} {was} in progress when the period ended{past}."
    none_needed = m.number("notifications_without_review")
    if none_needed:
        calls = "notification called" if none_needed == 1 else "notifications called"
        yield f"{sentence_case(number_in_words(none_needed))} {calls} for no rapid review."


def _past(overdue: int, whole: int) -> str:
    """Give how many of the reviews in progress are past their last day."""
    if not overdue:
        return ""
    if overdue == whole:
        return ", past the 15 working days"
    return f", {number_in_words(overdue)} of them past the 15 working days"


def _of_them(number: int, whole: int) -> str:
    if number < whole:
        return f"{number_in_words(number)} of them"
    return {1: "this case", 2: "both cases"}.get(number, f"all {number_in_words(number)} cases")


def _answered(m: ReportMaterial) -> Iterator[str]:
    told = []
    for key, words in (
        ("panel_agreed", "agreed with {}"),
        ("panel_disagreed", "disagreed with {}"),
        ("panel_asked", "asked questions on {}"),
        ("panel_national_review", "decided on a national review after {}"),
    ):
        number = m.number(key)
        if number:
            told.append(words.format(counted_in_words(number, "rapid review")))
    if told:
        yield f"The Panel {list_in_words(told)}."
    awaited = m.number("panel_awaited_at_end")
    if awaited:
        was = "was" if awaited == 1 else "were"
        replies = counted_in_words(awaited, "reply", "replies")
        yield f"{sentence_case(replies)} of the Panel {was} still awaited when the period ended."


def local_reviews(m: ReportMaterial) -> tuple[str, ...]:
    """Give how many local reviews began, concluded and are in progress, and their publication."""
    return tuple(_local_reviews(m))


def _local_reviews(m: ReportMaterial) -> Iterator[str]:
    started, concluded = m.number("lcsprs_started"), m.number("lcsprs_concluded")
    name = "local child safeguarding practice review"
    began = sentence_case(counted_in_words(started, name))
    ended = number_in_words(concluded) if concluded else "none"
    yield f"{began} (LCSPR{'' if started == 1 else 's'}) began, and {ended} concluded."
    earlier = m.number("lcsprs_in_progress_at_start")
    if earlier:
        yield f"{_lcsprs(earlier)} in progress when the period began."
    yield from _publication(m)
    yield f"{_lcsprs(m.number('lcsprs_in_progress_at_end'))} in progress when the period ended."


def _lcsprs(number: int) -> str:
    was = "was" if number == 1 else "were"
    return f"{sentence_case(counted_in_words(number, 'LCSPR'))} {was}"


def _publication(m: ReportMaterial) -> Iterator[str]:
    """Yield what was decided on publication, what the Panel said of it, and what was published."""
    decided = [
        words.format(counted_in_words(m.number(key), "report"))
        for key, words in (
            ("publication_full", "to publish {} in full"),
            ("publication_learning_only", "to publish the learning alone of {}"),
            ("publication_none", "not to publish {}"),
        )
        if m.number(key)
    ]
    if decided:
        yield f"It was decided {list_in_words(decided)}."
    undecided = m.number("publication_undecided_at_end")
    if undecided:
        reports = counted_in_words(undecided, "report")
        yield f"The publication of {reports} was still undecided when the period ended."
    for key, did in (
        ("panel_agreed_non_publication", "agreed"),
        ("panel_disagreed_non_publication", "disagreed"),
    ):
        number = m.number(key)
        if number:
            decisions = counted_in_words(number, "decision")
            yield f"The Panel {did} with {decisions} not to publish in full."
    for key, words in (
        ("reports_published", "{} {} published in the period."),
        ("learning_published", "The learning of {} {} published in the period."),
    ):
        number = m.number(key)
        if number:
            # "The learning of two reports was": the learning is one.
            was = "was" if number == 1 or key == "learning_published" else "were"
            yield sentence_case(words.format(counted_in_words(number, "report"), was))
