"""The template of the notification discussion form, as the record of a case."""

from __future__ import annotations

from tools.word_templates import case_facts
from tools.word_templates.blocks import Column, Paragraphs, Template
from tools.word_templates.fact_rows import fact_rows


def build() -> Template:
    """Build the form: what it is and how far it is, then its four parts."""
    form = Template(title="Notification discussion form")
    form.running_head_and_foot()
    form.front_matter(
        [
            ("Case", "{{ reference }}: {{ about }}"),
            ("Referred by", "referring_agency"),
            ("For", "readers"),
            ("Time limit to notify", "time_limit"),
        ]
    )
    with form.each("sentence", "standing"):
        form.callout("sentence")
    form.table(
        "part in parts",
        [
            Column("Part", "part.part", 4.9),
            Column("Completed by", "part.completed_by", 4.5),
            Column("On {{ as_at }}", "part.state", 5.8),
        ],
        caption="The parts of this form",
        empty="This form has no parts.",
    )
    _referral(form)
    _agreement(form)
    _discussion(form)
    _notification(form)
    return form


def _referral(form: Template) -> None:
    form.page_break()
    form.heading("Part A. Referral")
    fact_rows(form, "referral.facts", caption="The referral")
    form.text("may_present")
    form.heading("Why the case is referred", 2)
    form.prose("referral.rationale")
    form.heading("Why the referral is in line with the criteria", 2)
    form.prose("referral.in_line_with_criteria")
    form.heading("Children", 2)
    case_facts.children(form)
    form.heading("Family and household", 2)
    case_facts.family(form)
    form.heading("Agencies", 2)
    case_facts.agencies(form)
    form.heading("The incident", 2)
    case_facts.incident(form)
    form.heading("What the referring agency adds", 2)
    for heading, tag in (
        ("Concerns about working together", "working_together"),
        ("Good practice seen", "good_practice"),
        ("Other proceedings", "other_proceedings"),
    ):
        form.heading(heading, 3)
        form.prose(f"referral.{tag}")
    form.heading("Key dates", 3)
    form.table(
        "row in referral.key_dates",
        [Column("Date", "row.date", 4.2), Column("Event", Paragraphs("row.event"), 11.0)],
        caption="Key dates given by the referring agency",
        empty="The referring agency gave no key dates.",
    )


def _agreement(form: Template) -> None:
    form.heading("Part B. Agreement of the safeguarding lead")
    with form.when("agreement"):
        fact_rows(form, "agreement.facts", caption="The agreement")
        form.prose("agreement.comments")
        form.otherwise()
        form.text("no_agreement")


def _discussion(form: Template) -> None:
    form.heading("Part C. Discussion and decision")
    with form.when("discussion"):
        _meeting(form)
        _criteria_and_views(form)
        _decision(form)
        form.otherwise()
        form.prose("no_discussion")


def _meeting(form: Template) -> None:
    fact_rows(form, "discussion.facts", caption="How the form went out")
    with form.when("discussion.meeting"):
        form.heading("discussion.meeting.heading", 2)
        form.text("discussion.meeting.chaired")
        form.table(
            "person in discussion.meeting.attendance",
            [
                Column("Name and role", "person.who", 7.6),
                Column("Agency", "person.agency", 5.2),
                Column("Took part", "person.took_part", 2.4),
            ],
            caption="Attendance",
            empty="No attendance was recorded.",
        )
        form.heading("Documents before the meeting", 2)
        form.bullets("discussion.meeting.tabled", empty="No documents were recorded as tabled.")
    form.heading("Information known to the agencies", 2)
    with form.each("entry", "discussion.shared"):
        form.heading("entry.agency", 3)
        form.prose("entry.summary", stays_with_next=True)
        form.text("Source: {{ entry.source }}", style="Small Print")
    with form.when("discussion.sudic"):
        form.heading("Information from the SUDIC or joint agency response", 2)
        form.prose("discussion.sudic")
    with form.when("discussion.meeting"):
        form.heading("What the meeting discussed", 2)
        form.prose("discussion.meeting.discussion")


def _criteria_and_views(form: Template) -> None:
    form.heading("The criteria", 2)
    with form.each("limb", "discussion.limbs"):
        form.heading("{{ limb.criterion }}: {{ limb.finding }}", 3)
        form.prose("limb.evidence")
        with form.each("paragraph", "limb.evidence_against"):
            form.text("{% if loop.first %}Against this finding: {% endif %}{{ paragraph }}")
    form.heading("Views of the safeguarding partners", 2)
    form.text(
        "Each of the three safeguarding partners gives its own view. The views inform the local "
        "authority; the decision is the local authority’s."
    )
    with form.each("view", "discussion.views"):
        form.heading("{{ view.partner }}: {{ view.view }}", 3)
        form.text("view.given_by").paragraph_format.keep_with_next = True
        form.prose("view.reasons")
    form.heading("Independent observations", 2)
    with form.when("discussion.independent"):
        form.text(
            "Advice, not the view of a safeguarding partner. Given by "
            "{{ discussion.independent.given_by }}."
        )
        form.prose("discussion.independent.observations")
        form.otherwise()
        form.text("discussion.no_independent")
    form.heading("Areas of disagreement", 2)
    with form.when("discussion.disagreement"):
        form.prose("discussion.disagreement")
        form.otherwise()
        form.text("None was recorded.")
    with form.when("discussion.attempts"):
        form.heading("What was done to resolve them", 3)
        form.prose("discussion.attempts")
    form.heading("Legal advice", 2)
    form.text("discussion.legal")
    with form.when("discussion.meeting"):
        form.heading("What the meeting recorded", 2)
        form.bullets("discussion.meeting.decisions", empty="Nothing more was recorded.")
        _steps(form, "discussion.meeting.actions", caption="Actions from the meeting")


def _decision(form: Template) -> None:
    form.heading("Decision of the local authority", 2)
    with form.when("discussion.decision"):
        form.callout("discussion.decision.statement")
        with form.when("discussion.decision.deferral"):
            form.heading("What the decision waits for", 3)
            form.prose("discussion.decision.deferral")
        for heading, tag in (
            ("How the statutory criteria were applied", "criteria"),
            ("Relevant considerations", "relevant"),
            ("Left out as irrelevant", "irrelevant"),
            ("Weight given to the partners’ views", "weight"),
        ):
            form.heading(heading, 3)
            form.prose(f"discussion.decision.{tag}")
        with form.when("discussion.decision.disagreement"):
            form.text("{{ discussion.decision.disagreement }}")
        form.heading("Information not yet available", 3)
        form.prose("discussion.decision.not_yet_available")
        form.table(
            "item in discussion.decision.considered",
            [
                Column("Meeting or document", "item.title", 8.4),
                Column("Date", "item.date", 3.6),
                Column("Version", "item.version", 3.2),
            ],
            caption="What the decision rests on",
            empty="No documents were recorded.",
        )
        with form.when("discussion.decision.reconsidered"):
            form.heading("When the decision is looked at again", 3)
            form.prose("discussion.decision.reconsidered")
        _learning(form)
        form.heading("Next steps", 3)
        with form.when("not discussion.steps"):
            form.text("No next steps were recorded with the decision.")
        _steps(form, "discussion.steps", caption="What is to be done next")
        form.otherwise()
        form.text("discussion.no_decision")


def _steps(form: Template, many: str, *, caption: str) -> None:
    with form.when(many):
        form.table(
            f"step in {many}",
            [
                Column("Action", Paragraphs("step.action"), 7.3),
                Column("Owner", "step.owner", 4.2),
                Column("Due", "step.due", 3.7),
            ],
            caption=caption,
            empty="",
        )


def _learning(form: Template) -> None:
    with form.when("discussion.decision.says_how_learning_is_drawn"):
        form.heading("How learning is drawn from the case", 3)
        with form.when("discussion.decision.learning"):
            form.facts(
                [
                    ("Learning process", "discussion.decision.learning.kind"),
                    ("Led by", "discussion.decision.learning.lead"),
                    ("Due", "discussion.decision.learning.due"),
                ],
                caption="The learning process",
            )
            form.otherwise()
            form.text("No further learning process follows.")


def _notification(form: Template) -> None:
    form.heading("Part D. Notification")
    with form.when("notification"):
        fact_rows(form, "notification.facts", caption="The notification")
        form.text("notification.timing")
        with form.when("notification.late_reason"):
            form.heading("Why it was late", 2)
            form.prose("notification.late_reason")
        form.prose("notification.later")
        form.otherwise()
        form.text("no_notification")
