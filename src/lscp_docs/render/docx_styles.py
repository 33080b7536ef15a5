"""What a Word file's own styles say, as CSS: one house style looks the same in Word and PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from lscp_docs.render.docx_package import NAMESPACES, Package, value, w

FALLBACKS = (
    "Arial", "Liberation Sans", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew",
    "Noto Sans Bengali", "Noto Sans Devanagari", "Noto Sans Gurmukhi", "Noto Sans Gujarati",
    "Noto Sans Tamil", "Noto Sans Ethiopic", "Noto Sans CJK SC",
)  # fmt: skip

_OFF = {"0", "false", "off", "none"}
_ALIGNMENTS = {"start": "left", "both": "left", "distribute": "left", "end": "right"}
_SIDES = ("top", "right", "bottom", "left")
# Word multiplies the face's own line, which is 1.15 of the size of Arial.
_FACE_LINE = 1.15
_PLAIN = {"font-weight": "normal", "font-style": "normal", "margin-top": "0", "margin-bottom": "0"}

Rules = dict[str, str]


def css_class(style_name: str) -> str:
    """Return the class of a style ("Table Head" is "table-head")."""
    return re.sub(r"[^a-z0-9]+", "-", style_name.lower()).strip("-") or "unnamed"


def text_of(rules: Rules) -> str:
    """Return declarations as CSS writes them."""
    return "; ".join(f"{name}: {what}" for name, what in rules.items())


@dataclass(frozen=True)
class Styles:
    """The styles of one Word file by their id; names are as Word shows them."""

    root: etree._Element | None

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        found: dict[str, etree._Element] = {}
        for style in () if self.root is None else self.root.iterfind("w:style", NAMESPACES):
            found.setdefault(style.get(w("styleId"), ""), style)
        return found

    @cached_property
    def default(self) -> str:
        """The id of the paragraph style that a paragraph has when it names none."""
        for key, style in self._by_id.items():
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true"}:
                return key
        return "Normal"

    def __contains__(self, style_id: str) -> bool:
        return style_id in self._by_id

    def name(self, style_id: str) -> str:
        """Return the style's name as Word shows it ("heading 1" is "Heading 1")."""
        style = self._by_id.get(style_id)
        given = (None if style is None else value(style, "w:name")) or style_id
        return given.title() if given.startswith(("heading ", "caption", "footnote ")) else given

    def stored_names(self, kind: str) -> tuple[str, ...]:
        """Return the names of all styles of a kind ("paragraph", "character") as they are kept."""
        raw = (value(x, "w:name") for x in self._by_id.values() if x.get(w("type")) == kind)
        return tuple(x for x in raw if x)

    def lineage(self, style_id: str | None) -> list[etree._Element]:
        """Return the style and those it is based on, nearest first."""
        found: list[etree._Element] = []
        while style_id in self._by_id and self._by_id[style_id] not in found:
            found.append(self._by_id[style_id])
            style_id = value(found[-1], "w:basedOn")
        return found

    def find(self, style_id: str | None, path: str) -> etree._Element | None:
        """Return the nearest element at `path` in the style, its parents, then the defaults."""
        for style in self.lineage(style_id):
            found = style.find(path, NAMESPACES)
            if found is not None:
                return found
        if self.root is None:
            return None
        kind = path.partition("/")[0].removeprefix("w:")
        return self.root.find(f"w:docDefaults/w:{kind}Default/{path}", NAMESPACES)

    def rules(self, style_id: str) -> Rules:
        """Return what a paragraph or character style and its parents say, as CSS."""
        paragraph = self._by_id[style_id].get(w("type")) == "paragraph"
        rules: Rules = dict(_PLAIN) if paragraph else {}
        if paragraph and self.root is not None:
            for kind in ("r", "p"):
                path = f"w:docDefaults/w:{kind}PrDefault/w:{kind}Pr"
                rules |= declarations(self.root.find(path, NAMESPACES))
        for style in reversed(self.lineage(style_id)):
            rules |= declarations(style.find("w:pPr", NAMESPACES))
            rules |= declarations(style.find("w:rPr", NAMESPACES))
        return rules

    def css(self) -> str:
        """Return the rules of every style, each under its class, and the house's variables."""
        lines = [self.root_css()]
        for key, style in self._by_id.items():
            name = css_class(self.name(key))
            if style.get(w("type")) in {"paragraph", "character"}:
                # :where() keeps the styles below every rule of print.css.
                lines.append(f":where(.{name}) {{ {text_of(self.rules(key))} }}")
            elif style.get(w("type")) == "table":
                lines += _table_css(name, list(reversed(self.lineage(key))))
        return "\n".join(lines)

    def root_css(self) -> str:
        """Return the house's variables alone: its fonts and its accent colour."""
        return f":root {{ {text_of(self._variables())} }}"

    def _variables(self) -> Rules:
        found = self.find(self.default, "w:rPr/w:rFonts")
        house = "" if found is None else re.sub(r"[^\w -]", "", found.get(w("ascii"), ""))
        fonts = ", ".join(f'"{x}"' for x in dict.fromkeys((house, *FALLBACKS)) if x)
        accent = self.find("Heading1", "w:rPr/w:color")
        return {"--fonts": f"{fonts}, sans-serif", "--accent": _colour(accent, "val") or "#1F3864"}


def styles_of(package: Package) -> Styles:
    """Return the styles of a Word file; none at all when it has no styles part."""
    return Styles(package.linked("styles"))


def declarations(properties: etree._Element | None) -> Rules:
    """Return what one `w:pPr`, `w:rPr` or `w:tcPr` itself says, as CSS."""
    rules: Rules = {}
    for element in () if properties is None else properties:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        read = _READERS.get(name)
        if read is not None:
            rules |= read(element)
    return rules


def _on(element: etree._Element) -> bool:
    return element.get(w("val")) not in _OFF


def _spacing(element: etree._Element) -> Rules:
    rules = {
        f"margin-{side}": points(element.get(w(name)))
        for side, name in (("top", "before"), ("bottom", "after"))
        if element.get(w(name)) is not None
    }
    line = element.get(w("line"))
    if line is not None and element.get(w("lineRule")) in {"exact", "atLeast"}:
        rules["line-height"] = points(line)
    elif line is not None:
        rules["line-height"] = f"{float(line) / 240 * _FACE_LINE:.4g}"
    return rules


def _indent(element: etree._Element) -> Rules:
    rules: Rules = {}
    for side, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        given = [x for name in names if (x := element.get(w(name))) is not None]
        if given:
            rules[f"margin-{side}"] = points(given[0])
    hanging, first = element.get(w("hanging")), element.get(w("firstLine"))
    if hanging is not None:
        rules |= {"text-indent": f"-{points(hanging)}", "--hanging": points(hanging)}
    elif first is not None:
        rules["text-indent"] = points(first)
    return rules


def _borders(element: etree._Element) -> Rules:
    rules: Rules = {}
    for side in _SIDES:
        line = element.find(f"w:{side}", NAMESPACES)
        if line is not None:
            rules[f"border-{side}"] = _line(line)
            rules[f"padding-{side}"] = f"{int(line.get(w('space'), '0'))}pt"
    return rules


def _line(line: etree._Element) -> str:
    if line.get(w("val")) in {"nil", "none"}:
        return "none"
    return f"{int(line.get(w('sz'), '4')) / 8:g}pt solid {_colour(line, 'color') or 'currentColor'}"


def _colour(element: etree._Element | None, attribute: str) -> str:
    given = "" if element is None else element.get(w(attribute), "")
    return f"#{given}" if re.fullmatch(r"[0-9A-Fa-f]{6}", given) else ""


def _fill(element: etree._Element) -> Rules:
    return {"background-color": _colour(element, "fill") or "transparent"}


def _ink(element: etree._Element) -> Rules:
    colour = _colour(element, "val")
    return {"color": colour} if colour else {}


def _size(element: etree._Element) -> Rules:
    return {"font-size": f"{float(element.get(w('val'), '24')) / 2:g}pt"}


def _alignment(element: etree._Element) -> Rules:
    given = element.get(w("val"), "left")
    return {"text-align": _ALIGNMENTS.get(given, given if given in {"center", "right"} else "left")}


def _weight(element: etree._Element) -> Rules:
    return {"font-weight": "bold" if _on(element) else "normal"}


def _slope(element: etree._Element) -> Rules:
    return {"font-style": "italic" if _on(element) else "normal"}


def _capitals(element: etree._Element) -> Rules:
    return {"text-transform": "uppercase" if _on(element) else "none"}


def _underline(element: etree._Element) -> Rules:
    return {"text-decoration": "underline" if _on(element) else "none"}


def _keep_next(element: etree._Element) -> Rules:
    return {"break-after": "avoid" if _on(element) else "auto"}


def _keep_lines(element: etree._Element) -> Rules:
    return {"break-inside": "avoid" if _on(element) else "auto"}


def _new_page(element: etree._Element) -> Rules:
    return {"break-before": "page" if _on(element) else "auto"}


_READERS = {
    "spacing": _spacing, "ind": _indent, "pBdr": _borders, "shd": _fill, "jc": _alignment,
    "keepNext": _keep_next, "keepLines": _keep_lines, "pageBreakBefore": _new_page, "b": _weight,
    "i": _slope, "caps": _capitals, "u": _underline, "color": _ink, "sz": _size,
}  # fmt: skip


def _table_css(name: str, lineage: list[etree._Element]) -> list[str]:
    """Return the rules of a table style: its lines, the room in its cells, its head."""
    whole: Rules = {}
    cells: Rules = {}
    head: Rules = {}
    for style in lineage:
        borders = style.find("w:tblPr/w:tblBorders", NAMESPACES)
        for line in () if borders is None else borders:
            side = etree.QName(line).localname
            inside = {"insideH": "border-bottom", "insideV": "border-right"}.get(side)
            if inside:
                cells[inside] = _line(line)
            else:
                whole[f"border-{side}"] = _line(line)
        margins = style.find("w:tblPr/w:tblCellMar", NAMESPACES)
        for room in () if margins is None else margins:
            cells[f"padding-{etree.QName(room).localname}"] = points(room.get(w("w")))
        first = style.find("w:tblStylePr[@w:type='firstRow']", NAMESPACES)
        if first is not None:
            head |= declarations(first.find("w:rPr", NAMESPACES))
            head |= declarations(first.find("w:tcPr", NAMESPACES))
            for line in first.iterfind("w:tcPr/w:tcBorders/*", NAMESPACES):
                head[f"border-{etree.QName(line).localname}"] = _line(line)
    return [
        f":where(table.{name}) {{ {text_of(whole)} }}",
        f":where(table.{name} > * > tr > *) {{ {text_of(cells)} }}",
        f":where(table.{name} > thead > tr > th) {{ {text_of(head)} }}",
    ]


def points(twentieths: str | None) -> str:
    """Return a length of Word (twentieths of a point) in points."""
    return f"{float(twentieths or 0) / 20:g}pt"
