"""A hit: where a text holds what its reader may not see, and how it is written there."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.model.allowed import Variant
from lscp_docs.model.identifying import Kind

FUZZY = frozenset({Variant.MISSPELT, Variant.NICKNAME})
"""The variants of which a few may be missed; all others are found always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place in a text; it holds no word of the text or the case.

    `of` is the key in the case (of the record, where a whole name was found; empty for what is of
    no case); `start` and `end` count the characters of the text from 0, `end` being the first
    after it. `blocks` is False for what is only to be looked at.
    """

    of: str
    kind: Kind
    variant: Variant
    blocks: bool
    start: int
    end: int
    case: str = ""
    """The reference of the case, where the caller told it."""
