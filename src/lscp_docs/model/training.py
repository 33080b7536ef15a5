"""The training that a partnership gave, as `training.toml` beside the partnership file tells it.

Source of the need: Sefton's report on review activity of January 2021, which tells of training
courses, of learning events with their sessions, of how many came, and of elected members invited.
"""

from typing import Annotated

from pydantic import Field

from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.identifying import Line
from lscp_docs.model.record import CaseReference, Key, Record
from lscp_docs.model.vocabulary import Term

Number = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]
AtLeastOne = Annotated[int, Field(ge=1, le=10_000, strict=True)]


class CourseKind(Term):
    """What kind of training it was."""

    TRAINING_COURSE = "training_course"
    LEARNING_EVENT = "learning_event"
    BRIEFING = "briefing"
    OTHER = "other", "other training"


class Counting(Term):
    """Whether people were counted or estimated."""

    EXACT = "exact"
    APPROXIMATE = "approximate", "about"


class Attendance(Record):
    """How many practitioners of an agency came."""

    agency: Key
    number: Number


class Course(Record):
    """Training of one title; elected members are never among the practitioners."""

    title: Line
    kind: CourseKind
    dates: tuple[UncertainDate, ...] = Field(min_length=1)
    """Each day on which it was given, or its month; or from when until when it was given."""
    times: AtLeastOne = 1
    """How many courses these are, where the same was given several times."""
    sessions: AtLeastOne | None = None
    attended: tuple[Attendance, ...] = ()
    """Practitioners by agency."""
    others_attended: Number | None = None
    """Practitioners whose agency was not recorded."""
    elected_members: Number | None = None
    counted: Counting = Counting.EXACT
    """Whether the people who came were counted or estimated."""
    learning_from: tuple[CaseReference, ...] = ()
    """The cases whose learning it contains."""
    reviews: tuple[Line, ...] = ()
    """Published reviews, of here or elsewhere, whose learning it contains."""

    @property
    def practitioners(self) -> int | None:
        """How many practitioners came; None where nobody recorded it."""
        if not self.attended and self.others_attended is None:
            return None
        return sum(each.number for each in self.attended) + (self.others_attended or 0)


class Training(Record):
    """All training that the partnership records."""

    course: tuple[Course, ...] = ()
