"""The ready answer to whoever sent a file, from the record of what it was."""

from __future__ import annotations

from lscp_docs.casefile.received import COMPARE, ReceivedFile
from lscp_docs.mail.message import from_unit, mailbox, message_bytes
from lscp_docs.mail.reply import reply
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.returned import OpenQuestion, ReturnState

STRANGE = (ReturnState.WRONG_CASE, ReturnState.WRONG_FORM, ReturnState.NOT_OURS)
"""States in which the answer names neither case nor form: its reader may be the wrong one."""


def reply_bytes(
    record: ReceivedFile, *, title: str, marking: str, partnership: Partnership
) -> bytes:
    """Give the file of the unsent answer: to the sender of the e-mail, else to the agency.

    `title` and `marking` are the form's; empty where the file is none of ours.
    """
    agency = partnership.agency(record.agency)
    is_strange = record.state in STRANGE
    to = mailbox("", record.sender)
    if to is None and agency is not None and not is_strange:
        to = mailbox(agency.name, agency.mailbox)
    letter = reply(
        record.state,
        partnership=partnership,
        file_name=record.file,
        form_title="" if is_strange else title,
        reference="" if is_strange else record.case,
        marking=marking,
        questions=tuple(
            OpenQuestion(field=each.field, question=each.question, answer="", problem=each.problem)
            for each in record.open_questions
            if each.problem != COMPARE  # that is for the unit to do
        ),
    )
    return message_bytes(letter, sender=from_unit(partnership), to=to)
