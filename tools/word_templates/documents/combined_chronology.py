"""The template of the combined chronology, the same for its two copies."""

from __future__ import annotations

from tools.word_templates import review_parts
from tools.word_templates.blocks import Template


def build() -> Template:
    """Build the chronology."""
    paper = Template(title="Combined chronology")
    paper.running_head_and_foot()
    paper.front_matter(
        [("Case", "{{ reference }}: {{ about }}"), ("Up to", "as_at"), ("Entries", "length")]
    )
    paper.callout("names")
    paper.heading("What happened")
    review_parts.chronology(paper)
    review_parts.chronology_notes(paper, heading="What to look at")
    return paper
