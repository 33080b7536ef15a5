"""The action update: how far an agency has come with its own actions.

Sources of the questions: Leeds SCP reviews page (a live system for updating actions and gaining
assurance) and the Leeds notification process report, 4.3 (impact on practice and outcomes).
"""

from typing import Annotated, ClassVar

from lscp_docs.model.answers.asked import Answers, Asked, Lack, Need, Row, Section, Ticked
from lscp_docs.model.dates import Day
from lscp_docs.model.identifying import Contact, Line, ProfessionalName
from lscp_docs.model.record import Narrative
from lscp_docs.model.vocabulary import ActionStatus, Term


class EvidenceKind(Term):
    """What kind of evidence shows that an action is done."""

    AUDIT = "audit", "audit or case sampling"
    DATA = "data", "figures"
    FEEDBACK = "feedback", "feedback from children, families or staff"
    POLICY = "policy", "policy, procedure or tool"
    TRAINING = "training", "training records"
    MINUTES = "minutes", "minutes or a signed-off report"
    OTHER = "other"


class ReportedAction(Row):
    """What is reported on one action.

    The blank fills in `action_id` and makes it read-only; the action's own words and its due date
    are printed above the row and are no answers.
    """

    action_id: Annotated[
        Line | None,
        Asked("Number of the action", need=Need.ALWAYS, limit=40),
    ] = None
    status: Annotated[ActionStatus | None, Asked("Status now", need=Need.ALWAYS)] = None
    done: Annotated[
        Narrative | None, Asked("What has been done since the last update?", limit=300)
    ] = None
    evidence_kind: Annotated[EvidenceKind | None, Asked("Kind of evidence")] = None
    evidence: Annotated[
        Narrative | None,
        Asked("What is the evidence, and where can we see it?", limit=200),
    ] = None
    impact: Annotated[
        Narrative | None,
        Asked("What has changed for children, and how do you know?", limit=300),
    ] = None
    revised_due: Annotated[Day | None, Asked("New date, if any")] = None
    revised_because: Annotated[Narrative | None, Asked("Why can it not be kept?", limit=110)] = None

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """An evidenced action needs its evidence, a new date its reason."""
        found = []
        if self.status is ActionStatus.COMPLETE_EVIDENCED and self.evidence is None:
            found.append(("evidence", "The status says that there is evidence. Say what it is."))
        if self.revised_due is not None and self.revised_because is None:
            found.append(("revised_because", "A new date needs its reason."))
        return tuple(found)


class ActionUpdateForm(Answers):
    """An agency's update on the actions that it leads."""

    sections: ClassVar[tuple[Section, ...]] = (
        Section(
            title="About you and your agency",
            questions=("agency_name", "author", "author_role", "author_contact", "completed_on"),
        ),
        Section(
            title="Your agency’s actions",
            questions=("actions",),
            guidance="Each action is printed above its row. “Complete” is not yet “evidenced”: "
            "evidence shows that it was done, impact shows that it helped.",
        ),
        Section(
            title="What stands in the way",
            questions=("obstacles", "help_wanted"),
            guidance="Tell us early. A date can be moved; a surprise cannot.",
        ),
        Section(title="Before you send it", questions=("confirmed",)),
    )

    agency_name: Annotated[Line | None, Asked("Agency", need=Need.ALWAYS, limit=160)] = None
    author: Annotated[ProfessionalName | None, Asked("Your name", need=Need.ALWAYS)] = None
    author_role: Annotated[Line | None, Asked("Your role", need=Need.ALWAYS)] = None
    author_contact: Annotated[Contact | None, Asked("Your e-mail address or telephone number")] = (
        None
    )
    completed_on: Annotated[
        Day | None, Asked("On what day did you complete this update?", need=Need.ALWAYS)
    ] = None
    actions: Annotated[
        tuple[ReportedAction, ...],
        Asked("Action", "Leave rows without an action empty.", need=Need.ALWAYS, rows=8),
    ] = ()
    obstacles: Annotated[
        Narrative | None, Asked("What makes it hard to complete these actions?", limit=400)
    ] = None
    help_wanted: Annotated[
        Narrative | None, Asked("What would help you that is not in your hands?", limit=400)
    ] = None
    confirmed: Annotated[
        Ticked | None,
        Asked("No child, family member or colleague is named in this update", need=Need.ALWAYS),
    ] = None


FORM = ActionUpdateForm
