"""A last page that holds a few lines only, and the page style that takes them onto the one before.

Nobody wants to turn to a page with two lines on it. Where so little is left over that slightly
closer lines take it in, the pages are laid out once more with them; letters keep their size.
"""

from __future__ import annotations

import re
from typing import Any, Final

NEARLY_EMPTY: Final = 0.2
"""The part of its height up to which a last page counts as nearly empty."""
GAINED: Final = 0.06
"""About what closer lines save of each page before it: less is not worth a second layout."""

CLOSER_LINES, CLOSER_PARAGRAPHS = 0.96, 0.85
_LINES = re.compile(r"(line-height:\s*)(1\.[1-9]\d*)(?=\s*[;}\"'])")
_PARAGRAPHS = re.compile(r"(margin-(?:top|bottom):\s*)([\d.]+)(pt)")


def is_worth_closing(pages: list[Any]) -> bool:
    """True when the last of WeasyPrint's pages is nearly empty and the others can take it in."""
    if len(pages) < 2:
        return False
    left_over = _filled(pages[-1])
    return left_over <= NEARLY_EMPTY and left_over <= GAINED * (len(pages) - 1)


def closer(page: str) -> str:
    """Return an HTML page whose lines and paragraphs stand slightly closer."""
    page = _LINES.sub(lambda found: _scaled(found, CLOSER_LINES), page)
    return _PARAGRAPHS.sub(lambda found: f"{_scaled(found, CLOSER_PARAGRAPHS)}{found[3]}", page)


def _scaled(found: re.Match[str], by: float) -> str:
    return f"{found[1]}{float(found[2]) * by:.4g}"


def _filled(page: Any) -> float:
    """The part of the height between the margins that the words of a page take."""
    box = page._page_box  # there is no public way to it
    root = box.children[0]
    return float(root.height / box.height) if box.height else 1.0
