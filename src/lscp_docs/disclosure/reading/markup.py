"""Pages and drawings in markup: HTML by its tags, SVG and other XML as a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

from lscp_docs.disclosure.reading.attributes import attributes_of
from lscp_docs.disclosure.reading.file import File, joints
from lscp_docs.disclosure.reading.loose import decoded, without_tags
from lscp_docs.disclosure.reading.place import Passage, PlaceKind
from lscp_docs.disclosure.reading.tree import parsed
from lscp_docs.disclosure.reading.word import leaves

_INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr tspan".split()
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


def is_xml(data: bytes) -> bool:
    """Tell whether bytes are XML."""
    return (
        re.match(r"\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z_][\w.:-]*[\s/>])", decoded(data[:400]))
        is not None
    )


def html_page(file: File) -> Iterator[Passage]:
    """Yield the text by blocks and rows, attributes, remarks, scripts and style sheets."""
    reader = _Page(file)
    reader.feed(decoded(file.data))
    reader.close()
    reader.end_block()
    yield from reader.found
    for place, text in joints(reader.blocks):
        yield file.passage(place, PlaceKind.ACROSS, text)


class _Page(HTMLParser):
    def __init__(self, file: File) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Passage] = []
        self.blocks: list[tuple[str, str]] = []
        self._file = file
        self._block: list[str] = []
        self._row: list[str] | None = None
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes; what begins a block ends the one before."""
        line = self.getpos()[0]
        if tag == "br":
            self._block.append("\n")
        elif tag not in _INLINE:
            self.end_block()
        self._inside = tag
        if tag == "tr":
            self._row = []
        for name, value in attrs:
            kind = PlaceKind(_ATTRIBUTES.get(name, "markup"))
            if value:
                for text in dict.fromkeys((value, unquote(value))):
                    self._tell(f"line {line}, attribute", kind, text)
            if name not in _KNOWN and "-" in name:
                self._tell(f"line {line}, attribute", PlaceKind.MARKUP, name)

    def handle_endtag(self, tag: str) -> None:
        """End a block, and a row with it."""
        if tag not in _INLINE:
            self.end_block()
        self._inside = ""
        if tag == "tr" and self._row:
            line = self.getpos()[0]
            self._tell(f"row that ends in line {line}", PlaceKind.TABLE, " ".join(self._row))
            self._row = None

    def handle_data(self, data: str) -> None:
        """Note words; scripts whole, and of a style sheet what it says."""
        line = self.getpos()[0]
        if self._inside == "style":
            text = " ".join(_TOLD_IN_STYLE.findall(data))
            self._tell(f"style sheet from line {line}", PlaceKind.STYLE_SHEET, text)
        elif self._inside == "script":
            self._tell(f"script from line {line}", PlaceKind.SCRIPT, data)
        else:
            self._block.append(data)

    def handle_comment(self, data: str) -> None:
        """Note a remark: no reader sees it, and everybody can."""
        self._tell(f"remark in line {self.getpos()[0]}", PlaceKind.REMARK, data)

    def handle_decl(self, decl: str) -> None:
        """Note what a declaration says."""
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        """Note what an instruction says."""
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        """Note what an unknown declaration says."""
        self.handle_comment(data)

    def end_block(self) -> None:
        """Note the block that ends here."""
        text = "".join(self._block)
        self._block = []
        if text.strip():
            place = f"text that ends in line {self.getpos()[0]}"
            self.blocks.append((place, text))
            self._tell(place, PlaceKind.BODY, text)
            if self._row is not None:
                self._row.append(text.strip())

    def _tell(self, place: str, kind: PlaceKind, text: str) -> None:
        if text.strip():
            self.found.append(self._file.passage(place, kind, text))


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
