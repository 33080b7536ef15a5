"""What of one case needs the Executive's attention on the day of a report, in finished words.

A closed case needs none. Open rapid reviews and overdue actions are told elsewhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.model.case import CaseFile
from lscp_docs.model.discussion import NotificationDecision
from lscp_docs.model.vocabulary import Outcome, PanelResponse, Term
from lscp_docs.register.durations import SIX_MONTHS, months_on
from lscp_docs.register.rows import RegisterRow
from lscp_docs.register.timeliness import known
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.wording import day_in_words


class Matter(Term):
    """What may need attention, in the order of a report."""

    UNDECIDED = "undecided", "time limit past, not decided or not notified"
    RATIONALE = "rationale", "no rationale issued"
    NOT_OPENED = "not_opened", "rapid review not opened"
    LCSPR = "lcspr", "local review beyond six months"
    PANEL = "panel", "reply of the Panel awaited"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMatter:
    """Something of a case that needs attention."""

    matter: Matter
    case: str
    since: dt.date
    """The day since which it is open; reports tell the longest first."""
    words: str


def told_matters(clocks: Clocks, row: RegisterRow, as_at: dt.date) -> tuple[ToldMatter, ...]:
    """Give what of a case needs attention on a day; `row` is the case's row of the register."""
    closure = clocks.case.closure
    if closure is not None and closure.on <= as_at:
        return ()
    found = (
        *_undecided(clocks, row, as_at),
        *_rationale(clocks.case, as_at),
        *_not_opened(row, as_at),
        *_lcspr(clocks.case, as_at),
        *_panel(clocks.case, row, as_at),
    )
    return tuple(
        ToldMatter(matter=matter, case=row.reference, since=since, words=words)
        for matter, since, words in found
    )


_Found = Iterator[tuple[Matter, dt.date, str]]


def _decided(case: CaseFile, as_at: dt.date) -> NotificationDecision | None:
    decision = case.decision
    return None if decision is None or decision.made_at.day > as_at else decision


def _undecided(clocks: Clocks, row: RegisterRow, as_at: dt.date) -> _Found:
    """Yield a referral whose days are over, and that is neither notified nor decided not to be."""
    decision, sent, began = _decided(clocks.case, as_at), row.notification.sent_on, row.began_on
    is_refused = decision is not None and decision.outcome is Outcome.NOT_NOTIFY
    if began is None or began > as_at or is_refused or (sent is not None and sent <= as_at):
        return
    due = known(clocks, "notification")
    if due is None:
        yield Matter.UNDECIDED, began, f"{_how_far(decision, row, as_at)}; due on a day not known"
    elif due.due < as_at:
        words = f"{_how_far(decision, row, as_at)}; due on {day_in_words(due.due)}"
        yield Matter.UNDECIDED, due.due, words


def _how_far(decision: NotificationDecision | None, row: RegisterRow, as_at: dt.date) -> str:
    if decision is not None and decision.outcome is Outcome.DEFERRED:
        until = decision.deferred_until
        return "Deferred" if until is None else f"Deferred until {day_in_words(until)}"
    if decision is not None:
        return f"Decided on {day_in_words(decision.made_at.day)} to notify, and not notified"
    considered = row.decision.considered_on
    if considered is not None and considered <= as_at:
        return f"Considered on {day_in_words(considered)}, and not decided"
    return "Not considered yet"


def _rationale(case: CaseFile, as_at: dt.date) -> _Found:
    """Yield a decision that calls for a written rationale, where none was issued by the day.

    Every decision to notify the Panel, and one not to notify from which a partner's view differs.
    """
    decision = _decided(case, as_at)
    if decision is None:
        return
    is_refused = decision.outcome is Outcome.NOT_NOTIFY and bool(case.differing_partners)
    is_to_notify = decision.outcome is Outcome.NOTIFY and case.is_for_panel
    document = "non-notification-rationale" if is_refused else "notification-rationale"
    issued = any(entry.document == document and entry.on <= as_at for entry in case.issued)
    if (is_refused or is_to_notify) and not issued:
        day = decision.made_at.day
        words = f"Decided on {day_in_words(day)} {decision.outcome.words}"
        yield Matter.RATIONALE, day, f"{words}; no rationale is recorded as issued"


def _not_opened(row: RegisterRow, as_at: dt.date) -> _Found:
    sent, opened, withdrawn = (
        row.notification.sent_on,
        row.review.opened_on,
        row.notification.withdrawn_on,
    )
    is_over = any(day is not None and day <= as_at for day in (opened, withdrawn))
    if row.review.is_needed and sent is not None and sent <= as_at and not is_over:
        due = "" if row.review.due is None else f"; due on {day_in_words(row.review.due)}"
        yield Matter.NOT_OPENED, sent, f"Notified on {day_in_words(sent)}{due}"


def _lcspr(case: CaseFile, as_at: dt.date) -> _Found:
    review = case.lcspr
    if review is None or review.initiated_on > as_at:
        return
    accepted = review.report_accepted_on
    ends = months_on(review.initiated_on, SIX_MONTHS)
    if ends < as_at and (accepted is None or accepted.certainly_after(as_at)):
        begun = day_in_words(review.initiated_on)
        yield Matter.LCSPR, ends, f"Begun on {begun}; six months ended on {day_in_words(ends)}"


def _panel(case: CaseFile, row: RegisterRow, as_at: dt.date) -> _Found:
    sent, replied = row.review.submitted_on, row.review.panel_replied_on
    if sent is not None and sent <= as_at and (replied is None or replied > as_at):
        yield Matter.PANEL, sent, _awaited("Rapid review", sent, as_at)
    publication = case.lcspr.publication if case.lcspr is not None else None
    told = publication.panel_told_of_non_publication_on if publication is not None else None
    if publication is None or told is None or told > as_at:
        return
    reply = publication.panel_reply
    is_answered = reply is not None and reply.response is not PanelResponse.NO_RESPONSE_YET
    if not is_answered or (reply is not None and reply.received_on > as_at):
        yield Matter.PANEL, told, _awaited("Decision on publication", told, as_at)


def _awaited(what: str, sent: dt.date, as_at: dt.date) -> str:
    days = (as_at - sent).days
    ago = "today" if days == 0 else "1 day ago" if days == 1 else f"{days:,} days ago"
    return f"{what} sent to the Panel on {day_in_words(sent)}, {ago}; no reply is recorded"
