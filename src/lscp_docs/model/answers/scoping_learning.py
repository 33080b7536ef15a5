"""Scoping report, sections 15 to 23: learning, safety, opinion, actions, restrictions, declaration.

Sources of the questions: a scoping template of an adults board (Worcestershire) for the learning,
the issues, the other agencies and the opinion; the purposes of a rapid review for the safety of
children. An opinion is never a vote: the safeguarding partners decide.
"""

from typing import Annotated, ClassVar

from lscp_docs.model.answers.asked import (
    MEDIUM,
    Answers,
    Asked,
    Need,
    Row,
    Section,
    Ticked,
    YesNo,
    YesNoNotSure,
    YesNoUnknown,
)
from lscp_docs.model.dates import Day
from lscp_docs.model.identifying import Contact, Line, ProfessionalName
from lscp_docs.model.record import Narrative
from lscp_docs.model.vocabulary import LearningRoute, Term


class Restriction(Term):
    """What in a return may not be passed on as it stands."""

    THIRD_PARTY = "third_party", "information about somebody outside the family"
    IN_CONFIDENCE = "in_confidence", "something told in confidence"
    PROTECTED_ADDRESS = "protected_address", "an address that must not be disclosed"
    COURT = "court", "documents of a court"
    POLICE = "police", "material of a criminal investigation"
    LEGAL_ADVICE = "legal_advice"


class Learned(Row):
    """Something that the agency has learned."""

    text: Annotated[
        Narrative | None, Asked("What has your agency learned?", need=Need.ALWAYS, limit=370)
    ] = None
    already_acted_on: Annotated[YesNo | None, Asked("Has it been acted on already?")] = None
    how_disseminated: Annotated[
        Narrative | None, Asked("How will staff hear of it, and by when?", limit=180)
    ] = None


class Issue(Row):
    """Something that the review should look into."""

    text: Annotated[
        Narrative | None, Asked("What should be looked into?", need=Need.ALWAYS, limit=270)
    ] = None
    whose: Annotated[Line | None, Asked("By which agency?", limit=80)] = None


class OtherAgency(Row):
    """An agency that is known to be involved and is not on the list."""

    name: Annotated[Line | None, Asked("Name of the agency", need=Need.ALWAYS, limit=80)] = None
    contact: Annotated[Contact | None, Asked("Service or person to ask", limit=80)] = None
    why: Annotated[Narrative | None, Asked("Why do you think so?", limit=180)] = None


class OwnAction(Row):
    """An action that the agency sets itself."""

    action: Annotated[
        Narrative | None,
        Asked("What will be done?", "Begin with a verb.", need=Need.ALWAYS, limit=270),
    ] = None
    owner: Annotated[
        Line | None, Asked("Who leads on it?", "A role, not a name.", need=Need.ALWAYS, limit=80)
    ] = None
    due: Annotated[Day | None, Asked("By when?")] = None
    evidence_required: Annotated[
        Narrative | None, Asked("What will show that it is done and has helped?", limit=180)
    ] = None


class Continuation(Row):
    """The rest of an answer that did not fit."""

    continues: Annotated[
        Line | None,
        Asked("Which question does this continue?", "Its number.", need=Need.ALWAYS, limit=40),
    ] = None
    text: Annotated[
        Narrative | None, Asked("Your answer goes on here", need=Need.ALWAYS, limit=MEDIUM)
    ] = None


class Conclusions(Answers):
    """What the agency has learned and will do, and its declaration."""

    sections: ClassVar[tuple[Section, ...]] = (
        Section(
            title="Learning your agency has found",
            questions=("learning", "internal_review", "internal_review_details"),
            guidance="Write it so that somebody who was not there can use it.",
        ),
        Section(
            title="Safety now",
            questions=("child_at_risk", "action_taken", "action_needed"),
            guidance="If a child is in danger now, act now: call the police and follow your "
            "safeguarding procedures. Do not wait for this form.",
        ),
        Section(
            title="What should be looked into",
            questions=("issues",),
            guidance="Questions for your own agency count as much as those for others.",
        ),
        Section(
            title="Other agencies that were involved",
            questions=("other_agencies",),
            guidance="The agencies we have asked are listed on the first page. Tell us of any "
            "other that knows the child or the family, also outside this area.",
        ),
        Section(
            title="Your agency’s opinion",
            questions=("criteria_met", "criteria_reasons", "other_review", "other_review_details"),
            guidance="This is your agency’s opinion, not a vote. The safeguarding partners "
            "decide, and your reasons help them more than your answer.",
        ),
        Section(
            title="Your agency’s own actions",
            questions=("actions",),
            guidance="Actions for your agency alone. An action needs one lead and a date.",
        ),
        Section(
            title="What must not be passed on",
            questions=("restricted", "restricted_details"),
            guidance="Others at the meeting will read this report unless you tell us here what "
            "they must not see.",
        ),
        Section(
            title="Declaration",
            questions=(
                *("searched", "accurate", "completed_on"),
                *("approved_by", "approver_role", "approved_on"),
            ),
            guidance="Needed from every agency, also where it had no involvement. A manager or "
            "safeguarding lead approves the report before you send it.",
        ),
        Section(
            title="If you ran out of room",
            questions=("continued",),
            guidance="You can leave this empty.",
        ),
    )

    learning: Annotated[tuple[Learned, ...], Asked("Learning", "One point to a row.", rows=4)] = ()
    internal_review: Annotated[
        YesNoUnknown | None,
        Asked("Is your agency reviewing or investigating this itself?"),
    ] = None
    internal_review_details: Annotated[
        Narrative | None,
        Asked("What kind of review, who leads it, and when will it end?", limit=300),
    ] = None

    child_at_risk: Annotated[
        YesNoUnknown | None,
        Asked("Do you know of any child who is at risk now?", need=Need.UNLESS_NIL),
    ] = None
    action_taken: Annotated[
        Narrative | None, Asked("What has your agency done to keep children safe?", limit=500)
    ] = None
    action_needed: Annotated[
        Narrative | None, Asked("What still has to be done, and by whom?", limit=500)
    ] = None

    issues: Annotated[tuple[Issue, ...], Asked("Issue", "One to a row.", rows=4)] = ()

    other_agencies: Annotated[
        tuple[OtherAgency, ...], Asked("Agency", "One to a row.", rows=6)
    ] = ()

    criteria_met: Annotated[
        YesNoNotSure | None,
        Asked(
            "Are the criteria for a local child safeguarding practice review met?",
            need=Need.UNLESS_NIL,
        ),
    ] = None
    criteria_reasons: Annotated[
        Narrative | None, Asked("Why do you think so?", limit=MEDIUM, need=Need.UNLESS_NIL)
    ] = None
    other_review: Annotated[
        LearningRoute | None, Asked("Which other way of learning would fit better?")
    ] = None
    other_review_details: Annotated[Narrative | None, Asked("Why that one?", limit=300)] = None

    actions: Annotated[tuple[OwnAction, ...], Asked("Action", "One to a row.", rows=6)] = ()

    restricted: Annotated[
        tuple[Restriction, ...] | None,
        Asked("Does this report hold any of these?", "Tick all that apply."),
    ] = None
    restricted_details: Annotated[
        Narrative | None,
        Asked(
            "Which answers are they in, and who must not see them?",
            "Give the numbers of the questions.",
            limit=500,
        ),
    ] = None

    searched: Annotated[
        Ticked | None,
        Asked("Our records were searched for everybody named on the first page", need=Need.ALWAYS),
    ] = None
    accurate: Annotated[
        Ticked | None,
        Asked("What this report says is accurate as far as we know", need=Need.ALWAYS),
    ] = None
    completed_on: Annotated[
        Day | None, Asked("On what day did you complete this report?", need=Need.ALWAYS)
    ] = None
    approved_by: Annotated[
        ProfessionalName | None,
        Asked("Who approved this report for your agency?", need=Need.ALWAYS),
    ] = None
    approver_role: Annotated[
        Line | None, Asked("Role of the person who approved it", need=Need.ALWAYS)
    ] = None
    approved_on: Annotated[Day | None, Asked("When was it approved?", need=Need.ALWAYS)] = None

    continued: Annotated[tuple[Continuation, ...], Asked("Continued answer", rows=3)] = ()
