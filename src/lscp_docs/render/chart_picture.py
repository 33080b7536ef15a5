"""The only home of PDFium: a chart as a PNG, for programs that draw no SVG."""

from __future__ import annotations

import io
import threading
from typing import Final

import pypdfium2

from lscp_docs.render import pdf

_DOTS: Final = 200 / 72
"""Dots a point, for 200 an inch."""
_SHADES: Final = 32
"""As many shades as a chart and the soft edges of its letters have; the rest would only weigh."""
# PDFium is not made for two threads.
_ONE_AT_A_TIME: Final = threading.Lock()


def png(svg: str) -> bytes:
    """Return the SVG of a chart as dots, 200 an inch; the same SVG gives the same bytes.

    It is drawn by the engine that draws the PDF, so that the two look the same. Raises OutputError
    where that engine is not installed.
    """
    page = pdf.picture(svg)
    stream = io.BytesIO()
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(page)
        try:
            picture = document[0].render(scale=_DOTS).to_pil()
        finally:
            document.close()
    dots = round(_DOTS * 72)
    picture.convert("RGB").quantize(_SHADES).save(stream, "PNG", optimize=True, dpi=(dots, dots))
    return stream.getvalue()
