"""On which line of a TOML file each key and each list item stands."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

# tomllib drops positions, and the readers that keep them (tomlkit, toml-sort) are editors many
# times its size: this scanner only finds places and leaves all judgement to tomllib.

KeyPath = tuple[str | int, ...]
"""Where a value stands: keys and item numbers, counted from 0 as Python does."""

_BLANK = re.compile(r"[ \t]*")
_GAP = re.compile(r"(?:[ \t\n]|#[^\n]*)*+")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*'""")
_TEXT = re.compile(
    r'"""(?:\\.|"{1,2}(?!")|[^"\\]++)*+"""(?:"{0,2})'
    r"|'''(?:'{1,2}(?!')|[^']++)*+'''(?:'{0,2})"
    r'|"(?!"")(?:\\[^\n]|[^"\\\n]++)*+"'
    r"|'(?!'')[^'\n]*'",
    re.DOTALL,
)
_PLAIN = re.compile(r"[^,\[\]{}#\n\"']+")


@dataclass(frozen=True, slots=True)
class Positions:
    """The line, counted from 1, of every key path and list item of one TOML document."""

    lines: Mapping[KeyPath, int]

    def line(self, path: KeyPath) -> int | None:
        """Give the line of the path, else of its nearest known parent; None is the whole file."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A section header or a `key = value`, with the lines from its first to its last.

    `is_sound` is False when it is not as TOML has it, `closed` when its end could not be found,
    because a bracket or a text in three quotation marks stays open: what follows it then cannot
    be told apart from it.
    """

    first: int
    last: int
    path: KeyPath
    is_header: bool
    is_sound: bool
    closed: bool


def positions(text: str) -> Positions:
    """Give the line of every key path of a TOML document that `tomllib` has accepted."""
    scan = _Scan(text)
    scan.document()
    return Positions(scan.lines)


def statements(text: str) -> tuple[Statement, ...]:
    """Split a TOML document, sound or broken, into its statements, in their order."""
    scan = _Scan(text)
    scan.document()
    return tuple(scan.statements)


class _UnreadableError(Exception):
    """The statement does not go on as TOML does."""


@dataclass
class _Scan:
    text: str
    at: int = 0
    table: KeyPath = ()
    lines: dict[KeyPath, int] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    items: dict[KeyPath, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.text = self.text.replace("\r\n", "\n")
        self._line_ends = [match.start() for match in re.finditer("\n", self.text)]

    def document(self) -> None:
        self._pass(_GAP)
        while self.at < len(self.text):
            self._statement()
            self._pass(_GAP)

    def _statement(self) -> None:
        start = self.at
        is_header = self.text.startswith("[", start)
        path: KeyPath = ()
        is_sound = closed = True
        try:
            if is_header:
                path = self._header()
            else:
                path = self._key_path(self.table)
                self._assigned(path)
        except _UnreadableError:
            is_sound = False
            line_end = self._end_of_line(start)
            closed = not _opens_more(self.text[start:line_end], is_header=is_header)
            self.at = max(self.at if not closed else start, line_end)
        self.at = self._end_of_line(self.at)
        self.statements.append(
            Statement(
                first=self._line(start),
                last=self._line(self.at),
                path=path,
                is_header=is_header,
                is_sound=is_sound,
                closed=closed,
            )
        )

    def _header(self) -> KeyPath:
        line = self._line(self.at)
        is_item = self.text.startswith("[[", self.at)
        self.at += 2 if is_item else 1
        keys = self._keys()
        self._expect("]]" if is_item else "]")
        path: KeyPath = ()
        for key in keys[:-1]:
            path = self._latest_item((*path, key))
            self.lines.setdefault(path, line)
        path = (*path, keys[-1])
        if is_item:
            self.lines.setdefault(path, line)
            self.items[path] = self.items.get(path, -1) + 1
        path = self._latest_item(path)
        self.lines[path] = line
        self.table = path
        return path

    def _latest_item(self, path: KeyPath) -> KeyPath:
        self.lines.setdefault(path, self._line(self.at))
        return (*path, self.items[path]) if path in self.items else path

    def _key_path(self, table: KeyPath) -> KeyPath:
        line = self._line(self.at)
        path = table
        for key in self._keys():
            path = (*path, key)
            self.lines.setdefault(path, line)
        return path

    def _assigned(self, path: KeyPath) -> None:
        self._expect("=")
        self._pass(_BLANK)
        self._value(path)

    def _keys(self) -> tuple[str, ...]:
        keys = []
        while True:
            self._pass(_BLANK)
            keys.append(_plain_key(self._take(_KEY)))
            self._pass(_BLANK)
            if not self.text.startswith(".", self.at):
                return tuple(keys)
            self.at += 1

    def _value(self, path: KeyPath) -> None:
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        elif opening in ('"', "'"):
            self._take(_TEXT)
        else:
            self._take(_PLAIN)

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        self._pass(_GAP)
        number = 0
        while not self.text.startswith("]", self.at):
            self.lines[(*path, number)] = self._line(self.at)
            self._value((*path, number))
            self._comma_before("]")
            number += 1
        self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        self._pass(_GAP)
        while not self.text.startswith("}", self.at):
            self._assigned(self._key_path(path))
            self._comma_before("}")
        self.at += 1

    def _comma_before(self, closing: str) -> None:
        self._pass(_GAP)
        if self.text.startswith(",", self.at):
            self.at += 1
            self._pass(_GAP)
        elif not self.text.startswith(closing, self.at):
            raise _UnreadableError

    def _pass(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise _UnreadableError
        self.at = match.end()
        return match.group()

    def _expect(self, mark: str) -> None:
        if not self.text.startswith(mark, self.at):
            raise _UnreadableError
        self.at += len(mark)

    def _end_of_line(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _line(self, at: int) -> int:
        return bisect_right(self._line_ends, at - 1) + 1


def _plain_key(raw: str) -> str:
    if raw[0] not in "\"'":
        return raw
    try:
        return next(iter(tomllib.loads(f"{raw} = 0")))
    except tomllib.TOMLDecodeError:
        raise _UnreadableError from None


def _opens_more(line: str, *, is_header: bool) -> bool:
    """Tell whether a line that cannot be read opens something that may end on a later line."""
    if is_header:
        return False
    value = line.partition("=")[2].lstrip()
    return value.startswith(("[", "{", '"""', "'''"))
