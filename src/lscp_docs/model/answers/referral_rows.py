"""The people, agencies and dates that a notification discussion form lists, a row each.

Their columns are those that a case file holds (`model.people`, `model.incident`).
"""

from typing import Annotated

from lscp_docs.model.answers.asked import Asked, Lack, Need, Row, YesNoUnknown
from lscp_docs.model.dates import DateOfBirth, DateOfDeath, EventDate
from lscp_docs.model.identifying import (
    Address,
    Characteristic,
    Contact,
    Forenames,
    Health,
    Line,
    OtherName,
    ProfessionalName,
    SchoolOrService,
    Surname,
)
from lscp_docs.model.people import AgeInYears
from lscp_docs.model.record import Narrative
from lscp_docs.model.vocabulary import Disability, FamilyKind, LegalStatus, Sex

NO_NAME = "Write at least one name, or “not known” as the last name."
NO_AGE = "Write the date of birth; or the expected date for an unborn child; or an age in years."


class ReferredChild(Row):
    """A child whom the case is about."""

    forenames: Annotated[Forenames | None, Asked("First and middle names", limit=38)] = None
    surname: Annotated[Surname | None, Asked("Last name", limit=38)] = None
    other_names: Annotated[
        OtherName | None,
        Asked("Other names used", "Names alone, with a comma between them.", limit=80),
    ] = None
    date_of_birth: Annotated[DateOfBirth | None, Asked("Date of birth")] = None
    expected_date_of_delivery: Annotated[
        DateOfBirth | None, Asked("Expected date of delivery", "For an unborn child.")
    ] = None
    date_of_death: Annotated[
        DateOfDeath | None, Asked("Date of death", "Only if the child has died.")
    ] = None
    age: Annotated[
        AgeInYears | None,
        Asked("Age in years", "Only if the date of birth is not known.", limit=2),
    ] = None
    sex: Annotated[Sex | None, Asked("Sex", "As recorded.")] = None
    ethnicity: Annotated[Characteristic | None, Asked("Ethnicity", limit=38)] = None
    disability: Annotated[Disability | None, Asked("Is the child disabled?")] = None
    disability_details: Annotated[
        Health | None, Asked("Disability or health condition", limit=80)
    ] = None
    legal_status: Annotated[
        LegalStatus | None, Asked("Legal status at the time of the incident")
    ] = None
    home_address: Annotated[Address | None, Asked("Home address and postcode", limit=80)] = None
    home_local_authority: Annotated[
        Line | None, Asked("Local authority of the home address", limit=38)
    ] = None
    whereabouts: Annotated[
        Address | None, Asked("Where is the child now?", "If not at home.", limit=80)
    ] = None
    school_or_setting: Annotated[
        SchoolOrService | None, Asked("School, nursery or college", limit=80)
    ] = None

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """A child needs a name, and one way of telling the age."""
        found = []
        if self.forenames is None and self.surname is None:
            found.append(("surname", NO_NAME))
        ages = (self.date_of_birth, self.expected_date_of_delivery, self.age)
        if all(age is None for age in ages):
            found.append(("date_of_birth", NO_AGE))
        return tuple(found)


class ReferredRelative(Row):
    """A parent, carer, brother, sister, member of the household or other significant person."""

    forenames: Annotated[Forenames | None, Asked("First and middle names", limit=38)] = None
    surname: Annotated[Surname | None, Asked("Last name", limit=38)] = None
    other_names: Annotated[
        OtherName | None,
        Asked("Other names used", "Names alone, with a comma between them.", limit=80),
    ] = None
    kind: Annotated[FamilyKind | None, Asked("How does this person belong to the child?")] = None
    relationship: Annotated[
        Line | None,
        Asked(
            "Who is this person to the child?",
            "For example: mother, half-brother, mother’s partner.",
            need=Need.ALWAYS,
            limit=38,
        ),
    ] = None
    date_of_birth: Annotated[DateOfBirth | None, Asked("Date of birth")] = None
    age: Annotated[
        AgeInYears | None,
        Asked("Age in years", "Only if the date of birth is not known.", limit=2),
    ] = None
    address: Annotated[Address | None, Asked("Address", "If it is not the child’s.", limit=80)] = (
        None
    )
    lives_with_child: Annotated[
        YesNoUnknown | None, Asked("Does this person live with the child?")
    ] = None


class ReferredAgency(Row):
    """An agency that is or was involved."""

    name: Annotated[Line | None, Asked("Name of the agency", need=Need.ALWAYS, limit=80)] = None
    contact_name: Annotated[
        ProfessionalName | None, Asked("Person to ask", "Name and role.", limit=80)
    ] = None
    contact: Annotated[Contact | None, Asked("E-mail address or telephone number", limit=80)] = None
    still_involved: Annotated[YesNoUnknown | None, Asked("Is it still involved?")] = None


class ReferredDate(Row):
    """A date that matters to the case."""

    on: Annotated[
        EventDate | None,
        Asked("Date", need=Need.ALWAYS),
    ] = None
    event: Annotated[Narrative | None, Asked("What happened?", need=Need.ALWAYS, limit=300)] = None
