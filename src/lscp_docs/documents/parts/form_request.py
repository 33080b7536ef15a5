"""What a form that is sent to an agency says of its case: whom to look for, by when, for what.

An agency that is asked must be able to search its records, so the full profile's words are used.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.children import (
    NONE_RECORDED,
    Fact,
    child_facts,
    is_known,
    name_of,
)
from lscp_docs.documents.parts.tracked_actions import AsWritten, Showing
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.case import CaseFile
from lscp_docs.model.learning import Action
from lscp_docs.model.people import Child, FamilyMember
from lscp_docs.model.returned import Return
from lscp_docs.model.review import ScopingRequest
from lscp_docs.model.vocabulary import MeetingKind
from lscp_docs.register.owed_now import standings
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.timescales.counting import months_after
from lscp_docs.timescales.owed import DONE
from lscp_docs.wording import day_in_words, list_in_words, sentence_case

TO_SEARCH_BY = ("Other names used", "Date of birth", "Expected date of delivery", "Age")
"""What is told of a child: what an agency finds records by, and no more; no address, which may be
a refuge."""

PERIOD_IN_MONTHS = 24
"""How far back to look unless the case says: this project's proposal; no source states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRequest:
    """What one agency is asked, in finished words; empty where the case does not tell it."""

    facts: tuple[Fact, ...] = ()
    author: str = ""
    """Who is asked to write it, by name."""
    author_role: str = ""
    due_on: dt.date | None = None
    day_count: str = ""
    """Which working day of the rapid review that is."""
    meeting_on: dt.date | None = None
    """When the authors meet, where that is still to come."""
    meeting: str = ""
    """The id of that meeting."""
    actions: tuple[ActionAsked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionAsked:
    """An action of which news is wanted: its id, and the paragraphs that tell it."""

    id: str
    words: tuple[str, ...]


def scoping_request(m: Material, agency: str) -> FormRequest:
    """The request for a scoping report: whose records to look for, which period, by when."""
    review = m.case.rapid_review
    requests = review.requests if review is not None else ()
    request = next((each for each in requests if each.agency == agency), None)
    clocks = Clocks(m.case, m.partnership)
    due_on = _due_on(request, clocks)
    meeting = next(
        (
            each
            for each in m.case.meetings
            if each.kind is MeetingKind.RAPID_REVIEW_WITH_AUTHORS and each.on >= m.as_at
        ),
        None,
    )
    author, role = _author(m, request, agency)
    return FormRequest(
        facts=tuple(_to_search_for(m, requests)),
        author=author,
        author_role=role,
        due_on=due_on,
        day_count=_day_count(clocks, due_on),
        meeting_on=meeting.on if meeting is not None else None,
        meeting=meeting.id if meeting is not None else "",
    )


def _due_on(request: ScopingRequest | None, clocks: Clocks) -> dt.date | None:
    """The case's own day for this agency, else the local timetable's, else the default."""
    if request is not None and request.due_on is not None:
        return request.due_on
    deadline = clocks.scoping_return
    return deadline.due if deadline is not None else None


def _day_count(clocks: Clocks, day: dt.date | None) -> str:
    counted = clocks.review_day(day) if day is not None else None
    return f"working day {counted[0]} of the {counted[1]}" if counted is not None else ""


def _author(m: Material, request: ScopingRequest | None, agency: str) -> tuple[str, str]:
    """Give name and role: of the case's own author, else of the one the partnership records."""
    if request is not None and request.author is not None:
        return m.words(request.author.name), request.author.role
    known = m.partnership.agency(agency)
    return (known.scoping_author or "" if known is not None else ""), ""


def _to_search_for(m: Material, requests: tuple[ScopingRequest, ...]) -> Iterator[Fact]:
    yield Fact(label="Case", words=(m.case.reference,))
    for child in m.case.children:
        yield Fact(label=f"Child {child.id}", words=("; ".join(_child(m, child)),))
    if m.case.family:
        yield Fact(
            label="Family and household",
            words=tuple(_member(m, member) for member in m.case.family),
        )
    yield Fact(label="Period to look at", words=(_period(m),))
    if requests:
        named = sorted(m.agency(each.agency) for each in requests)
        yield Fact(label="Agencies asked", words=("; ".join(named),))


def _child(m: Material, child: Child) -> Iterator[str]:
    yield name_of(m, child)
    for fact in child_facts(m, child):
        if fact.label in TO_SEARCH_BY and is_known(m, fact) and fact.words != (NONE_RECORDED,):
            yield f"{fact.label.lower()} {'; '.join(str(each) for each in fact.words)}"


def _member(m: Material, member: FamilyMember) -> str:
    told = [name_of(m, member), member.relationship]
    if member.other_names_used:
        told.append(f"also known as {list_in_words(m.words(n) for n in member.other_names_used)}")
    if member.date_of_birth is not None:
        told.append(f"born {m.words(member.date_of_birth)}")
    elif member.age_if_date_of_birth_unknown is not None:
        told.append(f"aged {m.showing.years(member.age_if_date_of_birth_unknown)}")
    return "; ".join(told)


def _period(m: Material) -> str:
    review = m.case.rapid_review
    since, until = (review.period_from, review.period_to) if review is not None else (None, None)
    end = m.words(m.case.incident.occurred_on if until is None else until)
    start = m.words(since) if since is not None else _usual_start(m)
    return f"{sentence_case(start)} to {end}" if start else f"Up to {end}"


def _usual_start(m: Material) -> str:
    """The eldest child's birth, or two years before the incident where that is later."""
    incident = m.incident_day
    if incident is None:
        return ""
    born = [m.case.date_of_birth(child) for child in m.case.children]
    eldest = min((day.earliest for day in born if day and day.earliest), default=dt.date.min)
    return day_in_words(max(eldest, months_after(incident, -PERIOD_IN_MONTHS)))


def action_request(m: Material, agency: str) -> FormRequest:
    """The request for news of an agency's own open actions."""
    return FormRequest(
        facts=(Fact(label="Case", words=(m.case.reference,)),),
        actions=_asked(_open_actions(m.case, m.returns, m.as_at), agency, m.showing),
    )


def report_action_request(origin: str, actions: Iterable[Action], agency: str) -> FormRequest:
    """The request for news of an agency's own of the open actions of a report."""
    return FormRequest(
        facts=(Fact(label="Report", words=(origin,)),),
        actions=_asked(actions, agency, AsWritten()),
    )


def _asked(actions: Iterable[Action], agency: str, showing: Showing) -> tuple[ActionAsked, ...]:
    return tuple(
        ActionAsked(id=action.id, words=tuple(_action(action, showing)))
        for action in actions
        if action.lead_agency == agency
    )


def leads(case: CaseFile, returns: tuple[Return[Answers], ...], today: dt.date) -> tuple[str, ...]:
    """The keys of the agencies that lead on an open action, in the order of the file.

    An action that its agency has told as complete in an accepted return is not open.
    """
    return tuple(
        dict.fromkeys(action.lead_agency for action in _open_actions(case, returns, today))
    )


def _open_actions(
    case: CaseFile, returns: tuple[Return[Answers], ...], today: dt.date
) -> Iterator[Action]:
    stand = {each.id: each.status for each in standings(case, returns, today=today)}
    return (action for action in case.actions if stand[action.id] not in DONE)


def _action(action: Action, showing: Showing) -> Iterator[str]:
    yield f"Action {action.id}, due on {day_in_words(action.revised_due or action.due)}"
    yield from showing.text(action.action)
    if action.evidence_required is not None:
        yield f"Evidence wanted: {' '.join(showing.text(action.evidence_required))}"
