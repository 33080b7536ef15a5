"""On which page of its form an answer stands."""

from __future__ import annotations

from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.returned import Return


def page_of(report: Return[Answers], box: str) -> int:
    """The page of a box, or the first page of the boxes of a row (`people_2`) or group of ticks.

    0 where the form does not tell it.
    """
    of_group = f"{box}_"
    found = (
        page for name, page in report.pages.items() if name == box or name.startswith(of_group)
    )
    return min(found, default=0)
