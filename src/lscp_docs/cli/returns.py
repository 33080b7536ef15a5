"""`lscp-docs returns CASE`: who was asked, who answered, who is late; and the reminders."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import now, today_option
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import counted, from_here, short_day, table, wrapped
from lscp_docs.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from lscp_docs.casefile.case_folder import CaseFolder
    from lscp_docs.returns.board import Board, BoardRow, Unasked


@click.command(short_help="Tell who has answered, and who is late.")
@click.argument("case")
@click.option("--chase", "is_chasing", is_flag=True, help="Write a reminder to each who owes.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@today_option
@click.pass_obj
def command(home: str | None, case: str, *, is_chasing: bool, as_json: bool, today: dt.date) -> int:
    """Tell who was asked for CASE, who answered, who is late, what waits and who was never asked.

    With --chase a reminder (.eml) is written for each agency that owes an answer, one a day at
    most; nobody has sent it yet.
    """
    from lscp_docs.casefile.case_folder import load_case
    from lscp_docs.casefile.received import waiting_in
    from lscp_docs.returns.board import board as board_of

    folder = load_case(home_folder(home), case)
    if is_chasing:
        return _chase(home_folder(home), folder, today)
    waiting = waiting_in(folder.path)
    board = board_of(folder.case, folder.partnership, folder.returns, waiting, today=today)
    click.echo(_as_json(board) if as_json else _as_text(board, case))
    return ExitCode.DONE


def _chase(home: Path, folder: CaseFolder, today: dt.date) -> int:
    from lscp_docs.catalogue import form
    from lscp_docs.cli.person import by_whom
    from lscp_docs.send import Order, Stamp, chase

    order = Order(
        row=form("scoping-report"),
        home=home,
        partnership=folder.partnership,
        folder=folder,
        stamp=Stamp(today=today, at=now(), by=by_whom()),
    )
    posted = chase(order)
    for each in posted:
        click.echo(from_here(each.files[0]))
    done = f"{counted(len(posted), 'reminder')} written" if posted else "Nobody is to be reminded"
    click.echo(f"{done}.\n\nNext: open each e-mail in Outlook or Thunderbird, read it, send it.")
    return ExitCode.DONE


def _as_json(board: Board) -> str:
    told = {
        "agencies": [
            {
                "agency": row.agency,
                "state": row.state.value,
                "asked_on": _iso(row.asked_on),
                "due_on": _iso(row.due_on),
                "chased_on": [day.isoformat() for day in row.chased_on],
                "received_on": _iso(row.received_on),
                "days_late": row.days_late,
                "open_questions": row.open_questions,
                "waiting": [{"file": one.file, "state": one.state.value} for one in row.waiting],
            }
            for row in board.rows
        ],
        "not_asked": [
            {"name": one.name, "agency": one.agency, "named_by": list(one.named_by)}
            for one in board.unasked
        ],
        "stray": [{"file": one.file, "state": one.state.value} for one in board.stray],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _as_text(board: Board, case: str) -> str:
    from lscp_docs.returns.board import Standing

    if not board.rows and not board.unasked and not board.stray:
        nobody = f"Nobody was asked in {case} yet."
        return f"{nobody}\n\nNext: lscp-docs send scoping-report {case}"
    rows = [
        (
            click.style("LATE", fg="red", bold=True) if row.state is Standing.LATE else "",
            short_day(row.due_on) if row.due_on is not None else "no date",
            row.agency,
            _standing(row),
        )
        for row in board.rows
    ]
    strays = [f"  {one.file}: {one.state.words}" for one in board.stray]
    parts = [
        table(("", "Due", "Agency", "Answer"), rows) if rows else "",
        _listed("Named by others, and not asked:", [_unasked(one) for one in board.unasked]),
        _listed("Files of nobody who was asked:", strays),
        wrapped(f"Next: {_next(board, case)}", indent=0),
    ]
    return "\n\n".join(part for part in parts if part)


def _listed(head: str, lines: list[str]) -> str:
    return "\n".join([head, *lines]) if lines else ""


def _standing(row: BoardRow) -> str:
    """Tell how the answer of an agency stands, in a line or a few."""
    from lscp_docs.returns.board import Standing

    late = f"{counted(row.days_late, 'working day')} late" if row.days_late else ""
    came = short_day(row.received_on).strip() if row.received_on is not None else ""
    state = "" if row.state is Standing.LATE else row.state.words
    lines = [", ".join(part for part in (state, came, late) if part)]
    if row.open_questions:
        lines.append(f"{counted(row.open_questions, 'question')} open")
    if row.chased_on:
        lines.append("reminded " + ", ".join(short_day(day).strip() for day in row.chased_on))
    lines += [f"{one.file}: {one.state.words}" for one in row.waiting]
    return "\n".join(lines)


def _unasked(one: Unasked) -> str:
    key = f" ({one.agency})" if one.agency else ""
    return wrapped(f"  {one.name}{key}: named by {', '.join(one.named_by)}")


def _next(board: Board, case: str) -> str:
    from lscp_docs.returns.board import Standing

    if any(row.waiting for row in board.rows):
        return (
            f"look at what waits in cases/{case}/received, then: lscp-docs receive --confirm FILE"
        )
    if any(row.state in (Standing.LATE, Standing.OWED) for row in board.rows):
        return f"lscp-docs returns {case} --chase"
    keys = " ".join(f"--agency {one.agency}" for one in board.unasked if one.agency)
    if keys:
        return f"lscp-docs send scoping-report {case} {keys}"
    return f"lscp-docs produce rapid-review {case}"
