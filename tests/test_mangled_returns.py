"""Every mangled return in its state, and not one wrong answer accepted."""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from tests import mangled
from tests.mangled import ACTIONS, BRIEFING, KNOWN, Mutant

from lscp_docs.forms import limits
from lscp_docs.forms.classify import Verdict, classify
from lscp_docs.forms.examine import observe
from lscp_docs.forms.returned import Reader
from lscp_docs.model.returned import ACCEPTED, ReturnState

BY_RECEIVE = {ReturnState.DUPLICATE, ReturnState.AMENDED}
"""What only the receiver can tell, who knows what is held."""

SILENT = 0.001
"""The share of damaged copies that may be accepted with a wrong answer."""


@pytest.fixture(autouse=True)
def _as_in_the_child() -> Iterator[None]:
    """Read in this process, for speed, with the limits of the process that reads."""
    with pypdf.apply_configuration():
        limits.tighten()
        yield


def verdict_on(data: bytes) -> Verdict:
    return classify(observe(data), KNOWN)


@pytest.mark.parametrize("state", [each for each in ReturnState if each not in BY_RECEIVE])
def test_each_mangled_return_is_found_to_be_what_it_is(state: ReturnState) -> None:
    made = [one for one in mangled.everything() if one.state is state]
    found = {one.how: verdict_on(one.make()) for one in made}
    told = {how: (verdict.state, verdict.reasons) for how, verdict in found.items()}
    assert {how for how in told if told[how][0] is not state} == set(), told
    for one in made:
        verdict = found[one.how]
        if verdict.state in ACCEPTED:
            assert verdict.understood == verdict_on(mangled.filled(one.form)).understood, one.how
        if verdict.state is not ReturnState.FILLED:
            assert verdict.reasons, one.how


def test_there_are_two_mangled_returns_or_more_of_each_state() -> None:
    made = Counter(one.state for one in mangled.everything())
    assert sum(made.values()) >= 60
    assert set(made) == set(ReturnState) - BY_RECEIVE
    assert {state for state, number in made.items() if number < 2} == set()


def test_a_file_of_every_state_goes_through_the_child(tmp_path: Path) -> None:
    one_of_each = {one.state: one for one in reversed(mangled.everything())}
    found = {}
    with Reader() as reader:
        for state, one in one_of_each.items():
            path = tmp_path / f"{state.value}.pdf"
            path.write_bytes(one.make())
            found[state] = classify(reader.observe(path), KNOWN).state
    assert found == {state: state for state in one_of_each}


def silent(form: str, filler: str, number: int, seed: int) -> list[str]:
    """Give how the copies came about that are taken for whole and hold another answer."""
    data = mangled.filled(form, filler)
    whole = verdict_on(data).understood
    assert whole is not None
    return [
        f"{form} by {filler}: {one.how}"
        for one in mangled.mutants(data, number, seed)
        if is_silent(one, whole.answers)
    ]


def is_silent(one: Mutant, answers: object) -> bool:
    """Tell whether a damaged copy is accepted with another answer, or taken for a blank."""
    began = time.process_time()
    verdict = verdict_on(one.data)
    assert time.process_time() - began < 5, one.how
    is_accepted = verdict.state in ACCEPTED and verdict.understood is not None
    differs = is_accepted and verdict.understood.answers != answers  # type: ignore[union-attr]
    return differs or verdict.state is ReturnState.BLANK


def test_damage_at_random_changes_no_answer_silently() -> None:
    assert silent(BRIEFING, "pypdf", 45, 1) == []
    assert silent(BRIEFING, "pdfium", 45, 1) == []


@pytest.mark.clients
def test_of_thousands_of_damaged_copies_at_most_one_in_a_thousand_is_wrong() -> None:
    fillers = [(form, by) for form in (BRIEFING, ACTIONS) for by in ("pypdf", "pikepdf", "pdfium")]
    found = [each for form, by in fillers for each in silent(form, by, 360, 2026)]
    assert len(found) <= SILENT * 360 * len(fillers), found


@pytest.mark.clients
def test_damaged_copies_end_neither_the_reader_nor_its_caller(tmp_path: Path) -> None:
    path = tmp_path / "returned.pdf"
    with Reader() as reader:
        for one in mangled.mutants(mangled.filled(BRIEFING), 100, 7):
            path.write_bytes(one.data)
            assert reader.observe(path) == observe(one.data), one.how


def by(data: bytes, folder: Path, *command: str) -> bytes:
    """Give what a program of the system makes of a file."""
    (folder / "in.pdf").write_bytes(data)
    (folder / "cover.pdf").write_bytes(mangled.cover_sheet())
    subprocess.run(command, cwd=folder, check=True, timeout=60)
    return (folder / "out.pdf").read_bytes()


@pytest.mark.clients
@pytest.mark.parametrize("filler", ["pypdf", "pdfium"])
@pytest.mark.parametrize(
    ("command", "states"),
    [
        ("pdftocairo -pdf in.pdf out.pdf", {ReturnState.PRINTED_COPY}),
        ("qpdf in.pdf --flatten-annotations=all out.pdf", {ReturnState.PRINTED_COPY}),
        ("qpdf --linearize in.pdf out.pdf", {ReturnState.FILLED}),
        ("qpdf --object-streams=generate in.pdf out.pdf", {ReturnState.FILLED}),
        ("qpdf --empty --pages cover.pdf in.pdf -- out.pdf", {ReturnState.FILLED}),
        ("qpdf --empty --pages in.pdf in.pdf -- out.pdf", {ReturnState.FILLED_WITH_QUESTIONS}),
        ("qpdf in.pdf --pages . 1-2 -- out.pdf", {ReturnState.FILLED_BUT_DAMAGED}),
        ("qpdf --encrypt u o 256 -- in.pdf out.pdf", {ReturnState.ENCRYPTED}),
        ("pdfunite cover.pdf in.pdf out.pdf",
         {ReturnState.FILLED_BUT_DAMAGED, ReturnState.DETACHED_FORM, ReturnState.PRINTED_COPY}),
    ],
)  # fmt: skip
def test_what_programs_of_the_system_make_of_a_return_is_told(
    command: str, states: set[ReturnState], filler: str, tmp_path: Path
) -> None:
    data = mangled.filled(BRIEFING, filler)
    verdict = verdict_on(by(data, tmp_path, *command.split()))
    assert verdict.state in states, verdict
    if verdict.state in ACCEPTED:
        assert verdict.understood == verdict_on(data).understood
