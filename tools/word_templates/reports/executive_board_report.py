"""The template of the report to the council's executive, in the form of its committee reports."""

from __future__ import annotations

from tools.word_templates import report_parts as parts
from tools.word_templates.blocks import Template

NUMBERED, NUMBERED_2 = parts.NUMBERED, "Numbered Paragraph 2"


def build() -> Template:
    """Build the report: form, summary, seven sections."""
    report = parts.begin("Report to the council’s executive", is_public=True)
    _form(report)
    _summary(report)
    report.heading("Purpose of this report")
    parts.blocks(report, "purpose")
    report.heading("Background information")
    parts.blocks(report, "background")
    parts.sentences(report, "incidents.law")
    report.heading("Main issues")
    _main_issues(report)
    report.heading("Corporate considerations")
    with report.numbered_parts():
        _corporate_considerations(report)
    report.heading("Conclusions")
    parts.blocks(report, "conclusions")
    report.heading("Recommendations")
    _asked(report)
    parts.sentences(report, "front.recommendations")
    report.heading("Background documents")
    opening = report.text("documents.opening", style=NUMBERED, note="{{ documents.note }}")
    opening.paragraph_format.keep_with_next = True
    report.bullets("documents.titles")
    return report


def _form(report: Template) -> None:
    """Add whose report it is and to whom, and the five questions."""
    report.front_matter(
        [
            ("Report of", "front.report_from"),
            ("Report to", "front.report_to"),
            ("Meeting", "front.meeting"),
            ("Date", "front.date"),
            ("Period", "front.period"),
            ("Author", "front.author"),
            ("Last report", "front.previous"),
        ]
    )
    report.table(
        "question in questions",
        [("Question", "question.asked", 9.2), ("Answer", "question.answer", 6.0)],
        caption="What this report involves",
        empty="No question is asked.",
    )


def _summary(report: Template) -> None:
    """Add the summary, whose numbers are its own."""
    with report.summary():
        report.heading("Summary")
        report.heading("Main issues", 2)
        parts.blocks(report, "summary")
        report.heading("Implications for the {{ plan }}", 2)
        parts.blocks(report, "council_plan")
        report.heading("Resource implications", 2)
        parts.blocks(report, "resources")
    report.heading("Recommendations", 2)
    _asked(report)
    report.bullets("front.recommendations")


def _asked(report: Template) -> None:
    asked = report.text("The {{ front.report_to }} is asked to:")
    asked.paragraph_format.keep_with_next = True


def _main_issues(report: Template) -> None:
    """Add the main issues, what the figures say, and what is asked, chosen and planned."""
    parts.blocks(report, "main_issues")
    with report.when("incidents.figures"):
        report.heading("Notifications", 2)
        parts.sentences(report, "incidents.notifying")
        report.heading("Rapid reviews", 2)
        parts.sentences(report, "incidents.reviewing")
        report.heading("Local reviews", 2)
        parts.sentences(report, "incidents.local_reviews")
        parts.figures(report, "incidents.figures", "{{ incidents.caption }}")
        parts.chart(report, "incidents.over_time")
    with report.when("options"):
        report.heading("Options that were considered", 2)
        report.text("options_question", style=NUMBERED)
        parts.options(report)
    parts.own_sections(report)
    with report.when("requests"):
        report.heading("What was asked for", 2)
        parts.requests(report)
    with report.when("steps or review"):
        report.heading("Next steps", 2)
        with report.when("review"):
            report.text("review", style=NUMBERED)
        with report.when("steps"):
            parts.steps(report)


def _corporate_considerations(report: Template) -> None:
    """Add the six parts of section 4."""
    _part(report, "Consultation and engagement", "consultation", "wards")
    _part(report, "Equality and diversity / cohesion and integration", "equality")
    _part(report, "Council policies and the {{ plan }}")
    parts.blocks(report, "council_plan", style=NUMBERED_2)
    report.heading("Climate emergency", 3)
    parts.blocks(report, "corporate.climate", style=NUMBERED_2)
    _part(report, "Resources, procurement and value for money")
    parts.blocks(report, "resources", style=NUMBERED_2)
    _part(report, "Legal implications, access to information, and call-in", "legal")
    report.prose("corporate.exempt", style=NUMBERED_2)
    parts.blocks(report, "corporate.not_exempt", style=NUMBERED_2)
    report.prose("corporate.call_in", style=NUMBERED_2)
    _part(report, "Risk management", "risk")
    with report.when("corporate.risks"):
        register = report.text(
            "This report relates to these risks of the council’s corporate risk register:",
            style=NUMBERED_2,
        )
        register.paragraph_format.keep_with_next = True
        report.bullets("corporate.risks")


def _part(report: Template, heading: str, *many: str) -> None:
    report.heading(heading, 2)
    for each in many:
        parts.blocks(report, f"corporate.{each}", style=NUMBERED_2)
