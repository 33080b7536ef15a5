"""The template of the rapid review that goes to the Panel."""

from __future__ import annotations

from tools.word_templates import case_facts, review_parts
from tools.word_templates.blocks import Column, Template

NUMBERED = "Numbered Paragraph"


def build() -> Template:
    """Build the submission: eighteen numbered sections, and appendices A to E."""
    review = Template(title="Rapid review", numbered_headings=True)
    review.running_head_and_foot()
    review.front_matter(
        [
            ("To", "to"),
            ("Case", "{{ reference }}. {{ concerns }}"),
            ("Decision", "outcome"),
            ("Due to the Panel", "clock.due"),
            ("Submission", "clock.submitted"),
            ("Notification", "clock.notified"),
        ]
    )
    _about(review)
    _people_and_incident(review)
    _agencies(review)
    _practice(review)
    _learning(review)
    _decision(review)
    _next(review)
    _appendices(review)
    return review


def _about(review: Template) -> None:
    review.heading("About this review")
    review.prose("about", style=NUMBERED)
    review.text("{{ clock.rule }} {{ clock.submitted }}.", style=NUMBERED)
    with review.when("clock.late"):
        review.heading("Reason for the time taken", 2)
        review.prose("clock.late", style=NUMBERED)
    review.text("The guidance that applies is {{ guidance }}.", style=NUMBERED)
    review.table(
        "purpose in purposes",
        [
            Column("Purpose", "purpose.purpose", 11.0),
            Column("Where it is met", "purpose.met_in", 4.2),
        ],
        caption="What a rapid review is for, and where this one does it",
        empty="No purposes were in force on this date.",
    )


def _people_and_incident(review: Template) -> None:
    review.heading("The children and family")
    case_facts.children(review, level=2)
    review.heading("Who belongs to the family", 2)
    review.prose("composition", style=NUMBERED)
    case_facts.family(review)
    review.heading("The incident")
    case_facts.incident(review, level=2)
    review.heading("Immediate safeguarding")
    review.prose("safe_now", style=NUMBERED)


def _agencies(review: Template) -> None:
    review.heading("The agencies that were asked")
    review.text("returns.count", style=NUMBERED)
    review.table(
        "agency in returns.agencies",
        [
            Column("Agency", "agency.agency", 6.8),
            Column("Answer", "agency.answer", 5.0),
            Column("Received", "agency.answered_on", 3.4),
        ],
        caption="Answers received by {{ as_at }}; appendix C has the dates and authors",
        empty="No agency was asked.",
    )
    with review.each("waiver", "returns.waivers"):
        review.heading("Why the return of {{ waiver.agency }} was waived", 2)
        review.prose("waiver.reason", style=NUMBERED)
    review.heading("What each agency did")
    review.text("chronology_length", style=NUMBERED)
    with review.each("agency", "returns.agencies"):
        review.heading("agency.agency", 2)
        review.prose("agency.involvement", style=NUMBERED)


def _practice(review: Template) -> None:
    review.heading("Key practice episodes")
    with review.each("episode", "episodes"):
        review.heading("episode.title", 2)
        review.text("When: {{ episode.when }}.")
        review_parts.parts(review, "episode.parts")
    review.heading("The child’s voice and lived experience")
    review.prose("lived_experience", style=NUMBERED)
    with review.each("voice", "voices"):
        review.heading("The voice of {{ voice.child }}", 2)
        review_parts.parts(review, "voice.parts")
    review.heading("Race, ethnicity, culture, disability and other characteristics")
    review.heading("How they were considered", 2)
    review.prose("equality.how_considered", style=NUMBERED)
    review.heading("How racism or other inequality may have influenced experiences and practice", 2)
    review.prose("equality.influence", style=NUMBERED)
    review.heading("Good practice")
    review.prose("good_practice", style=NUMBERED)


def _learning(review: Template) -> None:
    review.heading("Learning")
    for heading, many, empty in (
        (
            "Learning that has already been acted on",
            "learning_acted_on",
            "Nothing is recorded as already acted on.",
        ),
        ("New learning", "learning_new", "No further learning is recorded."),
    ):
        review.heading(heading, 2)
        with review.when(many):
            with review.each("point", many):
                review.prose("point.text", style=NUMBERED)
                review.prose("point.spread", style=NUMBERED)
            review.otherwise()
            review.text(empty, style=NUMBERED)
    review_parts.learning_of_agencies(review)


def _decision(review: Template) -> None:
    review.heading("The criteria for a local review")
    review.text("These criteria are those of {{ regulations }}.", style=NUMBERED)
    review_parts.criteria(review)
    review.heading("The decision and its reasons")
    review.text("recommended", style=NUMBERED)
    review.prose("decision", style=NUMBERED)
    review.heading("Reasons", 2)
    review.prose("reasons", style=NUMBERED)
    review.heading("What a local review would add", 2)
    review.prose("would_add", style=NUMBERED)
    with review.when("replaces"):
        review.heading("What takes its place", 2)
        review.prose("replaces", style=NUMBERED)
    review.heading("National significance")
    review.text("national.question", style=NUMBERED)
    review.text("The law asks whether a case:", style=NUMBERED)
    review.bullets("national.criteria")
    review.text("national.answer", style=NUMBERED)
    review.prose("national.reasons", style=NUMBERED)
    review.heading("The views of the safeguarding partners")
    review_parts.views(review)


def _next(review: Template) -> None:
    review.heading("The proposed review")
    with review.when("proposed"):
        review.text("Reviewers: {{ proposed.reviewers }}.", style=NUMBERED)
        for heading, tag in (
            ("Scope", "scope"),
            ("Timetable", "timetable"),
            ("Publication", "publication"),
            ("Likely delay", "delay"),
        ):
            review.heading(heading, 2)
            review.prose(f"proposed.{tag}", style=NUMBERED)
        review.otherwise()
        review.text("none_proposed", style=NUMBERED)
    review.heading("Actions")
    review_parts.actions(review)
    review_parts.actions_of_agencies(review)
    review.heading("Sign-off")
    review_parts.sign_off(review)


def _appendices(review: Template) -> None:
    review.page_break()
    review_parts.appendix(review, "Appendix A: integrated chronology")
    review_parts.chronology(review)
    review_parts.chronology_notes(review)
    review_parts.appendix(review, "Appendix B: minutes of the meetings")
    review_parts.minutes(review)
    review_parts.appendix(review, "Appendix C: scoping returns")
    review_parts.returns(review)
    with review.when("told"):
        review_parts.appendix(review, "Appendix D: what the agencies told")
        review_parts.accounts(review)
    with review.when("differences"):
        review_parts.appendix(review, "Appendix E: where accounts differ")
        review_parts.differences(review)
