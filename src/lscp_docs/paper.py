"""A paper from finished words to finished files: what documents and reports are both made by."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lscp_docs import __version__
from lscp_docs.casefile.writing import free_name, write_new
from lscp_docs.disclosure.marking import HANDLING
from lscp_docs.documents.page import Page
from lscp_docs.documents.paging import on_page
from lscp_docs.documents.paper_type import PaperType, Source
from lscp_docs.model.partnership import Partnership
from lscp_docs.wording import Gap, day_in_words

INVENTED = "Invented sample: no person, place or body in this paper exists."


class Standing(StrEnum):
    """Whether a paper may go out, or is a draft that shows what is missing."""

    FINAL = "final"
    DRAFT = "draft"


class Format(StrEnum):
    """The files to write of a paper."""

    WORD = "word"
    PDF = "pdf"
    BOTH = "both"


def page_of(
    row: PaperType,
    partnership: Partnership,
    *,
    title: str,
    reference: str,
    standing: Standing,
    version: str,
    as_at: dt.date,
) -> Page:
    """Give the running words of a paper's pages."""
    is_draft = standing is Standing.DRAFT
    return Page(
        title=title,
        partnership=partnership.name,
        reference=reference,
        marking=row.marking.value,
        handling=HANDLING[row.marking],
        draft="DRAFT: not for issue" if is_draft else "",
        version="Draft" if is_draft else f"Version {version}",
        as_at=day_in_words(as_at),
        invented=INVENTED if partnership.invented else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper in finished words, with the templates that place them."""

    row: PaperType
    page: Page
    context: object
    as_at: dt.date
    own_templates: Path | None = None
    """The partnership's own folder of templates, looked in first."""

    def rendered(self, wanted: Format) -> dict[str, bytes]:
        """Give the bytes of each file that is wanted by its ending; raise TemplateError."""
        return dict(self._rendered(wanted))

    def _rendered(self, wanted: Format) -> Iterator[tuple[str, bytes]]:
        from lscp_docs.render import finished
        from lscp_docs.render.word import Properties

        row, own = self.row, self.own_templates
        words = on_page(self.page, self.context)
        properties = Properties(
            title=row.file_title(self.context, self.page.title),
            subject=self.page.reference,
            author=self.page.partnership,
            keywords=self.page.marking,
            created=self.as_at,
        )
        word = finished.word_document(row.template, words, properties, own)
        if wanted is not Format.PDF:
            yield ".docx", word
        if wanted is Format.WORD:
            return
        if row.publishes_html:
            page = finished.web_page(row.html_template, words, properties, own)
            yield ".html", page.encode()
            yield ".pdf", finished.pdf_of_web_page(page)
        elif row.pdf_from is Source.HTML:
            yield ".pdf", finished.html_document(row.html_template, words, properties, own)
        else:
            yield ".pdf", finished.pdf_of(word, created=self.as_at)

    def hashes_of_templates(self) -> dict[str, str]:
        """Give the SHA-256 of each template by its name."""
        from lscp_docs.render import templates

        return {
            name: sha256(templates.find(name, self.own_templates)) for name in self.row.templates
        }


def filed(
    folder: Path,
    stem: str,
    files: Mapping[str, bytes],
    record: Mapping[str, object],
    *,
    records: Path | None = None,
) -> tuple[Path, ...]:
    """Write the files of a paper, and what it was made from; give the paths of the files.

    The record goes beside them, or into the folder `records`.

    Nothing is overwritten: where a file has the name, it is `stem_2`. Raises OutputError.
    """
    beside = records or folder
    stem = free_name(folder, stem, tuple(files), beside)
    paths = tuple(write_new(folder / f"{stem}{end}", data) for end, data in files.items())
    whole = {
        **record,
        "program": f"lscp-docs {__version__}",
        "files": {end: sha256(data) for end, data in files.items()},
    }
    written = json.dumps(whole, indent=2, ensure_ascii=False).encode() + b"\n"
    write_new(beside / f"{stem}.json", written)
    return paths


def missing_words(missing: tuple[Gap, ...]) -> str:
    """Give "1 fact", "3 facts"."""
    return "1 fact" if len(missing) == 1 else f"{len(missing)} facts"


def sha256(data: bytes) -> str:
    """Give the SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
