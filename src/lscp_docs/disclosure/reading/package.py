"""A package of Office (Word, Excel, PowerPoint, OpenDocument): each part by what its root is."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lscp_docs.disclosure.reading.attributes import attributes_of
from lscp_docs.disclosure.reading.file import File
from lscp_docs.disclosure.reading.loose import without_tags
from lscp_docs.disclosure.reading.place import Passage, PlaceKind
from lscp_docs.disclosure.reading.sheet import Book, sheet_part
from lscp_docs.disclosure.reading.tree import Element, Tree, parsed
from lscp_docs.disclosure.reading.word import controls, leaves, running_text
from lscp_docs.disclosure.reading.word_runs import Styles

_ROOTS = {
    # root of a part: the words for it, and what its text is
    "document": ("", PlaceKind.BODY),
    "hdr": ("header", PlaceKind.HEADER),
    "ftr": ("footer", PlaceKind.FOOTER),
    "footnotes": ("footnotes", PlaceKind.NOTE),
    "endnotes": ("endnotes", PlaceKind.NOTE),
    "comments": ("comments", PlaceKind.COMMENT),
    "glossaryDocument": ("building blocks", PlaceKind.BUILDING_BLOCK),
    "chartSpace": ("chart", PlaceKind.CHART_DATA),
    "cmLst": ("comments", PlaceKind.COMMENT),
    "ThreadedComments": ("threaded comments", PlaceKind.COMMENT),
    "wsDr": ("drawing", PlaceKind.TEXT_BOX),
    "dataModel": ("diagram", PlaceKind.TEXT_BOX),
    "drawing": ("diagram", PlaceKind.TEXT_BOX),
    "xml": ("old drawing", PlaceKind.TEXT_BOX),
    "sld": ("slide", PlaceKind.BODY),
    "notes": ("notes of a slide", PlaceKind.NOTE),
    "document-content": ("", PlaceKind.BODY),
    "coreProperties": ("properties", PlaceKind.PROPERTY),
    "Properties": ("properties", PlaceKind.PROPERTY),
    "document-meta": ("properties", PlaceKind.PROPERTY),
    "people": ("people", PlaceKind.PERSON),
    "personList": ("people", PlaceKind.PERSON),
    "styles": ("styles", PlaceKind.MARKUP),
    "settings": ("settings", PlaceKind.MARKUP),
}
_PROPERTIES = (
    *("title", "subject", "creator", "keywords", "description", "lastModifiedBy", "category"),
    *("contentStatus", "revision", "created", "modified", "identifier", "language", "version"),
    *(
        "Company",
        "Manager",
        "Template",
        "Application",
        "HyperlinkBase",
        "TitlesOfParts",
        "lastPrinted",
    ),
    *("Pages", "Words", "Characters", "TotalTime", "AppVersion", "HeadingPairs"),
)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".emf", ".wmf", ".bmp")
_JOINED = frozenset(("text", "h", "si"))


def is_package(parts: Mapping[str, bytes]) -> bool:
    """Tell whether the members of a zip make a file of Office."""
    return "[Content_Types].xml" in parts or "content.xml" in parts


def package(file: File, parts: Mapping[str, bytes]) -> Iterator[Passage]:
    """Yield what every part of a package says."""
    trees = {name: parsed(data, file.budget) for name, data in parts.items() if _is_xml(name, data)}
    reading = _Package(file, trees, parts)
    for name, data in parts.items():
        if name in trees:
            yield from reading.part(name)
        else:
            yield from reading.other(name, data)


def _is_xml(name: str, data: bytes) -> bool:
    start = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith((b"<", b"\x00<")) and not name.endswith((".htm", ".html", ".svg"))


class _Package:
    def __init__(self, file: File, trees: Mapping[str, Tree], parts: Mapping[str, bytes]) -> None:
        self.file = file
        self.trees = trees
        self.parts = parts
        self.counts: Counter[str] = Counter()
        self.styles = self._styles()
        self.book = Book.of({n: t.root for n, t in trees.items() if t.root is not None})
        self.behind_charts = {
            target for name in trees if "charts/_rels/" in name for target in self._targets(name)
        }

    def part(self, name: str) -> Iterator[Passage]:
        """Yield what a part of XML says."""
        tree = self.trees[name]
        root = tree.root
        words, kind = _ROOTS.get(root.name if root else "", ("part", PlaceKind.MARKUP))
        if name.startswith("customXml/"):
            words, kind = "custom XML", PlaceKind.CUSTOM_XML
        if words not in ("", "properties", "settings", "styles", "people"):
            self.counts[words] += 1
            words = f"{words} {self.counts[words]}"
        if root is not None:
            yield from self._read(name, root, words, kind)
        if tree.remarks:
            place = f"{words or 'main text'}, remarks in the source"
            yield self.file.passage(place, PlaceKind.REMARK, "\n".join(tree.remarks))
        if tree.fault:
            yield self.file.unreadable(words or "main text", f"{tree.fault} Save the file again.")
            for text in without_tags(self.parts[name]):
                yield self.file.passage(words or "main text", PlaceKind.LOOSE_STRINGS, text)

    def _read(self, name: str, root: Element, words: str, kind: PlaceKind) -> Iterator[Passage]:
        file = self.file
        if root.name == "Relationships":
            yield from self._links(name, root)
            return
        if root.name in ("coreProperties", "Properties"):
            yield from self._properties(root)
            return
        if root.name == "Types":
            yield from attributes_of(file, "list of parts", root)
            return
        found = sheet_part(file, self.book, name, root)
        if found is not None:
            yield from found
        else:
            yield from running_text(file, root, words, kind, self.styles)
            yield from controls(file, root, words)
            yield from leaves(file, root, words, kind, _JOINED)
        yield from self._names_of_styles(root)
        other = kind if kind in (PlaceKind.CUSTOM_XML, PlaceKind.CHART_DATA) else PlaceKind.MARKUP
        yield from attributes_of(file, words or "main text", root, other)
        if kind is PlaceKind.CUSTOM_XML:
            names = " | ".join(dict.fromkeys(element.name for element in root))
            yield file.passage(f"{words}, names of elements", kind, names)

    def _styles(self) -> Styles:
        roots = (tree.root for tree in self.trees.values() if tree.root is not None)
        found = [Styles.of(root) for root in roots if root.name == "styles"]
        return Styles(
            frozenset(name for each in found for name in each.hidden),
            frozenset(name for each in found for name in each.unseen),
        )

    def _names_of_styles(self, root: Element) -> Iterator[Passage]:
        if root.name != "styles":
            return
        for number, style in enumerate(root.all("style"), start=1):
            names = [x.get("val") for x in style.elements() if x.name in ("name", "aliases")]
            text = " | ".join([*names, style.get("styleId"), style.get("name")])
            yield self.file.passage(f"style {number}", PlaceKind.STYLE_NAME, text)

    def _properties(self, root: Element) -> Iterator[Passage]:
        for number, one in enumerate(root.elements(), start=1):
            is_known = one.name in _PROPERTIES
            place = f"property {one.name}" if is_known else f"other property {number}"
            told = (*one.attributes.values(), *(x.own_text().strip() for x in one))
            text = " ".join(told if is_known else (one.name, *told)).strip()
            kind = PlaceKind.TEMPLATE_PATH if one.name == "Template" else PlaceKind.PROPERTY
            if text:
                yield self.file.passage(place, kind, text)

    def _links(self, name: str, root: Element) -> Iterator[Passage]:
        for link in root.elements():
            target = link.get("Target")
            kind = _KINDS_OF_LINKS.get(link.get("Type").rpartition("/")[2], PlaceKind.LINK)
            if link.get("TargetMode") == "External" or kind is not PlaceKind.LINK:
                self.counts["link"] += 1
                place = f"link {self.counts['link']}"
                yield self.file.passage(place, kind, target)
                if unquote(target) != target:
                    yield self.file.passage(place, kind, unquote(target))
            elif _resolved(name, target) not in self.parts:
                yield self.file.passage("links within the file", PlaceKind.MARKUP, unquote(target))

    def _targets(self, name: str) -> Iterator[str]:
        root = self.trees[name].root
        for link in root.elements() if root else ():
            yield _resolved(name, link.get("Target"))

    def other(self, name: str, data: bytes) -> Iterator[Passage]:
        """Yield what a part says that is no XML of Office."""
        words, kind = "embedded file", PlaceKind.EMBEDDED_FILE
        if "thumbnail" in name.casefold():
            words, kind = "thumbnail", PlaceKind.THUMBNAIL
        elif name in self.behind_charts:
            words, kind = "workbook behind a chart", PlaceKind.CHART_DATA
        elif name.casefold().endswith(_PICTURES):
            words, kind = "picture", PlaceKind.PICTURE_DATA
        elif "custom" in name.casefold() and name.endswith(".xml"):
            words, kind = "custom XML", PlaceKind.CUSTOM_XML
        self.counts[words] += 1
        hint = posixpath.splitext(name)[1]
        yield from self.file.inside(f"{words} {self.counts[words]}", data, kind, hint=hint)


_KINDS_OF_LINKS = {
    "attachedTemplate": PlaceKind.TEMPLATE_PATH,
    "mailMergeSource": PlaceKind.MAIL_MERGE,
    "mailMergeHeaderSource": PlaceKind.MAIL_MERGE,
    "recipientData": PlaceKind.MAIL_MERGE,
    "externalLinkPath": PlaceKind.EXTERNAL_LINK,
    "externalLinkLongPath": PlaceKind.EXTERNAL_LINK,
}


def _resolved(relationships: str, target: str) -> str:
    folder = posixpath.dirname(posixpath.dirname(relationships))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
