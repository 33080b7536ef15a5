"""The final reports that there are, whoever made them, as the records beside them tell."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

from lscp_docs.schedule.state import FinalReport

OUTPUT = "output"


def final_reports(home: Path) -> frozenset[FinalReport]:
    """Return every report of which a final one was made, from the records below `output`.

    A record that cannot be read counts for nothing: the report is then told as a draft still.
    """
    return frozenset(found for file in (home / OUTPUT).rglob("*.json") for found in _final(file))


def _final(file: Path) -> Iterator[FinalReport]:
    try:
        record = json.loads(file.read_text("utf-8"))
        if record["standing"] == "final":
            first, last = (dt.date.fromisoformat(day) for day in record["period"])
            yield FinalReport(record["report"], first, last, record.get("agency"))
    except (OSError, ValueError, KeyError, TypeError):
        return
