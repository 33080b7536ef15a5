"""The rapid review as it goes to the Panel: what happened, why, what was learned, what is decided.

Its sections and appendices follow the purposes of a rapid review (`rapid_review_purposes`); the
minutes of its two meetings go with it (Leeds SCP reviews page).
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import (
    children,
    practice,
    rapid_review_next,
    reasons,
    recommendation,
)
from lscp_docs.documents.parts.children import ChildRows, FamilyRows
from lscp_docs.documents.parts.chronology import Stretch, chronology
from lscp_docs.documents.parts.chronology_notes import ChronologyNotes, chronology_notes
from lscp_docs.documents.parts.differences import Differences, differences
from lscp_docs.documents.parts.incident_account import IncidentAccount, account
from lscp_docs.documents.parts.minutes import Minutes, minutes
from lscp_docs.documents.parts.practice import Episode, Equality, LearningPoint, Voice
from lscp_docs.documents.parts.rapid_review_clock import ReviewClock, review_clock
from lscp_docs.documents.parts.rapid_review_next import ActionRow, Proposed
from lscp_docs.documents.parts.rapid_review_purposes import Purpose, purposes
from lscp_docs.documents.parts.reasons import ViewOfPartner
from lscp_docs.documents.parts.recommendation import (
    Criterion,
    NationalImportance,
    SignOff,
    rapid_review_of,
)
from lscp_docs.documents.parts.returns import Returns, returns
from lscp_docs.documents.parts.told_by_agencies import ToldByAgencies, told_by_agencies
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.vocabulary import MeetingKind
from lscp_docs.timescales.guidance import cite
from lscp_docs.wording import Gap, Prose, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RapidReviewSubmission:
    """What the submission says, section by section."""

    to: str
    concerns: str
    outcome: Words
    clock: ReviewClock
    about: Prose
    guidance: str
    purposes: tuple[Purpose, ...]
    children: tuple[ChildRows, ...]
    family: tuple[FamilyRows, ...]
    family_note: Prose
    composition: Prose
    incident: IncidentAccount
    safe_now: Prose
    returns: Returns
    chronology_length: Words
    episodes: tuple[Episode, ...]
    lived_experience: Prose
    voices: tuple[Voice, ...]
    equality: Equality
    good_practice: Prose
    learning_acted_on: tuple[LearningPoint, ...]
    learning_new: tuple[LearningPoint, ...]
    regulations: str
    criteria: tuple[Criterion, ...]
    recommended: Words
    reasons: Prose
    would_add: Prose
    replaces: Prose
    decision: Prose
    national: NationalImportance
    views: tuple[ViewOfPartner, ...]
    dissent: Prose
    independent: Prose
    proposed: Proposed | None
    none_proposed: Words
    actions: tuple[ActionRow, ...]
    sign_off: SignOff
    chronology: tuple[Stretch, ...]
    chronology_notes: ChronologyNotes | None
    minutes: tuple[Minutes, ...]
    told: ToldByAgencies | None
    differences: Differences | None


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True when a rapid review is open or done, and its notification was not withdrawn."""
    withdrawn = case.notification is not None and case.notification.withdrawn is not None
    return case.rapid_review is not None and not withdrawn


def context(m: Material) -> RapidReviewSubmission:
    """The submission's words."""
    review, events = rapid_review_of(m), chronology(m)
    regulations = cite("review-regulations", m.as_at)
    return RapidReviewSubmission(
        to=f"The {reasons.panel(m)}",
        concerns=reasons.concerns(m),
        outcome=recommendation.decided(m),
        clock=review_clock(m),
        about=_about(m),
        guidance=cite("working-together", m.as_at).words(),
        purposes=purposes(m),
        children=children.children(m),
        family=children.family(m),
        family_note=m.prose_or(m.case.family_note, "No further note on the family was recorded."),
        composition=m.prose(
            review.family_composition,
            "who belongs to the family",
            "rapid_review.family_composition",
        ),
        incident=account(m),
        safe_now=m.prose(
            review.immediate_safeguarding,
            "the present safety of the child and of other children",
            "rapid_review.immediate_safeguarding",
        ),
        returns=returns(m),
        chronology_length=_length(events),
        episodes=practice.episodes(m),
        lived_experience=m.prose(
            review.lived_experience, "the child’s lived experience", "rapid_review.lived_experience"
        ),
        voices=practice.voices(m),
        equality=practice.equality(m),
        good_practice=practice.good_practice(m),
        learning_acted_on=practice.learning(m, is_acted_on=True),
        learning_new=practice.learning(m, is_acted_on=False),
        regulations=f"regulation 11 of {regulations.words()} ({regulations.reference})",
        criteria=recommendation.criteria(m),
        recommended=recommendation.recommended(m),
        reasons=recommendation.grounds(m),
        would_add=recommendation.would_add(m),
        replaces=recommendation.replaces(m),
        decision=recommendation.decision(m),
        national=recommendation.national_importance(m),
        views=recommendation.views(m),
        dissent=recommendation.dissent(m),
        independent=recommendation.independent(m),
        proposed=rapid_review_next.proposed(m),
        none_proposed=rapid_review_next.none_proposed(m),
        actions=rapid_review_next.actions(m),
        sign_off=recommendation.sign_off(m),
        chronology=events,
        chronology_notes=chronology_notes(m),
        minutes=minutes(
            m, MeetingKind.RAPID_REVIEW_WITH_AUTHORS, MeetingKind.REVIEW_GROUP_CRITERIA
        ),
        told=told_by_agencies(m),
        differences=differences(m),
    )


def _about(m: Material) -> Prose:
    """When the review was opened and over what period it looked."""
    review = rapid_review_of(m)
    opened = m.happened(
        review.opened_on, "the opening of the rapid review", "rapid_review.opened_on"
    )
    if isinstance(opened, Gap):
        return (opened,)
    first, last = (
        "a day that was not recorded" if day is None else m.showing.date(day)
        for day in (review.period_from, review.period_to)
    )
    return (
        f"{m.partnership.name} opened this rapid review on {opened}. The period under review is "
        f"from {first} to {last}.",
    )


def _length(stretches: tuple[Stretch, ...]) -> Words:
    events = sum(1 if stretch.told else len(stretch.events) for stretch in stretches)
    if not events:
        return Gap("the integrated chronology", "chronology")
    count = "1 event" if events == 1 else f"{events} events"
    return f"The integrated chronology in appendix A holds {count}, each with its source."
