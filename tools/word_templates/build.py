"""Every template by its file name: the house style, and one for each module of `documents`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

from tools.word_templates import documents, style_sheet

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def document_keys() -> list[str]:
    """Give back the name of each module of `documents`, which is its template's name."""
    return sorted(module.name for module in pkgutil.iter_modules(documents.__path__))


def built_template(key: str) -> bytes:
    """Build the template of one document."""
    module = importlib.import_module(f"{documents.__name__}.{key}")
    built: bytes = module.build().to_bytes()
    return built


def built_templates() -> Iterator[tuple[str, bytes]]:
    """Yield file name and bytes of the house style and of every document's template."""
    yield "house_style.docx", style_sheet.build()
    for key in document_keys():
        yield f"{key}.docx", built_template(key)
