"""The returns board: who was asked, who answered, who is late, and who was never asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.returned import Return, ReturnState
from lscp_docs.model.review import ScopingRequest
from lscp_docs.model.vocabulary import Term
from lscp_docs.returns.merging import scoping_reports
from lscp_docs.returns.names import agency_named, plain_name
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.timescales.working_days import WorkingCalendar

CASE_FILE = "case.toml"
"""Who names an agency that stands in the case file itself."""


class Standing(Term):
    """How the answer of one agency stands; the most pressing first."""

    LATE = "late"
    WAITING = "waiting", "waiting for a person"
    QUESTIONS_OPEN = "questions_open", "returned, with questions open"
    OWED = "owed"
    RETURNED = "returned"
    NIL_RETURN = "nil_return", "nil return"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A file in the case's `received` folder that nobody has accepted yet."""

    agency: str
    """The agency's key; empty where the file does not tell it."""
    file: str
    state: ReturnState
    received_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One agency that was asked."""

    agency: str
    """Its key."""
    name: str
    asked_on: dt.date | None
    """None for an agency that answered and that no request names."""
    due_on: dt.date | None
    chased_on: tuple[dt.date, ...]
    state: Standing
    received_on: dt.date | None
    """When the answer that counts came: the accepted one, else the first that is waiting."""
    days_late: int
    """Working days after the due date: until it came, or until today while nothing has come."""
    open_questions: int
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """An agency that others name and nobody asked."""

    name: str
    """Its name in the partnership, or as it was first written where no agency has that name."""
    agency: str
    """Its key; empty where the partnership knows no agency of that name."""
    named_by: tuple[str, ...]
    """The keys of the agencies that name it, and CASE_FILE where the case file does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The returns of a case on one day."""

    rows: tuple[BoardRow, ...]
    """Late ones first, then those that wait for a person, that have questions open, that are owed;
    the longest late and the earliest due first."""
    unasked: tuple[Unasked, ...]
    stray: tuple[Waiting, ...]
    """Files that wait and belong to no agency that was asked."""


def board(
    case: CaseFile,
    partnership: Partnership,
    returns: tuple[Return[Answers], ...],
    waiting: tuple[Waiting, ...] = (),
    *,
    today: dt.date,
) -> Board:
    """Give the board of a case that `with_returns` has completed.

    Raises CaseFileError for a date in a year whose bank holidays are not known.
    """
    reports = {report.agency: report for report in scoping_reports(returns)}
    requests = case.rapid_review.requests if case.rapid_review is not None else ()
    maker = _Maker(
        partnership=partnership,
        reports=reports,
        waiting=waiting,
        today=today,
        calendar=Clocks(case, partnership).calendar,
    )
    rows = [maker.row(request) for request in requests]
    asked = {row.agency for row in rows}
    rows += [maker.row_of_unasked(report) for key, report in reports.items() if key not in asked]
    known = {row.agency for row in rows}
    return Board(
        rows=tuple(sorted(rows, key=_pressing)),
        unasked=tuple(_unasked(case, partnership, reports.values(), known)),
        stray=tuple(each for each in waiting if each.agency not in known),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    partnership: Partnership
    reports: Mapping[str, Return[ScopingReport]]
    waiting: tuple[Waiting, ...]
    today: dt.date
    calendar: WorkingCalendar

    def row(self, request: ScopingRequest) -> BoardRow:
        held = self._held(request.agency)
        report = self.reports.get(request.agency)
        received = request.returned_on or min((each.received_on for each in held), default=None)
        return BoardRow(
            agency=request.agency,
            name=self._name(request.agency),
            asked_on=request.asked_on,
            due_on=request.due_on,
            chased_on=request.chased_on,
            state=self._standing(request, report, is_held=bool(held)),
            received_on=received,
            days_late=self._days_late(request, received or self.today),
            open_questions=len(report.open_questions) if report is not None else 0,
            waiting=held,
        )

    def row_of_unasked(self, report: Return[ScopingReport]) -> BoardRow:
        questions = len(report.open_questions)
        return BoardRow(
            agency=report.agency,
            name=self._name(report.agency),
            asked_on=None,
            due_on=None,
            chased_on=(),
            state=_answered(is_nil=report.answers.is_nil, open_questions=questions),
            received_on=report.received_on,
            days_late=0,
            open_questions=questions,
            waiting=self._held(report.agency),
        )

    def _held(self, agency: str) -> tuple[Waiting, ...]:
        return tuple(each for each in self.waiting if each.agency == agency)

    def _name(self, key: str) -> str:
        agency = self.partnership.agency(key)
        return agency.name if agency is not None else key

    def _standing(
        self, request: ScopingRequest, report: Return[ScopingReport] | None, *, is_held: bool
    ) -> Standing:
        if request.returned_on is not None:
            questions = len(report.open_questions) if report is not None else 0
            return _answered(is_nil=request.nil_return, open_questions=questions)
        if is_held:
            return Standing.WAITING
        if request.waived_because is not None:
            return Standing.WAIVED
        is_late = request.due_on is not None and self.today > request.due_on
        return Standing.LATE if is_late else Standing.OWED

    def _days_late(self, request: ScopingRequest, until: dt.date) -> int:
        is_waived = request.returned_on is None and request.waived_because is not None
        if request.due_on is None or is_waived or until <= request.due_on:
            return 0
        return self.calendar.between(request.due_on, until)


def _answered(*, is_nil: bool, open_questions: int) -> Standing:
    if open_questions:
        return Standing.QUESTIONS_OPEN
    return Standing.NIL_RETURN if is_nil else Standing.RETURNED


def _pressing(row: BoardRow) -> tuple[int, int, dt.date, str]:
    order = tuple(Standing).index(row.state)
    return order, -row.days_late, row.due_on or dt.date.max, row.name


def _unasked(
    case: CaseFile,
    partnership: Partnership,
    reports: Iterable[Return[ScopingReport]],
    asked: set[str],
) -> Iterator[Unasked]:
    """Yield each agency once, however its name is written, with everybody who names it."""
    found: dict[str, tuple[str, str, list[str]]] = {}
    for named_by, written in _named(case, reports):
        agency = agency_named(written, partnership)
        if agency is not None and agency.key in asked:
            continue
        key, name = (agency.key, agency.name) if agency is not None else ("", written)
        found.setdefault(key or plain_name(written), (key, name, []))[2].append(named_by)
    for key, name, named_by_all in found.values():
        yield Unasked(name=name, agency=key, named_by=tuple(dict.fromkeys(named_by_all)))


def _named(case: CaseFile, reports: Iterable[Return[ScopingReport]]) -> Iterator[tuple[str, str]]:
    """Yield who names which agency, as it is written."""
    for report in reports:
        for other in report.answers.other_agencies:
            if other.name is not None:
                yield report.agency, other.name
    for involved in case.agencies:
        yield CASE_FILE, involved.agency
    for child in case.children:
        for known in child.known_to:
            yield CASE_FILE, known.agency
