"""The local authority's decision as a record states it, on the day of the document."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import after_decision, reasons
from lscp_docs.documents.parts.after_decision import LearningProcess
from lscp_docs.documents.parts.reasons import Considered
from lscp_docs.model.discussion import NextStep, NotificationDecision
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.vocabulary import Outcome
from lscp_docs.wording import Prose, Words, list_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is to be done next, by whom and by when."""

    action: Prose
    owner: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """The decision with everything that public law asks of it."""

    statement: Words
    deferral: Prose
    criteria: Prose
    relevant: Prose
    irrelevant: Prose
    weight: Prose
    not_yet_available: Prose
    considered: tuple[Considered, ...]
    reconsidered: Prose
    disagreement: str
    says_how_learning_is_drawn: bool
    learning: LearningProcess | None


def decided(m: Material) -> NotificationDecision | None:
    """The decision, None where there is none yet or it is dated after the document."""
    decision = m.case.decision
    return None if decision is None or decision.made_at.day > m.as_at else decision


def statement(m: Material, decision: NotificationDecision) -> Words:
    """Who decided what, and when; the duty is the local authority's own."""
    authority = m.partnership.local_authority.name
    by = m.showing.professional(decision.made_by, decision.role)
    when = f"The decision was made by {by}, on {m.words(decision.made_at)}."
    if decision.outcome is Outcome.DEFERRED:
        until = m.known(decision.deferred_until)
        return f"{authority} has deferred its decision for information, until {until}. {when}"
    if decision.outcome is Outcome.NOTIFY and not m.case.is_for_panel:
        told = "to notify the death to the Department for Education and Ofsted"
        return f"{authority} has decided {told}. {when}"
    return reasons.decided(m)


def decision_record(m: Material) -> DecisionRecord | None:
    """The record of the decision, None until it is made."""
    decision = decided(m)
    if decision is None:
        return None
    deferred = decision.outcome is Outcome.DEFERRED
    learns = decision.outcome is Outcome.NOT_NOTIFY or decision.learning_route is not None
    return DecisionRecord(
        statement=statement(m, decision),
        deferral=_asked(m, decision.deferred_for, "what the decision waits for", "deferred_for")
        if deferred
        else (),
        criteria=_asked(
            m,
            decision.statutory_criteria_applied,
            "how the statutory criteria were applied",
            "statutory_criteria_applied",
        ),
        relevant=_asked(
            m,
            decision.relevant_considerations,
            "the relevant considerations",
            "relevant_considerations",
        ),
        irrelevant=_asked(
            m,
            decision.irrelevant_considerations_excluded,
            "the considerations left out as irrelevant",
            "irrelevant_considerations_excluded",
        ),
        weight=_asked(
            m,
            decision.weight_given_to_partner_views,
            "the weight given to the partners’ views",
            "weight_given_to_partner_views",
        ),
        not_yet_available=m.prose_or(
            decision.information_not_yet_available, "None was recorded when the decision was made."
        ),
        considered=reasons.considered(m),
        reconsidered=_reconsidered(m, decision),
        disagreement=_disagreement(m, decision),
        says_how_learning_is_drawn=learns,
        learning=after_decision.learning(m) if learns else None,
    )


def _reconsidered(m: Material, decision: NotificationDecision) -> Prose:
    """When the decision is looked at again; a deferred one is still to be made."""
    when = decision.reconsidered_when
    if when is None and decision.outcome is Outcome.DEFERRED:
        return ()
    return m.prose_or(when, "No occasion was recorded when the decision was made.")


def _asked(m: Material, text: NarrativeText | None, asked_for: str, field: str) -> Prose:
    return m.prose(text, asked_for, f"decision.{field}")


def _disagreement(m: Material, decision: NotificationDecision) -> str:
    """Whether partners differ from the decision, and what the local authority owes them then.

    Source of what is owed: Leeds SCP notification process report, 3.2 and 3.7.
    """
    if decision.outcome is Outcome.DEFERRED:
        return ""
    differing = [reasons.partner_name(partner) for partner in m.case.differing_partners]
    if not differing:
        return "No safeguarding partner’s view differs from the decision."
    differs = f"The decision differs from the view of {list_in_words(differing)}."
    if decision.outcome is Outcome.NOTIFY:
        return differs
    names = m.partnership.names
    return (
        f"{differs} The local authority gives its rationale in writing to all members of the "
        f"{names.review_group}; it then goes to the {names.executive} for noting."
    )


def step_rows(m: Material, steps: tuple[NextStep, ...]) -> tuple[Step, ...]:
    """Steps with owner and due day."""
    return tuple(
        Step(
            action=m.prose_or(step.action, m.not_known),
            owner=step.owner,
            due=m.words(step.due) if step.due is not None else "No date set",
        )
        for step in steps
    )
