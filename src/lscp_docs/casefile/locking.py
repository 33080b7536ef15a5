"""One writer at a time: a lock on a folder that people of a unit share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lscp_docs.errors import LockedError

LOCK_SECONDS = 10
"""How long to wait for somebody else who is writing to the same folder."""


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Hold the lock `name` of a folder; raise LockedError where somebody else keeps it for long."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(folder / name, timeout=LOCK_SECONDS):
            yield
    except Timeout as error:
        raise LockedError(
            f"Somebody else has been writing to {folder.name} for more than {LOCK_SECONDS} "
            "seconds. Wait until that is done, then run the command again."
        ) from error
