"""The integrated chronology: in date order, a year at a time, each event with its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lscp_docs.disclosure.profiles import WITHHELD_WORDS
from lscp_docs.documents.material import Material
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.returned import ReturnedEvent
from lscp_docs.model.review import ChronologyEvent
from lscp_docs.returns.chronology import in_date_order, year_of
from lscp_docs.wording import sentence_case

LONG = 1_200
"""An event of more letters is told as text: no row of the table then fills half a page."""


SEEN: dict[bool | None, tuple[str, ...]] = {
    None: (),
    True: ("Child seen",),
    False: ("Child not seen",),
}
"""Whether the child was seen; where it is not recorded, nothing is said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of the chronology: what happened, what was done, and what it means."""

    when_and_who: tuple[str, ...]
    """The date, the agency, and whether it saw the child."""
    account: tuple[str, ...]
    """What happened, and from which source that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Events of one year that follow each other: rows of a table, or one event told as text."""

    caption: str
    events: tuple[Event, ...]
    told: Event | None


def chronology(m: Material) -> tuple[Stretch, ...]:
    """The chronology up to the document's date; a stretch begins with each year and long event."""
    events = in_date_order(m.case.chronology, until=m.as_at)
    years = groupby(events, key=year_of)
    return tuple(
        stretch
        for year, of_year in years
        for stretch in _stretches(
            "Date not known" if year is None else str(year), [_event(m, one) for one in of_year]
        )
    )


def _stretches(year: str, events: list[Event]) -> Iterator[Stretch]:
    caption = year
    for is_long, together in groupby(events, key=_is_long):
        for stretch in [(one,) for one in together] if is_long else [tuple(together)]:
            yield Stretch(
                caption=caption,
                events=() if is_long else stretch,
                told=stretch[0] if is_long else None,
            )
            caption = f"{year}, continued"


def _is_long(event: Event) -> bool:
    return sum(map(len, event.account)) > LONG


def _event(m: Material, event: ChronologyEvent) -> Event:
    time = "" if event.time is None else m.showing.time(event.time)
    told = f", {time}" if time and time != WITHHELD_WORDS else ""  # a month has no time of day
    date = sentence_case(f"{m.showing.date(event.on)}{told}")
    return Event(
        when_and_who=(date, m.agency(event.agency), *SEEN[event.child_seen]),
        account=tuple(_account(m, event)),
    )


def _account(m: Material, event: ChronologyEvent) -> Iterator[str]:
    yield from m.showing.text(event.event)
    yield from _labelled(m, "Response", event.response)
    yield from _labelled(m, "The child’s voice", event.child_voice)
    yield from _labelled(m, "Significance", event.significance)
    yield f"Source: {m.showing.source(event.source)}{_returned(event)}"


def _returned(event: ChronologyEvent) -> str:
    """Where in a return an event stands; nothing for one of the case file."""
    if not isinstance(event, ReturnedEvent):
        return ""
    page = f"page {event.form_page}, " if event.form_page else ""
    return f" (the agency’s return, {page}row {event.form_row})"


def _labelled(m: Material, label: str, narrative: NarrativeText | None) -> Iterator[str]:
    """The paragraphs of a narrative, the first with a label before it."""
    if narrative is not None:
        first, *others = m.showing.text(narrative) or ("",)
        yield f"{label}: {first}"
        yield from others
