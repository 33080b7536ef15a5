"""No identifying text of a case reaches an internal or public document or report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.produced import Made, Sample, folders, produced_of, samples
from tests.produced import made as made_of
from tests.renamed import Renamed
from tests.reported import HARROWMERE, TODAY, YEAR

from lscp_docs.casefile import all_cases
from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.catalogue import REPORTS, document
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.projection import Projection
from lscp_docs.disclosure.reading import passages
from lscp_docs.errors import DisclosureError
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Moment, Precision, UncertainDate
from lscp_docs.model.identifying import Identifying
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.record import records_of
from lscp_docs.paper import Format, Standing
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


# days and ages ------------------------------------------------------------------------------------


def identifying_days(case: CaseFile) -> set[dt.date]:
    """The exact days of birth, death and events, but those that are also the partnership's own."""
    of_life, own = set(), set()
    for _, record in records_of(case):
        for value in vars(record).values():
            for item in value if isinstance(value, tuple) else (value,):
                inner = item._value if isinstance(item, Identifying) else None
                if isinstance(inner, UncertainDate) and inner.precision is Precision.EXACT:
                    of_life.add(inner.earliest)
                elif isinstance(item, Moment):
                    own.add(item.day)
                elif isinstance(item, dt.date):
                    own.add(item)
    return of_life - own


def written_days(day: dt.date) -> set[str]:
    """How people write a day, folded."""
    named = {f"{day:%B}", f"{day:%b}"}
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0)
    numbers = {f"{day.day}", f"{day.day:02}", f"{day.day}{ending or 'th'}"}
    told = {f"{number} {month} {day.year}" for number in numbers for month in named}
    told |= {f"{month} {day.day}, {day.year}" for month in named}
    told |= {f"{day:%d{mark}%m{mark}%Y}" for mark in "/.-"} | {day.isoformat()}
    return {each.casefold() for each in told}


def days_told(files: dict[str, bytes], days: Iterable[dt.date]) -> set[dt.date]:
    said = " ".join(
        " ".join(passage.text.split())
        for name, data in files.items()
        for passage in passages(name, data)
    ).casefold()
    return {
        day
        for day in days
        if any(re.search(rf"(?<!\d){re.escape(each)}(?!\d)", said) for each in written_days(day))
    }


@pytest.mark.parametrize("sample", of_profile(*CLOSED), ids=str)
def test_no_day_of_a_childs_life_reaches_a_closed_document(sample: Sample) -> None:
    case = folders()[sample.case].case
    days = identifying_days(case)
    assert days
    copies = [copy for copy in document(sample.document).every_copy if copy.profile in CLOSED]
    for copy in copies:
        made = made_of(Sample(sample.case, sample.document, copy.key))
        assert days_told({"a.docx": made.docx}, days) == set()


def test_the_same_days_are_found_in_a_document_that_may_tell_them() -> None:
    sample = next(each for each in of_profile(Profile.FULL) if each.document == "rapid-review")
    days = identifying_days(folders()[sample.case].case)
    assert len(days_told({"a.docx": made_of(sample).docx}, days)) > 5


@pytest.mark.parametrize("sample", of_profile(Profile.PUBLIC), ids=str)
def test_no_exact_age_of_a_child_reaches_a_public_document(sample: Sample) -> None:
    case = folders()[sample.case].case
    showing = Projection(Profile.FULL, case)
    ages = {showing.age_at_incident(child) for child in case.children} - {"unborn", "age not known"}
    assert ages
    made = made_of(Sample(sample.case, sample.document))
    for age in ages:
        years = age.removeprefix("about ").partition(" ")[0]
        told = rf"\baged? {years}\b(?!-)|\b{re.escape(age)}\b|\b{years}[- ]years?[- ]old\b"
        assert not re.search(told, made.word.whole), age


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
    # The PDF is made from the Word file, and says the same: other tests hold it to that.
    request = ReportRequest(
        period=YEAR, today=TODAY, to=tmp_path, standing=Standing.DRAFT, format=Format.WORD
    )
    made = produce_report(HARROWMERE, row, request)
    files = {file.name: file.read_bytes() for file in (*made.files, *made.annex)}
    assert files
    assert len(words) > 50
    assert words_in(files, words) == set()
