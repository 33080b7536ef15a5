"""Which of very many values a text can hold at all: a report hides those of thousands of cases.

Every spelling that is found of a name, but a misspelling, a short form and bare initials, has all
letters of one of its words in a row, once the text is folded. So a value none of whose words has
all its groups of three letters in the text need not be looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lscp_docs.disclosure.sought.folding import plain, views
from lscp_docs.disclosure.sought.tokens import words_of
from lscp_docs.disclosure.sought.values import Fact, Person

GROUP = 3
_WORD = re.compile(r"[^\W_]+")


class LettersAtHand:
    """The groups of three letters that some texts hold, in every view of them."""

    __slots__ = ("_groups",)

    def __init__(self, texts: Iterable[str]) -> None:
        self._groups: set[str] = set()
        for text in texts:
            for view in views(text):
                self._groups.update(_groups_of(words_of(view).run))

    def may_hold(self, value: Person | Fact) -> bool:
        """True unless none of the words of a value can stand in the texts as the case spells it.

        Days, and values with a word that is shorter than a group, are always taken.
        """
        if isinstance(value, Person):
            return any(self._has_a_word(part.words) for part in value.parts)
        return not isinstance(value.told, str) or self._has_a_word(value.told)

    def _has_a_word(self, written: str) -> bool:
        words = _WORD.findall(plain(written).lower())
        return not words or any(self._groups.issuperset(_groups_of(word)) for word in words)


def _groups_of(run: str) -> set[str]:
    return {run[at : at + GROUP] for at in range(len(run) - GROUP + 1)}
