"""The record of what a meeting of the Executive decided, in the paper that was before it."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.documents.parts.recommendation import SignOff
from lscp_docs.wording import Prose

LATER = "To be completed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """What was decided, by whom and on what conditions; or that it is still to be completed."""

    decision: Prose
    decided_on: str
    sign_off: SignOff
    attending: str
    conditions: Prose
    dissent: Prose
    follow_up: str


def to_be_completed(when: str) -> DecisionRecord:
    """The empty record; `when` says at which meeting it is completed."""
    return DecisionRecord(
        decision=(when,),
        decided_on=LATER,
        sign_off=SignOff(local_authority=LATER, police=LATER, health=LATER),
        attending=LATER,
        conditions=(LATER,),
        dissent=(LATER,),
        follow_up=LATER,
    )
