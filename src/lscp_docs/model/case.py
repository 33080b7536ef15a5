"""The case file: one serious child safeguarding case, from the first referral to its closure."""

import datetime as dt

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from lscp_docs.model import rules
from lscp_docs.model.allowed import AllowedHit
from lscp_docs.model.dates import Day, UncertainDate
from lscp_docs.model.discussion import (
    LegalAdvice,
    Meeting,
    Notification,
    NotificationDecision,
    NotificationDiscussion,
)
from lscp_docs.model.identifying import Address, Line, ProfessionalName, revealed
from lscp_docs.model.incident import InvolvedAgency, Referral, SeriousIncident
from lscp_docs.model.learning import Action, SevenMinuteBriefing
from lscp_docs.model.people import Child, FamilyMember, GlossaryEntry, PlaceName
from lscp_docs.model.record import CaseReference, Flag, Key, Narrative, Record
from lscp_docs.model.review import (
    ChronologyEvent,
    ExecutiveDecision,
    Lcspr,
    PanelReply,
    RapidReview,
)
from lscp_docs.model.vocabulary import (
    AbuseStatus,
    CareLeaverStatus,
    ExecutiveMatter,
    Outcome,
    Partner,
    View,
)

AGAINST: dict[Outcome, tuple[View, ...]] = {
    Outcome.NOTIFY: (View.CRITERIA_NOT_MET,),
    Outcome.NOT_NOTIFY: (View.CRITERIA_MET, View.FINELY_BALANCED),
}


class CareLeaver(Record):
    """What the notification of a care leaver's or looked after child's death needs besides."""

    status: CareLeaverStatus | None = None
    personal_adviser: ProfessionalName | None = None
    accommodation: Address | None = None
    cause_if_known: Narrative | None = None
    learning_wanted: Flag | None = None
    learning_reasons: Narrative | None = None


class Issued(Record):
    """A document that was issued: it keeps the date and version under which it went out."""

    document: Key
    on: Day
    version: Line = "1.0"
    to: tuple[Line, ...] = ()


class Closure(Record):
    """When the case was closed, and on what assurance."""

    on: Day
    assurance: Narrative


class CaseFile(Record):
    """One serious child safeguarding case: each fact once, everything else is derived from it."""

    reference: CaseReference
    """The partnership's own reference; capital letters, digits and hyphens, never a name."""
    children: tuple[Child, ...] = Field(min_length=1)
    family: tuple[FamilyMember, ...] = ()
    family_note: Narrative | None = None
    """Key family relationships in words: step-parents, cohabitees."""
    glossary: tuple[GlossaryEntry, ...] = ()
    places: tuple[PlaceName, ...] = ()
    incident: SeriousIncident
    referral: Referral | None = None
    agencies: tuple[InvolvedAgency, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    discussion: NotificationDiscussion | None = None
    legal_advice: LegalAdvice | None = None
    decision: NotificationDecision | None = None
    notification: Notification | None = None
    care_leaver: CareLeaver | None = None
    rapid_review: RapidReview | None = None
    chronology: tuple[ChronologyEvent, ...] = ()
    executive: tuple[ExecutiveDecision, ...] = ()
    panel_reply: PanelReply | None = None
    lcspr: Lcspr | None = None
    actions: tuple[Action, ...] = ()
    briefing: SevenMinuteBriefing | None = None
    issued: tuple[Issued, ...] = ()
    allowed: tuple[AllowedHit, ...] = ()
    closure: Closure | None = None

    @model_validator(mode="after")
    def _facts_go_together(self) -> "CaseFile":
        found = [
            InitErrorDetails(
                # The sentences are the project's own and carry nothing of the case.
                type=PydanticCustomError("rule", "{sentence}", {"sentence": fault.sentence}),
                loc=fault.path,
                input=None,
            )
            for fault in rules.faults(self)
        ]
        if found:
            raise ValidationError.from_exception_data("CaseFile", found)
        return self

    @property
    def is_unanimous(self) -> bool | None:
        """Whether the three partners' views say the same.

        False as soon as two of them differ; None while one is missing or not available and the
        others agree, for nobody can say then what all three think.
        """
        told = self.discussion.views() if self.discussion is not None else ()
        views = {view.view if view is not None else View.NOT_AVAILABLE for _, view in told}
        if len(views - {View.NOT_AVAILABLE}) > 1:
            return False
        return True if views and View.NOT_AVAILABLE not in views else None

    @property
    def is_for_panel(self) -> bool:
        """False for the death of a looked after child or care leaver without abuse or neglect.

        It is notified to the Department for Education and Ofsted, and the Panel does not consider
        it (gov.uk, report a serious child safeguarding incident).
        """
        without_abuse = self.incident.abuse_status is AbuseStatus.NOT_KNOWN_OR_SUSPECTED
        return not (without_abuse and self.incident.type in rules.DEATH_WITHOUT_ABUSE)

    @property
    def differing_partners(self) -> tuple[Partner, ...]:
        """The partners whose recorded view differs from the local authority's decision.

        `criteria_met` and, on the cautious reading, `finely_balanced` differ from a decision not
        to notify; `criteria_not_met` differs from a decision to notify, except of a death that is
        notified whatever its cause; a view that is not available differs from nothing. Source of
        the duty that hangs on it: Leeds SCP notification process report, 3.2 and 3.7 (which do not
        speak of finely balanced views).
        """
        if self.decision is None or self.discussion is None:
            return ()
        if self.decision.outcome is Outcome.NOTIFY and not self.is_for_panel:
            return ()
        against = AGAINST.get(self.decision.outcome, ())
        views = self.discussion.views()
        return tuple(
            partner for partner, view in views if view is not None and view.view in against
        )

    def child(self, child_id: str) -> Child:
        """The child with that id; raises KeyError when the case has none."""
        return {child.id: child for child in self.children}[child_id]

    def meeting(self, key: str | None) -> Meeting | None:
        """The meeting with that id, None when there is none."""
        return next((meeting for meeting in self.meetings if meeting.id == key), None)

    def executive_on(self, matter: ExecutiveMatter) -> ExecutiveDecision | None:
        """What the Executive decided or noted on a matter, None when it has not."""
        return next((entry for entry in self.executive if entry.matter is matter), None)

    def issued_on(self, document: str) -> dt.date | None:
        """The day on which a document was last issued, None when it was not."""
        days = [entry.on for entry in self.issued if entry.document == document]
        return max(days, default=None)

    def date_of_birth(self, child: Child) -> UncertainDate | None:
        """A child's date of birth or expected date of delivery, None when only the age is known."""
        known = (child.date_of_birth, child.expected_date_of_delivery)
        return next((revealed(day) for day in known if day is not None), None)
