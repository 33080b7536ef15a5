"""The template of the notification of the death of a looked after child or care leaver."""

from __future__ import annotations

from tools.word_templates import case_facts
from tools.word_templates.blocks import Template
from tools.word_templates.fact_rows import fact_rows


def build() -> Template:
    """Build the sheet: who is told and why, the person, the death, what follows."""
    sheet = Template(title="Death of a looked after child or care leaver: notification sheet")
    sheet.running_head_and_foot()
    sheet.front_matter(
        [
            ("Case", "{{ reference }}: {{ about }}"),
            ("To", "The Department for Education and Ofsted"),
            ("Entered by", "The local authority’s notifier"),
            ("Time limit", "time_limit"),
        ]
    )
    sheet.callout("standing")
    sheet.prose("duty")
    sheet.prose("how_to_enter")
    sheet.heading("Notifier")
    fact_rows(sheet, "notifier", caption="The notifier")
    sheet.heading("The person who died")
    case_facts.children(sheet, level=2)
    sheet.heading("Care and accommodation", 2)
    fact_rows(sheet, "care", caption="Care and accommodation")
    sheet.heading("The death")
    sheet.heading("Cause, if known", 2)
    sheet.prose("cause")
    case_facts.incident(sheet, level=2)
    sheet.heading("Family")
    case_facts.family(sheet)
    sheet.heading("What follows")
    sheet.heading("The criteria for a serious incident", 2)
    sheet.prose("criteria")
    sheet.text("decision")
    sheet.prose("later")
    sheet.heading("Is learning wanted?", 2)
    sheet.prose("learning")
    with sheet.when("learning_process"):
        sheet.facts(
            [
                ("Learning process", "learning_process.kind"),
                ("Led by", "learning_process.lead"),
                ("Due", "learning_process.due"),
            ],
            caption="The learning process",
        )
    return sheet
