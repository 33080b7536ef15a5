"""The only place that reads the clock, and the option that overrules it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import click


def today_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--today`; without it, it is today's date in England."""
    return click.option(
        "--today",
        callback=_today,
        metavar="YYYY-MM-DD",
        help="The day to take as today.",
    )(command)


def day_option(
    flag: str, name: str, help_text: str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command an option that is a day, None where it is not given."""
    return click.option(flag, name, callback=_day, metavar="YYYY-MM-DD", help=help_text)


def _today(context: click.Context, option: click.Parameter, given: str | None) -> dt.date:
    return _day(context, option, given) or now().date()


def _day(_context: click.Context, _option: click.Parameter, given: str | None) -> dt.date | None:
    if given is None:
        return None
    try:
        day = dt.date.fromisoformat(given)
    except ValueError:
        day = None
    if day is None or day.isoformat() != given:
        raise click.BadParameter(f"“{given}” is no day such as 2026-03-12.")
    return day


def now() -> dt.datetime:
    """The present moment in England; in universal time where the computer knows no time zones."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return dt.datetime.now(ZoneInfo("Europe/London"))  # noqa: TID251
    except ZoneInfoNotFoundError:
        return dt.datetime.now(dt.UTC)  # noqa: TID251
