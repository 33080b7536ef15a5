"""The number that Word shows before a paragraph, worked out as Word does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from lscp_docs.render.docx_package import NAMESPACES, Package, value, w
from lscp_docs.render.docx_styles import Rules, Styles, declarations

_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "o": "◦", "\uf0fc": "✓"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
          (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """What Word prints before a paragraph: the text, the list's level from 0, bullet or number.

    `rules` is the indent of that level as CSS, which the paragraph's own style may overrule.
    """

    text: str
    level: int
    bullet: bool
    rules: Rules = field(default_factory=dict)


@dataclass
class Numbering:
    """The running numbers of one part; ask for its paragraphs in their order."""

    root: etree._Element | None
    styles: Styles
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    def mark(self, paragraph: etree._Element) -> Mark | None:
        """Return the mark of the next paragraph, None when it has no number or bullet."""
        number_id, level = self._given(paragraph)
        if self.root is None or number_id in {None, "0"}:
            return None
        abstract = self._abstract(str(number_id))
        if abstract is None:
            return None
        definition = self._level(abstract, str(number_id), level)
        if definition is None or value(definition, "w:numFmt") == "none":
            return None
        text = value(definition, "w:lvlText") or ""
        if value(definition, "w:numFmt") == "bullet":
            text = _BULLETS.get(text, text if text.isprintable() and text else "•")
            return Mark(text, level, bullet=True)
        self._count(abstract, str(number_id), level)
        rules = declarations(definition.find("w:pPr", NAMESPACES))
        return Mark(self._filled(text, abstract, str(number_id)), level, bullet=False, rules=rules)

    def _given(self, paragraph: etree._Element) -> tuple[str | None, int]:
        """Return the number's id and level: the paragraph's own, else those of its style."""
        style = value(paragraph, "w:pPr/w:pStyle") or self.styles.default
        number_id = value(paragraph, "w:pPr/w:numPr/w:numId")
        level = value(paragraph, "w:pPr/w:numPr/w:ilvl")
        if number_id is None:
            found = self.styles.find(style, "w:pPr/w:numPr/w:numId")
            number_id = None if found is None else found.get(w("val"))
        if level is None:
            found = self.styles.find(style, "w:pPr/w:numPr/w:ilvl")
            level = None if found is None else found.get(w("val"))
        if level is None and number_id is not None:
            level = self._level_of_style(number_id, style)
        return number_id, int(level or 0)

    def _level_of_style(self, number_id: str, style: str) -> str:
        abstract = self._abstract(number_id)
        if abstract is not None:
            for level in abstract.iterfind("w:lvl", NAMESPACES):
                if value(level, "w:pStyle") == style:
                    return level.get(w("ilvl"), "0")
        return "0"

    def _abstract(self, number_id: str) -> etree._Element | None:
        """Return the list's definition, following one link to a list style."""
        for _ in range(2):
            number = self._number(number_id)
            abstract_id = None if number is None else value(number, "w:abstractNumId")
            found = self._by("abstractNum", "abstractNumId", abstract_id)
            linked = None if found is None else value(found, "w:numStyleLink")
            if linked is None:
                return found
            target = self.styles.find(linked, "w:pPr/w:numPr/w:numId")
            number_id = "" if target is None else target.get(w("val"), "")
        return None

    def _number(self, number_id: str) -> etree._Element | None:
        return self._by("num", "numId", number_id)

    def _by(self, tag: str, key: str, wanted: str | None) -> etree._Element | None:
        for element in () if self.root is None else self.root.iterfind(f"w:{tag}", NAMESPACES):
            if element.get(w(key)) == wanted:
                return element
        return None

    def _override(self, number_id: str, level: int) -> etree._Element | None:
        number = self._number(number_id)
        for found in () if number is None else number.iterfind("w:lvlOverride", NAMESPACES):
            if found.get(w("ilvl")) == str(level):
                return found
        return None

    def _level(self, abstract: etree._Element, number_id: str, level: int) -> etree._Element | None:
        override = self._override(number_id, level)
        own = None if override is None else override.find("w:lvl", NAMESPACES)
        if own is not None:
            return own
        for found in abstract.iterfind("w:lvl", NAMESPACES):
            if found.get(w("ilvl")) == str(level):
                return found
        return None

    def _start(self, abstract: etree._Element, number_id: str, level: int) -> int:
        definition = self._level(abstract, number_id, level)
        return int((None if definition is None else value(definition, "w:start")) or 1)

    def _count(self, abstract: etree._Element, number_id: str, level: int) -> None:
        counts = self._counts.setdefault(abstract.get(w("abstractNumId"), ""), {})
        for higher in range(level):
            counts.setdefault(higher, self._start(abstract, number_id, higher))
        override = self._override(number_id, level)
        restart = None if override is None else value(override, "w:startOverride")
        if restart is not None and (number_id, level) not in self._restarted:
            self._restarted.add((number_id, level))
            counts[level] = int(restart)
        else:
            counts[level] = counts.get(level, self._start(abstract, number_id, level) - 1) + 1
        for deeper in [x for x in counts if x > level]:
            del counts[deeper]

    def _filled(self, text: str, abstract: etree._Element, number_id: str) -> str:
        counts = self._counts[abstract.get(w("abstractNumId"), "")]

        def one(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            definition = self._level(abstract, number_id, level)
            form = None if definition is None else value(definition, "w:numFmt")
            return _in_form(counts.get(level, 1), form or "decimal")

        return re.sub(r"%([1-9])", one, text)


def numbering_of(package: Package, styles: Styles) -> Numbering:
    """Return fresh running numbers for a Word file."""
    return Numbering(package.linked("numbering"), styles)


def _in_form(number: int, form: str) -> str:
    letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    forms = {"lowerLetter": letters, "upperLetter": letters.upper(), "lowerRoman": _roman(number),
             "upperRoman": _roman(number).upper(), "decimalZero": f"{number:02}"}  # fmt: skip
    return forms.get(form, str(number))


def _roman(number: int) -> str:
    text = ""
    for amount, letter in _ROMAN:
        count, number = divmod(number, amount)
        text += letter * count
    return text
