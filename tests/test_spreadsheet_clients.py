"""The Excel files in a real spreadsheet program: LibreOffice Calc opens, shows and saves them.

`make check-clients` installs it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import signal
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.reported import HARROWMERE
from tests.test_clients import run

from lscp_docs.cli import main
from lscp_docs.errors import ExitCode

pytestmark = pytest.mark.clients

FILES = {
    "register": ("register",),
    "pseudonymised": ("register", "--pseudonymised"),
    "actions": ("actions",),
    "hospitals": ("actions", "--agency", "hospitals"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each workbook as it was made, as Calc saves it again, and as Calc prints it."""
    made = tmp_path_factory.mktemp("workbooks")
    for name, command in FILES.items():
        written = ("--home", str(HARROWMERE), *command, "--xlsx", str(made / f"{name}.xlsx"))
        assert main([*written, "--today", "2026-03-12"]) == ExitCode.DONE
    profile = (made / "profile").as_uri()
    for ending, to in (("xlsx", "saved"), ("pdf", "printed")):
        run(
            "soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending,
            "--outdir", str(made / to), *(str(made / f"{name}.xlsx") for name in FILES),
        )  # fmt: skip
    return made


def table_of(file: Path) -> Worksheet:
    return openpyxl.load_workbook(file).worksheets[0]


def values(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("name", FILES)
def test_calc_saves_the_same_values_dates_as_dates(folder: Path, name: str) -> None:
    made, saved = table_of(folder / f"{name}.xlsx"), table_of(folder / "saved" / f"{name}.xlsx")
    assert len(values(made)) > 2
    assert values(saved) == values(made)
    days = [
        cell for row in saved.iter_rows() for cell in row if isinstance(cell.value, dt.datetime)
    ]
    assert all(cell.is_date for cell in days)
    # A pseudonymised register tells months, in words.
    assert bool(days) is (name != "pseudonymised")


@pytest.mark.parametrize("name", FILES)
def test_calc_keeps_the_filter_and_what_is_repeated_on_each_page(folder: Path, name: str) -> None:
    """Frozen panes belong to a view, which a conversion has not: another test opens one."""
    saved = table_of(folder / "saved" / f"{name}.xlsx")
    assert saved.auto_filter.ref == saved.dimensions
    assert saved.print_title_rows == "$1:$1"
    assert saved.print_title_cols == "$A:$A"
    assert saved.page_setup.orientation == "landscape"


def test_calc_keeps_the_header_and_the_first_column_in_sight(folder: Path, tmp_path: Path) -> None:
    free = openpyxl.load_workbook(folder / "register.xlsx")
    free.worksheets[0].freeze_panes = None
    free.save(tmp_path / "free.xlsx")
    files = [folder / f"{name}.xlsx" for name in FILES]
    told = in_sight(folder / "profile", [*files, tmp_path / "free.xlsx"])
    assert told.pop(str(tmp_path / "free.xlsx")) == [0, 0], "the view tells what is not frozen"
    assert told == {str(file): [1, 1] for file in files}


def in_sight(profile: Path, files: list[Path]) -> dict[str, list[int]]:
    """How many columns and rows a view keeps in sight, asked of Calc while it has the file open."""
    pipe = f"sheets-{os.getpid()}"
    command = [
        "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        f"--accept=pipe,name={pipe};urp;",
    ]  # fmt: skip
    with subprocess.Popen(command, start_new_session=True) as office:
        try:
            script = str(Path(__file__).with_name("calc_view.py"))
            printed = run("/usr/bin/python3", script, pipe, *map(str, files))
        except BaseException:
            # It does not end by itself then; its program is a child of the script that starts it.
            os.killpg(office.pid, signal.SIGTERM)
            raise
    told: dict[str, list[int]] = json.loads(printed)
    return told


@pytest.mark.parametrize("name", FILES)
def test_calc_prints_every_word_large_enough_to_read(folder: Path, name: str) -> None:
    printed = run("pdftotext", "-layout", str(folder / "printed" / f"{name}.pdf"), "-")
    told = set(re.findall(r"\w+", printed))
    words = {
        word
        for sheet in openpyxl.load_workbook(folder / f"{name}.xlsx")
        for row in values(sheet)
        for value in row
        if isinstance(value, str)
        for word in re.findall(r"\w+", value)
    }
    assert words - told == set()
    sizes = run("pdftotext", "-bbox", str(folder / "printed" / f"{name}.pdf"), "-")
    heights = [
        float(low) - float(high)
        for high, low in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', sizes)
    ]
    assert min(heights) > 7
