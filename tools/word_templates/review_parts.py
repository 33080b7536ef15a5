"""Parts of the papers on a rapid review: criteria, views, actions, chronology, minutes, returns."""

from __future__ import annotations

from docx.shared import Pt

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


def record_of_decision(template: Template) -> None:
    """Add what a meeting decided, or the room for it."""
    template.heading("Record of the decision")
    template.facts(
        [
            ("Decision", Paragraphs("record.decision")),
            ("Date", "record.decided_on"),
            ("For the local authority", "record.sign_off.local_authority"),
            ("For the police", "record.sign_off.police"),
            ("For health", "record.sign_off.health"),
            ("Attending, not deciding", "record.attending"),
            ("Conditions", Paragraphs("record.conditions")),
            ("Dissent", Paragraphs("record.dissent")),
            ("Followed up on", "record.follow_up"),
        ],
        caption="Record of the decision",
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


def chronology_notes(template: Template, *, heading: str = "") -> None:
    """Add what to look at in the chronology, where it holds rows of returns."""
    with template.when("chronology_notes"):
        if heading:
            template.heading(heading)
        template.heading("Entries that may tell of the same event", 2)
        template.text("Nothing was taken out: these are proposals, each with its reason.")
        template.bullets("chronology_notes.twice", empty="No two entries look alike.")
        template.heading("Stretches in which no agency reports anything", 2)
        template.text("chronology_notes.silent_days")
        template.bullets("chronology_notes.silences", empty="There is no such stretch.")
        template.heading("Agencies that have not answered", 2)
        template.bullets(
            "chronology_notes.unanswered", empty="Every agency that was asked has answered."
        )
        with template.each("more", "chronology_notes.more"):
            template.heading("Further events told by {{ more.agency }}", 2)
            template.text("Written outside the rows of the form, in the agency’s own order.")
            template.prose("more.words")


def learning_of_agencies(template: Template, *, style: str = NUMBERED) -> None:
    """Add what each agency says that it has learned."""
    with template.when("told"), template.when("told.learning"):
        template.heading("Learning that the agencies report", 2)
        with template.each("agency", "told.learning"):
            template.heading("agency.agency", 3)
            with template.each("point", "agency.points"):
                template.prose("point", style=style)


def actions_of_agencies(template: Template, *, style: str = NUMBERED) -> None:
    """Add the actions that agencies set themselves: proposals, not the partnership's actions."""
    with template.when("told"), template.when("told.actions"):
        template.heading("Actions that agencies set themselves", 2)
        template.text(
            "These are the agencies’ own proposals. They are not yet actions of this review.",
            style=style,
        )
        template.table(
            "action in told.actions",
            [
                Column("Action, and what will show it", Paragraphs("action.action"), 9.6),  # type: ignore[arg-type]
                Column("Agency, owner and date", Paragraphs("action.owner"), 5.6),  # type: ignore[arg-type]
            ],
            caption="Single-agency actions as the agencies wrote them",
            empty="",
        )


def accounts(template: Template) -> None:
    """Add what each agency told, in the order of its form."""
    template.text(
        "The answers stand as the agencies gave them, each with the page of the agency’s return. "
        "Their summaries are in section 6, their learning in section 11, their actions in section "
        "17 and their events in appendix A."
    )
    with template.each("account", "told.accounts"):
        template.heading("account.agency", 2)
        template.text("account.came").paragraph_format.keep_with_next = True
        with template.when("account.restricted"):
            template.prose("account.restricted", style="Callout")
        with template.when("account.open_questions"):
            template.heading("Answers that are still open", 3)
            template.bullets("account.open_questions")
        with template.when("account.people"):
            template.table(
                "person in account.people",
                [
                    Column("Name", Paragraphs("person.name"), 5.0),  # type: ignore[arg-type]
                    Column("To the child", "person.relationship", 3.2),
                    Column("Born", "person.born", 3.2),
                    Column("Known", Paragraphs("person.known"), 3.8),  # type: ignore[arg-type]
                ],
                caption="{{ account.people_on }}",
                empty="",
            )
        with template.each("section", "account.sections"):
            template.heading("section.heading", 3)
            _answers(template)


def _answers(template: Template) -> None:
    with template.each("answer", "section.answers"), template.when("answer.words"):
        question = template.labelled("answer.question", "answer.line")
        question.paragraph_format.keep_with_next = True
        question.paragraph_format.space_after = Pt(2)
        template.prose("answer.words")
        template.otherwise()
        template.labelled("answer.question", "answer.line")


def differences(template: Template) -> None:
    """Add where accounts differ: who says what, side by side."""
    template.text("differences.compared")
    template.table(
        "difference in differences.found",
        [
            Column("What is told differently", Paragraphs("difference.what"), 5.6),  # type: ignore[arg-type]
            Column("Who says what", Paragraphs("difference.accounts"), 9.6),  # type: ignore[arg-type]
        ],
        caption="Where accounts differ, as they stood on {{ as_at }}",
        empty="In what was compared, no account differs from another.",
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
