from __future__ import annotations

import re
import traceback
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented_case import SOUND, InventedCase
from lscp_docs.casefile import read_toml
from lscp_docs.casefile.positions import positions
from lscp_docs.casefile.reading import LARGEST, text_of
from lscp_docs.casefile.syntax import AT_MOST, STOPS_HERE
from lscp_docs.errors import CaseFileError, ExitCode, Problem


def told(tmp_path: Path, content: str | bytes) -> tuple[Problem, ...]:
    path = tmp_path / "case.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CaseFileError) as caught:
        read_toml(path, InventedCase)
    return caught.value.problems


def test_a_sound_file_gives_the_model(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert read_toml(path, InventedCase).reference == "INV-2026-001"


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_a_byte_order_mark_and_windows_line_ends(
    tmp_path: Path, form: str
) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(SOUND.replace("\n", "\r\n").encode(form))
    assert read_toml(path, InventedCase).reference == "INV-2026-001"


# A line put in as line 3, and what a person is told about it.
BROKEN = [
    ("a = “x”", "Curly quotation marks"),
    ("“a” = 3", "Curly quotation marks"),
    ("surname: Bloggs", "A colon stands where TOML has an equals sign."),
    ('a = "C:\\Users\\x"', "A backslash stands in a text"),
    ('a = "x\\q"', "A backslash stands in a text"),
    ('a = "open', "A text is opened and not closed on its line."),
    ("a = 'open", "A text is opened and never closed."),
    ('a = """open', "A text is opened and never closed."),
    ('a = "he said "no" to"', "A quotation mark or apostrophe inside a text"),
    ("a = 'it's'", "A quotation mark or apostrophe inside a text"),
    ("a = 02/03/2026", "A date stands here in another order or form."),
    ("a = 2.3.2026", "A date stands here in another order or form."),
    ("a = 2026-3-2", "A date stands here in another order or form."),
    ("a = 2026-02-30", "A day that does not exist"),
    ("a = 14:30", "A time of day stands here without seconds."),
    ("a = 2026-03-02 14:30", "A time of day stands here without seconds."),
    ("a = 01134960000", "A number that begins with 0"),
    ("a = 9" + "9" * 5000, "A number of too many figures"),
    ("a = True", "A yes or no is written in another way"),
    ("a = yes", "A yes or no is written in another way"),
    ("a =", "Nothing stands after the equals sign."),
    ("a = null", "Nothing stands after the equals sign."),
    ("a = Bloggs", "A text stands without quotation marks."),
    ("date of birth = 3", "A key of several words stands here."),
    ("- a", "A list is written with dashes."),
    ("[a", "The line should be a section heading"),
    ("[[a]", "The line should be a section heading"),
    ("[a] b", "The line should be a section heading"),
    ("a = [1, 2", "A list is not closed"),
    ("a = {b = 1", "A table in curly brackets is not closed"),
    ("he fell down", "This line is not of the form key = value."),
    ("a = 1 2", "Something stands after the value"),
    ('reference = "x"', "A key or section stands here for the second time."),
    ('a = "x\x0by"', "1 character here that no document can hold."),
    ('summary = "\\u0007"', "A text has a backslash code"),
]


@pytest.mark.parametrize(("row", "problem"), BROKEN)
def test_a_line_that_is_not_toml_is_told_with_its_number_and_likely_cause(
    tmp_path: Path, row: str, problem: str
) -> None:
    first, second, *rest = SOUND.split("\n")
    told_here = told(tmp_path, "\n".join([first, second, row, *rest]))
    assert told_here[0].line == 3
    assert told_here[0].problem.startswith(problem)
    assert told_here[0].hint


def test_every_second_key_is_told_with_the_line_of_the_first(tmp_path: Path) -> None:
    twice = 'forenames = "x"\nsurname = "y"\n'
    found = told(tmp_path, f'{SOUND}{twice}summary = """\nlong"""\nsummary = "q"\n')
    assert [(each.line, each.path, each.hint.split(".")[0]) for each in found[:2]] == [
        (8, "children.1.forenames", "It stands on line 5 already"),
        (9, "children.1.surname", "It stands on line 6 already"),
    ]
    assert (12, "It stands on line 10 already. Keep one of the two.") in [
        (each.line, each.hint) for each in found
    ]


def test_faults_of_writing_and_of_content_are_told_together(tmp_path: Path) -> None:
    text = SOUND.replace('"Sample"', "Sample") + 'weight = "thin"\nis_looked_after = "no"\n'
    assert [(each.line, each.path) for each in told(tmp_path, text)] == [
        (6, "children.1.surname"),
        (8, "children.1.weight"),
        (9, "children.1.is_looked_after"),
    ]


def test_nothing_is_called_missing_because_its_line_could_not_be_read(tmp_path: Path) -> None:
    found = told(tmp_path, SOUND.replace('"Sample"', "Sample"))
    assert [each.problem for each in found] == ["A text stands without quotation marks."]


@pytest.mark.parametrize("row", ["[children", 'a = """open', "a = [1, 2", "a = {b = 1"])
def test_where_the_rest_cannot_be_told_apart_checking_stops_and_says_so(
    tmp_path: Path, row: str
) -> None:
    found = told(tmp_path, f"a = Bloggs\n{row}\n{SOUND}")
    assert [each.line for each in found] == [1, 2]
    assert [STOPS_HERE in each.hint for each in found] == [False, True]


def test_a_file_that_is_no_toml_at_all_is_not_listed_line_by_line_to_its_end(
    tmp_path: Path,
) -> None:
    found = told(tmp_path, "he fell down\n" * 500)
    assert len(found) == AT_MOST + 1
    assert STOPS_HERE in found[-1].hint


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        (SOUND.encode("utf-16"), None, "This is saved as UTF-16"),
        (SOUND.encode("utf-16-le"), None, "This is saved as UTF-16"),
        (b"a = 1\nb = 'caf\xe9'", 2, "A letter stands here that is not in UTF-8."),
        (b"#" * (LARGEST + 1), None, "This is larger than 5,000,000 bytes."),
        (b"a = " + b"[" * 5000, None, "Lists or tables stand inside one another too deeply"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_has_one_problem(
    tmp_path: Path, content: bytes, line: int | None, problem: str
) -> None:
    (only,) = told(tmp_path, content)
    assert only.line == line
    assert only.problem.startswith(problem)
    assert only.hint


def test_a_missing_file_a_folder_and_a_file_that_notepad_renamed_are_told(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    with pytest.raises(CaseFileError) as missing:
        read_toml(path, InventedCase)
    assert missing.value.problems[0].problem == "There is no such file."
    assert tmp_path.name in missing.value.problems[0].hint
    (tmp_path / "case.toml.txt").write_text(SOUND)
    with pytest.raises(CaseFileError) as renamed:
        read_toml(path, InventedCase)
    assert "Rename case.toml.txt" in renamed.value.problems[0].hint
    with pytest.raises(CaseFileError) as folder:
        read_toml(tmp_path, InventedCase)
    assert folder.value.problems[0].problem == "This is a folder, not a file."


def test_the_places_of_a_file_that_was_read_are_given_for_faults_found_later(
    tmp_path: Path,
) -> None:
    path = tmp_path / "case.toml"
    path.write_text(SOUND, encoding="utf-8-sig")
    text = text_of(path)
    assert isinstance(text, str)
    assert positions(text).line(("children", 0, "surname")) == 6


def test_the_error_counts_its_problems_and_ends_the_command_with_its_code(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text("a = 1\n")
    with pytest.raises(CaseFileError) as caught:
        read_toml(tmp_path / "case.toml", InventedCase)
    assert str(caught.value) == "case.toml cannot be used: 3 things to mend."
    assert caught.value.exit_code is ExitCode.CASE


CANARIES = """\
zqreference = "zqa"
reference = "zqb"
occurred = { first = 1731-01-19, last = 1731-01-18, "Zqc Zqd" = "zqe" }
agencies = ["zqf", "zqg zqh"]
summary = "leak zqi"
"Zqj Zqk" = "zql"
[contact]
kind = "zqm"
zqn = "zqo"
[leads.zqp]
name = ["zqq"]
[views]
zqr = "zqs"
[[children]]
forenames = 3
surname = ["zqt"]
date_of_birth = "zqu"
weight = "zqv"
school = "zqw"
[[children]]
Zqx = "zqy"
"""
BREAKS = [
    "",
    "zqaa = zqab",
    "zqaa: zqab",
    'zqaa = "zqab',
    'zqaa = "zqab \\zqac"',
    "zqaa = “zqab”",
    "zqaa zqab zqac",
    "zqaa = ",
    "[zqaa",
    "[views]",
    "zqaa = 1\nzqaa = 2",
    'zqaa = """zqab',
    "zqaa = [zqab",
    'zqaa = "zqab\x07"',
    'zqaa = "\\u0007zqab"',
]


def _everything_said(error: CaseFileError) -> str:
    return "\n".join(
        [
            str(error),
            repr(error),
            repr(error.args),
            *map(str, error.problems),
            *map(repr, error.problems),
            *traceback.format_exception(error),
            *traceback.format_exception(error, chain=True),
        ]
    )


@pytest.mark.parametrize("row", BREAKS)
@pytest.mark.parametrize("form", ["utf-8", "utf-16", "cp1252"])
def test_no_word_of_the_file_is_in_anything_that_the_error_says(
    tmp_path: Path, row: str, form: str
) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(f"{CANARIES}{row}\n# zqé\n".encode(form))
    with pytest.raises(CaseFileError) as caught:
        read_toml(path, InventedCase)
    said = _everything_said(caught.value)
    assert "zqreference" not in said or "Did you mean “reference”?" in said
    said = said.replace("The key “zqreference” is not known here.", "")
    assert re.findall(r"(?i)zq\w*|1731|leak", said) == []
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_the_search_for_words_of_the_file_finds_one() -> None:
    problem = Problem(file="case.toml", problem="The surname Zqtest is wrong.")
    error = CaseFileError("case.toml cannot be used.", (problem,))
    assert re.findall(r"(?i)zq\w*", _everything_said(error)) != []


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_a_file_damaged_anywhere_gives_the_model_or_problems_and_no_other_error(
    tmp_path: Path, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(CANARIES)))
    end = data.draw(st.integers(start, min(start + 9, len(CANARIES))))
    put_in = data.draw(st.text(alphabet="\"'[]{}=.,#\n\\x1: \x00é", max_size=4))
    path = tmp_path / "case.toml"
    path.write_text(CANARIES[:start] + put_in + CANARIES[end:], encoding="utf-8")
    with pytest.raises(CaseFileError) as caught:
        read_toml(path, InventedCase)
    lines = [problem.line or 0 for problem in caught.value.problems]
    assert lines == sorted(lines)
    assert lines
