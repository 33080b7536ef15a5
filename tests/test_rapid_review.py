"""The rapid review tells the Panel the whole case: in time, sourced, decided, nothing later."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from typing import Any

import docx
import pytest
from tools.word_templates import style_sheet
from tools.word_templates.build import built_template

from cases import a_partnership, material, strings_of
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents import rapid_review
from lscp_docs.documents.paging import paged
from lscp_docs.documents.parts import chronology
from lscp_docs.documents.parts.rapid_review_purposes import SECTIONS
from lscp_docs.documents.rapid_review import RapidReviewSubmission
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import revealed
from lscp_docs.model.record import NarrativeText, Record, records_of
from lscp_docs.render import templates
from lscp_docs.wording import gaps
from review_cases import SUBMITTED, a_reviewed_case, a_view

D = dt.date
TEMPLATE = "rapid_review.docx"


def told(case: CaseFile, on: dt.date = SUBMITTED) -> RapidReviewSubmission:
    return rapid_review.context(material(case, on=on, profile=Profile.FULL))


def missing(case: CaseFile, on: dt.date = SUBMITTED) -> set[str]:
    return {gap.path for gap in gaps(told(case, on))}


def said(context: object) -> str:
    return "\n".join(strings_of(context))


def review(**changes: Any) -> CaseFile:
    return a_reviewed_case(rapid_review=changes)


def narratives(*parts: Record | None) -> set[str]:
    """The texts of all narratives inside the parts."""
    return {
        revealed(record.text)
        for part in parts
        if part is not None
        for _, record in records_of(part)
        if isinstance(record, NarrativeText)
    }


def test_a_complete_case_has_no_gaps() -> None:
    assert missing(a_reviewed_case()) == set()


def test_every_narrative_of_the_review_is_told() -> None:
    case = a_reviewed_case()
    words = said(told(case))
    texts = narratives(case.rapid_review, *case.chronology, *case.meetings[1:], case.children[0])
    assert len(texts) > 40
    assert [text for text in texts if text not in words] == []


def test_a_narrative_that_is_left_out_would_be_seen() -> None:
    context = dataclasses.replace(told(a_reviewed_case()), lived_experience=("Zoë liked to sing.",))
    case = a_reviewed_case()
    assert [text for text in narratives(case.rapid_review) if text not in said(context)] == [
        "Zoë liked to draw."
    ]


def test_every_fact_that_the_panel_needs_is_asked_for_when_it_is_missing() -> None:
    for field in (
        "family_composition",
        "immediate_safeguarding",
        "key_practice_episodes",
        "lived_experience",
        "equality",
        "regulation_11",
        "recommendation",
        "reasons",
        "what_a_review_would_add",
        "what_replaces_a_review",
        "national_significance",
        "view_police",
    ):
        places = missing(review(**{field: None}))
        assert any(place.startswith(f"rapid_review.{field}") for place in places), field


def test_the_executive_decision_and_its_three_partners_are_asked_for() -> None:
    places = missing(a_reviewed_case(executive=[]))
    assert places == {"executive.decided_on", "executive.deciding_partners"}


def test_a_decision_after_the_date_of_the_document_is_not_told() -> None:
    context = told(a_reviewed_case(), on=D(2026, 3, 23))
    assert "The Executive agreed after discussion." not in said(context)
    assert "Corwin Hale, Director, on" not in said(context)
    assert {gap.path for gap in gaps(context)} >= {
        "executive.decided_on",
        "executive.deciding_partners",
    }


def test_days_used_are_counted_from_the_notification() -> None:
    clock = told(a_reviewed_case()).clock
    assert clock.submitted == (
        "Submitted on 25 March 2026: working day 14 of 15, within the time limit"
    )
    assert clock.due == "26 March 2026"
    assert clock.late == ()


def test_a_review_that_is_not_submitted_yet_says_so() -> None:
    submission = str(told(review(submitted_on=None)).clock.submitted)
    assert submission.startswith("Ready for submission on 25 March 2026: working day 14 of 15")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (D(2026, 3, 26), "working day 15 of 15, within the time limit"),
        (D(2026, 3, 27), "working day 16 of 15, 1 working day after the time limit"),
        (D(2026, 3, 30), "working day 17 of 15, 2 working days after the time limit"),
        # Good Friday 3 April and Easter Monday 6 April 2026 are no working days.
        (D(2026, 4, 7), "working day 21 of 15, 6 working days after the time limit"),
    ],
)
def test_lateness_is_counted_in_working_days(day: dt.date, words: str) -> None:
    late = review(submitted_on=day, late_reason="A return came late.")
    assert str(told(late, on=day).clock.submitted).endswith(words)


def test_a_late_review_needs_its_reason() -> None:
    day = D(2026, 3, 27)
    assert "rapid_review.late_reason" in missing(review(submitted_on=day), on=day)
    late = review(submitted_on=day, late_reason="A return came late.")
    assert told(late, on=day).clock.late == ("A return came late.",)


def test_a_reason_for_lateness_is_not_told_before_it_is_late() -> None:
    late = review(submitted_on=D(2026, 3, 27), late_reason="A return came late.")
    assert told(late).clock.late == ()
    assert "A return came late." not in said(told(late))


def test_a_first_day_count_moves_the_day_number_with_the_due_date() -> None:
    m = material(a_reviewed_case(), a_partnership(first_day=1), on=SUBMITTED, profile=Profile.FULL)
    clock = rapid_review.context(m).clock
    assert clock.due == "25 March 2026"
    assert "working day 15 of 15" in str(clock.submitted)


def test_the_returns_are_counted_in_words() -> None:
    returns = told(a_reviewed_case()).returns
    assert returns.count == (
        "Four agencies were asked: two returned a scoping report, one answered that it had no "
        "involvement (a nil return) and one return was waived."
    )
    assert returns.waivers[0].reason == ("It commissions and does not treat.",)


def test_a_return_that_came_later_is_still_owed_on_the_day() -> None:
    returns = told(a_reviewed_case(), on=D(2026, 3, 16)).returns
    council = next(row for row in returns.agencies if row.agency == "Teasel Vale Council")
    assert council.answer == "Not returned by 16 March 2026; chased on 16 March 2026"
    assert council.asked == ("Asked: 6 March 2026", "Due: 13 March 2026", "Chased: 16 March 2026")
    assert "one return was still owed on 16 March 2026" in str(returns.count)


def test_a_return_neither_made_nor_chased_nor_waived_is_a_gap() -> None:
    owed = {"agency": "hospital", "asked_on": D(2026, 3, 6), "due_on": D(2026, 3, 13)}
    assert "rapid_review.requests" in missing(review(requests=[owed]))


def test_the_chronology_is_in_date_order_a_year_at_a_time() -> None:
    stretches = told(a_reviewed_case()).chronology
    assert [stretch.caption for stretch in stretches] == ["2025", "2026", "Date not known"]
    first, second = stretches[0].events
    assert first.when_and_who == ("1 June 2025", "Downshire Integrated Care Board")
    assert second.when_and_who == ("1 June 2025, 09:30", "Teasel Vale Council", "Child seen")
    assert second.account == (
        "A visit.",
        "Response: Advice.",
        "The child’s voice: She waved.",
        "Significance: The only visit.",
        "Source: File",
    )


def test_a_long_event_is_told_as_text_in_its_place() -> None:
    events = [
        {"on": D(2025, 1, day), "agency": "police", "source": "Log", "event": words}
        for day, words in ((1, "Short."), (2, "Long. " * 300), (3, "Short again."))
    ]
    stretches = told(a_reviewed_case(chronology=events)).chronology
    assert [(s.caption, len(s.events), s.told is not None) for s in stretches] == [
        ("2025", 1, False),
        ("2025, continued", 0, True),
        ("2025, continued", 1, False),
    ]
    assert stretches[1].told is not None
    assert len(stretches[1].told.account[0]) > chronology.LONG


def test_an_event_after_the_date_of_the_document_is_left_out() -> None:
    later = {"on": D(2026, 4, 1), "agency": "police", "source": "Log", "event": "Much later."}
    case = a_reviewed_case(chronology=[later])
    assert told(case).chronology == ()
    assert "chronology" in missing(case)
    assert "chronology" not in missing(case, on=D(2026, 4, 1))


def test_how_far_an_action_came_later_is_not_told() -> None:
    context = told(a_reviewed_case())
    assert context.actions[0].action == (
        "A1. Put the question on the form.",
        "Success: Asked each time.",
        "Evidence: A report.",
    )
    assert "Done long after." not in said(context)


def test_differing_views_need_the_dissent_in_words() -> None:
    finely = a_view("finely_balanced", "It is close.")
    assert "rapid_review.dissent" in missing(review(view_police=finely))
    dissent = told(review(view_police=finely, dissent="The police would wait.")).dissent
    assert dissent == ("The police would wait.",)


def test_views_are_never_added_up() -> None:
    words = said(told(review(view_police=a_view("criteria_met", "Met."), dissent="As said.")))
    assert "vote" not in words.lower()
    assert "majority" not in words.lower()


def test_a_recommended_review_needs_scope_timetable_and_publication() -> None:
    places = missing(review(recommendation="lcspr", what_replaces_a_review=None))
    assert places == {
        f"rapid_review.proposed_review.{field}"
        for field in ("scope", "timetable", "publication_intention")
    }


def test_no_review_proposed_is_said() -> None:
    context = told(a_reviewed_case())
    assert context.proposed is None
    assert context.none_proposed == "No local child safeguarding practice review is proposed."


def test_each_purpose_names_sections_that_the_document_has() -> None:
    purposes = told(a_reviewed_case()).purposes
    assert len(purposes) == 6
    numbers = {
        int(word.strip(","))
        for purpose in purposes
        for word in purpose.met_in.split()
        if word.strip(",").isdigit()
    }
    assert numbers <= set(range(1, len(SECTIONS) + 1))


def test_the_sections_of_the_template_are_those_that_the_purposes_count() -> None:
    document = docx.Document(io.BytesIO(built_template("rapid_review")))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert tuple(headings[: len(SECTIONS)]) == SECTIONS
    assert all(heading.startswith("Appendix") for heading in headings[len(SECTIONS) :])


def test_privileged_advice_is_not_told() -> None:
    assert "Privileged words of the solicitor." not in said(told(a_reviewed_case()))


def test_it_applies_from_the_opening_of_a_rapid_review_unless_withdrawn() -> None:
    partnership = a_partnership()
    case = a_reviewed_case()
    assert rapid_review.applies(case, partnership)
    opened = case.model_copy(update={"rapid_review": None})
    assert not rapid_review.applies(opened, partnership)
    withdrawn = a_reviewed_case(
        notification={"withdrawn": {"on": D(2026, 3, 10), "reason": "Criteria not met."}}
    )
    assert not rapid_review.applies(withdrawn, partnership)


def test_the_template_and_the_context_agree() -> None:
    template, words = built_template("rapid_review"), paged(RapidReviewSubmission)
    assert templates.check(TEMPLATE, template, words, style_sheet.build()) == []
    assert templates.unused(TEMPLATE, template, words) == []
