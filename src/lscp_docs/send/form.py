"""One form for one agency: the PDF, its covering e-mail, and the line in the history."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from itertools import count

from lscp_docs.casefile.history import Entry, What, append, entries
from lscp_docs.casefile.writing import write_new
from lscp_docs.disclosure.marking import HANDLING
from lscp_docs.documents.parts.form_request import FormRequest
from lscp_docs.forms.blank import Fact, FormWords, blank
from lscp_docs.forms.form_type import SentTo
from lscp_docs.forms.identity import ANY_AGENCY, NO_CASE, Identity, issue_id
from lscp_docs.mail import request
from lscp_docs.mail.message import Attachment, Letter, from_unit, mailbox, message_bytes
from lscp_docs.model.answers.boxes import fields_of
from lscp_docs.model.partnership import Agency
from lscp_docs.send.order import SENT, Order, Posted
from lscp_docs.timescales.calendar_file import CalendarEntry, calendar_bytes, entry_uid
from lscp_docs.wording import day_in_words

INVENTED = "Invented sample: no person, place or body in this form exists."

AGENCY_BOXES = ("agency_name", "referrer_agency")
"""The boxes in which the agency's own name stands already."""

LETTERS: dict[SentTo, Callable[[request.Asking], Letter]] = {
    SentTo.ASKED_AGENCIES: request.scoping_report,
    SentTo.ACTION_OWNERS: request.action_update,
    SentTo.ANY_AGENCY: request.any_form,
}


def send(order: Order, agency: Agency | None) -> tuple[Posted, ...]:
    """Write an agency's forms, each with its e-mail, record them, and give what was written.

    There is one form, or several where it leads on more actions than one has rows. The form is kept
    as it is; where a password was given, the copy in the e-mail opens with it alone. Raises
    OutputError, LockedError and HistoryError; nothing is ever overwritten.
    """
    return tuple(_sent(order, agency, asked) for asked in order.requests_of(agency))


def _sent(order: Order, agency: Agency | None, asked: FormRequest) -> Posted:
    identity = _identity(order, agency)
    pdf = blank(order.row, identity, _words(order, agency, asked))
    stem = f"{order.stamp.today}_{order.row.key}_{identity.agency}_{identity.issue}"
    attached = _locked(pdf, order.password) if order.password else pdf
    form = Attachment(name=f"{stem}.pdf", kind="application/pdf", data=attached)
    letter = LETTERS[order.row.sent_to](_asking(order, agency, asked, identity, form))
    diary = tuple(_diary(order, asked, stem))
    to = mailbox(agency.name, agency.mailbox) if agency is not None else None
    mail = message_bytes(
        letter, sender=from_unit(order.partnership), to=to, attachments=(form, *diary)
    )
    files = {form.name: pdf, **{each.name: each.data for each in diary}, f"{stem}.eml": mail}
    paths = tuple(write_new(order.path / SENT / name, data) for name, data in files.items())
    entry = Entry(
        what=What.SENT,
        on=order.stamp.today,
        form=order.row.key,
        edition=order.row.edition,
        agency=identity.agency,
        issue=identity.issue,
        due_on=asked.due_on,
        file=form.name,
        sha256=_sha256(pdf),
        locked_sha256=_sha256(attached) if order.password else None,
        mail=f"{stem}.eml",
    )
    append(order.path, entry, at=order.stamp.at, by=order.stamp.by)
    return Posted(
        agency=agency,
        issue=identity.issue,
        due_on=asked.due_on,
        to=to.address if to is not None else "",
        files=paths,
    )


def _identity(order: Order, agency: Agency | None) -> Identity:
    """Give the identity of a new sending: one whose issue id no other sending has."""
    case, key = order.reference or NO_CASE, agency.key if agency is not None else ANY_AGENCY
    taken = {entry.issue for entry in entries(order.path)}
    taken |= {file.stem.rpartition("_")[2] for file in (order.path / SENT).glob("*.*")}
    row = order.row
    ids = (issue_id(row.key, row.edition, case, key, str(serial)) for serial in count(1))
    issue = next(each for each in ids if each not in taken)
    return Identity(form=row.key, edition=row.edition, case=case, agency=key, issue=issue)


def _words(order: Order, agency: Agency | None, asked: FormRequest) -> FormWords:
    name = agency.name if agency is not None else "any agency"
    prefilled = _prefilled(order, agency, asked)
    return FormWords(
        partnership=order.partnership.name,
        handling=HANDLING[order.row.marking],
        to_whom=name,
        due=_due(asked),
        route=f"Send the saved file by {request.route(order.partnership)}.",
        facts=tuple(_facts(agency, asked)),
        prefilled=prefilled,
        read_only=frozenset(prefilled),
        row_words={
            f"actions_{number}": action.words
            for number, action in enumerate(asked.actions, start=1)
        },
        invented=INVENTED if order.partnership.invented else "",
        created=order.stamp.today,
    )


def _due(asked: FormRequest) -> str:
    if asked.due_on is None:
        return ""
    counted = f" ({asked.day_count})" if asked.day_count else ""
    return f"Please return it by {day_in_words(asked.due_on)}{counted}"


def _facts(agency: Agency | None, asked: FormRequest) -> Iterator[Fact]:
    if agency is not None:
        told = (agency.name, asked.author, asked.author_role)
        yield Fact(label="Asked of", words=("; ".join(part for part in told if part),))
    for fact in asked.facts:
        yield Fact(label=fact.label, words=tuple(str(words) for words in fact.words))
    if asked.meeting_on is not None:
        yield Fact(label="Meeting of the authors", words=(day_in_words(asked.meeting_on),))


def _prefilled(order: Order, agency: Agency | None, asked: FormRequest) -> dict[str, str]:
    """Give the texts of the boxes that its reader need not fill in, and cannot change."""
    boxes = {box.name: box for box in fields_of(order.row.model)}
    texts = dict.fromkeys(AGENCY_BOXES, agency.name) if agency is not None else {}
    for number, action in enumerate(asked.actions, start=1):
        texts[f"actions_{number}_action_id"] = action.id
    return {
        name: text
        for name, text in texts.items()
        if name in boxes and len(text) <= boxes[name].limit
    }


def _asking(
    order: Order,
    agency: Agency | None,
    asked: FormRequest,
    identity: Identity,
    form: Attachment,
) -> request.Asking:
    notification = order.case.notification if order.case is not None else None
    return request.Asking(
        partnership=order.partnership,
        marking=order.row.marking.value,
        title=order.row.title,
        purpose=order.row.purpose,
        reference=order.reference,
        agency=agency.name if agency is not None else "",
        author=asked.author,
        due_on=asked.due_on,
        day_count=asked.day_count,
        matter="report" if order.report is not None else "case",
        notified_on=notification.sent_at.day if notification is not None else None,
        meeting_on=asked.meeting_on,
        is_locked=bool(order.password),
        edition=identity.edition,
        issue=identity.issue,
        file=form.name,
        sha256=_sha256(form.data),
    )


def _diary(order: Order, asked: FormRequest, stem: str) -> Iterator[Attachment]:
    """Yield the calendar file of the authors' meeting, where that is still to come."""
    if asked.meeting_on is None:
        return
    entry = CalendarEntry(
        uid=entry_uid(order.reference, f"meeting-{asked.meeting}"),
        day=asked.meeting_on,
        title=f"{order.reference}: rapid review meeting with the authors",
        description="Bring your scoping report. The time and place come from the business unit.",
        alarm_days=(1,),
    )
    data = calendar_bytes((entry,), stamped_at=order.stamp.at)
    yield Attachment(name=f"{stem}.ics", kind="text/calendar", data=data)


def _locked(pdf: bytes, password: str) -> bytes:
    from lscp_docs.render.pdf_password import locked

    return locked(pdf, password)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
