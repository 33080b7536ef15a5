"""Whether Python and its packages are new enough, by the package's own metadata."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata

from lscp_docs.installation.checks import Check, State

DISTRIBUTION = "lscp-docs"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A package that the installed lscp-docs asks for, and the versions that it accepts."""

    name: str
    at_least: str
    below: str = ""

    def accepts(self, version: str) -> bool:
        """Return whether a version lies within what is asked for."""
        number = _number(version)
        return number >= _number(self.at_least) and not (
            self.below and number >= _number(self.below)
        )

    @property
    def wanted(self) -> str:
        """Return the accepted versions in words."""
        return f"{self.at_least} or later" + (f", below {self.below}" if self.below else "")

    @property
    def as_argument(self) -> str:
        """Return what pip is given to install the package."""
        return f"{self.name}>={self.at_least}" + (f",<{self.below}" if self.below else "")


def requirements() -> tuple[Requirement, ...]:
    """Return what the installed package's own metadata asks for (nothing if not installed)."""
    try:
        lines = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return ()
    return tuple(read_requirement(line) for line in lines if "extra ==" not in line)


def read_requirement(line: str) -> Requirement:
    """Return one `Requires-Dist` line ("pydantic<3,>=2.14") as a requirement."""
    name = re.match(r"[\w.-]+", line)
    at_least = re.search(r">=\s*([\d.]+)", line)
    below = re.search(r"<\s*([\d.]+)", line)
    if not name or not at_least:
        msg = f"the package asks for {line!r} without a lowest version"
        raise ValueError(msg)
    return Requirement(name[0], at_least[1], below[1] if below else "")


def check_python() -> Check:
    """Return whether this Python is new enough."""
    wanted = Requirement("python", "3.11")
    version = ".".join(map(str, sys.version_info[:3]))
    if wanted.accepts(version):
        return Check("Python", State.OK, version)
    return Check(
        "Python",
        State.MISSING,
        f"{version}, but {wanted.wanted} is needed",
        "install a newer Python from python.org or your system, then install lscp-docs with it",
    )


def check_packages(wanted: Iterable[Requirement]) -> Iterator[Check]:
    """Yield a check for each Python package: there at all, and a version that was tested."""
    wanted = tuple(wanted)
    if not wanted:
        yield Check(
            "Python packages",
            State.WARNING,
            "cannot be checked: lscp-docs runs from a folder and is not installed",
            f"{sys.executable} -m pip install .",
        )
    for requirement in wanted:
        yield _check_package(requirement)


def _check_package(wanted: Requirement) -> Check:
    mend = f'{sys.executable} -m pip install "{wanted.as_argument}"'
    try:
        version = metadata.version(wanted.name)
    except metadata.PackageNotFoundError:
        return Check(wanted.name, State.MISSING, f"not installed ({wanted.wanted})", mend)
    if wanted.accepts(version):
        return Check(wanted.name, State.OK, version)
    return Check(wanted.name, State.MISSING, f"{version}, but {wanted.wanted} is needed", mend)


def _number(version: str) -> tuple[int, ...]:
    """Return a version as numbers to compare; "8.4.0rc1" counts as 8.4.0, "3" as 3.0.0."""
    numbers = [int(part) for part in re.findall(r"\d+", re.split(r"[a-z+]", version)[0])]
    return tuple([*numbers, 0, 0, 0][:3])
