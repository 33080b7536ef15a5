"""A few lines that would stand alone on a last page are taken onto the page before."""

from __future__ import annotations

import io

import pypdf
import pytest

from lscp_docs.render import last_page, pdf

STYLE = (
    ":root { --fonts: sans-serif } @page { size: 10cm 12cm; margin: 1cm } "
    "p { margin: 0; margin-bottom: 6pt; font-size: 12pt; line-height: 1.3; orphans: 1; widows: 1 }"
)


def page_of(paragraphs: int) -> str:
    words = "".join(f"<p>Line {number} of the paper.</p>" for number in range(paragraphs))
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>A paper</title>'
        f"<style>{STYLE}</style></head><body>{words}</body></html>"
    )


def layouts_of(page: str, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[int]]:
    """The texts of the pages that were written, and how many pages each layout had."""
    seen: list[int] = []
    whole = pdf._Engine._laid_out

    def noted(self: pdf._Engine, page: str, **more: object) -> object:
        document = whole(self, page, **more)
        seen.append(len(document.pages))
        return document

    monkeypatch.setattr(pdf._Engine, "_laid_out", noted)
    made = pypdf.PdfReader(io.BytesIO(pdf.from_web_page(page)))
    return [each.extract_text() for each in made.pages], seen


ON_A_PAGE = 13
"""How many lines a page of this style holds."""


def test_a_page_holds_so_many_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    pages, _ = layouts_of(page_of(3 * ON_A_PAGE), monkeypatch)
    assert [len(page.splitlines()) for page in pages] == [ON_A_PAGE] * 3


@pytest.mark.parametrize("left_over", [1, 2])
def test_a_few_lines_left_over_are_taken_in_and_none_is_lost(
    left_over: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = 3 * ON_A_PAGE + left_over
    pages, layouts = layouts_of(page_of(number), monkeypatch)
    assert layouts == [4, 3]
    assert "\n".join(pages).splitlines() == [f"Line {n} of the paper." for n in range(number)]


@pytest.mark.parametrize("left_over", [5, 10])
def test_a_page_with_more_on_it_is_laid_out_once(
    left_over: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, layouts = layouts_of(page_of(3 * ON_A_PAGE + left_over), monkeypatch)
    assert layouts == [len(pages)] == [4]


def test_two_lines_after_a_single_page_are_not_squeezed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    _, layouts = layouts_of(page_of(ON_A_PAGE + 2), monkeypatch)
    assert layouts == [2]


def test_letters_keep_their_size_and_lines_of_one_height_are_left() -> None:
    style = "p { font-size: 12pt; line-height: 1.3; margin-bottom: 6pt } .a { line-height: 0 }"
    assert last_page.closer(style) == (
        "p { font-size: 12pt; line-height: 1.248; margin-bottom: 5.1pt } .a { line-height: 0 }"
    )
