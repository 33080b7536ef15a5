"""What a Word file holds that its PDF could not carry: found and told, never lost in silence."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lscp_docs.errors import Problem
from lscp_docs.render.docx_package import MAIN, NAMESPACES, Package, switched_on, w

_TRACKED = (
    *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "numberingChange"),
    *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange"),
)
_LOST = (
    (f".//{{{NAMESPACES['wp']}}}anchor", "a floating object",
     "In Word, set its layout to 'In Line with Text'."),
    (".//w:txbxContent", "a text box", "Move its words into the text."),
    (".//w:object", "an embedded object", "Put in a picture of it, with alternative text."),
    (".//w:altChunk", "an inserted file", "Paste its text instead."),
    (".//m:oMath", "an equation", "Write it out in words."),
    (".//w:ruby", "a phonetic guide", "Write it as plain text."),
)  # fmt: skip
_DRAWABLE = (".png", ".jpg", ".jpeg", ".gif", ".svg")


def losses(package: Package) -> tuple[Problem, ...]:
    """Return every thing that the PDF could not carry, with its part and paragraph."""
    found: list[Problem] = []
    for part in printed_parts(package):
        root = package.xml(part)
        if root is not None:
            found += _tracked(root, part)
            found += _comments(root, part)
            found += _hidden(root, part)
            found += _objects(root, part)
            found += _pictures(root, part, package)
    return tuple(found)


def printed_parts(package: Package) -> tuple[str, ...]:
    """Return the names of the parts that a reader sees: text, notes, headers and footers."""
    kinds = {"header", "footer", "footnotes", "endnotes"}
    links = package.links(MAIN).values()
    return (MAIN, *sorted({x.target for x in links if x.kind in kinds and not x.external}))


def _tracked(root: etree._Element, part: str) -> Iterator[Problem]:
    changes = [x for name in _TRACKED for x in root.iter(w(name))]
    if changes:
        problem = f"{len(changes)} tracked changes" if len(changes) > 1 else "a tracked change"
        yield _problem(part, changes[0], problem, "Accept or reject all changes in Word.")


def _comments(root: etree._Element, part: str) -> Iterator[Problem]:
    comments = list(root.iter(w("commentReference")))
    if comments:
        problem = f"{len(comments)} comments" if len(comments) > 1 else "a comment"
        yield _problem(part, comments[0], problem, "Delete all comments in Word.")


def _hidden(root: etree._Element, part: str) -> Iterator[Problem]:
    for run in root.iter(w("r")):
        if switched_on(run, "w:rPr/w:vanish") and run.find("w:t", NAMESPACES) is not None:
            yield _problem(part, run, "hidden text", "Show it or delete it.")
            return


def _objects(root: etree._Element, part: str) -> Iterator[Problem]:
    for path, what, hint in _LOST:
        for element in root.iterfind(path, NAMESPACES):
            yield _problem(part, element, what, hint)
            break


def _pictures(root: etree._Element, part: str, package: Package) -> Iterator[Problem]:
    links = package.links(part)
    for inline in root.iterfind(".//wp:inline", NAMESPACES):
        blip = inline.find(".//a:blip", NAMESPACES)
        if blip is None:
            yield _problem(part, inline, "a chart or drawing", "Put in a picture of it instead.")
            continue
        link = links.get(blip.get(f"{{{NAMESPACES['r']}}}embed", ""))
        if link is None or link.external or link.target not in package.parts:
            yield _problem(part, inline, "a linked picture", "Insert the picture itself.")
        elif not link.target.lower().endswith(_DRAWABLE):
            yield _problem(part, inline, "a picture of a kind that a PDF cannot show",
                           "Save it as PNG and insert it again.")  # fmt: skip
        elif not _described(inline):
            yield _problem(part, inline, "a picture without alternative text",
                           "Add alternative text, or mark the picture as decorative.")  # fmt: skip


def _described(inline: etree._Element) -> bool:
    properties = inline.find("wp:docPr", NAMESPACES)
    if properties is None:
        return False
    decorative = properties.find(".//adec:decorative", NAMESPACES)
    return bool(properties.get("descr", "").strip()) or (
        decorative is not None and decorative.get("val") == "1"
    )


def place(part: str, element: etree._Element) -> str:
    """Return the part and the number of the paragraph that an element stands in, from 1."""
    root = element.getroottree().getroot()
    for number, paragraph in enumerate(root.iter(w("p")), start=1):
        if paragraph is element or any(x is paragraph for x in element.iterancestors(w("p"))):
            return f"{part}, paragraph {number}"
    return part


def _problem(part: str, element: etree._Element, problem: str, hint: str) -> Problem:
    return Problem(
        file="the Word file",
        path=place(part, element),
        problem=f"{problem} would be lost in the PDF.",
        hint=hint,
    )
