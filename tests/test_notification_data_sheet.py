"""The data sheet counts what is missing, warns, and says that nothing is submitted."""

from __future__ import annotations

import datetime as dt

from cases import ISSUED, D, a_case, a_partnership, strings_of
from discussed import CHILD, discussed, full, notified
from letters import faults
from lscp_docs.documents import notification_data_sheet as sheet
from lscp_docs.documents.notification_data_sheet import NotificationDataSheet
from lscp_docs.documents.parts.national_system import how_to_enter
from lscp_docs.model.case import CaseFile
from lscp_docs.wording import gaps

NAMES = ("Zoë", "Ida", "Una", "Nell", "Maud", "Edda")


def said(case: CaseFile, on: dt.date = ISSUED) -> str:
    return "\n".join(strings_of(sheet.context(full(case, on))))


def with_children(count: int) -> CaseFile:
    return notified(
        children=[
            {**CHILD, "id": f"C{n}", "forenames": NAMES[n - 1], "pseudonym": f"Bird {n}"}
            for n in range(1, count + 1)
        ]
    )


def test_the_template_is_right_for_its_context() -> None:
    assert faults("notification_data_sheet", NotificationDataSheet) == []


def test_it_applies_to_a_decision_to_notify_the_panel_alone() -> None:
    assert sheet.applies(notified(), a_partnership())
    assert not sheet.applies(discussed(), a_partnership())
    assert not sheet.applies(a_case(decision=None), a_partnership())


def test_it_does_not_apply_to_a_death_that_the_panel_does_not_consider() -> None:
    incident = {"type": "care_leaver_death", "abuse_status": "not_known_or_suspected"}
    assert not sheet.applies(notified(incident=incident), a_partnership())
    suspected = {"type": "looked_after_child_death", "abuse_status": "suspected"}
    assert sheet.applies(notified(incident=suspected), a_partnership())


def test_it_says_that_the_software_never_submits() -> None:
    enter, names = sheet.context(full(notified())).how_to_enter
    assert "This software never submits it" in enter
    assert "Child Safeguarding Online Notification System" in enter
    assert "child safeguarding incident notification system" in names


def test_the_names_of_the_system_follow_the_date() -> None:
    assert "Report the death or serious harm of a child or care leaver" in said(notified())
    before = how_to_enter(full(notified(), D(2025, 6, 2)))
    assert "Report a serious child safeguarding incident" in before[1]
    assert len(how_to_enter(full(notified(), D(2023, 6, 1)))) == 2


def test_the_meter_counts_the_fields_and_names_the_missing_ones() -> None:
    counted = sheet.context(full(notified())).completeness
    filled, asked = (int(word) for word in counted.filled_in.split() if word.isdigit())
    missing = sum(len(block.split(": ", 1)[1].split("; ")) for block in counted.missing)
    assert filled + missing == asked
    assert any(block.startswith("Zoë O’Marlowe (C1): ") for block in counted.missing)


def test_one_more_fact_fills_one_more_field() -> None:
    more = notified(children=[{**CHILD, "religion": "Quaker"}])
    before, after = (sheet.context(full(case)).completeness for case in (notified(), more))
    count = [int(meter.filled_in.split()[0]) for meter in (before, after)]
    assert count[1] == count[0] + 1
    assert "Religion" in " ".join(before.missing)
    assert "Religion" not in " ".join(after.missing)


def test_a_gap_is_missing_as_well() -> None:
    context = sheet.context(full(notified(incident={"known_facts": None})))
    assert [gap.path for gap in gaps(context)] == ["incident.known_facts"]
    assert "Description" in " ".join(context.completeness.missing)


def test_four_children_stand_in_blocks_and_a_fifth_in_the_further_information() -> None:
    four, five = (sheet.context(full(with_children(n))) for n in (4, 5))
    assert (len(four.children), len(four.further_children), four.warnings) == (4, 0, ())
    assert (len(five.children), len(five.further_children)) == (4, 1)
    assert five.further_children[0].heading == "Maud O’Marlowe (C5)"
    assert five.warnings == (
        "This case has 5 children. The system takes the details of 4: enter Maud O’Marlowe in "
        "the further information.",
    )


def test_a_child_who_has_since_died_is_a_follow_up_and_changes_nothing() -> None:
    case = notified(notification={"child_has_since_died_on": D(2026, 3, 20)})
    assert "has since died" not in said(case, D(2026, 3, 19))
    assert "What was notified stays as it was on the day of the notification" in said(
        case, D(2026, 3, 20)
    )


def test_linked_cases_an_unborn_child_and_another_area_are_warned_of() -> None:
    child = {k: v for k, v in CHILD.items() if k != "date_of_birth"}
    case = notified(
        incident={"linked_cases": ["TVSCP-2025-009"], "location_local_authority": "Elsewhere"},
        children=[{**child, "expected_date_of_delivery": D(2026, 6, 1)}],
    )
    elsewhere, unborn, linked = sheet.context(full(case)).warnings
    assert elsewhere.startswith("The incident happened in the area of Elsewhere")
    assert "expected date of delivery" in unborn
    assert "TVSCP-2025-009" in linked


def test_before_it_is_sent_the_sheet_does_not_know_the_notifier() -> None:
    words = said(notified(), D(2026, 3, 5))
    assert "The notification has not been entered on 5 March 2026." in words
    assert "01632 960010" not in words
    assert "01632 960010" in said(notified())


def test_the_due_date_stands_with_its_reasons() -> None:
    due = sheet.context(full(notified())).time_limit
    assert isinstance(due, str)
    assert due.startswith("Due on 9 March 2026 (cautious date 6 March 2026): 5 working days from")
