"""A finished Word file as its parts, relationships and XML roots."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from lscp_docs.errors import OutputError, TemplateError
from lscp_docs.render.word_package import unpacked

MAIN = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": _W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
_OFF = {"0", "false", "off", "none"}


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{_W}}}{name}"


def full(name: str) -> str:
    """Return the full name of "prefix:name"."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def value(element: etree._Element, path: str) -> str | None:
    """Return the `w:val` of the element at `path` under `element`, None when there is none."""
    found = element.find(path, NAMESPACES)
    return None if found is None else found.get(w("val"))


def switched_on(element: etree._Element, path: str) -> bool:
    """Tell whether the on/off property at `path` is there and not switched off."""
    found = element.find(path, NAMESPACES)
    return found is not None and found.get(w("val")) not in _OFF


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship of a part: what kind, to which part or address."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file: the bytes of its parts by name."""

    parts: Mapping[str, bytes]

    def xml(self, name: str) -> etree._Element | None:
        """Return a part's root, None when the part is absent."""
        if name not in self.parts:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(self.parts[name], parser)

    def body(self) -> etree._Element:
        """Return the root of the main part."""
        root = self.xml(MAIN)
        assert root is not None  # noqa: S101 - `opened` refuses a file without it
        return root

    def links(self, part: str) -> dict[str, Link]:
        """Return the relationships of a part by id; targets are part names or addresses."""
        folder, _, base = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        return {} if root is None else {x.get("Id", ""): _link(x, folder) for x in root}

    def linked(self, kind: str) -> etree._Element | None:
        """Return the root of the part that the main part points at as `kind` ("styles", …)."""
        for link in self.links(MAIN).values():
            if link.kind == kind and not link.external:
                return self.xml(link.target)
        return None


def opened(document: bytes) -> Package:
    """Return the parts of a Word file; OutputError when it is none, damaged or too large."""
    try:
        return Package(unpacked("the Word file", document))
    except TemplateError as error:
        raise OutputError(error.sentence, error.problems) from error


def _link(element: etree._Element, folder: str) -> Link:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Link(element.get("Type", "").rpartition("/")[2], target, external)
