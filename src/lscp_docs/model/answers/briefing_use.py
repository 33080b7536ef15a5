"""The team use record of a seven-minute briefing: who talked about it, and what comes of it.

Source of the questions: the three that Wandsworth's briefings end with, and the proforma on which
several partnerships ask teams to record that they used a briefing.
"""

from typing import Annotated, ClassVar

from lscp_docs.model.answers.asked import (
    MEDIUM,
    SHORT,
    Answers,
    Asked,
    Count,
    Need,
    Row,
    Section,
    Ticked,
)
from lscp_docs.model.dates import Day
from lscp_docs.model.identifying import Contact, Line, ProfessionalName
from lscp_docs.model.record import Narrative


class TeamAction(Row):
    """Something that the team will do."""

    action: Annotated[
        Narrative | None,
        Asked("What will you do?", "Begin with a verb.", need=Need.ALWAYS, limit=300),
    ] = None
    owner: Annotated[
        Line | None, Asked("Who leads on it?", "A role, not a name.", need=Need.ALWAYS, limit=80)
    ] = None
    due: Annotated[Day | None, Asked("By when?")] = None


class BriefingUse(Answers):
    """A team's record that it used a seven-minute briefing."""

    sections: ClassVar[tuple[Section, ...]] = (
        Section(
            title="Your team and the briefing",
            questions=(
                *("briefing", "team", "held_on", "led_by", "led_by_role"),
                *("contact", "attended"),
            ),
            guidance="Fill this in together at the end of the discussion. It takes five minutes.",
        ),
        Section(
            title="What you talked about",
            questions=("reflections", "embedding", "plan"),
            guidance="Write about practice. Do not name children, families or colleagues. You do "
            "not need to have all the answers.",
        ),
        Section(
            title="What you will do",
            questions=("actions", "help_wanted"),
            guidance="One action that is done is worth more than four that are not.",
        ),
        Section(title="Before you send it", questions=("confirmed",)),
    )

    briefing: Annotated[
        Line | None,
        Asked("Which briefing did you use?", "The title at its top.", need=Need.ALWAYS),
    ] = None
    team: Annotated[Line | None, Asked("Team or service", need=Need.ALWAYS)] = None
    held_on: Annotated[
        Day | None, Asked("When did the team talk about the briefing?", need=Need.ALWAYS)
    ] = None
    led_by: Annotated[
        ProfessionalName | None, Asked("Who led the discussion?", need=Need.ALWAYS)
    ] = None
    led_by_role: Annotated[Line | None, Asked("Role of the person who led it")] = None
    contact: Annotated[Contact | None, Asked("E-mail address for questions")] = None
    attended: Annotated[
        Count | None,
        Asked("How many people took part?", "A number, for example 9.", limit=4, need=Need.ALWAYS),
    ] = None
    reflections: Annotated[
        Narrative | None,
        Asked("What were your key thoughts and reflections?", limit=MEDIUM, need=Need.ALWAYS),
    ] = None
    embedding: Annotated[
        Narrative | None,
        Asked(
            "How will you make the learning part of daily practice?",
            "Say as well how you will know that it is.",
            limit=1_000,
        ),
    ] = None
    plan: Annotated[
        Narrative | None,
        Asked("How will it enter the plan of your team or service?", limit=SHORT),
    ] = None
    actions: Annotated[tuple[TeamAction, ...], Asked("Action", "One to a row.", rows=3)] = ()
    help_wanted: Annotated[
        Narrative | None, Asked("What would help you that is not in your hands?", limit=SHORT)
    ] = None
    confirmed: Annotated[
        Ticked | None,
        Asked("No child, family member or colleague is named in this record", need=Need.ALWAYS),
    ] = None


FORM = BriefingUse
