"""A copy of a template with a Word comment at each problem, for the person who mends it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Final

from lxml import etree

from lscp_docs.errors import Problem
from lscp_docs.render.word_contents import CONTENT_TYPES, HousePart, declare, refer, written
from lscp_docs.render.word_package import in_order, member, packed, unpacked
from lscp_docs.render.word_parts import BODY, TemplateProblem, W, parsed
from lscp_docs.render.xml_text import legal

_AUTHOR: Final = "lscp-docs"
_INITIALS: Final = "LD"
_NAMESPACES: Final = {"w": W[1:-1]}
_COMMENTS: Final = HousePart(
    "word/comments.xml",
    "comments",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
)
_RELATIONS: Final = "word/_rels/document.xml.rels"


def commented(template: bytes, problems: Iterable[Problem]) -> bytes:
    """Return `template` with one comment a problem, at the paragraph that the problem names.

    Word takes comments in the body alone, so what is wrong elsewhere is said at the first paragraph
    with its place in words. Raises TemplateError when `template` is no whole Word file.
    """
    parts = unpacked("template", template)
    body = parsed(parts[BODY])
    relations, types = parsed(parts[_RELATIONS]), parsed(parts[CONTENT_TYPES])
    name = _comments_part(relations)
    comments = (
        parsed(parts[name]) if name in parts else etree.Element(f"{W}comments", None, _NAMESPACES)
    )
    paragraphs = list(body.iter(f"{W}p"))
    first = 1 + max((int(old.get(f"{W}id", "0")) for old in comments), default=-1)
    for number, problem in enumerate(problems, start=first):
        comments.append(_comment(number, problem))
        _anchor(_place(problem, paragraphs), number)
    declare(types, HousePart(name, _COMMENTS.kind, _COMMENTS.content_type))
    refer(relations, HousePart(name, _COMMENTS.kind, _COMMENTS.content_type))
    parts |= {
        BODY: written(body),
        name: written(comments),
        _RELATIONS: written(relations),
        CONTENT_TYPES: written(types),
    }
    return packed(member(part, parts[part]) for part in in_order(parts))


def _comments_part(relations: etree._Element) -> str:
    for relation in relations:
        if relation.get("Type", "").endswith("/comments"):
            return posixpath.normpath(posixpath.join("word", relation.get("Target", "")))
    return _COMMENTS.name


def _comment(number: int, problem: Problem) -> etree._Element:
    comment = etree.Element(
        f"{W}comment",
        {f"{W}id": str(number), f"{W}author": _AUTHOR, f"{W}initials": _INITIALS},
        _NAMESPACES,
    )
    in_place = isinstance(problem, TemplateProblem) and problem.part == BODY and problem.paragraph
    where = "" if in_place or not problem.path else f"{problem.path}: "
    text = etree.SubElement(_run(etree.SubElement(comment, f"{W}p")), f"{W}t")
    text.text = legal(f"{where}{problem.problem} {problem.hint}".strip())
    return comment


def _run(paragraph: etree._Element) -> etree._Element:
    return etree.SubElement(paragraph, f"{W}r")


def _place(problem: Problem, paragraphs: list[etree._Element]) -> etree._Element:
    if isinstance(problem, TemplateProblem) and problem.part == BODY and problem.paragraph:
        return paragraphs[problem.paragraph - 1]
    return paragraphs[0]


def _anchor(paragraph: etree._Element, number: int) -> None:
    identity = {f"{W}id": str(number)}
    start = etree.Element(f"{W}commentRangeStart", identity)
    paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, start)
    etree.SubElement(paragraph, f"{W}commentRangeEnd", identity)
    etree.SubElement(_run(paragraph), f"{W}commentReference", identity)
