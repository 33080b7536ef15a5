"""The password that opens forms: typed unseen, or the first line of a file; never an argument."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from lscp_docs.errors import UsageError

SHORTEST = 10


def password_options(asks: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the options `--password` and `--password-file`."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        from_file = click.option(
            "--password-file",
            type=click.Path(exists=True, dir_okay=False),
            metavar="FILE",
            help="Take that password from the first line of a file.",
        )
        return click.option("--password", is_flag=True, help=asks)(from_file(command))

    return add


def new_password(file: str | None, *, is_wanted: bool) -> str:
    """Give a password to protect files with, typed twice; empty where none is wanted.

    Raises UsageError for one that is too short, or a file that is no text.
    """
    given = password(file, is_wanted=is_wanted, is_new=True)
    if given and len(given) < SHORTEST:
        raise UsageError(
            f"The password is too short: take {SHORTEST} characters or more, for example three or "
            "four words."
        )
    return given


def password(file: str | None, *, is_wanted: bool, is_new: bool = False) -> str:
    """Give a password; empty where none is wanted. Raises UsageError for a file that is no text."""
    if file is not None:
        return _first_line(Path(file))
    if not is_wanted:
        return ""
    words = "Password for the forms"
    return str(click.prompt(words, hide_input=True, confirmation_prompt=is_new))


def _first_line(file: Path) -> str:
    try:
        return (file.read_text("utf-8-sig").splitlines() or [""])[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file.name} cannot be read as a text in UTF-8.") from error
