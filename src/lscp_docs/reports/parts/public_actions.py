"""The actions that a public report may tell: in words that were cleared, the others as a number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lscp_docs.documents.parts.tracked_actions import ToldAction
from lscp_docs.register.tracker import TrackedAction
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.wording import counted_in_words, number_in_words, sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """An action in words that the public may read; what is not cleared of it is empty."""

    what: str
    change: str
    """What changed for children."""
    who: str
    """The role of the owner, and the agency."""
    due: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldActions:
    """Actions of one kind: how many there are, and those whose words were cleared."""

    count: str
    lines: tuple[ActionLine, ...]


def done(m: ReportMaterial) -> ToldActions:
    """Give the actions whose evidence was accepted since the period began."""
    pairs = [
        (tracked, told)
        for tracked, told in zip(m.tracked, m.actions, strict=True)
        if tracked.standing.is_evidenced
        and tracked.accepted_on is not None
        and tracked.accepted_on >= m.period.first
    ]
    are = "is" if len(pairs) == 1 else "are"
    count = (
        f"{sentence_case(counted_in_words(len(pairs), 'action'))} {are} complete, with evidence "
        "that was accepted in the period or since."
    )
    return _told(m, pairs, count)


def outstanding(m: ReportMaterial) -> ToldActions:
    """Give the actions that are open on the day of the report, the most pressing first."""
    pairs = [
        (tracked, told)
        for tracked, told in zip(m.tracked, m.actions, strict=True)
        if not tracked.standing.is_evidenced and not told.is_closed
    ]
    are = "is" if len(pairs) == 1 else "are"
    count = f"{sentence_case(counted_in_words(len(pairs), 'action'))} {are} still open."
    return _told(m, pairs, count)


def _told(
    m: ReportMaterial, pairs: Iterable[tuple[TrackedAction, ToldAction]], count: str
) -> ToldActions:
    every = tuple(pairs)
    lines = tuple(_line(m, told) for _, told in every if told.action)
    return ToldActions(count=f"{count}{_not_told(len(every), len(lines))}", lines=lines)


def _not_told(whole: int, told: int) -> str:
    """Say how many actions are counted and not told, so that a list never seems to be all."""
    left = whole - told
    if not left:
        return ""
    if not told:
        those = "Its words have" if whole == 1 else "Their words have"
        return f" {those} not been cleared for the public."
    are, words = ("is", "its words have") if left == 1 else ("are", "their words have")
    return (
        f" {sentence_case(number_in_words(left))} of them {are} not told here, because {words} not "
        "been cleared for the public."
    )


def _line(m: ReportMaterial, told: ToldAction) -> ActionLine:
    return ActionLine(
        what=told.action,
        change=told.impact or "Not told here",
        who=f"{told.owner}, {told.agency}",
        due=m.day(told.due, "No date set"),
        status=sentence_case(told.status),
    )
