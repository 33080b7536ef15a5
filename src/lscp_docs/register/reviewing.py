"""The measures of rapid reviews, of the Panel's replies, and of LCSPRs with their publication."""

from __future__ import annotations

from collections.abc import Iterator

from lscp_docs.model.vocabulary import PanelResponse, PublicationOutcome, RapidReviewOutcome
from lscp_docs.register import counting as by
from lscp_docs.register.measure import AT_END, AT_START, Measure, timeliness_of

_BY_SUBMISSION = "by the day on which the rapid review was sent to the Panel"
_BY_REPLY = "by the day on which the Panel’s reply was received"
_BY_ACCEPTANCE = "by the day on which the Executive accepted the report"
_BY_PUBLICATION = (
    "by the day on which publication was decided, or the report accepted if that was later"
)


def reviewing() -> Iterator[Measure]:
    """Yield the measures from the rapid review on, in the order of the route."""
    yield from _rapid_reviews()
    yield from _panel()
    yield from _lcsprs()
    yield from _publication()


def _rapid_reviews() -> Iterator[Measure]:
    in_progress = "Rapid reviews opened and neither completed nor ended by a withdrawal"
    stock = (by.opened_on, by.review_ended_on)
    yield Measure(
        "rapid_reviews_in_progress_at_start",
        "Rapid reviews carried into the period",
        f"{in_progress}, {AT_START}.",
        by.open_at_start(*stock),
    )
    yield Measure(
        "rapid_reviews_opened",
        "Rapid reviews opened",
        "Rapid reviews, by the day on which they were opened.",
        by.on(by.opened_on),
    )
    yield Measure(
        "rapid_reviews_completed",
        "Rapid reviews completed",
        f"Rapid reviews completed and sent to the Panel, {_BY_SUBMISSION}.",
        by.on(by.completed_on),
    )
    yield from timeliness_of(
        "reviewed",
        "Rapid reviews completed",
        limit="15 working days",
        since="from the notification",
        day=(_BY_SUBMISSION, by.completed_on),
        told=lambda row: row.review.in_time,
        among="rapid_reviews_completed",
    )
    for key, outcome, decided in (
        (
            "rapid_reviews_lcspr",
            RapidReviewOutcome.LCSPR,
            "a decision for a local child safeguarding practice review (LCSPR)",
        ),
        ("rapid_reviews_no_lcspr", RapidReviewOutcome.NO_LCSPR, "a decision against an LCSPR"),
        (
            "rapid_reviews_further_information",
            RapidReviewOutcome.FURTHER_INFORMATION,
            "a request for further information",
        ),
        ("rapid_reviews_no_outcome", None, "no outcome recorded"),
    ):
        words = f"Rapid reviews completed with {decided}"
        told = f"{words}, as the Executive decided or else was recommended to, {_BY_SUBMISSION}."
        yield Measure(key, words, told, by.completed(outcome), "rapid_reviews_completed")
    yield Measure(
        "rapid_reviews_withdrawn",
        "Rapid reviews ended by a withdrawal",
        "Rapid reviews whose notification was withdrawn before they were completed, by the day of "
        "the withdrawal.",
        by.on(by.withdrawn_from_review_on),
    )
    yield Measure(
        "rapid_reviews_in_progress_at_end",
        "Rapid reviews in progress when the period ended",
        f"{in_progress}, {AT_END}.",
        by.open_at_end(*stock),
    )
    yield Measure(
        "rapid_reviews_overdue_at_end",
        "Rapid reviews in progress and past their 15 working days when the period ended",
        f"{in_progress}, {AT_END}, whose last day by the partnership’s count was before that.",
        by.overdue_at_end(*stock, due=lambda row: row.review.due),
        "rapid_reviews_in_progress_at_end",
    )


def _panel() -> Iterator[Measure]:
    awaiting = "Rapid reviews sent to the Panel without its reply"
    stock = (by.completed_on, by.replied_on)
    yield Measure(
        "panel_awaited_at_start",
        "Replies of the Panel still awaited when the period began",
        f"{awaiting}, {AT_START}.",
        by.open_at_start(*stock),
    )
    for key, words, responses in (
        ("panel_agreed", "Rapid reviews with which the Panel agreed", (PanelResponse.AGREES,)),
        (
            "panel_disagreed",
            "Rapid reviews with which the Panel disagreed",
            (
                PanelResponse.DISAGREES_WITH_NO_LCSPR,
                PanelResponse.DISAGREES_WITH_NON_PUBLICATION,
            ),
        ),
        (
            "panel_asked",
            "Rapid reviews on which the Panel asked questions",
            (PanelResponse.ASKS_QUESTIONS,),
        ),
        (
            "panel_national_review",
            "Rapid reviews after which the Panel reviews nationally",
            (PanelResponse.NATIONAL_REVIEW,),
        ),
    ):
        yield Measure(key, words, f"{words}, {_BY_REPLY}.", by.replied(*responses))
    yield Measure(
        "panel_awaited_at_end",
        "Replies of the Panel still awaited when the period ended",
        f"{awaiting}, {AT_END}.",
        by.open_at_end(*stock),
    )


def _lcsprs() -> Iterator[Measure]:
    stock = (lambda row: row.lcspr.started_on, by.concluded_on)
    in_progress = "Local child safeguarding practice reviews (LCSPRs) begun and not concluded"
    yield Measure(
        "lcsprs_in_progress_at_start",
        "LCSPRs carried into the period",
        f"{in_progress}, {AT_START}.",
        by.open_at_start(*stock),
    )
    yield Measure(
        "lcsprs_started",
        "LCSPRs started",
        "LCSPRs, by the day on which they were initiated.",
        by.on(lambda row: row.lcspr.started_on),
    )
    yield Measure(
        "lcsprs_concluded",
        "LCSPRs concluded",
        f"LCSPRs concluded, {_BY_ACCEPTANCE}.",
        by.on(by.concluded_on),
    )
    yield Measure(
        "lcsprs_in_progress_at_end",
        "LCSPRs in progress when the period ended",
        f"{in_progress}, {AT_END}.",
        by.open_at_end(*stock),
    )


def _publication() -> Iterator[Measure]:
    awaiting = "Concluded LCSPRs whose publication was not decided, or deferred"
    stock = (by.concluded_on, by.publication_decided_on)
    yield Measure(
        "publication_undecided_at_start",
        "Concluded LCSPRs carried into the period with publication undecided",
        f"{awaiting}, {AT_START}.",
        by.open_at_start(*stock),
    )
    for key, words, outcome in (
        ("publication_full", "LCSPRs to be published in full", PublicationOutcome.FULL),
        (
            "publication_learning_only",
            "LCSPRs of which the learning alone is published",
            PublicationOutcome.LEARNING_ONLY,
        ),
        ("publication_none", "LCSPRs not to be published", PublicationOutcome.NOT_PUBLISHED),
    ):
        yield Measure(key, words, f"{words}, {_BY_PUBLICATION}.", by.publication(outcome))
    yield Measure(
        "publication_undecided_at_end",
        "Concluded LCSPRs with publication undecided when the period ended",
        f"{awaiting}, {AT_END}.",
        by.open_at_end(*stock),
    )
    yield Measure(
        "reports_published",
        "LCSPR reports published in full",
        "LCSPR reports, by the day on which they were published.",
        by.on(lambda row: row.lcspr.published),
    )
    yield Measure(
        "learning_published",
        "LCSPRs whose learning was published",
        "LCSPRs, by the day on which the learning from them was published.",
        by.on(lambda row: row.lcspr.learning_published),
    )
    for key, words, response in (
        (
            "panel_agreed_non_publication",
            "Decisions not to publish with which the Panel agreed",
            PanelResponse.AGREES,
        ),
        (
            "panel_disagreed_non_publication",
            "Decisions not to publish with which the Panel disagreed",
            PanelResponse.DISAGREES_WITH_NON_PUBLICATION,
        ),
    ):
        yield Measure(key, words, f"{words}, {_BY_REPLY}.", _on_publication(response))


def _on_publication(response: PanelResponse) -> by.Test:
    return by.on(
        lambda row: row.lcspr.panel_on_publication_on,
        lambda row: row.lcspr.panel_on_publication is response,
    )
