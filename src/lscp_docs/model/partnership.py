"""The partnership: its bodies and their local names, its people with dates of office, its rules."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, Strict, field_validator, model_validator
from pydantic_core import PydanticCustomError

from lscp_docs.model.dates import Day
from lscp_docs.model.identifying import Line
from lscp_docs.model.record import Flag, Key, Record
from lscp_docs.model.vocabulary import AgencyKind, GroupKind, Partner, Timetable

OPTION_2_IS_UNLAWFUL = (
    "Option 2 cannot be chosen: a majority of partners would bind the local authority. The "
    "Children Act 2004 gives the duty to decide on a notification to the local authority, and "
    "nothing in the legislation lets it delegate that duty to partners (Leeds SCP notification "
    "process report, 2.3, 3.4 and 3.5). Write governance_option = 1, or 3 for the Option 3 letter."
)


class LocalNames(Record):
    """What the partnership calls its bodies and papers."""

    review_group: Line = "review group"
    executive: Line = "Executive"
    scrutiny_body: Line = "scrutiny committee"
    council_executive: Line = "Executive Board"
    """The council's own executive: its executive board or cabinet."""
    council_plan: Line = "council plan"
    independent_role: Line = "independent scrutineer"
    discussion_form: Line = "Serious child safeguarding incident notification discussion form"
    executive_lead: Line = "Executive Lead for Children and Families"


class LocalAuthority(Record):
    """The local authority that holds the duty to notify."""

    name: Line
    directorate: Line
    director_title: Line
    address: tuple[Line, ...] = ()
    contact: Line | None = None


class BusinessUnit(Record):
    """The unit that does the partnership's paperwork."""

    name: Line
    manager: Line
    manager_title: Line = "Business manager"
    address: tuple[Line, ...] = ()
    telephone: Line | None = None
    email: Line | None = None
    secure_return: Line | None = None
    """The secure route by which agencies return papers."""


class Member(Record):
    """A member of the review group or the Executive, with dates of office (both inclusive)."""

    name: Line
    role: Line
    body: Line
    groups: tuple[GroupKind, ...] = Field(min_length=1)
    partner: Partner | None = None
    email: Line | None = None
    since: Day
    until: Day | None = None

    def in_office(self, day: dt.date) -> bool:
        """True when the member holds office on that day, first and last day included."""
        return self.since <= day and (self.until is None or day <= self.until)


class Agency(Record):
    """An agency of the partnership, with the people and the mailbox that papers go to."""

    key: Key
    name: Line
    kind: AgencyKind
    partner: Partner | None = None
    safeguarding_lead: Line | None = None
    safeguarding_lead_role: Line | None = None
    scoping_author: Line | None = None
    mailbox: Line | None = None
    address: tuple[Line, ...] = ()


class Partnership(Record):
    """A local safeguarding children partnership, as `partnership.toml` describes it."""

    name: Line
    short_name: Line
    area: Line
    website: Line | None = None
    invented: Flag = False
    """True for a sample partnership: its papers say on every page that it is invented."""
    local_authority: LocalAuthority
    business_unit: BusinessUnit
    names: LocalNames = LocalNames()
    governance_option: Annotated[int, Field(strict=True)] = 1
    """1: the local authority decides; 3: and writes the Option 3 letter. There is no option 2."""
    timetable: Timetable = Timetable.STATUTORY
    first_day: Literal[0, 1] = 0
    """The number of the trigger's own day: 0, the day after is working day 1; or 1."""
    cutoff_time: Annotated[dt.time, Strict()] | None = None
    """What happens later in the day counts as the next day; left out, never."""
    extra_bank_holidays: tuple[Day, ...] = ()
    escalation_policy: Line | None = None
    """The name and place of the policy by which a professional challenges a decision."""
    executive_lead: Line | None = None
    scrutiny_chair: Line | None = None
    panel_contact: Line | None = None
    agencies: tuple[Agency, ...] = Field(min_length=1)
    members: tuple[Member, ...] = Field(min_length=1)

    @field_validator("governance_option")
    @classmethod
    def _no_option_2(cls, option: int) -> int:
        if option == 2:
            raise PydanticCustomError("option_2", OPTION_2_IS_UNLAWFUL)
        if option not in (1, 3):
            raise PydanticCustomError("governance_option", "write governance_option = 1 or 3.")
        return option

    @model_validator(mode="after")
    def _each_key_once(self) -> "Partnership":
        keys = [agency.key for agency in self.agencies]
        if len(set(keys)) != len(keys):
            raise PydanticCustomError(
                "agency_twice", "two agencies have the same key. Give each agency a key of its own."
            )
        return self

    def agency(self, key: str) -> Agency | None:
        """The agency with that key, None when the partnership does not know it."""
        return next((agency for agency in self.agencies if agency.key == key), None)

    def members_of(self, group: GroupKind, on: dt.date) -> tuple[Member, ...]:
        """The members of a group who hold office on that day, in the order of the file."""
        return tuple(m for m in self.members if group in m.groups and m.in_office(on))
