"""Odd and long words go through a case file into Word and PDF whole, or are refused by line."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import re
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.produced import Made, Sample, folders, material_of, produced_of, shown_samples
from tests.test_output import said

from lscp_docs.casefile.case_folder import CaseFolder, load_case
from lscp_docs.catalogue import DOCUMENTS, DocumentType, document
from lscp_docs.cli.demo import SAMPLE_DAY
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.errors import CaseFileError
from lscp_docs.model.case import CaseFile
from lscp_docs.model.record import NarrativeText, records_of
from lscp_docs.model.record import Path as KeyPath

ODD = "A & B <Care> £5 “q” Łódź {{ x }} {% y %} 100% \\ ]]> &amp;"
LINE = "On day {0} she wrote <b>{0}</b>:\t“£{0} & more”; nobody rang back."
LONG = "\n\n".join(
    "\n".join(LINE.format(day) for day in range(start, start + 4)) for start in range(0, 340, 4)
)
CONTROL = "bell\x07 null\x00 escape\x1b end"


def test_long_narrative_is_as_long_as_a_rapid_review_may_have() -> None:
    assert len(LONG) > 20_000
    assert {"\n", "\t"} < set(LONG)


def test_odd_words_and_a_long_narrative_come_out_whole(shown: Made, tmp_path: Path) -> None:
    long, odd = narratives_in(shown.sample)
    written = case_file(shown.folder)
    for path in narratives(shown.folder):
        put(written, path, LONG if path in long else ODD)
    (again,) = produced_of(folder_of(written, shown, tmp_path), alone(shown))
    words = list(said(again.context))
    assert words.count(ODD) >= len(odd)
    if long:
        paragraphs = LONG.split("\n\n")
        assert [x for x in paragraphs if x not in "\n".join(words)] == []
        assert [x for x in paragraphs if x not in again.word.whole] == []
        assert [x for x in paragraphs if x not in again.pdf_letters] == []
    assert again.word.whole.count(ODD) >= words.count(ODD)
    assert (ODD in again.pdf_letters) is (ODD in again.word_letters)


def test_long_and_odd_words_are_tried_in_most_documents() -> None:
    tried = [sample.document for sample in shown_samples() if all(narratives_in(sample))]
    assert len(set(tried)) > len(DOCUMENTS) / 2


@pytest.mark.parametrize("written", ["\x07", "\\u0007", "\x00", "\\u0000", "\\uFFFE"])
def test_character_that_no_document_can_hold_is_refused_with_its_line(
    written: str, tmp_path: Path
) -> None:
    folder = next(iter(folders().values()))
    home = home_with(tmp_path, folder, folder.path.joinpath("case.toml").read_text("utf-8"))
    file = home / "cases" / folder.case.reference / "case.toml"
    lines = file.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if re.match('[a-z_]+ = "', line)) + 1
    lines[number - 1] = lines[number - 1][:-1] + written + '"'
    file.write_text("\n".join(lines), "utf-8")
    with pytest.raises(CaseFileError) as caught:
        load_case(home, folder.case.reference)
    assert number in [problem.line for problem in caught.value.problems]


def test_control_characters_given_by_a_program_harm_no_file(shown: Made) -> None:
    written = case_file(shown.folder)
    for path in narratives(shown.folder):
        put(written, path, CONTROL)
    folder = dataclasses.replace(shown.folder, case=CaseFile.model_validate(written))
    (again,) = produced_of(folder, alone(shown))
    with zipfile.ZipFile(io.BytesIO(again.docx)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                etree.fromstring(package.read(name))
    if CONTROL in list(said(again.context)):
        assert "bell null escape end" in again.word.whole
        assert "bell null escape end" in again.pdf_letters


# a case file changed, then written for the reader --------------------------------------------


def alone(shown: Made) -> DocumentType:
    """The document with this one of its copies: the others have tests of their own."""
    return dataclasses.replace(shown.row, copies=(shown.copy,))


def case_file(folder: CaseFolder) -> dict[str, Any]:
    return tomllib.loads(folder.path.joinpath("case.toml").read_text("utf-8"))


def narratives(folder: CaseFolder) -> list[KeyPath]:
    """Where the case file holds a narrative."""
    return [path for path, found in records_of(folder.case) if isinstance(found, NarrativeText)]


def narratives_in(sample: Sample) -> tuple[tuple[KeyPath, ...], tuple[KeyPath, ...]]:
    """The narratives that a document states: the first one, and the others.

    None of a public document, which has room for a few words and only for those cleared for it.
    """
    folder, row = folders()[sample.case], document(sample.document)
    copy = next(copy for copy in row.every_copy if copy.key == sample.copy)
    if row.profile is Profile.PUBLIC:
        return (), ()
    marks = {f"Narrative {number}.": path for number, path in enumerate(narratives(folder))}
    written = case_file(folder)
    for mark, path in marks.items():
        put(written, path, mark)
    marked = dataclasses.replace(folder, case=CaseFile.model_validate(written))
    as_at = folder.case.issued_on(row.key) or SAMPLE_DAY
    words = set(said(row.context(material_of(marked, copy, as_at))))
    shown = tuple(path for mark, path in marks.items() if mark in words)
    return shown[:1], shown[1:]


def put(document: Any, path: KeyPath, text: str) -> None:
    for key in path[:-1]:
        document = document[key]
    if isinstance(document[path[-1]], str):
        document[path[-1]] = text
    else:
        document[path[-1]]["text"] = text


def folder_of(document: dict[str, Any], made: Made, home: Path) -> CaseFolder:
    """Write the case file and read it as any other."""
    text = "\n".join(f"{key} = {toml(value)}" for key, value in document.items())
    return load_case(home_with(home, made.folder, text), made.folder.case.reference)


def home_with(home: Path, folder: CaseFolder, text: str) -> Path:
    """A partnership's folder that holds this one case."""
    partnership = folder.path.parents[1] / "partnership.toml"
    (home / "partnership.toml").write_bytes(partnership.read_bytes())
    case = home / "cases" / folder.case.reference
    case.mkdir(parents=True)
    (case / "case.toml").write_text(text, "utf-8")
    return home


def toml(value: object) -> str:
    """Give a value as TOML writes it; tables stand on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
