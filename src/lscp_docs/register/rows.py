"""The register: one row a referral, derived from its case; it never holds a name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from lscp_docs.model.ages import band_of
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.ethnicity import group_of
from lscp_docs.model.identifying import revealed
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.people import Child
from lscp_docs.model.rules import full_years
from lscp_docs.model.state import State, rapid_review_is_owed, state_of
from lscp_docs.model.vocabulary import ExecutiveMatter, PanelResponse, RapidReviewOutcome
from lscp_docs.register import timeliness
from lscp_docs.register.facts import (
    ChildInCase,
    DecisionFacts,
    IncidentFacts,
    LcsprFacts,
    NotificationFacts,
    ReferralFacts,
    ReviewFacts,
)
from lscp_docs.timescales.clocks import Clocks

NOT_KNOWN = "not known"
UNBORN = "unborn"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One referral: the incident, the outcome and next steps (Leeds SCP process report, 3)."""

    reference: str
    children: tuple[ChildInCase, ...]
    incident: IncidentFacts
    referral: ReferralFacts
    decision: DecisionFacts
    notification: NotificationFacts
    review: ReviewFacts
    lcspr: LcsprFacts
    state: State

    @property
    def began_on(self) -> dt.date | None:
        """The day that puts it into the register of a period: received, else the first known."""
        days = (
            self.referral.received_on,
            self.referral.raised_on,
            self.incident.aware_on,
            self.decision.considered_on,
        )
        return next((day for day in days if day is not None), None)


def row_of(case: CaseFile, partnership: Partnership, *, exact: bool = False) -> RegisterRow:
    """Return the row of a case; `exact` tells the day of the incident, for the full register."""
    clocks = Clocks(case, partnership)
    return RegisterRow(
        reference=case.reference,
        children=tuple(_child(case, child) for child in case.children),
        incident=_incident(case, exact=exact),
        referral=_referral(case, partnership),
        decision=_decision(case),
        notification=_notification(clocks),
        review=_review(clocks),
        lcspr=_lcspr(clocks),
        state=state_of(case),
    )


def in_months(date: UncertainDate) -> UncertainDate:
    """Return a date told no more exactly than by the month or months that it lies in."""
    if date.earliest is None or date.latest is None or date.precision is Precision.YEAR:
        return date
    first = date.earliest.replace(day=1)
    in_next = date.latest.replace(day=28) + dt.timedelta(days=4)
    last = in_next - dt.timedelta(days=in_next.day)
    is_one = (first.year, first.month) == (last.year, last.month)
    return UncertainDate(Precision.MONTH if is_one else Precision.RANGE, first, last)


def _incident(case: CaseFile, *, exact: bool) -> IncidentFacts:
    occurred, aware = revealed(case.incident.occurred_on), case.incident.local_authority_aware_at
    return IncidentFacts(
        type=case.incident.type,
        abuse_status=case.incident.abuse_status,
        occurred=occurred if exact else in_months(occurred),
        harm=case.incident.harm,
        aware_on=None if aware is None else aware.day,
    )


def _referral(case: CaseFile, partnership: Partnership) -> ReferralFacts:
    referral = case.referral
    if referral is None:
        return ReferralFacts()
    key = referral.raised_by.agency
    agency = None if key is None else partnership.agency(key)
    return ReferralFacts(
        raised_on=referral.raised_on,
        received_on=referral.received_on,
        agency=key if agency is None else agency.name,
    )


def _decision(case: CaseFile) -> DecisionFacts:
    meeting = None if case.discussion is None else case.meeting(case.discussion.meeting)
    decision, noted = case.decision, case.executive_on(ExecutiveMatter.NON_NOTIFICATION)
    if decision is None:
        return DecisionFacts(
            considered_on=None if meeting is None else meeting.on, unanimous=case.is_unanimous
        )
    return DecisionFacts(
        considered_on=decision.made_at.day if meeting is None else meeting.on,
        decided_on=decision.made_at.day,
        outcome=decision.outcome,
        unanimous=case.is_unanimous,
        disagreement=bool(case.differing_partners),
        rationale_issued_on=_last_issued(
            case, "non-notification-rationale", "notification-rationale"
        ),
        executive_noted_on=None if noted is None else noted.decided_on,
        feedback_sent_on=_last_issued(case, "referrer-feedback"),
        learning_route=decision.learning_route,
    )


def _last_issued(case: CaseFile, *documents: str) -> dt.date | None:
    days = [entry.on for entry in case.issued if entry.document in documents]
    return max(days, default=None)


def _notification(clocks: Clocks) -> NotificationFacts:
    notification = clocks.case.notification
    if notification is None:
        return NotificationFacts()
    return NotificationFacts(
        sent_on=notification.sent_at.day,
        in_time=timeliness.of_notification(clocks, notification),
        withdrawn_on=None if notification.withdrawn is None else notification.withdrawn.on,
    )


def _review(clocks: Clocks) -> ReviewFacts:
    case = clocks.case
    review, reply = case.rapid_review, case.panel_reply
    due = timeliness.known(clocks, "rapid_review")
    last_day = None if due is None else due.due
    if review is None:
        return ReviewFacts(is_needed=rapid_review_is_owed(case), due=last_day)
    if reply is not None and reply.response is PanelResponse.NO_RESPONSE_YET:
        reply = None
    return ReviewFacts(
        is_needed=True,
        opened_on=review.opened_on,
        due=last_day,
        submitted_on=review.submitted_on,
        in_time=timeliness.of_review(due, review),
        outcome=_outcome(case),
        panel_replied_on=None if reply is None else reply.received_on,
        panel_response=None if reply is None else reply.response,
    )


def _outcome(case: CaseFile) -> RapidReviewOutcome | None:
    decided = case.executive_on(ExecutiveMatter.RAPID_REVIEW)
    if decided is not None and decided.decided_outcome is not None:
        return decided.decided_outcome
    return None if case.rapid_review is None else case.rapid_review.recommendation


def _lcspr(clocks: Clocks) -> LcsprFacts:
    review = clocks.case.lcspr
    if review is None:
        return LcsprFacts()
    appointed = [each.appointed_on for each in review.reviewers]
    known = LcsprFacts(
        started_on=review.initiated_on,
        reviewer_appointed=min(
            appointed, key=lambda date: date.earliest or dt.date.max, default=None
        ),
        accepted=review.report_accepted_on,
    )
    publication = review.publication
    if publication is None:
        return known
    reply = publication.panel_reply
    return replace(
        known,
        publication=publication.outcome,
        publication_decided_on=publication.decided_on,
        report_to_panel=publication.report_sent_to_panel_on,
        published=publication.published_on,
        learning_published=publication.learning_published_on,
        panel_on_publication=None if reply is None else reply.response,
        panel_on_publication_on=None if reply is None else reply.received_on,
        panel_copy=timeliness.of_panel_copy(clocks, publication),
    )


def _child(case: CaseFile, child: Child) -> ChildInCase:
    return ChildInCase(
        id=child.id,
        pseudonym=child.pseudonym,
        age_band=_age_band(case, child),
        sex=child.sex,
        legal_status=child.legal_status,
        ethnic_group=group_of(child.ethnicity_code),
        disability=child.disability,
    )


def _age_band(case: CaseFile, child: Child) -> str:
    """Return the band of the age at the incident; not known where it may be one of two."""
    if child.is_unborn:
        return UNBORN
    if child.age_if_date_of_birth_unknown is not None:
        return band_of(revealed(child.age_if_date_of_birth_unknown))
    born, occurred = case.date_of_birth(child), revealed(case.incident.occurred_on)
    if born is None or born.earliest is None or born.latest is None:
        return NOT_KNOWN
    if occurred.earliest is None or occurred.latest is None:
        return NOT_KNOWN
    youngest = band_of(full_years(born.latest, occurred.earliest))
    oldest = band_of(full_years(born.earliest, occurred.latest))
    return oldest if youngest == oldest else NOT_KNOWN
