"""The columns of the register: what each says of a row, in full and pseudonymised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.state import NEXT
from lscp_docs.model.vocabulary import Term
from lscp_docs.register.facts import InTime
from lscp_docs.register.rows import RegisterRow, in_months
from lscp_docs.wording import list_in_words

Told = str | dt.date | UncertainDate | None


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column: its key for programs, its head for people, and what it tells of a row.

    `is_date` when it holds dates: days in full, months in the pseudonymised register. `width` is
    in letters. `in_full_only` when the pseudonymised register leaves it out.
    """

    key: str
    head: str
    told: Callable[[RegisterRow], Told]
    width: int = 16
    is_date: bool = False
    in_full_only: bool = False


def value(column: RegisterColumn, row: RegisterRow, *, pseudonymised: bool) -> str | dt.date | None:
    """Return what a cell holds: a text, a day, or nothing.

    An exact day is a day; a month, or whatever is known of a date, is a text such as "2026-03" or
    "2026-03-01 to 2026-03-05". Where pseudonymised, every date is a month.
    """
    told = column.told(row)
    if isinstance(told, dt.date):
        told = UncertainDate(Precision.EXACT, told, told)
    if not isinstance(told, UncertainDate):
        return told
    if pseudonymised:
        return _month(in_months(told))
    return told.exact or _inexact(told)


def _month(date: UncertainDate) -> str:
    if date.earliest is None or date.latest is None:
        return "not known"
    if date.precision is Precision.YEAR:
        return f"{date.earliest:%Y}"
    first, last = f"{date.earliest:%Y-%m}", f"{date.latest:%Y-%m}"
    return first if first == last else f"{first} to {last}"


def _inexact(date: UncertainDate) -> str:
    if date.precision is Precision.ABOUT:
        return f"about {date.earliest}"
    if date.precision is Precision.RANGE:
        return f"{date.earliest} to {date.latest}"
    return _month(date)


def shown_columns(*, pseudonymised: bool) -> tuple[RegisterColumn, ...]:
    """Return the columns of the full or of the pseudonymised register, in their order."""
    return tuple(each for each in COLUMNS if not (pseudonymised and each.in_full_only))


def _words(term: Term | None) -> str | None:
    return None if term is None else term.words


def _yes(is_so: bool | None) -> str | None:  # noqa: FBT001  it turns a truth value into a word
    return None if is_so is None else ("yes" if is_so else "no")


def _proof(in_time: InTime | None) -> str | None:
    return None if in_time is None else in_time.proof.words


def _reason(in_time: InTime | None) -> str | None:
    if in_time is None:
        return None
    recorded = " A reason for lateness is recorded." if in_time.late_reason_recorded else ""
    return f"{in_time.reason}.{recorded}"


def _children(row: RegisterRow) -> str:
    return ", ".join(child.pseudonym or f"child {child.id}" for child in row.children)


def _ids(row: RegisterRow) -> str:
    return ", ".join(child.id for child in row.children)


def _date(
    key: str, head: str, told: Callable[[RegisterRow], dt.date | UncertainDate | None]
) -> RegisterColumn:
    return RegisterColumn(key, head, told, 18, is_date=True)


COLUMNS: tuple[RegisterColumn, ...] = (
    RegisterColumn("reference", "Reference", lambda row: row.reference, 20),
    RegisterColumn("child_ids", "Children (ids)", _ids, 12, in_full_only=True),
    RegisterColumn("children", "Children (pseudonym or id)", _children, 20),
    RegisterColumn("incident_type", "Incident", lambda row: row.incident.type.words, 24),
    RegisterColumn(
        "abuse_status", "Abuse or neglect", lambda row: _words(row.incident.abuse_status), 14
    ),
    RegisterColumn(
        "harm",
        "Nature of harm",
        lambda row: list_in_words(each.words for each in row.incident.harm) or None,
        26,
    ),
    _date("incident", "Incident on", lambda row: row.incident.occurred),
    _date("aware", "Local authority aware on", lambda row: row.incident.aware_on),
    RegisterColumn("referring_agency", "Referred by", lambda row: row.referral.agency, 28),
    _date("referred", "Referred on", lambda row: row.referral.raised_on),
    _date("received", "Received on", lambda row: row.referral.received_on),
    _date("considered", "Considered on", lambda row: row.decision.considered_on),
    _date("decided", "Decided on", lambda row: row.decision.decided_on),
    RegisterColumn("outcome", "Decision", lambda row: _words(row.decision.outcome), 16),
    RegisterColumn(
        "unanimous", "Three views the same", lambda row: _yes(row.decision.unanimous), 12
    ),
    RegisterColumn(
        "disagreement",
        "A partner disagrees with the decision",
        lambda row: _yes(row.decision.disagreement),
        14,
    ),
    _date("rationale_issued", "Rationale issued on", lambda row: row.decision.rationale_issued_on),
    _date("executive_noted", "Executive noted on", lambda row: row.decision.executive_noted_on),
    _date("feedback_sent", "Feedback sent on", lambda row: row.decision.feedback_sent_on),
    RegisterColumn(
        "learning_route", "Learning route", lambda row: _words(row.decision.learning_route), 22
    ),
    _date("notified", "Notified on", lambda row: row.notification.sent_on),
    RegisterColumn(
        "notified_in_time",
        "Notified within 5 working days",
        lambda row: _proof(row.notification.in_time),
        14,
    ),
    RegisterColumn(
        "notified_in_time_because",
        "How the 5 working days were counted",
        lambda row: _reason(row.notification.in_time),
        50,
        in_full_only=True,
    ),
    _date("withdrawn", "Withdrawn on", lambda row: row.notification.withdrawn_on),
    _date("rapid_review_due", "Rapid review due on", lambda row: row.review.due),
    _date("rapid_review_submitted", "Rapid review sent on", lambda row: row.review.submitted_on),
    RegisterColumn(
        "rapid_review_in_time",
        "Rapid review within 15 working days",
        lambda row: _proof(row.review.in_time),
        14,
    ),
    RegisterColumn(
        "rapid_review_in_time_because",
        "How the 15 working days were counted",
        lambda row: _reason(row.review.in_time),
        50,
        in_full_only=True,
    ),
    RegisterColumn(
        "rapid_review_outcome", "Rapid review outcome", lambda row: _words(row.review.outcome), 26
    ),
    _date("panel_replied", "Panel replied on", lambda row: row.review.panel_replied_on),
    RegisterColumn(
        "panel_response", "Panel response", lambda row: _words(row.review.panel_response), 22
    ),
    _date("lcspr_started", "LCSPR started on", lambda row: row.lcspr.started_on),
    _date("lcspr_accepted", "LCSPR report accepted on", lambda row: row.lcspr.accepted),
    RegisterColumn("publication", "Publication", lambda row: _words(row.lcspr.publication), 18),
    _date("published", "Published on", lambda row: row.lcspr.published),
    _date("learning_published", "Learning published on", lambda row: row.lcspr.learning_published),
    RegisterColumn("state", "Where it stands", lambda row: row.state.words, 28),
    RegisterColumn(
        "next",
        "What can follow",
        lambda row: list_in_words((each.words for each in NEXT[row.state]), last="or") or None,
        34,
    ),
)
"""Every column of the register; a new one is a row here."""
