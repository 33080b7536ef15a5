"""What of a template reaches a document: its words and pictures, the house style, nothing else.

The house style file replaces the styles, theme, font table and list formats of every template, so
that changing one file changes every document. List formats come with the styles because a list
style names its list by a number that only has a meaning in the file it comes from. Of the
template's own lists those stay that begin a format of the house style anew; the check reports a
paragraph whose list is neither of these.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from lscp_docs.errors import TemplateError
from lscp_docs.render.word_package import unpacked
from lscp_docs.render.word_parts import BODY, TemplateProblem, W, parsed, resolved
from lscp_docs.render.word_properties import APP, APP_XML, CORE

CONTENT_TYPES: Final = "[Content_Types].xml"
_HOUSE_FILE: Final = "house_style.docx"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = f"{{{_PACKAGE}/content-types}}"
_RELATION: Final = f"{{{_PACKAGE}/relationships}}Relationship"
_WORDPROCESSING: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN: Final = f"{_WORDPROCESSING}.document.main+xml"
_TEMPLATE_MAIN: Final = f"{_WORDPROCESSING}.template.main+xml"

_KEPT: Final = (
    "officeDocument",
    "styles",
    "theme",
    "fontTable",
    "numbering",
    "settings",
    "header",
    "footer",
    "footnotes",
    "endnotes",
    "image",
    "hyperlink",
)
# Left out without a word: none of it is part of the text, and most of it names people or places.
_DROPPED: Final = (
    "core-properties",
    "extended-properties",
    "custom-properties",
    "thumbnail",
    "customXml",
    "customXmlProps",
    "stylesWithEffects",
    "webSettings",
    "printerSettings",
    "attachedTemplate",
    "glossaryDocument",
    "comments",
    "commentsExtended",
    "commentsIds",
    "commentsExtensible",
    "people",
    "classificationlabels",
    "documenttasks",
)
_SETTINGS_DROPPED: Final = (
    "rsids",
    "attachedTemplate",
    "docVars",
    "mailMerge",
    "trackRevisions",
    "proofState",
    "docId",
    "saveThroughXslt",
    "writeProtection",
    "removePersonalInformation",
)


@dataclass(frozen=True, slots=True)
class HousePart:
    """A part that the house style supplies, and how a document refers to it."""

    name: str
    kind: str
    content_type: str


HOUSE_PARTS: Final = (
    HousePart("word/styles.xml", "styles", f"{_WORDPROCESSING}.styles+xml"),
    HousePart("word/numbering.xml", "numbering", f"{_WORDPROCESSING}.numbering+xml"),
    HousePart("word/fontTable.xml", "fontTable", f"{_WORDPROCESSING}.fontTable+xml"),
    HousePart(
        "word/theme/theme1.xml",
        "theme",
        "application/vnd.openxmlformats-officedocument.theme+xml",
    ),
)


def house_parts(house_style: bytes) -> dict[str, bytes]:
    """Return those parts of the house style file that a document takes from it, by name.

    Raises TemplateError when the file is no Word file, or when its styles, lists or fonts bring
    pictures or font files along, which would have to travel with every document.
    """
    parts = unpacked(_HOUSE_FILE, house_style)
    house = {part.name: parts[part.name] for part in HOUSE_PARTS if part.name in parts}
    laden = tuple(
        TemplateProblem(
            file=_HOUSE_FILE,
            path=name,
            problem="The part brings pictures or font files along.",
            hint="Use plain bullets and fonts that every computer has.",
        )
        for name in house
        if _relations_of(name) in parts and len(parsed(parts[_relations_of(name)]))
    )
    if laden:
        raise TemplateError(f"{_HOUSE_FILE} holds more than styles, lists and colours.", laden)
    return house


def dressed(parts: dict[str, bytes], house: dict[str, bytes]) -> dict[str, bytes]:
    """Return `parts` with the house style's own in place of the template's."""
    if not house:
        return parts
    clad = dict(parts)
    relations = parsed(clad["word/_rels/document.xml.rels"])
    types = parsed(clad[CONTENT_TYPES])
    for part in HOUSE_PARTS:
        if part.name in house:
            refer(relations, part)
            declare(types, part)
            clad[part.name] = house[part.name]
            if part.kind == "numbering" and part.name in parts:
                clad[part.name] = _with_restarts(house[part.name], parts[part.name])
            # What the template's own part pointed to (fonts, pictures) does not belong to this one.
            clad.pop(_relations_of(part.name), None)
    clad["word/_rels/document.xml.rels"] = written(relations)
    clad[CONTENT_TYPES] = written(types)
    return clad


def _with_restarts(house: bytes, own: bytes) -> bytes:
    """Return the lists of `house` and those of `own` that begin one of its formats anew."""
    lists = parsed(house)
    formats = {one.get(f"{W}abstractNumId") for one in lists.iter(f"{W}abstractNum")}
    taken = {one.get(f"{W}numId") for one in lists.iter(f"{W}num")}
    last = max((place for place, one in enumerate(lists) if one.tag == f"{W}num"), default=-1)
    for restart in parsed(own).iter(f"{W}num"):
        form = restart.find(f"{W}abstractNumId")
        known = form is not None and form.get(f"{W}val") in formats
        if known and restart.get(f"{W}numId") not in taken and last >= 0:
            last += 1
            lists.insert(last, restart)
    return written(lists)


def refer(relations: etree._Element, part: HousePart) -> None:
    """Make the document's `relations` lead to `part`, in place of another of its kind."""
    kind = f"{_OFFICE}/{part.kind}"
    target = part.name.removeprefix("word/")
    for relation in relations:
        if relation.get("Type") == kind:
            relation.set("Target", target)
            return
    etree.SubElement(relations, _RELATION, Id=f"house_{part.kind}", Type=kind, Target=target)


def declare(types: etree._Element, part: HousePart) -> None:
    """Make the content `types` of a file name that of `part`."""
    for override in types.iter(f"{_TYPES}Override"):
        if override.get("PartName") == f"/{part.name}":
            override.set("ContentType", part.content_type)
            return
    etree.SubElement(
        types, f"{_TYPES}Override", PartName=f"/{part.name}", ContentType=part.content_type
    )


def foreign(file: str, parts: dict[str, bytes]) -> Iterator[TemplateProblem]:
    """Yield what a template may not bring along: comments, macros, charts, other files."""
    hint = "Take it out of the template in Word."
    if b"macroEnabled" in parts[CONTENT_TYPES]:
        yield TemplateProblem(file=file, problem="The template holds macros.", hint=hint)
    for name in sorted(parts):
        if name.endswith(".rels"):
            for relation in parsed(parts[name]):
                kind = _kind(relation)
                outside = relation.get("TargetMode") == "External"
                if kind not in (*_KEPT, *_DROPPED) or (outside and kind == "image"):
                    what = f"linked {kind}" if outside else kind
                    problem = f"The template holds something that is no text or picture: {what}."
                    yield TemplateProblem(file=file, problem=problem, hint=hint)
        elif name == "word/comments.xml" and len(parsed(parts[name])):
            yield TemplateProblem(
                file=file,
                problem="The template holds comments.",
                hint="Delete them in Word: Review, Delete, Delete All Comments.",
            )


def cleaned(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts that reach a document, with every trace of the template's history gone."""
    kept = {name: parts[name] for name in _reached(parts)}
    clean: dict[str, bytes] = {}
    for name, content in kept.items():
        clean[name] = content
        relations = parts.get(_relations_of(name))
        if relations is not None:
            clean[_relations_of(name)] = _kept_relations(relations, name, kept)
    for name, clean_up in _CLEAN_UPS.items():
        if name in clean:
            clean[name] = clean_up(clean[name])
    clean["_rels/.rels"] = _root_relations()
    clean[APP] = APP_XML
    clean[CONTENT_TYPES] = _content_types(parts[CONTENT_TYPES], clean)
    return clean


def _relations_of(name: str) -> str:
    folder, leaf = posixpath.split(name)
    return f"{folder}/_rels/{leaf}.rels"


def _reached(parts: dict[str, bytes]) -> list[str]:
    reached, waiting = [], [BODY]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in parts:
            continue
        reached.append(name)
        relations = parts.get(_relations_of(name))
        for relation in () if relations is None else parsed(relations):
            if relation.get("TargetMode") != "External" and _kind(relation) in _KEPT:
                waiting.append(resolved(posixpath.dirname(name), relation.get("Target", "")))
    return sorted(reached)


def _kind(relation: etree._Element) -> str:
    return relation.get("Type", "").rpartition("/")[2]


def _kept_relations(content: bytes, owner: str, kept: Iterable[str]) -> bytes:
    relations = parsed(content)
    folder = posixpath.dirname(owner)
    for relation in list(relations):
        outside = relation.get("TargetMode") == "External"
        there = outside or resolved(folder, relation.get("Target", "")) in kept
        if _kind(relation) not in _KEPT or not there:
            relations.remove(relation)
    return written(relations)


def _clean_settings(content: bytes) -> bytes:
    settings = parsed(content)
    for element in list(settings):
        if etree.QName(element).localname in _SETTINGS_DROPPED:
            settings.remove(element)
    return written(settings)


def _clean_styles(content: bytes) -> bytes:
    styles = parsed(content)
    for style in styles.iter(f"{W}style"):
        for trace in style.findall(f"{W}rsid"):
            style.remove(trace)
    return written(styles)


_CLEAN_UPS: Final = {"word/settings.xml": _clean_settings, "word/styles.xml": _clean_styles}


def _content_types(content: bytes, kept: dict[str, bytes]) -> bytes:
    types = parsed(content)
    for override in list(types.iter(f"{_TYPES}Override")):
        if override.get("PartName", "").lstrip("/") not in kept:
            types.remove(override)
        elif override.get("ContentType") == _TEMPLATE_MAIN:
            override.set("ContentType", _MAIN)
    for name, kind in (
        (CORE, "application/vnd.openxmlformats-package.core-properties+xml"),
        (APP, "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ):
        declare(types, HousePart(name, "", kind))
    return written(types)


def written(root: etree._Element) -> bytes:
    """Return the XML of `root` as a part of a file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _root_relations() -> bytes:
    rows = (
        (f"{_OFFICE}/officeDocument", BODY),
        (f"{_PACKAGE}/relationships/metadata/core-properties", CORE),
        (f"{_OFFICE}/extended-properties", APP),
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, start=1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
    ).encode()
