"""What `doctor` finds, what it says is missing, and the command that it gives."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from lscp_docs.cli import doctor, main
from lscp_docs.errors import ExitCode
from lscp_docs.installation import packages
from lscp_docs.installation.checks import Check, State
from lscp_docs.installation.folders import check_folder, check_home, check_output
from lscp_docs.installation.packages import (
    Requirement,
    check_packages,
    check_python,
    read_requirement,
    requirements,
)
from lscp_docs.installation.remedies import BODY_FONT, PANGO, SCRIPTS, System
from lscp_docs.installation.system import (
    check_body_font,
    check_pango,
    check_scripts,
    font_families,
)

EVERY_FAMILY = frozenset({"Arial", *(script.family for script in SCRIPTS)})


# Python and its packages


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("click>=8.4", Requirement("click", "8.4")),
        ("pydantic<3,>=2.14", Requirement("pydantic", "2.14", "3")),
        ("pypdf[crypto]<8,>=7.1", Requirement("pypdf", "7.1", "8")),
        ("python-docx>=1.2", Requirement("python-docx", "1.2")),
    ],
)
def test_a_requirement_is_read_from_the_package_metadata(line: str, expected: Requirement) -> None:
    assert read_requirement(line) == expected


def test_a_requirement_without_a_floor_is_refused() -> None:
    with pytest.raises(ValueError, match="lowest version"):
        read_requirement("click")


@pytest.mark.parametrize(
    ("version", "accepted"),
    [
        ("2.13.9", False),
        ("2.14", True),
        ("2.14.0rc1", True),
        ("2.100", True),
        ("2.14.3+local", True),
        ("3", False),
        ("3.0.1", False),
        ("10.0", False),
    ],
)
def test_versions_are_compared_as_numbers(version: str, accepted: bool) -> None:  # noqa: FBT001
    assert Requirement("pydantic", "2.14", "3").accepts(version) is accepted


def test_every_package_asked_for_is_checked_and_here() -> None:
    wanted = requirements()
    assert {"click", "docxtpl", "weasyprint", "pypdf"} <= {each.name for each in wanted}
    checks = tuple(check_packages(wanted))
    assert [each.subject for each in checks] == [each.name for each in wanted]
    assert {each.state for each in checks} == {State.OK}


def test_a_package_that_is_absent_or_old_comes_with_the_command_that_mends_it() -> None:
    absent, old = check_packages(
        (Requirement("no-such-package", "1.0"), Requirement("click", "999.1", "1000"))
    )
    assert absent.state is State.MISSING
    assert absent.mend == f'{sys.executable} -m pip install "no-such-package>=1.0"'
    assert old.state is State.MISSING
    assert old.found == f"{metadata.version('click')}, but 999.1 or later, below 1000 is needed"
    assert old.mend.endswith('pip install "click>=999.1,<1000"')


def test_running_without_an_installation_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "DISTRIBUTION", "no-such-package")
    (check,) = check_packages(requirements())
    assert check.state is State.WARNING
    assert "not installed" in check.found


def test_an_old_python_is_missing_the_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_python().state is State.OK
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    old = check_python()
    assert old.state is State.MISSING
    assert old.found == "3.10.12, but 3.11 or later is needed"


# Pango and fonts


def weasyprint_says(monkeypatch: pytest.MonkeyPatch, *, stderr: str, returncode: int) -> None:
    """Let loading WeasyPrint end as given, as it would with a library masked."""
    ended = subprocess.CompletedProcess([], returncode, stdout="\n-----\n", stderr=stderr)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)


def test_pango_is_found_where_weasyprint_loads() -> None:
    assert check_pango(System.DEBIAN) == Check(
        "Pango and HarfBuzz", State.OK, "WeasyPrint loads them"
    )


@pytest.mark.parametrize("system", System)
def test_a_missing_library_is_named_with_the_command_for_the_system(
    monkeypatch: pytest.MonkeyPatch, system: System
) -> None:
    weasyprint_says(
        monkeypatch,
        stderr="OSError: cannot load library 'libpango-1.0-0': libpango-1.0-0: no such file",
        returncode=1,
    )
    check = check_pango(system)
    assert check.state is State.MISSING
    assert check.found.startswith("libpango-1.0-0 is not there")
    assert check.mend == PANGO.on(system)


def test_a_missing_subset_library_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    warning = "DeprecationWarning: HarfBuzz-Subset will be required by future versions"
    weasyprint_says(monkeypatch, stderr=warning, returncode=0)
    assert check_pango(System.DEBIAN).state is State.WARNING


def test_a_broken_weasyprint_is_missing_without_a_library_to_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    weasyprint_says(monkeypatch, stderr="ModuleNotFoundError", returncode=1)
    assert check_pango(System.MACOS).found.startswith("WeasyPrint cannot be loaded")


def test_the_commands_name_sudo_only_for_people_who_are_not_root(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    assert PANGO.on(System.DEBIAN) == (
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    assert PANGO.on(System.DEBIAN).startswith("apt-get install ")


@pytest.mark.parametrize(
    ("families", "state"),
    [
        (frozenset({"Arial"}), State.OK),
        (frozenset({"Liberation Sans"}), State.OK),
        (frozenset({"Comic Sans MS"}), State.MISSING),
        (None, State.WARNING),
    ],
)
def test_the_body_font_is_arial_or_liberation_sans(
    families: frozenset[str] | None, state: State
) -> None:
    assert check_body_font(families, System.DEBIAN).state is state


def test_a_script_without_its_font_is_a_warning_with_its_package() -> None:
    families = EVERY_FAMILY - {"Noto Sans CJK JP"}
    wanting = [each for each in check_scripts(families, System.DEBIAN) if each.mend]
    assert [each.subject for each in wanting] == ["Japanese"]
    assert wanting[0].state is State.WARNING
    assert wanting[0].mend.endswith("apt-get install fonts-noto-cjk")


def test_fc_list_names_are_read_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "fc-list"
    fake.write_text("#!/bin/sh\nprintf 'Noto Sans CJK JP,源ノ角\\nLiberation Sans\\n\\n'\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert font_families() == {"Noto Sans CJK JP", "源ノ角", "Liberation Sans"}
    fake.unlink()
    assert font_families() is None


# Folders


def test_an_output_folder_that_will_be_made_is_tried_where_it_will_stand(tmp_path: Path) -> None:
    assert check_output(tmp_path / "output" / "deeper").state is State.OK
    assert list(tmp_path.iterdir()) == []


def test_an_output_folder_that_cannot_be_written_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    check = check_output(tmp_path)
    assert check.state is State.MISSING
    assert str(tmp_path) in check.found


def test_a_home_that_is_not_found_is_a_warning(tmp_path: Path) -> None:
    assert check_home(tmp_path) == Check("Partnership's folder", State.OK, str(tmp_path))
    assert check_home(None).state is State.WARNING


def test_a_shipped_folder_that_is_absent_is_missing() -> None:
    check = check_folder("Word templates", "no_such_folder")
    assert check.state is State.MISSING
    assert "no_such_folder" in check.found
    assert check_folder("Word templates", "templates").state is State.OK


# The command


CHECKS = (
    Check("Python", State.OK, "3.11.7"),
    Check("Thai", State.WARNING, "no Noto Sans Thai", "apt-get install fonts-noto-core"),
)
BROKEN = Check("Body font", State.MISSING, "neither", BODY_FONT.on(System.MACOS))


def found(monkeypatch: pytest.MonkeyPatch, *checks: Check) -> None:
    monkeypatch.setattr(doctor, "examine", lambda **_: iter(checks))


def test_the_doctor_tells_states_in_words_and_ends_with_the_next_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found(monkeypatch, *CHECKS)
    assert main(["doctor"]) == ExitCode.DONE
    assert capsys.readouterr().out.splitlines() == [
        "ok       Python: 3.11.7",
        "warning  Thai: no Noto Sans Thai",
        "         To mend: apt-get install fonts-noto-core",
        "",
        "Documents can be made. Warnings: 1. Next: lscp-docs demo",
    ]


def test_the_doctor_ends_with_an_exit_code_where_something_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found(monkeypatch, *CHECKS, BROKEN)
    assert main(["doctor"]) == ExitCode.OUTPUT
    printed = capsys.readouterr().out
    assert "missing  Body font: neither" in printed
    assert "Missing: 1." in printed


def test_the_doctor_says_when_everything_is_here(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found(monkeypatch, CHECKS[0])
    assert main(["doctor"]) == ExitCode.DONE
    assert capsys.readouterr().out.endswith("Everything is here. Next: lscp-docs demo\n")


def test_the_doctor_as_json_holds_every_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found(monkeypatch, *CHECKS, BROKEN)
    assert main(["doctor", "--json"]) == ExitCode.OUTPUT
    printed = json.loads(capsys.readouterr().out)
    assert printed["ready"] is False
    assert printed["checks"] == [dataclasses.asdict(check) for check in (*CHECKS, BROKEN)]


def test_the_doctor_examines_this_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "partnership.toml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LSCP_DOCS_HOME", raising=False)
    main(["doctor", "--json"])
    subjects = {row["subject"]: row for row in json.loads(capsys.readouterr().out)["checks"]}
    assert subjects["Output folder"]["found"] == str(tmp_path / "output")
    assert subjects["Partnership's folder"]["found"] == str(tmp_path)
    assert {"Python", "weasyprint", "Pango and HarfBuzz", "Word templates"} <= set(subjects)
