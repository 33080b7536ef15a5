"""The Word version of the page on reviews, for editing; the page itself is an HTML template."""

from __future__ import annotations

from tools.word_templates import report_parts as parts
from tools.word_templates.blocks import Column, Template

PLAIN = "Normal"


def build() -> Template:
    """Build the page: the review group, notifications, rapid and local reviews, learning."""
    page = Template(title="Page on reviews")
    page.public_head_and_foot("{{ partnership }} · {{ version }} · as at {{ as_at }}")
    page.text("{{ title }}", style="Title")
    page.text("{{ partnership }}", style="Subtitle")
    page.text("lead")
    _review_group(page)
    _notifications(page)
    _rapid_reviews(page)
    page.heading("Local reviews and their publication")
    page.text("local_decision")
    page.text("local_figures")
    parts.blocks(page, "local_reviews", style=PLAIN)
    page.heading("Cases of other boards")
    parts.blocks(page, "other_boards", style=PLAIN)
    page.heading("Where to find the learning")
    parts.blocks(page, "learning", style=PLAIN)
    with page.when("website"):
        page.text("Learning is published on the website of the {{ partnership }}: {{ website }}.")
    with page.when("children"):
        _children(page)
    with page.each("section", "own_sections"):
        page.heading("section.title")
        parts.blocks(page, "section.blocks", style=PLAIN)
    _about(page)
    return page


def _review_group(page: Template) -> None:
    page.heading("What the {{ group }} does")
    page.text("who_is_in_it")
    with page.when("quotation"):
        page.text("quotation", style="Quote")
        page.text("quotation_reference", style="Quote")
    parts.blocks(page, "review_group", style=PLAIN)


def _notifications(page: Template) -> None:
    page.heading("Notifications")
    page.heading("What the law asks", 2)
    page.prose("duties")
    page.heading("What was considered and decided", 2)
    page.text("notifying")
    parts.chart(page, "over_time")
    parts.blocks(page, "notifications", style=PLAIN)


def _rapid_reviews(page: Template) -> None:
    page.heading("Rapid reviews")
    page.text("rapid_review")
    aims = page.text("A rapid review enables the safeguarding partners to:")
    aims.paragraph_format.keep_with_next = True
    page.bullets("aims")
    page.heading("What came of rapid reviews", 2)
    page.text("reviewing")
    parts.blocks(page, "rapid_reviews", style=PLAIN)


def _children(page: Template) -> None:
    """Add the tables of children: three columns and their total each."""
    page.heading("The children of these cases")
    page.text(
        "A number from 1 to 4 is not told: “c” stands for it, and for other numbers, also 0, from "
        "which it could be worked out."
    )
    with page.each("table", "children"):
        page.heading("table.title", 2)
        page.text("table.definition")
        with page.when("table.withheld"):
            page.text("table.withheld")
            page.otherwise()
            page.table(
                "row in table.rows",
                [
                    ("Group", "row.label", 5.2),
                    Column("{{ table.first }}", "row.first", 2.5, "Table Figure"),
                    Column("{{ table.second }}", "row.second", 2.6, "Table Figure"),
                    Column("{{ table.third }}", "row.third", 2.5, "Table Figure"),
                    Column("Total", "row.total", 2.0, "Table Figure"),
                ],
                caption="{{ table.title }}",
                empty="There are none.",
            )


def _about(page: Template) -> None:
    page.heading("About this page")
    with page.when("quick_exit"):
        page.text("On the website, a link to leave this page quickly leads to {{ quick_exit }}.")
    page.text("It tells how things stood on {{ date }}. {{ version }}.")
    page.text(
        "Questions are answered by the {{ contact }}"
        "{% if contact_email %}: {{ contact_email }}{% endif %}."
    )
