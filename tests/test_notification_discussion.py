"""The discussion form holds its four parts, and says of each whether it has happened yet."""

from __future__ import annotations

import datetime as dt

import pytest

from cases import ISSUED, D, a_case, a_partnership, names_in, strings_of
from discussed import CHILD, MEETING, REFERRAL, discussed, full, notified
from letters import faults
from lscp_docs.documents import notification_discussion as form
from lscp_docs.documents.notification_discussion import DiscussionRecord
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Kind
from lscp_docs.wording import gaps


def said(case: CaseFile, on: dt.date = ISSUED) -> str:
    return "\n".join(strings_of(form.context(full(case, on))))


def asked(case: CaseFile, on: dt.date = ISSUED) -> set[str]:
    return {gap.path for gap in gaps(form.context(full(case, on)))}


def test_the_template_is_right_for_its_context() -> None:
    assert faults("notification_discussion", DiscussionRecord) == []


def test_it_applies_once_a_case_is_referred() -> None:
    assert form.applies(a_case(), a_partnership())
    bare = a_case(referral=None, discussion=None, decision=None)
    assert not form.applies(bare, a_partnership())


def test_a_whole_form_has_no_gaps() -> None:
    assert asked(discussed()) == set()
    assert asked(notified()) == set()


def test_every_narrative_stands_in_it_whole() -> None:
    words = said(discussed())
    for narrative in (
        "The injury is not explained.",
        "Nobody saw the fall.",
        "The group heard the referral.",
        "Both readings of serious harm were argued with care.",
        "A second medical opinion was read together.",
        "Press interest was left out of account.",
        "When the follow-up X-ray is reported.",
    ):
        assert narrative in words


def test_missing_facts_of_part_a_are_gaps() -> None:
    case = discussed(
        referral={**REFERRAL, "rationale": None},
        incident={"known_facts": None, "serious_harm": []},
    )
    assert asked(case) == {"referral.rationale", "incident.known_facts", "incident.serious_harm"}


def test_a_case_without_a_referral_asks_for_all_of_part_a() -> None:
    paths = asked(discussed(referral=None))
    assert {"referral.raised_on", "referral.received_on", "referral.raised_by"} <= paths


def test_a_referrer_whom_nobody_can_reach_is_a_gap() -> None:
    raised_by = {"name": "Isolde Penhallow", "role": "Named Nurse", "agency": "hospital"}
    case = discussed(referral={**REFERRAL, "raised_by": {**raised_by, "telephone": None}})
    assert asked(case) == {"referral.raised_by.telephone"}


def test_what_the_lead_says_of_the_referral_is_told() -> None:
    record = form.context(full(discussed()))
    assert record.agreement is not None
    assert "Does not agree, forwarded all the same" in set(strings_of(record.agreement))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (D(2026, 3, 2), "It has not gone to the Review Advisory Group on 2 March 2026."),
        (D(2026, 3, 3), "They have not discussed the case on 3 March 2026."),
        (D(2026, 3, 4), "The decision is not recorded on 4 March 2026."),
        (D(2026, 3, 5), "The notification has not been made on 5 March 2026."),
        (D(2026, 3, 6), "within the time limit: 4 working days after the day"),
    ],
)
def test_it_says_how_far_the_case_is_on_its_date(day: dt.date, state: str) -> None:
    record = form.context(full(notified(), day))
    assert state in " ".join(strings_of(record.standing))


def test_parts_that_have_not_happened_say_so_and_leave_no_gaps() -> None:
    record = form.context(full(notified(), D(2026, 3, 3)))
    assert record.discussion is None
    assert record.notification is None
    assert record.no_discussion == (
        "Part C has not been completed on 3 March 2026.",
        "The meeting is planned for 4 March 2026.",
    )
    assert record.no_notification == "Part D has not been completed on 3 March 2026."
    assert list(gaps(record)) == []


def test_nothing_later_than_its_date_stands_in_it() -> None:
    words = said(notified(), D(2026, 3, 4))
    assert "has decided" not in words
    assert "Press interest was left out of account." not in words
    assert "Hana Brockle, Head of Safeguarding" in words
    assert "01632 960010" not in words


def test_a_view_that_was_given_later_is_not_told_yet() -> None:
    later = {"on": D(2026, 3, 5), "reasons": "Said on the next day."}
    case = discussed(discussion={"view_police": later})
    assert "Said on the next day." not in said(case, D(2026, 3, 4))
    assert "not recorded on 4 March 2026" in said(case, D(2026, 3, 4))
    assert "Said on the next day." in said(case, D(2026, 3, 5))


def test_the_three_views_stand_apart_and_nothing_is_counted() -> None:
    record = form.context(full(discussed()))
    assert record.discussion is not None
    views = [(view.partner, view.view) for view in record.discussion.views]
    assert views == [
        ("Local authority", "the criteria are not met"),
        ("Police", "the criteria are not met"),
        ("Health (integrated care board)", "the criteria are met"),
    ]
    words = said(discussed()).lower()
    assert "vote" not in words
    assert "majority" not in words
    assert "unanim" not in words


def test_a_missing_view_is_asked_for() -> None:
    case = discussed(decision=None, discussion={"view_health": None})
    assert asked(case) == {"discussion.view_health"}


def test_where_the_views_differ_the_disagreement_is_asked_for() -> None:
    none = {"areas_of_disagreement": None, "disagreement_resolution_attempts": None}
    assert asked(discussed(discussion=none)) == {
        "discussion.areas_of_disagreement",
        "discussion.disagreement_resolution_attempts",
    }
    assert asked(notified()) == set()


def test_it_says_that_the_rationale_is_owed_in_writing_where_a_partner_differs() -> None:
    owed = "The decision differs from the view of health. The local authority gives its rationale"
    assert owed in said(discussed())
    assert owed not in said(notified())
    assert "No safeguarding partner’s view differs from the decision." in said(notified())


def test_privileged_legal_advice_is_not_printed_only_that_there_is_some() -> None:
    words = said(discussed())
    assert "Privileged words of the solicitor." not in words
    assert "Ottilie Vane" not in words
    assert "It is privileged: it is recorded separately" in words
    assert "No legal advice was recorded on 6 March 2026." in said(discussed(legal_advice=None))


def test_the_independent_view_is_advice_and_not_among_the_views() -> None:
    record = form.context(full(discussed()))
    assert record.discussion is not None
    assert record.discussion.independent is not None
    assert "Mabel Stroud-Iyer" in record.discussion.independent.given_by
    assert "Mabel Stroud-Iyer" not in " ".join(strings_of(record.discussion.views))


def test_information_from_the_child_death_process_is_asked_for_where_a_child_died() -> None:
    died = {"type": "death", "outcome": "died", "serious_harm": []}
    child = {**CHILD, "date_of_death": D(2026, 2, 27)}
    assert asked(discussed(incident=died, children=[child])) == {"discussion.sudic_information"}


def test_a_case_that_is_not_notified_has_no_part_d() -> None:
    record = form.context(full(discussed()))
    assert record.no_notification.startswith("Part D does not apply")
    assert "Lessons learned review" in said(discussed())


def test_a_late_notification_asks_why() -> None:
    late = {"sent_at": dt.datetime(2026, 3, 10, 9, 0)}
    assert asked(notified(notification=late), D(2026, 3, 10)) == {"notification.late_reason"}
    why = {**late, "late_reason": "The director was ill."}
    words = said(notified(notification=why), D(2026, 3, 10))
    assert "after the time limit: 6 working days after the day" in words
    assert "The director was ill." in words


DEFERRED = {"outcome": "deferred", "deferred_until": D(2026, 3, 9), "answers_to_partners": []}


def test_a_deferred_decision_says_until_when_and_for_what() -> None:
    words = said(discussed(decision={**DEFERRED, "deferred_for": "The second opinion."}))
    assert "has deferred its decision for information, until 9 March 2026" in words
    assert "The second opinion." in words
    never = discussed(decision={**DEFERRED, "deferred_for": "Advice.", "reconsidered_when": None})
    assert "No occasion was recorded" not in said(never)
    assert asked(discussed(decision={**DEFERRED, "deferred_for": None})) == {
        "decision.deferred_for"
    }


def test_a_withdrawal_is_told_from_its_day_on() -> None:
    withdrawn = {"withdrawn": {"on": D(2026, 3, 12), "reason": "It was an accident."}}
    case = notified(notification=withdrawn)
    assert "It was an accident." not in said(case, D(2026, 3, 11))
    assert "The rapid review is due on 27 March 2026" in said(notified(), D(2026, 3, 11))
    assert "It was an accident." in said(case, D(2026, 3, 12))
    assert "The rapid review is due" not in said(case, D(2026, 3, 12))


def test_the_meeting_s_minutes_are_asked_for() -> None:
    meeting = {key: words for key, words in MEETING.items() if key != "minutes"}
    assert asked(discussed(meetings=[meeting])) == {"meetings"}


def test_names_of_children_stand_in_the_full_form() -> None:
    case = discussed()
    for name in names_in(case, Kind.FORENAMES, Kind.SURNAME):
        assert name in said(case)


def test_the_lead_s_agreement_is_told_from_its_day_on() -> None:
    later = {**REFERRAL["lead_agreement"], "discussed_on": D(2026, 3, 5)}  # type: ignore[dict-item]
    case = discussed(referral={**REFERRAL, "lead_agreement": later})
    record = form.context(full(case, D(2026, 3, 4)))
    assert record.agreement is None
    assert record.no_agreement == "Part B has not been completed on 4 March 2026."
    assert form.context(full(case, D(2026, 3, 5))).agreement is not None


def test_the_independent_view_is_told_from_its_day_on() -> None:
    case = discussed(discussion={"view_independent": {"on": D(2026, 3, 5)}})
    observations = "Both readings of serious harm were argued with care."
    assert observations not in said(case, D(2026, 3, 4))
    assert observations in said(case, D(2026, 3, 5))


def test_the_copy_for_the_business_unit_is_told_from_its_day_on() -> None:
    case = notified(notification={"copy_received_by_unit_on": D(2026, 3, 9)})
    for day, words in (
        (D(2026, 3, 6), "Not known on 6 March 2026"),
        (D(2026, 3, 9), "9 March 2026"),
    ):
        part = form.context(full(case, day)).notification
        assert part is not None
        facts = {fact.label: fact.words for fact in part.facts}
        assert facts["Copy received by the business unit"] == (words,)
