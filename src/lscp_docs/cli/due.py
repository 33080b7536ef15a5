"""`lscp-docs due`: what is owed, to whom, by when and why, late first."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import now, today_option
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import short_day, table, wrapped
from lscp_docs.errors import CaseFileError, ExitCode, OutputError

if TYPE_CHECKING:
    from lscp_docs.casefile.case_folder import CaseFolder
    from lscp_docs.timescales.owed import Owed


@click.command(short_help="List what is owed, late first.")
@click.option("--ics", type=click.Path(dir_okay=False), metavar="FILE", help="Write a calendar.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@today_option
@click.pass_obj
def command(home: str | None, *, ics: str | None, as_json: bool, today: dt.date) -> int:
    """List what is owed, to whom, by when and why, late first.

    Each date is told with its rule; a second, cautious date where the two ways of counting
    working days differ. A case whose file is wrong is named at the end, with exit code 3.
    """
    from lscp_docs.register.owed_now import owed_now

    folders, broken = _read(home_folder(home))
    items = [
        item
        for each in folders
        for item in owed_now(each.case, each.partnership, each.returns, today=today)
    ]
    items.sort(key=lambda item: (not item.is_late(today), item.cautious, item.due, item.case))
    if ics is not None:
        _write_calendar(Path(ics), items)
    if as_json:
        click.echo(json.dumps([_row(item, today) for item in items], indent=2, ensure_ascii=False))
    else:
        click.echo(_as_text(items, today))
        if ics is not None:
            click.echo(f"Calendar written: {ics}")
        click.echo(f"\nNext: {_next(folders, items)}")
    for reference, error in broken:
        words = f"LEFT OUT: what {reference} owes is not in this list. {error.sentence}"
        click.echo(f"\n{wrapped(words)}\nNext: lscp-docs check {reference}", err=True)
    return ExitCode.CASE if broken else ExitCode.DONE


def _read(home: Path) -> tuple[list[CaseFolder], list[tuple[str, CaseFileError]]]:
    """Give the cases that can be read, and what is wrong with each of the others."""
    from lscp_docs.casefile.case_folder import load_case, load_partnership, references

    load_partnership(home)
    folders, broken = [], []
    for reference in references(home):
        try:
            folders.append(load_case(home, reference))
        except CaseFileError as error:
            broken.append((reference, error))
    return folders, broken


def _row(item: Owed, today: dt.date) -> dict[str, object]:
    return {
        "case": item.case,
        "what": item.what,
        "to": item.to,
        "due": item.due.isoformat(),
        "cautious": item.cautious.isoformat(),
        "rule": item.rule,
        "trigger": item.trigger,
        "citation": item.citation,
        "late": item.is_late(today),
    }


def _as_text(items: list[Owed], today: dt.date) -> str:
    if not items:
        return f"Nothing is owed on {today.day} {today:%B %Y}."
    rows = [
        (
            _state(item, today),
            short_day(item.due),
            item.case,
            f"{item.what}, to {item.to}\n{_why(item)}",
        )
        for item in items
    ]
    heads = ("", "Due", "Case", "What, to whom and why")
    return f"Owed on {today.day} {today:%B %Y}\n\n{table(heads, rows)}"


def _why(item: Owed) -> str:
    because = f"{item.rule.split(',')[0]} after {item.trigger}" if item.trigger else item.rule
    earlier = f"; counted the other way: {_day(item.cautious)}" * (item.cautious != item.due)
    return f"({because}{', ' * bool(item.citation)}{item.citation}{earlier})"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _state(item: Owed, today: dt.date) -> str:
    if item.is_late(today):
        return click.style("LATE", fg="red", bold=True)
    return click.style("now", bold=True) if item.is_pressing(today) else ""


def _next(folders: list[CaseFolder], items: list[Owed]) -> str:
    """Give the command that settles the most urgent duty that a document settles."""
    from lscp_docs.produce import applicable

    can_be_made = {(each.case.reference, row.key) for each in folders for row in applicable(each)}
    for item in items:
        if (item.case, item.document) in can_be_made:
            return f"lscp-docs produce {item.document} {item.case}"
    first = items or folders
    if not first:
        return "lscp-docs new REFERENCE"
    return f"lscp-docs show {items[0].case if items else folders[0].case.reference}"


def _write_calendar(path: Path, items: list[Owed]) -> None:
    from lscp_docs.timescales.calendar_file import CalendarEntry, calendar_bytes, entry_uid

    entries = [
        CalendarEntry(
            uid=entry_uid(item.case, item.key),
            day=item.cautious,
            title=f"{item.case}: {item.what}",
            description=(
                f"To {item.to}, by {item.by}. Due {_day(item.due)}: {item.rule}. "
                f"{item.trigger}. {item.citation}"
            ).strip(" ."),
            alarm_days=(1, 0),
        )
        for item in items
    ]
    try:
        if path.exists() and not path.read_bytes().startswith(b"BEGIN:VCALENDAR"):
            raise OutputError(f"{path} is there already and is no calendar: name another file.")
        path.write_bytes(calendar_bytes(entries, stamped_at=now()))
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror}.") from error
