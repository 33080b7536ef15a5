"""Parts of the papers on a rapid review: criteria, views, actions, chronology, minutes, returns."""

from __future__ import annotations

from tools.word_templates.blocks import Column, Paragraphs, Template

NUMBERED = "Numbered Paragraph"


def appendix(template: Template, words: str) -> None:
    """Add the heading of an appendix, which carries no section number."""
    template.text(words, style="Heading 1")


def parts(template: Template, many: str, *, level: int = 3, style: str = NUMBERED) -> None:
    """Add each labelled part of an account: its label as a heading, then its words."""
    with template.each("part", many):
        template.heading("part.label", level)
        template.prose("part.words", style=style)


def criteria(template: Template, *, style: str = NUMBERED) -> None:
    """Add each criterion with its finding in the heading, and the evidence."""
    with template.each("criterion", "criteria"):
        template.heading("{{ criterion.criterion }}: {{ criterion.finding }}", 2)
        template.prose("criterion.evidence", style=style)


def views(template: Template, *, style: str = NUMBERED) -> None:
    """Add the three views one after the other, the dissent, and the independent observations."""
    with template.each("view", "views"):
        template.heading("{{ view.partner }}: {{ view.view }}", 2)
        template.text("view.given_by").paragraph_format.keep_with_next = True
        template.prose("view.reasons", style=style)
    template.heading("Dissent", 2)
    template.prose("dissent", style=style)
    template.heading("Independent observations", 2)
    template.prose("independent", style=style)


def sign_off(template: Template) -> None:
    """Add who decided for each of the three safeguarding partners."""
    template.facts(
        [
            ("For the local authority", "sign_off.local_authority"),
            ("For the police", "sign_off.police"),
            ("For health", "sign_off.health"),
        ],
        caption="Who decided for each safeguarding partner",
    )


def actions(template: Template) -> None:
    """Add the table of actions."""
    template.table(
        "action in actions",
        [
            Column("Action, and how its success is known", Paragraphs("action.action"), 10.4),  # type: ignore[arg-type]
            Column("Owner and date", Paragraphs("action.owner"), 4.8),  # type: ignore[arg-type]
        ],
        caption="Actions that follow from the rapid review",
        empty="No actions were recorded.",
    )


def chronology(template: Template) -> None:
    """Add the chronology: a table for the events of each year, a long event as text between."""
    with template.each("stretch", "chronology"), template.when("stretch.told"):
        template.prose("stretch.told.when_and_who", style="Heading 2")
        template.prose("stretch.told.account")
        template.otherwise()
        template.table(
            "event in stretch.events",
            [
                Column("Date and agency", Paragraphs("event.when_and_who"), 4.6),  # type: ignore[arg-type]
                Column("What happened", Paragraphs("event.account"), 10.6),  # type: ignore[arg-type]
            ],
            caption="Events of {{ stretch.caption }}",
            empty="",
        )


def minutes(template: Template) -> None:
    """Add the minutes of each meeting."""
    with template.each("meeting", "minutes"):
        template.heading("meeting.heading", 2)
        template.text("meeting.chaired")
        template.table(
            "one in meeting.attendance",
            [
                Column("Name and role", "one.who", 6.6),
                Column("Agency", "one.agency", 5.8),
                Column("Took part", "one.took_part", 2.8),
            ],
            caption="Who took part",
            empty="No attendance was recorded.",
        )
        template.heading("Documents before the meeting", 3)
        template.bullets("meeting.tabled", empty="None were recorded.")
        template.heading("Discussion", 3)
        template.prose("meeting.discussion")
        template.heading("Conclusions", 3)
        template.bullets("meeting.decisions", empty="None were recorded.")
        with template.when("meeting.actions"):
            template.table(
                "step in meeting.actions",
                [
                    Column("What is to be done", Paragraphs("step.action"), 8.2),  # type: ignore[arg-type]
                    Column("By whom", "step.owner", 4.0),
                    Column("By when", "step.due", 3.0),
                ],
                caption="What is to be done after the meeting",
                empty="No steps were recorded.",
            )


def returns(template: Template) -> None:
    """Add the list of the returns, with who wrote each and when it was asked for and came."""
    template.table(
        "agency in returns.agencies",
        [
            Column("Agency and author", Paragraphs("agency.asked_of"), 6.4),  # type: ignore[arg-type]
            Column("Asked and due", Paragraphs("agency.asked"), 4.8),  # type: ignore[arg-type]
            Column("Answer", Paragraphs("agency.answered"), 4.0),  # type: ignore[arg-type]
        ],
        caption="The returns as they stood on {{ as_at }}",
        empty="No agency was asked.",
    )
