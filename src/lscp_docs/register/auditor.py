"""Tries to find out the hidden cells of published tables, as a reader with patience would.

It sees what is published and nothing else: the cells that are told, the totals, and the table that
was published before. It shares no code with what hides the cells: it looks for whole counts that
fit everything that is told, and a hidden cell that is the same in all of them is found out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lscp_docs.register.cross_table import TOTAL, Cell, PublishedTable
from lscp_docs.register.period import Period

MOST_STEPS = 20_000
"""How many guesses a search may take before the auditor gives up and says so."""

Name = tuple[str, Cell]
Bounds = dict[Name, tuple[int, int]]
Equation = tuple[tuple[Name, ...], Name]
"""The names that add up, and the name of their total."""

NOW, BEFORE, ADDED = "now", "before", "added"


@dataclass(frozen=True, slots=True)
class Recovered:
    """A hidden cell that was found out; `value` None: it could not be shown that it is safe.

    `period` is that of the table in which it stands; `is_added` when it is what was added since
    the table published before, which no table tells by itself.
    """

    period: Period
    cell: Cell
    value: int | None
    is_added: bool = False


def recovered(
    table: PublishedTable, earlier: PublishedTable | None = None, *, threshold: int = 5
) -> tuple[Recovered, ...]:
    """Return every hidden cell of the tables that can be found out from what they tell together.

    `earlier` is of the same period, or of one that begins with this one's and ends before it; then
    a small count that was added since is a hidden cell too, though no table has it.
    """
    if not table.told:
        return ()
    puzzle = _Puzzle()
    puzzle.add(NOW, table)
    if earlier is not None and earlier.told:
        puzzle.add(BEFORE, earlier)
        puzzle.link(table, is_same_period=earlier.period == table.period)
    found = puzzle.certain()
    return tuple(_recovered(found, table, earlier, threshold))


def _recovered(
    found: dict[Name, int | None],
    table: PublishedTable,
    earlier: PublishedTable | None,
    threshold: int,
) -> Iterator[Recovered]:
    for (which, cell), value in sorted(found.items(), key=lambda item: item[0]):
        if which == ADDED:
            is_small = value is None or 0 < value < threshold
            if is_small and not table.margins.is_headline(cell):
                yield Recovered(table.period, cell, value, is_added=True)
            continue
        told = table if which == NOW or earlier is None else earlier
        if told.told[cell] is None:
            yield Recovered(told.period, cell, value)


class _TooLong(Exception):  # noqa: N818  a signal inside this module, never an error for a person
    """A search took more steps than it may."""


@dataclass(slots=True)
class _Puzzle:
    """What is told, as bounds for each count and sums between them."""

    bounds: Bounds = field(default_factory=dict)
    equations: list[Equation] = field(default_factory=list)
    _uses: dict[Name, list[Equation]] = field(default_factory=dict)
    _steps: int = 0

    def add(self, which: str, table: PublishedTable) -> None:
        """Add what a table tells."""
        most = max((value for value in table.told.values() if value is not None), default=0)
        unknown = (0, most) if table.told[TOTAL, TOTAL] is not None else (0, 1_000_000)
        for cell, value in table.told.items():
            self.bounds[which, cell] = unknown if value is None else (value, value)
        self._sums(which, table)

    def link(self, table: PublishedTable, *, is_same_period: bool) -> None:
        """Add that the table holds what the one before held, and what was added since."""
        most = max(high for _, high in self.bounds.values())
        for cell in table.told:
            self.bounds[ADDED, cell] = (0, 0 if is_same_period else most)
            self._sum((BEFORE, cell), (ADDED, cell), total=(NOW, cell))
        self._sums(ADDED, table)

    def _sums(self, which: str, table: PublishedTable) -> None:
        for row in (*table.rows, TOTAL):
            cells = [(which, (row, column)) for column in table.columns]
            self._sum(*cells, total=(which, (row, TOTAL)))
        for column in (*table.columns, TOTAL):
            cells = [(which, (row, column)) for row in table.rows]
            self._sum(*cells, total=(which, (TOTAL, column)))

    def _sum(self, *parts: Name, total: Name) -> None:
        equation = (parts, total)
        self.equations.append(equation)
        for name in (*parts, total):
            self._uses.setdefault(name, []).append(equation)

    def certain(self) -> dict[Name, int | None]:
        """Return every count that can be only one number, None where the search was too long."""
        bounds = self._narrowed(self.bounds, self.equations)
        try:
            first = None if bounds is None else self._solution(bounds)
        except _TooLong:
            return dict.fromkeys(self.bounds)
        if bounds is None or first is None:
            return {}  # what is told contradicts itself, so nothing follows from it
        varied: set[Name] = set()
        found: dict[Name, int | None] = {}
        for name in bounds:
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
