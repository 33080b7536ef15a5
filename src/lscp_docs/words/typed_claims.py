"""Claims that people typed: that all of something was done in time, which the dates may disprove.

Source of the fault: Sefton's report of 2021 says that it met six months "in all of these cases";
its own table shows that in three of five it did not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lscp_docs.words.finding import Finding, FindingKind

_ALL = re.compile(
    r"\b(?:all|every|each|both|always|without exception|none|no (?:\w+ )?(?:review|report|case)s?"
    r"|never|100\s?(?:%|per cent))",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:(?:within|inside|in|under) (?:the )?(?:required |expected |statutory )?(?:\d+|\w+) "
    r"(?:working |clear )?(?:months?|days?|weeks?)|requirements?|expectations?|time ?scales?"
    r"|time ?limits?|deadlines?|(?:in|on) time|late|unanimous(?:ly)?)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:met|meets|was|were|is|are|has|have|had|been|completed?|concluded|published|submitted"
    r"|sent|made|kept|achieved|finished|missed)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:must|should|shall|will|would|may|can|aims?|is to|are to|need(?:s|ed)? to|asked to"
    r"|(?:is|are) expected)\b",
    re.IGNORECASE,
)
_ABOUT = (
    (re.compile(r"unanimous", re.IGNORECASE), "decisions_unanimous"),
    (re.compile(r"\bnotif", re.IGNORECASE), "notified_in_time"),
    (re.compile(r"\brapid review", re.IGNORECASE), "reviewed_in_time"),
    (re.compile(r"\bpanel\b", re.IGNORECASE), "panel_copy_in_time"),
    (re.compile(r"\bpublish|\bpublication", re.IGNORECASE), "published_in_six_months"),
)
"""What a claim is about, by a word in it; every other one is about the time that reviews take."""

OTHERWISE = "reports_in_six_months"


def typed_claims(paragraph: str) -> Iterator[Finding]:
    """Yield each sentence of a paragraph of a report.toml that claims that all was in time."""
    plain = " ".join(re.sub(r"\{\{.*?\}\}", "", paragraph).split())
    for sentence in re.split(r"(?<=[.!?])\s+", plain):
        if is_claim(sentence):
            yield _finding(sentence)


def is_claim(sentence: str) -> bool:
    """Tell whether a sentence says that all, or none, kept a time limit; not that they should."""
    has = all(rule.search(sentence) for rule in (_ALL, _LIMIT, _DONE))
    return has and not _WANTED.search(sentence)


def _finding(sentence: str) -> Finding:
    key = next((key for rule, key in _ABOUT if rule.search(sentence)), OTHERWISE)
    return Finding(
        kind=FindingKind.CLAIM,
        paragraph=1,
        words=sentence,
        problem="claims what the dates of every case would have to prove.",
        suggestion=f"Let the dates say it: {{{{ claim('{key}') }}}}.",
    )
