"""`lscp-docs due`: what is owed, to whom, by when and why, late first."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import now, today_option
from lscp_docs.cli.failure import told
from lscp_docs.cli.file_to_write import FileToWrite
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import short_day, table, wrapped
from lscp_docs.errors import CaseFileError, ExitCode, OutputError

if TYPE_CHECKING:
    from lscp_docs.casefile.case_folder import CaseFolder
    from lscp_docs.timescales.owed import Owed


@click.command(short_help="List what is owed, late first.")
@click.option("--ics", type=FileToWrite(".ics"), metavar="FILE", help="Write a calendar.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@today_option
@click.pass_obj
def command(home: str | None, *, ics: str | None, as_json: bool, today: dt.date) -> int:
    """List what is owed, to whom, by when and why, late first.

    Each date is told with its rule; a second, cautious date where the two ways of counting
    working days differ. A case whose file is wrong is named at the end, with exit code 3.
    """
    from lscp_docs.casefile.all_cases import Read, Unread, each_case, workers_for

    folder = home_folder(home)
    every = each_case(folder, partial(_of_case, today), workers=workers_for(folder))
    cases = [each.found for each in every if isinstance(each, Read)]
    broken = [each for each in every if isinstance(each, Unread)]
    items, unread = [item for each in cases for item in each.owed], None
    try:
        items += _of_reports(folder, today)
    except CaseFileError as error:
        unread = error  # what the cases owe is told all the same
    items.sort(key=lambda item: (not item.is_late(today), item.cautious, item.due, item.case))
    if ics is not None:
        _write_calendar(Path(ics), items)
    if as_json:
        click.echo(json.dumps([_row(item, today) for item in items], indent=2, ensure_ascii=False))
    else:
        click.echo(_as_text(items, today))
        if ics is not None:
            click.echo(f"Calendar written: {ics}")
        click.echo(f"\nNext: {_next(cases, items)}")
    for each in broken:
        words = f"LEFT OUT: what {each.reference} owes is not in this list. {each.sentence}"
        click.echo(f"\n{wrapped(words)}\nNext: lscp-docs check {each.reference}", err=True)
    if unread is not None:
        click.echo(f"\nLEFT OUT: the actions of reports. {told(unread)}", err=True)
    return ExitCode.CASE if broken or unread else ExitCode.DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfCase:
    """What the list needs of one case: the case itself stays in the process that read it."""

    reference: str
    owed: tuple[Owed, ...]
    applicable: frozenset[str]
    """The keys of the documents that can be made now."""


def _of_case(today: dt.date, folder: CaseFolder) -> _OfCase:
    from lscp_docs.produce import applicable
    from lscp_docs.register.owed_now import owed_now

    return _OfCase(
        reference=folder.case.reference,
        owed=owed_now(folder.case, folder.partnership, folder.returns, today=today),
        applicable=frozenset(row.key for row in applicable(folder)),
    )


def _of_reports(home: Path, today: dt.date) -> tuple[Owed, ...]:
    from lscp_docs.casefile.case_folder import load_partnership
    from lscp_docs.register.owed_now import owed_of_reports
    from lscp_docs.reports.report_actions import actions_of_reports

    partnership = load_partnership(home)
    every = actions_of_reports(home, partnership)
    return owed_of_reports((a for each in every for a in each.as_at(today)), partnership)


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


def _next(cases: list[_OfCase], items: list[Owed]) -> str:
    """Give the command that settles the most urgent duty that a document settles."""
    can_be_made = {(each.reference, key) for each in cases for key in each.applicable}
    for item in items:
        if (item.case, item.document) in can_be_made:
            return f"lscp-docs produce {item.document} {item.case}"
    if not (items or cases):
        return "lscp-docs new REFERENCE"
    shown = [item.case for item in items if item.case] or [each.reference for each in cases]
    return f"lscp-docs show {shown[0]}" if shown else "lscp-docs actions"


def _write_calendar(path: Path, items: list[Owed]) -> None:
    from lscp_docs.timescales.calendar_file import CalendarEntry, calendar_bytes, entry_uid

    entries = [
        CalendarEntry(
            uid=entry_uid(item.case, item.key),
            day=item.cautious,
            title=f"{item.case}: {item.what}" if item.case else item.what,
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
