"""What reports need of one case, worked out where the case was read; no name leaves it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.disclosure.hidden import SEARCHED, HiddenOfCase, hidden_of
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.projection import Projection, months, uncertain_in_words
from lscp_docs.documents.parts.tracked_actions import ToldAction, told_action
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.answers.briefing_use import BriefingUse
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.returned import Return
from lscp_docs.model.review import Lcspr
from lscp_docs.register.counting import review_ended_on
from lscp_docs.register.late_reasons import late_steps
from lscp_docs.register.period import Period, between
from lscp_docs.register.rows import RegisterRow, row_of
from lscp_docs.register.tracker import TrackedAction, extract, tracked
from lscp_docs.reports.told_matters import ToldMatter, told_matters
from lscp_docs.returns.board import Standing, board
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.wording import list_in_words

ANSWERED = (Standing.RETURNED, Standing.NIL_RETURN, Standing.WAIVED, Standing.QUESTIONS_OPEN)
"""How the answer of an agency stands that owes nothing more but answers to questions."""


EARLIEST = dt.date(2000, 1, 1)
"""Long before the first edition of the guidance that this program knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldReview:
    """A rapid review that is open on the day of the report."""

    case: str
    opened_on: dt.date
    due: dt.date | None
    working_day: int | None
    """Which of the working days that it may take the day is; more than `allowed` when overdue."""
    allowed: int | None
    asked: int
    """How many agencies were asked."""
    outstanding: tuple[str, ...]
    """The agencies that still owe their report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLateness:
    """A notification or a rapid review that was late, with the reason in the profile's words."""

    case: str
    measure: str
    """The key of the measure that counts it: notified_late or reviewed_late."""
    done_on: dt.date
    due: dt.date
    is_explained: bool
    """A reason is recorded, whether the profile shows it or not."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLcspr:
    """A local review with its milestones, each in words; one that has not come is empty."""

    case: str
    children: str
    """The children's pseudonyms."""
    started_on: dt.date
    appointed: str
    accepted: str
    to_panel: str
    published: str
    delay: str
    """Why it took longer, or was published later, in words that the readers may see."""
    progress: tuple[tuple[dt.date, str], ...]
    """The monitoring entries, the latest last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCase:
    """One case as reports see it."""

    row: RegisterRow
    tracked: tuple[TrackedAction, ...]
    """Its actions on the day of the report."""
    earlier: tuple[TrackedAction, ...]
    """Its actions at the end of the day before the period."""
    at_end: tuple[TrackedAction, ...]
    """Its actions at the end of the last day of the period, or of the report if that is sooner."""
    briefings: tuple[Return[Answers], ...]
    """The accepted records of teams that used its briefing."""
    actions: tuple[ToldAction, ...]
    """Its actions on the day of the report, in the words of the report's profile."""
    review: ToldReview | None
    lcspr: ToldLcspr | None
    late: tuple[ToldLateness, ...]
    """What was late on or before the day of the report, in whatever period."""
    matters: tuple[ToldMatter, ...]
    sha256: str
    """Of its case file and of what came back, together."""
    hidden: HiddenOfCase | None
    """What the report's profile hides of it, looked for in the finished files; None where they may
    name people."""


def told_case(
    folder: CaseFolder,
    *,
    profile: Profile,
    as_at: dt.date,
    period: Period,
    agency: str | None = None,
) -> ToldCase:
    """Give what a report of a profile, a day and a period needs of a case.

    With the key of an agency, the actions are those that it leads on, and their words are made
    without what other agencies told.
    """
    case, returns = folder.case, folder.returns
    showing = Projection(profile, case, returns)
    row, now = row_of(case, folder.partnership), tracked(case, returns, today=as_at)
    earlier = tracked(case, returns, today=period.eve)
    at_end = tracked(case, returns, today=min(period.last, as_at))
    if agency is not None:
        now, earlier, at_end = (extract(each, agency) for each in (now, earlier, at_end))
    return ToldCase(
        row=row,
        tracked=now,
        earlier=earlier,
        at_end=at_end,
        briefings=tuple(each for each in returns if isinstance(each.answers, BriefingUse)),
        actions=tuple(told_action(action, showing, folder.partnership) for action in now),
        review=_review(folder, row, as_at),
        lcspr=None if case.lcspr is None else _lcspr(case, case.lcspr, showing, as_at),
        late=tuple(_late(case, row, showing, as_at)),
        matters=told_matters(Clocks(case, folder.partnership), row, as_at),
        sha256=_sha256(folder),
        hidden=hidden_of(case, profile, returns) if profile in SEARCHED else None,
    )


def _review(folder: CaseFolder, row: RegisterRow, as_at: dt.date) -> ToldReview | None:
    """Give the rapid review that is open on a day."""
    opened, ended = row.review.opened_on, review_ended_on(row)
    if opened is None or opened > as_at or (ended is not None and ended <= as_at):
        return None
    clocks, due = Clocks(folder.case, folder.partnership), row.review.due
    day = None if due is None else clocks.review_day(as_at)
    rows = board(folder.case, folder.partnership, folder.returns, today=as_at).rows
    return ToldReview(
        case=row.reference,
        opened_on=opened,
        due=due,
        working_day=None if day is None else day[0],
        allowed=None if day is None else day[1],
        asked=len(rows),
        outstanding=tuple(each.name for each in rows if each.state not in ANSWERED),
    )


def _late(
    case: CaseFile, row: RegisterRow, showing: Projection, as_at: dt.date
) -> Iterator[ToldLateness]:
    """Yield what was late, as the measures of timeliness judge it, with its reason in words."""
    for step in late_steps(case, row, between(EARLIEST, as_at)):
        yield ToldLateness(
            case=step.case,
            measure=step.measure,
            done_on=step.done_on,
            due=step.due,
            is_explained=step.reason is not None,
            reason="" if step.reason is None else " ".join(showing.text(step.reason)),
        )


def _lcspr(case: CaseFile, review: Lcspr, showing: Projection, as_at: dt.date) -> ToldLcspr:
    publication = review.publication
    appointed = [each.appointed_on for each in review.reviewers]
    first = min(appointed, key=lambda date: date.earliest or dt.date.max, default=None)
    sent = publication.report_sent_to_panel_on if publication is not None else None
    published = publication.published_on if publication is not None else None
    exception = publication.exception_reason if publication is not None else None
    reasons = (review.delay_reason, exception)

    def milestone(date: UncertainDate | None) -> str:
        """Give a milestone in words; nothing for one that certainly lies after the report."""
        if date is None or date.certainly_after(as_at):
            return ""
        return in_month(date) if showing.profile is Profile.PUBLIC else uncertain_in_words(date)

    return ToldLcspr(
        case=case.reference,
        children=list_in_words(showing.name(child) for child in case.children),
        started_on=review.initiated_on,
        appointed=milestone(first),
        accepted=milestone(review.report_accepted_on),
        to_panel=milestone(sent),
        published=milestone(published),
        delay=" ".join(
            words for each in reasons if each is not None for words in showing.text(each)
        ),
        progress=tuple(
            (each.on, " ".join(showing.text(each.entry)))
            for each in review.progress
            if each.on <= as_at and showing.text(each.entry)
        ),
    )


def in_month(date: UncertainDate) -> str:
    """Give a date by its month or months, as reports for the public tell milestones: "July 2018".

    A day never shows, also where a date is known by "about" or by the days that it lies between.
    """
    about = "about " if date.precision is Precision.ABOUT else ""
    return f"{about}{months(date)}"


def _sha256(folder: CaseFolder) -> str:
    files = {"case.toml": folder.case_sha256, **folder.completed_from}
    lines = "".join(f"{files[name]}  {name}\n" for name in sorted(files))
    return hashlib.sha256(lines.encode()).hexdigest()
