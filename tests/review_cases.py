"""An invented case that went through a rapid review, for the tests of the papers on it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cases import a_case
from lscp_docs.model.case import CaseFile

D = dt.date
SUBMITTED = D(2026, 3, 25)
"""The working day on which the invented rapid review is submitted; day 14 of 15."""


def a_reviewed_case(**changes: Any) -> CaseFile:
    """A case notified on 5 March 2026 whose rapid review the Executive decided on 24 March 2026.

    Changes as in `cases.a_case`, laid over the review's own facts.
    """
    facts: dict[str, Any] = {
        "decision": {"outcome": "notify", "answers_to_partners": [], "learning_route": None},
        "discussion": {"view_health": None, "view_police": None, **_agreed()},
        "incident": {
            "known_facts": "Zoë had a fracture of the arm.",
            "location_local_authority": "Teasel Vale Council",
            "serious_harm": [{"dimension": "physical_health", "serious": True, "long_term": False}],
        },
        "notification": {
            "reference": "CSN-0001",
            "sent_at": dt.datetime(2026, 3, 5, 17, 0),
            "notified_by": "Hana Brockle",
            "role": "Head of Safeguarding",
        },
        "rapid_review": _review(),
        "chronology": _chronology(),
        "executive": [_executive()],
        "actions": [_action()],
        "meetings": _meetings(),
    }
    for key, value in changes.items():
        facts[key] = _laid_over(facts[key], value) if isinstance(value, dict) else value
    children = [
        {
            "id": "C1",
            "forenames": "Zoë",
            "surname": "O’Marlowe",
            "date_of_birth": D(2023, 5, 14),
            "pseudonym": "Robin",
            "voice": {"showed": "Zoë held her arm still.", "how_sought": "By watching her play."},
        }
    ]
    return a_case(**{"children": children, **facts})


def _laid_over(facts: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**facts, **changes}.items() if value is not None}


def a_view(words: str, reasons: str, **more: Any) -> dict[str, Any]:
    """A partner's view on the recommendation."""
    given = {"given_by": "Hana Brockle", "role": "Head of Safeguarding", "on": D(2026, 3, 20)}
    return {"view": words, "reasons": reasons, **given, **more}


def _agreed() -> dict[str, Any]:
    view = {
        "view": "criteria_met",
        "reasons": "Met.",
        "given_by": "Rhys Umberleigh",
        "role": "Lead",
    }
    return {f"view_{partner}": view for partner in ("local_authority", "police", "health")}


def _review() -> dict[str, Any]:
    return {
        "opened_on": D(2026, 3, 5),
        "period_from": D(2024, 1, 1),
        "period_to": "2026-02",
        "requests": [
            {
                "agency": "hospital",
                "author": {"name": "Isolde Penhallow", "role": "Named Nurse"},
                "asked_on": D(2026, 3, 6),
                "due_on": D(2026, 3, 13),
                "returned_on": D(2026, 3, 12),
                "summary": "Two visits to the hospital.",
            },
            {
                "agency": "police",
                "asked_on": D(2026, 3, 6),
                "returned_on": D(2026, 3, 12),
                "nil_return": True,
            },
            {
                "agency": "icb",
                "asked_on": D(2026, 3, 6),
                "waived_because": "It commissions and does not treat.",
            },
            {
                "agency": "council",
                "asked_on": D(2026, 3, 6),
                "due_on": D(2026, 3, 13),
                "chased_on": [D(2026, 3, 16)],
                "returned_on": D(2026, 3, 17),
                "summary": "One contact.",
            },
        ],
        "family_composition": "Zoë lives with her mother.",
        "immediate_safeguarding": "Zoë is safe with her aunt.",
        "key_practice_episodes": [
            {
                "title": "The first visit",
                "began_on": D(2026, 1, 9),
                "what_happened": "A bruise was seen.",
                "analysis": "It was not shared, because the form does not ask.",
                "good_practice": "It was drawn.",
                "gap": "No telephone call.",
            }
        ],
        "lived_experience": "Zoë liked to draw.",
        "equality": {
            "how_considered": "Language was recorded.",
            "influence_of_racism_or_inequality": "No interpreter was offered.",
        },
        "good_practice": ["The nurse listened."],
        "learning": [
            {"text": "Share every bruise.", "already_acted_on": True},
            {
                "text": "Offer an interpreter.",
                "how_disseminated": "Briefing.",
                "disseminated_by": "Business manager",
                "disseminate_by": D(2026, 6, 1),
            },
        ],
        "regulation_11": [
            {"limb": limb, "finding": "met", "evidence": f"Evidence on {limb}."} for limb in "abcd"
        ],
        "recommended_on": D(2026, 3, 20),
        "recommendation": "no_lcspr",
        "reasons": "The reasons are known.",
        "what_a_review_would_add": "Little.",
        "what_replaces_a_review": "An audit.",
        "national_significance": {"raised": False, "reasons": "The themes are known."},
        "view_local_authority": a_view("criteria_not_met", "The learning is clear."),
        "view_police": a_view("criteria_not_met", "Nothing to add."),
        "view_health": a_view("criteria_not_met", "Act now."),
        "view_independent": {
            "observations": "Audit it.",
            "given_by": "Mabel Stroud-Iyer",
            "role": "Independent scrutineer",
        },
        "submitted_on": SUBMITTED,
    }


def _chronology() -> list[dict[str, Any]]:
    return [
        {"on": D(2026, 2, 27), "agency": "hospital", "source": "Record", "event": "Fracture seen."},
        {"on": "unknown", "agency": "police", "source": "Log", "event": "A call without a date."},
        {
            "on": D(2025, 6, 1),
            "time": dt.time(9, 30),
            "agency": "council",
            "source": "File",
            "event": "A visit.",
            "response": "Advice.",
            "child_seen": True,
            "child_voice": "She waved.",
            "significance": "The only visit.",
        },
        {"on": D(2025, 6, 1), "agency": "icb", "source": "List", "event": "Earlier that day."},
    ]


def _executive() -> dict[str, Any]:
    deciding = [
        {"partner": "local_authority", "name": "Corwin Hale", "role": "Director"},
        {"partner": "police", "name": "Una Prothero", "role": "Assistant Chief Constable"},
        {"partner": "health", "name": "Ivo Castellan", "role": "Chief Nurse"},
    ]
    return {
        "matter": "rapid_review",
        "meeting_on": D(2026, 3, 24),
        "agenda_number": "5",
        "report_author": "Petra Quillfeather",
        "report_author_role": "Business manager",
        "recommendations": ["Note the learning.", "Agree that no review is carried out."],
        "background": "A child had a fracture.",
        "options": [{"title": "No review", "appraisal": "Quicker."}],
        "legal_implications": "The criteria were considered.",
        "risk": "Actions may fade.",
        "decision": "The Executive agreed after discussion.",
        "decided_outcome": "no_lcspr",
        "decided_on": D(2026, 3, 24),
        "deciding_partners": deciding,
        "independent_attending": "Mabel Stroud-Iyer",
        "conditions": "The audit comes back.",
        "follow_up_on": D(2026, 9, 1),
    }


def _action() -> dict[str, Any]:
    return {
        "id": "a1",
        "source": "rapid_review",
        "action": "Put the question on the form.",
        "lead_agency": "hospital",
        "owner": "Named Nurse",
        "success_measure": "Asked each time.",
        "evidence_required": "A report.",
        "due": D(2026, 9, 30),
        "status": "complete_evidenced",
        "updates": [{"on": D(2026, 9, 1), "by": "Named Nurse", "text": "Done long after."}],
    }


def _meetings() -> list[dict[str, Any]]:
    nurse = {"name": "Isolde Penhallow", "role": "Named Nurse", "agency": "hospital"}
    return [
        {"id": "m1", "kind": "extraordinary_review_group", "on": D(2026, 3, 4)},
        {
            "id": "m2",
            "kind": "rapid_review_with_authors",
            "on": D(2026, 3, 18),
            "chaired_by": "Isolde Penhallow",
            "quorate": True,
            "attendance": [{**nurse, "took_part": "present"}],
            "documents_tabled": [{"title": "Chronology", "version": "0.2"}],
            "minutes": "The authors spoke.",
            "decisions": ["One episode agreed."],
            "actions": [{"action": "Ask the school.", "owner": "Manager", "due": D(2026, 3, 19)}],
        },
        {
            "id": "m3",
            "kind": "review_group_criteria",
            "on": D(2026, 3, 20),
            "minutes": "The criteria were read.",
        },
    ]
