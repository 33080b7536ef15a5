"""Running text of Word, and of drawings everywhere: paragraphs where they stand, and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.disclosure.reading.file import File, joints
from lscp_docs.disclosure.reading.place import Passage, PlaceKind
from lscp_docs.disclosure.reading.tree import Element
from lscp_docs.disclosure.reading.word_runs import USUAL, Paragraph, Styles, paragraph_of

_CONTAINERS = {
    "txbxContent": ("text box", PlaceKind.TEXT_BOX),
    "footnote": ("footnote", PlaceKind.NOTE),
    "endnote": ("endnote", PlaceKind.NOTE),
    "comment": ("comment", PlaceKind.COMMENT),
    "docPart": ("building block", PlaceKind.BUILDING_BLOCK),
    "tbl": ("table", PlaceKind.TABLE),
    "tr": ("row", PlaceKind.TABLE),
    "tc": ("column", PlaceKind.TABLE),
}
_STRONG = (PlaceKind.TEXT_BOX, PlaceKind.COMMENT, PlaceKind.NOTE)


@dataclass(frozen=True, slots=True)
class _Where:
    place: str
    kind: PlaceKind
    row: str = ""

    def within(self, name: str, counts: Counter[str]) -> _Where:
        """Return where the contents of a container are."""
        words, kind = _CONTAINERS[name]
        # The rows of a table are counted by themselves; the tables of a part are, together.
        by = f"{self.place}, {words}" if name in ("tr", "tc") else words
        counts[by] += 1
        place = f"{self.place}, {words} {counts[by]}" if self.place else f"{words} {counts[by]}"
        if self.kind is not PlaceKind.BODY and kind not in _STRONG:
            kind = self.kind
        return _Where(place, kind, place if name == "tr" else self.row)

    def paragraph(self, counts: Counter[str]) -> _Where:
        """Return where the next paragraph is; in a cell, the cell is told."""
        if self.row:
            return self
        counts[f"{self.place}, paragraph"] += 1
        words = f"paragraph {counts[f'{self.place}, paragraph']}"
        return _Where(f"{self.place}, {words}" if self.place else words, self.kind)


def running_text(
    file: File, root: Element, base: str, kind: PlaceKind, styles: Styles
) -> Iterator[Passage]:
    """Yield each paragraph in every way of reading, each row, and what runs on over borders.

    `base` are the words for the part, empty for the main text.
    """
    told = [
        (where, paragraph_of(element, styles)) for where, element in _paragraphs(root, base, kind)
    ]
    rows: dict[str, list[str]] = {}
    for where, paragraph in told:
        accepted = paragraph.accepted
        if accepted:
            yield file.passage(where.place, where.kind, accepted)
        for words, each, text in paragraph.readings():
            yield file.passage(f"{where.place}, {words}", each, text)
        if where.row and accepted:
            rows.setdefault(where.row, []).append(accepted)
    row_kind = PlaceKind.TABLE if kind is PlaceKind.BODY else kind
    for place, cells in rows.items():
        if len(cells) > 1:
            yield file.passage(place, row_kind, " ".join(cells))
    yield from _joined_by_changes(file, told)
    for place, text in joints([(where.place, paragraph.accepted) for where, paragraph in told]):
        yield file.passage(place, PlaceKind.ACROSS, text)


def _joined_by_changes(file: File, told: list[tuple[_Where, Paragraph]]) -> Iterator[Passage]:
    """Yield paragraphs whose border is a tracked change as one."""
    unfinished = ""
    for where, paragraph in told:
        text = unfinished + paragraph.accepted
        if unfinished:
            place = f"{where.place}, joined to the one before"
            yield file.passage(place, PlaceKind.TRACKED_CHANGE, text)
        unfinished = text if paragraph.runs_on else ""


def controls(file: File, root: Element, base: str) -> Iterator[Passage]:
    """Yield the whole text of each content control and of the texts of old form boxes."""
    first = f"{base}, " if base else ""
    for number, control in enumerate(root.all("sdt"), start=1):
        content = control.child("sdtContent")
        text = content.text() if content else ""
        # A control around half of the document is no place of its own.
        if text and len(text) < 2_000:
            place = f"{first}content control {number}"
            yield file.passage(place, PlaceKind.CONTENT_CONTROL, text)
    for number, box in enumerate(root.all("ffData"), start=1):
        told = (x.get("val") for x in box if x.get("val"))
        text = " | ".join(told)
        if text:
            yield file.passage(f"{first}form box {number}", PlaceKind.CONTENT_CONTROL, text)


def leaves(
    file: File, root: Element, base: str, kind: PlaceKind, joined: frozenset[str]
) -> Iterator[Passage]:
    """Yield the text outside of paragraphs, and what runs on from one to the next.

    Elements whose name is in `joined`, and those with text of their own, are taken with all that
    is in them; what stands in paragraphs is not told again.
    """
    texts: list[tuple[str, str]] = []
    others: dict[str, None] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.name == "p" and next(element.all("t"), None) is not None:
            others |= dict.fromkeys(_unusual(element))
            continue
        own = element.own_text()
        if (own and not own.isspace()) or element.name in joined:
            text = element.text()
            if text and not text.isspace():
                place = f"text {len(texts) + 1}"
                texts.append((f"{base}, {place}" if base else place, text))
        else:
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]
    for place, text in texts:
        yield file.passage(place, kind, text)
    for place, text in joints(texts):
        yield file.passage(place, PlaceKind.ACROSS, text)
    if others:
        place = f"{base}, values within paragraphs" if base else "values within paragraphs"
        yield file.passage(place, PlaceKind.MARKUP, " | ".join(others))


def _unusual(paragraph: Element) -> Iterator[str]:
    """Yield text in a paragraph that is neither text of Word nor a field code."""
    for element in paragraph:
        if element.name not in USUAL:
            text = element.own_text().strip()
            if text and not text.lstrip("-").isdecimal():
                yield text


def _paragraphs(root: Element, base: str, kind: PlaceKind) -> Iterator[tuple[_Where, Element]]:
    counts: Counter[str] = Counter()
    waiting = [(root, _Where(base, kind))]
    while waiting:
        element, where = waiting.pop()
        if element.name in _CONTAINERS:
            where = where.within(element.name, counts)
        elif element.name == "p":
            yield where.paragraph(counts), element
        waiting += [(child, where) for child in reversed(list(element.elements()))]
