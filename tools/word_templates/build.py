"""Every template by its file name: the house style, and one for each document and report."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

from tools.word_templates import documents, reports, style_sheet

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def template_modules() -> dict[str, str]:
    """Give back each module of `documents` and `reports` by its template's name."""
    return {
        module.name: f"{package.__name__}.{module.name}"
        for package in (documents, reports)
        for module in pkgutil.iter_modules(package.__path__)
    }


def built_template(key: str) -> bytes:
    """Build the template of one document or report."""
    module = importlib.import_module(template_modules()[key])
    built: bytes = module.build().to_bytes()
    return built


def built_templates() -> Iterator[tuple[str, bytes]]:
    """Yield file name and bytes of the house style and of every other template."""
    yield "house_style.docx", style_sheet.build()
    for key in sorted(template_modules()):
        yield f"{key}.docx", built_template(key)
