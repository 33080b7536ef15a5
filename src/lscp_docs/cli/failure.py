"""What a person reads when a command fails: a sentence, and nothing of what a case says."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import click

from lscp_docs.cli.layout import wrapped
from lscp_docs.errors import ExitCode, LscpDocsError

INTERRUPTED = 130
"""What a shell expects from a program that Ctrl+C stopped: 128 and the signal's number."""

OUR_FOLDER = Path(__file__).parents[1]


def tell(error: BaseException) -> int:
    """Print on standard error what went wrong and return the exit code that goes with it."""
    if os.environ.get("LSCP_DOCS_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    match error:
        case LscpDocsError():
            click.echo(told(error), err=True)
            return error.exit_code
        case click.ClickException():
            error.show()
            return error.exit_code
        case click.Abort() | KeyboardInterrupt():
            click.echo("Stopped.", err=True)
            return INTERRUPTED
        case OSError(errno=errno.ENOSPC):
            click.echo("There is no space left where this was being written.", err=True)
            return ExitCode.OUTPUT
        case _:
            click.echo(wrapped(_apology(error), indent=0), err=True)
            return ExitCode.UNEXPECTED


def told(error: LscpDocsError) -> str:
    """Return the sentence of an error and a line, or a few, for each of its problems."""
    problems = (wrapped(str(problem)) for problem in error.problems)
    return "\n".join([wrapped(error.sentence, indent=0), *problems])


def _apology(error: BaseException) -> str:
    # The exception's own message may hold what a case says, so it stays unprinted.
    return (
        "Sorry: lscp-docs stopped at a fault of its own; please report "
        f"“{type(error).__name__} at {_place(error)}” and the command you ran to whoever looks "
        "after lscp-docs for you, without anything from the case."
    )


def _place(error: BaseException) -> str:
    """Return the deepest `file:line` of this package that the error passed through."""
    import traceback

    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(OUR_FOLDER):
            return f"{path.relative_to(OUR_FOLDER.parent).as_posix()}:{frame.lineno}"
    return "an unknown place"
