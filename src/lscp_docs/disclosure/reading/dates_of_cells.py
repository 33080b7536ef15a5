"""Which cells of a workbook hold a day: Excel keeps days as numbers."""

from __future__ import annotations

import datetime as dt
import re

from lscp_docs.disclosure.reading.tree import Element

_BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_LAST_DAY = 2_958_465
"""Excel's number for 31 December 9999."""


def date_styles(root: Element) -> frozenset[int]:
    """Return the numbers of the cell styles that show a number as a day."""
    own = {
        format_.get("numFmtId"): bool(re.search("[dy]", _QUOTED.sub("", format_.get("formatCode"))))
        for format_ in root.all("numFmt")
    }
    found = set()
    styles = root.child("cellXfs")
    for number, style in enumerate(styles.elements() if styles else ()):
        key = style.get("numFmtId")
        if own.get(key) or (key.isdecimal() and int(key) in _BUILT_IN and key not in own):
            found.add(number)
    return frozenset(found)


def day_of(value: str, *, since_1904: bool) -> str:
    """Return the day that Excel's number of days means, as 2023-05-14; empty when it means none."""
    try:
        days = int(float(value))
    except (ValueError, OverflowError):
        return ""
    start = dt.date(1904, 1, 1) if since_1904 else dt.date(1899, 12, 30)
    return (start + dt.timedelta(days)).isoformat() if 59 < days < _LAST_DAY else ""
