"""The written rationale of the local authority for not notifying, to every review group member.

Owed where a partner disagrees, inside the five working days of the notification (Leeds SCP
notification process report, 3.2 and 3.7). It keeps privileged legal advice out.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.page import Letter, Recipient
from lscp_docs.documents.parts import after_decision, letters, reasons
from lscp_docs.documents.parts.after_decision import LearningProcess
from lscp_docs.documents.parts.reasons import Reasons
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.vocabulary import ExecutiveMatter, Outcome
from lscp_docs.wording import Prose, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NonNotificationRationale:
    """What the letter says."""

    letter: Letter
    reasons: Reasons
    learning: LearningProcess | None
    safety: Prose
    next_steps: tuple[Words, ...]
    reconsidered: Prose
    timing: tuple[Words, ...]
    onward: str
    group: Words
    members: tuple[Recipient, ...]


def applies(case: CaseFile, partnership: Partnership) -> bool:  # noqa: ARG001
    """True when the decision is not to notify and a partner's view differs from it."""
    decided = case.decision is not None and case.decision.outcome is Outcome.NOT_NOTIFY
    return decided and bool(case.differing_partners)


def context(m: Material) -> NonNotificationRationale:
    """The letter's words."""
    group, members = m.partnership.names.review_group, letters.review_group(m, m.as_at)
    return NonNotificationRationale(
        letter=letters.from_local_authority(
            m,
            subject=f"Decision not to notify: case {m.case.reference}",
            recipients=letters.everyone_in(group),
            salutation=f"Dear members of the {group}",
        ),
        reasons=reasons.of(m),
        learning=after_decision.learning(m),
        safety=after_decision.safety(m),
        next_steps=after_decision.next_steps(m),
        reconsidered=m.prose(
            m.case.decision.reconsidered_when if m.case.decision else None,
            "when the decision will be reconsidered",
            "decision.reconsidered_when",
        ),
        timing=after_decision.rationale_timing(m),
        onward=_onward(m),
        group=letters.name_of_group(group, members),
        members=members,
    )


def _onward(m: Material) -> str:
    noted = m.case.executive_on(ExecutiveMatter.NON_NOTIFICATION)
    executive = m.partnership.names.executive
    if noted is None:
        return f"This rationale will be put to the next meeting of the {executive} for noting."
    meeting = m.words(noted.meeting_on)
    goes = "goes" if noted.meeting_on >= m.as_at else "went"
    return f"This rationale {goes} to the meeting of the {executive} on {meeting} for noting."
