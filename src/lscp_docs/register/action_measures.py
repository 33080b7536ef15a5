"""The figures of the actions in a period: what was agreed and closed, and how the rest stands.

They are counted over two trackers, one as at the day before the period and one as at its last day.
The figures on how actions stand are those of the last day. An action of which no date tells when
it was agreed cannot be placed in a period, and is a defect.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lscp_docs.register.figures import Figure
from lscp_docs.register.identities import Defect, Identity, imbalance
from lscp_docs.register.measure import AT_END, AT_START
from lscp_docs.register.period import Period
from lscp_docs.register.progress import Progress, is_overdue
from lscp_docs.register.tracker import TrackedAction
from lscp_docs.wording import list_in_words

LIVE = "Actions that something is still owed on"
IN_HAND = "actions_in_hand"
AT_LAST = "actions_live_at_end"
EVIDENCED = "actions_evidenced"


@dataclass(frozen=True, slots=True)
class ActionFigure:
    """A figure of actions, and the keys of the actions behind it, sorted.

    The figure cites each case once, however many of its actions it counts.
    """

    figure: Figure
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """One action in a period: at the end of the day before it, and at the end of its last day."""

    before: TrackedAction | None
    now: TrackedAction | None

    @property
    def was_live(self) -> bool:
        return self.before is not None and not self.before.standing.is_closed

    @property
    def is_live(self) -> bool:
        return self.now is not None and not self.now.standing.is_closed

    @property
    def is_closed(self) -> bool:
        """Closed in the period: it is closed, and was not when the period began."""
        was_closed = self.before is not None and not self.was_live
        return self.now is not None and not self.is_live and not was_closed

    @property
    def closing(self) -> Progress | None:
        """How it was rated when it was closed in the period."""
        return self.now.rating.progress if self.now is not None and self.is_closed else None

    @property
    def is_evidenced(self) -> bool:
        """Live or closed in the period, and its evidence is accepted."""
        is_one = self.is_live or self.is_closed
        return is_one and self.now is not None and self.now.standing.is_evidenced


_Test = Callable[[_Seen], bool]


@dataclass(frozen=True, slots=True)
class _Measure:
    key: str
    words: str
    definition: str
    counts: _Test
    among: str | None = None


def action_figures(
    before: Iterable[TrackedAction], now: Iterable[TrackedAction], period: Period
) -> tuple[ActionFigure, ...]:
    """Return the figures of all action measures for a period, in their order.

    `before` are the actions of all cases as at the day before the period, `now` those as at its
    last day; raises ValueError for actions that are told as at another day.
    """
    earlier, later = _as_at(before, period.eve), _as_at(now, period.last)
    seen = {key: _Seen(earlier.get(key), later.get(key)) for key in {**earlier, **later}}
    cases = {key: each.case for told in (earlier, later) for key, each in told.items()}
    keys = {
        measure.key: tuple(sorted(key for key, each in seen.items() if measure.counts(each)))
        for measure in _MEASURES
    }
    return tuple(_figure(measure, keys, cases, period) for measure in _MEASURES)


def action_defects(
    figures: Iterable[ActionFigure], actions: Iterable[TrackedAction]
) -> tuple[Defect, ...]:
    """Return every identity that the figures break, and every action without a day of agreement.

    `actions` are those that the figures were counted over, as at the last day of the period.
    """
    return (*_broken(figures), *_unplaced(actions))


def _as_at(actions: Iterable[TrackedAction], day: dt.date) -> dict[str, TrackedAction]:
    found = {each.key: each for each in actions}
    if any(each.as_at != day for each in found.values()):
        msg = f"the actions of a period are told as at the day before it and its last, here {day}"
        raise ValueError(msg)
    return found


def _figure(
    measure: _Measure,
    keys: Mapping[str, tuple[str, ...]],
    cases: Mapping[str, str],
    period: Period,
) -> ActionFigure:
    counted = keys[measure.key]
    among = None if measure.among is None else keys[measure.among]
    figure = Figure(
        key=measure.key,
        words=measure.words,
        value=len(counted),
        definition=measure.definition,
        period=period,
        denominator=None if among is None else len(among),
        cases=_cases(counted, cases),
        among=None if among is None else _cases(among, cases),
    )
    return ActionFigure(figure, counted)


def _cases(keys: Iterable[str], cases: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({cases[key] for key in keys} - {""}))


def _broken(figures: Iterable[ActionFigure]) -> Iterator[Defect]:
    known = {each.figure.key: each for each in figures}
    told = {key: each.figure for key, each in known.items()}
    counted = {key: each.actions for key, each in known.items()}
    for identity in _IDENTITIES:
        sentence, keys = imbalance(identity, told, counted)
        if keys:
            cases = tuple(sorted({key.rpartition("/")[0] for key in keys} - {""}))
            words = f"{sentence} Look at the dates of the actions {list_in_words(keys)}."
            yield Defect(words, cases)


def _unplaced(actions: Iterable[TrackedAction]) -> Iterator[Defect]:
    for each in actions:
        if each.agreed_on is None:
            untold = "no date tells when the action was agreed, so every period carries it in"
            sentence = f"{each.key}: {untold}. Write started_on."
            yield Defect(sentence, (each.case,) if each.case else ())


# The measures ------------------------------------------------------------------------------


def _measures() -> Iterator[_Measure]:
    yield from _flow()
    yield from _standing()
    yield from _evidence()


def _flow() -> Iterator[_Measure]:
    yield _Measure(
        "actions_live_at_start",
        "Actions carried into the period",
        f"{LIVE}, {AT_START}.",
        lambda each: each.was_live,
    )
    yield _Measure(
        "actions_agreed",
        "Actions agreed",
        "Actions, by the first day on which the case file knows of them: their start, their first "
        "update or evidence, or the day of the review that they come from.",
        lambda each: each.before is None,
    )
    yield _Measure(
        "actions_reopened",
        "Actions opened again",
        f"Actions that were closed {AT_START} and are not {AT_END}.",
        lambda each: each.before is not None and not each.was_live and each.is_live,
    )
    yield _Measure(
        IN_HAND,
        "Actions in hand in the period",
        f"{LIVE} {AT_END}, and those closed in the period.",
        lambda each: each.is_live or each.is_closed,
    )
    yield _Measure(
        "actions_closed",
        "Actions closed",
        f"Actions that are closed {AT_END} and were not {AT_START}: evidenced with what changed "
        "for children told, or that not being needed explained; or no longer needed.",
        lambda each: each.is_closed,
        IN_HAND,
    )
    for key, words, progress in (
        ("actions_closed_evidenced", "with accepted evidence", Progress.BLUE),
        ("actions_closed_not_needed", "as no longer needed", Progress.CLOSED),
    ):
        closed = f"Actions closed {words}"
        definition = f"{closed}: closed {AT_END} and not {AT_START}."
        yield _Measure(key, closed, definition, _closed_as(progress), "actions_closed")


def _closed_as(progress: Progress) -> _Test:
    return lambda each: each.closing is progress


def _standing() -> Iterator[_Measure]:
    yield _Measure(
        AT_LAST, "Actions live when the period ended", f"{LIVE}, {AT_END}.", lambda e: e.is_live
    )
    for progress in (Progress.RED, Progress.AMBER, Progress.GREEN, Progress.BLUE):
        yield _Measure(
            f"actions_{progress.value}",
            f"Actions rated {progress.words}",
            f"{LIVE}, rated {progress.words} {AT_END} by their dates, updates and evidence.",
            _live(_rated(progress)),
            AT_LAST,
        )
    yield _Measure(
        "actions_overdue",
        "Actions overdue",
        f"{LIVE}, not told as complete, whose last due date had passed {AT_END}.",
        _live(lambda action: is_overdue(action.standing, today=action.as_at)),
        AT_LAST,
    )
    yield _Measure(
        "actions_awaiting_evidence",
        "Actions complete, awaiting evidence",
        f"Actions told as complete of which no evidence was accepted, {AT_END}.",
        _live(lambda action: action.standing.is_complete and not action.standing.is_evidenced),
        AT_LAST,
    )


def _live(is_so: Callable[[TrackedAction], bool]) -> _Test:
    return lambda each: each.now is not None and each.is_live and is_so(each.now)


def _rated(progress: Progress) -> Callable[[TrackedAction], bool]:
    return lambda action: action.rating.progress is progress


def _evidence() -> Iterator[_Measure]:
    yield _Measure(
        EVIDENCED,
        "Actions complete and evidenced",
        f"Actions in hand in the period that are complete, with evidence accepted, {AT_END}.",
        lambda each: each.is_evidenced,
        IN_HAND,
    )
    for key, words, is_so in (
        ("actions_impact_told", "what changed for children is told", _has_impact),
        (
            "actions_impact_waived",
            "what changed for children need not be known",
            lambda action: not _has_impact(action) and action.impact_waived_because is not None,
        ),
        (
            "actions_impact_not_told",
            "what changed for children is not told yet",
            lambda action: not action.standing.impact_is_told,
        ),
    ):
        of = f"Actions complete and evidenced of which {words}"
        yield _Measure(key, of, f"{of}, {AT_END}.", _evidenced(is_so), EVIDENCED)


def _has_impact(action: TrackedAction) -> bool:
    return action.impact is not None


def _evidenced(is_so: Callable[[TrackedAction], bool]) -> _Test:
    return lambda each: each.now is not None and each.is_evidenced and is_so(each.now)


_MEASURES = tuple(_measures())
_IDENTITIES = (
    Identity(
        ("actions_live_at_start", "actions_agreed", "actions_reopened"),
        ("actions_closed", AT_LAST),
    ),
    Identity((IN_HAND,), ("actions_closed", AT_LAST)),
    Identity(("actions_closed",), ("actions_closed_evidenced", "actions_closed_not_needed")),
    Identity((AT_LAST,), ("actions_red", "actions_amber", "actions_green", "actions_blue")),
    Identity(
        (EVIDENCED,), ("actions_impact_told", "actions_impact_waived", "actions_impact_not_told")
    ),
)
