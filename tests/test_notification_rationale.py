"""The rationale for notifying holds the same reasons, and the clock of what follows."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cases import a_case, a_partnership, material
from letters import faults
from lscp_docs.documents import notification_rationale as rationale
from lscp_docs.documents.notification_rationale import NotificationRationale
from lscp_docs.model.case import CaseFile
from lscp_docs.wording import gaps


def notified(**changes: Any) -> CaseFile:
    """A case in which all hold that the criteria are met and the notification was sent in time."""
    met = {"view": "criteria_met"}
    sent = {
        "sent_at": dt.datetime(2026, 3, 6, 10, 5),
        "notified_by": "Hana Brockle",
        "role": "Head of Safeguarding",
    }
    return a_case(
        discussion={"view_local_authority": met, "view_police": met, "view_health": met},
        decision={"outcome": "notify", "answers_to_partners": []},
        notification={**sent, **changes},
    )


def test_it_applies_to_a_decision_to_notify_alone() -> None:
    assert rationale.applies(notified(), a_partnership())
    assert not rationale.applies(a_case(), a_partnership())
    assert not rationale.applies(a_case(decision=None), a_partnership())


def test_a_death_without_abuse_that_the_panel_does_not_consider_has_none() -> None:
    case = a_case(
        incident={"type": "care_leaver_death", "abuse_status": "not_known_or_suspected"},
        decision={"outcome": "notify", "answers_to_partners": []},
    )
    assert not rationale.applies(case, a_partnership())


def test_the_decision_is_to_notify() -> None:
    decided = rationale.context(material(notified())).reasons.decided
    assert isinstance(decided, str)
    assert decided.startswith("Teasel Vale Council has decided to notify the Child Safeguarding")


def test_where_nobody_differs_it_says_so_and_answers_nobody() -> None:
    case = a_case(
        discussion={
            "view_health": {"view": "criteria_met"},
            "view_police": {"view": "criteria_met"},
            "view_local_authority": {"view": "criteria_met"},
            "areas_of_disagreement": None,
        },
        decision={"outcome": "notify", "answers_to_partners": []},
    )
    reasons = rationale.context(material(case)).reasons
    assert reasons.disagreement == ("No partner’s view differs from the decision.",)
    assert reasons.answers == ()


def test_the_notification_and_the_rapid_review_have_their_clocks() -> None:
    context = rationale.context(material(notified()))
    assert context.timing[1] == ("It was sent on 6 March 2026 at 10:05, within the time limit.")
    assert context.rapid_review.startswith(
        "A rapid review follows the notification. It is due on 27 March 2026"
    )


def test_a_letter_of_an_earlier_day_knows_of_no_notification() -> None:
    context = rationale.context(material(notified(), on=dt.date(2026, 3, 5)))
    assert context.timing[1] == "It had not been sent when this letter was written."
    assert context.rapid_review == "A rapid review follows the notification."


def test_a_late_notification_needs_its_reason() -> None:
    late = dt.datetime(2026, 3, 11, 9, 0)
    day = dt.date(2026, 3, 12)
    told = rationale.context(
        material(notified(sent_at=late, late_reason="The system was down."), on=day)
    )
    assert told.timing[1:] == (
        "It was sent on 11 March 2026 at 09:00, after the time limit.",
        "The system was down.",
    )
    untold = rationale.context(material(notified(sent_at=late), on=day))
    assert [gap.path for gap in gaps(untold)] == ["notification.late_reason"]


@pytest.mark.parametrize(
    ("day", "said"), [(7, "A rapid review follows"), (9, "The notification was withdrawn on 9")]
)
def test_a_withdrawal_is_told_from_its_day_on(day: int, said: str) -> None:
    case = notified(withdrawn={"on": dt.date(2026, 3, 9), "reason": "Criteria not met."})
    context = rationale.context(material(case, on=dt.date(2026, 3, day)))
    assert context.rapid_review.startswith(said)


def test_a_complete_case_has_no_gap() -> None:
    assert list(gaps(rationale.context(material(notified())))) == []


def test_the_template_fits_its_words() -> None:
    assert faults("notification_rationale", NotificationRationale) == []
