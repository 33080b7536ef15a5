"""Whether an action is worded so that anybody can tell when it is done: the SMART check.

Specific, measurable, achievable, relevant, timed. It reads words and cannot judge them: each
finding says what a reader would miss and how to mend it, and nothing is scored. No source gives
these rules: they are this project's own choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.model.identifying import revealed
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.vocabulary import ActionSource, Term
from lscp_docs.register.tracker import TrackedAction


class SmartPart(Term):
    """The parts of a SMART action."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACHIEVABLE = "achievable"
    RELEVANT = "relevant"
    TIMED = "timed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsmart:
    """What a reader would miss in an action, and how to mend it."""

    part: SmartPart
    sentence: str


_VERBS = """
add adopt agree allocate amend analyse appoint apply arrange ask assess audit begin book brief
bring build carry change check circulate close collect commission compare complete conduct
confirm consult contact convene count create decide define deliver design develop discuss
display distribute draft embed end engage ensure escalate establish evaluate examine extend
facilitate feed find fit follow fund give hold identify implement improve include inform
install interview introduce invite issue keep launch lead list make map meet mend monitor move
name notify obtain offer open order organise pilot place plan prepare present produce promote
propose provide publish put quality-assure raise recruit record reduce refer refresh remind
remove repair replace report request require research restore review revise roll run sample
scope seek send set share show sign simplify speak stop strengthen submit supply survey switch
teach tell test track train translate trial update use verify visit work write
"""
VERBS = frozenset(_VERBS.split())
"""Verbs with which an action of a plan may begin; others are known by the word that follows."""

EMPTY_VERBS = (
    "be aware",
    "be mindful",
    "consider",
    "continue",
    "embed",
    "ensure",
    "explore",
    "facilitate",
    "improve",
    "look at",
    "look into",
    "promote",
    "raise awareness",
    "remind",
    "seek to",
    "strengthen",
    "support",
    "try",
    "work towards",
)
"""Beginnings that nobody can tick off: they say what is hoped for, not what somebody does."""

DETERMINERS = frozenset(
    ("a", "all", "an", "any", "both", "each", "every", "its", "no", "one", "our", "the", "their")
)
ROLES = r"head|director|manager|lead|nurse|doctor|gp|superintendent|inspector|officer|chair"
EVERYBODY = re.compile(r"\b(?:all|every|everyone|everybody|each)\b|\b(?:agencies|partners|staff)$")
AMOUNT = re.compile(
    r"\d|%|\b(?:all|any|both|each|every|half|never|no|nobody|none|not one|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|hundred|zero|per cent)\b"
)

WITH_RECOMMENDATIONS = (
    ActionSource.LCSPR,
    ActionSource.NATIONAL_REVIEW,
    ActionSource.AUDIT,
    ActionSource.SCRUTINY,
)
"""Sources that make recommendations; an action of another source may follow from learning alone."""


def unsmart(action: TrackedAction) -> tuple[Unsmart, ...]:
    """Give what a reader would miss in an action; empty where nothing stands out.

    The sentences are the project's own and hold nothing of the case.
    """
    return tuple(
        Unsmart(part=part, sentence=sentence)
        for part, found in (
            (SmartPart.SPECIFIC, _specific(_plain(action.action))),
            (SmartPart.MEASURABLE, _measurable(action)),
            (SmartPart.ACHIEVABLE, _owned(action.owner.casefold())),
            (SmartPart.RELEVANT, _relevant(action)),
            (SmartPart.TIMED, _timed(action)),
        )
        for sentence in found
    )


def _plain(narrative: NarrativeText | None) -> str:
    return "" if narrative is None else " ".join(revealed(narrative.text).split()).casefold()


def _specific(words: str) -> Iterator[str]:
    first, *more = re.findall(r"[\w’'-]+", words) or [""]
    empty = next((each for each in EMPTY_VERBS if re.match(rf"{each}\b", words)), None)
    if empty is not None:
        yield (
            f"It begins with “{empty}”, which nobody can tick off. Say what somebody does, for "
            "example “Send …”, “Audit …”, “Change …”."
        )
    elif not (first in VERBS or (more and more[0] in DETERMINERS) or _is_sentence(words)):
        yield "Begin with a verb that says what is done, for example “Send …” or “Audit …”."
    if len(more) < 2:
        yield "Say what it is done to: a reader cannot tell where the action begins and ends."


def _is_sentence(words: str) -> bool:
    """True for "The trust will send …", which says who does what."""
    return re.search(r"\b(?:will|shall|must|is to|are to)\b", words) is not None


def _measurable(action: TrackedAction) -> Iterator[str]:
    if action.success_measure is None:
        yield "Say how success is known: how many, of what, by when (`success_measure`)."
    elif not AMOUNT.search(_plain(action.success_measure)):
        yield (
            "The measure of success has no number and no “all” or “none”: two readers could "
            "disagree whether it is reached. Say how many of how many."
        )
    if action.evidence_required is None:
        yield "Say which paper or figures would show that it is done (`evidence_required`)."


def _owned(owner: str) -> Iterator[str]:
    parts = re.split(r"\s*(?:/|;|&|\band\b)\s*", owner)
    if EVERYBODY.search(owner):
        yield "The owner is a group. Name the one role that answers for it."
    elif sum(re.search(rf"\b(?:{ROLES})\b", part) is not None for part in parts) > 1:
        yield "There is more than one owner. Name the one role that answers for it."


def _relevant(action: TrackedAction) -> Iterator[str]:
    if action.recommendation is None and action.source in WITH_RECOMMENDATIONS:
        yield (
            "Say which recommendation it serves (`recommendation`): else nobody can judge whether "
            "it is enough."
        )


def _timed(action: TrackedAction) -> Iterator[str]:
    if action.due is None:
        yield "Give a day on which it is due."
    elif action.started_on is not None and action.due < action.started_on:
        yield "It is due before it starts: correct one of the two days."
