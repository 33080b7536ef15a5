"""`lscp-docs check`: every problem in the case files, with file and line."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import click

from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import counted, wrapped
from lscp_docs.errors import CaseFileError, ExitCode, Problem


@click.command(short_help="List every problem in the case files.")
@click.argument("cases", metavar="[CASE]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@click.pass_obj
def command(home: str | None, cases: tuple[str, ...], *, as_json: bool) -> int:
    """List every problem in the partnership file and the case files, with file and line.

    Without CASE, all cases are checked. Ends with exit code 3 where something is wrong.
    """
    from lscp_docs.casefile.case_folder import known_references, references

    folder = home_folder(home)
    checked = known_references(folder, cases) if cases else references(folder)
    problems = tuple(_problems(folder, checked))
    if as_json:
        keys = ("file", "line", "path", "problem", "hint")
        rows = [{key: getattr(problem, key) for key in keys} for problem in problems]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        for problem in problems:
            click.echo(wrapped(str(problem)))
        click.echo(_closing(checked, problems))
    return ExitCode.CASE if problems else ExitCode.DONE


def _problems(home: Path, cases: tuple[str, ...]) -> Iterator[Problem]:
    from lscp_docs.casefile.case_folder import PARTNERSHIP_FILE, load_case, load_partnership

    try:
        load_partnership(home)
    except CaseFileError as error:
        yield from error.problems
        if cases:
            yield Problem(
                file=PARTNERSHIP_FILE,
                problem="The cases are not checked while this file is wrong.",
                hint="Mend it, then check again.",
            )
        return
    for reference in cases:
        try:
            load_case(home, reference)
        except CaseFileError as error:
            for problem in error.problems:
                yield dataclasses.replace(problem, file=f"cases/{reference}/{problem.file}")


def _closing(checked: tuple[str, ...], problems: tuple[Problem, ...]) -> str:
    if problems:
        return f"\n{counted(len(problems), 'problem')}. Mend them, then run: lscp-docs check"
    if not checked:
        return "No problem, and no case yet.\n\nNext: lscp-docs new REFERENCE"
    following = f"lscp-docs show {checked[0]}" if len(checked) == 1 else "lscp-docs due"
    return f"{wrapped('No problem in ' + ', '.join(checked) + '.')}\n\nNext: {following}"
