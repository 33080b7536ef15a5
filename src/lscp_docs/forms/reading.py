"""The child process that reads returned files: a path and
a password in, what was seen out, a line of JSON each.

`returned.Reader` starts and stops it. It reads the files that it is named and nothing else, and
what a file says goes nowhere but into the answer. On Windows the system limits neither its memory
nor its processor time: there the clock of the parent process alone ends a file that asks for too
much.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import BinaryIO

from lscp_docs.forms import limits
from lscp_docs.forms.examine import observe
from lscp_docs.forms.observed import Observed, Opening


def main() -> None:
    """Serve the paths on standard input until it ends."""
    # Whatever else might print must not stand between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    limits.tighten()
    renew = limits.confine()
    answers.write(limits.READY)
    answers.flush()
    for line in sys.stdin.buffer:
        renew()
        _answer(answers, *json.loads(line))


def _answer(answers: BinaryIO, path: str, password: str) -> None:
    try:
        seen = observe(_bytes(Path(path)), password)
        told = seen.model_dump_json()
    except MemoryError:
        told = Observed(opening=Opening.TOO_LARGE).model_dump_json()
    answers.write(told.encode() + b"\n")
    answers.flush()


def _bytes(path: Path) -> bytes:
    """Give a file's bytes, one more than the largest at most; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(limits.LARGEST_FILE + 1)
    except OSError:
        return b""


if __name__ == "__main__":
    main()
