"""The people of a case: children, family, and the professionals around them."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from lscp_docs.model.dates import DateOfBirth, DateOfDeath, Day
from lscp_docs.model.identifying import (
    Address,
    Characteristic,
    Contact,
    Forenames,
    Health,
    Identifying,
    Kind,
    Line,
    Marked,
    OtherName,
    Place,
    ProfessionalName,
    Reference,
    SchoolOrService,
    Surname,
)
from lscp_docs.model.record import Flag, Key, Narrative, Record
from lscp_docs.model.vocabulary import Disability, FamilyKind, LegalStatus, Sex

ChildId = Annotated[str, StringConstraints(pattern=r"^C[1-9][0-9]?$")]
PersonId = Annotated[str, StringConstraints(pattern=r"^P[1-9][0-9]?$")]
Years = Annotated[int, Field(ge=0, le=120, strict=True)]
AgeInYears = Annotated[Identifying[Years], Marked(Kind.AGE)]


class ChildProtectionPlan(Record):
    """A child protection plan, now or in the past."""

    now: Flag
    """Is the child subject to a plan at the time of the incident?"""
    category: Line | None = None
    began_on: Day | None = None
    ended_on: Day | None = None


class KnownTo(Record):
    """An agency that knows the child, and whether its involvement is open."""

    agency: Key
    open: Flag


class VoiceOfChild(Record):
    """What the child said and showed, how it was sought, or why it was not sought."""

    said: Narrative | None = None
    showed: Narrative | None = None
    how_sought: Narrative | None = None
    not_sought_because: Narrative | None = None


class Child(Record):
    """A child whom the case is about; unborn when there is an expected date of delivery.

    Exactly one of `date_of_birth`, `expected_date_of_delivery` and `age_if_date_of_birth_unknown`.
    """

    id: ChildId
    """A local id such as C1: the join key everywhere, never a name."""
    forenames: Forenames | None = None
    surname: Surname | None = None
    other_names_used: tuple[OtherName, ...] = ()
    """The names alone, without a remark: papers and the search look for them as written."""
    date_of_birth: DateOfBirth | None = None
    expected_date_of_delivery: DateOfBirth | None = None
    age_if_date_of_birth_unknown: AgeInYears | None = None
    date_of_death: DateOfDeath | None = None
    sex: Sex | None = None
    gender_identity: Characteristic | None = None
    ethnicity: Characteristic | None = None
    ethnicity_code: Line | None = None
    disability: Disability | None = None
    disability_details: Health | None = None
    health: Health | None = None
    first_language: Characteristic | None = None
    interpreter_needed: Flag | None = None
    religion: Characteristic | None = None
    nhs_number: Reference | None = None
    home_address: Address | None = None
    home_local_authority: Line | None = None
    current_whereabouts: Address | None = None
    legal_status: LegalStatus | None = None
    placement_type: Characteristic | None = None
    placement_address: Address | None = None
    responsible_authority: Line | None = None
    child_protection_plan: ChildProtectionPlan | None = None
    previous_child_protection_plans: tuple[ChildProtectionPlan, ...] = ()
    known_to: tuple[KnownTo, ...] = ()
    school_or_setting: SchoolOrService | None = None
    gp: SchoolOrService | None = None
    health_visitor: ProfessionalName | None = None
    sibling_of: tuple[ChildId, ...] = ()
    """Other children of this case who are brothers or sisters of this one."""
    pseudonym: Line | None = None
    """A name that is not derived from the child's own; used in all pseudonymised papers."""
    pseudonym_rationale: Line | None = None
    voice: VoiceOfChild | None = None

    @model_validator(mode="after")
    def _one_way_of_telling_the_age(self) -> "Child":
        told = (
            self.date_of_birth,
            self.expected_date_of_delivery,
            self.age_if_date_of_birth_unknown,
        )
        if sum(way is not None for way in told) != 1:
            raise PydanticCustomError(
                "age_of_child",
                "the child's age is told in no way or in more than one. Write exactly one of "
                "date_of_birth, expected_date_of_delivery (an unborn child) or "
                "age_if_date_of_birth_unknown.",
            )
        return self

    @property
    def is_unborn(self) -> bool:
        """True when the child had not been born at the time of the incident."""
        return self.expected_date_of_delivery is not None


class FamilyMember(Record):
    """A parent, carer, sibling, member of the household or other significant person."""

    id: PersonId
    kind: FamilyKind
    relationship: Line
    """In words, to the child or children named in `of`: mother, half-brother, mother's partner."""
    of: tuple[ChildId, ...] = Field(min_length=1)
    forenames: Forenames | None = None
    surname: Surname | None = None
    other_names_used: tuple[OtherName, ...] = ()
    """The names alone, without a remark: papers and the search look for them as written."""
    date_of_birth: DateOfBirth | None = None
    age_if_date_of_birth_unknown: AgeInYears | None = None
    sex: Sex | None = None
    ethnicity: Characteristic | None = None
    address: Address | None = None
    lives_with_child: Flag | None = None
    legal_status: LegalStatus | None = None
    school_or_setting: SchoolOrService | None = None
    pseudonym: Line | None = None


class Professional(Record):
    """A person who acts for an agency."""

    name: ProfessionalName
    role: Line
    agency: Key | None = None
    address: Address | None = None
    telephone: Contact | None = None
    email: Contact | None = None


class GlossaryEntry(Record):
    """A professional who is referred to by a key, such as GP1, in pseudonymised papers."""

    key: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{1,19}$")]
    name: ProfessionalName
    role: Line
    agency: Key | None = None


class PlaceName(Record):
    """A place, school or hospital named in the narratives, and the words that stand for it."""

    name: Place
    stands_as: Line
    """What pseudonymised papers say instead: "the primary school"."""
