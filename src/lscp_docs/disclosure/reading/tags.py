"""HTML as its words, tags and remarks, in one pass: no page makes this take long.

The standard library's parser needs minutes for a small page of marks that are never closed.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = re.compile(r"/?[A-Za-z][^\s<>/]*")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]*)))?""", re.DOTALL
)
_RAW = ("script", "style")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the page, or of a script or style sheet when `inside` names it."""

    line: int
    text: str
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that begins or, with a stroke before its name, ends an element."""

    line: int
    name: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, a declaration or an instruction."""

    line: int
    text: str


def tags_of(source: str) -> Iterator[Words | Tag | Remark]:
    """Yield the words, tags and remarks of a page in their order; all of it is one of these."""
    return _Tags(source).read()


class _Tags:
    def __init__(self, source: str) -> None:
        self._source = source
        self._small = source.lower() if len(source.lower()) == len(source) else source
        self._lines = [found.start() for found in re.finditer("\n", source)]
        self._at = 0

    def read(self) -> Iterator[Words | Tag | Remark]:
        source = self._source
        while self._at < len(source):
            start = source.find("<", self._at)
            end = len(source) if start < 0 else start
            if end > self._at:
                yield Words(self._line(), html.unescape(source[self._at : end]))
            self._at = end
            if start >= 0:
                yield from self._marked()

    def _line(self) -> int:
        return bisect_right(self._lines, self._at) + 1

    def _marked(self) -> Iterator[Words | Tag | Remark]:
        """Yield what begins with "<" here."""
        name = _NAME.match(self._source, self._at + 1)
        if name is not None:
            yield from self._tag(name)
        elif self._source.startswith("<!--", self._at):
            yield self._remark("-->", 4)
        elif self._source.startswith(("<!", "<?", "</"), self._at):
            yield self._remark(">", 2)
        else:
            yield Words(self._line(), "<")
            self._at += 1

    def _remark(self, ending: str, skipped: int) -> Remark:
        line, start = self._line(), self._at + skipped
        end = self._source.find(ending, start)
        end = len(self._source) if end < 0 else end
        self._at = end + len(ending)
        return Remark(line, self._source[start:end])

    def _tag(self, name: re.Match[str]) -> Iterator[Words | Tag | Remark]:
        line, source = self._line(), self._source
        found: list[tuple[str, str]] = []
        position = name.end()
        while position < len(source) and source[position] not in "<>":
            attribute = _ATTRIBUTE.match(source, position)
            if attribute is None:
                position += 1
                continue
            value = attribute[2] or attribute[3] or attribute[4] or ""
            found.append((attribute[1].lower(), html.unescape(value)))
            position = attribute.end()
        self._at = position + (source[position : position + 1] == ">")
        small = name[0].lower()
        yield Tag(line, small, tuple(found))
        if small in _RAW:
            yield self._raw(small)

    def _raw(self, name: str) -> Words:
        line, start = self._line(), self._at
        end = self._small.find(f"</{name}", start)
        self._at = len(self._source) if end < 0 else end
        return Words(line, self._source[start : self._at], name)
