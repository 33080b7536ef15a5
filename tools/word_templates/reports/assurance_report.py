"""The template of the report to the partnership's Executive and review group."""

from __future__ import annotations

from docx.shared import Pt

from tools.word_templates import report_parts as parts
from tools.word_templates import review_parts
from tools.word_templates.blocks import Column, Template

NUMBERED = parts.NUMBERED


def build() -> Template:
    """Build the report: attention and recommendations first, then progress, gaps, opportunities."""
    report = parts.begin("Report to the Executive", is_public=False)
    report.front_matter(
        [
            ("For", "{{ front.report_to }}, meeting of {{ front.meeting }}"),
            ("Period", "front.period"),
            ("Report of", "{{ front.author }}, {{ front.date }}"),
        ]
    )
    label = report.labelled("Needs attention on {{ as_at }}:", "")
    label.paragraph_format.space_before = Pt(10)
    label.paragraph_format.keep_with_next = True
    report.bullets("attention")
    parts.asked(report).paragraph_format.space_before = Pt(10)
    with report.when("progress"):
        report.heading("Progress")
        parts.blocks(report, "progress")
    _referrals(report)
    _timeliness(report)
    _reviews(report)
    _local_reviews(report)
    _actions(report)
    _matters(report)
    report.heading("Gaps")
    parts.sentences(report, "found")
    parts.blocks(report, "gaps")
    report.heading("Opportunities")
    parts.blocks(report, "opportunities")
    parts.own_sections(report)
    with report.when("requests"):
        report.heading("What was asked for")
        parts.requests(report)
    with report.when("steps or review"):
        report.heading("Next steps")
        with report.when("review"):
            report.text("review", style=NUMBERED)
        parts.steps(report)
    review_parts.record_of_decision(report)
    return report


def _referrals(report: Template) -> None:
    report.heading("Referrals and decisions")
    parts.sentences(report, "notifying")
    parts.chart(report, "over_time")
    report.table(
        "figure in referrals",
        [
            ("What is counted", "figure.words", 8.2),
            Column("In the period", "figure.now", 3.5, "Table Figure"),
            Column("Before", "figure.before", 3.5, "Table Figure"),
        ],
        caption="Referrals, decisions and notifications (before: {{ before }})",
        empty="There are no figures.",
    )


def _timeliness(report: Template) -> None:
    report.heading("Timeliness, and what was carried over")
    report.table(
        "one in timeliness",
        [
            ("Limit in days", "one.words", 4.1),
            Column("In time", "one.in_time", 3.1, "Table Figure"),
            Column("Late", "one.late", 1.8, "Table Figure"),
            Column("Not known", "one.not_known", 2.9, "Table Figure"),
            Column("In time before", "one.before", 3.3, "Table Figure"),
        ],
        caption="Within 5 and 15 working days (before: {{ before }})",
        empty="There are no figures.",
    )
    with report.when("late"):
        report.heading("What was late, and why", 2)
        with report.each("one", "late"):
            report.text("one.head").paragraph_format.keep_with_next = True
            report.text("one.why", style=NUMBERED)
    report.text(
        "What was open at the start and what is new add up to what was settled and what is open at "
        "the end.",
        style=NUMBERED,
    )
    report.table(
        "flow in flows",
        [
            ("What was open", "flow.what", 6.6),
            Column("At start", "flow.carried_in", 2.2, "Table Figure"),
            Column("New", "flow.came", 1.9, "Table Figure"),
            Column("Settled", "flow.settled", 2.4, "Table Figure"),
            Column("At end", "flow.carried_out", 2.1, "Table Figure"),
        ],
        caption="What was carried into the period, and out of it",
        empty="There are no figures.",
    )


def _reviews(report: Template) -> None:
    report.heading("Rapid reviews")
    parts.sentences(report, "reviewing")
    report.table(
        "one in reviews",
        [
            (
                "Case and last day",
                "{{ one.case }}: due on {{ one.due }}, working day {{ one.working_day }}",
                5.2,
            ),
            ("Agencies that still owe their report", "one.outstanding", 10.0),
        ],
        caption="Rapid reviews open on {{ as_at }}",
        empty="No rapid review is open on {{ as_at }}.",
    )


def _local_reviews(report: Template) -> None:
    report.heading("Local reviews")
    parts.sentences(report, "local_reviews")
    report.text("monitoring", style=NUMBERED)
    with report.each("account", "accounts"):
        report.heading("account.heading", 2)
        report.labelled("Milestones:", "account.milestones")
        with report.when("account.delay"):
            report.labelled("Why it takes longer:", "account.delay")
        label = report.labelled("Monitoring since the period began:", "")
        label.paragraph_format.keep_with_next = True
        report.bullets("account.entries")


def _actions(report: Template) -> None:
    report.heading("Actions")
    report.text("actions", style=NUMBERED)
    with report.when("ratings"):
        parts.ratings(report)
        parts.chart(report, "by_rating")
    with report.when("overdue"):
        report.heading("Overdue", 2)
        with report.each("action", "overdue"):
            what = report.labelled("action.head", "action.what")
            what.paragraph_format.space_after = Pt(3)
            report.text("{{ action.who }} {{ action.why }}")
    with report.when("waiting"):
        report.table(
            "action in waiting",
            [
                ("Action and owner", "{{ action.key }}. {{ action.who }}", 7.6),
                ("What it awaits", "action.awaits", 4.4),
                ("Last news", "action.since", 3.2),
            ],
            caption="Told as complete, and not closed",
            empty="",
        )
    report.heading("What changed since {{ eve }}", 2)
    report.bullets("changed")


def _matters(report: Template) -> None:
    with report.when("matters"):
        report.heading("What is open, case by case")
        report.table(
            "one in matters",
            [
                ("Case", "one.case", 3.9),
                ("What needs attention", "{{ one.what }}. {{ one.words }}", 11.3),
            ],
            caption="What needs attention on {{ as_at }}",
            empty="",
        )
