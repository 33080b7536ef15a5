"""Tries to find out the hidden cells of published tables, as a reader with patience would.

It sees what is published and nothing else: the cells that are told, the totals, the other tables of
the report, and the tables that were published before. It shares no code with what hides the cells:
it looks for whole counts that fit everything that is told, and a hidden cell that is the same in
all of them is found out. Tables of the same children have their grand total in common, and the
totals of each characteristic that they share: one count, wherever it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lscp_docs.register.cross_table import TOTAL, Cell, PublishedTable
from lscp_docs.register.period import Period

MOST_STEPS = 20_000
"""How many guesses a search may take before the auditor gives up and says so."""

Name = tuple[str, str, str, str]
"""A count: when, whom it counts by what, and its row and column; totals have neither or one."""
Bounds = dict[Name, tuple[int, int]]
Equation = tuple[tuple[Name, ...], Name]
"""The names that add up, and the name of their total."""

NOW, BEFORE, ADDED = "now", "before", "added"


@dataclass(frozen=True, slots=True)
class Recovered:
    """A hidden cell that was found out; `value` None: it could not be shown that it is safe.

    `period` is that of the table in which it stands, `table` the number of that table (from 0);
    `is_added` when it is what was added since the table published before, which no table tells by
    itself.
    """

    period: Period
    cell: Cell
    value: int | None
    is_added: bool = False
    table: int = 0


def recovered(
    table: PublishedTable, earlier: PublishedTable | None = None, *, threshold: int = 5
) -> tuple[Recovered, ...]:
    """Return every hidden cell of the tables that can be found out from what they tell together.

    `earlier` is of the same period, or of one that begins with this one's and ends before it; then
    a small count that was added since is a hidden cell too, though no table has it.
    """
    before = None if earlier is None else (earlier,)
    return recovered_together((table,), before, threshold=threshold)


def recovered_together(
    tables: Sequence[PublishedTable],
    earlier: Sequence[PublishedTable] | None = None,
    *,
    threshold: int = 5,
) -> tuple[Recovered, ...]:
    """Return what can be found out from all tables of a report at once.

    `earlier` are the same tables in the same order as they were published before.
    """
    puzzle = _Puzzle()
    linked = []
    for number, table in enumerate(tables):
        if not table.told:
            continue
        puzzle.add(NOW, number, table)
        before = None if earlier is None else earlier[number]
        if before is not None and before.told:
            puzzle.add(BEFORE, number, before)
            linked.append(number)
    if earlier is not None:
        for number in linked:
            is_same = earlier[number].period == tables[number].period
            puzzle.link(number, tables[number], is_same_period=is_same)
    found = puzzle.certain()
    told = [*_recovered(found, NOW, tables)]
    if earlier is not None:
        told += [*_added(found, tables, threshold), *_recovered(found, BEFORE, earlier)]
    return tuple(told)


def _recovered(
    found: dict[Name, int | None], which: str, tables: Sequence[PublishedTable]
) -> Iterator[Recovered]:
    for number, table in enumerate(tables):
        for cell, value in sorted(table.told.items()):
            name = _name(which, number, table, cell)
            if value is None and name in found:
                yield Recovered(table.period, cell, found[name], table=number)


def _added(
    found: dict[Name, int | None], tables: Sequence[PublishedTable], threshold: int
) -> Iterator[Recovered]:
    for number, table in enumerate(tables):
        for cell in sorted(table.told):
            value = found.get(_name(ADDED, number, table, cell), 0)
            is_small = value is None or 0 < value < threshold
            if is_small and not table.margins.is_headline(cell):
                yield Recovered(table.period, cell, value, is_added=True, table=number)


def _name(which: str, number: int, table: PublishedTable, cell: Cell) -> Name:
    """Return the name of a count: the same wherever tables of the same children tell it."""
    about, (row, column) = table.subject, cell
    whom = f"table {number}" if about is None else about.whom
    down, across = ("down", "across") if about is None else (about.down, about.across)
    if cell == (TOTAL, TOTAL):
        return which, whom, TOTAL, TOTAL
    if column == TOTAL:
        return which, f"{whom} by {down}", row, TOTAL
    if row == TOTAL:
        return which, f"{whom} by {across}", column, TOTAL
    return which, f"{whom} by {down} and {across}", row, column


class _TooLong(Exception):  # noqa: N818  a signal inside this module, never an error for a person
    """A search took more steps than it may."""


@dataclass(slots=True)
class _Puzzle:
    """What is told, as bounds for each count and sums between them."""

    bounds: Bounds = field(default_factory=dict)
    equations: list[Equation] = field(default_factory=list)
    _uses: dict[Name, list[Equation]] = field(default_factory=dict)
    _steps: int = 0

    def add(self, which: str, number: int, table: PublishedTable) -> None:
        """Add what a table tells; what another has told of the same counts holds as well."""
        most = max((value for value in table.told.values() if value is not None), default=0)
        unknown = (0, most) if table.told[TOTAL, TOTAL] is not None else (0, 1_000_000)
        for cell, value in table.told.items():
            name = _name(which, number, table, cell)
            low, high = unknown if value is None else (value, value)
            least, greatest = self.bounds.get(name, (low, high))
            self.bounds[name] = max(least, low), min(greatest, high)
        self._sums(which, number, table)

    def link(self, number: int, table: PublishedTable, *, is_same_period: bool) -> None:
        """Add that the table holds what the one before held, and what was added since."""
        most = max(high for _, high in self.bounds.values())
        for cell in table.told:
            before, added, now = (
                _name(which, number, table, cell) for which in (BEFORE, ADDED, NOW)
            )
            self.bounds[added] = (0, 0 if is_same_period else most)
            self._sum(before, added, total=now)
        self._sums(ADDED, number, table)

    def _sums(self, which: str, number: int, table: PublishedTable) -> None:
        def name(row: str, column: str) -> Name:
            return _name(which, number, table, (row, column))

        for row in (*table.rows, TOTAL):
            self._sum(*(name(row, column) for column in table.columns), total=name(row, TOTAL))
        for column in (*table.columns, TOTAL):
            self._sum(*(name(row, column) for row in table.rows), total=name(TOTAL, column))

    def _sum(self, *parts: Name, total: Name) -> None:
        equation = (parts, total)
        self.equations.append(equation)
        for name in (*parts, total):
            self._uses.setdefault(name, []).append(equation)

    def certain(self) -> dict[Name, int | None]:
        """Return every count that can be only one number, None where the search was too long."""
        bounds = self._narrowed(self.bounds, self.equations)
        if bounds is None:
            return {}  # what is told contradicts itself, so nothing follows from it
        found: dict[Name, int | None] = {
            name: low for name, (low, high) in bounds.items() if low == high
        }
        for group in self._groups(bounds):
            certain = self._certain(group, bounds)
            if certain is None:
                return {}
            found |= certain
        return found

    def _groups(self, bounds: Bounds) -> Iterator[list[Name]]:
        """Yield the open counts in groups that no sum ties to each other."""
        waiting = {name for name, (low, high) in bounds.items() if low < high}
        while waiting:
            group = [min(waiting)]
            waiting.remove(group[0])
            for name in group:
                tied = {n for (parts, total) in self._uses[name] for n in (*parts, total)}
                group += sorted(tied & waiting)
                waiting -= tied
            yield sorted(group)

    def _certain(self, group: list[Name], every: Bounds) -> dict[Name, int | None] | None:
        """Return the certain counts of one group; None when no counts fit at all."""
        near = {n for one in group for parts, total in self._uses[one] for n in (*parts, total)}
        bounds = {name: every[name] for name in sorted(near | set(group))}
        try:
            first = self._solution(bounds)
        except _TooLong:
            return dict.fromkeys(group)
        if first is None:
            return None
        varied: set[Name] = set()
        found: dict[Name, int | None] = {}
        for name in group:
            if name in varied:
                continue
            try:
                other = self._other(name, first, bounds)
            except _TooLong:
                found[name] = None
                continue
            if other is None:
                found[name] = first[name]
            else:
                varied |= {each for each in bounds if other[each] != first[each]}
        return found

    def _other(self, name: Name, first: dict[Name, int], bounds: Bounds) -> dict[Name, int] | None:
        """Return a solution in which a count is not what it is in the first one."""
        low, high = bounds[name]
        for span in ((low, first[name] - 1), (first[name] + 1, high)):
            if span[0] <= span[1]:
                solution = self._solution({**bounds, name: span}, self._uses[name])
                if solution is not None:
                    return solution
        return None

    def _solution(self, bounds: Bounds, changed: Iterable[Equation] = ()) -> dict[Name, int] | None:
        self._steps = 0
        return self._searched(bounds, changed)

    def _searched(self, bounds: Bounds, changed: Iterable[Equation]) -> dict[Name, int] | None:
        """Return a solution within bounds; `changed` are the sums that may narrow them."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise _TooLong
        narrowed = self._narrowed(bounds, changed)
        if narrowed is None:
            return None
        open_ones = [(high - low, name) for name, (low, high) in narrowed.items() if low < high]
        if not open_ones:
            return {name: low for name, (low, _) in narrowed.items()}
        name = min(open_ones)[1]
        low, high = narrowed[name]
        middle = (low + high) // 2
        for span in ((low, middle), (middle + 1, high)):
            found = self._searched({**narrowed, name: span}, self._uses[name])
            if found is not None:
                return found
        return None

    def _narrowed(self, bounds: Bounds, changed: Iterable[Equation]) -> Bounds | None:
        """Return the bounds that follow from the sums, None when they contradict each other."""
        found = dict(bounds)
        waiting = list(changed)
        while waiting:
            for name, span in _spans(waiting.pop(), found):
                if span[0] > span[1]:
                    return None
                if span != found[name]:
                    found[name] = span
                    waiting += self._uses[name]
        return found


def _spans(equation: Equation, bounds: Bounds) -> list[tuple[Name, tuple[int, int]]]:
    """Return what a sum leaves possible for its total and for each of its parts."""
    parts, total = equation
    low = sum([bounds[part][0] for part in parts])
    high = sum([bounds[part][1] for part in parts])
    least, most = bounds[total]
    spans = [(total, (max(least, low), min(most, high)))]
    for part in parts:
        smallest, largest = bounds[part]
        if smallest < largest:
            span = (
                max(smallest, least - high + largest),
                min(largest, most - low + smallest),
            )
            spans.append((part, span))
    return spans
