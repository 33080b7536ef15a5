"""The command line: a file per command, each imported only when it is called."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import NoReturn

import click

from lscp_docs import __version__

# Importing a command to ask for its sentence would load its engines: `--help` must stay quick.
COMMANDS = {
    "demo": "Produce every document of every sample case; send and receive forms.",
    "new": "Make a case folder to fill in.",
    "check": "List every problem in the case files, with file and line.",
    "show": "Tell where a case stands: its clocks, its documents, what is next.",
    "due": "List what is owed, to whom, by when and why, late first.",
    "documents": "List every document that can be produced.",
    "produce": "Write one document of a case, or all that apply now, as Word and PDF.",
    "finalise": "Turn a Word document, edited or not, into its accessible PDF.",
    "disclosure": "Look in any file, hidden parts too, for whom it may not identify.",
    "send": "Make a form for each agency, with an e-mail ready to send.",
    "receive": "Sort, read and keep returned forms; take in what is certain.",
    "returns": "Tell who was asked, who answered, who is late; write reminders.",
    "register": "List all referrals: on the terminal, as CSV or for Excel.",
    "actions": "Tell how the actions of all cases stand and why, most pressing first.",
    "report": "Write one report over a period, from all cases.",
    "schedule": "List the reports that are owed and when; make what is owed, each once.",
    "templates": "Check the Word templates; list what an author may write in them.",
    "schema": "Print the JSON Schema of a file that people write, or of a form.",
    "doctor": "Check this computer: what is installed, what is missing, how to mend it.",
}
"""Every command in the order of its use, with its line in `--help`.

The command `x` is the object `command` of the module `lscp_docs.cli.x`.
"""


class Commands(click.Group):
    """The group of `COMMANDS`, which imports a command's module when the command is called."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names of the commands whose module is there, in the order of `COMMANDS`."""
        return [name for name in COMMANDS if find_spec(f"{__name__}.{name}")]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return one command, or None where there is none of that name."""
        if name not in self.list_commands(context):
            return None
        command = import_module(f"{__name__}.{name}").command
        if not isinstance(command, click.Command):
            msg = f"{__name__}.{name}.command is not a click command"
            raise TypeError(msg)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands for `--help` without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(context)])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Nothing leaves this computer. Begin with: lscp-docs demo",
)
@click.option(
    "--home",
    type=click.Path(exists=True, file_okay=False),
    envvar="LSCP_DOCS_HOME",
    metavar="DIR",
    help="The folder that holds partnership.toml (else the nearest such folder upwards).",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def lscp_docs(context: click.Context, home: str | None) -> None:
    """A safeguarding children partnership's paperwork, from one case file."""
    context.obj = home


def run() -> NoReturn:
    """Run the command that this process was called with, and end the process with its exit code."""
    # Imports make many lasting objects, among which there is little rubbish to look for.
    gc.set_threshold(200_000, 10, 10)
    _let_no_plugin_see_a_case()
    code = main(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        pass  # whoever reads has seen enough
    except OSError:
        from lscp_docs.errors import ExitCode

        code = code or ExitCode.OUTPUT
    # Files are written and closed by now; tidying up object by object would take a third of a run.
    os._exit(code)


def _let_no_plugin_see_a_case() -> None:
    """Keep pydantic from looking for other packages' plug-ins, which would see every case read."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Its loader of plug-ins, were it imported, would import the readers of e-mail and CSV besides:
    # a tenth of what one document takes. Another version may not have it; then this does nothing.
    loader = ModuleType("pydantic.plugin._loader")
    loader.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code.

    Whatever goes wrong reaches a person as a sentence on standard error, never as a traceback.
    """
    _print_unprintable_letters_as_codes()
    try:
        outcome = lscp_docs.main(arguments, prog_name="lscp-docs", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  the border to a person
        from lscp_docs.cli.failure import tell

        return tell(error)
    return outcome if isinstance(outcome, int) else 0


def _print_unprintable_letters_as_codes() -> None:
    # A Windows console's code page lacks most of the world's letters: a name must not stop a run.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
