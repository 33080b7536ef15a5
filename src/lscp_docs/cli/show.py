"""`lscp-docs show CASE`: where a case stands and what is next."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import today_option
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import counted, short_day, table, wrapped
from lscp_docs.wording import day_in_words

if TYPE_CHECKING:
    from lscp_docs.casefile.case_folder import CaseFolder
    from lscp_docs.catalogue import DocumentType


@click.command(short_help="Tell where a case stands.")
@click.argument("case")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@today_option
@click.pass_obj
def command(home: str | None, case: str, *, as_json: bool, today: dt.date) -> None:
    """Tell where a case stands: its clocks, its documents, what is owed next."""
    from lscp_docs.casefile.case_folder import load_case

    folder = load_case(home_folder(home), case)
    click.echo(_as_json(folder, today) if as_json else _as_text(folder, today))


def _as_json(folder: CaseFolder, today: dt.date) -> str:
    from lscp_docs.model.state import path_to_state, state_of
    from lscp_docs.produce import applicable
    from lscp_docs.register.owed_now import owed_now

    case = folder.case
    shown = {
        "case": case.reference,
        "state": state_of(case).value,
        "path": [state.value for state in path_to_state(case)],
        "clocks": [sentence for _, sentence in _clocks(folder)],
        "applies": [row.key for row in applicable(folder)],
        "issued": [{"document": e.document, "on": e.on.isoformat()} for e in case.issued],
        "owed": [
            {"what": item.what, "due": item.due.isoformat(), "late": item.is_late(today)}
            for item in owed_now(case, folder.partnership, folder.returns, today=today)
        ],
    }
    return json.dumps(shown, indent=2, ensure_ascii=False)


def _as_text(folder: CaseFolder, today: dt.date) -> str:
    from lscp_docs.produce import applicable

    rows = applicable(folder)
    documents = [(row.key, _standing(folder, row, today)) for row in rows]
    parts = [
        _state(folder),
        _owed(folder, today),
        _returns(folder, today),
        _without_pseudonym(folder),
        table(("Document", "How far it is"), documents) if documents else "",
        table(("Clock", "Date and rule"), clocks) if (clocks := _clocks(folder)) else "",
        f"Next: {_next(folder, rows)}",
    ]
    return "\n\n".join(part for part in parts if part)


def _state(folder: CaseFolder) -> str:
    from lscp_docs.model.state import NEXT, state_of

    state = state_of(folder.case)
    following = " or ".join(each.words for each in NEXT[state])
    lines = [f"{folder.case.reference}: {state.words}"]
    if following:
        lines.append(wrapped(f"Next state: {following}"))
    return "\n".join(lines)


def _owed(folder: CaseFolder, today: dt.date) -> str:
    from lscp_docs.register.owed_now import owed_now

    rows = [
        (
            click.style("LATE", fg="red", bold=True) if item.is_late(today) else "",
            short_day(item.due),
            f"{item.what}, to {item.to}",
        )
        for item in owed_now(folder.case, folder.partnership, folder.returns, today=today)
    ]
    return table(("", "Due", "Owed"), rows) if rows else "Nothing is owed."


def _returns(folder: CaseFolder, today: dt.date) -> str:
    """Tell in a sentence how the returns stand; empty where nobody was asked."""
    from collections import Counter

    from lscp_docs.returns.board import board

    rows = board(folder.case, folder.partnership, folder.returns, today=today).rows
    if not rows:
        return ""
    counts = Counter(row.state for row in rows)
    stands = ", ".join(f"{number} {state.words}" for state, number in counts.items())
    asked = f"Scoping reports ({len(rows)} asked)"
    return wrapped(f"{asked}: {stands}. More: lscp-docs returns {folder.case.reference}")


def _without_pseudonym(folder: CaseFolder) -> str:
    """Propose pseudonyms for the children who have none; empty where each has one."""
    lacking = [child for child in folder.case.children if child.pseudonym is None]
    if not lacking or folder.case.closure is not None:
        return ""
    from lscp_docs.model.pseudonyms import proposals

    lines = [
        f"  {child.id}: " + " or ".join(f'pseudonym = "{name}"' for name in names)
        for child in lacking
        if (names := proposals(folder.case, child))
    ]
    ask = "No pseudonym yet. Copy one into [[children]] or choose your own, then: lscp-docs check"
    return "\n".join((wrapped(ask), *lines))


def _standing(folder: CaseFolder, row: DocumentType, today: dt.date) -> str:
    from lscp_docs.produce import missing_facts

    issued = folder.case.issued_on(row.key)
    if issued is not None:
        return f"issued on {day_in_words(issued)}"
    missing = len(missing_facts(folder, row, today))
    return f"{counted(missing, 'fact')} missing" if missing else "ready to produce"


def _next(folder: CaseFolder, rows: tuple[DocumentType, ...]) -> str:
    """Give the command for the first document that applies and was not issued."""
    from lscp_docs.casefile.case_folder import CASE_FILE, CASES

    reference = folder.case.reference
    if not rows:
        return f"fill in {CASES}/{reference}/{CASE_FILE}, then: lscp-docs check {reference}"
    if folder.case.closure is None:
        for row in rows:
            if folder.case.issued_on(row.key) is None:
                return f"lscp-docs produce {row.key} {reference}"
    return "lscp-docs due"


def _clocks(folder: CaseFolder) -> list[tuple[str, str]]:
    from lscp_docs.timescales.clocks import Clocks

    clocks = Clocks(folder.case, folder.partnership)
    named = (
        ("Notification", clocks.notification),
        ("Rapid review", clocks.rapid_review),
        ("LCSPR", clocks.lcspr),
        ("Report to the Panel", clocks.report_to_panel),
    )
    return [(name, clock.sentence()) for name, clock in named if clock is not None]
