"""The timetables that partnerships publish, and their steps."""

from __future__ import annotations

from functools import partial

from lscp_docs.timescales.limit_row import Basis, Preset, TimeLimit, Trigger, Unit
from lscp_docs.timescales.rows.limits import LOCAL
from lscp_docs.timescales.rows.sources import CAMBS, LEEDS_REVIEWS, SEFTON, WT2018

DEVON_DCFP = "dcfp.org.uk rapid review process flowchart (Working Together 2018 era)"
DEVON_CURRENT = "devonscp.org.uk rapid review process flowchart"

_local = partial(
    TimeLimit, unit=Unit.WORKING_DAYS, in_force=WT2018, basis=Basis.LOCAL, citation=LOCAL
)
_sefton = partial(
    _local, starts=Trigger.NOTIFICATION_RECEIVED, duty_holder="business unit", source=SEFTON
)
_devon_dcfp = partial(
    _local, starts=Trigger.NOTIFICATION_SENT, duty_holder="business unit", source=DEVON_DCFP
)
_devon_current = partial(
    _local, starts=Trigger.NOTIFICATION_SENT, duty_holder="business unit", source=DEVON_CURRENT
)

STEPS = (
    _sefton(
        key="sefton-day-1",
        duty="inform the independent chair and the review group's chair; begin the rapid review",
        length=1,
    ),
    _sefton(
        key="sefton-day-10",
        duty="hold the rapid review with the three safeguarding partners",
        length=10,
    ),
    _sefton(
        key="sefton-day-12",
        duty="send the decision and initial recommendations to the independent chair",
        duty_holder="business manager",
        length=12,
    ),
    _sefton(
        key="sefton-day-14",
        duty="decide on the case (independent chair); notify the Panel (business unit)",
        duty_holder="independent chair and business unit",
        length=14,
    ),
    _sefton(
        key="sefton-day-15",
        duty="tell the review group's chair and the referrer what was decided",
        duty_holder="business manager",
        length=15,
    ),
    _devon_dcfp(
        key="devon-dcfp-day-1",
        duty="receive the copy of the notification; send the letters to agencies",
        length=1,
    ),
    _devon_dcfp(
        key="devon-dcfp-day-10",
        duty="return the agency summaries (working days 2 to 10)",
        duty_holder="agencies",
        length=10,
    ),
    _devon_dcfp(
        key="devon-dcfp-day-12",
        duty="hold the rapid review panel (working days 10 to 12)",
        length=12,
    ),
    _devon_dcfp(
        key="devon-dcfp-day-15",
        duty="sign the rapid review off (working days 12 to 15)",
        duty_holder="safeguarding partners",
        length=15,
    ),
    _devon_dcfp(
        key="devon-dcfp-day-16",
        duty="send the summary to the Panel",
        length=16,
        note="One working day later than the 15 working days, by its own count.",
    ),
    _devon_current(
        key="devon-current-day-1",
        duty="receive the copy of the notification; send the letters to agencies",
        length=1,
    ),
    _devon_current(
        key="devon-current-day-10",
        duty="return the agency summaries; hold the progress meeting (working days 2 to 10)",
        duty_holder="agencies and business unit",
        length=10,
    ),
    _devon_current(key="devon-current-day-14", duty="hold the executive huddle", length=14),
)

PRESETS = (
    Preset(
        key="statutory",
        title="The national limits alone",
        source=f"{LEEDS_REVIEWS}; {CAMBS}",
        steps=("notify-panel", "rapid-review"),
    ),
    Preset(
        key="sefton",
        title="Sefton: days 1, 10, 12, 14 and 15",
        source=SEFTON,
        steps=tuple(f"sefton-day-{day}" for day in (1, 10, 12, 14, 15)),
        note=(
            "Day 1 is the day on which the business unit acts, which may be the day of the "
            "notification itself; the source does not settle it."
        ),
    ),
    Preset(
        key="devon_dcfp",
        title="Devon, 2018 to 2020: working days 1 to 16",
        source=DEVON_DCFP,
        steps=tuple(f"devon-dcfp-day-{day}" for day in (1, 10, 12, 15, 16)),
        first_day=0,
        note=(
            "The day of the notification is working day 0. The summary goes on working day 16, "
            "one working day after the national limit."
        ),
    ),
    Preset(
        key="devon_current",
        title="Devon, current: working days 1, 10 and 14",
        source=DEVON_CURRENT,
        steps=tuple(f"devon-current-day-{day}" for day in (1, 10, 14)),
        note=(
            "Counted from the notification, taken to be sent at the end of its 5 working days. "
            "Day 1 is the day on which the business unit acts; the source does not settle whether "
            "that is the day of the notification."
        ),
    ),
    Preset(
        key="one_working_day_meeting",
        title="The delegated partners meet within 1 working day",
        source="sts.urbanriver.com child safeguarding practice reviews guidance",
        steps=("delegated-partners-meet", "notify-panel", "rapid-review"),
    ),
)
