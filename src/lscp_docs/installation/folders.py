"""Whether the folders that lscp-docs reads and writes are there."""

from __future__ import annotations

import tempfile
from pathlib import Path

from lscp_docs.installation.checks import Check, State
from lscp_docs.shipped import bundled


def check_folder(subject: str, name: str) -> Check:
    """Return whether a folder that ships with lscp-docs came along."""
    folder = bundled(name)
    if folder.is_dir():
        return Check(subject, State.OK, str(folder))
    mend = "install lscp-docs again from the wheel or the folder that it came from"
    return Check(subject, State.MISSING, f"no folder {folder}", mend)


def check_output(folder: Path) -> Check:
    """Return whether documents can be written to a folder, or to where it would be made."""
    subject = "Output folder"
    standing = next(each for each in (folder, *folder.resolve().parents) if each.exists())
    try:
        # Asking for permission bits is not enough on Windows or a network drive.
        with tempfile.TemporaryFile(dir=standing):
            pass
    except OSError:
        mend = "make it writable, or name another folder with --to DIR"
        return Check(subject, State.MISSING, f"{standing} cannot be written to", mend)
    return Check(subject, State.OK, str(folder))


def check_home(home: Path | None) -> Check:
    """Return whether the partnership's folder is known."""
    subject = "Partnership's folder"
    if home is not None:
        return Check(subject, State.OK, str(home))
    return Check(
        subject,
        State.WARNING,
        "no partnership.toml in this folder or above it",
        "go to the partnership's folder, or use lscp-docs --home DIR",
    )
