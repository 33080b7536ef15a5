"""The parts of a template that may hold tags, by paragraph, so that a fault has a place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from lscp_docs.errors import Problem

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TEXT_PARTS: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
BODY: Final = "word/document.xml"

_SHOWN: Final = 120
_WHICH: Final = {"first": "first-page ", "even": "even-page ", "default": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateProblem(Problem):
    """A problem in a template, with the place where a comment can point at it.

    `part` is the part's name in the file ("word/document.xml"); `paragraph` counts from 1 in that
    part, table cells included; None means the part or the file as a whole.
    """

    part: str = BODY
    paragraph: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of a part: its words with their tags, and what encloses it.

    `container`, `row` and `table` tell the elements of one part apart that are next around it (0:
    none), `around` holds all of them; `alone` says that nothing but text stands in it, so that
    leaving it out loses no picture or field.
    """

    number: int
    text: str
    style: str
    heading: str
    container: int
    row: int
    table: int
    around: frozenset[int]
    alone: bool
    in_text_box: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a template that may hold tags, and its name in words ("body", "header")."""

    file: str
    name: str
    words: str
    root: etree._Element
    paragraphs: tuple[Paragraph, ...]

    def problem(self, number: int | None, problem: str, hint: str = "") -> TemplateProblem:
        """Return `problem` at paragraph `number`, with the words that the template has there."""
        if number is None or not 0 < number <= len(self.paragraphs):
            return TemplateProblem(
                file=self.file, path=self.words, problem=problem, hint=hint, part=self.name
            )
        paragraph = self.paragraphs[number - 1]
        under = f", under '{paragraph.heading}'" if paragraph.heading else ""
        return TemplateProblem(
            file=self.file,
            path=f"{self.words}, paragraph {number}{under}",
            problem=f"In “{_shortened(paragraph.text)}”: {problem}" if paragraph.text else problem,
            hint=hint,
            part=self.name,
            paragraph=number,
        )


def _shortened(text: str) -> str:
    tidy = " ".join(text.split())
    return tidy if len(tidy) <= _SHOWN else f"{tidy[: _SHOWN - 1]}…"


def text_parts(file: str, parts: dict[str, bytes]) -> tuple[Part, ...]:
    """Return body, headers, footers and notes of the template `file`, body first."""
    headings = _heading_styles(parts.get("word/styles.xml"))
    names = sorted(filter(TEXT_PARTS.fullmatch, parts), key=lambda name: (name != BODY, name))
    roots = {name: parsed(parts[name]) for name in names}
    words = _names_in_words(roots[BODY], parts)
    return tuple(
        Part(
            file,
            name,
            words.get(name, re.sub(r"word/|\d*\.xml", "", name)),
            root,
            tuple(_paragraphs(root, headings)),
        )
        for name, root in roots.items()
    )


def parsed(content: bytes) -> etree._Element:
    """Return the root of XML that `word_package.unpacked` has already found sound."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def targets(source: str, parts: dict[str, bytes]) -> dict[str, str]:
    """Return the part that each internal relationship of the part `source` leads to, by its id."""
    folder, leaf = posixpath.split(source)
    content = parts.get(f"{folder}/_rels/{leaf}.rels".lstrip("/"))
    if content is None:
        return {}
    return {
        relation.get("Id", ""): resolved(folder, relation.get("Target", ""))
        for relation in parsed(content)
        if relation.get("TargetMode") != "External"
    }


def resolved(folder: str, target: str) -> str:
    """Return the part name that a relationship's target means in `folder`."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _names_in_words(body: etree._Element, parts: dict[str, bytes]) -> dict[str, str]:
    words = {BODY: "body"}
    leads_to = targets(BODY, parts)
    for kind in ("header", "footer"):
        for reference in body.iter(f"{W}{kind}Reference"):
            which = _WHICH.get(reference.get(f"{W}type", "default"), "")
            words.setdefault(leads_to.get(reference.get(f"{R}id", ""), ""), f"{which}{kind}")
    return words


def _heading_styles(styles: bytes | None) -> frozenset[str]:
    if styles is None:
        return frozenset()
    return frozenset(
        style.get(f"{W}styleId", "")
        for style in parsed(styles).iter(f"{W}style")
        if (name := style.find(f"{W}name")) is not None
        and re.fullmatch(r"heading \d", name.get(f"{W}val", ""), re.IGNORECASE)
    )


def _paragraphs(root: etree._Element, headings: frozenset[str]) -> Iterator[Paragraph]:
    # Of the elements around a paragraph, the innermost has the highest serial number.
    serial: dict[etree._Element | None, int] = {
        element: number for number, element in enumerate(root.iter(), start=1)
    }
    heading = ""
    for number, element in enumerate(root.iter(f"{W}p"), start=1):
        style = element.find(f"{W}pPr/{W}pStyle")
        style_id = "" if style is None else style.get(f"{W}val", "")
        text = _text(element)
        yield Paragraph(
            number=number,
            text=text,
            style=style_id,
            heading=heading,
            container=serial[element.getparent()],
            row=max((serial[row] for row in element.iterancestors(f"{W}tr")), default=0),
            table=max((serial[table] for table in element.iterancestors(f"{W}tbl")), default=0),
            around=frozenset(serial[outer] for outer in element.iterancestors()),
            alone=not any(True for _ in element.iter(*_MORE_THAN_TEXT)),
            in_text_box=next(element.iterancestors(f"{W}txbxContent"), None) is not None,
        )
        if style_id in headings and text.strip():
            heading = _shortened(text)


_MORE_THAN_TEXT: Final = tuple(
    f"{W}{name}"
    for name in (
        "drawing",
        "pict",
        "object",
        "instrText",
        "fldSimple",
        "footnoteReference",
        "endnoteReference",
        "sectPr",
    )
)


def _text(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        run = next(element.iterancestors())
        # w:tab is also a stop in w:pPr, and a text box has paragraphs of its own.
        if run.tag == f"{W}r" and next(element.iterancestors(f"{W}p"), None) is paragraph:
            pieces.append(element.text or "" if element.tag == f"{W}t" else " ")
    return "".join(pieces)
