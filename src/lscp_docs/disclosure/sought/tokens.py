"""A text as words that stand one after another, and as one run of small letters and digits."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from lscp_docs.disclosure.sought.folding import Folded

_WORD = re.compile(
    r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+"
    r"|[\u3040-\u9fff\uac00-\ud7af]|[^\W\d_a-zA-Z]+"
)
"""A word, split where a capital begins another: JohnSmith is two.

Scripts without spaces are taken sign by sign.
"""


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """The words of a text: their places in the folded text, and in the run of their letters."""

    view: Folded
    words: list[str]
    """Each with its capitals."""
    begins: list[int]
    finishes: list[int]
    run: str
    """All words, small, without anything between."""
    starts: list[int]
    ends: list[int]

    def between(self, number: int) -> str:
        """What stands before a word since the one before; all white space is one."""
        if number == 0:
            return self.view.letters[: self.begins[0]]
        return self.view.letters[self.finishes[number - 1] : self.begins[number]]

    def after(self, number: int) -> str:
        """What stands between a word and the next, or the end of the text."""
        if number + 1 < len(self.words):
            return self.between(number + 1)
        return self.view.letters[self.finishes[number] :]

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from first to last stand in the original text."""
        origins, ends = self.view.origins, self.view.ends
        return origins[self.begins[first]], ends[self.finishes[last] - 1]

    def at(self, begin: int) -> int:
        """The number of the first word that begins at or after a place of the folded text."""
        return bisect_left(self.begins, begin)


def words_of(view: Folded) -> Words:
    """Return the words of a folded text."""
    words: list[str] = []
    begins: list[int] = []
    finishes: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _WORD.finditer(view.letters):
        words.append(found[0])
        begins.append(found.start())
        finishes.append(found.end())
        starts.append(at)
        at += len(found[0].lower())
        ends.append(at)
    run = "".join(word.lower() for word in words)
    return Words(view, words, begins, finishes, run, starts, ends)


def joined(text: str) -> tuple[str, frozenset[int]]:
    """Return a name's letters run together, small, and where in them its own words part."""
    run, joints, at = [], set(), 0
    for word in re.findall(r"[^\W_]+", text):
        run.append(word.lower())
        at += len(run[-1])
        joints.add(at)
    joints.discard(at)
    return "".join(run), frozenset(joints)
