"""The sections on people and on the incident that the discussion form and the sheets share."""

from __future__ import annotations

from tools.word_templates.blocks import Column, Paragraphs, Template
from tools.word_templates.fact_rows import fact_rows


def children(template: Template, many: str = "children", *, level: int = 3) -> None:
    """Add a heading and the facts of each child of `many`."""
    with template.each("child", many):
        template.heading("child.heading", level)
        fact_rows(template, "child.facts", caption="What is recorded about {{ child.heading }}")


def family(template: Template) -> None:
    """Add the table of the family and household, and the family note."""
    template.table(
        "member in family",
        [
            Column("Person", Paragraphs("member.person"), 3.8),
            Column("Born, sex, ethnicity", Paragraphs("member.born"), 3.4),
            Column("Address", Paragraphs("member.home"), 4.6),
            Column("Also recorded", Paragraphs("member.other"), 3.4),
        ],
        caption="Parents, carers, brothers and sisters, household and significant people",
        empty="Nobody has been recorded.",
    )
    template.prose("family_note")


def agencies(template: Template) -> None:
    """Add the table of the agencies that are or were involved."""
    template.table(
        "agency in agencies",
        [
            Column("Agency", "agency.name", 5.6),
            Column("Contact", Paragraphs("agency.contact"), 6.4),
            Column("Still involved", "agency.still_involved", 3.0),
        ],
        caption="Agencies that are or were involved",
        empty="No agency has been recorded.",
    )


def incident(template: Template, *, level: int = 3) -> None:
    """Add the account of the incident from the context field `incident`."""
    fact_rows(template, "incident.facts", caption="The incident in short")
    template.heading("What is known", level)
    template.prose("incident.known_facts")
    _harm(template, level)
    for heading, tag in (
        ("How the local authority became aware", "how_became_aware"),
        ("Carer at the time", "carer"),
        ("Whereabouts at the time", "whereabouts"),
        ("Relationship of the alleged perpetrator", "relationship"),
        ("Immediate safety actions", "safety"),
        ("Other children who may be at risk", "other_children"),
        ("Strategy meeting", "strategy_meeting"),
        ("Media interest", "media"),
    ):
        with template.when(f"incident.{tag}"):
            template.heading(heading, level)
            template.prose(f"incident.{tag}")
    _parallel(template, level)


def _harm(template: Template, level: int) -> None:
    with template.when("incident.harm or incident.impairments"):
        template.heading("The harm", level)
        template.prose("incident.harm")
        template.prose("incident.impairments", style="List Bullet")


def _parallel(template: Template, level: int) -> None:
    template.heading("Other processes", level)
    template.table(
        "process in incident.parallel",
        [
            Column("Process", "process.kind", 4.2),
            Column("Led by", "process.led_by", 3.6),
            Column("Position", Paragraphs("process.position"), 7.2),
        ],
        caption="Criminal, coronial and other processes beside this one",
        empty="incident.no_parallel",
    )
