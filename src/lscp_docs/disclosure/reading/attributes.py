"""What the attributes of an Office file's XML say, and what kind of place each is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lscp_docs.disclosure.reading.file import File
from lscp_docs.disclosure.reading.loose import says_something
from lscp_docs.disclosure.reading.place import Passage, PlaceKind
from lscp_docs.disclosure.reading.tree import Element

_BY_ATTRIBUTE = {
    **dict.fromkeys(("descr", "title", "alt", "altText"), PlaceKind.ALT_TEXT),
    **dict.fromkeys(
        ("author", "initials", "displayName", "userId", "providerId", "userName"),
        PlaceKind.PERSON,
    ),
    **dict.fromkeys(("tooltip", "docLocation", "anchor", "href", "location"), PlaceKind.LINK),
    "instr": PlaceKind.FIELD,
    "string": PlaceKind.TEXT_BOX,  # words of WordArt
}
_OF_CONTROLS = (
    *("alias", "tag", "listItem", "dataBinding", "docPart", "storeMappedDataAs", "date"),
    *("helpText", "statusText", "listEntry", "default", "textInput"),
)
_OF_MERGE = (
    *("mailMerge", "connectString", "query", "mailSubject", "addressFieldName", "udl", "table"),
    *("mappedName", "uniqueTag"),
)
_BY_ELEMENT = {
    **dict.fromkeys(("docPr", "cNvPr"), PlaceKind.ALT_TEXT),
    **dict.fromkeys(("tblCaption", "tblDescription"), PlaceKind.ALT_TEXT),
    **dict.fromkeys(("bookmarkStart", "bookmarkEnd"), PlaceKind.BOOKMARK),
    **dict.fromkeys(_OF_CONTROLS, PlaceKind.CONTENT_CONTROL),
    **dict.fromkeys(_OF_MERGE, PlaceKind.MAIL_MERGE),
    **dict.fromkeys(("rFonts", "font", "latin", "ea", "cs", "altName"), PlaceKind.FONT),
    **dict.fromkeys(("dataValidation",), PlaceKind.VALIDATION),
    **dict.fromkeys(("definedName",), PlaceKind.DEFINED_NAME),
    **dict.fromkeys(("person", "presenceInfo"), PlaceKind.PERSON),
    "docVar": PlaceKind.VARIABLE,
    "hyperlink": PlaceKind.LINK,
}
_NUMBERS = re.compile(r"(?=.*\d|true$|false$)[0-9A-Fa-f.,+\-]*(?:%|pt|in|cm|true|false)?")

_CELL = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_CELLS = re.compile(rf"{_CELL}(?::{_CELL})?(?: {_CELL}(?::{_CELL})?)*")
_OF_CELLS = frozenset(("r", "ref", "sqref", "topLeftCell", "activeCell"))
"""The attributes that name cells of a sheet: AH4 is no name with a digit for a letter."""


def attributes_of(
    file: File, part: str, root: Element, kind: PlaceKind = PlaceKind.MARKUP
) -> Iterator[Passage]:
    """Yield what attributes say: each that people write, and the others of a part together.

    `kind` is what the others count as. Numbers, colours and revision ids are no text.
    """
    others: dict[str, None] = {}
    fonts: dict[str, None] = {}
    told: set[tuple[PlaceKind, str]] = set()
    count = 0
    for element, name, value in _telling(root):
        found = _kind_of(element, name)
        if found is None:
            others[value] = None
        elif found is PlaceKind.FONT:
            fonts[value] = None
        elif (found, value) not in told:
            told.add((found, value))
            count += 1
            yield file.passage(f"{part}, value {count}", found, value)
    if fonts:
        yield file.passage(f"{part}, fonts", PlaceKind.FONT, " | ".join(fonts))
    if others:
        yield file.passage(f"{part}, values for programs", kind, " | ".join(others))


def _telling(root: Element) -> Iterator[tuple[str, str, str]]:
    for element in root:
        for name, value in element.attributes.items():
            if _says_something(name, value):
                yield element.name, name, value


def _kind_of(element: str, attribute: str) -> PlaceKind | None:
    return _BY_ELEMENT.get(element) or _BY_ATTRIBUTE.get(attribute)


def _says_something(name: str, value: str) -> bool:
    if name.startswith("rsid") or not says_something(value):
        return False
    if name in _OF_CELLS and _CELLS.fullmatch(value):
        return False
    return not (_NUMBERS.fullmatch(value) and not _is_date(value))


def _is_date(value: str) -> bool:
    return value.count("-") == 2 or value.count(".") == 2
