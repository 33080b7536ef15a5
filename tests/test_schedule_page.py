"""The page on schedules shows what is printed, and its units run the command each day."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests import guide
from tests.scheduled import KEYS
from tests.windows_task import faults

from lscp_docs.cli import schedule
from lscp_docs.cli.schedule import command
from lscp_docs.model.schedule import Schedule
from lscp_docs.shipped import bundled

PROJECT = Path(__file__).parents[1]
PAGE = PROJECT / "docs" / "schedule.md"
TEXT = PAGE.read_text("utf-8")
UNITS = PROJECT / "docs" / "schedule"
EXAMPLE = TEXT[TEXT.index("## An example") : TEXT.index("## What a run does")]
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("LSCP_DOCS_HOME", raising=False)
    monkeypatch.setattr(schedule, "_known_reports", lambda: KEYS)
    shutil.copy(str(bundled("sample_cases") / "harrowmere" / "partnership.toml"), tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def not_as_shown(text: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    told = list(guide.followed(text, capsys))
    assert len(told) == 1
    return [each.command for each in told if each.shown != each.printed]


def test_the_example_prints_what_the_page_shows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not_as_shown(EXAMPLE, capsys) == []


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("18 May 2026  10 Jun 2026", "19 May 2026  10 Jun 2026"),
        ("meetings = [2026-05-13, 2026-06-10]", "meetings = [2026-05-13, 2026-06-11]"),
        ("at least 5", "at least 6"),
    ],
)
def test_an_example_with_one_word_changed_does_not_hold(
    words: str, others: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words in EXAMPLE
    assert not_as_shown(EXAMPLE.replace(words, others), capsys) != []


def runs_the_schedule(words: list[str]) -> bool:
    """Whether a command line, without its program, is one that lscp-docs takes for a run."""
    match words:
        case ["--home", home, "schedule", *rest] if home:
            return command.make_context("schedule", rest).params["what"] == "run"
    return False


def ini(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(UNITS / name, "utf-8")
    return parser


def test_a_command_that_is_no_run_is_seen() -> None:
    assert runs_the_schedule(["--home", "x", "schedule", "run"])
    assert not runs_the_schedule(["--home", "x", "schedule"])
    assert not runs_the_schedule(["schedule", "run"])
    assert not runs_the_schedule(["--home", "x", "due"])


def test_cron_runs_it_each_day_and_mails_what_it_prints() -> None:
    lines = (UNITS / "lscp-docs.cron").read_text("utf-8").splitlines()
    told = [line for line in lines if line and not line.startswith("#")]
    mail, line = told
    assert re.fullmatch(r"MAILTO=\S+@\S+", mail)
    *when, rest = line.split(maxsplit=5)
    assert when == ["0", "7", "*", "*", "*"]
    assert "%" not in rest, "cron ends a command at a percent sign"
    program, *words = shlex.split(rest)
    assert Path(program).name == "lscp-docs"
    assert runs_the_schedule(words)


def test_systemd_runs_it_once_and_reports_its_exit_code() -> None:
    service = ini("lscp-docs.service")["Service"]
    assert service["Type"] == "oneshot"
    program, *words = shlex.split(service["ExecStart"])
    assert Path(program).name == "lscp-docs"
    assert runs_the_schedule(words)
    assert "SuccessExitStatus" not in service
    home = words[1]
    assert service["ReadWritePaths"] == home
    assert service["ProtectSystem"] == "strict"
    assert service["PrivateNetwork"] == "yes"


def test_systemd_starts_it_each_day_and_makes_up_for_missed_days() -> None:
    timer = ini("lscp-docs.timer")
    assert timer["Timer"]["OnCalendar"] == "*-*-* 07:00:00"
    assert timer["Timer"]["Persistent"] == "true"
    assert timer["Install"]["WantedBy"] == "timers.target"
    assert "Unit" not in timer["Timer"], "the service is the one of the same name"


def verified(folder: Path) -> subprocess.CompletedProcess[str] | None:
    """What systemd itself says of the units, None where it is not installed."""
    program = shutil.which("systemd-analyze")
    if program is None:
        return None
    units = [str(folder / f"lscp-docs.{kind}") for kind in ("service", "timer")]
    return subprocess.run([program, "verify", *units], capture_output=True, text=True, check=False)


def test_systemd_itself_accepts_the_units(tmp_path: Path) -> None:
    for kind in ("service", "timer"):
        text = (UNITS / f"lscp-docs.{kind}").read_text("utf-8")
        assert text.count("/opt/lscp-docs/bin/lscp-docs") == (kind == "service")
        # systemd wants the program to be there; this one stands in for it.
        there = text.replace("/opt/lscp-docs/bin/lscp-docs", sys.executable)
        (tmp_path / f"lscp-docs.{kind}").write_text(there, "utf-8")
    sound = verified(tmp_path)
    if sound is not None:
        assert (sound.returncode, sound.stderr) == (0, "")
        timer = tmp_path / "lscp-docs.timer"
        timer.write_text(timer.read_text("utf-8").replace("07:00", "27:00"), "utf-8")
        broken = verified(tmp_path)
        assert broken is not None
        assert "calendar specification" in broken.stderr


def test_windows_runs_it_each_day_and_makes_up_for_missed_days() -> None:
    data = (UNITS / "lscp-docs.task.xml").read_bytes()
    assert data.isascii(), "without a declaration Windows may read other letters wrongly"
    assert b"<?xml" not in data
    task = ET.fromstring(data)  # noqa: S314  our own file
    assert (task.tag, task.get("version")) == (f"{TASK}Task", "1.2")
    parts = ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]
    assert [child.tag for child in task] == [TASK + name for name in parts]
    assert text_of(task, "Triggers/CalendarTrigger/ScheduleByDay/DaysInterval") == "1"
    assert text_of(task, "Triggers/CalendarTrigger/StartBoundary") == "2026-01-01T07:00:00"
    assert text_of(task, "Settings/StartWhenAvailable") == "true"
    assert text_of(task, "Settings/MultipleInstancesPolicy") == "IgnoreNew"
    assert text_of(task, "Settings/Enabled") == "true"
    assert text_of(task, "Actions/Exec/Command").endswith(r"\lscp-docs.exe")
    words = shlex.split(text_of(task, "Actions/Exec/Arguments"), posix=False)
    assert runs_the_schedule(words)
    principal = task.find(f"{TASK}Principals/{TASK}Principal")
    actions = task.find(f"{TASK}Actions")
    assert principal is not None
    assert actions is not None
    assert principal.get("id") == actions.get("Context")


TASK_FILE = (UNITS / "lscp-docs.task.xml").read_bytes()
START = b"<StartBoundary>2026-01-01T07:00:00</StartBoundary>"


def test_the_windows_task_keeps_the_published_rules_of_task_files() -> None:
    assert faults(TASK_FILE) == []


@pytest.mark.parametrize(
    ("words", "others"),
    [
        (START, START + b"<Enabled>true</Enabled>"),
        (START, b""),
        (b"T07:00:00", b" 07:00"),
        (b"<LogonType>Password", b"<LogonType>password"),
        (b"PT2H", b"2 hours"),
        (b"<Command>", b"<Program>x</Program><Command>"),
        (b"<DaysInterval>1", b"<DaysInterval>0"),
        (b'version="1.2"', b'version="2"'),
        (b"mit/task", b"mit/tasks"),
        (b"<StartWhenAvailable>true", b"<StartWhenAvailable>yes"),
    ],
)
def test_a_windows_task_that_breaks_a_rule_is_seen(words: bytes, others: bytes) -> None:
    assert words in TASK_FILE
    assert faults(TASK_FILE.replace(words, others)) != []


def text_of(task: ET.Element, path: str) -> str:
    found = task.findall("/".join(TASK + name for name in path.split("/")))
    assert len(found) == 1, path
    return found[0].text or ""


def test_the_page_names_every_unit_and_what_makes_up_for_missed_days() -> None:
    units = {unit.name for unit in UNITS.iterdir()}
    assert units == set(re.findall(r"\(schedule/([^)]+)\)", TEXT))
    assert len(units) == 4
    assert {"`Persistent=true`", "`StartWhenAvailable`"} <= set(re.findall(r"`[^`\n]+`", TEXT))


@pytest.mark.parametrize("name", ["harrowmere", "saltmarsh"])
def test_a_sample_schedule_says_that_it_is_invented(name: str) -> None:
    text = (PROJECT / "sample_cases" / name / "schedule.toml").read_text("utf-8")
    assert text.startswith("# INVENTED")
    assert Schedule.model_validate(tomllib.loads(text)).reports
