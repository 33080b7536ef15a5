"""An invented case and its partnership for the tests of documents; each test changes a little."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Identifying, Kind, revealed
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.record import records_of
from lscp_docs.model.returned import Return
from lscp_docs.timescales.citation import Citation

D = dt.date
ISSUED = D(2026, 3, 6)
"""A day on which all that the case says has happened, inside the five working days."""


def a_partnership(**changes: Any) -> Partnership:
    """An invented partnership; a dict changes a table's keys, None takes a key away."""
    return Partnership.model_validate(_changed(_partnership(), changes))


def a_case(**changes: Any) -> CaseFile:
    """A case in which health holds that the criteria are met and the decision is not to notify.

    A dict changes a table's keys, None takes a key away, anything else stands in its place.
    """
    return CaseFile.model_validate(_changed(_case(), changes))


def material(
    case: CaseFile,
    partnership: Partnership | None = None,
    *,
    on: dt.date = ISSUED,
    profile: Profile = Profile.PARTNERS,
    addressee: str = "",
    returns: tuple[Return[Answers], ...] = (),
) -> Material:
    """What a document of that day and profile is made of."""
    return Material(
        case=case,
        partnership=partnership or a_partnership(),
        as_at=on,
        profile=profile,
        addressee=addressee,
        returns=returns,
    )


def strings_of(context: object) -> Iterator[str]:
    """Every text in a context, in the order of its fields; gaps and citations are left out."""
    if isinstance(context, str):
        yield context
    elif isinstance(context, tuple):
        for item in context:
            yield from strings_of(item)
    elif hasattr(context, "__dataclass_fields__") and not isinstance(context, Citation):
        for name in context.__dataclass_fields__:
            yield from strings_of(getattr(context, name))


def names_in(case: CaseFile, *kinds: Kind) -> set[str]:
    """The names and other texts of those kinds that a case holds."""
    return {
        str(revealed(value))
        for _, record in records_of(case)
        for field in type(record).model_fields
        for value in _items(getattr(record, field))
        if isinstance(value, Identifying) and value.kind in kinds
    }


def _items(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _changed(into: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    for key, value in changes.items():
        if value is None:
            into.pop(key, None)
        elif isinstance(value, dict) and isinstance(into.get(key), dict):
            into[key] = _changed(into[key], value)
        else:
            into[key] = value
    return into


def _partnership() -> dict[str, Any]:
    return {
        "name": "Teasel Vale Safeguarding Children Partnership",
        "short_name": "TVSCP",
        "area": "Teasel Vale",
        "invented": True,
        "local_authority": {
            "name": "Teasel Vale Council",
            "directorate": "Children and Families",
            "director_title": "Director of Children and Families",
            "address": ["Guild House", "1 Fuller Street", "ZX9 1AA"],
            "contact": "01632 960001",
        },
        "business_unit": {
            "name": "TVSCP Business Unit",
            "manager": "Petra Quillfeather",
            "telephone": "01632 960002",
            "email": "unit@tvscp.example",
        },
        "names": {"review_group": "Review Advisory Group", "executive": "TVSCP Executive"},
        "escalation_policy": "the TVSCP escalation policy (www.tvscp.example/escalation)",
        "executive_lead": "Councillor Ida Wharncliffe",
        "scrutiny_chair": "Councillor Jonas Ambersley",
        "panel_contact": "Panel secretariat",
        "agencies": [
            {
                "key": "council",
                "name": "Teasel Vale Council",
                "kind": "statutory_partner",
                "partner": "local_authority",
            },
            {
                "key": "police",
                "name": "Downshire Police",
                "kind": "statutory_partner",
                "partner": "police",
            },
            {
                "key": "icb",
                "name": "Downshire Integrated Care Board",
                "kind": "statutory_partner",
                "partner": "health",
            },
            {"key": "hospital", "name": "Teasel Hospitals Trust", "kind": "relevant_agency"},
        ],
        "members": [
            _member(
                "Hana Brockle",
                "Head of Safeguarding",
                "Teasel Vale Council",
                partner="local_authority",
            ),
            _member("Rhys Umberleigh", "Superintendent", "Downshire Police", partner="police"),
            _member(
                "Odile Farthing",
                "Designated Nurse",
                "Downshire Integrated Care Board",
                partner="health",
                until=D(2026, 3, 5),
            ),
            _member(
                "Basil Nkemelu",
                "Designated Nurse",
                "Downshire Integrated Care Board",
                partner="health",
                since=D(2026, 3, 6),
            ),
            _member(
                "Mabel Stroud-Iyer",
                "Independent scrutineer",
                "TVSCP",
                groups=["review_group", "executive"],
            ),
            _member("Petra Quillfeather", "Business manager", "TVSCP Business Unit"),
            _member(
                "Corwin Hale",
                "Director",
                "Teasel Vale Council",
                groups=["executive"],
                partner="local_authority",
            ),
        ],
    }


def _member(name: str, role: str, body: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "role": role,
        "body": body,
        "groups": ["review_group"],
        "since": D(2024, 1, 1),
        **more,
    }


def _case() -> dict[str, Any]:
    return {
        "reference": "TVSCP-2026-001",
        "children": [
            {
                "id": "C1",
                "forenames": "Zoë",
                "surname": "O’Marlowe",
                "date_of_birth": D(2023, 5, 14),
                "pseudonym": "Robin",
            }
        ],
        "family": [
            {
                "id": "P1",
                "kind": "parent_carer",
                "relationship": "mother",
                "of": ["C1"],
                "forenames": "Grace",
                "surname": "O’Marlowe",
                "pseudonym": "Kestrel",
            }
        ],
        "glossary": [{"key": "GP1", "name": "Dr Selwyn Thorpe", "role": "General practitioner"}],
        "places": [{"name": "Fullers Green", "stands_as": "the home"}],
        "incident": {
            "type": "serious_harm",
            "occurred_on": D(2026, 2, 27),
            "local_authority_aware_at": dt.datetime(2026, 3, 2, 14, 20),
            "abuse_status": "suspected",
            "outcome": "seriously_harmed",
            "immediate_safeguarding_actions": "Zoë is with her aunt under a safety plan.",
        },
        "referral": {
            "raised_on": D(2026, 3, 2),
            "received_on": D(2026, 3, 2),
            "raised_by": {
                "name": "Isolde Penhallow",
                "role": "Named Nurse",
                "agency": "hospital",
            },
        },
        "meetings": [
            {"id": "m1", "kind": "extraordinary_review_group", "on": D(2026, 3, 4)},
        ],
        "discussion": _discussion(),
        "legal_advice": {
            "summary": "Privileged words of the solicitor.",
            "given_by": "Ottilie Vane",
            "role": "Solicitor",
        },
        "decision": _decision(),
    }


def _discussion() -> dict[str, Any]:
    return {
        "circulated_on": D(2026, 3, 3),
        "meeting": "m1",
        "information_shared": [
            {"agency": "hospital", "summary": "One fracture.", "source": "Hospital record"},
            {"agency": "police", "summary": "No earlier contact."},
        ],
        "criteria": [
            {
                "limb": "abuse_or_neglect",
                "finding": "met",
                "evidence": "The injury was seen on 27 February 2026 by Dr Selwyn Thorpe.",
                "evidence_against": "Grace O’Marlowe said that Zoë fell at Fullers Green.",
            },
            {
                "limb": "died_or_seriously_harmed",
                "finding": "not_met",
                "evidence": "The fracture heals without lasting harm.",
            },
            {
                "limb": "in_area_or_normally_resident",
                "finding": "met",
                "evidence": "The child lives in the area.",
            },
        ],
        "view_local_authority": _view(
            "criteria_not_met", "Hana Brockle", "Head of Safeguarding", "No lasting impairment."
        ),
        "view_police": _view(
            "criteria_not_met",
            "Rhys Umberleigh",
            "Superintendent",
            "The investigation is at its beginning.",
        ),
        "view_health": _view(
            "criteria_met",
            "Odile Farthing",
            "Designated Nurse",
            "A fracture at this age is serious harm.",
        ),
        "view_independent": {
            "observations": "Both readings of serious harm were argued with care.",
            "given_by": "Mabel Stroud-Iyer",
            "role": "Independent scrutineer",
        },
        "areas_of_disagreement": "Whether the fracture is serious harm.",
        "disagreement_resolution_attempts": "A second medical opinion was read together.",
    }


def _view(view: str, name: str, role: str, reasons: str) -> dict[str, Any]:
    return {"view": view, "reasons": reasons, "given_by": name, "role": role, "on": D(2026, 3, 4)}


def _decision() -> dict[str, Any]:
    return {
        "outcome": "not_notify",
        "made_by": "Corwin Hale",
        "role": "Director of Children and Families",
        "made_at": dt.datetime(2026, 3, 5, 16, 0),
        "statutory_criteria_applied": "The two limbs of section 16C(1) were applied in turn.",
        "relevant_considerations": "The medical opinions and the family’s history.",
        "irrelevant_considerations_excluded": "Press interest was left out of account.",
        "weight_given_to_partner_views": "The view of health was given great weight.",
        "documents_considered": [
            {"title": "Medical report", "on": D(2026, 3, 3), "version": "final"},
        ],
        "answers_to_partners": [
            {"partner": "health", "answer": "The injury is not expected to impair her health."}
        ],
        "reconsidered_when": "When the follow-up X-ray is reported.",
        "next_steps": [
            {"action": "Send the X-ray report.", "owner": "Named Nurse", "due": D(2026, 3, 20)},
            {"action": "Review the safety plan.", "owner": "Head of Safeguarding"},
        ],
        "learning_route": "lessons_learned_review",
        "learning_lead": "Business manager",
        "learning_due": D(2026, 6, 30),
        "learning_agreed_by_executive_on": D(2026, 3, 6),
        "learning_reported_on": D(2026, 7, 14),
        "reasons_for_referrer": "The injury is healing and no lasting harm is expected.",
    }
