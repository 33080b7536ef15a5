"""Numbers beside a counted noun that were typed into a report after it was produced."""

from __future__ import annotations

from lscp_docs.render.parity import folded, pdf_pages
from lscp_docs.words.typed_figures import TYPED
from lscp_docs.words.word_files import word_text


def typed_since(file: str, word: bytes, produced_pdf: bytes) -> tuple[str, ...]:
    """Give each number with its noun that the edited Word file has and the produced PDF has not.

    Raises TemplateError when `word` is no Word file.
    """
    pages, _ = pdf_pages(produced_pdf, with_charts=False)
    before = "".join(pages)
    found = (
        " ".join(each[0].split())
        for paragraph in word_text(file, word).paragraphs
        for each in TYPED.finditer(paragraph.text)
    )
    return tuple(dict.fromkeys(each for each in found if folded(each) not in before))
