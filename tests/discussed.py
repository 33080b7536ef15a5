"""The invented case as the tests of the discussion form and the notification sheets use it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cases import ISSUED, D, a_case, material
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material
from lscp_docs.model.case import CaseFile

SENT = dt.datetime(2026, 3, 6, 10, 5)
CHILD = {
    "id": "C1",
    "forenames": "Zoë",
    "surname": "O’Marlowe",
    "date_of_birth": D(2023, 5, 14),
    "sex": "female",
    "ethnicity": "White British",
    "home_address": "7 Fuller Street",
    "school_or_setting": "Fullers Nursery",
    "child_protection_plan": {"now": True, "category": "Neglect", "began_on": D(2026, 1, 5)},
    "known_to": [{"agency": "hospital", "open": True}],
    "pseudonym": "Robin",
}
INCIDENT = {
    "location": "7 Fuller Street",
    "location_local_authority": "Teasel Vale Council",
    "known_facts": "Zoë was found hurt.\n\nNobody saw the fall.",
    "serious_harm": [{"dimension": "physical_health", "serious": True, "long_term": False}],
}
REFERRAL = {
    "raised_by": {
        "name": "Isolde Penhallow",
        "role": "Named Nurse",
        "agency": "hospital",
        "telephone": "01632 960009",
    },
    "rationale": "The injury is not explained.",
    "why_in_line_with_criteria": "Abuse is suspected and the harm is serious.",
    "lead_agreement": {
        "lead": {"name": "Aurelio Finch", "role": "Head of Safeguarding", "agency": "hospital"},
        "capacity": "agency_safeguarding_lead",
        "discussed_on": D(2026, 3, 2),
        "agrees": "no_but_forwarded",
    },
}
MEETING = {
    "id": "m1",
    "kind": "extraordinary_review_group",
    "on": D(2026, 3, 4),
    "chaired_by": "Rhys Umberleigh",
    "quorate": True,
    "minutes": "The group heard the referral.",
}


def discussed(**changes: Any) -> CaseFile:
    """A case whose form is whole up to the decision not to notify; `changes` as in `a_case`."""
    whole = {
        "children": [CHILD],
        "incident": INCIDENT | changes.pop("incident", {}),
        "referral": REFERRAL,
        "meetings": [MEETING],
    }
    return a_case(**{**whole, **changes})


def notified(**changes: Any) -> CaseFile:
    """The same case with a decision to notify; the notification is in time."""
    met = {"view": "criteria_met"}
    notification = {
        "sent_at": SENT,
        "notified_by": "Hana Brockle",
        "role": "Head of Safeguarding",
        "telephone": "01632 960010",
        **changes.pop("notification", {}),
    }
    return discussed(
        discussion={
            "view_local_authority": met,
            "view_police": met,
            "view_health": met,
            "areas_of_disagreement": None,
            "disagreement_resolution_attempts": None,
        },
        decision={
            "outcome": "notify",
            "answers_to_partners": [],
            "learning_route": None,
            "learning_lead": None,
            "learning_due": None,
            "learning_agreed_by_executive_on": None,
            "learning_reported_on": None,
        },
        notification=notification,
        **changes,
    )


def full(case: CaseFile, on: dt.date = ISSUED) -> Material:
    """What a document of the full profile is made of, on a day."""
    return material(case, on=on, profile=Profile.FULL)
