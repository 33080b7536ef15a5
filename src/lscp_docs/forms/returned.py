"""Reading returned files safely: in a child process, with limits on size, time and memory.

>>> with Reader() as reader:
...     seen = reader.observe(path)
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pydantic import ValidationError

from lscp_docs.errors import OutputError
from lscp_docs.forms.limits import LARGEST_FILE, READY, SECONDS
from lscp_docs.forms.observed import Observed, Opening

FILES_A_CHILD = 25
"""After so many files, and after any failure, a fresh process reads on."""

SECONDS_TO_START = 60.0

LONGEST_ANSWER = 32_000_000
"""Bytes; more than all letters of a form and their notes."""


class Reader:
    """Reads returned files one by one; its child process starts with the first and ends with it.

    A file can do no more than spoil the process that reads it: whatever happens there, `observe`
    gives back a state. `password` opens files that are protected by one.
    """

    def __init__(self, *, password: str = "", seconds: float = SECONDS) -> None:
        self._password = password
        self._seconds = seconds
        self._child: _Child | None = None
        self._served = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def observe(self, path: Path) -> Observed:
        """Tell what is in a file.

        Raises OSError where the file cannot be opened, and OutputError where no process starts.
        """
        with path.open("rb") as file:
            if file.seek(0, 2) > LARGEST_FILE:
                return Observed(opening=Opening.TOO_LARGE)
        if self._child is None:
            self._child = _Child()
        told = self._child.ask((str(path.resolve()), self._password), self._seconds)
        seen = _checked(told)
        self._served += 1
        if seen.opening in (Opening.CORRUPT, Opening.TOO_LARGE) or self._served >= FILES_A_CHILD:
            self._end()
        return seen

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
        self._child, self._served = None, 0


def _checked(told: bytes | None) -> Observed:
    """Give what the child has told; it may have been spoilt by what it read."""
    if told is None:
        return Observed(opening=Opening.TOO_LARGE)
    try:
        return Observed.model_validate_json(told)
    except ValidationError:
        return Observed(opening=Opening.CORRUPT)


class _Child:
    """One process, asked a path at a time."""

    def __init__(self) -> None:
        # -P: a folder of returned files that is worked in must not supply modules.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "lscp_docs.forms.reading"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._answers: queue.Queue[bytes] = queue.Queue()
        assert self._process.stdout is not None  # noqa: S101  # it is a pipe
        listener = threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        listener.start()
        if self._answer(SECONDS_TO_START) != READY:
            self.end()
            raise OutputError(
                "Returned files cannot be read: the process that reads them does not start. "
                "Run lscp-docs doctor."
            )

    def _listen(self, answers: IO[bytes]) -> None:
        while line := answers.readline(LONGEST_ANSWER):
            self._answers.put(line)
        self._answers.put(b"")

    def ask(self, file: tuple[str, str], seconds: float) -> bytes | None:
        """Give the answer for a file; empty where the child has died, None where it is too slow."""
        assert self._process.stdin is not None  # noqa: S101  # it is a pipe
        try:
            self._process.stdin.write(json.dumps(file).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            return b""
        return self._answer(seconds)

    def _answer(self, seconds: float) -> bytes | None:
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            return None

    def end(self) -> None:
        """End the process at once; what it reads is not changed by that."""
        self._process.kill()
        self._process.communicate()
