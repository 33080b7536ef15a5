"""How many of the facts that are asked about are filled in, and which are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.children import Fact, is_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """The count in a sentence, and a point for each block in which something is missing."""

    filled_in: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of the sheet with the facts that it asks for."""

    name: str
    facts: tuple[Fact, ...]


def completeness(m: Material, blocks: Sequence[Block]) -> Completeness:
    """Count the facts of the blocks; "None recorded" is an answer, "Not known on …" is none."""
    asked = [fact for block in blocks for fact in block.facts]
    filled = sum(is_known(m, fact) for fact in asked)
    return Completeness(
        filled_in=f"{filled} of {len(asked)} fields are filled in.",
        missing=tuple(
            f"{block.name}: {'; '.join(labels)}"
            for block in blocks
            if (labels := [fact.label for fact in block.facts if not is_known(m, fact)])
        ),
    )
