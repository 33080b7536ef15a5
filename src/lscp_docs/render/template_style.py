"""What a template's look rests on: named styles, list formats, heading levels, the language."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from lscp_docs.render.word_contents import dressed
from lscp_docs.render.word_dialect import Reading
from lscp_docs.render.word_parts import BODY, Part, TemplateProblem, W, parsed

LANGUAGE: Final = "en-GB"
GAP_STYLE: Final = "Gap"


def style_faults(
    file: str, parts: dict[str, bytes], house: dict[str, bytes], readings: Iterable[Reading]
) -> Iterator[TemplateProblem]:
    """Yield what would look wrong once `house` has replaced the template's own styles and lists."""
    effective = dressed(parts, house)
    styles = _style_names(effective.get("word/styles.xml"))
    own_styles = _style_names(parts.get("word/styles.xml"))
    lists = _list_numbers(effective.get("word/numbering.xml"))
    yield from _base_language(file, effective.get("word/styles.xml"))
    if house and GAP_STYLE not in styles:
        yield TemplateProblem(
            file=file, problem="The house style has no character style “Gap”, which drafts need."
        )
    for reading in readings:
        yield from _unknown_styles(reading.part, styles, own_styles)
        yield from _unknown_lists(reading.part, lists)
        yield from _other_languages(reading.part)
        if reading.part.name == BODY:
            yield from _skipped_levels(reading.part, styles)
        for paragraph in reading.part.paragraphs:
            if paragraph.in_text_box and paragraph.text.strip():
                yield reading.part.problem(
                    paragraph.number,
                    "The words stand in a text box, which screen readers miss.",
                    "Put them in a paragraph of the style Callout.",
                )


def _style_names(styles: bytes | None) -> dict[str, str]:
    if styles is None:
        return {}
    names: dict[str, str] = {}
    for style in parsed(styles).iter(f"{W}style"):
        name = style.find(f"{W}name")
        identity = style.get(f"{W}styleId", "")
        names[identity] = identity if name is None else name.get(f"{W}val", identity)
    return names


def _list_numbers(numbering: bytes | None) -> frozenset[str]:
    if numbering is None:
        return frozenset()
    return frozenset(num.get(f"{W}numId", "") for num in parsed(numbering).iter(f"{W}num"))


def _numbered(part: Part) -> Iterator[tuple[int, etree._Element]]:
    """Yield each element of `part` with the number of the paragraph that it stands in or before."""
    number = 0
    for element in part.root.iter():
        number += element.tag == f"{W}p"
        yield number, element


def _unknown_styles(
    part: Part, styles: dict[str, str], own: dict[str, str]
) -> Iterator[TemplateProblem]:
    told: set[str] = set()
    for number, element in _numbered(part):
        if element.tag not in (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            continue
        identity = element.get(f"{W}val", "")
        if identity in styles or identity in told:
            continue
        told.add(identity)
        name = own.get(identity, identity)
        near = difflib.get_close_matches(name, styles.values(), n=1)
        place = number + 1 if element.tag == f"{W}tblStyle" else number
        yield part.problem(
            place,
            f"The house style has no style “{name}”.",
            f"Did you mean “{near[0]}”?" if near else "Choose one of the house style's styles.",
        )


def _unknown_lists(part: Part, lists: frozenset[str]) -> Iterator[TemplateProblem]:
    for number, element in _numbered(part):
        if element.tag == f"{W}numId" and element.get(f"{W}val") not in (*lists, "0"):
            yield part.problem(
                number,
                "The list format of this paragraph is not in the house style.",
                "Use the styles List Bullet, List Number or Numbered Paragraph.",
            )


def _base_language(file: str, styles: bytes | None) -> Iterator[TemplateProblem]:
    path = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"
    lang = None if styles is None else parsed(styles).find(path)
    found = "none" if lang is None else lang.get(f"{W}val", "none")
    if found != LANGUAGE:
        yield TemplateProblem(
            file=file,
            problem=f"The language of the styles is {found}, not {LANGUAGE}.",
            hint="Set the proofing language to English (United Kingdom).",
        )


def _other_languages(part: Part) -> Iterator[TemplateProblem]:
    told = 0
    for number, element in _numbered(part):
        if element.tag == f"{W}lang" and element.get(f"{W}val", LANGUAGE) != LANGUAGE:
            if number > told:
                yield part.problem(
                    number,
                    f"The language here is {element.get(f'{W}val')}, not {LANGUAGE}.",
                    "Set the proofing language to English (United Kingdom).",
                )
            told = number


def _skipped_levels(part: Part, styles: dict[str, str]) -> Iterator[TemplateProblem]:
    above = 0
    for paragraph in part.paragraphs:
        heading = re.fullmatch(r"heading (\d)", styles.get(paragraph.style, ""), re.IGNORECASE)
        if heading is None:
            continue
        level = int(heading[1])
        if level > above + 1:
            yield part.problem(
                paragraph.number,
                f"A heading of level {level} follows one of level {above}."
                if above
                else f"The first heading is of level {level}.",
                f"Use Heading {above + 1}.",
            )
        above = level
