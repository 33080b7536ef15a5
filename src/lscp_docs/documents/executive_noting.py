"""The cover under which the Executive notes the local authority's rationale for not notifying.

Nothing is decided under it: the decision on a notification is the local authority's (Leeds SCP
notification process report, 2.3 and 3.7).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts import after_decision, executive_paper, reasons
from lscp_docs.documents.parts.after_decision import LearningProcess
from lscp_docs.documents.parts.executive_paper import ExecutivePaper, Option
from lscp_docs.documents.parts.practice import Part
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.record import NarrativeText
from lscp_docs.model.review import ExecutiveDecision
from lscp_docs.model.vocabulary import ExecutiveMatter, Outcome
from lscp_docs.timescales.clocks import Clocks
from lscp_docs.timescales.deadlines import Deadline
from lscp_docs.wording import Gap, Prose, Words, list_in_words, sentence_case

MATTER = ExecutiveMatter.NON_NOTIFICATION
RATIONALE = "non-notification-rationale"
"""The document whose day of issue tells whether the rationale was in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewsHeld:
    """The three partners' views on the criteria, side by side and never added up."""

    local_authority: Words
    police: Words
    health: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NotingReport:
    """What the cover says."""

    paper: ExecutivePaper
    concerns: str
    decided: Words
    disagreement: str
    in_time: Words
    timing: Prose
    views: ViewsHeld
    further: tuple[Part, ...]
    options: tuple[Option, ...]
    learning: LearningProcess | None
    attached: str
    record: Prose


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True when a decision not to notify goes to the Executive: a partner differs, or it is set."""
    decided = case.decision is not None and case.decision.outcome is Outcome.NOT_NOTIFY
    return decided and (bool(case.differing_partners) or case.executive_on(MATTER) is not None)


def context(m: Material) -> NotingReport:
    """The cover's words."""
    entry = m.case.executive_on(MATTER)
    in_time, timing = _timing(m)
    return NotingReport(
        paper=executive_paper.paper(m, MATTER, otherwise=_to_note(m)),
        concerns=reasons.concerns(m),
        decided=reasons.decided(m),
        disagreement=_disagreement(m),
        in_time=in_time,
        timing=timing,
        views=_views(m),
        further=_further(m, entry),
        options=executive_paper.options(m, MATTER),
        learning=after_decision.learning(m),
        attached=_attached(m),
        record=_record(m, entry),
    )


def _views(m: Material) -> ViewsHeld:
    local_authority, police, health = (
        shown.view if isinstance(shown.view, Gap) else sentence_case(shown.view)
        for shown in reasons.views(m)
    )
    return ViewsHeld(local_authority=local_authority, police=police, health=health)


def _to_note(m: Material) -> tuple[Words, ...]:
    group = m.partnership.names.review_group
    note = "Note the local authority’s decision not to notify the Panel of this case."
    if not m.case.differing_partners:
        return (note,)
    return (note, f"Note the written rationale that was given to all members of the {group}.")


def _disagreement(m: Material) -> str:
    differing = [reasons.partner_name(partner) for partner in m.case.differing_partners]
    if not differing:
        return "No. No safeguarding partner’s view differs from the decision."
    return f"Yes. The decision differs from the view of {list_in_words(differing)}."


def _timing(m: Material) -> tuple[Words, Prose]:
    """Whether the five working days were met, and the dates that show it."""
    deadline = Clocks(m.case, m.partnership).notification
    if deadline is None:
        path = "incident.local_authority_aware_at"
        gap = Gap("when the local authority became aware", path)
        return gap, (gap,)
    what, day, path = _measured(m)
    done = m.happened(day, what, path)
    if day is None or isinstance(done, Gap):
        return done, (done,)
    return _verdict(m, deadline, day), (
        f"{sentence_case(what)} on {done}.",
        f"{sentence_case(deadline.sentence())}.",
    )


def _measured(m: Material) -> tuple[str, dt.date | None, str]:
    """What must be done in the five working days: the rationale where owed, else the decision."""
    if m.case.differing_partners:
        return "the written rationale was issued", m.case.issued_on(RATIONALE), "issued"
    decision = m.case.decision
    day = decision.made_at.day if decision is not None else None
    return "the local authority decided", day, "decision.made_at"


def _verdict(m: Material, deadline: Deadline, day: dt.date) -> str:
    used = Clocks(m.case, m.partnership).calendar.between(deadline.started.day, day)
    days = "working day" if used == 1 else "working days"
    answer = "Yes" if deadline.is_met_by(day) else "No"
    what, _, _ = _measured(m)
    after = "after the day on which the local authority became aware"
    return f"{answer}. {sentence_case(what)} {used} {days} {after}."


def _further(m: Material, entry: ExecutiveDecision | None) -> tuple[Part, ...]:
    """What else the paper was given to say; a heading without words is left out."""
    if entry is None:
        return ()
    found: tuple[tuple[str, NarrativeText | None], ...] = (
        ("Background", entry.background),
        ("Legal implications", entry.legal_implications),
        ("Equality", entry.equality_implications),
        ("Risk", entry.risk),
        ("Resources", entry.resources),
    )
    return tuple(Part(label=label, words=m.showing.text(text)) for label, text in found if text)


def _attached(m: Material) -> str:
    if not m.case.differing_partners:
        return "No written rationale was owed, so that none is attached."
    return "The local authority’s written rationale is attached for the members of the Executive."


def _record(m: Material, entry: ExecutiveDecision | None) -> Prose:
    """What the Executive noted, once it has; no decision is asked of it."""
    if entry is None or entry.decided_on is None or entry.decided_on > m.as_at:
        return (f"{executive_paper.when_completed(entry, m)}.",)
    told = (entry.decision, entry.conditions, entry.dissent)
    return (
        f"Noted on {m.words(entry.decided_on)}.",
        *(words for text in told if text for words in m.showing.text(text)),
    )
