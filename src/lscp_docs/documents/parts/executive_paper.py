"""What every paper to the Executive states: meeting, author, recommendations, implications."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.practice import Part
from lscp_docs.model.review import ExecutiveDecision
from lscp_docs.model.vocabulary import ExecutiveMatter
from lscp_docs.wording import Gap, Prose, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An option before the Executive, and what speaks for and against it."""

    title: str
    appraisal: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutivePaper:
    """The head of a paper to the Executive."""

    executive: str
    meeting: Words
    agenda: str
    author: Words
    recommendations: tuple[Words, ...]
    """What the Executive is asked to do, each beginning with a verb."""


def paper(
    m: Material, matter: ExecutiveMatter, *, otherwise: tuple[Words, ...] = ()
) -> ExecutivePaper:
    """The head of the paper on a matter; `otherwise` stands where no recommendation is recorded."""
    entry = m.case.executive_on(matter)
    asked = tuple(
        " ".join(m.showing.text(words)) for words in (entry.recommendations if entry else ())
    )
    gap = Gap("what the Executive is asked to do", "executive.recommendations")
    agenda = entry.agenda_number if entry is not None else None
    return ExecutivePaper(
        executive=m.partnership.names.executive,
        meeting=m.fact(
            entry.meeting_on if entry is not None else None,
            "the day of the Executive’s meeting",
            "executive.meeting_on",
        ),
        agenda=m.known(agenda),
        author=_author(m, entry),
        recommendations=asked or otherwise or (gap,),
    )


def _author(m: Material, entry: ExecutiveDecision | None) -> Words:
    if entry is None or entry.report_author_role is None:
        return Gap("the role of the report’s author", "executive.report_author_role")
    return m.showing.professional(entry.report_author, entry.report_author_role)


def options(m: Material, matter: ExecutiveMatter) -> tuple[Option, ...]:
    """The options that were considered."""
    entry = m.case.executive_on(matter)
    return tuple(
        Option(
            title=option.title,
            appraisal=m.prose(option.appraisal, "the appraisal of an option", "executive.options"),
        )
        for option in (entry.options if entry is not None else ())
    )


def implications(m: Material, matter: ExecutiveMatter) -> tuple[Part, ...]:
    """The legal, equality, risk and resource implications, those without one in a sentence.

    Privileged legal advice is no part of them.
    """
    entry = m.case.executive_on(matter)
    found = (
        ("Legal implications", entry.legal_implications if entry is not None else None),
        ("Equality", entry.equality_implications if entry is not None else None),
        ("Risk", entry.risk if entry is not None else None),
        ("Resources", entry.resources if entry is not None else None),
    )
    return tuple(
        Part(label=label, words=m.prose_or(text, "None were recorded for this paper."))
        for label, text in found
    )


def when_completed(entry: ExecutiveDecision | None, m: Material) -> str:
    """The words that stand where the meeting's decision will be recorded."""
    if entry is None:
        return "To be completed at the meeting"
    return f"To be completed at the meeting of {m.words(entry.meeting_on)}"
