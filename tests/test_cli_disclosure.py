"""The command `disclosure`: what it finds in a file, what it says and what it keeps to itself."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from lscp_docs.casefile.case_folder import load_case
from lscp_docs.cli import main
from lscp_docs.disclosure.hidden import hidden_of
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.sought.values import Person
from lscp_docs.errors import ExitCode

HOME = Path(__file__).parents[1] / "sample_cases" / "harrowmere"
CASE = "HSCP-2025-014"
SURNAME = "Őrsi"


def run(file: Path, *arguments: str, case: str = CASE) -> int:
    return main(["--home", str(HOME), "disclosure", str(file), "--case", case, *arguments])


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A public briefing of the case as the program makes it; its PDF stands beside it."""
    folder = tmp_path_factory.mktemp("briefing")
    arguments = ("produce", "seven-minute-briefing", CASE, "--draft", "--to", str(folder))
    assert main(["--home", str(HOME), *arguments, "--today", "2026-03-12"]) == ExitCode.DONE
    return next(folder.rglob("*.docx"))


def with_text(word: Path, to: Path, part: str, text: str) -> Path:
    """A copy of a Word file with a text in a part of it that no reader of the page sees."""
    with zipfile.ZipFile(word) as package, zipfile.ZipFile(to, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, package.read(name))
        copy.writestr(part, f"<?xml version='1.0'?><note><text>{text}</text></note>")
    return to


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_a_public_document_is_clean_for_its_readers(
    briefing: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(briefing.with_suffix(ending)) == ExitCode.DONE
    out = capsys.readouterr().out
    assert out.startswith("Nothing was found that must go.")
    assert re.search(r"Looked for: .*surname \(\d+\)", out, re.DOTALL)
    assert "Looked in: the file's name (1), " in out
    assert max(map(len, out.splitlines())) <= 80


def test_one_hidden_word_stops_the_same_document(
    briefing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planted = with_text(briefing, tmp_path / "b.docx", "customXml/item9.xml", f"about {SURNAME}")
    assert run(planted) == ExitCode.DISCLOSURE
    out = " ".join(capsys.readouterr().out.split())
    assert out.startswith("STOP: do not send this file.")
    assert "- custom XML 1, text 1: what HSCP-2025-014: family.1.surname says (surname; " in out
    assert SURNAME.casefold() not in out.casefold()


def test_json_has_its_keys_and_no_secret(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = load_case(HOME, CASE).case
    file = tmp_path / "note.txt"
    hidden = [
        words.casefold()
        for value in hidden_of(case, Profile.PUBLIC).values
        for words in (
            [part.words for part in value.parts] if isinstance(value, Person) else [str(value.told)]
        )
    ]
    file.write_text(f"{SURNAME.upper()} of {CASE}, NHS 943 476 5919", encoding="utf-8")
    assert run(file, "--json") == ExitCode.DISCLOSURE
    printed = capsys.readouterr().out
    told = json.loads(printed)
    assert set(told) == {"clean", "hits", "looked_for", "looked_in"}
    assert told["clean"] is False
    assert {tuple(hit) for hit in told["hits"]} == {("where", "kind", "of", "variant", "blocks")}
    assert {hit["of"] for hit in told["hits"]} >= {"HSCP-2025-014: reference", ""}
    assert told["looked_for"]["surname"] > 1
    assert told["looked_in"] == {"the file's name": 1, "plain text": 1}
    names = [words for words in hidden if len(words) > 5 and words != CASE.casefold()]
    assert len(names) > 20
    assert [words for words in names if words in printed.casefold()] == []


def test_the_profile_decides_what_may_stand(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text(f"The case {CASE} was noted.", encoding="utf-8")
    assert run(file, "--profile", "internal") == ExitCode.DONE
    assert run(file) == ExitCode.DISCLOSURE


def test_every_named_case_is_looked_for(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text(SURNAME, encoding="utf-8")
    assert run(file, case="HSCP-2024-006") == ExitCode.DONE
    assert run(file, "--case", CASE, case="HSCP-2024-006") == ExitCode.DISCLOSURE


def test_the_name_of_the_file_is_looked_at(tmp_path: Path) -> None:
    file = tmp_path / f"letter about {SURNAME}.txt"
    file.write_text("Nothing here.", encoding="utf-8")
    assert run(file) == ExitCode.DISCLOSURE


def test_what_cannot_be_read_is_never_clean(
    briefing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "broken.docx"
    file.write_bytes(briefing.read_bytes()[:4000])
    assert run(file) == ExitCode.DISCLOSURE
    assert "not read" in capsys.readouterr().out


def test_a_case_must_be_named_and_be_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = shutil.copy(HOME / "partnership.toml", tmp_path / "note.txt")
    assert main(["--home", str(HOME), "disclosure", str(file)]) == ExitCode.USAGE
    assert run(Path(file), case="HSCP-1999-001") == ExitCode.USAGE
    assert "HSCP-1999-001" in capsys.readouterr().err


def test_finalise_names_the_check_of_a_public_paper_as_it_is_typed(
    briefing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = tmp_path / CASE / briefing.name
    word.parent.mkdir()
    word.write_bytes(briefing.read_bytes())
    capsys.readouterr()
    finalise = ("--home", str(HOME), "finalise", str(word), "--case", CASE)
    assert main([*finalise, "--today", "2026-03-12"]) == ExitCode.DONE
    lines = capsys.readouterr().out.splitlines()
    (typed,) = (line for line in lines if line.startswith("lscp-docs disclosure"))
    whom = f"--case {CASE} --profile public --signed-off-by NAME"
    assert typed == f"lscp-docs disclosure {lines[0]} {whom}"
    assert main(["--home", str(HOME), *typed.split()[1:], "--today", "2026-03-13"]) == ExitCode.DONE
    lists = sorted(word.parent.glob("*_looked-for*"))
    assert len(lists) == 2
    told = "".join(each.read_text("utf-8") for each in lists)
    assert "By NAME on 13 March 2026." in told


def test_what_has_a_stop_cannot_be_signed_off(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text(SURNAME, encoding="utf-8")
    assert run(file, "--signed-off-by", "Meriel Vane") == ExitCode.DISCLOSURE
    assert list(tmp_path.iterdir()) == [file]


def test_a_stop_prints_what_to_copy_to_allow_it_and_that_lets_it_through(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    shutil.copytree(HOME, home, ignore=shutil.ignore_patterns("answers", "output"))
    file = tmp_path / "note.txt"
    file.write_text(f"The firm of {SURNAME} mended the roof.", encoding="utf-8")
    check = ["--home", str(home), "disclosure", str(file), "--all-cases"]
    assert main(check) == ExitCode.DISCLOSURE
    printed = capsys.readouterr().out
    tables = printed[printed.index("[[allowed]]") : printed.index("Looked for:")]
    case = home / "cases" / CASE / "case.toml"
    for empty in ("because", "by", "role"):
        tables = tables.replace(f'{empty} = ""', f'{empty} = "Said by somebody"')
    case.write_text(case.read_text("utf-8") + "\n" + tables, encoding="utf-8")
    assert main(check) == ExitCode.DONE
    assert "Allowed in note.txt by the case file:" in capsys.readouterr().out
