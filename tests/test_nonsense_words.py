"""No identifying text of a case reaches an internal or public document or report."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.produced import Made, Sample, folders, produced_of, samples
from tests.renamed import Renamed
from tests.reported import HARROWMERE, TODAY, YEAR

from lscp_docs.casefile import all_cases
from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.catalogue import REPORTS, document
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.reading import passages
from lscp_docs.errors import DisclosureError
from lscp_docs.model.partnership import Partnership
from lscp_docs.paper import Standing
from lscp_docs.report import ReportRequest, produce_report
from lscp_docs.reports.report_type import ReportType

CLOSED = (Profile.INTERNAL, Profile.PUBLIC)


def of_profile(*profiles: Profile) -> tuple[Sample, ...]:
    """One sample for each document of a case that has a copy of one of the profiles."""
    return tuple(
        dict.fromkeys(
            Sample(sample.case, sample.document)
            for sample in samples()
            for copy in document(sample.document).every_copy
            if copy.profile in profiles
        )
    )


def words_in(files: dict[str, bytes], words: Iterable[str]) -> set[str]:
    """The nonsense words that files say anywhere, visible or hidden."""
    said = "\n".join(
        passage.text for name, data in files.items() for passage in passages(name, data)
    ).casefold()
    return {word for word in words if word.casefold() in said}


def files_of(made: Made) -> dict[str, bytes]:
    return {"a.docx": made.docx, "a.pdf": made.pdf}


@pytest.mark.parametrize("sample", of_profile(*CLOSED), ids=str)
def test_no_word_of_a_case_reaches_a_closed_document(sample: Sample) -> None:
    renamed = Renamed(folders()[sample.case])
    assert len(renamed.words) > 5
    # A public paper prints narratives as a person cleared them: the next test is of those.
    is_public = any(copy.profile is Profile.PUBLIC for copy in document(sample.document).every_copy)
    folder = renamed.folder if is_public else renamed.told_in_narratives()
    copies = list(produced_of(folder, document(sample.document)))
    closed = [made for made in copies if made.copy.profile in CLOSED]
    assert closed
    for made in closed:
        assert words_in(files_of(made), renamed.words.values()) == set()


@pytest.mark.parametrize("sample", of_profile(Profile.PUBLIC), ids=str)
def test_a_cleared_narrative_that_tells_a_name_stops_a_public_document(sample: Sample) -> None:
    folder = Renamed(folders()[sample.case]).told_in_narratives()
    with pytest.raises(DisclosureError, match="it would identify somebody"):
        list(produced_of(folder, document(sample.document)))


def test_the_same_words_are_found_in_a_document_that_may_tell_them() -> None:
    sample = next(each for each in of_profile(Profile.FULL) if each.document == "rapid-review")
    renamed = Renamed(folders()[sample.case])
    (made, *_) = produced_of(renamed.folder, document(sample.document))
    assert len(words_in(files_of(made), renamed.words.values())) > 5


@pytest.mark.parametrize("row", REPORTS, ids=lambda row: row.key)
def test_no_word_of_any_case_reaches_a_report(
    row: ReportType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words: set[str] = set()
    read = all_cases.read_case

    def read_renamed(home: Path, reference: str, partnership: Partnership, sha: str) -> CaseFolder:
        renamed = Renamed(read(home, reference, partnership, sha))
        words.update(renamed.words.values())
        return renamed.told_in_narratives()

    monkeypatch.setattr(all_cases, "read_case", read_renamed)
    request = ReportRequest(period=YEAR, today=TODAY, to=tmp_path, standing=Standing.DRAFT)
    made = produce_report(HARROWMERE, row, request)
    files = {file.name: file.read_bytes() for file in (*made.files, *made.annex)}
    assert len(files) > 1
    assert len(words) > 50
    assert words_in(files, words) == set()
