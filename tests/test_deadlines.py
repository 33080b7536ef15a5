"""Deadlines: the dates by both ways of counting, and the sentence that gives the reasons."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lscp_docs.errors import CaseFileError
from lscp_docs.timescales import (
    LIMITS,
    Deadline,
    DeadlinePolicy,
    Direction,
    Roll,
    Started,
    TimeLimit,
    Trigger,
    Unit,
    WorkingCalendar,
    deadline,
    preset,
    time_limit,
    timetable,
)

ENGLAND = WorkingCalendar()
DAY_0 = DeadlinePolicy(first_day=0)
DAY_1 = DeadlinePolicy(first_day=1)

VECTORS = [
    ("Thu 2023-12-21", "2024-01-02", "2023-12-29", "2024-01-16", "2024-01-15"),
    ("Tue 2024-01-02", "2024-01-09", "2024-01-08", "2024-01-23", "2024-01-22"),
    ("Wed 2024-03-27", "2024-04-05", "2024-04-04", "2024-04-19", "2024-04-18"),
    ("Sat 2024-05-04", "2024-05-13", "2024-05-13", "2024-05-28", "2024-05-28"),
    ("Fri 2024-12-20", "2024-12-31", "2024-12-30", "2025-01-15", "2025-01-14"),
    ("Wed 2025-04-16", "2025-04-25", "2025-04-24", "2025-05-12", "2025-05-09"),
    ("Wed 2025-08-20", "2025-08-28", "2025-08-27", "2025-09-11", "2025-09-10"),
    ("Sat 2025-08-23", "2025-09-01", "2025-09-01", "2025-09-15", "2025-09-15"),
    ("Mon 2025-12-22", "2025-12-31", "2025-12-30", "2026-01-15", "2026-01-14"),
    ("Fri 2026-05-01", "2026-05-11", "2026-05-08", "2026-05-26", "2026-05-22"),
]
BEFORE_VECTORS = [
    ("Thu 2024-04-04", "2024-03-22", "2024-03-21"),
    ("Thu 2025-05-08", "2025-04-28", "2025-04-25"),
    ("Tue 2026-01-06", "2025-12-23", "2025-12-22"),
]


def day_of(written: str) -> dt.date:
    weekday, day = written.split()
    found = dt.date.fromisoformat(day)
    assert f"{found:%a}" == weekday, f"{day} is a {found:%a}, not a {weekday}"
    return found


def due(
    key: str,
    day: dt.date,
    *,
    time: dt.time | None = None,
    policy: DeadlinePolicy = DAY_0,
    calendar: WorkingCalendar = ENGLAND,
) -> Deadline:
    limit = time_limit(key, day)
    return deadline(limit, Started(limit.starts, day, time), calendar=calendar, policy=policy)


def all_four(trigger: dt.date) -> tuple[str, ...]:
    return tuple(
        due(key, trigger, policy=policy).due.isoformat()
        for key in ("notify-panel", "rapid-review")
        for policy in (DAY_0, DAY_1)
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector[0])
def test_five_and_fifteen_working_days_by_both_counts(vector: tuple[str, ...]) -> None:
    assert all_four(day_of(vector[0])) == vector[1:]


@pytest.mark.parametrize("column", range(1, 5))
@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector[0])
@pytest.mark.parametrize("shift", [-1, 1])
def test_vector_with_one_date_wrong_by_a_day_fails(
    vector: tuple[str, ...], column: int, shift: int
) -> None:
    wrong = list(vector)
    moved = dt.date.fromisoformat(vector[column]) + dt.timedelta(days=shift)
    wrong[column] = moved.isoformat()
    with pytest.raises(AssertionError):
        test_five_and_fifteen_working_days_by_both_counts(tuple(wrong))


def test_vector_with_the_wrong_weekday_fails() -> None:
    with pytest.raises(AssertionError, match="not a Fri"):
        day_of("Fri 2023-12-21")


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector[0])
def test_cautious_date_is_the_earlier_count_whatever_the_policy(vector: tuple[str, ...]) -> None:
    for policy in (DAY_0, DAY_1):
        found = due("notify-panel", day_of(vector[0]), policy=policy)
        assert found.cautious.isoformat() == vector[2]
        assert [one.due.isoformat() for one in found.candidates] == [vector[1], vector[2]]


@pytest.mark.parametrize("vector", BEFORE_VECTORS, ids=lambda vector: vector[0])
def test_seven_working_days_before_publication_in_both_readings(vector: tuple[str, ...]) -> None:
    found = due("panel-copy", day_of(vector[0]))
    assert (found.due.isoformat(), found.cautious.isoformat()) == vector[1:]


@pytest.mark.parametrize("column", [1, 2])
@pytest.mark.parametrize("vector", BEFORE_VECTORS, ids=lambda vector: vector[0])
def test_publication_vector_with_one_date_wrong_by_a_day_fails(
    vector: tuple[str, ...], column: int
) -> None:
    wrong = list(vector)
    moved = dt.date.fromisoformat(vector[column]) + dt.timedelta(days=1)
    wrong[column] = moved.isoformat()
    with pytest.raises(AssertionError):
        test_seven_working_days_before_publication_in_both_readings(tuple(wrong))


def test_sefton_days_over_christmas() -> None:
    received = Started(Trigger.NOTIFICATION_RECEIVED, day_of("Mon 2025-12-22"))
    steps = timetable(preset("sefton"), [received], calendar=ENGLAND, policy=DAY_0)
    found = {step.key: step.due.isoformat() for step in steps}
    assert found["sefton-day-10"] == "2026-01-08"
    assert found["sefton-day-12"] == "2026-01-12"
    assert found["sefton-day-14"] == "2026-01-14"


def test_devon_summary_goes_a_working_day_after_the_national_limit() -> None:
    sent = Started(Trigger.NOTIFICATION_SENT, day_of("Mon 2025-12-22"))
    steps = timetable(preset("devon_dcfp"), [sent], calendar=ENGLAND, policy=DAY_1)
    last = steps[-1]
    assert last.key == "devon-dcfp-day-16"
    national = due("rapid-review", sent.day, policy=DAY_0)
    assert ENGLAND.between(national.due, last.due) == 1


def test_timetable_leaves_out_the_steps_whose_trigger_is_not_known() -> None:
    aware = Started(Trigger.LOCAL_AUTHORITY_AWARE, day_of("Mon 2026-03-02"))
    sent = Started(Trigger.NOTIFICATION_SENT, day_of("Thu 2026-03-05"))
    statutory = preset("statutory")
    first = timetable(statutory, [aware], calendar=ENGLAND)
    assert [step.key for step in first] == ["notify-panel"]
    both = timetable(statutory, [sent, aware], calendar=ENGLAND)
    assert [step.key for step in both] == ["notify-panel", "rapid-review"]
    assert both[1].due == day_of("Thu 2026-03-26")


def test_timetable_takes_no_notice_of_an_old_trigger_that_it_does_not_use() -> None:
    died = Started(Trigger.CHILD_DIED, day_of("Mon 2016-02-01"))
    aware = Started(Trigger.LOCAL_AUTHORITY_AWARE, day_of("Mon 2026-03-02"))
    steps = timetable(preset("statutory"), [died, aware], calendar=ENGLAND)
    assert [step.key for step in steps] == ["notify-panel"]


def test_sentence_gives_the_rule_with_every_date() -> None:
    found = due("notify-panel", day_of("Mon 2026-03-02"), time=dt.time(14, 20))
    assert found.sentence() == (
        "due on 9 March 2026 (cautious date 6 March 2026): 5 working days from the day after the "
        "local authority became aware on 2 March 2026 at 14:20; England bank holidays; Working "
        "Together 2023"
    )
    assert found.rule == "5 working days, the day after is day 1"


def test_sentence_leaves_out_the_cautious_date_where_both_counts_agree() -> None:
    found = due("notify-panel", day_of("Sat 2024-05-04"))
    assert found.sentence() == (
        "due on 13 May 2024: 5 working days from the day after the local authority became aware "
        "on 4 May 2024; England bank holidays; Working Together 2023"
    )


def test_sentence_says_when_the_day_itself_counts() -> None:
    found = due("notify-panel", day_of("Mon 2026-03-02"), policy=DAY_1)
    assert found.sentence().startswith(
        "due on 6 March 2026: 5 working days from and including the day the local authority"
    )


def test_sentence_of_an_unverified_limit_says_so() -> None:
    found = due("lcspr", day_of("Mon 2026-03-02"))
    assert found.sentence().endswith("; not checked against the guidance")
    assert "not checked" not in due("rapid-review", day_of("Mon 2026-03-02")).sentence()


def test_sentence_before_publication() -> None:
    assert due("panel-copy", day_of("Thu 2024-04-04")).sentence() == (
        "due on 22 March 2024 (cautious date 21 March 2024): at least 7 working days before the "
        "report is published on 4 April 2024; England bank holidays; process stated by Sefton LSCB"
    )


def test_awareness_just_before_midnight_counts_as_that_day_without_a_cut_off() -> None:
    found = due("notify-panel", day_of("Mon 2026-03-02"), time=dt.time(23, 50))
    assert found.due == day_of("Mon 2026-03-09")


def test_awareness_after_the_cut_off_counts_as_the_next_day_but_not_for_the_cautious_date() -> None:
    policy = DeadlinePolicy(cutoff_time=dt.time(17))
    late = due("notify-panel", day_of("Mon 2026-03-02"), time=dt.time(23, 50), policy=policy)
    assert late.due == day_of("Tue 2026-03-10")
    assert late.cautious == day_of("Fri 2026-03-06")
    assert "after 17:00" in late.rule
    on_time = due("notify-panel", day_of("Mon 2026-03-02"), time=dt.time(17), policy=policy)
    assert on_time.due == day_of("Mon 2026-03-09")
    unknown = due("notify-panel", day_of("Mon 2026-03-02"), policy=policy)
    assert unknown.due == day_of("Mon 2026-03-09")


@pytest.mark.parametrize(
    ("aware", "usual", "cautious"),
    [
        ("Sat 2024-05-04", "Mon 2024-05-13", "Mon 2024-05-13"),
        ("Mon 2024-05-06", "Mon 2024-05-13", "Mon 2024-05-13"),  # a bank holiday
        ("Wed 2024-12-25", "Fri 2025-01-03", "Fri 2025-01-03"),
        ("Fri 2024-03-29", "Mon 2024-04-08", "Mon 2024-04-08"),  # Good Friday
        ("Wed 2022-09-14", "Thu 2022-09-22", "Wed 2022-09-21"),  # State Funeral on the 19th
        ("Mon 2022-09-19", "Mon 2022-09-26", "Mon 2022-09-26"),
        ("Wed 2023-05-03", "Thu 2023-05-11", "Wed 2023-05-10"),  # Coronation on the 8th
        ("Mon 2023-05-08", "Mon 2023-05-15", "Mon 2023-05-15"),
        ("Mon 2022-05-30", "Wed 2022-06-08", "Tue 2022-06-07"),  # jubilee, 2 and 3 June
    ],
)
def test_awareness_on_or_near_a_day_that_is_not_worked(
    aware: str, usual: str, cautious: str
) -> None:
    found = due("notify-panel", day_of(aware))
    assert (found.due, found.cautious) == (day_of(usual), day_of(cautious))


def test_day_added_by_the_partnership_moves_the_date_and_is_named() -> None:
    calendar = WorkingCalendar(frozenset({day_of("Thu 2026-03-05")}))
    found = due("notify-panel", day_of("Mon 2026-03-02"), calendar=calendar)
    assert found.due == day_of("Tue 2026-03-10")
    assert "1 day added by the partnership" in found.sentence()


@pytest.mark.parametrize(
    ("decided", "usual", "cautious"),
    [
        ("Mon 2026-03-02", "Wed 2026-09-02", "Tue 2026-09-01"),
        ("Sun 2025-08-31", "Mon 2026-03-02", "Fri 2026-02-27"),  # 28 February is a Saturday
        ("Wed 2024-02-28", "Wed 2024-08-28", "Tue 2024-08-27"),
        ("Tue 2025-07-01", "Fri 2026-01-02", "Wed 2025-12-31"),  # 1 January is a bank holiday
    ],
)
def test_six_months_end_on_the_same_day_of_the_month(
    decided: str, usual: str, cautious: str
) -> None:
    found = due("lcspr", day_of(decided))
    assert (found.due, found.cautious) == (day_of(usual), day_of(cautious))


def test_policy_says_what_becomes_of_months_that_end_on_a_weekend() -> None:
    decided = day_of("Sun 2025-08-31")
    back = due("lcspr", decided, policy=DeadlinePolicy(roll=Roll.PREVIOUS_WORKING_DAY))
    assert back.due == day_of("Fri 2026-02-27")
    as_it_falls = due("lcspr", decided, policy=DeadlinePolicy(roll=Roll.NONE))
    assert as_it_falls.due == day_of("Sat 2026-02-28")


def test_forty_eight_hours_are_hours_and_not_working_days() -> None:
    found = due("sudic-meeting", day_of("Fri 2026-03-06"), time=dt.time(14, 20))
    assert (found.due, found.due_time) == (day_of("Sun 2026-03-08"), dt.time(14, 20))
    assert found.sentence() == (
        "due on 8 March 2026 at 14:20: 48 hours after the child died on 6 March 2026 at 14:20; "
        "SUDIC guidance"
    )


@pytest.mark.parametrize(
    ("died", "ends"), [("Sat 2026-03-28", dt.time(15, 20)), ("Sat 2026-10-24", dt.time(13, 20))]
)
def test_forty_eight_hours_pass_over_a_change_of_the_clocks(died: str, ends: dt.time) -> None:
    found = due("sudic-meeting", day_of(died), time=dt.time(14, 20))
    assert found.due_time == ends


def test_hours_from_an_unknown_time_are_counted_from_the_start_of_the_day() -> None:
    found = due("sudic-meeting", day_of("Mon 2026-03-02"))
    assert (found.due, found.due_time) == (day_of("Wed 2026-03-04"), dt.time(0))
    assert "the time is not known" in found.rule


def test_agenda_leaves_five_clear_days_in_both_readings() -> None:
    found = due("committee-agenda", day_of("Wed 2023-03-08"))
    assert found.due == day_of("Thu 2023-03-02")
    assert found.cautious == day_of("Tue 2023-02-28")
    assert (day_of("Wed 2023-03-08") - found.due).days - 1 == 5


def test_agenda_that_would_go_out_at_a_weekend_goes_out_before_it() -> None:
    found = due("committee-agenda", day_of("Fri 2026-03-13"))
    assert found.due == day_of("Fri 2026-03-06")


def test_same_day_stays_the_same_day_even_on_a_saturday() -> None:
    saturday = day_of("Sat 2026-03-28")
    found = due("copy-to-business-unit", saturday)
    assert (found.due, found.cautious) == (saturday, saturday)


def test_limit_is_never_counted_from_another_trigger() -> None:
    limit = time_limit("rapid-review", day_of("Mon 2026-03-02"))
    aware = Started(Trigger.LOCAL_AUTHORITY_AWARE, day_of("Mon 2026-03-02"))
    with pytest.raises(ValueError, match="not counted from"):
        deadline(limit, aware, calendar=ENGLAND)


def test_day_past_the_known_bank_holidays_is_refused() -> None:
    with pytest.raises(CaseFileError, match="bank holidays"):
        due("rapid-review", day_of("Wed 2028-12-20"))


def test_done_on_the_due_day_is_in_time_and_a_day_later_is_not() -> None:
    found = due("notify-panel", day_of("Mon 2026-03-02"))
    assert found.is_met_by(day_of("Mon 2026-03-09"), dt.time(23, 59))
    assert not found.is_met_by(day_of("Tue 2026-03-10"))


def test_limit_in_hours_is_met_to_the_minute_and_never_by_an_unknown_time() -> None:
    found = due("sudic-meeting", day_of("Fri 2026-03-06"), time=dt.time(14, 20))
    assert found.is_met_by(day_of("Sun 2026-03-08"), dt.time(14, 20))
    assert not found.is_met_by(day_of("Sun 2026-03-08"), dt.time(14, 21))
    assert not found.is_met_by(day_of("Sun 2026-03-08"))
    assert found.is_met_by(day_of("Sat 2026-03-07"))


def test_non_notification_rationale_is_due_with_the_notification() -> None:
    for vector in VECTORS:
        day = day_of(vector[0])
        assert due("non-notification-rationale", day).due == due("notify-panel", day).due


POLICIES = st.builds(
    DeadlinePolicy,
    first_day=st.sampled_from([0, 1]),
    cutoff_time=st.none() | st.times(),
    roll=st.sampled_from(Roll),
)


@given(
    st.sampled_from(LIMITS),
    st.dates(dt.date(2024, 1, 2), dt.date(2028, 3, 1)),
    st.none() | st.times(),
    POLICIES,
)
def test_cautious_date_is_never_after_the_due_date_nor_before_its_trigger(
    row: TimeLimit, day: dt.date, time: dt.time | None, policy: DeadlinePolicy
) -> None:
    found = deadline(row, Started(row.starts, day, time), calendar=ENGLAND, policy=policy)
    assert found.cautious <= found.due
    if row.direction is Direction.BEFORE:
        assert found.due < day
    else:
        assert day <= found.cautious
    if row.unit is Unit.WORKING_DAYS:
        assert ENGLAND.is_working_day(found.due)
        assert ENGLAND.is_working_day(found.cautious)


@given(
    st.sampled_from(["notify-panel", "rapid-review", "lcspr", "panel-copy", "committee-agenda"]),
    st.dates(dt.date(2024, 1, 2), dt.date(2028, 3, 1)),
    st.times(),
    POLICIES,
)
def test_later_trigger_is_never_due_earlier(
    key: str, day: dt.date, time: dt.time, policy: DeadlinePolicy
) -> None:
    one = due(key, day, time=time, policy=policy)
    next_day = due(key, day + dt.timedelta(days=1), policy=policy)
    assert one.due <= next_day.due
    assert one.cautious <= next_day.cautious


def test_deadline_cannot_be_changed() -> None:
    found = due("notify-panel", day_of("Mon 2026-03-02"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.due = found.cautious  # type: ignore[misc]
