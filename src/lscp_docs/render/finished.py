"""Finished files: a template and the words of a context in, the bytes of a Word or PDF file out."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path

from lscp_docs.render import templates
from lscp_docs.render.word import Properties, WordTemplate

HOUSE_STYLE = "house_style.docx"
WEB_STYLE = "web_page.css"
"""The style sheet of pages that are published on a website, on the screen and in print."""


def word_document(
    template: str, context: object, properties: Properties, own_templates: Path | None
) -> bytes:
    """Give a finished Word document; `own_templates` is the partnership's folder of templates.

    Raises TemplateError when a template is missing or wrong.
    """
    return compiled(template, own_templates, type(context)).render(context, properties)  # type: ignore[arg-type] # a class is hashable


@lru_cache(maxsize=64)
def compiled(template: str, own_templates: Path | None, context: type) -> WordTemplate:
    """Give a template in the house style that fits a context's class; compiled once a process."""
    house_style = templates.find(HOUSE_STYLE, own_templates)
    data = templates.find(template, own_templates)
    return WordTemplate.checked(template, data, context, house_style=house_style)


def pdf_of(document: bytes, *, created: dt.date) -> bytes:
    """Give the accessible PDF of a finished Word document."""
    from lscp_docs.render import pdf

    return pdf.from_word(document, created=created)


def html_document(
    template: str, context: object, properties: Properties, own_templates: Path | None
) -> bytes:
    """Give the accessible PDF of an HTML template."""
    from lscp_docs.render import html as pages
    from lscp_docs.render import pdf

    return pdf.from_html(
        pages.page(template, context, own_templates),
        title=properties.title,
        created=properties.created,
        author=properties.author,
        subject=properties.subject,
        keywords=properties.keywords,
    )


def web_page(
    template: str, context: object, properties: Properties, own_templates: Path | None
) -> str:
    """Give a whole page for a website, in one file: nothing of it is fetched from elsewhere.

    Raises TemplateError when its template or its style sheet is missing or wrong.
    """
    from lscp_docs.render import html as pages
    from lscp_docs.render import word_html
    from lscp_docs.render.docx_package import opened
    from lscp_docs.render.docx_styles import styles_of

    house = styles_of(opened(templates.find(HOUSE_STYLE, own_templates)))
    style = templates.find(WEB_STYLE, own_templates).decode()
    return word_html.shell(
        word_html.Properties(
            properties.title, properties.author, properties.subject, properties.keywords
        ),
        created=properties.created,
        head='<meta name="viewport" content="width=device-width, initial-scale=1">',
        css=f"{house.root_css()}\n{style}",
        body=pages.page(template, context, own_templates),
    )


def pdf_of_web_page(page: str) -> bytes:
    """Give the accessible PDF of a page that is published: the page as it prints."""
    from lscp_docs.render import pdf

    return pdf.from_web_page(page)


def gaps_left(document: bytes) -> tuple[str, ...]:
    """Give what each gap in a finished Word document asks for."""
    import html
    import io
    import re
    import zipfile

    with zipfile.ZipFile(io.BytesIO(document)) as package:
        xml = package.read("word/document.xml").decode()
    text = html.unescape(re.sub(r"<[^>]+>", "", xml))
    return tuple(re.findall(r"\[Needed: ([^\]]*)\]", text))
