"""The template of the Executive's paper for decision on a rapid review."""

from __future__ import annotations

from tools.word_templates import review_parts
from tools.word_templates.blocks import Template

NUMBERED = "Numbered Paragraph"


def build() -> Template:
    """Build the paper: what is asked, why, the options and views, and the record to complete."""
    paper = Template(title="Executive paper for decision", numbered_headings=True)
    paper.running_head_and_foot()
    paper.front_matter(
        [
            ("For decision by", "{{ paper.executive }}, meeting of {{ paper.meeting }}"),
            ("Case", "{{ reference }}. {{ concerns }}"),
            ("Decision", "outcome"),
            ("Due to the Panel", "due"),
            ("Report of", "paper.author"),
            ("Agenda item", "paper.agenda"),
        ]
    )
    paper.heading("Recommendations")
    paper.text("The {{ paper.executive }} is asked to:").paragraph_format.keep_with_next = True
    paper.numbered("paper.recommendations")
    paper.heading("Background")
    paper.prose("background", style=NUMBERED)
    paper.heading("What the rapid review recommends")
    paper.text("recommended", style=NUMBERED)
    paper.prose("reasons", style=NUMBERED)
    paper.heading("What a local review would add", 2)
    paper.prose("would_add", style=NUMBERED)
    with paper.when("replaces"):
        paper.heading("What takes its place", 2)
        paper.prose("replaces", style=NUMBERED)
    paper.heading("The criteria for a local review")
    paper.text("The criteria are those of {{ regulations }}.", style=NUMBERED)
    review_parts.criteria(paper)
    paper.heading("Options")
    with paper.when("options"):
        with paper.each("option", "options"):
            paper.heading("option.title", 2)
            paper.prose("option.appraisal", style=NUMBERED)
        paper.otherwise()
        paper.text("No other options were put to the meeting.", style=NUMBERED)
    paper.heading("The views of the safeguarding partners")
    review_parts.views(paper)
    paper.heading("Implications")
    review_parts.parts(paper, "implications", level=2)
    _afterwards(paper)
    return paper


def _afterwards(paper: Template) -> None:
    paper.heading("Time limit and next steps")
    paper.text("rule", style=NUMBERED)
    with paper.when("late"):
        paper.prose("late", style=NUMBERED)
    paper.prose("next_steps", style=NUMBERED)
    review_parts.record_of_decision(paper)
    paper.heading("Actions")
    review_parts.actions(paper)
