"""`lscp-docs actions`: the actions of all cases, how they stand and why, most pressing first."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.actions_table import sheet, workbook
from lscp_docs.cli.clock import day_option, today_option
from lscp_docs.cli.file_to_write import FileToWrite
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import counted, from_here, short_day, table, wrapped
from lscp_docs.errors import ExitCode, UsageError, did_you_mean
from lscp_docs.wording import day_in_words

if TYPE_CHECKING:
    from lscp_docs.casefile.all_cases import Unread
    from lscp_docs.casefile.case_folder import CaseFolder
    from lscp_docs.documents.parts.tracked_actions import ToldAction
    from lscp_docs.model.partnership import Partnership
    from lscp_docs.register.action_changes import Change
    from lscp_docs.register.tracker import TrackedAction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tracker:
    actions: tuple[ToldAction, ...]
    changes: tuple[Change, ...]
    cases: int
    broken: tuple[Unread, ...]
    partnership: Partnership
    agency: str | None
    """The key of the agency whose extract it is; None for the whole tracker."""

    @property
    def whose(self) -> str:
        """Whose actions they are, and of which cases, in words."""
        of = self.partnership.agency(self.agency) if self.agency is not None else None
        led = "All actions" if of is None else f"The actions that {of.name} leads on"
        broken = counted(len(self.broken), "case") if self.broken else ""
        left_out = f" Left out, because they cannot be read: {broken}." if broken else ""
        return f"{led}, of {counted(self.cases, 'case')}.{left_out}"


@click.command(short_help="Tell how the actions of all cases stand.")
@click.option("--csv", type=FileToWrite(".csv"), metavar="FILE", help="Write it as CSV.")
@click.option("--xlsx", type=FileToWrite(".xlsx"), metavar="FILE", help="Write it for Excel.")
@click.option("--agency", metavar="KEY", help="Only the actions that this agency leads on.")
@day_option("--since", "since", help_text="Tell too what changed since that day.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@today_option
@click.pass_obj
def command(
    home: str | None,
    *,
    csv: str | None,
    xlsx: str | None,
    agency: str | None,
    since: dt.date | None,
    as_json: bool,
    today: dt.date,
) -> int:
    """Tell how the actions of all cases stand and why, most pressing first.

    Names are replaced as in all pseudonymised papers. With --agency, nothing of another agency is
    told. A case whose file is wrong is named at the end, with exit code 3.
    """
    if since is not None and since > today:
        raise UsageError(f"{since} is after {today}: name an earlier day.")
    home_of = home_folder(home)
    tracker = _tracker(home_of, _Asked(today=today, since=since, agency=agency))
    _write_files(home_of, tracker, csv, xlsx, today)
    if as_json:
        click.echo(json.dumps(_rows(tracker), indent=2, ensure_ascii=False))
    else:
        click.echo(_as_text(tracker, today, since=since))
        click.echo(f"\n{wrapped(f'Next: {_next(tracker)}')}")
    for each in tracker.broken:
        words = f"LEFT OUT: the actions of {each.reference} are not in this list. {each.sentence}"
        click.echo(f"\n{wrapped(words)}\nNext: lscp-docs check {each.reference}", err=True)
    return ExitCode.CASE if tracker.broken else ExitCode.DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    today: dt.date
    since: dt.date | None
    agency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfCase:
    """What the tracker needs of one case, in words: the case itself stays where it was read."""

    actions: tuple[ToldAction, ...]
    changes: tuple[Change, ...]


def _tracker(home: Path, asked: _Asked) -> _Tracker:
    from lscp_docs.casefile.all_cases import Read, Unread, each_case, workers_for
    from lscp_docs.casefile.case_folder import load_partnership
    from lscp_docs.register.tracker import most_pressing_first

    partnership = load_partnership(home)
    _known(partnership, asked.agency)
    every = each_case(home, partial(_of_case, asked), workers=workers_for(home))
    read = [each.found for each in every if isinstance(each, Read)]
    read.append(_of_reports(home, partnership, asked))
    actions = most_pressing_first(one for each in read for one in each.actions)
    places = {each.key: place for place, each in enumerate(actions)}
    changed = (change for each in read for change in each.changes)
    return _Tracker(
        actions=actions,
        changes=tuple(sorted(changed, key=lambda each: places.get(each.action, len(places)))),
        cases=len(read) - 1,
        broken=tuple(each for each in every if isinstance(each, Unread)),
        partnership=partnership,
        agency=asked.agency,
    )


def _of_case(asked: _Asked, folder: CaseFolder) -> _OfCase:
    from lscp_docs.disclosure.profiles import Profile
    from lscp_docs.disclosure.projection import Projection
    from lscp_docs.documents.parts.tracked_actions import told_action
    from lscp_docs.register.action_changes import changes
    from lscp_docs.register.tracker import extract, tracked

    def on(day: dt.date) -> tuple[TrackedAction, ...]:
        found = tracked(folder.case, folder.returns, today=day)
        return found if asked.agency is None else extract(found, asked.agency)

    now = on(asked.today)
    showing = Projection(Profile.INTERNAL, folder.case, folder.returns)
    actions = tuple(told_action(each, showing, folder.partnership) for each in now)
    return _OfCase(
        actions=actions,
        changes=changes(on(asked.since), now) if asked.since is not None else (),
    )


def _of_reports(home: Path, partnership: Partnership, asked: _Asked) -> _OfCase:
    """Give the actions that come of reports, which belong to no case."""
    from lscp_docs.documents.parts.tracked_actions import AsWritten, told_action
    from lscp_docs.register.action_changes import changes
    from lscp_docs.reports.report_actions import actions_of_reports

    every = actions_of_reports(home, partnership)
    now = [a for each in every for a in each.as_at(asked.today, asked.agency)]
    since = asked.since or asked.today
    before = [a for each in every for a in each.as_at(since, asked.agency)]
    return _OfCase(
        actions=tuple(told_action(each, AsWritten(), partnership) for each in now),
        changes=changes(before, now) if asked.since is not None else (),
    )


def _known(partnership: Partnership, agency: str | None) -> None:
    if agency is not None and partnership.agency(agency) is None:
        keys = [each.key for each in partnership.agencies]
        near = did_you_mean(agency, keys) or f"The agencies are: {', '.join(keys)}."
        raise UsageError(f"There is no agency {agency}. {near}")


def _write_files(
    home: Path, tracker: _Tracker, csv: str | None, xlsx: str | None, today: dt.date
) -> None:
    """Write what was asked for; raise DisclosureError first where it would identify somebody."""
    if csv is None and xlsx is None:
        return
    from lscp_docs.cli.searched import refuse_leaks
    from lscp_docs.render.sheet import csv_bytes, excel_bytes

    made = sheet(tracker.actions)
    files: dict[Path, bytes] = {}
    if csv is not None:
        files[Path(csv)] = csv_bytes(made)
    if xlsx is not None:
        name = tracker.partnership.name
        book = workbook(made, partnership=name, whose=tracker.whose, today=today)
        files[Path(xlsx)] = excel_bytes(book)
    named = {path.name: data for path, data in files.items()}
    days = {cell for row in made.rows for cell in row if isinstance(cell, dt.date)}
    refuse_leaks(home, named, paper="actions", printed_days=days)
    for path, data in files.items():
        _write(path, data)


def _write(path: Path, data: bytes) -> None:
    from lscp_docs.casefile.writing import write_new

    click.echo(wrapped(f"Written: {from_here(write_new(path, data))}"), err=True)


# What is printed ---------------------------------------------------------------------------


def _rows(tracker: _Tracker) -> list[dict[str, object]]:
    return [
        {
            "case": each.case,
            "id": each.id,
            "rating": each.rating.progress.value,
            "reason": each.rating.reason,
            "status": each.status,
            "closed": each.is_closed,
            "action": each.action,
            "recommendation": each.recommendation,
            "source": each.source,
            "agency": each.agency,
            "owner": each.owner,
            "first_due": _iso(each.first_due),
            "due": _iso(each.due),
            "updates": [
                {"on": news.on.isoformat(), "by": news.origin, "text": news.told}
                for news in each.news
            ],
            "evidence": each.evidence,
            "impact": each.impact,
            "to_mend": list(each.to_mend),
            "changes": [
                {"kind": change.kind.value, "words": change.words}
                for change in tracker.changes
                if change.action == each.key
            ],
        }
        for each in tracker.actions
    ]


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _as_text(tracker: _Tracker, today: dt.date, *, since: dt.date | None) -> str:
    live = [each for each in tracker.actions if not each.is_closed]
    closed = [each.key for each in tracker.actions if each.is_closed]
    heads = ("", "Due", "Action, who leads on it, and why it stands so")
    rows = [(_rated(each), _due(each), _told(each)) for each in live]
    parts = [
        f"{counted(len(live), 'action')} open on {day_in_words(today)}",
        table(heads, rows) if rows else "",
        wrapped(f"Closed: {', '.join(closed)}.", indent=2) if closed else "",
        _changed(tracker.changes, since),
        _to_mend(live),
    ]
    return "\n\n".join(part for part in parts if part)


def _rated(action: ToldAction) -> str:
    is_red = action.rating.progress.value == "red"
    return click.style("RED", fg="red", bold=True) if is_red else action.rating.progress.value


def _due(action: ToldAction) -> str:
    return short_day(action.due) if action.due is not None else "no date"


def _told(action: ToldAction) -> str:
    leads = f"{action.agency}: {action.owner}"
    return f"{action.key}: {action.action}\n{leads}\n({action.rating.reason})"


def _changed(changes: tuple[Change, ...], since: dt.date | None) -> str:
    if since is None:
        return ""
    head = f"Changed since {day_in_words(since)}:"
    lines = [
        wrapped(f"  {each.action}: {each.kind.words}{': ' if each.words else ''}{each.words}")
        for each in changes
    ]
    return "\n".join([head, *(lines or ["  nothing"])])


def _to_mend(actions: list[ToldAction]) -> str:
    lines = [wrapped(f"  {each.key}: {sentence}") for each in actions for sentence in each.to_mend]
    return "\n".join(["What would make them easier to check:", *lines]) if lines else ""


def _next(tracker: _Tracker) -> str:
    live = [each for each in tracker.actions if not each.is_closed]
    if not live:
        return "lscp-docs due"
    return f"lscp-docs send action-update {live[0].case or '--report PERIOD/REPORT'}"
