"""The charts of reports, from the figures; each says all of its numbers in words too."""

from __future__ import annotations

from collections import Counter

from lscp_docs.chart import Chart, ChartKind, Series, described
from lscp_docs.register.measures import Statistics
from lscp_docs.register.period import Period
from lscp_docs.register.progress import Progress
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.reports.parts.milestones import CLAIMS
from lscp_docs.wording import sentence_case

OUTCOMES = (
    ("decided_not_to_notify", "not to be notified"),
    ("decided_to_notify", "to be notified"),
)
LIMITS = (
    ("notified", "Notification within 5 working days"),
    ("reviewed", "Rapid review within 15 working days"),
)
UNVERIFIED = "cannot be verified"


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
    bars = [(words, _proof(m.statistics, start)) for start, words in LIMITS]
    return _proved(f"Timeliness {m.period.within}", bars, ("in time", "late", UNVERIFIED))


def reviews_in_time(m: ReportMaterial) -> Chart | None:
    """Draw of how many local reviews each claim on time is true; None where there is no review."""
    told = [(words, m.claim(key)) for key, words in CLAIMS]
    bars = [
        (words, (len(each.proved), len(each.refuted), len(each.unverified))) for words, each in told
    ]
    return _proved("Local reviews in time", bars, ("yes", "no", UNVERIFIED))


def _proved(
    title: str, bars: list[tuple[str, tuple[int, int, int]]], names: tuple[str, str, str]
) -> Chart | None:
    """Draw a bar for each thing of which there is any, in the order of proof."""
    shown = [(words, numbers) for words, numbers in bars if any(numbers)]
    if not shown:
        return None
    labels = tuple(words for words, _ in shown)
    columns = zip(*(numbers for _, numbers in shown), strict=True)
    series = tuple(
        Series(name, values) for name, values in zip(names, columns, strict=True) if any(values)
    )
    return Chart(title, described(title, labels, series), ChartKind.BARS, labels, series)


def actions(m: ReportMaterial) -> Chart | None:
    """Draw how many actions stand red, amber, green, blue; None where there is no action."""
    counted = Counter(action.rating.progress for action in m.tracked)
    if not counted:
        return None
    labels = tuple(sentence_case(progress.words) for progress in Progress)
    series = (Series("actions", tuple(counted[progress] for progress in Progress)),)
    title = "Actions by progress"
    return Chart(title, described(title, labels, series), ChartKind.BARS, labels, series)


def _proof(figures: Statistics, start: str) -> tuple[int, int, int]:
    return (
        _number(figures, f"{start}_in_time"),
        _number(figures, f"{start}_late"),
        _number(figures, f"{start}_in_time_not_known"),
    )


def _number(figures: Statistics, key: str) -> int:
    return figures.figure(key).value or 0


def _named(period: Period) -> str:
    """Give a period as the label of a column: a year by its years, else by its words."""
    days = (period.last - period.first).days
    return period.years if days >= 364 else sentence_case(period.words.removeprefix("the "))
