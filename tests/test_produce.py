"""`produce`: the files, their names and record; the same bytes; nothing is overwritten."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.produced import Sample, folders, is_complete, samples, shown_samples

from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.catalogue import Copy, DocumentType, document
from lscp_docs.cli.demo import SAMPLE_DAY
from lscp_docs.disclosure import gate
from lscp_docs.disclosure.check import Checked
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material
from lscp_docs.errors import DisclosureError, ExitCode, MissingFactsError, UsageError
from lscp_docs.model.case import Issued
from lscp_docs.model.identifying import revealed
from lscp_docs.paper import Format, Standing
from lscp_docs.produce import Request, applicable, missing_facts, produce
from lscp_docs.render import templates
from lscp_docs.wording import Gap

COMPLETE = tuple({one.document: one for one in shown_samples() if is_complete(one)}.values())
"""One sample of each document that can be made final."""
LACKING = tuple(one for one in samples() if not is_complete(one))

each_document = pytest.mark.parametrize("sample", COMPLETE, ids=str)
each_lacking = pytest.mark.parametrize("sample", LACKING, ids=str)


def folder_and_row(sample: Sample) -> tuple[CaseFolder, DocumentType]:
    return folders()[sample.case], document(sample.document)


def request_to(to: Path, **changes: object) -> Request:
    return dataclasses.replace(Request(today=SAMPLE_DAY, to=to, format=Format.WORD), **changes)


def changed(folder: CaseFolder, **changes: object) -> CaseFolder:
    """The folder with other facts in its case, unchecked."""
    return dataclasses.replace(folder, case=folder.case.model_copy(update=changes))


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def names_of(folder: CaseFolder) -> set[str]:
    people = (*folder.case.children, *folder.case.family)
    names = [name for each in people for name in (each.forenames, each.surname) if name is not None]
    return {part for name in names for part in revealed(name).casefold().split()}


# What is written


@each_document
def test_files_are_named_after_case_document_copy_day_and_marking(
    sample: Sample, tmp_path: Path
) -> None:
    folder, row = folder_and_row(sample)
    made = produce(folder, row, request_to(tmp_path))
    assert len(made) == len(row.every_copy)
    for one, copy in zip(made, row.every_copy, strict=True):
        day = (folder.case.issued_on(row.key) or SAMPLE_DAY).isoformat()
        case = "" if copy.profile is Profile.PUBLIC else sample.case
        parts = [case, row.key, copy.key, day, row.marking.value]
        stem = "_".join(part for part in parts if part)
        assert [file.name for file in one.files] == [f"{stem}.docx"]
        assert (tmp_path / sample.case / f"{stem}.json").is_file()
        assert not names_of(folder) & set(stem.casefold().replace("-", "_").split("_"))


@each_document
def test_record_tells_what_the_files_were_made_from(sample: Sample, tmp_path: Path) -> None:
    folder, row = folder_and_row(sample)
    for one, copy in zip(produce(folder, row, request_to(tmp_path)), row.every_copy, strict=True):
        record = json.loads(one.files[0].with_suffix(".json").read_text("utf-8"))
        assert record["case"] == sample.case
        assert record["document"] == row.key
        assert record["standing"] == "final"
        assert record["as_at"] == one.as_at.isoformat()
        assert record["audience"] == (copy.addressee or row.audience)
        assert record["profile"] == copy.profile.value
        assert record["gaps"] == []
        assert record["files"].pop(".docx") == sha256(one.files[0].read_bytes())
        assert set(record["files"]) <= {"_looked-for.txt"}
        made_from = record["made_from"]
        assert made_from.pop("case.toml") == sha256((folder.path / "case.toml").read_bytes())
        partnership = folder.path.parents[1] / "partnership.toml"
        assert made_from.pop("partnership.toml") == sha256(partnership.read_bytes())
        assert set(made_from) == set(row.templates)
        for name, told in made_from.items():
            assert told == sha256(templates.find(name, None)), name


@pytest.mark.parametrize(
    ("wanted", "endings"),
    [
        (Format.WORD, {".docx", ".json"}),
        (Format.PDF, {".pdf", ".json"}),
        (Format.BOTH, {".docx", ".pdf", ".json"}),
    ],
)
def test_only_the_files_that_were_asked_for_are_written(
    wanted: Format, endings: set[str], tmp_path: Path
) -> None:
    folder, row = folder_and_row(COMPLETE[0])
    produce(folder, row, request_to(tmp_path, format=wanted))
    assert {path.suffix for path in (tmp_path / COMPLETE[0].case).iterdir()} == endings


# The same bytes

PROGRAM = """
import hashlib, json, pathlib, sys, tempfile
from tests.produced import document, folders
from lscp_docs.cli.demo import SAMPLE_DAY
from lscp_docs.produce import Request, produce
found = {}
for case, key in json.loads(sys.argv[1]):
    with tempfile.TemporaryDirectory() as to:
        request = Request(today=SAMPLE_DAY, to=pathlib.Path(to))
        produce(folders()[case], document(key), request)
        for path in sorted(pathlib.Path(to).rglob("*.*")):
            found[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
print(json.dumps(found))
"""


def started(seed: str) -> subprocess.Popen[str]:
    wanted = json.dumps([(one.case, one.document) for one in COMPLETE])
    root = Path(__file__).parents[1]
    path = os.pathsep.join([str(root), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, wanted],
        cwd=root,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_every_document_has_the_same_bytes_in_two_processes() -> None:
    first, second = started("0"), started("4294967295")
    told = [json.loads(process.communicate()[0]) for process in (first, second)]
    copies = sum(len(document(one.document).every_copy) for one in COMPLETE)
    assert len([name for name in told[0] if not name.endswith("_looked-for.txt")]) == 3 * copies
    assert told[0] == told[1]


def test_two_runs_give_the_same_bytes_and_one_changed_word_gives_others(tmp_path: Path) -> None:
    folder, row = folder_and_row(COMPLETE[0])
    name = f"{folder.partnership.name}s"
    other = dataclasses.replace(
        folder, partnership=folder.partnership.model_copy(update={"name": name})
    )
    runs = [
        produce(each, row, request_to(tmp_path / str(number)))[0].files[0].read_bytes()
        for number, each in enumerate((folder, folder, other))
    ]
    assert runs[0] == runs[1] != runs[2]


# Nothing is overwritten


def test_a_second_run_on_one_day_is_another_file(tmp_path: Path) -> None:
    folder, row = folder_and_row(COMPLETE[0])
    first = produce(folder, row, request_to(tmp_path))[0].files[0]
    first.write_bytes(b"edited by a person")
    second, third = (produce(folder, row, request_to(tmp_path))[0].files[0] for _ in range(2))
    assert first.read_bytes() == b"edited by a person"
    assert second.stem == f"{first.stem}_2"
    assert third.stem == f"{first.stem}_3"
    assert third.read_bytes() == second.read_bytes()
    assert third.with_suffix(".json").is_file()


def test_no_half_written_file_is_left(tmp_path: Path) -> None:
    folder, row = folder_and_row(COMPLETE[0])
    produce(folder, row, request_to(tmp_path))
    assert [p for p in tmp_path.rglob("*") if p.name.startswith(".")] == []


# Nothing is written


def nothing_in(folder: Path) -> bool:
    return not any(path.is_file() for path in folder.rglob("*"))


def test_some_sample_lacks_facts() -> None:
    assert LACKING


@each_lacking
def test_a_final_document_that_lacks_facts_is_refused_with_every_gap(
    sample: Sample, tmp_path: Path
) -> None:
    folder, row = folder_and_row(sample)
    with pytest.raises(MissingFactsError) as caught:
        produce(folder, row, request_to(tmp_path))
    expected = missing_facts(folder, row, SAMPLE_DAY)
    assert expected
    assert caught.value.exit_code is ExitCode.CASE
    assert [problem.path for problem in caught.value.problems] == [gap.path for gap in expected]
    for problem, gap in zip(caught.value.problems, expected, strict=True):
        assert gap.asked_for in problem.problem
    assert nothing_in(tmp_path)


@each_lacking
def test_its_draft_says_so_in_its_name_and_its_record(sample: Sample, tmp_path: Path) -> None:
    folder, row = folder_and_row(sample)
    made = produce(folder, row, request_to(tmp_path, standing=Standing.DRAFT))
    for one in made:
        assert one.files[0].stem.endswith("_DRAFT")
        record = json.loads(one.files[0].with_suffix(".json").read_text("utf-8"))
        assert record["standing"] == "draft"
        assert record["gaps"] == [gap.path for gap in one.gaps]
    told = {gap for one in made for gap in one.gaps}
    assert told == set(missing_facts(folder, row, SAMPLE_DAY))


def two_copies(row: DocumentType) -> DocumentType:
    copies = tuple(Copy(key=key, addressee=key, profile=row.profile) for key in ("one", "two"))
    return dataclasses.replace(row, copies=copies)


def test_no_copy_is_written_when_one_of_them_lacks_a_fact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, row = folder_and_row(COMPLETE[0])
    whole = DocumentType.context
    gap = Gap("the addressee", "partnership.panel_contact")

    def lacking_for_two(self: DocumentType, material: Material) -> object:
        return gap if material.addressee == "two" else whole(self, material)

    with monkeypatch.context() as spoilt:
        spoilt.setattr(DocumentType, "context", lacking_for_two)
        with pytest.raises(MissingFactsError, match="1 fact"):
            produce(folder, two_copies(row), request_to(tmp_path))
    assert nothing_in(tmp_path)
    assert len(produce(folder, two_copies(row), request_to(tmp_path))) == 2


def test_no_copy_is_written_when_one_of_them_would_identify_somebody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, row = folder_and_row(
        next(one for one in COMPLETE if one.document == "seven-minute-briefing")
    )
    searched: list[object] = []

    def refuse_the_second(*given: object, **_more: object) -> tuple[Checked, ...]:
        searched.append(given)
        if len(searched) == 2:
            raise DisclosureError("x")
        return ()

    monkeypatch.setattr(gate, "passed", refuse_the_second)
    with pytest.raises(DisclosureError):
        produce(folder, two_copies(row), request_to(tmp_path))
    assert len(searched) == 2
    assert nothing_in(tmp_path)


def test_a_document_of_a_hiding_profile_is_searched_before_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_briefing = next(one for one in COMPLETE if one.document == "seven-minute-briefing")
    folder, row = folder_and_row(of_briefing)
    whole, seen = gate.passed, []

    def noted(files: dict[str, bytes], *given: Any, **more: Any) -> tuple[Checked, ...]:
        assert nothing_in(tmp_path)
        seen.append(tuple(files))
        return whole(files, *given, **more)

    monkeypatch.setattr(gate, "passed", noted)
    (made,) = produce(folder, row, request_to(tmp_path, format=Format.BOTH))
    assert seen == [tuple(file.name for file in made.files)]


def test_a_searched_document_has_its_list_beside_it_and_another_has_none(tmp_path: Path) -> None:
    for one in COMPLETE:
        folder, row = folder_and_row(one)
        for made in produce(folder, row, request_to(tmp_path / one.document)):
            (file,) = made.files
            beside = file.with_name(f"{file.stem}_looked-for.txt")
            record = json.loads(file.with_suffix(".json").read_text("utf-8"))
            is_searched = record["profile"] in ("internal", "public")
            assert beside.is_file() is is_searched
            assert ("_looked-for.txt" in record["files"]) is is_searched
            if is_searched:
                listed = hashlib.sha256(beside.read_bytes()).hexdigest()
                assert record["files"]["_looked-for.txt"] == listed
                assert hashlib.sha256(file.read_bytes()).hexdigest() in beside.read_text("utf-8")


def test_a_document_that_does_not_apply_is_refused(tmp_path: Path) -> None:
    refused = 0
    for folder in folders().values():
        for one in COMPLETE:
            row = document(one.document)
            if row in applicable(folder):
                continue
            refused += 1
            with pytest.raises(UsageError, match="does not apply"):
                produce(folder, row, request_to(tmp_path))
    assert refused
    assert nothing_in(tmp_path)


# The date of a document


@each_document
def test_a_document_bears_the_day_on_which_it_was_issued_else_today(
    sample: Sample, tmp_path: Path
) -> None:
    folder, row = folder_and_row(sample)
    day = folder.case.issued_on(row.key) or SAMPLE_DAY
    others = tuple(entry for entry in folder.case.issued if entry.document != row.key)
    before = day - dt.timedelta(days=40)
    entries = tuple(Issued(document=row.key, on=on) for on in (before, day))
    issued, open_ = changed(folder, issued=others + entries), changed(folder, issued=others)
    later = request_to(tmp_path, today=day + dt.timedelta(days=700))
    assert produce(issued, row, later)[0].as_at == day
    assert produce(open_, row, request_to(tmp_path, today=day))[0].as_at == day
