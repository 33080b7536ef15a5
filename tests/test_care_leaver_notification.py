"""The death of a looked after child or a care leaver is notified whatever its cause."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cases import ISSUED, D, a_case, a_partnership, strings_of
from discussed import CHILD, full, notified
from letters import faults
from lscp_docs.documents import care_leaver_notification as sheet
from lscp_docs.documents.care_leaver_notification import CareLeaverNotification
from lscp_docs.model.case import CaseFile
from lscp_docs.wording import gaps

LEAVER = {
    "status": "former_relevant",
    "personal_adviser": "Corin Asker",
    "accommodation": "Flat 2, Guild Street",
    "cause_if_known": "Not yet known; for the coroner.",
    "learning_wanted": True,
    "learning_reasons": "He lived alone with an illness.",
}


def died(kind: str = "care_leaver_death", **changes: Any) -> CaseFile:
    """The invented person, dead: a care leaver of 20, or a looked after child of 2."""
    born = D(2006, 1, 1) if kind == "care_leaver_death" else D(2023, 5, 14)
    incident = {
        "type": kind,
        "outcome": "died",
        "abuse_status": "not_known_or_suspected",
        "serious_harm": [],
        "immediate_safeguarding_actions": None,
        **changes.pop("incident", {}),
    }
    child = {**CHILD, "date_of_birth": born, "date_of_death": D(2026, 2, 27)}
    whole = {"children": [child], "care_leaver": LEAVER}
    return notified(incident=incident, **{**whole, **changes})


def said(case: CaseFile, on: dt.date = ISSUED) -> str:
    return "\n".join(strings_of(sheet.context(full(case, on))))


def asked(case: CaseFile) -> set[str]:
    return {gap.path for gap in gaps(sheet.context(full(case)))}


def test_the_template_is_right_for_its_context() -> None:
    assert faults("care_leaver_notification", CareLeaverNotification) == []


def test_it_applies_to_both_deaths_whatever_the_cause() -> None:
    for kind in ("care_leaver_death", "looked_after_child_death"):
        assert sheet.applies(died(kind), a_partnership())
        assert sheet.applies(died(kind, incident={"abuse_status": "known"}), a_partnership())
    assert not sheet.applies(a_case(), a_partnership())


def test_a_whole_sheet_has_no_gaps_and_holds_every_word() -> None:
    assert asked(died()) == set()
    words = said(died())
    for fact in ("Former relevant", "Corin Asker", "Flat 2, Guild Street", "for the coroner"):
        assert fact in words
    assert "He lived alone with an illness." in words


def test_a_care_leaver_is_notified_before_the_25th_birthday() -> None:
    words = said(died())
    assert "up to and including the age of 24, that is, before the 25th birthday" in words
    assert "up to and including the age of 24 (in accordance with" not in words


def test_a_care_leaver_under_18_needs_the_criteria_considered() -> None:
    assert "for a care leaver under 18 the criteria for a serious incident must be" in said(died())


def test_a_looked_after_child_has_the_words_of_its_own_duty() -> None:
    words = said(died("looked_after_child_death"))
    assert "separate duty to notify the DfE and Ofsted when a looked after child dies" in words
    assert "The Panel does not consider the death of a looked-after child" in words
    assert "However local partners may convene a local review" in words
    assert "care leaver under 18" not in words


def test_where_abuse_is_suspected_nothing_says_that_the_panel_does_not_consider_it() -> None:
    incident = {"abuse_status": "suspected", "immediate_safeguarding_actions": "None needed."}
    words = said(died("looked_after_child_death", incident=incident))
    assert "The Panel does not consider" not in words
    assert "Abuse or neglect is suspected." in words


def test_the_decision_is_told_as_one_to_notify_the_department_and_ofsted() -> None:
    words = said(died())
    assert "has decided to notify the death to the Department for Education and Ofsted" in words
    assert "to notify the Child Safeguarding Practice Review Panel" not in words


def test_no_rapid_review_is_told_of() -> None:
    assert "The rapid review is due" not in said(died())


def test_a_care_leaver_without_a_status_is_a_gap_and_a_looked_after_child_is_not() -> None:
    assert asked(died(care_leaver=None)) == {"care_leaver.status"}
    child = died("looked_after_child_death", care_leaver=None)
    assert asked(child) == set()
    labels = [fact.label for fact in sheet.context(full(child)).care]
    assert labels == ["Accommodation"]


def test_whether_learning_is_wanted_is_told_in_each_case() -> None:
    assert "Learning from this death is wanted." in said(died())
    no = died(care_leaver={**LEAVER, "learning_wanted": False})
    assert "No learning process is wanted." in said(no)
    unknown = {key: value for key, value in LEAVER.items() if key != "learning_wanted"}
    assert "Whether learning is wanted has not been recorded" in said(died(care_leaver=unknown))


def test_the_software_never_submits_and_the_day_is_counted() -> None:
    words = said(died())
    assert "This software never submits it" in words
    assert "Due on 9 March 2026" in words
    assert "within the time limit: 4 working days after" in words
    assert "has not been entered on 5 March 2026" in said(died(), D(2026, 3, 5))


def test_nothing_is_asked_about_harm_where_nobody_was_harmed() -> None:
    context = sheet.context(full(died()))
    assert context.incident.harm == ()
    assert context.incident.carer == ()
    assert "Nature of the harm" not in [fact.label for fact in context.incident.facts]
