"""Finished tables are searched for what every case hides before they get their names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING

from lscp_docs.disclosure.profiles import Profile

if TYPE_CHECKING:
    from pathlib import Path

    from lscp_docs.casefile.case_folder import CaseFolder
    from lscp_docs.disclosure.hidden import HiddenOfCase

CLOSELY = 200
"""Up to so many cases are also looked for misspelt and in short forms; of more, only as written."""


def refuse_leaks(
    home: Path, files: Mapping[str, bytes], *, paper: str, printed_days: Collection[dt.date] = ()
) -> None:
    """Raise DisclosureError when a file would tell what an internal paper hides of any case.

    `files` are the bytes by the name that each is to get, `paper` is the key under which the case
    file allows hits, `printed_days` are the days of actions that the file prints. A case that
    cannot be read is left out here as it is in the table.
    """
    from lscp_docs.casefile.all_cases import Read, each_case
    from lscp_docs.casefile.case_folder import load_partnership
    from lscp_docs.disclosure.gate import passed

    wanted = partial(hidden_of_folder, profile=Profile.INTERNAL)
    hidden = tuple(each.found for each in each_case(home, wanted) if isinstance(each, Read))
    passed(
        files,
        hidden,
        load_partnership(home),
        paper=paper,
        whose="The file",
        printed_days=printed_days,
        closely=closely_looked_for(hidden),
    )


def hidden_of_folder(folder: CaseFolder, *, profile: Profile) -> HiddenOfCase:
    """Give what a profile hides of a case, with what agencies told in their returns."""
    from lscp_docs.disclosure.hidden import hidden_of

    return hidden_of(folder.case, profile, folder.returns)


def closely_looked_for(hidden: tuple[HiddenOfCase, ...]) -> frozenset[str] | None:
    """Give the references of the cases that are looked for closely; None stands for all."""
    return None if len(hidden) <= CLOSELY else frozenset()
