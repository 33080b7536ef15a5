"""Receiving: sorted, kept to the byte, accepted only when certain, and the same the second time."""

from __future__ import annotations

import datetime as dt
import email
import io
import json
from dataclasses import replace
from email.policy import default
from pathlib import Path

import pytest
from pypdf import PdfWriter
from tests.cases import names_in
from tests.fillers import by_pypdf
from tests.received_home import (
    AGENCY,
    CAME_ON,
    CASE,
    OneReader,
    dropped,
    filled,
    home_in,
    office,
    the_form,
    tree,
)

from lscp_docs.casefile import locking, writing
from lscp_docs.casefile.case_folder import load_case
from lscp_docs.casefile.history import entries
from lscp_docs.casefile.received import waiting_in
from lscp_docs.errors import LockedError, OutputError, UsageError
from lscp_docs.mail.arrivals import Arrived
from lscp_docs.model.identifying import Kind
from lscp_docs.model.returned import ReturnState
from lscp_docs.receive import Receipt, confirm, receive
from lscp_docs.receive.desk import RECEIVING_LOCK
from lscp_docs.render import pdf_password
from lscp_docs.returns.board import Standing, board

OLD_NAMES = ("Ada", "Larkspur", "Fennimore")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return home_in(tmp_path)


@pytest.fixture(autouse=True)
def _one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lscp_docs.receive.desk.Reader", OneReader)


def received(home: Path, *files: Arrived, day: dt.date = CAME_ON) -> list[Receipt]:
    return list(receive(files, office(home, day)))


def case_path(home: Path) -> Path:
    return home / "cases" / CASE


def test_a_complete_return_is_in_the_case_and_the_case_file_is_untouched(
    home: Path, tmp_path: Path
) -> None:
    before = (case_path(home) / "case.toml").read_bytes()
    data = filled()
    (receipt,) = received(home, dropped(tmp_path / "in", "anything.pdf", data))
    assert receipt.record.state is ReturnState.NIL_RETURN
    assert receipt.record.accepted
    assert receipt.kept is not None
    assert receipt.kept.read_bytes() == data
    assert (case_path(home) / "case.toml").read_bytes() == before
    folder = load_case(home, CASE)
    (returned,) = folder.returns
    assert (returned.agency, returned.received_on) == (AGENCY, CAME_ON)
    request = next(r for r in folder.case.rapid_review.requests if r.agency == AGENCY)
    assert (request.returned_on, request.nil_return) == (CAME_ON, True)


def test_the_dropped_file_stays_where_it_lies(home: Path, tmp_path: Path) -> None:
    one = dropped(tmp_path / "in", "a.pdf", filled())
    received(home, one)
    assert one.path.read_bytes() == filled()


def test_receiving_the_same_folder_again_changes_nothing(home: Path, tmp_path: Path) -> None:
    files = [
        dropped(tmp_path / "in", "a.pdf", filled()),
        dropped(tmp_path / "in", "b.pdf", the_form()),
        dropped(tmp_path / "in", "c.html", b"<html>Sign in</html>"),
    ]
    received(home, *files)
    once = tree(home)
    again = received(home, *files, day=dt.date(2026, 3, 11))
    assert tree(home) == once
    assert [each.record.state for each in again] == [ReturnState.DUPLICATE] * 3
    assert not any(each.record.accepted for each in again)


def test_the_same_answers_in_other_bytes_are_a_duplicate(home: Path, tmp_path: Path) -> None:
    data = filled()
    received(home, dropped(tmp_path / "in", "a.pdf", data))
    saved = PdfWriter(clone_from=io.BytesIO(data))
    saved.add_metadata({"/Producer": "another program"})
    other = io.BytesIO()
    saved.write(other)
    (again,) = received(home, dropped(tmp_path / "in", "b.pdf", other.getvalue()))
    assert again.record.state is ReturnState.DUPLICATE
    assert again.record.reasons == (
        "It says the same as the return that was accepted on 2026-03-10.",
    )
    assert len(load_case(home, CASE).returns) == 1


def test_an_open_question_keeps_a_return_waiting_until_a_person_confirms_it(
    home: Path, tmp_path: Path
) -> None:
    one = dropped(tmp_path / "in", "a.pdf", filled(approver_role=None))
    (receipt,) = received(home, one)
    assert receipt.record.state is ReturnState.FILLED_WITH_QUESTIONS
    assert [each.field for each in receipt.record.open_questions] == ["approver_role"]
    assert load_case(home, CASE).returns == ()
    assert [each.state for each in waiting_in(case_path(home))] == [receipt.record.state]

    (confirmed,) = confirm([one], office(home, dt.date(2026, 3, 11)))
    assert confirmed.record.accepted
    folder = load_case(home, CASE)
    (returned,) = folder.returns
    assert returned.confirmed_by == "Business unit"
    assert [each.field for each in returned.open_questions] == ["approver_role"]
    assert waiting_in(case_path(home)) == ()
    rows = board(folder.case, folder.partnership, folder.returns, (), today=CAME_ON).rows
    row = next(row for row in rows if row.agency == AGENCY)
    assert (row.state, row.open_questions) == (Standing.QUESTIONS_OPEN, 1)


def test_the_kept_copy_can_be_confirmed_as_well_as_the_dropped_file(
    home: Path, tmp_path: Path
) -> None:
    (receipt,) = received(home, dropped(tmp_path / "in", "a.pdf", filled(approver_role=None)))
    assert receipt.kept is not None
    kept = Arrived(name=receipt.kept.name, path=receipt.kept, data=None)
    (confirmed,) = confirm([kept], office(home))
    assert confirmed.record.accepted
    once = tree(home)
    list(confirm([kept], office(home)))  # a second word changes nothing
    assert tree(home) == once


def test_a_later_version_is_shown_as_a_difference_and_replaces_nothing(
    home: Path, tmp_path: Path
) -> None:
    received(home, dropped(tmp_path / "in", "a.pdf", filled()))
    first = tree(home)
    later = dropped(tmp_path / "in", "b.pdf", filled(author_role="Deputy tenancy manager"))
    (receipt,) = received(home, later, day=dt.date(2026, 3, 11))
    assert receipt.record.state is ReturnState.AMENDED
    assert not receipt.record.accepted
    (change,) = receipt.record.changes
    assert (change.field, change.answer) == ("author_role", "Deputy tenancy manager")
    assert change.problem == "It said before: Tenancy manager"
    unchanged = {name: data for name, data in tree(home).items() if name in first}
    assert {n: d for n, d in first.items() if not n.endswith("history.jsonl")} == {
        n: d for n, d in unchanged.items() if not n.endswith("history.jsonl")
    }

    list(confirm([later], office(home, dt.date(2026, 3, 11))))
    names = sorted(path.name for path in (case_path(home) / "returns").iterdir())
    assert names == ["scoping-report_housing.json", "scoping-report_housing_2.json"]
    returns = load_case(home, CASE).returns
    assert [each.answers.author_role for each in returns] == [
        "Tenancy manager",
        "Deputy tenancy manager",
    ]


def test_a_blank_form_and_a_foreign_file_wait_with_a_reply(home: Path, tmp_path: Path) -> None:
    blank, foreign = received(
        home,
        dropped(tmp_path / "in", "a.pdf", the_form()),
        dropped(tmp_path / "in", "b.docx", b"PK\x03\x04"),
    )
    assert (blank.record.state, foreign.record.state) == (
        ReturnState.BLANK,
        ReturnState.NOT_A_PDF,
    )
    assert foreign.kept is not None
    assert foreign.kept.parent == home / "received" / "not_a_pdf"
    for receipt in (blank, foreign):
        assert receipt.reply is not None
        message = email.message_from_bytes(receipt.reply.read_bytes(), policy=default)
        assert message["X-Unsent"] == "1"
        assert receipt.record.file in message.get_content()


def test_the_reply_goes_to_the_sender_of_the_e_mail(home: Path, tmp_path: Path) -> None:
    one = Arrived(
        name="report.pdf",
        path=tmp_path / "mail.eml",
        data=filled(),
        sender="ada.larkspur@foreshorehomes.example",
    )
    (receipt,) = received(home, one)
    assert receipt.record.accepted
    assert receipt.reply is not None
    message = email.message_from_bytes(receipt.reply.read_bytes(), policy=default)
    assert "ada.larkspur@foreshorehomes.example" in message["To"]


def test_what_cannot_be_accepted_is_not_confirmed(home: Path, tmp_path: Path) -> None:
    one = dropped(tmp_path / "in", "a.pdf", the_form())
    with pytest.raises(UsageError, match="has not been received yet"):
        list(confirm([one], office(home)))
    received(home, one)
    with pytest.raises(UsageError, match="holds no answers"):
        list(confirm([one], office(home)))
    assert load_case(home, CASE).returns == ()


def test_a_changed_box_that_was_prefilled_is_a_question(home: Path, tmp_path: Path) -> None:
    data = by_pypdf(filled(), {"agency_name": "Somebody Else"})
    (receipt,) = received(home, dropped(tmp_path / "in", "a.pdf", data))
    assert receipt.record.state is ReturnState.FILLED_WITH_QUESTIONS
    assert [each.field for each in receipt.record.open_questions] == ["agency_name"]


def test_the_history_tells_what_came_without_a_word_of_it(home: Path, tmp_path: Path) -> None:
    received(home, dropped(tmp_path / "in", "Ada Larkspur.pdf", filled()))
    last = entries(case_path(home))[-1]
    assert (last.what.value, last.agency, last.state, last.accepted) == (
        "received",
        AGENCY,
        ReturnState.NIL_RETURN,
        True,
    )
    case = load_case(home, CASE).case
    kinds = (Kind.FORENAMES, Kind.SURNAME, Kind.PROFESSIONAL_NAME, Kind.ADDRESS)
    told = (case_path(home) / "history.jsonl").read_text("utf-8")
    named = [name for name in (*names_in(case, *kinds), *OLD_NAMES) if name in told]
    assert named == []
    paths = [name for name in tree(home) if any(old in name for old in OLD_NAMES)]
    assert paths == []


def test_two_people_cannot_receive_at_once(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "LOCK_SECONDS", 0.1)
    one = dropped(tmp_path / "in", "a.pdf", filled())
    with locking.locked(home, RECEIVING_LOCK), pytest.raises(LockedError, match="Wait until"):
        received(home, one)
    (receipt,) = received(home, one)
    assert receipt.record.accepted


@pytest.mark.parametrize("failing", range(5))
def test_a_run_that_is_cut_short_is_finished_by_the_next(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """Whichever write fails, receiving again ends as an undisturbed run does."""
    whole = home_in(tmp_path / "whole") if (tmp_path / "whole").mkdir() is None else home
    one = dropped(tmp_path / "in", "a.pdf", filled())
    received(whole, one)

    writes = [0]
    real = writing._link_new

    def cut_short(path: Path, data: bytes) -> None:
        writes[0] += 1
        if writes[0] == failing + 1:
            raise OSError(28, "No space left on device")
        real(path, data)

    monkeypatch.setattr(writing, "_link_new", cut_short)
    fails = failing < 4  # original, answers, reply, record: four files are written
    if fails:
        with pytest.raises(OutputError):
            received(home, one)
    else:
        received(home, one)
        assert writes[0] == 4
    monkeypatch.undo()
    received(home, one)
    assert tree(home).keys() == tree(whole).keys()
    assert tree(home) == tree(whole)


def test_a_damaged_record_stops_receiving_and_says_which(home: Path, tmp_path: Path) -> None:
    (receipt,) = received(home, dropped(tmp_path / "in", "a.pdf", filled()))
    assert receipt.kept is not None
    record = receipt.kept.with_suffix(".json")
    told = json.loads(record.read_text("utf-8"))
    del told["sha256"]
    record.write_text(json.dumps(told), "utf-8")
    with pytest.raises(OutputError, match="is damaged"):
        received(home, dropped(tmp_path / "in", "b.pdf", the_form()))


def test_a_locked_form_is_opened_by_its_password_when_it_is_known(
    home: Path, tmp_path: Path
) -> None:
    data = pdf_password.locked(filled(), "three plain words")
    one = dropped(tmp_path / "in", "a.pdf", data)
    (receipt,) = received(home, one)
    assert receipt.record.state is ReturnState.ENCRYPTED
    assert [each.state for each in waiting_in(home)] == [ReturnState.ENCRYPTED]
    with_password = replace(office(home), password="three plain words")
    wrong = replace(office(home), password="three other words")
    (again,) = receive([one], wrong)
    assert again.record.state is ReturnState.DUPLICATE
    (opened,) = receive([one], with_password)
    assert opened.record.accepted
    assert opened.kept is not None
    assert opened.kept.read_bytes() == data
    assert len(load_case(home, CASE).returns) == 1
    once = tree(home)
    (again,) = receive([one], with_password)
    assert again.record.state is ReturnState.DUPLICATE
    assert tree(home) == once
