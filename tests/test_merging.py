"""A case is completed by what was sent and returned; what people wrote in it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Precision
from lscp_docs.model.identifying import revealed
from lscp_docs.model.returned import ReturnedEvent
from lscp_docs.model.review import ScopingRequest
from lscp_docs.returns.chronology import in_date_order
from lscp_docs.returns.merging import NO_EVENT, NO_SOURCE, latest, with_returns
from returned_reports import COUNCIL, HOSPITAL, NIL, a_return, rows, three_returns, was_sent
from review_cases import a_reviewed_case

D = dt.date


def asking(**request: Any) -> CaseFile:
    """A case that asks the hospital alone."""
    asked = {"agency": "hospital", "asked_on": D(2026, 3, 6), **request}
    return a_reviewed_case(rapid_review={"requests": [asked]}, chronology=[])


def request_of(case: CaseFile, agency: str = "hospital") -> ScopingRequest:
    assert case.rapid_review is not None
    return next(each for each in case.rapid_review.requests if each.agency == agency)


def test_a_case_to_which_nothing_was_sent_stays_as_it_is() -> None:
    case = asking()
    assert with_returns(case, (), ()) is case
    assert with_returns(case, (was_sent("hospital", form="action-update"),), ()) is case


def test_a_sending_gives_the_due_date_and_the_reminders_that_the_file_leaves_out() -> None:
    sent = was_sent("hospital", due_on=D(2026, 3, 13), chased_on=(D(2026, 3, 12),))
    request = request_of(with_returns(asking(), (sent,), ()))
    assert (request.due_on, request.chased_on) == (D(2026, 3, 13), (D(2026, 3, 12),))


def test_the_last_of_two_sendings_sets_the_due_date() -> None:
    sent = (was_sent("hospital"), was_sent("hospital", due_on=D(2026, 3, 20), issue="K7Q2-MX4R"))
    assert request_of(with_returns(asking(), sent, ())).due_on == D(2026, 3, 20)


def test_what_people_wrote_about_a_request_stands() -> None:
    case = asking(
        due_on=D(2026, 3, 11),
        chased_on=[D(2026, 3, 10)],
        returned_on=D(2026, 3, 9),
        summary="As told on the telephone.",
    )
    sent = was_sent("hospital", chased_on=(D(2026, 3, 12), D(2026, 3, 10)))
    request = request_of(with_returns(case, (sent,), (a_return("hospital", NIL),)))
    assert request.due_on == D(2026, 3, 11)
    assert request.returned_on == D(2026, 3, 9)
    assert not request.nil_return
    assert request.summary is not None
    assert revealed(request.summary.text) == "As told on the telephone."
    assert request.chased_on == (D(2026, 3, 10), D(2026, 3, 12))


def test_an_agency_that_was_sent_the_form_and_has_no_request_gets_one() -> None:
    sent = (was_sent("council", on=D(2026, 3, 9)), was_sent("police"))
    case = with_returns(asking(), sent, ())
    assert case.rapid_review is not None
    assert [each.agency for each in case.rapid_review.requests] == ["hospital", "council", "police"]
    council = request_of(case, "council")
    assert (council.asked_on, council.due_on) == (D(2026, 3, 9), D(2026, 3, 13))
    assert not council.is_settled


def test_a_return_settles_its_request_and_gives_the_summary() -> None:
    request = request_of(with_returns(asking(), (), (a_return("hospital", HOSPITAL),)))
    assert request.is_settled
    assert request.returned_on == D(2026, 3, 12)
    assert request.summary is not None
    assert revealed(request.summary.text) == HOSPITAL["summary"]


def test_a_return_names_its_author_where_the_file_names_none() -> None:
    report = a_return("hospital", HOSPITAL)
    author = request_of(with_returns(asking(), (), (report,))).author
    assert author is not None
    assert (revealed(author.name), author.role) == ("Ottoline Brand", "Named professional")
    named = asking(author={"name": "Isolde Penhallow", "role": "Named Nurse"})
    author = request_of(with_returns(named, (), (report,))).author
    assert author is not None
    assert revealed(author.name) == "Isolde Penhallow"


def test_a_nil_return_settles_its_request() -> None:
    request = request_of(with_returns(asking(), (), (a_return("hospital", NIL),)))
    assert request.nil_return
    assert request.is_settled


def test_an_amendment_gives_the_words_and_the_first_return_the_day() -> None:
    first = a_return("hospital", HOSPITAL)
    second = a_return("hospital", {**HOSPITAL, "summary": "Better told."}, on=D(2026, 3, 19))
    case = with_returns(asking(), (), (first, second))
    request = request_of(case)
    assert request.returned_on == D(2026, 3, 12)
    assert request.summary is not None
    assert revealed(request.summary.text) == "Better told."
    assert len(case.chronology) == 2
    assert latest((first, second)) == (second,)


def test_a_row_keeps_its_agency_source_page_and_printed_row() -> None:
    texts = {
        "chronology_3_on": "03/2025",
        "chronology_3_source": "Ward notes",
        "chronology_3_event": "A call.",
        "chronology_3_child_seen": "no",
    }
    (event,) = with_returns(asking(), (), (a_return("hospital", texts),)).chronology
    assert isinstance(event, ReturnedEvent)
    assert (event.agency, event.source) == ("hospital", "Ward notes")
    assert (event.form_page, event.form_row) == (8, 3)
    assert revealed(event.on).precision is Precision.MONTH
    assert event.child_seen is False


def test_a_row_without_date_or_source_is_kept_and_says_so() -> None:
    texts = rows("chronology", {"response": "Advice."}, {"event": "Undated.", "time": "09:30"})
    first, second = with_returns(asking(), (), (a_return("hospital", texts),)).chronology
    assert (first.source, revealed(first.event.text)) == (NO_SOURCE, NO_EVENT)
    assert revealed(second.on).precision is Precision.UNKNOWN
    assert second.time is not None
    assert revealed(second.time) == dt.time(9, 30)


def test_what_the_records_do_not_say_is_neither_seen_nor_not_seen() -> None:
    texts = rows("chronology", {"event": "A call.", "child_seen": "not_recorded"})
    (event,) = with_returns(asking(), (), (a_return("hospital", texts),)).chronology
    assert event.child_seen is None


def test_completing_a_case_twice_changes_nothing() -> None:
    sent = (was_sent("hospital"), was_sent("icb", chased_on=(D(2026, 3, 16),)))
    once = with_returns(a_reviewed_case(), sent, three_returns())
    assert with_returns(once, sent, three_returns()) == once


def test_the_actions_that_an_agency_sets_itself_are_no_actions_of_the_case() -> None:
    case = a_reviewed_case()
    assert with_returns(case, (), three_returns()).actions == case.actions


def test_a_case_without_a_rapid_review_takes_the_chronology_alone() -> None:
    case = a_reviewed_case(chronology=[]).model_copy(update={"rapid_review": None})
    completed = with_returns(case, (was_sent("council"),), (a_return("council", COUNCIL),))
    assert completed.rapid_review is None
    assert len(completed.chronology) == 2


DATES = st.one_of(
    st.just("not known"),
    st.dates(D(2023, 1, 1), D(2026, 3, 1)).map(lambda day: f"{day:%d/%m/%Y}"),
    st.dates(D(2023, 1, 1), D(2026, 2, 1)).map(lambda day: f"about {day:%d/%m/%Y}"),
    st.integers(1, 12).map(lambda month: f"{month:02}/2025"),
    st.just("2024"),
)
ROW = st.fixed_dictionaries({"on": DATES, "source": st.text("abc", min_size=1, max_size=5)})


@st.composite
def agencies_rows(draw: Callable[..., Any]) -> dict[str, list[dict[str, str]]]:
    return {agency: draw(st.lists(ROW, max_size=6)) for agency in ("hospital", "council", "police")}


@settings(max_examples=60, deadline=None)
@given(agencies_rows())
def test_no_row_is_lost_and_every_row_keeps_agency_and_source(
    told: dict[str, list[dict[str, str]]],
) -> None:
    written = a_reviewed_case()
    returns = tuple(
        a_return(agency, rows("chronology", *(each | {"event": "Something."} for each in of)))
        for agency, of in told.items()
    )
    events = in_date_order(with_returns(written, (), returns).chronology, until=D(2026, 3, 31))
    expected = [(event.agency, event.source) for event in written.chronology]
    expected += [(agency, row["source"]) for agency, of in told.items() for row in of]
    assert sorted((event.agency, event.source) for event in events) == sorted(expected)
    first_days = [revealed(event.on).earliest or D.max for event in events]
    assert first_days == sorted(first_days)


@pytest.mark.parametrize("agency", ["hospital", "council", "police"])
def test_the_returns_of_one_agency_do_not_touch_another(agency: str) -> None:
    alone = tuple(each for each in three_returns() if each.agency == agency)
    case = with_returns(a_reviewed_case(), (), alone)
    others = {each.agency for each in case.chronology if isinstance(each, ReturnedEvent)}
    assert others <= {agency}
