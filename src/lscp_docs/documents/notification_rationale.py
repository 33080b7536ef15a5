"""The written rationale of the local authority for notifying, to every review group member.

Leeds gives the reasons for a notification too, with the Executive's update (Leeds scrutiny board
minutes). It keeps privileged legal advice out.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.page import Letter, Recipient
from lscp_docs.documents.parts import after_decision, letters, reasons
from lscp_docs.documents.parts.reasons import Reasons
from lscp_docs.model.case import CaseFile
from lscp_docs.model.discussion import Notification
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.vocabulary import Outcome
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.wording import Gap, Prose, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationRationale:
    """What the letter says."""

    letter: Letter
    reasons: Reasons
    safety: Prose
    next_steps: tuple[Words, ...]
    rapid_review: str
    timing: Prose
    onward: str
    group: Words
    members: tuple[Recipient, ...]


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True when the local authority decided to notify the Panel.

    A death of a looked after child or care leaver without known or suspected abuse or neglect is
    notified elsewhere, without a decision on the criteria.
    """
    decided = case.decision is not None and case.decision.outcome is Outcome.NOTIFY
    return decided and case.is_for_panel


def context(m: Material) -> NotificationRationale:
    """The letter's words."""
    group, members = m.partnership.names.review_group, letters.review_group(m, m.as_at)
    return NotificationRationale(
        letter=letters.from_local_authority(
            m,
            subject=f"Decision to notify: case {m.case.reference}",
            recipients=letters.everyone_in(group),
            salutation=f"Dear members of the {group}",
        ),
        reasons=reasons.of(m),
        safety=after_decision.safety(m),
        next_steps=after_decision.next_steps(m),
        rapid_review=_rapid_review(m),
        timing=_timing(m),
        onward=(
            f"This rationale goes to the {m.partnership.names.executive} with the update on the "
            "case."
        ),
        group=letters.name_of_group(group, members),
        members=members,
    )


def _sent(m: Material) -> Notification | None:
    """The notification, once it was sent on or before the document's date."""
    notification = m.case.notification
    if notification is None or notification.sent_at.day > m.as_at:
        return None
    return notification


def _rapid_review(m: Material) -> str:
    notification, deadline = _sent(m), Clocks(m.case, m.partnership).rapid_review
    withdrawn = notification.withdrawn if notification is not None else None
    if withdrawn is not None and withdrawn.on <= m.as_at:
        return f"The notification was withdrawn on {m.words(withdrawn.on)}."
    if notification is None or deadline is None:
        return "A rapid review follows the notification."
    return f"A rapid review follows the notification. It is {deadline.sentence()}."


def _timing(m: Material) -> Prose:
    deadline = Clocks(m.case, m.partnership).notification
    if deadline is None:
        path = "incident.local_authority_aware_at"
        return (Gap("when the local authority became aware", path),)
    due, notification = f"The notification is {deadline.sentence()}.", _sent(m)
    if notification is None:
        return (due, "It had not been sent when this letter was written.")
    sent = notification.sent_at
    if deadline.is_met_by(sent.day, sent.time):
        return (due, f"It was sent on {m.words(sent)}, within the time limit.")
    why = m.prose(
        notification.late_reason, "why the notification was late", "notification.late_reason"
    )
    return (due, f"It was sent on {m.words(sent)}, after the time limit.", *why)
