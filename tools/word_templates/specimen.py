"""A specimen document that uses every building block: for tests and for looking, never shipped."""

from __future__ import annotations

from tools.word_templates.blocks import Column, Paragraphs, Template


def build() -> Template:
    """Give back a report with every block."""
    template = Template(title="Specimen report", numbered_headings=True)
    template.running_head_and_foot()
    template.front_matter(
        [
            ("Case", "reference"),
            ("Prepared for", "prepared_for"),
            ("Decision", "{{ decision }}, taken on {{ decided_on }}"),
            ("Due to the Panel", "due_on"),
        ]
    )
    template.callout("{{ summary }}")
    template.heading("What happened")
    template.prose("narrative", style="Numbered Paragraph")
    template.heading("The children")
    template.fact_loop(
        "child",
        "children",
        [
            ("Age", "child.age"),
            ("Lived with", "child.lived_with"),
            ("What is known", Paragraphs("child.known")),
        ],
        heading="{{ child.name }}",
        empty="No child is named in this report.",
    )
    template.heading("Who was asked")
    template.text("Each agency was asked once.", note="{{ small_print }}")
    template.table(
        "agency in agencies",
        [
            ("Agency", "agency.name", 4.3),
            ("Answered on", "agency.answered_on", 3.5),
            Column("Records", "agency.records", 2.6, "Table Figure"),
            ("What they hold", "agency.holds", 4.8),
        ],
        caption="Returns received by {{ as_at }}",
        empty="no_agency",
    )
    template.heading("Learning and actions")
    template.heading("What worked well", 2)
    template.bullets("strengths", empty="Nothing was found to have worked well.")
    template.heading("What will be done", 2)
    template.numbered("recommendations", empty="Nothing is recommended.")
    template.heading("For the record", 3)
    with template.when("quotation"):
        template.text("quotation", style="Quote")
        template.otherwise()
        template.text("Nobody's words are quoted in this report.")
    template.text("small_print", style="Small Print")
    template.sign_off(closing="", name="signed_by", role="signed_as", body="partnership")
    return template


def build_letter() -> Template:
    """Give back a letter with every block that only letters have."""
    template = Template(title="Specimen letter")
    template.running_head_and_foot()
    template.letterhead()
    template.prose("narrative", stays_with_next=True)
    template.sign_off()
    return template


def build_briefing() -> Template:
    """Give back a page of boxes without a marking, as a public document is."""
    template = Template(title="Specimen briefing")
    template.running_head_and_foot()
    template.front_matter([("Case", "reference")])
    with template.each("box", "boxes"):
        template.box("{{ box.number }}. {{ box.heading }}", "box.words")
    return template


def build_register() -> Template:
    """Give back a wide table on a page turned on its side."""
    template = Template(title="Specimen register", landscape=True)
    template.running_head_and_foot()
    template.front_matter([("Period", "period")])
    template.table(
        "agency in agencies",
        [
            ("Agency", "agency.name", 7.0),
            ("Answered on", "agency.answered_on", 4.0),
            Column("Records", "agency.records", 2.5, "Table Figure"),
            ("What they hold", "agency.holds", 11.0),
        ],
        caption="Every agency that was asked",
        empty="no_agency",
    )
    return template
