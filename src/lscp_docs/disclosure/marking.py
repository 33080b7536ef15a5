"""The protective marking of a paper, and what its reader must do with a marked one."""

from __future__ import annotations

from enum import StrEnum


class Marking(StrEnum):
    """The protective marking on every page; public documents carry none."""

    OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"
    NONE = ""


HANDLING: dict[Marking, str] = {
    Marking.OFFICIAL_SENSITIVE: (
        "For the named recipients only. Do not copy or forward. Keep it secure, and return or "
        "destroy it when it is no longer needed."
    ),
    Marking.NONE: "",
}
"""What the reader of a marked document must do with it."""
