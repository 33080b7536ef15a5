"""The boxes of a seven-minute briefing and how long they are: hints, never a reason to cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.wording import Gap, Prose

LEARNING = "Key learning"

ADVISED = {
    "Why this briefing": 60,
    "What happened": 80,
    "Good practice": 50,
    "What we are doing": 70,
    "Questions for your team": 60,
}
"""The words advised for a box at most; the project's own, so that the whole fits on one side."""
ADVISED_LEARNING = 70
"""The words advised for each key learning at most."""
ADVISED_QUESTIONS = 3
ADVISED_TOTAL = (350, 450)
"""The words advised for all boxes together, from and to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A numbered box: its heading, and its paragraphs or, where it lists things, its points."""

    number: int
    heading: str
    paragraphs: Prose
    points: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """The words that a box holds, without its heading, and how many are advised at most."""

    box: str
    words: int
    at_most: int

    @property
    def is_long(self) -> bool:
        """True when the box holds more words than are advised."""
        return self.words > self.at_most


def lengths(boxes: tuple[Box, ...]) -> tuple[Length, ...]:
    """The length of each box in reading order; a text that is not cleared counts for nothing."""
    return tuple(Length(box=box.heading, words=_count(box), at_most=_advised(box)) for box in boxes)


def total(boxes: tuple[Box, ...]) -> int:
    """The words of all boxes together, without headings, title and foot."""
    return sum(length.words for length in lengths(boxes))


def warnings(boxes: tuple[Box, ...]) -> tuple[str, ...]:
    """What an author may want to shorten or fill, without the words; the questions are last."""
    return tuple(_warnings(boxes))


def _warnings(boxes: tuple[Box, ...]) -> Iterator[str]:
    for length in lengths(boxes):
        if length.is_long:
            yield (
                f"The box “{length.box}” has {length.words} words; {length.at_most} or fewer are "
                "read in a team meeting."
            )
    asked = len(boxes[-1].points)
    if asked > ADVISED_QUESTIONS:
        yield f"There are {asked} questions; {ADVISED_QUESTIONS} can be talked about in a meeting."
    words, (least, most) = total(boxes), ADVISED_TOTAL
    if words > most:
        yield f"The briefing has {words} words; more than {most} may not fit on one side."
    elif words < least and not _has_gaps(boxes):
        yield f"The briefing has {words} words; fewer than {least} may leave out what teams need."


def _texts(box: Box) -> Prose:
    return (*box.paragraphs, *box.points)


def _count(box: Box) -> int:
    return sum(len(text.split()) for text in _texts(box) if not isinstance(text, Gap))


def _advised(box: Box) -> int:
    if box.heading.startswith(LEARNING):
        return ADVISED_LEARNING * max(1, len(box.points))
    return ADVISED[box.heading]


def _has_gaps(boxes: tuple[Box, ...]) -> bool:
    return any(isinstance(text, Gap) for box in boxes for text in _texts(box))
