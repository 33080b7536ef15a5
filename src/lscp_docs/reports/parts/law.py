"""The statutory basis of reports, in the words of the guidance's rows, by the report's date."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.reports.material import ReportMaterial
from lscp_docs.timescales.guidance import cite


@dataclass(frozen=True, slots=True, kw_only=True)
class StatutoryBasis:
    """What the law and the guidance ask, each with what its footnote says."""

    duty: str
    duty_note: str
    on_whose_behalf: str
    on_whose_behalf_note: str
    criteria_note: str
    time_limit: str
    time_limit_note: str
    group_note: str
    rapid_review: str
    rapid_review_note: str
    local_decision: str
    guidance_note: str


def statutory_basis(m: ReportMaterial) -> StatutoryBasis:
    """Give the statutory basis that was in force on the day of the report."""
    day, names = m.as_at, m.partnership.names
    statute, duty = cite("notification-statute", day), cite("notification-duty", day)
    case, panel = cite("serious-case", day), cite("panel-guidance", day)
    guidance = cite("working-together", day).words()
    return StatutoryBasis(
        duty=statute.words(),
        duty_note=f"{statute.reference}.",
        on_whose_behalf=f"{guidance} says that {duty.words()}.",
        on_whose_behalf_note=f"{duty.reference}.",
        criteria_note=f"A serious child safeguarding incident: {case.words()} ({case.reference}).",
        time_limit=(
            f"The local authority notifies the {cite('panel', day).words()} (the Panel) within 5 "
            "working days of becoming aware of the incident."
        ),
        time_limit_note=f"{cite('notification-time-limit', day).reference}.",
        group_note=(
            f"The {names.review_group} brings together the three safeguarding partners: the local "
            f"authority, the police and health. The {names.independent_role} and the "
            f"{m.partnership.business_unit.name} attend."
        ),
        rapid_review=(
            "After a notification the safeguarding partners carry out a rapid review "
            f"{cite('rapid-review-time-limit', day).words()}."
        ),
        rapid_review_note=(
            "A rapid review gathers the facts as far as they can be readily established, considers "
            "whether immediate action is needed, and decides on next steps, including whether to "
            f"carry out a {cite('review', day).words()}."
        ),
        local_decision=cite("review-local-decision", day).words(),
        guidance_note=f"{panel.words()}.",
    )
