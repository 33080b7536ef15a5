"""The action tracker: ratings with their reasons, what agencies told, and what changed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.cases import a_case
from tests.test_state import ROUTE
from tests.tracked import EVIDENCE, PLAIN, TODAY, D, a_case_with, an_update, only

from lscp_docs.model.identifying import revealed
from lscp_docs.model.state import State, state_of
from lscp_docs.model.vocabulary import ActionStatus
from lscp_docs.register.action_changes import Change, ChangeKind, changes
from lscp_docs.register.progress import SILENT_AFTER, SOON, Progress
from lscp_docs.register.tracker import extract, most_pressing_first, tracked

DAY = dt.timedelta(days=1)
DONE = {"status": "complete_evidenced", "evidence": [EVIDENCE]}


def rated(changes: dict[str, Any], *returns: Any, today: dt.date = TODAY) -> tuple[str, str]:
    rating = only(changes, *returns, today=today).rating
    return rating.progress.value, rating.reason


def test_an_action_that_is_in_time_is_green() -> None:
    assert rated({}) == ("green", "in progress, due on 30 September 2026")


def test_an_action_is_red_the_day_after_it_was_due() -> None:
    due = {"due": TODAY, "updates": [{"on": TODAY - DAY, "by": "Nurse", "text": "Half done."}]}
    assert rated(due) == ("amber", "due today")
    assert rated(due, today=TODAY + DAY) == ("red", "overdue by 1 day, since 1 June 2026")


def test_an_action_without_news_for_more_than_sixty_days_is_red() -> None:
    last = D(2026, 5, 1) + dt.timedelta(days=SILENT_AFTER)
    assert rated({}, today=last)[0] == "green"
    assert rated({}, today=last + DAY) == ("red", "no update for 61 days")


def test_an_action_is_amber_thirty_days_before_it_is_due() -> None:
    assert rated({"due": TODAY + dt.timedelta(days=SOON)}) == ("amber", "due in 30 days")
    assert rated({"due": TODAY + dt.timedelta(days=SOON + 1)})[0] == "green"


def test_an_action_whose_date_was_moved_twice_is_amber() -> None:
    once = {"revised_due": D(2026, 10, 30), "revised_because": "A vacancy."}
    assert rated(once)[0] == "green"
    earlier = [{"on": D(2026, 5, 2), "due": D(2026, 10, 1), "because": "A new system."}]
    twice = rated({**once, "earlier_revisions": earlier})
    assert twice == ("amber", "its date was moved 2 times")


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "complete_awaiting_evidence"},
        {"status": "complete_evidenced"},
        {"status": "complete_evidenced", "evidence": [{**EVIDENCE, "accepted_by": None}]},
    ],
)
def test_complete_without_accepted_evidence_is_amber_and_says_so(changes: dict[str, Any]) -> None:
    assert rated(changes) == ("amber", "complete, awaiting evidence")
    assert not only(changes).standing.is_closed


def test_complete_without_evidence_and_without_news_is_red() -> None:
    told = rated({"status": "complete_awaiting_evidence"}, today=D(2026, 8, 1))
    assert told == ("red", "no update for 92 days; complete, awaiting evidence")


def test_blue_needs_accepted_evidence_and_closing_needs_what_changed_for_children() -> None:
    assert rated(DONE) == (
        "blue",
        "complete, and the evidence is accepted; not closed: what changed for children is not "
        "told yet",
    )
    assert not only(DONE).standing.is_closed
    told = {**DONE, "impact": "All were rung."}
    assert rated(told) == ("blue", "complete, and the evidence is accepted")
    assert only(told).standing.is_closed
    assert only({**DONE, "impact_waived_because": "A change of a form."}).standing.is_closed


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({}, State.CLOSED_ACTIONS_LIVE),
        ({"impact": "All were rung."}, State.CLOSED),
        ({"impact_waived_because": "A change of a form."}, State.CLOSED),
    ],
)
def test_a_case_is_closed_only_when_its_actions_are(told: dict[str, Any], state: State) -> None:
    case = a_case(**ROUTE[State.CLOSED], actions=[{**PLAIN, **DONE, **told}])
    assert state_of(case) is state


def test_what_is_no_longer_needed_is_closed_and_has_no_colour() -> None:
    action = only({"status": "closed_no_longer_needed", "due": D(2026, 5, 2)})
    assert action.rating.progress is Progress.CLOSED
    assert action.standing.is_closed


# What agencies told


def test_an_update_keeps_its_day_its_agency_and_its_page() -> None:
    action = only({}, an_update(on=D(2026, 5, 20), status="in_progress", done="Ten are read."))
    (news,) = action.news
    told = (news.on, news.agency, news.page, news.by)
    assert told == (D(2026, 5, 20), "hospital", 2, "Named Nurse")
    assert news.text is not None
    assert revealed(news.text.text) == "Ten are read."
    assert action.last_news == D(2026, 5, 20)


def test_a_form_changes_the_status_only_where_the_file_says_nothing_as_late() -> None:
    written = {"updates": [{"on": D(2026, 5, 20), "by": "Nurse", "text": "Not yet."}]}
    complete = ActionStatus.COMPLETE_AWAITING_EVIDENCE
    for day, status in (
        (D(2026, 5, 19), ActionStatus.IN_PROGRESS),
        (D(2026, 5, 20), ActionStatus.IN_PROGRESS),
        (D(2026, 5, 21), complete),
    ):
        assert only(written, an_update(on=day, status=complete.value)).status is status


def test_an_agencys_word_alone_never_makes_an_action_blue() -> None:
    told = an_update(on=D(2026, 5, 25), status="complete_evidenced", evidence="The report.")
    assert rated({}, told) == ("amber", "complete, awaiting evidence")
    partly = {"evidence": [EVIDENCE]}  # accepted, while the file says: in progress
    assert rated(partly, told)[0] == "amber"


def test_what_the_file_no_longer_needs_no_form_opens_again() -> None:
    told = an_update(on=D(2026, 5, 25), status="in_progress")
    assert only({"status": "closed_no_longer_needed"}, told).standing.is_closed


def test_a_new_date_in_a_form_is_asked_for_and_not_given() -> None:
    told = an_update(
        on=D(2026, 5, 25),
        status="in_progress",
        revised_due=D(2026, 12, 18),
        revised_because="A vacancy.",
    )
    action = only({}, told)
    assert action.due == D(2026, 9, 30)
    assert action.rating.progress is Progress.AMBER
    assert "the agency asks for 18 December 2026" in action.rating.reason
    assert rated({"due": D(2026, 5, 30)}, told)[0] == "red"
    given = {"revised_due": D(2026, 12, 18), "revised_because": "A vacancy."}
    assert rated(given, told)[0] == "green"
    refused = {"revised_due": D(2026, 10, 30), "revised_because": "A vacancy."}
    assert rated(refused, told)[0] == "amber"
    assert rated({**refused, "revised_on": D(2026, 5, 28)}, told)[0] == "green"


def test_only_the_lead_agencys_form_changes_an_action() -> None:
    other = an_update(on=D(2026, 5, 25), agency="police", status="complete_evidenced")
    assert only({}, other).status is ActionStatus.IN_PROGRESS


def test_an_extract_holds_an_agencys_own_rows_and_no_other_agencys_words() -> None:
    case = a_case_with({}, {"id": "a2", "lead_agency": "police"})
    told = (
        an_update(on=D(2026, 5, 20), status="in_progress", done="Ours."),
        an_update(on=D(2026, 5, 21), agency="police", status="in_progress", done="Theirs."),
    )
    (own,) = extract(tracked(case, told, today=TODAY), "hospital")
    assert own.id == "a1"
    assert [news.agency for news in own.news] == ["hospital"]


def test_the_most_pressing_action_comes_first() -> None:
    case = a_case_with(
        {"id": "green"},
        {"id": "done", **DONE},
        {"id": "late", "due": D(2026, 5, 30)},
        {"id": "soon", "due": D(2026, 6, 5)},
        {"id": "later", "due": D(2026, 5, 20)},
    )
    order = [each.id for each in most_pressing_first(tracked(case, today=TODAY))]
    assert order == ["later", "late", "soon", "green", "done"]


# What changed


def between(changes_of: dict[str, Any], before: dt.date, now: dt.date = TODAY) -> list[Change]:
    case = a_case_with(changes_of)
    return list(changes(tracked(case, today=before), tracked(case, today=now)))


def test_nothing_changes_in_no_time() -> None:
    assert between({}, TODAY) == []


def test_an_action_that_began_since_is_new() -> None:
    (change,) = between({}, D(2026, 4, 30))
    assert (change.kind, change.action) == (ChangeKind.NEW, "TVSCP-2026-001/a1")


def test_an_action_whose_evidence_was_accepted_since_is_closed() -> None:
    (change,) = between({**DONE, "impact": "All were rung."}, D(2026, 5, 10))
    assert change.kind is ChangeKind.CLOSED


def test_a_changed_rating_says_from_what_to_what_and_why() -> None:
    (change,) = between({"due": D(2026, 6, 20)}, D(2026, 5, 10))
    assert (change.kind, change.words) == (ChangeKind.RATING, "green to amber: due in 19 days")


def test_a_date_that_was_moved_since_is_told() -> None:
    moved = {
        "revised_due": D(2026, 10, 30),
        "revised_on": D(2026, 5, 20),
        "revised_because": "A vacancy.",
    }
    (change,) = between(moved, D(2026, 5, 10))
    assert change.kind is ChangeKind.DATE
    assert change.words == "30 September 2026 to 30 October 2026"


def test_an_action_that_left_the_file_is_told() -> None:
    earlier = tracked(a_case_with({}, {"id": "a2"}), today=TODAY)
    (change,) = changes(earlier, tracked(a_case_with({}), today=TODAY))
    assert (change.kind, change.action) == (ChangeKind.GONE, "TVSCP-2026-001/a2")
