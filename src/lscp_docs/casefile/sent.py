"""The forms that were sent in a case, and the reminders, as its history tells them."""

from __future__ import annotations

from pathlib import Path

from lscp_docs.casefile.history import Line, What, lines
from lscp_docs.model.returned import Sent


def sent_of(case_path: Path) -> tuple[Sent, ...]:
    """Give every sending of a case in its order, each with the days on which it was chased.

    Raises HistoryError where the history is not as it was written.
    """
    known = lines(case_path)
    return tuple(_sent(line, known) for line in known if line.entry.what is What.SENT)


def _sent(line: Line, known: tuple[Line, ...]) -> Sent:
    entry = line.entry
    return Sent(
        form=entry.form or "",
        edition=entry.edition or "",
        agency=entry.agency or "",
        issue=entry.issue or "",
        on=line.day,
        due_on=entry.due_on,
        sha256=entry.sha256 or "",
        file=entry.file or "",
        chased_on=tuple(
            each.day
            for each in known
            if each.entry.what is What.CHASED and each.entry.issue == entry.issue
        ),
    )
