"""The notification of the death of a looked after child or a care leaver, whatever its cause.

It goes to the Department for Education and Ofsted through the national system; a person enters it.
Sources: Leeds SCP reviews page; safeguardingchildren.co.uk death of a care leaver guide;
sloughchildcare.proceduresonline.com serious incident procedure.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import after_decision, children, notification_made
from lscp_docs.documents.parts.after_decision import LearningProcess
from lscp_docs.documents.parts.children import ChildRows, Fact, FamilyRows, known_fact
from lscp_docs.documents.parts.decision_record import decided, statement
from lscp_docs.documents.parts.incident_account import IncidentAccount, account
from lscp_docs.documents.parts.national_system import entered, how_to_enter, notifier_facts
from lscp_docs.model.case import CareLeaver, CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.rules import DEATH_WITHOUT_ABUSE
from lscp_docs.model.vocabulary import IncidentType
from lscp_docs.timescales.guidance import cite
from lscp_docs.wording import Gap, Prose, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLeaverNotification:
    """What the sheet holds."""

    about: str
    time_limit: Words
    standing: Words
    duty: Prose
    how_to_enter: tuple[str, ...]
    notifier: tuple[Fact, ...]
    children: tuple[ChildRows, ...]
    care: tuple[Fact, ...]
    cause: Prose
    learning: Prose
    learning_process: LearningProcess | None
    incident: IncidentAccount
    family: tuple[FamilyRows, ...]
    family_note: Prose
    criteria: Prose
    decision: Words
    later: Prose


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True for the death of a looked after child or a care leaver, whatever the cause."""
    return case.incident.type in DEATH_WITHOUT_ABUSE


def context(m: Material) -> CareLeaverNotification:
    """The sheet's words on the document's date."""
    leaver = m.case.care_leaver
    return CareLeaverNotification(
        about=children.names_of_children(m),
        time_limit=notification_made.time_limit(m),
        standing=entered(m),
        duty=_duty(m),
        how_to_enter=how_to_enter(m),
        notifier=notifier_facts(m),
        children=children.children(m),
        care=_care(m, leaver),
        cause=m.prose_or(leaver.cause_if_known if leaver else None, f"{m.not_known}."),
        learning=_learning(m, leaver),
        learning_process=_learning_process(m),
        incident=account(m),
        family=children.family(m),
        family_note=m.prose_or(m.case.family_note, "No family note was recorded."),
        criteria=_criteria(m),
        decision=_decision(m),
        later=_later(m),
    )


def _is_care_leaver(m: Material) -> bool:
    return m.case.incident.type is IncidentType.CARE_LEAVER_DEATH


def _duty(m: Material) -> Prose:
    """Why it is notified, in the words of the guidance on the day."""
    if not _is_care_leaver(m):
        return (cite("looked-after-child-death", m.as_at).words(),)
    ages = cite("care-leaver-death", m.as_at).words()
    return (
        "The death of a care leaver is notified to the Department for Education and Ofsted, "
        f"whatever its cause. It covers care leavers {ages}, that is, before the 25th birthday.",
    )


def _care(m: Material, leaver: CareLeaver | None) -> tuple[Fact, ...]:
    """Leaving care and accommodation; a looked after child need not have the first two."""
    status = leaver.status if leaver is not None else None
    adviser = leaver.personal_adviser if leaver is not None else None
    facts = []
    if _is_care_leaver(m) or status is not None:
        words = m.fact(status, "the status as a care leaver", "care_leaver.status")
        facts.append(Fact(label="Leaving care status", words=(words,)))
    if _is_care_leaver(m) or adviser is not None:
        named = m.not_known
        if adviser is not None:
            named = m.showing.professional(adviser, "personal adviser")
        facts.append(Fact(label="Personal adviser", words=(named,)))
    where = leaver.accommodation if leaver is not None else None
    return (*facts, known_fact(m, "Accommodation", where))


def _learning(m: Material, leaver: CareLeaver | None) -> Prose:
    wanted = leaver.learning_wanted if leaver is not None else None
    answer = {
        None: f"Whether learning is wanted has not been recorded on {m.words(m.as_at)}.",
        True: "Learning from this death is wanted.",
        False: "No learning process is wanted.",
    }[wanted]
    reasons = leaver.learning_reasons if leaver is not None else None
    return (answer, *(m.showing.text(reasons) if reasons is not None else ()))


def _criteria(m: Material) -> Prose:
    """What the death means for a notification to the Panel and for a review."""
    abuse = m.case.incident.abuse_status
    if abuse is None:
        asked_for = "whether abuse or neglect is known or suspected"
        return (Gap(asked_for, "incident.abuse_status"),)
    return (f"Abuse or neglect is {abuse.words}.", *notification_made.guidance_on_review(m))


def _decision(m: Material) -> Words:
    decision = decided(m)
    if decision is None:
        return f"No decision is recorded on {m.words(m.as_at)}."
    return statement(m, decision)


def _learning_process(m: Material) -> LearningProcess | None:
    decision = decided(m)
    if decision is None or decision.learning_route is None:
        return None
    return after_decision.learning(m)


def _later(m: Material) -> Prose:
    """What came of the notification; what guidance says of a review stands above it."""
    notification = notification_made.sent(m)
    if notification is None:
        return ()
    said = notification_made.guidance_on_review(m)
    return tuple(words for words in notification_made.later(m, notification) if words not in said)
