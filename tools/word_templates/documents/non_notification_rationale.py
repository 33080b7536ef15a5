"""The template of the written rationale for not notifying."""

from __future__ import annotations

from tools.word_templates import rationale
from tools.word_templates.blocks import Template


def build() -> Template:
    """Build the letter."""
    letter = Template(title="Rationale for not notifying")
    letter.running_head_and_foot()
    letter.letterhead()
    rationale.decision(letter)
    rationale.reasons(letter)
    letter.heading("What happens instead", 2)
    with letter.when("learning"):
        letter.facts(
            [
                ("Learning process", "learning.kind"),
                ("Led by", "learning.lead"),
                ("To be finished by", "learning.due"),
            ],
            caption="The learning process",
        )
        letter.otherwise()
        letter.text("No further learning process will follow.")
    letter.heading("Safety of the children", 3)
    letter.prose("safety")
    with letter.when("next_steps"):
        letter.heading("Next steps", 3)
        letter.bullets("next_steps")
    letter.heading("When the decision will be looked at again", 3)
    letter.prose("reconsidered")
    letter.heading("Time limit and onward report", 2)
    letter.prose("timing", stays_with_next=True)
    letter.text("onward").paragraph_format.keep_with_next = True
    letter.sign_off(stays_with_next=True)
    rationale.members(
        letter, "This letter goes to every member of the {{ group }} in office on this day"
    )
    return letter
