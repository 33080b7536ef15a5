"""Finds phrases in a text, and covers what must not be looked at: quotations and own names."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|(?<![\w’])‘[^‘]*?’(?!\w)")
"""What somebody said or wrote, in their own words: those are theirs."""


@lru_cache(maxsize=1024)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Give the pattern of whole words that finds any of the phrases, the longest first.

    A phrase with a capital letter is found as it is written, and one that ends in a capital in the
    plural too; any other is found in any spelling.
    """
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(_spelt, ordered)) or '(?!)'})(?![\w’'-])")


def _spelt(phrase: str) -> str:
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    if phrase == phrase.casefold():
        return f"(?i:{words})"
    return f"{words}(?:s|’s|'s)?" if phrase[-1].isupper() else words


def is_name(words: str) -> bool:
    """True where capitals after the first word show a name: the Children in Care Council."""
    later = words.split()[1:]
    return not words.isupper() and any(word[0].isupper() for word in later)


def covered(text: str, names: Collection[str] = ()) -> str:
    """Give a text of the same length in which quotations and names are spaces."""
    text = QUOTED.sub(_spaces, text)
    if not names:
        return text
    return pattern(tuple(name.casefold() for name in names)).sub(_spaces, text)


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def plain(words: str) -> str:
    """Give words in one line."""
    return " ".join(words.split())
