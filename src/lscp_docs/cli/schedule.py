"""`lscp-docs schedule`: which reports are owed and when; make what is owed, once."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import today_option
from lscp_docs.cli.failure import tell
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import from_here, short_day, table, wrapped
from lscp_docs.errors import ExitCode, LscpDocsError
from lscp_docs.wording import day_in_words, sentence_case

if TYPE_CHECKING:
    from lscp_docs.model.partnership import Partnership
    from lscp_docs.model.schedule import Schedule
    from lscp_docs.schedule.promised import Promise
    from lscp_docs.schedule.run import Make, Ran
    from lscp_docs.schedule.state import Scheduled

YEAR = dt.timedelta(days=366)
"""How long a report that is made stays in the table; in the JSON it stays for ever."""


@click.command(short_help="List the reports that are owed; make what is owed.")
@click.argument(
    "what", type=click.Choice(["list", "run", "new"]), metavar="[list|run|new]", default="list"
)
@click.option("--json", "as_json", is_flag=True, help="Print the reports as JSON.")
@today_option
@click.pass_obj
def command(home: str | None, what: str, *, as_json: bool, today: dt.date) -> int:
    """List the reports that schedule.toml owes, make what is owed, or begin a schedule.toml.

    \b
    list  which report is owed for which period and meeting, by when and why
    run   make what is owed and not made yet, into output/scheduled; for a scheduler
    new   write a schedule.toml to fill in

    A run makes each report once, also after days on which nothing ran. One that fails stops no
    other and is tried again by the next run; the exit code is then the gravest. Its last line says
    what was done. A report that lacks narrative is made as a draft.
    """
    folder = home_folder(home)
    if what == "new":
        return _new(folder)
    if what == "run":
        return _run(folder, today, as_json=as_json)
    return _list(folder, today, as_json=as_json)


def _make(home: Path, today: dt.date) -> Make:
    from lscp_docs.cli.schedule_reports import maker

    return maker(home, today)


def _known_reports() -> tuple[str, ...]:
    from lscp_docs.cli.schedule_reports import known_reports

    return known_reports()


def _new(home: Path) -> int:
    from lscp_docs.casefile.schedule_file import new_schedule

    click.echo(f"Fill in: {from_here(new_schedule(home))}\n\nNext: lscp-docs schedule list")
    return ExitCode.DONE


def _read(home: Path) -> tuple[Schedule, Partnership]:
    from lscp_docs.casefile.case_folder import load_partnership
    from lscp_docs.casefile.schedule_file import load_schedule

    partnership = load_partnership(home)
    return load_schedule(home, partnership, _known_reports()), partnership


def _listed(
    home: Path, schedule: Schedule, partnership: Partnership, today: dt.date
) -> tuple[Scheduled, ...]:
    from lscp_docs.casefile.made_reports import made_reports
    from lscp_docs.schedule.finals import final_reports
    from lscp_docs.schedule.state import listed

    return listed(schedule, partnership, today, made_reports(home), final_reports(home))


def _list(home: Path, today: dt.date, *, as_json: bool) -> int:
    schedule, partnership = _read(home)
    found = _listed(home, schedule, partnership, today)
    if as_json:
        _print_json(found, home)
    else:
        click.echo(_as_text(found, _promised(home, schedule, partnership), today))
    return ExitCode.DONE


def _promised(home: Path, schedule: Schedule, partnership: Partnership) -> tuple[Promise, ...]:
    """Give the further reports that a report.toml promises and no entry of the schedule owes."""
    from lscp_docs.casefile.report_file import report_file, report_files
    from lscp_docs.schedule.promised import not_scheduled, promises

    files = [
        (file.relative_to(home).as_posix(), report_file(home, file)) for file in report_files(home)
    ]
    return not_scheduled(promises(files), schedule, partnership)


def _run(home: Path, today: dt.date, *, as_json: bool) -> int:
    try:
        schedule, partnership = _read(home)
        return _made(home, schedule, partnership, today, as_json=as_json)
    except LscpDocsError as error:
        code = tell(error)
        click.echo("schedule: stopped at the fault told above", err=as_json)
        return code


def _made(
    home: Path, schedule: Schedule, partnership: Partnership, today: dt.date, *, as_json: bool
) -> int:
    from lscp_docs.schedule.run import run

    ran = run(home, schedule, partnership, today, _make(home, today))
    if as_json:
        _print_json((*ran.failed, *ran.made), home)
    else:
        for each in ran.made:
            click.echo(wrapped(f"Made: {_what(each)}{_note(each)}"))
            click.echo("\n".join(f"    {from_here(file)}" for file in each.files))
    codes = [_told_failure(each) for each in ran.failed]
    later = _listed(home, schedule, partnership, today)
    click.echo(f"schedule: {_summary(ran, later)}", err=as_json)
    return max(codes, default=ExitCode.DONE)


def _told_failure(each: Scheduled) -> int:
    """Tell on the error stream what could not be made and why, and give its exit code."""
    click.echo(wrapped(f"NOT MADE: {_what(each)}"), err=True)
    return tell(each.error) if each.error is not None else ExitCode.UNEXPECTED


def _summary(ran: Ran, later: tuple[Scheduled, ...]) -> str:
    """Give what a run did and when the next report is due, in one line for a mail."""
    from lscp_docs.schedule.state import ReportState

    counts = ((len(ran.made), "made"), (len(ran.failed), "failed"))
    done = [f"{number} {word}" for number, word in counts if number] or ["nothing to make"]
    days = [each.owed.due for each in later if each.state is ReportState.UPCOMING]
    due = f"next due {day_in_words(min(days))}" if days else "none to come"
    return ", ".join((*done, due))


def _print_json(found: tuple[Scheduled, ...], home: Path) -> None:
    rows = [_row(each, home) for each in found]
    click.echo(json.dumps(rows, indent=2, ensure_ascii=False))


def _row(each: Scheduled, home: Path) -> dict[str, object]:
    owed = each.owed
    return {
        "report": owed.report,
        "period": f"{owed.period.first.isoformat()}/{owed.period.last.isoformat()}",
        "due": owed.due.isoformat(),
        "meeting": owed.meeting.isoformat() if owed.meeting is not None else None,
        "state": each.state.value,
        "files": [file.relative_to(home).as_posix() for file in each.files],
    }


def _as_text(found: tuple[Scheduled, ...], promised: tuple[Promise, ...], today: dt.date) -> str:
    from lscp_docs.schedule.state import ReportState

    made = [each for each in found if each.state is ReportState.MADE]
    old = [each for each in made if each.owed.due < today - YEAR]
    heads = ("", "Due", "Meeting", "Report, period, for whom and why")
    rows = [_cells(each) for each in found if each not in old]
    told = [f"The schedule on {day_in_words(today)}", table(heads, rows)]
    if old:
        told.append(f"Made before that: {len(old)}.")
    told += [_promise(each) for each in promised]
    if any(each.state in (ReportState.LATE, ReportState.OWED) for each in found):
        told.append("Next: lscp-docs schedule run")
    else:
        told.append("Next: nothing is to be made today")
    return "\n\n".join(told)


def _promise(each: Promise) -> str:
    """Tell a further report that was promised and is not in the schedule."""
    whom = f" to {each.report.to}" if each.report.to else ""
    return wrapped(
        f"PROMISED and not in schedule.toml: {each.report.report}{whom} on {each.report.about}, "
        f"{each.report.by_words} ({each.written_in}). Add an entry that owes it in time."
    )


def _cells(each: Scheduled) -> tuple[str, str, str, str]:
    from lscp_docs.schedule.state import ReportState

    owed = each.owed
    state = each.state.value
    if each.state is ReportState.LATE:
        state = click.style("LATE", fg="red", bold=True)
    meeting = short_day(owed.meeting) if owed.meeting is not None else "none known"
    is_there = each.state in (ReportState.MADE, ReportState.DRAFTED)
    more = _where(each) if is_there else owed.why
    return state, short_day(owed.due), meeting, f"{_what(each)}\n{more}"


def _where(each: Scheduled) -> str:
    """Give the folder of a report that is made, a line for its name, and its note."""
    from lscp_docs.casefile.made_reports import SCHEDULED

    folder = [f"In {SCHEDULED.as_posix()}:", each.owed.name] if each.files else []
    return "\n".join((*folder, sentence_case(each.note)))


def _what(each: Scheduled) -> str:
    owed = each.owed
    agency = f" of {owed.agency}" if owed.agency is not None else ""
    whom = f", for {owed.to}" if owed.to is not None else ""
    return f"{owed.report}{agency}, {owed.period.words}{whom} [{owed.entry}]"


def _note(each: Scheduled) -> str:
    return f" ({each.note})" if each.note else ""
