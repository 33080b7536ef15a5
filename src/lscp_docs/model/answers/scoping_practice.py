"""Scoping report, sections 9 to 14: the child's life, fairness, practice, working together.

Sources of the questions: Leeds scrutiny minutes (the child's voice, escalation); Cambridgeshire and
Peterborough (race, culture and inequality); the annexes of the Scottish guidance on reviews (the
prompts on practice); Leeds SCP reviews page (good practice).
"""

from typing import Annotated, ClassVar

from lscp_docs.model.answers.asked import (
    SHORT,
    Answers,
    Asked,
    Need,
    Row,
    Section,
    YesNoUnknown,
)
from lscp_docs.model.record import Narrative
from lscp_docs.model.vocabulary import Term


class ParentalFactor(Term):
    """What may affect how a parent or carer looks after a child."""

    DOMESTIC_ABUSE = "domestic_abuse"
    MENTAL_ILL_HEALTH = "mental_ill_health"
    ALCOHOL = "alcohol", "alcohol use"
    DRUGS = "drugs", "drug use"


class DoneWell(Row):
    """A piece of good practice."""

    text: Annotated[
        Narrative | None,
        Asked("What was done well, and what did it change?", need=Need.ALWAYS, limit=300),
    ] = None


class Practice(Answers):
    """The child's life, and how the agency worked."""

    sections: ClassVar[tuple[Section, ...]] = (
        Section(
            title="The child’s daily life and voice",
            questions=("child_seen", "child_said", "child_showed", "views_sought", "daily_life"),
            guidance="Write about each child. For a baby or a child who does not speak, write what "
            "people saw.",
        ),
        Section(
            title="Race, culture, disability and fairness",
            questions=("equality_considered", "inequality_influence"),
            guidance="Think of race, ethnicity, culture, religion, disability, sex, sexual "
            "orientation and gender identity, of the child and of the parents.",
        ),
        Section(
            title="How your agency worked",
            questions=(
                *("harm_minimised", "information_shared", "risk_recognised"),
                *("acted_in_time", "records_kept"),
            ),
            guidance="Say why, not only what. A review is there to learn, not to blame.",
        ),
        Section(
            title="Parents, carers and the wider family",
            questions=(
                *("parental_factors", "parental_factors_details"),
                *("family_network", "fathers"),
            ),
        ),
        Section(
            title="Working with other agencies",
            questions=("worked_together", "escalated", "escalation_details", "disagreements"),
        ),
        Section(
            title="Good practice",
            questions=("good_practice",),
            guidance="Write about what people did beyond what is expected, and what helped them.",
        ),
    )

    child_seen: Annotated[
        Narrative | None,
        Asked("How often was the child seen, by whom, and alone?", limit=400),
    ] = None
    child_said: Annotated[
        Narrative | None,
        Asked("What did the child say?", "In the child’s own words if you have them.", limit=500),
    ] = None
    child_showed: Annotated[
        Narrative | None, Asked("What did the child show without words?", limit=500)
    ] = None
    views_sought: Annotated[
        Narrative | None,
        Asked(
            "How were the child’s views sought and recorded?",
            "If they were not sought, say why.",
            limit=500,
        ),
    ] = None
    daily_life: Annotated[
        Narrative | None, Asked("What was daily life like for the child?", limit=1_000)
    ] = None

    equality_considered: Annotated[
        Narrative | None, Asked("How did your agency consider who this family is?", limit=800)
    ] = None
    inequality_influence: Annotated[
        Narrative | None,
        Asked(
            "Did racism or another inequality influence what happened, or what was done?",
            "Say how you know, and say so if your records do not show it.",
            limit=800,
        ),
    ] = None

    harm_minimised: Annotated[
        Narrative | None, Asked("What did your agency plan and do to reduce harm?", limit=SHORT)
    ] = None
    information_shared: Annotated[
        Narrative | None,
        Asked("Was information shared when it was needed, inside and outside?", limit=SHORT),
    ] = None
    risk_recognised: Annotated[
        Narrative | None, Asked("Was risk recognised and assessed?", limit=SHORT)
    ] = None
    acted_in_time: Annotated[
        Narrative | None, Asked("Was action taken in time, and did it work?", limit=SHORT)
    ] = None
    records_kept: Annotated[
        Narrative | None, Asked("Were the records good enough to work from?", limit=400)
    ] = None

    parental_factors: Annotated[
        tuple[ParentalFactor, ...] | None,
        Asked("Which of these did your agency know or suspect?", "Tick all that apply."),
    ] = None
    parental_factors_details: Annotated[
        Narrative | None,
        Asked("How did they affect the child, and what was done?", limit=SHORT),
    ] = None
    family_network: Annotated[
        Narrative | None,
        Asked("Who else in the family or among friends mattered to the child?", limit=400),
    ] = None
    fathers: Annotated[
        Narrative | None,
        Asked(
            "How were fathers and other male carers involved?",
            "Say whether your agency knew who they were.",
            limit=400,
        ),
    ] = None

    worked_together: Annotated[
        Narrative | None, Asked("How did your agency work with others?", limit=800)
    ] = None
    escalated: Annotated[
        YesNoUnknown | None,
        Asked("Did your agency escalate a concern about another agency’s decision?"),
    ] = None
    escalation_details: Annotated[
        Narrative | None,
        Asked("What was escalated, and what came of it?", limit=400),
    ] = None
    disagreements: Annotated[
        Narrative | None,
        Asked("Were there disagreements that nobody escalated?", "Say why not.", limit=400),
    ] = None

    good_practice: Annotated[
        tuple[DoneWell, ...], Asked("Good practice", "One example to a row.", rows=4)
    ] = ()
