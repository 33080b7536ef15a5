"""The template of the cover under which the Executive notes a decision not to notify."""

from __future__ import annotations

from tools.word_templates import review_parts
from tools.word_templates.blocks import Template


def build() -> Template:
    """Build the cover: what is to be noted, the disagreement, the time limit, what follows."""
    paper = Template(title="Executive paper for noting")
    paper.running_head_and_foot()
    paper.front_matter(
        [
            ("For noting by", "{{ paper.executive }}, meeting of {{ paper.meeting }}"),
            ("Case", "{{ reference }}. {{ concerns }}"),
            ("Disagreement", "disagreement"),
            ("Five working days met", "in_time"),
            ("Report of", "paper.author"),
            ("Agenda item", "paper.agenda"),
        ]
    )
    paper.heading("Recommendations")
    paper.text("The {{ paper.executive }} is asked to:").paragraph_format.keep_with_next = True
    paper.numbered("paper.recommendations")
    paper.heading("The decision to be noted")
    paper.text("{{ decided }} The decision is the local authority’s, and is not taken again here.")
    paper.heading("The views of the safeguarding partners")
    paper.facts(
        [
            ("Local authority", "views.local_authority"),
            ("Police", "views.police"),
            ("Health", "views.health"),
        ],
        caption="The views of the three safeguarding partners on the criteria",
    )
    paper.heading("Time limit")
    paper.prose("timing")
    review_parts.parts(paper, "further", level=1, style="Normal")
    with paper.when("options"):
        paper.heading("Options")
        with paper.each("option", "options"):
            paper.heading("option.title", 2)
            paper.prose("option.appraisal")
    paper.heading("What happens instead")
    with paper.when("learning"):
        paper.facts(
            [
                ("Learning process", "learning.kind"),
                ("Led by", "learning.lead"),
                ("To be finished by", "learning.due"),
            ],
            caption="The learning process",
        )
        paper.otherwise()
        paper.text("No further learning process will follow.")
    paper.heading("Attached")
    paper.text("attached")
    paper.heading("Record of the meeting")
    paper.prose("record")
    return paper
