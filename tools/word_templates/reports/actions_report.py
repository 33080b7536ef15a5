"""The template of the report on actions, for all agencies or for one."""

from __future__ import annotations

from docx.shared import Pt

from tools.word_templates import report_parts as parts
from tools.word_templates.blocks import Column, Paragraphs, Template


def build() -> Template:
    """Build the report: how many, what changed, each action by rating, advice to owners."""
    report = parts.begin("Report on actions", is_public=False)
    report.front_matter(
        [
            ("Whose actions", "whose"),
            ("Period", "front.period"),
            (
                "From",
                "{{ front.author }}, {{ front.date }}"
                "{% if front.meeting %}; for the meeting of {{ front.meeting }}{% endif %}",
            ),
        ]
    )
    report.callout("summary")
    with report.when("front.recommendations"):
        parts.asked(report)
    with report.when("ratings"):
        _summary(report)
    with report.when("comment"):
        report.heading("Comment")
        parts.blocks(report, "comment")
    report.heading("What changed since {{ eve }}")
    parts.changed_actions(report)
    with report.each("group", "groups"):
        _group(report)
    with report.when("advice"):
        _advice(report)
    parts.own_sections(report)
    return report


def _summary(report: Template) -> None:
    report.heading("How the actions stand")
    parts.ratings(report)
    parts.chart(report, "by_rating")
    with report.when("agencies"):
        report.text("Each action counts once, for the agency that leads on it.")
        report.table(
            "agency in agencies",
            [
                ("Agency that leads", "agency.agency", 5.6),
                Column("Red", "agency.red", 1.5, "Table Figure"),
                Column("Amber", "agency.amber", 2.2, "Table Figure"),
                Column("Green", "agency.green", 2.2, "Table Figure"),
                Column("Blue or not needed", "agency.blue", 2.1, "Table Figure"),
                Column("All", "agency.number", 1.6, "Table Figure"),
            ],
            caption="Actions of each agency on {{ as_at }}",
            empty="No agency leads on an action.",
        )


def _group(report: Template) -> None:
    """Add the actions of one rating: what is to be done as text, the rest as labelled lines."""
    report.heading("group.heading")
    with report.when("group.note"):
        report.text("group.note").paragraph_format.keep_with_next = True
    with report.each("action", "group.actions"):
        report.heading("action.head", 2)
        report.text("action.what").paragraph_format.keep_with_next = True
        with report.when("action.serves"):
            _line(report, "Recommendation that it serves:", "action.serves")
        _line(report, "Who:", "action.who")
        with report.when("action.moved"):
            _line(report, "Dates:", "action.moved")
        _line(report, "Why so rated:", "action.why")
        _line(report, "Measure of success:", "action.measure", stays_with_next=False)
        _line(report, "Last news:", "action.news", stays_with_next=False)
        _line(report, "Evidence:", "action.evidence")
        report.labelled("What changed for children:", "action.impact")


def _line(report: Template, label: str, words: str, *, stays_with_next: bool = True) -> None:
    """Add a labelled line close to the next one, and as a rule on its page."""
    line = report.labelled(label, words)
    line.paragraph_format.space_after = Pt(3)
    line.paragraph_format.keep_with_next = stays_with_next


def _advice(report: Template) -> None:
    report.heading("Advice to the owners of actions")
    report.text(
        "An action is worded well when anybody can tell when it is done. These words could be "
        "made clearer. The advice is about the words alone and rates nobody."
    )
    report.table(
        "one in advice",
        [
            ("Action and owner", "{{ one.key }}. {{ one.who }}", 5.6),
            Column("What would make it clearer", Paragraphs("one.to_mend"), 9.6),  # type: ignore[list-item]
        ],
        caption="Words of open actions that could be clearer",
        empty="",
    )
