"""Makes a case folder to fill in, and a partnership file where there is none yet."""

from __future__ import annotations

import re
from pathlib import Path

from lscp_docs.casefile.case_folder import CASE_FILE, CASES, PARTNERSHIP_FILE
from lscp_docs.casefile.writing import write_new
from lscp_docs.errors import UsageError
from lscp_docs.shipped import bundled

REFERENCE = re.compile(r"[A-Z0-9][A-Z0-9-]{2,39}")


def new_case(home: Path, reference: str) -> Path:
    """Write the case file of a new case, commented and nearly empty, and give its path.

    Raises UsageError for a reference that is no reference or is taken: nothing is overwritten.
    """
    path = case_path(home, reference)
    blank = bundled("templates").joinpath("new_case.toml").read_text("utf-8")
    return write_new(path, blank.replace("REFERENCE", reference).encode())


def case_path(home: Path, reference: str) -> Path:
    """Give the path of the case file that a new case will have.

    Raises UsageError for a reference that is no reference or is taken.
    """
    if not REFERENCE.fullmatch(reference):
        raise UsageError(
            "A case reference has 3 to 40 capital letters, digits and hyphens, such as "
            "HSCP-2026-003, and never a name."
        )
    path = home / CASES / reference / CASE_FILE
    if path.parent.exists():
        raise UsageError(f"There is a case {reference} already: {path.parent}.")
    return path


def new_partnership(home: Path) -> Path:
    """Write a partnership file to fill in, and give its path; raise OutputError if there is one."""
    blank = bundled("templates").joinpath("new_partnership.toml").read_bytes()
    return write_new(home / PARTNERSHIP_FILE, blank)
