"""The rows of the time limits: right, dated, sourced, and never taken from another period."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from lscp_docs.errors import CaseFileError, UsageError
from lscp_docs.timescales import (
    LIMITS,
    PRESETS,
    Basis,
    Direction,
    Trigger,
    Unit,
    preset,
    time_limit,
)
from lscp_docs.timescales.limits import trigger_of

NOW = dt.date(2026, 3, 2)
KEYS = sorted({row.key for row in LIMITS})

AWARE, SENT = Trigger.LOCAL_AUTHORITY_AWARE, Trigger.NOTIFICATION_SENT
AFTER, BEFORE = Direction.AFTER, Direction.BEFORE
EXPECTED = [
    ("notify-panel", 5, Unit.WORKING_DAYS, AFTER, AWARE, Basis.STATUTORY_GUIDANCE),
    ("tell-partners", 5, Unit.WORKING_DAYS, AFTER, AWARE, Basis.STATUTORY_GUIDANCE),
    ("non-notification-rationale", 5, Unit.WORKING_DAYS, AFTER, AWARE, Basis.LOCAL),
    ("looked-after-child-death", 5, Unit.WORKING_DAYS, AFTER, AWARE, Basis.STATUTORY_GUIDANCE),
    ("care-leaver-death", 5, Unit.WORKING_DAYS, AFTER, AWARE, Basis.STATUTORY_GUIDANCE),
    ("copy-to-business-unit", 0, Unit.DAYS, AFTER, SENT, Basis.LOCAL),
    (
        "delegated-partners-meet",
        1,
        Unit.WORKING_DAYS,
        AFTER,
        Trigger.REFERRAL_RECEIVED,
        Basis.LOCAL,
    ),
    ("rapid-review", 15, Unit.WORKING_DAYS, AFTER, SENT, Basis.PANEL_GUIDANCE),
    ("scoping-request", 1, Unit.WORKING_DAYS, AFTER, SENT, Basis.LOCAL),
    ("scoping-chase-1", 6, Unit.WORKING_DAYS, AFTER, SENT, Basis.LOCAL),
    ("scoping-return", 8, Unit.WORKING_DAYS, AFTER, SENT, Basis.LOCAL),
    ("scoping-chase-2", 9, Unit.WORKING_DAYS, AFTER, SENT, Basis.LOCAL),
    ("panel-reply", 10, Unit.DAYS, AFTER, Trigger.RAPID_REVIEW_SENT, Basis.LOCAL),
    ("lcspr", 6, Unit.MONTHS, AFTER, Trigger.REVIEW_DECIDED, Basis.LOCAL),
    ("panel-copy", 7, Unit.WORKING_DAYS, BEFORE, Trigger.REPORT_PUBLISHED, Basis.LOCAL),
    ("sudic-meeting", 48, Unit.HOURS, AFTER, Trigger.CHILD_DIED, Basis.LOCAL),
    ("sudic-home-visit", 24, Unit.HOURS, AFTER, Trigger.CHILD_DIED, Basis.LOCAL),
    ("committee-agenda", 5, Unit.CLEAR_DAYS, BEFORE, Trigger.COMMITTEE_MEETS, Basis.LOCAL),
    ("escalation-raise", 2, Unit.WORKING_DAYS, AFTER, Trigger.DISAGREEMENT_AROSE, Basis.LOCAL),
    ("escalation-respond", 3, Unit.WORKING_DAYS, AFTER, Trigger.DISAGREEMENT_RAISED, Basis.LOCAL),
    ("escalation-outcome", 2, Unit.WORKING_DAYS, AFTER, Trigger.DISAGREEMENT_ANSWERED, Basis.LOCAL),
]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row[0])
def test_limit_is_as_its_source_states_it(expected: tuple[object, ...]) -> None:
    row = time_limit(str(expected[0]), NOW)
    assert (row.key, row.length, row.unit, row.direction, row.starts, row.basis) == expected


def test_citation_is_of_the_edition_of_the_day() -> None:
    assert time_limit("notify-panel", dt.date(2023, 12, 14)).citation == "Working Together 2018"
    assert time_limit("notify-panel", dt.date(2023, 12, 15)).citation == "Working Together 2023"


def test_day_with_no_row_in_force_is_refused() -> None:
    with pytest.raises(CaseFileError, match="2018-07-04"):
        time_limit("notify-panel", dt.date(2018, 7, 3))
    with pytest.raises(CaseFileError, match="2023-12-15"):
        time_limit("care-leaver-death", dt.date(2022, 1, 3))


def test_unknown_limit_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="nearest is rapid-review"):
        time_limit("rapid-reveiw", NOW)


def test_what_rests_on_general_knowledge_is_marked_unverified() -> None:
    unverified = {row.key for row in LIMITS if not row.verified}
    assert unverified == {"lcspr", "secretary-of-state-copy"}


@pytest.mark.parametrize("key", KEYS)
def test_rows_of_one_limit_never_overlap(key: str) -> None:
    rows = sorted((row for row in LIMITS if row.key == key), key=lambda row: row.in_force)
    for one, following in pairwise(rows):
        assert one.until is not None
        assert one.until + dt.timedelta(days=1) == following.in_force
        assert one.starts is following.starts is trigger_of(key)


@pytest.mark.parametrize("row", LIMITS, ids=lambda row: f"{row.key} {row.in_force}")
def test_limit_has_every_word_that_a_document_prints(row) -> None:
    for words in (row.duty, row.duty_holder, row.citation, row.source):
        assert words == words.strip() != ""
    assert not row.duty.endswith(".")


def test_length_in_words_has_a_singular() -> None:
    assert time_limit("delegated-partners-meet", NOW).length_in_words == "1 working day"
    assert time_limit("rapid-review", NOW).length_in_words == "15 working days"


def test_timetables_are_the_five_that_a_partnership_can_choose() -> None:
    assert [row.key for row in PRESETS] == [
        "statutory",
        "sefton",
        "devon_dcfp",
        "devon_current",
        "one_working_day_meeting",
    ]


@pytest.mark.parametrize("row", PRESETS, ids=lambda row: row.key)
def test_every_step_of_a_timetable_is_a_limit_in_force(row) -> None:
    assert row.steps
    for key in row.steps:
        assert time_limit(key, NOW)


def test_steps_of_the_local_timetables_are_the_days_of_their_sources() -> None:
    days = {
        key: [time_limit(step, NOW).length for step in preset(key).steps]
        for key in ("sefton", "devon_dcfp", "devon_current")
    }
    assert days == {
        "sefton": [1, 10, 12, 14, 15],
        "devon_dcfp": [1, 10, 12, 15, 16],
        "devon_current": [1, 10, 14],
    }
    starts = {time_limit(step, NOW).starts for step in preset("sefton").steps}
    assert starts == {Trigger.NOTIFICATION_RECEIVED}


def test_only_the_source_that_states_its_count_fixes_it() -> None:
    assert {row.key: row.first_day for row in PRESETS if row.first_day is not None} == {
        "devon_dcfp": 0
    }


def test_unknown_timetable_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="statutory, sefton, devon_dcfp"):
        preset("leeds")
