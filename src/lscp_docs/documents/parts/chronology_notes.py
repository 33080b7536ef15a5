"""What to look at in the combined chronology: what may be told twice, gaps, and who is silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.told_by_agencies import on_page
from lscp_docs.model.returned import ReturnedEvent
from lscp_docs.model.review import ChronologyEvent
from lscp_docs.returns.chronology import SILENT_DAYS, Alike, Combined, Silence, combined
from lscp_docs.wording import Prose, sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreEvents:
    """Events that an agency wrote outside the rows: they are in no order of dates."""

    agency: str
    words: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyNotes:
    """Notes on the chronology, a sentence each; nothing was taken out of it."""

    twice: tuple[str, ...]
    silences: tuple[str, ...]
    silent_days: str
    """How long a stretch without events must be to be named, and who chose that."""
    unanswered: tuple[str, ...]
    more: tuple[MoreEvents, ...]


def chronology_notes(m: Material) -> ChronologyNotes | None:
    """The notes as the chronology stood on the document's date; None before any return came."""
    if not m.returned:
        return None
    found = combined(m.case, until=m.as_at)
    return ChronologyNotes(
        twice=tuple(_twice(m, found, alike) for alike in found.alike),
        silences=tuple(_silence(m, silence) for silence in found.silences),
        silent_days=(
            f"A stretch of more than {SILENT_DAYS} days of the period under review is named. That "
            "length is this program’s own choice and not a rule."
        ),
        unanswered=tuple(m.agency(key) for key in found.unanswered),
        more=tuple(_more(m)),
    )


def _twice(m: Material, found: Combined, alike: Alike) -> str:
    one, other = found.events[alike.first - 1], found.events[alike.second - 1]
    shared = f"{alike.shared} of the {alike.of} telling words of the shorter entry stand in both"
    day = sentence_case(m.showing.date(one.on))
    if alike.is_same_day:
        return f"{day}: {_whose(m, one)} and {_whose(m, other)}; {shared}."
    second = m.showing.date(other.on)
    return (
        f"{day}: {_whose(m, one)}, and {second}: {_whose(m, other)}; the two can be the same "
        f"day, and {shared}."
    )


def _whose(m: Material, event: ChronologyEvent) -> str:
    where = on_page(event.form_page) if isinstance(event, ReturnedEvent) else "in the case file"
    return f"{m.agency(event.agency)} ({where})"


def _silence(m: Material, silence: Silence) -> str:
    words = (
        f"No agency reports anything from {m.words(silence.first)} to {m.words(silence.last)} "
        f"({silence.days} days)."
    )
    if silence.uncertain == 1:
        return f"{words} One event without a certain date may lie in it."
    if silence.uncertain:
        return f"{words} {silence.uncertain} events without a certain date may lie in it."
    return words


def _more(m: Material) -> Iterator[MoreEvents]:
    from lscp_docs.returns.merging import scoping_reports  # few cases have returns

    for report in scoping_reports(m.returned):
        told = report.answers.chronology_more
        if told is not None and (words := m.showing.text(told)):
            page = on_page(report.pages.get("chronology_more", 0))
            yield MoreEvents(agency=f"{m.agency(report.agency)} ({page})", words=words)
