"""The file that a person asks a command to write: its name must say what it is."""

from __future__ import annotations

import os
from typing import Any

import click


class FileToWrite(click.Path):
    """A path whose ending is that of the format; another would open in the wrong program."""

    def __init__(self, ending: str) -> None:
        super().__init__(dir_okay=False)
        self.ending = ending

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the path, or fail as click does where the name has another ending."""
        path = os.fsdecode(super().convert(value, param, ctx))
        if not path.casefold().endswith(self.ending):
            self.fail(f"The name {path} must end in {self.ending}.", param, ctx)
        return path
