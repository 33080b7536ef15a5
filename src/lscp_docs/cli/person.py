"""Who is at work: the name that a history keeps beside what was done."""

from __future__ import annotations

import os


def by_whom() -> str:
    """Give LSCP_DOCS_USER, else the name under which a person is logged in on this computer."""
    given = os.environ.get("LSCP_DOCS_USER", "") or _logged_in()
    return "".join(letter for letter in given if letter.isprintable()).strip() or "unknown"


def _logged_in() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container may know no names
        return ""
