"""Text as XML can hold it."""

from __future__ import annotations

import re
from typing import Final

_LINE_END: Final = re.compile("\r\n|[\r\v\f]")
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """Return `text` with what XML takes for markup written as text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def legal(text: str) -> str:
    """Return `text` as XML can hold it: one kind of line end, no characters that XML forbids."""
    return _ILLEGAL.sub("", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """Return `text` as XML can hold it, with single spaces and without line ends."""
    return " ".join(legal(text).split())
