"""The strings and names in an object of a PDF, and what kind of place each is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lscp_docs.disclosure.reading.loose import says_something, strings
from lscp_docs.disclosure.reading.place import PlaceKind

_MOST_NODES = 200_000
_DIGITS = re.compile(r"\d{2}")


@dataclass(frozen=True, slots=True)
class Stored:
    """A string or a name, the key it stands under and the dictionary that holds it.

    `reference` is the number of an object that is pointed at instead.
    """

    key: str
    owner: Any
    text: str
    is_name: bool = False
    reference: int | None = None


def stored_in(stored: Any) -> Iterator[Stored]:
    """Yield what one object says; objects that it points at are told by number only."""
    from pypdf.generic import DictionaryObject, IndirectObject

    waiting: list[tuple[Any, str, Any]] = [(stored, "", {})]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node, key, owner = waiting.pop()
        if isinstance(node, IndirectObject):
            yield Stored(key, owner, "", reference=node.idnum)
        elif isinstance(node, DictionaryObject):
            yield from (Stored(key, owner, str(name)[1:], is_name=True) for name in node)
            waiting += [(node.raw_get(name), str(name), node) for name in reversed(list(node))]
        elif isinstance(node, list):
            waiting += [(each, key, owner) for each in reversed(node)]
        else:
            yield from _leaf(node, key, owner)


def _leaf(node: Any, key: str, owner: Any) -> Iterator[Stored]:
    from pypdf.generic import NameObject

    if isinstance(node, NameObject):
        yield Stored(key, owner, str(node)[1:], is_name=True)
    elif isinstance(node, str | bytes):
        text = _said(node)
        if says_something(text) or _DIGITS.search(text):
            yield Stored(key, owner, text)


def _said(node: str | bytes) -> str:
    if isinstance(node, str):
        return node
    if node.startswith((b"\xfe\xff", b"\xff\xfe")):
        return node.decode("utf-16", "replace")
    if node.startswith(b"\xef\xbb\xbf"):
        return node.decode("utf-8-sig", "replace")
    return strings(node)


def _is_field(owner: Any) -> bool:
    return "/FT" in owner or "/Kids" in owner or owner.get("/Subtype") == "/Widget"


def _is_annotation(owner: Any) -> bool:
    return "/Rect" in owner or owner.get("/Type") == "/Annot"


def _is_outline(owner: Any) -> bool:
    return "/Title" in owner and any(key in owner for key in ("/Parent", "/Dest", "/A", "/First"))


def _is_layer(owner: Any) -> bool:
    return owner.get("/Type") == "/OCG" or any(k in owner for k in ("/Order", "/BaseState"))


_BY_KEY: dict[str, tuple[PlaceKind, str]] = {
    **dict.fromkeys(("/Alt", "/ActualText", "/E"), (PlaceKind.ALT_TEXT, "replacement text")),
    "/TU": (PlaceKind.TOOLTIP, "tooltip"),
    **dict.fromkeys(("/V", "/DV", "/RV", "/XFA"), (PlaceKind.FORM_VALUE, "form value")),
    "/Opt": (PlaceKind.FORM_OPTION, "form option"),
    "/AS": (PlaceKind.FORM_VALUE, "form value"),
    "/URI": (PlaceKind.LINK, "link"),
    "/JS": (PlaceKind.SCRIPT, "script"),
    **dict.fromkeys(("/F", "/UF", "/Desc"), (PlaceKind.EMBEDDED_FILE, "file name or description")),
    **dict.fromkeys(("/Names", "/Dest", "/D", "/Limits"), (PlaceKind.DESTINATION, "destination")),
    "/Dests": (PlaceKind.DESTINATION, "destination"),
    "/P": (PlaceKind.PAGE_LABEL, "page label"),
    "/RC": (PlaceKind.ANNOTATION, "annotation"),
    **dict.fromkeys(
        ("/BaseFont", "/FontName", "/FontFamily", "/CharSet"), (PlaceKind.FONT, "font")
    ),
}
_BY_OWNER: tuple[tuple[tuple[str, ...], Callable[[Any], bool], PlaceKind, str], ...] = (
    (("/T", "/TM"), _is_field, PlaceKind.FORM_VALUE, "name of a form field"),
    (("/Title",), _is_outline, PlaceKind.BOOKMARK, "bookmark"),
    (("/Name",), _is_layer, PlaceKind.LAYER, "layer"),
    (
        ("/Contents", "/T", "/Subj", "/NM", "/DS"),
        _is_annotation,
        PlaceKind.ANNOTATION,
        "annotation",
    ),
)
_NAMES_TOLD = (
    "/V",
    "/DV",
    "/AS",
    "/Opt",
    "/BaseFont",
    "/FontName",
    "/FontFamily",
    "/Dests",
    "/Dest",
)
"""The keys under which a name is what a person chose."""


def kind_of(found: Stored) -> tuple[PlaceKind, str]:
    """Return the kind of place that a string or name stands in, and words for it."""
    if found.is_name and found.key not in _NAMES_TOLD:
        return PlaceKind.MARKUP, "name"
    for keys, holds, kind, words in _BY_OWNER:
        if found.key in keys and holds(found.owner):
            return kind, words
    return _BY_KEY.get(found.key, (PlaceKind.MARKUP, "stored text"))


def kind_of_reference(key: str) -> PlaceKind | None:
    """Return what a stream that stands under a key says; None where it says nothing known."""
    kinds = (PlaceKind.SCRIPT, PlaceKind.FORM_VALUE, PlaceKind.ANNOTATION)
    kind, _ = _BY_KEY.get(key, (PlaceKind.MARKUP, ""))
    return kind if kind in kinds else None
