"""The pages on the case file and the documents say what the model and the catalogue say."""

from __future__ import annotations

import re
import tomllib

import pytest
from tools.case_file_tables import held, hints, how_written, kind_of, section_table, sections
from tools.generated_tables import ROOT, TABLES, refreshed

from lscp_docs.catalogue import DOCUMENTS
from lscp_docs.disclosure.profiles import SHOWS
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Identifying, Kind
from lscp_docs.model.incident import SeriousIncident
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.people import Child, FamilyMember
from lscp_docs.model.record import Record
from lscp_docs.model.state import State

PAGES = sorted({table.page for table in TABLES})
TEXTS = {page: (ROOT / page).read_text("utf-8") for page in PAGES}
CASE_FILE, DOCUMENTS_PAGE = TEXTS["docs/case-file.md"], TEXTS["docs/documents.md"]


@pytest.mark.parametrize("page", PAGES)
def test_page_is_up_to_date(page: str) -> None:
    assert refreshed(page, TEXTS[page], TABLES) == TEXTS[page], "python -m tools.generated_tables"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_page_with_one_word_of_a_table_changed_is_stale(table: object) -> None:
    text = TEXTS[table.page]  # type: ignore[attr-defined]
    begin = text.index(f"<!-- begin:{table.name} -->")  # type: ignore[attr-defined]
    word = re.compile(r"[a-z]{4,}").search(text, text.index("\n", begin))
    assert word is not None
    changed = f"{text[: word.start()]}xyzzy{text[word.end() :]}"
    assert refreshed(table.page, changed, TABLES) == text != changed  # type: ignore[attr-defined]


@pytest.mark.parametrize("top", [CaseFile, Partnership], ids=lambda top: top.__name__)
def test_every_section_and_key_of_the_files_is_on_the_page(top: type[Record]) -> None:
    found = sections(top)
    assert len(found) > 3
    for section in found:
        assert f"### `{section.heading}`\n" in CASE_FILE
        assert all(f"`{heading}`" in CASE_FILE for heading in section.also)
    for record in (top, *(section.record for section in found)):
        assert section_table(record) in CASE_FILE
        for name in record.model_fields:
            assert f"| `{name}`" in section_table(record)


def test_what_is_needed_and_how_it_is_written_is_told() -> None:
    told = section_table(Child)
    assert "| `id` (needed) |" in told
    assert "| `surname` | surname | text | surname |" in told
    assert "| `nhs_number` | NHS number | text | reference in another system |" in told
    assert "list: id such as `C1`" in told
    assert "| `of` (needed) |" in section_table(FamilyMember)
    written = {name: how_written(hint) for name, hint in hints(SeriousIncident).items()}
    assert written["occurred_on"] == "day, or uncertain date"
    assert written["occurred_time"] == "time of day"
    assert written["local_authority_aware_at"] == "day, or day with time"
    assert written["known_facts"] == "narrative"
    assert written["outside_england"] == "true or false"
    assert written["outcome"] == "one of `died`, `seriously_harmed`, `neither`"
    assert written["serious_harm"] == "a section for each"
    assert written["media_interest"] == "a section"


def test_every_identifying_field_is_told_with_its_kind() -> None:
    kinds = {
        kind_of(hint)
        for top in (CaseFile, Partnership)
        for record in (top, *(section.record for section in sections(top)))
        for hint in hints(record).values()
    }
    assert kinds - {None} == set(Kind)
    for section in sections(CaseFile):
        for name, hint in hints(section.record).items():
            assert (kind_of(hint) is not None) == is_identifying(hint), (section.heading, name)


def is_identifying(hint: object) -> bool:
    inner, _ = held(hint)
    is_narrative = "NarrativeText" in str(inner) or "PrivilegedText" in str(inner)
    return is_narrative or Identifying.__name__ in str(inner)


def test_every_state_and_every_kind_is_on_the_page() -> None:
    for state in State:
        assert f"| {state.words} | " in CASE_FILE
    for kind in SHOWS:
        assert f"| {kind.value} | " in CASE_FILE


def test_the_examples_of_the_page_are_toml() -> None:
    examples = re.findall(r"```toml\n(.*?)```", CASE_FILE, re.DOTALL)
    assert examples
    for example in examples:
        assert tomllib.loads(example)


@pytest.mark.parametrize("row", DOCUMENTS, ids=lambda row: row.key)
def test_every_document_has_its_line_and_its_paragraphs(row: object) -> None:
    key, title = row.key, row.title  # type: ignore[attr-defined]
    assert f"| `{key}` | {title} |" in DOCUMENTS_PAGE
    assert f"### {title}\n" in DOCUMENTS_PAGE
    assert re.search(rf"^`{key}` applies (when|once|for) .+\.$", DOCUMENTS_PAGE, re.MULTILINE)


def test_no_document_is_on_the_page_that_the_catalogue_lacks() -> None:
    keys = re.findall(r"^\| `([a-z0-9-]+)` \|", DOCUMENTS_PAGE, re.MULTILINE)
    assert keys == [row.key for row in DOCUMENTS]
