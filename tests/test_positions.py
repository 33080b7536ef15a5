from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lscp_docs.casefile.positions import KeyPath, Positions, positions, statements

CASE = '''\
reference = "INV-2026-001"  # a comment = not a key

# [not_a_section]
[incident]
occurred_on = 2026-03-02 10:00:00
narrative = """
[not_a_section_either]
surname = "nobody" """
place.town = 'C:\\Invented'
"local name" = "x"
days = [
  1, 2,  # two
  3,
]
people = [
  { name = "a", role.title = "b" },
  { name = "c" },
]

[[children]]
surname = "One"
[children.school]
name = "First"
[[children]]
surname = \'\'\'Two
and more\'\'\'\'\'
[[children.siblings]]
surname = "Three"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("reference",), 1),
        (("incident",), 4),
        (("incident", "occurred_on"), 5),
        (("incident", "narrative"), 6),
        (("incident", "place"), 9),
        (("incident", "place", "town"), 9),
        (("incident", "local name"), 10),
        (("incident", "days"), 11),
        (("incident", "days", 1), 12),
        (("incident", "days", 2), 13),
        (("incident", "people", 0, "role", "title"), 16),
        (("incident", "people", 1, "name"), 17),
        (("children",), 20),
        (("children", 0), 20),
        (("children", 0, "surname"), 21),
        (("children", 0, "school"), 22),
        (("children", 0, "school", "name"), 23),
        (("children", 1), 24),
        (("children", 1, "surname"), 25),
        (("children", 1, "siblings", 0, "surname"), 28),
    ],
)
def test_every_key_has_the_line_on_which_a_person_reads_it(path: KeyPath, line: int) -> None:
    tomllib.loads(CASE)
    assert positions(CASE).lines[path] == line


def test_text_inside_quotation_marks_and_comments_gives_no_keys() -> None:
    found = set(positions(CASE).lines)
    assert ("not_a_section",) not in found
    assert ("not_a_section_either",) not in found
    assert ("incident", "surname") not in found


def test_an_unknown_path_falls_back_to_its_nearest_parent_and_then_to_the_whole_file() -> None:
    found = positions(CASE)
    assert found.line(("children", 1, "date_of_birth")) == 24
    assert found.line(("children", 0, "school", "address", "town")) == 22
    assert found.line(("discussion", "held_on")) is None
    assert found.line(()) is None
    assert Positions({}).line(("a",)) is None


def test_windows_line_ends_do_not_change_a_line() -> None:
    assert positions(CASE.replace("\n", "\r\n")) == positions(CASE)


def test_a_section_named_after_its_subsection_stands_where_it_is_named() -> None:
    found = positions("[child.school]\nname = 1\n[child]\nage = 2\n")
    assert found.lines[("child",)] == 3
    assert found.lines[("child", "school")] == 1


def test_line_separators_that_are_not_line_feeds_do_not_count_as_lines() -> None:
    found = positions('a = "x\u2028y\u0085z"\nb = 1\n')
    assert found.lines[("b",)] == 2


def test_statements_of_a_broken_file_stay_apart_line_by_line() -> None:
    broken = 'a = "open\nb = 2\nsome words\n[section\nc = """never\nclosed\n'
    found = statements(broken)
    assert [(s.first, s.path, s.is_header, s.closed) for s in found[:5]] == [
        (1, ("a",), False, True),
        (2, ("b",), False, True),
        (3, ("some",), False, True),
        (4, (), True, True),
        (5, ("c",), False, False),
    ]


bare = st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True)
keys = bare | st.text(st.characters(exclude_categories=("C", "Z")), max_size=6)
leaf = (
    st.integers(-9, 9)
    | st.booleans()
    | st.sampled_from(
        [
            '"a # b"',
            "'c = [d'",
            '"""\ne = 1\n[f]\n"" \\" """',
            "'''\ng = 2\n''\n'''''",
            "2026-03-02",
            "2026-03-02 10:00:00",
            '"\\"]}"',
            '""',
            "''",
            '""""""',
            '"""""x"""',
        ]
    ).map(lambda text: _Raw(text))
)
values = st.recursive(
    leaf,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
documents = st.dictionaries(keys, values | st.lists(st.dictionaries(keys, values), min_size=1))


class _Raw:
    def __init__(self, text: str) -> None:
        self.text = text


def _key(key: str) -> str:
    is_bare = bool(key) and all(c.isascii() and (c.isalnum() or c in "_-") for c in key)
    return key if is_bare else json.dumps(key, ensure_ascii=False)


def _inline(value: object) -> str:
    if isinstance(value, _Raw):
        return value.text
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(k)} = {_inline(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[  # note ]\n" + ",\n".join(_inline(v) for v in value) + "\n]"
    return str(value).lower()


def _document(content: dict[str, object], prefix: str = "") -> str:
    plain, sections = [], []
    for key, value in content.items():
        name = f"{prefix}{_key(key)}"
        if isinstance(value, list) and value and all(isinstance(v, dict) for v in value):
            sections += [f"[[{name}]]\n{_document(item, name + '.')}" for item in value]
        elif isinstance(value, dict):
            sections.append(f"[{name}]  # section\n{_document(value, name + '.')}")
        else:
            plain.append(f"{_key(key)} = {_inline(value)}\n")
    return "".join(plain + sections)


def _paths(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _paths(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _paths(inner, (*path, number))


@settings(max_examples=25, deadline=None)
@given(documents)
def test_every_key_that_tomllib_finds_has_a_line_that_contains_it(
    content: dict[str, object],
) -> None:
    text = _document(content)
    read = tomllib.loads(text)
    found = positions(text)
    assert set(found.lines) == set(_paths(read))
    rows = text.split("\n")
    for path, line in found.lines.items():
        if isinstance(path[-1], str):
            assert _key(path[-1]) in rows[line - 1]


@settings(max_examples=25, deadline=None)
@given(documents)
def test_the_statements_of_a_sound_file_are_all_closed_and_cover_every_line_with_a_key(
    content: dict[str, object],
) -> None:
    text = _document(content)
    parts = statements(text)
    assert all(part.closed for part in parts)
    covered = {line for part in parts for line in range(part.first, part.last + 1)}
    assert set(positions(text).lines.values()) <= covered


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab=[]{}\"'#.,\n 1\\", max_size=60))
def test_no_text_however_broken_stops_the_splitting(text: str) -> None:
    parts = statements(text)
    assert [part.first for part in parts] == sorted(part.first for part in parts)
    if _accepted(text):
        assert set(positions(text).lines) == set(_paths(tomllib.loads(text)))


def _accepted(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True
