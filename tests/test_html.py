from dataclasses import dataclass
from pathlib import Path

import pytest

from lscp_docs.errors import TemplateError
from lscp_docs.render.html import page
from lscp_docs.wording import Gap, Words


@dataclass(frozen=True)
class Context:
    title: Words
    points: tuple[str, ...] = ()


def write(folder: Path, text: str) -> Path:
    (folder / "own.html").write_text(text, "utf-8")
    return folder


def test_words_are_escaped_and_their_line_breaks_kept(tmp_path: Path) -> None:
    own = write(tmp_path, "<p>{{ title }}</p>")
    assert page("own.html", Context("A & B\n<i>"), own) == "<p>A &amp; B<br>&lt;i&gt;</p>"


def test_gap_is_shown_in_words(tmp_path: Path) -> None:
    own = write(tmp_path, "{{ title }}")
    gap = Gap("the view of the police", "discussion.view_police")
    assert page("own.html", Context(gap), own) == (
        '<span class="gap">[Needed: the view of the police]</span>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "\n{{ titel }}",
        "\n{{ title.__class__.__mro__ }}",
        "\n{% for x in %}",
        "\n{{ title.x }}",
        "\n{{ title * 9 }}",
    ],
)
def test_fault_in_a_template_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateError) as caught:
        page("own.html", Context("x"), write(tmp_path, text))
    assert [x.line for x in caught.value.problems] == [2]


def test_missing_template_names_the_places_looked_in(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=str(tmp_path)):
        page("nowhere.html", Context("x"), tmp_path)


def test_template_outside_the_folders_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    write(tmp_path, "x")
    with pytest.raises(TemplateError):
        page("../own.html", Context("x"), tmp_path / "inner")
