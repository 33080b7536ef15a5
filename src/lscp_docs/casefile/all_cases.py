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
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from lscp_docs.casefile.case_folder import (
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


def from_cases(home: Path, wanted: Callable[[CaseFolder], T], *, workers: int = 1) -> tuple[T, ...]:
    """Give what is wanted of every case, in the order of the references.

    With more than one worker, `wanted` is a function of a module, and what it gives can be
    pickled. Raises CaseFileError with every problem of every case, its file named from the home
    folder, so that one broken case hides no other; then nothing is given.
    """
    load_partnership(home)  # what is wrong with it is told once, before any case
    every = references(home)
    portions = [every[start : start + PORTION] for start in range(0, len(every), PORTION)]
    read = partial(_portion, home, wanted)
    if workers < 2:
        found = [each for portion in portions for each in read(portion)]
    else:
        with ProcessPoolExecutor(workers, mp_context=get_context(_start())) as pool:
            found = [each for portion in pool.map(read, portions) for each in portion]
    problems = [problem for each in found if isinstance(each, list) for problem in each]
    if problems:
        broken = sum(isinstance(each, list) for each in found)
        cases = "1 case" if broken == 1 else f"{broken:,} cases"
        raise CaseFileError(
            f"{cases} cannot be used, so nothing was made of the others either: mend what is "
            "listed here first.",
            tuple(problems),
        )
    return tuple(each[0] for each in found if isinstance(each, tuple))


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
) -> list[tuple[T] | list[Problem]]:
    """Give for each case what is wanted of it, alone in a tuple, or the list of its problems."""
    partnership = load_partnership(home)
    sha256 = hashlib.sha256((home / PARTNERSHIP_FILE).read_bytes()).hexdigest()
    found: list[tuple[T] | list[Problem]] = []
    for reference in some:
        try:
            found.append((wanted(read_case(home, reference, partnership, sha256)),))
        except CaseFileError as error:
            place = f"{CASES}/{reference}"
            problems = error.problems or (Problem(file="case.toml", problem=error.sentence),)
            found.append([replace(each, file=f"{place}/{each.file}") for each in problems])
    return found
