"""How the actions of all cases stand, in words: by rating, overdue, awaiting, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lscp_docs.documents.parts.tracked_actions import ToldAction, ToldNews
from lscp_docs.register import progress
from lscp_docs.register.action_changes import Change, ChangeKind
from lscp_docs.register.progress import OFTEN_MOVED, SILENT_AFTER, SOON, Progress
from lscp_docs.register.tracker import TrackedAction
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.wording import (
    counted_in_words,
    day_in_words,
    list_in_words,
    number_in_words,
    sentence_case,
)

MEANS = {
    Progress.RED: f"Overdue, or no news for more than {SILENT_AFTER} days",
    Progress.AMBER: (
        f"Due within {SOON} days; moved {number_in_words(OFTEN_MOVED)} times or more; no date, or "
        "a new one asked for; or complete without accepted evidence"
    ),
    Progress.GREEN: "On course",
    Progress.BLUE: "Complete, and the evidence accepted",
    Progress.CLOSED: "Closed, because it is no longer needed",
}
"""What each rating means, in the words of the report (the rules are those of `rating_of`)."""

NO_NEWS = "No news is recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingLine:
    """How many actions have a rating, on the day before the period and on that of the report."""

    rating: str
    means: str
    before: str
    share: str
    """On the day of the report: "2 of 5 (40%)"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueAction:
    """An action that is overdue: what, who, since when, and why as far as anybody has told."""

    head: str
    what: str
    who: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingAction:
    """An action that is told as complete and that still awaits something."""

    key: str
    who: str
    awaits: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedAction:
    """An action that changed since the day before the period."""

    key: str
    changed: str


def who(told: ToldAction) -> str:
    """Give who answers for an action: the agency that leads, and the role in it."""
    return f"{told.agency}, {told.owner}"


def stands(rating: Progress) -> str:
    """Give the word of a rating as a heading writes it: "Red", "Not needed"."""
    return "Not needed" if rating is Progress.CLOSED else sentence_case(rating.value)


def by_rating(m: ReportMaterial) -> tuple[RatingLine, ...]:
    """Give how many actions have each rating; nothing where there are no actions."""
    now, before = _ratings(m.tracked), _ratings(m.earlier)
    whole = len(m.tracked)
    return tuple(
        RatingLine(
            rating=stands(rating),
            means=MEANS[rating],
            before=f"{before[rating]:,}",
            share=f"{now[rating]:,} of {whole:,} ({_percent(now[rating], whole):g}%)",
        )
        for rating in Progress
        if whole and (rating is not Progress.CLOSED or now[rating] or before[rating])
    )


def _ratings(actions: Iterable[TrackedAction]) -> Counter[Progress]:
    return Counter(action.rating.progress for action in actions)


def _percent(number: int, whole: int) -> float:
    """Give a share in percent to one decimal place, halves upwards, as all figures have it."""
    return (2000 * number // whole + 1) // 2 / 10


def summary(m: ReportMaterial) -> str:
    """Give how many actions there are, in a sentence that needs no table."""
    whole = len(m.tracked)
    if not whole:
        of = f" that {m.agency.name} leads on" if m.agency is not None else ""
        return f"No action{of} is on the tracker on {day_in_words(m.as_at)}."
    closed = sum(action.standing.is_closed for action in m.tracked)
    ratings = _ratings(m.tracked)
    told = [
        f"{number_in_words(ratings[rating])} {rating.value}"
        for rating in (Progress.RED, Progress.AMBER, Progress.GREEN, Progress.BLUE)
        if ratings[rating]
    ]
    is_told = "is" if whole == 1 else "are"
    if ratings[Progress.CLOSED]:
        told.append(f"{number_in_words(ratings[Progress.CLOSED])} no longer needed")
    rest = f", {number_in_words(closed)} of them closed" if closed else ""
    rated = f" By rating: {list_in_words(told)}." if told else ""
    return (
        f"{sentence_case(counted_in_words(whole, 'action'))} {is_told} on the tracker on "
        f"{day_in_words(m.as_at)}{rest}.{rated}"
    )


def is_overdue(action: TrackedAction) -> bool:
    """True from the day after an action was due, unless it is told as complete or closed."""
    return progress.is_overdue(action.standing, today=action.as_at)


def overdue(m: ReportMaterial) -> tuple[OverdueAction, ...]:
    """Give the actions that are overdue, the longest overdue first."""
    return tuple(
        OverdueAction(
            head=f"{told.key}, overdue by {_days((m.as_at - due).days)}:",
            what=told.action,
            who=f"{who(told)}. It was due on {day_in_words(due)}.",
            why=_why(told),
        )
        for action, told in zip(m.tracked, m.actions, strict=True)
        if is_overdue(action) and (due := action.due) is not None
    )


def _why(told: ToldAction) -> str:
    moved = f"{sentence_case(told.moves)}. " if told.moves else ""
    return f"{moved}{last_news(told.news)}"


def last_news(news: tuple[ToldNews, ...]) -> str:
    """Give the last thing that was told on an action, with its day and who told it."""
    if not news:
        return f"{NO_NEWS}."
    last = news[-1]
    return f"Last news, {day_in_words(last.on)}, {last.origin}: {closed_sentence(last.told)}"


def closed_sentence(words: str) -> str:
    """Give words with the stop that ends a sentence."""
    return words if words.endswith((".", "!", "?", ".”")) else f"{words}."


def waiting(m: ReportMaterial) -> tuple[WaitingAction, ...]:
    """Give the actions that are told as complete and await evidence or what changed."""
    return tuple(_waiting(m))


def _waiting(m: ReportMaterial) -> Iterator[WaitingAction]:
    for action, told in zip(m.tracked, m.actions, strict=True):
        standing = action.standing
        if not standing.is_complete or standing.is_closed:
            continue
        awaits = (
            "What changed for children"
            if standing.is_evidenced
            else "Evidence that somebody accepts"
            if standing.impact_is_told
            else "Evidence that somebody accepts, and what changed for children"
        )
        since = action.last_news
        yield WaitingAction(
            key=told.key,
            who=who(told),
            awaits=awaits,
            since=NO_NEWS if since is None else day_in_words(since),
        )


def changed(m: ReportMaterial) -> tuple[ChangedAction, ...]:
    """Give what changed in the tracker since the day before the period, an action a line."""
    found: dict[str, list[Change]] = {}
    for change in m.changes:
        found.setdefault(change.action, []).append(change)
    on_tracker = {action.key for action in m.tracked}
    pressing = [action.key for action in m.tracked if action.key in found]
    gone = [key for key in found if key not in on_tracker]
    return tuple(
        ChangedAction(key=key, changed=closed_sentence("; ".join(map(_in_words, found[key]))))
        for key in (*pressing, *gone)
    )


BEGINS = {
    ChangeKind.NEW: "New, ",
    ChangeKind.CLOSED: "Closed: ",
    ChangeKind.REOPENED: "Open again: ",
    ChangeKind.RATING: "Rating changed from ",
    ChangeKind.DATE: "Date moved from ",
    ChangeKind.GONE: "No longer in the case file",
}


def _in_words(change: Change) -> str:
    return f"{BEGINS[change.kind]}{change.words}"


_SINCE = {
    ChangeKind.CLOSED: ("action was closed", "actions were closed"),
    ChangeKind.NEW: ("action is new", "actions are new"),
    ChangeKind.RATING: ("action is rated otherwise", "actions are rated otherwise"),
    ChangeKind.REOPENED: ("action is open again", "actions are open again"),
    ChangeKind.DATE: ("date was moved", "dates were moved"),
    ChangeKind.GONE: (
        "action is no longer in the case file",
        "actions are no longer in the case file",
    ),
}


def changed_in_short(m: ReportMaterial) -> tuple[str, ...]:
    """Give what changed since the day before the period, a sentence for each kind of change."""
    found = {kind: [each for each in m.changes if each.kind is kind] for kind in _SINCE}
    told = tuple(_in_short(kind, changes) for kind, changes in found.items() if changes)
    return told or ("Nothing changed in the tracker.",)


def _in_short(kind: ChangeKind, changes: list[Change]) -> str:
    one, many = _SINCE[kind]
    number = sentence_case(number_in_words(len(changes)))
    listed = ", ".join(_key_with_change(each) for each in changes)
    return f"{number} {one if len(changes) == 1 else many}: {listed}."


def _key_with_change(change: Change) -> str:
    """Give the key of an action, with from what to what it changed where that is short."""
    how = {
        ChangeKind.NEW: change.words.partition(":")[0],
        ChangeKind.RATING: change.words.partition(":")[0],
        ChangeKind.DATE: change.words,
    }.get(change.kind)
    return f"{change.action} ({how})" if how else change.action


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"
