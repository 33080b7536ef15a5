"""Every document of every sample case, as its readers get it: sound, accessible, whole, clean."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache

import page as page_validation
import pypdf
import pytest
from lxml import etree
from tests.printed import PAGE, PAGES, WordPrint, letters
from tests.produced import Made, folders, samples

from lscp_docs.catalogue import DOCUMENTS
from lscp_docs.disclosure.marking import Marking
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.paper_type import Source
from lscp_docs.paper import INVENTED
from lscp_docs.render.docx_traces import traces
from lscp_docs.render.parity import differences
from lscp_docs.render.pdf_rules import pdf_problems
from lscp_docs.render.word_rules import word_problems
from lscp_docs.timescales.citation import Citation
from lscp_docs.wording import Gap, gaps

LEFT_OVER = {
    "a template's tag": r"\{\{|\}\}|\{%|%\}|\{#|#\}",
    "an empty value": r"(?m)^\s*None\s*$|(?<=[a-z,;(“] )None\b|\b(Undefined|NaN|True|False)\b",
    "a hidden value": r"\*\*\*",
    "Python's own words": r"\b(Gap|Identifying|datetime|Term|tuple|frozenset)\(",
    "a key in place of words": r"\b[a-z]+(_[a-z]+)+\b",
    "markup": r"</?[a-z]+[^>]*>|&(amp|lt|gt|quot|nbsp);",
    "a date as the file has it": r"\b\d{4}-\d\d-\d\d\b",
    "two full stops": r"(?<!\.)\.\.(?!\.)",
    "two marks in a row": r"[.,;:?!],|[,;:]\.|[?!]\.|;;|::|,,|\.[;:]",
    "a space before a mark": r"\s[.,;:?!](?!\w)",
    "two spaces": r"[ \u00a0]{2}",
    "brackets with nothing in them": r"\(\s*\)|\[\s*\]|“\s*”",
    "a word twice": r"(?i)\b(?!had |that )([a-z]+) \1\b",
}
_IN_CORE = {"title", "subject", "creator", "keywords", "language", "created", "modified"}
_IN_PDF = {"/Producer", "/Title", "/Author", "/Subject", "/Keywords", "/CreationDate", "/ModDate"}


def test_every_document_of_the_catalogue_applies_to_a_sample_case() -> None:
    assert {sample.document for sample in samples()} == {row.key for row in DOCUMENTS}
    assert {sample.case for sample in samples()} == set(folders())
    assert len(set(map(str, samples()))) == len(samples())


def test_word_file_breaks_no_rule(made: Made) -> None:
    assert list(map(str, word_problems(made.docx, "document.docx"))) == []


def test_pdf_file_breaks_no_rule(made: Made) -> None:
    assert list(map(str, pdf_problems(made.pdf, "document.pdf"))) == []


def test_word_file_has_no_trace_of_who_made_it(made: Made) -> None:
    assert traces(made.docx, made.folder.partnership.name) == ()


def test_pdf_names_the_partnership_as_its_author_and_nobody_else(made: Made) -> None:
    with pypdf.PdfReader(io.BytesIO(made.pdf)) as reader:
        told = reader.metadata
        assert told is not None
        xmp = reader.xmp_metadata
        assert told.author == made.folder.partnership.name
        assert told.creator is None
        assert (told.producer or "").startswith("WeasyPrint")
        assert xmp is None or (xmp.dc_creator or []) in ([], [told.author])


def test_pdf_file_is_pdf_ua_1(made: Made) -> None:
    report = page_validation.validate_pdf_bytes(made.pdf, profile="ua1")
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant


def test_pdf_says_what_the_word_file_says(made: Made) -> None:
    assert said_otherwise(made.docx, made) == []


def test_one_changed_word_in_the_word_file_is_seen(shown: Made) -> None:
    assert said_otherwise(with_one_word_changed(shown.docx), shown) != []


def said_otherwise(docx: bytes, made: Made) -> list[str]:
    """Where the two differ; a PDF made from HTML may number and order the same words otherwise."""
    if made.row.pdf_from is Source.WORD:
        return differences(docx, made.pdf)
    lines = "\n".join(WordPrint.of(docx).body).splitlines()
    return [line for line in lines if re.sub(r"^\d+\.\s", "", line) not in made.pdf_letters]


def with_one_word_changed(docx: bytes) -> bytes:
    """Give the file with one word of its longest text exchanged."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                longest = max(re.findall(rb"<w:t[^>]*>([^<]+)</w:t>", data), key=len)
                first, word, rest = re.split(rb"(\w+\W*)$", longest, maxsplit=1)
                assert word
                data = data.replace(longest, first + b"otherwise" + rest, 1)
            new.writestr(name, data)
    return stream.getvalue()


def test_nothing_is_left_over_in_the_text(made: Made) -> None:
    assert list(left_over(made.word.body + made.word.running, made)) == []
    assert made.word.empty_cells == ()


@pytest.mark.parametrize(
    "text",
    [
        "{{ child.name }}", "Born on None.", "He is ***.", "Gap('x', 'y')", "Finding: not_met",
        "<b>No</b>", "R &amp; D", "on 2026-03-04", "Agreed..", "Agreed,.", "Agreed .", "a  b",
        "Agreed ().", "views of of the police",
    ],
)  # fmt: skip
def test_what_is_left_over_is_seen(text: str) -> None:
    assert [name for name, pattern in LEFT_OVER.items() if re.search(pattern, text)]


def left_over(texts: tuple[str, ...], made: Made) -> Iterator[str]:
    """Yield what nobody meant to print; what a person wrote so in the case file is theirs."""
    written = written_in(made.sample.case)
    for text in texts:
        for name, pattern in LEFT_OVER.items():
            for found in re.finditer(pattern, text):
                around = text[max(found.start() - 6, 0) : found.end() + 6]
                if " ".join(around.split()) not in written:
                    yield f"{name}: …{text[max(found.start() - 40, 0) : found.end() + 40]}…"


@cache
def written_in(case: str) -> str:
    """The case file and its partnership's, as people wrote them, in one line."""
    folder = folders()[case]
    files = (folder.path / "case.toml", folder.path.parents[1] / "partnership.toml")
    return " ".join(" ".join(file.read_text("utf-8") for file in files).split())


def test_pdf_has_no_tag_and_no_empty_value(made: Made) -> None:
    unmistakable = ("a template's tag", "a hidden value", "Python's own words", "markup")
    text = " ".join(made.pages)
    assert [name for name in unmistakable if re.search(LEFT_OVER[name], text)] == []


def test_marking_stands_on_every_page_or_on_none(made: Made) -> None:
    marking = made.row.marking.value
    if marking:
        # Once above and once below the text.
        assert [page.count(marking) >= 2 for page in made.pages] == [True] * len(made.pages)
        assert made.word.running.count(marking) == 2
    else:
        every = [value.value for value in Marking if value]
        assert not [value for value in every for page in made.pages if value in page]
        assert not [value for value in every if value in made.word.whole]


def test_draft_stands_on_every_page_of_a_draft_and_on_none_of_a_final_document(made: Made) -> None:
    assert [bool(re.search(r"\bDRAFT\b", page)) for page in made.pages] == (
        [made.is_draft] * len(made.pages)
    )
    assert bool(re.search(r"\bDRAFT\b", "\n".join(made.word.running))) is made.is_draft
    assert all(("_DRAFT" in file.name) is made.is_draft for file in made.produced.files)


def test_every_page_tells_its_number_and_how_many_there_are(made: Made) -> None:
    assert made.pages
    numbers = [re.findall(r"Page (\d+) of (\d+)", page) for page in made.pages]
    count = str(len(made.pages))
    assert [told[-1:] for told in numbers] == [
        [(str(number), count)] for number in range(1, len(made.pages) + 1)
    ]
    assert f"Page {PAGE} of {PAGES}" in "\n".join(made.word.running)


def test_every_page_tells_the_case_the_version_and_the_day(made: Made) -> None:
    reference = made.folder.case.reference
    if made.row.profile is Profile.PUBLIC:
        # The reference would lead from a published paper to the case.
        assert reference not in made.word.whole
        assert not [page for page in made.pages if reference in page]
        return
    issued = [entry for entry in made.folder.case.issued if entry.document == made.row.key]
    version = f"Version {issued[-1].version if issued else '1.0'}"
    told = f"{reference} · {'Draft' if made.is_draft else version} · as at {made.as_at}"
    assert [told in page for page in made.pages] == [True] * len(made.pages)
    assert any(text.startswith(told) for text in made.word.running)


def test_every_page_of_an_invented_partnership_says_so(made: Made) -> None:
    invented = made.folder.partnership.invented
    assert invented, "the sample partnerships are invented"
    assert [INVENTED in page for page in made.pages] == [True] * len(made.pages)
    assert INVENTED in made.word.running


def test_title_is_that_of_the_catalogue_or_of_the_partnership(made: Made) -> None:
    title = made.row.title_for(made.folder.partnership)
    assert made.produced.title == title
    assert title in made.pages[0]
    assert title in made.word.whole
    assert title in pypdf.PdfReader(io.BytesIO(made.pdf)).metadata.title


def test_properties_name_the_partnership_and_nobody_else(made: Made) -> None:
    partnership, day = made.folder.partnership.name, made.produced.as_at
    with zipfile.ZipFile(io.BytesIO(made.docx)) as package:
        names = package.namelist()
        core = etree.fromstring(package.read("docProps/core.xml"))
    told = {etree.QName(element).localname: element.text or "" for element in core}
    assert set(told) == _IN_CORE
    assert told["title"] == pypdf.PdfReader(io.BytesIO(made.pdf)).metadata.title
    assert told["creator"] == partnership
    assert told["created"] == told["modified"] == f"{day}T00:00:00Z"
    assert not [name for name in names if "custom" in name.lower() or "comments" in name]
    metadata = pypdf.PdfReader(io.BytesIO(made.pdf)).metadata
    is_public = made.row.profile is Profile.PUBLIC
    subject = "" if is_public else made.folder.case.reference
    assert told["subject"] == metadata.get("/Subject", "") == subject
    assert told["keywords"] == metadata.get("/Keywords", "") == made.row.marking.value
    assert set(metadata) <= _IN_PDF
    assert metadata.author == partnership
    assert metadata.creation_date.date() == metadata.modification_date.date() == day


def test_everything_that_the_context_says_is_in_both_files(made: Made) -> None:
    given = list(said(made.context))
    assert len(given) > 10
    assert [text for text in given if text not in made.word_letters] == []
    assert [text for text in given if text not in made.pdf_letters] == []


def test_nothing_is_placed_less_often_than_the_context_gives_it(made: Made) -> None:
    long = Counter(letters(text) for text in said(made.context) if len(text) > 60)
    lost = [text for text, times in long.items() if made.word_letters.all.count(text) < times]
    assert lost == []


def said(context: object) -> Iterator[str]:
    """Yield every text of a context but gaps, citations, and what stands in for an empty list.

    A field called `no_...` or `none_...` holds the sentence for want of something else, and is
    shown only then.
    """
    if isinstance(context, str):
        yield from [context] if context.strip() else []
    elif isinstance(context, tuple):
        for item in context:
            yield from said(item)
    elif dataclasses.is_dataclass(context) and not isinstance(context, Gap | Citation):
        for field in dataclasses.fields(context):
            if not field.name.startswith(("no_", "none_")):
                yield from said(getattr(context, field.name))


def test_every_gap_of_a_draft_is_shown_in_both_files(made: Made) -> None:
    missing = tuple(dict.fromkeys(gaps(made.context)))
    assert made.produced.gaps == missing
    assert bool(missing) is made.is_draft
    asked = [f"[Needed: {gap.asked_for}]" for gap in missing]
    assert [words for words in asked if words not in made.word_letters] == []
    assert [words for words in asked if words not in made.pdf_letters] == []
    assert ("[Needed:" in made.word.whole) is made.is_draft
