"""What is kept between runs: in a folder of this user's own, and never believed when damaged."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import typing
from pathlib import Path

import pytest
from tests import word_samples

from lscp_docs import cache
from lscp_docs.errors import TemplateError
from lscp_docs.render.word import WordTemplate
from lscp_docs.timescales import working_days

posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX's")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, which is not there yet."""
    monkeypatch.delenv(cache.SWITCH, raising=False)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    found = cache._place()
    assert found is not None
    assert found.is_relative_to(tmp_path)
    return found


def test_what_was_kept_comes_back_for_what_it_was_made_from(folder: Path) -> None:
    cache.keep("x", b"one", (1, "two", b"three"))
    assert cache.kept("x", b"one") == (1, "two", b"three")
    assert cache.kept("x", b"another") is None
    assert cache.kept("y", b"one") is None
    assert [file.name for file in folder.iterdir()] == ["x"]


def test_what_another_program_kept_is_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.keep("x", b"one", 1)
    assert cache.kept("x", b"one") == 1
    monkeypatch.setattr(cache, "_programs", lambda: b"Jinja2-99.dist-info")
    assert cache.kept("x", b"one") is None


def test_programs_are_told_by_python_packages_and_our_own_files() -> None:
    told = cache._programs().decode()
    assert sys.version in told
    assert "jinja2-" in told.lower()
    assert "docxtpl-" in told.lower()
    assert str(Path(cache.__file__)) in told


def test_every_damaged_byte_is_noticed(folder: Path) -> None:
    cache.keep("x", b"one", (1, "two"))
    whole = (folder / "x").read_bytes()
    for place in range(len(whole)):
        (folder / "x").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cache.kept("x", b"one") is None
        (folder / "x").write_bytes(whole[:place])
        assert cache.kept("x", b"one") is None
    (folder / "x").write_bytes(whole)
    assert cache.kept("x", b"one") == (1, "two")


@posix
def test_folder_and_files_are_for_this_user_alone(folder: Path) -> None:
    cache.keep("x", b"one", 1)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "x").stat().st_mode & 0o777 == 0o600


@posix
@pytest.mark.parametrize("mode", [0o770, 0o702])
def test_folder_that_others_may_write_to_is_not_used(folder: Path, mode: int) -> None:
    cache.keep("x", b"one", 1)
    folder.chmod(mode)
    assert cache.kept("x", b"one") is None
    cache.keep("y", b"one", 1)
    assert not (folder / "y").exists()
    folder.chmod(0o700)
    assert cache.kept("x", b"one") == 1


@posix
def test_file_that_others_may_write_to_is_not_used(folder: Path) -> None:
    cache.keep("x", b"one", 1)
    (folder / "x").chmod(0o606)
    assert cache.kept("x", b"one") is None


@posix
def test_folder_of_somebody_else_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.keep("x", b"one", 1)
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    assert cache.kept("x", b"one") is None
    cache.keep("y", b"one", 1)
    assert not (folder / "y").exists()


@posix
def test_link_to_another_place_is_not_followed(folder: Path, tmp_path: Path) -> None:
    cache.keep("x", b"one", 1)
    (folder / "x").rename(tmp_path / "elsewhere")
    (folder / "x").symlink_to(tmp_path / "elsewhere")
    assert cache.kept("x", b"one") is None
    folder.rename(tmp_path / "moved")
    folder.symlink_to(tmp_path / "moved", target_is_directory=True)
    assert cache.kept("x", b"one") is None


def test_folder_that_cannot_be_made_is_no_error(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"a file stands where the folder should")
    cache.keep("x", b"one", 1)
    assert cache.kept("x", b"one") is None


def test_nothing_is_kept_when_it_is_switched_off(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.keep("x", b"one", 1)
    monkeypatch.setenv(cache.SWITCH, "off")
    assert cache.kept("x", b"one") is None
    cache.keep("y", b"one", 1)
    assert [file.name for file in folder.iterdir()] == ["x"]


@posix
@pytest.mark.parametrize("value", ["", "relative/path"])
def test_cache_home_that_is_no_whole_path_is_passed_over(
    value: str, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", value)
    place = cache._place()
    assert place is not None
    assert place.is_relative_to(tmp_path)
    monkeypatch.setenv("HOME", "")
    assert cache._place() is None


def test_bank_holidays_are_the_package_s_own_from_the_cache_too(folder: Path) -> None:
    from holidays import country_holidays

    working_days._known.cache_clear()
    computed = working_days._known()
    assert (folder / "bank_holidays").exists()
    working_days._known.cache_clear()
    assert working_days._known() == computed
    for year in range(working_days.FIRST_YEAR, working_days.LAST_YEAR + 1):
        of_package = frozenset(country_holidays("GB", subdiv="ENG", years=year))
        assert frozenset(day for day in computed if day.year == year) == of_package


TEMPLATE = word_samples.template_of(
    "{{ title }}", "{%p for one in story %}", "{{ one }}", "{%p endfor %}", "{{ child.name }}"
)
SAMPLE = word_samples.Sample()


def checked(template: bytes = TEMPLATE, context: type = word_samples.Sample) -> WordTemplate:
    return WordTemplate.checked("sample.docx", template, context, house_style=None)


def test_template_from_the_cache_makes_the_same_bytes(folder: Path) -> None:
    first = checked()
    assert (folder / "sample.docx").exists()
    again = checked()
    assert "_compilation" in vars(first)
    assert again.render(SAMPLE, word_samples.PROPERTIES) == word_samples.rendered(TEMPLATE, SAMPLE)
    assert "_compilation" not in vars(again)


def test_template_that_changed_by_a_word_is_compiled_anew(folder: Path) -> None:
    checked()
    changed = word_samples.template_of("{{ child.name }}", "Another word")
    assert "Another word" in word_samples.texts(
        checked(changed).render(SAMPLE, word_samples.PROPERTIES)
    )


def test_context_with_another_field_is_checked_anew(folder: Path) -> None:
    checked()
    hints = typing.get_type_hints(word_samples.Sample)
    narrower = dataclasses.make_dataclass(
        "Sample", [(name, hint) for name, hint in hints.items() if name != "story"], frozen=True
    )
    with pytest.raises(TemplateError) as raised:
        checked(context=narrower)
    assert "story" in str(raised.value.problems[0])


def test_fault_in_a_template_from_the_cache_has_its_place(folder: Path) -> None:
    wrong = dataclasses.replace(SAMPLE, child=word_samples.Contact(None, "1"))  # type: ignore[arg-type]
    told = []
    for template in (checked(), checked()):
        with pytest.raises(TemplateError) as raised:
            template.render(wrong, word_samples.PROPERTIES)
        told.append(raised.value.problems)
    assert told[0] == told[1]
    assert "paragraph 5" in str(told[1][0])


def test_template_with_a_mistake_is_refused_every_time(folder: Path) -> None:
    wrong = word_samples.template_of("{{ titel }}")
    for _ in range(2):
        with pytest.raises(TemplateError, match="1 thing"):
            checked(wrong)
    assert not (folder / "sample.docx").exists()


def test_document_made_from_the_cache_needs_none_of_the_heavy_packages(
    folder: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from lscp_docs.cli import main; code = main(sys.argv[1:]);"
        "print(*sorted({'docx', 'docxtpl', 'lxml', 'holidays', 'weasyprint'} & set(sys.modules)));"
        "sys.exit(code)"
    )
    home = Path(__file__).parents[1] / "sample_cases" / "saltmarsh"
    printed = [
        subprocess.run(
            [sys.executable, "-c", code, "--home", str(home), "produce", "referrer-feedback",
             "SWSCP-2025-011", "--format", "word", "--to", str(tmp_path / run),
             "--today", "2026-03-12"],
            capture_output=True, text=True, check=True,
        ).stdout.splitlines()[-1]
        for run in ("cold", "warm")
    ]  # fmt: skip
    assert printed == ["docx docxtpl lxml", ""]
    cold, warm = (sorted((tmp_path / run).rglob("*.docx")) for run in ("cold", "warm"))
    assert [file.read_bytes() for file in cold] == [file.read_bytes() for file in warm]
