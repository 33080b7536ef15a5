"""Invented referrals for the tests of the register: each is told by the days of its route."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.cases import a_partnership

from lscp_docs.model.case import CaseFile
from lscp_docs.register.rows import RegisterRow, row_of

D = dt.date
PARTNERSHIP = a_partnership()
PARTNERS = ("local_authority", "police", "health")


def a_referral(reference: str, considered: dt.date, **told: Any) -> CaseFile:
    """A referral that was considered on a day; `told` says what came of it.

    `views` are whether each partner holds that the criteria are met (None: not available);
    `aware`, `decided`, `notify`, `notified`, `withdrawn`, `opened`, `submitted`, `outcome`,
    `replied`, `response`, `lcspr`, `type` and `abuse_status` are what their names say; so are
    `late_notification` and `late_review`, the reasons for lateness.
    """
    aware = told.get("aware", considered - dt.timedelta(days=2))
    notify = told.get("notify", "notified" in told)
    views = told.get("views", dict.fromkeys(PARTNERS, notify))
    case: dict[str, Any] = {
        "reference": reference,
        "children": [{"id": "C1", "age_if_date_of_birth_unknown": 4, "pseudonym": "Wren"}],
        "incident": {
            "type": told.get("type", "serious_harm"),
            "occurred_on": aware,
            "local_authority_aware_at": aware,
            "abuse_status": told.get("abuse_status", "suspected"),
        },
        "referral": {
            "raised_on": aware,
            "received_on": aware,
            "raised_by": {"name": "Isolde Penhallow", "role": "Nurse", "agency": "hospital"},
        },
        "meetings": [{"id": "m1", "kind": "extraordinary_review_group", "on": considered}],
        "discussion": {
            "circulated_on": aware,
            "meeting": "m1",
            **{f"view_{partner}": _view(met) for partner, met in views.items()},
        },
    }
    if told.get("decided", considered) is not None:
        case["decision"] = {
            "outcome": "notify" if notify else "not_notify",
            "made_by": "Corwin Hale",
            "role": "Director",
            "made_at": told.get("decided", considered),
        }
    return CaseFile.model_validate(case | _after(told))


def _view(met: object) -> dict[str, Any]:
    if met is None:
        return {"view": "not_available", "reasons": "The partner was not there."}
    view = "criteria_met" if met else "criteria_not_met"
    return {"view": view, "reasons": "Reasons.", "given_by": "Rhys Umberleigh", "role": "Lead"}


def _after(told: dict[str, Any]) -> dict[str, Any]:
    case: dict[str, Any] = {}
    if "notified" in told:
        case["notification"] = {
            "sent_at": told["notified"],
            "notified_by": "Corwin Hale",
            "role": "Director",
            **({"late_reason": why} if (why := told.get("late_notification")) else {}),
        }
        if "withdrawn" in told:
            case["notification"]["withdrawn"] = {"on": told["withdrawn"], "reason": "Not met."}
    if "opened" in told:
        case["rapid_review"] = _review(told)
    if "replied" in told:
        response = told.get("response", "agrees")
        case["panel_reply"] = {"received_on": told["replied"], "response": response}
    if "lcspr" in told:
        case["lcspr"] = told["lcspr"]
    return case


def _review(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "opened_on": told["opened"],
        "recommendation": told.get("outcome", "no_lcspr"),
        **({"submitted_on": told["submitted"]} if "submitted" in told else {}),
        **({"late_reason": why} if (why := told.get("late_review")) else {}),
    }


def an_lcspr_case(reference: str, considered: dt.date, lcspr: dict[str, Any]) -> CaseFile:
    """A referral that was notified and reviewed, and led to an LCSPR begun 30 days later."""
    notified, opened, submitted, replied = (
        considered + dt.timedelta(days=days) for days in (1, 2, 16, 30)
    )
    return a_referral(
        reference,
        considered,
        notified=notified,
        opened=opened,
        submitted=submitted,
        replied=replied,
        outcome="lcspr",
        lcspr={"initiated_on": replied, **lcspr},
    )


def row(case: CaseFile) -> RegisterRow:
    """The row of a case of the invented partnership."""
    return row_of(case, PARTNERSHIP)
