"""A tracked action in finished words, as a table, an extract or a report shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from lscp_docs.model.identifying import revealed
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.record import NarrativeText
from lscp_docs.register.action_news import News
from lscp_docs.register.progress import Rating
from lscp_docs.register.smart import unsmart
from lscp_docs.register.tracker import Move, TrackedAction
from lscp_docs.wording import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNews:
    """An update in words: what was told, with its day and where it stands."""

    on: dt.date
    told: str
    origin: str
    """The role of the case file, or the agency with the page of its form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAction:
    """An action in the words of one profile; what is not known is an empty text or no date."""

    key: str
    case: str
    id: str
    rating: Rating
    agency: str
    owner: str
    source: str
    recommendation: str
    action: str
    success_measure: str
    evidence_required: str
    started_on: dt.date | None
    first_due: dt.date | None
    due: dt.date | None
    moves: str
    status: str
    news: tuple[ToldNews, ...]
    evidence: str
    impact: str
    signed_off: str
    to_mend: tuple[str, ...]
    """What the SMART check would mend in its words."""
    is_closed: bool


class Showing(Protocol):
    """What turns a narrative into paragraphs: a case's projection, or the words as they are."""

    def text(self, narrative: NarrativeText) -> tuple[str, ...]:
        """Give the paragraphs that may be shown."""


class AsWritten:
    """Shows a narrative as it is written: the actions of a report, which belong to no case."""

    def text(self, narrative: NarrativeText) -> tuple[str, ...]:
        """Give all paragraphs."""
        return tuple(revealed(narrative.text).split("\n\n"))


def told_action(action: TrackedAction, showing: Showing, partnership: Partnership) -> ToldAction:
    """Give an action in words; `showing` is the projection of the case that it belongs to."""
    words = _Words(showing, partnership)
    signed = action.signed_off
    return ToldAction(
        key=action.key,
        case=action.case,
        id=action.id,
        rating=action.rating,
        agency=words.agency(action.lead_agency),
        owner=action.owner,
        source=action.source.words,
        recommendation=words.text(action.recommendation),
        action=words.text(action.action),
        success_measure=words.text(action.success_measure),
        evidence_required=words.text(action.evidence_required),
        started_on=action.started_on,
        first_due=action.first_due,
        due=action.due,
        moves="; ".join(words.move(each) for each in action.moves),
        status=action.status.words,
        news=tuple(words.news(each) for each in action.news),
        evidence="; ".join(words.evidence(action)),
        impact=words.impact(action),
        signed_off=f"{signed.group}, {day_in_words(signed.on)}" if signed is not None else "",
        to_mend=tuple(each.sentence for each in unsmart(action)),
        is_closed=action.standing.is_closed,
    )


@dataclass(frozen=True, slots=True)
class _Words:
    showing: Showing
    partnership: Partnership

    def text(self, narrative: NarrativeText | None) -> str:
        return " ".join(self.showing.text(narrative)) if narrative is not None else ""

    def agency(self, key: str) -> str:
        agency = self.partnership.agency(key)
        return agency.name if agency is not None else key

    def move(self, move: Move) -> str:
        on = f" on {day_in_words(move.on)}" if move.on is not None else ""
        because = f": {self.text(move.because)}" if move.because is not None else ""
        return f"moved{on} to {day_in_words(move.due)}{because}"

    def news(self, news: News) -> ToldNews:
        parts = [self.text(news.text)]
        parts += (
            [f"Evidence named: {self.text(news.evidence)}"] if news.evidence is not None else []
        )
        parts += [f"What changed: {self.text(news.impact)}"] if news.impact is not None else []
        if news.asked_due is not None:
            because = f": {self.text(news.asked_because)}" if news.asked_because is not None else ""
            parts.append(f"Asks for {day_in_words(news.asked_due)}{because}")
        told = " ".join(part for part in parts if part)
        status = news.status.words if news.status is not None else ""
        return ToldNews(on=news.on, told=told or f"Status: {status}", origin=self._origin(news))

    def _origin(self, news: News) -> str:
        if not news.agency:
            return news.by
        page = f", page {news.page} of its form" if news.page else ""
        return f"{self.agency(news.agency)}{page}"

    def evidence(self, action: TrackedAction) -> Iterator[str]:
        for each in action.evidence:
            verdict = f"accepted by {each.accepted_by}" if each.accepted_by else "not accepted yet"
            what = self.text(each.description)
            yield f"{each.kind}, {day_in_words(each.on)}: {what} ({verdict})"

    def impact(self, action: TrackedAction) -> str:
        if action.impact is not None:
            return self.text(action.impact)
        if action.impact_waived_because is not None:
            return f"Need not be known: {self.text(action.impact_waived_because)}"
        return ""
