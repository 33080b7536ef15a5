"""The actions that come of reports: followed up with those of the cases, and told with them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lscp_docs.casefile.report_file import origin_of, report_file, report_files
from lscp_docs.casefile.returns_file import returns_of
from lscp_docs.errors import CaseFileError, Problem, UsageError, did_you_mean
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.learning import Action
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.returned import Return
from lscp_docs.register.tracker import TrackedAction, extract, tracked_of_report
from lscp_docs.timescales.owed import DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsOfReport:
    """The actions of one dated report."""

    path: Path
    """The folder of its report.toml, and of what is sent and comes back for its actions."""
    origin: str
    """Which report: its key and the last day of its period."""
    on: dt.date
    actions: tuple[Action, ...]
    returns: tuple[Return[Answers], ...] = ()
    """The accepted returns, those of an agency in the order of their acceptance."""

    @property
    def name(self) -> str:
        """How a person names it: PERIOD/REPORT."""
        return f"{self.path.parent.name}/{self.path.name}"

    def open_on(self, day: dt.date) -> tuple[Action, ...]:
        """Give the actions that are open on a day; none before the date of the report."""
        stand = {each.id: each.status for each in self.as_at(day)}
        known = [(each, stand.get(f"{self.origin}/{each.id}")) for each in self.actions]
        return tuple(each for each, status in known if status is not None and status not in DONE)

    def as_at(self, day: dt.date, agency: str | None = None) -> tuple[TrackedAction, ...]:
        """Give its actions on a day, or those of them that an agency leads on."""
        found = tracked_of_report(
            self.actions, self.origin, self.returns, agreed_on=self.on, today=day
        )
        return found if agency is None else extract(found, agency)


def actions_of_reports(home: Path, partnership: Partnership) -> tuple[ActionsOfReport, ...]:
    """Give the actions of every report.toml of a home folder that has any.

    Raises CaseFileError with every problem of a file, with each agency that the partnership does
    not know, and for a report without a date: nobody could tell since when its actions hold; for
    two reports of one kind whose periods end on one day: nobody could tell their actions apart;
    and where an accepted return is not as it was written.
    """
    paths = [path for path in report_files(home) if report_file(home, path).actions]
    shared = Counter(origin_of(path) for path in paths)
    problems = tuple(
        Problem(
            file=path.relative_to(home).as_posix(),
            path="actions",
            problem="Another report of this kind, whose period ends on the same day, has actions.",
            hint="Write the actions of both into one of them.",
        )
        for path in paths
        if shared[origin_of(path)] > 1
    )
    if problems:
        raise CaseFileError("The actions of two reports cannot be told apart.", problems)
    return tuple(_read(home, path, partnership) for path in paths)


def actions_of_report(home: Path, partnership: Partnership, name: str) -> ActionsOfReport:
    """Give the actions of the report that a person names PERIOD/REPORT.

    Raises UsageError where no report of that name has actions, and as `actions_of_reports`.
    """
    every = {each.name: each for each in actions_of_reports(home, partnership)}
    if name not in every:
        known = f"Those that have are: {', '.join(every) or 'none yet'}."
        near = did_you_mean(name, list(every)) or known
        raise UsageError(f"There is no report {name} with actions. {near}")
    return every[name]


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
    origin = origin_of(path)
    return ActionsOfReport(
        path=path.parent,
        origin=origin,
        on=file.dated,
        actions=file.actions,
        returns=returns_of(path.parent, case=origin),
    )
