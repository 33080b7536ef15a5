"""A Word file that a person has edited: refused with its traces or cleaned, and recorded."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lscp_docs.casefile.writing import free_name, write_new
from lscp_docs.errors import DisclosureError, OutputError, Problem
from lscp_docs.paper import COUNTED, PROGRAM, RESTRICTED, sha256

if TYPE_CHECKING:
    from lscp_docs.render.docx_traces import Trace


@dataclass(frozen=True, slots=True)
class Edited:
    """A Word file, the one body that it may name as its author, and the day that it is of."""

    file: Path
    body: str
    created: dt.date
    clean: bool = False

    def read(self) -> tuple[bytes, bytes]:
        """Give the file's bytes, and those to make a PDF of: the same, or cleaned.

        Raises OutputError when it cannot be read, and what `refuse_traces` does.
        """
        try:
            original = self.file.read_bytes()
        except OSError as error:
            raise OutputError(f"{self.file.name} cannot be read: {error.strerror}.") from error
        from lscp_docs.render.docx_traces import traces

        if not self.clean:
            refuse_traces(self.file.name, traces(original, self.body))
            return original, original
        from lscp_docs.render.docx_cleaning import cleaned

        # What a person must decide is told before anything is changed.
        decide = [each for each in traces(original, self.body) if each.by_person]
        refuse_traces(self.file.name, tuple(decide))
        word = cleaned(original, self.body, created=self.created)
        refuse_traces(self.file.name, traces(word, self.body))
        return original, word

    @property
    def pdf_stem(self) -> str:
        """The name that the PDF is to get, without its ending: one that no file beside it has."""
        return _free(self.file.parent, self.file.stem, ".pdf")

    def written(
        self,
        original: bytes,
        word: bytes,
        pdf: bytes,
        *,
        reference: str,
        notes: Mapping[str, bytes],
        records: Path,
    ) -> Path:
        """Write the PDF and the cleaned copy beside the file; the record and notes to `records`.

        The notes are given by what their names have after that of the PDF. Gives the path of the
        PDF. Nothing is overwritten; raises OutputError.
        """
        folder, stem = self.file.parent, self.file.stem
        files = {}
        if self.clean:
            name = f"{_free(folder, f'{stem}_clean', '.docx')}.docx"
            files[name] = write_new(folder / name, word)
        made = write_new(folder / f"{self.pdf_stem}.pdf", pdf)
        for ending, data in notes.items():
            write_new(records / f"{_free(records, made.stem, ending)}{ending}", data)
        record = {
            "case": reference,
            "finalised": {self.file.name: sha256(original)},
            "program": PROGRAM,
            "files": {
                **{each: sha256(word) for each in files},
                made.name: sha256(pdf),
                **{ending: sha256(data) for ending, data in notes.items()},
            },
        }
        told = json.dumps(record, indent=2, ensure_ascii=False).encode() + b"\n"
        name = free_name(records, f"{made.stem}_finalised", ())
        write_new(records / f"{name}.json", told)
        return made


def _free(folder: Path, stem: str, ending: str) -> str:
    taken = (folder / f"{stem}{ending}").exists()
    return free_name(folder, stem, (ending,)) if taken else stem


def refuse_traces(name: str, found: tuple[Trace, ...]) -> None:
    """Raise one error with every kind of trace and the way to mend it.

    DisclosureError where one could tell who somebody is, else OutputError.
    """
    if not found:
        return
    problems = tuple(
        Problem(
            file=name,
            path=each.part,
            problem=f"{each.what}{f' ({each.count} times)' if each.count > 1 else ''}.",
            hint=each.mend,
        )
        for each in found
    )
    kind = DisclosureError if any(each.identifies for each in found) else OutputError
    if all(each.by_person for each in found):
        mend = "Only a person can decide on it: mend it as said, save, and run the command again."
    elif any(each.by_person for each in found):
        mend = "Mend what a person must decide, then run the command again with --clean."
    else:
        mend = "Run the command again with --clean: it takes them out of a copy."
    raise kind(f"{name} tells who edited it, where or how. {mend}", problems)


def typed_by_hand(file: Path) -> tuple[str, ...] | None:
    """Give the numbers that were typed into a report's Word file since it was made.

    None where nothing can be compared: the record of the report is not among the restricted ones
    under the file's name, or is of no report.
    """
    record = file.parent / RESTRICTED / f"{file.stem}.json"
    if not record.is_file():
        return None
    from lscp_docs.words.typed_since import typed_since

    try:
        made_with = json.loads(record.read_text("utf-8"))[COUNTED]
        numbers = {str(each) for each in made_with}
    except (ValueError, KeyError, TypeError):  # somebody wrote another file of that name
        return None
    return typed_since(file.name, file.read_bytes(), numbers)
