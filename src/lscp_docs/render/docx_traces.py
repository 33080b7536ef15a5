"""What a Word file tells of who made or edited it, where and how: listed, never in silence.

Some traces say nothing to a reader and `docx_cleaning` takes them out. Others are words, or stand
for some, so a person decides: the program never removes them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lscp_docs.render.docx_package import MAIN, Package, opened
from lscp_docs.render.picture_traces import without_traces
from lscp_docs.render.word_properties import APP, APP_XML, CORE

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
WORD = frozenset(("http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT))
"""The namespaces of WordprocessingML: transitional and strict."""
TRACKED = frozenset(
    (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
        *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange"),
        *("tblGridChange", "tblPrExChange"),
    )
)
SETTINGS = {
    "rsids": "revision ids",
    "docId": "an id of the document",
    "attachedTemplate": "the path of its template",
    "docVars": "document variables",
    "mailMerge": "the source of a mail merge",
    "documentProtection": "the hash of a password",
    "writeProtection": "the hash of a password",
    "attachedSchema": "a schema that it was checked with",
    "saveThroughXslt": "the path of a style sheet",
}
"""Elements of the settings that no reader sees, in a person's words."""
BESIDE = {
    "thumbnail": "a picture of its first page (thumbnail)",
    "custom-properties": "custom properties",
    "customXml": "custom XML",
    "people": "a list of people",
    "attachedTemplate": "the path of its template",
    "glossaryDocument": "building blocks (glossary)",
    "printerSettings": "the settings of a printer",
    "webextensiontaskpanes": "an add-in",
    "webextension": "an add-in",
    "classificationlabels": "a sensitivity label of an organisation",
    "keyMapCustomizations": "somebody's own keys",
    "attachedToolbars": "somebody's own toolbars",
    "recipientData": "the recipients of a mail merge",
    "mailMergeSource": "the source of a mail merge",
    "mailMergeHeaderSource": "the source of a mail merge",
    "origin": "a digital signature",
}
"""Kinds of relationships to what no reader sees, in a person's words."""
MACHINE = frozenset(("revision ids", "an id of the document", "numbers of paragraphs"))
"""What tells that two files were one, and of nobody by itself."""
IDS = re.compile(r"rsid\w*|paraId|textId")
ON_A_COMPUTER = re.compile(r"(?i)^(file:|[a-z]:[\\/]|\\\\)")
FILE_NAME = re.compile(r"(?i)[\\/]|\.(png|jpe?g|gif|svg|tiff?|bmp|emf|wmf|webp|heic)$")
WHOLE_DAY = "T00:00:00Z"
_EMBEDDED = frozenset(("oleObject", "package", "control", "aFChunk", "subDocument", "vbaProject"))
_IN_CORE = frozenset(("title", "subject", "creator", "keywords", "language", "created", "modified"))
_CLEAN = "Run the command again with --clean."
_ACCEPT = (
    "In Word: Review > Accept > Accept All Changes and Stop Tracking. "
    "In LibreOffice: Edit > Track Changes > Accept All."
)
_COMMENTS = (
    "In Word: Review > Delete > Delete All Comments in Document. "
    "In LibreOffice: right click on a comment > Delete All Comments."
)
_OBJECTS = "In Word and LibreOffice: click on it, press Delete, and put in a picture or its words."
_HIDDEN = (
    "In Word: Home > Show/Hide (¶) shows it; delete it or clear Hidden under Home > Font. "
    "In LibreOffice: View > Formatting Marks, then Format > Character > Font Effects."
)
_SIGNED = "In Word: draw it again as a picture with alternative text, or delete it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A kind of trace, told without a word of the file.

    `part` is where it is first, `count` how often it is there. `by_person`: the program never
    removes it. `identifies`: it could tell who somebody is.
    """

    what: str
    part: str
    mend: str = _CLEAN
    by_person: bool = False
    identifies: bool = True
    count: int = 1


def traces(document: bytes, body: str) -> tuple[Trace, ...]:
    """Give each kind of trace in a Word file once; `body` is the one author that it may name.

    Raises OutputError when it is no Word file, damaged or larger than the limits.
    """
    package = opened(document)
    found: dict[tuple[str, str], list[Trace]] = {}
    for trace in (*_of_zip(document), *_of_package(package, body)):
        found.setdefault((trace.what, trace.mend), []).append(trace)
    return tuple(_once(each) for each in found.values())


def _once(same: list[Trace]) -> Trace:
    first = same[0]
    return Trace(
        what=first.what,
        part=first.part,
        mend=first.mend,
        by_person=first.by_person,
        identifies=any(each.identifies for each in same),
        count=sum(each.count for each in same),
    )


def _of_zip(document: bytes) -> Iterator[Trace]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        if archive.comment or any(each.comment for each in archive.infolist()):
            yield Trace(what="a remark of the packing program", part="the zip")


def _of_package(package: Package, body: str) -> Iterator[Trace]:
    core = package.xml(CORE)
    yield from () if core is None else _of_core(core, body)
    app = package.parts.get(APP)
    if app is not None and app != APP_XML:
        yield Trace(what="properties (company, manager, template, time spent)", part=APP)
    for name, data in package.parts.items():
        if name.endswith(".rels"):
            yield from _of_links(name, package)
        elif name.endswith(".xml") and name not in (CORE, APP):
            root = package.xml(name)
            if root is not None:
                yield from _of_xml(name, root)
        elif without_traces(name, data) != data:
            yield Trace(what="data of a picture (camera, place, author)", part=name)


def _of_core(core: etree._Element, body: str) -> Iterator[Trace]:
    for element in core.iterchildren(tag=etree.Element):
        name, text = local(element), (element.text or "").strip()
        if not text or (name == "creator" and text == body):
            continue
        if name == "creator":
            yield Trace(what="its author", part=CORE)
        elif name == "lastModifiedBy":
            yield Trace(what="who saved it last", part=CORE)
        elif name not in _IN_CORE:
            yield Trace(what="other properties (remarks, status, when printed)", part=CORE)
        elif name in ("created", "modified") and not text.endswith(WHOLE_DAY):
            yield Trace(what="the time at which it was saved", part=CORE, identifies=False)


def _of_links(name: str, package: Package) -> Iterator[Trace]:
    root = package.xml(name)
    for link in () if root is None else root.iterchildren(tag=etree.Element):
        kind = link.get("Type", "").rpartition("/")[2]
        if kind in BESIDE:
            yield Trace(what=BESIDE[kind], part=name)
        elif kind in _EMBEDDED:
            yield _decided("an embedded object or file", name, _OBJECTS)
        elif kind == "ink":
            yield _decided("handwriting (ink)", name, _SIGNED)
        elif ON_A_COMPUTER.match(link.get("Target", "")):
            mend = "In Word: right click on the link > Edit Hyperlink or Remove Hyperlink."
            yield _decided("a link to a file on somebody's computer", name, mend)


def _decided(what: str, part: str, mend: str) -> Trace:
    return Trace(what=what, part=part, mend=mend, by_person=True)


def _of_xml(name: str, root: etree._Element) -> Iterator[Trace]:
    if name == MAIN and etree.QName(root).namespace == STRICT:
        mend = "In Word: File > Save As > Word Document (*.docx), not the strict kind."
        yield _decided("words in the strict form of Open XML", name, mend)
    yield from _of_hidden_styles(name, root)
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield Trace(what="remarks in the source", part=name)
            continue
        yield from _of_attributes(name, element)
        kind = local(element)
        if kind == "AlternateContent":
            yield from _of_alternatives(name, element)
        elif kind == "docId" or (in_word(element) and kind in SETTINGS):
            what = SETTINGS[kind]
            yield Trace(what=what, part=name, identifies=what not in MACHINE)
        elif in_word(element):
            yield from _of_words(name, element, kind)


def _of_words(name: str, element: etree._Element, kind: str) -> Iterator[Trace]:
    if kind in TRACKED:
        yield _decided("tracked changes", name, _ACCEPT)
    elif kind in ("commentReference", "comment"):
        yield _decided("comments", name, _COMMENTS)
    elif kind == "vanish" and not name.endswith(("styles.xml", "stylesWithEffects.xml")):
        if _is_on(element) and _has_words(element):
            yield _decided("hidden text", name, _HIDDEN)
    elif kind == "permStart":
        yield Trace(what="who may edit a passage", part=name)
    elif kind == "dataBinding":
        yield Trace(what="custom XML", part=name)
    elif kind == "bookmarkStart" and name_of(element) == "_GoBack":
        yield Trace(what="where it was edited last", part=name, identifies=False)


def _of_attributes(name: str, element: etree._Element) -> Iterator[Trace]:
    for key in element.attrib:
        plain = str(key).rpartition("}")[2]
        if "}" in str(key) and IDS.fullmatch(plain):
            what = "revision ids" if plain.startswith("rsid") else "numbers of paragraphs"
            yield Trace(what=what, part=name, identifies=False)
    if local(element) in ("docPr", "cNvPr"):
        if FILE_NAME.search(element.get("name", "")):
            yield Trace(what="the name of a picture's file", part=name)
        if ON_A_COMPUTER.match(element.get("descr", "")):
            mend = "In Word: right click on the picture > View Alt Text, and describe the picture."
            yield _decided("the path of a file as alternative text", name, mend)


def _of_alternatives(name: str, element: etree._Element) -> Iterator[Trace]:
    said = ["".join(each.itertext()).split() for each in element.iterchildren(tag=etree.Element)]
    if any(each != said[0] for each in said):
        yield _decided("words that only some programs show", name, _SIGNED)


def _of_hidden_styles(name: str, root: etree._Element) -> Iterator[Trace]:
    if local(root) != "styles":
        return
    for element in root.iter(tag=etree.Element):
        if in_word(element) and local(element) == "vanish" and _is_on(element):
            style = next(element.iterancestors(*(f"{{{each}}}style" for each in WORD)), None)
            what = None if style is None else style.get(f"{{{etree.QName(style).namespace}}}type")
            if what in ("paragraph", "character") and _is_own(style):
                yield _decided("a style that hides text", name, _HIDDEN)


def _is_own(style: etree._Element | None) -> bool:
    """Tell whether a person made a style; Word's own hidden ones print nothing of a document."""
    return style is not None and any(
        str(key).endswith("}customStyle") and value in ("1", "true", "on")
        for key, value in style.attrib.items()
    )


def _is_on(element: etree._Element) -> bool:
    return not any(value in ("0", "false", "off", "none") for value in element.attrib.values())


def _has_words(element: etree._Element) -> bool:
    run = next((each for each in element.iterancestors() if local(each) == "r"), None)
    return run is not None and any(local(each) == "t" for each in run.iter(tag=etree.Element))


def in_word(element: etree._Element) -> bool:
    """Tell whether an element is of WordprocessingML, transitional or strict."""
    return etree.QName(element).namespace in WORD


def local(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return str(etree.QName(element).localname)


def name_of(element: etree._Element) -> str:
    """Give what the attribute `name` of WordprocessingML says."""
    return element.get(f"{{{etree.QName(element).namespace}}}name", "")
