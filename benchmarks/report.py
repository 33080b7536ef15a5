"""What a report costs once every case is read, against the cost of its Word file and PDF alone.

Run it with `python -m benchmarks.report [CASES]`. Small invented cases are written to a temporary
folder and read once. Then, in turns, so that a busy machine slows both alike:

- a year's report to scrutiny from the register: every figure and claim of its year and of four
  before it, the contexts of the report and of its annex, Word and PDF, the search for what every
  case hides, the checks on words, and the writing of the files;
- the Word files and PDFs alone, of the report and its annex, from the finished contexts.
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
from dataclasses import replace
from pathlib import Path

from benchmarks.register import make

from lscp_docs.catalogue import report
from lscp_docs.paper import Format, Standing
from lscp_docs.register.period import PeriodKind, period_of
from lscp_docs.report import ReportJob, ReportRequest
from lscp_docs.reports.gathered import Gathered, gathered

LIMIT = 2.0
TODAY = dt.date(2025, 5, 1)
YEAR = period_of(PeriodKind.FINANCIAL_YEAR, dt.date(2024, 6, 1))


def anew(read: Gathered) -> Gathered:
    """The same cases, with nothing worked out of them yet."""
    return replace(read)


def timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def measured(folder: Path, number: int, rounds: int) -> tuple[float, float, float]:
    """Return the seconds of reading, and the medians of a whole report and of its files alone."""
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
    whole_times, alone_times = [], []
    for _ in range(rounds):
        job = ReportJob(row=row, request=request, gathered=anew(read))
        whole_times.append(timed(job.written))
        alone_times.append(timed(files_alone))
    return reading, medians.median(whole_times), medians.median(alone_times)


def main() -> int:
    """Measure, print the ratio, and return 1 where it is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reading, whole, alone = measured(Path(folder), arguments.cases, arguments.rounds)
    name, times = "a year’s report to scrutiny against its Word and PDF alone", whole / alone
    print(f"reading {reading:.1f} s, report {whole:.2f} s, files {alone:.2f} s", file=sys.stderr)
    if arguments.json:
        print(json.dumps({"race": name, "times": round(times, 3)}))
    else:
        held = "within" if times <= LIMIT else "NOT within"
        print(f"{name}: {times:.2f} times, {held} {LIMIT}")
    return int(times > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
