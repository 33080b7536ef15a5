"""A file that is read, on its own or inside another, and how much reading it may cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lscp_docs.disclosure.reading.place import Passage, PlaceKind, Unreadable

LARGEST_FILE = 50_000_000
"""Bytes of the file that is read."""

MOST_UNPACKED = 100_000_000
"""Bytes that all packed parts of a file, at every depth, may have together."""

LARGEST_PART = 30_000_000
"""Bytes of one packed part."""

MOST_PARTS = 5_000
"""Packed parts and files within files, at every depth together."""

MOST_ELEMENTS = 1_000_000
"""Elements of all XML together."""

DEEPEST = 6
"""Files within files."""


class TooMuchError(Exception):
    """Reading on would cost too much; the message says of what there is too much."""


class Budget:
    """What is left to spend on one file and all that is in it."""

    def __init__(self) -> None:
        self._bytes = MOST_UNPACKED
        self._parts = MOST_PARTS
        self._elements = MOST_ELEMENTS

    def unpack(self, size: int) -> None:
        """Spend `size` bytes; raise TooMuchError when none are left."""
        self._bytes -= size
        if self._bytes < 0:
            raise TooMuchError(f"It unpacks to more than {MOST_UNPACKED // 1_000_000} MB.")

    def part(self) -> None:
        """Spend one part; raise TooMuchError when none is left."""
        self._parts -= 1
        if self._parts < 0:
            raise TooMuchError(f"It holds more than {MOST_PARTS} parts.")

    def element(self) -> None:
        """Spend one element of XML; raise TooMuchError when none is left."""
        self._elements -= 1
        if self._elements < 0:
            raise TooMuchError(f"It holds more than {MOST_ELEMENTS} elements.")

    @property
    def room(self) -> int:
        """The bytes that the next part may unpack to."""
        return max(0, min(self._bytes, LARGEST_PART))


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file with its place; `kind` is what all in it counts as, None for the outermost file."""

    name: str
    data: bytes
    budget: Budget
    read: Callable[[File], Iterator[Passage]]
    place: str = ""
    kind: PlaceKind | None = None
    depth: int = 0

    def at(self, place: str) -> str:
        """Return a place in this file, in words."""
        return f"{self.place}: {place}" if self.place else place

    def passage(self, place: str, kind: PlaceKind, text: str) -> Passage:
        """Return what stands at a place of this file."""
        return Passage(self.at(place), self.kind or kind, text)

    def unreadable(self, place: str, why: str) -> Unreadable:
        """Return that a place of this file was not read, and why."""
        return Unreadable(self.at(place), PlaceKind.UNREADABLE, "", why)

    def unseen(self, place: str) -> Unreadable:
        """Return that nobody looked at what a picture shows."""
        why = "What a picture shows is not read: look at it."
        return Unreadable(self.at(place), PlaceKind.PIXELS, "", why)

    def inside(
        self, place: str, data: bytes, kind: PlaceKind, name: str = "", hint: str = ""
    ) -> Iterator[Passage]:
        """Yield what a file within this one says, its name first, all as of `kind`.

        `hint` is a file ending for a file without a name, such as a part of an e-mail.
        """
        if name:
            yield self.passage(f"file name of {place}", kind, name)
        if self.depth >= DEEPEST:
            yield self.unreadable(place, f"It lies more than {DEEPEST} files deep.")
            return
        self.budget.part()
        yield from self.read(
            File(
                name=name or hint,
                data=data,
                budget=self.budget,
                read=self.read,
                place=self.at(place),
                kind=self.kind or kind,
                depth=self.depth + 1,
            )
        )


JOINT = 80
"""Letters of a paragraph that a name could run on over its border with."""

_RUN = 6
"""Short lines after a first one that are looked at together with it."""


def joints(texts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the borders between neighbouring places with text, each as one text.

    A name or an address may run on over several short lines, so these are taken together: each
    border is in one text at least, and four short lines that follow each other are too.
    """
    told = [(place, text) for place, text in texts if text and not text.isspace()]
    start = 0
    while start < len(told) - 1:
        joined = told[start][1][-JOINT:]
        end = start
        while end < min(start + _RUN, len(told) - 1) and len(joined) <= 2 * JOINT:
            end += 1
            joined += " " + told[end][1][:JOINT]
            if len(told[end][1]) > JOINT:
                break
        yield f"from {told[start][0]} to {told[end][0]}", joined
        start += max(1, (end - start) // 2)
