"""Where `report.toml` is, what it says, and one to fill in."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from lscp_docs.casefile.file_names import HISTORY_FILE
from lscp_docs.casefile.reading import read_toml
from lscp_docs.errors import CaseFileError, Problem, UsageError
from lscp_docs.model.report_file import ReportFile
from lscp_docs.register.period import Period, between

REPORTS = "reports"
REPORT_FILE = "report.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFolder:
    """What people wrote for one report of one period; nothing yet where there is no file."""

    place: str
    """The path of the file below the home folder, whether it is there or not."""
    file: ReportFile
    sha256: str
    """Empty where there is no file."""

    @property
    def is_there(self) -> bool:
        """True when people have begun to write it."""
        return bool(self.sha256)


def report_path(home: Path, report: str, period: Period) -> Path:
    """Give where the report.toml of a report and a period belongs."""
    days = f"{period.first.isoformat()}_{period.last.isoformat()}"
    return home / REPORTS / days / report / REPORT_FILE


def report_folder(home: Path, report: str, period: Period) -> ReportFolder:
    """Give what people wrote for a report of a period.

    Raises CaseFileError with every problem of the file, named from the home folder.
    """
    path = report_path(home, report, period)
    place = path.relative_to(home).as_posix()
    if not path.exists():
        return ReportFolder(place=place, file=ReportFile(report=report), sha256="")
    file = _read(home, path, report)
    return ReportFolder(
        place=place, file=file, sha256=hashlib.sha256(path.read_bytes()).hexdigest()
    )


def _read(home: Path, path: Path, report: str) -> ReportFile:
    place = path.relative_to(home).as_posix()
    try:
        file = read_toml(path, ReportFile)
    except CaseFileError as error:
        problems = tuple(replace(each, file=place) for each in error.problems)
        raise CaseFileError(error.sentence, problems) from None
    if file.report != report:
        wrong = Problem(
            file=place,
            path="report",
            problem="This names another report than the folder that it is in.",
            hint=f'Write report = "{report}", or move the file.',
        )
        raise CaseFileError(f"{REPORT_FILE} cannot be used: 1 thing to mend.", (wrong,))
    return file


def report_files(home: Path) -> tuple[Path, ...]:
    """Give every report.toml of a home folder, the earliest period first."""
    return tuple(sorted((home / REPORTS).glob(f"*/*/{REPORT_FILE}")))


def period_of_file(path: Path) -> Period | None:
    """Give the period of a report.toml, which its folder is named after; None where it is not."""
    first, _, last = path.parent.parent.name.partition("_")
    try:
        return between(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    except (ValueError, UsageError):  # no two days, or the last is before the first
        return None


def origin_of(path: Path) -> str:
    """Name a report by its key and the last day of its period, as its actions and forms do.

    `path` is that of its report.toml, or of a file beside it.
    """
    last = path.parent.parent.name.rpartition("_")[2]
    return f"{path.parent.name}-{last}"


def reports_with_forms(home: Path) -> dict[str, Path]:
    """Give the folder of every report for whose actions a form was sent, by the report's name."""
    histories = sorted((home / REPORTS).glob(f"*_*/*/{HISTORY_FILE}"))
    return {origin_of(path): path.parent for path in histories}


def report_file(home: Path, path: Path) -> ReportFile:
    """Give what one report.toml says; raise CaseFileError, named from the home folder."""
    return _read(home, path, path.parent.name)
