"""The template of the written rationale for notifying."""

from __future__ import annotations

from tools.word_templates import rationale
from tools.word_templates.blocks import Template


def build() -> Template:
    """Build the letter."""
    letter = Template(title="Rationale for notifying")
    letter.running_head_and_foot()
    letter.letterhead()
    rationale.decision(letter)
    rationale.reasons(letter)
    letter.heading("What happens next", 2)
    letter.text("rapid_review")
    letter.heading("Safety of the children", 3)
    letter.prose("safety")
    with letter.when("next_steps"):
        letter.heading("Next steps", 3)
        letter.bullets("next_steps")
    letter.heading("Time limit and onward report", 2)
    letter.prose("timing", stays_with_next=True)
    letter.text("onward").paragraph_format.keep_with_next = True
    letter.sign_off(stays_with_next=True)
    rationale.members(
        letter, "This letter goes to every member of the {{ group }} in office on this day"
    )
    return letter
