"""The template of the restricted annex: the cases behind every figure."""

from __future__ import annotations

from tools.word_templates import report_parts as parts
from tools.word_templates.blocks import Column, Template


def build() -> Template:
    """Build the annex: the figures, then the claims."""
    annex = parts.begin("The cases behind the figures", is_public=False, landscape=True)
    annex.front_matter([("Period", "period"), ("Register", "number")])
    annex.heading("Figures")
    annex.table(
        "figure in figures",
        [
            ("What is counted", "figure.words", 6.2),
            Column("Number", "figure.value", 4.0, "Table Figure"),
            ("How it is counted", "figure.definition", 8.0),
            ("Cases or actions", "figure.cases", 7.0),
        ],
        caption="Every figure, with the cases behind it",
        empty="There are no figures.",
    )
    annex.labelled("Counted, and there were none:", "absent")
    with annex.when("doubts"):
        annex.heading("What cannot be relied on")
        annex.text(
            "A report that names one of these figures is not final until the dates are mended."
        )
        annex.bullets("doubts")
    annex.heading("Claims")
    annex.table(
        "claim in claims",
        [
            ("What is said", "claim.sentence", 8.2),
            ("Proved by", "claim.proved", 5.6),
            ("Not so in", "claim.refuted", 5.6),
            ("Cannot be verified in", "claim.unverified", 5.8),
        ],
        caption="What the dates of the cases prove",
        empty="No claim can be made of this period.",
    )
    return annex
