"""What follows a rapid review: the review that is proposed, and the actions."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.recommendation import rapid_review_of
from lscp_docs.model.learning import Action
from lscp_docs.model.review import ProposedReview
from lscp_docs.model.vocabulary import ActionSource, RapidReviewOutcome
from lscp_docs.timescales.guidance import cite
from lscp_docs.wording import Gap, Prose, Words, list_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """The local review that is proposed."""

    reviewers: str
    scope: Prose
    timetable: Prose
    publication: Prose
    delay: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """An action of the plan: what, measured how, by whom and by when."""

    action: Prose
    """The action after its number, then how its success is known."""
    owner: Prose
    """The owner's role, the lead agency, and the day."""


def is_lcspr(m: Material) -> bool:
    """True when a local child safeguarding practice review is recommended."""
    return rapid_review_of(m).recommendation is RapidReviewOutcome.LCSPR


def proposed(m: Material) -> Proposed | None:
    """The proposed review; None where none is recommended and none was described."""
    found = rapid_review_of(m).proposed_review
    if found is None and not is_lcspr(m):
        return None
    found, path = found or ProposedReview(), "rapid_review.proposed_review"
    reviewers = [
        m.showing.professional(name, "independent reviewer").removesuffix(", independent reviewer")
        for name in found.reviewers
    ]
    return Proposed(
        reviewers=list_in_words(reviewers) or f"None named on {m.words(m.as_at)}",
        scope=m.prose(found.scope, "the scope of the proposed review", f"{path}.scope"),
        timetable=m.prose(
            found.timetable, "the timetable of the proposed review", f"{path}.timetable"
        ),
        publication=m.prose(
            found.publication_intention,
            "whether the proposed review is meant to be published",
            f"{path}.publication_intention",
        ),
        delay=m.prose_or(found.delay_likely_because, "No likely delay was recorded."),
    )


def none_proposed(m: Material) -> Words:
    """The sentence that stands where no review is proposed; a gap before a recommendation."""
    if rapid_review_of(m).recommendation is None:
        return Gap("the recommendation of the rapid review", "rapid_review.recommendation")
    return f"No {cite('review', m.as_at).words()} is proposed."


def actions(m: Material) -> tuple[ActionRow, ...]:
    """The actions that the rapid review led to, as they were agreed; how far they came is later."""
    return tuple(
        _action(m, action)
        for action in m.case.actions
        if action.source is ActionSource.RAPID_REVIEW
    )


def _action(m: Material, action: Action) -> ActionRow:
    parts = (("Success", action.success_measure), ("Evidence", action.evidence_required))
    told = [
        f"{label}: {' '.join(m.showing.text(text))}" for label, text in parts if text is not None
    ]
    first, *more = m.showing.text(action.action)
    return ActionRow(
        action=(f"{action.id.upper()}. {first}", *more, *told),
        owner=(action.owner, m.agency(action.lead_agency), f"Due {m.words(action.due)}"),
    )
