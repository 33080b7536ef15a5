"""What is owed on actions, with what agencies told in accepted updates; `due` and `show` use it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest
from tests.cases import a_partnership
from tests.test_commands import Run, home, run
from tests.tracked import TODAY, a_case_with, an_update

from lscp_docs.casefile import all_cases, case_folder
from lscp_docs.casefile.case_folder import CaseFolder, read_case
from lscp_docs.register.owed_now import owed_now
from lscp_docs.timescales.owed import owed

__all__ = ["home", "run"]  # fixtures

D = dt.date


def actions_owed(
    *changes: dict[str, Any], returns: tuple[Any, ...] = (), today: dt.date = TODAY
) -> dict[str, dt.date]:
    found = owed_now(a_case_with(*changes), a_partnership(), returns, today=today)
    return {item.key: item.due for item in found if item.key.startswith("action-")}


def test_without_returns_the_case_file_says_what_is_owed() -> None:
    case = a_case_with({}, {"id": "a2", "status": "complete_awaiting_evidence"})
    assert owed_now(case, a_partnership(), today=TODAY) == owed(case, a_partnership())
    assert actions_owed({}) == {"action-a1": D(2026, 9, 30)}


@pytest.mark.parametrize("status", ["complete_awaiting_evidence", "complete_evidenced"])
def test_what_the_lead_agency_tells_as_complete_is_not_owed(status: str) -> None:
    update = an_update(on=D(2026, 5, 20), status=status)
    assert actions_owed({}, returns=(update,)) == {}
    assert actions_owed({}, returns=(update,), today=D(2026, 5, 19)) != {}


def test_another_agency_or_a_status_still_open_settles_nothing() -> None:
    other = an_update(on=D(2026, 5, 20), agency="police", status="complete_awaiting_evidence")
    assert actions_owed({}, returns=(other,)) == {"action-a1": D(2026, 9, 30)}
    still = an_update(on=D(2026, 5, 20), status="in_progress")
    assert actions_owed({}, returns=(still,)) == {"action-a1": D(2026, 9, 30)}


def test_an_action_told_as_unfinished_after_all_is_owed_again() -> None:
    done = {"status": "complete_awaiting_evidence"}
    assert actions_owed(done) == {}
    update = an_update(on=D(2026, 5, 20), status="in_progress")
    assert actions_owed(done, returns=(update,)) == {"action-a1": D(2026, 9, 30)}


def test_an_action_that_begins_later_is_owed_all_the_same() -> None:
    assert actions_owed({"started_on": D(2026, 8, 1)}) == {"action-a1": D(2026, 9, 30)}


def test_a_date_that_an_agency_asks_for_is_not_the_date_that_stands() -> None:
    update = an_update(on=D(2026, 5, 20), revised_due=D(2026, 12, 1), revised_because="A vacancy.")
    assert actions_owed({}, returns=(update,)) == {"action-a1": D(2026, 9, 30)}


CASE, ACTION = "HSCP-2025-014", "hm14-a3"


@pytest.fixture
def told_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """The agency has told action hm14-a3 as complete on 10 March 2026."""

    def with_update(*arguments: Any) -> CaseFolder:
        folder = read_case(*arguments)
        (action,) = [a for a in folder.case.actions if a.id == ACTION] or [None]
        if action is None:
            return folder
        update = an_update(
            on=D(2026, 3, 10),
            agency=action.lead_agency,
            action_id=ACTION,
            status="complete_awaiting_evidence",
        )
        return replace(folder, returns=(*folder.returns, update))

    for module in (case_folder, all_cases):
        monkeypatch.setattr(module, "read_case", with_update)


def owed_by(run: Run, today: str) -> tuple[list[str], list[str]]:
    due = json.loads(run("due", "--json", "--today", today).out)
    show = json.loads(run("show", CASE, "--json", "--today", today).out)["owed"]
    return [i["what"] for i in due if i["case"] == CASE], [i["what"] for i in show]


def test_due_and_show_ask_for_what_nobody_has_told(run: Run) -> None:
    for listed in owed_by(run, "2026-03-12"):
        assert f"Action {ACTION}" in listed


def test_due_and_show_no_longer_ask_for_what_was_told(run: Run, told_complete: None) -> None:
    for listed in owed_by(run, "2026-03-12"):
        assert f"Action {ACTION}" not in listed
    for listed in owed_by(run, "2026-03-09"):
        assert f"Action {ACTION}" in listed
    assert f"Action {ACTION}" not in run("show", CASE, "--today", "2026-03-12").out
    assert f"Action {ACTION}" in run("show", CASE, "--today", "2026-03-09").out
