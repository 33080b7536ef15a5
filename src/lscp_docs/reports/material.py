"""What a report is made of: the cases and figures of a period, and what people wrote for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.parts.tracked_actions import ToldAction
from lscp_docs.model.partnership import Agency, Partnership
from lscp_docs.model.report_file import ReportFile
from lscp_docs.register.action_changes import Change
from lscp_docs.register.action_measures import ActionFigure
from lscp_docs.register.characteristics import ReportTables
from lscp_docs.register.durations import Claim
from lscp_docs.register.figures import Figure
from lscp_docs.register.measures import Statistics
from lscp_docs.register.period import Period
from lscp_docs.register.rows import RegisterRow
from lscp_docs.register.tracker import TrackedAction
from lscp_docs.reports.report_type import ReportType
from lscp_docs.reports.told_case import ToldLateness, ToldLcspr, ToldReview
from lscp_docs.reports.told_matters import ToldMatter
from lscp_docs.reports.written import Block, Written
from lscp_docs.wording import Gap, Words, day_in_words, list_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedEarlier:
    """A request that the readers made earlier, and where the report answers it."""

    asked_on: str
    request: str
    answered: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSection:
    """A section that people added."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsideredOption:
    """An option, what is said of it, and whether it was adopted."""

    title: str
    paragraphs: tuple[Words, ...]
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A next step: what, who, by when."""

    what: str
    who: str
    by: str


@dataclass(frozen=True, kw_only=True)
class ReportMaterial:
    """Everything that a report's context is made from; its methods give finished words or gaps."""

    row: ReportType
    partnership: Partnership
    period: Period
    today: dt.date
    """The day on which it is made; `as_at` is the date that it bears."""
    as_at: dt.date
    written: Written
    rows: tuple[RegisterRow, ...]
    statistics: Statistics
    before: tuple[Statistics, ...]
    """The periods of the same kind before this one, the oldest first, from the first referral."""
    claims: tuple[Claim, ...]
    actions: tuple[ToldAction, ...]
    """The actions of all cases on the day of the report, the most pressing first."""
    tracked: tuple[TrackedAction, ...]
    earlier: tuple[TrackedAction, ...]
    """The actions at the end of the day before the period."""
    changes: tuple[Change, ...]
    """What changed in the tracker since the day before the period."""
    reviews: tuple[ToldReview, ...]
    lcsprs: tuple[ToldLcspr, ...]
    late: tuple[ToldLateness, ...]
    """What was late on or before the day of the report, in whatever period."""
    matters: tuple[ToldMatter, ...]
    """What needs attention on the day of the report."""
    children: ReportTables | None = None
    """The tables of children, where the report tells them."""
    acting: tuple[ActionFigure, ...] = ()
    """The figures of actions, with the actions behind each."""
    doubts: tuple[str, ...] = ()
    """Why figures of actions and of training cannot be relied on; a report that names such a figure
    is not final."""
    agency: Agency | None = None
    """The agency whose own rows the report shows, where it is made for one."""

    @property
    def profile(self) -> Profile:
        """Who may see what in the report."""
        return self.row.profile

    @property
    def file(self) -> ReportFile:
        """What people wrote, as they wrote it."""
        return self.written.file

    @property
    def readers(self) -> str:
        """Who the report is for."""
        return self.row.readers(self.partnership)

    def figure(self, key: str) -> Figure:
        """A figure of the period; raises KeyError for a key that no measure has."""
        return self.statistics.figure(key)

    def number(self, key: str) -> int:
        """The value of a figure that counts cases."""
        return self.statistics.figure(key).value or 0

    def claim(self, key: str) -> Claim:
        """What the cases of the period prove of a claim."""
        return next(claim for claim in self.claims if claim.key == key)

    # what people wrote ---------------------------------------------------------------------

    def part(self, key: str) -> tuple[Block, ...]:
        """A narrative part; a gap where a needed one is missing, nothing where it is not needed."""
        for section in self.written.sections:
            if section.key == key:
                return section.blocks
        part = next(each for each in self.row.parts if each.key == key)
        return (Block(Gap(part.asked_for, f"sections.{key}")),) if part.is_needed else ()

    @property
    def own_sections(self) -> tuple[OwnSection, ...]:
        """The sections that people added, in their order."""
        return tuple(
            OwnSection(title=each.title, blocks=each.blocks)
            for each in self.written.sections
            if each.title
        )

    @cached_property
    def requests(self) -> tuple[AskedEarlier, ...]:
        """What the readers asked for earlier; a gap where no section answers it."""
        return tuple(self._requests())

    def _requests(self) -> Iterator[AskedEarlier]:
        headings = {part.key: part.heading for part in self.row.parts}
        for request in self.file.requests:
            answered = [
                each.title or headings[each.key]
                for each in self.written.sections
                if request.key in each.answers
            ]
            gap = Gap(f"a section that answers “{request.words}”", f"requests.{request.key}")
            yield AskedEarlier(
                asked_on=day_in_words(request.asked_on),
                request=request.words,
                answered=f"See “{list_in_words(answered)}”" if answered else gap,
            )

    @property
    def recommendations(self) -> tuple[Words, ...]:
        """What the readers are asked to do, or the gap for it where a meeting needs it."""
        gap = Gap("what the readers are asked to do", "recommendations")
        return self.written.recommendations or ((gap,) if self.row.is_for_meeting else ())

    @property
    def options(self) -> tuple[ConsideredOption, ...]:
        """The options that were considered."""
        return tuple(
            ConsideredOption(
                title=option.title,
                paragraphs=tuple(block.words for block in blocks),
                standing="Adopted" if option.adopted else "Not adopted",
            )
            for option, blocks in zip(self.file.options, self.written.options, strict=True)
        )

    @property
    def next_steps(self) -> tuple[Step, ...]:
        """The next steps, in the order of the file."""
        return tuple(
            Step(what=step.what, who=step.who, by=self.day(step.by, "No date set"))
            for step in self.file.next_steps
        )

    @property
    def meeting(self) -> Words:
        """The day of the meeting, or the gap for it; empty for a report that needs none."""
        if self.file.meeting_on is None and not self.row.is_for_meeting:
            return ""
        return self.needed(self.file.meeting_on, "the day of the meeting", "meeting_on")

    @property
    def date(self) -> Words:
        """The date of the report; a gap where its period has not ended, by it or on the day."""
        last = day_in_words(self.period.last)
        if self.as_at < self.period.last:
            return Gap(f"a date that is not before the period ends, on {last}", "dated")
        if self.today < self.period.last:
            return Gap(f"the end of the period, which is on {last}", "dated")
        return day_in_words(self.as_at)

    @property
    def author(self) -> Words:
        """The author's role, with the name where it is to be printed; else who may sign for it."""
        if self.file.author_role is None:
            if not self.row.is_for_meeting:
                return self.partnership.business_unit.name
            return Gap("the role of the author", "author_role")
        named = f"{self.file.author}, " if self.file.author is not None else ""
        return f"{named}{self.file.author_role}"

    def needed(self, day: dt.date | None, asked_for: str, path: str) -> Words:
        """A day that the report must state, or the gap for it."""
        return Gap(asked_for, path) if day is None else day_in_words(day)

    def day(self, day: dt.date | None, otherwise: str) -> str:
        """A day in words, or what stands in its place."""
        return otherwise if day is None else day_in_words(day)
