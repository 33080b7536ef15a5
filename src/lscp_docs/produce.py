"""One document of one case, from its facts to the finished files: READ FIRST.

material -> context -> gaps? -> template -> Word -> PDF -> disclosure check -> files -> record
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lscp_docs.casefile.case_folder import CASE_FILE, PARTNERSHIP_FILE, CaseFolder
from lscp_docs.casefile.writing import free_name
from lscp_docs.catalogue import DOCUMENTS, Copy, DocumentType
from lscp_docs.disclosure.hidden import SEARCHED, hidden_of
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material
from lscp_docs.documents.page import Page
from lscp_docs.errors import MissingFactsError, Problem, UsageError
from lscp_docs.paper import (
    Format,
    LookedFor,
    Paper,
    Readers,
    Standing,
    filed,
    looked_for_in,
    missing_words,
    page_of,
)
from lscp_docs.wording import Gap, gaps


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
    return tuple(_written(job, made) for job, made in finished)


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
    def folder_to_write(self) -> Path:
        return self.request.to / self.folder.case.reference

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

    @property
    def paper(self) -> Paper:
        return Paper(
            row=self.row,
            page=self.page,
            context=self.context,
            as_at=self.as_at,
            own_templates=self.request.own_templates,
        )


def _missing(jobs: tuple[_Job, ...]) -> tuple[Gap, ...]:
    """Every gap once, over all copies."""
    return tuple(dict.fromkeys(gap for job in jobs for gap in gaps(job.context)))


def _lacking(job: _Job, missing: tuple[Gap, ...]) -> MissingFactsError:
    return MissingFactsError(
        f"{job.row.title} for {job.folder.case.reference} lacks {missing_words(missing)}. "
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
    issued = [entry for entry in job.folder.case.issued if entry.document == job.row.key]
    return page_of(
        job.row,
        job.folder.partnership,
        title=job.row.title_for(job.folder.partnership),
        # A case's reference is the partnership's own: a public paper does not tell it.
        reference="" if job.is_public else job.folder.case.reference,
        standing=job.request.standing,
        version=issued[-1].version if issued else "1.0",
        as_at=job.as_at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finished:
    """The files of a copy that were asked for, searched, under the name that they will have."""

    stem: str
    files: dict[str, bytes]
    """The bytes by the file's ending."""
    looked_for: LookedFor


def _finished(job: _Job) -> _Finished:
    files = job.paper.rendered(job.request.format)
    stem = free_name(job.folder_to_write, _file_name(job), tuple(files))
    named = {f"{stem}{ending}": data for ending, data in files.items()}
    return _Finished(stem=stem, files=files, looked_for=looked_for_in(named, _readers(job)))


def _readers(job: _Job) -> Readers:
    profile, folder = job.copy.profile, job.folder
    is_searched = profile in SEARCHED
    return Readers(
        key=job.row.key,
        title=job.page.title,
        profile=profile,
        hidden=(hidden_of(folder.case, profile, folder.returns),) if is_searched else (),
        partnership=folder.partnership,
    )


def _written(job: _Job, made: _Finished) -> Produced:
    missing, to = _missing((job,)), job.folder_to_write
    return Produced(
        case=job.folder.case.reference,
        document=job.row.key,
        title=job.page.title,
        standing=job.request.standing,
        as_at=job.as_at,
        files=filed(to, made.stem, made.files, _record(job, missing), notes=made.looked_for.notes),
        gaps=missing,
        advice=(*job.row.advice(job.context), *made.looked_for.advice),
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


def _record(job: _Job, missing: tuple[Gap, ...]) -> dict[str, object]:
    """What the files were made from, so that they can be made again and compared."""
    return {
        "case": job.folder.case.reference,
        "document": job.row.key,
        "standing": job.request.standing.value,
        "as_at": job.as_at.isoformat(),
        "audience": job.copy.addressee or job.row.audience,
        "profile": job.copy.profile.value,
        "made_from": {
            "case.toml": job.folder.case_sha256,
            "partnership.toml": job.folder.partnership_sha256,
            **job.folder.completed_from,
            **job.paper.hashes_of_templates(),
        },
        "gaps": [gap.path for gap in missing],
    }
