"""What is owed in a case, and what is settled."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.cases import a_case, a_partnership
from tests.test_state import DECIDED, REVIEW, SENT, notified

from lscp_docs.timescales.owed import Owed, owed

D = dt.date


def due(*, partnership: dict[str, Any] | None = None, **changes: Any) -> dict[str, Owed]:
    found = owed(a_case(**changes), a_partnership(**(partnership or {})))
    assert len({item.key for item in found}) == len(found)
    return {item.key: item for item in found}


def test_a_dissent_owes_the_rationale_in_the_five_working_days() -> None:
    rationale = due()["notify-panel"]
    assert rationale.document == "non-notification-rationale"
    assert rationale.due == D(2026, 3, 9)
    assert rationale.cautious == D(2026, 3, 6)
    assert rationale.to == "all members of the Review Advisory Group"
    assert rationale.trigger == "the local authority became aware on 2 March 2026"
    assert rationale.citation == "Working Together 2023"


def test_an_issued_rationale_is_not_owed() -> None:
    issued = [{"document": "non-notification-rationale", "on": D(2026, 3, 6)}]
    assert "notify-panel" not in due(issued=issued)


def test_unanimity_owes_no_rationale() -> None:
    view = {"view": "criteria_not_met", "reasons": "R.", "given_by": "A", "role": "B"}
    found = due(discussion={"view_health": view}, decision={"answers_to_partners": []})
    assert "notify-panel" not in found
    assert "referrer-feedback" in found


def test_without_a_decision_the_notification_is_owed() -> None:
    found = due(decision=None)
    assert found["notify-panel"].what == "Decide and, if so, notify"
    assert "referrer-feedback" not in found


def test_a_notification_owes_the_rapid_review_and_the_units_copy() -> None:
    found = due(**notified())
    assert found["rapid-review"].due == D(2026, 3, 27)
    assert found["rapid-review"].cautious == D(2026, 3, 26)
    assert found["copy-to-business-unit"].due == D(2026, 3, 6)
    assert "notify-panel" not in found


def test_a_submitted_review_owes_only_the_panels_reply() -> None:
    found = due(**notified(rapid_review=SENT, executive=[DECIDED]))
    assert "rapid-review" not in found
    assert found["panel-reply"].due == D(2026, 4, 7)


def test_an_agency_owes_its_scoping_report_until_it_is_returned_or_waived() -> None:
    asked = {"agency": "hospital", "asked_on": D(2026, 3, 6), "due_on": D(2026, 3, 17)}
    found = due(**notified(rapid_review={**REVIEW, "requests": [asked]}))
    assert found["scoping-report-hospital"].by == "Teasel Hospitals Trust"
    back = {**asked, "returned_on": D(2026, 3, 16)}
    assert "scoping-report-hospital" not in due(
        **notified(rapid_review={**REVIEW, "requests": [back]})
    )


def test_a_local_timetable_adds_its_steps() -> None:
    sent = {
        "sent_at": D(2026, 3, 6), "notified_by": "N", "role": "R",
        "copy_received_by_unit_on": D(2026, 3, 6),
    }  # fmt: skip
    found = due(partnership={"timetable": "sefton"}, **notified(notification=sent))
    assert found["sefton-day-10"].due == D(2026, 3, 20)
    assert "copy-to-business-unit" not in found


def test_the_report_is_owed_to_the_panel_seven_working_days_before_publication() -> None:
    review = {
        "initiated_on": D(2026, 4, 20), "report_accepted_on": D(2026, 9, 1),
        "publication": {"outcome": "full", "decided_on": D(2026, 9, 2),
                        "planned_for": D(2026, 10, 15)},
    }  # fmt: skip
    changes = notified(rapid_review=SENT, executive=[DECIDED], lcspr=review)
    found = due(**changes)
    assert found["panel-copy"].due == D(2026, 10, 6)
    assert found["panel-copy"].cautious == D(2026, 10, 5)
    review["publication"]["report_sent_to_panel_on"] = D(2026, 10, 1)
    assert "panel-copy" not in due(**changes)


def test_late_begins_the_day_after_and_pressing_on_the_cautious_date() -> None:
    rationale = due()["notify-panel"]
    assert not rationale.is_late(D(2026, 3, 9))
    assert rationale.is_late(D(2026, 3, 10))
    assert rationale.is_pressing(D(2026, 3, 6))
    assert not rationale.is_pressing(D(2026, 3, 5))


def test_what_is_owed_first_comes_first() -> None:
    days = [item.cautious for item in owed(a_case(), a_partnership())]
    assert len(days) > 1
    assert days == sorted(days)
