"""The team use record of a seven-minute briefing: who talked about it, and what comes of it.

Source of the questions: the three that Wandsworth's briefings end with, and the proforma on which
several partnerships ask teams to record that they used a briefing.
"""

from typing import Annotated, ClassVar

from lscp_docs.model.answers.asked import LONG, Answers, Asked, Need, Section, Ticked
from lscp_docs.model.dates import Day
from lscp_docs.model.identifying import Contact, Line, ProfessionalName
from lscp_docs.model.record import Narrative, Record


class TeamAction(Record):
    """Something that the team will do."""

    action: Annotated[Narrative | None, Asked("What will you do?", limit=300, need=Need.ALWAYS)] = (
        None
    )
    owner: Annotated[Line | None, Asked("Who leads on it? (a role)", need=Need.ALWAYS)] = None
    due: Annotated[Day | None, Asked("By when?")] = None


class BriefingUse(Answers):
    """A team's record that it used a seven-minute briefing."""

    sections: ClassVar = (
        Section(
            title="Your team",
            questions=("team", "held_on", "led_by", "contact", "attended"),
            guidance="Fill this in together at the end of the discussion. It takes five minutes.",
        ),
        Section(
            title="What you talked about",
            questions=("reflections", "embedding", "plan"),
            guidance="Write about practice. Do not name children, families or colleagues.",
        ),
        Section(
            title="What you will do",
            questions=("actions", "help_wanted"),
            guidance="One action that is done is worth more than five that are not.",
        ),
        Section(title="Before you send it", questions=("confirmed",)),
    )

    team: Annotated[Line | None, Asked("Team or service", need=Need.ALWAYS)] = None
    held_on: Annotated[
        Day | None, Asked("When did the team talk about the briefing?", need=Need.ALWAYS)
    ] = None
    led_by: Annotated[
        ProfessionalName | None, Asked("Who led the discussion? (name and role)", need=Need.ALWAYS)
    ] = None
    contact: Annotated[Contact | None, Asked("E-mail address for questions")] = None
    attended: Annotated[
        Line | None,
        Asked("How many people took part?", "A number, for example 9.", limit=10, need=Need.ALWAYS),
    ] = None
    reflections: Annotated[
        Narrative | None, Asked("Key thoughts and reflections", limit=LONG, need=Need.ALWAYS)
    ] = None
    embedding: Annotated[
        Narrative | None,
        Asked("How will you make the learning part of daily practice, and how will you know?"),
    ] = None
    plan: Annotated[
        Narrative | None, Asked("How will it enter the plan of your team or service?")
    ] = None
    actions: Annotated[tuple[TeamAction, ...], Asked("Actions", rows=4)] = ()
    help_wanted: Annotated[
        Narrative | None, Asked("What would help you that is not in your hands?", limit=600)
    ] = None
    confirmed: Annotated[
        Ticked | None,
        Asked("No child, family member or colleague is named in this record", need=Need.ALWAYS),
    ] = None


FORM = BriefingUse
