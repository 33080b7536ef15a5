"""Every error that a person can meet: a class, an exit code and a sentence on how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the command hands back to the shell; never renumbered."""

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    CASE = 3
    TEMPLATE = 4
    RETURN = 5
    OUTPUT = 6
    DISCLOSURE = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong and how to mend it; never holds what a case says.

    `file` is the name of the file, `line` counts from 1 (None: the whole file), `path` is the
    dotted key of a case file or the part and paragraph of a template.
    """

    file: str
    problem: str
    hint: str = ""
    line: int | None = None
    path: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [place, self.path, self.problem] if self.path else [place, self.problem]
        return f"{': '.join(parts)} {self.hint}".rstrip()


class LscpDocsError(Exception):
    """The parent of all errors that carry a sentence for a person."""

    exit_code = ExitCode.UNEXPECTED

    def __init__(self, sentence: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.problems = problems


class UsageError(LscpDocsError):
    """The command was given something that does not exist or does not go together."""

    exit_code = ExitCode.USAGE


class CaseFileError(LscpDocsError):
    """A case or partnership file is wrong; `problems` holds every fault at once."""

    exit_code = ExitCode.CASE


class MissingFactsError(CaseFileError):
    """A final document was asked for while the case still lacks facts that it must state."""


class TemplateError(LscpDocsError):
    """A template is wrong, missing or asks for something that no context has."""

    exit_code = ExitCode.TEMPLATE


class ReturnedFormError(LscpDocsError):
    """A returned form does not hold what was asked of it; `problems` names the questions."""

    exit_code = ExitCode.RETURN


class OutputError(LscpDocsError):
    """A file could not be written, or an engine that writes it is not installed."""

    exit_code = ExitCode.OUTPUT


class LockedError(OutputError):
    """Somebody else is writing to the same case, and has not finished in time."""


class HistoryError(OutputError):
    """A history is not as it was written; `problems` names the line."""


class DisclosureError(LscpDocsError):
    """Something identifying would have reached a reader who may not see it."""

    exit_code = ExitCode.DISCLOSURE


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return “Did you mean a or b?” for the known names most like a word, or an empty text."""
    import difflib  # most runs make no slip

    plain = {name.casefold(): name for name in known}
    near = [plain[name] for name in difflib.get_close_matches(word.casefold(), plain, cutoff=0.6)]
    return f"Did you mean {' or '.join(near)}?" if near else ""
