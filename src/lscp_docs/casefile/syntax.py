"""Why a text is not TOML, in words for the person who typed it, and what is left without it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lscp_docs.casefile.positions import KeyPath, Statement, positions, statements
from lscp_docs.errors import Problem

AT_MOST = 30
"""Faults of writing listed in one go; a file with more is likely no TOML at all."""

STOPS_HERE = "Checking stops here: mend this, then check again for what follows."


@dataclass(frozen=True, slots=True)
class Cause:
    """A likely cause: tomllib's message and the line it speaks of must both fit, if given."""

    problem: str
    hint: str
    message: str = ""
    line: str = ""


CLOSE_TEXT = 'Close it with " on the same line; put """ before and after a text of several lines.'
QUOTE_IT = 'Put it in straight quotation marks: key = "…".'

# The first that fits is told; the most telling stand first.
CAUSES: tuple[Cause, ...] = (
    Cause(
        "A key or section stands here for the second time.",
        "Keep one of the two.",
        message="Cannot overwrite|Cannot declare|Cannot redefine|Cannot mutate|Duplicate inline",
    ),
    Cause(
        "Curly quotation marks stand where TOML needs straight ones.",
        "Type \" or ' anew in a plain text editor; a word processor makes curly ones.",
        line=r"(^|[=\[,]|^[^\"'=]*)\s*[“”„‟‘’‚«»]",
    ),
    Cause(
        "A backslash stands in a text in double quotation marks.",
        "Put the text in single quotation marks ('…') or type each backslash twice.",
        message=r"Unescaped|Invalid hex|Escaped character",
    ),
    Cause("A text is opened and not closed on its line.", CLOSE_TEXT, message=r"character '\\n'"),
    Cause(
        "A text is opened and never closed.",
        "Close it with the same quotation marks that open it (one or three).",
        message=r"Unterminated|Expected [\"']'",
    ),
    Cause(
        "A character that cannot be seen stands here.",
        "Delete it and type the place anew.",
        message="Illegal character|Found invalid character",
    ),
    Cause(
        "A day that does not exist, or a time that does not, stands here.",
        "Write a date such as 2026-03-02: year, month, day.",
        message="Invalid date",
    ),
    Cause(
        "A day that does not exist stands here.",
        "Write a date such as 2026-03-02: year, month, day.",
        line=r"=\s*\d{4}-\d{2}-\d{2}\s*(#|$)",
    ),
    Cause(
        "A time of day stands here without seconds.",
        "Write hours, minutes and seconds: 14:30:00.",
        line=r"=\s*(\d{4}-\d{2}-\d{2}[Tt ])?\d{1,2}:\d{2}\s*(#|$)",
    ),
    Cause(
        "A number of too many figures stands here.",
        QUOTE_IT,
        message="Exceeds the limit",
    ),
    Cause(
        "A date stands here in another order or form.",
        "Write year, month and day, the last two with two figures: 2026-03-02.",
        line=r"=\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})\b",
    ),
    Cause(
        "A number that begins with 0, such as a telephone number, stands without quotation marks.",
        QUOTE_IT,
        line=r"=\s*\+?0\d",
    ),
    Cause(
        "A yes or no is written in another way than TOML has it.",
        "Write true or false, in small letters.",
        line=r"=\s*(?i:true|false|yes|no|on|off)\s*(#|$)",
    ),
    Cause(
        "Nothing stands after the equals sign.",
        "Write the value, or leave the whole line out when it is not known.",
        line=r"^[^=]*=\s*(#|$|(?i:none|null|nil)\b)",
    ),
    Cause(
        "A quotation mark or apostrophe inside a text ends it early.",
        "Put three quotation marks before and after the text.",
        message="Expected newline",
        line=r"=\s*(\"[^\"]*\"|'[^']*')\s*[^\s#]",
    ),
    Cause(
        "A colon stands where TOML has an equals sign.",
        "Write key = value.",
        line=r"^\s*[\w\" -]+:(\s|$)",
    ),
    Cause(
        "A key of several words stands here.",
        "Join the words with underscores: date_of_birth = …",
        line=r"^\s*[\w-]+([ \t]+[\w-]+)+\s*=",
    ),
    Cause(
        "A list is written with dashes.",
        'Write a list as key = ["…", "…"].',
        line=r"^\s*[-*•–]\s",
    ),
    Cause(
        "The line should be a section heading, and its brackets or name are not as TOML has them.",
        "Write [section], or [[section]] for one item of several, and nothing after it.",
        line=r"^\s*\[",
    ),
    Cause(
        "A list is not closed, or a comma between two of its items is missing.",
        "Put a comma after each item and ] after the last.",
        message="Unclosed array",
    ),
    Cause(
        "A table in curly brackets is not closed on its line, or a comma is missing in it.",
        "Keep { … } on one line, or give it a section of its own.",
        line=r"\{",
    ),
    Cause("A text stands without quotation marks.", QUOTE_IT, message="Invalid value"),
    Cause(
        "This line is not of the form key = value.",
        'Write key = value; put """ before and after a text of several lines.',
        message="Expected '='|Invalid statement|Invalid initial",
    ),
    Cause(
        "Something stands after the value that TOML does not expect there.",
        "Keep one key = value on a line; put texts in quotation marks.",
        message="Expected newline",
    ),
    Cause("This is not TOML.", "Look at the line and the one above it."),
)


@dataclass(frozen=True)
class Parsed:
    """What could be read of a TOML text, what is wrong with it, and which lines were left out.

    With problems, `document` is what remains without the faulty statements; it is None when
    the rest cannot be told apart from a fault.
    """

    document: Mapping[str, object] | None
    text: str
    problems: tuple[Problem, ...] = ()


def parse(text: str, *, file: str, known_keys: Collection[str]) -> Parsed:
    """Parse TOML and list its faults; a faulty statement is left out to look at those after it.

    A key is shown in a problem's path only if it is in `known_keys`.
    """
    text = text.replace("\r\n", "\n")
    found: list[Problem] = []
    while True:
        try:
            return Parsed(tomllib.loads(text), text, tuple(found))
        except RecursionError:
            return Parsed(None, text, (*found, _too_deep(file)))
        except ValueError as error:
            message = str(error)
        fault = _fault(text, message)
        rest = fault.without() if len(found) < AT_MOST else None
        found.append(fault.problem(file, known_keys, goes_on=rest is not None))
        if rest is None:
            return Parsed(None, text, tuple(found))
        text = rest


@dataclass(frozen=True)
class _Fault:
    text: str
    message: str
    line: int
    statement: Statement | None
    earlier: int | None

    @property
    def is_second(self) -> bool:
        return re.match(CAUSES[0].message, self.message) is not None

    def problem(self, file: str, known_keys: Collection[str], *, goes_on: bool) -> Problem:
        line = self._telling_line()
        cause = _cause(self.message, self.text.split("\n")[line - 1])
        hint = cause.hint
        if self.is_second and self.earlier is not None:
            hint = f"It stands on line {self.earlier} already. {hint}"
        path = self.statement.path if self.statement else ()
        return Problem(
            file=file,
            problem=cause.problem,
            hint=hint if goes_on else f"{hint} {STOPS_HERE}",
            line=line,
            path=_shown(path, known_keys),
        )

    def without(self) -> str | None:
        """Give the text with the faulty statement blanked, its lines kept; None if unsafe."""
        part = self.statement
        if part is None or part.is_header or not part.closed:
            return None
        if not self.is_second and not part.first <= self.line <= part.last:
            return None
        rows = self.text.split("\n")
        rows[part.first - 1 : part.last] = [""] * (part.last - part.first + 1)
        return "\n".join(rows)

    def _telling_line(self) -> int:
        part = self.statement
        begins_earlier = part is not None and (self.is_second or not part.closed)
        return part.first if part is not None and begins_earlier else self.line


def _fault(text: str, message: str) -> _Fault:
    rows = text.split("\n")
    at = re.search(r"at line (\d+), column", message)
    line = int(at.group(1)) if at else _line_of_long_number(rows) or _last_with_words(rows)
    parts = statements(text)
    part = next((each for each in reversed(parts) if each.first <= line), None)
    if at is None:
        part = next((each for each in parts if not each.is_sound), part)
        line = part.first if part else line
    earlier = None
    if part is not None and not message.startswith("Duplicate inline"):
        earlier = positions("\n".join(rows[: part.first - 1])).line(part.path)
    return _Fault(text, message, line, part, earlier)


def _cause(message: str, line: str) -> Cause:
    return next(
        cause
        for cause in CAUSES
        if re.search(cause.message, message) and re.search(cause.line, line)
    )


def _shown(path: KeyPath, known_keys: Collection[str]) -> str:
    parts = [str(part + 1) if isinstance(part, int) else part for part in path]
    ours = all(isinstance(part, int) or part in known_keys for part in path)
    return ".".join(parts) if ours else ""


def _line_of_long_number(rows: list[str]) -> int | None:
    # Python refuses to read a whole number of more than 4,300 figures and does not say where.
    return next((n for n, row in enumerate(rows, 1) if re.search(r"\d{4301}", row)), None)


def _last_with_words(rows: list[str]) -> int:
    return max((n for n, row in enumerate(rows, 1) if row.strip()), default=1)


def _too_deep(file: str) -> Problem:
    return Problem(
        file=file,
        problem="Lists or tables stand inside one another too deeply to be read.",
        hint=f"Give them sections of their own. {STOPS_HERE}",
    )
