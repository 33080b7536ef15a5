"""The seven-minute briefing: one page of learning for teams, in numbered boxes, public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import briefing_length
from lscp_docs.documents.parts.briefing_length import LEARNING, Box
from lscp_docs.errors import UsageError
from lscp_docs.model.case import CaseFile
from lscp_docs.model.learning import SevenMinuteBriefing as Briefing
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.record import NarrativeText
from lscp_docs.wording import Gap, Prose, Words

TITLE = "Seven-minute briefing"


@dataclass(frozen=True, slots=True, kw_only=True)
class SevenMinuteBriefing:
    """What the briefing says; no field holds a name, a place or a day of the child's life.

    Each text of the case is here only when a named person cleared it for publication.
    """

    topic: Words
    boxes: tuple[Box, ...]
    questions: Box
    edition: str
    """The version of the words, "1.0"."""
    issued_on: str
    review_on: str
    contact: str
    record_use: str


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True when the case has the texts of a briefing."""
    return case.briefing is not None


def context(m: Material) -> SevenMinuteBriefing:
    """The briefing's words; a text that nobody cleared by the document's date is a gap.

    Raises UsageError when the case has no briefing.
    """
    briefing = m.case.briefing
    if briefing is None:
        raise UsageError("The case has no seven-minute briefing. Write its texts under [briefing].")
    *boxes, questions = _boxes(m, briefing)
    return SevenMinuteBriefing(
        topic=_one_line(_text(m, briefing.title, "the briefing’s title", "title")),
        boxes=tuple(boxes),
        questions=questions,
        edition=briefing.version,
        issued_on=m.words(briefing.issued_on),
        review_on=m.words(briefing.review_on),
        contact=briefing.contact,
        record_use=briefing.record_use,
    )


def document_title(words: SevenMinuteBriefing) -> str:
    """The title in the files' properties: the topic too, once it is cleared."""
    return TITLE if isinstance(words.topic, Gap) else f"{TITLE}: {words.topic}"


def advice(words: SevenMinuteBriefing) -> tuple[str, ...]:
    """Which boxes are long, and whether the whole is: hints for the author."""
    return briefing_length.warnings((*words.boxes, words.questions))


def _boxes(m: Material, briefing: Briefing) -> Iterator[Box]:
    """The boxes in reading order; with a single learning there is no empty box for a second."""
    filled = (
        ("Why this briefing", _text(m, briefing.background, "the background", "background"), ()),
        ("What happened", _text(m, briefing.what_happened, "what happened", "what_happened"), ()),
        *_learning(m, briefing),
        ("Good practice", _text(m, briefing.good_practice, "good practice", "good_practice"), ()),
        (
            "What we are doing",
            _text(m, briefing.what_we_are_doing, "what we are doing", "what_we_are_doing"),
            (),
        ),
        ("Questions for your team", (), _questions(m, briefing)),
    )
    for number, (heading, paragraphs, points) in enumerate(filled, start=1):
        yield Box(number=number, heading=heading, paragraphs=paragraphs, points=points)


def _learning(m: Material, briefing: Briefing) -> Iterator[tuple[str, Prose, Prose]]:
    """The first learning in a box of its own, the second and third together in the next."""
    first, *rest = [
        _text(m, text, f"key learning {number}", f"key_learning.{number}")
        for number, text in enumerate(briefing.key_learning, start=1)
    ]
    yield f"{LEARNING} one" if rest else LEARNING, first, ()
    if len(rest) == 1:
        yield f"{LEARNING} two", rest[0], ()
    elif rest:
        yield f"{LEARNING} two and three", (), tuple(map(_one_line, rest))


def _questions(m: Material, briefing: Briefing) -> Prose:
    return tuple(
        _one_line(_text(m, question, f"question {number} for the team", f"questions.{number}"))
        for number, question in enumerate(briefing.questions, start=1)
    )


def _text(m: Material, narrative: NarrativeText, asked_for: str, field: str) -> Prose:
    path = f"briefing.{field}"
    if narrative.cleared is not None and narrative.cleared.on > m.as_at:
        late = f"{asked_for}, cleared for publication by the document’s date"
        return (Gap(late, f"{path}.cleared.on"),)
    return m.prose(narrative, asked_for, path)


def _one_line(prose: Prose) -> Words:
    """A text that stands in one place: its paragraphs become lines of it."""
    gap = next((words for words in prose if isinstance(words, Gap)), None)
    return gap or "\n".join(str(words) for words in prose)
