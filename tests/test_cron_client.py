"""Cron itself runs the schedule by the line that the documentation gives.

`make check-clients` installs cron; it takes up to a minute until cron starts a command.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.reported import HARROWMERE

pytestmark = pytest.mark.clients

LINE = (Path(__file__).parents[1] / "docs" / "schedule" / "lscp-docs.cron").read_text("utf-8")
PROGRAM, HOME, WHEN = "/opt/lscp-docs/bin/lscp-docs", "/srv/partnership", "0 7 * * *"
SCHEDULE = """
[[reports]]
key = "actions-quarter"
report = "actions-report"
to = "the Executive"
every = "quarter"
since = 2025-04-01
until = 2025-06-30
"""
SECONDS = 150


@contextmanager
def crontab(text: str) -> Iterator[None]:
    """Give this account a crontab, and its own back afterwards."""
    before = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=False)
    subprocess.run(["crontab", "-"], input=text, text=True, check=True)
    try:
        yield
    finally:
        if before.returncode == 0:
            subprocess.run(["crontab", "-"], input=before.stdout, text=True, check=True)
        else:
            subprocess.run(["crontab", "-r"], check=True)


@contextmanager
def cron() -> Iterator[None]:
    """Have cron run, where none does yet."""
    if subprocess.run(["pgrep", "-x", "cron"], capture_output=True, check=False).returncode == 0:
        yield
        return
    assert os.geteuid() == 0, "cron does not run and is started by root alone: start it first"
    daemon = subprocess.Popen(["cron", "-f"])
    try:
        yield
    finally:
        daemon.terminate()
        daemon.wait(timeout=10)


def test_cron_makes_what_is_owed_by_the_line_of_the_documentation(tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(HARROWMERE, home)
    (home / "schedule.toml").write_text(SCHEDULE, "utf-8")
    line = LINE
    for said, here in (
        (PROGRAM, str(Path(sys.executable).with_name("lscp-docs"))),
        (HOME, str(home)),
        (WHEN, "* * * * *"),
    ):
        assert line.count(said) == 1
        line = line.replace(said, here)
    made = home / "output" / "scheduled"
    until = time.monotonic() + SECONDS
    with crontab(line), cron():
        while not list(made.glob("*/*.pdf")) and time.monotonic() < until:
            time.sleep(1)
    reports = [file.name for file in made.glob("*/*.pdf")]
    assert [name.partition("_")[0] for name in reports] == ["actions-report"]
    assert (home / "schedule_history.jsonl").is_file()
