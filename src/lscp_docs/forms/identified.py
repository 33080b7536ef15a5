"""Which form a returned file says it is: three carriers, each checked against the others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lscp_docs.forms.identity import Identity
from lscp_docs.forms.observed import Observed

CONTRADICTION = (
    "The file names more than one form or sending: its hidden fields, the file inside it and the "
    "foot of its pages do not agree."
)
BROKEN = "What the file says of itself, in hidden fields or in the file inside it, is incomplete."


class Carrier(StrEnum):
    """What told the identity, the surest first."""

    HIDDEN = "the hidden fields"
    ATTACHED = "the file inside the PDF"
    FOOT = "the foot of the pages"


@dataclass(frozen=True, slots=True)
class Identified:
    """The identity that the surest carrier tells, and what is wrong between the carriers."""

    identity: Identity | None
    carrier: Carrier | None
    faults: tuple[str, ...] = ()


def identified(seen: Observed) -> Identified:
    """Give the identity of a file; a part that no form of ours could have counts as broken."""
    carried = {Carrier.HIDDEN: seen.hidden, Carrier.ATTACHED: seen.attached}
    found = {carrier: _checked(Identity.of(parts)) for carrier, parts in carried.items() if parts}
    feet = {foot: Identity.at_foot(foot) for foot in seen.feet if foot}
    told = [identity for identity in (*found.values(), *feet.values()) if identity is not None]
    faults = []
    if any(identity is None for identity in found.values()):
        faults.append(BROKEN)
    if len(set(told)) > 1:
        faults.append(CONTRADICTION)
    for carrier, identity in found.items():
        if identity is not None:
            return Identified(identity, carrier, tuple(faults))
    foot = next((identity for identity in feet.values() if identity is not None), None)
    return Identified(foot, Carrier.FOOT if foot else None, tuple(faults))


def _checked(identity: Identity | None) -> Identity | None:
    """Give an identity back where each part looks as we write it: it is printed in receipts."""
    if identity is None or Identity.at_foot(identity.foot) != identity:
        return None
    return identity
