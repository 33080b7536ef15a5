"""The template of the seven-minute briefing, for those who want it in Word."""

from __future__ import annotations

from tools.word_templates.poster import Poster

_FOOT = (
    "{{ title }} · {% if draft %}draft of {% endif %}version {{ edition }} · {{ issued_on }} · "
    "review date {{ review_on }}"
)
_USE = (
    "For practitioners and managers: read it in a team meeting, then talk about the questions "
    "at the end."
)


def build() -> Poster:
    """Build the page: six boxes in two columns, then the questions over the whole width."""
    page = Poster(title="Seven-minute briefing")
    page.public_head_and_foot(_FOOT)
    page.headline("partnership", "{{ title }}:", "{{ topic }}", _USE)
    with page.columns(), page.each("box", "boxes"):
        page.box("{{ box.number }}. {{ box.heading }}", "box")
    page.box("{{ questions.number }}. {{ questions.heading }}", "questions", stays_with_next=True)
    page.fact("Record that your team used this briefing", "record_use")
    page.fact("Contact", "contact")
    return page
