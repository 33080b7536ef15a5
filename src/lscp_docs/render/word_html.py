"""A finished Word document as one HTML page: semantic, complete, in the look of its own styles."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import dataclass
from html import escape
from io import BytesIO

import mammoth
from lxml import etree

from lscp_docs.errors import OutputError, Problem
from lscp_docs.render.docx_dress import dressed
from lscp_docs.render.docx_facts import mark
from lscp_docs.render.docx_losses import losses
from lscp_docs.render.docx_margins import margins_of
from lscp_docs.render.docx_package import MAIN, NAMESPACES, Package, opened, value
from lscp_docs.render.docx_pictures import sharpen
from lscp_docs.render.docx_styles import Styles, css_class, styles_of
from lscp_docs.render.xml_text import one_line

# `docx_dress` closes the gaps: without a Title the headings of a letter begin at h1.
_OUTLINE = {"title": "h1", "heading 1": "h2", "heading 2": "h3", "heading 3": "h4",
            "heading 4": "h5", "box heading": "h2"}  # fmt: skip
_CHARACTERS = {"strong": "strong", "hyperlink": "", "footnote reference": "",
               "endnote reference": "", "default paragraph font": ""}  # fmt: skip
_FORMATTING = ("u => u", "highlight => mark", "strike => s")


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself: shown in the PDF's own properties."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "en-GB"


@dataclass(frozen=True, slots=True)
class WordPage:
    """A Word document as HTML, and what could not be carried over (empty: nothing was lost)."""

    html: str
    properties: Properties
    losses: tuple[Problem, ...]


def read(document: bytes, *, created: dt.date) -> WordPage:
    """Return a Word document as HTML whose dates are `created`; OutputError when it is damaged."""
    package = opened(document)
    styles = styles_of(package)
    margins = margins_of(package, styles)
    body = package.body()
    sharpen(body, package)
    facts = mark(body, package, styles)
    converted, told = _converted(package, body, styles)
    root = dressed(etree.fromstring(f"<main>{converted}</main>"), facts)
    properties = _properties(package, styles, root)
    text = etree.tostring(root, method="html", encoding="unicode")
    page = shell(
        properties, created=created, css=f"{styles.css()}\n{margins.css}", body=margins.html + text
    )
    return WordPage(page, properties, (*losses(package), *margins.problems, *told))


def shell(properties: Properties, *, created: dt.date, css: str, body: str, head: str = "") -> str:
    """Return a whole HTML page; `css`, `body` and `head` are finished, the rest is escaped."""
    named = (("author", properties.author), ("description", properties.subject),
             ("keywords", properties.keywords), ("dcterms.created", created.isoformat()),
             ("dcterms.modified", created.isoformat()))  # fmt: skip
    metas = "".join(f'<meta name="{x}" content="{escape(one_line(y))}">' for x, y in named if y)
    return (
        f'<!DOCTYPE html><html lang="{escape(properties.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(one_line(properties.title))}</title>{metas}{head}<style>{css}</style></head>"
        f"<body>{body}</body></html>"
    )


def _style_map(styles: Styles) -> str:
    """Return mammoth's map: a heading for each outline style, else a paragraph or span."""
    lines = list(_FORMATTING)
    for name in styles.stored_names("paragraph"):
        tag = _OUTLINE.get(name.lower(), "p")
        lines.append(f"p[style-name='{_quoted(name)}'] => {tag}:fresh")
    for name in styles.stored_names("character"):
        tag = _CHARACTERS.get(name.lower(), f"span.{css_class(name)}")
        lines.append(f"r[style-name='{_quoted(name)}'] => {tag}")
    return "\n".join(lines)


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace("'", "\\'")


def _converted(
    package: Package, body: etree._Element, styles: Styles
) -> tuple[str, tuple[Problem, ...]]:
    """Return mammoth's HTML, which is well-formed XML, and its warnings as problems."""
    try:
        result = mammoth.convert_to_html(
            BytesIO(_with_main(package, etree.tostring(body, encoding="utf-8"))),
            style_map=_style_map(styles),
            include_default_style_map=False,
            include_embedded_style_map=False,
            external_file_access=False,
        )
    except (KeyError, ValueError, AttributeError, IndexError, OSError) as error:
        raise OutputError(
            "The Word file is damaged: its text points at something that is not in it. "
            "Open it in Word, save it again and try once more."
        ) from error
    told = tuple(
        Problem(file="the Word file", path=MAIN, problem=f"{x.message}.")
        for x in result.messages
        if " style" not in x.message  # looks, not words: the rules for Word files tell of them
    )
    return result.value, told


def _with_main(package: Package, main: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in package.parts.items():
            archive.writestr(name, main if name == MAIN else content)
    return packed.getvalue()


def _properties(package: Package, styles: Styles, root: etree._Element) -> Properties:
    core = package.xml("docProps/core.xml")
    said = {
        key: (None if core is None else core.findtext(path, namespaces=NAMESPACES)) or ""
        for key, path in (("title", "dc:title"), ("author", "dc:creator"),
                          ("subject", "dc:subject"), ("keywords", "cp:keywords"))
    }  # fmt: skip
    heading = next(iter(root.iter("h1", "h2")), None)
    if not said["title"].strip() and heading is not None:
        said["title"] = "".join(heading.itertext()).strip()
    language = None if styles.root is None else value(
        styles.root, "w:docDefaults/w:rPrDefault/w:rPr/w:lang"
    )  # fmt: skip
    return Properties(**said, language=language or "en-GB")
