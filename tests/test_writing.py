"""Files are written whole, once, and never over another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lscp_docs.casefile.writing import free_name, write_new
from lscp_docs.errors import OutputError


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = write_new(tmp_path / "a" / "b" / "letter.docx", b"words")
    assert path.read_bytes() == b"words"
    assert [entry.name for entry in path.parent.iterdir()] == ["letter.docx"]


def test_a_file_is_never_overwritten(tmp_path: Path) -> None:
    path = write_new(tmp_path / "letter.docx", b"first")
    with pytest.raises(OutputError, match="never overwritten"):
        write_new(path, b"second")
    assert path.read_bytes() == b"first"
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.docx"]


def test_the_second_and_third_of_a_day_are_numbered(tmp_path: Path) -> None:
    assert free_name(tmp_path, "letter", (".docx",)) == "letter"
    (tmp_path / "letter.docx").touch()
    assert free_name(tmp_path, "letter", (".docx", ".pdf")) == "letter_2"
    (tmp_path / "letter_2.json").touch()
    assert free_name(tmp_path, "letter", (".docx", ".pdf")) == "letter_3"


def test_a_write_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write_new(tmp_path / "letter.docx", b"words")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "output").touch()
    with pytest.raises(OutputError, match="could not be written"):
        write_new(tmp_path / "output" / "letter.docx", b"words")


def test_a_drive_without_links_gets_its_file_and_keeps_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    path = write_new(tmp_path / "letter.docx", b"first")
    with pytest.raises(OutputError, match="never overwritten"):
        write_new(path, b"second")
    assert path.read_bytes() == b"first"
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.docx"]


def test_a_file_of_a_case_is_no_program_and_not_for_everybody(tmp_path: Path) -> None:
    mode = write_new(tmp_path / "letter.docx", b"x").stat().st_mode
    assert mode & 0o117 == 0
    assert mode & 0o600 == 0o600
