"""A chart in a Word file: the drawing in the text, and the parts that hold its two pictures.

Word 2016 and later draw the SVG, which stays sharp at any size; other programs draw the PNG. Names
come from what is drawn, so one chart is one pair of parts, however often it is placed.
"""

from __future__ import annotations

import re
import zlib
from contextvars import ContextVar
from typing import Final

from lscp_docs.chart import Chart
from lscp_docs.render.chart_svg import WIDTH, Drawing, drawn
from lscp_docs.render.word_package import Member, member

CHARTS: Final[ContextVar[dict[str, Drawing]]] = ContextVar("charts of the render in hand, by name")

_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_KINDS: Final = {"png": "image/png", "svg": "image/svg+xml"}
_TALLEST: Final = 620.0  # points that a page has for a picture and its caption
_EMU: Final = 12_700
_DML: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def drawing(chart: Chart, words: tuple[str, str]) -> str:
    """Return what stands for `chart` within a run, and note it among `CHARTS`.

    `words` are its title and alternative text, safe for an attribute.
    """
    made = drawn(chart)
    CHARTS.get()[made.name] = made
    title, described = words
    scale = min(1.0, _TALLEST / made.height)
    wide, tall = (round(side * scale * _EMU) for side in (WIDTH, made.height))
    png, svg = (_key(made.name, kind) for kind in _KINDS)
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DML}/wordprocessingDrawing" distT="0" distB="0" '
        f'distL="0" distR="0"><wp:extent cx="{wide}" cy="{tall}"/>'
        f'<wp:docPr id="0" name="{made.name}" descr="{described}" title="{title}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DML}/main" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DML}/main">'
        f'<a:graphicData uri="{_DML}/picture"><pic:pic xmlns:pic="{_DML}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="{made.name}" descr="{described}"/><pic:cNvPicPr/>'
        "</pic:nvPicPr><pic:blipFill>"
        f'<a:blip xmlns:r="{_IMAGE.removesuffix("/image")}" r:embed="{png}"><a:extLst>'
        f'<a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip '
        'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="{svg}"/></a:ext></a:extLst></a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )


def with_pictures(members: dict[str, Member], charts: dict[str, Drawing]) -> dict[str, Member]:
    """Return the members of a Word file with the pictures of its charts, and what leads to them.

    Raises OutputError where the engine that draws them is not installed.
    """
    from lscp_docs.render.chart_picture import png  # a second to import: only where one is drawn

    relations = types = ""
    added: dict[str, Member] = {}
    for name in sorted(charts):
        for kind, data in (("png", png(charts[name].svg)), ("svg", charts[name].svg.encode())):
            part = f"word/media/{name}.{kind}"
            added[part] = member(part, data)
            target = part.removeprefix("word/")
            relations += f'<{{0}}Relationship Id="{_key(name, kind)}" Type="{_IMAGE}" '
            relations += f'Target="{target}"/>'
            types += f'<{{0}}Override PartName="/{part}" ContentType="{_KINDS[kind]}"/>'
    for part, outer, inner in ((_RELATIONS, "Relationships", relations), (_TYPES, "Types", types)):
        added[part] = member(part, _ending_with(_content(members[part]), outer, inner))
    return members | added


def _key(name: str, kind: str) -> str:
    return f"{name}-{kind}"


def _content(part: Member) -> bytes:
    return zlib.decompress(part.deflated, -15)


def _ending_with(xml: bytes, outer: str, inner: str) -> bytes:
    """Return `xml` with `inner` last in its root `outer`, under the prefix that it uses."""
    text = xml.decode()
    closing = re.search(rf"</((?:[\w.-]+:)?){outer}\s*>\s*$", text)
    assert closing is not None  # noqa: S101 - the styles and the main part are always named there
    return f"{text[: closing.start()]}{inner.format(closing[1])}{closing[0]}".encode()
