"""Where the partnership's files are: the folder that holds `partnership.toml`."""

from __future__ import annotations

from pathlib import Path

from lscp_docs.errors import UsageError

MARK = "partnership.toml"


def nearest_home(start: Path) -> Path | None:
    """Return the nearest folder from `start` upwards that holds a `partnership.toml`."""
    folder = start.resolve()
    return next((each for each in (folder, *folder.parents) if (each / MARK).is_file()), None)


def home_folder(given: str | None) -> Path:
    """Return the folder asked for (`--home`, LSCP_DOCS_HOME), else the nearest one upwards.

    Raises `UsageError` where there is none, or where the folder asked for holds no
    `partnership.toml`.
    """
    home = nearest_home(Path.cwd()) if given is None else Path(given)
    if home is None:
        raise UsageError(
            f"There is no {MARK} in this folder or above it: go to the partnership's folder, or "
            "name it with `lscp-docs --home DIR` or LSCP_DOCS_HOME."
        )
    if not (home / MARK).is_file():
        raise UsageError(f"The folder {home} holds no {MARK}: name the folder that does.")
    return home
