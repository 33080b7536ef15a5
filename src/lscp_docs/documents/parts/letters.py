"""The head of a letter: who writes, to whom, and as the membership stood on the day."""

from __future__ import annotations

import datetime as dt

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material
from lscp_docs.documents.page import Letter, Recipient
from lscp_docs.model.partnership import Member
from lscp_docs.model.vocabulary import GroupKind
from lscp_docs.wording import Gap, Words


def from_local_authority(
    m: Material, *, subject: str, recipients: tuple[Recipient, ...], salutation: str
) -> Letter:
    """The head of a letter that the local authority's decision-maker signs.

    Where the document's profile hides the names of professionals, the role signs.
    """
    authority, decision = m.partnership.local_authority, m.case.decision
    role = m.fact(
        decision.role if decision is not None else None,
        "the decision-maker’s role",
        "decision.role",
    )
    body, name = f"{authority.name}, {authority.directorate}", _decision_maker(m)
    contact = _contact(*authority.address, authority.contact)
    if m.profile in (Profile.INTERNAL, Profile.PUBLIC):
        # The council's own address may be in the town that the copy must not name.
        body, name, role = authority.name, role, authority.directorate
        contact = _contact(authority.contact)
    return Letter(
        sender_body=body,
        sender_name=name,
        sender_role=role,
        sender_contact=contact,
        date=m.words(m.as_at),
        our_reference=m.case.reference,
        recipients=recipients,
        salutation=salutation,
        subject=subject,
    )


def _decision_maker(m: Material) -> Words:
    decision = m.case.decision
    return m.fact(
        decision.made_by if decision is not None else None,
        "the local authority’s decision-maker",
        "decision.made_by",
    )


def from_business_unit(
    m: Material, *, subject: str, recipients: tuple[Recipient, ...], salutation: str
) -> Letter:
    """The head of a letter that the manager of the partnership's business unit signs."""
    unit = m.partnership.business_unit
    return Letter(
        sender_body=m.partnership.name,
        sender_name=unit.manager,
        sender_role=f"{unit.manager_title}, {unit.name}",
        sender_contact=_contact(*unit.address, unit.telephone, unit.email),
        date=m.words(m.as_at),
        our_reference=m.case.reference,
        recipients=recipients,
        salutation=salutation,
        subject=subject,
    )


def _contact(*lines: str | None) -> str:
    return ", ".join(line for line in lines if line)


def everyone_in(group: str) -> tuple[Recipient, ...]:
    """The one line that stands for all members of a group, who are listed at the letter's end."""
    return (
        Recipient(
            name=f"All members of the {group}", role="", body="Named at the end of this letter"
        ),
    )


def name_of_group(group: str, members: tuple[Recipient, ...]) -> Words:
    """A group's name, or the gap where nobody is recorded as its member on the letter's day."""
    if members:
        return group
    return Gap(f"the members of the {group} on the day of the letter", "partnership.members")


def review_group(m: Material, on: dt.date) -> tuple[Recipient, ...]:
    """All members of the review group on a day: partners, scrutineer and business unit alike.

    Source: Leeds SCP notification process report, 3.2 and 3.7 (the rationale goes to all members).
    """
    return tuple(map(recipient, m.partnership.members_of(GroupKind.REVIEW_GROUP, on)))


def executive(m: Material, on: dt.date) -> tuple[Recipient, ...]:
    """All members of the Executive on a day."""
    return tuple(map(recipient, m.partnership.members_of(GroupKind.EXECUTIVE, on)))


def recipient(member: Member) -> Recipient:
    """A member as the recipient of a letter."""
    return Recipient(name=member.name, role=member.role, body=member.body)
