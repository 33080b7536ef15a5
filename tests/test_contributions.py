"""What each agency told stands by agency, whole, in the form's order, with its page."""

from __future__ import annotations

from lscp_docs.model.answers.asked import QuestionKind, questions_of
from lscp_docs.model.answers.boxes import FieldKind, FormField, fields_of
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.identifying import Identifying, revealed
from lscp_docs.model.record import NarrativeText
from lscp_docs.returns.contributions import (
    ELSEWHERE,
    FORMALITIES,
    Contribution,
    Told,
    contributions,
)
from returned_reports import HOSPITAL, NIL, a_question, a_return, rows, three_returns


def of_hospital() -> Contribution:
    return contributions((a_return("hospital", HOSPITAL),))[0]


def words(told: Told) -> str:
    answer = told.answer
    if isinstance(answer, NarrativeText):
        return revealed(answer.text)
    return str(revealed(answer) if isinstance(answer, Identifying) else answer)


def test_each_agency_stands_in_the_order_in_which_it_first_answered() -> None:
    hospital, council, police = three_returns()
    again = a_return("hospital", {**HOSPITAL, "daily_life": "Better told."})
    found = contributions((hospital, council, police, again))
    assert [each.agency for each in found] == ["hospital", "council", "police"]
    told = [words(told) for section in found[0].sections for told in section.told]
    assert "Better told." in told


def test_the_answers_stand_in_the_order_and_the_words_of_the_form() -> None:
    sections = of_hospital().sections
    assert [section.number for section in sections] == sorted(s.number for s in sections)
    practice = next(section for section in sections if section.title == "How your agency worked")
    assert [told.question for told in practice.told] == [
        "What did your agency plan and do to reduce harm?",
        "Was information shared when it was needed, inside and outside?",
        "Was risk recognised and assessed?",
        "Was action taken in time, and did it work?",
        "Were the records good enough to work from?",
    ]
    assert practice.page == 11


def test_a_question_in_rows_tells_row_and_column() -> None:
    texts = {**NIL, "involvement": "yes", "issues_3_text": "The move.", "issues_3_whose": "Us"}
    (told,) = contributions((a_return("hospital", texts),))
    (section,) = told.sections
    assert [(each.group, each.row, each.question) for each in section.told] == [
        ("Issue", 3, "What should be looked into?"),
        ("Issue", 3, "By which agency?"),
    ]


def test_every_question_of_the_form_is_told_here_or_has_a_place_of_its_own() -> None:
    full = contributions((a_return("hospital", every_box()),))[0]
    told = {each.name for section in full.sections for each in section.told}
    asked = {question.name for question in questions_of(ScopingReport)}
    assert asked - told == {*FORMALITIES, *ELSEWHERE}


def test_every_box_that_is_told_gives_its_answer() -> None:
    texts = every_box()
    full = contributions((a_return("hospital", texts),))[0]
    told = {words(each) for section in full.sections for each in section.told}
    for box in fields_of(ScopingReport):
        name = box.group or box.question.name
        if name in (*FORMALITIES, *ELSEWHERE) or not box.limit or is_dated(box):
            continue
        assert texts[box.name] in told, box.name


def is_dated(box: FormField) -> bool:
    return box.question.kind in (QuestionKind.DATE, QuestionKind.DAY, QuestionKind.TIME)


def every_box() -> dict[str, str]:
    """A form with something in every box."""
    return {box.name: filling(box) for box in fields_of(ScopingReport)}


def filling(box: FormField) -> str:
    if box.tick == "none":
        return ""
    if box.kind is FieldKind.TICK:
        return "yes"
    if box.options:
        return box.options[0].value
    kinds = {QuestionKind.TIME: "14:20", QuestionKind.DATE: "2025", QuestionKind.DAY: "02/03/2026"}
    return kinds.get(box.question.kind, f"x {box.name}"[: box.limit])


def test_people_learning_and_actions_stand_apart_with_their_pages() -> None:
    found = of_hospital()
    assert [page for _, page in found.people] == [4, 4, 4]
    assert [page for _, page in found.learning] == [15, 15]
    (action, page), *_ = found.actions
    assert (action.owner, page) == ("Matron", 20)
    groups = {each.group for section in found.sections for each in section.told}
    assert not groups & {"People", "Learning", "Action", "Event"}


def test_what_must_not_be_passed_on_stands_apart() -> None:
    terms, details = of_hospital().restricted
    assert isinstance(terms.answer, tuple)
    assert [term.value for term in terms.answer] == ["third_party"]
    assert words(details) == HOSPITAL["restricted_details"]


def test_none_of_these_restricts_nothing_and_is_told_where_it_is_an_answer() -> None:
    texts = {**HOSPITAL, "restricted_third_party": "", "restricted_none": "yes"}
    texts |= {"parental_factors_domestic_abuse": "", "parental_factors_none": "yes"}
    (found,) = contributions((a_return("hospital", texts),))
    assert [words(each) for each in found.restricted] == [HOSPITAL["restricted_details"]]
    told = [each.answer for section in found.sections for each in section.told]
    assert () in told


def test_a_nil_return_tells_no_section() -> None:
    (found,) = contributions((a_return("police", NIL),))
    assert (found.is_nil, found.sections, found.learning, found.actions) == (True, (), (), ())


def test_open_questions_come_along() -> None:
    question = a_question()
    (found,) = contributions((a_return("police", NIL, open_questions=(question,)),))
    assert found.open_questions == (question,)


def test_an_answer_whose_page_is_not_known_says_so() -> None:
    report = a_return("hospital", rows("learning", {"text": "Look twice."}))
    bare = type(report)(
        **{name: getattr(report, name) for name in report.__slots__ if name != "pages"}
    )
    (found,) = contributions((bare,))
    assert [page for _, page in found.learning] == [0]
