"""What was dropped in: files, folders and e-mails, taken only when nobody is still writing them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lscp_docs.errors import UsageError
from lscp_docs.mail import inbox

QUIET_SECONDS = 1.0
"""How long a file must stay as it is before it is taken: copies over a network come in pieces."""

MOST_ROUNDS = 30
"""How often to look before a file that still grows is left for the next time."""

PASSED_OVER = (".", "~$")
"""What the names of hidden files and of Word's lock files begin with."""

PART_ENDINGS = (".part", ".partial", ".crdownload", ".tmp", ".download")
"""What browsers and copying programs call a file that is not whole yet."""

MAIL_ENDINGS = (".eml",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A file that came in, by itself or in an e-mail."""

    name: str
    path: Path
    """Where it lies, or the e-mail that holds it; nothing is ever taken away from there."""
    data: bytes | None
    """The bytes of a file out of an e-mail; None for a file that stands on its own."""
    sender: str = ""
    """The address of the e-mail's sender."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """What can be taken now, and what somebody is still writing."""

    ready: tuple[Arrived, ...]
    growing: tuple[Path, ...]


def arrivals(paths: Iterable[Path], *, wait: Callable[[float], None] = time.sleep) -> Arrivals:
    """Give all files at the paths, those in folders in the order of their names.

    E-mails (.eml) give the files in them; one without any is itself a file that came in. Waits
    until nothing has changed for a second, half a minute at most. Raises UsageError for a path
    that does not exist.
    """
    files = tuple(dict.fromkeys(file for path in paths for file in _files(path)))
    before = _sizes(files)
    growing: list[Path] = list(files)
    for _ in range(MOST_ROUNDS if files else 0):
        wait(QUIET_SECONDS)
        now = _sizes(files)
        growing = [file for file in files if now[file] != before[file]]
        if not growing:
            break
        before = now
    ready = tuple(one for file in files if file not in growing for one in _opened(file))
    return Arrivals(ready=ready, growing=tuple(growing))


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        for inside in sorted(path.rglob("*")):
            if inside.is_file() and not _is_passed_over(inside, path):
                yield inside
    elif path.is_file():
        yield path
    else:
        raise UsageError(f"There is no file or folder {path}.")


def _is_passed_over(file: Path, folder: Path) -> bool:
    parts = file.relative_to(folder).parts
    is_hidden = any(part.startswith(PASSED_OVER) for part in parts)
    return is_hidden or file.suffix.lower() in PART_ENDINGS


def _sizes(files: tuple[Path, ...]) -> dict[Path, tuple[int, int] | None]:
    """Give size and time of change of each file; None for one that is gone."""
    sizes: dict[Path, tuple[int, int] | None] = {}
    for file in files:
        try:
            told = file.stat()
        except OSError:
            sizes[file] = None
        else:
            sizes[file] = (told.st_size, told.st_mtime_ns)
    return sizes


def _opened(file: Path) -> Iterator[Arrived]:
    if file.suffix.lower() not in MAIL_ENDINGS or file.stat().st_size > inbox.LARGEST:
        yield Arrived(name=file.name, path=file, data=None)
        return
    message = inbox.opened(file.read_bytes())
    for number, enclosed in enumerate(message.files, start=1):
        yield Arrived(
            name=enclosed.name or f"{file.name}, file {number}",
            path=file,
            data=enclosed.data,
            sender=message.sender,
        )
    if not message.files:
        yield Arrived(name=file.name, path=file, data=None, sender=message.sender)
