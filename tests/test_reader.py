"""The child process that reads returned files: what it is kept from, and what becomes of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests import mangled

from lscp_docs.forms import returned
from lscp_docs.forms.examine import observe
from lscp_docs.forms.observed import Opening
from lscp_docs.forms.returned import Reader


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("returns")
    (folder / "filled.pdf").write_bytes(mangled.filled(mangled.BRIEFING))
    (folder / "cut.pdf").write_bytes(mangled.filled(mangled.BRIEFING)[:9000])
    (folder / "bomb.pdf").write_bytes(mangled.bomb())
    (folder / "page.html").write_bytes(b"<html>")
    return folder


def test_the_child_tells_what_is_in_a_file(files: Path) -> None:
    data = (files / "filled.pdf").read_bytes()
    with Reader() as reader:
        assert reader.observe(files / "filled.pdf") == observe(data)
        assert reader.observe(files / "page.html").opening is Opening.NOT_A_PDF


def test_a_file_that_spoils_its_process_spoils_no_other(files: Path) -> None:
    with Reader() as reader:
        assert reader.observe(files / "bomb.pdf").opening is Opening.TOO_LARGE
        assert reader.observe(files / "cut.pdf").opening is Opening.CORRUPT
        assert reader.observe(files / "filled.pdf").opening is Opening.OPENED
        child = reader._child
        assert child is not None
        child._process.kill()
        assert reader.observe(files / "filled.pdf").opening is Opening.CORRUPT
        assert reader.observe(files / "filled.pdf").opening is Opening.OPENED


def test_a_file_that_takes_too_long_is_too_large(files: Path) -> None:
    with Reader(seconds=0.0) as reader:
        assert reader.observe(files / "filled.pdf").opening is Opening.TOO_LARGE


def test_a_large_file_is_not_even_handed_over(tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.7\n" + bytes(10_000_000))
    reader = Reader()
    assert reader.observe(large).opening is Opening.TOO_LARGE
    assert reader._child is None


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with Reader() as reader, pytest.raises(FileNotFoundError):
        reader.observe(tmp_path / "none.pdf")


def test_an_answer_that_is_no_answer_is_not_believed() -> None:
    told = returned._checked(b'{"opening": "opened", "surprise": 1}\n')
    assert told.opening is Opening.CORRUPT
    assert returned._checked(b"").opening is Opening.CORRUPT
    assert returned._checked(None).opening is Opening.TOO_LARGE


def test_a_fresh_process_reads_on_after_some_files(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returned, "FILES_A_CHILD", 2)
    with Reader() as reader:
        children = []
        for _ in range(3):
            reader.observe(files / "page.html")
            children.append(reader._child)
    assert children[0] is not None
    assert children[1] is None
    assert children[2] is not None


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('localhost', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('written', 'w')",
        "import os; os.remove('none')",
    ],
)
def test_the_child_neither_connects_nor_starts_nor_writes_anything(
    deed: str, tmp_path: Path
) -> None:
    code = f"from lscp_docs.forms import limits; limits.confine()\n{deed}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "A process that reads returned files does nothing else." in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_a_file_says_is_logged(
    files: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    damaged = mangled.flipped((files / "filled.pdf").read_bytes(), 500, 900, 1500)
    observe(damaged)
    with Reader() as reader:
        reader.observe(files / "cut.pdf")
    assert caplog.text == ""
    assert capfd.readouterr() == ("", "")
