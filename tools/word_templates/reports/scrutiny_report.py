"""The template of the report to the scrutiny body."""

from __future__ import annotations

from tools.word_templates import report_parts as parts
from tools.word_templates.blocks import Template

NUMBERED = parts.NUMBERED


def build() -> Template:
    """Build the report: purpose, introduction, progress and figures, requests, next steps."""
    report = parts.begin("Report to scrutiny", is_public=True)
    parts.front(report, [("Last report", "front.previous")])
    report.heading("Purpose of this report")
    report.text("opening", style=NUMBERED)
    parts.blocks(report, "purpose")
    _introduction(report)
    report.heading("Progress and decisions")
    parts.blocks(report, "progress")
    _figures(report)
    _options(report)
    report.heading("Learning, and what changed for children")
    parts.blocks(report, "learning")
    parts.own_sections(report)
    with report.when("requests"):
        report.heading("What was asked for")
        parts.requests(report)
    report.heading("Next steps")
    with report.when("review"):
        report.text("review", style=NUMBERED)
    parts.blocks(report, "next_steps")
    parts.steps(report)
    return report


def _introduction(report: Template) -> None:
    """Add what the law asks, with its footnotes."""
    report.heading("Introduction")
    report.text("basis.duty", style=NUMBERED, note="{{ basis.duty_note }}")
    report.text("basis.on_whose_behalf", style=NUMBERED, note="{{ basis.on_whose_behalf_note }}")
    report.text("basis.time_limit", style=NUMBERED, note="{{ basis.time_limit_note }}")
    report.text(
        "Any agency may raise an incident that may be serious. The information that all agencies "
        "have is then considered together, and the local authority decides whether the criteria "
        "for a notification are met.",
        style=NUMBERED,
        note="{{ basis.criteria_note }} {{ basis.group_note }}",
    )
    report.text("basis.rapid_review", style=NUMBERED, note="{{ basis.rapid_review_note }}")
    report.text("basis.local_decision", style=NUMBERED, note="{{ basis.guidance_note }}")


def _figures(report: Template) -> None:
    """Add what the figures say, and the figures."""
    report.heading("Notifications", 2)
    parts.sentences(report, "notifying")
    parts.chart(report, "over_time")
    report.heading("Rapid reviews", 2)
    parts.sentences(report, "reviewing")
    report.heading("Local reviews", 2)
    parts.sentences(report, "local_reviews")
    report.heading("The figures together", 2)
    parts.chart(report, "timeliness")
    parts.figures(report, "figures", "{{ figures_caption }}")


def _options(report: Template) -> None:
    """Add the options that were considered, where there are any."""
    with report.when("options"):
        report.heading("Options that were considered", 2)
        report.text("options_question", style=NUMBERED)
        parts.options(report)
