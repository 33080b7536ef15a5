"""Every case of a home folder, read one after the other or by several processes at once.

A case stays in the process that read it: what is wanted of it is worked out there, and only that
is handed over. So memory does not grow with the cases, and identifying values, which refuse to be
copied from one process to another, stay where they are.
"""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Generic, TypeVar

from lscp_docs.casefile.case_folder import (
    CASE_FILE,
    CASES,
    PARTNERSHIP_FILE,
    CaseFolder,
    load_partnership,
    read_case,
    references,
)
from lscp_docs.errors import CaseFileError, Problem

T = TypeVar("T")

MANY_CASES = 500
MOST_WORKERS = 4
PORTION = 50
"""How many cases a process takes at a time: few enough that all end at about the same time."""


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What is wanted of a case that could be read."""

    reference: str
    found: T


@dataclass(frozen=True, slots=True)
class Unread:
    """A case that cannot be used: why, in a sentence, and each problem with its file and line."""

    reference: str
    sentence: str
    problems: tuple[Problem, ...]


def from_cases(home: Path, wanted: Callable[[CaseFolder], T], *, workers: int = 1) -> tuple[T, ...]:
    """Give what is wanted of every case, in the order of the references.

    With more than one worker, `wanted` is a function of a module, and what it gives can be
    pickled. Raises CaseFileError with every problem of every case, its file named from the home
    folder, so that one broken case hides no other; then nothing is given.
    """
    every = each_case(home, wanted, workers=workers)
    unread = [each for each in every if isinstance(each, Unread)]
    if unread:
        cases = "1 case" if len(unread) == 1 else f"{len(unread):,} cases"
        raise CaseFileError(
            f"{cases} cannot be used, so nothing was made of the others either: mend what is "
            "listed here first.",
            tuple(
                _from_home(each.reference, problem) for each in unread for problem in each.problems
            ),
        )
    return tuple(each.found for each in every if isinstance(each, Read))


def each_case(
    home: Path, wanted: Callable[[CaseFolder], T], *, workers: int = 1
) -> tuple[Read[T] | Unread, ...]:
    """Give for every case what is wanted of it, or why it cannot be used, in their order.

    `wanted` is as in `from_cases`. Raises CaseFileError where the partnership cannot be used.
    """
    load_partnership(home)  # what is wrong with it is told once, before any case
    every = references(home)
    portions = [every[start : start + PORTION] for start in range(0, len(every), PORTION)]
    read = partial(_portion, home, wanted)
    if workers < 2:
        return tuple(each for portion in portions for each in read(portion))
    with ProcessPoolExecutor(workers, mp_context=get_context(_start())) as pool:
        return tuple(each for portion in pool.map(read, portions) for each in portion)


def workers_for(home: Path) -> int:
    """Give how many processes are worth their start for the cases of a home folder."""
    return min(os.cpu_count() or 1, MOST_WORKERS) if len(references(home)) >= MANY_CASES else 1


def _start() -> str:
    """Give how to start a process: as a copy of this one, which is quick, where that is safe."""
    # A copy of a process with several threads might wait for ever for a lock that one of them had.
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if is_safe else "spawn"


def _portion(
    home: Path, wanted: Callable[[CaseFolder], T], some: tuple[str, ...]
) -> list[Read[T] | Unread]:
    partnership = load_partnership(home)
    sha256 = hashlib.sha256((home / PARTNERSHIP_FILE).read_bytes()).hexdigest()
    found: list[Read[T] | Unread] = []
    for reference in some:
        try:
            found.append(Read(reference, wanted(read_case(home, reference, partnership, sha256))))
        except CaseFileError as error:
            problems = error.problems or (Problem(file=CASE_FILE, problem=error.sentence),)
            found.append(Unread(reference, error.sentence, problems))
    return found


def _from_home(reference: str, problem: Problem) -> Problem:
    return replace(problem, file=f"{CASES}/{reference}/{problem.file}")
