"""`lscp-docs send`: a prefilled form for each agency, with an e-mail ready to send."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from lscp_docs.cli.clock import now, today_option
from lscp_docs.cli.failure import told
from lscp_docs.cli.home import home_folder
from lscp_docs.cli.layout import from_here, short_day, table, wrapped
from lscp_docs.cli.passwords import new_password, password_options
from lscp_docs.errors import ExitCode, LscpDocsError, UsageError

if TYPE_CHECKING:
    from lscp_docs.model.partnership import Agency
    from lscp_docs.send import Order, Posted


@click.command(short_help="Make a form for each agency.")
@click.argument("form")
@click.argument("case", required=False)
@click.option(
    "--agency", "agencies", multiple=True, metavar="KEY",
    help="Send to this agency (repeat it for more); else to all that the case asks.",
)  # fmt: skip
@click.option(
    "--report", metavar="PERIOD/REPORT",
    help="Send for the actions of this report, named by its folder, in place of a CASE.",
)  # fmt: skip
@password_options("Ask for a password that opens the forms.")
@today_option
@click.pass_obj
def command(
    home: str | None,
    form: str,
    case: str | None,
    *,
    agencies: tuple[str, ...],
    report: str | None,
    password: bool,
    password_file: str | None,
    today: dt.date,
) -> int:
    """Make FORM of CASE for each agency, prefilled, with an e-mail that nobody has sent yet.

    The files go to the folder "sent" of the case or the report; a form that belongs to neither (to
    raise a case, for instance) needs no CASE and goes to the partnership's own. Open each .eml file
    in Outlook or Thunderbird, read it and send it. Nothing is overwritten: sending again is a new
    issue.
    """
    from lscp_docs.casefile.case_folder import load_case, load_partnership
    from lscp_docs.catalogue import form as row_of
    from lscp_docs.cli.person import by_whom
    from lscp_docs.reports.report_actions import actions_of_report
    from lscp_docs.send import Order, Stamp, recipients

    if case is not None and report is not None:
        raise UsageError("A form is sent for a CASE or for a --report: name one of them.")
    row, folder_home = row_of(form), home_folder(home)
    folder = load_case(folder_home, case) if case is not None else None
    partnership = load_partnership(folder_home) if folder is None else folder.partnership
    named = None if report is None else report.replace("\\", "/").strip("/")
    order = Order(
        row=row,
        home=folder_home,
        partnership=partnership,
        folder=folder,
        report=None if named is None else actions_of_report(folder_home, partnership, named),
        stamp=Stamp(today=today, at=now(), by=by_whom()),
    )
    asked = recipients(order, agencies)
    return _each(order.locked_with(new_password(password_file, is_wanted=password)), asked)


def _each(order: Order, agencies: tuple[Agency | None, ...]) -> int:
    """Make every form, print what was made, then what could not be; give the gravest code."""
    from lscp_docs.send import send

    posted: list[Posted] = []
    failed: list[tuple[str, LscpDocsError]] = []
    for agency in agencies:
        try:
            posted += send(order, agency)
        except LscpDocsError as error:
            failed.append((agency.key if agency is not None else "any agency", error))
    if posted:
        click.echo(_as_text(order, posted))
    for key, failure in failed:
        click.echo(f"Not made for {key}. {told(failure)}", err=True)
    return max((failure.exit_code for _, failure in failed), default=ExitCode.DONE)


def _as_text(order: Order, posted: list[Posted]) -> str:
    rows = [
        (
            each.agency.key if each.agency is not None else "any agency",
            short_day(each.due_on) if each.due_on is not None else "no date",
            each.issue,
            each.to or ("NO ADDRESS" if each.agency is not None else "for you to write in"),
        )
        for each in posted
    ]
    folder = from_here(posted[0].files[0].parent)
    parts = [
        table(("Agency", "Due", "Issue", "To"), rows),
        f"A form and an e-mail (.eml) for each: {folder}",
        *_remarks(order, posted),
        wrapped(f"Next: {_next(order)}", indent=0),
    ]
    return "\n\n".join(parts)


def _remarks(order: Order, posted: list[Posted]) -> list[str]:
    remarks = []
    if any(each.agency is not None and not each.to for each in posted):
        remarks.append(
            "NO ADDRESS: the e-mail has no recipient. Write one in, and add the agency's mailbox "
            "to partnership.toml."
        )
    if order.password:
        remarks.append(
            "The form in each e-mail opens with your password. Tell it by telephone. The copy in "
            "the folder has none."
        )
    return [wrapped(each, indent=0) for each in remarks]


def _next(order: Order) -> str:
    """Give what to do with what was made, and the day of the first reminder."""
    from lscp_docs.timescales.clocks import Clocks
    from lscp_docs.wording import day_in_words

    words = "open each e-mail in Outlook or Thunderbird, read it, send it"
    if order.report is not None:
        return f"{words}. What comes back: lscp-docs receive PATH, then lscp-docs actions"
    if order.folder is None:
        return f"{words}."
    reference = order.folder.case.reference
    chases = Clocks(order.folder.case, order.partnership).scoping_chases
    coming = [each.due for each in chases if each.due > order.stamp.today]
    if order.row.key != "scoping-report" or not coming:
        return f"{words}. Who has answered is told by: lscp-docs returns {reference}"
    day = day_in_words(min(coming))
    return f"{words}. Remind the others on {day}: lscp-docs returns {reference} --chase"
