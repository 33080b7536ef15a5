"""One row of what was looked for on this computer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a check came out; a warning leaves everything but what it names working."""

    OK = "ok"
    WARNING = "warning"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked for: what was found, and what to type where it is wanting."""

    subject: str
    state: State
    found: str
    mend: str = ""
