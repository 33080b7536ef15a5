"""What mammoth leaves behind: each paragraph's number and layout, each table's and picture's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from lscp_docs.render.docx_margins import picture_size
from lscp_docs.render.docx_numbering import Mark, numbering_of
from lscp_docs.render.docx_package import NAMESPACES, Package, switched_on, value, w
from lscp_docs.render.docx_styles import Rules, Styles, declarations

MARKER = "lscp-docs-paragraph-"
_TRANSPARENT = ("fldSimple", "dir", "bdo", "customXml", "smartTag")


@dataclass(frozen=True, slots=True)
class ParagraphFacts:
    """One paragraph: its style, its number, its own layout, the fill of its cell."""

    style: str
    mark: Mark | None
    own_rules: Rules
    cell_rules: Rules
    is_list_item: bool


@dataclass(frozen=True, slots=True)
class TableFacts:
    """One table: its style, the share of each column in hundredths, whether labels come first."""

    style: str
    shares: tuple[float, ...]
    labels_first: bool
    rules: Rules


@dataclass(frozen=True, slots=True)
class Facts:
    """All paragraphs by their marker, all tables and pictures in order."""

    paragraphs: dict[str, ParagraphFacts] = field(default_factory=dict)
    tables: tuple[TableFacts, ...] = ()
    picture_sizes: tuple[str, ...] = ()


def mark(body: etree._Element, package: Package, styles: Styles) -> Facts:
    """Return the facts of a main part and put a marker bookmark into each of its paragraphs."""
    numbering = numbering_of(package, styles)
    etree.strip_tags(body, *(w(x) for x in _TRANSPARENT))
    paragraphs = {}
    breaks = False
    for number, paragraph in enumerate(_shown(body, w("p"))):
        style = value(paragraph, "w:pPr/w:pStyle") or styles.default
        name = styles.name(style)
        found = numbering.mark(paragraph)
        own = _own_rules(paragraph, found, styles, style)
        starts, ends = _page_breaks(paragraph)
        if breaks or starts:
            own["break-before"] = "page"
        breaks = ends
        plain = name.startswith(("Numbered Paragraph", "Heading", "Title"))
        paragraphs[f"{MARKER}{number}"] = ParagraphFacts(
            name, found, own, _cell_rules(paragraph), found is not None and not plain
        )
        _add_marker(paragraph, number)
    tables = tuple(_table(x, styles) for x in _shown(body, w("tbl")))
    pictures = _shown(body, f"{{{NAMESPACES['wp']}}}inline")
    return Facts(paragraphs, tables, tuple(picture_size(x) for x in pictures))


def _shown(body: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield elements in order, without the newer twin of what Word keeps twice."""
    choice = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
    for element in list(body.iter(tag)):
        if not any(True for _ in element.iterancestors(choice)):
            yield element


def _add_marker(paragraph: etree._Element, number: int) -> None:
    marker = etree.Element(w("bookmarkStart"))
    marker.set(w("id"), str(1_000_000 + number))
    marker.set(w("name"), f"{MARKER}{number}")
    paragraph.insert(1 if paragraph.find("w:pPr", NAMESPACES) is not None else 0, marker)


def _own_rules(paragraph: etree._Element, found: Mark | None, styles: Styles, style: str) -> Rules:
    rules: Rules = {}
    if found is not None and styles.find(style, "w:pPr/w:ind") is None:
        rules |= found.rules
    properties = paragraph.find("w:pPr", NAMESPACES)
    rules |= declarations(properties)
    if properties is not None and switched_on(properties, "w:bidi"):
        rules["direction"] = "rtl"
    return rules


def _page_breaks(paragraph: etree._Element) -> tuple[bool, bool]:
    """Tell whether a page begins before a paragraph, and whether one begins after it."""
    starts = ends = False
    has_words = False
    for element in paragraph.iter(w("t"), w("br"), w("drawing")):
        if element.tag != w("br"):
            has_words = True
        elif element.get(w("type")) == "page":
            starts, ends = (starts, True) if has_words else (True, ends)
    section = paragraph.find("w:pPr/w:sectPr", NAMESPACES)
    if section is not None and value(section, "w:type") != "continuous":
        ends = True
    # A paragraph that holds nothing but the break is not printed: the next one begins the page.
    return (starts and has_words), (ends or (starts and not has_words))


def _cell_rules(paragraph: etree._Element) -> Rules:
    cell = paragraph.getparent()
    if cell is None or cell.tag != w("tc") or paragraph.getprevious() is None:
        return {}
    rules = declarations(cell.find("w:tcPr", NAMESPACES))
    place = value(cell, "w:tcPr/w:vAlign")
    if place in {"center", "bottom"}:
        rules["vertical-align"] = "middle" if place == "center" else "bottom"
    return rules


def _table(table: etree._Element, styles: Styles) -> TableFacts:
    for row in table.iterfind("w:tr", NAMESPACES):
        header = row.find("w:trPr/w:tblHeader", NAMESPACES)
        if header is not None and not switched_on(row, "w:trPr/w:tblHeader"):
            header.getparent().remove(header)  # type: ignore[union-attr]
    widths = [float(x.get(w("w"), "0")) for x in table.iterfind("w:tblGrid/w:gridCol", NAMESPACES)]
    total = sum(widths)
    look = table.find("w:tblPr/w:tblLook", NAMESPACES)
    labels = look is not None and look.get(w("firstColumn")) == "1"
    style = value(table, "w:tblPr/w:tblStyle")
    return TableFacts(
        style=styles.name(style) if style else "",
        shares=tuple(100 * x / total for x in widths) if total else (),
        labels_first=labels,
        rules=_whole_width(table, total),
    )


def _whole_width(table: etree._Element, total: float) -> Rules:
    width = table.find("w:tblPr/w:tblW", NAMESPACES)
    if width is not None and width.get(w("type")) == "dxa" and total:
        return {"width": f"{total / 20:g}pt"}
    return {"width": "100%"}
