"""The pieces of a paragraph of Word, and the texts that they make in each way of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lscp_docs.disclosure.reading.place import PlaceKind
from lscp_docs.disclosure.reading.tree import Element

TINY = 8
"""Half-points: letters of 4 points and less are read by nobody."""

_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_TEXTS = ("t", "delText")
_CODES = ("instrText", "delInstrText")
USUAL = _TEXTS + _CODES
"""The elements of a paragraph that hold its text."""

_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is the matter with a stretch of text."""

    deleted: bool = False
    inserted: bool = False
    hidden: bool = False
    unseen: bool = False
    result: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles whose text is hidden, and those whose text is white or tiny."""

    hidden: frozenset[str] = frozenset()
    unseen: frozenset[str] = frozenset()

    @classmethod
    def of(cls, root: Element) -> Styles:
        """Return what a part of styles says; a style has what it is based on has."""
        looks: dict[str, Look] = {}
        parents: dict[str, str] = {}
        for style in root.all("style"):
            looks[style.get("styleId")] = _shown(style.child("rPr"), Look(), None)
            based = style.child("basedOn")
            parents[style.get("styleId")] = based.get("val") if based else ""

        def chain(name: str) -> Iterator[Look]:
            for _ in range(20):
                if name not in looks:
                    return
                yield looks[name]
                name = parents[name]

        return cls(
            frozenset(name for name in looks if any(look.hidden for look in chain(name))),
            frozenset(name for name in looks if any(look.unseen for look in chain(name))),
        )


def _shown(properties: Element | None, look: Look, styles: Styles | None) -> Look:
    """Return how text with these properties looks, within text that looks as `look` says."""
    if properties is None:
        return look
    for one in properties.elements():
        value = one.get("val").casefold()
        if one.name in ("vanish", "webHidden", "specVanish") and value not in _OFF:
            look = replace(look, hidden=True)
        elif one.name == "color":
            pale = value in ("ffffff", "white") or one.get("themeColor") in ("background1", "bg1")
            look = replace(look, unseen=look.unseen or pale)
        elif one.name == "sz" and value.isdecimal() and int(value) <= TINY:
            look = replace(look, unseen=True)
        elif one.name in ("rStyle", "pStyle") and styles is not None:
            name = one.get("val")
            look = replace(
                look,
                hidden=look.hidden or name in styles.hidden,
                unseen=look.unseen or name in styles.unseen,
            )
    return look


class _Pieces:
    """Walks over a paragraph; paragraphs of text boxes in it are walked over by themselves."""

    def __init__(self, styles: Styles) -> None:
        self.found: list[tuple[str, Look]] = []
        self._styles = styles
        self._results = 0

    def walk(self, paragraph: Element) -> None:
        waiting = [(paragraph, _shown(paragraph.child("pPr"), Look(), self._styles))]
        while waiting:
            element, look = waiting.pop()
            if element.name in _TEXTS:
                self._add(element.own_text(), look)
            elif element.name in _CODES:
                self._add(element.own_text(), replace(look, code=True))
            elif element.name in _SIGNS:
                self._add(_SIGNS[element.name], look)
            elif element.name == "sym":
                self._add(_symbol(element.get("char")), look)
            elif element.name == "fldChar":
                self._results += {"separate": 1, "end": -1}.get(element.get("fldCharType"), 0)
                self._results = max(0, self._results)
            else:
                look = self._within(element, look)
                inner = [x for x in element.elements() if x.name not in ("p", "txbxContent")]
                waiting += [(x, look) for x in reversed(inner) if x.name != "pPr"]

    def _within(self, element: Element, look: Look) -> Look:
        match element.name:
            case "del" | "moveFrom":
                return replace(look, deleted=True)
            case "ins" | "moveTo":
                return replace(look, inserted=True)
            case "fldSimple":
                self._add(element.get("instr"), replace(look, code=True))
                return replace(look, result=True)
            case "r":
                return _shown(element.child("rPr"), look, self._styles)
            case _:
                return look

    def _add(self, text: str, look: Look) -> None:
        if text:
            result = look.result or self._results > 0
            self.found.append((text, replace(look, result=result and not look.code)))


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16) & 0xFFFF)
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The pieces of a paragraph, and whether the border to the next one is a tracked change."""

    pieces: tuple[tuple[str, Look], ...]
    runs_on: bool

    @property
    def accepted(self) -> str:
        """The text with all changes accepted."""
        return self._joined(lambda look: not (look.deleted or look.code))

    def readings(self) -> Iterator[tuple[str, PlaceKind, str]]:
        """Yield each other way of reading: what it is called, its kind and its text."""
        accepted = self.accepted
        rejected = self._joined(lambda look: not (look.inserted or look.code))
        if rejected != accepted:
            yield "before its changes", PlaceKind.TRACKED_CHANGE, rejected
        seen = self._joined(lambda look: not (look.deleted or look.code or look.hidden))
        if seen != accepted:
            yield "without hidden text", PlaceKind.BODY, seen
        yield from self._stretches("deleted", PlaceKind.TRACKED_CHANGE, lambda x: x.deleted)
        yield from self._stretches("inserted", PlaceKind.TRACKED_CHANGE, lambda x: x.inserted)
        yield from self._stretches("hidden", PlaceKind.HIDDEN_TEXT, lambda x: x.hidden)
        yield from self._stretches("white or tiny", PlaceKind.UNSEEN_TEXT, lambda x: x.unseen)
        yield from self._stretches("field code", PlaceKind.FIELD, lambda x: x.code)
        yield from self._stretches("field result", PlaceKind.FIELD, lambda x: x.result)

    def _joined(self, wanted: Callable[[Look], bool]) -> str:
        return "".join(text for text, look in self.pieces if wanted(look))

    def _stretches(
        self, words: str, kind: PlaceKind, wanted: Callable[[Look], bool]
    ) -> Iterator[tuple[str, PlaceKind, str]]:
        stretch = ""
        for text, look in self.pieces:
            if wanted(look):
                stretch += text
            elif stretch and not look.code:
                yield words, kind, stretch
                stretch = ""
        if stretch:
            yield words, kind, stretch


def paragraph_of(element: Element, styles: Styles) -> Paragraph:
    """Return the pieces of a paragraph."""
    pieces = _Pieces(styles)
    pieces.walk(element)
    properties = element.child("pPr")
    mark = properties.child("rPr") if properties else None
    changed = mark is not None and any(x.name in ("del", "ins") for x in mark.elements())
    return Paragraph(tuple(pieces.found), changed)
