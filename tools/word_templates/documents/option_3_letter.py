"""The template of the letter in four copies on a decision not to notify (option 3)."""

from __future__ import annotations

from tools.word_templates import rationale
from tools.word_templates.blocks import Template


def build() -> Template:
    """Build the letter."""
    letter = Template(title="Letter on a decision not to notify")
    letter.running_head_and_foot()
    letter.letterhead()
    rationale.decision(letter, after_children="names")
    rationale.reasons(letter)
    letter.heading("The learning process", 2)
    letter.text(
        "The local authority keeps to its decision and commits itself to a learning process. "
        "The {{ executive }} has agreed to it."
    )
    letter.facts(
        [
            ("Type", "learning.kind"),
            ("Agreed on", "learning.agreed"),
            ("Led by", "learning.lead"),
            ("To be finished by", "learning.timetable"),
            ("Reporting date", "learning.reported"),
        ],
        caption="The learning process",
    )
    letter.text("copies").paragraph_format.keep_with_next = True
    letter.sign_off()
    with letter.when("members"):
        rationale.members(
            letter, "This copy goes to every member of the {{ executive }} in office on this day"
        )
    return letter
