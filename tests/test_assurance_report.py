"""The report to the Executive: what needs attention, what was late and why, what is not known."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from tests.invented_home import InventedHome, a_folder, text_of
from tests.register_cases import a_referral, an_lcspr_case
from tests.reported import HARROWMERE, SALTMARSH, reported
from tests.tracked import a_case_with

from lscp_docs.casefile.case_folder import load_case
from lscp_docs.catalogue import report
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.errors import MissingFactsError
from lscp_docs.model.case import CaseFile, Issued
from lscp_docs.model.people import Child
from lscp_docs.paper import Format, Standing
from lscp_docs.register.period import between
from lscp_docs.report import ReportRequest, produce_report
from lscp_docs.reports.told_case import ToldCase, told_case
from lscp_docs.reports.told_matters import Matter

KEY = "assurance-report"
D = dt.date
QUARTER = between(D(2026, 1, 1), D(2026, 3, 31))
TODAY = D(2026, 4, 20)
WRITTEN = """
meeting_on = 2026-04-29
author_role = "Business manager"
recommendations = ["note this report"]
[[sections]]
key = "gaps"
text = "We do not know what children say."
[[sections]]
key = "opportunities"
text = "Ask them."
"""


def told(case: CaseFile, on: dt.date = TODAY) -> ToldCase:
    return told_case(a_folder(case), profile=Profile.INTERNAL, as_at=on, period=QUARTER)


def matters(case: CaseFile, on: dt.date = TODAY) -> list[tuple[Matter, str]]:
    return [(each.matter, each.words) for each in told(case, on).matters]


def kinds(case: CaseFile, on: dt.date = TODAY) -> list[Matter]:
    return [matter for matter, _ in matters(case, on)]


def with_facts(case: CaseFile, **facts: Any) -> CaseFile:
    """The case with some of its tables changed."""
    changed = {}
    for key, fields in facts.items():
        table = getattr(case, key)
        record = type(table).model_validate(
            {**{name: getattr(table, name) for name in table.model_fields_set}, **fields}
        )
        changed[key] = record
    return case.model_copy(update=changed)


def made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *cases: CaseFile, today: dt.date = TODAY
) -> str:
    home = InventedHome(monkeypatch, tmp_path, *map(a_folder, cases))
    return text_of(home.report(KEY, QUARTER, today, written=WRITTEN))


def test_the_sample_report_is_final_short_and_without_a_warning() -> None:
    sample = reported(KEY, HARROWMERE, QUARTER)
    produced = sample.produced
    assert (produced.gaps, produced.defects, produced.warnings) == ((), (), ())
    assert 4 <= len(sample.pages) <= 7
    first = sample.pages[0]
    order = ("Period", "Needs attention on", "is asked to:", "1 Progress")
    places = [" ".join(first.split()).index(words) for words in order]
    assert places == sorted(places)


def test_the_other_sample_report_is_final_without_a_warning(tmp_path: Path) -> None:
    request = ReportRequest(period=QUARTER, today=TODAY, to=tmp_path, format=Format.WORD)
    produced = produce_report(SALTMARSH, report(KEY), request)
    assert (produced.gaps, produced.defects, produced.warnings) == ((), (), ())
    assert "Foreshore Homes" in text_of(produced)


def test_the_head_names_what_is_late_and_awaited() -> None:
    text = reported(KEY, HARROWMERE, QUARTER).text
    for line in (
        "One rapid review is past its last day: HSCP-2026-004 (working day 31 of 15, seven "
        "agencies owing).",
        "One referral is past its time limit, and undecided or not notified: HSCP-2026-003.",
        "One reply of the Panel is awaited: HSCP-2026-002.",
        "Two actions are overdue, the longest by 52 days.",
    ):
        assert line in text


def test_a_rapid_review_is_near_its_last_day_before_it_is_past_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = a_referral(
        "TVSCP-2026-007", D(2026, 3, 16), notified=D(2026, 3, 17), opened=D(2026, 3, 18)
    )
    review = told(case, D(2026, 4, 1)).review
    assert review is not None
    assert review.due == D(2026, 4, 9)
    for today, words in (
        (D(2026, 4, 1), ""),
        (D(2026, 4, 2), "near its last day"),
        (D(2026, 4, 9), "near its last day"),
        (D(2026, 4, 10), "past its last day: TVSCP-2026-007 (working day 16 of 15"),
    ):
        text = made(tmp_path, monkeypatch, case, today=today)
        assert (words in text) if words else ("last day: TVSCP" not in text)


def test_reasons_for_lateness_are_told_with_names_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = a_referral(
        "TVSCP-2026-008",
        D(2026, 1, 12),
        notified=D(2026, 1, 30),
        opened=D(2026, 1, 30),
        submitted=D(2026, 3, 30),
        replied=D(2026, 4, 10),
    )
    child = {"id": "C1", "forenames": "Zoë", "surname": "Marlowe", "pseudonym": "Wren"}
    child["date_of_birth"] = "2022"
    late = with_facts(late, rapid_review={"late_reason": "Zoë’s mother was in hospital."})
    late = late.model_copy(update={"children": (Child.model_validate(child),)})
    text = made(tmp_path, monkeypatch, late)
    assert "TVSCP-2026-008, rapid review: due on 20 February 2026, sent on 30 March 2026." in text
    assert "Wren’s mother was in hospital." in text
    assert "Zoë" not in text
    assert "TVSCP-2026-008, notification: due on 16 January 2026, sent on 30 January" in text
    assert "No reason is recorded." in text
    assert "One late notification or rapid review has no reason recorded: TVSCP-2026-008." in text


def test_a_reason_of_a_sample_hides_the_names_that_its_case_knows() -> None:
    folder = load_case(SALTMARSH, "SWSCP-2024-008")
    case = told_case(folder, profile=Profile.INTERNAL, as_at=TODAY, period=QUARTER)
    (late,) = case.late
    assert (late.measure, late.due, late.done_on) == (
        "reviewed_late",
        D(2024, 10, 3),
        D(2024, 10, 7),
    )
    assert late.is_explained
    assert late.reason.startswith("Two working days late.")
    public = told_case(folder, profile=Profile.PUBLIC, as_at=TODAY, period=QUARTER)
    assert (public.late[0].is_explained, public.late[0].reason) == (True, "")


def test_lateness_of_another_period_is_not_told_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = a_referral(
        "TVSCP-2025-009",
        D(2025, 10, 1),
        notified=D(2025, 10, 30),
        opened=D(2025, 10, 30),
        submitted=D(2025, 11, 10),
        replied=D(2025, 11, 20),
    )
    assert len(told(before).late) == 1
    assert "What was late, and why" not in made(tmp_path, monkeypatch, before)


def test_what_is_carried_in_and_new_adds_up_to_what_is_settled_and_carried_out() -> None:
    body = list(reported(KEY, HARROWMERE, QUARTER).word.body)
    begins = body.index("What was open") + 5
    rows = [body[at : at + 5] for at in range(begins, begins + 30, 5)]
    assert rows[0] == ["Referrals without an outcome", "0", "3", "2", "1"]
    for _, *numbers in rows:
        start, new, settled, end = map(int, numbers)
        assert start + new == settled + end


def test_a_referral_needs_attention_from_the_day_after_its_last_day() -> None:
    case = a_referral("TVSCP-2026-003", D(2026, 3, 12), aware=D(2026, 3, 5), decided=None)
    assert kinds(case, D(2026, 3, 12)) == []
    ((matter, words),) = matters(case, D(2026, 3, 13))
    assert matter is Matter.UNDECIDED
    assert words == "Considered on 12 March 2026, and not decided; due on 12 March 2026"


def test_a_decision_to_notify_that_is_not_carried_out_needs_attention() -> None:
    case = a_referral("TVSCP-2026-003", D(2026, 3, 6), aware=D(2026, 3, 5), notify=True)
    found = dict(matters(case))
    assert found[Matter.UNDECIDED] == (
        "Decided on 6 March 2026 to notify, and not notified; due on 12 March 2026"
    )


def test_a_decision_without_a_rationale_needs_attention_until_one_is_issued() -> None:
    case = a_referral("TVSCP-2026-004", D(2026, 3, 6), notified=D(2026, 3, 6), opened=D(2026, 3, 9))
    assert kinds(case) == [Matter.RATIONALE]
    issued = Issued(document="notification-rationale", on=D(2026, 4, 10))
    with_one = case.model_copy(update={"issued": (issued,)})
    assert kinds(with_one) == []
    assert kinds(with_one, D(2026, 4, 9)) == [Matter.RATIONALE]


def test_a_unanimous_decision_not_to_notify_needs_no_rationale() -> None:
    assert kinds(a_referral("TVSCP-2026-005", D(2026, 3, 6), notify=False)) == []
    views = {"local_authority": False, "police": True, "health": False}
    differing = a_referral("TVSCP-2026-005", D(2026, 3, 6), notify=False, views=views)
    assert kinds(differing) == [Matter.RATIONALE]


def test_a_rapid_review_that_nobody_opened_needs_attention() -> None:
    case = a_referral("TVSCP-2026-006", D(2026, 3, 6), notified=D(2026, 3, 6))
    assert Matter.NOT_OPENED in kinds(case)
    gone = a_referral(
        "TVSCP-2026-006", D(2026, 3, 6), notified=D(2026, 3, 6), withdrawn=D(2026, 3, 10)
    )
    assert Matter.NOT_OPENED not in kinds(gone)


def test_a_local_review_needs_attention_after_six_months_until_it_is_accepted() -> None:
    case = an_lcspr_case("TVSCP-2025-020", D(2025, 8, 1), {})
    assert case.lcspr is not None
    assert case.lcspr.initiated_on == D(2025, 8, 31)
    assert Matter.LCSPR not in kinds(case, D(2026, 2, 28))
    assert Matter.LCSPR in kinds(case, D(2026, 3, 1))
    done = an_lcspr_case("TVSCP-2025-020", D(2025, 8, 1), {"report_accepted_on": "2026-02"})
    assert Matter.LCSPR not in kinds(done, D(2026, 3, 1))


def test_a_reply_of_the_panel_is_awaited_until_the_day_that_it_came() -> None:
    case = a_referral(
        "TVSCP-2026-007",
        D(2026, 2, 2),
        notified=D(2026, 2, 2),
        opened=D(2026, 2, 2),
        submitted=D(2026, 2, 20),
        replied=D(2026, 3, 20),
    )
    assert Matter.PANEL in kinds(case, D(2026, 3, 19))
    assert Matter.PANEL not in kinds(case, D(2026, 3, 20))


def test_a_closed_case_needs_no_attention() -> None:
    case = load_case(SALTMARSH, "SWSCP-2025-015")
    closed = told_case(case, profile=Profile.INTERNAL, as_at=TODAY, period=QUARTER)
    assert closed.matters == ()


def test_the_monitoring_of_a_local_review_is_told_and_its_absence_is_a_gap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [
        {"on": D(2025, 12, 1), "entry": "Before the quarter."},
        {"on": D(2026, 2, 2), "entry": "Draft read; on time."},
    ]
    watched = an_lcspr_case("TVSCP-2025-021", D(2025, 10, 1), {"progress": entries})
    silent = an_lcspr_case("TVSCP-2025-022", D(2025, 10, 1), {})
    text = made(tmp_path, monkeypatch, watched, silent)
    assert "2 February 2026: Draft read; on time." in text
    assert "Before the quarter." not in text
    assert "SI 2018/789, regulation 14" in text
    assert (
        "No monitoring of time and quality is recorded since the period began for the local review "
        "in TVSCP-2025-022." in text
    )


def test_missing_views_and_outcomes_are_gaps_that_name_their_cases(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    views = {"local_authority": False, "police": None, "health": False}
    unknown = a_referral("TVSCP-2026-011", D(2026, 2, 2), notify=False, views=views)
    undecided = a_referral("TVSCP-2026-012", D(2026, 3, 12), decided=None)
    text = made(tmp_path, monkeypatch, unknown, undecided)
    assert "Of one decision, the view of a partner is missing or was not available" in text
    assert "agreed unanimously: TVSCP-2026-011." in text
    assert "One referral had no outcome when the period ended: TVSCP-2026-012." in text


def test_an_action_without_news_is_a_gap_and_an_overdue_one_is_told_with_its_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = {
        "started_on": D(2026, 1, 5),
        "due": D(2026, 2, 1),
        "revised_due": D(2026, 3, 1),
        "revised_on": D(2026, 1, 20),
        "revised_because": "The form is late.",
    }
    text = made(tmp_path, monkeypatch, a_case_with(moved))
    assert "/a1, overdue by 50 days:" in text
    assert "Teasel Hospitals Trust, Named Nurse. It was due on 1 March 2026." in text
    assert "Moved on 20 January 2026 to 1 March 2026: The form is late." in text
    assert "Of one action, no news was ever recorded: TVSCP-2026-001/a1." in text


def test_with_no_case_it_reads_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = made(tmp_path, monkeypatch)
    assert "Nothing is late, overdue or awaited on 20 April 2026." in text
    assert "No action is on the tracker on 20 April 2026." in text
    assert "No rapid review is open on 20 April 2026." in text
    assert "The cases and the figures of the period show no gap." in text
    assert "none yet" in text
    assert "What is open, case by case" not in text


def test_a_final_report_needs_gaps_opportunities_and_recommendations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = InventedHome(monkeypatch, tmp_path)
    with pytest.raises(MissingFactsError):
        home.report(KEY, QUARTER, TODAY)
    draft = home.report(KEY, QUARTER, TODAY, standing=Standing.DRAFT)
    assert [gap.path for gap in draft.gaps] == [
        "meeting_on",
        "author_role",
        "recommendations",
        "sections.gaps",
        "sections.opportunities",
    ]


def test_a_date_that_places_a_review_in_no_period_stops_a_final_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vague = an_lcspr_case("TVSCP-2025-023", D(2025, 10, 1), {"report_accepted_on": "2026"})
    with pytest.raises(MissingFactsError) as stopped:
        made(tmp_path, monkeypatch, vague)
    assert [problem.file for problem in stopped.value.problems] == ["TVSCP-2025-023"]


def test_deaths_of_looked_after_children_and_care_leavers_are_counted_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    death = a_referral(
        "TVSCP-2026-013",
        D(2026, 2, 2),
        notified=D(2026, 2, 2),
        type="care_leaver_death",
        abuse_status="not_known_or_suspected",
    )
    body = made(tmp_path, monkeypatch, death).split("\n")
    row = body.index("Notifications of the death of a care leaver")
    assert body[row + 1] == "1 of 1 (100%)"
