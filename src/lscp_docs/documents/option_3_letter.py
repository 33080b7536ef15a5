"""One letter in four copies on a decision not to notify that a partner disagrees with.

Leeds considered it as option 3 and did not adopt it (Leeds SCP notification process report, 3.4):
a partnership that did sets `governance_option = 3`. It gives the reasons and commits to a learning
process that the Executive agreed. The copies for councillors name nobody of the case.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents import non_notification_rationale
from lscp_docs.documents.material import Material
from lscp_docs.documents.page import Letter, Recipient
from lscp_docs.documents.parts import letters, reasons
from lscp_docs.documents.parts.reasons import Reasons
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.vocabulary import ExecutiveMatter, LearningRoute
from lscp_docs.wording import Gap, Words, list_in_words, sentence_case


class Addressee(StrEnum):
    """Whose copy of the letter it is."""

    PANEL = "the Panel"
    EXECUTIVE = "the Executive"
    EXECUTIVE_LEAD = "the Executive Lead"
    SCRUTINY_CHAIR = "the Scrutiny Chair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """The learning process that the local authority commits to."""

    kind: Words
    agreed: Words
    lead: Words
    timetable: Words
    reported: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Option3Letter:
    """What one copy of the letter says."""

    letter: Letter
    reasons: Reasons
    executive: Words
    learning: Commitment
    copies: str
    names: str
    members: tuple[Recipient, ...]


def applies(case: CaseFile, partnership: Partnership) -> bool:
    """True when the partnership chose option 3 and a partner differs from not notifying."""
    chosen = partnership.governance_option == 3
    return chosen and non_notification_rationale.applies(case, partnership)


def context(m: Material) -> Option3Letter:
    """The words of the copy that `m.addressee` gets."""
    recipients, salutation = _addressed(m)
    executive = m.partnership.names.executive
    is_for_executive = m.addressee == Addressee.EXECUTIVE
    members = letters.executive(m, m.as_at) if is_for_executive else ()
    return Option3Letter(
        letter=letters.from_local_authority(
            m,
            subject=f"Decision not to notify: case {m.case.reference}",
            recipients=recipients,
            salutation=salutation,
        ),
        reasons=reasons.of(m),
        executive=letters.name_of_group(executive, members) if is_for_executive else executive,
        learning=_learning(m),
        copies=_copies(m),
        names=_names(m),
        members=members,
    )


def _addressed(m: Material) -> tuple[tuple[Recipient, ...], str]:
    """The recipients of this copy and how it greets them."""
    names, authority = m.partnership.names, m.partnership.local_authority.name
    if m.addressee == Addressee.EXECUTIVE:
        return letters.everyone_in(names.executive), f"Dear members of the {names.executive}"
    if m.addressee == Addressee.EXECUTIVE_LEAD:
        return _office(m.partnership.executive_lead, names.executive_lead, authority)
    if m.addressee == Addressee.SCRUTINY_CHAIR:
        chair = f"Chair of the {names.scrutiny_body}"
        return _office(m.partnership.scrutiny_chair, chair, authority)
    panel, contact = reasons.panel(m), m.partnership.panel_contact
    recipient = Recipient(name=panel if contact else "", role="", body=contact or panel)
    return (recipient,), "Dear members of the Panel"


def _office(name: str | None, office: str, authority: str) -> tuple[tuple[Recipient, ...], str]:
    return (Recipient(name=name or "", role=office, body=authority),), f"Dear {name or office}"


def _learning(m: Material) -> Commitment:
    decision, where = m.case.decision, "decision.learning_"
    route = decision.learning_route if decision is not None else None
    if decision is None or route is None or route is LearningRoute.NONE:
        gap = Gap("the learning process that the letter commits to", f"{where}route")
        return Commitment(kind=gap, agreed=gap, lead=gap, timetable=gap, reported=gap)
    return Commitment(
        kind=sentence_case(route.words),
        agreed=m.happened(
            decision.learning_agreed_by_executive_on,
            "the Executive’s agreement to the learning process",
            f"{where}agreed_by_executive_on",
        ),
        lead=m.fact(decision.learning_lead, "who leads the learning process", f"{where}lead"),
        timetable=m.fact(
            decision.learning_due, "the day by which the learning is finished", f"{where}due"
        ),
        reported=m.fact(
            decision.learning_reported_on or _followed_up_on(m),
            "the day on which the learning is reported",
            f"{where}reported_on",
        ),
    )


def _followed_up_on(m: Material) -> dt.date | None:
    """The day on which the Executive comes back to the case, as it decided by the letter's day."""
    noted = m.case.executive_on(ExecutiveMatter.NON_NOTIFICATION)
    return noted.follow_up_on if noted is not None and noted.meeting_on <= m.as_at else None


def _copies(m: Material) -> str:
    names = m.partnership.names
    readers = {
        Addressee.PANEL: "the Panel",
        Addressee.EXECUTIVE: f"the {names.executive}",
        Addressee.EXECUTIVE_LEAD: f"the {names.executive_lead}",
        Addressee.SCRUTINY_CHAIR: f"the Chair of the {names.scrutiny_body}",
    }
    others = [words for reader, words in readers.items() if reader != m.addressee]
    return (
        f"The same letter goes to {list_in_words(others)}. Each copy shows no more of the case "
        "than its reader may see."
    )


def _names(m: Material) -> str:
    """How this copy tells of people."""
    return {
        Profile.FULL: "This copy names the people of the case.",
        Profile.PARTNERS: "Children and family members appear by their initials.",
        Profile.INTERNAL: (
            "The names of children and family members in this copy are not their real names. "
            "Professionals appear by their roles, and days and places are left out."
        ),
        Profile.PUBLIC: "Nobody is named in this copy, and ages and times are told roughly.",
    }[m.profile]
