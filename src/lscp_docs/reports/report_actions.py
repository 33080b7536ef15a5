"""The actions that come of reports: followed up with those of the cases, and told with them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from lscp_docs.casefile.report_file import report_file, report_files
from lscp_docs.errors import CaseFileError, Problem, did_you_mean
from lscp_docs.model.learning import Action
from lscp_docs.model.partnership import Partnership
from lscp_docs.register.tracker import TrackedAction, extract, tracked_of_report


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsOfReport:
    """The actions of one dated report."""

    origin: str
    """Which report: its key and the last day of its period."""
    on: dt.date
    actions: tuple[Action, ...]

    def as_at(self, day: dt.date, agency: str | None = None) -> tuple[TrackedAction, ...]:
        """Give its actions on a day, or those of them that an agency leads on."""
        found = tracked_of_report(self.actions, self.origin, agreed_on=self.on, today=day)
        return found if agency is None else extract(found, agency)


def actions_of_reports(home: Path, partnership: Partnership) -> tuple[ActionsOfReport, ...]:
    """Give the actions of every report.toml of a home folder that has any.

    Raises CaseFileError with every problem of a file, with each agency that the partnership does
    not know, and for a report without a date: nobody could tell since when its actions hold.
    """
    return tuple(
        _read(home, path, partnership)
        for path in report_files(home)
        if report_file(home, path).actions
    )


def _read(home: Path, path: Path, partnership: Partnership) -> ActionsOfReport:
    file, name = report_file(home, path), path.relative_to(home).as_posix()
    keys = [agency.key for agency in partnership.agencies]
    problems = [
        Problem(
            file=name,
            path=f"actions.{number}.lead_agency",
            problem="This agency is not in partnership.toml.",
            hint=did_you_mean(action.lead_agency, keys) or f"They are: {', '.join(keys)}.",
        )
        for number, action in enumerate(file.actions, start=1)
        if action.lead_agency not in keys
    ]
    if file.dated is None:
        problems.append(Problem(file=name, path="dated", problem="A report with actions has one."))
    if problems or file.dated is None:
        raise CaseFileError(f"{name} cannot be used: see what is to mend.", tuple(problems))
    _, last = path.parent.parent.name.split("_")
    origin = f"{file.report}-{last}"
    return ActionsOfReport(origin=origin, on=file.dated, actions=file.actions)
