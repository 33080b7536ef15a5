"""Texts that somebody typed over a page: into the box below, with a note, or beside all boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lscp_docs.forms.observed import SeenField
from lscp_docs.forms.pages import Annotations, Rectangle, lies_in, rectangle
from lscp_docs.forms.walker import Terminal

TYPED_OVER = "This was typed over the box, not into it."
COVERED = "Something was typed over this box."


@dataclass(frozen=True, slots=True)
class Overlaid:
    """Fields with what was typed over them, and the pages with something in no box."""

    fields: tuple[SeenField, ...]
    beside: tuple[int, ...]


def overlaid(fields: Iterable[tuple[Terminal, SeenField]], where: Annotations) -> Overlaid:
    """Give the fields with the texts that were typed over them."""
    pairs = tuple(fields)
    typed = tuple(where.typed())
    beside = {*where.by_hand()}
    over: dict[int, list[str]] = {}
    places = list(_places(pairs, where)) if typed else []
    for each, middle, text in typed:
        below = [
            number for page, place, number in places if page == each.page and lies_in(middle, place)
        ]
        if below:
            over.setdefault(below[0], []).append(text)
        elif text.strip():
            beside.add(each.page)
    told = tuple(
        _with(field, over[number]) if number in over else field
        for number, (_, field) in enumerate(pairs)
    )
    return Overlaid(told, tuple(sorted(beside)))


def _places(
    pairs: tuple[tuple[Terminal, SeenField], ...], where: Annotations
) -> Iterator[tuple[int, Rectangle, int]]:
    pages = where.pages
    for number, (field, _) in enumerate(pairs):
        for widget in field.widgets:
            if widget.key is not None and widget.key in pages:
                yield pages[widget.key], rectangle(widget.look), number


def _with(field: SeenField, texts: list[str]) -> SeenField:
    if field.kind == "text" and not field.value.strip():
        change = {"value": "\n".join(texts), "notes": (*field.notes, TYPED_OVER)}
    else:
        change = {"notes": (*field.notes, COVERED)}
    return field.model_copy(update=change)
