"""What a rapid review found in practice: episodes, the child's voice, equality, learning."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import children
from lscp_docs.documents.parts.recommendation import rapid_review_of
from lscp_docs.model.people import Child
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.review import KeyPracticeEpisode, Learning
from lscp_docs.wording import Gap, Prose, Words

NOT_RECORDED = "Not recorded."
_EPISODES = "rapid_review.key_practice_episodes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A labelled part of an account."""

    label: str
    words: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """A key practice episode: what happened, why, what was good and what was missing."""

    title: Words
    when: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one child said and showed, and how that was sought."""

    child: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Equality:
    """How protected characteristics were considered, and what part inequality played."""

    how_considered: Prose
    influence: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningPoint:
    """Something learned, and how it reaches those who need it."""

    text: Prose
    spread: Prose


def episodes(m: Material) -> tuple[Episode, ...]:
    """The key practice episodes, in the order of the file; a gap where there is none."""
    found = rapid_review_of(m).key_practice_episodes
    if not found:
        gap = Gap("the key practice episodes with their analysis", _EPISODES)
        return (
            Episode(title=gap, when=m.not_known, parts=(Part(label="Analysis", words=(gap,)),)),
        )
    return tuple(_episode(m, number, entry) for number, entry in enumerate(found, start=1))


def _episode(m: Material, number: int, entry: KeyPracticeEpisode) -> Episode:
    what = f"of key practice episode {number}"
    optional = (("What was good", entry.good_practice), ("What was missing", entry.gap))
    return Episode(
        title=" ".join(m.showing.text(entry.title)),
        when=_when(m, entry),
        parts=(
            Part(
                label="What happened",
                words=m.prose(entry.what_happened, f"the account {what}", _EPISODES),
            ),
            Part(
                label="What was known at the time",
                words=m.prose_or(entry.what_was_known, NOT_RECORDED),
            ),
            Part(label="What was decided", words=m.prose_or(entry.decision, NOT_RECORDED)),
            Part(
                label="Analysis: why it happened",
                words=m.prose(entry.analysis, f"the analysis {what}", _EPISODES),
            ),
            *(Part(label=label, words=m.showing.text(text)) for label, text in optional if text),
        ),
    )


def _when(m: Material, entry: KeyPracticeEpisode) -> str:
    days = [m.showing.date(day) for day in (entry.began_on, entry.ended_on) if day is not None]
    days = list(dict.fromkeys(days))
    if not days:
        return m.not_known
    if len(days) == 1:
        return days[0]
    return f"{days[0]} to {days[1]}"


def voices(m: Material) -> tuple[Voice, ...]:
    """The voice of each child; a gap where neither it nor a reason for its lack is recorded."""
    return tuple(_voice(m, child) for child in m.case.children)


def _voice(m: Material, child: Child) -> Voice:
    name, voice = children.name_of(m, child), child.voice
    told: tuple[tuple[str, NarrativeText | None], ...] = ()
    if voice is not None:
        told = (
            ("What the child said", voice.said),
            ("What the child showed", voice.showed),
            ("How the child’s views were sought", voice.how_sought),
            ("Why the child’s views were not sought", voice.not_sought_because),
        )
    parts = tuple(Part(label=label, words=m.showing.text(text)) for label, text in told if text)
    if not parts:
        gap = Gap(f"the voice of child {child.id}, or why it was not sought", "children.voice")
        parts = (Part(label="Voice of the child", words=(gap,)),)
    return Voice(child=name, parts=parts)


def equality(m: Material) -> Equality:
    """The equality analysis; both its halves are asked for."""
    found, path = rapid_review_of(m).equality, "rapid_review.equality"
    return Equality(
        how_considered=m.prose(
            found.how_considered if found is not None else None,
            "how protected characteristics were considered",
            f"{path}.how_considered",
        ),
        influence=m.prose(
            found.influence_of_racism_or_inequality if found is not None else None,
            "how racism or other inequality may have influenced experiences and practice",
            f"{path}.influence_of_racism_or_inequality",
        ),
    )


def good_practice(m: Material) -> Prose:
    """The good practice that the review found, a paragraph or more for each."""
    found = rapid_review_of(m).good_practice
    paragraphs = tuple(words for entry in found for words in m.showing.text(entry))
    return paragraphs or ("No good practice beyond the episodes in section 7 was recorded.",)


def learning(m: Material, *, is_acted_on: bool) -> tuple[LearningPoint, ...]:
    """The learning that is already acted on, or that which is not."""
    found = rapid_review_of(m).learning
    return tuple(_point(m, entry) for entry in found if entry.already_acted_on is is_acted_on)


def _point(m: Material, entry: Learning) -> LearningPoint:
    how = m.showing.text(entry.how_disseminated) if entry.how_disseminated is not None else ()
    who = f"By {entry.disseminated_by}" if entry.disseminated_by is not None else "No lead named"
    when = "no date set" if entry.disseminate_by is None else m.words(entry.disseminate_by)
    by = "" if entry.disseminate_by is None else "by "
    *before, last = how or ("not recorded.",)
    return LearningPoint(
        text=m.prose(entry.text, "the learning", "rapid_review.learning"),
        spread=_after("How it is shared: ", (*before, f"{last} {who}, {by}{when}.")),
    )


def _after(label: str, paragraphs: tuple[str, ...]) -> Prose:
    """The paragraphs with a label before the first."""
    first, *others = paragraphs
    return (f"{label}{first}", *others)
