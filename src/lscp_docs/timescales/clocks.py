"""The clocks of one case: its deadlines, counted by its partnership's policy from its facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Moment
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.state import rapid_review_is_owed
from lscp_docs.model.vocabulary import IncidentType
from lscp_docs.timescales.counting import DeadlinePolicy
from lscp_docs.timescales.deadlines import Deadline, Started, deadline, timetable
from lscp_docs.timescales.limit_row import Trigger
from lscp_docs.timescales.limits import preset, time_limit
from lscp_docs.timescales.working_days import WorkingCalendar

NOTIFY_KEYS = {
    IncidentType.LOOKED_AFTER_CHILD_DEATH: "looked-after-child-death",
    IncidentType.CARE_LEAVER_DEATH: "care-leaver-death",
}
"""The limit for the notification of a death that is notified whatever its cause."""

SCOPING_RETURN_STEPS = ("devon-dcfp-day-10", "devon-current-day-10")
"""The steps of local timetables that set the day by which agencies return their reports."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """The deadlines of a case; each is None until its trigger is known."""

    case: CaseFile
    partnership: Partnership

    @property
    def calendar(self) -> WorkingCalendar:
        """England's working days; the partnership's extra bank holidays are no working days."""
        return WorkingCalendar(frozenset(self.partnership.extra_bank_holidays))

    @property
    def policy(self) -> DeadlinePolicy:
        """How the partnership counts."""
        partnership = self.partnership
        return DeadlinePolicy(first_day=partnership.first_day, cutoff_time=partnership.cutoff_time)

    @property
    def notification(self) -> Deadline | None:
        """Five working days from the local authority becoming aware.

        The written rationale for not notifying is due on the same day: Leeds SCP notification
        process report, 3.2 and 3.7.
        """
        key = NOTIFY_KEYS.get(self.case.incident.type, "notify-panel")
        return self._from(key, self.case.incident.local_authority_aware_at)

    @property
    def rapid_review(self) -> Deadline | None:
        """Fifteen working days from the notification being sent, where a rapid review is owed."""
        if not (self.case.rapid_review or rapid_review_is_owed(self.case)):
            return None
        return self._from_notification("rapid-review")

    @property
    def scoping_return(self) -> Deadline | None:
        """When agencies return their scoping reports: the local timetable's day, else the default.

        A day that the case sets for an agency's own request goes before both.
        """
        local = (step for step in self.steps() if step.key in SCOPING_RETURN_STEPS)
        return next(local, None) or self._from_notification("scoping-return")

    @property
    def scoping_chases(self) -> tuple[Deadline, ...]:
        """When to remind the agencies that have not returned their scoping reports."""
        found = map(self._from_notification, ("scoping-chase-1", "scoping-chase-2"))
        return tuple(each for each in found if each is not None)

    def review_day(self, day: dt.date) -> tuple[int, int] | None:
        """Which working day of the rapid review a day is, and how many it may take.

        None while no rapid review is owed. Counted back from the day on which it is due.
        """
        due = self.rapid_review
        if due is None:
            return None
        allowed = time_limit(due.key, due.started.day).length
        return allowed - self.calendar.between(day, due.due), allowed

    @property
    def feedback(self) -> Deadline | None:
        """When the referring agency should hear what was decided."""
        decision = self.case.decision
        return self._from("referrer-feedback", decision.made_at if decision is not None else None)

    @property
    def copy_to_unit(self) -> Deadline | None:
        """When the business unit should have its copy of the notification."""
        return self._from_notification("copy-to-business-unit")

    @property
    def panel_reply(self) -> Deadline | None:
        """About when the Panel replies: for chasing only."""
        review = self.case.rapid_review
        sent = review.submitted_on if review is not None else None
        return self._from("panel-reply", Moment(sent) if sent is not None else None)

    @property
    def lcspr(self) -> Deadline | None:
        """The expected end of a local review; the start of this clock is not verified."""
        review = self.case.lcspr
        return self._from("lcspr", Moment(review.initiated_on) if review is not None else None)

    @property
    def report_to_panel(self) -> Deadline | None:
        """The last day to send the final report to the Panel before its planned publication."""
        publication = self.case.lcspr.publication if self.case.lcspr is not None else None
        if publication is None:
            return None
        published = publication.published_on
        day = publication.planned_for if published is None else published.exact
        return None if day is None else self.panel_copy_before(day)

    def panel_copy_before(self, published_on: dt.date) -> Deadline:
        """The last day to send the final report to the Panel for a publication on that day."""
        return self._counted("panel-copy", Moment(published_on))

    def steps(self) -> tuple[Deadline, ...]:
        """The steps of the partnership's own timetable whose triggers are known, in its order."""
        chosen = preset(self.partnership.timetable.value)
        return timetable(chosen, self._started(), calendar=self.calendar, policy=self.policy)

    def _started(self) -> Iterator[Started]:
        aware, referral = self.case.incident.local_authority_aware_at, self.case.referral
        if aware is not None:
            yield Started(Trigger.LOCAL_AUTHORITY_AWARE, aware.day, aware.time)
        if referral is not None and referral.received_on is not None:
            yield Started(Trigger.REFERRAL_RECEIVED, referral.received_on)
        notification = self.case.notification
        if notification is not None:
            sent = notification.sent_at
            yield Started(Trigger.NOTIFICATION_SENT, sent.day, sent.time)
            received = notification.copy_received_by_unit_on
            if received is not None:
                yield Started(Trigger.NOTIFICATION_RECEIVED, received)

    def _from_notification(self, key: str) -> Deadline | None:
        notification = self.case.notification
        return self._from(key, notification.sent_at if notification is not None else None)

    def _from(self, key: str, moment: Moment | None) -> Deadline | None:
        return None if moment is None else self._counted(key, moment)

    def _counted(self, key: str, moment: Moment) -> Deadline:
        limit = time_limit(key, moment.day)
        started = Started(limit.starts, moment.day, moment.time)
        return deadline(limit, started, calendar=self.calendar, policy=self.policy)
