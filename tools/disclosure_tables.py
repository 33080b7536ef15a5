"""The lists of `docs/disclosure.md`: the places that are read and the spellings that are found."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from lscp_docs.disclosure.reading import PlaceKind
from lscp_docs.disclosure.sought.hit import FUZZY
from lscp_docs.model.allowed import Variant

WIDTH = 110
NOT_READ = (PlaceKind.PIXELS, PlaceKind.UNREADABLE)


def places_list() -> str:
    """Every kind of place in a file that is read, as a paragraph."""
    return _paragraph(kind.words for kind in PlaceKind if kind not in NOT_READ)


def spellings_list() -> str:
    """Every spelling in which a value is found, those of which a few may be missed apart."""
    sure = _paragraph(each.words for each in Variant if each not in FUZZY)
    fuzzy = _paragraph(each.words for each in Variant if each in FUZZY)
    return (
        f"The tests plant each of these, and none may be missed:\n\n{sure}\n\n"
        f"Of these a few may be missed:\n\n{fuzzy}"
    )


def _paragraph(words: Iterable[str]) -> str:
    return textwrap.fill(f"{'; '.join(words)}.", WIDTH, break_on_hyphens=False)
