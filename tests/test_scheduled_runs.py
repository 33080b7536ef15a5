"""Every report that is owed is made exactly once, whatever happens in between.

Two years, day by day: days on which nothing runs, several runs on one day, reports that fail, made
folders that are moved away, and runs that are killed at any step. What had not reached the disk
when a run was killed is lost, as it would be when the power goes.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.scheduled import a_partnership, a_schedule, after, an_entry

from lscp_docs.casefile import made_reports
from lscp_docs.casefile.made_reports import HISTORY, MAKING, SCHEDULED
from lscp_docs.errors import CaseFileError, DisclosureError, HistoryError, OutputError
from lscp_docs.schedule.owed import Owed, owed
from lscp_docs.schedule.run import Ran, run
from lscp_docs.schedule.state import ReportState, listed

D = dt.date
FIRST, LAST = D(2026, 1, 1), D(2027, 12, 31)
PARTNERSHIP = a_partnership()
SCHEDULE = a_schedule(
    an_entry(key="executive", meetings=[D(2026, 6, 10), D(2026, 9, 9), D(2027, 3, 10)]),
    an_entry(key="police", report="actions-report", every="month", agency="police", within_days=7),
    an_entry(key="scrutiny", report="scrutiny-report", every="municipal_year",
             since=D(2025, 5, 1), meetings=[D(2026, 10, 14), D(2027, 10, 13)]),
    after({"on": D(2025, 7, 4), "months": 12}, key="review", meetings=[D(2026, 9, 9)]),
    after({"on": D(2026, 6, 24), "season": "autumn"}, key="further", meetings=[D(2026, 10, 21)]),
)  # fmt: skip
OWED_IN_TWO_YEARS = 7 + 23 + 2 + 1 + 1
"""Quarters to September 2027, months to November 2027, two municipal years, two events."""


class Killed(BaseException):
    """Ends a run at once, as a kill does: nothing catches it."""


def _version(status: os.stat_result) -> tuple[int, int]:
    return status.st_ino, status.st_mtime_ns


class Disk:
    """Stands in for the steps on the disk, and may kill the run at any of them."""

    def __init__(self, home: Path, chance: random.Random) -> None:
        self.history, self.chance = home / HISTORY, chance
        self.steps_left: int | None = None
        self.kills: Counter[str] = Counter()
        self.flushed: set[tuple[int, int]] = set()

    def is_killed_here(self) -> bool:
        """Count a step, and tell whether the run is killed at it."""
        if self.steps_left is None:
            return False
        self.steps_left -= 1
        return self.steps_left < 0

    def kill(self, name: str) -> None:
        self.kills[name] += 1
        for file in (self.history.parent / SCHEDULED).rglob("*.*"):
            if file.is_file() and _version(file.stat()) not in self.flushed:
                os.truncate(file, 0)
        raise Killed

    def fsync(self, handle: int) -> None:
        written = os.fstat(handle)
        if not self.is_killed_here():
            self.flushed.add(_version(written))
            return
        is_history = self.history.exists() and written.st_ino == self.history.stat().st_ino
        if is_history:
            whole = self.history.read_bytes()
            last = len(whole) - (whole[:-1].rfind(b"\n") + 1)
            os.ftruncate(handle, written.st_size - self.chance.randint(0, last))
        self.kill("history" if is_history else "fsync")

    def before_or_after(self, name: str, does: Callable[..., object]) -> Callable[..., object]:
        def stepping(*arguments: object, **named: object) -> object:
            if self.is_killed_here():
                if self.chance.random() < 0.5:
                    does(*arguments, **named)
                self.kill(name)
            return does(*arguments, **named)

        return stepping

    def rmtree(self, does: Callable[..., object]) -> Callable[..., object]:
        def stepping(folder: Path, **named: object) -> object:
            if self.is_killed_here():
                for one in list(Path(folder).iterdir())[:1]:
                    one.unlink()
                self.kill("rmtree")
            return does(folder, **named)

        return stepping


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def disk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk(home, random.Random(1))  # noqa: S311  a fixed course of events
    monkeypatch.setattr(os, "fsync", disk.fsync)
    monkeypatch.setattr(shutil, "rmtree", disk.rmtree(shutil.rmtree))
    for name in ("rename", "mkdir"):
        monkeypatch.setattr(Path, name, disk.before_or_after(name, getattr(Path, name)))
    yield disk
    disk.steps_left = None


def fill(each: Owed, folder: Path) -> str:
    for end in ("docx", "pdf"):
        (folder / f"{each.report}.{end}").write_text(each.name)
    return ""


def ran(home: Path, today: D, make: Callable[[Owed, Path], str] = fill) -> Ran:
    return run(home, SCHEDULE, PARTNERSHIP, today, make)


def expected(until: D) -> list[str]:
    return sorted(each.name for each in owed(SCHEDULE, PARTNERSHIP, until))


def there(*folders: Path) -> list[str]:
    """The name of every report in some folders, as often as it is there, and nothing but them."""
    found = []
    for folder in folders:
        for each in folder.iterdir() if folder.exists() else ():
            texts = {file.read_text() for file in each.iterdir()}
            assert len(list(each.iterdir())) == 2, each
            (name,) = texts
            assert each.name.startswith(name), each
            found.append(name)
    return sorted(found)


@dataclass
class Course:
    """What happened in two years, by chance."""

    home: Path
    away: Path
    disk: Disk
    missed: int = 0
    runs: int = 0
    kills: int = 0
    failures: int = 0

    def make(self, each: Owed, folder: Path) -> str:
        """Make a report; sometimes fail, or be killed, with half of it written."""
        fails = self.disk.chance.random() < 0.15
        if fails or self.disk.is_killed_here():
            (folder / "half.docx").write_text("half")
            if fails:
                raise DisclosureError("A name stands in it.")
            self.disk.kill("making")
        return fill(each, folder)

    def day(self, today: D) -> None:
        """Run several times, or not at all, and move some of what was made away."""
        chance = self.disk.chance
        if chance.random() < 0.8:
            self.missed += 1
            return
        for _ in range(chance.choice((1, 1, 2, 3))):
            self.run(today)
        for made in (self.home / SCHEDULED).glob("[!.]*") if chance.random() < 0.2 else ():
            made.rename(self.away / made.name)

    def run(self, today: D) -> None:
        self.disk.steps_left = self.disk.chance.choice((None, *range(24)))
        self.runs += 1
        try:
            self.failures += len(ran(self.home, today, self.make).failed)
        except Killed:
            self.kills += 1
        self.disk.steps_left = None


@pytest.mark.parametrize("seed", range(5))
def test_over_two_years_every_report_that_is_owed_exists_exactly_once(
    home: Path, disk: Disk, seed: int, tmp_path: Path
) -> None:
    disk.chance = random.Random(seed)  # noqa: S311
    course = Course(home, tmp_path / "away", disk)
    course.away.mkdir()
    for number in range((LAST - FIRST).days + 1):
        course.day(FIRST + dt.timedelta(days=number))
    ran(home, LAST)
    assert there(home / SCHEDULED, course.away) == expected(LAST)
    assert len(expected(LAST)) == OWED_IN_TWO_YEARS
    assert len((home / HISTORY).read_text().splitlines()) == OWED_IN_TWO_YEARS
    assert min(course.kills, course.failures) >= 3
    assert (course.missed > 500, course.runs > 150) == (True, True)


def test_a_kill_at_each_single_step_neither_loses_a_report_nor_doubles_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step of a run that makes three reports, then steps of the run that mends it."""
    day = D(2026, 4, 10)
    assert len(expected(day)) == 3
    originals = {name: getattr(Path, name) for name in ("rename", "mkdir")}
    rmtree = shutil.rmtree
    seen: Counter[str] = Counter()

    def history(*steps: int | None) -> bool:
        """Run with so many steps each, then whole; tell whether the first run was killed."""
        home = tmp_path / "-".join(map(str, steps))
        os.mkdir(home)  # noqa: PTH102  the step of the program is another
        disk = Disk(home, random.Random(steps[0]))  # noqa: S311
        monkeypatch.setattr(os, "fsync", disk.fsync)
        monkeypatch.setattr(shutil, "rmtree", disk.rmtree(rmtree))
        for name, does in originals.items():
            monkeypatch.setattr(Path, name, disk.before_or_after(name, does))
        killed = []
        for disk.steps_left in (*steps, None):
            with suppress(Killed):
                ran(home, day)
            killed.append(sum(disk.kills.values()))
        assert there(home / SCHEDULED) == expected(day)
        nonlocal seen
        seen += disk.kills
        return killed[0] == 1

    first = 0
    while history(first, 0) | history(first, 2) | history(first, 4):
        first += 1
    assert first > 30, "a run of three reports has that many steps"
    assert set(seen) == {"history", "fsync", "rename", "mkdir", "rmtree"}


MAKES_AND_WAITS = """
import sys, time
from pathlib import Path
from tests.test_scheduled_runs import D, fill, ran

def make(each, folder):
    (folder / "begun.docx").write_text("half")
    Path(sys.argv[2]).write_text(each.name)
    time.sleep(60)

def slowly(each, folder):
    time.sleep(0.02)
    return fill(each, folder)

how = {"making": make, "slowly": slowly, "whole": fill}[sys.argv[3]]
ran(Path(sys.argv[1]), D(2026, 5, 20), how)
"""


def child(home: Path, flag: Path, how: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", MAKES_AND_WAITS, str(home), str(flag), how]
    return subprocess.Popen(command, cwd=Path(__file__).parents[1])


def wait_for(what: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not what():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_process_that_is_killed_while_it_makes_a_report_leaves_nothing_behind(
    home: Path, tmp_path: Path
) -> None:
    flag = tmp_path / "flag"
    process = child(home, flag, "making")
    try:
        wait_for(flag.exists)
    finally:
        process.kill()  # SIGKILL; on Windows, TerminateProcess
        process.wait()
    assert list((home / SCHEDULED).glob(f"{MAKING}*")) != []
    assert there_only_hidden(home)
    assert ran(home, D(2026, 5, 20)).failed == ()
    assert there(home / SCHEDULED) == expected(D(2026, 5, 20))


def test_processes_that_are_killed_at_any_moment_make_each_report_once(
    home: Path, tmp_path: Path
) -> None:
    chance = random.Random(7)  # noqa: S311
    for _ in range(3):
        made = len(list((home / SCHEDULED).glob("[!.]*")))
        process = child(home, tmp_path / "flag", "slowly")
        try:
            wait_for(lambda: has_begun(process, home, made))  # noqa: B023
            time.sleep(chance.random() * 0.05)
        finally:
            process.kill()  # SIGKILL; on Windows, TerminateProcess
            process.wait()
    ran(home, D(2026, 5, 20))
    assert there(home / SCHEDULED) == expected(D(2026, 5, 20))


def has_begun(process: subprocess.Popen[bytes], home: Path, made: int) -> bool:
    """Whether a run has begun another report, or is over already because all are made."""
    return process.poll() is not None or len(list((home / SCHEDULED).glob("*"))) > made


def there_only_hidden(home: Path) -> bool:
    return all(each.name.startswith(MAKING) for each in (home / SCHEDULED).iterdir())


def test_two_runs_at_once_make_each_report_once(home: Path, tmp_path: Path) -> None:
    processes = [child(home, tmp_path / "flag", "whole") for _ in range(2)]
    assert [each.wait(60) for each in processes] == [0, 0]
    assert there(home / SCHEDULED) == expected(D(2026, 5, 20))
    assert len((home / HISTORY).read_text().splitlines()) == len(expected(D(2026, 5, 20)))


def test_a_run_after_missed_days_makes_all_that_was_owed_meanwhile(home: Path) -> None:
    assert len(ran(home, D(2027, 2, 1)).made) == len(expected(D(2027, 2, 1)))
    assert ran(home, D(2027, 2, 1)) == Ran(made=(), failed=())


def test_a_report_that_was_moved_away_or_deleted_is_not_made_again(home: Path) -> None:
    ran(home, D(2026, 5, 20))
    shutil.rmtree(home / SCHEDULED)
    assert ran(home, D(2026, 5, 20)).made == ()
    found = listed(SCHEDULE, PARTNERSHIP, D(2026, 5, 20), made_reports.made_reports(home))
    gone = [each for each in found if each.state is ReportState.MADE]
    assert len(gone) == len(expected(D(2026, 5, 20)))
    assert all(each.files == () and "moved away" in each.note for each in gone)


def test_a_folder_that_people_put_there_counts_as_made_and_stays_as_it_is(home: Path) -> None:
    by_hand = home / SCHEDULED / expected(D(2026, 5, 20))[0]
    by_hand.mkdir(parents=True)
    (by_hand / "by_hand.docx").write_text("by hand")
    ran(home, D(2026, 5, 20))
    assert [each.name for each in by_hand.iterdir()] == ["by_hand.docx"]
    shutil.rmtree(by_hand)
    assert ran(home, D(2026, 5, 20)).made == ()


def test_an_empty_folder_is_no_report(home: Path) -> None:
    (home / SCHEDULED / expected(D(2026, 5, 20))[0]).mkdir(parents=True)
    ran(home, D(2026, 5, 20))
    assert there(home / SCHEDULED) == expected(D(2026, 5, 20))


def test_a_folder_that_appears_while_its_report_is_made_is_not_overwritten(home: Path) -> None:
    name = expected(D(2026, 5, 20))[0]

    def make(each: Owed, folder: Path) -> str:
        if each.name == name:
            (home / SCHEDULED / name).mkdir()
            (home / SCHEDULED / name / "by_hand.docx").write_text("by hand")
        return fill(each, folder)

    ran(home, D(2026, 5, 20), make)
    assert (home / SCHEDULED / name / "by_hand.docx").read_text() == "by hand"
    assert len(list((home / SCHEDULED / f"{name}_2").iterdir())) == 2


def test_only_our_own_leftovers_are_removed(home: Path) -> None:
    scheduled = home / SCHEDULED
    for name in (".making-a-cake", "notes", ".making-executive_2026-01-01_2026-03-31"):
        (scheduled / name).mkdir(parents=True)
        (scheduled / name / "kept.txt").write_text("x")
    ran(home, D(2026, 1, 2))
    assert sorted(each.name for each in scheduled.iterdir()) == [".making-a-cake", "notes"]


def test_one_that_fails_stops_no_other_leaves_nothing_and_is_tried_again(home: Path) -> None:
    def make(each: Owed, folder: Path) -> str:
        fill(each, folder)
        if each.entry == "executive":
            raise CaseFileError("A case is wrong.")
        if each.entry == "police" and each.period.first.month == 1:
            raise ZeroDivisionError
        return "a draft"

    day = D(2026, 5, 20)
    done = ran(home, day, make)
    assert [type(each.error) for each in done.failed] == [ZeroDivisionError, CaseFileError]
    assert {each.state for each in done.failed} == {ReportState.FAILED}
    assert {each.note for each in done.made} == {"a draft"}
    assert len(done.made) + 2 == len(expected(day)) == len(there(home / SCHEDULED)) + 2
    again = ran(home, day)
    assert [each.owed.name for each in again.made] == [each.owed.name for each in done.failed]
    assert there(home / SCHEDULED) == expected(day)
    notes = made_reports.made_reports(home).values()
    assert sorted({each.note for each in notes}) == ["", "a draft"]


def test_a_maker_that_makes_no_file_has_failed(home: Path) -> None:
    done = ran(home, D(2026, 2, 10), lambda *_: "")
    assert [type(each.error) for each in done.failed] == [OutputError]
    assert list((home / SCHEDULED).iterdir()) == []


def test_a_history_that_cannot_be_read_stops_a_run_before_it_makes_anything(home: Path) -> None:
    ran(home, D(2026, 2, 10))
    history = home / HISTORY
    history.write_text(history.read_text().replace("made", "maed"))
    with pytest.raises(HistoryError) as caught:
        ran(home, D(2026, 5, 20))
    assert caught.value.problems[0].line == 1
    assert len(list((home / SCHEDULED).iterdir())) == 1


def test_the_most_urgent_comes_first_and_what_is_made_last(home: Path) -> None:
    ran(home, D(2026, 2, 10))
    found = listed(SCHEDULE, PARTNERSHIP, D(2026, 5, 14), made_reports.made_reports(home))
    told = [(each.state.value, each.owed.name[:-11]) for each in found]
    # For the Executive on 10 June: agenda out by 2 June; ten working days before is 18 May.
    assert told == [
        ("late", "police_2026-02-01"),
        ("late", "police_2026-03-01"),
        ("late", "police_2026-04-01"),
        ("upcoming", "executive_2026-01-01"),
        ("upcoming", "police_2026-05-01"),
        ("upcoming", "review_2025-07-04"),
        ("upcoming", "scrutiny_2025-05-01"),
        ("upcoming", "further_2026-06-24"),
        ("made", "police_2026-01-01"),
    ]
    assert [len(each.files) for each in found][-1] == 2
