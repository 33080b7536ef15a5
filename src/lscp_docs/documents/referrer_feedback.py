"""The letter that tells the referring agency, in plain words, what was decided and why.

It holds no legal advice, no other agency's information and nobody's view (Leeds SCP reviews page:
feedback and the rationale go to the agency that raised the concern).
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.page import Letter, Recipient
from lscp_docs.documents.parts import letters, reasons
from lscp_docs.model.case import CaseFile
from lscp_docs.model.discussion import NotificationDecision
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.vocabulary import LearningRoute, Outcome
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.wording import Gap, Prose, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferrerFeedback:
    """What the letter says."""

    letter: Letter
    raised: str
    considered: Words
    outcome: Words
    reasons: Prose
    next_steps: tuple[Words, ...]
    challenge: Words
    contact: Words


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True when an agency raised the case and a decision, or its deferral, is recorded."""
    return case.referral is not None and case.decision is not None


def context(m: Material) -> ReferrerFeedback:
    """The letter's words."""
    name, recipients = _addressee(m)
    return ReferrerFeedback(
        letter=letters.from_business_unit(
            m,
            subject=f"Your referral: case {m.case.reference}",
            recipients=recipients,
            salutation=f"Dear {name}",
        ),
        raised=_raised(m),
        considered=_considered(m),
        outcome=_outcome(m),
        reasons=m.prose(
            m.case.decision.reasons_for_referrer if m.case.decision else None,
            "the reasons in plain words for the referring agency",
            "decision.reasons_for_referrer",
        ),
        next_steps=_next_steps(m),
        challenge=m.fact(
            m.partnership.escalation_policy,
            "the policy by which a professional challenges a decision",
            "partnership.escalation_policy",
        ),
        contact=_contact(m),
    )


def _addressee(m: Material) -> tuple[str, tuple[Recipient, ...]]:
    if m.case.referral is None:
        return "colleague", ()
    by = m.case.referral.raised_by
    name = m.words(by.name)
    role, body = (by.role, m.agency(by.agency)) if by.agency is not None else ("", by.role)
    return name, (Recipient(name=name, role=role, body=body),)


def _raised(m: Material) -> str:
    referral = m.case.referral
    if referral is None:
        return "Thank you for raising this case."
    return (
        f"Thank you for raising this case. You sent your referral on {m.words(referral.raised_on)}."
    )


def _considered(m: Material) -> Words:
    discussion = m.case.discussion
    meeting = m.case.meeting(discussion.meeting) if discussion is not None else None
    on = m.happened(
        meeting.on if meeting is not None else None,
        "the day on which the case was considered",
        "discussion.meeting",
    )
    if isinstance(on, Gap):
        return on
    return f"The {m.partnership.names.review_group} considered it on {on}."


def _outcome(m: Material) -> Words:
    decision, authority = m.case.decision, m.partnership.local_authority.name
    if decision is None:
        return Gap("the local authority’s decision", "decision")
    made_on = m.happened(decision.made_at.day, "the local authority’s decision", "decision.made_at")
    if isinstance(made_on, Gap):
        return made_on
    if decision.outcome is Outcome.DEFERRED:
        return _deferral(m, decision)
    negated = "" if decision.outcome is Outcome.NOTIFY else "not "
    decided = f"On {made_on} {authority} decided {negated}to notify {_notified(m)}."
    return f"{decided} {_partners(m)}".rstrip()


def _deferral(m: Material, decision: NotificationDecision) -> str:
    authority, until = m.partnership.local_authority.name, decision.deferred_until
    if until is None or until < m.as_at:
        return f"{authority} has not yet recorded its decision: it still needs more information."
    return (
        f"{authority} has not decided yet, because it needs more information. It will decide by "
        f"{m.words(until)}."
    )


def _notified(m: Material) -> str:
    if not m.case.is_for_panel:
        return "the Department for Education and Ofsted of the death"
    return f"the {reasons.panel(m)} (the Panel) of this case"


def _partners(m: Material) -> str:
    """Whether the partners differed, never which of them held what."""
    decision, case = m.case.decision, m.case
    if decision is None or decision.outcome is not Outcome.NOT_NOTIFY:
        return ""
    if case.differing_partners:
        return (
            "The safeguarding partners did not all see the case in the same way; the law gives "
            "the decision to the local authority."
        )
    if case.is_unanimous:
        return "The three safeguarding partners were of the same view."
    return "No safeguarding partner recorded a different view."


def _next_steps(m: Material) -> tuple[Words, ...]:
    decision = m.case.decision
    if decision is None:
        return (Gap("the local authority’s decision", "decision"),)
    if decision.outcome is Outcome.DEFERRED:
        return (
            "We will write to you again when the decision has been made.",
            "Until then, please send us anything new that you learn about the case.",
        )
    if decision.outcome is Outcome.NOT_NOTIFY:
        return (
            *_written_reasons(m),
            _learning(m, decision),
            "If you learn anything new about the case, please tell us. The local authority can "
            "look at its decision again.",
        )
    return _after_notifying(m)


def _written_reasons(m: Material) -> tuple[str, ...]:
    if not m.case.differing_partners:
        return ()
    group = m.partnership.names.review_group
    return (f"The local authority sets out its reasons in writing for all members of the {group}.",)


def _learning(m: Material, decision: NotificationDecision) -> Words:
    route = decision.learning_route
    if route is None:
        return Gap("what happens instead (the learning route)", "decision.learning_route")
    if route is LearningRoute.NONE:
        return "No further learning process is planned."
    due = decision.learning_due
    by = f" It is to be finished by {m.words(due)}." if due is not None else ""
    agreed = decision.learning_agreed_by_executive_on
    if agreed is not None and agreed > m.as_at:
        return f"So that agencies learn from the case, a {route.words} is proposed.{by}"
    return f"So that agencies learn from the case, there will be a {route.words}.{by}"


def _after_notifying(m: Material) -> tuple[Words, ...]:
    if not m.case.is_for_panel:
        return ("We will write to you if your agency is asked for anything more.",)
    notification, deadline = m.case.notification, Clocks(m.case, m.partnership).rapid_review
    asked = (
        "Your agency may be asked for a report of its work with the family. Please keep its "
        "records of the case safe."
    )
    if notification is None or deadline is None or notification.sent_at.day > m.as_at:
        return ("A rapid review follows the notification.", asked)
    return (
        f"The notification was sent on {m.words(notification.sent_at.day)}.",
        f"A rapid review follows. It goes to the Panel by {m.words(deadline.due)}.",
        asked,
    )


def _contact(m: Material) -> Words:
    """How to ask: the head of the letter holds the telephone number and the e-mail address."""
    unit = m.partnership.business_unit
    if unit.telephone is None and unit.email is None:
        return Gap(
            "a telephone number or an e-mail address of the business unit",
            "partnership.business_unit.email",
        )
    return "If you have a question, please contact us; our details are above."
