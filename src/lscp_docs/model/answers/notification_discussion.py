"""The notification discussion form, parts A and B: any agency raises a case with the review group.

Sources of the questions: Leeds SCP notification process report, 2 and 3 (rationale, in line with
the criteria, agreement of the agency's safeguarding lead); referral forms of Milton Keynes, Surrey
and the West Midlands for the people, the dates and the files. The review group's discussion and
the local authority's decision are recorded later, in the case file.
"""

from typing import Annotated, ClassVar

from lscp_docs.model.answers.asked import (
    LONG,
    MEDIUM,
    SHORT,
    Answers,
    Asked,
    Lack,
    Need,
    Section,
    YesNo,
    YesNoUnknown,
)
from lscp_docs.model.answers.referral_rows import (
    ReferredAgency,
    ReferredChild,
    ReferredDate,
    ReferredRelative,
)
from lscp_docs.model.dates import Day, EventDate, EventTime
from lscp_docs.model.identifying import Address, Contact, Line, Place, ProfessionalName
from lscp_docs.model.record import Narrative
from lscp_docs.model.vocabulary import (
    AbuseStatus,
    HarmDimension,
    HarmNature,
    IncidentOutcome,
    IncidentType,
    LeadAgreement,
    LeadCapacity,
    ParallelKind,
)

NO_DIMENSION = "The child was seriously harmed. Tick what was impaired, or “None of these”."
NO_AWARE_DAY = "The local authority knows of the incident. Write the day on which it became aware."


class NotificationDiscussion(Answers):
    """A case that an agency raises, with its safeguarding lead's agreement."""

    sections: ClassVar[tuple[Section, ...]] = (
        Section(
            title="Part A: who is raising the case",
            questions=(
                *("referred_on", "referrer_name", "referrer_role", "referrer_agency"),
                *("referrer_email", "referrer_telephone", "referrer_address"),
            ),
            guidance="The review group may ask you to present the case.",
        ),
        Section(
            title="The child or children",
            questions=("children",),
            guidance="The children who died or were seriously harmed. Brothers and sisters who "
            "were not belong in the next section. An unborn child can be named here too.",
        ),
        Section(
            title="Family and household",
            questions=("family",),
            guidance="Parents, carers, brothers, sisters, others in the household and anybody "
            "else who matters.",
        ),
        Section(
            title="Agencies involved",
            questions=("agencies",),
            guidance="Every agency that works or has worked with the child or the family, as far "
            "as you know.",
        ),
        Section(
            title="The incident",
            questions=(
                *("incident_type", "incident_date", "incident_time", "incident_location"),
                *("incident_local_authority", "aware_on", "local_authority_told"),
                *("local_authority_aware_on", "local_authority_aware_time"),
                *("incident_summary", "carer_at_time"),
            ),
            guidance="Write the facts that are known now, not what they may mean. Do not wait "
            "for more: the local authority’s time to notify runs from when it became aware.",
        ),
        Section(
            title="The criteria for a notification",
            questions=("abuse_status", "outcome", "serious_harm", "harm", "harm_details"),
            guidance="The criteria are that abuse or neglect of a child is known or suspected, "
            "and that the child has died or been seriously harmed.",
        ),
        Section(
            title="Why you raise it",
            questions=(
                *("rationale", "why_in_line_with_criteria"),
                *("concerns_about_working_together", "good_practice_seen"),
            ),
            guidance="Say why, not only what.",
        ),
        Section(
            title="Safety now",
            questions=("safety_actions", "other_children_at_risk", "strategy_meeting_on"),
            guidance="If a child is in danger now, act now: call the police and follow your "
            "safeguarding procedures. Do not wait for this form.",
        ),
        Section(
            title="What else is going on",
            questions=(
                *("parallel_processes", "other_proceedings", "cross_border_authority"),
                *("files_secured", "media_interest", "media_details"),
            ),
            guidance="Secure your agency’s files as soon as a review is possible, so that nobody "
            "can change or destroy them.",
        ),
        Section(title="Key dates", questions=("key_dates",), guidance="The earliest first."),
        Section(
            title="Part B: agreement of the safeguarding lead",
            questions=(
                *("lead_name", "lead_role", "lead_agency", "lead_contact", "lead_capacity"),
                *("lead_discussed_on", "lead_agrees", "lead_comments"),
            ),
            guidance="Discuss the case with your agency’s safeguarding lead, or with its member "
            "of the review group, before you send this. A typed name is enough.",
            new_page=True,
        ),
    )

    referred_on: Annotated[Day | None, Asked("Date of this referral", need=Need.ALWAYS)] = None
    referrer_name: Annotated[ProfessionalName | None, Asked("Your name", need=Need.ALWAYS)] = None
    referrer_role: Annotated[Line | None, Asked("Your role", need=Need.ALWAYS)] = None
    referrer_agency: Annotated[Line | None, Asked("Your agency", need=Need.ALWAYS)] = None
    referrer_email: Annotated[Contact | None, Asked("Your e-mail address", need=Need.ALWAYS)] = None
    referrer_telephone: Annotated[Contact | None, Asked("Your telephone number")] = None
    referrer_address: Annotated[Address | None, Asked("Your work address")] = None

    children: Annotated[
        tuple[ReferredChild, ...],
        Asked("Child", "One child to a row.", need=Need.ALWAYS, rows=4),
    ] = ()
    family: Annotated[
        tuple[ReferredRelative, ...], Asked("Person", "One person to a row.", rows=6)
    ] = ()
    agencies: Annotated[
        tuple[ReferredAgency, ...], Asked("Agency", "One agency to a row.", rows=6)
    ] = ()

    incident_type: Annotated[
        IncidentType | None, Asked("What kind of incident is it?", need=Need.ALWAYS)
    ] = None
    incident_date: Annotated[
        EventDate | None,
        Asked("When did it happen?", need=Need.ALWAYS),
    ] = None
    incident_time: Annotated[EventTime | None, Asked("At what time?")] = None
    incident_location: Annotated[Place | None, Asked("Where did it happen?", need=Need.ALWAYS)] = (
        None
    )
    incident_local_authority: Annotated[
        Line | None, Asked("In which local authority’s area is that?")
    ] = None
    aware_on: Annotated[Day | None, Asked("When did your agency become aware of it?")] = None
    local_authority_told: Annotated[
        YesNoUnknown | None,
        Asked("Does the local authority know of the incident?", need=Need.ALWAYS),
    ] = None
    local_authority_aware_on: Annotated[
        Day | None, Asked("On what day did the local authority become aware?")
    ] = None
    local_authority_aware_time: Annotated[
        EventTime | None,
        Asked("At what time was that?"),
    ] = None
    incident_summary: Annotated[
        Narrative | None, Asked("What is known to have happened?", limit=LONG, need=Need.ALWAYS)
    ] = None
    carer_at_time: Annotated[
        Narrative | None, Asked("Who was caring for the child at the time?", limit=300)
    ] = None

    abuse_status: Annotated[
        AbuseStatus | None,
        Asked("Is abuse or neglect known or suspected?", need=Need.ALWAYS),
    ] = None
    outcome: Annotated[
        IncidentOutcome | None, Asked("What became of the child?", need=Need.ALWAYS)
    ] = None
    serious_harm: Annotated[
        tuple[HarmDimension, ...] | None,
        Asked(
            "If seriously harmed: what is seriously or lastingly impaired?",
            "Tick all that apply.",
        ),
    ] = None
    harm: Annotated[
        tuple[HarmNature, ...] | None,
        Asked("What kind of harm is it?", "Tick all that apply."),
    ] = None
    harm_details: Annotated[Narrative | None, Asked("Describe the harm", limit=800)] = None

    rationale: Annotated[
        Narrative | None,
        Asked("Why should the review group look at this case?", limit=MEDIUM, need=Need.ALWAYS),
    ] = None
    why_in_line_with_criteria: Annotated[
        Narrative | None,
        Asked("How does it fit the criteria?", limit=MEDIUM, need=Need.ALWAYS),
    ] = None
    concerns_about_working_together: Annotated[
        Narrative | None,
        Asked("What concerns you about how agencies worked together?", limit=800),
    ] = None
    good_practice_seen: Annotated[
        Narrative | None, Asked("What good practice have you seen?", limit=SHORT)
    ] = None

    safety_actions: Annotated[
        Narrative | None,
        Asked("What has been done to keep children safe?", limit=1_000, need=Need.ALWAYS),
    ] = None
    other_children_at_risk: Annotated[
        Narrative | None, Asked("Which other children may be at risk?", limit=500)
    ] = None
    strategy_meeting_on: Annotated[
        Day | None, Asked("When was a strategy meeting held?", "Leave this empty if none was.")
    ] = None

    parallel_processes: Annotated[
        tuple[ParallelKind, ...] | None,
        Asked("Which of these are under way or expected?", "Tick all that apply."),
    ] = None
    other_proceedings: Annotated[
        Narrative | None, Asked("Where do they stand, and who leads them?", limit=500)
    ] = None
    cross_border_authority: Annotated[
        Line | None, Asked("Which other local authority or country is concerned?")
    ] = None
    files_secured: Annotated[YesNo | None, Asked("Are your agency’s files secured?")] = None
    media_interest: Annotated[YesNoUnknown | None, Asked("Is media interest expected?")] = None
    media_details: Annotated[
        Narrative | None, Asked("What is known about media interest?", limit=300)
    ] = None

    key_dates: Annotated[tuple[ReferredDate, ...], Asked("Key date", "One to a row.", rows=8)] = ()

    lead_name: Annotated[ProfessionalName | None, Asked("Name of the lead", need=Need.ALWAYS)] = (
        None
    )
    lead_role: Annotated[Line | None, Asked("Role of the lead", need=Need.ALWAYS)] = None
    lead_agency: Annotated[Line | None, Asked("Agency of the lead", need=Need.ALWAYS)] = None
    lead_contact: Annotated[
        Contact | None,
        Asked("E-mail address or telephone number of the lead", need=Need.ALWAYS),
    ] = None
    lead_capacity: Annotated[LeadCapacity | None, Asked("In what capacity?", need=Need.ALWAYS)] = (
        None
    )
    lead_discussed_on: Annotated[
        Day | None, Asked("When did you discuss the case?", need=Need.ALWAYS)
    ] = None
    lead_agrees: Annotated[
        LeadAgreement | None, Asked("Does the lead agree to this referral?", need=Need.ALWAYS)
    ] = None
    lead_comments: Annotated[Narrative | None, Asked("Comments of the lead", limit=SHORT)] = None

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """Serious harm needs its dimension; awareness needs its day, which starts the clock."""
        found = []
        if self.outcome is IncidentOutcome.SERIOUSLY_HARMED and self.serious_harm is None:
            found.append(("serious_harm", NO_DIMENSION))
        if self.local_authority_told is YesNoUnknown.YES and self.local_authority_aware_on is None:
            found.append(("local_authority_aware_on", NO_AWARE_DAY))
        return tuple(found)


FORM = NotificationDiscussion
