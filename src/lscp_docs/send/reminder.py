"""Reminders to the agencies whose scoping reports have not come back."""

from __future__ import annotations

import datetime as dt
import hashlib

from lscp_docs.casefile.history import Entry, What, append, lines
from lscp_docs.casefile.received import records_of
from lscp_docs.casefile.writing import free_name, write_new
from lscp_docs.errors import UsageError
from lscp_docs.forms.form_type import SentTo
from lscp_docs.mail.chaser import Chasing, chaser
from lscp_docs.mail.message import from_unit, mailbox, message_bytes
from lscp_docs.model.partnership import Agency
from lscp_docs.model.returned import ReturnState
from lscp_docs.model.review import ScopingRequest
from lscp_docs.send.order import SENT, Order, Posted, open_requests
from lscp_docs.timescales.clocks import Clocks

WAITING = (
    ReturnState.FILLED_WITH_QUESTIONS,
    ReturnState.FILLED_BUT_DAMAGED,
    ReturnState.SIGNED,
    ReturnState.PRINTED_COPY,
)
"""An agency whose return is in one of these states has answered: its reply tells what is open."""


def chase(order: Order) -> tuple[Posted, ...]:
    """Write a reminder to each agency that was asked before today and has not answered.

    One whose return waits for a person is left alone. An agency gets one reminder a day at most,
    so that a second run on one day writes nothing. Raises UsageError for another
    form than the scoping report, and as `send` does.
    """
    if order.case is None or order.row.sent_to is not SentTo.ASKED_AGENCIES:
        raise UsageError("Only the scoping reports of a case are chased.")
    today = order.stamp.today
    waiting = {each.agency for each in records_of(order.path) if each.state in WAITING}
    posted = []
    for asked in open_requests(order.case):
        agency = order.partnership.agency(asked.agency)
        if agency is None or agency.key in waiting:
            continue
        chased = _chased(order, asked)
        if asked.asked_on < today and today not in chased:
            posted.append(_reminder(order, asked, agency, number=len(chased) + 1))
    return tuple(posted)


def _chased(order: Order, asked: ScopingRequest) -> set[dt.date]:
    """Give the days so far on which an agency was reminded: by the case file, by the history."""
    own = (line for line in lines(order.path) if line.entry.what is What.CHASED)
    days = {
        line.day
        for line in own
        if (line.entry.form, line.entry.agency) == (order.row.key, asked.agency)
    }
    return {day for day in days | set(asked.chased_on) if day <= order.stamp.today}


def _reminder(order: Order, asked: ScopingRequest, agency: Agency, *, number: int) -> Posted:
    issue, wanted = _issue(order, agency), order.request_of(agency)
    letter = chaser(
        Chasing(
            partnership=order.partnership,
            marking=order.row.marking.value,
            reference=order.reference,
            title=order.row.title,
            agency=agency,
            author=wanted.author,
            number=number,
            asked_on=asked.asked_on,
            due_on=wanted.due_on,
            days_left=_days_left(order, wanted.due_on),
            day_count=wanted.day_count,
            issue=issue,
        )
    )
    to = mailbox(agency.name, agency.mailbox)
    mail = message_bytes(letter, sender=from_unit(order.partnership), to=to)
    parts = (str(order.stamp.today), order.row.key, agency.key, issue, f"reminder-{number}")
    folder = order.path / SENT
    stem = free_name(folder, "_".join(part for part in parts if part), (".eml",))
    file = write_new(folder / f"{stem}.eml", mail)
    entry = Entry(
        what=What.CHASED,
        on=order.stamp.today,
        form=order.row.key,
        edition=order.row.edition,
        agency=agency.key,
        issue=issue or None,
        due_on=wanted.due_on,
        mail=file.name,
        sha256=hashlib.sha256(mail).hexdigest(),
    )
    append(order.path, entry, at=order.stamp.at, by=order.stamp.by)
    return Posted(
        agency=agency,
        issue=issue,
        due_on=wanted.due_on,
        to=to.address if to is not None else "",
        files=(file,),
        number=number,
    )


def _issue(order: Order, agency: Agency) -> str:
    """Give the id of the latest sending, empty where the form went out by other means."""
    ids = [
        line.entry.issue or ""
        for line in lines(order.path)
        if line.entry.what is What.SENT
        and (line.entry.form, line.entry.agency) == (order.row.key, agency.key)
    ]
    return ids[-1] if ids else ""


def _days_left(order: Order, due: dt.date | None) -> int:
    if order.case is None or due is None:
        return 0
    return Clocks(order.case, order.partnership).calendar.between(order.stamp.today, due)
