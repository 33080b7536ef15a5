"""What the invented agencies of the demonstration do with the forms that they are sent."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers

BY_MAIL = "hospitals"
UNTOUCHED = "housing"
SIGN_IN_PAGE = b"<!doctype html><title>Sign in</title><p>Your session has ended. Sign in again.\n"
"""What a browser saves in place of a file when nobody is signed in any more."""


def agencies_answer(home: Path, case: str, answers: Path, inbox: Path) -> None:
    """Put into a folder what comes back for the forms that were sent from a partnership's folder.

    Each agency whose answers are at hand fills in its form, one of them sends it in an e-mail; one
    sends its form back blank, one sends a file that is no PDF, and one raises a new case.
    """
    from lscp_docs.model.answers.notification_discussion import NotificationDiscussion
    from lscp_docs.model.answers.scoping_report import ScopingReport

    inbox.mkdir()
    sent = home / "cases" / case / "sent"
    for file in sorted((answers / case).glob("*.toml")):
        report = _filled(_form(sent, file.stem), file, ScopingReport)
        if file.stem == BY_MAIL:
            (inbox / "RE Rapid review.eml").write_bytes(_in_a_mail(report))
        else:
            (inbox / f"{file.stem}.pdf").write_bytes(report)
    (inbox / f"{UNTOUCHED}.pdf").write_bytes(_form(sent, UNTOUCHED))
    (inbox / "primary-care.pdf").write_bytes(SIGN_IN_PAGE)
    for file in sorted((answers / "new").glob("*.toml")):
        raised = _filled(_form(home / "sent", file.stem), file, NotificationDiscussion)
        (inbox / f"new case, {file.stem}.pdf").write_bytes(raised)


def _form(sent: Path, agency: str) -> bytes:
    return next(sent.glob(f"*_{agency}_*.pdf")).read_bytes()


def _filled(form: bytes, answers: Path, model: type[Answers]) -> bytes:
    from lscp_docs.casefile.sample_answers import sample_answers
    from lscp_docs.forms.filling import filled

    return filled(form, sample_answers(answers, model))


def _in_a_mail(report: bytes) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Fenella Drummond <fenella.drummond@harrowmere-hospitals.example>"
    mail["To"] = "business.unit@hscp.example"
    mail["Subject"] = "RE: Rapid review"
    mail.set_content("Here is our report. Kind regards, Fenella\n")
    mail.add_attachment(report, "application", "pdf", filename="our report FINAL.pdf")
    return mail.as_bytes()
