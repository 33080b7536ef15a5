"""The reasons of a written rationale: criteria limb by limb, what was considered, the views."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material
from lscp_docs.model.discussion import NotificationDiscussion, PartnerView
from lscp_docs.model.identifying import Identifying
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.vocabulary import CriterionLimb, Outcome, Partner, View
from lscp_docs.timescales.guidance import cite
from lscp_docs.wording import Gap, Prose, Words, list_in_words, sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb:
    """One limb of the criteria as the local authority applied it."""

    criterion: str
    finding: Words
    evidence: Prose
    evidence_against: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """A document or meeting that was taken into account."""

    title: str
    date: Words
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOfPartner:
    """The view of one safeguarding partner, in its own words."""

    partner: str
    view: Words
    given_by: Words
    reasons: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerToPartner:
    """The local authority's answer to a partner whose view differs from the decision."""

    partner: str
    answer: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """The decision on a notification with its reasons, as every rationale of it tells them."""

    decided: Words
    concerns: str
    basis: str
    applied: Prose
    limbs: tuple[Limb, ...]
    considered: tuple[Considered, ...]
    shared: str
    relevant: Prose
    irrelevant: Prose
    not_yet_available: Prose
    views: tuple[ViewOfPartner, ...]
    independent: Prose
    disagreement: Prose
    weight: Prose
    answers: tuple[AnswerToPartner, ...]


def of(m: Material) -> Reasons:
    """The decision and its reasons; privileged legal advice is no part of them."""
    return Reasons(
        decided=decided(m),
        concerns=concerns(m),
        basis=_basis(m),
        applied=_decided_on(m, "statutory_criteria_applied", "how the criteria were applied"),
        limbs=tuple(_limb(m, limb) for limb in CriterionLimb),
        considered=considered(m),
        shared=_shared(m),
        relevant=_decided_on(m, "relevant_considerations", "the relevant considerations"),
        irrelevant=_decided_on(
            m, "irrelevant_considerations_excluded", "the considerations left out as irrelevant"
        ),
        not_yet_available=m.prose_or(
            m.case.decision.information_not_yet_available if m.case.decision else None,
            "No information was recorded as outstanding when the decision was made.",
        ),
        views=views(m),
        independent=_independent(m),
        disagreement=_disagreement(m),
        weight=_decided_on(
            m, "weight_given_to_partner_views", "the weight given to the partners’ views"
        ),
        answers=tuple(_answer(m, partner) for partner in m.case.differing_partners),
    )


def decided(m: Material) -> Words:
    """What the local authority decided, who decided and when."""
    decision = m.case.decision
    made_at = m.happened(
        decision.made_at if decision else None, "the local authority’s decision", "decision.made_at"
    )
    if decision is None or isinstance(made_at, Gap):
        return made_at
    by = _by(m, decision.made_by, decision.role)
    outcome = "" if decision.outcome is Outcome.NOTIFY else "not "
    return (
        f"{m.partnership.local_authority.name} has decided {outcome}to notify the {panel(m)} "
        f"(the Panel) of this case. The decision was made by {by}, on {made_at}."
    )


def _basis(m: Material) -> str:
    statute = cite("notification-statute", m.as_at)
    return f"{statute.reference}: {statute.words()}"


def _by(m: Material, name: Identifying[str] | None, role: str) -> str:
    """Who acted: name and role, or "the" role where names are not shown."""
    by = m.showing.professional(name, role)
    return f"the {role}" if by == role else by


def panel(m: Material) -> str:
    """The Panel's name on the day of the document."""
    return cite("panel", m.as_at).words()


def concerns(m: Material) -> str:
    """The children of the case, as this document names them, with their ages."""
    ages = [(m.showing.name(c), m.showing.age_at_incident(c)) for c in m.case.children]
    if len(ages) == 1:
        return f"The case concerns {ages[0][0]} ({ages[0][1]} at the time of the incident)."
    children = list_in_words(f"{name} ({age})" for name, age in ages)
    return f"The case concerns {children}; the ages are those at the time of the incident."


def _decided_on(m: Material, field: str, asked_for: str) -> Prose:
    narrative = getattr(m.case.decision, field) if m.case.decision is not None else None
    return m.prose(narrative, asked_for, f"decision.{field}")


def _limb(m: Material, limb: CriterionLimb) -> Limb:
    discussed = m.case.discussion.criteria if m.case.discussion is not None else ()
    found = next((entry for entry in discussed if entry.limb is limb), None)
    if found is None:
        gap = Gap(f"the finding on the limb “{limb.words}”", "discussion.criteria")
        return Limb(
            criterion=sentence_case(limb.words), finding=gap, evidence=(), evidence_against=()
        )
    return Limb(
        criterion=sentence_case(limb.words),
        finding=found.finding.words,
        evidence=m.prose(
            found.evidence, f"the evidence on the limb “{limb.words}”", "discussion.criteria"
        ),
        evidence_against=m.prose_or(found.evidence_against, "nothing was recorded."),
    )


def considered(m: Material) -> tuple[Considered, ...]:
    """The documents and the meeting that the decision rests on, with dates and versions."""
    decision, discussion = m.case.decision, m.case.discussion
    meeting = m.case.meeting(discussion.meeting) if discussion is not None else None
    rows, where = [], "decision.documents_considered"
    if meeting is not None:
        kind = meeting.kind.words.replace("review group", m.partnership.names.review_group)
        title = sentence_case(kind)
        rows.append(
            Considered(title=title, date=_day(m, meeting.on, "meetings"), version="Meeting")
        )
    for document in decision.documents_considered if decision is not None else ():
        title = _title(m, document.title)
        version = document.version or "Not numbered"
        rows.append(Considered(title=title, date=_day(m, document.on, where), version=version))
    return tuple(rows)


def _title(m: Material, title: str) -> str:
    """A title as the profile shows it: it may name a child as a narrative may."""
    return " ".join(m.showing.text(NarrativeText.model_validate({"text": title})))


def _day(m: Material, day: dt.date | None, path: str) -> Words:
    if day is None:
        return "Not dated"
    if day > m.as_at:
        return m.happened(day, "a meeting or document that was considered", path)
    # A paper written in the days after an incident tells the day of the incident.
    return f"{day:%B %Y}" if m.profile is Profile.INTERNAL else m.words(day)


def _shared(m: Material) -> str:
    shared = m.case.discussion.information_shared if m.case.discussion is not None else ()
    if not shared:
        return "No information shared at the meeting was recorded."
    agencies = list_in_words(dict.fromkeys(m.agency(entry.agency) for entry in shared))
    return f"Information was shared at the meeting by {agencies}."


def views(m: Material) -> tuple[ViewOfPartner, ...]:
    """The three partners' views, never added up; a view that is missing is a gap."""
    discussion = m.case.discussion or NotificationDiscussion()
    return tuple(_view(m, partner, view) for partner, view in discussion.views())


def _view(m: Material, partner: Partner, view: PartnerView | None) -> ViewOfPartner:
    path, whose = f"discussion.view_{partner.value}", f"the view of {partner_name(partner)}"
    if view is None:
        gap = Gap(whose, path)
        return ViewOfPartner(
            partner=sentence_case(partner.words), view=gap, given_by=gap, reasons=(gap,)
        )
    by: Words = "No view was given; the reason follows."
    if view.view is not View.NOT_AVAILABLE:
        by = f"Given by {_by(m, view.given_by, view.role or '')}."
    if view.on is not None and view.on > m.as_at:
        by = m.happened(view.on, whose, f"{path}.on")
    return ViewOfPartner(
        partner=sentence_case(partner.words),
        view=view.view.words,
        given_by=by,
        reasons=m.prose(view.reasons, f"the reasons for {whose}", f"{path}.reasons"),
    )


def _independent(m: Material) -> Prose:
    view = m.case.discussion.view_independent if m.case.discussion is not None else None
    role = m.partnership.names.independent_role
    if view is None:
        return (f"The {role} made no observations.",)
    by = _by(m, view.given_by, view.role)
    return (f"Made by {by}.", *m.showing.text(view.observations))


def _disagreement(m: Material) -> Prose:
    discussion = m.case.discussion or NotificationDiscussion()
    if not m.case.differing_partners:
        return m.prose_or(
            discussion.areas_of_disagreement, "No partner’s view differs from the decision."
        )
    return (
        *m.prose_or(
            discussion.areas_of_disagreement,
            "The record of the discussion says no more of the disagreement than the views do.",
        ),
        *m.prose_or(
            discussion.disagreement_resolution_attempts,
            "No attempt to resolve the disagreement was recorded.",
        ),
    )


def _answer(m: Material, partner: Partner) -> AnswerToPartner:
    answers = m.case.decision.answers_to_partners if m.case.decision is not None else ()
    found = next((entry.answer for entry in answers if entry.partner is partner), None)
    whose = partner_name(partner)
    return AnswerToPartner(
        partner=f"Answer to {whose}",
        answer=m.prose(found, f"the answer to {whose}", "decision.answers_to_partners"),
    )


def partner_name(partner: Partner) -> str:
    """A partner as a sentence names it: the local authority, the police, health."""
    return {
        Partner.LOCAL_AUTHORITY: "the local authority",
        Partner.POLICE: "the police",
        Partner.HEALTH: "health",
    }[partner]
