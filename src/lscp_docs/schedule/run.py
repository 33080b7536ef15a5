"""Makes what the schedule owes: each report once, also after days on which nothing ran."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lscp_docs.casefile.made_reports import Keeper, keeping, made_reports
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.schedule import Schedule
from lscp_docs.schedule.owed import Owed, owed
from lscp_docs.schedule.state import ReportState, Scheduled

Make = Callable[[Owed, Path], str]
"""Makes the report of an owed entry into an empty folder, and gives a note for the person who goes
on with it ("a draft: narrative to be written"), or an empty text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run did: each report that it made or could not make, in the order of their days."""

    made: tuple[Scheduled, ...]
    failed: tuple[Scheduled, ...]


def run(
    home: Path, schedule: Schedule, partnership: Partnership, today: dt.date, make: Make
) -> Ran:
    """Make every report that is due by today and not made, the first due first.

    One that fails is given back with its error and does not stop the others; the next run tries it
    again. Raises LockedError while another run is at it, HistoryError and OutputError where what
    was made cannot be told or kept, and CaseFileError as `owed`.
    """
    due = owed(schedule, partnership, today)
    with keeping(home, today) as keeper:
        made = made_reports(home)
        done = [_one(keeper, each, make) for each in due if each.name not in made]
    return Ran(
        made=tuple(each for each in done if each.state is ReportState.MADE),
        failed=tuple(each for each in done if each.state is ReportState.FAILED),
    )


def _one(keeper: Keeper, each: Owed, make: Make) -> Scheduled:
    try:
        made = keeper.keep(each.name, lambda folder: make(each, folder))
    except Exception as error:  # noqa: BLE001  told by whoever ran it; the others are made all the same
        return Scheduled(owed=each, state=ReportState.FAILED, error=error)
    return Scheduled(owed=each, state=ReportState.MADE, files=made.files, note=made.note)
