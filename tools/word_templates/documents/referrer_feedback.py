"""The template of the feedback letter to the referring agency."""

from __future__ import annotations

from tools.word_templates.blocks import Template


def build() -> Template:
    """Build the letter."""
    letter = Template(title="Feedback to the referring agency")
    letter.running_head_and_foot()
    letter.letterhead()
    letter.text("{{ raised }} {{ considered }}")
    letter.callout("outcome")
    letter.heading("Why", 2)
    letter.prose("reasons")
    letter.heading("What happens next", 2)
    letter.bullets("next_steps")
    letter.heading("If you disagree", 2)
    challenge = letter.text(
        "You can challenge this through the partnership’s escalation policy: {{ challenge }}. "
        "{{ contact }}"
    )
    challenge.paragraph_format.keep_with_next = True  # the signature never stands alone
    letter.sign_off()
    return letter
