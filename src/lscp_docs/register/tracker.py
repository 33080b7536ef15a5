"""The action tracker: the actions of all cases as at one day, completed by what agencies told.

What people wrote in the case file goes first: an update that a form brings counts as news, and
changes the status only where the file says nothing as late. Texts stay identifying narratives: a
table or a report shows them through a projection.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from lscp_docs.model.answers.action_update import ActionUpdateForm
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.case import CaseFile
from lscp_docs.model.learning import Action, Evidence, SignOff
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.returned import Return
from lscp_docs.model.vocabulary import ActionSource, ActionStatus, ExecutiveMatter
from lscp_docs.register.action_news import News, is_update, told
from lscp_docs.register.progress import Progress, Rating, Standing, rating_of

FAR = dt.date.max


class Pressing(Protocol):
    """What presses more or less: an action as it is tracked, or as it is told in words."""

    @property
    def case(self) -> str:
        """The reference of its case; empty for none."""

    @property
    def id(self) -> str:
        """Its number in the case."""

    @property
    def due(self) -> dt.date | None:
        """The due date that stands."""

    @property
    def rating(self) -> Rating:
        """Its rating on the day as at which it is told."""


P = TypeVar("P", bound=Pressing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A move of the due date; `on` and `because` are None where the file does not say."""

    due: dt.date
    on: dt.date | None
    because: NarrativeText | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedAction:
    """One action as at a day; an action of no case has an empty reference."""

    as_at: dt.date
    case: str
    id: str
    source: ActionSource
    recommendation: NarrativeText | None
    action: NarrativeText
    lead_agency: str
    owner: str
    success_measure: NarrativeText | None
    evidence_required: NarrativeText | None
    agreed_on: dt.date | None
    """The first day on which the action is known; None where no date tells it."""
    started_on: dt.date | None
    first_due: dt.date | None
    moves: tuple[Move, ...]
    status: ActionStatus
    news: tuple[News, ...]
    """In the order of their days."""
    evidence: tuple[Evidence, ...]
    impact: NarrativeText | None
    impact_waived_because: NarrativeText | None
    signed_off: SignOff | None

    @property
    def key(self) -> str:
        """The case's reference with the action's number: HSCP-2026-002/a1."""
        return f"{self.case}/{self.id}" if self.case else self.id

    @property
    def due(self) -> dt.date | None:
        """The due date that stands: the last one to which it was moved."""
        return self.moves[-1].due if self.moves else self.first_due

    @property
    def asked_due(self) -> dt.date | None:
        """A later date that the lead agency asks for and the case file does not give.

        Silence on the date in a later form does not withdraw it; a later move in the file does.
        """
        moved = max((move.on for move in self.moves if move.on is not None), default=None)
        asked = [
            news.asked_due
            for news in self.news
            if news.agency == self.lead_agency
            and news.asked_due is not None
            and (moved is None or news.on > moved)
        ]
        is_given = not asked or (self.due is not None and asked[-1] <= self.due)
        return None if is_given else asked[-1]

    @property
    def last_news(self) -> dt.date | None:
        """The day of the last news, evidence, sign-off or start; else the day of agreement."""
        days = [news.on for news in self.news]
        days += [each.on for each in self.evidence]
        days += [day for day in (self.started_on, self.agreed_on) if day is not None]
        days += [self.signed_off.on] if self.signed_off is not None else []
        return max((day for day in days if day <= self.as_at), default=None)

    @property
    def accepted_on(self) -> dt.date | None:
        """The day of the last evidence that somebody accepted."""
        return max((e.on for e in self.evidence if e.accepted_by is not None), default=None)

    @property
    def standing(self) -> Standing:
        """What its rating is derived from."""
        is_told = self.impact is not None or self.impact_waived_because is not None
        evidenced = self.status is ActionStatus.COMPLETE_EVIDENCED and self.accepted_on is not None
        asked = self.asked_due
        return Standing(
            status=self.status,
            due=self.due,
            last_news=self.last_news,
            times_moved=len(self.moves) + (asked is not None),
            asked_due=asked,
            is_evidenced=evidenced,
            impact_is_told=is_told,
        )

    @property
    def rating(self) -> Rating:
        """Its rating on the day as at which it is told; never stored."""
        return rating_of(self.standing, today=self.as_at)


def tracked(
    case: CaseFile, returns: tuple[Return[Answers], ...] = (), *, today: dt.date
) -> tuple[TrackedAction, ...]:
    """Give the actions of a case as at a day, in the order of the file.

    `returns` are the accepted returns of the case. What is dated after the day is left out, and so
    is an action that is known only from a later day.
    """
    updates = _updates(returns, today)
    made = (
        _tracked(action, updates, today, case=case.reference, agreed_on=_agreed_on(case, action))
        for action in case.actions
    )
    return tuple(each for each in made if each.agreed_on is None or each.agreed_on <= today)


def tracked_of_report(
    actions: Iterable[Action],
    origin: str,
    returns: tuple[Return[Answers], ...] = (),
    *,
    agreed_on: dt.date,
    today: dt.date,
) -> tuple[TrackedAction, ...]:
    """Give the actions of a report as at a day; they belong to no case.

    `origin` names the report, and begins their keys; `returns` are its accepted returns, and
    `agreed_on` is its date. None of a later one.
    """
    if agreed_on > today:
        return ()
    updates = _updates(returns, today)
    made = (_tracked(each, updates, today, case="", agreed_on=agreed_on) for each in actions)
    return tuple(replace(each, id=f"{origin}/{each.id}") for each in made)


def most_pressing_first(actions: Iterable[P]) -> tuple[P, ...]:
    """Give the actions red ones first, then by their due dates."""
    order = {progress: number for number, progress in enumerate(Progress)}
    return tuple(
        sorted(actions, key=lambda a: (order[a.rating.progress], a.due or FAR, a.case, a.id))
    )


def extract(actions: Iterable[TrackedAction], agency: str) -> tuple[TrackedAction, ...]:
    """Give the actions that an agency leads on, without what other agencies told."""
    own = ("", agency)
    return tuple(
        replace(each, news=tuple(news for news in each.news if news.agency in own))
        for each in actions
        if each.lead_agency == agency
    )


# One action --------------------------------------------------------------------------------


def _updates(
    returns: tuple[Return[Answers], ...], today: dt.date
) -> list[Return[ActionUpdateForm]]:
    return [each for each in returns if is_update(each) and each.received_on <= today]


def _tracked(
    action: Action,
    updates: list[Return[ActionUpdateForm]],
    today: dt.date,
    *,
    case: str,
    agreed_on: dt.date | None,
) -> TrackedAction:
    returned = [news for update in updates for news in told(update, action.id)]
    written = [News(on=each.on, by=each.by, text=each.text) for each in action.updates]
    news = sorted((each for each in (*written, *returned) if each.on <= today), key=lambda n: n.on)
    evidence = tuple(each for each in action.evidence if each.on <= today)
    signed = action.signed_off
    is_later = _last_written(action) > today
    return TrackedAction(
        as_at=today,
        case=case,
        id=action.id,
        source=action.source,
        recommendation=action.recommendation,
        action=action.action,
        lead_agency=action.lead_agency,
        owner=action.owner,
        success_measure=action.success_measure,
        evidence_required=action.evidence_required,
        agreed_on=agreed_on,
        started_on=action.started_on,
        first_due=action.due,
        moves=tuple(move for move in _moves(action) if move.on is None or move.on <= today),
        status=_status(action, tuple(news), evidence, today=today),
        news=tuple(news),
        evidence=evidence,
        impact=None if is_later else action.impact,
        impact_waived_because=None if is_later else action.impact_waived_because,
        signed_off=signed if signed is not None and signed.on <= today else None,
    )


def _status(
    action: Action, news: tuple[News, ...], evidence: tuple[Evidence, ...], *, today: dt.date
) -> ActionStatus:
    """Give the status as at a day: the file's, or that of a later form of the lead agency.

    The file gives its status without a day: it holds from the last day that the file tells of the
    action. Before that day the status is what the dates prove. What the file says is no longer
    needed stays so, and that the evidence is accepted only the file can say.
    """
    written, since = action.status, _last_written(action)
    if since > today:
        written, since = _proved(action, news, evidence, today=today), _last(news, evidence)
    if written is ActionStatus.CLOSED_NO_LONGER_NEEDED:
        return written
    later = [
        each.status
        for each in news
        if each.status is not None and each.agency == action.lead_agency and each.on > since
    ]
    if not later:
        return written
    accepted = written is ActionStatus.COMPLETE_EVIDENCED
    if later[-1] is ActionStatus.COMPLETE_EVIDENCED and not accepted:
        return ActionStatus.COMPLETE_AWAITING_EVIDENCE
    return later[-1]


def _proved(
    action: Action, news: tuple[News, ...], evidence: tuple[Evidence, ...], *, today: dt.date
) -> ActionStatus:
    if action.status is ActionStatus.COMPLETE_EVIDENCED and evidence == action.evidence:
        return ActionStatus.COMPLETE_EVIDENCED
    began = action.started_on is not None and action.started_on <= today
    written = any(not each.agency for each in news)
    return ActionStatus.IN_PROGRESS if began or written else ActionStatus.NOT_STARTED


def _last(news: tuple[News, ...], evidence: tuple[Evidence, ...]) -> dt.date:
    days = [each.on for each in news if not each.agency] + [each.on for each in evidence]
    return max(days, default=dt.date.min)


def _last_written(action: Action) -> dt.date:
    """Give the last day that the file tells of an action; the earliest of all where none is."""
    days = [*_days(action), *(each.on for each in action.earlier_revisions)]
    days += [action.signed_off.on] if action.signed_off is not None else []
    days += [action.revised_on] if action.revised_on is not None else []
    return max(days, default=dt.date.min)


def _days(action: Action) -> list[dt.date]:
    return [each.on for each in action.updates] + [each.on for each in action.evidence]


def _moves(action: Action) -> Iterator[Move]:
    for each in action.earlier_revisions:
        yield Move(due=each.due, on=each.on, because=each.because)
    if action.revised_due is not None:
        yield Move(due=action.revised_due, on=action.revised_on, because=action.revised_because)


def _agreed_on(case: CaseFile, action: Action) -> dt.date | None:
    """Give the first day on which an action is known, by its own dates or those of its source."""
    days: list[dt.date | None] = [action.started_on, *_days(action)]
    if action.source is ActionSource.RAPID_REVIEW and case.rapid_review is not None:
        decided = case.executive_on(ExecutiveMatter.RAPID_REVIEW)
        days += [case.rapid_review.recommended_on, case.rapid_review.submitted_on]
        days += [decided.decided_on] if decided is not None else []
    accepted = case.lcspr.report_accepted_on if case.lcspr is not None else None
    if action.source is ActionSource.LCSPR and accepted is not None:
        days.append(accepted.latest)
    return min((day for day in days if day is not None), default=None)
