"""What documents and reports have in common as rows of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any, ClassVar, get_type_hints

from lscp_docs.disclosure.marking import Marking
from lscp_docs.disclosure.profiles import Profile


class Source(StrEnum):
    """What a paper's PDF is made from."""

    WORD = "word"
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperType:
    """A paper: what it is, for whom, who may see what in it and where its words are.

    Its module and its templates are named after the key: `rapid_review.py` holds the context,
    `templates/rapid_review.docx` places the words.
    """

    key: str
    title: str
    audience: str
    profile: Profile
    marking: Marking
    pdf_from: Source = Source.WORD

    publishes_html: bool = False
    """True when its HTML page is a file of its own, for a website; its PDF is that page printed."""

    package: ClassVar[str]
    """The package in which its module is."""

    @property
    def module(self) -> Any:
        """Its module: imported when asked for, so that a run pays for the paper that it makes."""
        return import_module(f"{self.package}.{self.key.replace('-', '_')}")

    @property
    def words(self) -> type[Any]:
        """The class of its context."""
        words: type[Any] = get_type_hints(self.module.context)["return"]
        return words

    def context(self, material: Any) -> Any:
        """Its context: everything that it says, as finished words."""
        return self.module.context(material)

    def file_title(self, context: Any, page_title: str) -> str:
        """The title in its files' properties: the page's, unless its module makes a longer one."""
        make = getattr(self.module, "document_title", None)
        return page_title if make is None else str(make(context))

    def advice(self, context: Any) -> tuple[str, ...]:
        """Hints for its author, such as a box that is too long; they stop nothing."""
        advise = getattr(self.module, "advice", None)
        return () if advise is None else tuple(advise(context))

    @property
    def template(self) -> str:
        """The name of its Word template."""
        return f"{self.key.replace('-', '_')}.docx"

    @property
    def html_template(self) -> str:
        """The name of its HTML template, where its PDF is made from one."""
        return f"{self.key.replace('-', '_')}.html"

    @property
    def templates(self) -> tuple[str, ...]:
        """The names of all its templates, the house style included."""
        html = (self.html_template,) if self.pdf_from is Source.HTML else ()
        style = ("web_page.css",) if self.publishes_html else ()
        return (self.template, "house_style.docx", *html, *style)
