"""Parts A and B of the discussion form: the referral, and what the agency's lead says of it."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.children import NONE_RECORDED, Fact, contact, known_fact
from lscp_docs.model.incident import KeyDate, LeadsAgreement, Referral
from lscp_docs.wording import Gap, Prose, Words, sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDateRow:
    """A date that the referring agency gives."""

    date: str
    event: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralPart:
    """Part A but for the people and the incident, which other documents tell as well."""

    facts: tuple[Fact, ...]
    rationale: Prose
    in_line_with_criteria: Prose
    working_together: Prose
    good_practice: Prose
    other_proceedings: Prose
    key_dates: tuple[KeyDateRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPart:
    """Part B: the safeguarding lead, or the review group's representative, on the referral."""

    facts: tuple[Fact, ...]
    comments: Prose


def referral_part(m: Material) -> ReferralPart:
    """Part A; what the form must hold is a gap where it is missing."""
    referral = m.case.referral
    place = "referral"
    return ReferralPart(
        facts=_facts(m),
        rationale=m.prose(
            referral.rationale if referral else None,
            "the reasons for the referral",
            f"{place}.rationale",
        ),
        in_line_with_criteria=m.prose(
            referral.why_in_line_with_criteria if referral else None,
            "why the referral is in line with the criteria",
            f"{place}.why_in_line_with_criteria",
        ),
        working_together=m.prose_or(
            referral.concerns_about_working_together if referral else None,
            "The referring agency recorded none.",
        ),
        good_practice=m.prose_or(
            referral.good_practice_seen if referral else None,
            "The referring agency recorded none.",
        ),
        other_proceedings=m.prose_or(
            referral.other_statutory_proceedings if referral else None,
            "The referring agency recorded none.",
        ),
        key_dates=tuple(_key_date(m, entry) for entry in (referral.key_dates if referral else ())),
    )


def _facts(m: Material) -> tuple[Fact, ...]:
    referral = m.case.referral
    raised = m.happened(
        referral.raised_on if referral else None,
        "the date of the referral",
        "referral.raised_on",
    )
    received = m.happened(
        referral.received_on if referral else None,
        "the day on which the business unit received the referral",
        "referral.received_on",
    )
    return (
        known_fact(m, "Referral reference", referral.reference if referral else None),
        Fact(label="Date of the referral", words=(raised,)),
        Fact(label="Received by the business unit", words=(received,)),
        Fact(label="Referred by", words=referred_by(m)),
        Fact(label="Agency", words=(agency_of(m, referral),)),
        Fact(
            label="Other areas concerned",
            words=((referral.cross_border_authority if referral else None) or NONE_RECORDED,),
        ),
        known_fact(m, "Files secured", referral.files_secured if referral else None),
    )


def referred_by(m: Material) -> Prose:
    """The person who raised the referral, and how to reach that person."""
    referral = m.case.referral
    if referral is None:
        return (Gap("who raised the referral", "referral.raised_by"),)
    person = contact(m, referral.raised_by)
    if len(person) > 1:
        return person
    return (*person, Gap("how to reach the referrer", "referral.raised_by.telephone"))


def agency_of(m: Material, referral: Referral | None) -> Words:
    """The referring agency's name."""
    key = referral.raised_by.agency if referral is not None else None
    if key is None:
        return Gap("the referring agency", "referral.raised_by.agency")
    return m.agency(key)


def _key_date(m: Material, entry: KeyDate) -> KeyDateRow:
    return KeyDateRow(
        date=sentence_case(m.words(entry.on)), event=m.prose_or(entry.event, m.not_known)
    )


def agreement_on_the_day(m: Material) -> LeadsAgreement | None:
    """The lead's agreement, None where it is missing or dated after the document."""
    agreement = m.case.referral.lead_agreement if m.case.referral is not None else None
    if agreement is None or agreement.discussed_on > m.as_at:
        return None
    return agreement


def agreement_part(m: Material) -> AgreementPart | None:
    """Part B, None until the lead has discussed the referral."""
    agreement = agreement_on_the_day(m)
    if agreement is None:
        return None
    agency = agreement.lead.agency
    return AgreementPart(
        facts=(
            Fact(label="Name and contact", words=contact(m, agreement.lead)),
            Fact(
                label="Agency",
                words=(m.agency(agency) if agency is not None else m.not_known,),
            ),
            Fact(label="In what capacity", words=(m.words(agreement.capacity),)),
            Fact(label="Discussed on", words=(m.words(agreement.discussed_on),)),
            Fact(label="On the referral", words=(m.words(agreement.agrees),)),
        ),
        comments=m.prose_or(agreement.comments, "No comments were made."),
    )
