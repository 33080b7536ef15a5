"""How an action stands: red, amber, green or blue, derived from its dates, with the reason.

No source sets the thresholds: they are this project's own choice.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lscp_docs.model.vocabulary import ActionStatus, Term
from lscp_docs.wording import day_in_words

SILENT_AFTER = 60
"""Days without news after which an action is red (this project's choice)."""

SOON = 30
"""An action that is due within this many days is amber (this project's choice)."""

OFTEN_MOVED = 2
"""An action whose date was moved this often is amber (this project's choice)."""

AWAITING = "complete, awaiting evidence"


class Progress(Term):
    """The rating of an action, the most pressing first; blue needs accepted evidence."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    CLOSED = "closed", "closed, no longer needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A rating, and why it is so, in words that need no colour."""

    progress: Progress
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a rating is derived from, as at one day."""

    status: ActionStatus
    due: dt.date | None
    last_news: dt.date | None
    """The day of the last update, evidence or start; None where nothing was ever told."""
    times_moved: int
    """How often the date was moved, a new date that is asked for included."""
    asked_due: dt.date | None
    """A new date that the agency asks for and the case file does not have."""
    is_evidenced: bool
    impact_is_told: bool
    """What changed for children is told, or it is recorded why that need not be known."""

    @property
    def is_complete(self) -> bool:
        """True when it is told as complete, with evidence or still without."""
        return self.status in (
            ActionStatus.COMPLETE_AWAITING_EVIDENCE,
            ActionStatus.COMPLETE_EVIDENCED,
        )

    @property
    def is_closed(self) -> bool:
        """True when nothing more is owed on the action."""
        no_longer_needed = self.status is ActionStatus.CLOSED_NO_LONGER_NEEDED
        return no_longer_needed or (self.is_evidenced and self.impact_is_told)


def rating_of(standing: Standing, *, today: dt.date) -> Rating:
    """Give the rating of an action on a day.

    Red: overdue, or more than SILENT_AFTER days without news. Amber: due within SOON days, moved
    OFTEN_MOVED times or more, a new date asked for, no due date, or complete without accepted
    evidence. Blue: complete, and the evidence accepted. Green: all else. An action that is told as
    complete is no longer overdue; it still owes its evidence, and turns red when nothing is heard.
    """
    if standing.status is ActionStatus.CLOSED_NO_LONGER_NEEDED:
        return Rating(progress=Progress.CLOSED, reason="no longer needed")
    if standing.is_evidenced:
        return Rating(progress=Progress.BLUE, reason=_of_evidenced(standing))
    pressing, waiting = _red(standing, today), _amber(standing, today)
    if pressing:
        return Rating(progress=Progress.RED, reason="; ".join((*pressing, *waiting)))
    if waiting:
        return Rating(progress=Progress.AMBER, reason="; ".join(waiting))
    due = "" if standing.due is None else f", due on {day_in_words(standing.due)}"
    return Rating(progress=Progress.GREEN, reason=f"{standing.status.words}{due}")


def is_overdue(standing: Standing, *, today: dt.date) -> bool:
    """True from the day after an action was due, unless it is told as complete or closed."""
    is_done = standing.is_complete or standing.is_closed
    return not is_done and standing.due is not None and standing.due < today


def _of_evidenced(standing: Standing) -> str:
    words = "complete, and the evidence is accepted"
    if standing.impact_is_told:
        return words
    return f"{words}; not closed: what changed for children is not told yet"


def _red(standing: Standing, today: dt.date) -> tuple[str, ...]:
    reasons = []
    if standing.due is not None and is_overdue(standing, today=today):
        late = (today - standing.due).days
        reasons.append(f"overdue by {_days(late)}, since {day_in_words(standing.due)}")
    if standing.last_news is not None and (today - standing.last_news).days > SILENT_AFTER:
        silent = (today - standing.last_news).days
        reasons.append(f"no update for {_days(silent)}")
    return tuple(reasons)


def _amber(standing: Standing, today: dt.date) -> tuple[str, ...]:
    reasons = []
    if standing.is_complete:
        reasons.append(AWAITING)
    elif standing.due is None:
        reasons.append("no due date")
    elif 0 <= (standing.due - today).days <= SOON:
        reasons.append(_soon((standing.due - today).days))
    if standing.times_moved >= OFTEN_MOVED:
        reasons.append(f"its date was moved {standing.times_moved} times")
    if standing.asked_due is not None:
        asked = day_in_words(standing.asked_due)
        reasons.append(f"the agency asks for {asked}, which the case file does not have")
    return tuple(reasons)


def _soon(days: int) -> str:
    return "due today" if days == 0 else f"due in {_days(days)}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
