"""Scoping report, sections 1 to 6: who answers, the agency's involvement, what it knows.

Sources of the questions: a scoping template of an adults board (Worcestershire) and the annexes of
the Scottish guidance on reviews, as far as they fit England; Leeds SCP notification process report
(who writes a scoping report).
"""

from typing import Annotated, ClassVar

from lscp_docs.model.answers.asked import (
    LONG,
    SHORT,
    Answers,
    Asked,
    Need,
    Row,
    Section,
    YesNo,
    YesNoUnknown,
)
from lscp_docs.model.dates import DateOfBirth, EventDate
from lscp_docs.model.identifying import (
    Contact,
    Forenames,
    Line,
    OtherName,
    ProfessionalName,
    Surname,
)
from lscp_docs.model.record import Narrative
from lscp_docs.model.vocabulary import Term


class Records(Term):
    """Where an agency has looked."""

    ELECTRONIC = "electronic", "electronic records in use now"
    EARLIER_SYSTEM = "earlier_system", "records in an earlier system"
    PAPER = "paper", "paper files"
    ARCHIVE = "archive", "archived files"
    SUPERVISION = "supervision", "supervision and management records"


class KnownPerson(Row):
    """Somebody whom the agency knows or knew."""

    forenames: Annotated[Forenames | None, Asked("First and middle names", limit=38)] = None
    surname: Annotated[Surname | None, Asked("Last name", limit=38)] = None
    other_names: Annotated[
        OtherName | None,
        Asked("Other names used", "Names alone, with a comma between them.", limit=80),
    ] = None
    relationship: Annotated[
        Line | None,
        Asked(
            "Who is this person to the child?",
            "For example: the child, mother, half-brother, mother’s partner.",
            need=Need.ALWAYS,
            limit=38,
        ),
    ] = None
    date_of_birth: Annotated[DateOfBirth | None, Asked("Date of birth")] = None
    known_from: Annotated[EventDate | None, Asked("Known from")] = None
    known_to: Annotated[
        EventDate | None, Asked("Known to", "Leave this empty if your agency is still involved.")
    ] = None


class Involvement(Answers):
    """Who answers, and what the agency knows about the child and the family."""

    sections: ClassVar[tuple[Section, ...]] = (
        Section(
            title="Your agency’s involvement",
            questions=("involvement",),
            guidance="If the answer is no, fill in sections 2 and 22 alone and send it back. That "
            "is a complete answer, and we need it as much as any other.",
        ),
        Section(
            title="About you and your agency",
            questions=("agency_name", "service", "author", "author_role", "author_contact"),
            guidance="Name the person who can answer questions about this report.",
        ),
        Section(
            title="The period and the records",
            questions=(
                *("involved_from", "involved_to", "records_searched", "systems_searched"),
                *("records_not_found", "records_secured"),
            ),
            guidance="Search under every name and date of birth on the first page.",
        ),
        Section(
            title="People your agency knows",
            questions=("people",),
            guidance="List the child, parents, brothers and sisters, and anybody else in the "
            "child’s life. Include people who are not on the first page.",
        ),
        Section(
            title="Summary of your agency’s involvement",
            questions=("summary",),
            guidance="Tell it to somebody who knows nothing about the family: who, when, why, and "
            "what came of it.",
        ),
        Section(
            title="Background",
            questions=(
                *("background_health", "background_disability", "background_culture"),
                *("background_religion", "background_sexual_orientation"),
                *("background_care", "background_education"),
            ),
            guidance="Say what your records show. Leave out what they do not.",
        ),
    )

    involvement: Annotated[
        YesNo | None,
        Asked(
            "Has your agency had any involvement with the child or the family?",
            "Any contact at any time counts, also before the period we ask about.",
            need=Need.ALWAYS,
        ),
    ] = None

    agency_name: Annotated[Line | None, Asked("Agency", need=Need.ALWAYS, limit=160)] = None
    service: Annotated[
        Line | None, Asked("Service or team", "For example: health visiting, north team.")
    ] = None
    author: Annotated[ProfessionalName | None, Asked("Your name", need=Need.ALWAYS)] = None
    author_role: Annotated[Line | None, Asked("Your role", need=Need.ALWAYS)] = None
    author_contact: Annotated[
        Contact | None, Asked("Your e-mail address or telephone number", need=Need.ALWAYS)
    ] = None

    involved_from: Annotated[
        EventDate | None, Asked("When did your agency’s involvement begin?", need=Need.UNLESS_NIL)
    ] = None
    involved_to: Annotated[
        EventDate | None,
        Asked("When did it end?", "Leave this empty if your agency is still involved."),
    ] = None
    records_searched: Annotated[
        tuple[Records, ...] | None,
        Asked("Which records did you search?", "Tick all that apply."),
    ] = None
    systems_searched: Annotated[
        Narrative | None,
        Asked("Which systems and files were they?", "Give their names.", limit=300),
    ] = None
    records_not_found: Annotated[
        Narrative | None,
        Asked(
            "Which records could you not find or see?",
            "Say why, and whether you still expect them.",
            limit=300,
        ),
    ] = None
    records_secured: Annotated[
        YesNoUnknown | None,
        Asked(
            "Are the records secured?", "Secured means that nobody can change or destroy them now."
        ),
    ] = None

    people: Annotated[tuple[KnownPerson, ...], Asked("Person", "One person to a row.", rows=8)] = ()

    summary: Annotated[
        Narrative | None,
        Asked(
            "Your agency’s involvement in a few paragraphs",
            "Single events belong in the chronology in section 8.",
            need=Need.UNLESS_NIL,
            limit=LONG,
        ),
    ] = None

    background_health: Annotated[Narrative | None, Asked("Health", limit=SHORT)] = None
    background_disability: Annotated[
        Narrative | None, Asked("Disability and additional needs", limit=380)
    ] = None
    background_culture: Annotated[
        Narrative | None,
        Asked(
            "Ethnicity, culture and language",
            "Say whether an interpreter was needed, and used.",
            limit=380,
        ),
    ] = None
    background_religion: Annotated[Narrative | None, Asked("Religion or belief", limit=200)] = None
    background_sexual_orientation: Annotated[
        Narrative | None,
        Asked(
            "Sexual orientation and gender identity",
            "Only where your records hold it and it matters here.",
            limit=200,
        ),
    ] = None
    background_care: Annotated[
        Narrative | None,
        Asked(
            "Plans and care history",
            "Early help, child in need, child protection plan, looked after: with dates.",
            limit=SHORT,
        ),
    ] = None
    background_education: Annotated[
        Narrative | None,
        Asked(
            "Education", "Schools and settings, attendance, exclusions, home education.", limit=380
        ),
    ] = None
