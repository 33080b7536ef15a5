"""The catalogue: every row has its template, its key, its readers and a sample case."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from tests.produced import folders, material_of, samples

from lscp_docs.catalogue import DOCUMENTS, DocumentType, document
from lscp_docs.cli.demo import SAMPLE_DAY
from lscp_docs.disclosure.marking import HANDLING, Marking
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.paging import paged
from lscp_docs.documents.paper_type import Source
from lscp_docs.errors import ExitCode, UsageError
from lscp_docs.model.partnership import LocalNames
from lscp_docs.render import templates
from lscp_docs.render.finished import HOUSE_STYLE
from lscp_docs.timescales import owed

each_row = pytest.mark.parametrize("row", DOCUMENTS, ids=lambda row: row.key)

UNUSED_ON_PURPOSE: dict[str, set[str]] = {}
"""Facts that a context holds and its template leaves out, by document; none at present."""


def test_every_key_stands_once() -> None:
    assert len({row.key for row in DOCUMENTS}) == len(DOCUMENTS)


@each_row
def test_key_and_template_names_have_one_form(row: DocumentType) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.key)
    assert row.template == f"{row.key.replace('-', '_')}.docx"
    assert document(row.key) is row


@each_row
def test_row_tells_what_it_is_and_for_whom(row: DocumentType) -> None:
    assert row.title[0].isupper()
    assert not row.title.endswith(".")
    assert row.audience
    assert not row.audience.endswith(".")
    assert all(copy.addressee for copy in row.copies)
    assert len({copy.key for copy in row.every_copy}) == len(row.every_copy)


@each_row
def test_only_a_public_document_has_no_marking(row: DocumentType) -> None:
    public = {copy.profile for copy in row.every_copy} == {Profile.PUBLIC}
    assert (row.marking is Marking.NONE) == public
    assert bool(HANDLING[row.marking]) == bool(row.marking.value)


@each_row
def test_template_is_there_and_checks_clean(row: DocumentType) -> None:
    house_style = templates.find(HOUSE_STYLE, None)
    template = templates.find(row.template, None)
    assert templates.check(row.template, template, paged(row.words), house_style) == []
    if row.pdf_from is Source.HTML:
        assert templates.find(row.html_template, None)


@each_row
def test_every_fact_of_the_context_is_placed_by_the_template(row: DocumentType) -> None:
    unused = templates.unused(row.template, templates.find(row.template, None), row.words)
    assert {problem.path for problem in unused} == UNUSED_ON_PURPOSE.get(row.key, set())


@each_row
def test_words_are_a_frozen_dataclass_that_the_context_makes(row: DocumentType) -> None:
    assert dataclasses.is_dataclass(row.words)
    assert row.words.__dataclass_params__.frozen  # type: ignore[attr-defined]
    sample = next(one for one in samples() if one.document == row.key)
    folder, copy = folders()[sample.case], row.every_copy[0]
    material = material_of(folder, copy, folder.case.issued_on(row.key) or SAMPLE_DAY)
    assert isinstance(row.context(material), row.words)


@each_row
def test_whether_it_applies_can_be_asked_of_every_sample_case(row: DocumentType) -> None:
    answers = [row.applies(each.case, each.partnership) for each in folders().values()]
    assert set(answers) <= {True, False}
    assert any(answers), "no sample case reaches it"


@each_row
def test_when_it_applies_is_told_in_words(row: DocumentType) -> None:
    told = row.when_it_applies.split("\n")[0]
    assert re.match(r"True (when|once|for) .+\.$", told), told


@each_row
def test_local_title_is_a_name_that_partnerships_have(row: DocumentType) -> None:
    assert not row.local_title or row.local_title in LocalNames.model_fields


def test_every_document_that_a_sample_was_issued_with_is_in_the_catalogue() -> None:
    issued = {entry.document for each in folders().values() for entry in each.case.issued}
    assert issued
    assert issued <= {row.key for row in DOCUMENTS}


def test_every_document_that_settles_a_duty_is_in_the_catalogue() -> None:
    items = [item for each in folders().values() for item in owed.owed(each.case, each.partnership)]
    assert {item.document for item in items if item.document} <= {row.key for row in DOCUMENTS}


def test_an_unknown_key_is_refused_with_the_nearest() -> None:
    key = DOCUMENTS[0].key
    with pytest.raises(UsageError, match=f"Did you mean .*{key}") as caught:
        document(f"{key}s")
    assert caught.value.exit_code is ExitCode.USAGE
    with pytest.raises(UsageError, match="The documents are: "):
        document("xyzzy")


def test_no_test_file_has_a_fixture_of_the_name_that_is_handed_out() -> None:
    """Its tests would run once for each document of each sample case."""
    files = Path(__file__).parent.glob("test_*.py")
    own = [
        file.name
        for file in files
        if re.search(r"^@pytest\.fixture.*\ndef (?:made|shown)\(", file.read_text("utf-8"), re.M)
    ]
    assert own == []
