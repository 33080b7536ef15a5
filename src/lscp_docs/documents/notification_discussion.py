"""The record of the notification discussion: referral, agreement, discussion, notification.

Four parts, filled one after the other: A by the referring agency, B by its safeguarding lead, C by
the review group and the local authority, D when the notification is made. A part that has not
happened on the document's date says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import children, notification_made
from lscp_docs.documents.parts.children import AgencyRows, ChildRows, FamilyRows
from lscp_docs.documents.parts.decision_record import decided, statement
from lscp_docs.documents.parts.discussion_referral import (
    AgreementPart,
    ReferralPart,
    agency_of,
    agreement_on_the_day,
    agreement_part,
    referral_part,
)
from lscp_docs.documents.parts.incident_account import IncidentAccount, account
from lscp_docs.documents.parts.notification_made import NotificationPart, notification_part
from lscp_docs.documents.parts.review_group_meeting import DiscussionPart, discussion_part, is_held
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.vocabulary import Outcome
from lscp_docs.wording import Prose, Words, day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PartState:
    """One part of the form: who completes it, and how far it is."""

    part: str
    completed_by: str
    state: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionRecord:
    """What the form holds."""

    about: str
    referring_agency: Words
    readers: str
    time_limit: Words
    standing: Prose
    parts: tuple[PartState, ...]
    referral: ReferralPart
    may_present: str
    children: tuple[ChildRows, ...]
    family: tuple[FamilyRows, ...]
    family_note: Prose
    agencies: tuple[AgencyRows, ...]
    incident: IncidentAccount
    agreement: AgreementPart | None
    no_agreement: str
    discussion: DiscussionPart | None
    no_discussion: Prose
    notification: NotificationPart | None
    no_notification: str


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True once a case has been referred or discussed."""
    return case.referral is not None or case.discussion is not None


def context(m: Material) -> DiscussionRecord:
    """The form's words on the document's date."""
    group = m.partnership.names.review_group
    return DiscussionRecord(
        about=children.names_of_children(m),
        referring_agency=agency_of(m, m.case.referral),
        readers=f"Members of the {group} and {m.partnership.local_authority.name}",
        time_limit=notification_made.time_limit(m),
        standing=_standing(m),
        parts=_parts(m),
        referral=referral_part(m),
        may_present=f"The referrer may be asked to present the referral to the {group}.",
        children=children.children(m),
        family=children.family(m),
        family_note=m.prose_or(m.case.family_note, "No family note was recorded."),
        agencies=children.agencies(m),
        incident=account(m),
        agreement=agreement_part(m),
        no_agreement=_not_completed(m, "B"),
        discussion=discussion_part(m),
        no_discussion=_no_discussion(m),
        notification=notification_part(m),
        no_notification=_no_notification(m),
    )


def _not_completed(m: Material, part: str) -> str:
    return f"Part {part} has not been completed on {day_in_words(m.as_at)}."


def _standing(m: Material) -> Prose:
    """How far the case has come by the document's date."""
    notification, decision = notification_made.sent(m), decided(m)
    if notification is not None:
        return (notification_made.kept(m, notification),)
    if decision is None:
        return (_standing_before_decision(m),)
    made = statement(m, decision)
    if decision.outcome is Outcome.NOTIFY:
        return (made, f"The notification has not been made on {m.words(m.as_at)}.")
    return (made,)


def _standing_before_decision(m: Material) -> str:
    day, group = m.words(m.as_at), m.partnership.names.review_group
    if is_held(m):
        return f"The {group} has discussed the case. The decision is not recorded on {day}."
    circulated = m.case.discussion.circulated_on if m.case.discussion is not None else None
    if circulated is not None and circulated <= m.as_at:
        return (
            f"This form went to the members of the {group} on {m.words(circulated)}. They have "
            f"not discussed the case on {day}."
        )
    return f"The case has been referred. It has not gone to the {group} on {day}."


def _parts(m: Material) -> tuple[PartState, ...]:
    group = m.partnership.names.review_group
    agreed, notification = agreement_on_the_day(m), notification_made.sent(m)
    referral = m.case.referral
    received = m.happened(
        referral.received_on if referral is not None else None,
        "the day on which the business unit received the referral",
        "referral.received_on",
    )
    return (
        PartState(
            part="A. Referral",
            completed_by="Referring agency",
            state=f"Received on {received}" if isinstance(received, str) else received,
        ),
        PartState(
            part="B. Agreement",
            completed_by="Safeguarding lead",
            state=f"Discussed on {m.words(agreed.discussed_on)}" if agreed else _open(m),
        ),
        PartState(
            part="C. Discussion and decision",
            completed_by=f"{group}; local authority",
            state=_discussion_state(m),
        ),
        PartState(
            part="D. Notification",
            completed_by="Local authority",
            state=f"Sent on {m.words(notification.sent_at)}" if notification else _unsent(m),
        ),
    )


def _unsent(m: Material) -> str:
    decision = decided(m)
    is_refused = decision is not None and decision.outcome is Outcome.NOT_NOTIFY
    return "Does not apply" if is_refused else _open(m)


def _open(m: Material) -> str:
    return f"Not completed on {day_in_words(m.as_at)}"


def _discussion_state(m: Material) -> str:
    if not is_held(m):
        return _open(m)
    decision = decided(m)
    if decision is None:
        return f"Discussed; no decision on {day_in_words(m.as_at)}"
    if decision.outcome is Outcome.DEFERRED:
        return f"Discussed; decision deferred on {m.words(decision.made_at)}"
    return f"Decided on {m.words(decision.made_at)}"


def _no_discussion(m: Material) -> Prose:
    discussion = m.case.discussion
    meeting = m.case.meeting(discussion.meeting) if discussion is not None else None
    planned = (f"The meeting is planned for {m.words(meeting.on)}.",) if meeting is not None else ()
    return (_not_completed(m, "C"), *planned)


def _no_notification(m: Material) -> str:
    decision = decided(m)
    if decision is not None and decision.outcome is Outcome.NOT_NOTIFY:
        return "Part D does not apply: the local authority has decided not to notify the Panel."
    return _not_completed(m, "D")
