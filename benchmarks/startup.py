"""How long a person waits before the command does anything, against its own floor.

Each command is a whole process; commands take turns, so that a busy machine slows them alike. The
ratio is that of processor time (user and system), which other programs disturb less than the time
on the clock; both are printed. A person runs the command more than once, so the first round, which
fills Python's and our own cache, is not counted.
Run: .venv/bin/python benchmarks/startup.py
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("lscp-docs"))
HOME = Path(__file__).parents[1] / "sample_cases" / "saltmarsh"
OUTPUT = "{output}"
"""Stands in a command for a folder that is new every time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """A command, the floor below which it cannot fall, and how many times that it may take."""

    name: str
    command: tuple[str, ...]
    floor: tuple[str, ...]
    at_most: float


RACES = (
    Race(
        name="lscp-docs --help against importing click",
        command=(COMMAND, "--help"),
        floor=(sys.executable, "-c", "import click"),
        at_most=1.4,
    ),
    Race(
        name="one Word document against importing click and pydantic",
        command=(
            COMMAND,
            *("--home", str(HOME), "produce", "referrer-feedback", "SWSCP-2025-011"),
            *("--format", "word", "--to", OUTPUT, "--today", "2026-03-12"),
        ),
        floor=(sys.executable, "-c", "import click, pydantic; pydantic.BaseModel"),
        at_most=2.5,
    ),
)


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process took, in milliseconds: of the processors, and on the clock."""

    processor: float
    clock: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Medians of one race."""

    name: str
    command: Spent
    floor: Spent
    at_most: float

    @property
    def times_the_floor(self) -> float:
        """How many times the floor's processor time the command takes."""
        return self.command.processor / self.floor.processor

    @property
    def times_on_the_clock(self) -> float:
        """The same on the clock, for which the machine must be idle."""
        return self.command.clock / self.floor.clock


def run(race: Race, *, rounds: int) -> Result:
    """Return the medians of a race of so many rounds, after one that fills the caches."""
    spent: dict[tuple[str, ...], list[Spent]] = {race.command: [], race.floor: []}
    for _ in range(rounds + 1):
        for command, found in spent.items():
            with tempfile.TemporaryDirectory() as output:
                found.append(timed([part.replace(OUTPUT, output) for part in command]))
    return Result(
        name=race.name,
        command=middle(spent[race.command][1:]),
        floor=middle(spent[race.floor][1:]),
        at_most=race.at_most,
    )


def timed(command: list[str]) -> Spent:
    """Run a command to its end and return what it took."""
    # Without Python's own cache of code every module would be compiled in every round.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=kept)
    clock, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Spent(processor * 1000, clock * 1000)


def middle(spent: list[Spent]) -> Spent:
    """Return the median of each time."""
    return Spent(
        statistics.median(one.processor for one in spent),
        statistics.median(one.clock for one in spent),
    )


def main() -> int:
    """Run every race, print its medians and return 1 where one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    results = [run(race, rounds=arguments.rounds) for race in RACES]
    for result in results:
        if arguments.json:
            print(json.dumps({"race": result.name, "times": round(result.times_the_floor, 3)}))
            continue
        verdict = "within" if result.times_the_floor <= result.at_most else "OVER"
        print(
            f"{result.name}: {result.command.processor:.0f} ms / {result.floor.processor:.0f} ms "
            f"= {result.times_the_floor:.2f} times, {verdict} {result.at_most} times "
            f"(on the clock {result.command.clock:.0f} / {result.floor.clock:.0f} ms "
            f"= {result.times_on_the_clock:.2f})"
        )
    return int(any(result.times_the_floor > result.at_most for result in results))


if __name__ == "__main__":
    sys.exit(main())
