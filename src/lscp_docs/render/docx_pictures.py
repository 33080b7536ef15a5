"""The charts of a finished Word file: their vector twins in place of their dots, and their words.

Only the SVGs that lscp-docs drew are taken: what another program drew may hold more than the engine
of the PDF can show, and beside each stands a PNG that it can.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lscp_docs.render.chart_svg import MARK
from lscp_docs.render.docx_package import MAIN, NAMESPACES, Package, full

_TEXT = "{http://www.w3.org/2000/svg}text"


def sharpen(body: etree._Element, package: Package) -> None:
    """Make each picture of the main part that has a chart's SVG beside it show that."""
    for blip in body.iter(full("a:blip")):
        vector = _vector(blip)
        if vector is not None and _chart(vector, package) is not None:
            blip.set(full("r:embed"), vector)


def words_drawn(element: etree._Element, package: Package) -> Iterator[str]:
    """Yield the words that the PDF shows in the place of a drawing, in the order of drawing."""
    for blip in element.iter(full("a:blip")):
        chart = _chart(_vector(blip) or "", package)
        for text in () if chart is None else chart.iter(_TEXT):
            yield text.text or ""


def _vector(blip: etree._Element) -> str | None:
    twin = blip.find(".//asvg:svgBlip", NAMESPACES)
    return None if twin is None else twin.get(full("r:embed"))


def _chart(relation: str, package: Package) -> etree._Element | None:
    """Return the SVG that a relation of the main part leads to, if lscp-docs drew it."""
    link = package.links(MAIN).get(relation)
    if link is None or link.external or not link.target.lower().endswith(".svg"):
        return None
    if f'id="{MARK}'.encode() not in package.parts.get(link.target, b"")[:2000]:
        return None
    try:
        return package.xml(link.target)
    except etree.XMLSyntaxError:
        return None
