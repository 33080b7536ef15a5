"""`lscp-docs register`: all referrals, a row each; on the terminal, as CSV or for Excel."""

from __future__ import annotations

import datetime as dt
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import day_option, today_option
from lscp_docs.cli.file_to_write import FileToWrite
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import counted, from_here, short_day, table, wrapped
from lscp_docs.errors import ExitCode, UsageError
from lscp_docs.wording import day_in_words

if TYPE_CHECKING:
    from lscp_docs.casefile.case_folder import CaseFolder
    from lscp_docs.register.facts import InTime
    from lscp_docs.register.rows import RegisterRow
    from lscp_docs.render.sheet import SheetTable, Workbook

TITLE = "Register of referrals"


@click.command(short_help="List all referrals.")
@click.option("--csv", type=FileToWrite(".csv"), metavar="FILE", help="Write it as CSV.")
@click.option("--xlsx", type=FileToWrite(".xlsx"), metavar="FILE", help="Write it for Excel.")
@click.option("--pseudonymised", is_flag=True, help="Pseudonyms for children, months for days.")
@day_option("--from", "first", help_text="Only referrals received on this day or later.")
@day_option("--to", "last", help_text="Only referrals received on this day or earlier.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@today_option
@click.pass_obj
def command(
    home: str | None,
    *,
    csv: str | None,
    xlsx: str | None,
    pseudonymised: bool,
    first: dt.date | None,
    last: dt.date | None,
    as_json: bool,
    today: dt.date,
) -> int:
    """List all referrals, a row each, with what was decided and where each stands.

    Neither form holds a name. The full one holds exact days and is for the business unit alone.
    The files are new ones: none is overwritten. While a case file is wrong nothing is written, as
    a register without that case would be wrong too; every problem is listed, with exit code 3.
    """
    if first is not None and last is not None and last < first:
        raise UsageError(f"--to {last} is before --from {first}: mend one of the days.")
    folder = home_folder(home)
    every = _rows(folder, exact=not pseudonymised)
    rows = [row for row in every if _is_between(row, first, last)]
    sheet = _sheet(rows, pseudonymised=pseudonymised)
    files: dict[Path, bytes] = {}
    if csv is not None:
        files[Path(csv)] = _csv(sheet)
    if xlsx is not None:
        which = _which(len(rows), len(every), first, last)
        book = _workbook(folder, sheet, which, today, pseudonymised=pseudonymised)
        files[Path(xlsx)] = _excel(book)
    if pseudonymised:
        from lscp_docs.cli.searched import refuse_leaks

        # What is only printed says what the table says.
        named = {path.name: data for path, data in files.items()}
        refuse_leaks(folder, {"register.csv": _csv(sheet), **named}, paper="register")
    for path, data in files.items():
        _write(path, data)
    if as_json:
        click.echo(_as_json(rows, pseudonymised=pseudonymised))
    else:
        click.echo(_as_text(rows, today, pseudonymised=pseudonymised))
    return ExitCode.DONE


def _csv(sheet: SheetTable) -> bytes:
    from lscp_docs.render.sheet import csv_bytes

    return csv_bytes(sheet)


def _excel(book: Workbook) -> bytes:
    from lscp_docs.render.sheet import excel_bytes

    return excel_bytes(book)


def _rows(home: Path, *, exact: bool) -> list[RegisterRow]:
    """Give all rows, the latest first."""
    from lscp_docs.casefile.all_cases import from_cases, workers_for

    rows = from_cases(home, partial(_row, exact=exact), workers=workers_for(home))
    return sorted(rows, key=lambda row: (row.began_on or dt.date.max, row.reference), reverse=True)


def _row(folder: CaseFolder, *, exact: bool) -> RegisterRow:
    from lscp_docs.register.rows import row_of

    return row_of(folder.case, folder.partnership, exact=exact)


def _is_between(row: RegisterRow, first: dt.date | None, last: dt.date | None) -> bool:
    """True for a row of the days asked for; one without a day is never left out."""
    day = row.began_on
    return day is None or ((first is None or first <= day) and (last is None or day <= last))


def _as_json(rows: list[RegisterRow], *, pseudonymised: bool) -> str:
    from lscp_docs.register.columns import shown_columns, value

    columns = shown_columns(pseudonymised=pseudonymised)
    told = [
        {column.key: value(column, row, pseudonymised=pseudonymised) for column in columns}
        for row in rows
    ]
    return json.dumps(told, indent=2, ensure_ascii=False, default=dt.date.isoformat)


def _as_text(rows: list[RegisterRow], today: dt.date, *, pseudonymised: bool) -> str:
    if not rows:
        return "There is no referral to list.\n\nNext: lscp-docs new REFERENCE"
    shown = [_line(row, today, pseudonymised=pseudonymised) for row in rows]
    heads = ("Reference", "Considered", "Decision", "5 days", "15 days", "Where it stands")
    number = counted(len(rows), "referral")
    return f"{table(heads, shown)}\n\n{number}.\n\nNext: lscp-docs show {rows[0].reference}"


def _line(row: RegisterRow, today: dt.date, *, pseudonymised: bool) -> tuple[str, ...]:
    day, outcome = row.decision.considered_on, row.decision.outcome
    shown = (f"{day:%b %Y}" if pseudonymised else short_day(day)) if day is not None else "not yet"
    return (
        row.reference,
        shown,
        "" if outcome is None else outcome.value.replace("_", " "),
        _timely(row.notification.in_time),
        _timely(row.review.in_time) or _overdue(row, today),
        row.state.words,
    )


def _overdue(row: RegisterRow, today: dt.date) -> str:
    """Say of a rapid review that is open and past its last day."""
    is_open = row.review.opened_on is not None and row.notification.withdrawn_on is None
    if not is_open or row.review.due is None or row.review.due >= today:
        return ""
    return click.style("OVERDUE", fg="red", bold=True)


def _timely(in_time: InTime | None) -> str:
    from lscp_docs.register.facts import Proof

    if in_time is None:
        return ""
    return {
        Proof.PROVED: "in time",
        Proof.REFUTED: click.style("LATE", fg="red", bold=True),
        Proof.UNVERIFIED: "unknown",
    }[in_time.proof]


def _sheet(rows: list[RegisterRow], *, pseudonymised: bool) -> SheetTable:
    from lscp_docs.register.columns import shown_columns, value
    from lscp_docs.render.sheet import ColumnKind, SheetColumn, SheetTable

    columns = shown_columns(pseudonymised=pseudonymised)
    kinds = (ColumnKind.DAY if column.is_date else ColumnKind.TEXT for column in columns)
    return SheetTable(
        name="Register",
        columns=tuple(
            SheetColumn(head=column.head, kind=kind, width=column.width)
            for column, kind in zip(columns, kinds, strict=True)
        ),
        rows=tuple(
            tuple(value(column, row, pseudonymised=pseudonymised) for column in columns)
            for row in rows
        ),
    )


def _which(shown: int, every: int, first: dt.date | None, last: dt.date | None) -> str:
    """Say from which cases the register was made."""
    if first is None and last is None:
        return f"All {counted(every, 'case')} in the folder of cases."
    start = "" if first is None else f" from {day_in_words(first)}"
    end = "" if last is None else f" to {day_in_words(last)}"
    return (
        f"{shown:,} of {counted(every, 'case')}: the referrals received{start}{end}, by the day on "
        "which the business unit received them or, where that is not recorded, the first known day."
    )


def _workbook(
    home: Path, sheet: SheetTable, which: str, today: dt.date, *, pseudonymised: bool
) -> Workbook:
    from lscp_docs.casefile.case_folder import load_partnership
    from lscp_docs.disclosure.marking import HANDLING, Marking
    from lscp_docs.render.sheet import Workbook

    marking = Marking.OFFICIAL_SENSITIVE
    form = (
        "Pseudonymised: pseudonyms or ids for children, months for days."
        if pseudonymised
        else "Full: exact days; for the business unit alone. No names."
    )
    return Workbook(
        title=TITLE,
        marking=marking.value,
        made_on=today,
        sheets=(sheet,),
        about=(
            ("Partnership", load_partnership(home).name),
            ("Made on", day_in_words(today)),
            ("Cases", which),
            ("Form", form),
            ("Working days", "Counted by the partnership’s own rule; England’s bank holidays."),
            ("Marking", marking.value),
            ("Handling", HANDLING[marking]),
        ),
    )


def _write(path: Path, data: bytes) -> None:
    from lscp_docs.casefile.writing import write_new

    click.echo(wrapped(f"Written: {from_here(write_new(path, data))}"), err=True)
