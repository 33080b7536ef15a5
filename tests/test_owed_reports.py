"""Which reports a schedule owes and when: the days are counted by hand, on a wall calendar."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.scheduled import a_partnership, a_schedule, after, an_entry

from lscp_docs.casefile.made_reports import Made
from lscp_docs.errors import CaseFileError
from lscp_docs.model.vocabulary import PeriodKind, Season
from lscp_docs.reports.parts.further_reports import FollowUp
from lscp_docs.schedule.owed import Owed, owed, upcoming
from lscp_docs.schedule.promised import Promise, not_scheduled
from lscp_docs.schedule.state import FinalReport, ReportState, listed

D = dt.date
NEVER = D(2028, 10, 1)


def the(*entries: dict[str, Any], until: D = NEVER, extra: tuple[D, ...] = ()) -> tuple[Owed, ...]:
    return owed(a_schedule(*entries), a_partnership(*extra), until)


def one(entry: dict[str, Any], **more: Any) -> Owed:
    (found,) = the(entry, **more)
    return found


MARCH = {"every": "month", "since": D(2026, 3, 1), "until": D(2026, 3, 31)}


@pytest.mark.parametrize(
    ("meeting", "agenda", "draft"),
    [
        # Wednesday 13 May 2026; Monday 4 May is a bank holiday. Clear: 6, 7, 8, 11, 12 May.
        (D(2026, 5, 13), D(2026, 5, 5), D(2026, 4, 20)),
        # Monday 15 June 2026. Clear: 8 to 12 June; out on Friday 5 June; then back ten days, of
        # which Monday 25 May is a bank holiday and no working day.
        (D(2026, 6, 15), D(2026, 6, 5), D(2026, 5, 21)),
        # Tuesday 6 January 2026: 25 and 26 December and 1 January are bank holidays. Clear:
        # 5, 2 January, 31, 30, 29 December; out on Wednesday 24 December.
        (D(2026, 1, 6), D(2025, 12, 24), D(2025, 12, 10)),
        # Tuesday 21 April 2026, two weeks after Easter Monday (6 April); Good Friday is 3 April.
        # Clear: 14 to 17 and 20 April; out on Monday 13; ten days back over Easter.
        (D(2026, 4, 21), D(2026, 4, 13), D(2026, 3, 26)),
        # Tuesday 7 April 2026, the day after Easter Monday. Clear: 2, 1 April, 31, 30, 27 March.
        (D(2026, 4, 7), D(2026, 3, 26), D(2026, 3, 12)),
        # Monday 13 April 2026. Clear: 7 to 10 April (four), 2 April; out on Wednesday 1 April.
        (D(2026, 4, 13), D(2026, 4, 1), D(2026, 3, 18)),
    ],
)
def test_five_clear_days_leave_out_the_days_at_both_ends_and_all_that_are_no_working_days(
    meeting: D, agenda: D, draft: D
) -> None:
    month = D(draft.year, draft.month, 1) - dt.timedelta(days=1)
    entry = an_entry(every="month", since=month.replace(day=1), until=month, meetings=[meeting])
    found = one(entry)
    assert (found.meeting, found.agenda_day, found.due) == (meeting, agenda, draft)


def test_an_added_bank_holiday_makes_the_draft_due_earlier() -> None:
    entry = an_entry(**MARCH, meetings=[D(2026, 5, 13)])
    assert one(entry).due == D(2026, 4, 20)
    found = one(entry, extra=(D(2026, 5, 11),))
    assert (found.agenda_day, found.due) == (D(2026, 5, 1), D(2026, 4, 17))
    assert "1 day added by the partnership" in found.why


@pytest.mark.parametrize(
    ("clear", "working", "agenda", "draft"),
    [
        (5, 0, D(2026, 5, 5), D(2026, 5, 5)),
        (5, 1, D(2026, 5, 5), D(2026, 5, 1)),
        (3, 2, D(2026, 5, 7), D(2026, 5, 5)),
        (0, 3, D(2026, 5, 12), D(2026, 5, 7)),
    ],
)
def test_a_partnership_sets_its_own_notice(clear: int, working: int, agenda: D, draft: D) -> None:
    entry = an_entry(
        **MARCH, meetings=[D(2026, 5, 13)], notice_clear_days=clear, draft_working_days=working
    )
    found = one(entry)
    assert (found.agenda_day, found.due) == (agenda, draft)
    told = "access to information procedure rules" if clear == 5 else "the schedule’s own notice"
    assert told in found.why


def test_the_rule_is_told_with_its_source_and_both_counts() -> None:
    assert one(an_entry(**MARCH, meetings=[D(2026, 5, 13)])).why == (
        "Agenda out by 5 May 2026 (at least 5 clear days before the meeting, access to information "
        "procedure rules; 7 May 2026 if weekends and bank holidays count); draft 10 working days "
        "before that."
    )


def test_a_report_goes_to_the_first_meeting_that_leaves_time_for_its_draft() -> None:
    entry = an_entry(**MARCH, meetings=[D(2026, 7, 8), D(2026, 4, 22), D(2026, 3, 4)])
    found = one(entry)
    # 22 April: agenda out by Tuesday 14 April, draft by Friday 27 March: March is not over.
    assert found.meeting == D(2026, 7, 8)
    assert found.why.endswith(
        "Too late for the meeting on 22 April 2026, whose draft would have been due on "
        "27 March 2026."
    )


def test_the_day_after_the_period_is_the_first_on_which_a_draft_can_be_due() -> None:
    # Monday 27 April: agenda out by Friday 17 April; draft by Wednesday 1 April, by Tuesday 31
    # March where it takes a day more.
    meetings = [D(2026, 4, 27)]
    assert one(an_entry(**MARCH, meetings=meetings)).due == D(2026, 4, 1)
    later = one(an_entry(**MARCH, meetings=meetings, draft_working_days=11))
    assert later.meeting is None


def test_without_a_meeting_the_days_after_the_period_count() -> None:
    found = one(an_entry(**MARCH))
    assert (found.meeting, found.agenda_day, found.due) == (None, None, D(2026, 4, 28))
    assert found.why == "Within 28 days after 31 March 2026."
    # 3 May is a Sunday and 4 May a bank holiday: what is due then is due on Friday 1 May.
    assert one(an_entry(**MARCH, within_days=33)).due == D(2026, 5, 1)


def test_a_meeting_that_is_not_known_yet_is_asked_for_and_changes_the_day_once_it_is() -> None:
    found = one(an_entry(**MARCH, meetings=[D(2026, 3, 4)]))
    assert found.due == D(2026, 4, 28)
    assert found.why.endswith("no meeting is known that leaves time. Add its day to meetings.")
    known = one(an_entry(**MARCH, meetings=[D(2026, 3, 4), D(2026, 5, 13)]))
    assert (known.name, known.due) == (found.name, D(2026, 4, 20))


@pytest.mark.parametrize(
    ("every", "since", "first", "last"),
    [
        ("month", D(2026, 2, 1), D(2026, 2, 1), D(2026, 2, 28)),
        ("month", D(2026, 2, 2), D(2026, 3, 1), D(2026, 3, 31)),
        ("quarter", D(2026, 1, 2), D(2026, 4, 1), D(2026, 6, 30)),
        ("municipal_year", D(2025, 5, 1), D(2025, 5, 1), D(2026, 4, 30)),
        ("municipal_year", D(2025, 5, 2), D(2026, 5, 1), D(2027, 4, 30)),
        ("financial_year", D(2025, 1, 1), D(2025, 4, 1), D(2026, 3, 31)),
        ("calendar_year", D(2026, 1, 1), D(2026, 1, 1), D(2026, 12, 31)),
    ],
)
def test_the_first_period_begins_on_or_after_since(every: str, since: D, first: D, last: D) -> None:
    found = the(an_entry(every=every, since=since))[0]
    assert (found.period.first, found.period.last) == (first, last)


def test_quarters_follow_each_other_until_the_last_that_ends_in_time() -> None:
    found = the(an_entry(until=D(2026, 12, 30)))
    assert [each.name for each in found] == [
        "quarterly_2026-01-01_2026-03-31",
        "quarterly_2026-04-01_2026-06-30",
        "quarterly_2026-07-01_2026-09-30",
    ]
    assert found[0].period.words == "the quarter January to March 2026"


def test_nothing_is_owed_before_its_day() -> None:
    entry = an_entry()
    assert the(entry, until=D(2026, 4, 27)) == ()
    assert len(the(entry, until=D(2026, 4, 28))) == 1
    assert not one(entry, until=D(2026, 4, 28)).is_late(D(2026, 4, 28))
    assert one(entry, until=D(2026, 4, 28)).is_late(D(2026, 4, 29))


def test_with_a_meeting_a_report_is_late_when_its_agenda_should_be_out() -> None:
    found = one(an_entry(**MARCH, meetings=[D(2026, 5, 13)]))
    assert not found.is_late(D(2026, 5, 5))
    assert found.is_late(D(2026, 5, 6))


def test_a_review_after_twelve_months_tells_of_them_all() -> None:
    found = one(after({"on": D(2025, 7, 4), "months": 12}, meetings=[D(2026, 9, 9)]))
    assert (found.period.first, found.period.last) == (D(2025, 7, 4), D(2026, 7, 3))
    # Wednesday 9 September 2026. Clear: 2, 3, 4, 7, 8; out on 1 September; 31 August is a bank
    # holiday, so ten working days before are 17 August.
    assert (found.meeting, found.due) == (D(2026, 9, 9), D(2026, 8, 17))


def test_an_event_on_29_february_is_reviewed_when_its_year_is_full() -> None:
    found = one(after({"on": D(2024, 2, 29), "months": 12}))
    assert found.period.last == D(2025, 2, 27)


def test_a_further_report_in_the_autumn_goes_to_the_first_meeting_of_the_autumn() -> None:
    meetings = [D(2026, 7, 29), D(2026, 9, 2), D(2026, 10, 21), D(2026, 11, 18)]
    found = one(after({"on": D(2026, 6, 24), "season": "autumn"}, meetings=meetings))
    assert (found.period.first, found.period.last) == (D(2026, 6, 24), D(2026, 8, 31))
    # Wednesday 21 October: agenda out by 13 October, draft by 29 September.
    assert (found.meeting, found.agenda_day) == (D(2026, 10, 21), D(2026, 10, 13))
    assert found.due == D(2026, 9, 29)


@pytest.mark.parametrize(
    ("season", "on", "first"),
    [
        (Season.AUTUMN, D(2026, 6, 24), D(2026, 9, 1)),
        (Season.AUTUMN, D(2026, 12, 1), D(2027, 9, 1)),
        (Season.WINTER, D(2026, 11, 30), D(2026, 12, 1)),
        (Season.SPRING, D(2026, 12, 31), D(2027, 3, 1)),
        (Season.SUMMER, D(2026, 5, 31), D(2026, 6, 1)),
    ],
)
def test_the_season_meant_is_the_next_one(season: Season, on: D, first: D) -> None:
    assert not season.has(on)
    assert season.next_after(on) == first
    assert season.has(first)


def test_winter_goes_over_the_new_year() -> None:
    winter = [month for month in range(1, 13) if Season.WINTER.has(D(2026, month, 15))]
    assert winter == [1, 2, 12]


def test_upcoming_is_the_next_of_each_that_is_not_made() -> None:
    schedule = a_schedule(an_entry(), an_entry(key="monthly", every="month"))
    found = upcoming(schedule, a_partnership(), D(2026, 5, 1), ())
    assert [each.name for each in found] == [
        "monthly_2026-04-01_2026-04-30",
        "quarterly_2026-04-01_2026-06-30",
    ]
    made = {"monthly_2026-04-01_2026-04-30"}
    names = [each.name for each in upcoming(schedule, a_partnership(), D(2026, 5, 1), made)]
    assert names == [
        "monthly_2026-04-01_2026-04-30",
        "monthly_2026-05-01_2026-05-31",
        "quarterly_2026-04-01_2026-06-30",
    ]


def test_a_year_whose_bank_holidays_are_not_known_is_refused_and_never_guessed() -> None:
    entry = an_entry(since=D(2028, 10, 1))
    assert the(entry, until=D(2028, 12, 31)) == ()
    assert upcoming(a_schedule(entry), a_partnership(), D(2028, 12, 31), ()) == ()
    with pytest.raises(CaseFileError, match="bank holidays"):
        the(entry, until=D(2029, 1, 31))


EVERY = st.sampled_from(list(PeriodKind))
DAYS = st.dates(D(2024, 1, 1), D(2026, 12, 31))


@given(
    every=EVERY,
    since=DAYS,
    meetings=st.lists(st.dates(D(2024, 1, 1), D(2028, 9, 30)), unique=True, max_size=12),
    notice=st.integers(0, 10),
    draft=st.integers(0, 20),
    within=st.integers(7, 90),
)
def test_each_period_is_owed_once_in_order_after_its_end_and_in_time(
    every: PeriodKind, since: D, meetings: list[D], notice: int, draft: int, within: int
) -> None:
    entry = an_entry(
        every=every.value,
        since=since,
        meetings=meetings,
        notice_clear_days=notice,
        draft_working_days=draft,
        within_days=within,
    )
    found = the(entry, until=D(2028, 6, 30))
    assert len({each.name for each in found}) == len(found)
    for before, each in zip((None, *found), found, strict=False):
        assert each.period.last < each.due <= D(2028, 6, 30)
        assert each.period.first >= since
        if before is not None:
            assert each.period.first == before.period.last + dt.timedelta(days=1)
            assert each.due >= before.due
        if each.meeting is not None and each.agenda_day is not None:
            assert each.meeting in meetings
            assert each.due <= each.agenda_day < each.meeting
            assert (each.meeting - each.agenda_day).days - 1 >= notice


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (an_entry(every=None, since=None), "either every or after"),
        (an_entry(after={"event": "x", "on": D(2026, 1, 1), "months": 1}), "either every or after"),
        (an_entry(since=None), "Add since"),
        (after({"on": D(2026, 1, 1), "months": 12}, until=D(2026, 2, 1)), "go with every"),
        (an_entry(until=D(2025, 12, 31)), "until lies before since"),
        (an_entry(meetings=[D(2026, 5, 1), D(2026, 5, 1)]), "listed twice"),
        (after({"on": D(2026, 1, 1)}), "exactly one of"),
        (after({"on": D(2026, 1, 1), "months": 12, "season": "autumn"}), "exactly one of"),
        (after({"on": D(2026, 9, 1), "season": "autumn"}), "which year is meant"),
        (after({"on": D(2026, 9, 1), "until": D(2026, 8, 31)}), "until lies before on"),
        (after({"months": 12}), "Field required"),
        (an_entry(within_days=6), "greater than or equal to 7"),
        (an_entry(key="Not a key"), "match pattern"),
        (an_entry(every="week"), "calendar_year"),
        (an_entry(colour="red"), "not permitted"),
    ],
)
def test_what_cannot_be_meant_is_refused(entry: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        a_schedule(entry)


def test_two_reports_with_one_key_are_refused() -> None:
    with pytest.raises(ValidationError, match="two reports have the same key"):
        a_schedule(an_entry(), an_entry(every="month"))


PROMISE = Promise(
    report=FollowUp(
        report="assurance-report",
        about="the arrangements",
        to="",
        by=dt.date(2026, 11, 30),
        by_words="in autumn 2026",
    ),
    written_in="reports/x/report.toml",
    on=dt.date(2026, 6, 18),
)


@pytest.mark.parametrize(
    ("changes", "is_kept"),
    [
        ({}, True),  # the quarter to the end of June, due in July
        ({"report": "scrutiny-report"}, False),
        ({"until": dt.date(2026, 3, 31)}, False),  # owed before it was promised
        ({"since": dt.date(2026, 10, 1)}, False),  # owed after the promised day
    ],
)
def test_a_promised_report_that_no_entry_owes_in_time_is_told(
    changes: dict[str, object], *, is_kept: bool
) -> None:
    schedule = a_schedule(an_entry(**changes))
    told = not_scheduled([PROMISE], schedule, a_partnership())
    assert told == (() if is_kept else (PROMISE,))


def test_a_draft_is_listed_until_a_final_report_is_made() -> None:
    schedule, partnership = a_schedule(an_entry()), a_partnership()
    (first, *_) = owed(schedule, partnership, D(2026, 12, 1))
    drafted = {first.name: Made(name=first.name, files=(), note="a draft: narrative to be written")}

    def state(*final: FinalReport) -> ReportState:
        found = listed(schedule, partnership, D(2026, 12, 1), drafted, final)
        return next(each.state for each in found if each.owed.name == first.name)

    assert state() is ReportState.DRAFTED
    assert state(FinalReport.of(first)) is ReportState.MADE
    assert state(FinalReport("scrutiny-report", *_days(first), None)) is ReportState.DRAFTED


def _days(each: Owed) -> tuple[dt.date, dt.date]:
    return each.period.first, each.period.last
