"""How long all cases together take: reading them, their register, and all their statistics.

Run it with `python -m benchmarks.register [CASES]`. Small invented cases are written to a temporary
folder. Three things are compared, in turns, so that a busy machine slows them alike:

- reading every case, against the least possible: `tomllib` and bare pydantic validation of the same
  files;
- reading with two processes, against reading with one (the machine must be idle for this);
- the register and all statistics and claims of its years, against reading.

The memory of a process that reads all cases is compared with that of one that reads a tenth: where
nothing of a case is kept, and where the row of each is.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import re
import statistics as medians
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.queues import SimpleQueue
from pathlib import Path

import tomli_w

from lscp_docs.casefile.all_cases import from_cases
from lscp_docs.casefile.case_folder import CASE_FILE, CASES, PARTNERSHIP_FILE, CaseFolder
from lscp_docs.model.case import CaseFile
from lscp_docs.register.durations import claims
from lscp_docs.register.identities import defects
from lscp_docs.register.measures import statistics
from lscp_docs.register.period import PeriodKind, period_of
from lscp_docs.register.rows import RegisterRow, row_of

SENTENCE = "The worker visited on Tuesday & recorded that the baby was well and feeding. "
FIRST = dt.date(2018, 7, 2)
DAYS = 2500
YEARS = [period_of(PeriodKind.FINANCIAL_YEAR, dt.date(year, 6, 1)) for year in range(2018, 2026)]


@dataclass(frozen=True, slots=True)
class Result:
    """What a comparison came to, and the limit that it must keep from above or from below."""

    name: str
    times: float
    limit: float
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """True when the limit is kept."""
        return self.times >= self.limit if self.at_least else self.times <= self.limit


def row_of_folder(folder: CaseFolder) -> RegisterRow:
    return row_of(folder.case, folder.partnership)


def nothing_of(_folder: CaseFolder) -> None:
    return None


def make(
    home: Path, number: int, case_of: Callable[[int], dict[str, object]] | None = None
) -> None:
    """Write a partnership and so many cases; `case_of` makes another kind of case."""
    made = case_of or case
    home.mkdir()
    (home / PARTNERSHIP_FILE).write_text(tomli_w.dumps(partnership()), encoding="utf-8")
    for each in range(number):
        folder = home / CASES / f"INV-{each:05}"
        folder.mkdir(parents=True)
        (folder / CASE_FILE).write_text(tomli_w.dumps(made(each)), encoding="utf-8")


def partnership() -> dict[str, object]:
    kinds = (("council", "local_authority"), ("police", "police"), ("icb", "health"))
    return {
        "name": "Invented Safeguarding Children Partnership",
        "short_name": "ISCP",
        "area": "Inventedshire",
        "invented": True,
        "local_authority": {
            "name": "Inventedshire Council",
            "directorate": "Children and Families",
            "director_title": "Director",
        },
        "business_unit": {"name": "Unit", "manager": "Petra Quillfeather"},
        "agencies": [
            {"key": key, "name": key.title(), "kind": "statutory_partner", "partner": partner}
            for key, partner in kinds
        ],
        "members": [
            {
                "name": "Hana Brockle",
                "role": "Head",
                "body": "Council",
                "groups": ["review_group"],
                "since": dt.date(2018, 1, 1),
            }
        ],
    }


def case(number: int) -> dict[str, object]:
    """A case of four or five kilobytes; every second is notified, every fourth has an LCSPR."""
    aware = FIRST + dt.timedelta(days=number * 7919 % DAYS)
    met, decided, sent = (aware + dt.timedelta(days=days) for days in (2, 3, 4 + number % 5))
    notify = number % 2 == 0
    told: dict[str, object] = {
        "reference": f"INV-{number:05}",
        "children": [
            {
                "id": "C1",
                "forenames": f"Forename{number}",
                "surname": f"Surname{number}",
                "date_of_birth": aware - dt.timedelta(days=400 + number % 5000),
                "sex": ("female", "male")[number % 2],
                "pseudonym": f"Wren {number}",  # no two children have one
            }
        ],
        "incident": {
            "type": "serious_harm",
            "occurred_on": aware,
            "local_authority_aware_at": aware,
            "abuse_status": "suspected",
            "known_facts": SENTENCE * 12,
        },
        "referral": {
            "raised_on": aware,
            "received_on": aware,
            "raised_by": {"name": "Isolde Penhallow", "role": "Nurse", "agency": "icb"},
            "rationale": SENTENCE * 8,
        },
        "meetings": [{"id": "m1", "kind": "extraordinary_review_group", "on": met}],
        "discussion": {"circulated_on": aware, "meeting": "m1", **views(notify=notify)},
        "decision": {
            "outcome": "notify" if notify else "not_notify",
            "made_by": "Corwin Hale",
            "role": "Director",
            "made_at": decided,
            "relevant_considerations": SENTENCE * 6,
        },
    }
    if notify:
        told["notification"] = {"sent_at": sent, "notified_by": "Corwin Hale", "role": "Director"}
        told["rapid_review"] = review(sent)
        told["panel_reply"] = {"received_on": sent + dt.timedelta(days=40), "response": "agrees"}
    if number % 4 == 0:
        told["lcspr"] = {
            "initiated_on": sent + dt.timedelta(days=45),
            "report_accepted_on": sent + dt.timedelta(days=200 + number % 60),
        }
    return told


def views(*, notify: bool) -> dict[str, object]:
    view = {
        "view": "criteria_met" if notify else "criteria_not_met",
        "reasons": SENTENCE * 3,
        "given_by": "Rhys Umberleigh",
        "role": "Lead",
    }
    return {f"view_{partner}": view for partner in ("local_authority", "police", "health")}


def review(sent: dt.date) -> dict[str, object]:
    return {
        "opened_on": sent,
        "requests": [
            {"agency": key, "asked_on": sent, "returned_on": sent + dt.timedelta(days=9)}
            for key in ("council", "police", "icb")
        ],
        "recommendation": "no_lcspr",
        "reasons": SENTENCE * 10,
        "submitted_on": sent + dt.timedelta(days=20),
    }


def timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def bare(home: Path) -> None:
    """Read and validate the files, and nothing else: the least that reading can take."""
    for file in sorted((home / CASES).glob(f"*/{CASE_FILE}")):
        CaseFile.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))


def counted(rows: tuple[RegisterRow, ...]) -> None:
    """Work out every figure, claim and defect of every year."""
    for year in YEARS:
        defects(rows, statistics(rows, year))
        claims(rows, year)


def most_memory() -> int:
    """Return the most memory that this process has needed so far, in kilobytes; on Linux alone.

    What the resource module tells is no less than what the process that began this one had.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)[0])


def reading(home: Path, wanted: Callable[[CaseFolder], object]) -> list[int]:
    """Return the most memory that it takes to read every case and keep what is wanted of each."""
    kept = from_cases(home, wanted)
    return [most_memory()] if kept else []


def alone(action: Callable[..., list[int]], *arguments: object) -> list[int]:
    """Return what an action gives in a process of its own, of which nothing is left."""
    context = multiprocessing.get_context("spawn")
    kept: SimpleQueue[list[int]] = context.SimpleQueue()
    process = context.Process(target=_put, args=(kept, action, *arguments))
    process.start()
    process.join()
    if process.exitcode:
        sys.exit("A process ended with an error.")
    return kept.get()


def _put(
    kept: SimpleQueue[list[int]], action: Callable[..., list[int]], *arguments: object
) -> None:
    kept.put(action(*arguments))


def growth(wanted: Callable[[CaseFolder], object], home: Path, tenth: Path) -> float:
    return alone(reading, home, wanted)[0] / alone(reading, tenth, wanted)[0]


def measured(folder: Path, number: int, rounds: int) -> list[Result]:
    """Make the cases and return every comparison."""
    home, tenth = folder / "all", folder / "tenth"
    make(home, number)
    make(tenth, number // 10)
    rows = from_cases(home, row_of_folder)
    races: dict[str, Callable[[], object]] = {
        "bare": lambda: bare(home),
        "read": lambda: from_cases(home, nothing_of),
        "two": lambda: from_cases(home, nothing_of, workers=2),
        "rows": lambda: from_cases(home, row_of_folder),
        "counted": lambda: counted(rows),
    }
    spent: dict[str, list[float]] = {name: [] for name in races}
    for _ in range(rounds):
        for name, action in races.items():
            spent[name].append(timed(action))
    took = {name: medians.median(times) for name, times in spent.items()}
    print({name: round(seconds, 2) for name, seconds in took.items()}, file=sys.stderr)
    made = took["rows"] - took["read"] + took["counted"]
    years = f"register and {len(YEARS)} years of statistics against reading"
    return [
        Result("reading against tomllib and bare pydantic", took["read"] / took["bare"], 1.5),
        Result("two processes against one", took["read"] / took["two"], 1.7, at_least=True),
        Result(years, made / took["read"], 3.0),
        Result("memory for all cases against a tenth", growth(nothing_of, home, tenth), 1.3),
        Result("the same with every row kept", growth(row_of_folder, home, tenth), 1.6),
    ]


def main() -> int:
    """Measure everything, print it, and return 1 where something is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = measured(Path(folder), arguments.cases, arguments.rounds)
    for each in results:
        if arguments.json:
            print(json.dumps({"race": each.name, "times": round(each.times, 3)}))
            continue
        limit = f"{'at least' if each.at_least else 'at most'} {each.limit}"
        print(f"{each.name}: {each.times:.2f} times, {'within' if each.holds else 'NOT'} {limit}")
    return int(not all(each.holds for each in results))


if __name__ == "__main__":
    sys.exit(main())
