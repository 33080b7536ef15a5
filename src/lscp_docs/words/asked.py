"""Whether what a report asks of its readers begins with a verb: note, agree, approve."""

from __future__ import annotations

from collections.abc import Iterator

from lscp_docs.model.report_file import ReportFile
from lscp_docs.register.smart import VERBS
from lscp_docs.words.finding import Finding, FindingKind

ASKED = VERBS | frozenset(
    (
        "accept", "acknowledge", "adopt", "authorise", "commend", "comment", "consider", "delegate",
        "endorse", "note", "receive", "recommend", "support", "welcome",
    )
)  # fmt: skip
"""Verbs with which a recommendation may begin (this project's list)."""


def without_verb(file: ReportFile) -> Iterator[tuple[str, Finding]]:
    """Yield each recommendation that does not begin with a verb, with its key."""
    for number, words in enumerate(file.recommendations, start=1):
        first = words.split()[0].strip(",.:;").casefold()
        if first not in ASKED:
            yield (
                f"recommendations.{number}",
                Finding(
                    kind=FindingKind.ASKED,
                    paragraph=1,
                    words=words.split()[0],
                    problem="does not say what the readers are asked to do.",
                    suggestion="Begin with a verb: note, agree, approve.",
                ),
            )
