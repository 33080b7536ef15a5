"""The only home of WeasyPrint: accessible PDF (PDF/UA-1) from Word documents and HTML pages."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import logging
import re
import threading
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from lscp_docs.errors import OutputError, Problem
from lscp_docs.render import last_page, word_html
from lscp_docs.render.docx_package import opened
from lscp_docs.render.docx_styles import styles_of
from lscp_docs.shipped import bundled

INSTALL = (
    "PDF files need the Pango library. Debian, Ubuntu: "
    "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 - "
    "macOS: brew install pango - "
    "Windows: in MSYS2, pacman -S mingw-w64-ucrt-x86_64-pango. "
    "Until then, ask for Word files: --format word."
)

try:
    # Without Pango the import prints a banner before it fails; ours is the one sentence to read.
    with contextlib.redirect_stdout(io.StringIO()):
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher, URLFetcherResponse
except OSError as error:
    raise OutputError(INSTALL) from error

Finish = Callable[[Any, Any], None]
"""What mends a document of WeasyPrint's before it is written."""

BASE = "https://assets.invalid/"
_TITLED = r"(?s)(<svg [^>]*><title[^>]*>)[^<]*</title><desc[^>]*>([^<]*)</desc>"
_TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}
# Pango crashes when two threads share a FontConfiguration.
_ONE_AT_A_TIME = threading.Lock()


def from_word(document: bytes, *, created: dt.date) -> bytes:
    """Return the accessible PDF of a finished Word document, with the same words.

    The PDF's dates are `created`. OutputError lists everything that would be lost at once:
    tracked changes, comments, floating objects, pictures without alternative text.
    """
    page = word_html.read(document, created=created)
    if page.losses:
        raise OutputError(
            "The PDF was not made: the Word document holds what a PDF would lose.", page.losses
        )
    return _written(page.html, with_house_style=False)


def from_html(
    page: str,
    *,
    title: str,
    created: dt.date,
    author: str = "",
    subject: str = "",
    keywords: str = "",
) -> bytes:
    """Return the accessible PDF of an HTML page in the house style.

    `page` is what stands in the body; its pictures are named relative to the bundled templates.
    The PDF's dates are `created`. OutputError when something that the page names is missing.
    """
    properties = word_html.Properties(title, author, subject, keywords)
    whole = word_html.shell(properties, created=created, css="", body=_speaking(page))
    return _written(whole, with_house_style=True)


def picture(svg: str) -> bytes:
    """Return a PDF of one page that is as large as the chart's SVG on it."""
    sides = " ".join(re.findall(r' (?:width|height)="([\d.]+pt)"', svg)[:2])
    css = f"@page {{ size: {sides}; margin: 0 }} body {{ margin: 0 }}"
    page = f"<style>{css} svg {{ display: block }}</style>{svg}"
    with _ONE_AT_A_TIME, _told() as told:
        engine = _engine()
        source = weasyprint.HTML(string=page, base_url=BASE, url_fetcher=engine.fetcher)
        pdf: bytes = source.write_pdf(font_config=engine.fonts)
    if told:
        raise OutputError("A picture would lack something.", tuple(told))
    return pdf


def from_web_page(page: str) -> bytes:
    """Return the accessible PDF of a whole page that is published: its own print style, its dates.

    OutputError when something that the page names is missing.
    """
    return _written(page, with_house_style=False)


def fillable(
    page: str,
    *,
    title: str,
    created: dt.date,
    author: str,
    subject: str,
    attached: tuple[str, bytes],
    finish: Callable[[Any, Any], None],
) -> bytes:
    """Return the accessible, fillable PDF of an HTML page whose inputs become boxes.

    `attached` is the name and the bytes of a file inside the PDF; `finish` mends the boxes
    (`pdf_form.finisher`). OutputError when something that the page names is missing.
    """
    properties = word_html.Properties(title, author, subject, "")
    whole = word_html.shell(properties, created=created, css="", body=page)
    name, data = attached
    moment = dt.datetime.combine(created, dt.time.min, dt.UTC)
    attachment = weasyprint.Attachment(
        string=data,
        name=name,
        description="What form this is, for the program that reads it.",
        relationship="Data",
        created=moment,
        modified=moment,
    )

    def finish_all(document: Any, pdf: Any) -> None:
        running_heads_as_artifacts(document, pdf)
        finish(document, pdf)

    return _written(
        whole, with_house_style=True, finish=finish_all, pdf_forms=True, attachments=[attachment]
    )


def _speaking(page: str) -> str:
    """Return a page whose SVG pictures have their description for a title.

    WeasyPrint makes the title the alternative text, and reads no description.
    """
    return re.sub(_TITLED, r"\1\2</title>", page)


class _Assets(URLFetcher):  # type: ignore[misc]
    """Reaches files in one folder and data: addresses; nothing else, wherever it leads."""

    def __init__(self, root: Traversable) -> None:
        super().__init__(
            timeout=1, allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True
        )
        self._root = root

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        if not url.startswith(BASE):
            return super().fetch(url, headers)
        path = PurePosixPath(unquote(urlsplit(url).path).lstrip("/"))
        if ".." in path.parts or "\\" in str(path) or path.suffix not in _TYPES:
            raise ValueError(f"{path.name} is not a picture or style sheet of the templates")
        body = self._root.joinpath(*path.parts).read_bytes()
        return URLFetcherResponse(url, body=body, headers={"Content-Type": _TYPES[path.suffix]})


class _Engine:
    """What is made once a process: fonts, parsed style sheets, the fetcher."""

    def __init__(self, templates: Traversable) -> None:
        self.fetcher = _Assets(templates)
        self.fonts = FontConfiguration()
        self.print_css = self._css((templates / "print.css").read_text("utf-8"))
        house = styles_of(opened((templates / "house_style.docx").read_bytes()))
        self.house_css = self._css(house.css())

    def _css(self, text: str) -> Any:
        return weasyprint.CSS(
            string=text, base_url=BASE, url_fetcher=self.fetcher, font_config=self.fonts
        )

    def write(self, page: str, *, with_house_style: bool, finish: Finish, **options: Any) -> bytes:
        """Return the PDF of a page.

        Of a page that brings its own style (a Word document, a page for a website) the last one is
        not nearly empty where that can be helped.
        """
        settings = {"pdf_variant": "pdf/ua-1", "pdf_tags": True, **options}
        document = self._laid_out(page, with_house_style=with_house_style, **settings)
        if not with_house_style and last_page.is_worth_closing(document.pages):
            closer = last_page.closer(page)
            again = self._laid_out(closer, with_house_style=with_house_style, **settings)
            document = again if len(again.pages) < len(document.pages) else document
        pdf: bytes = document.write_pdf(finisher=finish, **settings)
        return pdf

    def _laid_out(self, page: str, *, with_house_style: bool, **settings: Any) -> Any:
        sheets = [self.print_css, self.house_css] if with_house_style else [self.print_css]
        source = weasyprint.HTML(string=page, base_url=BASE, url_fetcher=self.fetcher)
        return source.render(stylesheets=sheets, font_config=self.fonts, **settings)


def running_heads_as_artifacts(_document: object, pdf: Any) -> None:
    """Mark what stands in the margins as an artifact, as PDF/UA-1 (ISO 14289-1, 7.8) asks.

    WeasyPrint leaves margin boxes out of the structure tree but marks their text as content.
    """
    elements = {x.number: x for x in pdf.objects if _is_element(x)}
    linked = _under(elements, pdf.objects, pdf.catalog["StructTreeRoot"])
    by_page: dict[bytes, set[int]] = {}
    for number, element in elements.items():
        if number not in linked and "Pg" in element:
            marks = {x for x in element["K"] if isinstance(x, int)}
            by_page.setdefault(element["Pg"], set()).update(marks)
    pages: list[Any] = [x for x in pdf.objects if isinstance(x, dict)]
    for page in pages:
        if page.get("Type") == "/Page":
            _mark(pdf.objects[_number(page["Contents"])], by_page.get(page.reference, set()))


def _is_element(found: Any) -> bool:
    return isinstance(found, dict) and found.get("Type") == "/StructElem"


def _number(reference: bytes | str) -> int:
    return int(reference.split()[0])


def _under(elements: dict[int, Any], objects: list[Any], root: bytes) -> set[int]:
    """Return the numbers of the structure elements that the tree's root leads to."""
    found: set[int] = set()
    waiting = list(objects[_number(root)]["K"])
    while waiting:
        kid = waiting.pop()
        number = _number(kid) if isinstance(kid, bytes) else -1
        if number in elements and number not in found:
            found.add(number)
            waiting += elements[number]["K"]
    return found


def _mark(stream: Any, marks: set[int]) -> None:
    for place, item in enumerate(stream.stream):
        if isinstance(item, dict) and item.get("MCID") in marks:
            stream.stream[place - 1] = "/Artifact"
            item.clear()
            item["Type"] = "/Pagination"


@lru_cache(maxsize=1)
def _engine() -> _Engine:
    return _Engine(bundled("templates"))


def _written(
    page: str,
    *,
    with_house_style: bool,
    finish: Finish = running_heads_as_artifacts,
    **options: Any,
) -> bytes:
    with _ONE_AT_A_TIME, _told() as told:
        pdf = _engine().write(page, with_house_style=with_house_style, finish=finish, **options)
    if told:
        raise OutputError("The PDF would lack something.", tuple(told))
    return pdf


@contextlib.contextmanager
def _told() -> Iterator[list[Problem]]:
    """Collect what WeasyPrint only whispers: a picture or a rule that it left out."""
    told: list[Problem] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(Problem(file="the PDF", problem=record.getMessage()[:160]))

    listener = Listener(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield told
    except BaseException as error:
        # WeasyPrint's own error for a blocked address is no Exception.
        if type(error).__name__ != "FatalURLFetchingError":
            raise
        raise OutputError(
            "The page names a file outside the templates, or one that is not there."
        ) from error
    finally:
        logger.removeHandler(listener)
