"""What a document is made of: the case, its partnership, the day, and who may see what."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.projection import Projection
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Moment, UncertainDate
from lscp_docs.model.identifying import Identifying, revealed
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.vocabulary import Term
from lscp_docs.wording import Gap, Prose, Words, day_in_words, sentence_case

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers
    from lscp_docs.model.returned import Return

Plain = str | bool | int | dt.date | Moment | Term | Identifying[str] | Identifying[UncertainDate]


@dataclass(frozen=True, kw_only=True)
class Material:
    """Everything that a context is made from; its methods turn facts into finished words.

    `as_at` is the date of the document. A fact that the document must state and the case lacks
    becomes a `Gap`; a fact that may be unknown becomes a sentence.
    """

    case: CaseFile
    partnership: Partnership
    as_at: dt.date
    profile: Profile
    addressee: str = ""
    """Whose copy this is, for a document that goes out in several."""
    returns: tuple[Return[Answers], ...] = ()
    """The accepted returns; the case is completed by them already."""

    @cached_property
    def showing(self) -> Projection:
        """The case in the words of this document's profile."""
        return Projection(self.profile, self.case, self.returned)

    @cached_property
    def returned(self) -> tuple[Return[Answers], ...]:
        """The returns that had come by the document's date."""
        return tuple(each for each in self.returns if each.received_on <= self.as_at)

    @property
    def not_known(self) -> str:
        """How a fact that nobody knows yet reads."""
        return f"Not known on {day_in_words(self.as_at)}"

    def words(self, value: Plain) -> str:
        """A value in a reader's words, identifying values as the profile shows them."""
        if isinstance(value, Identifying):
            return self.showing.words(value, on=self.incident_day)
        if isinstance(value, Term):
            return sentence_case(value.words)
        if isinstance(value, Moment):
            return moment_in_words(value)
        if isinstance(value, bool):
            return "Yes" if value else "No"
        return day_in_words(value) if isinstance(value, dt.date) else str(value)

    def fact(self, value: Plain | None, asked_for: str, path: str) -> Words:
        """A fact that the document must state, or the gap where it is missing."""
        return Gap(asked_for, path) if value is None else self.words(value)

    def known(self, value: Plain | None) -> str:
        """A fact that may be unknown."""
        return self.not_known if value is None else self.words(value)

    def happened(self, when: dt.date | Moment | None, asked_for: str, path: str) -> Words:
        """A past day or moment; a gap when it is missing or lies after the document's date."""
        if when is None:
            return Gap(asked_for, path)
        day = when.day if isinstance(when, Moment) else when
        if day > self.as_at:
            return Gap(f"a document date that is not before {asked_for}", path)
        return self.words(when)

    def is_later(self, when: Identifying[UncertainDate]) -> bool:
        """True when an event of the child's life certainly lies after the document's date."""
        return revealed(when).certainly_after(self.as_at)

    def prose(self, narrative: NarrativeText | None, asked_for: str, path: str) -> Prose:
        """A narrative that the document must state, a paragraph an item, or the gap for it."""
        if narrative is None:
            return (Gap(asked_for, path),)
        shown = self.showing.text(narrative)
        return shown or (Gap(f"{asked_for}, cleared for publication", f"{path}.cleared"),)

    def prose_or(self, narrative: NarrativeText | None, otherwise: str) -> Prose:
        """A narrative that may be missing: then the sentence `otherwise` stands in its place."""
        return (narrative is not None and self.showing.text(narrative)) or (otherwise,)

    def agency(self, key: str) -> str:
        """The name of an agency of the partnership."""
        agency = self.partnership.agency(key)
        return agency.name if agency is not None else key

    @property
    def incident_day(self) -> dt.date | None:
        """The first day on which the incident can have happened: ages are told for it."""
        return revealed(self.case.incident.occurred_on).earliest


def moment_in_words(moment: Moment) -> str:
    """Return "2 March 2026 at 14:20", or the day alone where the time is not known."""
    day = day_in_words(moment.day)
    return day if moment.time is None else f"{day} at {moment.time:%H:%M}"
