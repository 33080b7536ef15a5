"""The charts of reports, from the figures; each says all of its numbers in words too."""

from __future__ import annotations

from collections import Counter

from lscp_docs.chart import Chart, ChartKind, Series, described
from lscp_docs.register.measures import Statistics
from lscp_docs.register.period import Period
from lscp_docs.register.progress import Progress
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.wording import sentence_case

OUTCOMES = (
    ("decided_not_to_notify", "not to be notified"),
    ("decided_to_notify", "to be notified"),
)
LIMITS = (
    ("notified", "Notification within 5 working days"),
    ("reviewed", "Rapid review within 15 working days"),
)


def over_time(m: ReportMaterial) -> Chart | None:
    """Draw what was decided in this period and in those before it; None without any decision."""
    told = (*m.before, m.statistics)
    labels = tuple(_named(each.period) for each in told)
    series = tuple(
        Series(words, tuple(_number(each, key) for each in told)) for key, words in OUTCOMES
    )
    if not any(any(one.values) for one in series):
        return None
    title = "Decisions on a notification, by period"
    alternative = described(title, labels, series)
    return Chart(title, alternative, ChartKind.COLUMNS, labels, series)


def timeliness(m: ReportMaterial) -> Chart | None:
    """Draw what was done within its time limit; None where nothing was due."""
    labels, counted = [], []
    for start, words in LIMITS:
        numbers = tuple(
            _number(m.statistics, f"{start}_{ending}")
            for ending in ("in_time", "late", "in_time_not_known")
        )
        if any(numbers):
            labels.append(words)
            counted.append(numbers)
    if not labels:
        return None
    names = ("in time", "late", "cannot be verified")
    series = tuple(
        Series(name, values)
        for name, values in zip(names, zip(*counted, strict=True), strict=True)
        if any(values)
    )
    title = f"Timeliness in {m.period.words}"
    return Chart(
        title, described(title, tuple(labels), series), ChartKind.BARS, tuple(labels), series
    )


def actions(m: ReportMaterial) -> Chart | None:
    """Draw how many actions stand red, amber, green, blue; None where there is no action."""
    counted = Counter(action.rating.progress for action in m.tracked)
    if not counted:
        return None
    labels = tuple(sentence_case(progress.words) for progress in Progress)
    series = (Series("actions", tuple(counted[progress] for progress in Progress)),)
    title = "Actions by progress"
    return Chart(title, described(title, labels, series), ChartKind.BARS, labels, series)


def _number(figures: Statistics, key: str) -> int:
    return figures.figure(key).value or 0


def _named(period: Period) -> str:
    """Give a period as the label of a column: a year by its years, else by its words."""
    days = (period.last - period.first).days
    return period.years if days >= 364 else sentence_case(period.words.removeprefix("the "))
