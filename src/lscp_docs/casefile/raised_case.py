"""The case file that a returned discussion form begins: each answer once, in its place.

What has no place in a case file yet (an agency that the partnership does not know, a person
without a relationship) stands in comments at the end: nothing that was answered is lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lscp_docs.model.answers.notification_discussion import NotificationDiscussion
from lscp_docs.model.answers.values import written
from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.identifying import Identifying, revealed
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.record import NarrativeText, Record
from lscp_docs.model.vocabulary import Term
from lscp_docs.returns.names import plain_name

Table = dict[str, Any]

HEAD = """\
# The case file of {reference}, begun from a discussion form.
# Received on {day}; file {file}; SHA-256 {sha256}
# Every answer of the form is here or in the comments at the end. Check them, and add what is
# known since; docs/case-file.md explains each part. After each change:
#   lscp-docs check {reference}

"""

LEFT_OVER = """
# ------------------------------------------------------------------------------------------------
# Answers of the form that have no place above. Put each where it belongs, then delete it here.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """An answered discussion form, and where it came from."""

    reference: str
    answers: NotificationDiscussion
    received_on: dt.date
    file: str
    sha256: str


def case_text(raised: Raised, partnership: Partnership) -> str:
    """Give the text of the case file that the form begins, as TOML with comments."""
    import tomli_w

    begun = _Begun(raised.answers, partnership)
    document = {
        "reference": raised.reference,
        "children": begun.children(),
        "family": begun.family(),
        "incident": begun.incident(),
        "referral": {**begun.referral(), "received_on": raised.received_on},
        "agencies": begun.agencies(),
    }
    kept = {key: value for key, value in document.items() if value}
    head = HEAD.format(
        reference=raised.reference,
        day=raised.received_on.isoformat(),
        file=raised.file,
        sha256=raised.sha256,
    )
    return head + tomli_w.dumps(kept, multiline_strings=True) + begun.left_over()


@dataclass(frozen=True, slots=True)
class _Begun:
    """The parts of a case file, from the answers; it notes which answers found their place."""

    answers: NotificationDiscussion
    partnership: Partnership
    placed: set[str] = field(default_factory=set)
    """Names of the boxes whose answers stand in the case file."""

    def _of(self, record: Record, names: dict[str, str], *, at: str = "") -> Table:
        """Give the answers of a record under the keys of the case file; what is None is left out.

        `at` is the beginning of their boxes' names, for a row.
        """
        table: Table = {}
        for name, key in names.items():
            value = getattr(record, name)
            if value is not None:
                table[key] = _toml(value)
                self.placed.add(f"{at}{name}")
        return table

    def children(self) -> list[Table]:
        children = []
        for number, child in enumerate(self.answers.children, start=1):
            at = f"children_{number}_"
            ages = [name for name in AGES if getattr(child, name) is not None]
            table = {"id": f"C{number}", **self._of(child, CHILD, at=at)}
            table |= self._names(child.other_names, f"{at}other_names")
            # A case file tells an age in one way; a second one stays in the comments.
            told = self._of(child, {name: AGES[name] for name in ages[:1]}, at=at)
            children.append({**table, **(told or {"date_of_birth": "unknown"})})
        return children or [{"id": "C1", "date_of_birth": "unknown"}]

    def _names(self, names: Identifying[str] | None, box: str) -> Table:
        if names is None:
            return {}
        self.placed.add(box)
        parts = [part.strip() for part in revealed(names).split(",")]
        return {"other_names_used": [part for part in parts if part]}

    def family(self) -> list[Table]:
        family: list[Table] = []
        ids = [child["id"] for child in self.children()]
        for number, person in enumerate(self.answers.family, start=1):
            if person.relationship is None:
                continue
            at = f"family_{number}_"
            table: Table = {"id": f"P{len(family) + 1}", "of": ids}
            table |= self._of(person, RELATIVE, at=at)
            table |= self._names(person.other_names, f"{at}other_names")
            table |= self._flag(person, "lives_with_child", "lives_with_child", at=at)
            family.append(table)
        return family

    def _flag(self, record: Record, name: str, key: str, *, at: str = "") -> Table:
        """Give a yes or a no under its key; "not known" is left out of a case file."""
        value = getattr(record, name)
        if value is None or value.value not in YES_NO:
            return {}
        self.placed.add(f"{at}{name}")
        return {key: YES_NO[value.value]}

    def incident(self) -> Table:
        a = self.answers
        table: Table = {"occurred_on": "unknown", **self._of(a, INCIDENT)}
        table |= self._moment("local_authority_aware_on", "local_authority_aware_time")
        table |= self._of(a, {"aware_on": "agency_aware_at"})
        table |= self._ticks("harm")
        media = self._flag(a, "media_interest", "expected")
        if media:
            table["media_interest"] = {**media, **self._of(a, {"media_details": "details"})}
        if a.strategy_meeting_on is not None:
            table["strategy_meeting"] = {
                "held": True, **self._of(a, {"strategy_meeting_on": "on"}),
            }  # fmt: skip
        return table

    def _ticks(self, name: str) -> Table:
        terms = getattr(self.answers, name)
        if not terms:
            return {}
        self.placed.update(f"{name}_{term.value}" for term in terms)
        return {name: [term.value for term in terms]}

    def _moment(self, day: str, time: str) -> Table:
        on, at = getattr(self.answers, day), getattr(self.answers, time)
        if on is None:
            return {}
        self.placed.add(day)
        if at is None:
            return {"local_authority_aware_at": on}
        self.placed.add(time)
        return {"local_authority_aware_at": dt.datetime.combine(on, revealed(at))}

    def referral(self) -> Table:
        a = self.answers
        table = {"raised_on": a.referred_on, **self._of(a, REFERRAL)}
        table |= self._flag(a, "files_secured", "files_secured")
        table["raised_by"] = self._professional("referrer", REFERRER)
        needed = (a.lead_capacity, a.lead_discussed_on, a.lead_agrees)
        if None not in needed:
            table["lead_agreement"] = {
                **self._of(a, LEAD_AGREEMENT),
                "lead": self._professional("lead", LEAD),
            }
        table["key_dates"] = [
            self._of(row, {"on": "on", "event": "event"}, at=f"key_dates_{number}_")
            for number, row in enumerate(a.key_dates, start=1)
            if row.on is not None and row.event is not None
        ]
        return {key: value for key, value in table.items() if value not in (None, [])}

    def _professional(self, whose: str, names: dict[str, str]) -> Table:
        table = {"name": "not given", "role": "not given", **self._of(self.answers, names)}
        if "telephone" not in names.values() and "@" not in table.get("email", "@"):
            table["telephone"] = table.pop("email")  # the form asks for one or the other
        agency = self._agency(getattr(self.answers, f"{whose}_agency"), f"{whose}_agency")
        return table if agency is None else {**table, "agency": agency}

    def _agency(self, name: str | None, box: str) -> str | None:
        """Give the key of the agency of that name; None where the partnership knows none."""
        if name is None:
            return None
        for agency in self.partnership.agencies:
            if plain_name(name) in (plain_name(agency.name), plain_name(agency.key)):
                self.placed.add(box)
                return agency.key
        return None

    def agencies(self) -> list[Table]:
        found = []
        for number, row in enumerate(self.answers.agencies, start=1):
            at = f"agencies_{number}_"
            key = self._agency(row.name, f"{at}name")
            if key is not None:
                still = self._flag(row, "still_involved", "still_involved", at=at)
                found.append({"agency": key, **still})
        return found

    def left_over(self) -> str:
        """Give the answers that found no place, as comments."""
        boxes = written(self.answers)
        rest = {name: text for name, text in boxes.items() if text and name not in self.placed}
        if not rest:
            return ""
        asked = dict(_asked())
        lines = [LEFT_OVER]
        for name, text in rest.items():
            lines.append(f"# {asked.get(name, name)}:\n")
            lines += [f"#     {line}\n" for line in text.split("\n")]
        return "".join(lines)


def _asked() -> Iterator[tuple[str, str]]:
    from lscp_docs.model.answers.boxes import fields_of

    return ((box.name, box.asks) for box in fields_of(NotificationDiscussion))


def _toml(value: Any) -> Any:
    """Give an answer as a TOML file holds it."""
    match value:
        case Identifying():
            return _toml(revealed(value))
        case NarrativeText():
            return revealed(value.text)
        case Term():
            return value.value
        case UncertainDate():
            return _date(value)
        case _:
            return value


def _date(date: UncertainDate) -> dt.date | str:
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return "unknown"
    if date.precision is Precision.EXACT:
        return first
    return {
        Precision.MONTH: f"{first:%Y-%m}",
        Precision.YEAR: f"{first.year:04}",
        Precision.ABOUT: f"about {first.isoformat()}",
        Precision.RANGE: f"{first.isoformat()} to {last.isoformat()}",
    }[date.precision]


YES_NO = {"yes": True, "no": False}

AGES = {
    "date_of_birth": "date_of_birth",
    "expected_date_of_delivery": "expected_date_of_delivery",
    "age": "age_if_date_of_birth_unknown",
}
CHILD = {
    **{name: name for name in ("forenames", "surname", "date_of_death", "sex")},
    **{name: name for name in ("ethnicity", "disability", "disability_details", "legal_status")},
    **{name: name for name in ("home_address", "home_local_authority", "school_or_setting")},
    "whereabouts": "current_whereabouts",
}
RELATIVE = {
    **{name: name for name in ("forenames", "surname", "kind", "relationship", "address")},
    "date_of_birth": "date_of_birth",
    "age": "age_if_date_of_birth_unknown",
}
INCIDENT = {
    "incident_type": "type",
    "incident_date": "occurred_on",
    "incident_time": "occurred_time",
    "incident_location": "location",
    "incident_local_authority": "location_local_authority",
    "incident_summary": "known_facts",
    "carer_at_time": "carer_at_time",
    "abuse_status": "abuse_status",
    "outcome": "outcome",
    "harm_details": "harm_details",
    "safety_actions": "immediate_safeguarding_actions",
    "other_children_at_risk": "other_children_at_risk",
}
REFERRAL = {
    "referred_on": "raised_on",
    "rationale": "rationale",
    "why_in_line_with_criteria": "why_in_line_with_criteria",
    "concerns_about_working_together": "concerns_about_working_together",
    "good_practice_seen": "good_practice_seen",
    "other_proceedings": "other_statutory_proceedings",
    "cross_border_authority": "cross_border_authority",
}
REFERRER = {
    "referrer_name": "name",
    "referrer_role": "role",
    "referrer_email": "email",
    "referrer_telephone": "telephone",
    "referrer_address": "address",
}
LEAD = {"lead_name": "name", "lead_role": "role", "lead_contact": "email"}
LEAD_AGREEMENT = {
    "lead_capacity": "capacity",
    "lead_discussed_on": "discussed_on",
    "lead_agrees": "agrees",
    "lead_comments": "comments",
}
"""Where each answer stands in a case file: the name of the question, and the key."""
