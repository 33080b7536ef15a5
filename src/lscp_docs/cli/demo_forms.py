"""The second part of the demonstration: forms go to agencies and come back, command by command."""

from __future__ import annotations

import datetime as dt
import shutil
from itertools import count
from pathlib import Path

import click

from lscp_docs.cli import new, receive, returns, send
from lscp_docs.cli.demo_agencies import agencies_answer
from lscp_docs.cli.failure import told
from lscp_docs.cli.layout import counted, from_here, wrapped
from lscp_docs.errors import ExitCode, LscpDocsError

CASE = "HSCP-2026-004"
NEW_CASE = "HSCP-2026-005"
ASKED = dt.date(2026, 3, 5)


def forms_round(samples: Path, to: Path, today: dt.date) -> int:
    """Send, fill in, receive, tell, write and begin a case; print each command and what it prints.

    It happens in a copy of a sample partnership's folder, made afresh below `to`. Returns the
    gravest exit code; that a returned file waits for a person is as it should be.
    """
    home = _copy_of(samples, to)
    shown = _Shown(home)
    shown.say(f"Forms out, returns back in: {CASE} asks its agencies, in {from_here(home)}.")
    shown.run(send.command, "send", "scoping-report", CASE, on=ASKED)
    shown.say("The ambulance service asks for a form to raise a new case.")
    shown.run(send.command, "send", "notification-discussion", "--agency", "ambulance", on=ASKED)
    agencies_answer(home, CASE, samples / "answers", home / "inbox")
    shown.say(
        "A week later, in the folder inbox: four reports that are filled in, one of them in an "
        "e-mail; a blank one; a file that is no PDF; and the new case."
    )
    shown.run(receive.command, "receive", from_here(home / "inbox"), on=today)
    shown.run(returns.command, "returns", CASE, on=today)
    shown.say("What was accepted is in the rapid review; what is not known yet is shown as a gap.")
    click.echo(f"\n{_rapid_review(home, today)}")
    raised = next((home / "received").rglob("notification-discussion_*.pdf"))
    shown.run(new.command, "new", NEW_CASE, "--from", from_here(raised), on=today)
    return shown.gravest


def _copy_of(samples: Path, to: Path) -> Path:
    """Copy a partnership's folder to a name that nothing has yet: nothing is overwritten."""
    names = (f"demo-{samples.name}{f'_{number}' if number > 1 else ''}" for number in count(1))
    home = next(to / name for name in names if not (to / name).exists())
    shutil.copytree(samples, home, ignore=shutil.ignore_patterns("answers"))
    return home


def _rapid_review(home: Path, today: dt.date) -> str:
    """Write the rapid review as a draft, and give what was made."""
    from lscp_docs.casefile.case_folder import load_case
    from lscp_docs.catalogue import document
    from lscp_docs.paper import Standing
    from lscp_docs.produce import Request, produce

    draft = Request(today=today, to=home / "output", standing=Standing.DRAFT)
    (made,) = produce(load_case(home, CASE), document("rapid-review"), draft)
    lines = [from_here(file) for file in made.files]
    return "\n".join([*lines, f"    a draft: {counted(len(made.gaps), 'fact')} missing"])


class _Shown:
    """Runs commands in a partnership's folder, and shows what a person would type."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.gravest: int = ExitCode.DONE

    def say(self, sentence: str) -> None:
        """Print a sentence of the story."""
        click.echo(f"\n{wrapped(sentence, indent=0)}")

    def run(self, command: click.Command, name: str, *arguments: str, on: dt.date) -> None:
        """Run a command on a day; one that fails is told, and the story goes on."""
        given = [*arguments, "--today", on.isoformat()]
        click.echo(f"\n$ lscp-docs --home {from_here(self.home)} {name} {' '.join(given)}\n")
        try:
            code = command.main(given, prog_name=name, standalone_mode=False, obj=str(self.home))
        except LscpDocsError as error:
            click.echo(told(error), err=True)
            code = error.exit_code
        if code is not None and code != ExitCode.RETURN:
            self.gravest = max(self.gravest, code)
