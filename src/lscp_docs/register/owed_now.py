"""What is owed in a case on a day, with what agencies have told of their actions since."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.returned import Return
from lscp_docs.register.tracker import tracked
from lscp_docs.timescales.owed import Owed, in_file, owed


def owed_now(
    case: CaseFile,
    partnership: Partnership,
    returns: tuple[Return[Answers], ...] = (),
    *,
    today: dt.date,
) -> tuple[Owed, ...]:
    """Return everything that is owed in a case, the earliest cautious date first.

    `returns` are its accepted returns: an action that its lead agency has told as complete is no
    longer owed, and one of which it has told otherwise since is owed again, as the tracker says. An
    action that begins after the day is owed by the case file.
    """
    known = {each.id: each for each in tracked(case, returns, today=today)}
    actions = [
        replace(each, status=known[each.id].status, due=known[each.id].due or each.due)
        if each.id in known
        else each
        for each in in_file(case)
    ]
    return owed(case, partnership, actions)
