"""A paper from finished words to finished files: what documents and reports are both made by."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lscp_docs import __version__
from lscp_docs.casefile.writing import write_new
from lscp_docs.disclosure.hidden import SEARCHED, HiddenOfCase
from lscp_docs.disclosure.marking import HANDLING
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.page import Page
from lscp_docs.documents.paging import on_page
from lscp_docs.documents.paper_type import PaperType, Source
from lscp_docs.model.partnership import Partnership
from lscp_docs.wording import Gap, day_in_words

RESTRICTED = "restricted"
"""The folder beside reports for what names cases: their records and annexes."""
COUNTED = "counted"
"""The key of a report's record for the numbers beside counted nouns that it was made with."""
PROGRAM = f"lscp-docs {__version__}"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Who reads a paper, and what is hidden from them of which cases."""

    key: str
    """The key of the document or report."""
    title: str
    profile: Profile
    hidden: tuple[HiddenOfCase, ...]
    partnership: Partnership
    printed_days: Collection[dt.date] = ()
    closely: Collection[str] | None = None
    """Both as in `disclosure.check`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedFor:
    """What the search of a paper's files told."""

    notes: dict[str, bytes]
    """The list that lies beside them, by what its name has after that of the paper; none for
    readers who may be told names."""
    to_look_at: int = 0
    """How many places a person must look at before the paper leaves."""

    @property
    def advice(self) -> tuple[str, ...]:
        """A sentence where a person must look."""
        if not self.to_look_at:
            return ()
        places = "1 place" if self.to_look_at == 1 else f"{self.to_look_at} places"
        return (
            f"Before it leaves, look at {places} that may tell who somebody is: the list whose "
            f"name ends in {''.join(self.notes)} says where.",
        )


def looked_for_in(files: Mapping[str, bytes], readers: Readers) -> LookedFor:
    """Search the files of a paper for what is hidden from its readers.

    `files` are the bytes by the name that each is to get. Raises DisclosureError when a file would
    identify somebody.
    """
    from lscp_docs.disclosure.gate import passed  # most papers may name people
    from lscp_docs.disclosure.looked_for import ENDING, looked_for

    if readers.profile not in SEARCHED:
        return LookedFor(notes={})
    checked = passed(
        files,
        readers.hidden,
        readers.partnership,
        paper=readers.key,
        whose=f"The {readers.profile.value} document",
        printed_days=readers.printed_days,
        closely=readers.closely,
    )
    text = looked_for(
        readers.title,
        readers.profile.value,
        readers.hidden,
        tuple((each, sha256(files[each.name])) for each in checked),
        program=PROGRAM,
    )
    looks = [finding for each in checked for finding in each.looks]
    return LookedFor(notes={ENDING: text.encode()}, to_look_at=len(looks))


def filed(
    folder: Path,
    stem: str,
    files: Mapping[str, bytes],
    record: Mapping[str, object],
    *,
    notes: Mapping[str, bytes],
    records: Path | None = None,
) -> tuple[Path, ...]:
    """Write the files of a paper, and what it was made from; give the paths of the files.

    The record and the notes go beside them, or into the folder `records`. Nothing is overwritten:
    `stem` is one that `free_name` gave. Raises OutputError.
    """
    beside = records or folder
    paths = tuple(write_new(folder / f"{stem}{end}", data) for end, data in files.items())
    for end, data in notes.items():
        write_new(beside / f"{stem}{end}", data)
    whole = {
        **record,
        "program": PROGRAM,
        "files": {end: sha256(data) for end, data in {**files, **notes}.items()},
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
