"""What comes of a case: actions with their evidence, and the seven-minute briefing."""

from pydantic import Field

from lscp_docs.model.dates import Day
from lscp_docs.model.identifying import Line
from lscp_docs.model.record import Key, Narrative, Record
from lscp_docs.model.vocabulary import ActionSource, ActionStatus


class ActionUpdate(Record):
    """What was reported on an action, by whom and on which day."""

    on: Day
    by: Line
    text: Narrative


class Evidence(Record):
    """Evidence that an action was done, and whether it was accepted."""

    on: Day
    kind: Line
    description: Narrative
    accepted_by: Line | None = None


class SignOff(Record):
    """The group that was assured that an action is done, and when."""

    group: Line
    on: Day


class Revision(Record):
    """A move of an action's date that a later move has overtaken."""

    on: Day
    """The day on which it was moved."""
    due: Day
    because: Narrative


class Action(Record):
    """An action that follows from learning or a recommendation."""

    id: Key
    source: ActionSource
    recommendation: Narrative | None = None
    """The recommendation word for word, where the action comes from one."""
    action: Narrative
    lead_agency: Key
    owner: Line
    """A role, never a name."""
    success_measure: Narrative | None = None
    evidence_required: Narrative | None = None
    started_on: Day | None = None
    due: Day
    revised_due: Day | None = None
    revised_because: Narrative | None = None
    revised_on: Day | None = None
    """The day on which the date was last moved."""
    earlier_revisions: tuple[Revision, ...] = ()
    """The moves of the date before the last one."""
    status: ActionStatus
    updates: tuple[ActionUpdate, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    impact: Narrative | None = None
    """What changed for children, and how that is known."""
    impact_waived_because: Narrative | None = None
    """Why the action may be closed without knowing what changed for children."""
    signed_off: SignOff | None = None

    @property
    def is_evidenced(self) -> bool:
        """True when the action is told as evidenced, and somebody has accepted the evidence."""
        accepted = any(each.accepted_by is not None for each in self.evidence)
        return self.status is ActionStatus.COMPLETE_EVIDENCED and accepted

    @property
    def is_closed(self) -> bool:
        """True when nothing more is owed on the action.

        It is no longer needed; or it is evidenced, and what changed for children is told, or it is
        recorded why that need not be known.
        """
        told = self.impact is not None or self.impact_waived_because is not None
        no_longer_needed = self.status is ActionStatus.CLOSED_NO_LONGER_NEEDED
        return no_longer_needed or (self.is_evidenced and told)


class SevenMinuteBriefing(Record):
    """The words of a seven-minute briefing; each text is public only when it is cleared."""

    title: Narrative
    background: Narrative
    what_happened: Narrative
    key_learning: tuple[Narrative, ...] = Field(min_length=1, max_length=3)
    good_practice: Narrative
    what_we_are_doing: Narrative
    questions: tuple[Narrative, ...] = Field(min_length=1, max_length=4)
    version: Line
    issued_on: Day
    review_on: Day
    contact: Line
    record_use: Line
    """Where a team records that it used the briefing."""
