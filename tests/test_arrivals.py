"""What was dropped in: whole files, also those inside e-mails, and nothing of the mail's own."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lscp_docs.errors import UsageError
from lscp_docs.mail import inbox
from lscp_docs.mail.arrivals import arrivals


def still(_seconds: float) -> None:
    """Wait, while nobody writes."""


def names(folder: Path) -> list[str]:
    return [one.name for one in arrivals([folder], wait=still).ready]


def mail(*files: tuple[str, str, bytes], sender: str = "Ada <ada@agency.example>") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message.set_content("Here is our report.")
    for name, kind, data in files:
        main, sub = kind.split("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message


def test_a_folder_gives_its_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.pdf", "sub/c.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert names(tmp_path) == ["a.pdf", "b.pdf", "c.pdf"]


@pytest.mark.parametrize(
    "name", [".DS_Store", "~$report.docx", "report.pdf.part", "a.crdownload", "x.tmp", ".git/x"]
)
def test_what_is_hidden_or_not_whole_is_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"x")
    (tmp_path / "a.pdf").write_bytes(b"x")
    assert names(tmp_path) == ["a.pdf"]


def test_a_file_that_grows_is_taken_when_it_has_stopped(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"x")
    waits = []

    def copying(_seconds: float) -> None:
        waits.append(1)
        if len(waits) <= 3:
            file.write_bytes(file.read_bytes() + b"more")

    came = arrivals([file], wait=copying)
    assert [one.name for one in came.ready] == ["a.pdf"]
    assert len(waits) == 4


def test_a_file_that_does_not_stop_is_left_and_named(tmp_path: Path) -> None:
    file, other = tmp_path / "a.pdf", tmp_path / "b.pdf"
    file.write_bytes(b"x")
    other.write_bytes(b"x")

    def copying(_seconds: float) -> None:
        file.write_bytes(file.read_bytes() + b"more")

    came = arrivals([tmp_path], wait=copying)
    assert came.growing == (file,)
    assert [one.name for one in came.ready] == ["b.pdf"]


def test_a_path_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no file or folder"):
        arrivals([tmp_path / "nothing"], wait=still)


def test_the_files_of_an_e_mail_come_with_its_sender(tmp_path: Path) -> None:
    message = mail(("report.pdf", "application/pdf", b"%PDF-1"), ("notes.txt", "text/plain", b"n"))
    (tmp_path / "m.eml").write_bytes(message.as_bytes())
    came = arrivals([tmp_path], wait=still).ready
    assert [(one.name, one.data, one.sender) for one in came] == [
        ("report.pdf", b"%PDF-1", "ada@agency.example"),
        ("notes.txt", b"n", "ada@agency.example"),
    ]
    assert {one.path.name for one in came} == {"m.eml"}


def test_an_e_mail_without_a_file_is_a_file_that_came(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(mail().as_bytes())
    (one,) = arrivals([tmp_path], wait=still).ready
    assert (one.name, one.data) == ("m.eml", None)


def test_an_e_mail_inside_an_e_mail_is_opened() -> None:
    outer = mail(sender="unit@unit.example")
    outer.add_attachment(mail(("report.pdf", "application/pdf", b"%PDF-1")))
    came = inbox.opened(outer.as_bytes())
    assert came.sender == "unit@unit.example"
    assert [(file.name, file.data) for file in came.files] == [("report.pdf", b"%PDF-1")]


def test_a_logo_and_a_calendar_entry_are_no_files_of_it() -> None:
    message = mail(("meeting.ics", "text/calendar", b"BEGIN:VCALENDAR"))
    message.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", filename="logo.png", disposition="inline"
    )
    assert inbox.opened(message.as_bytes()).files == ()


def test_a_pdf_without_a_name_is_taken_all_the_same() -> None:
    data = (
        b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n"
        b"\r\n--x\r\nContent-Type: application/pdf\r\n\r\n%PDF-1\r\n--x--\r\n"
    )
    (file,) = inbox.opened(data).files
    assert file.data.startswith(b"%PDF-1")


def test_an_endless_nesting_of_e_mails_ends() -> None:
    inner = mail(("report.pdf", "application/pdf", b"%PDF-1"))
    for _ in range(12):
        outer = mail()
        outer.add_attachment(inner)
        inner = outer
    assert inbox.opened(inner.as_bytes()).files == ()


@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_of_e_mails_fail(data: bytes) -> None:
    came = inbox.opened(data)
    assert isinstance(came.sender, str)
    assert all(isinstance(file.data, bytes) for file in came.files)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_header_makes_the_reader_of_e_mails_fail(sender: str, name: str) -> None:
    head = f"From: {sender}\r\nContent-Type: application/pdf; name={name}\r\n\r\nx"
    inbox.opened(head.encode("utf-8", "surrogatepass"))
