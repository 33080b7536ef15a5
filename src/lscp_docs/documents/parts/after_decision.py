"""What follows a decision on a notification: safety, learning, and what is to be done by when."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.model.discussion import NextStep
from lscp_docs.model.vocabulary import LearningRoute
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.wording import Gap, Prose, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningProcess:
    """How learning is drawn from a case that is not notified."""

    kind: Words
    lead: Words
    due: Words


def learning(m: Material) -> LearningProcess | None:
    """The learning process with its lead and date; None where it was decided to have none."""
    decision = m.case.decision
    route = decision.learning_route if decision is not None else None
    if route is LearningRoute.NONE:
        return None
    return LearningProcess(
        kind=m.fact(route, "what happens instead (the learning route)", "decision.learning_route"),
        lead=m.fact(
            decision.learning_lead if decision is not None else None,
            "who leads the learning process",
            "decision.learning_lead",
        ),
        due=m.fact(
            decision.learning_due if decision is not None else None,
            "the day by which the learning process is finished",
            "decision.learning_due",
        ),
    )


def safety(m: Material) -> Prose:
    """What was done at once to keep the child safe, and what is known of other children."""
    incident = m.case.incident
    others = incident.other_children_at_risk
    return (
        *m.prose(
            incident.immediate_safeguarding_actions,
            "the immediate safety actions",
            "incident.immediate_safeguarding_actions",
        ),
        *(m.showing.text(others) if others is not None else ()),
    )


def next_steps(m: Material) -> tuple[Words, ...]:
    """What is to be done next, a sentence or two each with its owner and its day."""
    steps = m.case.decision.next_steps if m.case.decision is not None else ()
    return tuple(_step(m, step) for step in steps)


def _step(m: Material, step: NextStep) -> str:
    due = f", by {m.words(step.due)}" if step.due is not None else ""
    action = " ".join(m.showing.text(step.action)).rstrip(".")
    return f"{action} ({step.owner}{due})."


def rationale_timing(m: Material) -> tuple[Words, ...]:
    """When the written rationale was due, and whether it is issued in time.

    It is due with the notification: Leeds SCP notification process report, 3.2 and 3.7.
    """
    deadline = Clocks(m.case, m.partnership).notification
    if deadline is None:
        path = "incident.local_authority_aware_at"
        return (Gap("when the local authority became aware", path),)
    verdict = "within" if deadline.is_met_by(m.as_at) else "after"
    return (
        f"This letter is {deadline.sentence()}.",
        f"It is issued on {m.words(m.as_at)}, {verdict} the time limit.",
    )
