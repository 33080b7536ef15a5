"""E-mails that nobody has sent yet: their words, and bytes that every mail program opens."""

from __future__ import annotations

import dataclasses
import datetime as dt
import email
import hashlib
import re
from email.header import decode_header, make_header
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import a_partnership

from lscp_docs.mail import request
from lscp_docs.mail.chaser import Chasing, chaser
from lscp_docs.mail.message import (
    WIDTH,
    Attachment,
    Letter,
    Mailbox,
    from_unit,
    mailbox,
    message_bytes,
    points,
    subject,
    text,
)
from lscp_docs.mail.reply import ADVICE, reply
from lscp_docs.model.returned import ACCEPTED, OpenQuestion, ReturnState

UNIT = Mailbox("TVSCP Business Unit", "unit@tvscp.example")
TO = Mailbox("Teasel Vale NHS Trust (health visiting, school nursing)", "sg@tv-nhs.example")
LETTER = Letter("OFFICIAL-SENSITIVE: TV-1: scoping report", "Dear Siobhán Łukasz,\n\nWords.\n")
PDF = Attachment(name="form.pdf", kind="application/pdf", data=bytes(range(256)) * 40)
ICS = Attachment(name="form.ics", kind="text/calendar", data="SUMMARY:für\r\n".encode())
PARTNERSHIP = a_partnership()
ASKING = request.Asking(
    partnership=PARTNERSHIP,
    marking="OFFICIAL-SENSITIVE",
    title="Rapid review: scoping report",
    purpose="Tell the rapid review what your agency knows.",
    reference="TV-2026-001",
    agency="Teasel Vale Police",
    author="Inspector Perdita Vane",
    due_on=dt.date(2026, 3, 9),
    day_count="working day 8 of the 15",
    notified_on=dt.date(2026, 2, 25),
    meeting_on=dt.date(2026, 3, 11),
    edition="1",
    issue="K7Q2-MX4P",
    file="2026-03-02_scoping-report_police_K7Q2-MX4P.pdf",
    sha256="a" * 64,
)


def one_line(words: str) -> str:
    return " ".join(words.split())


def read(data: bytes):
    return email.message_from_bytes(data, policy=default)


def defects(data: bytes) -> list[object]:
    parts = list(read(data).walk())
    return [each for part in parts for each in (*part.defects, *_of_headers(part))]


def _of_headers(part) -> list[object]:
    return [defect for value in part.values() for defect in value.defects]


# The file


def test_an_email_is_read_back_as_it_was_written() -> None:
    data = message_bytes(LETTER, sender=UNIT, to=TO, attachments=(PDF, ICS))
    message = read(data)
    assert defects(data) == []
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == LETTER.subject
    (sender,), (to,) = message["From"].addresses, message["To"].addresses
    assert (sender.display_name, sender.addr_spec) == (UNIT.name, UNIT.address)
    assert (to.display_name, to.addr_spec) == (TO.name, TO.address)
    body, form, diary = message.iter_parts()
    assert body.get_content_type() == "text/plain"
    assert body.get_content().replace("\r\n", "\n") == LETTER.body
    assert (form.get_content_type(), form.get_filename()) == ("application/pdf", "form.pdf")
    assert form.get_payload(decode=True) == PDF.data
    assert (diary.get_content_type(), diary.get_filename()) == ("text/calendar", "form.ics")
    assert diary.get_payload(decode=True) == ICS.data


def test_nothing_in_it_depends_on_the_clock_or_on_chance() -> None:
    one, two = (message_bytes(LETTER, sender=UNIT, to=TO, attachments=(PDF,)) for _ in "ab")
    assert one == two
    assert read(one)["Date"] is read(one)["Message-ID"] is None
    other = message_bytes(Letter("x", "y"), sender=UNIT, to=TO, attachments=(PDF,))
    assert read(other).get_boundary() != read(one).get_boundary()


def test_its_lines_end_as_mail_asks_and_are_short_enough() -> None:
    data = message_bytes(LETTER, sender=UNIT, to=TO, attachments=(PDF, ICS))
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.isascii()


def test_an_email_to_nobody_yet_has_no_recipient() -> None:
    message = read(message_bytes(LETTER, sender=None, to=None))
    assert message["To"] is message["From"] is None
    assert message["Subject"] == LETTER.subject


SHOWN = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=' ()",;:<>@\\'),
    max_size=150,
).map(one_line)


@given(name=SHOWN, words=SHOWN)
def test_any_name_and_any_subject_survive(name: str, words: str) -> None:
    data = message_bytes(Letter(words, "x\n"), sender=Mailbox(name, "a@b.example"), to=None)
    head = data.partition(b"\r\n\r\n")[0].split(b"\r\n")
    assert [line for line in head if re.match(rb"[A-Za-z-]+:", line)] == [
        line for line in head if not line.startswith(b" ")
    ]
    plain = email.message_from_bytes(data)
    if name.isascii():
        (sender,) = read(data)["From"].addresses
        assert (sender.display_name, sender.addr_spec) == (name, "a@b.example")
    else:
        assert str(make_header(decode_header(plain["From"]))) == f"{name} <a@b.example>"
    unfolded = plain["Subject"].replace("\r\n", "")
    found = unfolded if words.isascii() else str(make_header(decode_header(plain["Subject"])))
    assert one_line(found) == words


def test_a_line_break_in_a_name_or_subject_adds_no_header() -> None:
    letter = Letter("report\r\nBcc: x@y.example", "x\n")
    box = mailbox("Unit\nBcc: x@y.example", "a@b.example")
    message = read(message_bytes(letter, sender=box, to=box))
    assert message["Bcc"] is None
    assert message["Subject"] == "report Bcc: x@y.example"


@pytest.mark.parametrize(
    "written", [None, "", "by hand", "a@b", "a b@c.example", "ü@b.example", "a@b.example\nx"]
)
def test_what_is_no_address_is_no_mailbox(written: str | None) -> None:
    assert mailbox("Agency", written) is None


def test_an_address_is_a_mailbox() -> None:
    assert mailbox("Agency", " o'b-x+y@a-b.example ") == Mailbox("Agency", "o'b-x+y@a-b.example")
    assert from_unit(PARTNERSHIP) == UNIT


def test_a_text_is_broken_into_lines_that_no_program_breaks_again() -> None:
    body = text("word " * 40, points("point " * 30, "second"), "", "end")
    assert max(map(len, body.splitlines())) <= WIDTH
    assert "\n  point" in body
    assert body.endswith("\n\nend\n")
    assert "\n\n\n" not in body


def test_a_subject_leaves_out_what_there_is_not() -> None:
    assert subject("", "TV-1", "a form") == "TV-1: a form"
    assert subject("OFFICIAL-SENSITIVE", "TV-1", "x\ny") == "OFFICIAL-SENSITIVE: TV-1: x y"


# The request


def test_the_request_for_a_scoping_report_says_all_that_the_agency_must_know() -> None:
    found = request.scoping_report(ASKING)
    said = one_line(found.body)
    assert found.subject == (
        "OFFICIAL-SENSITIVE: TV-2026-001: scoping report asked for by 9 March 2026"
    )
    for words in (
        "Dear Inspector Perdita Vane,",
        "as far as they can be readily established at the time",
        "within 15 working days of the notification being sent to the Panel",
        "on 25 February 2026",
        "Please return it by 9 March 2026. That is working day 8 of the 15",
        "Adobe Reader, Edge, Chrome or Firefox",
        "do not print it",
        "No involvement with the children or family?",
        "Secure your records",
        "rapid review meeting on 11 March 2026",
        "Do not forward",
        "Edition 1 of the form, issue K7Q2-MX4P",
        ASKING.sha256,
        "01632 960002",
        "Invented sample",
    ):
        assert words in said, words
    assert "password" not in said
    assert 180 < len(said.split()) < 360


def test_what_there_is_not_is_not_spoken_of() -> None:
    bare = dataclasses.replace(
        ASKING, author="", due_on=None, day_count="", notified_on=None, meeting_on=None
    )
    found = request.scoping_report(bare)
    assert found.subject == "OFFICIAL-SENSITIVE: TV-2026-001: scoping report"
    assert "Dear colleague," in found.body
    for words in ("None", "return it by", "meeting", "working day"):
        assert words not in found.body


def test_a_form_that_opens_with_a_password_says_how_the_password_comes() -> None:
    locked = request.scoping_report(dataclasses.replace(ASKING, is_locked=True))
    assert "It opens with a password, which we tell you by telephone." in one_line(locked.body)


def test_the_other_forms_say_what_they_are_for() -> None:
    update = request.action_update(ASKING)
    assert update.subject.startswith("OFFICIAL-SENSITIVE: TV-2026-001: update on actions")
    assert "Teasel Vale Police leads on actions" in one_line(update.body)
    unmarked = dataclasses.replace(ASKING, marking="", reference="", due_on=None)
    found = request.any_form(unmarked)
    assert found.subject == "Rapid review: scoping report"
    assert ASKING.purpose in one_line(found.body)
    assert "Please also" not in found.body


def test_the_file_goes_back_by_the_way_that_the_unit_has() -> None:
    assert request.route(PARTNERSHIP) == "unit@tvscp.example"
    secure = a_partnership(business_unit={"secure_return": "the exchange"})
    assert request.route(secure) == "the exchange"
    neither = a_partnership(business_unit={"email": None})
    assert request.route(neither) == "the secure route that you use with us"


# The reminder

CHASING = Chasing(
    partnership=PARTNERSHIP,
    marking="OFFICIAL-SENSITIVE",
    reference="TV-2026-001",
    title="Rapid review: scoping report",
    agency=PARTNERSHIP.agencies[0].model_copy(
        update={"safeguarding_lead": "Hettie Larkspur", "safeguarding_lead_role": "Head"}
    ),
    number=1,
    asked_on=dt.date(2026, 2, 26),
    due_on=dt.date(2026, 3, 9),
    days_left=2,
    day_count="working day 8 of the 15",
    issue="K7Q2-MX4P",
)


def test_the_first_reminder_tells_what_is_missing_and_how_long_is_left() -> None:
    found = chaser(CHASING)
    said = one_line(found.body)
    assert found.subject == (
        "OFFICIAL-SENSITIVE: TV-2026-001: Rapid review: scoping report: reminder 1"
    )
    assert "On 26 February 2026 we asked Teasel Vale Council" in said
    assert "issue K7Q2-MX4P" in said
    assert "It is due on 9 March 2026, working day 8 of the 15" in said
    assert "2 working days left" in said
    assert "support inside your agency: Hettie Larkspur, Head" in said
    assert "escalation" not in said


def test_the_second_reminder_goes_to_the_lead_and_names_the_policy() -> None:
    found = chaser(dataclasses.replace(CHASING, number=2, days_left=-1))
    said = one_line(found.body)
    assert "overdue 2" in found.subject
    assert "1 working day late" in said
    assert "We are telling Hettie Larkspur, Head, as well." in said
    assert "the TVSCP escalation policy (www.tvscp.example/escalation)" in said


def test_a_reminder_on_the_day_itself_or_without_a_day_says_so() -> None:
    assert "It is due today" in chaser(dataclasses.replace(CHASING, days_left=0)).body
    without = chaser(dataclasses.replace(CHASING, due_on=None, days_left=0)).body
    assert "Please send it now." in without
    assert "None" not in without


# The reply

QUESTION = OpenQuestion(
    field="began",
    question="When did your involvement begin?",
    answer="31/02/2024, said Larkspur",
    problem="This is not a day. Write it as 29/02/2024.",
)


def answered(state: ReturnState, **more: object) -> Letter:
    given = {"file_name": "return.pdf", "form_title": "Scoping report", "reference": "TV-2026-001"}
    return reply(state, partnership=PARTNERSHIP, **{**given, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("state", ReturnState, ids=lambda state: state.value)
def test_each_state_has_advice_of_its_own(state: ReturnState) -> None:
    found = answered(state)
    others = [answered(other) for other in ReturnState if other is not state]
    assert found.subject not in {other.subject for other in others}
    assert ADVICE[state].means not in {
        advice.means for other, advice in ADVICE.items() if other is not state
    }
    said = one_line(found.body)
    assert "“return.pdf” (Scoping report, case TV-2026-001)" in said
    assert one_line(ADVICE[state].means) in said
    assert bool(ADVICE[state].do) is (state not in ACCEPTED), "something to do, unless accepted"
    assert ("We keep the file as it came." in said) is (state not in ACCEPTED)
    assert ("Thank you" in said) is (state in ACCEPTED)
    assert max(map(len, found.body.splitlines())) <= WIDTH


def test_a_printed_copy_is_told_to_save_and_not_to_print() -> None:
    said = one_line(answered(ReturnState.PRINTED_COPY).body)
    assert "Open the form again, fill it in and save it; do not print to PDF." in said


def test_open_questions_are_told_without_what_was_written() -> None:
    found = answered(ReturnState.FILLED_WITH_QUESTIONS, questions=(QUESTION,))
    assert "- When did your involvement begin?\n  This is not a day." in found.body
    assert "Larkspur" not in found.body
    assert "31/02" not in found.body


def test_a_file_that_tells_nothing_is_answered_without_a_form_or_a_case() -> None:
    found = reply(ReturnState.NOT_OURS, partnership=PARTNERSHIP, file_name="x\r\ny.pdf")
    assert found.subject == "Your file: it is none of our forms"
    assert "We have received your file “x y.pdf”." in found.body


def test_the_name_of_the_file_that_came_is_not_in_the_subject() -> None:
    found = answered(ReturnState.SCAN, file_name="Hettie Larkspur.pdf", marking="OFFICIAL")
    assert "Larkspur" not in found.subject
    assert found.subject.startswith("OFFICIAL: TV-2026-001: Scoping report")


def test_the_hash_in_the_words_is_that_of_the_file_that_is_attached() -> None:
    digest = hashlib.sha256(PDF.data).hexdigest()
    letter = request.any_form(dataclasses.replace(ASKING, sha256=digest))
    message = read(message_bytes(letter, sender=UNIT, to=TO, attachments=(PDF,)))
    body, form = message.iter_parts()
    assert hashlib.sha256(form.get_payload(decode=True)).hexdigest() in body.get_content()
