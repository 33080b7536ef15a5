"""The template of the report on review activity, in the form of Sefton's."""

from __future__ import annotations

from collections.abc import Sequence

from tools.word_templates import report_parts as parts
from tools.word_templates.blocks import Column, Template

NUMBERED = parts.NUMBERED
PLACES = ("first", "second", "third", "fourth", "fifth")
"""How a table calls the columns of its reviews; more reviews stand in a further table."""


def build() -> Template:
    """Build the report: purpose, law, milestones, process, what was done, conclusion, appendix."""
    report = parts.begin("Report on review activity", is_public=True)
    _front(report)
    report.heading("Introduction")
    parts.sentences(report, "local_reviews")
    parts.blocks(report, "introduction")
    _purpose(report)
    _law(report)
    _milestones(report)
    _process(report)
    _done(report)
    report.heading("Training and learning events")
    parts.blocks(report, "training")
    with report.when("courses"):
        report.table(
            "course in courses",
            [
                ("What was given", "course.kind", 3.6),
                Column("How often", "course.given", 2.2, "Table Figure"),
                Column("Sessions", "course.sessions", 2.5, "Table Figure"),
                Column("Practitioners", "course.practitioners", 3.8, "Table Figure"),
                Column("Elected members", "course.elected", 2.8, "Table Figure"),
            ],
            caption="Training and learning events in the period",
            empty="",
        )
    _outstanding(report)
    report.heading("How improvement is evidenced")
    parts.blocks(report, "improvement")
    parts.own_sections(report)
    _conclusion(report)
    report.sign_off(
        closing="", name="signature.name", role="signature.role", body="signature.month"
    )
    _appendix(report)
    return report


def _front(report: Template) -> None:
    """Open the report as Sefton's opens: title, author, background, recommendations."""
    report.front_matter(
        [
            ("Report to", "front.report_to"),
            ("Meeting", "front.meeting"),
            ("Report from", "front.report_from"),
            ("Author", "front.author"),
            ("Date", "front.date"),
            ("Period", "front.period"),
            ("Last report", "front.previous"),
        ]
    )
    report.labelled("Background:", "opening")
    parts.blocks(report, "background", style="Normal")
    asked = report.labelled("Recommendations: {{ front.report_to }} is asked to:", "")
    asked.paragraph_format.keep_with_next = True
    report.bullets("front.recommendations")


def _purpose(report: Template) -> None:
    report.heading("Purpose of reviews")
    with report.when("reason_for_reviews.quotation"):
        report.text(
            "What reviews are for is said in {{ reason_for_reviews.reference }}:", style=NUMBERED
        ).paragraph_format.keep_with_next = True
        report.text("reason_for_reviews.quotation", style="Quote")
    report.text(
        "A rapid review comes first. It enables the safeguarding partners to:", style=NUMBERED
    ).paragraph_format.keep_with_next = True
    report.bullets("reason_for_reviews.aims")
    report.text("A review does not apportion blame to any person or agency.", style=NUMBERED)
    parts.blocks(report, "purpose")


def _law(report: Template) -> None:
    report.heading("Legal requirements")
    report.text("basis.duty", style=NUMBERED, note="{{ basis.duty_note }}")
    report.text("basis.on_whose_behalf", style=NUMBERED, note="{{ basis.on_whose_behalf_note }}")
    report.text("basis.criteria_note", style=NUMBERED)
    report.text("basis.local_decision", style=NUMBERED, note="{{ basis.guidance_note }}")
    parts.sentences(report, "requirements")


def _milestones(report: Template) -> None:
    report.heading("The reviews and their milestones")
    with report.when("milestones"):
        with report.each("table", "milestones"):
            for size in range(1, len(PLACES) + 1):
                with report.when(f'table.size == "{size}"'):
                    _milestone_table(report, PLACES[:size])
        report.otherwise()
        report.text("No review began, concluded or was open in the period.")
    with report.when("delays"):
        report.text(
            "Why reviews took longer:", style=NUMBERED
        ).paragraph_format.keep_with_next = True
        report.bullets("delays")
    report.heading("Whether time limits were met", 2)
    parts.sentences(report, "claims")


def _milestone_table(report: Template, places: Sequence[str]) -> None:
    """Add a table with a column for each of so many reviews, a row for each milestone."""
    report.table(
        "row in table.rows",
        [
            ("Milestone", "row.milestone", 2.35),
            *(
                (f"{{{{ table.{place} }}}}", f"row.{place}", 12.75 / len(places))
                for place in places
            ),
        ],
        caption="{{ table.caption }}",
        empty="",
        is_labelled=True,
    )


def _process(report: Template) -> None:
    report.heading("The local process")
    parts.blocks(report, "process")
    report.text("basis.time_limit", style=NUMBERED, note="{{ basis.time_limit_note }}")
    report.text("basis.rapid_review", style=NUMBERED, note="{{ basis.rapid_review_note }}")
    report.text("basis.group_note", style=NUMBERED)
    with report.when("counted_from"):
        report.text("counted_from", style=NUMBERED)
    report.table(
        "step in steps",
        [
            ("When", "step.when", 3.2),
            ("What is done", "step.what", 7.6),
            ("Who sees to it", "step.who", 4.2),
        ],
        caption="The local timetable",
        empty="There is no local timetable.",
    )
    report.text(
        "The Panel has a copy of each final report before it is published.",
        style=NUMBERED,
        note="{{ panel_copy_note }}",
    )


def _done(report: Template) -> None:
    report.heading("What was done as a result of the reviews")
    parts.blocks(report, "done")
    report.text("actions_done.count", style=NUMBERED)
    with report.when("actions_done.lines"):
        report.table(
            "action in actions_done.lines",
            [
                ("What was done", "action.what", 5.6),
                ("What changed for children", "action.change", 4.8),
                ("Who saw to it", "action.who", 4.6),
            ],
            caption="Actions that are complete, with accepted evidence",
            empty="",
        )


def _outstanding(report: Template) -> None:
    report.heading("What is outstanding")
    report.text("actions_open.count", style=NUMBERED)
    with report.when("actions_open.lines"):
        report.table(
            "action in actions_open.lines",
            [
                ("What is to be done", "action.what", 5.0),
                ("Who sees to it", "action.who", 4.3),
                ("By when", "action.due", 3.1),
                ("How far it is", "action.status", 2.6),
            ],
            caption="Actions that are open",
            empty="",
        )
    parts.blocks(report, "outstanding")


def _conclusion(report: Template) -> None:
    """Add the conclusion; its last paragraph stays on the page of the signature."""
    report.heading("Conclusion")
    with report.each("block", "conclusion"), report.when("loop.last"):
        report.text("block.words", style=NUMBERED).paragraph_format.keep_with_next = True
        report.otherwise()
        report.text("block.words", style=NUMBERED)


def _appendix(report: Template) -> None:
    """Add the figures on time; a chart stands above them."""
    report.text("appendix", style="Heading 1")
    report.text(
        "A date of which only the month is known gives the least and the most days that are "
        "possible. What is neither certain nor excluded cannot be verified."
    )
    parts.chart(report, "in_time")
    report.table(
        "line in claim_lines",
        [
            ("What is looked at", "line.words", 7.2),
            Column("Yes", "line.proved", 2.0, "Table Figure"),
            Column("No", "line.refuted", 2.0, "Table Figure"),
            Column("Cannot be verified", "line.unverified", 3.0, "Table Figure"),
        ],
        caption="How many reviews were completed, published and sent to the Panel in time",
        empty="No review was completed or published in the period.",
    )
    report.table(
        "review in times_taken",
        [
            ("Review", "review.review", 6.0),
            ("To the report", "review.to_report", 4.5),
            ("To publication", "review.to_publication", 4.5),
        ],
        caption="Days from the appointment of the reviewer",
        empty="No review began, concluded or was open in the period.",
    )
