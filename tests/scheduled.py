"""Schedules for the tests: of a partnership that has a name and no more."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lscp_docs.model.partnership import Partnership
from lscp_docs.model.schedule import Schedule

KEYS = (
    "scrutiny-report",
    "overview-and-scrutiny-report",
    "executive-board-report",
    "assurance-report",
    "annual-reviews-page",
    "actions-report",
)


def a_partnership(*extra_bank_holidays: dt.date) -> Partnership:
    return Partnership.model_validate(
        {
            "name": "Invented Partnership",
            "short_name": "IP",
            "area": "Nowhere",
            "invented": True,
            "local_authority": {
                "name": "Nowhere Council",
                "directorate": "Children",
                "director_title": "Director",
            },
            "business_unit": {"name": "Unit", "manager": "Ada Vane"},
            "agencies": [{"key": "police", "name": "Nowhere Police", "kind": "statutory_partner"}],
            "members": [
                {
                    "name": "Ada Vane",
                    "role": "Manager",
                    "body": "Unit",
                    "groups": ["executive"],
                    "since": dt.date(2020, 1, 1),
                }
            ],
            "extra_bank_holidays": list(extra_bank_holidays),
        }
    )


def an_entry(**changes: Any) -> dict[str, Any]:
    """An entry as its file says it: quarterly since January 2026, for no meeting that is known."""
    entry = {
        "key": "quarterly",
        "report": "assurance-report",
        "every": "quarter",
        "since": dt.date(2026, 1, 1),
    }
    return {name: value for name, value in {**entry, **changes}.items() if value is not None}


def a_schedule(*entries: dict[str, Any]) -> Schedule:
    return Schedule.model_validate({"reports": entries or [an_entry()]})


def after(event: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An entry that follows an event."""
    told = {"event": "the new process was adopted", **event}
    return an_entry(every=None, since=None, after=told, **changes)
