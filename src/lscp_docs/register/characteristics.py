"""The tables by characteristics of children that a report may publish for a period.

They count the children of the cases that the review group considered in the period, by what the
Department for Education publishes of notifications: age, sex, ethnicity, disability, legal status.
How many were notified is a headline count; so the totals by decision are told in every table. The
counts of deaths of looked after children and care leavers are headlines of another kind: they tell
that such children were among those counted, which no table here hides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lscp_docs.model.ages import AGE_BANDS
from lscp_docs.model.ethnicity import EthnicGroup
from lscp_docs.model.vocabulary import Disability, LegalStatus, Outcome, Sex, Term
from lscp_docs.register import counting as by
from lscp_docs.register.cross_table import (
    CrossTable,
    Margins,
    PublishedTable,
    Subject,
    children_by,
)
from lscp_docs.register.facts import ChildInCase
from lscp_docs.register.linked_tables import suppressed_together
from lscp_docs.register.period import Period
from lscp_docs.register.rows import NOT_KNOWN, UNBORN, RegisterRow
from lscp_docs.register.suppression import THRESHOLD, SuppressedTable, withheld

WHOM = "children of cases considered"
NOTIFY, NOT_NOTIFY, NOT_DECIDED = "Decided to notify", "Decided not to notify", "Not decided"
UNSAFE = "This table is not published: small numbers in it could be worked out."
OVERLAPS = (
    "This table is not published: a table of another period that overlaps this one was published "
    "before, and small numbers could be worked out from the two."
)


@dataclass(frozen=True, slots=True)
class Characteristic:
    """What children are counted by: its key, its labels in their order, and a child's label."""

    key: str
    labels: tuple[str, ...]
    label_of: Callable[[RegisterRow, ChildInCase, Period], str]


@dataclass(frozen=True, slots=True)
class TableKind:
    """A table that a report may publish; the totals by decision alone are headline counts."""

    key: str
    title: str
    definition: str
    down: Characteristic
    across: Characteristic

    def counted(self, rows: Iterable[RegisterRow], period: Period) -> CrossTable:
        """Return the table of a period with every count: not for a reader."""
        down, across = self.down, self.across
        return children_by(
            rows,
            period,
            by.on(by.considered_on),
            down=(down.labels, lambda row, child: down.label_of(row, child, period)),
            across=(across.labels, lambda row, child: across.label_of(row, child, period)),
            margins=Margins(columns=across is DECISION),
            subject=Subject(WHOM, down.key, across.key),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """A table of a report: its title, what it counts, and what of it is told."""

    key: str
    title: str
    definition: str
    suppressed: SuppressedTable
    withheld_because: str = ""
    """A sentence where nothing of it is published; else empty."""

    @property
    def published(self) -> PublishedTable:
        """What a reader sees."""
        return self.suppressed.published()


@dataclass(frozen=True, slots=True)
class ReportTables:
    """The tables of one report on a period, made together."""

    period: Period
    tables: tuple[ReportTable, ...]

    @property
    def is_told(self) -> bool:
        """True when at least one of the tables is published."""
        return any(not each.withheld_because for each in self.tables)


def suppressed_tables(
    rows: Iterable[RegisterRow],
    period: Period,
    *,
    earlier: Iterable[ReportTables] = (),
    threshold: int = THRESHOLD,
) -> ReportTables:
    """Return the tables of a period, of which no small count can be found out.

    `earlier` are all tables that were published before, each made with those before it. The last
    one of the same period, or of one that begins with it and ends before it, is held against these:
    it hides what those before it hid. Where any other one overlaps this period nothing is
    published, because the difference of the two is not protected. Periods that share no day have no
    child in common.
    """
    every = tuple(rows)
    counted = [kind.counted(every, period) for kind in TABLES]
    overlapping = [each for each in earlier if _overlap(each.period, period)]
    if any(each.is_told and not _continues(period, each.period) for each in overlapping):
        return _told(period, [withheld(table) for table in counted], OVERLAPS)
    held = [each for each in overlapping if _continues(period, each.period)]
    last = max(reversed(held), key=lambda each: each.period.last, default=None)
    before = None if last is None else [each.suppressed for each in last.tables]
    made = suppressed_together(counted, threshold=threshold, earlier=before)
    return _told(period, made, UNSAFE)


def _told(period: Period, tables: Iterable[SuppressedTable], because: str) -> ReportTables:
    made = tuple(
        ReportTable(
            key=kind.key,
            title=kind.title,
            definition=kind.definition,
            suppressed=table,
            withheld_because=because if table.is_withheld else "",
        )
        for kind, table in zip(TABLES, tables, strict=True)
    )
    return ReportTables(period, made)


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _continues(period: Period, before: Period) -> bool:
    return before.first == period.first and before.last <= period.last


# What children are counted by ---------------------------------------------------------------


def _by_term(
    key: str, terms: type[Term], of: Callable[[ChildInCase], Term | None]
) -> Characteristic:
    """Return a characteristic that is a closed list of words; what nobody recorded is not known."""
    words = dict.fromkeys((*(each.words for each in terms), NOT_KNOWN))
    labels = (*(each for each in words if each != NOT_KNOWN), NOT_KNOWN)

    def label_of(_row: RegisterRow, child: ChildInCase, _period: Period) -> str:
        term = of(child)
        return NOT_KNOWN if term is None else term.words

    return Characteristic(key, labels, label_of)


def _decision(row: RegisterRow, _child: ChildInCase, period: Period) -> str:
    """Return how it was decided by the end of the period; what was decided later is not told."""
    decided = row.decision.decided_on
    if decided is None or decided > period.last:
        return NOT_DECIDED
    told = {Outcome.NOTIFY: NOTIFY, Outcome.NOT_NOTIFY: NOT_NOTIFY}
    outcome = row.decision.outcome
    return NOT_DECIDED if outcome is None else told.get(outcome, NOT_DECIDED)


AGE = Characteristic(
    "age",
    (UNBORN, *(words for _, words in AGE_BANDS), NOT_KNOWN),
    lambda _row, child, _period: child.age_band,
)
SEX = _by_term("sex", Sex, lambda child: child.sex)
ETHNICITY = _by_term("ethnicity", EthnicGroup, lambda child: child.ethnic_group)
DISABILITY = _by_term("disability", Disability, lambda child: child.disability)
LEGAL_STATUS = _by_term("legal status", LegalStatus, lambda child: child.legal_status)
DECISION = Characteristic("decision", (NOTIFY, NOT_NOTIFY, NOT_DECIDED), _decision)

_CHILDREN = (
    "Children of the cases that the review group considered, by the day of its meeting, or of the "
    "local authority’s decision where no meeting is recorded"
)
_BY_DECISION = "by what the local authority had decided on a notification when the period ended"

TABLES: tuple[TableKind, ...] = (
    TableKind(
        "children_by_age_and_sex",
        "Children by age and sex",
        f"{_CHILDREN}; by age at the time of the incident and by sex.",
        AGE,
        SEX,
    ),
    TableKind(
        "children_by_ethnicity_and_decision",
        "Children by ethnic group and decision",
        f"{_CHILDREN}; by broad ethnic group, from the recorded code alone, and {_BY_DECISION}.",
        ETHNICITY,
        DECISION,
    ),
    TableKind(
        "children_by_disability_and_decision",
        "Children by disability and decision",
        f"{_CHILDREN}; by whether they are recorded as disabled, and {_BY_DECISION}.",
        DISABILITY,
        DECISION,
    ),
    TableKind(
        "children_by_legal_status_and_decision",
        "Children by legal status and decision",
        f"{_CHILDREN}; by legal status at the time of the incident, and {_BY_DECISION}.",
        LEGAL_STATUS,
        DECISION,
    ),
)
"""Every table that a report may publish; a new one is a row here."""
