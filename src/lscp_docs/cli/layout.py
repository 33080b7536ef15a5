"""How words stand on a terminal: aligned tables and wrapped sentences, at most 80 columns wide."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

WIDTH = 79
GAP = "  "
UNBROKEN = "\0"
COMMAND = re.compile(r"`[^`]+`|(?<=: )lscp-docs [^.,;]*$")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give the rows under their heads; the last column takes what is left of the line.

    A line break in a cell of the last column begins a new line there.
    """
    lines = [tuple(row) for row in rows]
    *fixed, _ = zip(heads, *lines, strict=True)
    widths = [max(map(_wide, column)) for column in fixed]
    room = max(WIDTH - sum(widths) - len(GAP) * len(widths), 16)
    printed = [_row(row, widths, room) for row in (tuple(heads), *lines)]
    rule = "-" * min(WIDTH, max(_wide(line) for text in printed for line in text.splitlines()))
    return "\n".join([printed[0], rule, *printed[1:]])


def wrapped(text: str, *, indent: int = 4) -> str:
    """Give a sentence in lines of the terminal's width, the later ones indented.

    A command to type is never broken: what stands between backticks, or ends the sentence after a
    colon.
    """
    whole = COMMAND.sub(lambda found: found[0].replace(" ", UNBROKEN), text)
    lines = textwrap.wrap(
        whole,
        WIDTH,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace(UNBROKEN, " ")


def counted(number: int, noun: str) -> str:
    """Give "1 problem", "2 problems"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def short_day(day: dt.date) -> str:
    """Give a day in eleven columns: " 2 Mar 2026"."""
    return f"{day.day:>2} {day:%b %Y}"


def from_here(path: Path) -> str:
    """Give a path as a person in the present folder would type it."""
    here, whole = Path.cwd(), path.resolve()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)


def _row(row: Sequence[str], widths: Sequence[int], room: int) -> str:
    *first, last = row
    cells = (cell + " " * (width - _wide(cell)) for cell, width in zip(first, widths, strict=True))
    start = GAP.join(cells)
    parts = (
        textwrap.wrap(part, room, break_on_hyphens=False, break_long_words=False)
        for part in last.split("\n")
    )
    begin, *more = [line for lines in parts for line in lines] or [""]
    indent = " " * (sum(widths) + len(GAP) * len(widths))
    return "\n".join([f"{start}{GAP}{begin}".rstrip(), *(f"{indent}{line}" for line in more)])


def _wide(cell: str) -> int:
    return len(click.unstyle(cell))
