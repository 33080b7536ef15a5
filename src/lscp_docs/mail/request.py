"""The covering e-mail of a form: what is asked and why, by when, how to fill it in and return it.

Pure functions: the words that the law or guidance supplies come from `timescales`, by date.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lscp_docs.mail.message import Letter, points, signed, subject, text
from lscp_docs.model.partnership import Partnership
from lscp_docs.timescales.guidance import cite
from lscp_docs.wording import day_in_words

PROGRAMS = "Adobe Reader, Edge, Chrome or Firefox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """All that a covering e-mail says; empty where there is nothing to say."""

    partnership: Partnership
    marking: str
    title: str
    purpose: str
    reference: str = ""
    """Of its case, or the name of its report; empty for a form that belongs to neither."""
    matter: str = "case"
    """What the reference is of."""
    agency: str = ""
    """Its name; empty for a copy that goes to anybody."""
    author: str = ""
    due_on: dt.date | None = None
    day_count: str = ""
    notified_on: dt.date | None = None
    meeting_on: dt.date | None = None
    is_locked: bool = False
    """True when the form opens with a password."""
    edition: str
    issue: str
    file: str
    sha256: str


def scoping_report(a: Asking) -> Letter:
    """The request for a scoping report for a rapid review."""
    return _letter(
        a,
        what="scoping report",
        why=_why_scoping(a),
        also=(
            "Secure your records of the children and family now, on paper and in every system, "
            "so that nothing in them is changed or lost.",
            _meeting(a),
        ),
        nil=(
            "No involvement with the children or family? Say so on page 1 and send "
            "it back. That is a full answer, and we need it as much as the others."
        ),
    )


def _why_scoping(a: Asking) -> str:
    on = a.notified_on
    if on is None:
        return (
            f"A rapid review has been opened in case {a.reference}. We ask {a.agency} for its "
            "scoping report."
        )
    return (
        f"A rapid review has been opened in case {a.reference}. It is to "
        f"{cite('rapid-review-purpose-facts', on).words()}, and it goes to the Child Safeguarding "
        f"Practice Review Panel {cite('rapid-review-time-limit', on).words()}, which was on "
        f"{day_in_words(on)}. We ask {a.agency} for its scoping report. Whose records to look "
        "for, and for which period, is on the first page of the form."
    )


def _meeting(a: Asking) -> str:
    if a.meeting_on is None:
        return ""
    return (
        f"Come to the rapid review meeting on {day_in_words(a.meeting_on)}, to which the authors "
        "of the reports are invited. A calendar entry is attached."
    )


def action_update(a: Asking) -> Letter:
    """The request for news of an agency's own actions."""
    why = (
        f"{a.agency} leads on actions that follow from {a.matter} {a.reference}. Please tell us on "
        "the attached form how far each has come, what evidence there is, and what has changed for "
        "children. The form lists your own open actions and nobody else's."
    )
    return _letter(a, what="update on actions", why=why)


def any_form(a: Asking) -> Letter:
    """The e-mail with a form that somebody asked for."""
    case = f" It belongs to case {a.reference}." if a.reference else ""
    return _letter(a, what=a.title, why=f"The form “{a.title}” is attached. {a.purpose}{case}")


def _letter(a: Asking, *, what: str, why: str, also: tuple[str, ...] = (), nil: str = "") -> Letter:
    by = f" asked for by {day_in_words(a.due_on)}" if a.due_on is not None else ""
    return Letter(
        subject=subject(a.marking, a.reference, f"{what}{by}"),
        body=text(
            f"Dear {a.author or 'colleague'},",
            why,
            _due(a),
            "How to fill it in",
            points(*_how(a), nil),
            "Please also" if any(also) or a.marking else "",
            points(*also, _handling(a)),
            _questions(a),
            signed(a.partnership),
            _what_it_is(a),
        ),
    )


def _due(a: Asking) -> str:
    if a.due_on is None:
        return ""
    counted = f" That is {a.day_count} that the rapid review may take." if a.day_count else ""
    return f"Please return it by {day_in_words(a.due_on)}.{counted}"


def route(partnership: Partnership) -> str:
    """How a form goes back: the secure route, else the mailbox, else as it is always done."""
    unit = partnership.business_unit
    return unit.secure_return or unit.email or "the secure route that you use with us"


def _how(a: Asking) -> tuple[str, ...]:
    return (
        f"Save the attached file first, then open it in {PROGRAMS}.",
        "It opens with a password, which we tell you by telephone." if a.is_locked else "",
        "Type into the boxes and save. Please do not print it to PDF or scan it: the answers "
        "would be lost on the way.",
        f"Send the saved file back by {route(a.partnership)}.",
    )


def _handling(a: Asking) -> str:
    if not a.marking:
        return ""
    return "Do not forward this e-mail or the form to anybody who need not help to answer it."


def _questions(a: Asking) -> str:
    unit = a.partnership.business_unit
    reached = unit.telephone or unit.email
    if reached is None:
        return ""
    return f"If anything is unclear, or the day cannot be kept, ask us now: {reached}."


def _what_it_is(a: Asking) -> str:
    return "\n".join(
        (
            f"Attached: {a.file}",
            f"Edition {a.edition} of the form, issue {a.issue}",
            "SHA-256 of the attached form:",
            a.sha256,
        )
    )
