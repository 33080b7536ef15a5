"""Reads a hand-written TOML file into a model, or says everything that is wrong with it at once."""

from __future__ import annotations

import codecs
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from lscp_docs.casefile.unprintable import UNPRINTABLE, texts
from lscp_docs.errors import CaseFileError, Problem

M = TypeVar("M", bound=BaseModel)

LARGEST = 5_000_000
"""Bytes; a case file is a few pages of text, so a larger one is some other file."""

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SAVE_AS = "Save it as UTF-8 (in Notepad: File, Save as, Encoding: UTF-8)."


def read_toml(path: Path, model: type[M]) -> M:
    """Give the model that the TOML file describes.

    The file is UTF-8, with or without a byte order mark, of at most 5 MB. Raises CaseFileError
    with every problem found, sorted by line; neither it nor anything chained to it holds a word
    of what the file says.
    """
    read = _read(path, model)
    # Raised outside every `except`, so that no chained error carries what was read.
    if isinstance(read, tuple):
        raise unusable(path.name, read)
    return read


def unusable(file: str, problems: tuple[Problem, ...]) -> CaseFileError:
    """Give the error that tells all problems of a file."""
    things = "1 thing" if len(problems) == 1 else f"{len(problems)} things"
    return CaseFileError(f"{file} cannot be used: {things} to mend.", problems)


def _read(path: Path, model: type[M]) -> M | tuple[Problem, ...]:
    text = text_of(path)
    if isinstance(text, Problem):
        return (text,)
    read = _sound(text, model)
    if read is None:
        from lscp_docs.casefile.faults import faults  # most files have none to look for

        return faults(text, model, file=path.name)
    return read


def _sound(text: str, model: type[M]) -> M | None:
    """Give the model that a TOML text describes, or None where anything at all is wrong with it."""
    if UNPRINTABLE.search(text):
        return None
    try:
        document = tomllib.loads(text)
        # The text has no such character itself, so only a backslash code can have made one.
        if "\\" in text and any(UNPRINTABLE.search(words) for _, words in texts(document)):
            return None
        return model.model_validate(document)
    except (ValueError, RecursionError):  # of tomllib, or a ValidationError
        return None


def text_of(path: Path) -> str | Problem:
    """Give the text of the file with plain line ends, or why there is none."""
    try:
        if path.stat().st_size > LARGEST:
            return _whole(path, f"This is larger than {LARGEST:,} bytes.", "Is it the right file?")
        data = path.read_bytes()
    except OSError as error:
        return _unopened(path, error)
    if data.startswith(UTF_16) or b"\0" in data[:4]:
        return _whole(path, "This is saved as UTF-16, which Notepad calls “Unicode”.", SAVE_AS)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    return replace(_whole(path, "A letter stands here that is not in UTF-8.", SAVE_AS), line=line)


def _unopened(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        if path.with_name(f"{path.name}.txt").exists():
            hint = f"Rename {path.name}.txt: an editor has put .txt behind its name."
        else:
            hint = f"The folder {path.parent.name or '.'} was searched for it."
        return _whole(path, "There is no such file.", hint)
    if isinstance(error, IsADirectoryError):
        return _whole(path, "This is a folder, not a file.", "Name the file inside it.")
    return _whole(path, "This cannot be opened.", "Is it open elsewhere, or closed to this user?")


def _whole(path: Path, problem: str, hint: str) -> Problem:
    return Problem(file=path.name, problem=problem, hint=hint)
