"""The group of commands: quick to start, and every failure told as a sentence."""

from __future__ import annotations

import importlib
import json
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

import lscp_docs.cli
from lscp_docs.cli import COMMANDS, main
from lscp_docs.cli import lscp_docs as group
from lscp_docs.cli.failure import tell
from lscp_docs.cli.home import home_folder, nearest_home
from lscp_docs.errors import CaseFileError, DisclosureError, ExitCode, Problem, UsageError

HEAVY = {
    "weasyprint",
    "pypdf",
    "lxml",
    "docx",
    "docxtpl",
    "mammoth",
    "pydantic",
    "jinja2",
    "holidays",
    "icalendar",
}
UNSAID = "Kingfisher"
"""Stands for what a case says, and may appear in nothing that is printed."""


def command_that(does: Callable[[], object]) -> click.Command:
    return click.Command("demo", callback=does)


@pytest.fixture
def demo_does(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Puts a stand-in in place of the command `demo`."""

    def put(does: Callable[[], object]) -> None:
        monkeypatch.setattr(group, "get_command", lambda *_: command_that(does))

    return put


def raising(error: BaseException) -> Callable[[], object]:
    def does() -> object:
        raise error

    return does


def modules_after(arguments: list[str]) -> set[str]:
    program = (
        "import json, sys\n"
        "from lscp_docs.cli import main\n"
        f"code = main({arguments!r})\n"
        "print('MODULES' + json.dumps([code, sorted(sys.modules)]))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    code, modules = json.loads(ran.stdout.rpartition("MODULES")[2])
    assert code == 0
    return {name.partition(".")[0] for name in modules}


# The group


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help_loads_no_engine(arguments: list[str]) -> None:
    loaded = modules_after(arguments)
    assert "click" in loaded
    assert not loaded & HEAVY


def test_the_search_for_engines_would_see_one() -> None:
    program = "import jinja2, sys; print(*{n.partition('.')[0] for n in sys.modules})"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert set(ran.stdout.split()) & HEAVY == {"jinja2"}


def test_help_lists_each_command_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    for name in group.list_commands(click.Context(group)):
        assert f"{name} {COMMANDS[name]}" in printed


def test_help_fits_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_every_module_with_a_command_is_in_the_table_and_has_help_of_its_own() -> None:
    modules = [name for _, name, _ in pkgutil.iter_modules(lscp_docs.cli.__path__)]
    found = {
        name: module.command
        for name in modules
        if hasattr(module := importlib.import_module(f"lscp_docs.cli.{name}"), "command")
    }
    assert "doctor" in found
    assert set(found) == set(group.list_commands(click.Context(group)))
    assert [name for name, command in found.items() if not command.help] == []


def test_a_command_whose_module_is_absent_is_neither_listed_nor_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(COMMANDS, "levitate", "Rise.")
    assert main(["--help"]) == 0
    assert "levitate" not in capsys.readouterr().out
    assert main(["levitate"]) == ExitCode.USAGE
    assert "No such command 'levitate'" in capsys.readouterr().err


def test_the_version_is_that_of_the_installed_package(capsys: pytest.CaptureFixture[str]) -> None:
    from importlib import metadata

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"lscp-docs {metadata.version('lscp-docs')}\n"


def test_python_dash_m_is_the_same_command() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "lscp_docs", "--help"], capture_output=True, text=True
    )
    assert ran.returncode == 0
    assert ran.stdout.startswith("Usage: lscp-docs [OPTIONS] COMMAND")


# Failures


def test_an_error_is_its_sentence_and_a_line_for_each_problem(
    demo_does: Callable[[Callable[[], object]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    problems = (
        Problem(file="case.toml", line=4, path="child.born_on", problem="not a date.", hint="Fix."),
        Problem(file="case.toml", problem="no title."),
    )
    demo_does(raising(CaseFileError("The case has 2 problems.", problems)))
    assert main(["demo"]) == ExitCode.CASE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines() == [
        "The case has 2 problems.",
        "case.toml:4: child.born_on: not a date. Fix.",
        "case.toml: no title.",
    ]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("x"), 2),
        (CaseFileError("x"), 3),
        (DisclosureError("x"), 7),
        (click.UsageError("x"), 2),
        (click.ClickException("x"), 1),
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
        (KeyError(UNSAID), 1),
    ],
)
def test_each_failure_has_its_exit_code(
    demo_does: Callable[[Callable[[], object]], None], error: BaseException, code: int
) -> None:
    demo_does(raising(error))
    assert main(["demo"]) == code


def test_what_a_command_returns_is_the_exit_code(
    demo_does: Callable[[Callable[[], object]], None],
) -> None:
    demo_does(lambda: ExitCode.OUTPUT)
    assert main(["demo"]) == 6
    demo_does(lambda: None)
    assert main(["demo"]) == 0


def test_an_unexpected_error_is_an_apology_without_what_the_case_says(
    demo_does: Callable[[Callable[[], object]], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("LSCP_DOCS_DEBUG", raising=False)
    demo_does(raising(ValueError(f"cannot read {UNSAID}")))
    assert main(["demo"]) == ExitCode.UNEXPECTED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert UNSAID not in printed.err
    assert "Traceback" not in printed.err
    told = " ".join(printed.err.split())
    assert told.startswith("Sorry: ")
    assert "“ValueError at lscp_docs/cli/__init__.py:" in told
    assert max(map(len, printed.err.splitlines())) <= 80


def test_the_traceback_is_printed_only_for_who_asks_for_it(
    demo_does: Callable[[Callable[[], object]], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LSCP_DOCS_DEBUG", "1")
    demo_does(raising(ValueError("cannot read it")))
    assert main(["demo"]) == ExitCode.UNEXPECTED
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_an_error_from_nowhere_still_has_an_apology(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(RuntimeError(UNSAID)) == 1
    printed = " ".join(capsys.readouterr().err.split())
    assert "RuntimeError at an unknown place" in printed
    assert UNSAID not in printed


def test_a_letter_that_the_terminal_lacks_does_not_stop_a_command() -> None:
    program = (
        "import sys, click, lscp_docs.cli as cli\n"
        "say = click.Command('demo', callback=lambda: click.echo('ナ'))\n"
        "cli.lscp_docs.get_command = lambda *_: say\n"
        "sys.exit(cli.main(['demo']))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == rb"\u30ca"


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe breaks otherwise on Windows")
def test_a_reader_who_leaves_early_hears_nothing() -> None:
    program = (
        "import sys, click, lscp_docs.cli as cli\n"
        "say = lambda: [click.echo('x' * 80) for _ in range(10000)]\n"
        "cli.lscp_docs.get_command = lambda *_: click.Command('demo', callback=say)\n"
        "sys.exit(cli.main(['demo']))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


# The partnership's folder


def test_the_home_is_the_nearest_folder_upwards_with_a_partnership_file(tmp_path: Path) -> None:
    deep = tmp_path / "cases" / "NSCP-2026-003"
    deep.mkdir(parents=True)
    assert nearest_home(deep) is None
    (tmp_path / "partnership.toml").touch()
    assert nearest_home(deep) == tmp_path
    (deep.parent / "partnership.toml").touch()
    assert nearest_home(deep) == deep.parent


def test_a_home_that_is_given_wins_over_the_nearest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "partnership.toml").touch()
    monkeypatch.chdir(tmp_path / "here")
    assert home_folder(None) == tmp_path / "here"
    assert home_folder(str(tmp_path / "there")) == tmp_path / "there"


def test_no_home_is_a_usage_error_that_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="--home DIR"):
        home_folder(None)
    with pytest.raises(UsageError, match=r"holds no partnership\.toml"):
        home_folder(str(tmp_path))


def test_the_home_reaches_the_command_from_option_and_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[str | None] = []
    command = click.Command("demo", callback=click.pass_obj(seen.append))
    monkeypatch.setattr(group, "get_command", lambda *_: command)
    (tmp_path / "other").mkdir()
    monkeypatch.delenv("LSCP_DOCS_HOME", raising=False)
    main(["demo"])
    main(["--home", str(tmp_path), "demo"])
    monkeypatch.setenv("LSCP_DOCS_HOME", str(tmp_path / "other"))
    main(["demo"])
    assert seen == [None, str(tmp_path), str(tmp_path / "other")]


def test_a_home_that_does_not_exist_is_a_usage_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(tmp_path / "nowhere"), "doctor"]) == ExitCode.USAGE
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.parametrize("code", [0, 3])
def test_the_process_ends_with_the_code_and_all_that_was_printed(code: int) -> None:
    program = (
        "import sys\n"
        "import lscp_docs.cli as cli\n"
        f"cli.main = lambda arguments: print(arguments) or {code}\n"
        "sys.argv = ['lscp-docs', 'due']\n"
        "cli.run()\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (code, "['due']\n")
