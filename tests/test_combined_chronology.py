"""The combined chronology proposes what is told twice, names gaps, and drops nothing."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import revealed
from lscp_docs.returns.chronology import SILENT_DAYS, Combined, combined
from lscp_docs.returns.merging import with_returns
from returned_reports import a_return, rows, three_returns, was_sent
from review_cases import a_reviewed_case

D = dt.date
UNTIL = D(2026, 3, 25)
SEEN = "Brought by her mother with a bruise on the upper left arm."
HEARD = "The hospital wrote of a bruise on the upper left arm."


def case_with(*rows: tuple[Any, str, str], **review: Any) -> CaseFile:
    """A case whose chronology has these rows: date, agency, event."""
    events = [
        {"on": on, "agency": agency, "source": "Log", "event": event} for on, agency, event in rows
    ]
    return a_reviewed_case(chronology=events, rapid_review=review)


def told(*rows: tuple[Any, str, str], **review: Any) -> Combined:
    return combined(case_with(*rows, **review), until=UNTIL)


def test_rows_of_the_case_file_and_of_returns_stand_in_one_order() -> None:
    case = with_returns(a_reviewed_case(), (), three_returns())
    events = combined(case, until=UNTIL).events
    assert len(events) == len(case.chronology) == 8
    days = [revealed(event.on).earliest for event in events]
    assert days[:-1] == sorted(day for day in days if day is not None)
    assert days[-1] is None


def test_the_same_event_told_by_two_agencies_is_proposed_and_not_dropped() -> None:
    found = told((D(2026, 1, 9), "hospital", SEEN), (D(2026, 1, 9), "council", HEARD))
    (alike,) = found.alike
    assert (alike.first, alike.second, alike.is_same_day) == (1, 2, True)
    assert (alike.shared, alike.of) == (4, 6)
    assert len(found.events) == 2


@pytest.mark.parametrize(
    ("one", "other", "is_proposed"),
    [
        (D(2026, 1, 9), "2026-01", True),
        (D(2026, 1, 9), "about 2026-01-12", True),
        (D(2026, 1, 9), "about 2026-01-20", False),
        ("2026-01-01 to 2026-01-10", "2026-01-10 to 2026-01-12", True),
        (D(2026, 1, 9), D(2026, 1, 10), False),
        (D(2026, 1, 9), "unknown", False),
    ],
)
def test_dates_must_overlap_for_two_rows_to_be_alike(
    one: Any, other: Any, *, is_proposed: bool
) -> None:
    found = told((one, "hospital", SEEN), (other, "council", HEARD))
    assert bool(found.alike) is is_proposed
    assert not any(alike.is_same_day for alike in found.alike)


def test_rows_of_one_day_with_other_words_are_not_alike() -> None:
    found = told(
        (D(2026, 1, 9), "hospital", SEEN),
        (D(2026, 1, 9), "police", "A neighbour complained about loud music after midnight."),
    )
    assert found.alike == ()


def test_words_that_every_row_has_make_no_two_rows_alike() -> None:
    found = told(
        (D(2026, 1, 9), "hospital", "She was with her and they had it."),
        (D(2026, 1, 9), "police", "She was with her and they had it not."),
    )
    assert found.alike == ()


def test_a_long_stretch_without_events_is_named_and_a_shorter_one_is_not() -> None:
    first = D(2025, 1, 1)
    for days, is_named in ((SILENT_DAYS, False), (SILENT_DAYS + 1, True)):
        second = first + dt.timedelta(days=days + 1)
        found = told(
            (first, "hospital", "One."),
            (second, "police", "Two."),
            period_from=first,
            period_to=second,
        )
        assert bool(found.silences) is is_named
    (silence,) = found.silences
    assert (silence.first, silence.last) == (D(2025, 1, 2), second - dt.timedelta(days=1))
    assert silence.days == SILENT_DAYS + 1


def test_the_stretches_before_the_first_and_after_the_last_event_count() -> None:
    found = told(
        (D(2025, 6, 1), "hospital", "One."), period_from=D(2025, 1, 1), period_to=D(2025, 12, 31)
    )
    assert [(each.first, each.last) for each in found.silences] == [
        (D(2025, 1, 1), D(2025, 5, 31)),
        (D(2025, 6, 2), D(2025, 12, 31)),
    ]


def test_an_event_of_uncertain_date_fills_no_stretch_and_is_counted() -> None:
    found = told(
        (D(2025, 1, 1), "hospital", "One."),
        ("2025", "police", "Some time in the year."),
        ("unknown", "police", "At no known time."),
        (D(2025, 12, 31), "council", "Last."),
        period_from=D(2025, 1, 1),
        period_to=D(2025, 12, 31),
    )
    (silence,) = found.silences
    assert silence.uncertain == 2


def test_events_before_the_period_make_no_stretch_outside_of_it() -> None:
    found = told(
        (D(2020, 1, 1), "hospital", "Long ago."),
        (D(2025, 12, 30), "police", "Two."),
        period_from=D(2025, 12, 1),
        period_to=D(2025, 12, 31),
    )
    assert found.silences == ()


def test_without_a_period_or_an_event_no_stretch_is_named() -> None:
    assert told((D(2020, 1, 1), "hospital", "One."), period_from=None).silences == ()
    assert told().silences == ()


def test_a_return_that_came_later_is_not_in_the_chronology_of_an_earlier_day() -> None:
    late = a_return("council", rows("chronology", {"event": "Told late."}), on=D(2026, 3, 17))
    case = with_returns(case_with(), (), (late,))
    assert len(combined(case, until=D(2026, 3, 16)).events) == 0
    assert len(combined(case, until=D(2026, 3, 17)).events) == 1


def test_agencies_that_were_asked_and_have_not_answered_are_named() -> None:
    case = a_reviewed_case(rapid_review={"requests": []})
    sent = tuple(was_sent(agency) for agency in ("hospital", "police", "council", "icb"))
    completed = with_returns(case, sent, three_returns())
    assert combined(completed, until=UNTIL).unanswered == ("icb",)
    assert combined(completed, until=D(2026, 3, 16)).unanswered == ("council", "icb")


def test_a_waived_return_is_not_missed() -> None:
    assert combined(a_reviewed_case(), until=UNTIL).unanswered == ()
