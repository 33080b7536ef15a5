"""A part of a template as Jinja text: docxtpl joins its tags, each paragraph keeps its number."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from lscp_docs.render.word_dialect import DESCRIPTIONS, TAG
from lscp_docs.render.word_parts import Part, W

# Word's marks of editing: they differ each time a template is saved, and name the sitting.
_TRACES: Final = ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "rsidDel", "rsidSect")
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@dataclass(frozen=True, slots=True)
class Source:
    """A part as Jinja text, a paragraph a line: `paragraphs[line - 1]` is its number."""

    text: str
    paragraphs: tuple[int, ...]


_STARTS: Final = re.compile(r"<w:(?:p|tr|tc)[ >]")
_LINE: Final = re.compile(r"\n(\d+)\x02")
_IN_A_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def unedited(part: Part) -> str:
    """Return the XML of `part` as it stands, without the traces of its editing."""
    _without_traces(part.root)
    return etree.tostring(part.root, encoding="unicode")


def source(part: Part) -> Source:
    """Return `part`, whose reading has no problems, as Jinja text free of Word's scaffolding."""
    from docxtpl import DocxTemplate  # costs a tenth of a second, so only when one is compiled

    for element in part.root.iter(*DESCRIPTIONS):
        for key in DESCRIPTIONS[str(element.tag)]:
            if key in element.attrib:
                text = element.attrib[key]
                element.set(key, TAG.sub(lambda tag: f"{{{{ ({tag['print']})|plain }}}}", text))
    number = 0

    # The number travels with the line, because paragraphs that hold a {%p tag disappear.
    def numbered(match: re.Match[str]) -> str:
        nonlocal number
        begins = match[0].startswith("<w:p")
        number += begins
        return f"\n{number if begins else number + 1}\x02{match[0]}"

    xml = unedited(part)
    xml = _STARTS.sub(numbered, re.sub(r"[\r\n]+", " ", re.sub(r"<w:p/>", "<w:p></w:p>", xml)))
    xml = DocxTemplate("-").patch_xml(xml)
    xml = _IN_A_TAG.sub(lambda match: html.unescape(match[0]).replace("\xa0", " "), xml)
    first, *rest = _LINE.split(xml)
    return Source("\n".join((first, *rest[1::2])), (0, *map(int, rest[::2])))


def _without_traces(root: etree._Element) -> None:
    for element in list(root.iter(f"{W}proofErr", f"{W}lastRenderedPageBreak")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in root.iter():
        for name in (*(f"{W}{trace}" for trace in _TRACES), f"{_W14}paraId", f"{_W14}textId"):
            element.attrib.pop(name, None)
        # White space between elements is a pretty-printer's; in the text it is the author's.
        if not str(element.tag).endswith("}t") and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
