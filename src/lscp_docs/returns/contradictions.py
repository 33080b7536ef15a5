"""Where accounts differ: who says what, side by side, and never who is right.

Each rule is one that a reader can check on the pages named: nothing is weighed, nothing guessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeVar

from lscp_docs.model.answers.asked import Answers, YesNoNotSure
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.identifying import Identifying, revealed
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.people import Child, FamilyMember
from lscp_docs.model.returned import Return, ReturnedEvent
from lscp_docs.model.review import ChronologyEvent
from lscp_docs.model.vocabulary import Term
from lscp_docs.returns.chronology import in_date_order
from lscp_docs.returns.merging import scoping_reports
from lscp_docs.returns.names import agency_named
from lscp_docs.returns.people import Known, known_people, names_of
from lscp_docs.returns.spans import exclude, span_of

T = TypeVar("T")


class Matter(Term):
    """What is told differently."""

    DATE_OF_BIRTH = "date_of_birth"
    NAME = "name"
    CHILD_SEEN = "child_seen", "whether the child was seen"
    INVOLVEMENT = "involvement", "whether the agency was involved"
    BEGINNING = "beginning", "when the agency’s involvement began"
    END = "end", "whether the agency is still involved"
    CRITERIA = "criteria", "whether the criteria for a local review are met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one source says."""

    agency: str
    """The key of the agency that says it; empty for what the case file says of itself."""
    says: tuple[Identifying[Any] | str, ...]
    """Values and words, told one after the other."""
    page: int = 0
    """The page of the agency's form; 0 where the form does not tell it."""
    is_in_case_file: bool = False
    """True where it stands in case.toml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The same thing told differently."""

    matter: Matter
    accounts: tuple[Account, ...]
    person: Child | FamilyMember | None = None
    """Whom of the case it is about; None for another, or where it is about nobody."""
    named: tuple[Identifying[str], ...] = ()
    """The names of somebody whom only agencies know."""
    on: Identifying[UncertainDate] | None = None
    """The day that it is about."""
    agency: str = ""
    """The key of the agency that it is about."""
    is_by_relationship: bool = False
    """True where somebody was known again by the relationship alone: it may be another person."""


def contradictions(
    case: CaseFile, partnership: Partnership, returns: Sequence[Return[Answers]], *, until: dt.date
) -> tuple[Difference, ...]:
    """Give what is told differently, in a case that `with_returns` has completed."""
    reports = scoping_reports([each for each in returns if each.received_on <= until])
    if not reports:
        return ()
    events = in_date_order(case.chronology, until=until)
    return (
        *_of_people(known_people(case, reports)),
        *_child_seen(events),
        *_involvement(case, partnership, reports),
        *_beginning(events, reports),
        *_end(case, reports),
        *_criteria(reports),
    )


def _any_two(items: Sequence[T], differ: Callable[[T, T], bool]) -> bool:
    return any(differ(one, other) for one, other in combinations(items, 2))


# People ------------------------------------------------------------------------------------


def _of_people(known: tuple[Known, ...]) -> Iterator[Difference]:
    for each in known:
        yield from _dates_of_birth(each)
        yield from _names(each)


def _dates_of_birth(known: Known) -> Iterator[Difference]:
    accounts: list[tuple[Identifying[UncertainDate], Account]] = []
    born = known.person.date_of_birth if known.person is not None else None
    if born is not None:
        accounts.append((born, Account(agency="", says=(born,), is_in_case_file=True)))
    for told in known.told:
        if (day := told.person.date_of_birth) is not None:
            accounts.append((day, Account(agency=told.agency, says=(day,), page=told.page)))
    if _any_two([day for day, _ in accounts], lambda a, b: exclude(revealed(a), revealed(b))):
        yield _about(known, Matter.DATE_OF_BIRTH, tuple(account for _, account in accounts))


def _names(known: Known) -> Iterator[Difference]:
    """Yield a difference where somebody who was known by the relationship has another name."""
    if known.person is None or not known.is_by_relationship:
        return
    ours = tuple(n for n in (known.person.forenames, known.person.surname) if n is not None)
    accounts = [Account(agency="", says=ours, is_in_case_file=True)] if ours else []
    accounts += [
        Account(agency=told.agency, says=told.names, page=told.page)
        for told in known.told
        if told.names
    ]
    compared = [names_of(each) for each in (known.person, *(told.person for told in known.told))]
    if _any_two(compared, lambda one, other: one.exclude(other)):
        yield _about(known, Matter.NAME, tuple(accounts))


def _about(known: Known, matter: Matter, accounts: tuple[Account, ...]) -> Difference:
    return Difference(
        matter=matter,
        accounts=accounts,
        person=known.person,
        named=known.told[0].names if known.person is None else (),
        is_by_relationship=known.is_by_relationship,
    )


# Events ------------------------------------------------------------------------------------


def _child_seen(events: tuple[ChronologyEvent, ...]) -> Iterator[Difference]:
    """Yield each exact day on which one agency saw the child and another did not."""
    by_day: dict[dt.date, list[ChronologyEvent]] = {}
    for event in events:
        day = revealed(event.on).exact
        if day is not None and event.child_seen is not None:
            by_day.setdefault(day, []).append(event)
    for of_day in by_day.values():
        saw = {event.agency for event in of_day if event.child_seen}
        saw_not = {event.agency for event in of_day if not event.child_seen}
        if any(one != other for one in saw for other in saw_not):
            accounts = tuple(_of_event(event, _seen(event)) for event in of_day)
            yield Difference(matter=Matter.CHILD_SEEN, accounts=accounts, on=of_day[0].on)


def _seen(event: ChronologyEvent) -> str:
    return "the child was seen" if event.child_seen else "the child was not seen"


def _of_event(event: ChronologyEvent, *says: Identifying[Any] | str) -> Account:
    returned = isinstance(event, ReturnedEvent)
    return Account(
        agency=event.agency,
        says=says,
        page=event.form_page if isinstance(event, ReturnedEvent) else 0,
        is_in_case_file=not returned,
    )


# Agencies ----------------------------------------------------------------------------------


def _involvement(
    case: CaseFile, partnership: Partnership, reports: Sequence[Return[ScopingReport]]
) -> Iterator[Difference]:
    """Yield each agency that says it was not involved while somebody says that it was."""
    for report in reports:
        if not report.answers.is_nil:
            continue
        others = (*_in_case_file(case, report.agency), *_named(report, partnership, reports))
        if others:
            page = report.pages.get("involvement", 0)
            own = Account(agency=report.agency, says=("it had no involvement",), page=page)
            yield Difference(
                matter=Matter.INVOLVEMENT, accounts=(own, *others), agency=report.agency
            )


def _in_case_file(case: CaseFile, agency: str) -> Iterator[Account]:
    known = {entry.agency for child in case.children for entry in child.known_to}
    if agency in known | {entry.agency for entry in case.agencies}:
        yield Account(agency="", says=("it knows the child or family",), is_in_case_file=True)
    for event in case.chronology:
        if event.agency == agency and not isinstance(event, ReturnedEvent):
            yield _of_event(event, "its chronology has an event:", event.on)


def _named(
    nil: Return[ScopingReport], partnership: Partnership, reports: Sequence[Return[ScopingReport]]
) -> Iterator[Account]:
    for report in reports:
        for row, other in zip(
            report.rows["other_agencies"], report.answers.other_agencies, strict=True
        ):
            agency = agency_named(other.name or "", partnership)
            if agency is not None and agency.key == nil.agency:
                page = report.pages.get(f"other_agencies_{row}_name", 0)
                yield Account(agency=report.agency, says=("it was involved",), page=page)


def _beginning(
    events: tuple[ChronologyEvent, ...], reports: Sequence[Return[ScopingReport]]
) -> Iterator[Difference]:
    """Yield each agency with an event before the day on which it says that it became involved."""
    for report in reports:
        began = report.answers.involved_from
        start = span_of(revealed(began)) if began is not None else None
        if began is None or start is None:
            continue
        for event in events:
            span = span_of(revealed(event.on))
            if event.agency == report.agency and span is not None and span[1] < start[0]:
                page = report.pages.get("involved_from", 0)
                own = Account(agency=report.agency, says=("it began:", began), page=page)
                earlier = _of_event(event, "its first event:", event.on)
                yield Difference(
                    matter=Matter.BEGINNING, accounts=(own, earlier), agency=report.agency
                )
                break


def _end(case: CaseFile, reports: Sequence[Return[ScopingReport]]) -> Iterator[Difference]:
    """Yield each agency that gives an end while the case file calls its involvement open."""
    still = {known.agency for child in case.children for known in child.known_to if known.open}
    still |= {entry.agency for entry in case.agencies if entry.still_involved}
    for report in reports:
        ended = report.answers.involved_to
        if ended is not None and report.agency in still:
            page = report.pages.get("involved_to", 0)
            own = Account(agency=report.agency, says=("it ended:", ended), page=page)
            ours = Account(agency="", says=("it is still involved",), is_in_case_file=True)
            yield Difference(matter=Matter.END, accounts=(ours, own), agency=report.agency)


def _criteria(reports: Sequence[Return[ScopingReport]]) -> Iterator[Difference]:
    """Yield the opinions on the criteria where some say yes and others no."""
    given = [(report, report.answers.criteria_met) for report in reports]
    if {YesNoNotSure.YES, YesNoNotSure.NO} <= {opinion for _, opinion in given}:
        accounts = tuple(
            Account(
                agency=report.agency,
                says=(OPINIONS[opinion],),
                page=report.pages.get("criteria_met", 0),
            )
            for report, opinion in given
            if opinion is not None
        )
        yield Difference(matter=Matter.CRITERIA, accounts=accounts)


OPINIONS = {
    YesNoNotSure.YES: "they are met",
    YesNoNotSure.NO: "they are not met",
    YesNoNotSure.NOT_SURE: "it is not sure",
}
"""An agency's opinion in the words of a report; it is no vote."""
