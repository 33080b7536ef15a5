"""The wheel ships what the project holds and nothing that lies about on the builder's disk."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

PROJECT = Path(__file__).parents[1]
SHIPPED = {
    "src/lscp_docs": "lscp_docs",
    "templates": "lscp_docs/bundled/templates",
    "sample_cases": "lscp_docs/bundled/sample_cases",
}
"""Each folder that ships and where it lies in the wheel."""

STRAYS = (
    "templates/~$rapid_review.docx",
    "templates/.~lock.rapid_review.docx#",
    "sample_cases/real_case.tmp",
    "src/lscp_docs/__pycache__/produce.cpython-311.pyc",
)
"""What Word, LibreOffice, an editor and Python leave behind."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that the wheel is built from, as a git checkout with strays in it.

    A copy, so that no stray ever lies in the real folders, and the real index stays untouched.
    """
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(PROJECT / name, copy / name)
    for folder in SHIPPED:
        shutil.copytree(PROJECT / folder, copy / folder)
    for stray in STRAYS:
        (copy / stray).parent.mkdir(exist_ok=True)
        (copy / stray).write_text("Not for anyone else.")
    subprocess.run(["git", "init", "--quiet"], cwd=copy, check=True)
    return copy


@pytest.fixture(scope="module")
def wheel(checkout: Path) -> Path:
    """The wheel built from the checkout."""
    builder = WheelBuilder(str(checkout))
    return Path(next(builder.build(directory=str(checkout / "dist"), versions=["standard"])))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked, as an installation would, far from any checkout."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def packed(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def expected(checkout: Path) -> set[str]:
    """Where each file that git would keep belongs in the wheel."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *SHIPPED],
        cwd=checkout,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    return {
        f"{place}{name.removeprefix(folder)}"
        for name in listed.split("\0")
        for folder, place in SHIPPED.items()
        if name.startswith(f"{folder}/")
    }


def run_from(installed: Path, elsewhere: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the unpacked wheel's command in a folder that is no checkout."""
    return subprocess.run(
        [sys.executable, "-m", "lscp_docs", *arguments],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
    )


def test_the_wheel_holds_what_git_keeps_and_nothing_else(checkout: Path, wheel: Path) -> None:
    wanted = expected(checkout)
    assert {"lscp_docs/__init__.py", "lscp_docs/py.typed", "lscp_docs/cli/doctor.py"} <= wanted
    assert packed(wheel) == wanted


def test_a_file_that_git_would_keep_is_missed_when_the_wheel_lacks_it(
    checkout: Path, wheel: Path
) -> None:
    late = checkout / "templates" / "late.docx"
    late.touch()
    try:
        assert expected(checkout) - packed(wheel) == {"lscp_docs/bundled/templates/late.docx"}
    finally:
        late.unlink()


def test_no_stray_ships(checkout: Path, wheel: Path) -> None:
    assert all((checkout / stray).exists() for stray in STRAYS)
    names = {Path(name).name for name in packed(wheel)}
    assert names.isdisjoint({Path(stray).name for stray in STRAYS})


def test_the_command_runs_from_the_wheel_with_the_wheels_own_folders(
    installed: Path, tmp_path: Path
) -> None:
    ran = run_from(installed, tmp_path, "doctor", "--json")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found = {row["subject"]: row["found"] for row in json.loads(ran.stdout)["checks"]}
    bundled = installed / "lscp_docs" / "bundled"
    assert found["Word templates"] == str(bundled / "templates")
    assert found["Sample cases"] == str(bundled / "sample_cases")
