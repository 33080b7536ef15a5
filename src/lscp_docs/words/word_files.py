"""The text of a finished Word document, for the checks on words."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.render.word_package import unpacked
from lscp_docs.render.word_parts import text_parts
from lscp_docs.words.finding import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class WordText:
    """The title of a document and its paragraphs; a paragraph's number counts blank ones too."""

    title: str
    """The first paragraph in the style Title; empty where there is none."""
    paragraphs: tuple[Paragraph, ...]


def word_text(file: str, data: bytes) -> WordText:
    """Give the text of a Word document: its body, then its notes; heads and feet are left out.

    Raises TemplateError when `data` is no Word document.
    """
    parts = [
        part
        for part in text_parts(file, unpacked(file, data))
        if not part.name.startswith(("word/header", "word/footer"))
    ]
    body = [each for part in parts for each in part.paragraphs]
    titles = (each.text for each in body if each.style.casefold() == "title" and each.text.strip())
    return WordText(
        title=next(titles, ""),
        paragraphs=tuple(
            Paragraph(number=number, text=each.text)
            for number, each in enumerate(body, start=1)
            if each.text.strip()
        ),
    )
