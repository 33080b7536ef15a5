"""Runs of letters, found among the words of a text by their first two letters and their length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lscp_docs.disclosure.sought.tokens import Words


@dataclass(frozen=True, slots=True, repr=False)
class Index:
    """Which lengths the runs have that begin with two letters, and which runs there are.

    A text is gone through once, whatever the number of runs: from each word on, its letters are
    looked up at every length that one of them has.
    """

    runs: frozenset[str]
    lengths: dict[str, frozenset[int]]

    @classmethod
    def of(cls, runs: Iterable[str]) -> Index:
        """Return the index of some runs."""
        known = frozenset(run for run in runs if run)
        lengths: dict[str, set[int]] = {}
        for run in known:
            lengths.setdefault(run[:2], set()).add(len(run))
        return cls(known, {begin: frozenset(of) for begin, of in lengths.items()})

    def found_in(self, words: Words) -> Iterator[tuple[str, int, int]]:
        """Yield each run of the index with its first and last word in the text.

        Where the last word ends in s, the run may be one letter shorter: a name in the plural.
        """
        run, ends, runs = words.run, words.ends, self.runs
        for first, start in enumerate(words.starts):
            lengths = self.lengths.get(run[start : start + 2])
            # A run of one letter is a sign of a script that writes words by one.
            alone = self.lengths.get(run[start : start + 1])
            if alone and ends[first] == start + 1:
                yield run[start], first, first
            if not lengths:
                continue
            longest = max(lengths)
            for last in range(first, len(ends)):
                length = ends[last] - start
                if length > longest + 1:
                    break
                if words.words[last][-1] in "sS" and run[start : start + length - 1] in runs:
                    yield run[start : start + length - 1], first, last
                if length in lengths and run[start : start + length] in runs:
                    yield run[start : start + length], first, last
