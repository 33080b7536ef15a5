"""The rapid review tells the Panel the whole case: in time, sourced, decided, nothing later."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.printed import Letters, WordPrint, pdf_pages
from tools.word_templates import style_sheet
from tools.word_templates.build import built_template

from cases import a_partnership, material, strings_of
from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.catalogue import document
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.projection import paragraphs
from lscp_docs.documents import rapid_review
from lscp_docs.documents.paging import paged
from lscp_docs.documents.parts import chronology
from lscp_docs.documents.parts.rapid_review_purposes import SECTIONS
from lscp_docs.documents.rapid_review import RapidReviewSubmission
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import revealed
from lscp_docs.model.record import NarrativeText, Record, records_of
from lscp_docs.paper import Format
from lscp_docs.produce import Request, produce
from lscp_docs.render import templates
from lscp_docs.returns.merging import with_returns
from lscp_docs.wording import gaps
from returned_reports import HOSPITAL, NIL, a_question, a_return, three_returns, was_sent
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


# What came back


def returned(on: dt.date = SUBMITTED, *returns: Any, **changes: Any) -> RapidReviewSubmission:
    reports = returns or three_returns()
    case = with_returns(a_reviewed_case(**changes), (), reports)
    return rapid_review.context(material(case, on=on, profile=Profile.FULL, returns=reports))


def test_without_returns_nothing_of_them_is_printed() -> None:
    context = told(a_reviewed_case())
    assert (context.told, context.differences, context.chronology_notes) == (None, None, None)


def test_a_complete_case_with_returns_has_no_gaps() -> None:
    assert list(gaps(returned())) == []


def test_every_narrative_of_every_return_is_told_once() -> None:
    open_chronology = {"chronology": [], "rapid_review": {"requests": []}}
    sent = tuple(was_sent(agency) for agency in ("hospital", "council", "police"))
    reports = three_returns()
    case = with_returns(a_reviewed_case(**open_chronology), sent, reports)
    context = rapid_review.context(
        material(case, on=SUBMITTED, profile=Profile.FULL, returns=reports)
    )
    words = said(context)
    texts = {
        paragraph
        for text in narratives(*(each.answers for each in reports))
        for paragraph in paragraphs(text)
    }
    assert len(texts) > 50
    assert {text: words.count(text) for text in texts if words.count(text) != 1} == {}


def test_a_row_of_a_return_tells_its_source_and_its_page() -> None:
    accounts = [event.account for stretch in returned().chronology for event in stretch.events]
    sources = [account[-1] for account in accounts]
    assert "Source: Ward notes (the agency’s return, page 8, row 2)" in sources
    assert "Source: Record" in sources


def test_entries_that_may_be_told_twice_are_named_with_their_reason() -> None:
    notes = returned().chronology_notes
    assert notes is not None
    assert notes.twice == (
        "9 January 2026: Teasel Vale Council (page 8) and Teasel Hospitals Trust (page 8); "
        "6 of the 8 telling words of the shorter entry stand in both.",
    )


def test_stretches_without_events_are_named() -> None:
    notes = returned().chronology_notes
    assert notes is not None
    assert notes.silences[0] == (
        "No agency reports anything from 1 January 2024 to 26 May 2025 (512 days). One event "
        "without a certain date may lie in it."
    )


def test_learning_and_actions_stand_by_agency_apart_from_those_of_the_review() -> None:
    context = returned()
    assert context.told is not None
    assert [each.agency for each in context.told.learning] == [
        "Teasel Hospitals Trust",
        "Teasel Vale Council",
    ]
    assert context.told.learning[0].points[0] == (
        "Every bruise of a child under three needs a second pair of eyes.",
        "How staff hear of it: A poster in the department since 2 March. "
        "Acted on already: yes (page 15).",
    )
    assert context.told.actions[1].owner == (
        "Teasel Vale Council",
        "Team manager",
        "No date set",
        "Return, page 20",
    )
    assert len(context.actions) == 1


def test_a_summary_that_section_6_tells_is_not_told_again() -> None:
    one = a_return("hospital", HOSPITAL)
    typed = returned(SUBMITTED, one)  # the file has the unit's own summary
    open_request = {"requests": [{"agency": "hospital", "asked_on": D(2026, 3, 6)}]}
    taken = returned(SUBMITTED, one, rapid_review=open_request)
    assert "Both times her mother brought her." in said(typed.told)
    assert "Both times her mother brought her." not in said(taken.told)
    assert "Both times her mother brought her." in said(taken.returns)


def test_what_must_not_be_passed_on_is_said_first() -> None:
    context = returned()
    assert context.told is not None
    assert context.told.accounts[0].restricted == (
        "Not to be passed on as it stands, says the agency: information about somebody outside "
        "the family.",
        "Which answers are they in, and who must not see them? Question 12 tells what the police "
        "said about her mother’s partner.",
    )


def test_accounts_that_differ_stand_side_by_side() -> None:
    found = returned().differences
    assert found is not None
    assert found.found[0].what == ("Date of birth", "Zoë O’Marlowe")
    assert found.found[0].accounts == (
        "The case file: 14 May 2023",
        "Teasel Hospitals Trust (page 4): 14 May 2023",
        "Teasel Vale Council (page 4): 15 May 2023",
    )
    assert len(found.found) == 7


def test_a_return_that_came_after_the_date_of_the_document_is_not_told() -> None:
    context = returned(D(2026, 3, 16))
    assert context.told is not None
    assert [each.agency for each in context.told.accounts] == [
        "Teasel Hospitals Trust",
        "Downshire Police",
    ]
    assert "shouting" not in said(context)
    assert returned(D(2026, 3, 11)).told is None


def test_what_was_written_where_an_answer_is_open_is_not_told() -> None:
    question = a_question()
    context = returned(SUBMITTED, a_return("police", NIL, open_questions=(question,)))
    assert context.told is not None
    assert context.told.accounts[0].open_questions == (
        "When did your agency’s involvement begin? This is not a date.",
    )
    assert question.answer not in said(context)


def test_the_pages_of_a_review_with_returns_hold_all_that_is_told(tmp_path: Path) -> None:
    reports = three_returns()
    folder = CaseFolder(
        path=tmp_path,
        case=with_returns(a_reviewed_case(), (), reports),
        partnership=a_partnership(),
        case_sha256="0" * 64,
        partnership_sha256="0" * 64,
        returns=reports,
    )
    request = Request(today=SUBMITTED, to=tmp_path / "out", format=Format.BOTH)
    (made,) = produce(folder, document("rapid-review"), request)
    word, pdf = (path.read_bytes() for path in made.files)
    on_paper = Letters(*WordPrint.of(word).body)
    in_pdf = Letters.of_pages(pdf_pages(pdf), WordPrint.of(word).running)
    context = returned()
    told_words = strings_of((context.told, context.differences, context.chronology_notes))
    for words in told_words:
        assert words in on_paper
        assert words in in_pdf
    assert WordPrint.of(word).empty_cells == ()
