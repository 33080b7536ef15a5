"""Numbers that people typed beside what the register counts: each may differ from the cases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lscp_docs.words.finding import Finding, FindingKind

_NUMBER = (  # and no year
    r"(?!(?:19|20)\d\d\b)\d[\d,]*"
    r"|a dozen|dozens|half|a third|two-thirds|a quarter|three-quarters"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|all"
)
_NOUN = (
    r"babies|baby|young people|families|adolescents?|teenagers?|toddlers?|infants?"
    r"|cases?|referrals?|notifications?|incidents?|rapid reviews?|reviews?|L?CSPRs?|SCSIs?"
    r"|practice reviews?|actions?|children|briefings?|decisions?|reports? published"
)
TYPED = re.compile(
    rf"(?<![\w{{'])(?:{_NUMBER})\b(?:\s+(?:of|the|these|those|more|new|open|local|serious|child"
    rf"|overdue|completed|concluded)){{0,3}}\s+(?:{_NOUN})\b",
    re.IGNORECASE,
)
"""A number, up to three words that go between, and something that the register counts."""


def typed_figures(paragraph: str) -> Iterator[Finding]:
    """Yield each typed number beside a counted noun in a paragraph of a report.toml."""
    plain = re.sub(r"\{\{.*?\}\}", " figure ", paragraph)
    for found in TYPED.finditer(plain):
        yield Finding(
            kind=FindingKind.TYPED,
            paragraph=1,
            words=" ".join(found[0].split()),
            problem="is a typed number beside something that is counted.",
            suggestion="Name the figure instead: {{ figure('…') }}.",
        )
