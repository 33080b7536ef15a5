"""Whether the action tracker grows with the cases: its time for one case, and its memory.

Run it with `python -m benchmarks.actions [CASES]`. `lscp-docs actions --json` runs as a whole
process over invented cases with two actions each, and over a tenth of them. The memory is that of
the largest process; the words of all actions are kept until they are printed, the cases are not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.register import DAYS, FIRST, SENTENCE, case, make

TIMES, MEMORY = 1.5, 3.0
"""How many times as long a case may take, and how much larger a process may be."""


def with_actions(number: int) -> dict[str, object]:
    began = FIRST + dt.timedelta(days=number * 7919 % DAYS)
    return {**case(number), "actions": [action(each, began) for each in (1, 2)]}


def action(number: int, began: dt.date) -> dict[str, object]:
    update = {"on": began + dt.timedelta(days=20), "by": "Named Nurse", "text": SENTENCE}
    return {
        "id": f"a{number}",
        "source": "local_learning",
        "action": "Audit twenty records of missed appointments.",
        "lead_agency": "icb",
        "owner": "Named Nurse",
        "success_measure": "At least 18 of 20 records show a call the same day.",
        "evidence_required": "The audit report.",
        "started_on": began,
        "due": began + dt.timedelta(days=120),
        "status": ("in_progress", "complete_awaiting_evidence")[number % 2],
        "updates": [update],
    }


def measured(home: Path) -> tuple[float, int]:
    """Return the seconds that the tracker took, and the memory of its largest process in KiB."""
    command = [sys.executable, "-m", "lscp_docs", "--home", str(home), "actions", "--json"]
    started = time.perf_counter()
    with subprocess.Popen(
        [*command, "--today", "2026-03-01"], stdout=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit("The tracker ended with an error.")
    return time.perf_counter() - started, usage.ru_maxrss


def main() -> int:
    """Measure both, print it, and return 1 where something is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=5000)
    number = parser.parse_args().cases
    with tempfile.TemporaryDirectory() as folder:
        homes = {count: Path(folder) / str(count) for count in (number // 10, number)}
        for count, home in homes.items():
            make(home, count, with_actions)
        few, many = (measured(home) for home in homes.values())
    times, memory = many[0] / 10 / few[0], many[1] / few[1]
    print(f"{number:,} cases: {many[0]:.1f} s, {many[1] // 1024} MiB in the largest process")
    print(f"a case against one of a tenth of them: {times:.2f} times (at most {TIMES})")
    print(f"memory against that of a tenth: {memory:.2f} times (at most {MEMORY})")
    return int(times > TIMES or memory > MEMORY)


if __name__ == "__main__":
    sys.exit(main())
