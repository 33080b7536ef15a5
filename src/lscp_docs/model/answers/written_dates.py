"""How a day, a date that may be uncertain and a time of day are written in a box, and read there.

Nothing is guessed: what may mean two things is not read.
"""

import datetime as dt
import re

from lscp_docs.model.dates import Precision, UncertainDate

DAY_ACCEPTED = "Write the day as DD/MM/YYYY, for example 09/03/2026."
DATE_ACCEPTED = (
    "Write 09/03/2026; or, where less is known, 03/2026, 2026, “about 09/03/2026”, "
    "“01/03/2026 to 05/03/2026” or “not known”."
)
TIME_ACCEPTED = "Write the time as on a 24-hour clock, for example 09:05 or 14:20."
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)


def day_written(day: dt.date) -> str:
    """Give a day as 09/03/2026."""
    return f"{day:%d/%m}/{day.year:04}"


def date_written(date: UncertainDate) -> str:
    """Give a date as `date_read` reads it."""
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return "not known"
    start, end = day_written(first), day_written(last)
    return {
        Precision.EXACT: start,
        Precision.MONTH: start[3:],
        Precision.YEAR: start[6:],
        Precision.ABOUT: f"about {start}",
        Precision.RANGE: f"{start} to {end}",
    }[date.precision]


def day_read(text: str) -> dt.date | None:
    """Give the day of 09/03/2026, 9.3.2026, 9 March 2026 or 2026-03-09; None for another text."""
    found = re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})", text, re.ASCII)
    if found:
        day, month, year = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII):
        year, month, day = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})", text, re.ASCII):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def time_read(text: str) -> dt.time | None:
    """Give a time of day; one such as 2:20, which may mean the afternoon, is none."""
    if found := re.fullmatch(r"(\d{2})[:.]?(\d{2})", text, re.ASCII):
        hour, minute = int(found[1]), int(found[2])
    elif found := re.fullmatch(r"(1[0-2]|0?[1-9])(?:[:.](\d{2}))? ?([ap])m", text, re.I | re.A):
        hour = int(found[1]) % 12 + (12 if found[3] in "pP" else 0)
        minute = int(found[2] or 0)
    else:
        return None
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _month(word: str) -> int:
    """Give a month's number for its name or its first letters, 0 for another word."""
    word = word.casefold()
    known = [number for number, name in enumerate(MONTHS, 1) if name.startswith(word)]
    return known[0] if known else 0


def date_read(text: str) -> UncertainDate | None:
    """Give a date as exactly as the text tells it; None for a text that tells none."""
    if text.casefold() in ("not known", "unknown", "?"):
        return UncertainDate(Precision.UNKNOWN)
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return _uncertain(text)
    if found := re.fullmatch(r"(\d{1,2})/(\d{4})", text, re.ASCII):
        return _uncertain(f"{found[2]}-{int(found[1]):02}")
    if (found := re.fullmatch(r"([A-Za-z]{3,9}) (\d{4})", text)) and _month(found[1]):
        return _uncertain(f"{found[2]}-{_month(found[1]):02}")
    if found := re.fullmatch(r"(?:about |\?\s*)(.+)", text, re.IGNORECASE):
        day = day_read(found[1].strip())
        return UncertainDate(Precision.ABOUT, day, day) if day else None
    if found := re.fullmatch(r"(.+?) (?:to|-|–) (.+)", text):
        first, last = day_read(found[1].strip()), day_read(found[2].strip())
        in_order = first is not None and last is not None and first < last
        return UncertainDate(Precision.RANGE, first, last) if in_order else None
    day = day_read(text)
    return UncertainDate(Precision.EXACT, day, day) if day else None


def _uncertain(text: str) -> UncertainDate | None:
    try:
        return UncertainDate.read(text)
    except ValueError:
        return None
