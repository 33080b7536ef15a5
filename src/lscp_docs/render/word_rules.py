"""The project's own rules for a finished Word document: sound, accessible, nothing left over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from lscp_docs.errors import Problem
from lscp_docs.render.docx_losses import losses, place, printed_parts
from lscp_docs.render.docx_package import (
    MAIN,
    NAMESPACES,
    Package,
    full,
    opened,
    switched_on,
    value,
    w,
)
from lscp_docs.render.docx_styles import Styles, styles_of

# "None recorded" begins a sentence of ours; Python's None stands alone or in the middle of one.
_LEFT_OVER = re.compile(r"\{\{|\{%|\{#|^\s*None\s*$|(?<=[a-z,;(“] )None\b|\bUndefined\b")
_POOR_LINK = re.compile(r"\s*(https?://|www\.|click here\b|here\s*$|this link\b|link\s*$)", re.I)
_A4 = (11906, 16838)
_NEAR = 20
_MOST_IN_FAKE_HEADING = 80
_CONTRAST = 4.5

Fault = tuple[str, etree._Element, str]


def word_problems(document: bytes, file: str) -> list[Problem]:
    """Return every rule that the Word file breaks; OutputError when it cannot be opened."""
    package = opened(document)
    styles = styles_of(package)
    found = [Problem(file=file, path=x.path, problem=x.problem, hint=x.hint)
             for x in losses(package)]  # fmt: skip
    found += [Problem(file=file, problem=x) for x in _whole_file(package, styles)]
    for part in printed_parts(package):
        root = package.xml(part)
        for problem, element, hint in () if root is None else _part(root, part, package, styles):
            found.append(Problem(file=file, path=place(part, element), problem=problem, hint=hint))
    return found


def _part(root: etree._Element, part: str, package: Package, styles: Styles) -> Iterator[Fault]:
    yield from _left_over(root)
    yield from _undefined_styles(root, styles)
    yield from _dangling(root, part, package)
    yield from _links(root)
    yield from _languages(root)
    yield from _tables(root, styles)
    if part == MAIN:
        yield from _headings(root, styles)
        yield from _empty_paragraphs(root)
        yield from _pages(root)


def _whole_file(package: Package, styles: Styles) -> Iterator[str]:
    core = package.xml("docProps/core.xml")
    if core is None or not (core.findtext("dc:title", namespaces=NAMESPACES) or "").strip():
        yield "its properties have no title."
    language = styles.find(None, "w:rPr/w:lang")
    if language is None or language.get(w("val")) != "en-GB":
        yield "its language is not English (United Kingdom)."
    numbers: Counter[str] = Counter()
    for part in printed_parts(package):
        root = package.xml(part)
        for drawn in () if root is None else root.iter(full("wp:docPr")):
            numbers[f"{part} {drawn.get('id')}"] += 1
    if any(x > 1 for x in numbers.values()):
        yield "two pictures have one number (wp:docPr id), which Word may call damage."


def _left_over(root: etree._Element) -> Iterator[Fault]:
    for paragraph in root.iter(w("p")):
        if _LEFT_OVER.search(_text(paragraph)):
            yield "a template tag or an empty value was left in the text.", paragraph, ""


def _undefined_styles(root: etree._Element, styles: Styles) -> Iterator[Fault]:
    for element in root.iter(w("pStyle"), w("rStyle"), w("tblStyle")):
        if element.get(w("val"), "") not in styles:
            yield "a style is used that the file does not define.", element, "Choose another style."


def _dangling(root: etree._Element, part: str, package: Package) -> Iterator[Fault]:
    links = package.links(part)
    for element in root.iter():
        for name in ("r:id", "r:embed", "r:link"):
            key = element.get(full(name)) if isinstance(element.tag, str) else None
            link = links.get(key or "")
            if key and (link is None or not (link.external or link.target in package.parts)):
                yield "something is named that is not in the file.", element, "Save it from Word."


def _links(root: etree._Element) -> Iterator[Fault]:
    for link in root.iter(w("hyperlink")):
        if _POOR_LINK.match(_text(link)):
            yield ("a link's text does not say where it leads.", link,
                   "Use the name of the page that it leads to.")  # fmt: skip


def _languages(root: etree._Element) -> Iterator[Fault]:
    for language in root.iter(w("lang")):
        if language.get(w("val"), "en-GB") == "en-US":
            yield "a passage is marked as American English.", language, "Set its language in Word."


def _tables(root: etree._Element, styles: Styles) -> Iterator[Fault]:
    for table in root.iter(w("tbl")):
        rows = table.findall("w:tr", NAMESPACES)
        if not rows:
            yield "a table has no rows, which Word calls damage.", table, ""
            continue
        look = table.find("w:tblPr/w:tblLook", NAMESPACES)
        labelled = look is not None and look.get(w("firstColumn")) == "1"
        if not switched_on(rows[0], "w:trPr/w:tblHeader") and not labelled:
            yield ("a table has no header row.", table,
                   "Tick 'Repeat as header row' on its first row.")  # fmt: skip
        if not any(value(table, f"w:tblPr/w:tbl{x}") for x in ("Caption", "Description")):
            yield "a table has no title for a screen reader.", table, "Add it under Alt Text."
        if any(not switched_on(row, "w:trPr/w:cantSplit") for row in rows):
            yield "a table's rows may split between pages.", table, ""
        yield from _cells(table, styles)


def _cells(table: etree._Element, styles: Styles) -> Iterator[Fault]:
    for cell in table.iterfind("w:tr/w:tc", NAMESPACES):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            yield "a table cell does not end with a paragraph, which Word calls damage.", cell, ""
        if cell.find("w:tbl", NAMESPACES) is not None:
            yield "a table stands within a table.", cell, "Make two tables of it."
        spans = value(cell, "w:tcPr/w:gridSpan") not in {None, "1"}
        if spans or cell.find("w:tcPr/w:vMerge", NAMESPACES) is not None:
            yield "a table has merged cells.", cell, "Split them: a screen reader loses its place."
        yield from _contrast(cell, styles)


def _contrast(cell: etree._Element, styles: Styles) -> Iterator[Fault]:
    shade = cell.find("w:tcPr/w:shd", NAMESPACES)
    fill = _light("" if shade is None else shade.get(w("fill"), ""), otherwise=1.0)
    for paragraph in cell.iterfind("w:p", NAMESPACES):
        style = value(paragraph, "w:pPr/w:pStyle") or styles.default
        own = paragraph.find("w:r/w:rPr/w:color", NAMESPACES)
        ink = own if own is not None else styles.find(style, "w:rPr/w:color")
        light = _light("" if ink is None else ink.get(w("val"), ""), otherwise=0.0)
        bright, dark = max(fill, light), min(fill, light)
        if (bright + 0.05) / (dark + 0.05) < _CONTRAST and _text(paragraph).strip():
            yield "text is hard to read on the colour of its cell.", paragraph, ""


def _light(colour: str, *, otherwise: float) -> float:
    """Return the relative luminance of a colour (WCAG 2.1)."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", colour):
        return otherwise
    parts = (int(colour[x : x + 2], 16) / 255 for x in (0, 2, 4))
    red, green, blue = (x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _headings(root: etree._Element, styles: Styles) -> Iterator[Fault]:
    last = 0
    for paragraph in root.iter(w("p")):
        style = value(paragraph, "w:pPr/w:pStyle") or styles.default
        match = re.fullmatch(r"Heading (\d)", styles.name(style))
        if match:
            if not _text(paragraph).strip():
                yield "a heading is empty.", paragraph, "Delete it."
            if int(match[1]) > last + 1:
                yield "a heading skips a level.", paragraph, "Use the next level down."
            last = int(match[1])
            keep = styles.find(style, "w:pPr/w:keepNext")
            if keep is None:
                yield "a heading may stand alone at the foot of a page.", paragraph, ""
        elif _is_fake_heading(paragraph, styles.name(style)):
            yield ("a short line in bold looks like a heading but is none.", paragraph,
                   "Give it a heading style.")  # fmt: skip
    if not last and not any(styles.name(x.get(w("val"), "")) in {"Title", "Box Heading"}
                            for x in root.iter(w("pStyle"))):  # fmt: skip
        yield "there is no heading.", root, "Give the title and headings their styles."


def _is_fake_heading(paragraph: etree._Element, style: str) -> bool:
    parent = paragraph.getparent()
    if style != "Normal" or parent is None or parent.tag == w("tc"):
        return False
    runs = [x for x in paragraph.iter(w("r")) if _text(x).strip()]
    words = _text(paragraph).strip()
    bold = bool(runs) and all(switched_on(x, "w:rPr/w:b") for x in runs)
    return bold and len(words) < _MOST_IN_FAKE_HEADING and not words.endswith((".", ":", "?"))


def _empty_paragraphs(root: etree._Element) -> Iterator[Fault]:
    for paragraph in root.iter(w("p")):
        following = paragraph.getnext()
        blank = following is not None and following.tag == w("p") and _is_blank(following)
        if blank and _is_blank(paragraph):
            yield ("two empty paragraphs follow each other.", paragraph,
                   "Use the space that a style gives.")  # fmt: skip


def _is_blank(paragraph: etree._Element) -> bool:
    inside = (w("drawing"), w("br"), w("sectPr"), w("pict"))
    return not _text(paragraph).strip() and next(paragraph.iter(*inside), None) is None


def _pages(root: etree._Element) -> Iterator[Fault]:
    for size in root.iter(w("pgSz")):
        sides = sorted(int(size.get(w(x), "0")) for x in ("w", "h"))
        if any(abs(given - asked) > _NEAR for given, asked in zip(sides, _A4, strict=True)):
            yield "its paper is not A4.", size, "Set the paper size to A4."


def _text(element: etree._Element) -> str:
    return "".join(x.text or "" for x in element.iter(w("t")))
