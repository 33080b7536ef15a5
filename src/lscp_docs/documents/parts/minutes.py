"""The minutes of meetings: who took part, what was before them, what was said and decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.decision_record import Step, step_rows
from lscp_docs.model.discussion import Attendance, Meeting
from lscp_docs.model.vocabulary import MeetingKind, Present
from lscp_docs.wording import Gap, Prose, Words, sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class TookPart:
    """Somebody who was at a meeting or sent apologies."""

    who: str
    agency: str
    took_part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The minutes of one meeting."""

    heading: Words
    chaired: str
    attendance: tuple[TookPart, ...]
    tabled: tuple[str, ...]
    discussion: Prose
    decisions: tuple[str, ...]
    actions: tuple[Step, ...]


def minutes(m: Material, *kinds: MeetingKind) -> tuple[Minutes, ...]:
    """The minutes of the meetings of these kinds up to the document's date; gaps for lacks."""
    return tuple(entry for kind in kinds for entry in _of_kind(m, kind))


def _of_kind(m: Material, kind: MeetingKind) -> Iterator[Minutes]:
    held = [entry for entry in m.case.meetings if entry.kind is kind and entry.on <= m.as_at]
    if not held:
        gap = Gap(f"the {_kind(m, kind)} and its minutes", "meetings")
        yield Minutes(
            heading=gap,
            chaired=m.not_known,
            attendance=(),
            tabled=(),
            discussion=(gap,),
            decisions=(),
            actions=(),
        )
    for meeting in held:
        yield minutes_of(m, meeting)


def _kind(m: Material, kind: MeetingKind) -> str:
    """A kind of meeting, with the bodies as the partnership calls them."""
    names = m.partnership.names
    words = kind.words.replace("review group", names.review_group)
    return words.replace("the Executive", f"the {names.executive}")


def minutes_of(m: Material, meeting: Meeting) -> Minutes:
    """The minutes of one meeting; what was said is a gap where it is not recorded."""
    place = f"the minutes of the {_kind(m, meeting.kind)}"
    return Minutes(
        heading=f"{sentence_case(_kind(m, meeting.kind))}, {m.words(meeting.on)}",
        chaired=f"{_chair(m, meeting)} {_quorate(m, meeting)}",
        attendance=tuple(_took_part(m, entry) for entry in meeting.attendance),
        tabled=tuple(
            f"{entry.title} (version {entry.version})" for entry in meeting.documents_tabled
        ),
        discussion=m.prose(meeting.minutes, place, "meetings"),
        decisions=tuple(" ".join(m.showing.text(decision)) for decision in meeting.decisions),
        actions=step_rows(m, meeting.actions),
    )


def _chair(m: Material, meeting: Meeting) -> str:
    name, role = meeting.chaired_by, meeting.chaired_by_role
    if name is not None:
        roles = [entry.role for entry in meeting.attendance if entry.name == name]
        role = role or next(iter(roles), None)
        return f"In the chair: {m.showing.professional(name, role) if role else m.words(name)}."
    return f"In the chair: {role}." if role else "Who took the chair was not recorded."


def _quorate(m: Material, meeting: Meeting) -> str:
    return {
        None: f"Whether the meeting was quorate: {m.not_known.lower()}.",
        True: "The meeting was quorate.",
        False: "The meeting was not quorate.",
    }[meeting.quorate]


def _took_part(m: Material, entry: Attendance) -> TookPart:
    return TookPart(
        who=m.showing.professional(entry.name, entry.role),
        agency=m.partnership.short_name if entry.agency is None else m.agency(entry.agency),
        took_part="Present" if entry.took_part is Present.PRESENT else "Apologies",
    )
