"""Whether what a report asks of its readers begins with a verb: note, agree, approve."""

from __future__ import annotations

from collections.abc import Iterator

from lscp_docs.register.smart import VERBS
from lscp_docs.words.finding import Finding, FindingKind

ASKED = VERBS | frozenset(
    (
        "accept", "acknowledge", "adopt", "authorise", "commend", "comment", "consider", "delegate",
        "endorse", "note", "receive", "recommend", "support", "welcome",
    )
)  # fmt: skip
"""Verbs with which a recommendation may begin (this project's list)."""


def without_verb(recommendation: str) -> Iterator[Finding]:
    """Yield a finding for a recommendation that does not begin with a verb."""
    first = recommendation.split()[0]
    if first.strip(",.:;").casefold() not in ASKED:
        yield Finding(
            kind=FindingKind.ASKED,
            paragraph=1,
            words=first,
            problem="does not say what the readers are asked to do.",
            suggestion="Begin with a verb: note, agree, approve.",
        )
