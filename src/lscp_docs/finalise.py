"""A Word document that a person has finished, to its accessible PDF with the same words."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.catalogue import DOCUMENTS, REPORTS, Copy, DocumentType
from lscp_docs.disclosure.hidden import SEARCHED, HiddenOfCase, hidden_of
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.paper_type import PaperType
from lscp_docs.edited import Edited
from lscp_docs.errors import MissingFactsError, OutputError, Problem, UsageError
from lscp_docs.paper import RESTRICTED, Readers, looked_for_in
from lscp_docs.register.period import Period, between
from lscp_docs.reports.gathered import gathered
from lscp_docs.reports.report_type import ReportType

_DAY = r"\d{4}-\d{2}-\d{2}"


def finalise(file: Path, folder: CaseFolder, *, today: dt.date, clean: bool = False) -> Path:
    """Write the PDF of a case's Word document beside it and give its path.

    With `clean`, the traces of who edited it and where are taken out first, into a copy beside it;
    else a Word file that has any is refused.

    Which document it is, and so what its reader may see, is read from the file's name, as
    `produce` gave it. Raises UsageError when the name tells no document or another case: the
    search for names would then be of the wrong case. Raises OutputError when the
    Word file holds what a PDF would lose, traces of who edited it, or the words of the two
    differ (DisclosureError where a trace could tell who somebody is), MissingFactsError when a
    gap is still in the text, and DisclosureError when it names somebody whom its reader may not
    know; then nothing is written.
    """
    row, copy = document_named(file)
    if folder.case.reference not in (*file.stem.split("_"), file.resolve().parent.name):
        raise UsageError(
            f"Neither {file.name} nor the folder it is in is named after {folder.case.reference}: "
            "name the case that it belongs to with --case, and leave the file where it was made."
        )
    readers = Readers(
        key=row.key,
        title=row.title_for(folder.partnership),
        profile=copy.profile,
        hidden=_hidden(folder, profile=copy.profile),
        partnership=folder.partnership,
    )
    edited = Edited(file, folder.partnership.name, _created(file, today), clean=clean)
    return _finalised(edited, row, readers, records=file.parent, reference=folder.case.reference)


def finalise_report(file: Path, home: Path, *, today: dt.date, clean: bool = False) -> Path:
    """Write the PDF of a report's Word file beside it and give its path; `clean` as `finalise`.

    It is searched for what its profile hides of every case in the home folder; what was looked for
    is listed among the restricted records, because it names the cases. Raises as `finalise` does,
    and CaseFileError while a case or the report.toml cannot be read.
    """
    row = report_named(file)
    if row is None:
        raise UsageError(
            f"The name {file.name} tells no report. Give it the name that it was made under: "
            "REPORT_2025-04-01_2026-03-31_dated-2026-05-01.docx. Papers of a case need --case. "
            f"The reports are: {', '.join(each.key for each in REPORTS)}."
        )
    read = gathered(home, row, _period_named(file), today=today)
    readers = Readers(
        key=row.key,
        title=row.title,
        profile=row.profile,
        hidden=read.hidden(row.profile),
        partnership=read.partnership,
        printed_days=read.days_of_actions,
        closely=read.counted_cases,
    )
    edited = Edited(file, read.partnership.name, _created(file, today), clean=clean)
    return _finalised(edited, row, readers, records=file.parent / RESTRICTED)


def _period_named(file: Path) -> Period:
    """Give the period that a report's file name tells; raise UsageError where it tells none."""
    named = re.search(rf"_({_DAY})_({_DAY})(?:_|$)", file.stem)
    try:
        days = [dt.date.fromisoformat(day) for day in named.groups()] if named else []
    except ValueError:
        days = []
    if not days or days[1] < days[0]:
        raise UsageError(
            f"The name {file.name} does not tell the period of the report. Keep the name that it "
            "was made under: REPORT_2025-04-01_2026-03-31_dated-2026-05-01.docx."
        )
    return between(*days)


def _hidden(folder: CaseFolder, *, profile: Profile) -> tuple[HiddenOfCase, ...]:
    """What the profile hides of the case; of papers that may name people, nothing."""
    return (hidden_of(folder.case, profile, folder.returns),) if profile in SEARCHED else ()


def _finalised(
    edited: Edited, row: PaperType, readers: Readers, *, records: Path, reference: str = ""
) -> Path:
    file = edited.file
    original, word = edited.read()
    pdf = _pdf(word, edited.created)
    _refuse_gaps(word, file)
    looked_for = looked_for_in({file.name: word, f"{edited.pdf_stem}.pdf": pdf}, readers)
    _refuse_differences(word, pdf, row)
    return edited.written(
        original, word, pdf, reference=reference, notes=looked_for.notes, records=records
    )


def report_named(file: Path) -> ReportType | None:
    """Give the report that a file's name tells: REPORT_first_last_dated-….docx; else None."""
    parts = file.stem.split("_")
    # An annex is named after the report that it goes with, then as what it is.
    return next((row for part in reversed(parts) for row in REPORTS if row.key == part), None)


def document_named(file: Path) -> tuple[DocumentType, Copy]:
    """Give the document and copy that a file's name tells: CASE_document[_copy]_date….docx."""
    parts = file.stem.split("_")
    for row in DOCUMENTS:
        if row.key in parts:
            copies = [copy for copy in row.every_copy if copy.key in parts or not copy.key]
            if copies:
                return row, copies[0]
    known = ", ".join(row.key for row in DOCUMENTS)
    raise UsageError(
        f"The name {file.name} does not tell which document it is. Keep the name that it was "
        f"produced under, for example CASE_{DOCUMENTS[0].key}_2026-03-12.docx. "
        f"The documents are: {known}."
    )


def _pdf(word: bytes, created: dt.date) -> bytes:
    from lscp_docs.render import finished

    return finished.pdf_of(word, created=created)


def _created(file: Path, today: dt.date) -> dt.date:
    # A report's name has the days of its period before its own.
    named = re.search(r"_dated-(\d{4}-\d{2}-\d{2})", file.stem)
    written = named or re.search(r"_(\d{4}-\d{2}-\d{2})", file.stem)
    return dt.date.fromisoformat(written[1]) if written else today


def _refuse_gaps(word: bytes, file: Path) -> None:
    from lscp_docs.render import finished

    left = [
        Problem(file=file.name, problem=f"Still to fill in: {gap}.")
        for gap in finished.gaps_left(word)
    ]
    if left and "DRAFT" not in file.stem.split("_"):
        raise MissingFactsError(f"{file.name} still shows {len(left)} gaps.", tuple(left))


def _refuse_differences(word: bytes, pdf: bytes, row: PaperType) -> None:
    from lscp_docs.render import parity

    differences = parity.differences(word, pdf)
    if differences:
        raise OutputError(
            f"The PDF of {row.title} does not say what the Word file says in "
            f"{len(differences)} places, so it was not written. Please report this fault."
        )
