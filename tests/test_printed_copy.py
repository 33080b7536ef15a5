"""A printed copy: read where the boxes were, each answer to confirm, a cut text never taken."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from tests.fillers import by_pdfium
from tests.mangled import printed_by_pdfium
from tests.received_home import (
    CASE,
    NIL,
    OneReader,
    dropped,
    home_in,
    office,
    the_form,
)

from lscp_docs.casefile.case_folder import load_case
from lscp_docs.casefile.received import COMPARE
from lscp_docs.forms import printed
from lscp_docs.forms.drafted import CUT
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.answers.values import written
from lscp_docs.model.returned import ReturnState
from lscp_docs.receive import Receipt, confirm, receive

PROSE = (
    "The family moved into the flat in March 2025 and the rent was paid on time until the autumn. "
    "A neighbour rang twice about noise at night, and both calls were answered on the same day."
)


@pytest.fixture(autouse=True)
def _one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lscp_docs.receive.desk.Reader", OneReader)


@cache
def printed_form(searched: str = "") -> bytes:
    """A form that somebody filled in in Chromium's engine and printed to PDF."""
    changes = {"systems_searched": searched} if searched else {}
    answers = written(ScopingReport.model_validate({**NIL, **changes}))
    texts = {name: text for name, text in answers.items() if name != "agency_name"}
    return printed_by_pdfium(by_pdfium(the_form(), texts))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return home_in(tmp_path)


def received(home: Path, folder: Path, data: bytes) -> Receipt:
    (receipt,) = receive([dropped(folder, "printed.pdf", data)], office(home))
    return receipt


def test_every_answer_of_a_print_waits_for_a_person(home: Path, tmp_path: Path) -> None:
    receipt = received(home, tmp_path / "in", printed_form(PROSE))
    assert receipt.record.state is ReturnState.PRINTED_COPY
    assert not receipt.record.accepted
    assert load_case(home, CASE).returns == ()
    read = {answer.field: answer.value for answer in receipt.record.answers}
    assert read["author"] == "Ada Larkspur"
    assert read["completed_on"] == "09/03/2026"
    assert (read["involvement"], read["searched"]) == ("no", "yes")
    assert read["systems_searched"] == PROSE
    asked = {each.field for each in receipt.record.open_questions if each.problem == COMPARE}
    assert asked == set(read)
    assert receipt.kept is not None
    draft = receipt.kept.with_name(f"{receipt.kept.stem}_draft.txt").read_text("utf-8")
    assert "Ada Larkspur" in draft
    assert receipt.reply is not None
    assert "Ada Larkspur" not in receipt.reply.read_text("utf-8")


def test_what_a_person_confirms_is_in_the_case(home: Path, tmp_path: Path) -> None:
    one = dropped(tmp_path / "in", "printed.pdf", printed_form())
    list(receive([one], office(home)))
    (receipt,) = confirm([one], office(home))
    assert receipt.record.accepted
    (returned,) = load_case(home, CASE).returns
    assert isinstance(returned.answers, ScopingReport)
    assert returned.answers.author_role == "Tenancy manager"
    assert returned.answers.is_nil
    assert returned.open_questions == ()


def test_a_box_that_is_filled_to_its_end_is_possibly_cut(home: Path, tmp_path: Path) -> None:
    many_lines = "\n".join(f"Box {number}" for number in range(30))
    answers = written(ScopingReport.model_validate(NIL)) | {"records_not_found": many_lines}
    data = printed_by_pdfium(by_pdfium(the_form(), {**answers, "agency_name": ""}))
    one = dropped(tmp_path / "in", "printed.pdf", data)
    (receipt,) = receive([one], office(home))
    cut = [each.field for each in receipt.record.open_questions if each.problem == CUT]
    # What ran over stands unseen in the boxes below: none of them is believed.
    assert cut[0] == "records_not_found"
    assert "people_1_forenames" in cut
    assert not {"author", "systems_searched", "searched"} & set(cut)
    list(confirm([one], office(home)))
    (returned,) = load_case(home, CASE).returns
    assert isinstance(returned.answers, ScopingReport)
    assert returned.answers.records_not_found is None
    assert returned.answers.people == ()
    assert {each.field for each in returned.open_questions} == set(cut)


def test_without_the_optional_package_a_print_is_kept_and_not_read(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printed, "can_read_prints", lambda: False)
    receipt = received(home, tmp_path / "in", printed_form())
    assert receipt.record.state is ReturnState.PRINTED_COPY
    assert receipt.record.answers == ()
    assert receipt.kept is not None


def test_a_broken_print_gives_no_draft_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_bytes(the_form())
    (tmp_path / "printed.pdf").write_bytes(printed_form()[:20_000])
    assert printed.read_print(tmp_path / "printed.pdf", tmp_path / "form.pdf") == ()


@pytest.mark.clients
@pytest.mark.parametrize("by", ["pdftocairo", "gs"])
def test_other_printers_print_what_can_be_read(home: Path, tmp_path: Path, by: str) -> None:
    assert shutil.which(by), f"{by} is missing: run make check-clients"
    answers = written(ScopingReport.model_validate(NIL)) | {"agency_name": ""}
    source, target = tmp_path / "filled.pdf", tmp_path / "printed.pdf"
    source.write_bytes(by_pdfium(the_form(), answers))
    commands = {
        "pdftocairo": ["pdftocairo", "-pdf", source, target],
        "gs": ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite",
               f"-sOutputFile={target}", source],
    }  # fmt: skip
    subprocess.run(commands[by], check=True, capture_output=True)
    receipt = received(home, tmp_path / "in", target.read_bytes())
    assert receipt.record.state is ReturnState.PRINTED_COPY
    read = {answer.field: answer.value for answer in receipt.record.answers}
    assert read["author"] == "Ada Larkspur"
    assert (read["involvement"], read["searched"], read["accurate"]) == ("no", "yes", "yes")
