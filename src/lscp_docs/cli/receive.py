"""`lscp-docs receive`: returned files, sorted, read, kept and answered."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import now, today_option
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import counted, from_here, table, wrapped
from lscp_docs.cli.passwords import password as password_of
from lscp_docs.cli.passwords import password_options
from lscp_docs.errors import ExitCode

if TYPE_CHECKING:
    from lscp_docs.casefile.received import ReceivedFile
    from lscp_docs.mail.arrivals import Arrived
    from lscp_docs.receive import Office, Receipt

MOST_QUESTIONS = 12
"""How many open questions of one file are printed; the reply and the record hold them all."""


@click.command(short_help="Sort, read and keep returned files.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True), metavar="PATH...")
@click.option(
    "--confirm", "is_confirming", is_flag=True,
    help="Accept what could be read of files that were received before and wait for a person.",
)  # fmt: skip
@password_options("Ask for the password that opens locked forms.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@today_option
@click.pass_obj
def command(
    home: str | None,
    paths: tuple[str, ...],
    *,
    is_confirming: bool,
    password: bool,
    password_file: str | None,
    as_json: bool,
    today: dt.date,
) -> int:
    """Receive files, folders and e-mails (.eml): say what each is, and take in what is certain.

    A complete and undamaged return goes into its case. Everything else waits under its state in
    the folder "received", with a reply that is ready to send; once you have looked at a file,
    --confirm accepts what could be read of it. Nothing is deleted, nothing is taken away from
    where it lies, and receiving a folder twice changes nothing. The exit code is 5 when a file
    needs a person.
    """
    from lscp_docs.casefile.history import Stamp
    from lscp_docs.cli.person import by_whom
    from lscp_docs.mail.arrivals import arrivals
    from lscp_docs.receive import Office, confirm, receive

    stamp = Stamp(today=today, at=now(), by=by_whom())
    office = Office(
        home=home_folder(home).resolve(),
        stamp=stamp,
        password=password_of(password_file, is_wanted=password),
    )
    came = arrivals(Path(path) for path in paths)
    does = confirm if is_confirming else receive
    receipts = list(_with_progress(does(came.ready, office), came.ready))
    click.echo(_as_json(receipts) if as_json else _as_text(receipts, office))
    for path in came.growing:
        words = f"{path.name} is still being written. It was left for the next time."
        click.echo(wrapped(words, indent=0), err=True)
    waits = any(_needs_a_person(receipt.record) for receipt in receipts)
    return ExitCode.RETURN if waits or came.growing else ExitCode.DONE


def _with_progress(receipts: Iterator[Receipt], files: tuple[Arrived, ...]) -> Iterator[Receipt]:
    """Yield the receipts; a terminal is shown how far it is, a pipe is not."""
    with click.progressbar(
        receipts,
        length=len(files),
        label="Receiving",
        file=sys.stderr,
        hidden=len(files) < 2 or not sys.stderr.isatty(),
    ) as bar:
        yield from bar


def _needs_a_person(record: ReceivedFile) -> bool:
    from lscp_docs.model.returned import ReturnState

    return not record.accepted and record.state is not ReturnState.DUPLICATE


def _as_json(receipts: list[Receipt]) -> str:
    told = [
        {
            "file": receipt.record.file,
            "sha256": receipt.record.sha256,
            "state": receipt.record.state.value,
            "form": receipt.record.form,
            "edition": receipt.record.edition,
            "case": receipt.record.case,
            "agency": receipt.record.agency,
            "accepted": receipt.record.accepted,
            "problems": [
                {
                    "field": each.field,
                    "question": each.question,
                    "answer": each.answer,
                    "problem": each.problem,
                }
                for each in (*receipt.record.open_questions, *receipt.record.changes)
            ],
        }
        for receipt in receipts
    ]
    return json.dumps(told, indent=2, ensure_ascii=False)


def _as_text(receipts: list[Receipt], office: Office) -> str:
    if not receipts:
        return "There was no file to receive."
    rows = [
        (
            "yes" if receipt.record.accepted else "no",
            receipt.record.agency or "-",
            f"{receipt.record.file}: {receipt.record.state.words}",
        )
        for receipt in receipts
    ]
    parts = [table(("Accepted", "Agency", "File and state"), rows)]
    parts += [told for receipt in receipts if (told := _told(receipt))]
    parts.append(wrapped(f"Next: {_next(receipts, office)}", indent=0))
    return "\n\n".join(parts)


def _told(receipt: Receipt) -> str:
    """Tell what a person should know of a file beyond its state; empty where that is nothing."""
    record = receipt.record
    if record.accepted and not record.remarks:
        return ""
    lines = [record.file, *(wrapped(f"  {words}") for words in (*record.reasons, *record.remarks))]
    asked = (*record.changes, *record.open_questions)
    for each in asked[:MOST_QUESTIONS]:
        lines.append(wrapped(f"  - {each.question}: {each.problem}"))
    if len(asked) > MOST_QUESTIONS:
        lines.append(f"  and {len(asked) - MOST_QUESTIONS} more, all in the reply")
    if receipt.kept is not None:
        lines.append(f"  Kept: {from_here(receipt.kept)}")
    if receipt.reply is not None:
        lines.append(f"  Reply, ready to send: {from_here(receipt.reply)}")
    return "\n".join(lines)


def _next(receipts: list[Receipt], office: Office) -> str:
    from lscp_docs.casefile.case_folder import references
    from lscp_docs.casefile.received import CONFIRMABLE
    from lscp_docs.forms.identity import NO_CASE

    for receipt in receipts:
        record = receipt.record
        if record.form == "notification-discussion" and record.case == NO_CASE and receipt.kept:
            return f"begin its case: lscp-docs new REFERENCE --from {from_here(receipt.kept)}"
    for receipt in receipts:
        if receipt.record.state in CONFIRMABLE and receipt.kept and not receipt.record.accepted:
            return (
                "look at each file that waits, then send its reply, or accept what could be read: "
                f"lscp-docs receive --confirm {from_here(receipt.kept)}"
            )
    cases = {receipt.record.case for receipt in receipts} & set(references(office.home))
    if cases:
        return f"see who has answered: lscp-docs returns {min(cases)}"
    if all(receipt.record.accepted for receipt in receipts):
        return "see what was told: lscp-docs actions"
    waiting = counted(len(receipts), "file")
    return f"send the replies; {waiting} kept in {from_here(office.home / 'received')}"
