"""What stands on the pages besides the fields: annotations, text at the foot, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from lscp_docs.forms.drawn import FontShelf, text_of
from lscp_docs.forms.identity import Identity
from lscp_docs.forms.limits import NODES, PAGES_READ, TooMuchError
from lscp_docs.forms.objects import (
    Key,
    UnreadableError,
    dictionary,
    followed,
    key_of,
    value,
)
from lscp_docs.forms.strings import said

Rectangle = tuple[float, float, float, float]

TYPED = ("/FreeText",)
BY_HAND = ("/Ink", "/Stamp", "/Text", "/Line", "/Polygon", "/PolyLine", "/Square", "/Circle")
MOSTLY_PICTURE = 400_000
"""Picture elements: four fifths of a page at 72 an inch; a logo has fewer."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation on a page: a box, a text typed over the page, something drawn by hand."""

    page: int
    key: Key | None
    kind: str
    look: DictionaryObject


@dataclass(slots=True)
class Annotations:
    """All annotations of a file, and how many could not be read."""

    placed: list[Placed] = field(default_factory=list)
    unreadable: int = 0

    @property
    def pages(self) -> dict[Key, int]:
        """The page of each annotation."""
        return {each.key: each.page for each in self.placed if each.key is not None}

    def loose(self, in_form: frozenset[Key]) -> int:
        """Count the boxes on pages that no form lists."""
        return sum(each.kind == "/Widget" and each.key not in in_form for each in self.placed)

    def typed(self) -> Iterator[tuple[Placed, Rectangle, str]]:
        """Yield each text that was typed over a page, with its place."""
        for each in self.placed:
            if each.kind in TYPED:
                try:
                    text = said(value(each.look, "/Contents")).text
                except UnreadableError:
                    text = ""
                yield each, rectangle(each.look), text

    def by_hand(self) -> Iterator[int]:
        """Yield the pages on which something is drawn or commented."""
        return (each.page for each in self.placed if each.kind in BY_HAND)


def all_annotations(pages: list[PageObject]) -> Annotations:
    """Give the annotations of all pages; raise TooMuchError where they are too many."""
    found = Annotations()
    for number, page in enumerate(pages, start=1):
        for stored in _array(page, "/Annots", found):
            try:
                look = dictionary(stored)
                kind = str(value(look, "/Subtype"))
            except UnreadableError:
                found.unreadable += 1
                continue
            found.placed.append(Placed(number, key_of(stored), kind, look))
            if len(found.placed) > NODES:
                raise TooMuchError
    return found


def _array(page: PageObject, key: str, found: Annotations) -> list[PdfObject]:
    try:
        stored = value(page, key)
    except UnreadableError:
        found.unreadable += 1
        return []
    return list(stored) if isinstance(stored, ArrayObject) else []


def rectangle(look: DictionaryObject) -> Rectangle:
    """Give where an annotation stands, from its lower left to its upper right corner."""
    try:
        stored = value(look, "/Rect")
        numbers = [followed(each) for each in stored] if isinstance(stored, ArrayObject) else []
        x0, y0, x1, y1 = (float(str(number)) for number in numbers)
    except (UnreadableError, ValueError):
        return (0.0, 0.0, 0.0, 0.0)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def lies_in(one: Rectangle, other: Rectangle) -> bool:
    """Tell whether the middle of one rectangle lies in another."""
    x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]


def page_list(reader: PdfReader) -> list[PageObject]:
    """Give the pages; raise UnreadableError, or TooMuchError where they are too many."""
    try:
        return list(reader.pages)
    except (LimitReachedError, RecursionError, MemoryError) as error:
        raise TooMuchError from error
    except Exception as error:  # pypdf raises whatever comes
        raise UnreadableError from error


def quick_feet(pages: list[PageObject]) -> tuple[tuple[str, ...], int]:
    """Give the identity line of each page of a form, and how many pages cannot be shown.

    Fast: a page in fonts whose letters are not known has no line.
    """
    shelf = FontShelf()
    feet, broken = [], 0
    for page in pages[:PAGES_READ]:
        foot = ""
        try:
            drawn = text_of(_contents(page), shelf.fonts(value(page, "/Resources")))
            foot = _foot(drawn)
        except UnreadableError:
            broken += 1
        feet.append(foot)
    return tuple(feet), broken


def _foot(text: str) -> str:
    identity = Identity.at_foot(text)
    return "" if identity is None else identity.foot


def _contents(page: PageObject) -> bytes:
    try:
        contents = page.get_contents()
        return b"" if contents is None else bytes(contents.get_data())
    except (LimitReachedError, RecursionError, MemoryError) as error:
        raise TooMuchError from error
    except Exception as error:  # pypdf raises whatever comes
        raise UnreadableError from error


@dataclass(frozen=True, slots=True)
class Words:
    """What the pages of a file without a form say."""

    feet: tuple[str, ...]
    letters: int
    images: int


def words(pages: list[PageObject]) -> Words:
    """Read the text of the pages, as a person would, and look for pictures that fill them."""
    texts = [_text(page) for page in pages[:PAGES_READ]]
    return Words(
        feet=tuple(_foot(text) for text in texts),
        letters=sum(len("".join(text.split())) for text in texts),
        images=sum(_is_picture(page) for page in pages[:PAGES_READ]),
    )


def _text(page: PageObject) -> str:
    try:
        return str(page.extract_text())
    except (LimitReachedError, RecursionError, MemoryError) as error:
        raise TooMuchError from error
    except Exception:  # noqa: BLE001  # pypdf raises whatever comes; the page has no text then
        return ""


def _is_picture(page: PageObject) -> bool:
    try:
        resources = value(page, "/Resources")
        things = value(resources, "/XObject") if isinstance(resources, DictionaryObject) else None
        if not isinstance(things, DictionaryObject):
            return False
        return sum(_size(followed(things.raw_get(name))) for name in things) >= MOSTLY_PICTURE
    except UnreadableError:
        return False


def _size(thing: PdfObject | None) -> int:
    if not isinstance(thing, StreamObject) or value(thing, "/Subtype") != "/Image":
        return 0
    sides = [value(thing, side) for side in ("/Width", "/Height")]
    width, height = (int(side) if isinstance(side, int) else 0 for side in sides)
    return width * height
