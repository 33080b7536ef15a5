"""The template of the data sheet for the national notification."""

from __future__ import annotations

from tools.word_templates import case_facts
from tools.word_templates.blocks import Column, Template
from tools.word_templates.fact_rows import fact_rows


def build() -> Template:
    """Build the sheet, in the order in which the system asks."""
    sheet = Template(title="National notification: data sheet")
    sheet.running_head_and_foot()
    sheet.front_matter(
        [
            ("Case", "{{ reference }}: {{ about }}"),
            ("For", "The local authority’s notifier"),
            ("Time limit", "time_limit"),
            ("Filled in", "completeness.filled_in"),
        ]
    )
    sheet.callout("standing")
    sheet.prose("how_to_enter")
    _to_do(sheet)
    sheet.heading("Notifier")
    fact_rows(sheet, "notifier", caption="The notifier")
    sheet.heading("Reason for notifying")
    fact_rows(sheet, "reason", caption="The reason")
    sheet.text("basis")
    sheet.heading("Children")
    sheet.text("rule_on_children")
    case_facts.children(sheet, level=2)
    sheet.heading("Family")
    case_facts.family(sheet)
    sheet.heading("Incident")
    case_facts.incident(sheet, level=2)
    sheet.heading("Papers that may be attached")
    sheet.table(
        "paper in papers",
        [
            Column("Meeting or document", "paper.title", 8.4),
            Column("Date", "paper.date", 3.6),
            Column("Version", "paper.version", 3.2),
        ],
        caption="Papers that the decision rests on",
        empty="No papers were recorded.",
    )
    with sheet.when("further_children"):
        sheet.heading("Further information: more children")
        case_facts.children(sheet, "further_children", level=2)
    return sheet


def _to_do(sheet: Template) -> None:
    with sheet.when("warnings"):
        sheet.heading("Look out for")
        sheet.bullets("warnings")
    sheet.heading("Still missing")
    sheet.bullets("completeness.missing", empty="Nothing: every field is filled in.")
