"""The reports that the schedule has made: each in a folder of its own, each exactly once.

A report counts as made from the moment when its line stands whole in `schedule_history.jsonl`,
which people have no reason to touch; so it stays made when its folder is moved away to be worked
on.

The order of the steps makes a kill at any moment harmless. The report is made in a hidden folder
`.making-NAME` and brought to the disk; then the line is written; then the folder gets its name in
one step. A hidden folder that a killed run has left is therefore a whole report where its line is
there (the next run gives it its name) and a part of one where it is not (the next run deletes it
and makes the report anew). Had the folder got its name first, a report that was moved away before
its line was written would be made twice; had the line come before the making, one would be lost. A
line without its end does not count, and the next one takes its place. All of it happens under one
lock.

A folder that people have put there themselves counts as made too, and gets its line.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints, ValidationError

from lscp_docs.casefile.locking import locked
from lscp_docs.casefile.writing import MODE, sync_folder
from lscp_docs.errors import HistoryError, OutputError, Problem
from lscp_docs.model.dates import Day
from lscp_docs.model.identifying import Line
from lscp_docs.model.record import Record

SCHEDULED = Path("output", "scheduled")
"""Where the folders are, in the partnership's folder."""
HISTORY = "schedule_history.jsonl"
LOCK = ".schedule.lock"
MAKING = ".making-"
NAME = r"[a-z0-9][a-z0-9-]{0,39}_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d"
NOT_THERE = "its folder is not where it was made: moved away, or that run was stopped"

Fill = Callable[[Path], str]
"""Makes a report in an empty folder, and gives what a person must still know of it, or nothing."""


class MadeLine(Record):
    """A line of the history: the name of the report, the day on which it was made, a note."""

    made: Annotated[str, StringConstraints(pattern=rf"^{NAME}$")]
    on: Day
    note: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A report that is made; `files` are those that are in its folder now."""

    name: str
    files: tuple[Path, ...]
    note: str = ""


def made_reports(home: Path) -> Mapping[str, Made]:
    """Give every report that is made, by its name.

    Raises HistoryError where a line of the history cannot be read, for then a report might be made
    twice.
    """
    lines = {line.made: line for line in _lines(home / HISTORY)}
    names = dict.fromkeys((*lines, *_put_there(home)))
    return {name: _made(home, name, lines.get(name)) for name in names}


def _made(home: Path, name: str, line: MadeLine | None) -> Made:
    files = _files(home / SCHEDULED / name)
    notes = (line.note if line is not None else None, NOT_THERE if not files else None)
    return Made(name=name, files=files, note="; ".join(filter(None, notes)))


@dataclass(frozen=True, slots=True)
class Keeper:
    """Makes reports and keeps them, while it alone may do so."""

    home: Path
    today: dt.date

    def keep(self, name: str, fill: Fill) -> Made:
        """Make a report in its folder and give it; nothing is left of one that failed.

        Raises what `fill` raises, and OutputError where it makes no file or where nothing can be
        written.
        """
        folder = self.home / SCHEDULED / f"{MAKING}{name}"
        try:
            _empty(folder)
            note = self._filled(folder, fill)
            _append(self.home / HISTORY, MadeLine(made=name, on=self.today, note=note or None))
            placed = _put_in_place(folder, name)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise OutputError(
                f"{SCHEDULED.as_posix()}/{name} could not be written: {why}. The next run goes on "
                "from there."
            ) from error
        return Made(name=name, files=_files(placed), note=note)

    def _filled(self, folder: Path, fill: Fill) -> str:
        try:
            note = fill(folder)
            _flush_whole(folder)
        except Exception:
            shutil.rmtree(folder, ignore_errors=True)  # what stays, the next run deletes
            raise
        return note


@contextmanager
def keeping(home: Path, today: dt.date) -> Iterator[Keeper]:
    """Give the only keeper of a home, after finishing what a killed run has left.

    Raises LockedError where another run keeps it for long, HistoryError where the history cannot be
    read, and OutputError where nothing can be written.
    """
    try:
        with locked(home, LOCK):
            _recover(home, today)
            yield Keeper(home, today)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise OutputError(f"{home / SCHEDULED} could not be written to: {why}.") from error


def _recover(home: Path, today: dt.date) -> None:
    scheduled = home / SCHEDULED
    scheduled.mkdir(parents=True, exist_ok=True)
    recorded = {line.made for line in _lines(home / HISTORY)}
    for name in _put_there(home):
        if name not in recorded:
            _append(home / HISTORY, MadeLine(made=name, on=today))
    for name in _matching(scheduled, rf"{re.escape(MAKING)}({NAME})"):
        left = scheduled / f"{MAKING}{name}"
        if name in recorded:
            _put_in_place(left, name)
        else:
            shutil.rmtree(left)


def _put_there(home: Path) -> tuple[str, ...]:
    """Give the names of the folders that are in place and hold something."""
    scheduled = home / SCHEDULED
    return tuple(name for name in _matching(scheduled, f"({NAME})") if _files(scheduled / name))


def _matching(scheduled: Path, pattern: str) -> tuple[str, ...]:
    found = scheduled.iterdir() if scheduled.is_dir() else ()
    folders = (one for one in found if one.is_dir() and not one.is_symlink())
    ours = (re.fullmatch(pattern, one.name) for one in folders)
    return tuple(sorted(match[1] for match in ours if match))


def _empty(folder: Path) -> None:
    """Make an empty folder, in place of what a failed report has left in this run."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)


def _files(folder: Path) -> tuple[Path, ...]:
    """Give the files of a folder; hidden ones are a system's or an editor's, and no report."""
    found = (each for each in folder.rglob("*") if not each.name.startswith("."))
    return tuple(sorted(each for each in found if each.is_file()))


def _flush_whole(folder: Path) -> None:
    """Bring a report with all that is in its folder to the disk; raise OutputError for none."""
    if not _files(folder):
        raise OutputError(f"No file was made in {folder.name.removeprefix(MAKING)}.")
    for each in (*folder.rglob("*"), folder):
        if each.is_dir():
            sync_folder(each)
        else:
            with each.open("r+b") as file:
                os.fsync(file.fileno())
    sync_folder(folder.parent)


def _put_in_place(folder: Path, name: str) -> Path:
    """Give a whole report its name in one step: a free one, and never that of another folder."""
    names = (name if number == 1 else f"{name}_{number}" for number in count(1))
    place = next(each for each in map(folder.with_name, names) if _is_free(each))
    if place.exists():
        place.rmdir()  # for systems on which a folder does not take the place of an empty one
    folder.rename(place)
    sync_folder(place.parent)
    return place


def _is_free(place: Path) -> bool:
    return not place.exists() or (place.is_dir() and not any(place.iterdir()))


def _lines(history: Path) -> tuple[MadeLine, ...]:
    """Give the lines of the history; the last does not count where its end is missing."""
    whole = _whole(history).decode("utf-8", errors="replace")
    return tuple(_line(number, text) for number, text in enumerate(whole.split("\n")[:-1], 1))


def _whole(history: Path) -> bytes:
    written = history.read_bytes() if history.exists() else b""
    return written[: written.rfind(b"\n") + 1]


def _line(number: int, text: str) -> MadeLine:
    try:
        return MadeLine.model_validate_json(text)
    except ValidationError:
        problem = "This line is not as it was written."
    raise HistoryError(
        "What the schedule has made cannot be told, so nothing is made: a report might be made "
        f"twice. Put {HISTORY} back from your backup.",
        (Problem(file=HISTORY, line=number, problem=problem),),
    )


def _append(history: Path, line: MadeLine) -> None:
    """Add a line, which is on the disk when this returns; cut off one that was never finished."""
    # Made empty first, with the rights of a case's files; one that is there stays as it is.
    os.close(os.open(history, os.O_WRONLY | os.O_CREAT, MODE))
    written = json.dumps(line.model_dump(mode="json", exclude_none=True), ensure_ascii=False)
    whole = len(_whole(history))
    with history.open("r+b") as file:
        file.truncate(whole)
        file.seek(whole)
        file.write(f"{written}\n".encode())
        file.flush()
        os.fsync(file.fileno())
    sync_folder(history.parent)
