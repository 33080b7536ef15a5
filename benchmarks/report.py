"""What a report costs once every case is read, against its Word file and PDF alone; its memory.

Run it with `python -m benchmarks.report [CASES]`. Small invented cases are written to a temporary
folder and read once. Then, in turns, so that a busy machine slows both alike:

- a year's report to scrutiny from the register: every figure and claim of its year and of four
  before it, the contexts of the report and of its annex, Word and PDF, the checks on words, and the
  writing of the files;
- in the same runs, but timed apart: the search of the finished files for what every case hides;
- the Word files and PDFs alone, of the report and its annex, from the finished contexts.

The first may cost twice the last; the search may not double the time. After that, in processes of
their own, a report is made of a tenth of the cases and of all: the most memory is compared once all
are read and counted, and once it is written. The second grows with the annex, which lists the cases
behind every figure.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import statistics as medians
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks.register import alone, make, most_memory

from lscp_docs import report as made_of
from lscp_docs.catalogue import report
from lscp_docs.paper import Format, Standing
from lscp_docs.register.period import PeriodKind, period_of
from lscp_docs.report import ReportJob, ReportRequest
from lscp_docs.reports.gathered import Gathered, gathered

TODAY = dt.date(2025, 5, 1)
YEAR = period_of(PeriodKind.FINANCIAL_YEAR, dt.date(2024, 6, 1))


def anew(read: Gathered) -> Gathered:
    """The same cases, with nothing worked out of them yet."""
    return replace(read)


def timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


@dataclass(frozen=True, slots=True)
class Seconds:
    """What each part took; medians, but for the reading."""

    reading: float
    report: float
    """All of it but the search."""
    search: float
    files: float


class Stopwatch:
    """Runs a function as it is and adds up the seconds."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function, self.seconds = function, 0.0

    def __call__(self, *given: Any, **more: Any) -> Any:
        started = time.perf_counter()
        try:
            return self.function(*given, **more)
        finally:
            self.seconds += time.perf_counter() - started


def measured(folder: Path, number: int, rounds: int) -> Seconds:
    """Return the seconds of reading, of a report, of its search and of its files alone."""
    home, row = folder / "home", report("scrutiny-report")
    make(home, number)
    started = time.perf_counter()
    read = gathered(home, row, YEAR, today=TODAY)
    reading = time.perf_counter() - started
    request = ReportRequest(
        period=YEAR, today=TODAY, to=folder / "made", standing=Standing.DRAFT, format=Format.BOTH
    )
    material = read.material()
    papers = ReportJob(row=row, request=request, gathered=read).papers(
        material, row.context(material)
    )

    def files_alone() -> None:
        for paper in papers:
            if paper is not None:
                paper.rendered(Format.BOTH)

    files_alone()  # templates are compiled and engines are loaded
    whole_times, search_times, alone_times = [], [], []
    for _ in range(rounds):
        job = ReportJob(row=row, request=request, gathered=anew(read))
        with mock.patch.object(
            made_of, "looked_for_in", Stopwatch(made_of.looked_for_in)
        ) as search:
            whole_times.append(timed(job.written) - search.seconds)
        search_times.append(search.seconds)
        alone_times.append(timed(files_alone))
    return Seconds(
        reading,
        medians.median(whole_times),
        medians.median(search_times),
        medians.median(alone_times),
    )


def memory(home: Path, to: Path) -> list[int]:
    """Return the most memory once all cases are read and counted, and once a report is written."""
    row = report("scrutiny-report")
    read = gathered(home, row, YEAR, today=TODAY)
    read.material()
    needed = [most_memory()]
    request = ReportRequest(period=YEAR, today=TODAY, to=to, standing=Standing.DRAFT)
    ReportJob(row=row, request=request, gathered=read).written()
    return [*needed, most_memory()]


def growth(folder: Path, number: int) -> list[float]:
    """Return how many times the memory is that of a tenth of the cases: read, and written."""
    tenth = folder / "tenth"
    make(tenth, max(number // 10, 10))
    few, many = (alone(memory, home, folder / "made") for home in (tenth, folder / "home"))
    print(f"memory read and written: {few} KiB at a tenth, {many} KiB at all", file=sys.stderr)
    return [large / small for small, large in zip(few, many, strict=True)]


def main() -> int:
    """Measure, print the ratio, and return 1 where it is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        took = measured(Path(folder), arguments.cases, arguments.rounds)
        read, written = growth(Path(folder), arguments.cases)
    print(took, file=sys.stderr)
    races = (
        (
            "a year’s report to scrutiny against its Word and PDF alone",
            took.report / took.files,
            2.0,
        ),
        ("the search of its files against making them", took.search / took.report, 1.0),
        ("its memory once all cases are read, against a tenth of them", read, 1.8),
        ("its memory once it is written, against a tenth of the cases", written, 2.0),
    )
    for name, times, limit in races:
        if arguments.json:
            print(json.dumps({"race": name, "times": round(times, 3)}))
        else:
            verdict = "within" if times <= limit else "NOT within"
            print(f"{name}: {times:.2f} times, {verdict} {limit}")
    return int(any(times > limit for _, times, limit in races))


if __name__ == "__main__":
    sys.exit(main())
