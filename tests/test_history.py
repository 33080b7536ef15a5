"""The history of a case: lines are added, none is changed, and what was changed shows."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from pydantic import ValidationError

from lscp_docs.casefile import history
from lscp_docs.casefile.history import (
    BEGINNING,
    HISTORY_FILE,
    LOCK_FILE,
    Entry,
    What,
    append,
    entries,
    lines,
)
from lscp_docs.casefile.sent import sent_of
from lscp_docs.errors import ExitCode, HistoryError, LockedError, OutputError

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
ISSUE = "K7Q2-MX4P"
SENT = Entry(
    what=What.SENT,
    on=AT.date(),
    form="scoping-report",
    edition="1",
    agency="police",
    issue=ISSUE,
    due_on=dt.date(2026, 3, 9),
    file="2026-03-02_scoping-report_police_K7Q2-MX4P.pdf",
    sha256="a" * 64,
)
CHASED = Entry(what=What.CHASED, form="scoping-report", agency="police", issue=ISSUE)


def written(folder: Path, *found: Entry) -> Path:
    for number, entry in enumerate(found):
        append(folder, entry, at=AT + dt.timedelta(days=number), by="ada")
    return folder / HISTORY_FILE


def test_what_was_added_is_read_back_in_its_order(tmp_path: Path) -> None:
    written(tmp_path, SENT, CHASED)
    assert entries(tmp_path) == (SENT, CHASED)
    first, second = lines(tmp_path)
    assert (first.n, first.prev, first.by, first.at) == (1, BEGINNING, "ada", AT)
    assert (second.n, second.prev) == (2, first.hash)


def test_a_case_without_a_history_has_no_entries(tmp_path: Path) -> None:
    assert entries(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_each_line_is_json_that_anybody_can_read(tmp_path: Path) -> None:
    file = written(tmp_path, SENT, CHASED)
    first, second = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    assert (first["n"], first["by"], first["entry"]["agency"]) == (1, "ada", "police")
    assert second["prev"] == first["hash"]
    assert "chased_on" not in second["entry"], "what does not apply is left out"


def test_every_single_changed_byte_shows(tmp_path: Path) -> None:
    file = written(tmp_path, SENT, CHASED)
    whole = file.read_bytes()
    for place in range(len(whole)):
        for changed in (whole[place] ^ 1, 0x0A):
            if changed == whole[place]:
                continue
            file.write_bytes(whole[:place] + bytes([changed]) + whole[place + 1 :])
            if place == len(whole) - 1:
                # The last line has no end: it counts as never finished, and is not read.
                assert entries(tmp_path) == (SENT,)
                continue
            with pytest.raises(HistoryError):
                entries(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines[1:],
        lambda lines: [lines[0], lines[2]],
        lambda lines: [lines[0], lines[0], *lines[1:]],
        lambda lines: [lines[1], lines[0], lines[2]],
        lambda lines: [lines[0], b"", *lines[1:]],
    ],
    ids=["first taken out", "one taken out", "one twice", "order changed", "empty line"],
)
def test_lines_taken_out_put_in_or_moved_show(change, tmp_path: Path) -> None:
    file = written(tmp_path, SENT, CHASED, CHASED)
    kept = file.read_bytes().splitlines()
    file.write_bytes(b"".join(line + b"\n" for line in change(kept)))
    with pytest.raises(HistoryError):
        entries(tmp_path)


def test_a_changed_line_is_named_and_nothing_is_added_to_it_or_mended(tmp_path: Path) -> None:
    file = written(tmp_path, SENT, CHASED, CHASED)
    file.write_bytes(file.read_bytes().replace(b'"n":2', b'"n":3'))
    before = file.read_bytes()
    with pytest.raises(HistoryError) as caught:
        append(tmp_path, CHASED, at=AT, by="ada")
    assert [(each.file, each.line) for each in caught.value.problems] == [(HISTORY_FILE, 2)]
    assert caught.value.exit_code is ExitCode.OUTPUT
    assert file.read_bytes() == before


@pytest.mark.parametrize("torn", [b'{"n":3,"prev"', b"\x00" * 40])
def test_a_last_line_that_was_never_finished_is_set_aside_and_named(
    torn: bytes, tmp_path: Path
) -> None:
    file = written(tmp_path, SENT, CHASED)
    with file.open("ab") as opened:
        opened.write(torn)
    assert entries(tmp_path) == (SENT, CHASED)
    append(tmp_path, CHASED, at=AT, by="ada")
    _, _, aside, last = entries(tmp_path)
    assert (aside.what, last) == (What.SET_ASIDE, CHASED)
    assert aside.file is not None
    assert (tmp_path / aside.file).read_bytes() == torn


def test_a_write_that_fails_half_way_loses_nothing_when_it_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, SENT)
    whole = file.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="No space left"):
            append(tmp_path, CHASED, at=AT, by="ada")
    file.write_bytes(whole + b'{"n":2')  # as much as there was space for
    append(tmp_path, CHASED, at=AT, by="ada")
    assert [entry.what for entry in entries(tmp_path)] == [
        What.SENT,
        What.SET_ASIDE,
        What.CHASED,
    ]


ADDS = """
import datetime as dt, sys
from pathlib import Path
from lscp_docs.casefile.history import Entry, What, append
for day in range(1, 13):
    at = dt.datetime(2026, 3, day, tzinfo=dt.UTC)
    append(Path(sys.argv[1]), Entry(what=What.CHASED, agency=sys.argv[2]), at=at, by=sys.argv[2])
"""


def test_two_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", ADDS, str(tmp_path), who])
        for who in ("police", "housing")
    ]
    assert [each.wait(timeout=60) for each in running] == [0, 0]
    found = lines(tmp_path)
    assert [line.n for line in found] == list(range(1, 25))
    for who in ("police", "housing"):
        days = [line.at.day for line in found if line.by == who]
        assert days == list(range(1, 13)), "each keeps its own order"


def test_who_keeps_the_lock_for_long_is_waited_for_and_then_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lscp_docs.casefile.locking.LOCK_SECONDS", 0.05)
    with FileLock(tmp_path / LOCK_FILE), pytest.raises(LockedError, match="run the command again"):
        append(tmp_path, SENT, at=AT, by="ada")
    assert entries(tmp_path) == ()


def test_a_clock_that_went_back_is_recorded_and_the_order_stays(tmp_path: Path) -> None:
    append(tmp_path, SENT, at=AT, by="ada")
    append(tmp_path, CHASED, at=AT - dt.timedelta(days=11), by="ada")
    assert entries(tmp_path) == (SENT, CHASED)
    assert [line.n for line in lines(tmp_path)] == [1, 2]


@pytest.mark.parametrize(
    "changes",
    [
        {"file": "Zoë O’Hanlon.pdf"},
        {"file": "../outside.pdf"},
        {"agency": "Wexmoor Police"},
        {"issue": "the return of Zoë"},
        {"note": "anything else"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_words_about_people_have_no_place_in_an_entry(changes: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Entry.model_validate({"what": "received", **changes})


def test_a_moment_without_a_time_zone_or_a_nobody_writes_nothing(tmp_path: Path) -> None:
    for at, by in ((AT.replace(tzinfo=None), "ada"), (AT, " "), (AT, "a\nb")):
        with pytest.raises(ValidationError):
            append(tmp_path, SENT, at=at, by=by)
    assert not (tmp_path / HISTORY_FILE).exists()


def test_what_was_sent_knows_the_days_on_which_it_was_chased(tmp_path: Path) -> None:
    other = SENT.model_copy(update={"issue": "H2Q2-MX4P", "agency": "housing"})
    written(tmp_path, SENT, other, CHASED, CHASED.model_copy(update={"on": dt.date(2026, 3, 20)}))
    police, housing = sent_of(tmp_path)
    assert (police.form, police.agency, police.issue) == ("scoping-report", "police", ISSUE)
    assert (police.on, police.due_on) == (AT.date(), dt.date(2026, 3, 9))
    assert (police.file, police.sha256) == (SENT.file, SENT.sha256)
    assert police.chased_on == (dt.date(2026, 3, 4), dt.date(2026, 3, 20))
    assert housing.chased_on == ()


def test_the_bytes_of_a_history_are_the_same_for_the_same_acts(tmp_path: Path) -> None:
    one, two = (written(tmp_path / name, SENT, CHASED).read_bytes() for name in ("a", "b"))
    assert one == two
    assert history.BEGINNING.encode() in one
