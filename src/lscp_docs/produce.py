"""One document of one case, from its facts to the finished files: READ FIRST.

material -> context -> gaps? -> template -> Word -> PDF -> disclosure check -> files -> record
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from lscp_docs import __version__
from lscp_docs.casefile.case_folder import CASE_FILE, PARTNERSHIP_FILE, CaseFolder
from lscp_docs.casefile.writing import free_name, write_new
from lscp_docs.catalogue import DOCUMENTS, Copy, DocumentType, Source
from lscp_docs.disclosure import scan
from lscp_docs.disclosure.marking import HANDLING
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material
from lscp_docs.documents.page import Page
from lscp_docs.documents.paging import on_page
from lscp_docs.errors import MissingFactsError, Problem, UsageError
from lscp_docs.wording import Gap, day_in_words, gaps

INVENTED = "Invented sample: no person, place or body in this paper exists."


class Standing(StrEnum):
    """Whether a document may go out, or is a draft that shows what is missing."""

    FINAL = "final"
    DRAFT = "draft"


class Format(StrEnum):
    """The files to write of a document."""

    WORD = "word"
    PDF = "pdf"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Produced:
    """What was made of a document: its files, and the gaps that a draft shows."""

    case: str
    document: str
    title: str
    standing: Standing
    as_at: dt.date
    files: tuple[Path, ...]
    gaps: tuple[Gap, ...]
    advice: tuple[str, ...] = ()
    addressee: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """How a document is asked for; `own_templates` is the partnership's folder of templates."""

    today: dt.date
    to: Path
    standing: Standing = Standing.FINAL
    format: Format = Format.BOTH
    own_templates: Path | None = None


def applicable(folder: CaseFolder) -> tuple[DocumentType, ...]:
    """The documents that apply to a case as its facts stand, in the order of the catalogue."""
    return tuple(row for row in DOCUMENTS if row.applies(folder.case, folder.partnership))


def produce(folder: CaseFolder, row: DocumentType, request: Request) -> tuple[Produced, ...]:
    """Write a document of a case, a file or two for each of its copies, and give what was made.

    It bears the date on which it was issued where the case records one, else today's. Raises
    UsageError when it does not apply, MissingFactsError with every gap when a final document
    lacks facts, TemplateError, OutputError, and DisclosureError when a finished file would tell
    its reader what its profile hides; then nothing is written, of no copy.
    """
    if not row.applies(folder.case, folder.partnership):
        raise UsageError(
            f"{row.title} does not apply to {folder.case.reference} as it stands. "
            f"What applies is listed by: lscp-docs show {folder.case.reference}"
        )
    jobs = _jobs(folder, row, request)
    missing = _missing(jobs)
    if missing and request.standing is Standing.FINAL:
        raise _lacking(jobs[0], missing)
    finished = [(job, _finished(job)) for job in jobs]
    return tuple(_written(job, files) for job, files in finished)


def missing_facts(folder: CaseFolder, row: DocumentType, today: dt.date) -> tuple[Gap, ...]:
    """The facts that a document which applies would lack if it were produced today."""
    return _missing(_jobs(folder, row, Request(today=today, to=folder.path)))


def _jobs(folder: CaseFolder, row: DocumentType, request: Request) -> tuple[_Job, ...]:
    as_at = folder.case.issued_on(row.key) or request.today
    return tuple(
        _Job(folder=folder, row=row, copy=copy, request=request, as_at=as_at)
        for copy in row.every_copy
    )


@dataclass(frozen=True, kw_only=True)
class _Job:
    """One copy of one document, on its date."""

    folder: CaseFolder
    row: DocumentType
    copy: Copy
    request: Request
    as_at: dt.date

    @property
    def is_public(self) -> bool:
        return self.copy.profile is Profile.PUBLIC

    @property
    def material(self) -> Material:
        return Material(
            case=self.folder.case,
            partnership=self.folder.partnership,
            as_at=self.as_at,
            profile=self.copy.profile,
            addressee=self.copy.addressee,
            returns=self.folder.returns,
        )

    @cached_property
    def context(self) -> object:
        """The finished words of this copy, or the gaps where facts are missing."""
        return self.row.context(self.material)

    @cached_property
    def page(self) -> Page:
        """The running words of its pages."""
        return _page(self)


def _missing(jobs: tuple[_Job, ...]) -> tuple[Gap, ...]:
    """Every gap once, over all copies."""
    return tuple(dict.fromkeys(gap for job in jobs for gap in gaps(job.context)))


def _lacking(job: _Job, missing: tuple[Gap, ...]) -> MissingFactsError:
    facts = "1 fact" if len(missing) == 1 else f"{len(missing)} facts"
    return MissingFactsError(
        f"{job.row.title} for {job.folder.case.reference} lacks {facts}. "
        f"Add {'it' if len(missing) == 1 else 'them'} to the case file, or produce a draft that "
        "shows each gap with --draft.",
        tuple(
            Problem(file=_file_of(gap), path=gap.path, problem=f"Needed: {gap.asked_for}.")
            for gap in missing
        ),
    )


def _file_of(gap: Gap) -> str:
    return PARTNERSHIP_FILE if gap.path.startswith("partnership.") else CASE_FILE


def _page(job: _Job) -> Page:
    """The running words of the document's pages."""
    is_draft = job.request.standing is Standing.DRAFT
    partnership, marking = job.folder.partnership, job.row.marking
    issued = [entry for entry in job.folder.case.issued if entry.document == job.row.key]
    version = issued[-1].version if issued else "1.0"
    return Page(
        title=job.row.title_for(partnership),
        partnership=partnership.name,
        # A case's reference is the partnership's own: a public paper does not tell it.
        reference="" if job.is_public else job.folder.case.reference,
        marking=marking.value,
        handling=HANDLING[marking],
        draft="DRAFT: not for issue" if is_draft else "",
        version="Draft" if is_draft else f"Version {version}",
        as_at=day_in_words(job.as_at),
        invented=INVENTED if partnership.invented else "",
    )


def _finished(job: _Job) -> dict[str, bytes]:
    """Give the bytes of each file that was asked for by its ending, searched for leaks."""
    files = dict(_rendered(job))
    scan.refuse_leaks(files, job.folder.case, job.copy.profile, job.folder.returns)
    return files


def _rendered(job: _Job) -> Iterator[tuple[str, bytes]]:
    from lscp_docs.render import finished
    from lscp_docs.render.word import Properties

    row, wanted, own = job.row, job.request.format, job.request.own_templates
    words = on_page(job.page, job.context)
    properties = Properties(
        title=row.file_title(job.context, job.page.title),
        subject=job.page.reference,
        author=job.page.partnership,
        keywords=job.page.marking,
        created=job.as_at,
    )
    word = finished.word_document(row.template, words, properties, own)
    if wanted is not Format.PDF:
        yield ".docx", word
    if wanted is Format.WORD:
        return
    if row.pdf_from is Source.HTML:
        yield ".pdf", finished.html_document(row.html_template, words, properties, own)
    else:
        yield ".pdf", finished.pdf_of(word, created=job.as_at)


def _written(job: _Job, files: dict[str, bytes]) -> Produced:
    folder = job.request.to / job.folder.case.reference
    stem = free_name(folder, _file_name(job), tuple(files))
    paths = tuple(write_new(folder / f"{stem}{end}", data) for end, data in files.items())
    missing = _missing((job,))
    write_new(folder / f"{stem}.json", _record(job, files, missing))
    return Produced(
        case=job.folder.case.reference,
        document=job.row.key,
        title=job.page.title,
        standing=job.request.standing,
        as_at=job.as_at,
        files=paths,
        gaps=missing,
        advice=job.row.advice(job.context),
        addressee=job.copy.addressee,
    )


def _file_name(job: _Job) -> str:
    """The name of the files without their ending: never a person's name.

    That of a public document does not tell the case; the folder that it is written to does.
    """
    case = "" if job.is_public else job.folder.case.reference
    parts = [case, job.row.key, job.copy.key, job.as_at.isoformat()]
    parts.append(job.row.marking.value)
    if job.request.standing is Standing.DRAFT:
        parts.append("DRAFT")
    return "_".join(part for part in parts if part)


def _record(job: _Job, files: dict[str, bytes], missing: tuple[Gap, ...]) -> bytes:
    """What the files were made from, so that they can be made again and compared."""
    from lscp_docs.render import templates

    own = job.request.own_templates
    record = {
        "case": job.folder.case.reference,
        "document": job.row.key,
        "standing": job.request.standing.value,
        "as_at": job.as_at.isoformat(),
        "audience": job.copy.addressee or job.row.audience,
        "profile": job.copy.profile.value,
        "program": f"lscp-docs {__version__}",
        "made_from": {
            "case.toml": job.folder.case_sha256,
            "partnership.toml": job.folder.partnership_sha256,
            **job.folder.completed_from,
            **{name: _sha256(templates.find(name, own)) for name in job.row.templates},
        },
        "files": {end: _sha256(data) for end, data in files.items()},
        "gaps": [gap.path for gap in missing],
    }
    return json.dumps(record, indent=2, ensure_ascii=False).encode() + b"\n"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
