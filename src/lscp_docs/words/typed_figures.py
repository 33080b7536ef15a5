"""Numbers that people typed beside what the register counts: each may differ from the cases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lscp_docs.model.report_file import ReportFile
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


def typed_figures(file: ReportFile) -> Iterator[tuple[str, Finding]]:
    """Yield each typed number beside a counted noun, with the key of the text that it stands in."""
    for path, text in file.texts():
        paragraphs = re.split(r"\n[ \t]*\n", text.strip())
        for number, paragraph in enumerate(paragraphs, start=1):
            plain = re.sub(r"\{\{.*?\}\}", " figure ", paragraph)
            for found in TYPED.finditer(plain):
                yield (
                    path,
                    Finding(
                        kind=FindingKind.TYPED,
                        paragraph=number,
                        words=" ".join(found[0].split()),
                        problem="is a typed number beside something that is counted.",
                        suggestion="Name the figure instead: {{ figure('…') }}.",
                    ),
                )
