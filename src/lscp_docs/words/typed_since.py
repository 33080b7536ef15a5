"""Numbers beside a counted noun in a Word file: what a report was made with, and typed in since."""

from __future__ import annotations

from collections.abc import Collection

from lscp_docs.words.typed_figures import TYPED
from lscp_docs.words.word_files import word_text


def counted_in(file: str, word: bytes) -> tuple[str, ...]:
    """Give each number beside something that is counted, with its noun, once.

    Raises TemplateError when `word` is no Word file.
    """
    found = (
        " ".join(each[0].split())
        for paragraph in word_text(file, word).paragraphs
        for each in TYPED.finditer(paragraph.text)
    )
    return tuple(dict.fromkeys(found))


def typed_since(file: str, word: bytes, made_with: Collection[str]) -> tuple[str, ...]:
    """Give those that the edited Word file has and the report was not made with.

    Raises TemplateError when `word` is no Word file.
    """
    return tuple(each for each in counted_in(file, word) if each not in made_with)
