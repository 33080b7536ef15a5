"""A table of facts with a row for each fact of a list, where the list depends on the case."""

from __future__ import annotations

from tools.word_templates.blocks import Template
from tools.word_templates.tables import Paragraphs


def fact_rows(template: Template, many: str, *, caption: str) -> None:
    """Add a label and the words of each fact of `many` ("child.facts"); `caption` as in `facts`."""
    template.facts(
        [
            (f"{{%tr for fact in {many} %}}", ""),
            ("{{ fact.label }}", Paragraphs("fact.words")),
            ("{%tr endfor %}", ""),
        ],
        caption=caption,
    )
