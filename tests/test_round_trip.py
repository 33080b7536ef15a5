"""What programs write into a form is read back as it was written, or it is a question.

model -> blank -> filled in by other people's programs -> read -> the same model. What a program
itself destroys is left out here and tried in test_what_programs_destroy.
"""

from __future__ import annotations

import gc
import io
import logging
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.answering import answers_of
from tests.every_kind import ROWS, blank_form, prefilled
from tests.fillers import FILLERS, Texts, by_pikepdf

from lscp_docs import catalogue
from lscp_docs.forms.examine import observe, read_form
from lscp_docs.forms.observed import Opening, SeenField
from lscp_docs.forms.pages import all_annotations
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.answers.boxes import FieldKind, fields_of
from lscp_docs.model.answers.values import Understood, understood, written

SHARES = {"pikepdf": 700, "pypdf": 100, "PDFium": 105, "pdf.js": 105}
"""How many generated answers of each form each program fills in: 1,010 different ones a form."""

FEW = {"pikepdf": 12, "pypdf": 2, "PDFium": 4}
"""The same in the run that has no time."""

MORE = {"qpdf": 10, "poppler": 2}
"""Two more programs, with answers that others have filled in too."""

EVERY = "every-kind"
KEYS = [pytest.param(key, id=f"{key}/") for key in ROWS]
FORMS = [pytest.param(row.key, id=f"{row.key}/") for row in catalogue.FORMS]

MARKS = re.compile("^(?:þÿ|ÿþ|ï»¿)")
BEYOND = re.compile("[\U00010000-\U0010ffff]")
DESTROYED = {
    "pikepdf": re.compile("\ufffd"),
    "qpdf": re.compile("\ufffd"),
    "pypdf": MARKS,
    "PDFium": re.compile(f"{MARKS.pattern}|{BEYOND.pattern}"),
    # A letter of another script costs 20 MB, for poppler embeds the whole font that has it.
    "poppler": re.compile("\ufeff|[^\x00-\u024f\u2010-\u203a]"),
}
"""What a program cannot write; the tests below say what becomes of it."""


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Keep pypdf from warning of letters that it cannot draw."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    yield
    logging.getLogger("pypdf").setLevel(logging.NOTSET)


@cache
def generated(key: str, count: int) -> tuple[Answers, ...]:
    """Give so many answers of a form, all different and the same in every run."""
    found: dict[str, Answers] = {}

    @settings(
        max_examples=count * 3 // 2,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(answers_of(ROWS[key].model))
    def collect(answers: Answers) -> None:
        found.setdefault(repr(written(answers)), answers)

    collect()
    gc.freeze()  # the answers stay: without this, collecting garbage takes a quarter of all time
    assert len(found) >= count
    return tuple(found.values())[:count]


def share(key: str, program: str, shares: dict[str, int]) -> list[dict[str, str]]:
    """Give the texts of a program's share of the answers, without what it cannot write."""
    before = sum(list(shares.values())[: list(shares).index(program)])
    answers = generated(key, sum(shares.values()))[before : before + shares[program]]
    return [within(program, written(each)) for each in answers]


def within(program: str, texts: Texts) -> dict[str, str]:
    """Replace what a program cannot write."""
    destroyed = DESTROYED.get(program)
    if destroyed is None:
        return dict(texts)
    return {name: destroyed.sub("x", text) for name, text in texts.items()}


def values_in(data: bytes) -> tuple[SeenField, ...]:
    """Read the boxes of a file as the reader does, without what else it tells of the file."""
    form = read_form(pypdf.PdfReader(io.BytesIO(data)), all_annotations([]))
    assert form is not None
    return tuple(seen for _, seen in form.pairs)


def read(key: str, fields: Sequence[SeenField]) -> Understood:
    return understood(ROWS[key].model, {field.name: field.value for field in fields})


def is_as_written(key: str, texts: Texts, fields: Sequence[SeenField]) -> bool:
    """Tell whether a file says what was written into it, and nothing that is no answer."""
    found = read(key, fields)
    return found.answers == understood(ROWS[key].model, texts).answers and not found.problems


def wrong(key: str, each: Sequence[Texts], files: Sequence[bytes]) -> list[int]:
    """Give the numbers of the files that do not say what was written into them."""
    pairs = enumerate(zip(each, files, strict=True))
    return [n for n, (texts, data) in pairs if not is_as_written(key, texts, values_in(data))]


# Generated answers.


@pytest.mark.parametrize("program", FEW)
@pytest.mark.parametrize("key", KEYS)
def test_some_answers_come_back_as_they_were_written(
    key: str, program: str, tmp_path: Path
) -> None:
    each = share(key, program, FEW)
    seen = [observe(data) for data in FILLERS[program](blank_form(key), each, tmp_path)]
    assert {one.opening for one in seen} == {Opening.OPENED}
    assert {one.damage for one in seen} == {()}
    pairs = zip(each, seen, strict=True)
    assert all(is_as_written(key, texts, one.fields) for texts, one in pairs)
    assert len(seen) == FEW[program]


@pytest.mark.clients
@pytest.mark.parametrize("program", SHARES)
@pytest.mark.parametrize("key", FORMS)
def test_a_thousand_answers_come_back_as_they_were_written(
    key: str, program: str, tmp_path: Path
) -> None:
    each = share(key, program, SHARES)
    assert sum(SHARES.values()) > 1000
    assert len(each) == SHARES[program] >= 100
    assert wrong(key, each, FILLERS[program](blank_form(key), each, tmp_path)) == []


@pytest.mark.clients
@pytest.mark.parametrize("program", MORE)
@pytest.mark.parametrize("key", KEYS)
def test_answers_come_back_from_two_programs_more(key: str, program: str, tmp_path: Path) -> None:
    each = [within(program, written(x)) for x in generated(key, 60)[-MORE[program] :]]
    assert wrong(key, each, FILLERS[program](blank_form(key), each, tmp_path)) == []


@pytest.mark.clients
@pytest.mark.parametrize("key", FORMS)
def test_the_generated_answers_reach_every_option_every_limit_and_every_alphabet(key: str) -> None:
    answers = generated(key, sum(SHARES.values()))
    each = [written(one) for one in answers]
    boxes = fields_of(ROWS[key].model)
    for box in boxes:
        texts = {texts[box.name] for texts in each}
        assert {"", *(option.value for option in box.options)} <= texts, box.name
        if box.kind is FieldKind.TEXT:
            assert max(map(len, texts)) == box.limit, box.name
            assert any("\n" in text for text in texts), box.name
    whole = "".join("".join(texts.values()) for texts in each)
    assert BEYOND.search(whole)
    assert len({ord(letter) >> 8 for letter in whole}) > 100
    assert any(not any(texts.values()) for texts in each)


# The comparison sees what it is there for.


def changed(key: str, data: bytes, box: str, text: str) -> bytes:
    """Give a filled form in which one answer is another."""
    return by_pikepdf(data, {box: text})


@pytest.mark.parametrize("program", ["pikepdf", "pypdf", "PDFium"])
def test_an_answer_that_was_changed_is_seen(program: str, tmp_path: Path) -> None:
    check_that_changes_are_seen(program, tmp_path)


@pytest.mark.clients
@pytest.mark.parametrize("program", ["pdf.js", "poppler", "qpdf"])
def test_an_answer_that_was_changed_is_seen_in_the_others(program: str, tmp_path: Path) -> None:
    check_that_changes_are_seen(program, tmp_path)


CHANGES = {
    "name": "Łukasz O’Brien-Unal",
    "day": "10/03/2026",
    "at": "09:06",
    "how_many": "8",
    "long": "She said no, & “soon”. Łukasz (aged 5½) was < 2 m away.",
    "choice": "yes",
    "list_of": "neglect",
    "ticks_social": "yes",
    "events_3_seen": "no",
    "events_3_event": "x",
}


def check_that_changes_are_seen(program: str, folder: Path) -> None:
    texts = prefilled(ROWS[EVERY])
    (data,) = FILLERS[program](blank_form(EVERY), [texts], folder)
    assert wrong(EVERY, [texts], [data]) == []
    for box, text in CHANGES.items():
        assert wrong(EVERY, [texts], [changed(EVERY, data, box, text)]) == [0], box


# Ordinary answers raise no question.

ORDINARY = (
    "Łukasz O’Brien-Ünal (aged 5½) said: “I won’t go back – not for £5.”\n\n"
    "• The health visitor, Mrs D’Souza, called twice… No reply.\nRoom temperature: 14 °C (57 %)."
)


@pytest.mark.parametrize(
    "program",
    [pytest.param(x, marks=[] if x in FEW else pytest.mark.clients) for x in FILLERS],
)
def test_ordinary_answers_are_read_without_a_doubt(program: str, tmp_path: Path) -> None:
    texts = prefilled(ROWS[EVERY]) | {"long": ORDINARY, "events_1_event": ORDINARY}
    (data,) = FILLERS[program](blank_form(EVERY), [texts], tmp_path)
    seen = observe(data)
    assert is_as_written(EVERY, texts, seen.fields)
    assert {field.name: field.notes for field in seen.fields if field.notes} == {}
    assert (seen.damage, seen.active) == ((), ())
