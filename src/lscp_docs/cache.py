"""What was costly to work out and holds nothing of a case, kept from one run to the next.

Compiled templates are code, so the folder must be this user's alone: one that belongs to somebody
else, or that others may write to, is not used. What cannot be read or written is worked out anew,
without a word.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import stat
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

SWITCH: Final = "LSCP_DOCS_CACHE"
"""The environment variable that switches the cache off when it says `off`."""

_DIGEST: Final = 32
_OTHERS_MAY_WRITE: Final = 0o022
_POSIX: Final = hasattr(os, "geteuid")


def kept(name: str, made_from: bytes) -> Any | None:
    """Return what was kept as `name`, if it was made from the same bytes by the same programs."""
    try:
        folder = _folder()
        if folder is None:
            return None
        file = os.open(folder / name, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with open(file, "rb") as stream:  # noqa: PTH123  a descriptor, whose owner is checked
            data = stream.read() if _is_ours(os.fstat(file)) else b""
    except OSError:
        return None
    # Marshal crashes on damaged data, so nothing reaches it that is not whole.
    if data[:_DIGEST] != _seal(made_from, data[_DIGEST:]):
        return None
    return marshal.loads(data[_DIGEST:])  # noqa: S302  ours, whole, and written by this program


def keep(name: str, made_from: bytes, value: Any) -> None:
    """Keep `value` (text, bytes, numbers, tuples, code) as `name`, in place of what was there."""
    try:
        folder = _folder()
        if folder is None:
            return
        data = marshal.dumps(value)
        passing = folder / f"{name}.{os.urandom(8).hex()}"
        file = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with open(file, "wb") as stream:  # noqa: PTH123  a descriptor, made for this user alone
                stream.write(_seal(made_from, data) + data)
            passing.replace(folder / name)
        except OSError:
            passing.unlink(missing_ok=True)
    except OSError:
        return


def _seal(made_from: bytes, data: bytes) -> bytes:
    """Return a digest of what was kept and of everything that would make it another."""
    seal = hashlib.sha256(_programs())
    for part in (made_from, data):
        seal.update(hashlib.sha256(part).digest())
    return seal.digest()


@lru_cache(maxsize=1)
def _programs() -> bytes:
    """Name the programs that had a hand in it: Python, each installed package, our own files."""
    packages = (
        entry
        for folder in map(Path, sys.path)
        if folder.is_dir()
        for entry in os.listdir(folder)  # noqa: PTH208  names are enough, and come sooner
        if entry.endswith((".dist-info", ".egg-info"))
    )
    files = (
        f"{place} {status.st_mtime_ns} {status.st_size}"
        for place, status in _files(Path(__file__).parent)
    )
    return "\n".join((sys.version, *sorted(packages), *sorted(files))).encode()


def _files(folder: Path) -> list[tuple[str, os.stat_result]]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                found += _files(Path(entry.path))
            elif entry.name.endswith(".py"):
                found.append((entry.path, entry.stat()))
    return found


def _folder() -> Path | None:
    """Return the folder, made for this user alone, or None where there is none to be trusted."""
    place = None if os.environ.get(SWITCH) == "off" else _place()
    if place is None:
        return None
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place if _is_ours(place.lstat()) else None


def _place() -> Path | None:
    """Return where this computer keeps caches of a user."""
    if sys.platform == "win32":
        given = os.environ.get("LOCALAPPDATA")
        return Path(given) / "lscp-docs" / "cache" if given else None
    given = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(given):  # noqa: PTH117  an empty text is no path
        return Path(given) / "lscp-docs"
    home = os.environ.get("HOME", "")
    caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path(home) / caches / "lscp-docs" if os.path.isabs(home) else None  # noqa: PTH117


def _is_ours(status: os.stat_result) -> bool:
    """Tell whether a file or folder is this user's, and closed to the writing of others."""
    if not _POSIX:  # a Windows profile is closed to other users by itself
        return not stat.S_ISLNK(status.st_mode)
    ours = status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE
    return ours and not stat.S_ISLNK(status.st_mode)
