"""Writes files so that none is ever overwritten and none is ever half there."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from lscp_docs.errors import OutputError

MODE = 0o660
"""Who may read a new file: its writer and the unit's group, as far as the system's mask lets; files
of a case are nobody else's, and none of them is a program."""


def free_name(folder: Path, stem: str, endings: tuple[str, ...], *others: Path) -> str:
    """Give `stem`, or `stem_2`, `stem_3`…: the first that no file with these endings has.

    Nor may a record in the folder, or in one of `others`, have it.
    """
    names = (stem if number == 1 else f"{stem}_{number}" for number in count(1))
    taken = (*endings, ".json")
    return next(
        name
        for name in names
        if not any((folder / f"{name}{end}").exists() for end in taken)
        and not any((other / f"{name}.json").exists() for other in others)
    )


def write_new(path: Path, data: bytes) -> Path:
    """Write a new file whole or not at all, and give its path back.

    The bytes go to a temporary file in the same folder, reach the disk, are read back and get
    their name by a link that never replaces a file. Raises OutputError when a file of that name
    is there already, or the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _link_new(path, data)
    except OSError as error:
        if isinstance(error, FileExistsError) and path.exists():
            raise OutputError(
                f"{path} is there already and is never overwritten: name another file."
            ) from error
        why = error.strerror or type(error).__name__
        raise OutputError(f"{path} could not be written: {why}.") from error
    return path


def _link_new(path: Path, data: bytes) -> None:
    temporary = path.parent / f".writing-{os.getpid()}-{path.name}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, MODE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if temporary.read_bytes() != data:
            raise OutputError(f"{path.name} could not be read back as it was written.")
        _name_once(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _name_once(temporary: Path, path: Path) -> None:
    """Give a whole file its name; raise FileExistsError where another file has it."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # Some drives and shares know no links: the name is claimed with an empty file of our own,
        # which the whole one then replaces in one step.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE))
        temporary.replace(path)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system knows how."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
