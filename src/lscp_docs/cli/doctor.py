"""`lscp-docs doctor`: what this computer has, what it lacks and the command that mends it."""

from __future__ import annotations

import dataclasses
import json
import textwrap
from collections.abc import Iterable
from pathlib import Path

import click

from lscp_docs.cli.home import nearest_home
from lscp_docs.errors import ExitCode
from lscp_docs.installation import examine
from lscp_docs.installation.checks import Check, State

WIDTH = 79
COLOURS = {State.OK: "green", State.WARNING: "yellow", State.MISSING: "red"}


@click.command(short_help="Check this computer.")
@click.option("--json", "as_json", is_flag=True, help="Print the checks as JSON.")
@click.pass_obj
def command(home: str | None, *, as_json: bool) -> int:
    """Check this computer: what is installed, what is missing, how to mend it.

    Ends with exit code 6 where something is missing without which a document cannot be made.
    """
    folder = Path(home) if home else nearest_home(Path.cwd())
    checks = tuple(examine(home=folder, output=(folder or Path.cwd()) / "output"))
    click.echo(_as_json(checks) if as_json else _as_text(checks))
    return ExitCode.OUTPUT if _count(checks, State.MISSING) else ExitCode.DONE


def _as_json(checks: tuple[Check, ...]) -> str:
    rows = [dataclasses.asdict(check) for check in checks]
    ready = not _count(checks, State.MISSING)
    return json.dumps({"ready": ready, "checks": rows}, indent=2)


def _as_text(checks: tuple[Check, ...]) -> str:
    return "\n".join([*(_row(check) for check in checks), "", *_closing(checks)])


def _row(check: Check) -> str:
    """Return one check in lines of 80 columns, its mending command on a line of its own."""
    state = click.style(f"{check.state:<8}", fg=COLOURS[check.state])
    indent = " " * 9
    body = textwrap.fill(
        f"{check.subject}: {check.found}",
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    lines = [f"{state} {body.lstrip()}"]
    if check.mend:
        # Never wrapped: a command is copied whole.
        lines.append(f"{indent}To mend: {check.mend}")
    return "\n".join(lines)


def _closing(checks: tuple[Check, ...]) -> Iterable[str]:
    missing, warnings = _count(checks, State.MISSING), _count(checks, State.WARNING)
    if missing:
        yield f"Missing: {missing}. Mend them in this order, then run: lscp-docs doctor"
    elif warnings:
        yield f"Documents can be made. Warnings: {warnings}. Next: lscp-docs demo"
    else:
        yield "Everything is here. Next: lscp-docs demo"


def _count(checks: Iterable[Check], state: State) -> int:
    return sum(check.state is state for check in checks)
