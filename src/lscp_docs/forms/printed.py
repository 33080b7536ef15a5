"""A printed copy of a form, read into a draft: every answer of it is for a person to confirm."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from lscp_docs.forms.observed import PrintedBox

SECONDS = 60.0
"""How long one copy may take: its pages are read letter by letter."""


def can_read_prints() -> bool:
    """True when the optional package is installed (`pip install lscp-docs[print]`)."""
    return find_spec("pdfplumber") is not None


def read_print(printed: Path, form: Path) -> tuple[PrintedBox, ...]:
    """Give what stands in the boxes of a printed copy of a form that was sent.

    `form` is the form as it was sent: its boxes tell where to look. Read in a child process with
    the limits of `forms.limits`; nothing where the copy's pages are not those of the form, where
    they cannot be read, or without the optional package.
    """
    if not can_read_prints():
        return ()
    asked = json.dumps([str(printed.resolve()), str(form.resolve())]).encode() + b"\n"
    try:
        told = subprocess.run(
            [sys.executable, "-P", "-m", "lscp_docs.forms.print_regions"],
            input=asked,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        ).stdout
        return TypeAdapter(tuple[PrintedBox, ...]).validate_json(told)
    except (subprocess.SubprocessError, OSError, ValidationError):
        return ()
