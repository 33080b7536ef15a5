"""Words that differ from a name by one letter: wrong, lost, too many, or two that were swapped."""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 5
"""A shorter name is one letter away from too many words."""
LONGEST = 40


def one_less(word: str) -> set[str]:
    """Return the word without each of its letters in turn."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def differs_by_one(word: str, name: str) -> bool:
    """True when one letter was changed, lost, added, or two neighbours were swapped."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    if len(word) != len(name):
        longer, shorter = sorted((word, name), key=len, reverse=True)
        return shorter in one_less(longer)
    apart = [at for at, (a, b) in enumerate(zip(word, name, strict=True)) if a != b]
    if len(apart) == 2 and apart[1] == apart[0] + 1:
        first, second = apart
        return word[first] == name[second] and word[second] == name[first]
    return len(apart) == 1


class NearNames:
    """Names, found by any word that differs from one of them by one letter."""

    __slots__ = ("_by_less", "_known")

    def __init__(self, names: Iterable[str]) -> None:
        self._by_less: dict[str, list[str]] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        for name in dict.fromkeys(names):
            if SHORTEST <= len(name) <= LONGEST:
                for less in (name, *sorted(one_less(name))):
                    self._by_less.setdefault(less, []).append(name)

    def __bool__(self) -> bool:
        return bool(self._by_less)

    def of(self, word: str) -> tuple[str, ...]:
        """Return the names from which the word differs by one letter; each word is told once."""
        if not SHORTEST - 1 <= len(word) <= LONGEST + 1:
            return ()
        if word not in self._known:
            by_less = self._by_less
            near = {name for less in (word, *one_less(word)) for name in by_less.get(less, ())}
            self._known[word] = tuple(sorted(name for name in near if differs_by_one(word, name)))
        return self._known[word]
