"""Actions of an invented case, and forms that tell of them, for the tests of the tracker."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.cases import a_case

from lscp_docs.model.answers.action_update import ActionUpdateForm
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.case import CaseFile
from lscp_docs.model.returned import Return
from lscp_docs.register.tracker import TrackedAction, tracked

D = dt.date
TODAY = D(2026, 6, 1)
PLAIN: dict[str, Any] = {
    "id": "a1",
    "source": "local_learning",
    "action": "Audit twenty records of missed appointments.",
    "lead_agency": "hospital",
    "owner": "Named Nurse",
    "success_measure": "At least 18 of 20 records show a call the same day.",
    "evidence_required": "The audit report.",
    "started_on": D(2026, 5, 1),
    "due": D(2026, 9, 30),
    "status": "in_progress",
}
"""An action that is green on TODAY, and in whose words nothing is to mend."""

EVIDENCE = {
    "on": D(2026, 5, 20),
    "kind": "Audit",
    "description": "Twenty records.",
    "accepted_by": "Business manager",
}


def a_case_with(*actions: dict[str, Any]) -> CaseFile:
    return a_case(actions=[{**PLAIN, **changes} for changes in actions])


def an_update(
    *, on: dt.date, agency: str = "hospital", page: int = 2, **row: Any
) -> Return[Answers]:
    """An accepted form in which an agency tells of action a1 in the second printed row."""
    answers = ActionUpdateForm.model_validate(
        {
            "author_role": "Named Nurse",
            "completed_on": on,
            "actions": [{"action_id": "a1", **row}],
        }
    )
    return Return(
        form="action-update",
        edition="1",
        case="TVSCP-2026-001",
        agency=agency,
        issue="K7Q2-MX4P",
        received_on=on,
        file=f"action-update_{agency}_0123456789ab.pdf",
        sha256="0" * 64,
        answers=answers,
        pages={"actions_2_action_id": page},
        rows={"actions": (2,)},
    )


def only(
    changes: dict[str, Any], *returns: Return[Answers], today: dt.date = TODAY
) -> TrackedAction:
    """The one action of a case with these changes, as at a day."""
    (action,) = tracked(a_case_with(changes), returns, today=today)
    return action
