"""`lscp-docs check`: every problem in the case files, with file and line."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click

from lscp_docs.cli.check_words import (
    DOCUMENT,
    WordWarning,
    warnings_of,
    warnings_of_reports,
)
from lscp_docs.cli.clock import today_option
from lscp_docs.cli.home import MARK, home_folder
from lscp_docs.cli.layout import counted, wrapped
from lscp_docs.errors import CaseFileError, ExitCode, Problem, UsageError


@click.command(short_help="List every problem in the case files.")
@click.argument("cases", metavar="[CASE]...", nargs=-1)
@click.option("--words", "is_about_words", is_flag=True, help="Warn of words too.")
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@today_option
@click.pass_obj
def command(
    home: str | None,
    cases: tuple[str, ...],
    *,
    is_about_words: bool,
    as_json: bool,
    today: dt.date,
) -> int:
    """List every problem in the partnership file and the case files, with file and line.

    Without CASE, all cases are checked, and every report.toml, schedule.toml and training.toml.
    Ends with exit code 3 where something is wrong.

    With --words it also warns of abbreviations that are not written out, of jargon, of words that
    blame, and of dates that are told too early; a CASE may then be a Word document (.docx).
    Warnings stop nothing.
    """
    from lscp_docs.casefile.case_folder import known_references, references

    folder = home_folder(home)
    documents = tuple(each for each in cases if each.endswith(DOCUMENT))
    if documents and not is_about_words:
        raise UsageError("A Word document is checked for its words: add --words.")
    named = tuple(each for each in cases if each not in documents)
    checked = known_references(folder, named) if cases else references(folder)
    problems = (*_problems(folder, checked), *(() if cases else _problems_beside(folder)))
    warnings: tuple[WordWarning, ...] = ()
    if is_about_words and not any(each.file == MARK for each in problems):
        found = warnings_of(folder, checked, documents, today=today)
        of_reports = () if cases else warnings_of_reports(folder, today=today)
        warnings = (*found, *of_reports)
    if as_json:
        click.echo(_as_json(problems, warnings, is_about_words=is_about_words))
    else:
        for each in (*problems, *warnings):
            click.echo(wrapped(str(each)))
        only_documents = bool(documents) and not checked and not problems
        closing = _after(documents) if only_documents else _closing(checked, problems)
        click.echo(_told(warnings) + closing)
    return ExitCode.CASE if problems else ExitCode.DONE


def _as_json(
    problems: tuple[Problem, ...], warnings: tuple[WordWarning, ...], *, is_about_words: bool
) -> str:
    keys = ("file", "line", "path", "problem", "hint")
    rows = [{key: getattr(each, key) for key in keys} for each in (*problems, *warnings)]
    if is_about_words:
        kinds = [*(False for _ in problems), *(True for _ in warnings)]
        rows = [{**row, "warning": kind} for row, kind in zip(rows, kinds, strict=True)]
    return json.dumps(rows, indent=2, ensure_ascii=False)


def _told(warnings: tuple[WordWarning, ...]) -> str:
    if not warnings:
        return ""
    return f"\n{counted(len(warnings), 'warning')}: look at each; nothing is stopped by them.\n\n"


def _after(documents: tuple[str, ...]) -> str:
    following = f"mend in Word what you agree with, then: lscp-docs finalise {documents[0]}"
    return wrapped(f"Next: {following}", indent=0)


def _problems(home: Path, cases: tuple[str, ...]) -> Iterator[Problem]:
    from lscp_docs.casefile.case_folder import load_case, load_partnership

    try:
        load_partnership(home)
    except CaseFileError as error:
        yield from error.problems
        if cases:
            yield Problem(
                file=MARK,
                problem="The cases are not checked while this file is wrong.",
                hint="Mend it, then check again.",
            )
        return
    pseudonyms: list[tuple[str, tuple[str | None, ...]]] = []
    for reference in cases:
        try:
            case = load_case(home, reference).case
        except CaseFileError as error:
            for problem in error.problems:
                yield dataclasses.replace(problem, file=f"cases/{reference}/{problem.file}")
        else:
            pseudonyms.append((reference, tuple(child.pseudonym for child in case.children)))
    yield from _used_in_two_cases(home, pseudonyms)


def _used_in_two_cases(
    home: Path, pseudonyms: list[tuple[str, tuple[str | None, ...]]]
) -> Iterator[Problem]:
    """Yield where a child has the pseudonym of a child of another of the cases."""
    from lscp_docs.casefile.case_folder import line_in_case
    from lscp_docs.model.pseudonyms import used_in_another

    for found in used_in_another(pseudonyms):
        yield Problem(
            file=f"cases/{found.reference}/case.toml",
            line=line_in_case(home, found.reference, found.path),
            path=".".join(map(str, found.path)),
            problem=f"This pseudonym is that of a child of case {found.earlier} too.",
            hint="Choose another, so that papers on the two are not confused.",
        )


def _problems_beside(home: Path) -> Iterator[Problem]:
    """Yield what is wrong with the other files that people write: reports, schedule, training."""
    from lscp_docs.casefile.case_folder import load_partnership
    from lscp_docs.casefile.report_file import report_file, report_files
    from lscp_docs.casefile.schedule_file import SCHEDULE_FILE, load_schedule
    from lscp_docs.casefile.training_file import load_training
    from lscp_docs.catalogue import REPORTS

    for file in report_files(home):
        yield from _problems_of(partial(report_file, home, file))
    try:
        partnership = load_partnership(home)
    except CaseFileError:
        return  # told already
    yield from _problems_of(partial(load_training, home, partnership))
    if (home / SCHEDULE_FILE).exists():
        reports = [row.key for row in REPORTS]
        yield from _problems_of(partial(load_schedule, home, partnership, reports))


def _problems_of(read: Callable[[], object]) -> tuple[Problem, ...]:
    try:
        read()
    except CaseFileError as error:
        return error.problems
    return ()


def _closing(checked: tuple[str, ...], problems: tuple[Problem, ...]) -> str:
    if problems:
        return f"\n{counted(len(problems), 'problem')}. Mend them, then run: lscp-docs check"
    if not checked:
        return "No problem, and no case yet.\n\nNext: lscp-docs new REFERENCE"
    following = f"lscp-docs show {checked[0]}" if len(checked) == 1 else "lscp-docs due"
    return f"{wrapped('No problem in ' + ', '.join(checked) + '.')}\n\nNext: {following}"
