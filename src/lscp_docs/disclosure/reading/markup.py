"""Pages and drawings in markup: HTML by its tags, SVG and other XML as a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from lscp_docs.disclosure.reading.attributes import attributes_of
from lscp_docs.disclosure.reading.file import File, joints
from lscp_docs.disclosure.reading.loose import decoded, without_tags
from lscp_docs.disclosure.reading.place import Passage, PlaceKind
from lscp_docs.disclosure.reading.tags import Remark, Tag, Words, tags_of
from lscp_docs.disclosure.reading.tree import parsed
from lscp_docs.disclosure.reading.word import leaves

_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small"),
        *("span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "tspan"),
    )
)
"""The elements that part no word: a name may be marked up in its middle."""

_ATTRIBUTES = {
    **dict.fromkeys(("alt", "title", "aria-label", "summary", "aria-description"), "alt_text"),
    **dict.fromkeys(("href", "src", "action", "cite", "data", "poster", "srcset"), "link"),
    **dict.fromkeys(("value", "placeholder"), "form_value"),
    **dict.fromkeys(("content", "name", "http-equiv"), "property"),
    "style": "style_sheet",
}
_TOLD_IN_STYLE = re.compile(
    r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|url\([^)]*\)|[.#][A-Za-z_][\w-]+", re.DOTALL
)
"""Of a style sheet, what is quoted, remarked, fetched or named: "max-width" names no Max."""


def is_html(data: bytes, name: str) -> bool:
    """Tell whether bytes are a page in HTML, by their beginning or else by the file's ending."""
    start = decoded(data[:1000]).casefold()
    if re.search(r"<!doctype html|<html|<body|<head[ >]", start):
        return True
    return name.casefold().endswith((".html", ".htm", ".xhtml")) and "<" in start


_BEGINS_XML = re.compile(r"\s*<(?:\?xml|\?xpacket|!--|!DOCTYPE|[A-Za-z_][\w.:-]*[\s/>])")


def is_xml(data: bytes) -> bool:
    """Tell whether bytes are XML; XMP begins with a packet's mark."""
    return (
        re.match(
            r"\s*<(?:\?xml|\?xpacket|!--|!DOCTYPE|[A-Za-z_][\w.:-]*[\s/>])", decoded(data[:400])
        )
        is not None
    )


def html_page(file: File) -> Iterator[Passage]:
    """Yield the text by blocks and rows, attributes, remarks, scripts and style sheets."""
    page = _Page(file)
    for one in tags_of(decoded(file.data)):
        match one:
            case Words():
                yield from page.words(one)
            case Tag():
                yield from page.tag(one)
            case Remark():
                yield file.passage(f"remark in line {one.line}", PlaceKind.REMARK, one.text)
    yield from page.end_block()
    for place, text in joints(page.blocks):
        yield file.passage(place, PlaceKind.ACROSS, text)


class _Page:
    """The block and the row of a table that are being read."""

    def __init__(self, file: File) -> None:
        self.blocks: list[tuple[str, str]] = []
        self._file = file
        self._line = 1
        self._block: list[str] = []
        self._row: list[str] | None = None

    def words(self, words: Words) -> Iterator[Passage]:
        """Yield a script whole, and of a style sheet what it says; keep words for their block."""
        if words.inside == "style":
            text = " ".join(_TOLD_IN_STYLE.findall(words.text))
            place = f"style sheet from line {words.line}"
            yield self._file.passage(place, PlaceKind.STYLE_SHEET, text)
        elif words.inside:
            place = f"script from line {words.line}"
            yield self._file.passage(place, PlaceKind.SCRIPT, words.text)
        else:
            if not self._block:
                self._line = words.line
            self._block.append(words.text)

    def tag(self, tag: Tag) -> Iterator[Passage]:
        """Yield the attributes, and the block or row that ends here."""
        name = tag.name.removeprefix("/")
        if name == "br":
            self._block.append("\n")
        elif name not in _INLINE:
            yield from self.end_block()
        if name in ("tr", "table"):
            yield from self._end_row(tag.line)
            self._row = [] if tag.name == "tr" else None
        for key, value in tag.attributes:
            kind = PlaceKind(_ATTRIBUTES.get(key, "markup"))
            own = key if "-" in key and key not in _KNOWN else ""
            texts = (value, unquote(value), own)
            for text in dict.fromkeys(text for text in texts if text.strip()):
                yield self._file.passage(f"attribute in line {tag.line}", kind, text)

    def end_block(self) -> Iterator[Passage]:
        """Yield the block that ends here."""
        text = "".join(self._block)
        self._block = []
        if text.strip():
            place = f"text from line {self._line}"
            self.blocks.append((place, text))
            if self._row is not None:
                self._row.append(text.strip())
            yield self._file.passage(place, PlaceKind.BODY, text)

    def _end_row(self, line: int) -> Iterator[Passage]:
        if self._row and len(self._row) > 1:
            place = f"row that ends in line {line}"
            yield self._file.passage(place, PlaceKind.TABLE, " ".join(self._row))


_KNOWN = ("aria-label", "aria-description", "http-equiv", "accept-charset")
_TEXTS = frozenset(("text", "p", "title", "desc", "h", "a"))


def xml_file(file: File) -> Iterator[Passage]:
    """Yield the texts of XML (SVG among it), its attributes, remarks and, if broken, all of it."""
    tree = parsed(file.data, file.budget)
    if tree.root is not None:
        yield from leaves(file, tree.root, "", PlaceKind.BODY, _TEXTS)
        yield from attributes_of(file, "markup", tree.root)
        for element in tree.root:
            for text in element.attributes.values():
                if "%" in text or text.startswith("data:"):
                    yield file.passage("address in the markup", PlaceKind.LINK, unquote(text))
        names = " | ".join(dict.fromkeys(element.name for element in tree.root))
        yield file.passage("names of elements", PlaceKind.MARKUP, names)
    if tree.remarks:
        yield file.passage("remarks in the source", PlaceKind.REMARK, "\n".join(tree.remarks))
    if tree.fault:
        yield file.unreadable("the rest of the file", f"{tree.fault} Save the file again.")
        for text in without_tags(file.data):
            yield file.passage("the file", PlaceKind.LOOSE_STRINGS, text)
