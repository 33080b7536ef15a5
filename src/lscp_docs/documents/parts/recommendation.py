"""What a rapid review recommends and the Executive decides: criteria, views, decision, sign-off."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import reasons
from lscp_docs.documents.parts.reasons import ViewOfPartner
from lscp_docs.model.discussion import IndependentView, PartnerView
from lscp_docs.model.review import ExecutiveDecision, RapidReview
from lscp_docs.model.vocabulary import (
    ExecutiveMatter,
    Partner,
    RapidReviewOutcome,
    Regulation11,
    View,
)
from lscp_docs.timescales.guidance import cite
from lscp_docs.wording import Gap, Prose, Words, sentence_case

REVIEW_VIEWS: dict[View, str] = {
    View.CRITERIA_MET: "the criteria for a local review are met",
    View.CRITERIA_NOT_MET: "the criteria for a local review are not met",
    View.FINELY_BALANCED: "finely balanced",
    View.NOT_AVAILABLE: "view not available",
}
"""The views on a recommendation, in words that tell them from those on a notification."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One criterion that must be taken into account: what it is, the finding, the evidence."""

    criterion: str
    finding: Words
    evidence: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalImportance:
    """Whether the case raises issues for a national review, with the words of the law."""

    question: str
    criteria: tuple[str, ...]
    answer: Words
    reasons: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """Who decided for each of the three safeguarding partners, in what role and when."""

    local_authority: Words
    police: Words
    health: Words


def rapid_review_of(m: Material) -> RapidReview:
    """The case's rapid review; `applies` sees to it that a document of one has one."""
    if m.case.rapid_review is None:
        raise ValueError("this document is made of a rapid review, and the case has none")
    return m.case.rapid_review


def outcome_in_words(m: Material, outcome: RapidReviewOutcome) -> str:
    """Return "that no local child safeguarding practice review is carried out" and its kin."""
    review = cite("review", m.as_at).words()
    return {
        RapidReviewOutcome.LCSPR: f"that a {review} is carried out",
        RapidReviewOutcome.NO_LCSPR: f"that no {review} is carried out",
        RapidReviewOutcome.FURTHER_INFORMATION: (
            f"that further information is needed before a decision on a {review}"
        ),
    }[outcome]


def recommended(m: Material) -> Words:
    """What the review group recommended, and when."""
    review = rapid_review_of(m)
    if review.recommendation is None:
        return Gap("the recommendation of the rapid review", "rapid_review.recommendation")
    day = m.happened(
        review.recommended_on, "the day of the recommendation", "rapid_review.recommended_on"
    )
    if isinstance(day, Gap):
        return day
    group, what = m.partnership.names.review_group, outcome_in_words(m, review.recommendation)
    return f"On {day} the {group} recommended {what}."


def grounds(m: Material) -> Prose:
    """The reasons for the recommendation."""
    what, path = "the reasons for the recommendation", "rapid_review.reasons"
    return m.prose(rapid_review_of(m).reasons, what, path)


def would_add(m: Material) -> Prose:
    """What a local review would add."""
    what, path = "what a local review would add", "rapid_review.what_a_review_would_add"
    return m.prose(rapid_review_of(m).what_a_review_would_add, what, path)


def replaces(m: Material) -> Prose:
    """What stands in place of a review, asked for where none is recommended; else perhaps empty."""
    review = rapid_review_of(m)
    instead, path = review.what_replaces_a_review, "rapid_review.what_replaces_a_review"
    if review.recommendation is RapidReviewOutcome.NO_LCSPR:
        return m.prose(instead, "what replaces a local review", path)
    return m.showing.text(instead) if instead is not None else ()


def has_decided(m: Material) -> bool:
    """True when the Executive had decided on the recommendation by the document's date."""
    entry = m.case.executive_on(ExecutiveMatter.RAPID_REVIEW)
    return entry is not None and entry.decided_on is not None and entry.decided_on <= m.as_at


def decided(m: Material) -> Words:
    """What the Executive decided, and when."""
    entry = m.case.executive_on(ExecutiveMatter.RAPID_REVIEW)
    path, what = "executive.decided_on", "the Executive’s decision on the rapid review"
    day = m.happened(entry.decided_on if entry is not None else None, what, path)
    if entry is None or isinstance(day, Gap):
        return day
    if entry.decided_outcome is None:
        return Gap(what, "executive.decided_outcome")
    outcome = outcome_in_words(m, entry.decided_outcome)
    return f"On {day} the {m.partnership.names.executive} decided {outcome}."


def decision(m: Material) -> Prose:
    """The Executive's decision in its own words, with its conditions and any dissent."""
    entry = m.case.executive_on(ExecutiveMatter.RAPID_REVIEW)
    if entry is None or not has_decided(m):
        return (decided(m),)
    return (decided(m), *in_its_words(m), *_conditions(m, entry))


def in_its_words(m: Material) -> Prose:
    """The Executive's decision as it was recorded, empty where only the outcome was."""
    entry = m.case.executive_on(ExecutiveMatter.RAPID_REVIEW)
    return m.showing.text(entry.decision) if entry is not None and entry.decision else ()


def _conditions(m: Material, entry: ExecutiveDecision) -> Prose:
    conditions = m.prose_or(entry.conditions, "No conditions were set.")
    if entry.conditions is not None:
        conditions = ("The decision was made with these conditions:", *conditions)
    if entry.dissent is None:
        return conditions
    return (*conditions, "Dissent at the meeting:", *m.showing.text(entry.dissent))


def sign_off(m: Material) -> SignOff:
    """The three partners' representatives who decided; a gap for each that is not recorded."""
    return SignOff(
        local_authority=_signed(m, Partner.LOCAL_AUTHORITY),
        police=_signed(m, Partner.POLICE),
        health=_signed(m, Partner.HEALTH),
    )


def _signed(m: Material, partner: Partner) -> Words:
    entry = m.case.executive_on(ExecutiveMatter.RAPID_REVIEW)
    deciding = entry.deciding_partners if entry is not None and has_decided(m) else ()
    found = next((one for one in deciding if one.partner is partner), None)
    if entry is None or entry.decided_on is None or found is None:
        whose = reasons.partner_name(partner)
        path = "executive.deciding_partners"
        return Gap(f"who signed off the rapid review for {whose}", path)
    return f"{m.showing.professional(found.name, found.role)}, on {m.words(entry.decided_on)}"


def criteria(m: Material) -> tuple[Criterion, ...]:
    """The criteria of regulation 11, all four; one without a finding is a gap."""
    return tuple(_criterion(m, limb) for limb in Regulation11)


def _criterion(m: Material, limb: Regulation11) -> Criterion:
    rows = rapid_review_of(m).regulation_11
    found = next((row for row in rows if row.limb is limb), None)
    words = cite(f"regulation-11-{limb.value}", m.as_at).words()
    criterion, path = f"({limb.value}) {sentence_case(words)}", "rapid_review.regulation_11"
    what = f"the finding on criterion ({limb.value}), {words}"
    if found is None:
        gap = Gap(what, path)
        return Criterion(criterion=criterion, finding=gap, evidence=(gap,))
    return Criterion(
        criterion=criterion,
        finding=found.finding.words,
        evidence=m.prose(found.evidence, f"the evidence for {what}", path),
    )


def national_importance(m: Material) -> NationalImportance:
    """Whether the case raises issues that are complex or of national importance."""
    review = rapid_review_of(m)
    significance, path = review.national_significance, "rapid_review.national_significance"
    what = "whether the case raises issues of national importance"
    return NationalImportance(
        question=(
            "The partners considered whether the case raises issues that are "
            f"{cite('national-importance', m.as_at).quotation()}."
        ),
        criteria=tuple(
            cite(f"regulation-3-{letter}", m.as_at).quotation() for letter in ("a", "b", "c")
        ),
        answer=Gap(what, path) if significance is None else _answer(significance.raised),
        reasons=m.prose(significance.reasons if significance else None, f"why {what}", path),
    )


def _answer(raised: bool) -> str:  # noqa: FBT001
    raises = "raises" if raised else "does not raise"
    return f"In the partners’ view the case {raises} such issues."


def views(m: Material) -> tuple[ViewOfPartner, ...]:
    """The three partners' views on the recommendation; never added up."""
    review = rapid_review_of(m)
    return tuple(_view(m, partner, view) for partner, view in review.views())


def _view(m: Material, partner: Partner, view: PartnerView | None) -> ViewOfPartner:
    whose = f"the view of {reasons.partner_name(partner)} on the recommendation"
    name, path = sentence_case(partner.words), f"rapid_review.view_{partner.value}"
    if view is None:
        gap = Gap(whose, path)
        return ViewOfPartner(partner=name, view=gap, given_by=gap, reasons=(gap,))
    given_by: Words = "Nobody could give it."
    if view.view is not View.NOT_AVAILABLE:
        by = _by(m, view)
        on = "" if view.on is None else f" on {m.words(view.on)}"
        given_by = f"Given by {by}{on}."
    if view.on is not None and view.on > m.as_at:
        given_by = m.happened(view.on, whose, f"{path}.on")
    return ViewOfPartner(
        partner=name,
        view=REVIEW_VIEWS[view.view],
        given_by=given_by,
        reasons=m.prose(view.reasons, f"the reasons for {whose}", f"{path}.reasons"),
    )


def dissent(m: Material) -> Prose:
    """What dissent there was, in words; a gap where the views differ and none is recorded."""
    review = rapid_review_of(m)
    given = {view.view for _, view in review.views() if view is not None}
    if review.dissent is not None:
        return m.showing.text(review.dissent)
    if any(view is None for _, view in review.views()):
        return (f"Not all three views had been recorded on {m.words(m.as_at)}.",)
    if len(given) > 1:
        return (Gap("the dissent, since the partners’ views differ", "rapid_review.dissent"),)
    return ("No dissent from the recommendation was recorded.",)


def independent(m: Material) -> Prose:
    """What the independent scrutineer or chair observed: advice, not a partner's view."""
    review = rapid_review_of(m)
    view, role = review.view_independent, m.partnership.names.independent_role
    if view is None:
        return (f"The {role} made no observations on the recommendation.",)
    on = "" if view.on is None else f" on {m.words(view.on)}"
    return (f"Made by {_by(m, view)}{on}.", *m.showing.text(view.observations))


def _by(m: Material, view: PartnerView | IndependentView) -> str:
    """Who gave it, by name and role or by the role alone: "the Head of Safeguarding"."""
    role = view.role or ""
    by = m.showing.professional(view.given_by, role)
    return f"the {by}" if by == role else by
