"""The returns board: who was asked, who answered, who is late, whom nobody asked."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cases import a_partnership
from lscp_docs.model.case import CaseFile
from lscp_docs.model.returned import ReturnState
from lscp_docs.returns.board import CASE_FILE, Board, Standing, Waiting, board
from lscp_docs.returns.merging import with_returns
from lscp_docs.returns.names import agency_named, key_of_agency, plain_name
from returned_reports import COUNCIL, HOSPITAL, NIL, a_question, a_return, rows, was_sent
from review_cases import a_reviewed_case

D = dt.date
MONDAY = D(2026, 3, 16)
"""The first working day after the invented due date, Friday 13 March 2026."""


def asking(*requests: dict[str, Any], **changes: Any) -> CaseFile:
    asked = [{"asked_on": D(2026, 3, 6), "due_on": D(2026, 3, 13), **each} for each in requests]
    return a_reviewed_case(rapid_review={"requests": asked}, **changes)


def shown(
    case: CaseFile, *returns: Any, waiting: tuple[Waiting, ...] = (), on: dt.date = MONDAY
) -> Board:
    return board(with_returns(case, (), returns), a_partnership(), returns, waiting, today=on)


def held(agency: str, on: dt.date = MONDAY) -> Waiting:
    file = "scoping-report_x_0123456789ab.pdf"
    return Waiting(agency=agency, file=file, state=ReturnState.PRINTED_COPY, received_on=on)


@pytest.mark.parametrize(
    ("day", "state", "days_late"),
    [
        (D(2026, 3, 13), Standing.OWED, 0),
        (D(2026, 3, 14), Standing.LATE, 0),  # a Saturday: late, and no working day yet
        (D(2026, 3, 16), Standing.LATE, 1),
        (D(2026, 3, 18), Standing.LATE, 3),
        # Good Friday 3 April and Easter Monday 6 April 2026 are no working days.
        (D(2026, 4, 7), Standing.LATE, 15),
    ],
)
def test_lateness_is_counted_in_working_days(day: dt.date, state: Standing, days_late: int) -> None:
    (row,) = shown(asking({"agency": "police"}), on=day).rows
    assert (row.state, row.days_late) == (state, days_late)
    assert (row.name, row.asked_on, row.due_on) == (
        "Downshire Police",
        D(2026, 3, 6),
        D(2026, 3, 13),
    )


def test_a_request_without_a_due_date_is_never_late() -> None:
    (row,) = shown(asking({"agency": "police", "due_on": None}), on=D(2026, 6, 1)).rows
    assert (row.state, row.days_late) == (Standing.OWED, 0)


def test_an_extra_bank_holiday_of_the_partnership_is_no_working_day() -> None:
    partnership = a_partnership(extra_bank_holidays=[MONDAY])
    (row,) = board(asking({"agency": "police"}), partnership, (), today=D(2026, 3, 17)).rows
    assert row.days_late == 1


@pytest.mark.parametrize(
    ("texts", "questions", "state"),
    [
        (HOSPITAL, (), Standing.RETURNED),
        (NIL, (), Standing.NIL_RETURN),
        (HOSPITAL, (a_question(),), Standing.QUESTIONS_OPEN),
    ],
)
def test_an_answer_is_returned_nil_or_open(
    texts: dict[str, str], questions: tuple[Any, ...], state: Standing
) -> None:
    report = a_return("hospital", texts, on=D(2026, 3, 17), open_questions=questions)
    (row,) = shown(asking({"agency": "hospital"}), report, on=D(2026, 6, 1)).rows
    assert row.state is state
    assert row.open_questions == len(questions)
    assert (row.received_on, row.days_late) == (D(2026, 3, 17), 2)


def test_a_return_that_people_typed_in_counts_as_well() -> None:
    case = asking({"agency": "police", "returned_on": D(2026, 3, 12), "nil_return": True})
    (row,) = shown(case).rows
    assert (row.state, row.received_on) == (Standing.NIL_RETURN, D(2026, 3, 12))


def test_a_waived_return_is_not_late() -> None:
    case = asking({"agency": "icb", "waived_because": "It commissions and does not treat."})
    (row,) = shown(case, on=D(2026, 6, 1)).rows
    assert (row.state, row.days_late) == (Standing.WAIVED, 0)


def test_a_file_that_nobody_accepted_waits_for_a_person_and_stops_the_count() -> None:
    files = (held("police", D(2026, 3, 17)), held("police"))
    (row,) = shown(asking({"agency": "police"}), waiting=files, on=D(2026, 6, 1)).rows
    assert (row.state, row.received_on, row.days_late) == (Standing.WAITING, MONDAY, 1)
    assert row.waiting == files


def test_a_file_that_waits_beside_an_accepted_return_is_told_with_it() -> None:
    report = a_return("hospital", HOSPITAL)
    (row,) = shown(asking({"agency": "hospital"}), report, waiting=(held("hospital"),)).rows
    assert (row.state, len(row.waiting)) == (Standing.RETURNED, 1)


def test_a_file_of_nobody_who_was_asked_is_told_apart() -> None:
    files = (held(""), held("icb"))
    found = shown(asking({"agency": "police"}), waiting=files)
    assert found.stray == files
    assert found.rows[0].waiting == ()


def test_the_most_pressing_stand_first() -> None:
    case = asking(
        {"agency": "icb", "waived_because": "Commissions."},
        {"agency": "hospital"},
        {"agency": "council"},
        {"agency": "police"},
    )
    found = shown(
        case,
        a_return("hospital", HOSPITAL),
        waiting=(held("council"),),
    )
    assert [row.state for row in found.rows] == [
        Standing.LATE,
        Standing.WAITING,
        Standing.RETURNED,
        Standing.WAIVED,
    ]


def test_the_longest_late_stands_before_the_others_that_are_late() -> None:
    case = asking({"agency": "police"}, {"agency": "icb", "due_on": D(2026, 3, 10)})
    assert [row.agency for row in shown(case).rows] == ["icb", "police"]


def test_an_agency_that_was_sent_the_form_stands_on_the_board() -> None:
    sent = was_sent("icb", chased_on=(D(2026, 3, 12),))
    case = with_returns(asking({"agency": "police"}), (sent,), ())
    found = board(case, a_partnership(), (), today=D(2026, 3, 12))
    icb = next(row for row in found.rows if row.agency == "icb")
    assert (icb.asked_on, icb.chased_on) == (D(2026, 3, 6), (D(2026, 3, 12),))


def test_an_agency_that_answers_unasked_stands_on_the_board() -> None:
    found = shown(asking({"agency": "police"}), a_return("council", COUNCIL))
    council = next(row for row in found.rows if row.agency == "council")
    assert (council.asked_on, council.state) == (None, Standing.RETURNED)


def test_an_agency_that_others_name_and_nobody_asked_is_listed_once() -> None:
    case = asking({"agency": "hospital"}, {"agency": "council"})
    found = shown(case, a_return("hospital", HOSPITAL), a_return("council", COUNCIL))
    named = {each.name: (each.agency, each.named_by) for each in found.unasked}
    assert named == {
        "Larkfield Community Health": ("", ("hospital", "council")),
        "Downshire Police": ("police", ("council",)),
    }


def test_an_agency_that_was_asked_is_not_listed_however_its_name_is_written() -> None:
    case = asking({"agency": "hospital"}, {"agency": "police"})
    texts = rows("other_agencies", {"name": "DOWNSHIRE  police."}, {"name": "police"})
    assert shown(case, a_return("hospital", texts)).unasked == ()


def test_an_agency_that_the_case_file_calls_involved_and_nobody_asked_is_listed() -> None:
    case = asking({"agency": "hospital"}, agencies=[{"agency": "icb"}])
    (unasked,) = shown(case).unasked
    assert (unasked.agency, unasked.named_by) == ("icb", (CASE_FILE,))


def test_names_are_compared_without_capitals_accents_and_punctuation() -> None:
    partnership = a_partnership()
    assert plain_name("Zoë O’Marlowe") == plain_name("ZOE O'MARLOWE")
    assert key_of_agency("Downshire Integrated-Care Board", partnership) == "icb"
    assert key_of_agency("An agency from elsewhere", partnership) == ""
    assert agency_named("", partnership) is None


def test_a_case_without_a_rapid_review_has_an_empty_board() -> None:
    case = asking().model_copy(update={"rapid_review": None})
    assert shown(case) == Board(rows=(), unasked=(), stray=())
