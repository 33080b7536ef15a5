"""Part C of the discussion form: the review group's discussion, up to the decision."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import reasons
from lscp_docs.documents.parts.children import Fact
from lscp_docs.documents.parts.decision_record import (
    DecisionRecord,
    Step,
    decided,
    decision_record,
    step_rows,
)
from lscp_docs.documents.parts.minutes import Minutes, minutes_of
from lscp_docs.documents.parts.reasons import Limb, ViewOfPartner
from lscp_docs.model.discussion import Meeting, NotificationDiscussion, PartnerView
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.vocabulary import IncidentOutcome
from lscp_docs.wording import Gap, Prose, day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What one agency told the meeting."""

    agency: str
    summary: Prose
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Independent:
    """What the independent scrutineer or chair observed: advice, not a partner's view."""

    given_by: str
    observations: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionPart:
    """Part C."""

    facts: tuple[Fact, ...]
    meeting: Minutes | None
    shared: tuple[Shared, ...]
    sudic: Prose
    limbs: tuple[Limb, ...]
    views: tuple[ViewOfPartner, ...]
    independent: Independent | None
    no_independent: str
    disagreement: Prose
    attempts: Prose
    legal: str
    decision: DecisionRecord | None
    no_decision: str
    steps: tuple[Step, ...]


def is_held(m: Material) -> bool:
    """True when the review group has discussed the case by the document's date."""
    discussion = m.case.discussion
    if discussion is None:
        return False
    meeting = m.case.meeting(discussion.meeting)
    if meeting is not None:
        return meeting.on <= m.as_at
    return bool(discussion.criteria or any(view for _, view in discussion.views()))


def discussion_part(m: Material) -> DiscussionPart | None:
    """Part C, None until the group has discussed the case; then what is missing is a gap."""
    discussion = m.case.discussion
    if discussion is None or not is_held(m):
        return None
    meeting = m.case.meeting(discussion.meeting)
    independent, decision = _independent(m, discussion), decided(m)
    role = m.partnership.names.independent_role
    return DiscussionPart(
        facts=_facts(m, discussion, meeting),
        meeting=minutes_of(m, meeting) if meeting is not None else None,
        shared=_shared(m, discussion),
        sudic=_sudic(m, discussion),
        limbs=reasons.of(m).limbs,
        views=tuple(
            _as_given(m, view, shown)
            for (_, view), shown in zip(discussion.views(), reasons.views(m), strict=True)
        ),
        independent=independent,
        no_independent=f"The {role} made no observations.",
        disagreement=_on_disagreement(
            m,
            discussion.areas_of_disagreement,
            "where the partners disagree",
            "areas_of_disagreement",
        ),
        attempts=_on_disagreement(
            m,
            discussion.disagreement_resolution_attempts,
            "how the partners tried to agree",
            "disagreement_resolution_attempts",
        ),
        legal=_legal(m),
        decision=decision_record(m),
        no_decision=f"The local authority has not recorded a decision on {m.words(m.as_at)}.",
        steps=step_rows(m, decision.next_steps) if decision is not None else (),
    )


def _facts(
    m: Material, discussion: NotificationDiscussion, meeting: Meeting | None
) -> tuple[Fact, ...]:
    circulated = m.happened(
        discussion.circulated_on,
        "the day on which the form was circulated",
        "discussion.circulated_on",
    )
    if meeting is None:
        gap = Gap("the meeting at which the case was discussed", "discussion.meeting")
        return (
            Fact(label="Circulated on", words=(circulated,)),
            Fact(label="Meeting", words=(gap,)),
        )
    return (Fact(label="Circulated on", words=(circulated,)),)


def _shared(m: Material, discussion: NotificationDiscussion) -> tuple[Shared, ...]:
    if not discussion.information_shared:
        gap = Gap("what the agencies told the meeting", "discussion.information_shared")
        return (Shared(agency="Agencies", summary=(gap,), source="Not recorded"),)
    return tuple(
        Shared(
            agency=m.agency(entry.agency),
            summary=m.prose_or(entry.summary, m.not_known),
            source=entry.source or "Not recorded",
        )
        for entry in discussion.information_shared
    )


def _sudic(m: Material, discussion: NotificationDiscussion) -> Prose:
    """Information from the sudden unexpected death process; none where no child died."""
    if m.case.incident.outcome is not IncidentOutcome.DIED:
        return m.showing.text(discussion.sudic_information) if discussion.sudic_information else ()
    return m.prose(
        discussion.sudic_information,
        "the information from the SUDIC or joint agency response",
        "discussion.sudic_information",
    )


def _as_given(m: Material, view: PartnerView | None, shown: ViewOfPartner) -> ViewOfPartner:
    """A view, or that it was not yet given on the document's date."""
    if view is None or view.on is None or view.on <= m.as_at:
        return shown
    day = day_in_words(m.as_at)
    return ViewOfPartner(
        partner=shown.partner,
        view=f"not recorded on {day}",
        given_by=f"The view had not been given on {day}.",
        reasons=(),
    )


def _independent(m: Material, discussion: NotificationDiscussion) -> Independent | None:
    view = discussion.view_independent
    if view is None or (view.on is not None and view.on > m.as_at):
        return None
    return Independent(
        given_by=m.showing.professional(view.given_by, view.role),
        observations=m.prose_or(view.observations, "No observations were made."),
    )


def _on_disagreement(m: Material, text: NarrativeText | None, asked_for: str, field: str) -> Prose:
    """What is recorded; asked for only where the three views differ."""
    if m.case.is_unanimous is False:
        return m.prose(text, asked_for, f"discussion.{field}")
    return m.showing.text(text) if text is not None else ()


def _legal(m: Material) -> str:
    """That there is legal advice, never what it says."""
    advice = m.case.legal_advice
    if advice is None or (advice.on is not None and advice.on > m.as_at):
        return f"No legal advice was recorded on {m.words(m.as_at)}."
    day = f" on {m.words(advice.on)}" if advice.on is not None else ""
    return (
        f"Legal advice was given{day}. It is privileged: it is recorded separately and is not "
        "printed in this form."
    )
