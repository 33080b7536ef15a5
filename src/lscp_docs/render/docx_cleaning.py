"""A Word file without the traces that say nothing to its reader, and with the same words.

What a person must decide (tracked changes, comments, hidden text, objects) stays where it is.
"""

from __future__ import annotations

import datetime as dt
import posixpath

from lxml import etree

from lscp_docs.errors import OutputError
from lscp_docs.render.docx_losses import printed_parts
from lscp_docs.render.docx_package import NAMESPACES, Package, opened, w
from lscp_docs.render.docx_traces import (
    BESIDE,
    FILE_NAME,
    IDS,
    SETTINGS,
    in_word,
    local,
    name_of,
)
from lscp_docs.render.parity import word_text
from lscp_docs.render.picture_traces import without_traces
from lscp_docs.render.word_package import DECLARATION, in_order, member, packed
from lscp_docs.render.word_properties import APP, APP_XML, CORE, Properties, core

_TYPES = "[Content_Types].xml"
_GONE = frozenset(("permStart", "permEnd", "dataBinding", "printerSettings", *SETTINGS))


def cleaned(document: bytes, body: str, *, created: dt.date) -> bytes:
    """Give a Word file without traces; cleaning it again gives the same bytes.

    `body` becomes its author. Raises OutputError when it is no Word file, or would not say the
    same word for word.
    """
    before = opened(document)
    parts = {name: _part(name, data) for name, data in before.parts.items()}
    if APP in parts:
        parts[APP] = APP_XML
    if CORE in parts:
        parts[CORE] = core(_properties(before, body, created))
    parts = _reached(parts)
    made = packed(member(name, parts[name]) for name in in_order(parts))
    if _said(opened(made)) != _said(before):
        raise OutputError(
            "The cleaned Word file would not say what the Word file says, so nothing was written. "
            "Please report this fault."
        )
    return made


def _said(package: Package) -> tuple[object, ...]:
    """Give all that a file says: words and numbers of paragraphs, notes, heads and feet."""
    roots = (package.xml(part) for part in printed_parts(package))
    words = [
        [
            "".join(text.text or "" for text in paragraph.iter(w("t")))
            for paragraph in root.iter(w("p"))
        ]
        for root in roots
        if root is not None
    ]
    return words, word_text(package)


def _properties(package: Package, body: str, created: dt.date) -> Properties:
    root = package.xml(CORE)
    assert root is not None  # noqa: S101 - the caller saw the part

    def told(path: str) -> str:
        return (root.findtext(path, namespaces=NAMESPACES) or "").strip()

    return Properties(
        title=told("dc:title"),
        subject=told("dc:subject"),
        author=body,
        keywords=told("cp:keywords"),
        created=created,
        language=told("dc:language") or "en-GB",
    )


def _part(name: str, data: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return without_traces(name, data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data, parser)
    if name.endswith(".rels"):
        for link in list(root):
            if link.get("Type", "").rpartition("/")[2] in BESIDE:
                root.remove(link)
    else:
        _strip(root)
    return DECLARATION + etree.tostring(root, encoding="UTF-8")


def _strip(root: etree._Element) -> None:
    marks = {
        element.get(f"{{{etree.QName(element).namespace}}}id")
        for element in root.iter(tag=etree.Element)
        if in_word(element) and local(element) == "bookmarkStart" and name_of(element) == "_GoBack"
    }
    for element in list(root.iter(tag=etree.Element)):
        kind, parent = local(element), element.getparent()
        for key in list(element.attrib):
            if "}" in str(key) and IDS.fullmatch(str(key).rpartition("}")[2]):
                del element.attrib[key]
        if kind in ("docPr", "cNvPr") and FILE_NAME.search(element.get("name", "")):
            element.set("name", "Picture")
        is_mark = kind in ("bookmarkStart", "bookmarkEnd") and in_word(element)
        is_mark = is_mark and element.get(f"{{{etree.QName(element).namespace}}}id") in marks
        is_gone = kind == "docId" or (in_word(element) and kind in _GONE)
        if parent is not None and (is_gone or is_mark):
            parent.remove(element)


def _reached(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Give the parts that the file can be seen to use, and their types alone."""
    package = Package(parts)
    left, kept = [""], {_TYPES}
    while left:
        part = left.pop()
        folder, _, base = part.rpartition("/")
        links = posixpath.join(folder, "_rels", f"{base}.rels")
        kept |= {links} & parts.keys()
        for link in package.links(part).values():
            if not link.external and link.target in parts and link.target not in kept:
                kept.add(link.target)
                left.append(link.target)
    types = package.xml(_TYPES)
    for kind in () if types is None else list(types):
        name = kind.get("PartName", "").lstrip("/")
        if name and name not in kept:
            types.remove(kind)  # type: ignore[union-attr] # the loop is over it
    described = DECLARATION + (b"" if types is None else etree.tostring(types, encoding="UTF-8"))
    return {**{name: parts[name] for name in kept}, _TYPES: described}
