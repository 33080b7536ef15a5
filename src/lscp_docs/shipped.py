"""Where the shipped folders are: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def bundled(name: str) -> Traversable:
    """Return the shipped folder `name` ("templates", "sample_cases")."""
    shipped = files("lscp_docs") / "bundled" / name
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / name
