"""The headers and footers of a Word file as running heads and feet, with live page numbers."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from lxml import etree

from lscp_docs.errors import Problem
from lscp_docs.render.docx_package import MAIN, NAMESPACES, Package, switched_on, value, w
from lscp_docs.render.docx_styles import Styles, css_class, declarations, text_of

_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_COUNTERS = {"PAGE": "page", "NUMPAGES": "pages", "SECTIONPAGES": "pages"}
_SELECTORS = {"default": "", "first": " :first", "even": " :left"}
_AROUND = tuple(f"{x}-{y}" for x in ("margin", "border", "padding") for y in ("top", "bottom"))
_WHERE = {"header": "top-center", "footer": "bottom-center"}


@dataclass(frozen=True, slots=True)
class Margins:
    """The running heads and feet as HTML, the page rules as CSS, and what could not be carried."""

    html: str
    css: str
    problems: tuple[Problem, ...]


def margins_of(package: Package, styles: Styles) -> Margins:
    """Return the running parts and the page of a Word file (its last section's, size in points)."""
    sections = list(package.body().iter(w("sectPr")))
    if not sections:
        return Margins("", "@page { size: A4; margin: 72pt }", ())
    shown = _running_parts(package, sections)
    rules = [_page(package, sections[-1], styles, shown)]
    elements = []
    for (kind, which), part in shown.items():
        name = f"{kind}-{which}"
        box = f"@{_WHERE[kind]} {{ content: element({name}) }}"
        rules.append(f"@page{_SELECTORS[which]} {{ {box} }}")
        rules.append(f".{name} {{ position: running({name}) }}")
        elements.append(f'<div class="running {kind} {name}">{_part_html(package, part)}</div>')
    return Margins("".join(elements), "\n".join(rules), tuple(_unlike(package, sections)))


def _running_parts(package: Package, sections: list[etree._Element]) -> dict[tuple[str, str], str]:
    """Return the part for each ("header"/"footer", "default"/"first"/"even") that is printed."""
    links = package.links(MAIN)
    settings = package.linked("settings")
    even = settings is not None and switched_on(settings, "w:evenAndOddHeaders")
    first = bool(sections) and switched_on(sections[0], "w:titlePg")
    found: dict[tuple[str, str], str] = {}
    for section in sections:
        for kind in _WHERE:
            for reference in section.iterfind(f"w:{kind}Reference", NAMESPACES):
                which = reference.get(w("type"), "default")
                link = links.get(reference.get(f"{{{NAMESPACES['r']}}}id", ""))
                if link is not None and (which != "first" or first) and (which != "even" or even):
                    found[kind, which] = link.target
    for kind in _WHERE:
        # Word prints an empty first page head when the section has none of its own.
        if first and (kind, "default") in found:
            found.setdefault((kind, "first"), "")
    return found


def running_part_for(package: Package, kind: str, page: int) -> str:
    """Return the name of the "header" or "footer" part that page `page` (from 1) prints, or ""."""
    shown = _running_parts(package, list(package.body().iter(w("sectPr"))))
    if page == 1 and (kind, "first") in shown:
        return shown[kind, "first"]
    if page % 2 == 0 and (kind, "even") in shown:
        return shown[kind, "even"]
    return shown.get((kind, "default"), "")


def _unlike(package: Package, sections: list[etree._Element]) -> Iterator[Problem]:
    """Yield a problem when sections differ in what a PDF made with one page form would lose."""
    words, sizes = [], set()
    for section in sections:
        own = _running_parts(package, [section])
        if own:
            words.append({key: _text(package, part) for key, part in own.items()})
        size = section.find("w:pgSz", NAMESPACES)
        sizes.add("" if size is None else f"{size.get(w('w'))}x{size.get(w('h'))}")
    if any(x != words[0] for x in words[1:]):
        yield Problem(file="the Word file", path=MAIN,
                      problem="its sections have different headers or footers; one would be lost.",
                      hint="Use the same header and footer in all sections.")  # fmt: skip
    if len(sizes) > 1:
        yield Problem(file="the Word file", path=MAIN,
                      problem="its sections have different page sizes or directions.",
                      hint="Use A4 upright throughout.")  # fmt: skip


def _text(package: Package, part: str) -> str:
    root = package.xml(part)
    return "" if root is None else "".join(x.text or "" for x in root.iter(w("t")))


def _page(
    package: Package,
    section: etree._Element,
    styles: Styles,
    shown: dict[tuple[str, str], str],
) -> str:
    """Return the page's size and margins; like Word's they grow with a tall header or footer."""
    size = section.find("w:pgSz", NAMESPACES)
    width, height = (
        _points(None if size is None else size.get(w(x)), otherwise)
        for x, otherwise in (("w", 595.3), ("h", 841.9))
    )
    margin = section.find("w:pgMar", NAMESPACES)
    given = {
        x: _points(None if margin is None else margin.get(w(x)), 36 if x in _WHERE else 72)
        for x in ("top", "right", "bottom", "left", "header", "footer")
    }
    line = width - given["left"] - given["right"]
    tall = {
        kind: max((_height(package, part, styles, line) for (k, _), part in shown.items()
                   if k == kind), default=0.0)
        for kind in _WHERE
    }  # fmt: skip
    top = max(given["top"], given["header"] + tall["header"] + 8)
    bottom = max(given["bottom"], given["footer"] + tall["footer"] + 9)
    return (
        f"@page {{ size: {width:g}pt {height:g}pt; "
        f"margin: {top:g}pt {given['right']:g}pt {bottom:g}pt {given['left']:g}pt; "
        f"@top-center {{ width: 100%; vertical-align: top; padding-top: {given['header']:g}pt }} "
        f"@bottom-center {{ width: 100%; vertical-align: bottom; "
        f"padding-bottom: {given['footer']:g}pt }} }}"
    )


def _height(package: Package, part: str, styles: Styles, line: float) -> float:
    """Return about how tall a header is, in points: it decides where the text of a page begins."""
    root = package.xml(part)
    total = 0.0
    for paragraph in () if root is None else root.iter(w("p")):
        style = value(paragraph, "w:pPr/w:pStyle") or styles.default
        rules = styles.rules(style) if style in styles else {}
        rules |= declarations(paragraph.find("w:pPr", NAMESPACES))
        size = _measure(rules.get("font-size", "12pt"))
        letters = sum(len(x.text or "") for x in paragraph.iter(w("t")))
        lines = 1 + int(letters * size * 0.5 // line)
        total += lines * size * 1.3 + sum(_measure(rules.get(x, "")) for x in _AROUND)
    return total


def _measure(length: str) -> float:
    """Return the points in a length such as "4pt" or "0.5pt solid #000000"; none: 0."""
    found = re.match(r"([\d.]+)pt", length)
    return float(found[1]) if found else 0.0


def _points(twentieths: str | None, otherwise: float) -> float:
    return otherwise if twentieths is None else float(twentieths) / 20


def _part_html(package: Package, part: str) -> str:
    root = package.xml(part)
    if root is None:
        return ""
    styles = Styles(package.linked("styles"))
    return "".join(_block(x, package, part, styles) for x in root)


def _block(element: etree._Element, package: Package, part: str, styles: Styles) -> str:
    if element.tag == w("p"):
        return _paragraph(element, package, part, styles)
    if element.tag == w("tbl"):
        rows = []
        for row in element.iterfind("w:tr", NAMESPACES):
            cells = ("".join(_block(x, package, part, styles) for x in cell)
                     for cell in row.iterfind("w:tc", NAMESPACES))  # fmt: skip
            rows.append(f'<div class="sides">{"".join(f"<div>{x}</div>" for x in cells)}</div>')
        return "".join(rows)
    if element.tag == w("sdt"):
        content = element.find("w:sdtContent", NAMESPACES)
        inside = () if content is None else content
        return "".join(_block(x, package, part, styles) for x in inside)
    return ""


def _paragraph(paragraph: etree._Element, package: Package, part: str, styles: Styles) -> str:
    name = css_class(styles.name(value(paragraph, "w:pPr/w:pStyle") or styles.default))
    sides = "".join(_pieces(paragraph, package, part)).split("\t")
    own = declarations(paragraph.find("w:pPr", NAMESPACES))
    style = f' style="{text_of(own)}"' if own else ""
    if not any(sides):
        return ""
    if len(sides) == 1:
        return f'<p class="{name}"{style}>{sides[0]}</p>'
    return f'<p class="{name} sides"{style}>{"".join(f"<span>{x}</span>" for x in sides)}</p>'


def _pieces(paragraph: etree._Element, package: Package, part: str) -> Iterator[str]:
    """Yield the paragraph's text as HTML, with counters in place of its page fields."""
    instruction = ""
    for element in paragraph.iter():
        if element.tag == w("fldSimple"):
            yield _counter(element.get(w("instr"), ""))
        elif element.tag == w("instrText"):
            instruction += element.text or ""
        elif element.tag == w("fldChar"):
            if element.get(w("fldCharType")) == "end":
                yield _counter(instruction)
                instruction = ""
        elif not _counter(instruction) and not _in_counter(element):
            yield _piece(element, package, part)


def _in_counter(element: etree._Element) -> bool:
    return any(_counter(x.get(w("instr"), "")) for x in element.iterancestors(w("fldSimple")))


def _counter(instruction: str) -> str:
    words = instruction.split()
    name = _COUNTERS.get(words[0].upper()) if words else None
    return f'<span class="{name}"></span>' if name else ""


def _piece(element: etree._Element, package: Package, part: str) -> str:
    if element.tag == w("t"):
        text = escape(element.text or "")
        run = element.getparent()
        bold = run is not None and switched_on(run, "w:rPr/w:b")
        return f"<strong>{text}</strong>" if bold else text
    if element.tag in {w("tab"), f"{{{NAMESPACES['w']}}}ptab"}:
        parent = element.getparent()
        return "\t" if parent is not None and parent.tag == w("r") else ""
    if element.tag == w("br"):
        return "<br>"
    if element.tag == w("noBreakHyphen"):
        return "\u2011"
    if element.tag == f"{{{NAMESPACES['wp']}}}inline":
        return _picture(element, package, part)
    return ""


def _picture(inline: etree._Element, package: Package, part: str) -> str:
    blip = inline.find(".//a:blip", NAMESPACES)
    link = None
    if blip is not None:
        link = package.links(part).get(blip.get(f"{{{NAMESPACES['r']}}}embed", ""))
    extension = "" if link is None else link.target.rpartition(".")[2].lower()
    if link is None or link.target not in package.parts or extension not in _TYPES:
        return ""
    data = base64.b64encode(package.parts[link.target]).decode()
    # A background is drawn as an artifact: what stands in the margin is not read aloud.
    box = as_background(picture_size(inline), f"data:{_TYPES[extension]};base64,{data}")
    return f'<span style="{box}"></span>'


def picture_size(inline: etree._Element) -> str:
    """Return the size that Word prints a picture at, as CSS."""
    extent = inline.find("wp:extent", NAMESPACES)
    sides = [] if extent is None else [extent.get(x, "") for x in ("cx", "cy")]
    if not sides or not all(re.fullmatch(r"\d{1,9}", x) for x in sides):
        return ""
    width, height = (int(x) / 12700 for x in sides)
    return f"width: {width:.4g}pt; height: {height:.4g}pt"


def as_background(size: str, address: str) -> str:
    """Return the CSS of a box that shows a picture as a mere decoration."""
    return f"display: inline-block; {size}; background: url({address}) 0 0 / 100% 100% no-repeat"
