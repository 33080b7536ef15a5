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
        type=click.DateTime(formats=["%Y-%m-%d"]),
        callback=lambda _context, _option, given: given.date() if given else now().date(),
        metavar="YYYY-MM-DD",
        help="The day to take as today.",
    )(command)


def now() -> dt.datetime:
    """The present moment in England; in universal time where the computer knows no time zones."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return dt.datetime.now(ZoneInfo("Europe/London"))  # noqa: TID251
    except ZoneInfoNotFoundError:
        return dt.datetime.now(dt.UTC)  # noqa: TID251
