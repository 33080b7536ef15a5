"""Charts for tests; every number in them is invented."""

from __future__ import annotations

from lscp_docs.chart import Chart, ChartKind, Series, described

QUARTERS = (
    "January to March 2026",
    "April to June 2026",
    "July to September 2026",
    "October to December 2026",
)


def chart(title: str, kind: ChartKind, labels: tuple[str, ...], **series: tuple[int, ...]) -> Chart:
    counted = tuple(Series(name.replace("_", " "), values) for name, values in series.items())
    return Chart(title, described(title, labels, counted), kind, labels, counted)


REFERRALS = chart(
    "Referrals by quarter",
    ChartKind.COLUMNS,
    QUARTERS,
    notified=(2, 3, 0, 4),
    not_notified=(1, 2, 0, 1),
)
TIMELINESS = chart(
    "Timeliness against the limits",
    ChartKind.BARS,
    ("Notification within 5 working days", "Rapid review within 15 working days"),
    in_time=(12, 7),
    late=(1, 3),
    cannot_be_verified=(0, 2),
)
ACTIONS = chart(
    "Actions by progress",
    ChartKind.COLUMNS,
    ("Police", "Health", "Children's social care", "Education"),
    red=(2, 3, 1, 0),
    amber=(1, 2, 4, 0),
    green=(6, 5, 40, 2),
    blue=(1, 1, 1, 1),
    closed=(1, 2, 3, 4),
)
ONE_SERIES = chart("Notified", ChartKind.COLUMNS, ("2024", "2025"), notified=(3, 0))
SHOWN = (REFERRALS, TIMELINESS, ACTIONS, ONE_SERIES)
