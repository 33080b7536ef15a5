"""Setting up: the Makefile's help, the tested versions, and system packages on Debian."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

PROJECT = Path(__file__).parents[1]
SCRIPT = PROJECT / "tools" / "system_packages.sh"
VERSIONS = [
    line
    for line in (PROJECT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


class Debian:
    """A make-believe Debian: programs on its path are scripts that note how they were called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls = folder / "calls"
        self.calls.touch()
        for name in ("bash", "env", "mktemp", "tail", "rm"):
            (folder / name).symlink_to(f"/usr/bin/{name}")
        self.program("dpkg-query", 'case "$4" in here-*) printf installed ;; *) exit 1 ;; esac')
        self.user(1000)
        self.program("apt-get", self.noted("apt-get"))

    def program(self, name: str, body: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def noted(self, name: str) -> str:
        return f'echo "{name} $*" >> {self.calls}'

    def user(self, number: int) -> None:
        self.program("id", f"echo {number}")

    def install(self, *wanted: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SCRIPT, *wanted],
            env={"PATH": str(self.folder)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    @property
    def called(self) -> list[str]:
        return self.calls.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def debian(tmp_path: Path) -> Debian:
    return Debian(tmp_path)


def test_packages_that_are_there_are_left_alone(debian: Debian) -> None:
    ran = debian.install("here-pango", "env=coreutils")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert debian.called == []


def test_root_installs_what_is_missing_and_only_that(debian: Debian) -> None:
    debian.user(0)
    ran = debian.install("here-pango", "libpango", "no-such-program=fontconfig")
    assert ran.returncode == 0, ran.stderr
    assert debian.called == [
        "apt-get -qq update",
        "apt-get -qq install -y --no-install-recommends libpango fontconfig",
    ]


def test_others_install_through_sudo_where_it_asks_nothing(debian: Debian) -> None:
    debian.program("sudo", f'{debian.noted("sudo")}; shift; [ "$1" = true ] || exec "$@"')
    (debian.folder / "true").symlink_to("/usr/bin/true")
    ran = debian.install("libpango")
    assert ran.returncode == 0, ran.stderr
    assert debian.called[0] == "sudo -n true"
    assert debian.called[-1] == "apt-get -qq install -y --no-install-recommends libpango"


def test_who_may_not_install_is_told_exactly_what_to_run(debian: Debian) -> None:
    debian.program("sudo", "exit 1")
    ran = debian.install("here-pango", "libpango", "fonts-noto-core")
    assert ran.returncode == 1
    assert "\n    sudo apt-get install -y --no-install-recommends libpango fonts-noto-core\n" in (
        ran.stderr
    )
    assert debian.called == []


def test_an_installation_that_fails_stops_with_its_reason_and_the_command(debian: Debian) -> None:
    debian.user(0)
    debian.program("apt-get", '[ "$2" = update ] || { echo "no room on the disk"; exit 100; }')
    ran = debian.install("libpango")
    assert ran.returncode == 1
    assert "no room on the disk" in ran.stderr
    assert "apt-get install -y --no-install-recommends libpango" in ran.stderr


def test_another_system_is_pointed_to_the_instructions(debian: Debian) -> None:
    (debian.folder / "apt-get").unlink()
    ran = debian.install("libpango")
    assert ran.returncode == 0
    assert "docs/install.md" in ran.stderr
    assert (PROJECT / "docs" / "install.md").is_file()


def test_make_help_lists_every_target_that_people_call() -> None:
    listed = subprocess.run(
        ["make", "help"], cwd=PROJECT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    for target in ("help", "demo", "test", "check-clients", "format", "build", "clean"):
        assert re.search(rf"^  make {target} +[A-Z]", listed, re.MULTILINE), target


def test_the_accepting_run_is_a_program_and_calls_both_checks() -> None:
    run = PROJECT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    lines = run.read_text(encoding="utf-8").splitlines()
    assert "set -euo pipefail" in lines
    assert lines.index("make test") < lines.index("make check-clients")


def test_tested_versions_are_names_and_versions_and_no_address() -> None:
    assert [line for line in VERSIONS if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


def test_every_package_asked_for_has_a_tested_version() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    asked += project["build-system"]["requires"]
    tested = {spelled(line.partition("==")[0]) for line in VERSIONS}
    assert {spelled(re.split(r"[\[<>=]", line)[0]) for line in asked} <= tested


def spelled(name: str) -> str:
    """The name of a package in the one spelling by which indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_tested_version_installs_on_the_python_of_debian_12() -> None:
    wanted = {
        each.metadata["Name"]: each.metadata.get("Requires-Python", "")
        for each in metadata.distributions()
    }
    assert SpecifierSet(">=3.11.5").contains("3.11.2") is False
    refused = [name for name, on in wanted.items() if not SpecifierSet(on).contains("3.11.2")]
    assert refused == []
