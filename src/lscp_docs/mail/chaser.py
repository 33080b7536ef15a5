"""The reminder of a form that has not come back: what is missing, how late, who can help."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lscp_docs.mail.message import Letter, points, signed, subject, text
from lscp_docs.model.partnership import Agency, Partnership
from lscp_docs.wording import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Chasing:
    """All that a reminder says."""

    partnership: Partnership
    marking: str
    reference: str
    title: str
    agency: Agency
    author: str = ""
    number: int
    """1 for the first reminder of an agency, 2 for the second, and so on."""
    asked_on: dt.date
    due_on: dt.date | None
    days_left: int = 0
    """Working days until it is due, below 0 when it is late."""
    day_count: str = ""
    issue: str = ""


def chaser(c: Chasing) -> Letter:
    """The first reminder; from the second on it goes to the safeguarding lead as well."""
    late = c.due_on is not None and c.days_left < 0
    what = f"{c.title}: {'overdue' if late else 'reminder'} {c.number}"
    return Letter(
        subject=subject(c.marking, c.reference, what),
        body=text(
            f"Dear {c.author or 'colleague'},",
            _missing(c),
            _time(c),
            points(
                "If it is on its way, thank you: you need do nothing more.",
                "If you had no involvement, say so on page 1 and send it back.",
                "If the form is not at hand, or something stands in the way, tell us today. We "
                "can send the form again, and part of an answer helps more than none.",
            ),
            _escalation(c),
            signed(c.partnership),
        ),
    )


def _missing(c: Chasing) -> str:
    issue = f" (issue {c.issue})" if c.issue else ""
    return (
        f"On {day_in_words(c.asked_on)} we asked {c.agency.name} for the {_lower(c.title)} in "
        f"case {c.reference}{issue}. We have not received it."
    )


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]


def _time(c: Chasing) -> str:
    if c.due_on is None:
        return "Please send it now."
    counted = f", {c.day_count} that the rapid review may take" if c.day_count else ""
    day = f"{day_in_words(c.due_on)}{counted}"
    if c.days_left < 0:
        return f"It was due on {day}: it is {_days(-c.days_left)} late. Please send it today."
    if c.days_left == 0:
        return f"It is due today, {day}."
    return f"It is due on {day}: {_days(c.days_left)} left."


def _days(number: int) -> str:
    return "1 working day" if number == 1 else f"{number} working days"


def _escalation(c: Chasing) -> str:
    lead = c.agency.safeguarding_lead
    role = f", {c.agency.safeguarding_lead_role}" if c.agency.safeguarding_lead_role else ""
    if c.number == 1:
        return f"Should you need support inside your agency: {lead}{role}." if lead else ""
    told = f"We are telling {lead}{role}, as well." if lead else ""
    policy = c.partnership.escalation_policy
    then = f"What follows if it does not come is in {policy}." if policy else ""
    return " ".join(part for part in (told, then) if part)
