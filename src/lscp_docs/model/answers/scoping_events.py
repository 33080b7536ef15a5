"""Scoping report, sections 7 and 8: key practice episodes, and the chronology.

Source of the key practice episodes: the purposes of a rapid review as Cambridgeshire and
Peterborough publish them from the Panel's guidance of June 2025. The chronology's columns are those
of `model.review.ChronologyEvent`; the source of the information is mandatory.
"""

from typing import Annotated, ClassVar

from lscp_docs.model.answers.asked import (
    LONG,
    Answers,
    Asked,
    NarrativeLine,
    Need,
    Row,
    Section,
    YesNoNotRecorded,
)
from lscp_docs.model.dates import EventDate, EventTime
from lscp_docs.model.identifying import Line
from lscp_docs.model.record import Narrative


class Episode(Row):
    """A key practice episode."""

    title: Annotated[
        NarrativeLine | None,
        Asked(
            "What was it about?",
            need=Need.ALWAYS,
            limit=80,
        ),
    ] = None
    began_on: Annotated[EventDate | None, Asked("It began on")] = None
    ended_on: Annotated[EventDate | None, Asked("It ended on")] = None
    what_happened: Annotated[
        Narrative | None, Asked("What happened?", need=Need.ALWAYS, limit=440)
    ] = None
    what_was_known: Annotated[
        Narrative | None,
        Asked("What was known then?", "Only what staff knew or could have known.", limit=230),
    ] = None
    decision: Annotated[
        Narrative | None, Asked("What was decided, and by whom?", "Roles, not names.", limit=230)
    ] = None
    analysis: Annotated[
        Narrative | None,
        Asked(
            "Why did it happen like this?",
            "Say why, not only what: workload, guidance, information, supervision.",
            limit=440,
        ),
    ] = None
    good_practice: Annotated[Narrative | None, Asked("What was done well?", limit=160)] = None
    gap: Annotated[Narrative | None, Asked("What was missing?", limit=160)] = None


class Event(Row):
    """One row of the agency's chronology."""

    on: Annotated[
        EventDate | None,
        Asked("Date", need=Need.ALWAYS),
    ] = None
    time: Annotated[EventTime | None, Asked("Time")] = None
    source: Annotated[
        Line | None,
        Asked(
            "Source",
            "The record, system or person that it comes from.",
            need=Need.ALWAYS,
            limit=70,
        ),
    ] = None
    event: Annotated[Narrative | None, Asked("What happened?", need=Need.ALWAYS, limit=350)] = None
    response: Annotated[
        Narrative | None, Asked("What did your agency do, and what came of it?", limit=175)
    ] = None
    child_seen: Annotated[YesNoNotRecorded | None, Asked("Was the child seen?")] = None
    child_voice: Annotated[
        Narrative | None, Asked("What did the child say or show?", limit=110)
    ] = None


class Events(Answers):
    """What happened, episode by episode and day by day."""

    sections: ClassVar[tuple[Section, ...]] = (
        Section(
            title="Key practice episodes",
            questions=("episodes",),
            guidance="Choose the moments in which what your agency did, or did not do, mattered "
            "most for the child. Two that are thought through are better than four that are not. "
            "Name each in a few words, such as: the assessment after the injury.",
            new_page=True,
        ),
        Section(
            title="Chronology",
            questions=("chronology", "chronology_more"),
            guidance="One event to a row, the earliest first. Every row needs its date, what "
            "happened, and its source: the record, system or person that it comes from. Do not "
            "guess a date. Write what is certain, such as 03/2026, about 09/03/2026 or not known.",
            new_page=True,
        ),
    )

    episodes: Annotated[
        tuple[Episode, ...],
        Asked("Episode", "Use as many of the four as you need.", rows=4),
    ] = ()
    chronology: Annotated[
        tuple[Event, ...],
        Asked(
            "Event",
            "Include missed appointments, and decisions not to act.",
            need=Need.UNLESS_NIL,
            rows=24,
        ),
    ] = ()
    chronology_more: Annotated[
        Narrative | None,
        Asked(
            "More events",
            "For each: date, source, what happened, what was done. Begin a new line for each.",
            limit=LONG,
        ),
    ] = None
